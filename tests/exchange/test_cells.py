"""One cell at a time: people, documents, and text that is taken as it is."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.text import squeeze
from tracker.exchange.cells import (
    Context,
    Document,
    as_text,
    day,
    decimal,
    document,
    percent,
    split_people,
    text,
    whole,
    without_honorific,
)
from tracker.exchange.faults import Fault
from tracker.exchange.grids import column_of, letters
from tracker.exchange.table import capitalised

NOW = Context(today=date(2026, 9, 30), percents=frozenset({7}))


@pytest.mark.parametrize(
    ("written", "pieces"),
    [
        ("CB23, CB24", ["CB23", "CB24"]),
        ("CB23;CB24", ["CB23", "CB24"]),
        ("CB23\nCB24", ["CB23", "CB24"]),
        ("CB23/CB24", ["CB23", "CB24"]),
        ("các phòng", ["các phòng"]),
        ("các phòng, ban, đơn vị", ["các phòng", "ban", "đơn vị"]),
        ("tổ dân phố 3/5", ["tổ dân phố 3/5"]),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", ["Phòng Kinh tế, Hạ tầng và Đô thị"]),
        ("Phòng Kinh tế, Hạ tầng và Đô thị, Công an phường", ["Phòng Kinh tế, Hạ tầng và Đô thị", "Công an phường"]),
        ("Phòng Kinh tế, Hạ tầng và Đô thị; CB05", ["Phòng Kinh tế, Hạ tầng và Đô thị", "CB05"]),
        ("Phòng Văn hóa, Đặng Thị Nhàn", ["Phòng Văn hóa", "Đặng Thị Nhàn"]),
        ("Hà Thị Ánh Nguyệt, Đoàn Văn Ước", ["Hà Thị Ánh Nguyệt", "Đoàn Văn Ước"]),
    ],
)
def test_people_of_one_cell(written: str, pieces: list[str]) -> None:
    assert split_people(written) == pieces


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("đ/c Hà Thị Ánh Nguyệt", "Hà Thị Ánh Nguyệt"),
        ("Đ/C: Nguyệt", "Nguyệt"),
        ("Đồng chí Nguyễn Văn A", "Nguyễn Văn A"),
        ("Ông Nguyễn Văn A", "Nguyễn Văn A"),
        ("Bà: Lã Thị Hồng Vân", "Lã Thị Hồng Vân"),
        ("Ông Ích Khiêm", "Ông Ích Khiêm"),
        ("Bà Triệu", "Bà Triệu"),
        ("Đức Anh", "Đức Anh"),
        ("CB06", "CB06"),
    ],
)
def test_forms_of_address(written: str, name: str) -> None:
    assert without_honorific(written) == name


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("118/KH-UBND", Document("118/KH-UBND", None, None)),
        ("PA-0172", Document("PA-0172", None, None)),
        ("08-QC/TW", Document("08-QC/TW", None, None)),
        ("118/KH-UBND, 02/7/2026", Document("118/KH-UBND", date(2026, 7, 2), None)),
        ("118/KH-UBND, 02/7", Document("118/KH-UBND", date(2026, 7, 2), None)),
        ("số 118/KH-UBND ngày 02/7/2026", Document("118/KH-UBND", date(2026, 7, 2), None)),
        (
            "Kế hoạch số 118/KH-UBND ngày 02/7/2026",
            Document("118/KH-UBND", date(2026, 7, 2), "Kế hoạch số 118/KH-UBND ngày 02/7/2026"),
        ),
        ("118/KH-UBND; 120/KH-UBND", Document("118/KH-UBND; 120/KH-UBND", None, None)),
        ("định kỳ", Document(None, None, "định kỳ")),
        ("giao miệng tại giao ban 20/7", Document(None, None, "giao miệng tại giao ban 20/7")),
        ("họp ngày 20/7/2026", Document(None, None, "họp ngày 20/7/2026")),
        ("-", None),
    ],
)
def test_documents(written: str, found: Document | None) -> None:
    assert document(written, NOW, 0) == found


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (datetime(2026, 9, 25, 14, 30), date(2026, 9, 25)),  # noqa: DTZ001 - as a workbook has it
        (date(2026, 9, 25), date(2026, 9, 25)),
        (46290, date(2026, 9, 25)),
        (46290.75, date(2026, 9, 25)),
        ("25/9/2026", date(2026, 9, 25)),
        ("25/9/26", date(2026, 9, 25)),
        ("05/03/2026", date(2026, 3, 5)),
        (" \u00a0", None),
        ("–", None),
    ],
)
def test_days(value: object, found: date | None) -> None:
    assert day(value, NOW, 0) == found


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("12/25/2026", "no_such_date"),
        ("31/02/2026", "no_such_date"),
        (99_999_999, "not_a_date"),
        (-1, "not_a_date"),
        (True, "not_a_date"),
        (time(8, 30), "a_time_of_day"),
        (timedelta(hours=30), "a_time_of_day"),
    ],
)
def test_what_is_no_day(value: object, code: str) -> None:
    with pytest.raises(Fault, match=rf"exchange\.{code}$"):
        day(value, NOW, 0)


def test_numbers_take_a_comma_or_a_point() -> None:
    assert [decimal(value, NOW, 0) for value in ("1,5", "1.5", 1.5, 8, "1.125")] == [
        Decimal("1.5"), Decimal("1.5"), Decimal("1.5"), Decimal(8), Decimal("1.125")
    ]  # fmt: skip
    assert [whole(value, NOW, 0) for value in (3, "03", "1.200", "02 văn bản", "-")] == [3, 3, 1200, 2, None]
    assert [
        percent(value, NOW, style) for value, style in ((88, 0), (0.88, 7), (1, 7), (1, 0), (0.5, 0), ("99,9 %", 0))
    ] == [88, 88, 100, 1, 50, 99]


@given(st.text())
def test_text_is_squeezed_whether_the_short_way_or_not(value: str) -> None:
    assert as_text(value) == squeeze(value)


@given(st.integers(1, 20_000))
def test_letters_of_columns(number: int) -> None:
    assert column_of(letters(number)) == number
    assert (letters(1), letters(27), letters(16_384)) == ("A", "AA", "XFD")


def test_a_dash_is_an_empty_cell() -> None:
    assert [text(value, NOW, 0) for value in ("-", "–", " — ", "", "x")] == [None, None, None, None, "x"]


def test_names_of_an_old_font_get_their_capitals_back() -> None:
    assert capitalised("Hà Thị ánh Nguyệt") == "Hà Thị Ánh Nguyệt"
    assert capitalised("các phòng") == "các phòng"
