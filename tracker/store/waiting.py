"""Which tasks wait for somebody's decision: light rows, found by the index on the state.

Whose decision it is `figures.duties` tells by the rules of `domain.rights`. The first page of the window, measured from
process start, cannot wait for all that these need: `of` finds the same in a few statements, and tests hold both equal.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.store import engine

if TYPE_CHECKING:
    from tracker.domain.officials import OfficialId
    from tracker.domain.tasks import TaskId
    from tracker.store import Store

_COLUMNS = "SELECT t.id, t.owner, t.assigner, t.field FROM task t"


class Waits(NamedTuple):
    """A task that waits, and what tells who decides."""

    task: TaskId
    owner: OfficialId | None
    assigner: OfficialId | None
    field: str | None


class Waiting(NamedTuple):
    """Tasks by what they wait for, those that have waited longest first."""

    proposals: list[TaskId]
    submissions: list[TaskId]
    extensions: list[TaskId]
    declined: list[TaskId]
    returned_to_me: list[TaskId]
    """Own tasks whose result was returned and is to be redone."""

    @property
    def decisions(self) -> int:
        """How many decisions wait."""
        return sum(map(len, self[:4]))


def in_state(store: Store, state: str) -> list[Waits]:
    """The tasks in a state, what has waited longest first."""
    return [Waits(*row) for row in store.rows(f"{_COLUMNS} WHERE {_IN_STATE} ORDER BY {_LONGEST}", (state,))]


def asked(store: Store) -> list[Waits]:
    """The tasks with a request for a later deadline that is not decided, the oldest request first."""
    sql = (
        f"{_COLUMNS} JOIN extension e ON e.task = t.id WHERE e.undone = 0 AND e.decision IS NULL AND t.undone = 0"
        " AND t.state NOT IN ('done', 'recalled') ORDER BY e.asked_on, e.id"
    )
    return [Waits(*row) for row in store.rows(sql)]


def of_owner(store: Store, owner: int, state: str) -> list[TaskId]:
    """The tasks of an owner in a state, what has waited longest first."""
    sql = f"SELECT t.id FROM task t WHERE {_IN_STATE} AND t.owner = ? ORDER BY {_LONGEST}"
    return [task for (task,) in store.rows(sql, (state, owner))]


_IN_STATE = "t.state = ? AND t.undone = 0"
_LONGEST = "coalesce(t.submitted_on, t.moved_on), t.number_key, t.id"


# --- for the first page -----------------------------------------------------------------------------------------------


def of(store: Store, official: int, on: date) -> Waiting:
    """What waits for an official on a day, as `figures.duties.waiting_for` tells it."""
    with store.reading():
        parameters: dict[str, int | str | None] = {"official": official, "on": on.isoformat()}
        found = {kind: store.rows(sql, parameters) for kind, sql in _CANDIDATES.items()}
        mine = of_owner(store, official, "redo")
        if not any(found.values()):
            return Waiting([], [], [], [], mine)
        place = _Place(store, official, on.isoformat(), [row for rows in found.values() for row in rows])
    told = {
        kind: [row[0] for row in rows if (place.approves if kind == "proposals" else place.decides)(*row[1:])]
        for kind, rows in found.items()
    }
    return Waiting(told["proposals"], told["submissions"], told["extensions"], told["declined"], mine)


_HELD = "undone = 0 AND coalesce(starts_on, '') <= :on AND coalesce(ends_on, :on) >= :on"
_MINE = (
    "SELECT t.id, t.owner, t.assigner, t.field, t.superior FROM task t{more} WHERE t.undone = 0 AND {where} AND"
    " (t.assigner IS NULL OR t.assigner = :official OR t.assigner NOT IN"
    f" (SELECT official FROM appointment WHERE {_HELD})) ORDER BY {{order}}"
)
"""What may be the official's turn: own assignments, and those of nobody who is there."""
_CANDIDATES = {
    "proposals": _MINE.format(more="", where="t.state = 'proposed'", order=_LONGEST),
    "submissions": _MINE.format(more="", where="t.state = 'submitted'", order=_LONGEST),
    "extensions": _MINE.format(
        more=" JOIN extension e ON e.task = t.id",
        where="e.undone = 0 AND e.decision IS NULL AND t.state NOT IN ('done', 'recalled')",
        order="e.asked_on, e.id",
    ),
    "declined": _MINE.format(more="", where="t.state = 'declined'", order=_LONGEST),
}


