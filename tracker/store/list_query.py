"""Which tasks are meant, and in which order: the filters and sort keys of a list as SQL (for tracker.store.listing).

Plain SQL; what only one engine knows comes from tracker.store.engine. With 100,000 tasks a page costs little more than
its rows: either few tasks match, then an index finds them and they are sorted, or many do, then the index of the sort
key is walked until the page is full. `Query.narrow` tells which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.errors import Refused
from tracker.store import engine, standing
from tracker.store.standing import NEVER

if TYPE_CHECKING:
    from tracker.store import Store

NARROW = 8_000
"""As many tasks are found by an index and sorted in a third of the time that a look at 100,000 takes."""

_JUDGED = "CASE WHEN t.state = 'submitted' THEN coalesce(t.submitted_on, :on) ELSE :on END"
_SOON = f"CASE WHEN t.state = 'submitted' THEN {engine.looked_up(':soon', f'({_JUDGED})')} ELSE :soon_today END"
CLASS = f"""CASE
  WHEN t.state IN ('draft', 'proposed', 'paused', 'recalled') THEN NULL
  WHEN t.state = 'done' THEN CASE
    WHEN t.due_on IS NULL THEN 'done_no_deadline'
    WHEN t.submitted_on < t.due_on THEN 'done_early'
    WHEN t.submitted_on = t.due_on THEN 'done_on_time'
    ELSE 'done_late' END
  WHEN t.due_on IS NULL THEN 'no_deadline'
  WHEN t.due_on < {_JUDGED} THEN 'overdue'
  WHEN t.due_on <= {_SOON} THEN 'due_soon'
  ELSE 'in_time' END"""
"""The deadline class of a task `t` on the day `:on`: the twin of `domain.deadlines.classify`, held equal by a test.

`:soon_today` is the last date due soon on that day, `:soon` the same for each day on which something was submitted."""

STATES = (
    *("draft", "proposed", "assigned", "declined", "doing"),
    *("redo", "paused", "submitted", "done", "recalled"),
)
"""The states in the order a list shows them: as the work goes on."""
CLASSES = (
    *("overdue", "due_soon", "in_time", "no_deadline"),
    *("done_early", "done_on_time", "done_late", "done_no_deadline"),
)
_UNDER_WAY = ("assigned", "declined", "doing", "redo", "submitted")
_MOVING = ("state", "owner", "due_on", "submitted_on", "extensions")
_SAME = (
    *("id", "number_key", "assigned_on", "search", "assigner", "superior", "field", "public_concern", "moved_on"),
    *("percent", "hand_overs", "returns", "pauses", "quantity", "coefficient"),
)
"""What is read of a task as it stands now, also for a past day."""
_RANK = "CASE t.state " + " ".join(f"WHEN '{state}' THEN {at}" for at, state in enumerate(STATES)) + " END"
_NAME = "(SELECT o.name_key FROM official o WHERE o.id = t.owner)"
_GAVE = "(SELECT o.name_key FROM official o WHERE o.id = t.assigner)"
_SORTED_BY: dict[str, tuple[str, ...]] = {
    "number": ("t.number_key",),
    "due": ("t.due_on", "t.number_key"),
    "assigned": ("t.assigned_on", "t.number_key"),
    "closed": (f"nullif(t.closed_on, '{NEVER}')", "t.number_key"),
    "state": (_RANK, "t.due_on", "t.number_key"),
    "owner": (_NAME, "t.owner", "t.number_key"),
}
"""Sort key → what is compared, first the key itself and then what parts equal ones."""
LATE = "late"
SORT_KEYS = (*_SORTED_BY, LATE)
"""`closed` is the day of the confirmation or recall; `late` is computed, the latest first (tracker.store.listing)."""
_COUNTED = ("percent", "extensions", "hand_overs", "returns", "pauses", "quantity")
_COLUMNS: dict[str, tuple[str, ...]] = {
    "submitted": ("t.submitted_on", "t.number_key"),
    "assigner": (_GAVE, "t.superior", "t.number_key"),
    "field": ("t.field", "t.number_key"),
    "coefficient": ("CAST(t.coefficient AS REAL)", "t.number_key"),
    **{name: (f"t.{name}", "t.number_key") for name in _COUNTED},
}
COLUMN_KEYS = tuple(_COLUMNS)
"""Further keys, of columns that no index has in order: every task that is listed is looked at."""
_ALSO_CALLED = {
    "due_on": "due",
    "assigned_on": "assigned",
    "confirmed_on": "closed",
    "owner_name": "owner",
    "days_late": LATE,
}
"""The keys of the JSON that name the same."""


_REPORTED = "t.id IN (SELECT p.task FROM progress p WHERE p.undone = 0 AND p.reported_on >= :since)"

_Conditions = list[tuple[str, str]]
"""Conditions as (column, rest), so that an index may be used or not."""


class Wanted(NamedTuple):
    """The filters of a list; each left empty lets every task through."""

    states: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    owner: int | None = None
    owners: frozenset[int] | None = None
    """Any of these officials: those of a unit."""
    tasks: frozenset[int] | None = None
    """Only these tasks: those behind a figure."""
    search: str = ""
    """Folded text, looked for in number, title, product, source and note, and in the owner's code and name."""
    assigner: int | None = None
    fields: tuple[str, ...] = ()
    """Fields of work; "" for tasks without one."""
    due_from: str | None = None
    due_to: str | None = None
    """First and last day of the deadline, as ISO text."""
    late: int = 0
    """Late by at least so many working days."""
    since: str | None = None
    """Moved or reported on that day or later."""
    public_concern: bool = False
    """Only those in which the public takes an interest."""
    extensions: int = 0
    """Only those whose deadline was changed at least so often."""


