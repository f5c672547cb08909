"""Báo cáo trách nhiệm người đứng đầu: what the report of a unit and period says, part by part.

Imports domain and figures' types; the engine is loaded when the report is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports import annex, identity, late, moves, results, vietnamese
from tracker.reports.blocks import Block, Closing, Document, Head, Para, Section, para
from tracker.reports.parts import Part, numbered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from tracker.figures.types import Accountability


ANNEX = "annex"
PARTS: tuple[Part[Accountability], ...] = (
    Part("overall", "KẾT QUẢ CHUNG", results.overall),
    Part("head", "TRÁCH NHIỆM CỦA NGƯỜI ĐỨNG ĐẦU", results.by_head),
    Part("officials", "KẾT QUẢ THEO TỪNG CÁ NHÂN", results.by_official),
    Part("charts", "BIỂU ĐỒ", results.charts),
    Part("late", "NHIỆM VỤ CHẬM VÀ TRÁCH NHIỆM CÁ NHÂN", late.blocks),
    Part("moves", "GIA HẠN, CHUYỂN GIAO, THU HỒI", moves.blocks),
    Part("proposals", "ĐỀ XUẤT, KIẾN NGHỊ"),
)
LEAVABLE = (*(part.key for part in PARTS), ANNEX)
"""Names of what can be left out, in the order of the sheet."""


def draw(facts: Accountability, path: Path, without: Collection[str] = ()) -> None:
    """Draw the report into one PDF file, annex included, but for the parts left out.

    Raises Refused: report.identity (the counts do not add up), report.glyph_missing; Unavailable: see `pdf.write`.
    """
    from tracker.reports import pdf

    pdf.write(document(facts, without), path)


def document(facts: Accountability, without: Collection[str] = (), texts: Mapping[str, str] | None = None) -> Document:
    """The report as blocks, without some of its parts (of `LEAVABLE`), with what was typed for some.

    Raises Refused report.identity.
    """
    identity.require(facts)
    sections = [Section(tuple(_main(facts, without, texts)), bookmark="Báo cáo")]
    if facts.tasks and ANNEX not in without:
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


def _main(facts: Accountability, without: Collection[str], texts: Mapping[str, str] | None) -> Iterator[Block]:
    yield Head(facts.paper.letterhead, "BÁO CÁO", subject(facts), facts.paper.foot.printed_on.year)
    yield _opening(facts)
    yield from results.coverage(facts)
    yield from numbered(PARTS, facts, without, texts)
    yield _ending(facts, annexed=bool(facts.tasks) and ANNEX not in without)
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


def _ending(facts: Accountability, *, annexed: bool) -> Para:
    listed = "; danh mục từng nhiệm vụ tại Phụ lục 01 kèm theo" if annexed else ""
    return para(
        f"Trên đây là báo cáo trách nhiệm của {facts.head.title} {facts.head.name} về kết quả thực hiện nhiệm vụ "
        f"{facts.period.name('vi')} của {facts.unit_name}{listed}./."
    )
