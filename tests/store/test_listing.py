"""The list of tasks against the rules told in Python: filters, orders, pages, classes, on today and on past days."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import Office, an_office, day
from tracker.domain.calendar import WorkingCalendar
from tracker.domain.deadlines import DeadlineClass, classify, soon_on
from tracker.domain.errors import Refused
from tracker.domain.tasks import TaskState
from tracker.store import list_query, listing
from tracker.store.listing import Row, Wanted

TODAY = day("30/9")
PLAIN = WorkingCalendar({})
days = st.dates(date(2026, 8, 20), date(2026, 9, 20))


@given(st.sampled_from(TaskState), st.none() | days, st.none() | days, days, st.integers(0, 5))
def test_the_class_in_sql_is_the_class_of_the_domain(
    state: TaskState, due: date | None, submitted: date | None, on: date, n: int
) -> None:
    soon = {each.isoformat(): soon_on(PLAIN, each, n).isoformat() for each in {on, submitted or on}}
    facts = {
        "state": state.value,
        "due_on": due and due.isoformat(),
        "submitted_on": submitted and submitted.isoformat(),
        "on": on.isoformat(),
        "soon_today": soon[on.isoformat()],
        "soon": list_query.json_of(soon),
    }
    sql = f"SELECT {listing.CLASS} FROM (SELECT :state AS state, :due_on AS due_on, :submitted_on AS submitted_on) t"
    found = sqlite3.connect(":memory:").execute(sql, facts).fetchone()[0]
    assert found == classify(state, due, submitted, on, lambda each: soon_on(PLAIN, each, n))


@dataclass
class House:
    office: Office
    rows: list[Row]
    """Every task as its row says it is today."""

    def numbers(self, wanted: Wanted, on: date = TODAY, **how: object) -> list[str]:
        return [row.number for row in listing.page(self.office.store, wanted, on, **how)]  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Tasks in every state and class, of four officials in three units."""
    office = an_office(tmp_path_factory.mktemp("house"), "UBND", "VP", "KTHTĐT")
    people = {"CB01": ("UBND", "Lưu Quang Thiệu"), "CB06": ("VP", "Hà Thị Ánh"), "CB08": ("VP", "Mai Thị Ân")}
    for code, (unit, name) in (people | {"CB12": ("KTHTĐT", "Bùi Khắc Điềm")}).items():
        office.add_official(code, unit, name)
    office.appoint("CB08", "KTHTĐT", starts_on=day("1/9"))
    acts = ("", "start", "submit", "finish", "return_", "pause", "recall", "decline", "hand_over", "extend")
    for n in range(80):
        number, owner = f"NV{n + 1}", ("CB06", "CB08", "CB12", "CB06", "CB08")[n % 5]
        due = None if n % 7 == 0 else day("31/8") + (n % 40) * timedelta(1)
        office.assign(number, owner, on=day("1/7") + n % 9 * timedelta(1), due_on=due, title=f"Báo cáo số {n % 13}")
        on = day("13/9") if n == 13 else day("28/8") + (n % 25) * timedelta(1)  # NV14 is done on its deadline
        lead(office, number, acts[n % 10], on)
    office.draft("NV81", title="Dự thảo kế hoạch")
    office.draft("NV82", TaskState.PROPOSED, owner=office.officials["CB06"].id)
    office.coordinate("NV1", "các phòng")
    office.coordinate("NV1", "Bùi Khắc Điềm", "CB12")
    yield House(office, listing.page(office.store, Wanted(), TODAY))
    office.close()


def lead(office: Office, number: str, act: str, on: date) -> None:
    if act == "return_":
        office.submit(number, on)
        office.return_(number, on + timedelta(1))
    elif act == "hand_over":
        office.hand_over(number, "CB12" if office.task(number).owner != office.officials["CB12"].id else "CB06", on)
    elif act == "extend" and office.task(number).due_on:
        office.extend(number, day("20/10"), on)
    elif act and act != "extend":
        getattr(office, act)(number, on)


def test_without_filters_every_task_is_listed(house: House) -> None:
    assert len(house.rows) == 82
    assert {row.state for row in house.rows} == {state.value for state in TaskState}
    assert {row.deadline_class for row in house.rows} == {*DeadlineClass, None}