class Query:
    """The filters as SQL with their parameters, for one day.

    Raises Refused "list.state_unknown", "list.class_unknown".
    """

    def __init__(self, store: Store, wanted: Wanted, on: str, soon: dict[str, str], soon_today: str) -> None:
        _known("state", wanted.states, STATES)
        _known("class", wanted.classes, CLASSES)
        self.store = store
        self.parameters: dict[str, Any] = {"on": on, "soon_today": soon_today, "soon": json_of(soon)}
        self.past = _past(store, on, wanted)
        self.source = self._source()
        self.states = _states(wanted)
        indexed = self._indexed(wanted)
        few = not self.past and self._few(indexed)
        named = self._named(wanted.search)
        rare = bool(wanted.search) and (not named or self._few(named))
        self.narrow = few or rare or bool(self.past) or wanted.tasks is not None
        self.conditions = self._conditions(wanted, indexed, few, named)

    def ids(self, order: str, limit: int | None, offset: int, also: str = "TRUE", before: str = "") -> list[int]:
        """The tasks in an order given as ORDER BY terms; `before` are tables to walk through first."""
        sql = (
            f"SELECT t.id FROM {before}{self.source} WHERE {self.conditions} AND {also}"
            f" ORDER BY {order} LIMIT :limit OFFSET :offset"
        )
        return [task for (task,) in self.rows(sql, limit=-1 if limit is None else limit, offset=offset)]

    def count(self, also: str = "TRUE", before: str = "") -> int:
        """How many tasks there are."""
        sql = f"SELECT count(*) FROM {before}{self.source} WHERE {self.conditions} AND {also}"
        return int(self.rows(sql)[0][0])

    def among(self, states: tuple[str, ...]) -> list[str]:
        """Those of some states that the filters let through."""
        return [state for state in states if self.states is None or state in self.states]

    def rows(self, sql: str, **more: Any) -> list[Any]:
        """Rows of a statement with the parameters of the filters and some more."""
        return self.store.rows(sql, self.parameters | more)

    def _source(self) -> str:
        """The tasks as they stand; as they stood on the day, where some have moved since."""
        if not self.past:
            return "task t"
        self.parameters["past"] = json_of(self.past)
        moved = ", ".join(f"CASE WHEN p.id IS NULL THEN n.{name} ELSE p.{name} END AS {name}" for name in _MOVING)
        table = engine.table_of(":past", ("id", *_MOVING))
        unchanged = ", ".join(f"n.{name}" for name in _SAME)
        closed = f"CASE WHEN p.id IS NULL THEN n.closed_on ELSE '{NEVER}' END AS closed_on"
        return f"(SELECT {unchanged}, {moved}, {closed} FROM task n LEFT JOIN ({table}) p ON p.id = n.id) t"

    def _indexed(self, wanted: Wanted) -> _Conditions:
        """The conditions that an index answers."""
        found = []
        if wanted.owner is not None:
            self.parameters["owner"] = wanted.owner
            found.append(("t.owner", "= :owner"))
        if wanted.owners is not None:
            self.parameters["owners"] = json_of(sorted(wanted.owners))
            found.append(("t.owner", f"IN {engine.listed(':owners')}"))
        if self.states is not None:
            self.parameters["states"] = json_of(self.states)
            found.append(("t.state", f"IN {engine.listed(':states')}"))
        for name, rest in (("due_from", ">= :due_from"), ("due_to", "<= :due_to")):
            if (day := getattr(wanted, name)) is not None:
                self.parameters[name] = day
                found.append(("t.due_on", rest))
        return found

    def _few(self, indexed: _Conditions) -> bool:
        """Whether an index finds so few rows that they are best taken and sorted."""
        if not indexed:
            return False
        where = " AND ".join(f"{column} {rest}" for column, rest in indexed)
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {self.source} WHERE {where} LIMIT {NARROW}) few"
        return int(self.rows(sql)[0][0]) < NARROW

    def _conditions(self, wanted: Wanted, indexed: _Conditions, few: bool, named: _Conditions) -> str:
        found = [f"{column if few else engine.unindexed(column)} {rest}" for column, rest in indexed]
        if wanted.tasks is not None:
            self.parameters["tasks"] = json_of(sorted(wanted.tasks))
            found.append(f"t.id IN {engine.listed(':tasks')}")
        if wanted.classes:
            self.parameters["classes"] = json_of(wanted.classes)
            found.append(f"({CLASS}) IN {engine.listed(':classes')}")
        found += self._others(wanted)
        if wanted.search:
            owned = "".join(f"{engine.unindexed(column)} {rest} OR " for column, rest in named)
            found.append(f"({owned}{engine.contains('t.search', ':search')})")
        return " AND ".join(found) or "TRUE"

    def _others(self, wanted: Wanted) -> list[str]:
        """The conditions that are looked at in each row."""
        found = []
        if wanted.assigner is not None:
            self.parameters["assigner"] = wanted.assigner
            found.append("t.assigner = :assigner")
        if wanted.fields:
            self.parameters["fields"] = json_of(wanted.fields)
            found.append(f"coalesce(t.field, '') IN {engine.listed(':fields')}")
        if wanted.since is not None:
            self.parameters["since"] = wanted.since
            found.append(f"(t.moved_on >= :since OR {_REPORTED})")
        if wanted.public_concern:
            found.append("t.public_concern = 1")
        if wanted.extensions:
            self.parameters["changed"] = wanted.extensions
            found.append("t.extensions >= :changed")
        return found

    def _named(self, text: str) -> _Conditions:
        """That the owner is one of those whose code or name has the text; nothing where nobody has."""
        self.parameters["search"] = text
        sql = f"SELECT id FROM official WHERE {engine.contains('search', ':search')}"
        named = [official for (official,) in self.rows(sql)] if text else []
        self.parameters["named"] = json_of(named)
        return [("t.owner", f"IN {engine.listed(':named')}")] if named else []


