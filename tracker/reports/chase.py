"""Công văn đôn đốc: one letter after the other, each with page numbers and a bookmark of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports import labels, vietnamese
from tracker.reports.blocks import Align, Block, Closing, Column, Document, Head, Row, Section, Table, para

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.figures.chase import Chasing, Letter
    from tracker.figures.types import LateTask

SIZE = 12
_COLUMNS = (
    Column("TT", Align.CENTRE, firm=True),
    Column("Nội dung nhiệm vụ (mã)", numbers=True, at_least=50),
    Column("Văn bản giao", numbers=True),
    Column("Hạn ban đầu", Align.CENTRE, firm=True),
    Column("Hạn hiện tại", Align.CENTRE),
    Column("Số ngày quá hạn", Align.RIGHT),
    Column("Đã đôn đốc"),
)


def document(facts: Chasing) -> Document:
    """The letters as blocks; where nobody is late, a page that says so."""
    sections = [Section(tuple(_letter(facts, each)), bookmark=each.to.name) for each in facts.letters]
    return Document(
        title=f"{subject(facts)} - {facts.unit_name}",
        author=facts.unit_name,
        subject=subject(facts),
        sections=tuple(sections) or (Section(tuple(_nothing(facts)), bookmark=subject(facts)),),
        foot=facts.paper.foot,
    )


def subject(facts: Chasing) -> str:
    """What the letters are of."""
    return f"Đôn đốc thực hiện nhiệm vụ quá hạn đến ngày {vietnamese.day(facts.seen_on)}"


def _letter(facts: Chasing, letter: Letter) -> Iterator[Block]:
    name, year = letter.to.name, facts.paper.foot.printed_on.year
    about = "đôn đốc thực hiện nhiệm vụ quá hạn"
    to = (vietnamese.joined(name, letter.to.title, letter.unit, by=", "),)
    yield Head(facts.paper.letterhead, "", "", year, about=about, to=to)
    count = vietnamese.whole(len(letter.tasks))
    yield para(
        f"Theo sổ theo dõi nhiệm vụ của {facts.unit_name}, đến hết ngày {vietnamese.day(facts.seen_on)}, {name} chịu "
        f"trách nhiệm {count} nhiệm vụ đã quá hạn:",
        about=name,
    )
    rows = (_row(number, late, facts) for number, late in enumerate(letter.tasks, start=1))
    yield Table(_COLUMNS, tuple(rows), size=SIZE)
    yield para(
        f"Đề nghị {name} tập trung hoàn thành, báo cáo kết quả; nhiệm vụ chưa hoàn thành được thì giải trình nguyên "
        f"nhân, biện pháp khắc phục với {facts.signed_by} trước ngày {vietnamese.day(facts.answer_on)}. Số ngày quá "
        "hạn là ngày làm việc.",
        about=name,
    )
    yield para(f"Yêu cầu {name} nghiêm túc thực hiện./.", about=name)
    yield Closing(facts.paper.signature, ("Như trên", *facts.paper.recipients))


def _row(number: int, late: LateTask, facts: Chasing) -> Row:
    task, year = late.task, facts.seen_on.year
    concern = " Vấn đề xã hội quan tâm." if task.public_concern else ""
    days = ", ".join(vietnamese.day_in(chase.on, year) for chase in late.chases)
    cells = (
        str(number),
        f"{task.title} ({task.number}).{concern}",
        labels.source(task),
        vietnamese.day_in(task.original_due_on, year),
        labels.deadline(task, year),
        vietnamese.whole(task.working_days_late),
        f"{len(late.chases)} lần ({days})" if late.chases else "chưa",
    )
    return Row(cells, about=task.number)


def _nothing(facts: Chasing) -> Iterator[Block]:
    year = facts.paper.foot.printed_on.year
    yield Head(facts.paper.letterhead, "CÔNG VĂN ĐÔN ĐỐC", subject(facts), year, numbered=False)
    yield para(
        f"Đến hết ngày {vietnamese.day(facts.seen_on)}, {facts.unit_name} không có cá nhân phải đôn đốc vì nhiệm vụ "
        "quá hạn.",
        about=facts.unit_name,
    )
