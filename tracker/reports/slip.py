"""Phiếu giao việc: the six clears of a task as a table, squares for field and urgency, both signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports import labels, vietnamese
from tracker.reports.blocks import Block, Boxes, Column, Document, Head, Row, Section, Signatures, Table, para

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.figures.slip import Slip
    from tracker.figures.types import Coordinator

SIZE = 13
UNCLEAR = "(chưa rõ)"
_SIX = (Column("Sáu rõ", at_least=38), Column("Nội dung", numbers=True, at_least=100))


def document(facts: Slip) -> Document:
    """The slip as blocks."""
    number = facts.task.number
    return Document(
        title=f"Phiếu giao việc {number}",
        author=facts.paper.foot.printed_by,
        subject=facts.task.title,
        sections=(Section(tuple(_blocks(facts)), bookmark=f"Phiếu giao việc {number}"),),
        foot=facts.paper.foot,
    )


def _blocks(facts: Slip) -> Iterator[Block]:
    task, year = facts.task, facts.paper.foot.printed_on.year
    yield Head(facts.paper.letterhead, "PHIẾU GIAO VIỆC", f"{task.number}. {task.title}", year)
    yield Table(_SIX, tuple(Row(cells, about=task.number) for cells in _six(facts)), size=SIZE)
    if facts.fields:
        yield para("Lĩnh vực:", indent=False)
        yield Boxes(tuple((field, field == facts.field) for field in facts.fields), about=task.number)
    yield para("Độ khẩn:", indent=False)
    yield Boxes(tuple((name, code == facts.urgency) for code, name in labels.URGENCIES.items()), about=task.number)
    if facts.note:
        yield para(f"Ghi chú: {facts.note}", indent=False, about=task.number)
    yield para(
        "Người nhận việc đã rõ nội dung, thời hạn, sản phẩm, thẩm quyền và chịu trách nhiệm về kết quả thực hiện."
    )
    yield Signatures(facts.takes, facts.gives)


def _six(facts: Slip) -> Iterator[tuple[str, str]]:
    """The six in the order in which they are named, each with all that is known; what is missing is said."""
    task, six = facts.task, facts.six
    owner = vietnamese.joined(task.owner.name, task.owner.title, task.unit, by=", ")
    told = (
        ("Rõ người", six.people, owner),
        ("Rõ việc", six.work, f"{task.title}. Nguồn giao: {vietnamese.joined(labels.source(task), facts.summary)}."),
        ("Rõ thời gian", six.time, _times(facts)),
        ("Rõ trách nhiệm", six.responsibility, _responsibility(facts)),
        ("Rõ sản phẩm", six.product, _product(facts)),
        ("Rõ thẩm quyền", six.authority, facts.authority),
    )
    for name, clear, text in told:
        yield name, text if clear else vietnamese.joined(text, UNCLEAR, by=" ")


def _times(facts: Slip) -> str:
    task = facts.task
    due = f"hạn ban đầu {vietnamese.day(task.original_due_on)}" if task.original_due_on else "không hạn"
    changed = task.due_on is not None and task.due_on != task.original_due_on
    return vietnamese.joined(
        f"Giao ngày {vietnamese.day(task.assigned_on)}" if task.assigned_on else "Chưa giao",
        due,
        f"hạn hiện tại {labels.full_deadline(task)}" if changed else "",
        task.no_deadline_reason if task.due_on is None else "",
        f"trình dự thảo trước {vietnamese.day(facts.draft_due_on)}" if facts.draft_due_on else "",
    )


def _responsibility(facts: Slip) -> str:
    task = facts.task
    owner = f"{task.owner.name} chịu trách nhiệm chính" if task.owner.name else ""
    leader = f"lãnh đạo phụ trách: {facts.leader}" if facts.leader else ""
    beside = f"phối hợp: {', '.join(map(_part, facts.coordinators))}" if facts.coordinators else ""
    return vietnamese.joined(owner, f"người giao: {task.assigner}" if task.assigner else "", leader, beside)


def _part(each: Coordinator) -> str:
    due = f"hạn {vietnamese.day(each.due_on)}" if each.due_on else ""
    what = vietnamese.joined(each.part, due, by=", ")
    return f"{each.name} – {what}" if what else each.name


def _product(facts: Slip) -> str:
    many = facts.quantity is not None and facts.quantity > 1
    return vietnamese.joined(facts.task.product, f"số lượng {facts.quantity}" if many else "")
