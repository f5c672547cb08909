"""Lý lịch nhiệm vụ: the life of one task, from the journal. Imports domain and figures' types only."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from tracker.reports import labels, late, moves, vietnamese
from tracker.reports.blocks import Align, Block, Closing, Column, Document, Head, Heading, Row, Section, Table, para
from tracker.reports.parts import Part, numbered

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tracker.figures.types import (
        Change,
        Coordinator,
        Custody,
        Evidence,
        Extension,
        HistoryEntry,
        Stretch,
        Submission,
        TaskHistory,
    )

HASH_SHOWN = 16
"""Hexadecimal digits of a file's hash that are printed: enough to tell files apart, the whole is in the journal."""


def draw(facts: TaskHistory, path: Path, without: Collection[str] = ()) -> None:
    """Draw the history of a task into one PDF file, but for the parts left out.

    Raises Refused: report.glyph_missing; Unavailable: see `pdf.write`.
    """
    from tracker.reports import pdf

    pdf.write(document(facts, without), path)


def document(facts: TaskHistory, without: Collection[str] = ()) -> Document:
    """The sheet as blocks, without some of its parts (of `LEAVABLE`)."""
    number = facts.task.number
    return Document(
        title=f"Lý lịch nhiệm vụ {number}",
        author=facts.paper.foot.printed_by,
        subject=facts.task.title,
        sections=(Section(tuple(_blocks(facts, without)), bookmark=f"Lý lịch nhiệm vụ {number}"),),
        foot=facts.paper.foot,
    )


def _blocks(facts: TaskHistory, without: Collection[str]) -> Iterator[Block]:
    year = facts.paper.foot.printed_on.year
    yield Head(facts.paper.letterhead, "LÝ LỊCH NHIỆM VỤ", f"{facts.task.number}. {facts.task.title}", year)
    yield from numbered(PARTS, facts, without)
    last = vietnamese.whole(facts.paper.foot.journal_number)
    yield para(
        f"Lý lịch này lập theo sổ nhật ký đến mục {last}, số liệu tính đến hết ngày {vietnamese.day(facts.seen_on)}; "
        "ngày khai là ngày việc xảy ra, giờ ghi là giờ máy khi ghi vào sổ./."
    )
    yield Closing(facts.paper.signature, facts.paper.recipients)


def _table(nothing: str, columns: tuple[Column, ...], cells: list[tuple[str, ...]], about: str = "") -> Iterator[Block]:
    """A table, or the sentence that says there is nothing."""
    if cells:
        yield Table(columns, tuple(Row(row, about=about) for row in cells), about=about)
    else:
        yield para(nothing)


# --- I. ---------------------------------------------------------------------------------------------------------------

_FACT = (Column("Thông tin", at_least=42), Column("Nội dung", at_least=90))


def _known(facts: TaskHistory) -> Iterator[Block]:
    yield Table(_FACT, tuple(Row(row, about=facts.task.number) for row in _facts(facts)), size=12)
    if facts.old_book:
        yield para(f"Nhập từ sổ cũ, ghi lúc {vietnamese.moment(facts.old_book.recorded_at)}.", size=12, indent=False)


def _facts(facts: TaskHistory) -> Iterator[tuple[str, str]]:
    """What is known, line by line; what is not known takes no line."""
    task = facts.task
    title = f"{task.title}{' (đã sửa sau khi bắt đầu)' if task.changed_after_start else ''}"
    lines = (
        ("Nội dung nhiệm vụ", title),
        ("Sản phẩm yêu cầu", task.product),
        ("Nguồn giao", labels.source(task)),
        ("Người giao", task.assigner),
        ("Ngày giao", _day(task.assigned_on)),
        ("Người chịu trách nhiệm", vietnamese.joined(task.owner.name, task.owner.title, task.unit, by=", ")),
        ("Thẩm quyền", facts.authority),
        ("Hạn ban đầu", vietnamese.day(task.original_due_on) if task.original_due_on else "không hạn"),
        ("Hạn hiện tại", labels.full_deadline(task)),
        ("Lý do không hạn", task.no_deadline_reason),
        ("Lĩnh vực", facts.field),
        ("Độ khẩn", labels.URGENCIES.get(facts.urgency, facts.urgency)),
        ("Độ mật", labels.SECRECIES.get(facts.secrecy, facts.secrecy)),
        ("Hệ số K, số lượng", _amounts(facts)),
        ("Tình trạng", labels.status(task, facts.seen_on)),
        ("Ngày chậm", _days_late(facts)),
    )
    yield from ((name, text) for name, text in lines if text)


