"""Báo cáo kết quả thực hiện nhiệm vụ: sections I to VI of a unit's report (domain.md §3), annex behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports import annex, identity, late, results, vietnamese
from tracker.reports.accountability import ANNEX
from tracker.reports.blocks import Block, Closing, Document, Head, Heading, Section, para
from tracker.reports.parts import Part, numbered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from tracker.figures.quarterly import Quarterly


def document(facts: Quarterly, without: Collection[str] = (), texts: Mapping[str, str] | None = None) -> Document:
    """The report as blocks, without some of its parts (of `LEAVABLE`), with what was typed for some.

    Raises Refused report.identity.
    """
    base = facts.base
    identity.require(base)
    identity.require_units(base, facts.units)
    for period, counts in facts.compared:
        if counts is not None:
            identity.require_sum(period.name("vi"), counts)
    sections = [Section(tuple(_main(facts, without, texts)), bookmark="Báo cáo")]
    if base.tasks and ANNEX not in without:
        sections.append(annex.section(base))
    return Document(
        title=f"Báo cáo {subject(facts)[0].lower()}{subject(facts)[1:]} - {base.unit_name}",
        author=base.unit_name,
        subject=subject(facts),
        sections=tuple(sections),
        foot=base.paper.foot,
    )


def subject(facts: Quarterly) -> str:
    """The trích yếu."""
    return f"Kết quả thực hiện nhiệm vụ {facts.base.period.name('vi')}"


def _main(facts: Quarterly, without: Collection[str], texts: Mapping[str, str] | None) -> Iterator[Block]:
    base = facts.base
    yield Head(base.paper.letterhead, "BÁO CÁO", subject(facts), base.paper.foot.printed_on.year)
    yield para(
        f"{base.unit_name} báo cáo kết quả thực hiện nhiệm vụ được giao trong {base.period.name('vi')}, số liệu tính "
        f"đến hết ngày {vietnamese.day(base.seen_on)}, như sau:",
        about=base.unit_name,
    )
    yield from results.coverage(base)
    yield from numbered(PARTS, facts, without, texts)
    listed = "; danh mục từng nhiệm vụ tại Phụ lục 01 kèm theo" if base.tasks and ANNEX not in without else ""
    yield para(
        f"Trên đây là báo cáo kết quả thực hiện nhiệm vụ {base.period.name('vi')} của {base.unit_name}{listed}./."
    )
    yield Closing(base.paper.signature, base.paper.recipients)


def _overall(facts: Quarterly) -> Iterator[Block]:
    yield from results.against(facts.base, facts.compared)


def _units(facts: Quarterly) -> Iterator[Block]:
    """By unit, where there are several, then by person."""
    several = len(facts.units) > 1
    if several:
        yield Heading("1. Kết quả theo đơn vị", 2)
        yield results.by_unit(facts.units, facts.base.counts)
    yield from results.by_official(facts.base, first=2 if several else 1)


def _charts(facts: Quarterly) -> Iterator[Block]:
    """The rates in the order of time, and what became of the tasks of each unit or person."""
    told = sorted((*facts.compared, (facts.base.period, facts.base.counts)), key=lambda each: each[0].first)
    yield results.rates(told)
    if len(facts.units) > 1:
        yield results.outcomes("Nhiệm vụ của từng đơn vị", [(row.unit, row.counts) for row in facts.units])
    elif facts.base.officials:
        rows = [(row.official.name, row.counts) for row in facts.base.officials]
        yield results.outcomes("Nhiệm vụ của từng người", rows)


def _late(facts: Quarterly) -> Iterator[Block]:
    yield from late.blocks(facts.base)


NEXT = "NHIỆM VỤ TRỌNG TÂM KỲ SAU, ĐỀ XUẤT"
PARTS: tuple[Part[Quarterly], ...] = (
    Part("overall", "KẾT QUẢ CHUNG", _overall),
    Part("units", "KẾT QUẢ THEO ĐƠN VỊ, CÁ NHÂN", _units),
    Part("charts", "KẾT QUẢ THEO ĐƠN VỊ, CÁ NHÂN", _charts),
    Part("late", "NHIỆM VỤ CHẬM: NGUYÊN NHÂN, TRÁCH NHIỆM CÁ NHÂN", _late),
    Part("shortcomings", "HẠN CHẾ ĐÃ KHẮC PHỤC, CHƯA KHẮC PHỤC"),
    Part("petitions", "KIẾN NGHỊ, PHẢN ÁNH, MỨC ĐỘ HÀI LÒNG"),
    Part("next", NEXT),
    Part("proposals", NEXT),
)
LEAVABLE = (*(part.key for part in PARTS), ANNEX)
"""Names of what can be left out, in the order of the sheet."""
