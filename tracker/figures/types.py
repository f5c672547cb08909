"""What figures hands to paper, screen and terminal.

Frozen facts, already counted, nothing to look up and nothing to compute.

Plain data: imports nothing of ours at run time. Names are written out (no ids), days are declared days, times are the
journal's UTC times. Codes of states, classes and causes are the values of the domain's enums; every text is user text
as stored (NFC, not escaped).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

    from tracker.domain.periods import Period

    Value = str | int | bool | date | Decimal | None


# --- the sheet itself -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Letterhead:
    """The head of a sheet (NĐ 30/2020, ô 1-4): who issues it, from where, under which number."""

    superior: tuple[str, ...]
    """Lines of the superior body, as they shall break; printed in capitals, regular. Empty where there is none."""
    issuer: tuple[str, ...]
    """Lines of the issuing body, as they shall break; printed in capitals, bold."""
    place: str
    symbol: str
    """What follows the number, e.g. "BC-VP"."""
    number: str | None = None
    """None on a draft: printed as a blank to be filled in by hand."""
    issued_on: date | None = None
    """None on a draft: day and month stay blank."""


@dataclass(frozen=True)
class Signature:
    """The signature block (ô 7): lines as given, e.g. ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")."""

    lines: tuple[str, ...]
    name: str


@dataclass(frozen=True)
class Foot:
    """The line at the foot of every page: which data this paper shows, and who printed it on which day."""

    printed_on: date
    printed_by: str
    journal_number: int
    """Number of the data's last journal entry."""
    journal_hash: str
    """Its whole SHA-256, 64 hexadecimal digits."""
    sample: bool = False
    """True for the sample office: every page is marked DỮ LIỆU MẪU."""


@dataclass(frozen=True)
class Paper:
    """Everything on a sheet that is not its content."""

    letterhead: Letterhead
    signature: Signature
    recipients: tuple[str, ...]
    """Lines of "Nơi nhận" without dash and end mark, e.g. "Như trên", "Lưu: VT"."""
    foot: Foot
    unit: str = ""
    """Code of the unit whose sheet it is."""


# --- people and counts ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Person:
    """An official as the sheet names them: with the title held on the day in question."""

    code: str
    name: str
    title: str


@dataclass(frozen=True)
class Counts:
    """The counts of a unit or official for a period (design, "Figures, exactly"), named as in `figures --json`."""

    carried_over: int = 0
    assigned: int = 0
    received: int = 0
    handed_over: int = 0
    recalled: int = 0
    total: int = 0
    done_early: int = 0
    done_on_time: int = 0
    done_late: int = 0
    done_no_deadline: int = 0
    awaiting: int = 0
    doing_in_time: int = 0
    doing_overdue: int = 0
    doing_no_deadline: int = 0
    paused: int = 0
    handed_over_overdue: int = 0
    on_time_rate: Decimal | None = None
    """0 to 1, four decimals; None where nothing had a deadline to keep."""

    @property
    def came(self) -> int:
        """What the period brought: the left side of the identity, which must equal `total`."""
        return self.carried_over + self.assigned + self.received - self.handed_over - self.recalled

    @property
    def became(self) -> int:
        """What became of it, each task once: the right side of the identity, which must equal `total`."""
        return (
            self.done_early + self.done_on_time + self.done_late + self.done_no_deadline
            + self.awaiting + self.doing_in_time + self.doing_overdue + self.doing_no_deadline + self.paused
        )  # fmt: skip

    @property
    def adds_up(self) -> bool:
        """True if both sides of the identity equal the total."""
        return self.came == self.total == self.became


@dataclass(frozen=True)
class OfficialRow:
    """One official while in one unit; received and handed_over include moves between the rows of the table."""

    official: Person
    unit: str
    """Short name of the unit the official stood in: rows of several units are printed under their names."""
    counts: Counts
    extensions: int = 0
    """Deadlines moved by approval within the period, of tasks held then."""
    returns: int = 0
    chases: int = 0
    days_late: int = 0
    """Calendar days after deadlines that this official held the task, up to E."""
    working_days_late: int = 0


@dataclass(frozen=True)
class Internal:
    """Moves between rows of one table ("trong đó nội bộ"): row sums less these are the unit's own counts."""

    received: int = 0
    handed_over: int = 0
    handed_over_overdue: int = 0


