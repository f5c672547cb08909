"""The facts of a day against the rows of the lists: counted there one by one, each by the rule of its row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.builders import Office, an_office, chart_class, day
from tracker.domain.defaults import DEFAULTS
from tracker.figures.today import loads
from tracker.store import listing, settings, today, units
from tracker.store.calendar import working_calendar
from tracker.store.listing import Row, Wanted

TODAY = day("30/9")
UNDER_WAY = Wanted(classes=today.UNDER_WAY)
ACTS = ("", "start", "submit", "finish", "return_", "pause", "pause_resume", "recall", "decline", "extend", "progress")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Two hundred tasks in every state, of five officials in three units."""
    made = an_office(tmp_path_factory.mktemp("today"), "UBND", "VP", "KTHTĐT")
    for code, unit in {"CB01": "UBND", "CB06": "VP", "CB08": "VP", "CB12": "KTHTĐT", "CB13": "KTHTĐT"}.items():
        made.add_official(code, unit, f"Nguyễn Thị {code}")
    for n in range(220):
        number, owner = f"NV{n + 1}", ("CB06", "CB08", "CB12", "CB13")[n * 7 % 4]
        due = None if n % 6 == 0 else day("1/7") + n * 13 % 110 * timedelta(1)
        made.assign(number, owner, on=day("1/3") + n * 11 % 110 * timedelta(1), due_on=due, title=f"Báo cáo số {n}")
        lead(made, number, ACTS[n % len(ACTS)], day("20/6") + n * 17 % 100 * timedelta(1))
    made.assign("NV221", "CB06", on=day("1/6"), due_on=day("30/10"))
    made.start("NV221", day("25/8"))
    made.submit("NV221", day("10/9"))
    yield made
    made.close()


def lead(office: Office, number: str, act: str, on: date) -> None:
    if act == "return_":
        office.submit(number, on)
        office.return_(number, on + timedelta(1))
    elif act == "pause_resume":
        office.pause(number, on)
        office.resume(number, min(on + timedelta(9), TODAY))
    elif act == "extend" and office.task(number).due_on:
        office.extend(number, day("12/10"), on)
    elif act == "progress":
        office.start(number, day("1/7"))
        tell(office, number, on)
    elif act and act != "extend":
        getattr(office, act)(number, on)


def tell(office: Office, number: str, on: date) -> None:
    from tracker.domain.events import Progress

    task = office.task(number)
    with office._change("task.progress", on) as change:
        made = {"id": change.new_id(Progress), "task": task.id, "reported_on": on, "reported_by": task.owner}
        change.save(Progress(**made, percent=40))


DAYS = (TODAY, day("3/10"), day("31/8"), day("15/7"))
"""Today, a Saturday, and past days, on which many tasks stood otherwise."""
WHOSE = (None, ("CB06",), ("CB12", "CB13"))


@pytest.fixture(params=WHOSE, ids=str)
def owners(office: Office, request: pytest.FixtureRequest) -> frozenset[int] | None:
    return None if request.param is None else frozenset(office.officials[code].id for code in request.param)


def rows(office: Office, owners: frozenset[int] | None, on: date) -> list[Row]:
    return listing.page(office.store, UNDER_WAY._replace(owners=owners), on)


