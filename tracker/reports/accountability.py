"""Báo cáo trách nhiệm người đứng đầu: what the report of a unit and period says, part by part.

Imports domain and figures' types; the engine is loaded when the report is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports import annex, identity, late, moves, results, vietnamese
from tracker.reports.blocks import Block, Closing, Document, Head, Para, Section, para

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tracker.figures.types import Accountability


def draw(facts: Accountability, path: Path) -> None:
    """Draw the report into one PDF file, annex included.

    Raises Refused: report.identity (the counts do not add up), report.glyph_missing; Unavailable: see `pdf.write`.
    """
    from tracker.reports import pdf

    pdf.write(document(facts), path)


def document(facts: Accountability) -> Document:
    """The whole report as blocks. Raises Refused report.identity."""
    identity.require(facts)
    sections = [Section(tuple(_main(facts)), bookmark="Báo cáo")]
    if facts.tasks:
        sections.append(annex.section(facts))
    return Document(
        title=f"Báo cáo trách nhiệm người đứng đầu {facts.period.name('vi')} - {facts.unit_name}",
        author=facts.unit_name,
        subject=subject(facts),
        sections=tuple(sections),
        foot=facts.paper.foot,
    )


def subject(facts: Accountability) -> str:
    """The trích yếu."""
    return f"Trách nhiệm người đứng đầu về kết quả thực hiện nhiệm vụ {facts.period.name('vi')}"


def _main(facts: Accountability) -> Iterator[Block]:
    yield Head(facts.paper.letterhead, "BÁO CÁO", subject(facts), facts.paper.foot.printed_on.year)
    yield _opening(facts)
    yield from results.overall(facts)
    yield from results.by_official(facts)
    yield from late.blocks(facts)
    yield from moves.blocks(facts)
    yield _ending(facts)
    yield Closing(facts.paper.signature, facts.paper.recipients)


def _opening(facts: Accountability) -> Para:
    name = facts.period.name("vi")
    days = f"từ ngày {vietnamese.day(facts.period.first)} đến ngày {vietnamese.day(facts.period.last)}"
    span = name if name.startswith(("từ ngày", "ngày")) else f"{name} ({days})"
    return para(
        f"{facts.unit_name} báo cáo trách nhiệm của {facts.head.title} {facts.head.name} đối với nhiệm vụ "
        f"được giao trong {span}, số liệu tính đến hết ngày {vietnamese.day(facts.seen_on)}.",
        about=facts.unit_name,
    )


def _ending(facts: Accountability) -> Para:
    listed = "; danh mục từng nhiệm vụ tại Phụ lục 01 kèm theo" if facts.tasks else ""
    return para(
        f"Trên đây là báo cáo trách nhiệm của {facts.head.title} {facts.head.name} về kết quả thực hiện nhiệm vụ "
        f"{facts.period.name('vi')} của {facts.unit_name}{listed}./."
    )