@dataclass(frozen=True)
class FieldRow:
    """The counts of one field (lĩnh vực)."""

    field: str
    """Name of the field; empty for tasks without one."""
    counts: Counts


# --- parts of a task's life -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class UnitRow:
    """A unit in a table of units: with all units below it, or only its own people."""

    unit: str
    head: str
    """Name of its head, "" where the post is vacant."""
    counts: Counts
    own: bool = False
    """Only the people of the unit itself."""


@dataclass(frozen=True)
class LateRecord:
    """An event whose declared day and recording day are further apart than the setting allows (design §2.7)."""

    what: str
    """Code of the action, e.g. "task.confirm"."""
    declared_on: date
    recorded_at: datetime
    """UTC."""


@dataclass(frozen=True)
class OldBook:
    """How many tasks of the sheet came from an old book by one import: told in one line, not row by row."""

    tasks: int
    recorded_at: datetime
    """UTC."""


@dataclass(frozen=True)
class Extension:
    """A request for a later deadline and what was decided."""

    asked_on: date
    due_before: date | None
    proposed_due_on: date
    reason: str
    decided_on: date | None = None
    decision: str | None = None
    """"approved", "rejected", or None while undecided."""
    decided_by: str | None = None
    decision_reason: str = ""
    basis: str = ""
    """Number (and date) of the basis document, as one text."""


@dataclass(frozen=True)
class Custody:
    """One stretch of days in which one official answered for the task."""

    owner: Person
    unit: str
    from_on: date
    to_on: date | None
    """Last day; None if it lasts."""
    working_days: int
    """Working days held, up to `to_on` or E."""
    working_days_late: int = 0
    """Those of them after the deadline, pauses left out."""
    reason: str = ""
    """Why it came here; empty for the first owner."""
    basis: str = ""


@dataclass(frozen=True)
class Submission:
    """A result submitted, and the decision on it."""

    on: date
    product_number: str
    product_on: date | None = None
    decided_on: date | None = None
    decision: str | None = None
    """"confirmed", "returned", or None while it waits."""
    decided_by: str | None = None
    reason: str = ""


@dataclass(frozen=True)
class Stretch:
    """A pause, or a refusal by the owner: from a day to a day, with its reason."""

    from_on: date
    to_on: date | None
    reason: str
    basis: str = ""
    due_before: date | None = None
    due_after: date | None = None
    """What resuming made of the deadline; both None where it did not move."""


@dataclass(frozen=True)
class Chase:
    """One đôn đốc."""

    on: date
    by: str
    reason: str


@dataclass(frozen=True)
class Coordinator:
    """Who works along: an official, a unit, or free text of the book ("các phòng"), with own part and own date."""

    name: str
    part: str = ""
    due_on: date | None = None
    answered_on: date | None = None
    answer: str = ""


@dataclass(frozen=True)
class Explanation:
    """Why a task is late, as explained, and whether the assigner accepted it."""

    cause: str
    """"subjective", "objective" or "coordination"."""
    text: str
    remedy: str = ""
    explained_on: date | None = None
    explained_by: str = ""
    accepted: bool | None = None
    """None while nobody has decided on it."""
    confirmed_by: str = ""
    """Who confirmed an objective cause."""
    document: str = ""
    """By which document."""


@dataclass(frozen=True)
class Evidence:
    """A file that proves something: its two dates are the day of the proof and the day of its filing."""

    name: str
    sha256: str
    proof_on: date | None
    filed_on: date


# --- tasks ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TaskRow:
    """One task as lists and annexes show it, seen on the sheet's day E."""

    number: str
    title: str
    owner: Person
    assigner: str
    assigned_on: date | None
    """None in the history of a draft or proposal."""
    product: str
    state: str
    deadline_class: str | None
    original_due_on: date | None
    due_on: date | None
    unit: str = ""
    """Short name of the owner's unit."""
    no_deadline_reason: str = ""
    source_kind: str = ""
    """Value of SourceKind."""
    source_number: str = ""
    source_on: date | None = None
    coordinators: tuple[str, ...] = ()
    extensions: int = 0
    """Approved ones: how often the deadline was changed."""
    pauses: int = 0
    hand_overs: int = 0
    returns: int = 0
    chases: int = 0
    percent: int | None = None
    submitted_on: date | None = None
    """Day of the submission that counts: the confirmed one, or the one that waits."""
    confirmed_on: date | None = None
    recalled_on: date | None = None
    product_number: str = ""
    days_late: int = 0
    working_days_late: int = 0
    causes: tuple[Explanation, ...] = ()
    public_concern: bool = False
    """Vấn đề xã hội quan tâm."""
    changed_after_start: bool = False
    """Title or product was edited after the work began: marked in list and report."""
    late_records: tuple[LateRecord, ...] = ()
    recall_reason: str = ""