def _amounts(facts: TaskHistory) -> str:
    coefficient = "" if facts.coefficient is None else f"K = {vietnamese.number(facts.coefficient)}"
    quantity = "" if facts.quantity is None else f"{vietnamese.whole(facts.quantity)} sản phẩm"
    return vietnamese.joined(coefficient, quantity)


def _days_late(facts: TaskHistory) -> str:
    working, days = facts.task.working_days_late, facts.task.days_late
    return f"{vietnamese.whole(working)} ngày làm việc ({vietnamese.whole(days)} ngày)" if days else ""


# --- II. --------------------------------------------------------------------------------------------------------------

_CUSTODY = (
    Column("Họ và tên, chức vụ, đơn vị"),
    Column("Từ ngày", Align.CENTRE, firm=True),
    Column("Đến ngày", Align.CENTRE, firm=True),
    Column("Ngày làm việc giữ", Align.RIGHT),
    Column("Trong đó chậm", Align.RIGHT),
    Column("Lý do, căn cứ nhận"),
)


def _held(facts: TaskHistory) -> Iterator[Block]:
    yield from _table("Chưa giao cho ai.", _CUSTODY, [_custody(held) for held in facts.custody])


def _custody(held: Custody) -> tuple[str, ...]:
    return (
        vietnamese.joined(held.owner.name, held.owner.title, held.unit, by=", "),
        vietnamese.day(held.from_on),
        _day(held.to_on) or "nay",
        vietnamese.count(held.working_days),
        vietnamese.count(held.working_days_late),
        vietnamese.joined(held.reason, f"căn cứ {held.basis}" if held.basis else ""),
    )


# --- III. -------------------------------------------------------------------------------------------------------------

_EXTENSION = (
    Column("Đề nghị ngày", Align.CENTRE, firm=True),
    Column("Hạn trước đó", Align.CENTRE, firm=True),
    Column("Hạn đề nghị", Align.CENTRE, firm=True),
    Column("Lý do"),
    Column("Quyết định"),
)
_STRETCH = (
    Column("Từ ngày", Align.CENTRE, firm=True),
    Column("Đến ngày", Align.CENTRE, firm=True),
    Column("Lý do, căn cứ"),
    Column("Hạn thay đổi", Align.CENTRE),
)


def _deadlines(facts: TaskHistory) -> Iterator[Block]:
    yield Heading("1. Gia hạn", 2)
    yield from _table("Không có đề nghị gia hạn.", _EXTENSION, [_extension(asked) for asked in facts.extensions])
    if facts.pauses:
        yield Heading("2. Tạm dừng", 2)
        yield from _table("", _STRETCH, [_stretch(pause) for pause in facts.pauses])
    if facts.declines:
        yield Heading(f"{3 if facts.pauses else 2}. Từ chối", 2)
        yield from _table("", _STRETCH[:3], [_stretch(decline)[:3] for decline in facts.declines])


def _extension(asked: Extension) -> tuple[str, ...]:
    due = (_day(asked.due_before) or "không hạn", vietnamese.day(asked.proposed_due_on))
    return (vietnamese.day(asked.asked_on), *due, asked.reason, moves.decision(asked))


def _stretch(stretch: Stretch) -> tuple[str, ...]:
    moved = stretch.due_before and stretch.due_after and stretch.due_before != stretch.due_after
    return (
        vietnamese.day(stretch.from_on),
        _day(stretch.to_on) or "nay",
        vietnamese.joined(stretch.reason, f"căn cứ {stretch.basis}" if stretch.basis else ""),
        f"{_day(stretch.due_before)} → {_day(stretch.due_after)}" if moved else "không đổi",
    )


# --- IV. --------------------------------------------------------------------------------------------------------------

_SUBMISSION = (
    Column("Trình ngày", Align.CENTRE, firm=True),
    Column("Sản phẩm (số, ngày)"),
    Column("Quyết định"),
    Column("Lý do"),
)
_EVIDENCE = (
    Column("Tệp minh chứng"),
    Column("Mã băm SHA-256 (rút gọn)", firm=True),
    Column("Ngày của minh chứng", Align.CENTRE, firm=True),
    Column("Ngày lưu", Align.CENTRE, firm=True),
)


def _results(facts: TaskHistory) -> Iterator[Block]:
    yield from _table("Chưa trình kết quả.", _SUBMISSION, [_submission(handed_in) for handed_in in facts.submissions])
    if facts.evidence:
        yield from _table("", _EVIDENCE, [_evidence(file) for file in facts.evidence])


