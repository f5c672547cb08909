"""Danh mục nhiệm vụ quá hạn: by age, who answers, both deadlines, cause and what was done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports import annex, labels, vietnamese
from tracker.reports.blocks import Align, Band, Block, Column, Document, Head, Row, Section, Signatures, Table, para

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.figures.overdue import Band as Aged
    from tracker.figures.overdue import Overdue
    from tracker.figures.types import LateTask

SIZE = 11
_COLUMNS = (
    Column("TT", Align.CENTRE, firm=True),
    Column("Nội dung nhiệm vụ (mã)", numbers=True, at_least=60),
    Column("Văn bản giao", numbers=True),
    Column("Người chịu trách nhiệm", at_least=32),
    Column("Hạn ban đầu", Align.CENTRE, firm=True),
    Column("Hạn hiện tại", Align.CENTRE),
    Column("Quá hạn (ngày làm việc)", Align.RIGHT),
    Column("Tình trạng"),
    Column("Nguyên nhân, khắc phục", numbers=True),
    Column("Đôn đốc"),
)


def document(facts: Overdue) -> Document:
    """The list as blocks."""
    return Document(
        title=f"Danh mục nhiệm vụ quá hạn đến ngày {vietnamese.day(facts.seen_on)} - {facts.unit_name}",
        author=facts.unit_name,
        subject=subject(facts),
        sections=(Section(tuple(_blocks(facts)), landscape=True, bookmark="Danh mục nhiệm vụ quá hạn"),),
        foot=facts.paper.foot,
    )


def subject(facts: Overdue) -> str:
    """What the list is of."""
    return f"Nhiệm vụ quá hạn đến hết ngày {vietnamese.day(facts.seen_on)}"


def _blocks(facts: Overdue) -> Iterator[Block]:
    yield Head(facts.paper.letterhead, "DANH MỤC", subject(facts), facts.paper.foot.printed_on.year, numbered=False)
    yield para(_summary(facts), about=facts.unit_name)
    if facts.tasks:
        yield Table(_COLUMNS, tuple(_rows(facts)), size=SIZE)
    yield Signatures(facts.maker, facts.paper.signature)


def _summary(facts: Overdue) -> str:
    count = len(facts.tasks)
    if not count:
        return f"{facts.unit_name} không có nhiệm vụ quá hạn."
    concern = sum(late.task.public_concern for late in facts.tasks)
    flagged = f", trong đó {vietnamese.whole(concern)} nhiệm vụ thuộc vấn đề xã hội quan tâm" if concern else ""
    ages = "; ".join(f"{_age(band)}: {vietnamese.whole(len(band.tasks))}" for band in facts.bands if band.tasks)
    return (
        f"{facts.unit_name} có {vietnamese.whole(count)} nhiệm vụ quá hạn{flagged} ({ages}). Số ngày quá hạn là ngày "
        f"làm việc; ngày không ghi năm là ngày của năm {facts.seen_on.year}; số lần ghi cạnh hạn hiện tại là số lần "
        "gia hạn."
    )


def _age(band: Aged) -> str:
    """quá hạn trên 30 ngày, quá hạn 11-30 ngày, quá hạn đến 5 ngày"""
    if band.up_to is None:
        return f"quá hạn trên {band.over} ngày"
    return f"quá hạn {band.over + 1}-{band.up_to} ngày" if band.over > 0 else f"quá hạn đến {band.up_to} ngày"


def _rows(facts: Overdue) -> Iterator[Row | Band]:
    number = 0
    for band in facts.bands:
        if band.tasks:
            yield Band(f"{vietnamese.sentence(_age(band))[:-1]} ({vietnamese.whole(len(band.tasks))})")
        for late in band.tasks:
            number += 1
            yield Row(_cells(number, late, facts), about=late.task.number)


def _cells(number: int, late: LateTask, facts: Overdue) -> tuple[str, ...]:
    task, year = late.task, facts.seen_on.year
    return (
        str(number),
        f"{task.title} ({task.number})",
        labels.source(task),
        vietnamese.joined(task.owner.name, task.owner.title, task.unit, by=", "),
        vietnamese.day_in(task.original_due_on, year),
        labels.deadline(task, year),
        vietnamese.whole(task.working_days_late),
        labels.status(task, facts.seen_on),
        "; ".join(annex.cause(explanation) for explanation in task.causes) or "chưa giải trình",
        ", ".join(vietnamese.day_in(chase.on, year) for chase in late.chases) or "chưa đôn đốc",
    )
