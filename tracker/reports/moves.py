"""Extensions and hand-overs of the period: a part of the accountability report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports import labels, vietnamese
from tracker.reports.blocks import Align, Block, Column, Heading, Row, Table, para

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.figures.types import Accountability, Extension, ExtensionRow, HandOverRow, TaskRow

_NUMBER = Column("TT", Align.CENTRE, firm=True)
_EXTENSIONS = (
    _NUMBER,
    Column("Nhiệm vụ"),
    Column("Người chịu trách nhiệm"),
    Column("Hạn trước đó", Align.CENTRE, firm=True),
    Column("Hạn đề nghị", Align.CENTRE, firm=True),
    Column("Lý do"),
    Column("Quyết định"),
)
_HAND_OVERS = (
    _NUMBER,
    Column("Nhiệm vụ"),
    Column("Ngày", Align.CENTRE, firm=True),
    Column("Từ"),
    Column("Đến"),
    Column("Người quyết định"),
    Column("Lý do, căn cứ"),
)


_RECALLED = (
    _NUMBER,
    Column("Nhiệm vụ"),
    Column("Người chịu trách nhiệm"),
    Column("Ngày giao", Align.CENTRE, firm=True),
    Column("Ngày thu hồi", Align.CENTRE, firm=True),
    Column("Lý do"),
)


def blocks(facts: Accountability) -> Iterator[Block]:
    """Both as tables."""
    if not facts.extensions and not facts.hand_overs and not facts.recalled:
        yield para("Không có đề nghị gia hạn; không có nhiệm vụ chuyển giao, thu hồi.")
        return
    yield Heading("1. Gia hạn", 2)
    if facts.extensions:
        yield Table(_EXTENSIONS, tuple(_extension(number, row) for number, row in enumerate(facts.extensions, start=1)))
    else:
        yield para("Không có đề nghị gia hạn.")
    yield Heading("2. Chuyển giao", 2)
    if facts.hand_overs:
        yield Table(_HAND_OVERS, tuple(_hand_over(number, row) for number, row in enumerate(facts.hand_overs, start=1)))
    else:
        yield para("Không có nhiệm vụ chuyển giao.")
    if facts.recalled:
        yield Heading("3. Thu hồi", 2)
        yield Table(_RECALLED, tuple(_recalled(number, task) for number, task in enumerate(facts.recalled, start=1)))


def _recalled(number: int, task: TaskRow) -> Row:
    days = (vietnamese.day(day) if day else "" for day in (task.assigned_on, task.recalled_on))
    cells = (str(number), f"{task.title} ({task.number})", task.owner.name, *days, task.recall_reason)
    return Row(cells, about=task.number)


def _extension(number: int, row: ExtensionRow) -> Row:
    asked = row.extension
    cells = (
        str(number),
        f"{row.title} ({row.number})",
        row.owner,
        vietnamese.day(asked.due_before) if asked.due_before else "",
        vietnamese.day(asked.proposed_due_on),
        f"{asked.reason} (đề nghị ngày {vietnamese.day(asked.asked_on)})",
        decision(asked),
    )
    return Row(cells, about=row.number)


def decision(asked: Extension) -> str:
    """Đồng ý, ngày …, người …, căn cứ …; or that it has not been decided."""
    if asked.decision is None:
        return "chưa quyết định"
    verdict = labels.EXTENSION_DECISIONS.get(asked.decision, asked.decision)
    when = f"{verdict} ngày {vietnamese.day(asked.decided_on)}" if asked.decided_on else verdict
    return vietnamese.joined(
        f"{when} ({asked.decided_by})" if asked.decided_by else when,
        f"lý do: {asked.decision_reason.strip().rstrip('.')}" if asked.decision_reason.strip() else "",
        f"căn cứ {asked.basis}" if asked.basis else "",
    )


def _hand_over(number: int, row: HandOverRow) -> Row:
    notes = vietnamese.joined(
        row.reason,
        f"căn cứ {row.basis}" if row.basis else "",
        labels.DIRECTIONS[row.direction] if row.direction != "internal" else "",
        "đã quá hạn khi chuyển" if row.overdue else "",
    )
    cells = (
        str(number),
        f"{row.title} ({row.number})",
        vietnamese.day(row.on),
        row.from_name,
        row.to_name,
        row.by,
        notes,
    )
    return Row(cells, about=row.number)
