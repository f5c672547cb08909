"""Danh sách việc phải làm: one page or more for each person, with a square to tick before each thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.dates import show_weekday
from tracker.figures.work_list import Deed
from tracker.reports import labels, vietnamese
from tracker.reports.blocks import Align, Band, Block, Column, Document, Head, Row, Section, Signatures, Table, para

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.figures.work_list import ToDo, WorkList, WorkLists

SIZE = 11.5
_COLUMNS = (
    Column("Xong", Align.CENTRE, firm=True, box=True),
    Column("Việc phải làm (mã)", numbers=True, at_least=62),
    Column("Người giao, người chịu trách nhiệm", at_least=30),
    Column("Hạn", Align.CENTRE, firm=True),
    Column("Sản phẩm", numbers=True),
    Column("Tình trạng"),
)
_DEEDS = {
    Deed.OWN: "",
    Deed.PART: "Phối hợp",
    Deed.CONFIRM: "Xét kết quả",
    Deed.EXTEND: "Quyết định gia hạn",
    Deed.APPROVE: "Duyệt đề xuất giao",
    Deed.ANSWER: "Quyết định việc bị từ chối",
}


def document(facts: WorkLists) -> Document:
    """One list, or those of several one after the other, each with page numbers of its own."""
    name = facts.lists[0].official.name if len(facts.lists) == 1 else facts.unit_name
    return Document(
        title=f"Việc phải làm {facts.period.name('vi')} - {name}",
        author=facts.unit_name,
        subject=subject(facts),
        sections=tuple(
            Section(tuple(_blocks(facts, each)), bookmark=each.official.name or facts.unit_name) for each in facts.lists
        ),
        foot=facts.paper.foot,
    )


def subject(facts: WorkLists) -> str:
    """What the lists are of."""
    return f"Việc phải làm {facts.period.name('vi')}"


def _blocks(facts: WorkLists, whose: WorkList) -> Iterator[Block]:
    year = facts.paper.foot.printed_on.year
    yield Head(facts.paper.letterhead, "DANH SÁCH VIỆC PHẢI LÀM", whose.official.name, year, numbered=False)
    who = vietnamese.joined(whose.official.title, whose.unit, by=", ")
    seen = f"như ngày {vietnamese.day(facts.seen_on)}"
    yield para(f"{vietnamese.sentence(vietnamese.joined(who, facts.period.name('vi'), seen))}", indent=False, size=13)
    if whose.todos:
        yield Table(_COLUMNS, tuple(_rows(facts, whose)), size=SIZE)
    else:
        yield para("Không có việc phải làm trong kỳ.")
    yield Signatures(facts.maker, facts.paper.signature)


def _rows(facts: WorkLists, whose: WorkList) -> Iterator[Row | Band]:
    heading = ""
    for todo in whose.todos:
        said = _day(todo, facts)
        if said != heading:
            heading = said
            yield Band(heading)
        yield Row(_cells(todo, facts), about=todo.task.number)


def _day(todo: ToDo, facts: WorkLists) -> str:
    """What the rows below it have in common: late, the day, later than the period, to be decided, no deadline."""
    due = todo.due_on
    if due is None:
        return "Không có hạn" if todo.deed in (Deed.OWN, Deed.PART) else "Chờ quyết định"
    if due < facts.seen_on:
        return "Đã quá hạn"
    return _weekday(due) if due <= facts.period.last else "Hạn sau kỳ này"


def _weekday(day: date) -> str:
    """Thứ Hai, 28/9"""
    name = show_weekday(day)
    return f"{name[0].upper()}{name[1:]}, {vietnamese.short_day(day)}"


def _cells(todo: ToDo, facts: WorkLists) -> tuple[str, ...]:
    task, year = todo.task, facts.seen_on.year
    deed = _DEEDS[todo.deed]
    what = f"{task.title} ({task.number})"
    part = f"; phần việc: {todo.part}" if todo.part else ""
    other = task.assigner if todo.deed is Deed.OWN else task.owner.name
    due = todo.due_on if todo.deed is Deed.PART else task.due_on
    return (
        "",
        f"{deed}: {what}{part}" if deed else what,
        other,
        vietnamese.day_in(due, year) or "không hạn",
        task.product,
        labels.status(task, facts.seen_on),
    )
