"""Keeping reports and issuing them: who may, what is given once, what letters that urge leave behind."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.actions.house import DUE, EVERYBODY, TODAY, House
from tracker.actions import reports
from tracker.actions.undo import undo
from tracker.domain.errors import Refused
from tracker.domain.events import Chase
from tracker.domain.kept import KeptId, KeptReport
from tracker.store import evidence, kept, tasks
from tracker.store.verify import verify

MAY_ISSUE = {"CT", "QT", "VTU", "CVP", "VTV"}
"""The head of the office and its administrator, clerk of the office, head and clerk of the unit."""
LATER = DUE + timedelta(days=2)


def a_report(house: House, unit: str = "VP", **fields: object) -> KeptReport:
    content = evidence.file_content(house.store, b"content")
    given = KeptReport(
        id=KeptId(0), report="accountability", unit=house.unit(unit), title="Báo cáo", name="BC.pdf", symbol="BC-VP",
        choices="{}", entries=3, head="0" * 64, document=content, chased="[]", kept_on=TODAY, kept_by=house.id("CB1"),
    )  # fmt: skip
    return replace(given, **fields)  # type: ignore[arg-type]


def kept_by(house: House, who: str = "CB1", today: date = TODAY, **fields: object) -> KeptId:
    done = reports.keep_report(house.store, house.actor(who, today), a_report(house, **fields))
    return next(KeptId(int(str(id_))) for kind, id_ in done.records if kind == "kept_report")


def issue(house: House, report: KeptId, number: str = "12", who: str = "VTV", today: date = TODAY, **said: object):
    drawn: list[KeptReport] = []

    def paper(given: KeptReport) -> tuple[str, int]:
        drawn.append(given)
        return evidence.file_content(house.store, b"%PDF"), 4

    done = reports.issue_report(house.store, house.actor(who, today), report, number, paper, **said)  # type: ignore[arg-type]
    assert [each.number for each in drawn] == [kept.get(house.store, report).number]
    return done


def refusal(deed) -> str | None:
    try:
        deed()
    except Refused as error:
        return error.code
    return None


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_keep_and_issue(shared_house: House, who: str) -> None:
    with shared_house.tried():
        draft = kept_by(shared_house)
        expected = None if who in MAY_ISSUE else "rights.issues"
        assert refusal(lambda: issue(shared_house, draft, who=who)) == expected
    with shared_house.tried():
        assert refusal(lambda: kept_by(shared_house, who)) == ("rights.no_post" if who == "CU" else None)


def test_number_day_and_paper_are_given_once(house: House) -> None:
    draft = kept_by(house)
    issue(house, draft, "007")
    found = kept.get(house.store, draft)
    assert (found.number, found.issued_on, found.issued_by, found.size) == ("7", TODAY, house.id("VTV"), 4)
    assert kept.called(found) == "7/BC-VP"
    assert refusal(lambda: issue(house, draft, "8")) == "report.issued_already"


def test_a_number_is_given_once_a_year_and_symbol(house: House) -> None:
    issue(house, kept_by(house), "12")
    assert refusal(lambda: issue(house, kept_by(house), "012")) == "report.number_taken"
    issue(house, kept_by(house, symbol="VP"), "12")
    next_year = date(2027, 1, 4)
    issue(house, kept_by(house, today=next_year), "12", today=next_year)


@pytest.mark.parametrize("number", ["", "   ", "1" * 21])
def test_a_number_that_is_none(house: House, number: str) -> None:
    assert refusal(lambda: issue(house, kept_by(house), number)) in ("text.missing", "text.too_long")
    assert kept.issued(house.store) == []


def test_it_is_never_issued_before_it_was_kept(house: House) -> None:
    draft = kept_by(house)
    before = TODAY - timedelta(days=1)
    assert refusal(lambda: issue(house, draft, on=before, reason="ghi muộn")) == "day.before_event"
    assert refusal(lambda: issue(house, draft, on=TODAY + timedelta(days=1))) == "day.in_future"


def test_a_letter_that_urges_is_a_chase_of_each_task_that_is_still_open(house: House) -> None:
    numbers = [house.given(owner="CB2"), house.given(owner="CB3")]
    closed = house.given(owner="CB2")
    house.do("recall", "TP", closed)
    ids = [house.task(number).id for number in (*numbers, closed)]
    draft = kept_by(house, report="chase", chased=json.dumps(ids), symbol="KT", unit="KT", today=LATER)
    assert [house.task(number).chases for number in numbers] == [0, 0], "a draft urges nobody"
    action = issue(house, draft, "5", who="VTK", today=LATER).action
    assert [house.task(number).chases for number in (*numbers, closed)] == [1, 1, 0]
    (chase,) = tasks.events(house.store, Chase, ids[0])
    assert (chase.chased_on, chase.reason) == (LATER, "Công văn số 5/KT")
    assert verify(house.store).whole

    undo(house.store, house.actor("VTK", LATER), action)
    assert [house.task(number).chases for number in numbers] == [0, 0]
    assert not kept.get(house.store, draft).issued
    issue(house, draft, "6", who="VTK", today=LATER)
    assert verify(house.store).whole


def test_a_draft_that_was_undone_is_gone(house: House) -> None:
    done = reports.keep_report(house.store, house.actor("CB1"), a_report(house))
    undo(house.store, house.actor("CB1"), done.action)
    assert kept.every(house.store) == []
    assert refusal(lambda: issue(house, KeptId(1))) == "report.unknown"
