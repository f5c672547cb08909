"""A book that tells of tasks the office knows already (design.md §2, "From an old book")."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.actions.books import a_sheet, a_ward, task_row
from tests.builders import TODAY, an_actor, day
from tracker.actions import decisions, extensions, hand_overs, undo, work
from tracker.actions.imports import Imported, NotImported, import_tasks
from tracker.domain import events
from tracker.domain.book import TaskRow
from tracker.domain.errors import Refused
from tracker.domain.officials import Actor
from tracker.domain.tasks import Secrecy, SourceKind, Task, TaskState, Urgency
from tracker.store import Store, journal, officials, tasks
from tracker.store.verify import verify

ONE_DEADLINE = {"number": "A", "title": "B", "deadline": "C", "state": "D"}
LATER = day("20/10")
"""The day of a second import, when there is one."""


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Store]:
    with a_ward(tmp_path / "data") as store:
        yield store
        assert verify(store).whole


def take_over(store: Store, *rows: TaskRow, today: date = TODAY) -> Imported:
    return import_tasks(store, an_actor(today=today), a_sheet(rows), file="so.xlsx")


def first(store: Store, **said: Any) -> Task:
    """NV01 as the first book has it."""
    take_over(store, task_row(**said))
    return tasks.by_number(store, "NV01")


def again(store: Store, today: date = LATER, **said: Any) -> Task:
    """NV01 as it is after the second book, which changed something."""
    done = take_over(store, task_row(**said), today=today)
    assert (done.made, done.updated, done.unchanged) == (0, 1, 0)
    return tasks.by_number(store, "NV01")


def kept(store: Store, today: date = LATER, **said: Any) -> list[str]:
    """What is told of a second book that changes nothing."""
    before = journal.head(store)
    done = take_over(store, task_row(**said), today=today)
    assert (done.unchanged, done.changes, journal.head(store)) == (1, None, before)
    return [problem.code for problem in done.problems]


def refused(store: Store, today: date = LATER, **said: Any) -> list[str]:
    before = journal.head(store)
    with pytest.raises(NotImported) as error:
        take_over(store, task_row(**said), today=today)
    assert journal.head(store) == before
    return [problem.code for problem in error.value.problems if problem.fatal]


def by(store: Store, code: str, today: date = TODAY) -> Actor:
    return an_actor(officials.by_code(store, code).id, today)


def moves(store: Store) -> list[tuple[str, str]]:
    return store.rows("SELECT day, state FROM task_move ORDER BY seq")


# Filling


def test_empty_fields_are_filled(ward: Store) -> None:
    first(ward)
    said = {
        "source_number": "118/KH-UBND",
        "source_on": day("30/6"),
        "urgency": Urgency.URGENT,
        "coefficient": Decimal(8),
        "complexity": "N2",
        "quantity": 4,
        "field": "tài chính",
        "note": "ghi chú",
        "authority": "ký thay",
        "public_concern": True,
    }
    task = again(ward, **said)
    assert {name: getattr(task, name) for name in said} == said
    assert task.source_kind is SourceKind.DOCUMENT
    assert (task.moved_on, task.state) == (day("1/7"), TaskState.ASSIGNED)


def test_what_is_there_is_never_written_over(ward: Store) -> None:
    first(ward, note="một", urgency=Urgency.URGENT, complexity="N2")
    assert kept(ward, note="hai", urgency=Urgency.EXPRESS, complexity="N3") == []


def test_a_title_product_assigner_or_day_that_differs_is_told(ward: Store) -> None:
    first(ward)
    told = kept(ward, title="Báo cáo kết quả quý III", product="Tờ trình", assigner="CB05")
    assert told == ["import.kept", "import.kept", "import.assigner_kept"]
    assert kept(ward, assigned_on=day("2/7")) == ["import.kept"]


def test_a_number_that_another_task_has_is_refused(ward: Store) -> None:
    first(ward)
    next_quarter = {"title": "Việc khác", "assigned_on": day("1/10"), "due_on": None, "no_deadline": True}
    assert refused(ward, **next_quarter) == ["import.number_taken"]


def test_a_title_that_turns_out_to_be_secret_leaves_the_program(ward: Store) -> None:
    first(ward, source_summary="Trích yếu")
    task = again(ward, secrecy=Secrecy.SECRET)
    assert (task.title, task.source_summary, task.secrecy) == ("(Mật)", None, Secrecy.SECRET)
    assert kept(ward, secrecy=Secrecy.SECRET, source_summary="Trích yếu") == []


def test_co_ordinators_are_added_where_there_are_none(ward: Store) -> None:
    task = first(ward)
    again(ward, coordinators=("CB07", "các phòng"))
    assert [each.name for each in tasks.events(ward, events.Coordination, task.id)] == ["Đoàn Văn Ước", "các phòng"]
    assert kept(ward, coordinators=("CB08",)) == []


def test_the_number_is_the_key_whatever_its_case(ward: Store) -> None:
    first(ward)
    take_over(ward, task_row("nv01", note="x"))
    assert [task.number for task in tasks.every(ward)] == ["NV01"]


# The state goes on


def test_a_task_in_work_is_completed(ward: Store) -> None:
    first(ward, state=TaskState.DOING)
    task = again(ward, state=TaskState.DONE, submitted_on=day("5/10"), confirmed_on=day("7/10"))
    assert (task.state, task.submitted_on, task.confirmed_on) == (TaskState.DONE, day("5/10"), day("7/10"))
    assert moves(ward)[-2:] == [("2026-10-05", "submitted"), ("2026-10-07", "done")]


def test_a_result_that_awaited_its_decision_is_confirmed(ward: Store) -> None:
    first(ward, state=TaskState.SUBMITTED, submitted_on=day("22/9"))
    task = again(ward, state=TaskState.DONE, submitted_on=day("22/9"), confirmed_on=day("2/10"))
    (submission,) = tasks.events(ward, events.Submission, task.id)
    assert (submission.submitted_on, submission.decided_on) == (day("22/9"), day("2/10"))
    assert (task.submitted_on, task.confirmed_on) == (day("22/9"), day("2/10"))


def test_a_result_that_awaited_its_decision_is_returned(ward: Store) -> None:
    first(ward, state=TaskState.SUBMITTED, submitted_on=day("22/9"))
    task = again(ward, state=TaskState.REDO, returned_on=day("2/10"), state_reason="thiếu số liệu")
    (submission,) = tasks.events(ward, events.Submission, task.id)
    assert (submission.decision, submission.reason) == (events.SubmissionDecision.RETURNED, "thiếu số liệu")
    assert (task.returns, task.submitted_on) == (1, None)


def test_progress_is_added_and_never_taken_back(ward: Store) -> None:
    first(ward, state=TaskState.DOING, percent=40)
    task = again(ward, state=TaskState.DOING, percent=88)
    assert [each.percent for each in tasks.events(ward, events.Progress, task.id)] == [40, 88]
    assert kept(ward, state=TaskState.DOING, percent=60) == []


def test_a_start_without_a_day_is_declared_as_early_as_it_may_have_been(ward: Store) -> None:
    first(ward, state=TaskState.ASSIGNED)
    again(ward, state=TaskState.DOING)
    assert moves(ward) == [("2026-07-01", "assigned"), ("2026-07-01", "doing")]


@pytest.mark.parametrize("state", [TaskState.PAUSED, TaskState.DECLINED, TaskState.RECALLED, TaskState.REDO])
def test_a_task_in_work_comes_to_stand_where_the_book_has_it(ward: Store, state: TaskState) -> None:
    first(ward, state=TaskState.DOING)
    task = again(ward, state=state)
    assert (task.state, task.moved_on) == (state, LATER)


def test_a_paused_task_is_resumed_before_it_is_completed_and_its_deadline_moves(ward: Store) -> None:
    first(ward, state=TaskState.PAUSED, paused_on=day("21/9"))
    task = again(ward, state=TaskState.DONE, submitted_on=day("5/10"))
    assert task.due_on == day("2/10"), "paused from Monday 21/9 on: five working days before the deadline of 25/9"
    assert [state for _, state in moves(ward)] == ["assigned", "paused", "assigned", "done"]


def test_a_refused_task_is_insisted_on_before_it_is_completed(ward: Store) -> None:
    first(ward, state=TaskState.DECLINED)
    task = again(ward, state=TaskState.DONE, submitted_on=day("5/10"))
    (decline,) = tasks.events(ward, events.Decline, task.id)
    assert (task.state, decline.decision) == (TaskState.DONE, events.DeclineDecision.INSISTED)


def test_a_draft_of_the_program_is_assigned_by_the_book(ward: Store) -> None:
    first(ward, state=TaskState.DRAFT, owner=None, note="dự thảo")
    task = again(ward, state=TaskState.DOING)
    assert (task.state, task.assigned_on, task.original_due_on) == (TaskState.DOING, day("1/7"), day("25/9"))
    assert (task.note, tasks.every(ward)) == ("dự thảo", [task])


# Deadlines


def test_a_later_present_deadline_is_an_extension_from_the_old_book(ward: Store) -> None:
    first(ward)
    task = again(ward, due_on=day("30/10"))
    (extension,) = tasks.events(ward, events.Extension, task.id)
    assert (task.original_due_on, task.due_on, task.extensions) == (day("25/9"), day("30/10"), 1)
    assert (extension.due_before, extension.proposed_due_on, extension.decided_on) == (day("25/9"), day("30/10"), LATER)
    assert (extension.reason, extension.decision) == ("từ sổ cũ", events.ExtensionDecision.APPROVED)


def test_an_extension_comes_before_the_completion_of_the_same_book(ward: Store) -> None:
    first(ward)
    task = again(ward, due_on=day("9/10"), state=TaskState.DONE, submitted_on=day("5/10"))
    (extension,) = tasks.events(ward, events.Extension, task.id)
    assert (extension.decided_on, task.due_on, task.submitted_on) == (day("5/10"), day("9/10"), day("5/10"))


def test_a_changed_first_deadline_is_refused(ward: Store) -> None:
    first(ward)
    assert refused(ward, original_due_on=day("26/9"), due_on=day("26/9")) == ["import.first_deadline"]
    assert refused(ward, original_due_on=None, due_on=None, no_deadline=True) == ["import.first_deadline"]


def test_a_deadline_for_what_had_expressly_none_is_refused(ward: Store) -> None:
    first(ward, original_due_on=None, due_on=None, no_deadline=True, no_deadline_reason="thường xuyên")
    assert refused(ward) == ["import.first_deadline"]


def test_in_a_book_of_one_deadline_it_is_the_present_one(ward: Store) -> None:
    said = {"cells": ONE_DEADLINE}
    first(ward, **said)
    assert kept(ward, **said) == []
    task = again(ward, **said, original_due_on=day("30/10"), due_on=day("30/10"))
    assert (task.original_due_on, task.due_on, task.extensions) == (day("25/9"), day("30/10"), 1)
    assert kept(ward, **said, original_due_on=day("30/10"), due_on=day("30/10")) == []
    assert refused(ward, **said, original_due_on=day("1/9"), due_on=day("1/9")) == ["import.first_deadline"]


def test_a_deadline_that_the_program_has_extended_since_is_kept(ward: Store) -> None:
    task = first(ward, state=TaskState.DOING)
    extensions.ask(ward, by(ward, "CB06"), task.id, day("30/10"), reason="chờ ý kiến")
    extensions.decide(ward, by(ward, "CB04"), task.id, approve=True)
    assert kept(ward, state=TaskState.DOING) == ["import.kept"]
    assert tasks.by_number(ward, "NV01").due_on == day("30/10")


def test_a_deadline_does_not_move_under_a_submission(ward: Store) -> None:
    said = {"state": TaskState.SUBMITTED, "submitted_on": day("22/9")}
    first(ward, **said)
    assert refused(ward, **said, due_on=day("30/10")) == ["import.extends_submitted"]


# Owners


def test_another_owner_is_a_hand_over_from_the_old_book(ward: Store) -> None:
    before = first(ward, state=TaskState.DOING)
    task = again(ward, state=TaskState.DOING, owner="CB07")
    (given,) = tasks.events(ward, events.HandOver, task.id)
    assert (given.from_owner, given.to_owner, given.handed_on) == (before.owner, task.owner, LATER)
    assert (given.handed_by, given.reason) == (task.assigner, "từ sổ cũ")
    assert (task.hand_overs, task.state) == (1, TaskState.DOING)


def test_a_refused_task_of_another_owner_was_given_to_that_one(ward: Store) -> None:
    first(ward, state=TaskState.DECLINED)
    task = again(ward, state=TaskState.ASSIGNED, owner="CB07")
    (decline,) = tasks.events(ward, events.Decline, task.id)
    assert (task.state, decline.decision) == (TaskState.ASSIGNED, events.DeclineDecision.HANDED_OVER)


def test_the_owner_before_a_hand_over_of_the_program_does_not_come_back(ward: Store) -> None:
    task = first(ward)
    hand_overs.hand_over(ward, by(ward, "CB04"), task.id, officials.by_code(ward, "CB07").id, reason="nghỉ phép")
    assert kept(ward) == ["import.owner_kept"]


# What stands


@pytest.mark.parametrize(
    "state", [each for each in TaskState if each not in (TaskState.DONE, TaskState.DRAFT, TaskState.PROPOSED)]
)
def test_what_would_undo_a_confirmation_is_refused(ward: Store, state: TaskState) -> None:
    done = {"state": TaskState.DONE, "submitted_on": day("20/9")}
    first(ward, **done)
    assert refused(ward, **done | {"state": state}) == ["import.undoes_confirmation"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"submitted_on": day("21/9")}, "import.other_completion"),
        ({"confirmed_on": day("21/9")}, "import.other_completion"),
        ({"owner": "CB07"}, "import.done_stays"),
        ({"due_on": day("30/10")}, "import.done_stays"),
    ],
)
def test_nothing_changes_behind_a_confirmation(ward: Store, said: dict[str, Any], code: str) -> None:
    done = {"state": TaskState.DONE, "submitted_on": day("20/9")}
    first(ward, **done)
    assert refused(ward, **done | said) == [code]
    assert again(ward, **done, note="ghi chú").note == "ghi chú", "an empty field is filled all the same"


def test_a_done_task_of_a_book_without_states_stays(ward: Store) -> None:
    first(ward, state=TaskState.DONE, submitted_on=day("20/9"))
    assert kept(ward, state=None) == []


def test_recalled_is_for_ever(ward: Store) -> None:
    first(ward, state=TaskState.RECALLED)
    assert kept(ward, state=TaskState.DOING, note="x", coordinators=("CB07",)) == ["import.state_kept"]


def test_where_the_program_is_further_than_the_book_it_stays(ward: Store) -> None:
    task = first(ward, state=TaskState.DOING)
    work.submit(ward, by(ward, "CB06"), task.id, product_number="5/BC-VP")
    assert kept(ward, state=TaskState.DOING) == ["import.state_kept"]


def test_a_result_that_the_program_has_returned_since_is_not_handed_in_again(ward: Store) -> None:
    said = {"state": TaskState.SUBMITTED, "submitted_on": day("22/9")}
    task = first(ward, **said)
    decisions.return_(ward, by(ward, "CB04"), task.id, reason="thiếu số liệu")
    assert kept(ward, **said) == ["import.state_kept"]


def test_nothing_is_declared_before_the_last_event(ward: Store) -> None:
    first(ward, state=TaskState.PAUSED)
    assert refused(ward, state=TaskState.DONE, submitted_on=day("29/9")) == ["import.before_event"]


# Undoing


def test_an_import_is_undone_and_taken_over_again(ward: Store) -> None:
    rows = [
        task_row("NV01", row=2, state=TaskState.DONE, submitted_on=day("20/9"), coordinators=("CB07",)),
        task_row("NV02", row=3, state=TaskState.REDO, due_on=day("30/9")),
    ]
    done = take_over(ward, *rows)
    before = tasks.every(ward)
    assert done.changes is not None
    undo.undo(ward, an_actor(), done.changes.action)
    assert tasks.every(ward) == []
    assert take_over(ward, *rows).made == 2
    from dataclasses import replace

    assert [replace(task, version=0) for task in tasks.every(ward)] == [replace(task, version=0) for task in before]
    assert [len(tasks.events(ward, events.Coordination, task.id)) for task in before] == [1, 0]


def test_a_second_import_is_undone_alone(ward: Store) -> None:
    before = first(ward, state=TaskState.DOING)
    done = take_over(ward, task_row(state=TaskState.DONE, submitted_on=day("20/9")))
    assert done.changes is not None
    undo.undo(ward, an_actor(), done.changes.action)
    task = tasks.by_number(ward, "NV01")
    assert (task.state, task.submitted_on) == (TaskState.DOING, None)
    assert before.state is TaskState.DOING
    with pytest.raises(Refused):
        undo.undo(ward, an_actor(), done.changes.action)


# What a trial run tells beforehand


def tried(store: Store, *rows: TaskRow) -> Imported:
    return import_tasks(store, an_actor(today=LATER), a_sheet(rows), file="so.xlsx", dry_run=True)


def test_a_trial_names_the_hand_over_and_the_later_deadline(ward: Store) -> None:
    known = first(ward)
    other = officials.by_code(ward, "CB07").id
    (effect,) = tried(ward, task_row(owner="CB07", due_on=day("30/10"))).effects
    assert (effect.row, effect.new) == (task_row().row, False)
    assert effect.owners == (known.owner, other)
    assert effect.deadlines == (known.due_on, day("30/10"))
    assert effect.verbs == ("extension.decide", "task.hand_over")
    assert tasks.by_number(ward, "NV01") == known


def test_rows_that_change_nothing_have_no_effect(ward: Store) -> None:
    first(ward)
    trial = tried(ward, task_row(), task_row(row=6, number="NV02", title="Việc khác"))
    assert [(effect.row, effect.new) for effect in trial.effects] == [(6, True)]
    assert (trial.made, trial.unchanged) == (1, 1)
