"""Reads one cell: its bare value becomes the value of a field, or is refused.

Imports only tracker.domain and this room. Dates are day first, always. Numbers take a comma or a point. A dash stands
for an empty cell. Every fault carries the value as it stands in the cell; row, column and heading are added by the
table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache, lru_cache
from unicodedata import is_normalized

from tracker.domain.dates import read_date, read_deadline
from tracker.domain.errors import Refused
from tracker.domain.numbers import split_document
from tracker.domain.text import fold, nfc
from tracker.exchange import values
from tracker.exchange.faults import Fault
from tracker.exchange.grids import Oddity
from tracker.exchange.rows import LONGEST_TEXT, What

_EMPTY = frozenset({"-", "–", "—", "--", "---"})
_SHOWN = 60
"""Characters of a faulty cell that a message repeats."""
_SERIAL_DAYS = range(1, 80_000)
"""Serial numbers of days up to the year 2119: a date whose cell lost its format."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_ODD = re.compile("[^\x21-\x7e\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ufefe ]|  |^ | $|\xad")
"""Anything that `squeeze` would change: most cells hold nothing of it and are taken as they are."""


@dataclass(frozen=True)
class Context:
    """What reading a cell depends on besides the cell."""

    today: date
    day_zero: date = date(1899, 12, 30)
    percents: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Deadline:
    """A deadline cell: a day, or words for none, or a number of working days."""

    day: date | None = None
    none: str | None = None
    days: int | None = None


@dataclass(frozen=True)
class Document:
    """A document cell: the number and day in it, and the whole text where it holds more than these."""

    number: str | None
    on: date | None
    text: str | None


def as_text(value: object) -> str:
    """The value as its cell shows it, on one line."""
    if isinstance(value, str):
        return _clean(value) if _ODD.search(value) or not is_normalized("NFC", value) else value
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}"
    return str(value)


def text(value: object, _: Context, __: int) -> str | None:
    """Text on one line."""
    found = as_text(_sound(value))
    return None if not found or found in _EMPTY else found


def lines(value: object, context: Context, style: int) -> str | None:
    """Text that keeps its line breaks; blanks at the ends of lines and empty lines at the ends go."""
    _sound(value)
    if not isinstance(value, str) or ("\n" not in value and "\r" not in value):
        return text(value, context, style)
    found = "\n".join(" ".join(line.split()) for line in nfc(value).split("\n")).strip("\n")
    return None if not found or found in _EMPTY else found


