"""Numbers of documents and tasks."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.errors import Refused
from tracker.domain.numbers import (
    DocumentNumber,
    document_number,
    number_key,
    parse_document,
    split_document,
    task_number,
    task_series,
)

SEEN_ON = date(2026, 9, 30)


@pytest.mark.parametrize(
    ("number", "kind", "issuer", "line"),
    [
        (45, "báo cáo", "UBND", "Số: 45/BC-UBND"),
        (5, "Báo cáo", "VP", "Số: 05/BC-VP"),
        (118, "kế hoạch", "UBND", "Số: 118/KH-UBND"),
        (9, "tờ trình", "KTHTĐT", "Số: 09/TTr-KTHTĐT"),
        (12, "BC", "VP", "Số: 12/BC-VP"),
        (2145, None, "UBND-KSTTHC", "Số: 2145/UBND-KSTTHC"),
        (None, "báo cáo", "UBND", "Số:      /BC-UBND"),
    ],
)
def test_the_number_line_of_a_document(number: int | None, kind: str | None, issuer: str, line: str) -> None:
    assert document_number(number, kind, issuer) == line


@pytest.mark.parametrize(
    ("typed", "number", "symbol", "kind", "shown"),
    [
        ("Số: 45/BC-UBND", 45, "BC-UBND", "báo cáo", "45/BC-UBND"),
        ("số 5/BC-VP", 5, "BC-VP", "báo cáo", "05/BC-VP"),
        ("05/BC-VP", 5, "BC-VP", "báo cáo", "05/BC-VP"),
        ("2145/UBND-KSTTHC", 2145, "UBND-KSTTHC", None, "2145/UBND-KSTTHC"),
        ("88/CTr-UBND", 88, "CTr-UBND", "chương trình", "88/CTr-UBND"),
        ("28/2026/QH16", 28, "2026/QH16", None, "28/2026/QH16"),
        ("3814-QĐ/TU", 3814, "QĐ/TU", "quyết định", "3814-QĐ/TU"),
        ("45a/BC - UBND", 45, "BC-UBND", "báo cáo", "45a/BC-UBND"),
        ("45 / BC-UBND", 45, "BC-UBND", "báo cáo", "45/BC-UBND"),
        ("12/GM-UBND&ĐT", 12, "GM-UBND&ĐT", "giấy mời", "12/GM-UBND&ĐT"),
    ],
)
def test_reading_a_document_number(typed: str, number: int, symbol: str, kind: str | None, shown: str) -> None:
    read = parse_document(typed)
    assert (read.number, read.symbol, read.kind, str(read)) == (number, symbol, kind, shown)


@pytest.mark.parametrize(
    "typed", ["", "định kỳ", "BC-UBND", "45", "02/7/2026", "45/", "giao miệng tại giao ban 20/7", "Sổ 4/BC"]
)
def test_what_is_no_document_number(typed: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_document(typed)
    assert refusal.value.code == "document.unreadable"
    assert refusal.value.parameters == {"text": typed}


@pytest.mark.parametrize(
    ("written", "number", "on"),
    [
        ("118/KH-UBND, 02/7", "118/KH-UBND", date(2026, 7, 2)),
        ("118/KH-UBND ngày 02/7/2026", "118/KH-UBND", date(2026, 7, 2)),
        ("118/KH-UBND (02/7/2026)", "118/KH-UBND", date(2026, 7, 2)),
        ("118/KH-UBND; ngày 02 tháng 7 năm 2026", "118/KH-UBND", date(2026, 7, 2)),
        ("118/KH-UBND - 2.7.26", "118/KH-UBND", date(2026, 7, 2)),
        ("Số 2145/UBND-KSTTHC ngày 06/7/2025", "2145/UBND-KSTTHC", date(2025, 7, 6)),
        ("118 / KH-UBND ngày 02/7", "118 / KH-UBND", date(2026, 7, 2)),
        ("05/BC-VP", "05/BC-VP", None),
        ("05/BC-VP của Văn phòng", "05/BC-VP", None),
        ("28/2026/QH16, 15/6/2026", "28/2026/QH16", date(2026, 6, 15)),
        ("3814-QĐ/TU ngày 16/5/2018", "3814-QĐ/TU", date(2018, 5, 16)),
        ("định kỳ", None, None),
        ("giao miệng tại giao ban 20/7", None, None),
        ("02/7/2026", None, None),
        ("", None, None),
    ],
)
def test_number_and_date_out_of_one_cell(written: str, number: str | None, on: date | None) -> None:
    assert split_document(written, SEEN_ON) == (number, on)


def test_a_cell_without_a_year_has_no_date_unless_one_is_lent() -> None:
    assert split_document("118/KH-UBND, 02/7") == ("118/KH-UBND", None)
    assert split_document("118/KH-UBND, 02/7", date(2025, 1, 1)) == ("118/KH-UBND", date(2025, 7, 2))


@pytest.mark.parametrize(
    ("written", "code"),
    [("118/KH-UBND, 31/02/2026", "date.impossible"), ("118/KH-UBND ngày mai", "date.unreadable")],
)
def test_a_date_that_cannot_be_is_refused_not_dropped(written: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        split_document(written, SEEN_ON)
    assert refusal.value.code == code


def test_task_numbers() -> None:
    assert task_number("VP", 2026, 1) == "VP-2026-001"
    assert task_number("KTHTĐT", 2026, 27) == "KTHTDT-2026-027"
    assert task_number("UBND xã", 2026, 1204) == "UBNDXA-2026-1204"
    assert task_number("", 2026, 1) == task_number("//", 2026, 1) == "NV-2026-001"


@given(st.text(max_size=8), st.text(max_size=8), st.integers(2000, 2100), st.integers(1, 5000))
def test_a_task_number_stands_in_a_file_name_and_is_given_once(symbol: str, other: str, year: int, n: int) -> None:
    number = task_number(symbol, year, n)
    assert number.isascii()
    assert number.replace("-", "").isalnum()
    assert (task_number(other, year, n) == number) == (task_series(other, year) == task_series(symbol, year))


def test_numbers_in_their_order() -> None:
    ordered = ["NV", "NV-3", "nv1", "NV2", "NV2a", "NV10", "NV99", "NV100", "NV123456789", "NV1234567890", "NVA"]
    assert sorted(set(ordered), key=number_key) == ordered
    assert number_key("NV02") == number_key("NV2")
    assert number_key("VP-2026-999") < number_key("VP-2026-1000") < number_key("VP-2027-001")


@given(st.integers(0), st.integers(0))
def test_digits_sort_as_the_numbers_they_are(one: int, other: int) -> None:
    assert (number_key(f"VP-{one}") < number_key(f"VP-{other}")) == (one < other)
    assert (number_key(f"{one}/KH") < number_key(f"{other}/KH")) == (one < other)


@given(st.integers(10**8, 10**60), st.integers(10**8, 10**60))
def test_long_numbers_too(one: int, other: int) -> None:
    assert (number_key(f"{one:070d}") < number_key(str(other))) == (one < other)


@given(st.integers(1, 99_999), st.sampled_from(["BC-UBND", "KH-UBND", "UBND-KSTTHC", "TTr-VP", "QĐ/TU"]))
def test_what_is_printed_is_read_back(number: int, symbol: str) -> None:
    printed = DocumentNumber(number, symbol)
    assert parse_document(f"Số: {printed}") == printed
    assert split_document(f"{printed} ngày 02/7/2026") == (str(printed), date(2026, 7, 2))


@given(st.text())
def test_any_cell_is_read_or_refused(written: str) -> None:
    with suppress(Refused):
        number, on = split_document(written, SEEN_ON)
        assert number is not None or on is None
    with suppress(Refused):
        assert parse_document(written).number >= 0
    assert number_key(written) == number_key(written)
