"""Phụ lục 01: every task of a report, landscape, one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports import labels, vietnamese
from tracker.reports.blocks import Align, AnnexHead, Block, Column, Row, Section, Table, para

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.figures.types import Accountability, Explanation, LateRecord, OldBook, TaskRow

SIZE = 10
_COLUMNS = (
    Column("TT", Align.CENTRE, firm=True),
    Column("Nội dung nhiệm vụ (mã)", numbers=True, at_least=51),
    Column("Văn bản giao", numbers=True),
    Column("Người chịu trách nhiệm"),
    Column("Phối hợp"),
    Column("Ngày giao", Align.CENTRE, firm=True),
    Column("Hạn ban đầu", Align.CENTRE, firm=True),
    Column("Hạn hiện tại", Align.CENTRE),
    Column("Ngày hoàn thành", Align.CENTRE, firm=True),
    Column("Sản phẩm", numbers=True),
    Column("Tình trạng"),
    Column("Ngày chậm", Align.RIGHT, firm=True),
    Column("Nguyên nhân, khắc phục", numbers=True),
)


def section(facts: Accountability) -> Section:
    """The annex of a report; its pages are numbered on their own."""
    return Section(tuple(_blocks(facts)), landscape=True, bookmark="Phụ lục 01. Danh mục nhiệm vụ")


def rows(tasks: Sequence[TaskRow], facts: Accountability) -> Iterator[Row]:
    """One row per task; days without a year are of the year in which the period ends."""
    several = len({task.unit for task in tasks}) > 1
    for number, task in enumerate(tasks, start=1):
        yield Row(_cells(number, task, facts, several), about=task.number)


def _blocks(facts: Accountability) -> Iterator[Block]:
    title = f"DANH MỤC NHIỆM VỤ {facts.period.name('vi').upper()}"
    year = facts.paper.foot.printed_on.year
    yield AnnexHead("Phụ lục 01", title, "", facts.paper.letterhead, facts.unit_name, year)
    yield Table(_COLUMNS, tuple(rows(facts.tasks, facts)), size=SIZE)
    yield para(*_legend(facts), size=SIZE, indent=False)
    for line in _notes(facts.tasks, facts.old_books):
        yield para(line, size=SIZE, indent=False)


def _legend(facts: Accountability) -> Iterator[str]:
    yield f"Ngày không ghi năm là ngày của năm {facts.period.last.year}; ngày chậm là ngày làm việc"
    yield "; số lần ghi cạnh hạn hiện tại là số lần gia hạn"
    yield "; nhiệm vụ có dấu * đã được sửa nội dung hoặc sản phẩm sau khi bắt đầu." if _edited(facts.tasks) else "."


def _edited(tasks: Sequence[TaskRow]) -> bool:
    return any(task.changed_after_start for task in tasks)


def _cells(number: int, task: TaskRow, facts: Accountability, several: bool) -> tuple[str, ...]:
    year = facts.period.last.year
    return (
        str(number),
        f"{task.title}{' *' if task.changed_after_start else ''} ({task.number})",
        labels.source(task),
        f"{task.owner.name} ({task.unit})" if several and task.unit else task.owner.name,
        "; ".join(task.coordinators),
        vietnamese.day_in(task.assigned_on, year),
        vietnamese.day_in(task.original_due_on, year) or "không hạn",
        labels.deadline(task, year),
        vietnamese.day_in(task.submitted_on if task.confirmed_on else None, year),
        product(task),
        labels.status(task, facts.seen_on),
        vietnamese.whole(task.working_days_late) if task.working_days_late else "",
        "; ".join(cause(explanation) for explanation in task.causes),
    )


def product(task: TaskRow) -> str:
    """The product asked for, and the number of the one handed in."""
    return vietnamese.joined(task.product, task.product_number)


def cause(explanation: Explanation) -> str:
    """Why it is late, as explained: kind, words, remedy, and whether that was accepted."""
    kind = labels.CAUSES.get(explanation.cause, explanation.cause)
    text = vietnamese.joined(f"{kind.capitalize()}: {explanation.text}", explanation.remedy)
    return (
        text
        if explanation.accepted is None
        else f"{text} ({'được' if explanation.accepted else 'không được'} chấp nhận)"
    )


def _notes(tasks: Sequence[TaskRow], books: Sequence[OldBook]) -> Iterator[str]:
    """What was declared for a day far from its recording, and what came from an old book (design.md §2.7)."""
    for number, task in enumerate(tasks, start=1):
        if task.late_records:
            yield f"Dòng {number} ({task.number}): {'; '.join(declared(record) for record in task.late_records)}."
    for book in books:
        yield old_book(book)


def declared(record: LateRecord) -> str:
    """xác nhận hoàn thành khai ngày 03/7/2026, ghi lúc 14:05 ngày 09/7/2026"""
    what = labels.action(record.what)
    return f"{what} khai ngày {vietnamese.day(record.declared_on)}, ghi lúc {vietnamese.moment(record.recorded_at)}"


def old_book(book: OldBook) -> str:
    """One line for all tasks of one import."""
    recorded = vietnamese.day(vietnamese.local_day(book.recorded_at))
    return f"{vietnamese.whole(book.tasks)} nhiệm vụ nhập từ sổ cũ, ghi ngày {recorded}."
