"""What the office would not allow of a task in a book: told of, or refused where no task can be so. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.domain import rights
from tracker.domain.fields import LONGEST_LINE, Field
from tracker.domain.new_task import MOST
from tracker.domain.tasks import UNASSIGNED, TaskState

if TYPE_CHECKING:
    from tracker.actions.imports.outcome import Faults
    from tracker.domain.book import TaskRow
    from tracker.domain.officials import Appointment, Official, OfficialId
    from tracker.domain.standing import Office
    from tracker.domain.units import UnitId

_DAY = timedelta(days=1)
_LINES = ("title", "product", "authority", "source_number", "source_issuer", "superior", "no_deadline_reason", "field")


class Judging:
    """Holds rows against the office's rules. What repeats is judged once."""

    def __init__(
        self,
        office: Office,
        names: Mapping[OfficialId, Official],
        posts: Mapping[OfficialId, Sequence[Appointment]],
        faults: Faults[TaskRow],
    ) -> None:
        self._office = office
        self._names = names
        self._posts = posts
        self._faults = faults
        turns = {day for of_one in posts.values() for post in of_one for day in _turns(post)}
        self._turns = sorted(turns)
        """Days on which anybody's post begins or has ended: between two of them nothing changes."""
        self._judged: dict[tuple[OfficialId | None, OfficialId, str | None, int], str | None] = {}
        self._served: dict[tuple[OfficialId, int], str | None] = {}

    def complete(self, row: TaskRow, state: TaskState) -> None:
        """What every task has, and what only a draft may lack (design.md §2.1)."""
        if not row.title:
            self._faults.error(row, "title", "import.missing", what=Field.TITLE)
        if state is not TaskState.DRAFT and row.owner is None:
            self._faults.error(row, "owner", "import.no_owner")
        if state not in UNASSIGNED and not row.product:
            self._faults.error(row, "product", "import.missing", what=Field.PRODUCT)

    def limits(self, row: TaskRow) -> None:
        """No text or number is larger than the form takes it."""
        for field in _LINES:
            text = getattr(row, field)
            if text is not None and len(text) > LONGEST_LINE:
                self._faults.error(row, field, "import.too_long", length=len(text), limit=LONGEST_LINE)
        if row.quantity is not None and not 1 <= row.quantity <= MOST:
            self._faults.error(row, "quantity", "import.quantity", value=row.quantity, limit=MOST)
        if row.coefficient is not None and row.coefficient > MOST:
            self._faults.error(row, "coefficient", "import.coefficient", value=row.coefficient, limit=MOST)

    def judge(
        self,
        row: TaskRow,
        owner: OfficialId,
        assigner: OfficialId | None,
        superior: str | None,
        day: date,
        unit: UnitId | None,
    ) -> None:
        """Who assigned is taken as the book has it, told of where "Who may" would not allow it."""
        turn = bisect_right(self._turns, day)
        service = self._service(owner, day, turn)
        if service == "import.owner_left":
            self._faults.error(row, "owner", service, person=self._names[owner].name, day=day)
        elif service is not None:
            self._faults.warn(row, "owner", service, person=self._names[owner].name, day=day)
        key = (assigner, owner, row.field if superior is None else f"\0{superior}", turn)
        if key not in self._judged:
            self._judged[key] = self._judgement(owner, assigner, superior, day, row.field)
        code = self._judged[key]
        if code is not None:
            who = self._names[assigner].name if assigner is not None else superior
            self._faults.warn(row, "assigner", code, assigner=who, owner=self._names[owner].name)
        if unit is not None and unit not in self._office.line(self._office.unit_of(owner, day)):
            self._faults.warn(row, "unit", "import.other_unit", owner=self._names[owner].name, value=row.unit)

    def heads_office(self, official: OfficialId, day: date) -> bool:
        """Whether an official heads the office, on the day or when first known of."""
        return self._office.is_office_head(official, max(day, self._begins(official)))

    def _service(self, official: OfficialId, day: date, turn: int) -> str | None:
        """What is wrong with the owner's posts on the day: every task has an owner who serves (design.md §2.1)."""
        if (official, turn) not in self._served:
            posts = self._posts.get(official, ())
            code = None
            if not any(post.valid_on(day) for post in posts):
                begins = min((post.starts_on or date.min for post in posts), default=date.min)
                code = "import.owner_not_yet" if begins > day else "import.owner_left"
            self._served[official, turn] = code
        return self._served[official, turn]

    def _judgement(
        self, owner: OfficialId, assigner: OfficialId | None, superior: str | None, day: date, field: str | None
    ) -> str | None:
        if assigner is None:
            return None if superior else "import.no_assigner"
        if assigner == owner:
            return "import.assigner_is_owner"
        day = max(day, *(self._begins(official) for official in (owner, assigner)))
        if self._office.is_office_head(owner, day):
            return "import.head_needs_superior"
        return None if rights.may_assign(self._office, assigner, owner, day, field) else "import.assigner_may_not"

    def _begins(self, official: OfficialId) -> date:
        """The first day on which the office knows of the official's posts: older tasks are judged by these."""
        return min((post.starts_on or date.min for post in self._posts.get(official, ())), default=date.min)


def _turns(post: Appointment) -> Iterable[date]:
    if post.starts_on is not None:
        yield post.starts_on
    if post.ends_on is not None:
        yield post.ends_on + _DAY