def _submission(handed_in: Submission) -> tuple[str, ...]:
    verdict = labels.SUBMISSION_DECISIONS.get(handed_in.decision or "", "chờ xác nhận")
    when = f"ngày {vietnamese.day(handed_in.decided_on)}" if handed_in.decided_on else ""
    return (
        vietnamese.day(handed_in.on),
        vietnamese.joined(handed_in.product_number, _day(handed_in.product_on), by=", "),
        vietnamese.joined(vietnamese.joined(verdict, when, by=" "), handed_in.decided_by or "", by=", "),
        handed_in.reason,
    )


def _evidence(file: Evidence) -> tuple[str, ...]:
    return (file.name, file.sha256[:HASH_SHOWN], _day(file.proof_on), vietnamese.day(file.filed_on))


# --- V. ---------------------------------------------------------------------------------------------------------------

_COORDINATOR = (
    Column("Người, đơn vị phối hợp"),
    Column("Phần việc"),
    Column("Hạn", Align.CENTRE, firm=True),
    Column("Trả lời", Align.CENTRE, firm=True),
    Column("Nội dung trả lời"),
)


def _company(facts: TaskHistory) -> Iterator[Block]:
    yield from _table("Không có phối hợp.", _COORDINATOR, [_coordinator(one) for one in facts.coordinators])
    for chase in facts.chases:
        yield para(f"Đôn đốc ngày {vietnamese.day(chase.on)}, {chase.by}: {chase.reason.strip().rstrip('.')}.")
    if not facts.chases:
        yield para("Chưa đôn đốc.")
    for explanation in facts.task.causes:
        yield para(late.cause(explanation), about=facts.task.number)


def _coordinator(one: Coordinator) -> tuple[str, ...]:
    return (one.name, one.part, _day(one.due_on), _day(one.answered_on), one.answer)


# --- VI. --------------------------------------------------------------------------------------------------------------

_ENTRY = (
    Column("Mục", Align.CENTRE, firm=True),
    Column("Ngày khai", Align.CENTRE, firm=True),
    Column("Giờ ghi", Align.CENTRE),
    Column("Người ghi"),
    Column("Việc"),
    Column("Thay đổi"),
    Column("Lý do, căn cứ"),
)


def _entries(facts: TaskHistory) -> Iterator[Block]:
    cells = [_entry(entry) for entry in facts.entries]
    yield from _table("Không có mục nhật ký.", _ENTRY, cells, about=facts.task.number)


def _entry(entry: HistoryEntry) -> tuple[str, ...]:
    return (
        vietnamese.whole(entry.number),
        vietnamese.day(entry.declared_on),
        vietnamese.moment(entry.recorded_at),
        f"{entry.actor} (ghi thay {entry.on_behalf_of})" if entry.on_behalf_of else entry.actor,
        labels.action(entry.action),
        "; ".join(change_in_words(change) for change in entry.changes if _tells(change, entry)),
        vietnamese.joined(entry.reason, f"căn cứ {entry.basis}" if entry.basis else ""),
    )


def _tells(change: Change, entry: HistoryEntry) -> bool:
    """False for what the entry says beside it: the reason is printed in the next column."""
    return not (change.new and change.new == entry.reason)


def change_in_words(change: Change) -> str:
    """hạn hiện tại: 22/9/2026 → 29/9/2026; only the value where there was none before."""
    new = labels.value(change.field, change.new)
    name = labels.FIELDS.get(change.field, change.field)
    if change.old is None:
        return f"{name}: {new}"
    return f"{name}: {labels.value(change.field, change.old)} → {new}"


def _day(day: date | None) -> str:
    return vietnamese.day(day) if day else ""


PARTS: tuple[Part[TaskHistory], ...] = (
    Part("facts", "THÔNG TIN CHUNG", _known),
    Part("custody", "NGƯỜI CHỊU TRÁCH NHIỆM", _held),
    Part("deadlines", "THỜI HẠN", _deadlines),
    Part("results", "KẾT QUẢ", _results),
    Part("company", "PHỐI HỢP, ĐÔN ĐỐC, GIẢI TRÌNH", _company),
    Part("journal", "DIỄN BIẾN THEO SỔ NHẬT KÝ", _entries),
)
LEAVABLE = tuple(part.key for part in PARTS)
"""Names of what can be left out, in the order of the sheet."""