@dataclass(frozen=True)
class LateTask:
    """A late task told in words: who held it how long after the deadline, and what was done about it."""

    task: TaskRow
    custody: tuple[Custody, ...]
    """Every owner in order; those with working_days_late share the lateness."""
    extensions: tuple[Extension, ...] = ()
    submissions: tuple[Submission, ...] = ()
    coordinators: tuple[Coordinator, ...] = ()
    chases: tuple[Chase, ...] = ()


@dataclass(frozen=True)
class ExtensionRow:
    """An extension asked or decided within the period."""

    number: str
    title: str
    owner: str
    extension: Extension
    original_due_on: date | None = None


@dataclass(frozen=True)
class HandOverRow:
    """A change of owner within the period."""

    number: str
    title: str
    on: date
    from_name: str
    to_name: str
    by: str
    reason: str
    basis: str = ""
    direction: str = "internal"
    """"internal", "in" (received from outside the unit) or "out"."""
    overdue: bool = False
    """True if it was past its deadline that day."""


# --- the sheets -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Accountability:
    """Báo cáo trách nhiệm người đứng đầu: everything the report of one unit and period says."""

    paper: Paper
    unit_name: str
    """Full name, as in a sentence: "Văn phòng HĐND và UBND phường Bạch Liên"."""
    head: Person
    period: Period
    seen_on: date
    """E: the earlier of the period's last day and today."""
    counts: Counts
    officials: tuple[OfficialRow, ...]
    internal: Internal
    late: tuple[LateTask, ...]
    tasks: tuple[TaskRow, ...]
    """Every task of the total, in the annex's order."""
    previous: Counts | None = None
    """None: there are no records of the period before."""
    previous_period: Period | None = None
    fields: tuple[FieldRow, ...] = ()
    extensions: tuple[ExtensionRow, ...] = ()
    hand_overs: tuple[HandOverRow, ...] = ()
    recalled: tuple[TaskRow, ...] = ()
    """The tasks recalled within the period: they are no part of the total."""
    own: Counts = Counts()
    """Of the head's own tasks in the unit."""
    covered_from: date | None = None
    """The first day of which there are whole records, where that lies within the period and was said."""
    directed: Counts = Counts()
    """Of what others answer for under the head's direction."""
    old_books: tuple[OldBook, ...] = ()


@dataclass(frozen=True)
class Change:
    """One field of a journal row: code of the field, value before and after, ids already turned into names."""

    field: str
    old: Value
    new: Value


@dataclass(frozen=True)
class HistoryEntry:
    """One action in the life of the task."""

    number: int
    """Journal number of its first row."""
    declared_on: date
    recorded_at: datetime
    """UTC."""
    actor: str
    action: str
    """Code, e.g. "task.hand_over"."""
    on_behalf_of: str = ""
    """The owner or assigner a clerk recorded this for ("ghi thay")."""
    reason: str = ""
    basis: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class TaskHistory:
    """Lý lịch nhiệm vụ: the life of one task, from the journal."""

    paper: Paper
    task: TaskRow
    seen_on: date
    authority: str
    urgency: str
    field: str
    coefficient: Decimal | None
    quantity: int | None
    custody: tuple[Custody, ...]
    entries: tuple[HistoryEntry, ...]
    extensions: tuple[Extension, ...] = ()
    pauses: tuple[Stretch, ...] = ()
    declines: tuple[Stretch, ...] = ()
    submissions: tuple[Submission, ...] = ()
    chases: tuple[Chase, ...] = ()
    coordinators: tuple[Coordinator, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    secrecy: str = ""
    old_book: OldBook | None = None


# --- a list of the screen ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Listed:
    """A list as it stood on the screen, to be printed as it is."""

    letterhead: Letterhead
    foot: Foot
    title: str
    note: str
    """What the list shows: its filters, its day. "" for nothing to say."""
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