def day(value: object, context: Context, style: int) -> date | None:
    """A date: a real one, text day first, or the bare serial number of one."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and int(value) in _SERIAL_DAYS:
        return context.day_zero + timedelta(days=int(value))
    found = text(value, context, style)
    if found is None:
        return None
    try:
        return read_date(found)
    except Refused as error:
        raise _wrong(
            "exchange.not_a_date" if error.code == "date.unreadable" else "exchange.no_such_date", found
        ) from None


def deadline(value: object, context: Context, style: int) -> Deadline | None:
    """A deadline: a date, "trước ngày …", "không hạn" and its like, or "5 ngày làm việc"."""
    if not isinstance(value, str):
        dated = day(value, context, style)
        return None if dated is None else Deadline(day=dated)
    words = text(value, context, style)
    if words is None:
        return None
    if _normal(words).startswith(_no_deadline()):
        return Deadline(none=words)
    if counted := re.fullmatch(r"(?:trong |sau )?(\d{1,3}) ngay lam viec", _normal(words)):
        return Deadline(days=int(counted[1]))
    try:
        return Deadline(day=read_deadline(words))
    except Refused as error:
        raise _wrong(
            "exchange.not_a_deadline" if error.code == "date.unreadable" else "exchange.no_such_date", words
        ) from None


def document(value: object, context: Context, style: int) -> Document | None:
    """Number and day out of one cell; words that are no number stay words ("định kỳ")."""
    found = text(value, context, style)
    if found is None:
        return None
    if (
        " " not in found
        and any(sign.isdigit() for sign in found)
        and ("/" in found or "-" in found)
        and "," not in found
    ):
        return Document(found, None, None)
    start = re.search(r"\d{1,6}[a-z]?/[^\W\d_]|\d{1,6}/\d{4}/[^\W\d_]", found)
    if start is None:
        return Document(None, None, found)
    return _split(found, found[start.start() :], context.today)


def whole(value: object, context: Context, style: int) -> int | None:
    """A whole number of 0 or more; words behind it are left out ("02 văn bản")."""
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    found = text(value, context, style)
    if found is None:
        return None
    number = re.fullmatch(r"(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:\D.*)?", found)
    if number is None or re.match(r"[.,]\d", found[number.end(1) :]):
        raise _wrong("exchange.not_whole", found)
    return int(number[1].replace(".", ""))


def decimal(value: object, context: Context, style: int) -> Decimal | None:
    """A number above 0, with a comma or a point before its decimals."""
    found = text(value, context, style)
    if found is None:
        return None
    try:
        number = Decimal(found.replace(",", ".")) if re.fullmatch(r"\d{1,6}(?:[.,]\d{1,6})?", found) else Decimal(0)
    except InvalidOperation:
        number = Decimal(0)
    if number <= 0:
        raise _wrong("exchange.not_a_number", found)
    return number


def percent(value: object, context: Context, style: int) -> int | None:
    """Per cent from 0 to 100, decimals cut off: 88, "88 %", a fraction below 1 or shown as per cent."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        share = style in context.percents or (isinstance(value, float) and 0 < value < 1)
        number = Decimal(str(value)) * 100 if share else Decimal(str(value))
    else:
        found = text(value, context, style)
        if found is None:
            return None
        match = re.fullmatch(r"(\d{1,3}(?:[.,]\d{1,6})?) ?%?", found)
        number = Decimal(match[1].replace(",", ".")) if match else Decimal(-1)
    if not 0 <= number <= 100:
        raise _wrong("exchange.not_percent", value)
    return int(number)


def group(value: object, context: Context, style: int) -> str | None:
    """Nhóm phức tạp: N1 to N5, written N2, "nhóm 2" or 2."""
    found = text(value, context, style)
    if found is None:
        return None
    number = re.fullmatch(r"(?:nhom )?n? ?([1-5])", _normal(found))
    if number is None:
        raise _wrong("exchange.not_a_group", found)
    return f"N{number[1]}"


def yes(value: object, _: Context, __: int) -> bool | None:
    """Yes or no, as people tick it: x, có, 1; không, 0."""
    found = as_text(_sound(value))
    if not found:
        return None
    word = _normal(found) or found
    if word in _words(values.YES):
        return True
    if word in _words(values.NO):
        return False
    raise _wrong("exchange.not_yes_or_no", found)


def person(value: object, context: Context, style: int) -> str | None:
    """A person's code or name, without "đ/c", "đồng chí", "ông", "bà" before it."""
    found = text(value, context, style)
    return found and without_honorific(found)


def people(value: object, context: Context, style: int) -> tuple[str, ...] | None:
    """Persons and units in one cell, as pieces."""
    found = lines(value, context, style)
    return (found and tuple(piece for piece in map(without_honorific, split_people(found)) if piece)) or None


def one_of(table: Mapping[StrEnum, tuple[str, ...]], code: str) -> Callable[[object, Context, int], StrEnum | None]:
    """A reader of words out of a table of values; others are refused with `code`."""
    known: dict[str, StrEnum] = {}

    def read(value: object, context: Context, style: int) -> StrEnum | None:
        if not known:
            known.update((_normal(word), meaning) for meaning, words in table.items() for word in (meaning, *words))
        found = text(value, context, style)
        if found is None:
            return None
        if meaning := known.get(_normal(found)):
            return meaning
        raise _wrong(code, found)

    return read


