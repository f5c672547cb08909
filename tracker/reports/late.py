"""Late tasks in words: who held them how long, both deadlines, cause, remedy, co-ordination, chases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.tasks import TaskState
from tracker.reports import labels, vietnamese
from tracker.reports.blocks import Block, Run, para

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.figures.types import Accountability, Coordinator, Explanation, LateTask, Submission, TaskRow


def blocks(facts: Accountability) -> Iterator[Block]:
    """One paragraph for each late task."""
    if not facts.late:
        yield para("Không có nhiệm vụ chậm.")
    for number, late in enumerate(facts.late, start=1):
        yield para(
            Run(f"{number}. {_title(late.task)} ", bold=True),
            " ".join(_sentences(late)),
            about=late.task.number,
        )


def _title(task: TaskRow) -> str:
    return f"{task.title} ({vietnamese.joined(task.number, labels.source(task))})."


def _sentences(late: LateTask) -> Iterator[str]:
    """What is known of a late task, one sentence for each matter."""
    task = late.task
    yield f"Người chịu trách nhiệm: {vietnamese.joined(task.owner.name, task.owner.title, by=', ')}."
    yield _deadlines(task)
    for submission in late.submissions:
        if submission.decision == "returned":
            yield _returned(submission)
    yield _lateness(task)
    yield from _shares(late)
    yield from _causes(task)
    if late.coordinators:
        yield f"Phối hợp: {'; '.join(_coordinated(coordinator) for coordinator in late.coordinators)}."
    yield _chases(late)
    if task.public_concern:
        yield "Vấn đề xã hội quan tâm."


def _deadlines(task: TaskRow) -> str:
    first = vietnamese.day(task.original_due_on) if task.original_due_on else "không hạn"
    now = vietnamese.day(task.due_on) if task.due_on else "không hạn"
    changes = vietnamese.joined(
        f"gia hạn {task.extensions} lần" if task.extensions else "",
        f"tạm dừng {task.pauses} lần" if task.pauses else "",
        by=", ",
    )
    return f"Hạn ban đầu {first}, hạn hiện tại {now} ({changes or 'chưa đổi'})."


def _returned(submission: Submission) -> str:
    when = f" ngày {vietnamese.day(submission.decided_on)}" if submission.decided_on else ""
    why = f": {submission.reason.strip().rstrip('.')}" if submission.reason.strip() else ""
    return f"Trình ngày {vietnamese.day(submission.on)}, bị trả lại{when}{why}."


def _lateness(task: TaskRow) -> str:
    days = f"{vietnamese.whole(task.working_days_late)} ngày làm việc ({vietnamese.whole(task.days_late)} ngày)"
    if task.state == TaskState.DONE:
        handed_in = f"trình ngày {vietnamese.day(task.submitted_on)}, " if task.submitted_on else ""
        return f"Đã hoàn thành, {handed_in}chậm {days}."
    if task.state == TaskState.SUBMITTED and task.submitted_on:
        return f"Trình ngày {vietnamese.day(task.submitted_on)}, chờ xác nhận, chậm {days}."
    return f"Chưa hoàn thành, quá hạn {days}."


def _shares(late: LateTask) -> Iterator[str]:
    """How the lateness falls on successive owners, where there was more than one."""
    if len(late.custody) < 2:
        return
    shares = "; ".join(
        f"{held.owner.name} {vietnamese.whole(held.working_days_late)} ngày (giữ từ {vietnamese.day(held.from_on)})"
        for held in late.custody
    )
    yield f"Số ngày làm việc chậm chia theo người giữ: {shares}."


def _causes(task: TaskRow) -> Iterator[str]:
    if not task.causes:
        yield "Chưa có giải trình nguyên nhân."
    for explanation in task.causes:
        yield cause(explanation)


def cause(explanation: Explanation) -> str:
    """Nguyên nhân chủ quan: …; khắc phục: … (giải trình ngày …, được chấp nhận)."""
    kind = labels.CAUSES.get(explanation.cause, explanation.cause)
    text = vietnamese.joined(
        f"Nguyên nhân {kind}: {explanation.text.strip().rstrip('.')}",
        f"khắc phục: {explanation.remedy.strip().rstrip('.')}" if explanation.remedy.strip() else "",
    )
    return f"{text} ({vietnamese.joined(*_standing(explanation), by=', ')})."


def _standing(explanation: Explanation) -> Iterator[str]:
    if explanation.explained_on:
        by = f" của {explanation.explained_by}" if explanation.explained_by else ""
        yield f"giải trình ngày {vietnamese.day(explanation.explained_on)}{by}"
    if explanation.document or explanation.confirmed_by:
        yield f"xác nhận: {vietnamese.joined(explanation.confirmed_by, explanation.document, by=', ')}"
    yield {None: "người giao chưa xét", True: "người giao chấp nhận", False: "người giao không chấp nhận"}[
        explanation.accepted
    ]


def _coordinated(coordinator: Coordinator) -> str:
    """Who worked along, until when, and what came. Who was asked for nothing of their own owes no answer."""
    part = f" ({coordinator.part})" if coordinator.part else ""
    due = f", hạn {vietnamese.day(coordinator.due_on)}" if coordinator.due_on else ""
    if coordinator.answered_on:
        late = " chậm" if coordinator.due_on and coordinator.answered_on > coordinator.due_on else ""
        answer = f": {coordinator.answer.strip().rstrip('.')}" if coordinator.answer.strip() else ""
        return f"{coordinator.name}{part}{due}, trả lời{late} ngày {vietnamese.day(coordinator.answered_on)}{answer}"
    asked = coordinator.part or coordinator.due_on
    return f"{coordinator.name}{part}{due}, chưa trả lời" if asked else coordinator.name


def _chases(late: LateTask) -> str:
    if not late.chases:
        return "Chưa đôn đốc."
    days = ", ".join(vietnamese.day(chase.on) for chase in late.chases)
    return f"Đã đôn đốc {len(late.chases)} lần (ngày {days})."