def sort_key(sort: str) -> tuple[str, bool]:
    """A sort key as typed, `-` before it for the other way round: (key, whether it goes down).

    Raises Refused "list.sort_unknown".
    """
    typed = sort.removeprefix("-")
    key = _ALSO_CALLED.get(typed, typed)
    if key not in SORT_KEYS and key not in COLUMN_KEYS:
        raise Refused("list.sort_unknown", field="sort", key=typed, known=list(SORT_KEYS))
    return key, sort.startswith("-")


def order_by(key: str, *, down: bool = False, by_index: bool) -> str:
    """The ORDER BY terms of a sort key; what has none comes last, either way.

    `by_index`: the order is that of an index, else the rows found are sorted.
    """
    terms = [term if by_index else engine.unindexed(f"({term})") for term in (_SORTED_BY | _COLUMNS)[key]]
    return ", ".join(
        [f"{terms[0]}{' DESC' if down else ''} NULLS LAST", *(f"{term} NULLS LAST" for term in terms[1:]), "t.id"]
    )


def _states(wanted: Wanted) -> list[str] | None:
    """The states that the filters on state and class leave; None for any."""
    if not wanted.states and not wanted.classes:
        return None
    of_classes = {state for each in wanted.classes for state in (("done",) if each.startswith("done") else _UNDER_WAY)}
    by_class = [state for state in STATES if not wanted.classes or state in of_classes]
    return [state for state in by_class if not wanted.states or state in wanted.states]


def _past(store: Store, on: str, wanted: Wanted) -> list[list[Any]]:
    """[id, state, owner, deadline, submission, extensions] on the day of each task that has moved since.

    Extensions are counted only where they are asked for.
    """
    since = [task for (task,) in store.rows("SELECT id FROM task WHERE moved_on > ?", (on,))]
    asked = since if wanted.tasks is None else [task for task in since if task in wanted.tasks]
    stood = standing.on_day(store, asked, on)
    counts = standing.counts_on(store, stood, on) if wanted.extensions else {}
    return [
        [task, move.state, move.owner, move.due_on, move.submitted_on, counts.get(task, (0,))[0]]
        for task, move in stood.items()
    ]


def _known(field: str, asked: tuple[str, ...], known: tuple[str, ...]) -> None:
    unknown = [each for each in asked if each not in known]
    if unknown:
        raise Refused(f"list.{field}_unknown", field=field, value=unknown[0], known=list(known))


def json_of(value: Any) -> str:
    """A parameter of many values."""
    import json

    return json.dumps(value)