def without_honorific(name: str) -> str:
    """The name without the form of address; "ông", "bà" go only before three words or more: Ông Ích Khiêm is a name."""
    bare = re.sub(r"^(?:đ/c|đ\.c|đc|đồng chí|các đ/c|các đồng chí)\b[.:\s]*", "", name, flags=re.IGNORECASE).strip()
    titled = re.match(r"^(?:ông|bà)[.:\s]+(?=\S+\s+\S+\s+\S+)", bare, flags=re.IGNORECASE)
    return bare[titled.end() :] if titled else bare


def split_people(text: str) -> list[str]:
    """The pieces of a cell of co-ordinators, split at line breaks and semicolons, else at commas.

    A comma inside the name of a unit ("Phòng Kinh tế, Hạ tầng và Đô thị") does not split.
    """
    if re.search(r"[;\n]", text):
        return [piece for part in re.split(r"[;\n]", text) if (piece := part.strip(" ,"))]
    pieces = [part.strip() for part in text.split(",") if part.strip()]
    whole: list[str] = []
    for piece in pieces:
        if whole and _continues(whole[-1], piece):
            whole[-1] = f"{whole[-1]}, {piece}"
        else:
            whole.extend(part.strip() for part in piece.split("/") if part.strip()) if _codes(piece) else whole.append(
                piece
            )
    return whole


_UNIT_WORDS = frozenset(
    [
        "phong",
        "ban",
        "trung",
        "so",
        "van",
        "cong",
        "ubnd",
        "hdnd",
        "to",
        "cac",
        "tram",
        "hoi",
        "doan",
        "khu",
        "thon",
        "truong",
        "chi",
        "bo",
        "phan",
        "vien",
        "cuc",
        "vu",
        "toan",
        "dang",
        "mttq",
    ]
)


def _continues(before: str, piece: str) -> bool:
    """Whether a piece behind a comma belongs to the unit before it: it begins no unit, is no code and no person."""
    if _normal(before).split(" ")[0] not in _UNIT_WORDS or _normal(piece).split(" ")[0] in _UNIT_WORDS:
        return False
    words = piece.split()
    person_like = len(words) > 1 and all(word[0].isupper() for word in words)
    return len(words) > 1 and not person_like and piece[0].isupper()


def _codes(text: str) -> bool:
    return bool(re.fullmatch(r"[^\W\d_]{1,6}\d{1,6}(?: ?/ ?[^\W\d_]{1,6}\d{1,6})+", text))


def _split(whole_text: str, from_number: str, today: date) -> Document:
    """A text that holds a document's number: the number, the day behind it, and all of it where it says more."""
    bare = re.sub(r"^([^\s,;(]+)[\s,;(]+(?:ban hành |ký )?(?=ngày)", r"\1 ", from_number)
    dated = re.search(
        r"ngày \d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{2,4})?|ngày \d{1,2} tháng \d{1,2}(?:,? năm \d{4})?", bare
    )
    short = bare[: dated.end()] if dated else bare
    try:
        number, on = split_document(short, today)
    except Refused:
        if dated or re.match(r"\S+[\s,;(]+\d{1,2}[/.-]\d{1,2}(?:\D|$)", bare):
            raise _wrong("exchange.not_a_document_date", whole_text) from None
        return Document(whole_text, None, None)
    if number is None:
        return Document(None, None, whole_text)
    said = re.sub(r"^(?:văn bản |công văn )?số ?:? ?", "", whole_text, flags=re.IGNORECASE)
    more = len(re.sub(r"[\s,;()./-]|ngày|tháng|năm|\d", "", said)) > len(re.sub(r"[\s,;()./-]|\d", "", number))
    return Document(number, on, whole_text if more else None)


def makes_sense(what: What, name: str, value: str) -> bool:
    """Whether a cell could be of that field: what tells the meaning of an ambiguous heading."""
    try:
        reader(what, name)(value, Context(today=date(2000, 1, 1)), 0)
    except Fault:
        return _normal(value) in _words(values.CLASSES) if name == "state" else False
    return True


