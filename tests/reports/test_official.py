"""The sheets of officials on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.reports.builders import AN, NGUYET, a_paper, a_task, the_task
from tests.reports.reading import printed
from tracker.domain.errors import Refused
from tracker.domain.periods import parse
from tracker.figures.official import Coordinated, OfficialSheet, Owned
from tracker.figures.types import Coordinator, Counts, Custody, Signature
from tracker.reports import official

CUSTODY = (
    Custody(AN, "VP", date(2026, 9, 14), date(2026, 9, 22), 7, 0),
    Custody(NGUYET, "VP", date(2026, 9, 23), None, 6, 6, "đi công tác"),
)


def a_sheet(**changes: object) -> OfficialSheet:
    given = OfficialSheet(
        paper=a_paper(),
        official=NGUYET,
        unit_name="Văn phòng",
        period=parse("2026-Q3"),
        seen_on=date(2026, 9, 30),
        counts=Counts(assigned=1, received=1, recalled=1, total=1, doing_overdue=1),
        owned=(Owned(the_task("NV39"), CUSTODY), Owned(a_task("NV77", state="recalled"), (), "recalled")),
        coordinated=(
            Coordinated(
                a_task("NV06"), Coordinator(NGUYET.name, "số liệu", date(2026, 9, 1), date(2026, 9, 3), "đã gửi")
            ),
            Coordinated(a_task("NV07"), Coordinator(NGUYET.name, "biên bản", date(2026, 9, 2))),
        ),
        beside=Signature(("NGƯỜI ĐƯỢC THEO DÕI",), NGUYET.name),
    )
    return replace(given, **changes)  # type: ignore[arg-type]


def test_owned_tasks_stand_with_their_way_from_hand_to_hand() -> None:
    text = printed(official.document([a_sheet()])).unspaced
    for words in ("(NV39)", f"{AN.name} từ 14/9 đến 22/9; {NGUYET.name} từ 23/9", "Thu hồi trong kỳ", "(NV77)"):
        assert words.replace(" ", "") in text, words


def test_days_late_are_those_of_the_official_only() -> None:
    late = replace(CUSTODY[0], working_days_late=41), replace(CUSTODY[1], working_days_late=16)
    text = printed(official.document([a_sheet(owned=(Owned(the_task("NV39"), late),))])).flowing
    assert " 16 " in text
    assert " 57 " not in text


def test_what_was_worked_along_on_stands_with_the_answer() -> None:
    text = printed(official.document([a_sheet()])).unspaced
    for words in ("số liệu", "03/9: đã gửi", "biên bản", "chưa trả lời"):
        assert words.replace(" ", "") in text, words


def test_the_totals_stand_in_one_row_with_their_equation() -> None:
    text = printed(official.document([a_sheet()])).flowing
    assert "0 + 1 + 1 − 0 − 1 = 1" in text


def test_several_sheets_follow_one_another_with_numbers_and_bookmarks_of_their_own() -> None:
    other = a_sheet(official=AN, owned=(), coordinated=(), counts=Counts())
    sheet = printed(official.document([a_sheet(), other]))
    (_, name, first), (_, second_name, second) = (entry for entry in sheet.outline if entry[0] == 0)
    assert (name, second_name, first) == (NGUYET.name, AN.name, 0)
    assert not sheet.pages[second].whole.split("\n")[0].strip().isdigit()
    assert "Không có nhiệm vụ phối hợp." in sheet.pages[second].content


def test_parts_are_left_out() -> None:
    text = printed(official.document([a_sheet()], ("coordinated", "totals"))).flowing
    assert "I. NHIỆM VỤ CHỊU TRÁCH NHIỆM" in text
    assert "PHỐI HỢP" not in text


@pytest.mark.parametrize(
    "counts", [Counts(assigned=2, total=1, doing_overdue=1), Counts(assigned=2, total=2, paused=2)]
)
def test_what_does_not_add_up_is_refused(counts: Counts) -> None:
    with pytest.raises(Refused) as refused:
        official.document([a_sheet(counts=counts)])
    assert refused.value.code == "report.identity"
