"""Khối lượng nhiệm vụ đang mở: by person, plain and weighted, with bars that show how it stands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tracker.domain.deadlines import DeadlineClass
from tracker.figures.workload import AWAITING, HEAPS, PAUSED
from tracker.reports import vietnamese
from tracker.reports.blocks import (
    Align,
    Band,
    Block,
    Chart,
    Column,
    Document,
    Fill,
    Head,
    Row,
    Section,
    Series,
    Signatures,
    Table,
    para,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from tracker.figures.workload import Desk, Workload

CHARTS = "charts"
LEAVABLE = (CHARTS,)
_HEAPS = {
    DeadlineClass.OVERDUE: ("Quá hạn", Fill.SOLID),
    DeadlineClass.DUE_SOON: ("Sắp đến hạn", Fill.HATCHED),
    DeadlineClass.IN_TIME: ("Trong hạn", Fill.OUTLINE),
    DeadlineClass.NO_DEADLINE: ("Không hạn", Fill.WHITE),
    AWAITING: ("Chờ xác nhận", Fill.DOTTED),
    PAUSED: ("Tạm dừng", Fill.GREY),
}
_COLUMNS = (
    Column("TT", Align.CENTRE, firm=True),
    Column("Họ và tên, chức vụ", at_least=40),
    Column("Đang mở", Align.RIGHT),
    *(Column(name, Align.RIGHT, "Trong đó") for name, _ in _HEAPS.values()),
    Column("Quy đổi", Align.RIGHT),
    Column("Quy đổi quá hạn", Align.RIGHT),
)


def document(facts: Workload, without: Collection[str] = ()) -> Document:
    """The sheet as blocks, without some of its parts (of `LEAVABLE`)."""
    sections = [Section(tuple(_main(facts)), bookmark="Khối lượng nhiệm vụ")]
    if CHARTS not in without and any(desk.open for desk in facts.desks):
        sections.append(Section((_chart(facts),), bookmark="Biểu đồ"))
    return Document(
        title=f"{subject(facts)} - {facts.unit_name}",
        author=facts.unit_name,
        subject=subject(facts),
        sections=tuple(sections),
        foot=facts.paper.foot,
    )


def subject(facts: Workload) -> str:
    """What the sheet is of."""
    return f"Khối lượng nhiệm vụ đang mở đến ngày {vietnamese.day(facts.seen_on)}"


def _main(facts: Workload) -> Iterator[Block]:
    year = facts.paper.foot.printed_on.year
    yield Head(facts.paper.letterhead, "BIỂU THEO DÕI", subject(facts), year, numbered=False)
    yield para(
        "Nhiệm vụ đang mở là nhiệm vụ đã giao, chưa hoàn thành, chưa thu hồi. Quy đổi = hệ số K × số lượng sản phẩm.",
        about=facts.unit_name,
    )
    if facts.desks:
        yield Table(_COLUMNS, tuple(_rows(facts.desks)))
    else:
        yield para("Không có cán bộ, không có nhiệm vụ đang mở.")
    yield Signatures(facts.maker, facts.paper.signature)


def _rows(desks: Sequence[Desk]) -> Iterator[Row | Band]:
    several = len({desk.unit for desk in desks}) > 1
    unit = None
    for number, desk in enumerate(desks, start=1):
        if several and desk.unit != unit:
            unit = desk.unit
            yield Band(unit)
        who = vietnamese.joined(desk.official.name, desk.official.title, by=", ")
        yield Row((str(number), who, *_figures([desk])), about=desk.official.name)
    yield Row(("", "Cộng", *_figures(desks)), strong=True)


def _figures(desks: Sequence[Desk]) -> tuple[str, ...]:
    heaps = (sum(desk.heaps[heap] for desk in desks) for heap in HEAPS)
    weights = (
        sum((desk.weight for desk in desks), Decimal(0)),
        sum((desk.weight_overdue for desk in desks), Decimal(0)),
    )
    return (
        vietnamese.count(sum(desk.open for desk in desks)),
        *map(vietnamese.count, heaps),
        *(vietnamese.number(weight) if weight else "-" for weight in weights),
    )


def _chart(facts: Workload) -> Chart:
    return Chart(
        "Nhiệm vụ đang mở của từng người",
        tuple(desk.official.name for desk in facts.desks),
        tuple(
            Series(name, tuple(desk.heaps[heap] for desk in facts.desks), fill) for heap, (name, fill) in _HEAPS.items()
        ),
    )
