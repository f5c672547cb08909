"""The counts of a period: the worked example, case by case."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.builders import Office, an_office, day
from tracker.domain.errors import Refused
from tracker.domain.periods import parse
from tracker.figures import counts
from tracker.figures.types import Counts
from tracker.store import standing


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """UBND with VP (CB06, CB08) and KTHTĐT (CB12) below it; CB01 in UBND itself."""
    made = an_office(tmp_path, "UBND", "VP", "KTHTĐT")
    for code, unit in {"CB01": "UBND", "CB06": "VP", "CB08": "VP", "CB12": "KTHTĐT"}.items():
        made.add_official(code, unit)
    return made


def of(office: Office, unit: str, period: str, today: date = date(2026, 9, 30)) -> Counts:
    return counts.of_unit(office.store, office.units[unit].id, parse(period), today)


def shown(found: Counts) -> dict[str, object]:
    """The counts that are not 0, and the rate where there is one."""
    return {name: value for name, value in vars(found).items() if value or isinstance(value, Decimal)}


def test_the_worked_example_of_the_design(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("10/2"), due_on=day("31/12"))
    office.hand_over("NV01", "CB12", on=day("15/5"))

    assert shown(of(office, "VP", "2026-Q2")) == {"carried_over": 1, "handed_over": 1}
    assert shown(of(office, "KTHTĐT", "2026-Q2")) == {"received": 1, "total": 1, "doing_in_time": 1}
    assert shown(of(office, "VP", "2026-Q3")) == {}
    assert shown(of(office, "KTHTĐT", "2026-Q3")) == {"carried_over": 1, "total": 1, "doing_in_time": 1}
    assert shown(of(office, "UBND", "2026-Q2")) == {"carried_over": 1, "total": 1, "doing_in_time": 1}


def test_each_task_of_the_total_counts_once_by_its_state(office: Office) -> None:
    for number in range(1, 12):
        office.assign(f"NV{number:02d}", "CB06", on=day("1/7"), due_on=None if number in (4, 8) else day("14/8"))
    office.finish("NV01", day("13/8"))
    office.finish("NV02", day("14/8"))
    office.submit("NV03", day("15/8"))
    office.confirm("NV03", day("20/8"))
    office.finish("NV04", day("20/8"))
    office.submit("NV05", day("1/8"))
    office.extend("NV06", day("30/10"), on=day("10/8"))
    office.start("NV07", day("2/7"))
    office.pause("NV09", day("1/9"))
    office.recall("NV10", day("1/9"))
    office.undo_creation("NV11")

    assert shown(of(office, "VP", "2026-Q3")) == {
        "assigned": 10,
        "recalled": 1,
        "total": 9,
        "done_early": 1,
        "done_on_time": 1,
        "done_late": 1,
        "done_no_deadline": 1,
        "awaiting": 1,
        "doing_in_time": 1,
        "doing_overdue": 1,
        "doing_no_deadline": 1,
        "paused": 1,
        "on_time_rate": Decimal("0.5000"),
    }


def test_drafts_and_proposals_are_no_tasks_yet(office: Office) -> None:
    office.draft("NV01")
    office.draft("NV02", owner=office.officials["CB06"].id)
    assert shown(of(office, "VP", "2026")) == {}


def test_a_past_period_is_seen_on_its_last_day(office: Office) -> None:
    """What is confirmed, returned, extended or handed over later changes nothing in it."""
    office.assign("NV01", "CB06", on=day("1/6"), due_on=day("20/6"))
    office.submit("NV01", day("19/6"))
    before = shown(of(office, "VP", "2026-Q2", today=day("30/6")))
    office.return_("NV01", day("2/7"))
    office.extend("NV01", day("30/7"), on=day("3/7"))
    office.hand_over("NV01", "CB12", on=day("5/7"))
    office.finish("NV01", day("6/7"))

    assert before == {"assigned": 1, "total": 1, "awaiting": 1}
    assert shown(of(office, "VP", "2026-Q2")) == before
    assert shown(of(office, "VP", "2026-Q3")) == {"carried_over": 1, "handed_over": 1}
    assert shown(of(office, "KTHTĐT", "2026-Q3")) == {
        "received": 1,
        "total": 1,
        "done_early": 1,
        "on_time_rate": Decimal("1.0000"),
    }


def test_a_task_that_leaves_and_comes_back_crosses_twice(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"))
    office.hand_over("NV01", "CB12", on=day("10/7"))
    office.hand_over("NV01", "CB08", on=day("20/7"))
    assert shown(of(office, "VP", "2026-Q3")) == {
        "assigned": 1,
        "received": 1,
        "handed_over": 1,
        "total": 1,
        "doing_no_deadline": 1,
    }


def test_an_owner_who_changes_unit_takes_the_open_tasks_along(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/5"), due_on=day("20/7"))
    office.assign("NV02", "CB06", on=day("1/5"), due_on=day("20/7"))
    office.assign("NV03", "CB06", on=day("1/5"))
    office.finish("NV01", day("20/7"))
    office.appoint("CB06", "KTHTĐT", starts_on=day("1/8"))
    office.recall("NV03", day("5/8"))

    assert shown(of(office, "VP", "2026-Q3")) == {
        "carried_over": 3,
        "handed_over": 2,
        "handed_over_overdue": 1,
        "total": 1,
        "done_on_time": 1,
        "on_time_rate": Decimal("0.5000"),
    }
    assert shown(of(office, "KTHTĐT", "2026-Q3")) == {
        "received": 2,
        "recalled": 1,
        "total": 1,
        "doing_overdue": 1,
        "on_time_rate": Decimal("0.0000"),
    }
    assert shown(of(office, "UBND", "2026-Q3"))["carried_over"] == 3


def test_a_confirmed_task_stays_where_it_was(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("20/7"))
    office.finish("NV01", day("19/7"))
    office.appoint("CB06", "KTHTĐT", starts_on=day("20/7"))
    assert of(office, "VP", "2026-Q3").done_early == 1
    assert of(office, "KTHTĐT", "2026-Q3").total == 0


def test_handing_a_late_task_over_does_not_improve_the_rate(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("20/7"))
    office.assign("NV02", "CB06", on=day("1/7"), due_on=day("20/7"))
    office.finish("NV02", day("20/7"))
    assert of(office, "VP", "2026-Q3").on_time_rate == Decimal("0.5")
    office.hand_over("NV01", "CB12", on=day("21/7"))
    assert of(office, "VP", "2026-Q3").handed_over_overdue == 1
    assert of(office, "VP", "2026-Q3").on_time_rate == Decimal("0.5")


def test_what_is_handed_over_in_time_awaiting_or_paused_is_not_overdue(office: Office) -> None:
    for number in ("NV01", "NV02", "NV03"):
        office.assign(number, "CB06", on=day("1/7"), due_on=day("20/7"))
    office.hand_over("NV01", "CB12", on=day("20/7"))
    office.submit("NV02", day("19/7"))
    office.hand_over("NV02", "CB12", on=day("25/7"))
    office.pause("NV03", day("22/7"))
    office.hand_over("NV03", "CB12", on=day("25/7"))
    assert shown(of(office, "VP", "2026-Q3")) == {"assigned": 3, "handed_over": 3}


def test_the_tree_is_that_of_the_last_day(office: Office) -> None:
    """A unit that ended within the period is not below its parent on E."""
    office.add_unit("TỔ", parent="VP", valid_to=day("31/8"))
    office.add_official("CB30", "TỔ")
    office.assign("NV01", "CB30", on=day("1/8"))
    assert of(office, "VP", "2026-08").assigned == 1
    assert of(office, "VP", "2026-Q3").assigned == 0
    assert of(office, "VP", "2026-Q3", today=day("31/8")).assigned == 1


def test_rows_count_officials_while_in_the_unit_and_add_up(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"), due_on=day("20/7"))
    office.assign("NV02", "CB06", on=day("1/7"))
    office.hand_over("NV01", "CB08", on=day("25/7"))
    office.hand_over("NV02", "CB12", on=day("25/7"))
    found = counts.sheet(office.store, office.units["VP"].id, parse("2026-Q3"), day("30/9"))
    rows = {office_code(office, place.owner): shown(row) for place, row in found.rows.items()}

    assert rows["CB06"] == {
        "assigned": 2,
        "handed_over": 2,
        "handed_over_overdue": 1,
        "on_time_rate": Decimal("0.0000"),
    }
    assert rows["CB08"] == {"received": 1, "total": 1, "doing_overdue": 1, "on_time_rate": Decimal("0.0000")}
    assert found.internal.received == found.internal.handed_over == found.internal.handed_over_overdue == 1
    assert shown(found.counts)["handed_over"] == 1


def office_code(office: Office, official: int) -> str:
    return next(code for code, each in office.officials.items() if each.id == official)


def test_fields_add_up_to_the_unit(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"), field="đất đai")
    office.assign("NV02", "CB06", on=day("1/7"))
    found = counts.sheet(office.store, office.units["VP"].id, parse("2026-Q3"), day("30/9"))
    assert {name: row.total for name, row in found.fields.items()} == {"": 1, "đất đai": 1}


def test_an_official_alone_or_while_in_a_unit(office: Office) -> None:
    office.assign("NV01", "CB06", on=day("1/7"))
    office.appoint("CB06", "KTHTĐT", starts_on=day("1/8"))
    official, vp = office.officials["CB06"].id, office.units["VP"].id
    whole = counts.of_official(office.store, official, parse("2026-Q3"), day("30/9"))
    while_there = counts.of_official(office.store, official, parse("2026-Q3"), day("30/9"), vp)
    assert shown(whole) == {"assigned": 1, "total": 1, "doing_no_deadline": 1}
    assert shown(while_there) == {"assigned": 1, "handed_over": 1}


def test_each_figure_opens_its_tasks(office: Office) -> None:
    kept = office.assign("NV01", "CB06", on=day("1/7"), due_on=day("20/7"))
    gone = office.assign("NV02", "CB06", on=day("1/7"))
    office.hand_over("NV02", "CB12", on=day("10/7"))
    vp, period = office.units["VP"].id, parse("2026-Q3")
    assert counts.members(office.store, vp, period, day("30/9")) == {kept.id}
    assert counts.members(office.store, vp, period, day("30/9"), figure="handed_over") == {gone.id}
    assert counts.members(office.store, None, period, day("30/9")) == {kept.id, gone.id}


def test_figures_that_do_not_add_up_are_refused(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A move is missing in the projection: the record tells of another owner than the way leads to."""
    office.assign("NV01", "CB06", on=day("1/7"))
    office.hand_over("NV01", "CB12", on=day("10/7"))
    real = standing.moves
    monkeypatch.setattr(standing, "moves", lambda *asked: {task: moves[:1] for task, moves in real(*asked).items()})
    with pytest.raises(Refused) as refused:
        of(office, "VP", "2026-Q3")
    assert refused.value.code == "figures.identity"
    assert refused.value.parameters["name"] == "Đơn vị VP"