def since(office: Office, iso: str | None, on: date) -> int:
    """How many working days have gone since a day, counted one by one."""
    assert iso is not None
    calendar, begin = working_calendar(office.store), date.fromisoformat(iso)
    return sum(calendar.is_working(begin + timedelta(after)) for after in range(1, (on - begin).days + 1))


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_overdue_and_its_bands(office: Office, owners: frozenset[int] | None, on: date) -> None:
    late = [row for row in rows(office, owners, on) if row.deadline_class == "overdue"]
    found = today.Day(office.store, on, owners).facts(5)
    assert found.overdue == len(late)
    assert found.overdue or owners
    lots = [0, 0, 0, 0]
    for row in late:
        lots[
            0
            if row.working_days_late <= 5
            else 1
            if row.working_days_late <= 10
            else 2
            if row.working_days_late <= 30
            else 3
        ] += 1
    assert list(found.bands) == lots
    if late:
        assert found.worst is not None
        assert found.worst.days == max(row.working_days_late for row in late)
        assert found.worst.name in {row.owner_name for row in late if row.working_days_late == found.worst.days}


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_a_band_opens_the_tasks_it_counts(office: Office, owners: frozenset[int] | None, on: date) -> None:
    seen = today.Day(office.store, on, owners)
    limits = [(0, 5), (6, 10), (11, 30), (31, None)]
    late = {row.id: row.working_days_late for row in rows(office, owners, on) if row.deadline_class == "overdue"}
    for count, (least, most) in zip(seen.facts(0).bands, limits, strict=True):
        tasks = seen.overdue(least, most)
        assert len(tasks) == count
        assert set(tasks) == {task for task, days in late.items() if least <= days <= (most or days)}


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_due_soon_and_the_strip(office: Office, owners: frozenset[int] | None, on: date) -> None:
    found = today.Day(office.store, on, owners)
    facts = found.facts(5)
    soon = [r for r in rows(office, owners, on) if r.deadline_class == "due_soon" and r.state != "submitted"]
    assert facts.due_soon == len(soon)
    assert found.due_soon() == [row.id for row in sorted(soon, key=lambda row: (row.due_on, row.id))]
    assert facts.due_today == sum(row.due_on == on.isoformat() for row in soon)
    for after in range(today.STRIP):
        that_day = on + timedelta(after)
        due = {
            row.id
            for row in rows(office, owners, on)
            if row.due_on == that_day.isoformat() and row.deadline_class in ("due_soon", "in_time")
            if row.state != "submitted"
        }
        assert facts.days.get(that_day.isoformat(), 0) == len(due)
        assert set(found.due_on(that_day)) == due
    strip = [on + timedelta(after) for after in range(today.STRIP)]
    assert facts.days_off == {each.isoformat() for each in strip if each.weekday() > 4 or each.isoformat() in OFF}


OFF = {"2026-08-31", "2026-09-01", "2026-09-02"}
"""Quốc khánh, as the shipped calendar has it."""


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_without_a_deadline_for_long(office: Office, owners: frozenset[int] | None, on: date) -> None:
    found = today.Day(office.store, on, owners)
    old = [
        r
        for r in rows(office, owners, on)
        if r.deadline_class == "no_deadline" and since(office, r.assigned_on, on) > 90
    ]
    facts = found.facts(5)
    assert facts.no_deadline == len(old)
    assert set(found.without_deadline()) == {row.id for row in old}
    if old:
        assert facts.longest is not None
        assert facts.longest.days == max(since(office, row.assigned_on, on) for row in old)


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_without_news_for_long(office: Office, owners: frozenset[int] | None, on: date) -> None:
    """Ten working days: counted from every move and every word on each task."""
    heard = {}
    for row in office.store.rows("SELECT task, day FROM task_move UNION ALL SELECT task, reported_on FROM progress"):
        if row[1] <= on.isoformat():
            heard[row[0]] = max(row[1], heard.get(row[0], ""))
    silent = {
        row.id
        for row in rows(office, owners, on)
        if row.state in ("assigned", "doing", "redo")
        and office.calendar.between(date.fromisoformat(heard[row.id]), on) > 10
    }
    found = today.Day(office.store, on, owners)
    facts = found.facts(5)
    assert facts.not_updated == len(silent)
    assert set(found.not_updated()) == silent
    assert facts.most is None or 0 < facts.most.tasks <= len(silent)


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_the_latest_stands_first_then_what_is_due_first(
    office: Office, owners: frozenset[int] | None, on: date
) -> None:
    late = listing.ids(office.store, Wanted(classes=("overdue",), owners=owners), on, sort="late")
    found = today.Day(office.store, on, owners)
    every = [*late, *found.due_soon()]
    for rows_wanted in (3, len(late) + 2):
        urgent = found.facts(rows_wanted).urgent
        assert [row.id for row in urgent] == every[:rows_wanted]
    listed = {row.id: row for row in rows(office, owners, on)}
    for row in urgent:
        told = listed[row.id]
        assert (row.title, row.owner, row.due_on, row.state) == (told.title, told.owner_name, told.due_on, told.state)
        assert row.late == (told.working_days_late if row.id in late else None)


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_every_official_with_the_classes_of_the_tasks(office: Office, owners: frozenset[int] | None, on: date) -> None:
    found = today.Day(office.store, on, owners)
    listed = rows(office, owners, on)
    ids = {official.code: official.id for official in office.officials.values()}
    for owner, counts in found.by_owner().items():
        for look, count in counts.items():
            tasks = {row.id for row in listed if row.owner and ids[row.owner] == owner and chart_class(row) == look}
            assert count == len(tasks)
            assert set(found.of_owners([owner], look)) == tasks
    assert sum(load.total for load in loads(found)) == len(listed)


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_the_chart_by_official_adds_up_to_the_facts(office: Office, owners: frozenset[int] | None, on: date) -> None:
    found = today.Day(office.store, on, owners)
    facts = found.facts(0)
    every = found.by_owner().values()
    assert sum(counts["overdue"] for counts in every) == facts.overdue
    assert sum(counts["due_soon"] for counts in every) == facts.due_soon


