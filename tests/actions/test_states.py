"""Every state × every deed by "States" of design.md §2, written out by hand; and what each deed leaves behind."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.actions.house import DOCUMENT, DUE, SUPERIOR, TODAY, House
from tracker.actions import decisions, edits, extensions, hand_overs, tasks, work
from tracker.domain import events
from tracker.domain.errors import Refused
from tracker.domain.events import CauseKind
from tracker.domain.new_task import NewCoordinator
from tracker.domain.tasks import TaskState
from tracker.store import journal
from tracker.store import tasks as stored

AT_WORK = {"assigned", "doing", "redo"}
OPEN = AT_WORK | {"submitted", "declined", "paused"}

POSSIBLE: dict[str, tuple[str, dict[str, str] | set[str]]] = {
    "propose": ("TP", {"draft": "proposed"}),
    "assign": ("TP", {"draft": "assigned", "proposed": "assigned"}),
    "refuse": ("TP", {"proposed": "draft"}),
    "start": ("CB2", {"assigned": "doing", "redo": "doing"}),
    "progress": ("CB2", {"assigned": "doing", "redo": "doing", "doing": "doing"}),
    "submit": ("CB2", {"assigned": "submitted", "redo": "submitted", "doing": "submitted"}),
    "decline": ("CB2", {"assigned": "declined", "redo": "declined", "doing": "declined"}),
    "confirm": ("TP", {"submitted": "done"}),
    "return": ("TP", {"submitted": "redo", "declined": "assigned"}),
    "pause": ("TP", {"assigned": "paused", "redo": "paused", "doing": "paused"}),
    "resume": ("TP", {"paused": "assigned"}),
    "recall": ("TP", dict.fromkeys((*OPEN, "draft", "proposed"), "recalled")),
    "ask": ("CB2", AT_WORK | {"paused"}),
    "chase": ("TP", OPEN),
    "answer": ("CB1", OPEN),
    "explain": ("CB2", OPEN | {"done"}),
    "edit": ("TP", OPEN | {"draft", "proposed"}),
    "hand over": ("CT", {state: "assigned" if state == "declined" else state for state in OPEN}),
}
"""Deed → who does it, and the state it leads to from each state where it is possible (a set: the state is kept)."""


REFUSALS = {"task.state", "coordination.unknown"}
"""A draft has no co-ordinator who could answer."""


@pytest.fixture(scope="module")
def numbers(shared_house: House) -> dict[TaskState, str]:
    return {state: shared_house.led_to(state) for state in TaskState}


@pytest.mark.parametrize("state", TaskState)
@pytest.mark.parametrize("deed", POSSIBLE)
def test_every_deed_in_every_state(
    shared_house: House, numbers: dict[TaskState, str], deed: str, state: TaskState
) -> None:
    who, where = POSSIBLE[deed]
    leads_to = where if isinstance(where, dict) else {each: each for each in where}
    with shared_house.tried():
        refusal = shared_house.refusal(deed, who, numbers[state])
        after = shared_house.task(numbers[state]).state
    if state in leads_to:
        assert (refusal, after) == (None, leads_to[state])
    else:
        assert (refusal in REFUSALS, after) == (True, state)


WAYS = {
    "assigned": (),
    "doing": (("start", "CB2"),),
    "submitted": (("submit", "CB2"),),
    "declined": (("decline", "CB2"),),
    "paused": (("pause", "TP"),),
    "redo": (("submit", "CB2"), ("return", "TP")),
    "done": (("submit", "CB2"), ("confirm", "TP")),
    "recalled": (("recall", "TP"),),
}


@pytest.mark.parametrize("state", WAYS)
@pytest.mark.parametrize("deed", ["approve", "reject"])
def test_an_extension_is_never_approved_under_a_submission(shared_house: House, deed: str, state: str) -> None:
    """Punctuality is judged against the deadline in force on the day of the submission: it must not move after that."""
    with shared_house.tried():
        number = shared_house.given()
        shared_house.do("ask", "CB2", number)
        for way, who in WAYS[state]:
            shared_house.do(way, who, number)
        refusal = shared_house.refusal(deed, "TP", number)
    possible = OPEN - {"submitted"} if deed == "approve" else OPEN
    assert refusal == (None if state in possible else "task.state")


# --- what each deed leaves behind -------------------------------------------------------------------------------------


def last(house: House, kind: type[Any], number: str) -> Any:
    return stored.last_event(house.store, kind, house.task(number).id)


def test_an_assignment_freezes_the_first_deadline(house: House) -> None:
    task = house.task(house.given())
    assert (task.state, task.assigned_on, task.moved_on) == (TaskState.ASSIGNED, TODAY, TODAY)
    assert (task.original_due_on, task.due_on, task.number) == (DUE, DUE, "KT-2026-001")
    assert (task.assigner, task.owner, task.authority) == (house.id("TP"), house.id("CB2"), "theo chức vụ")


def test_a_proposal_is_assigned_by_who_approves_it_from_that_day(house: House) -> None:
    number = house.led_to(TaskState.PROPOSED)
    assert house.task(number).original_due_on is None
    house.do("assign", "PTP", number, today=date(2026, 7, 20))
    task = house.task(number)
    assert (task.assigner, task.assigned_on, task.original_due_on) == (house.id("PTP"), date(2026, 7, 20), DUE)


def test_a_proposal_for_a_named_assigner_is_recorded_from_the_document_that_comes_later(house: House) -> None:
    number = tasks.made(house.store, tasks.add(house.store, house.actor("VTK"), house.new(assigner="TP"))).number
    assert house.refusal("assign", "VTK", number) == "rights.may_not_assign"
    house.do("assign", "VTK", number, **DOCUMENT)
    assert house.task(number).assigner == house.id("TP")
    entry = journal.of_record(house.store, "task", house.task(number).id)[-1]
    assert (entry.actor, entry.behalf, entry.basis) == (house.id("VTK"), house.id("TP"), "118/QĐ-UBND")


def test_a_proposal_is_not_approved_past_its_deadline(house: House) -> None:
    number = house.led_to(TaskState.PROPOSED)
    assert house.refusal("assign", "TP", number, today=date(2026, 8, 3)) == "task.due_before_assignment"


def test_a_clerk_s_entry_names_both(house: House) -> None:
    number = house.given()
    house.do("submit", "VTK", number)
    entry = journal.of_record(house.store, "task", house.task(number).id)[-1]
    assert (entry.verb, entry.actor, entry.behalf) == ("task.submit", house.id("VTK"), house.id("CB2"))
    assert last(house, events.Submission, number).submitted_by == house.id("CB2")


def test_the_owner_s_own_entry_names_the_owner_once(house: House) -> None:
    number = house.given()
    house.do("start", "CB2", number)
    entry = journal.of_record(house.store, "task", house.task(number).id)[-1]
    assert (entry.actor, entry.behalf) == (house.id("CB2"), None)


def test_a_returned_submission_does_not_count(house: House) -> None:
    number = house.led_to(TaskState.REDO)
    task, submission = house.task(number), last(house, events.Submission, number)
    assert (task.submitted_on, task.returns) == (None, 1)
    assert (submission.decision, submission.reason) == (events.SubmissionDecision.RETURNED, "lý do")
    house.do("submit", "CB2", number, today=date(2026, 8, 3))
    house.do("confirm", "TP", number, today=date(2026, 8, 4), faults=2, objective_cause="09/BC-KT")
    task = house.task(number)
    assert (task.submitted_on, task.confirmed_on) == (date(2026, 8, 3), date(2026, 8, 4))
    assert (task.faults, task.objective_cause, task.percent) == (2, "09/BC-KT", 100)
    assert last(house, events.Submission, number).decision is events.SubmissionDecision.CONFIRMED


def test_an_assigner_insists(house: House) -> None:
    number = house.led_to(TaskState.DECLINED)
    house.do("return", "TP", number, reason="đúng chức năng")
    declined = last(house, events.Decline, number)
    assert (declined.decision, declined.decision_reason) == (events.DeclineDecision.INSISTED, "đúng chức năng")
    assert house.task(number).returns == 0
    assert journal.of_record(house.store, "task", house.task(number).id)[-1].verb == "task.insist"


def test_a_declined_task_goes_to_another(house: House) -> None:
    number = house.led_to(TaskState.DECLINED)
    house.do("hand over", "TP", number, **DOCUMENT)
    task, handed = house.task(number), last(house, events.HandOver, number)
    assert (task.state, task.owner, task.hand_overs) == (TaskState.ASSIGNED, house.id("CB3"), 1)
    assert last(house, events.Decline, number).decision is events.DeclineDecision.HANDED_OVER
    assert (handed.from_owner, handed.to_owner, handed.handed_by) == (house.id("CB2"), house.id("CB3"), house.id("TP"))
    assert (handed.reason, handed.basis, handed.handed_on) == ("lý do", "118/QĐ-UBND", TODAY)


def test_a_pause_moves_the_deadline_by_the_working_days_paused(house: House) -> None:
    """Paused on Thursday 16/7, resumed on Tuesday 21/7: three working days (16, 17, 20), so 31/7 becomes 05/8."""
    number = house.led_to(TaskState.DOING)
    house.do("pause", "TP", number, today=date(2026, 7, 16))
    assert (house.task(number).resume_state, house.task(number).paused_on) == (TaskState.DOING, date(2026, 7, 16))
    house.do("resume", "TP", number, today=date(2026, 7, 21))
    task, pause = house.task(number), last(house, events.Pause, number)
    assert (task.state, task.due_on, task.original_due_on) == (TaskState.DOING, date(2026, 8, 5), DUE)
    assert (task.extensions, task.pauses, task.paused_on, task.resume_state) == (0, 1, None, None)
    assert (pause.due_before, pause.due_after, pause.resumed_on) == (DUE, date(2026, 8, 5), date(2026, 7, 21))


def test_a_pause_begun_after_the_deadline_does_not_move_it(house: House) -> None:
    number = house.led_to(TaskState.DOING)
    house.do("pause", "TP", number, today=date(2026, 8, 3))
    house.do("resume", "TP", number, today=date(2026, 8, 10))
    assert house.task(number).due_on == DUE


def test_an_extension_keeps_the_first_deadline(house: House) -> None:
    number = house.led_to(TaskState.DOING)
    house.do("ask", "VTK", number, reason="chờ số liệu thuế")
    asked = last(house, events.Extension, number)
    assert (asked.asked_by, asked.reason, asked.proposed_due_on) == (
        house.id("CB2"),
        "chờ số liệu thuế",
        date(2026, 8, 14),
    )
    house.do("approve", "TP", number)
    task, decided = house.task(number), last(house, events.Extension, number)
    assert (task.due_on, task.original_due_on, task.extensions) == (date(2026, 8, 14), DUE, 1)
    assert (decided.decision, decided.decided_by, decided.due_before) == (
        events.ExtensionDecision.APPROVED,
        house.id("TP"),
        DUE,
    )


def test_a_rejected_request_changes_no_deadline_and_another_may_be_made(house: House) -> None:
    number = house.led_to(TaskState.DOING)
    house.do("ask", "CB2", number)
    assert house.refusal("ask", "CB2", number) == "extension.already_asked"
    house.do("reject", "TP", number)
    assert (house.task(number).due_on, house.task(number).extensions) == (DUE, 0)
    assert house.refusal("reject", "TP", number) == "extension.none_open"
    assert house.refusal("ask", "CB2", number) is None


def test_a_pause_that_passed_the_proposed_deadline_leaves_nothing_to_approve(house: House) -> None:
    number = house.led_to(TaskState.DOING)
    house.do("ask", "CB2", number)
    house.do("pause", "TP", number, today=date(2026, 7, 16))
    house.do("resume", "TP", number, today=date(2026, 8, 20))
    assert house.task(number).due_on > date(2026, 8, 14)
    assert house.refusal("approve", "TP", number, today=date(2026, 8, 20)) == "extension.not_later"


@pytest.mark.parametrize(
    ("due_on", "code"),
    [(DUE, "extension.not_later"), (date(2026, 7, 30), "extension.not_later"), (date(2026, 8, 3), None)],
)
def test_only_a_later_deadline_is_asked_for(house: House, due_on: date, code: str | None) -> None:
    task = house.task(house.given()).id
    refused = None
    try:
        extensions.ask(house.store, house.actor("CB2"), task, due_on, reason="x")
    except Refused as error:
        refused = error.code
    assert refused == code


def test_a_deadline_already_past_is_not_asked_for(house: House) -> None:
    task = house.task(house.given()).id
    late = house.actor("CB2", date(2026, 8, 20))
    with pytest.raises(Refused, match=r"extension\.in_past"):
        extensions.ask(house.store, late, task, date(2026, 8, 14), reason="x")


def test_a_task_without_deadline_has_nothing_to_extend(house: House) -> None:
    number = house.given(due_on=None, no_deadline_reason="thường xuyên")
    assert house.refusal("ask", "CB2", number) == "extension.no_deadline"


def test_all_tasks_of_who_leaves_go_in_one_action(house: House) -> None:
    numbers = [house.given("CT"), house.given("TP"), house.given("PTP")]
    house.do("start", "CB2", numbers[1])
    done = house.led_to(TaskState.DONE)
    changes = hand_overs.hand_over_all(
        house.store, house.actor("CT"), house.id("CB2"), house.id("CB3"), reason="nghỉ hưu", **DOCUMENT
    )
    assert {house.task(number).owner for number in numbers} == {house.id("CB3")}
    assert house.task(numbers[1]).state is TaskState.DOING
    assert house.task(done).owner == house.id("CB2")
    entries = journal.of_action(house.store, changes.action)
    assert {entry.record for entry in entries if entry.kind == "task"} == {str(house.task(n).id) for n in numbers}


def test_all_or_none_of_them(house: House) -> None:
    """TP may not take a task from VP, so none goes."""
    house.given("TP", "CB2")
    house.given("CT", "PTP")
    before = journal.head(house.store)
    with pytest.raises(Refused, match=r"rights\.to_oneself"):
        hand_overs.hand_over_all(house.store, house.actor("TP"), house.id("CB2"), house.id("TP"), reason="x")
    with pytest.raises(Refused, match=r"hand_over\.none"):
        hand_overs.hand_over_all(house.store, house.actor("CT"), house.id("CB4"), house.id("CB3"), reason="x")
    assert journal.head(house.store) == before


def test_who_hands_a_task_to_its_assigner_takes_the_assigner_s_place(house: House) -> None:
    number = house.given("PTP", "CB2")
    task = house.task(number).id
    hand_overs.hand_over(house.store, house.actor("TP"), task, house.id("PTP"), reason="CB2 nghỉ ốm")
    assert (house.task(number).owner, house.task(number).assigner) == (house.id("PTP"), house.id("TP"))
    house.do("submit", "PTP", number)
    assert house.refusal("confirm", "PTP", number) == "rights.own_task"
    assert house.refusal("confirm", "TP", number) is None


def test_a_task_goes_to_the_head_of_the_office_only_by_the_superior(house: House) -> None:
    number = house.given("CT", "PCT")
    task, head = house.task(number).id, house.id("CT")
    said: dict[str, Any] = {"reason": "cấp trên yêu cầu"}
    for who, more, code in (
        ("CT", {}, "rights.to_oneself"),
        ("PCV", {}, "basis.missing"),
        ("PCV", DOCUMENT, "rights.head_needs_superior"),
        ("CVP", DOCUMENT | {"superior": SUPERIOR}, "rights.superior_decides"),
    ):
        with pytest.raises(Refused) as refused:
            hand_overs.hand_over(house.store, house.actor(who), task, head, **said, **more)
        assert refused.value.code == code
    hand_overs.hand_over(house.store, house.actor("PCV"), task, head, superior=SUPERIOR, **said, **DOCUMENT)
    assert (house.task(number).assigner, house.task(number).superior) == (None, SUPERIOR)


def test_a_new_owner_leaves_the_co_ordinators(house: House) -> None:
    number = house.given(coordinators=(NewCoordinator(official=house.id("CB3")),))
    house.do("hand over", "TP", number)
    assert last(house, events.Coordination, number).removed


def test_the_new_owner_holds_a_post_that_day(house: House) -> None:
    task = house.task(house.given()).id
    with pytest.raises(Refused, match=r"official\.no_post"):
        hand_overs.hand_over(house.store, house.actor("CT"), task, house.id("CU"), reason="x")
    with pytest.raises(Refused, match=r"hand_over\.same_owner"):
        hand_overs.hand_over(house.store, house.actor("CT"), task, house.id("CB2"), reason="x")


def test_progress_is_kept_with_its_obstacle(house: House) -> None:
    number = house.given()
    task = house.task(number).id
    work.progress(house.store, house.actor("CB2"), task, 30, note="đã phát phiếu", obstacle="thiếu máy in")
    work.progress(house.store, house.actor("CB2"), task, 60)
    assert (house.task(number).percent, house.task(number).obstacle) == (60, "thiếu máy in")
    assert [each.percent for each in stored.events(house.store, events.Progress, task)] == [30, 60]
    for percent in (-1, 101):
        with pytest.raises(Refused, match=r"progress\.percent"):
            work.progress(house.store, house.actor("CB2"), task, percent)


def test_a_result_needs_a_number_or_a_file(house: House) -> None:
    task = house.task(house.given()).id
    with pytest.raises(Refused, match=r"submission\.needs_product"):
        work.submit(house.store, house.actor("CB2"), task, product_number="  ")


def test_files_are_filed_with_two_dates(house: House) -> None:
    path = house.store.folder.parent / "biên bản.txt"
    path.write_text("Biên bản nghiệm thu", encoding="utf-8")
    number = house.given()
    task = house.task(number).id
    work.submit(house.store, house.actor("CB2", date(2026, 7, 20)), task, product_on=date(2026, 7, 17), files=[path])
    filed = last(house, events.Evidence, number)
    assert (filed.name, filed.dated_on, filed.filed_on) == ("biên bản.txt", date(2026, 7, 17), date(2026, 7, 20))
    assert filed.submission == last(house, events.Submission, number).id
    assert (house.store.folder / "evidence" / filed.sha256).read_text(encoding="utf-8") == "Biên bản nghiệm thu"


def test_who_may_not_submit_files_nothing(house: House) -> None:
    path = house.store.folder.parent / "a.txt"
    path.write_text("a", encoding="utf-8")
    task = house.task(house.given()).id
    with pytest.raises(Refused, match=r"rights\.owner_works"):
        work.submit(house.store, house.actor("CB3"), task, files=[path])
    assert list((house.store.folder / "evidence").iterdir()) == []


def test_evidence_is_added_later(house: House) -> None:
    path = house.store.folder.parent / "a.txt"
    path.write_text("a", encoding="utf-8")
    number = house.led_to(TaskState.DONE)
    work.add_evidence(house.store, house.actor("VTK"), house.task(number).id, [path], dated_on=date(2026, 7, 14))
    filed = last(house, events.Evidence, number)
    assert (filed.submission, filed.dated_on, filed.filed_by) == (None, date(2026, 7, 14), house.id("VTK"))


def test_a_lateness_is_explained_and_accepted_with_its_document(house: House) -> None:
    number = house.led_to(TaskState.DOING)
    task = house.task(number).id
    work.explain(house.store, house.actor("CB2"), task, CauseKind.OBJECTIVE, "mưa lũ", remedy="làm bù")
    with pytest.raises(Refused, match=r"explanation\.needs_document"):
        decisions.accept(house.store, house.actor("TP"), task)
    decisions.accept(house.store, house.actor("TP"), task, document="15/XN-UBND", document_on=date(2026, 7, 10))
    told = last(house, events.Explanation, number)
    assert (told.accepted, told.accepted_by, told.document) == (True, house.id("TP"), "15/XN-UBND")
    assert house.task(number).objective_cause == "15/XN-UBND"


def test_an_explanation_not_accepted_excuses_nothing(house: House) -> None:
    number = house.led_to(TaskState.DOING)
    task = house.task(number).id
    with pytest.raises(Refused, match=r"explanation\.none"):
        decisions.accept(house.store, house.actor("TP"), task)
    work.explain(house.store, house.actor("CB2"), task, CauseKind.OBJECTIVE, "bận")
    decisions.accept(house.store, house.actor("TP"), task, accepted=False)
    assert (last(house, events.Explanation, number).accepted, house.task(number).objective_cause) == (False, None)


def test_a_cause_in_the_co_ordination_names_the_co_ordinator(house: House) -> None:
    number = house.given()
    task = house.task(number).id
    with pytest.raises(Refused, match=r"explanation\.coordinator"):
        work.explain(house.store, house.actor("CB2"), task, CauseKind.COORDINATION, "chờ số liệu")
    both = (NewCoordinator(official=house.id("CB1")), NewCoordinator(official=house.id("CB3")))
    edits.edit(house.store, house.actor("TP"), task, {"coordinators": both})
    with pytest.raises(Refused, match=r"explanation\.coordinator"):
        work.explain(house.store, house.actor("CB2"), task, CauseKind.COORDINATION, "chờ số liệu")
    work.explain(
        house.store, house.actor("CB2"), task, CauseKind.COORDINATION, "chờ số liệu", coordinator=house.id("CB3")
    )
    charged = last(house, events.Explanation, number).coordination
    parts = stored.events(house.store, events.Coordination, task)
    assert [part.official for part in parts if part.id == charged] == [house.id("CB3")]


def test_a_co_ordinator_answers_own_part(house: House) -> None:
    number = house.given(coordinators=(NewCoordinator(official=house.id("CB1"), part="số liệu thuế"),))
    house.do("answer", "VTV", number)
    part = last(house, events.Coordination, number)
    assert (part.part, part.answer, part.answered_on) == ("số liệu thuế", "đã gửi số liệu", TODAY)
    entry = journal.of_record(house.store, "coordination", part.id)[-1]
    assert (entry.actor, entry.behalf) == (house.id("VTV"), house.id("CB1"))


def test_chases_are_counted(house: House) -> None:
    number = house.given()
    house.do("chase", "TP", number)
    house.do("chase", "VTV", number, reason="sắp đến hạn")
    assert house.task(number).chases == 2
    assert last(house, events.Chase, number).reason == "sắp đến hạn"


def test_a_refused_proposal_is_mended_and_proposed_again(house: House) -> None:
    number = house.led_to(TaskState.PROPOSED)
    task = house.task(number).id
    with pytest.raises(Refused, match=r"task\.edit_never"):
        edits.edit(house.store, house.actor("CB3"), task, {"due_on": date(2026, 8, 31)})
    house.do("refuse", "TP", number, reason="hạn quá gấp")
    edits.edit(house.store, house.actor("CB3"), task, {"due_on": date(2026, 8, 31), "owner": house.id("CB4")})
    tasks.propose(house.store, house.actor("CB3"), task)
    house.do("assign", "TP", number)
    assert (house.task(number).original_due_on, house.task(number).owner) == (date(2026, 8, 31), house.id("CB4"))
