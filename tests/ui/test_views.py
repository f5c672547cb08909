"""Which tasks the views have: the six that are shipped, and what both of two filters let through."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.hands import ids
from tracker.actions import tasks as acting
from tracker.domain.new_task import NewTask
from tracker.store import Store, listing, officials, tasks
from tracker.store.listing import Row, Wanted
from tracker.ui import views
from tracker.ui.desk import Desk

TODAY = date(2026, 9, 30)


def rows(desk: Desk, view: str) -> list[Row]:
    return desk.rows(ids(desk, view))


def numbers(found: list[Row]) -> list[str]:
    return [row.number for row in found]


def every(store: Store) -> list[Row]:
    return listing.page(store, Wanted(), TODAY)


def test_each_view_has_the_tasks_that_its_name_says(desk: Desk, store: Store) -> None:
    all_rows = every(store)
    open_ = [row for row in all_rows if row.state not in ("draft", "proposed", "done", "recalled")]
    records = {row.id: tasks.get(store, row.id) for row in all_rows}  # type: ignore[arg-type]
    expected = {
        "overdue": {row.number for row in all_rows if row.deadline_class == "overdue"},
        "week": {
            row.number
            for row in all_rows
            if row.deadline_class in ("due_soon", "in_time") and "2026-09-30" <= (row.due_on or "") <= "2026-10-09"
        },
        "awaiting": {row.number for row in all_rows if row.state == "submitted"},
        "no_deadline": {row.number for row in all_rows if row.deadline_class == "no_deadline"},
        "concern": {row.number for row in open_ if records[row.id].public_concern},
        "changed": {row.number for row in all_rows if row.extensions >= 2 and row.state != "recalled"},
    }
    for view in views.VIEWS:
        assert set(numbers(rows(desk, view))) == expected[view], view
        assert desk.count(view) == len(expected[view]), view
    assert [view for view in views.VIEWS if not expected[view]] == ["changed"], "the sample extended one task once"


def test_what_is_urgent_comes_first_and_what_is_done_last(desk: Desk) -> None:
    found = rows(desk, "all")
    classes = [row.deadline_class for row in found]
    assert classes[:3] == ["overdue"] * 3
    done = [at for at, row in enumerate(found) if row.state == "done"]
    assert min(done) > max(at for at, row in enumerate(found) if row.deadline_class in ("due_soon", "no_deadline"))


def test_seven_days_are_working_days(desk: Desk, store: Store) -> None:
    """From 30/9, over a week-end, they end on Friday 9/10: what is due then is there, on 10/10 not."""
    owner = officials.by_code(store, "CB21").id
    made = {}
    for due in (date(2026, 10, 9), date(2026, 10, 10)):
        new = NewTask(title="Việc", owner=owner, due_on=due, product="Báo cáo")
        changes = desk.act(lambda store, actor, new=new: acting.add(store, actor, new))
        assert changes is not None
        made[due.day] = acting.made(store, changes).id
    assert made[9] in ids(desk, "week")
    assert made[10] not in ids(desk, "week")


def test_views_follow_unit_and_today_never_the_period(desk: Desk) -> None:
    from tracker.domain.periods import parse

    before = ids(desk, "overdue")
    desk.choose_period(parse("2026-Q1"))
    assert ids(desk, "overdue") == before
    assert ids(desk, "period") != ids(desk, "all")
    unit = next(unit for unit in desk.units() if unit.depth == 1)
    desk.choose_unit(unit.id)
    assert set(ids(desk, "all")) < {row.id for row in every(desk.store)}


@given(st.data())
def test_narrowed_lets_through_what_both_do(data: st.DataObject) -> None:
    """For each kind of filter told as a set of values; none is everything."""
    values = ("assigned", "doing", "done")
    chosen = st.lists(st.sampled_from(values), unique=True).map(tuple)
    one, other = Wanted(states=data.draw(chosen)), Wanted(states=data.draw(chosen))
    both = views.narrowed(one, other)
    left = set() if both.tasks is not None else set(both.states or values)
    assert left == set(one.states or values) & set(other.states or values)


def test_narrowed_takes_the_closer_bounds() -> None:
    one = Wanted(due_from="2026-09-01", due_to="2026-09-20", late=3, tasks=frozenset({1, 2}), search="a")
    other = Wanted(due_from="2026-09-05", due_to="2026-09-30", late=1, tasks=frozenset({2, 3}), owner=7)
    assert views.narrowed(one, other) == Wanted(
        due_from="2026-09-05", due_to="2026-09-20", late=3, tasks=frozenset({2}), search="a", owner=7
    )


def test_a_total_is_reckoned_again_when_the_file_changes(desk: Desk, store: Store, office) -> None:
    from tracker.store.folder import open_folder

    reader, kept = open_folder(office, read_only=True), views.Kept()
    try:
        before = views.ids(reader, desk.asked("period"), kept)
        assert before == ids(desk, "period")
        task = tasks.by_number(store, "NV06")
        from tracker.actions.tasks import recall

        desk.act(lambda st_, actor: recall(st_, actor, task.id, reason="không còn cần"))
        after = views.ids(reader, desk.asked("period"), kept)
        assert set(before) - set(after) == {task.id}
    finally:
        reader.close()
