"""The list of tasks: filtered, sorted and paged by SQL, with each row's class and lateness on a day.

`task list` is measured from process start: light rows with days as ISO text, no record classes, imports where needed.
A task that moved after the day asked for is shown as it stood on that day, so that the rows behind a figure of a past
period are the ones that were counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.deadlines import classify, soon_on
from tracker.store import by_lateness, standing
from tracker.store.calendar import working_calendar
from tracker.store.list_query import CLASS, COLUMN_KEYS, LATE, SORT_KEYS, STATES, Query, Wanted, order_by, sort_key
from tracker.store.standing import NEVER

if TYPE_CHECKING:
    from tracker.store import Store

__all__ = [
    "CLASS",
    "COLUMN_KEYS",
    "SORT_KEYS",
    "Row",
    "Seen",
    "Wanted",
    "as_json",
    "count",
    "due_days",
    "fields",
    "ids",
    "newest",
    "one",
    "owners_of",
    "page",
    "rows",
]


class Row(NamedTuple):
    """A task as lists show it. Days are ISO text; people are told by their codes."""

    id: int
    number: str
    title: str
    owner: str | None
    owner_name: str | None
    unit: str | None
    """Code of the unit the owner belongs to on the day."""
    assigner: str | None
    """Code; the superior's name where no official of the office gave the task."""
    coordinators: tuple[str, ...]
    """Codes; as written where it is no official ("các phòng")."""
    assigned_on: str | None
    original_due_on: str | None
    due_on: str | None
    state: str
    deadline_class: str | None
    days_late: int
    working_days_late: int
    submitted_on: str | None
    confirmed_on: str | None
    extensions: int
    hand_overs: int
    returns: int
    coefficient: str
    quantity: int
    product: str | None
    pauses: int
    percent: int
    secrecy: str
    changed_after_start: bool


def page(
    store: Store, wanted: Wanted, on: date, *, sort: str = "number", limit: int | None = None, offset: int = 0
) -> list[Row]:
    """A page of the list as seen on a day.

    Raises Refused "list.sort_unknown", "list.state_unknown", "list.class_unknown".
    """
    with store.reading():
        return rows(store, ids(store, wanted, on, sort=sort, limit=limit, offset=offset), on)


def one(store: Store, task: int, on: date) -> Row:
    """The row of one task."""
    return rows(store, [task], on)[0]


def count(store: Store, wanted: Wanted, on: date) -> int:
    """How many tasks the list has."""
    return _query(store, wanted, on).count()


def ids(
    store: Store, wanted: Wanted, on: date, *, sort: str = "number", limit: int | None = None, offset: int = 0
) -> list[int]:
    """The tasks of the list in its order."""
    query = _query(store, wanted, on)
    key, down = sort_key(sort)
    if key == LATE:
        return by_lateness.ids(query, on, down, limit, offset)
    if query.narrow or limit is None or key not in _PARTS:
        return query.ids(order_by(key, down=down, by_index=not query.narrow), limit, offset)
    return _part_by_part(query, _PARTS[key](down), limit, offset)


def rows(store: Store, tasks: Sequence[int], on: date) -> list[Row]:
    """The rows of some tasks as seen on a day, in the order given."""
    return Seen(store, on).listed(tasks)


def owners_of(store: Store, unit: int, on: date) -> frozenset[int]:
    """The officials who belong on a day to a unit or one below it."""
    day = on.isoformat()
    tree = store.rows(
        "WITH RECURSIVE tree (id) AS (SELECT id FROM unit WHERE id = :unit UNION SELECT u.id FROM unit u"
        " JOIN tree ON u.parent = tree.id WHERE u.undone = 0 AND coalesce(u.valid_from, '') <= :on"
        " AND coalesce(u.valid_to, :on) >= :on) SELECT id FROM tree",
        {"unit": unit, "on": day},
    )
    below = {each for (each,) in tree}
    return frozenset(official for official, belongs in standing.units_on(store, day).items() if belongs in below)