class _Place:
    """Where an official stands to the people of some tasks: the part of `domain.standing` and `domain.rights` that
    tells whose turn a decision is.
    """

    def __init__(self, store: Store, official: int, day: str, rows: list[Any]) -> None:
        self.me, self.day = official, day
        self.above: dict[int, int | None] = dict(store.rows("SELECT id, parent FROM unit WHERE undone = 0 ORDER BY id"))
        self.root = next(iter(self.above), None)
        people = {official, *(each for row in rows for each in row[1:3] if each is not None)}
        self.posts: dict[int, list[Any]] = {}
        sql = (
            "SELECT official, unit, standing, field, main, coalesce(starts_on, ''), ends_on FROM appointment"
            f" WHERE undone = 0 AND official IN {engine.listed(':people')} ORDER BY coalesce(starts_on, ''), id"
        )
        for each, *post in store.rows(sql, {"people": str(sorted(people))}):
            self.posts.setdefault(each, []).append(post)
        sql = (
            "SELECT unit FROM right_granted WHERE official = ? AND undone = 0 AND revoked = 0 AND right_name = 'clerk'"
        )
        self.clerk_of = {unit for (unit,) in store.rows(sql, (official,))}

    def approves(self, owner: int, _assigner: int | None, field: str | None, superior: str | None) -> bool:
        """Whether the official may make a proposal an own assignment (`rights.approval`)."""
        if self.me == owner or self._heads_office(owner) or superior is not None:
            return False
        line = self._line(self._unit_of(owner))

        def may_as_deputy(unit: int, own: str | None) -> bool:
            return not self._is_head(owner, unit) and _within(own, field)

        return any(
            unit in line and (standing == "head" or (standing == "deputy" and may_as_deputy(unit, own)))
            for unit, standing, own in self._held(self.me)
        )

    def decides(self, owner: int, assigner: int | None, *_: str | None) -> bool:
        """Whether the official may decide about a task (`rights.decide`)."""
        if self.me == owner or self._heads_office(owner):
            return False
        if assigner == self.me and self._held(self.me):
            return True
        line = self._line(None if assigner is None else self._unit_of(assigner))
        if any(standing == "head" and unit in line for unit, standing, _ in self._held(self.me)):
            return True
        return assigner is None and self._records_superior()

    def _records_superior(self) -> bool:
        deputy = any(standing == "deputy" and unit == self.root for unit, standing, _ in self._held(self.me))
        return deputy or bool(self.clerk_of & {None, self.root})

    def _held(self, official: int) -> list[tuple[int, str, str | None]]:
        """(unit, standing, field) of the posts held on the day."""
        return [
            (unit, standing, field)
            for unit, standing, field, _, starts_on, ends_on in self.posts.get(official, ())
            if starts_on <= self.day <= (ends_on or self.day)
        ]

    def _is_head(self, official: int, unit: int | None) -> bool:
        return any(standing == "head" and unit == its for its, standing, _ in self._held(official))

    def _heads_office(self, official: int) -> bool:
        return self._is_head(official, self.root)

    def _unit_of(self, official: int) -> int | None:
        """The unit of the main post, after its end the last one, before the first that one."""
        main = [(starts_on, unit) for unit, _, _, main, starts_on, _ in self.posts.get(official, ()) if main]
        begun = [unit for starts_on, unit in main if starts_on <= self.day]
        return begun[-1] if begun else main[0][1] if main else None

    def _line(self, unit: int | None) -> set[int | None]:
        """The unit and those above it, the office always."""
        found: set[int | None] = {self.root}
        seen: set[int] = set()
        while unit is not None and unit not in seen:
            seen.add(unit)
            unit = self.above[unit]
        return found | seen


def _within(own: str | None, field: str | None) -> bool:
    """Whether a task's field is a deputy's own. Asked of the rule only where both have one."""
    if not own or not field or own == field:
        return True
    from tracker.domain.rights import in_field

    return in_field(own, field)
