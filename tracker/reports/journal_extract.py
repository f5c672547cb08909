"""Trích sổ nhật ký: one row for each action, landscape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports import vietnamese
from tracker.reports.blocks import Align, Block, Column, Document, Head, Row, Section, Signatures, Table, para
from tracker.reports.task_history import change_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.figures.journal_extract import Extract, Line

SIZE = 10
MOST_CHANGES = 12
"""Changes of one action that are told: an import has thousands, which its records tell."""
_COLUMNS = (
    Column("Mục", Align.CENTRE, firm=True),
    Column("Ngày khai", Align.CENTRE, firm=True),
    Column("Ghi lúc", Align.CENTRE, at_least=24),
    Column("Người thực hiện", at_least=34),
    Column("Việc", at_least=26),
    Column("Đối tượng", at_least=26, numbers=True),
    Column("Thay đổi", numbers=True, at_least=50),
    Column("Lý do, căn cứ", numbers=True, at_least=30),
)


def document(facts: Extract) -> Document:
    """The extract as blocks."""
    return Document(
        title=subject(facts),
        author=facts.paper.foot.printed_by,
        subject=subject(facts),
        sections=(Section(tuple(_blocks(facts)), landscape=True, bookmark="Trích sổ nhật ký"),),
        foot=facts.paper.foot,
    )


def subject(facts: Extract) -> str:
    """What the extract is of."""
    return vietnamese.joined(f"Trích sổ nhật ký {facts.period.name('vi')}", facts.of, by=" - ")


def _blocks(facts: Extract) -> Iterator[Block]:
    year = facts.paper.foot.printed_on.year
    name = vietnamese.joined(vietnamese.sentence(facts.period.name("vi"))[:-1], facts.of, by=" - ")
    yield Head(facts.paper.letterhead, "TRÍCH SỔ NHẬT KÝ", name, year, numbered=False)
    if not facts.lines:
        yield para("Không có mục nào được khai hoặc ghi trong kỳ.")
    else:
        last = vietnamese.whole(facts.paper.foot.journal_number)
        yield para(
            f"{vietnamese.whole(len(facts.lines))} việc được khai hoặc ghi vào sổ trong kỳ, sổ có đến mục {last}. Ngày "
            "khai là ngày việc xảy ra, giờ ghi là giờ máy khi ghi vào sổ.",
        )
        yield Table(_COLUMNS, tuple(_row(line) for line in facts.lines), size=SIZE)
    yield Signatures(facts.maker, facts.paper.signature)


def _row(line: Line) -> Row:
    numbers = vietnamese.whole(line.number)
    told = "; ".join(change_in_words(change) for change in line.changes[:MOST_CHANGES])
    more = len(line.changes) - MOST_CHANGES
    cells = (
        numbers if line.last == line.number else f"{numbers} - {vietnamese.whole(line.last)}",
        vietnamese.day(line.declared_on),
        vietnamese.moment(line.recorded_at),
        line.who,
        vietnamese.joined(line.what, "đã hoàn tác" if line.undone_by else "", by=", "),
        line.records,
        vietnamese.joined(told, f"và {more} thay đổi nữa" if more > 0 else ""),
        vietnamese.joined(line.reason, f"căn cứ {line.basis}" if line.basis else ""),
    )
    return Row(cells, about=f"mục {line.number}")
