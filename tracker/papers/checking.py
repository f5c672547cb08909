"""Đối chiếu: does a paper agree with the data? A PDF file, the text of its seal, or the code typed from its foot.

A file that is, byte for byte, what was issued (a signature may stand behind it) agrees; of another one the pages that
differ are named. A paper that was never issued has only its foot: it agrees where the journal has that entry with that
code, which says from which state of the data it was printed, and nothing about what was written on it since.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from tracker.papers.keeping import APART, SEAL
from tracker.reports import foot
from tracker.store import evidence, journal, kept

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.domain.kept import KeptReport
    from tracker.exchange.pages import Page
    from tracker.store import Store

MOST = 100 * 1024 * 1024
"""Bytes of a PDF that are looked at."""
_FOOT = re.compile(r"Sổ nhật ký đến mục ([\d.]+), mã ((?:[0-9A-Z]{3} ?){6})")
_NUMBER = re.compile(r"Số:? (\d[\w]*)/([\w-]+)")


class Verdict(StrEnum):
    """What came of it."""

    SAME = "same"
    """The very file that was issued."""
    SIGNED = "signed"
    """That file with something behind it: a signature."""
    COPY = "copy"
    """Another file whose pages all read and look as they were issued (printed to PDF, say)."""
    SEAL = "seal"
    """The seal of an issued report."""
    STATE = "state"
    """The journal has that entry with that code."""
    PAGES = "pages"
    """An issued report's, but pages differ from it."""
    LONGER = "longer"
    """What was issued, with something behind it that is no signature."""
    NO_ENTRY = "no_entry"
    """The journal has no such entry, or another code for it."""
    MISTYPED = "mistyped"
    """No code: characters or the check are wrong; the groups that differ from the nearest are named."""
    OTHER_SEAL = "other_seal"
    """A seal of ours, but what it says is not what was issued."""
    NOTHING = "nothing"
    """No paper of this program."""


AGREES = frozenset({Verdict.SAME, Verdict.SIGNED, Verdict.COPY, Verdict.SEAL, Verdict.STATE})


@dataclass(frozen=True)
class Found:
    """The answer."""

    verdict: Verdict
    report: str = ""
    """The issued report that it is, or pretends to be, as people call it."""
    title: str = ""
    entries: int = 0
    """The journal's entry that it names."""
    details: tuple[str, ...] = ()
    """Pages, groups or fields that differ."""

    @property
    def agrees(self) -> bool:
        """Whether the paper agrees with the data."""
        return self.verdict in AGREES


def check_file(store: Store, path: Path) -> Found:
    """A PDF from outside. Raises Refused "file.too_large", "exchange.not_a_pdf"; Unavailable."""
    from tracker import files
    from tracker.exchange.reading import pages

    data = files.content(path, MOST)
    for report in kept.issued(store):
        if sha256(data[: report.size]).hexdigest() == report.paper:
            if len(data) == report.size:
                return _of(Verdict.SAME, report)
            return _signed(store, report, data, pages(path))
    return _pages(store, pages(path))


def check_text(store: Store, text: str) -> Found:
    """The text of a seal, or a code as it was typed."""
    told = " ".join(text.split())
    if told.startswith(f"{SEAL}{APART}"):
        return _seal(store, told)
    code = foot.typed(told)
    return _mistyped(store, told) if code is None else _code(store, code)


def _of(verdict: Verdict, report: KeptReport, *details: str) -> Found:
    return Found(verdict, kept.called(report), report.title, report.entries, details)


def _signed(store: Store, report: KeptReport, data: bytes, pages: list[Page]) -> Found:
    """What stands behind the issued bytes may be a signature; a PDF can also change its pages that way."""
    wrong = _differing(store, report, pages)
    if wrong:
        return _of(Verdict.PAGES, report, *wrong)
    return _of(Verdict.SIGNED if b"/Sig" in data[report.size :] else Verdict.LONGER, report)