def test_what_was_handed_in_before_its_day_is_not_due_soon(tmp_path: Path) -> None:
    made = an_office(tmp_path, "UBND")
    made.add_official("CB01", "UBND", "Nguyễn Thị Hoa")
    for number in ("NV1", "NV2"):
        made.assign(number, "CB01", on=day("1/9"), due_on=day("1/10"))
        made.start(number, day("2/9"))
    made.submit("NV2", day("30/9"))
    found = today.Day(made.store, TODAY)
    assert list(found.by_owner().values()) == [{"overdue": 0, "due_soon": 1, "in_time": 1, "no_deadline": 0}]
    assert found.facts(0).due_soon == 1
    made.close()


def test_most_overdue_first_and_the_rest_together(office: Office) -> None:
    found = today.Day(office.store, TODAY)
    every, some = loads(found), loads(found, shown=2)
    assert len(every) == 4
    assert [load.counts["overdue"] for load in every] == sorted(
        (load.counts["overdue"] for load in every), reverse=True
    )
    assert [load.name for load in some] == [every[0].name, ""]
    assert some[1].total == sum(load.total for load in every[1:])
    assert set(some[1].officials) == {load.officials[0] for load in every[1:]}


def test_defaults_are_those_of_the_settings() -> None:
    assert {name: int(DEFAULTS[name]) for name in today.SETTINGS} == today.SETTINGS


def test_the_quick_answers_are_those_of_the_settings_and_units(tmp_path: Path) -> None:
    from tracker.domain.settings import Setting

    made = an_office(tmp_path / "quick", "UBND", "VP")
    assert today.sample_day(made.store) is settings.sample_day(made.store) is None
    with made._change("setting.set") as change:
        change.save(Setting(id="sample_day", value="2026-09-30"))
    assert today.sample_day(made.store) == settings.sample_day(made.store) == day("30/9")
    for unit in made.units.values():
        assert today.unit_name(made.store, unit.id) == units.get(made.store, unit.id).name
    root = units.office(made.store)
    assert root is not None
    assert today.unit_name(made.store, None) == root.name
    made.close()


def test_a_setting_moves_the_limit(office: Office) -> None:
    from tracker.domain.settings import Setting

    with office._change("setting.set") as change:
        change.save(Setting(id="due_soon_days", value="8"))
    try:
        assert settings.number(office.store, "due_soon_days") == 8
        wide = today.Day(office.store, TODAY).facts(0).due_soon
    finally:
        with office._change("setting.set") as change:
            change.save(Setting(id="due_soon_days", value="3", version=1))
    assert wide > today.Day(office.store, TODAY).facts(0).due_soon


@pytest.mark.parametrize(
    ("code", "leads", "unit"), [("CB01", True, None), ("CB06", True, "VP"), ("CB08", False, None), ("CB99", None, None)]
)
def test_who_looks(tmp_path_factory: pytest.TempPathFactory, code: str, leads: bool | None, unit: str | None) -> None:
    made = an_office(tmp_path_factory.mktemp("who"), "UBND", "VP")
    made.add_official("CB01", "UBND", standing="head")
    made.add_official("CB06", "VP", standing="deputy")
    made.add_official("CB08", "VP", "Nguyễn Thị Ân")
    made.appoint("CB08", "UBND", standing="head", main=False, starts_on=day("1/1"), ends_on=day("1/9"))
    found = today.looker(made.store, code.lower(), TODAY)
    if leads is None:
        assert found is None
    else:
        assert found is not None
        assert (found.id, found.leads) == (made.officials[code].id, leads)
        assert found.unit == (made.units[unit].id if unit else None)
    made.close()
