"""All units under one head side by side, each head's page behind it. Units stand in their order: no ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports import annex, identity, labels, results, vietnamese
from tracker.reports.blocks import (
    Align,
    AnnexHead,
    Block,
    Column,
    Document,
    Head,
    Heading,
    Row,
    Section,
    Signatures,
    Table,
    para,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tracker.figures.district import District
    from tracker.figures.types import Accountability, LateTask

CHARTS, HEADS = "charts", "heads"
LEAVABLE = (CHARTS, HEADS)
_LATE = (
    Column("TT", Align.CENTRE, firm=True),
    Column("Nhiệm vụ chậm (mã)", numbers=True, at_least=42),
    Column("Người chịu trách nhiệm", at_least=26),
    Column("Hạn hiện tại", Align.CENTRE),
    Column("Ngày chậm", Align.RIGHT, firm=True),
    Column("Tình trạng"),
    Column("Nguyên nhân, khắc phục", numbers=True),
)


def document(facts: District, without: Collection[str] = ()) -> Document:
    """The sheet as blocks, without some of its parts (of `LEAVABLE`). Raises Refused report.identity."""
    base = facts.base
    identity.require_units(base, facts.units)
    for head in facts.heads:
        identity.require(head)
    sections = [Section(tuple(_main(facts)), landscape=True, bookmark="Các đơn vị")]
    if CHARTS not in without:
        chart = results.outcomes("Nhiệm vụ của từng đơn vị", [(row.unit, row.counts) for row in facts.units])
        sections.append(Section((chart,), bookmark="Biểu đồ"))
    if HEADS not in without:
        sections += [Section(tuple(_page(head)), bookmark=_whose(head)) for head in facts.heads]
    return Document(
        title=f"Tổng hợp {subject(facts)[0].lower()}{subject(facts)[1:]} - {base.unit_name}",
        author=base.unit_name,
        subject=subject(facts),
        sections=tuple(sections),
        foot=base.paper.foot,
    )


def subject(facts: District) -> str:
    """What the sheet is of."""
    return f"Kết quả thực hiện nhiệm vụ của các đơn vị {facts.base.period.name('vi')}"


def _whose(facts: Accountability) -> str:
    return f"{facts.unit_name}: {facts.head.name}"


def _main(facts: District) -> Iterator[Block]:
    base = facts.base
    year = base.paper.foot.printed_on.year
    yield Head(base.paper.letterhead, "BIỂU TỔNG HỢP", subject(facts), year, numbered=False)
    yield para(
        f"Số liệu tính đến hết ngày {vietnamese.day(base.seen_on)}, mỗi đơn vị gồm cả đơn vị cấp dưới. Các đơn vị xếp "
        "theo thứ tự tổ chức, không xếp hạng.",
        about=base.unit_name,
    )
    yield results.by_unit(facts.units, base.counts)
    yield Signatures(facts.maker, base.paper.signature)


def _page(facts: Accountability) -> Iterator[Block]:
    """What one head answers for."""
    who = vietnamese.joined(facts.head.name, facts.head.title, by=", ")
    seen = f"Số liệu tính đến hết ngày {vietnamese.day(facts.seen_on)}"
    name = vietnamese.sentence(facts.period.name("vi"))[:-1]
    yield AnnexHead(facts.unit_name, f"Người đứng đầu: {who}", f"({name}. {seen})")
    yield Heading("1. Kết quả")
    yield from results.by_head(facts)
    yield Heading("2. Nhiệm vụ chậm")
    if facts.late:
        yield Table(_LATE, tuple(_late(number, each, facts) for number, each in enumerate(facts.late, start=1)))
    else:
        yield para("Không có nhiệm vụ chậm.")


def _late(number: int, late: LateTask, facts: Accountability) -> Row:
    task, year = late.task, facts.period.last.year
    cells = (
        str(number),
        f"{task.title} ({task.number})",
        task.owner.name,
        labels.deadline(task, year),
        vietnamese.whole(task.working_days_late),
        labels.status(task, facts.seen_on),
        "; ".join(annex.cause(explanation) for explanation in task.causes) or "chưa giải trình",
    )
    return Row(cells, about=task.number)
