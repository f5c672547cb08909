"""A book of tasks that are new to the office: the life it tells of each, and what keeps it out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.actions.books import a_sheet, a_ward, task_row
from tests.builders import TODAY, an_actor, day
from tracker.actions import decisions, work
from tracker.actions.imports import Imported, NotImported, import_tasks
from tracker.domain import events
from tracker.domain.book import Problem, TaskRow
from tracker.domain.tasks import Secrecy, SourceKind, Task, TaskState, Urgency
from tracker.store import Store, journal, officials, tasks
from tracker.store.verify import verify


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Store]:
    with a_ward(tmp_path / "data") as store:
        yield store


@pytest.fixture(scope="module")
def old_ward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """For what is refused or only tried."""
    with a_ward(tmp_path_factory.mktemp("ward") / "data") as store:
        yield store


def take_over(store: Store, *rows: TaskRow, today: date = TODAY, dry_run: bool = False) -> Imported:
    return import_tasks(store, an_actor(today=today), a_sheet(rows), file="so.xlsx", dry_run=dry_run)


def one(store: Store, number: str = "NV01", today: date = TODAY, **said: Any) -> Task:
    """The task that one row became."""
    take_over(store, task_row(number, **said), today=today)
    return tasks.by_number(store, number)


def told(store: Store, *rows: TaskRow) -> list[tuple[int | None, str]]:
    """What is told of rows that are taken over."""
    done = take_over(store, *rows, dry_run=True)
    return [(problem.row, problem.code) for problem in done.problems]


def refused(store: Store, *rows: TaskRow, today: date = TODAY) -> list[tuple[int | None, str]]:
    before = journal.head(store)
    with pytest.raises(NotImported) as error:
        take_over(store, *rows, today=today)
    assert journal.head(store) == before
    return [(problem.row, problem.code) for problem in error.value.problems if problem.fatal]


def moves(store: Store, task: Task) -> list[tuple[str, str]]:
    """Day and state of each move of a task."""
    return store.rows("SELECT day, state FROM task_move WHERE task = ? ORDER BY seq", (task.id,))


def code(store: Store, name: str) -> int:
    return officials.by_code(store, name).id


# The life of a task


def test_done_is_assigned_handed_in_and_confirmed_on_the_books_days(ward: Store) -> None:
    task = one(ward, state=TaskState.DONE, submitted_on=day("20/9"), confirmed_on=day("22/9"))
    assert moves(ward, task) == [("2026-07-01", "assigned"), ("2026-09-20", "submitted"), ("2026-09-22", "done")]
    (submission,) = tasks.events(ward, events.Submission, task.id)
    assert (submission.submitted_on, submission.decided_on) == (day("20/9"), day("22/9"))
    assert submission.submitted_by == code(ward, "CB06")
    assert submission.decided_by == code(ward, "CB04")


def test_what_a_book_tells_is_what_actions_would_have_recorded(ward: Store) -> None:
    said = {"state": TaskState.DONE, "submitted_on": day("20/9"), "confirmed_on": day("22/9"), "product_number": "5/BC"}
    book = one(ward, "NV01", **said)
    acted = one(ward, "NV02", state=TaskState.ASSIGNED)
    owner, assigner = an_actor(code(ward, "CB06")), an_actor(code(ward, "CB04"))
    late = {"reason": "ghi sau"}
    work.submit(ward, owner, acted.id, product_number="5/BC", on=day("20/9"), **late)  # type: ignore[arg-type]
    decisions.confirm(ward, assigner, acted.id, on=day("22/9"), **late)  # type: ignore[arg-type]
    acted = tasks.by_number(ward, "NV02")
    assert book == replace(acted, id=book.id, number=book.number)
    (by_book,) = tasks.events(ward, events.Submission, book.id)
    (by_acts,) = tasks.events(ward, events.Submission, acted.id)
    assert replace(by_book, id=by_acts.id, task=acted.id, reason="ghi sau", version=2) == by_acts


def test_doing_began_on_its_start_day_or_on_the_day_of_assignment(ward: Store) -> None:
    begun = one(ward, "NV01", state=TaskState.DOING, starts_on=day("6/7"))
    assert moves(ward, begun) == [("2026-07-01", "assigned"), ("2026-07-06", "doing")]
    unknown = one(ward, "NV02", state=TaskState.DOING)
    assert moves(ward, unknown) == [("2026-07-01", "assigned"), ("2026-07-01", "doing")]


def test_progress_is_reported_as_of_the_import_and_starts_what_was_only_assigned(ward: Store) -> None:
    task = one(ward, state=TaskState.ASSIGNED, percent=88, obstacle="thiếu máy quét")
    assert (task.state, task.percent, task.obstacle, task.moved_on) == (
        TaskState.DOING,
        88,
        "thiếu máy quét",
        day("1/7"),
    )
    (report,) = tasks.events(ward, events.Progress, task.id)
    assert (report.reported_on, report.percent) == (TODAY, 88)


def test_returned_with_its_days(ward: Store) -> None:
    task = one(
        ward, state=TaskState.REDO, submitted_on=day("20/9"), returned_on=day("24/9"), state_reason="thiếu số liệu"
    )
    assert moves(ward, task) == [("2026-07-01", "assigned"), ("2026-09-20", "submitted"), ("2026-09-24", "redo")]
    (submission,) = tasks.events(ward, events.Submission, task.id)
    assert (submission.decision, submission.reason) == (events.SubmissionDecision.RETURNED, "thiếu số liệu")
    assert (task.returns, task.submitted_on) == (1, None)


def test_paused_and_recalled_with_their_days_and_reasons(ward: Store) -> None:
    paused = one(ward, "NV01", state=TaskState.PAUSED, percent=10, paused_on=day("1/9"), state_reason="chờ hướng dẫn")
    assert moves(ward, paused)[-1] == ("2026-09-01", "paused")
    (pause,) = tasks.events(ward, events.Pause, paused.id)
    assert (pause.reason, paused.resume_state) == ("chờ hướng dẫn", TaskState.DOING)
    recalled = one(ward, "NV02", state=TaskState.RECALLED, recalled_on=day("27/7"), state_reason="chuyển VP")
    assert moves(ward, recalled) == [("2026-07-01", "assigned"), ("2026-07-27", "recalled")]
    assert recalled.recall_reason == "chuyển VP"


def test_refused_by_its_owner(ward: Store) -> None:
    task = one(ward, state=TaskState.DECLINED)
    (decline,) = tasks.events(ward, events.Decline, task.id)
    assert (decline.declined_on, decline.declined_by, decline.decision) == (TODAY, task.owner, None)


def test_drafts_and_proposals_are_of_nobody_yet(ward: Store) -> None:
    draft = one(ward, "NV01", state=TaskState.DRAFT, owner=None, assigner=None, assigned_on=None, product=None)
    assert (draft.state, draft.owner, draft.assigned_on, draft.original_due_on) == (TaskState.DRAFT, None, None, None)
    assert draft.due_on == day("25/9")
    proposal = one(ward, "NV02", state=TaskState.PROPOSED)
    assert (proposal.state, proposal.owner, proposal.assigned_on) == (TaskState.PROPOSED, code(ward, "CB06"), None)
    assert moves(ward, draft) + moves(ward, proposal) == []


def test_a_cause_of_lateness_is_explained_and_an_objective_one_accepted_by_its_document(ward: Store) -> None:
    late = {"state": TaskState.DONE, "submitted_on": day("28/9")}
    task = one(ward, "NV01", **late, cause_kind=events.CauseKind.SUBJECTIVE, cause="làm chậm", remedy="phân công lại")
    (explanation,) = tasks.events(ward, events.Explanation, task.id)
    assert (explanation.cause, explanation.text, explanation.remedy, explanation.accepted) == (
        events.CauseKind.SUBJECTIVE,
        "làm chậm",
        "phân công lại",
        None,
    )
    storm = one(ward, "NV02", **late, cause="do bão", objective_cause="05/XN-UBND")
    (explanation,) = tasks.events(ward, events.Explanation, storm.id)
    assert (explanation.cause, explanation.accepted, explanation.document) == (
        events.CauseKind.OBJECTIVE,
        True,
        "05/XN-UBND",
    )
    assert storm.objective_cause == "05/XN-UBND"


def test_every_field_of_a_row_arrives(ward: Store) -> None:
    said = {
        "source_number": "118/KH-UBND",
        "source_on": day("1/7"),
        "source_summary": "Kế hoạch năm",
        "source_issuer": "UBND thành phố",
        "authority": "ký thừa lệnh",
        "quantity": 3,
        "draft_due_on": day("20/9"),
        "urgency": Urgency.URGENT,
        "secrecy": Secrecy.RESTRICTED,
        "field": "tài chính",
        "complexity": "N3",
        "coefficient": Decimal(16),
        "public_concern": True,
        "note": "ghi chú",
    }
    task = one(ward, leader="CB02", **said)
    assert {name: getattr(task, name) for name in said} == said
    assert task.leader == code(ward, "CB02")
    assert task.source_kind is SourceKind.DOCUMENT


def test_a_secret_title_stays_off_the_program(ward: Store) -> None:
    task = one(ward, secrecy=Secrecy.SECRET, title="Nội dung mật", source_summary="Trích yếu mật")
    assert (task.title, task.source_summary) == ("(Mật)", None)


# Days that the book leaves out


def test_without_a_day_of_assignment_the_start_counts_then_the_documents_date(ward: Store) -> None:
    assert one(ward, "NV01", assigned_on=None, starts_on=day("3/7"), source_on=day("2/7")).assigned_on == day("3/7")
    assert one(ward, "NV02", assigned_on=None, source_on=day("2/7")).assigned_on == day("2/7")


def test_without_any_day_it_is_assigned_on_the_day_of_the_import_and_not_held_against_the_deadline(ward: Store) -> None:
    row = task_row(assigned_on=None, original_due_on=day("25/9"), due_on=day("25/9"))
    assert told(ward, row) == [(2, "import.no_assignment_day")]
    take_over(ward, row)
    task = tasks.by_number(ward, "NV01")
    assert (task.assigned_on, task.due_on) == (TODAY, day("25/9"))


def test_without_any_day_it_was_assigned_when_it_was_done_at_the_latest(ward: Store) -> None:
    task = one(ward, assigned_on=None, state=TaskState.DONE, submitted_on=day("20/9"))
    assert moves(ward, task) == [("2026-09-20", "assigned"), ("2026-09-20", "done")]


def test_a_deadline_of_working_days_is_computed_and_rolls_off_days_off(ward: Store) -> None:
    task = one(ward, original_due_on=None, due_on=None, deadline_days=5, assigned_on=day("27/8"))
    assert task.due_on == day("8/9"), "28/8, 3/9, 4/9, 7/9 and 8/9: 31/8 to 2/9 are off, the others week-ends"
    assert (task.original_due_on, task.deadline_days, task.extensions) == (day("8/9"), 5, 0)


def test_a_present_deadline_before_the_first_is_a_change_of_it_too(ward: Store) -> None:
    task = one(ward, original_due_on=day("25/9"), due_on=day("11/9"))
    assert (task.original_due_on, task.due_on, task.extensions) == (day("25/9"), day("11/9"), 1)


# Told, and taken all the same


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"assigner": "CB08"}, "import.assigner_may_not"),
        ({"assigner": "CB16"}, "import.assigner_may_not"),
        ({"assigner": "CB05", "owner": "CB04"}, "import.assigner_may_not"),
        ({"assigner": "CB06"}, "import.assigner_is_owner"),
        ({"assigner": None}, "import.no_assigner"),
        ({"owner": "CB01", "assigner": "CB02"}, "import.head_needs_superior"),
        ({"assigner": "Chánh Văn phòng"}, "import.by_title"),
        ({"assigner": "UBND phường Bạch Liên"}, "import.by_unit"),
        ({"assigner": "VP"}, "import.by_unit"),
        ({"unit": "VHXH"}, "import.other_unit"),
        ({"unit": "Phòng không có"}, "import.task_unit_unknown"),
        ({"assigned_on": day("1/5/2025")}, "import.owner_not_yet"),
        ({"original_due_on": day("26/9"), "due_on": day("26/9")}, "import.due_on_day_off"),
        ({"original_due_on": day("25/9/2031"), "due_on": day("25/9/2031")}, "import.year_unconfirmed"),
        ({"coordinators": ("CB06", "CB07")}, "import.coordinator_is_owner"),
    ],
)
def test_what_is_told_of_a_row_and_refuses_nothing(old_ward: Store, said: dict[str, Any], code: str) -> None:
    assert told(old_ward, task_row(**said)) == [(2, code)]


def test_who_assigned_stays_as_the_book_has_it(ward: Store) -> None:
    assert one(ward, assigner="CB08").assigner == code(ward, "CB08")


def test_nobody_is_told_to_have_confirmed_an_own_task(ward: Store) -> None:
    task = one(ward, assigner="CB06", state=TaskState.DONE, submitted_on=day("20/9"))
    assert task.assigner == task.owner
    (submission,) = tasks.events(ward, events.Submission, task.id)
    assert submission.decided_by is None


def test_a_superior_outside_the_office_gives_the_heads_own_tasks(ward: Store) -> None:
    row = task_row(owner="CB01", assigner="Chủ tịch UBND thành phố")
    assert told(ward, row) == []
    take_over(ward, row)
    task = tasks.by_number(ward, "NV01")
    assert (task.assigner, task.superior) == (None, "Chủ tịch UBND thành phố")


def test_the_owners_unit_tells_two_of_one_name_apart(ward: Store) -> None:
    from tests.actions.books import official_row
    from tracker.actions.imports import import_officials

    twins = [
        official_row("CB31", unit="VP", row=2),
        official_row("CB32", unit="VHXH", row=3),
    ]
    import_officials(ward, an_actor(), a_sheet(twins), file="can-bo.xlsx")
    row = task_row(owner="Nguyễn Văn Minh", assigner="CB01")
    assert refused(ward, row) == [(2, "import.person_ambiguous")]
    take_over(ward, replace(row, unit="Phòng Văn hóa - Xã hội"))
    assert tasks.by_number(ward, "NV01").owner == code(ward, "CB32")


# Refused by row


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"owner": "CB99"}, "import.person_unknown"),
        ({"owner": "các phòng"}, "import.person_is_unit"),
        ({"owner": "VP"}, "import.person_is_unit"),
        ({"owner": "Ân"}, "import.person_ambiguous"),
        ({"owner": "CB06", "owner_name": "Bùi Khắc Điềm"}, "import.code_and_name"),
        ({"assigner": "UBND thành phố"}, "import.person_is_unit"),
        ({"leader": "CB99"}, "import.person_unknown"),
        ({"owner": None}, "import.no_owner"),
        ({"title": ""}, "import.missing"),
        ({"product": None}, "import.missing"),
        ({"original_due_on": day("1/6"), "due_on": day("1/6")}, "import.due_before_assigned"),
        ({"original_due_on": day("25/9"), "due_on": day("1/6")}, "import.due_before_assigned"),
        ({"assigned_on": day("1/10"), "original_due_on": None, "due_on": None}, "import.after_today"),
        ({"state": TaskState.DONE}, "import.no_completion_day"),
        ({"state": TaskState.DONE, "submitted_on": day("30/6")}, "import.before_event"),
        ({"state": TaskState.DONE, "submitted_on": day("1/10")}, "import.after_today"),
        (
            {"state": TaskState.DONE, "submitted_on": day("20/9"), "confirmed_on": day("19/9")},
            "import.before_event",
        ),
        ({"state": TaskState.RECALLED, "recalled_on": day("30/6")}, "import.before_event"),
        ({"title": "x" * 1001}, "import.too_long"),
        ({"quantity": 0}, "import.quantity"),
        ({"coefficient": Decimal(100_001)}, "import.coefficient"),
        ({"parent": "NV99"}, "import.parent_unknown"),
        ({"parent": "NV01"}, "import.parent_circle"),
    ],
)
def test_a_row_that_cannot_be_is_refused_and_named(old_ward: Store, said: dict[str, Any], code: str) -> None:
    good = task_row("NV90", row=3)
    assert refused(old_ward, task_row(**said), good) == [(2, code)]
    assert not tasks.exists(old_ward, "NV90"), "all or nothing"


def test_an_owner_who_has_left_is_refused(ward: Store) -> None:
    from tests.actions.books import official_row
    from tracker.actions.imports import import_officials

    left = official_row("CB40", "Phan Văn Cũ", starts_on=day("1/7/2025"), ends_on=day("31/5"))
    import_officials(ward, an_actor(), a_sheet([left]), file="can-bo.xlsx")
    assert refused(ward, task_row(owner="CB40")) == [(2, "import.owner_left")]


def test_every_fault_of_every_row_is_told_at_once(old_ward: Store) -> None:
    rows = [
        task_row("NV01", row=2, owner="CB99", assigner="CB98"),
        task_row("NV02", row=3, original_due_on=day("1/6"), due_on=day("1/6"), quantity=0),
        task_row("nv02", row=4),
    ]
    assert refused(old_ward, *rows) == [
        (2, "import.person_unknown"),
        (2, "import.person_unknown"),
        (3, "import.due_before_assigned"),
        (3, "import.quantity"),
        (4, "import.number_twice"),
    ]


def test_a_row_with_a_fault_of_reading_is_only_asked_for_its_persons(old_ward: Store) -> None:
    rows = a_sheet(
        [task_row("NV01", assigned_on=None, owner="CB99", original_due_on=day("1/1"), due_on=day("1/1"))],
        [Problem(2, "I", "exchange.no_such_date", {"value": "2026-13-45"})],
    )
    with pytest.raises(NotImported) as error:
        import_tasks(old_ward, an_actor(), rows, file="so.xlsx")
    assert [problem.code for problem in error.value.problems] == ["exchange.no_such_date", "import.person_unknown"]


# Numbers


def test_tasks_without_numbers_get_the_next_of_their_owners_unit(ward: Store) -> None:
    take_over(
        ward,
        task_row("VP-2026-002", row=2),
        task_row(None, row=3, title="Việc một"),
        task_row(None, row=4, title="Việc hai"),
        task_row(None, row=5, title="Việc ba", owner="CB12", assigner="CB10"),
    )
    assert {task.number: task.title for task in tasks.every(ward)} == {
        "VP-2026-001": "Việc một",
        "VP-2026-002": "Báo cáo kết quả",
        "VP-2026-003": "Việc hai",
        "KTHTDT-2026-001": "Việc ba",
    }


def test_a_book_without_numbers_taken_over_twice_changes_nothing(ward: Store) -> None:
    rows = [
        task_row(None, row=2, source_number="1/KH-UBND"),
        task_row(None, row=3, source_number="2/KH-UBND"),
        task_row(None, row=4, owner="CB07"),
        task_row(None, row=5, assigned_on=day("1/8"), state=TaskState.DONE, submitted_on=day("1/9")),
    ]
    assert take_over(ward, *rows).made == 4
    again = take_over(ward, *rows)
    assert (again.unchanged, again.changes) == (4, None)
    grown = take_over(ward, *rows, task_row(None, row=6, assigned_on=day("1/9")))
    assert (grown.made, grown.unchanged) == (1, 4)


def test_two_rows_without_numbers_that_say_the_same_are_refused(old_ward: Store) -> None:
    assert refused(old_ward, task_row(None, row=2), task_row(None, row=3)) == [(3, "import.row_twice")]


def test_a_task_above_may_stand_below_in_the_book(ward: Store) -> None:
    take_over(ward, task_row("NV01", row=2, parent="nv02"), task_row("NV02", row=3))
    assert tasks.by_number(ward, "NV01").parent == tasks.by_number(ward, "NV02").id


def test_tasks_in_a_circle_are_refused(old_ward: Store) -> None:
    rows = (task_row("NV01", row=2, parent="NV02"), task_row("NV02", row=3, parent="NV01"))
    assert refused(old_ward, *rows) == [(2, "import.parent_circle"), (3, "import.parent_circle")]


# Whatever the book


DAYS = st.dates(day("1/6"), day("30/9"))


@st.composite
def rows(draw: st.DrawFn) -> TaskRow:
    """Any row that breaks no rule of days."""
    assigned, first, second = sorted((draw(DAYS), draw(DAYS), draw(DAYS)))
    state = draw(st.sampled_from(TaskState))
    due = draw(st.none() | st.dates(assigned, day("31/12")))
    days = {
        TaskState.DONE: {"submitted_on": first, "confirmed_on": draw(st.sampled_from((None, second)))},
        TaskState.SUBMITTED: {"submitted_on": first},
        TaskState.REDO: {"submitted_on": first, "returned_on": draw(st.sampled_from((None, second)))},
        TaskState.PAUSED: {"paused_on": draw(st.sampled_from((None, second)))},
        TaskState.RECALLED: {"recalled_on": draw(st.sampled_from((None, second)))},
    }.get(state, {})
    return task_row(
        state=state,
        assigned_on=assigned,
        starts_on=draw(st.none() | DAYS),
        original_due_on=due,
        due_on=due and draw(st.sampled_from((due, day("31/12")))),
        no_deadline=due is None,
        percent=draw(st.none() | st.integers(0, 100)),
        cause=draw(st.sampled_from((None, "thiếu người"))),
        coordinators=draw(st.sampled_from(((), ("CB07", "các phòng")))),
        **days,
    )


class TakenBackError(Exception):
    """Ends what was only tried."""


@contextmanager
def tried(store: Store) -> Iterator[None]:
    """What is changed inside is taken back."""
    with suppress(TakenBackError), store.change(an_actor(), "test"):
        yield
        raise TakenBackError


@given(row=rows())
def test_a_life_goes_forward_ends_where_the_book_has_it_and_is_imported_once(old_ward: Store, row: TaskRow) -> None:
    with tried(old_ward):
        take_over(old_ward, row)
        task = tasks.by_number(old_ward, "NV01")
        wanted = TaskState.DOING if row.state is TaskState.ASSIGNED and row.percent else row.state
        assert task.state is wanted
        days = [on for on, _ in moves(old_ward, task)]
        assert days == sorted(days)
        assert not days or (days[0], days[-1]) == (str(task.assigned_on), str(task.moved_on))
        again = take_over(old_ward, row)
        assert (again.unchanged, [problem.code for problem in again.problems if problem.fatal]) == (1, [])
        assert tasks.by_number(old_ward, "NV01") == task


def test_the_journal_holds_after_an_import_of_everything(ward: Store) -> None:
    take_over(
        ward,
        task_row("NV01", row=2, state=TaskState.REDO, percent=50),
        task_row("NV02", row=3, state=TaskState.PAUSED, due_on=day("1/10"), parent="NV01"),
        task_row("NV03", row=4, state=TaskState.DONE, submitted_on=day("28/9"), cause="x", coordinators=("CB07",)),
        task_row("NV04", row=5, state=TaskState.DECLINED),
        task_row(None, row=6, title="không số"),
    )
    assert verify(ward).whole