def due_days(store: Store, wanted: Wanted, on: date) -> list[tuple[str, int]]:
    """(deadline, task) of the tasks of a list that have one, in the order of the days."""
    query = _query(store, wanted, on)
    return query.rows(
        f"SELECT t.due_on, t.id FROM {query.source} WHERE {query.conditions} AND t.due_on IS NOT NULL"
        " ORDER BY t.due_on, t.number_key, t.id"
    )


def fields(store: Store) -> list[str]:
    """The fields of work that tasks have."""
    return [name for (name,) in store.rows("SELECT DISTINCT field FROM task WHERE field IS NOT NULL ORDER BY field")]


def newest(store: Store) -> int:
    """The id of the task that was written down last; 0 where there is none."""
    return int(store.rows("SELECT coalesce(max(id), 0) FROM task")[0][0])


def as_json(row: Row) -> dict[str, Any]:
    """The row with the keys of `task list --json` (design.md §4)."""
    facts: dict[str, Any] = dict(zip(Row._fields, row, strict=True))
    facts["class"] = facts.pop("deadline_class")
    factor = float(row.coefficient)
    facts["coefficient"] = int(factor) if factor.is_integer() else factor
    return {key: facts[key] for key in _JSON_KEYS}


_JSON_KEYS = (
    *("number", "title", "owner", "owner_name", "unit", "assigner", "coordinators", "assigned_on", "original_due_on"),
    *("due_on", "state", "class", "days_late", "working_days_late", "submitted_on", "confirmed_on", "extensions"),
    *("hand_overs", "returns", "coefficient", "quantity", "product", "pauses", "percent"),
)


def _query(store: Store, wanted: Wanted, on: date) -> Query:
    """The filters as SQL. What is due soon is asked of the calendar only where a filter wants to know it."""
    day = on.isoformat()
    if wanted.late:
        query = _query(store, wanted._replace(late=0), on)
        wanted = wanted._replace(late=0, tasks=by_lateness.at_least(query, on, wanted.late))
    if not {"due_soon", "in_time"}.intersection(wanted.classes):
        return Query(store, wanted, day, {}, day)
    calendar, days = working_calendar(store), due_soon_days(store)
    submitted = store.rows(
        "SELECT DISTINCT submitted_on FROM task WHERE state = 'submitted' AND submitted_on IS NOT NULL"
    )
    past = (
        store.rows("SELECT DISTINCT submitted_on FROM task_move WHERE state = 'submitted'")
        if _moved(store, day)
        else []
    )
    judged = {each for (each,) in submitted + past if each} | {day}
    soon = {each: soon_on(calendar, date.fromisoformat(each), days).isoformat() for each in judged}
    return Query(store, wanted, day, soon, soon[day])


def due_soon_days(store: Store) -> int:
    """The setting of that name, read without the records of settings."""
    found = store.rows("SELECT value FROM setting WHERE id = 'due_soon_days' AND undone = 0")
    return int(found[0][0]) if found else 3


def _moved(store: Store, day: str) -> bool:
    return bool(store.rows("SELECT 1 FROM task WHERE moved_on > ? LIMIT 1", (day,)))


# --- orders that no single index has ----------------------------------------------------------------------------------


class _Part(NamedTuple):
    """A part of a list that an index has in order: the parts follow one another."""

    also: str
    order: str
    before: str = ""


def _states_in_order(down: bool) -> list[_Part]:
    states = reversed(STATES) if down else STATES
    return [_Part(f"t.state = '{state}'", "t.due_on NULLS LAST, t.number_key, t.id") for state in states]


def _owners_in_order(down: bool) -> list[_Part]:
    order = " DESC" if down else ""
    owned = _Part("t.owner = o.id", f"o.name_key{order}, o.id, t.number_key, t.id", "official o CROSS JOIN ")
    return [owned, _Part("t.owner IS NULL", "t.number_key, t.id")]


def _closed_in_order(down: bool) -> list[_Part]:
    order = "t.closed_on" + (" DESC" if down else "")
    return [
        _Part(f"t.closed_on < '{NEVER}'", f"{order}, t.number_key, t.id"),
        _Part(f"t.closed_on = '{NEVER}'", "t.number_key, t.id"),
    ]


_PARTS = {"state": _states_in_order, "owner": _owners_in_order, "closed": _closed_in_order}


