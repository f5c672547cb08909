"""A task in one line."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.domain.test_matching import PEOPLE, Somebody
from tracker.domain.calendar import WorkingCalendar
from tracker.domain.quick_entry import Entry, bare, compose, read, replaced
from tracker.domain.text import squeeze

TODAY = date(2026, 9, 30)
CALENDAR = WorkingCalendar({})


def entry(line: str) -> Entry[Somebody]:
    return read(line, PEOPLE, TODAY, CALENDAR)


def understood(line: str) -> tuple[str, str | None, date | None, str]:
    found = entry(line)
    return found.title, found.person and found.person.code, found.limit and found.limit.due_on, found.product


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("", ("", None, None, "")),
        ("Lập báo cáo", ("Lập báo cáo", None, None, "")),
        ("Lập báo cáo; toan", ("Lập báo cáo", "CB21", None, "")),
        ("Lập báo cáo; toan; 9/10", ("Lập báo cáo", "CB21", date(2026, 10, 9), "")),
        ("Lập báo cáo; toan; 9/10; Báo cáo", ("Lập báo cáo", "CB21", date(2026, 10, 9), "Báo cáo")),
        ("Rà soát; tổng hợp; toan; 9/10; Báo cáo", ("Rà soát; tổng hợp", "CB21", date(2026, 10, 9), "Báo cáo")),
        ("Rà soát; tổng hợp; toan; 9/10", ("Rà soát; tổng hợp", "CB21", date(2026, 10, 9), "")),
        ("Rà soát; xử lý; toan", ("Rà soát; xử lý", "CB21", None, "")),
        ("Họp; 5/10; toan; 9/10", ("Họp; 5/10", "CB21", date(2026, 10, 9), "")),
        ("Việc; toan; 9/10; Báo cáo; phụ lục", ("Việc", "CB21", date(2026, 10, 9), "Báo cáo; phụ lục")),
        ("Việc; toan;; Báo cáo", ("Việc", "CB21", None, "Báo cáo")),
        ("Việc;; 9/10; Báo cáo", ("Việc", None, date(2026, 10, 9), "Báo cáo")),
        ("Việc; toan; sau", ("Việc", "CB21", None, "")),
        ("Việc; ai đó; lúc nào đó", ("Việc", None, None, "")),
    ],
)
def test_a_line_is_split_from_the_right(line: str, meaning: tuple[str, str | None, date | None, str]) -> None:
    assert understood(line) == meaning


def test_a_date_that_is_none_is_told() -> None:
    found = entry("Việc; toan; 32/10")
    assert found.wrong_date is not None
    assert found.when == "32/10"


def test_a_name_that_may_be_several_is_left_open() -> None:
    assert entry("Việc; anh").person is None
    assert len(entry("Việc; anh").people) == 3


@pytest.mark.parametrize(
    ("caret", "part"), [(0, "title"), (7, "title"), (12, "who"), (18, "when"), (24, "product"), (30, "product")]
)
def test_the_part_under_the_caret_is_known(caret: int, part: str) -> None:
    line = "Rà; soát; toan; 9/10; Báo; cáo"
    assert entry(line).part_at(line, caret) == part


TITLES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=60)
PLAIN = st.text(st.sampled_from("aăâbcdđêghiklmnơpqrstuưvxyớộễằ, .-()/0123456789"), min_size=1, max_size=40)


@given(TITLES, st.sampled_from([each for each in PEOPLE if each.name != "Lê Văn An"]), st.integers(0, 300), PLAIN)
def test_what_was_said_in_four_parts_is_understood(title: str, who: Somebody, days: int, product: str) -> None:
    title = "; ".join(part for part in map(squeeze, title.split(";")) if part)
    assume(title)
    assume(squeeze(product))
    due = TODAY + timedelta(days=days)
    line = compose(title, who.name, f"{due.day}/{due.month}/{due.year}", product)
    assert understood(line) == (title, who.code, due, squeeze(product))


@given(st.text(st.sampled_from("; toanhCB219/0+x")), st.integers(0, 200))
def test_no_line_breaks_it_and_nothing_gets_lost(line: str, caret: int) -> None:
    found = entry(line)
    assert found.part_at(line, caret) in ("title", "who", "when", "product")
    kept = f"{found.title}{found.who}{found.when}{found.product}"
    assert sorted(kept.replace(";", "").replace(" ", "")) == sorted(line.replace(";", "").replace(" ", ""))


@given(st.lists(PLAIN, min_size=1, max_size=5), st.integers(0, 5), PLAIN)
def test_one_part_is_replaced_and_the_others_stay(parts: list[str], at: int, words: str) -> None:
    after = replaced(";".join(parts), at, words).split(";")
    before = parts + [""] * (at + 1 - len(parts))
    assert squeeze(after[at]) == squeeze(words)
    assert after[:at] + after[at + 1 :] == before[:at] + before[at + 1 :]


@pytest.mark.parametrize(
    ("pasted", "line"),
    [
        ("- Lập báo cáo; toan", "Lập báo cáo; toan"),
        ("  1. Lập báo cáo; toan", "Lập báo cáo; toan"),
        ("12) Lập báo cáo", "Lập báo cáo"),
        ("1/ Lập báo cáo", "Lập báo cáo"),
        ("a) Lập báo cáo", "Lập báo cáo"),
        ("•\tLập báo cáo", "Lập báo cáo"),
        ("Lập báo cáo\ttoan\t9/10\tBáo cáo\t", "Lập báo cáo; toan; 9/10; Báo cáo"),
        ("5/10 họp", "5/10 họp"),
        ("1.500 hộ", "1.500 hộ"),
        ("-", "-"),
        ("", ""),
    ],
)
def test_bullets_and_columns_of_what_was_pasted(pasted: str, line: str) -> None:
    assert bare(pasted) == line


def test_a_line_of_ten_thousand_signs_is_read_at_once() -> None:
    assert entry("a;" * 5000 + "toan; 9/10").person is not None