def _differing(store: Store, report: KeptReport, pages: list[Page]) -> list[str]:
    """Numbers of the pages that neither read nor look as they were issued, those too many included."""
    from tracker.exchange.pages import pages as own

    assert report.paper is not None
    issued = list(own(evidence.content(store, report.paper)))
    wrong = [str(at + 1) for at, page in enumerate(issued) if pages[at : at + 1] != [page]]
    return wrong + [str(at + 1) for at in range(len(issued), len(pages))]


def _pages(store: Store, pages: list[Page]) -> Found:
    """By number and foot: the pages of an issued report are compared one by one."""
    whole = " ".join(page.text for page in pages)
    report = _named(store, whole)
    if report is not None:
        wrong = _differing(store, report, pages)
        return _of(Verdict.PAGES, report, *wrong) if wrong else _of(Verdict.COPY, report)
    feet = {(int(number.replace(".", "")), "".join(code.split())) for number, code in _FOOT.findall(whole)}
    if not feet:
        return Found(Verdict.NOTHING)
    wrong_feet = [f"{number}" for number, code in sorted(feet) if _code_at(store, number) != code]
    entries = max(number for number, _ in feet)
    if wrong_feet:
        return Found(Verdict.NO_ENTRY, entries=entries, details=tuple(wrong_feet))
    return Found(Verdict.STATE, entries=entries)


def _named(store: Store, whole: str) -> KeptReport | None:
    """The issued report whose number stands on the pages."""
    for number, symbol in _NUMBER.findall(whole):
        for report in kept.issued(store):
            if (report.number, report.symbol) == (number.lstrip("0") or "0", symbol):
                return report
    return None


def _seal(store: Store, text: str) -> Found:
    """What the seal says, against what was issued."""
    parts = text.split(APART)
    for report in kept.issued(store):
        said = _seal_of(store, report).split(APART)
        if parts[1:2] == said[1:2]:
            names = ("form", "number", "unit", "period", "entry", "hash")
            wrong = [name for name, mine, theirs in zip(names, said, parts + [""] * 6, strict=False) if mine != theirs]
            return _of(Verdict.OTHER_SEAL, report, *wrong) if wrong else _of(Verdict.SEAL, report)
    return Found(Verdict.OTHER_SEAL, details=("number",))


def _seal_of(store: Store, report: KeptReport) -> str:
    from tracker.papers.keeping import seal

    return seal(store, report).text


def _code_at(store: Store, number: int) -> str | None:
    found = journal.entries(store, "seq = ?", (number,))
    return foot.code_of(found[0].hash) if found else None


def _code(store: Store, code: str) -> Found:
    """The entry whose hash begins with the bits of the code."""
    number, first = _entry(store, code)
    if number is None:
        wrong = _unlike(store, code)
        return Found(Verdict.MISTYPED, details=wrong) if wrong else Found(Verdict.NO_ENTRY)
    report = next((each for each in kept.issued(store) if each.entries == number and each.head == first), None)
    return _of(Verdict.STATE, report) if report else Found(Verdict.STATE, entries=number)


def _entry(store: Store, code: str) -> tuple[int | None, str]:
    prefix = foot.prefix_of(code)
    for entry in journal.entries(store, "hash LIKE ?", (f"{prefix}%",)):
        if foot.code_of(entry.hash) == code:
            return entry.seq, entry.hash
    return None, ""


def _mistyped(store: Store, text: str) -> Found:
    return Found(Verdict.MISTYPED, details=_unlike(store, "".join(text.upper().replace("-", " ").split())))


def _unlike(store: Store, code: str) -> tuple[str, ...]:
    """The groups that differ from the nearest code that a report here bears; none where it resembles none."""
    typed = foot.groups(code)
    best: list[str] = []
    for head in {report.head for report in kept.every(store)}:
        own = foot.groups(foot.code_of(head))
        wrong = [str(at + 1) for at, group in enumerate(own) if typed[at : at + 1] != [group]]
        if len(wrong) <= len(own) // 2 and (not best or len(wrong) < len(best)):
            best = wrong
    return tuple(best)