def reader(what: What, name: str) -> Reader:
    """How the cells of a field are read in that kind of sheet."""
    return yes if (what, name) == (What.OFFICIALS, "leader") else READERS[name]


def is_class_word(value: str) -> bool:
    """Whether a state cell holds a word of the deadline axis ("quá hạn")."""
    return _normal(value) in _words(values.CLASSES)


def normal(text: str) -> str:
    """Words as they are compared: folded, signs as blanks."""
    return _normal(text)


@lru_cache(maxsize=4096)
def _normal(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", fold(text)).split())


@cache
def _words(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_normal(word) or word for word in words)


@cache
def _no_deadline() -> tuple[str, ...]:
    return tuple(_words(values.NO_DEADLINE))


def _clean(text: str) -> str:
    return " ".join(nfc(text).split())


def _sound(value: object) -> object:
    """The value, if a cell may hold it at all."""
    if isinstance(value, str):
        if len(value) > LONGEST_TEXT:
            raise Fault("exchange.too_long", length=len(value), limit=LONGEST_TEXT)
        if _CONTROL.search(value):
            raise Fault("exchange.control_characters")
    elif value is Oddity.NO_RESULT:
        raise Fault("exchange.formula_without_result")
    elif value is Oddity.ERROR:
        raise Fault("exchange.cell_error")
    elif isinstance(value, time | timedelta):
        raise _wrong("exchange.a_time_of_day", str(value))
    return value


def _wrong(code: str, value: object) -> Fault:
    shown = as_text(value)
    return Fault(code, value=shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…")


Reader = Callable[[object, Context, int], object]

_STATE = one_of(values.STATES, "exchange.unknown_state")

READERS: Mapping[str, Reader] = {
    # units
    "code": text, "name": text, "short_name": text, "parent": text, "superior": text, "symbol": text, "place": text,
    "successor": text, "kind": one_of(values.UNIT_KINDS, "exchange.unknown_kind"), "head": person,
    "issuing_name": lines, "valid_from": day, "valid_to": day,
    # officials
    "family_name": text, "given_name": text, "title": text, "unit": text, "field": text, "decision_number": document,
    "decision_on": day, "standing": one_of(values.STANDINGS, "exchange.unknown_standing"), "leader": person,
    "main": yes, "employment": one_of(values.EMPLOYMENTS, "exchange.unknown_employment"), "starts_on": day,
    "ends_on": day, "note": lines,
    # tasks
    "number": text, "source": document, "source_number": document, "source_on": day, "source_text": text,
    "source_summary": text,
    "source_issuer": text, "source_kind": one_of(values.SOURCE_KINDS, "exchange.unknown_source_kind"),
    "assigner": person, "owner": person, "owner_name": person, "coordinators": people, "authority": text,
    "no_deadline": yes,
    "product": text, "quantity": whole, "assigned_on": day, "deadline": deadline, "original_due_on": deadline,
    "due_on": deadline, "no_deadline_reason": text, "deadline_days": whole, "draft_due_on": day,
    "urgency": one_of(values.URGENCIES, "exchange.unknown_urgency"),
    "secrecy": one_of(values.SECRECIES, "exchange.unknown_secrecy"), "complexity": group, "coefficient": decimal,
    "public_concern": yes, "percent": percent, "obstacle": lines, "state": _STATE, "submitted_on": day,
    "confirmed_on": day, "recalled_on": day, "paused_on": day, "returned_on": day, "state_reason": lines,
    "product_number": text, "product_on": day, "cause_kind": one_of(values.CAUSE_KINDS, "exchange.unknown_cause"),
    "cause": lines, "objective_cause": text, "remedy": lines, "confirmer": person, "comment": lines, "result": lines,
    "faults": whole, "extensions": whole, "returns": whole, "chases": whole, "hand_overs": whole,
}  # fmt: skip
"""Field → how its cells are read. Names mean the same in every kind of sheet, but `leader`: see `reader`."""
