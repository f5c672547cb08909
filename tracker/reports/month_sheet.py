"""Lịch nhiệm vụ: a landscape page for each month, Monday to Sunday; a full day makes its week higher, never cuts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.tasks import TaskState
from tracker.reports import vietnamese
from tracker.reports.blocks import Align, Block, Column, Document, Head, Row, Section, Signatures, Table, para

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.figures.month_sheet import Day, Month, MonthSheets
    from tracker.figures.types import TaskRow

SIZE = 10
WORKING, WEEKEND = 42, 21
"""Millimetres of a column: together the width of the page."""
LEAST = 3
"""Lines of a week, so that something can be written in by hand."""
_DAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_COLUMNS = tuple(Column(name, at_least=WORKING if at < 5 else WEEKEND) for at, name in enumerate(_DAYS))


def document(facts: MonthSheets) -> Document:
    """The months as blocks, each with page numbers and a bookmark of its own."""
    return Document(
        title=f"Lịch nhiệm vụ {facts.period.name('vi')} - {facts.unit_name}",
        author=facts.unit_name,
        subject=subject(facts),
        sections=tuple(
            Section(tuple(_blocks(facts, month)), landscape=True, bookmark=_name(month)) for month in facts.months
        ),
        foot=facts.paper.foot,
    )


def subject(facts: MonthSheets) -> str:
    """What the sheets are of."""
    return f"Lịch nhiệm vụ {facts.period.name('vi')}"


def _name(month: Month) -> str:
    return f"Tháng {month.first.month} năm {month.first.year}"


def _blocks(facts: MonthSheets, month: Month) -> Iterator[Block]:
    year = facts.paper.foot.printed_on.year
    yield Head(facts.paper.letterhead, "LỊCH NHIỆM VỤ", _name(month), year, numbered=False)
    count = sum(len(day.tasks) for day in month.days)
    told = f"có {vietnamese.whole(count)} nhiệm vụ đến hạn" if count else "không có nhiệm vụ đến hạn"
    yield para(
        f"Trong tháng {told}. Hạn hiện tại như ngày {vietnamese.day(facts.seen_on)}; (x) là đã hoàn thành.",
        size=12,
        indent=False,
        about=facts.unit_name,
    )
    rows = tuple(Row(tuple(_cell(day) for day in week), about=_name(month)) for week in month.weeks)
    yield Table(_COLUMNS, rows, size=SIZE, about=_name(month), raised=True)
    named = [f"{vietnamese.short_day(day.on)} {_called(day)}" for day in month.days if day.called]
    if named:
        yield para(f"Ngày nghỉ, ngày làm bù: {'; '.join(named)}.", size=11, align=Align.LEFT, indent=False)
    yield Signatures(facts.maker, facts.paper.signature)


def _cell(day: Day | None) -> str:
    """The number of the day, what it is off for, and its tasks line by line; nothing for a day of another month."""
    if day is None:
        return ""
    off = "" if day.working or day.on.weekday() > 4 else " - nghỉ"
    made_up = " - làm bù" if day.working and day.on.weekday() > 4 else ""
    lines = (f"{day.on.day}{off}{made_up}", *map(_task, day.tasks))
    return "\n".join((*lines, *("" for _ in range(LEAST - len(lines)))))


def _called(day: Day) -> str:
    return f"{day.called} (làm bù)" if day.working else day.called


def _task(task: TaskRow) -> str:
    done = " (x)" if task.state == TaskState.DONE else ""
    return f"{task.number}{done} {task.title} ({task.owner.name})"
