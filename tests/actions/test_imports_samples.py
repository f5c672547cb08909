"""The three sample books, taken over as a careful clerk would (expected figures counted by hand from the sheets)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.actions.books import FAULTY, OLD_FONT, QUARTER, a_ward, found_ward, the_officials, the_tasks, the_units
from tests.builders import TODAY, an_actor, day
from tracker.actions.imports import Imported, NotImported, import_officials, import_tasks, import_units
from tracker.domain import events
from tracker.domain.officials import Standing
from tracker.domain.tasks import SourceKind, TaskState, Urgency
from tracker.domain.units import UnitKind
from tracker.store import Store, journal, officials, tasks, units
from tracker.store.folder import create_folder
from tracker.store.verify import verify


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Store]:
    with a_ward(tmp_path / "data") as store:
        yield store


def take_over(store: Store, book: Path, *, dry_run: bool = False) -> Imported:
    return import_tasks(store, an_actor(), the_tasks(book), file=book.name, dry_run=dry_run)


def test_the_units_of_the_quarters_book(ward: Store) -> None:
    found = {unit.code: unit for unit in units.every(ward)}
    assert list(found) == ["UBND", "VP", "KTHTĐT", "VHXH", "TTPVHCC", "TRUNGKHE"]
    assert found["UBND"].name == "Ủy ban nhân dân phường Bạch Liên"
    assert (found["UBND"].place, found["UBND"].superior) == ("Bạch Liên", "UBND thành phố Hồng Lam")
    assert [found[code].kind for code in ("UBND", "VP", "KTHTĐT", "TTPVHCC", "TRUNGKHE")] == [
        UnitKind.WARD,
        UnitKind.OFFICE,
        UnitKind.DIVISION,
        UnitKind.SERVICE_CENTRE,
        UnitKind.COMMUNE,
    ]
    below = {code for code, unit in found.items() if unit.parent == found["UBND"].id}
    assert below == {"VP", "KTHTĐT", "VHXH", "TTPVHCC"}
    assert found["TRUNGKHE"].parent is None


def test_the_officials_of_the_quarters_book(ward: Store) -> None:
    people = officials.every(ward)
    assert len(people) == 25
    posts = {o.code: officials.appointments(ward, o.id) for o in people}
    assert all(len(held) == 1 for held in posts.values()), "the head that init made is not doubled"
    standing = {code: held[0].standing for code, held in posts.items()}
    heads = {code for code, each in standing.items() if each is Standing.HEAD}
    assert heads == {"CB01", "CB04", "CB10", "CB16", "CB21", "CB25"}
    deputies = {code for code, each in standing.items() if each is Standing.DEPUTY}
    assert deputies == {"CB02", "CB03", "CB05", "CB11", "CB17", "CB22"}
    assert {code for code, held in posts.items() if held[0].leader} == heads | deputies
    assert {held[0].starts_on for held in posts.values()} == {date(2025, 7, 1)}
    assert posts["CB01"][0].title == "Chủ tịch UBND phường"
    assert [o.code for o in people[:5]] == ["CB24", "CB15", "CB23", "CB08", "CB20"], "Ái, Anh, Ánh, Ân, Ân"
    assert [unit.awaited_head for unit in units.every(ward)] == [None] * 6


def test_a_units_list_awaits_the_heads_who_come_later(tmp_path: Path) -> None:
    store = create_folder(tmp_path)
    found_ward(store)
    done = import_units(store, an_actor(), the_units(), file=QUARTER.name)
    assert (done.made, done.updated, done.unchanged) == (5, 1, 0)
    assert [(each.row, each.column, each.code) for each in done.problems] == [
        (row, "E", "import.head_awaited") for row in (6, 7, 8, 9, 10)
    ]
    awaited = {unit.code: unit.awaited_head for unit in units.every(store)}
    assert awaited == {
        "UBND": None,
        "VP": "CB04",
        "KTHTĐT": "CB10",
        "VHXH": "CB16",
        "TTPVHCC": "CB21",
        "TRUNGKHE": "CB25",
    }
    store.close()


def test_lists_taken_over_twice_change_nothing(ward: Store) -> None:
    before = journal.head(ward)
    again = import_units(ward, an_actor(), the_units(), file=QUARTER.name)
    assert (again.made, again.updated, again.unchanged, again.problems, again.changes) == (0, 0, 6, (), None)
    again = import_officials(ward, an_actor(), the_officials(), file=QUARTER.name)
    assert (again.made, again.updated, again.unchanged, again.problems, again.changes) == (0, 0, 25, (), None)
    assert journal.head(ward) == before


def test_the_forty_tasks(ward: Store) -> None:
    done = take_over(ward, QUARTER)
    assert (done.made, done.updated, done.unchanged, done.problems) == (40, 0, 0, ())
    found = tasks.every(ward)
    assert Counter(task.state for task in found) == {
        TaskState.DONE: 25,
        TaskState.DOING: 9,
        TaskState.ASSIGNED: 2,
        TaskState.SUBMITTED: 1,
        TaskState.PAUSED: 1,
        TaskState.RECALLED: 1,
        TaskState.REDO: 1,
    }
    assert sum(task.coefficient for task in found) == 4 * 1 + 10 * 8 + 13 * 16 + 12 * 56 + 1 * 90, "by group N1 to N5"
    assert all(task.from_old_book for task in found)
    late = [
        t.number
        for t in found
        if t.state is TaskState.DONE and t.due_on and t.submitted_on and t.submitted_on > t.due_on
    ]
    assert late == ["NV03", "NV11", "NV22", "NV38"]
    assert verify(ward).whole


def test_some_of_the_forty_line_by_line(ward: Store) -> None:
    take_over(ward, QUARTER)
    codes = {official.id: official.code for official in officials.every(ward)}
    first = tasks.by_number(ward, "NV01")
    assert first.title == "Tham mưu Kế hoạch cải cách hành chính quý IV năm 2026 của phường"
    assert first.owner is not None
    assert first.assigner is not None
    assert (codes[first.owner], codes[first.assigner]) == ("CB06", "CB04")
    assert (first.source_kind, first.source_number, first.source_on) == (
        SourceKind.DOCUMENT,
        "118/KH-UBND",
        day("2/7"),
    )
    assert (first.assigned_on, first.original_due_on, first.due_on) == (day("3/7"), day("25/9"), day("25/9"))
    assert (first.submitted_on, first.confirmed_on, first.percent) == (day("23/9"), day("23/9"), 100)
    assert (first.complexity, first.coefficient, first.product) == ("N2", 8, "Kế hoạch")
    assert first.authority == "theo chức vụ"
    assert tasks.by_number(ward, "NV04").source_kind is SourceKind.PERIODIC
    oral = tasks.by_number(ward, "NV37")
    assert (oral.source_kind, oral.source_summary) == (SourceKind.ORAL, "giao miệng tại giao ban 20/7")
    assert tasks.by_number(ward, "NV40").urgency is Urgency.EXPRESS
    endless = tasks.by_number(ward, "NV35")
    assert (endless.due_on, endless.original_due_on, endless.no_deadline_reason) == (None, None, "không hạn")


def test_the_extended_task_of_the_book(ward: Store) -> None:
    take_over(ward, QUARTER)
    task = tasks.by_number(ward, "NV10")
    assert (task.original_due_on, task.due_on, task.extensions) == (day("21/8"), day("11/9"), 1)
    extension = tasks.last_event(ward, events.Extension, task.id)
    assert extension is not None
    assert (extension.asked_on, extension.decided_on) == (day("20/7"), day("20/7"))
    assert (extension.due_before, extension.proposed_due_on) == (day("21/8"), day("11/9"))
    assert (extension.reason, extension.decision) == ("từ sổ cũ", events.ExtensionDecision.APPROVED)


def test_what_has_no_day_in_the_book_happened_on_the_day_of_the_import(ward: Store) -> None:
    take_over(ward, QUARTER)
    paused, recalled, returned = (tasks.by_number(ward, number) for number in ("NV36", "NV37", "NV39"))
    assert (paused.paused_on, paused.resume_state, paused.pauses) == (TODAY, TaskState.ASSIGNED, 1)
    assert (recalled.recalled_on, recalled.recall_reason) == (TODAY, "từ sổ cũ")
    assert (returned.moved_on, returned.submitted_on, returned.returns) == (TODAY, None, 1)
    submission = tasks.last_event(ward, events.Submission, returned.id)
    assert submission is not None
    assert (submission.decision, submission.decided_on) == (events.SubmissionDecision.RETURNED, TODAY)


def test_a_result_that_awaits_its_decision_was_handed_in_on_the_books_day(ward: Store) -> None:
    take_over(ward, QUARTER)
    task = tasks.by_number(ward, "NV17")
    assert (task.state, task.submitted_on, task.confirmed_on) == (TaskState.SUBMITTED, day("22/9"), None)


def test_coordinators_are_officials_by_code_and_words_as_written(ward: Store) -> None:
    take_over(ward, QUARTER)
    named = {
        number: [
            (each.name, each.official is not None)
            for each in tasks.events(ward, events.Coordination, tasks.by_number(ward, number).id)
        ]
        for number in ("NV08", "NV07", "NV17", "NV04")
    }
    assert named == {
        "NV08": [("Triệu Ngọc Ánh", True), ("Đỗ Thị Ái", True)],
        "NV07": [("các phòng", False)],
        "NV17": [("Trạm Y tế", False)],
        "NV04": [],
    }


def test_every_entry_of_an_import_is_one_action_with_the_books_days(ward: Store) -> None:
    done = take_over(ward, QUARTER)
    assert done.changes is not None
    entries = journal.of_action(ward, done.changes.action)
    assert {entry.reason for entry in entries} == {"từ sổ cũ: so-theo-doi-q3-2026.xlsx, trang tính Nhiệm vụ"}
    assert {entry.actor for entry in entries} == {1}
    first = str(tasks.by_number(ward, "NV01").id)
    told = [(e.verb, e.declared_on) for e in entries if e.kind == "task" and e.record == first]
    assert told == [("task.assign", "2026-07-03"), ("task.confirm", "2026-09-23")]


def test_the_old_fonts_book_after_the_quarters_changes_nothing(ward: Store) -> None:
    take_over(ward, QUARTER)
    before = journal.head(ward)
    again = take_over(ward, OLD_FONT)
    assert (again.made, again.updated, again.unchanged, again.problems, again.changes) == (0, 0, 20, (), None)
    assert journal.head(ward) == before


def test_the_old_fonts_book_alone_gives_the_same_twenty_tasks(ward: Store, tmp_path: Path) -> None:
    take_over(ward, OLD_FONT)
    with a_ward(tmp_path / "other") as other:
        take_over(other, QUARTER)
        wanted = [task for task in tasks.every(other) if task.number <= "NV20"]
        assert tasks.every(ward) == wanted


def test_the_faulty_book_is_refused_with_every_fault_and_nothing_changed(ward: Store) -> None:
    before = journal.head(ward)
    with pytest.raises(NotImported) as refused:
        take_over(ward, FAULTY)
    assert [(each.row, each.column, each.code) for each in refused.value.problems] == [
        (5, "G", "import.person_unknown"),
        (6, "J", "exchange.no_such_date"),
        (6, "K", "exchange.no_such_date"),
        (7, "C", "exchange.missing"),
        (8, "L", "exchange.missing"),
        (10, "B", "exchange.duplicate_number"),
        (11, "G", "import.person_is_unit"),
        (12, "J", "exchange.due_before_assigned"),
        (12, "K", "exchange.due_before_assigned"),
        (13, "G", "import.person_ambiguous"),
        (14, "P", "exchange.unknown_state"),
        (15, "O", "exchange.not_a_number"),
        (16, "I", "exchange.no_such_date"),
    ]
    assert refused.value.parameters == {"file": FAULTY.name, "count": 13}
    assert refused.value.problems[9].parameters["people"] == "CB08 Mai Thị Thùy Ân, CB20 Võ Thị Hoài Ân"
    assert (journal.head(ward), tasks.every(ward)) == (before, [])


def test_a_trial_run_tells_the_same_and_changes_nothing(ward: Store) -> None:
    before = journal.head(ward)
    tried = take_over(ward, QUARTER, dry_run=True)
    assert (tried.made, tried.updated, tried.unchanged, tried.changes) == (40, 0, 0, None)
    assert (journal.head(ward), tasks.every(ward)) == (before, [])
    assert take_over(ward, QUARTER).made == 40
