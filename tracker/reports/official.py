"""Phiếu theo dõi of an official: owned tasks with their way from hand to hand, co-ordinated ones, totals in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports import annex, identity, labels, results, vietnamese
from tracker.reports.blocks import (
    Align,
    Band,
    Block,
    Column,
    Document,
    Head,
    Row,
    Section,
    Signatures,
    Table,
    para,
)
from tracker.reports.parts import Part, numbered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from tracker.figures.official import Coordinated, OfficialSheet, Owned
    from tracker.figures.types import Coordinator, Custody

SIZE = 10
_OWNED = (
    Column("TT", Align.CENTRE, firm=True),
    Column("Nội dung nhiệm vụ (mã)", numbers=True, at_least=52),
    Column("Văn bản giao", numbers=True),
    Column("Ngày giao", Align.CENTRE, firm=True),
    Column("Hạn ban đầu", Align.CENTRE, firm=True),
    Column("Hạn hiện tại", Align.CENTRE),
    Column("Ngày trình", Align.CENTRE, firm=True),
    Column("Sản phẩm", numbers=True),
    Column("Tình trạng"),
    Column("Ngày chậm", Align.RIGHT, firm=True),
    Column("Người giữ, từ ngày đến ngày", at_least=44),
)
_COORDINATED = (
    Column("TT", Align.CENTRE, firm=True),
    Column("Nội dung nhiệm vụ (mã)", numbers=True, at_least=60),
    Column("Người chịu trách nhiệm"),
    Column("Phần việc phối hợp"),
    Column("Hạn phối hợp", Align.CENTRE, firm=True),
    Column("Trả lời"),
    Column("Tình trạng nhiệm vụ"),
)
_FATES = {"recalled": "Thu hồi trong kỳ", "handed_over": "Đã chuyển cho người khác trong kỳ"}


def document(sheets: Sequence[OfficialSheet], without: Collection[str] = ()) -> Document:
    """One official's sheet, or those of several one after the other, each with page numbers of its own.

    Raises Refused report.identity.
    """
    first = sheets[0]
    for facts in sheets:
        identity.require_sum(facts.official.name, facts.counts)
        total = sum(not owned.fate for owned in facts.owned)
        identity.require_equal(facts.official.name, "total", total, facts.counts.total)
    name = first.official.name if len(sheets) == 1 else first.unit_name
    return Document(
        title=f"Phiếu theo dõi nhiệm vụ {first.period.name('vi')} - {name}",
        author=first.unit_name,
        subject=subject(first),
        sections=tuple(
            Section(tuple(_blocks(facts, without)), landscape=True, bookmark=facts.official.name) for facts in sheets
        ),
        foot=first.paper.foot,
    )


def subject(facts: OfficialSheet) -> str:
    """What the sheet is of."""
    return f"Theo dõi thực hiện nhiệm vụ {facts.period.name('vi')}"


def _blocks(facts: OfficialSheet, without: Collection[str]) -> Iterator[Block]:
    year = facts.paper.foot.printed_on.year
    who = vietnamese.joined(facts.official.name, facts.official.title, by=", ")
    yield Head(facts.paper.letterhead, "PHIẾU THEO DÕI NHIỆM VỤ", who, year, numbered=False)
    seen = f"số liệu tính đến hết ngày {vietnamese.day(facts.seen_on)}"
    without_year = f"ngày không ghi năm là ngày của năm {facts.period.last.year}"
    told = f"Kỳ theo dõi: {facts.period.name('vi')}; {seen}; {without_year}."
    yield para(told, about=facts.official.name)
    yield from numbered(PARTS, facts, without)
    yield Signatures(facts.beside, facts.paper.signature)


def _totals(facts: OfficialSheet) -> Iterator[Block]:
    if not facts.owned:
        yield para("Không chịu trách nhiệm chính nhiệm vụ nào trong kỳ.")
        return
    yield results.in_one_row(facts.counts, _returns(facts))
    yield para(f"{identity.equation(facts.counts)}.", align=Align.LEFT, size=results.SMALL, indent=False)


def _returns(facts: OfficialSheet) -> int:
    return sum(owned.task.returns for owned in facts.owned if not owned.fate)


def _owned(facts: OfficialSheet) -> Iterator[Block]:
    if not facts.owned:
        yield para("Không có nhiệm vụ.")
        return
    yield Table(_OWNED, tuple(_owned_rows(facts)), size=SIZE)


def _owned_rows(facts: OfficialSheet) -> Iterator[Row | Band]:
    fate = ""
    for number, owned in enumerate(facts.owned, start=1):
        if owned.fate != fate:
            fate = owned.fate
            yield Band(_FATES[fate])
        yield Row(_owned_cells(number, owned, facts), about=owned.task.number)


def _owned_cells(number: int, owned: Owned, facts: OfficialSheet) -> tuple[str, ...]:
    task, year = owned.task, facts.period.last.year
    late = sum(held.working_days_late for held in owned.custody if held.owner.code == facts.official.code)
    return (
        str(number),
        f"{task.title} ({task.number})",
        labels.source(task),
        vietnamese.day_in(task.assigned_on, year),
        vietnamese.day_in(task.original_due_on, year) or "không hạn",
        labels.deadline(task, year),
        vietnamese.day_in(task.submitted_on, year),
        annex.product(task),
        labels.status(task, facts.seen_on),
        vietnamese.whole(late) if late else "",
        "; ".join(_held(held, year) for held in owned.custody),
    )


def _held(held: Custody, year: int) -> str:
    """Chử Đức Toàn từ 02/7 đến 15/8"""
    since = f"{held.owner.name} từ {vietnamese.day_in(held.from_on, year)}"
    return f"{since} đến {vietnamese.day_in(held.to_on, year)}" if held.to_on else since


def _coordinated(facts: OfficialSheet) -> Iterator[Block]:
    if not facts.coordinated:
        yield para("Không có nhiệm vụ phối hợp.")
        return
    rows = (_coordinated_row(number, each, facts) for number, each in enumerate(facts.coordinated, start=1))
    yield Table(_COORDINATED, tuple(rows), size=SIZE)


def _coordinated_row(number: int, each: Coordinated, facts: OfficialSheet) -> Row:
    task, part, year = each.task, each.part, facts.period.last.year
    cells = (
        str(number),
        f"{task.title} ({task.number})",
        vietnamese.joined(task.owner.name, task.unit, by=", "),
        part.part,
        vietnamese.day_in(part.due_on, year),
        _answer(part, year),
        labels.status(task, facts.seen_on),
    )
    return Row(cells, about=task.number)


def _answer(part: Coordinator, year: int) -> str:
    """15/8: the answer. Who was asked for nothing of their own owes none."""
    if part.answered_on is None:
        return "chưa trả lời" if part.due_on or part.part else ""
    return vietnamese.joined(vietnamese.day_in(part.answered_on, year), part.answer, by=": ")


PARTS: tuple[Part[OfficialSheet], ...] = (
    Part("totals", "TỔNG HỢP", _totals),
    Part("owned", "NHIỆM VỤ CHỊU TRÁCH NHIỆM", _owned),
    Part("coordinated", "NHIỆM VỤ PHỐI HỢP", _coordinated),
)
LEAVABLE = tuple(part.key for part in PARTS)
"""Names of what can be left out, in the order of the sheet."""