def test_numbers_are_in_the_order_people_count(house: House) -> None:
    assert house.numbers(Wanted(), limit=12)[:3] == ["NV1", "NV2", "NV3"]
    assert house.numbers(Wanted(), sort="-number", limit=2) == ["NV82", "NV81"]


FILTERS = (
    *[Wanted(states=(state,)) for state in list_query.STATES],
    *[Wanted(classes=(each,)) for each in list_query.CLASSES],
    Wanted(states=("doing", "done"), classes=("done_late", "overdue")),
    Wanted(states=("draft",), classes=("overdue",)),
    Wanted(search="bao cao so 1"),
    Wanted(search="anh"),
    Wanted(search="nv7", classes=("overdue",)),
    Wanted(),
)


def lets_through(wanted: Wanted, row: Row) -> bool:
    text = f"{row.number} {row.title} {row.product}".lower().replace("á", "a").replace("ố", "o")
    owners = {"CB06": "cb06 ha thi anh", "CB08": "cb08 mai thi an", "CB12": "cb12 bui khac diem", None: ""}
    return (
        (not wanted.states or row.state in wanted.states)
        and (not wanted.classes or row.deadline_class in wanted.classes)
        and (wanted.search in text or wanted.search in owners[row.owner])
    )


@pytest.mark.parametrize("narrow", [list_query.NARROW, 0])
@pytest.mark.parametrize("wanted", FILTERS, ids=str)
def test_filters_let_through_what_their_words_say(
    house: House, wanted: Wanted, narrow: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the rows are found by an index or by walking through (0: nothing counts as few)."""
    monkeypatch.setattr(list_query, "NARROW", narrow)
    expected = [row.number for row in house.rows if lets_through(wanted, row)]
    assert house.numbers(wanted) == expected
    assert listing.count(house.office.store, wanted, TODAY) == len(expected)


NAMES = {"CB06": 0, "CB08": 1, "CB12": 2, None: 9}
"""Ánh, Ân, Điềm: by the given name, a before â; drafts without an owner last."""
ORDERS = {
    "due": lambda row: (row.due_on is None, row.due_on),
    "assigned": lambda row: (row.assigned_on is None, row.assigned_on),
    "state": lambda row: (list_query.STATES.index(row.state), row.due_on is None, row.due_on),
    "owner": lambda row: NAMES[row.owner],
    "late": lambda row: -row.days_late,
}


@pytest.mark.parametrize("narrow", [list_query.NARROW, 0])
@pytest.mark.parametrize("wanted", [Wanted(), Wanted(states=("doing", "assigned", "done")), Wanted(search="bao cao")])
@pytest.mark.parametrize("key", ORDERS)
def test_orders_are_kept_page_by_page(
    house: House, key: str, wanted: Wanted, narrow: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_query, "NARROW", narrow)
    whole = listing.page(house.office.store, wanted, TODAY, sort=key)
    compared = [ORDERS[key](row) for row in whole]
    assert all(first <= second for first, second in pairwise(compared))
    for offset in range(0, len(whole) + 7, 7):
        part = listing.page(house.office.store, wanted, TODAY, sort=key, limit=7, offset=offset)
        assert part == whole[offset : offset + 7]


@pytest.mark.parametrize("narrow", [list_query.NARROW, 0])
@pytest.mark.parametrize("key", ["due", "assigned", "closed", "owner", "state", "late"])
def test_the_other_way_round_keeps_what_has_none_at_the_end(
    house: House, key: str, narrow: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_query, "NARROW", narrow)
    whole = listing.page(house.office.store, Wanted(), TODAY, sort=f"-{key}")
    pages = [
        listing.page(house.office.store, Wanted(), TODAY, sort=f"-{key}", limit=9, offset=at) for at in range(0, 90, 9)
    ]
    assert [row for page in pages for row in page] == whole
    told = {
        "due": lambda row: row.due_on,
        "assigned": lambda row: row.assigned_on,
        "closed": lambda row: row.confirmed_on or (house.office.task(row.number).recalled_on or ""),
    }
    if key in told:
        found = [str(told[key](row) or "") or None for row in whole]
        known = [each for each in found if each]
        assert found == sorted(known, reverse=True) + [None] * (len(found) - len(known))
    if key == "late":
        assert [row.days_late for row in whole] == sorted(row.days_late for row in whole)


def test_those_of_a_unit_are_those_who_belong_to_it_that_day(house: House) -> None:
    store, units, people = house.office.store, house.office.units, house.office.officials
    assert listing.owners_of(store, units["VP"].id, TODAY) == {people["CB06"].id}
    assert listing.owners_of(store, units["VP"].id, day("31/8")) == {people["CB06"].id, people["CB08"].id}
    assert listing.owners_of(store, units["UBND"].id, TODAY) == {each.id for each in people.values()}
    wanted = Wanted(owners=listing.owners_of(store, units["VP"].id, TODAY))
    assert house.numbers(wanted) == [row.number for row in house.rows if row.unit == "VP"]


def test_a_row_tells_the_facts_of_the_contract(house: House) -> None:
    row = listing.as_json(house.rows[0])
    assert row == {
        "number": "NV1",
        "title": "Báo cáo số 0",
        "owner": "CB06",
        "owner_name": "Hà Thị Ánh",
        "unit": "VP",
        "assigner": "CB01",
        "coordinators": ("các phòng", "CB12"),
        "assigned_on": "2026-07-01",
        "original_due_on": None,
        "due_on": None,
        "state": "assigned",
        "class": "no_deadline",
        "days_late": 0,
        "working_days_late": 0,
        "submitted_on": None,
        "confirmed_on": None,
        "extensions": 0,
        "hand_overs": 0,
        "returns": 0,
        "coefficient": 1,
        "quantity": 1,
        "product": "Báo cáo",
        "pauses": 0,
        "percent": 0,
    }


def test_a_past_day_shows_tasks_as_they_stood(house: House) -> None:
    """NV4 was submitted and confirmed on 31/8; the day before it was only assigned."""
    store = house.office.store
    now = next(row for row in house.rows if row.number == "NV4")
    then = listing.one(store, now.id, day("30/8"))
    assert (now.state, now.confirmed_on) == ("done", "2026-08-31")
    assert (then.state, then.deadline_class, then.submitted_on, then.confirmed_on) == (
        "assigned",
        "due_soon",
        None,
        None,
    )
    assert "NV4" in house.numbers(Wanted(classes=("due_soon",)), day("30/8"))
    assert "NV4" not in house.numbers(Wanted(states=("done",)), day("30/8"))


def test_a_past_day_counts_what_had_happened(house: House) -> None:
    moved = next(row for row in house.rows if row.hand_overs)
    before = listing.one(house.office.store, moved.id, day("27/8"))
    assert (before.hand_overs, moved.hand_overs) == (0, 1)
    assert before.owner != moved.owner


@pytest.mark.parametrize("sort", ["number", "due", "owner", "state", "late", "-closed"])
def test_past_days_are_sorted_and_filtered_as_rows_say(house: House, sort: str) -> None:
    on = day("10/9")
    whole = listing.page(house.office.store, Wanted(), on, sort=sort)
    for wanted in FILTERS:
        found = house.numbers(wanted, on, sort=sort)
        assert found == [row.number for row in whole if lets_through(wanted, row)]


def test_only_the_tasks_behind_a_figure(house: House) -> None:
    some = frozenset(row.id for row in house.rows[10:20])
    assert house.numbers(Wanted(tasks=some)) == [row.number for row in house.rows[10:20]]
    assert house.numbers(Wanted(tasks=frozenset())) == []


@pytest.mark.parametrize(
    ("wanted", "sort", "code"),
    [
        (Wanted(), "colour", "list.sort_unknown"),
        (Wanted(states=("finished",)), "number", "list.state_unknown"),
        (Wanted(classes=("late",)), "number", "list.class_unknown"),
    ],
)
def test_what_is_not_known_is_refused(house: House, wanted: Wanted, sort: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        listing.page(house.office.store, wanted, TODAY, sort=sort)
    assert refused.value.code == code