def _part_by_part(query: Query, parts: list[_Part], limit: int, offset: int) -> list[int]:
    found: list[int] = []
    for part in parts:
        some = query.ids(part.order, limit - len(found), offset, part.also, part.before)
        found += some
        if len(found) == limit:
            break
        offset = 0 if some or not offset else offset - query.count(part.also, part.before)
    return found


# --- rows -------------------------------------------------------------------------------------------------------------

_COLUMNS = (
    "SELECT t.id, t.number, t.title, t.owner, coalesce(a.code, t.superior), t.assigned_on, t.original_due_on, t.due_on,"
    " t.state, t.submitted_on, t.confirmed_on, t.extensions, t.hand_overs, t.returns, t.coefficient, t.quantity,"
    " t.product, t.pauses, t.percent, t.secrecy, t.changed_after_start, t.moved_on"
    " FROM task t LEFT JOIN official a ON a.id = t.assigner WHERE t.id IN ({})"
)


class Seen:
    """What the rows of one day share: names, units, the calendar, and what moved since.

    Kept by whoever reads many pages, until something is written.
    """

    def __init__(self, store: Store, on: date) -> None:
        self.store, self.on, self.day = store, on, on.isoformat()
        self.people = {each: (code, name) for each, code, name in store.rows("SELECT id, code, name FROM official")}
        codes = dict(store.rows("SELECT id, code FROM unit"))
        self.units = {each: codes.get(unit) for each, unit in standing.units_on(store, self.day).items()}
        self.lateness = by_lateness.LatenessOf(store, on)
        self.soon_days = due_soon_days(store)
        self._soon: dict[str, str] = {}

    def listed(self, tasks: Sequence[int]) -> list[Row]:
        """The rows of some tasks, in the order given."""
        found = {row.id: row for some in standing.portions(tasks) for row in self._portion(some)}
        return [found[task] for task in tasks]

    def _portion(self, tasks: tuple[int, ...]) -> Iterator[Row]:
        found = self.store.rows(_COLUMNS.format(standing.marks(tasks)), tasks)
        coordinators = self._coordinators(tasks)
        later = [row[0] for row in found if (row[-1] or "") > self.day]
        past = standing.on_day(self.store, later, self.day)
        counts = standing.counts_on(self.store, past, self.day)
        for row in found:
            yield self._row(row, coordinators.get(row[0], ()), past.get(row[0]), counts.get(row[0]))

    def _row(self, row: tuple[Any, ...], coordinators: Iterable[str], past: standing.Move | None, counts: Any) -> Row:
        task, number, title, owner, assigner, assigned_on, original, due_on, state, submitted, confirmed, *rest = row
        done = rest[:3]
        if past is not None:
            _, state, owner, due_on, submitted = past
            confirmed = confirmed if state == "done" else None
            done = counts
        code, name = self.people.get(owner, (None, None))
        late = self.lateness(task, state, due_on, submitted)
        found = classify(state, due_on, submitted, self.day, self._soon_on)
        return Row(
            *(task, number, title, code, name, self.units.get(owner), assigner, tuple(coordinators)),
            *(assigned_on, original, due_on, state, found and found.value, late.days, late.working_days),
            *(submitted, confirmed, *done, *rest[3:9], bool(rest[9])),
        )

    def _soon_on(self, day: str) -> str:
        """The last date that counts as due soon on a day."""
        if day not in self._soon:
            self._soon[day] = soon_on(self.lateness.calendar, date.fromisoformat(day), self.soon_days).isoformat()
        return self._soon[day]

    def _coordinators(self, tasks: tuple[int, ...]) -> dict[int, list[str]]:
        sql = (
            "SELECT c.task, coalesce(o.code, c.name) FROM coordination c LEFT JOIN official o ON o.id = c.official"
            " WHERE c.undone = 0 AND c.removed = 0 AND c.task IN ({}) ORDER BY c.id"
        )
        found: dict[int, list[str]] = {}
        for task, name in self.store.rows(sql.format(standing.marks(tasks)), tasks):
            found.setdefault(task, []).append(name)
        return found
