"""The filters and orders that columns and saved views ask for, against the records told in Python."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.builders import Office, an_office, day
from tracker.domain.tasks import Task
from tracker.store import list_query, listing
from tracker.store.listing import Wanted

TODAY = day("30/9")
WALKED = pytest.mark.parametrize("narrow", [list_query.NARROW, 0])


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Forty tasks of two assigners, three fields and all sorts of deadlines, some extended once or twice."""
    office = an_office(tmp_path_factory.mktemp("house"), "UBND", "VP")
    for code, unit, name in (("CB01", "UBND", "Lưu Quang Thiệu"), ("CB02", "UBND", "Ngô Thị Bích Đào")):
        office.add_official(code, unit, name)
    office.add_official("CB06", "VP", "Hà Thị Ánh")
    for n in range(40):
        due = None if n % 8 == 0 else day("1/9") + n * timedelta(1)
        office.assign(
            f"NV{n + 1}",
            "CB06",
            on=day("1/7") + n % 5 * timedelta(1),
            due_on=due,
            assigner=office.officials["CB01" if n % 3 else "CB02"].id,
            field=(None, "Đất đai", "Tài chính")[n % 3],
            public_concern=n % 7 == 0,
            percent=n % 11 * 10,
        )
        for extended in range(n % 4 if due and n > 20 else 0):
            office.extend(f"NV{n + 1}", day("20/10") + extended * timedelta(5), day("25/8") + extended * timedelta(1))
    office.submit("NV3", day("10/9"))
    office.pause("NV4", day("9/9"))
    office.finish("NV5", day("25/9"))
    yield office
    office.close()


def numbers(office: Office, wanted: Wanted, **how: object) -> list[str]:
    rows = listing.page(office.store, wanted, TODAY, **how)  # type: ignore[arg-type]
    assert listing.count(office.store, wanted, TODAY) == len(rows)
    return [row.number for row in rows]


def every(office: Office) -> list[Task]:
    return [office.task(f"NV{n + 1}") for n in range(40)]


@WALKED
def test_by_who_assigned(house: Office, narrow: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_query, "NARROW", narrow)
    second = house.officials["CB02"].id
    assert numbers(house, Wanted(assigner=second)) == [task.number for task in every(house) if task.assigner == second]


def test_by_field(house: Office) -> None:
    expected = [task.number for task in every(house) if task.field == "Đất đai"]
    assert numbers(house, Wanted(fields=("Đất đai",))) == expected
    without = [task.number for task in every(house) if task.field in (None, "Tài chính")]
    assert numbers(house, Wanted(fields=("", "Tài chính"))) == without
    assert listing.fields(house.store) == ["Tài chính", "Đất đai"]


@WALKED
@pytest.mark.parametrize(("first", "last"), [("5/9", "12/9"), ("5/9", None), (None, "12/9"), ("12/9", "5/9")])
def test_by_deadline(
    house: Office, first: str | None, last: str | None, narrow: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_query, "NARROW", narrow)
    begins, ends = (day(first) if first else date.min), (day(last) if last else date.max)
    wanted = Wanted(due_from=first and begins.isoformat(), due_to=last and ends.isoformat())
    expected = [task.number for task in every(house) if task.due_on and begins <= task.due_on <= ends]
    assert numbers(house, wanted) == expected
    assert bool(expected) == (begins <= ends)


@pytest.mark.parametrize("days", [1, 3, 5, 12])
def test_by_working_days_late(house: Office, days: int) -> None:
    rows = listing.page(house.store, Wanted(), TODAY)
    expected = [row.number for row in rows if row.working_days_late >= days]
    assert expected, "some are that late"
    assert numbers(house, Wanted(late=days)) == expected
    open_ = [row.number for row in rows if row.working_days_late >= days and row.deadline_class == "overdue"]
    assert numbers(house, Wanted(classes=("overdue",), late=days)) == open_


def test_days_of_a_pause_are_not_late(house: Office) -> None:
    """NV4 was due on 4/9 and paused on 9/9: by then two working days late, for ever."""
    assert "NV4" in numbers(house, Wanted(late=2))
    assert "NV4" not in numbers(house, Wanted(late=3))


def test_by_what_happened_since(house: Office) -> None:
    assert numbers(house, Wanted(since=day("9/9").isoformat())) == ["NV3", "NV4", "NV5"]
    assert numbers(house, Wanted(since=day("11/9").isoformat())) == ["NV5"]


def test_of_public_concern(house: Office) -> None:
    assert numbers(house, Wanted(public_concern=True)) == [task.number for task in every(house) if task.public_concern]


@pytest.mark.parametrize("least", [1, 2, 3])
def test_by_how_often_the_deadline_was_changed(house: Office, least: int) -> None:
    expected = [task.number for task in every(house) if task.extensions >= least]
    assert expected
    assert numbers(house, Wanted(extensions=least)) == expected


def test_changes_of_the_deadline_are_those_made_by_a_past_day(house: Office) -> None:
    """Each was extended on 25/8 first, again on the days after."""
    then = listing.ids(house.store, Wanted(extensions=2), day("25/8"))
    assert then == []
    assert len(listing.ids(house.store, Wanted(extensions=1), day("25/8"))) == sum(
        task.extensions >= 1 for task in every(house)
    )


@pytest.mark.parametrize("way", ["", "-"])
@pytest.mark.parametrize("key", list_query.COLUMN_KEYS)
def test_orders_of_columns_keep_what_has_none_at_the_end(house: Office, key: str, way: str) -> None:
    told = {
        "assigner": lambda task: {"CB02": 0, "CB01": 1}[  # Đào before Thiệu
            next(code for code, each in house.officials.items() if each.id == task.assigner)
        ],
        "submitted": lambda task: task.submitted_on and task.submitted_on.toordinal(),
        "field": lambda task: task.field,
        "coefficient": lambda task: float(task.coefficient),
    }.get(key, lambda task: getattr(task, key))
    tasks = {task.number: task for task in every(house)}
    found = [told(tasks[number]) for number in numbers(house, Wanted(), sort=way + key)]
    known = [each for each in found if each is not None]
    assert found == known + [None] * (len(found) - len(known))
    assert all((first >= second) if way else (first <= second) for first, second in pairwise(known))


def test_deadlines_of_a_list_in_their_order(house: Office) -> None:
    expected = sorted(
        (task.due_on.isoformat(), int(task.number[2:]), task.id)
        for task in every(house)
        if task.due_on and task.public_concern
    )
    found = listing.due_days(house.store, Wanted(public_concern=True), TODAY)
    assert found == [(due, task) for due, _, task in expected]


def test_the_newest_task(house: Office) -> None:
    assert listing.newest(house.store) == house.task("NV40").id
