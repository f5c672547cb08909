"""The facts of a day: what is overdue and by how much, what is due, what has no deadline, what nobody has told of.

The first page of the window is measured from process start, so these are few and cheap statements: counts out of the
indexes on state and owner alone, cut at dates that the working calendar gives, and light rows. Late is judged as
`domain.deadlines` does: what was never paused by its date, everything else task by task.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.domain.deadlines import classify, lateness, soon_on
from tracker.store import engine
from tracker.store.calendar import working_calendar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.domain.deadlines import Paused
    from tracker.domain.units import UnitId
    from tracker.store import Store

BANDS = (5, 10, 30)
"""Working days late up to which a task is in the first, second and third band; the fourth has the later ones."""
UNDER_WAY = ("overdue", "due_soon", "in_time", "no_deadline")
"""The classes of tasks under way."""
STRIP = 14
"""Days of the strip, today included."""
SETTINGS = {"due_soon_days": 3, "no_deadline_flag_days": 90, "not_updated_days": 10}
"""The settings that are read here, with their defaults (`domain.defaults`, held equal by a test)."""

_OPEN = "('assigned', 'declined', 'doing', 'redo')"
_UNDER_WAY = "('assigned', 'declined', 'doing', 'redo', 'submitted')"
_AT_WORK = "('assigned', 'doing', 'redo')"
_WAS_PAUSED = "t.id IN (SELECT task FROM pause WHERE undone = 0 AND resumed_on IS NOT NULL)"
"""Of tasks that are not paused now: those whose days late are not told by their deadline alone."""
_NOT_UPDATED = f"""t.state IN {_AT_WORK} AND t.assigned_on < :told
  AND t.id NOT IN (SELECT id FROM task WHERE moved_on BETWEEN :told AND :on
    UNION ALL SELECT task FROM progress WHERE undone = 0 AND reported_on BETWEEN :told AND :on{{moved}})"""
"""`{moved}`: on a past day, what moved by then and again since."""
_CLASS = """CASE WHEN t.due_on IS NULL THEN 'no_deadline' WHEN t.due_on < :on THEN 'overdue'
  WHEN t.due_on <= :soon THEN 'due_soon' ELSE 'in_time' END"""
"""The deadline class of what is under way and not submitted (`domain.deadlines.classify`)."""
_NO_DEADLINE = f"t.state IN {_UNDER_WAY} AND t.due_on IS NULL AND t.assigned_on < :flagged"


class Looker(NamedTuple):
    """Who looks: heads, deputies and clerks see the facts of their unit, any other official their own."""

    id: int
    name: str
    leads: bool
    unit: UnitId | None
    """The unit that they head or are clerk of; None for the whole office, and for who leads nothing."""


class Late(NamedTuple):
    """An overdue task."""

    days: int
    working_days: int
    task: int


class Worst(NamedTuple):
    """The longest case of a fact: whose, and how many days (working days late, or without a deadline)."""

    name: str
    days: int


class Most(NamedTuple):
    """Who has most of a fact."""

    name: str
    tasks: int


class Urgent(NamedTuple):
    """A row of what is to be dealt with now. Days are ISO text."""

    id: int
    title: str
    owner: str
    due_on: str
    state: str
    late: int | None
    """Working days late; None for what is due soon."""


class Facts(NamedTuple):
    """The facts of a day, of everybody or of some owners."""

    overdue: int
    bands: tuple[int, ...]
    """The overdue ones by working days late: 0-5, 6-10, 11-30, more."""
    worst: Worst | None
    due_soon: int
    due_today: int
    no_deadline: int
    """Without a deadline for longer than the setting allows."""
    longest: Worst | None
    not_updated: int
    most: Most | None
    days: dict[str, int]
    """ISO day → how many tasks are due, for the days of the strip that have any."""
    days_off: frozenset[str]
    """The days of the strip on which the office does not work."""
    urgent: list[Urgent]
    """The first of what is overdue or due soon: the latest first, then what is due first."""


class Day:
    """A day as it is seen now. Owners: whose tasks; None for everybody's."""

    def __init__(self, store: Store, on: date, owners: Iterable[int] | None = None) -> None:
        self.store, self.on = store, on
        self.calendar = working_calendar(store)
        self.settings = _settings(store)
        self.soon = soon_on(self.calendar, on, self.settings["due_soon_days"])
        self.parameters: dict[str, Any] = {
            "on": on.isoformat(),
            "soon": self.soon.isoformat(),
            "last": (on + timedelta(STRIP - 1)).isoformat(),
            "flagged": self._back(self.settings["no_deadline_flag_days"]).isoformat(),
            "told": self._back(self.settings["not_updated_days"]).isoformat(),
        }
        self._tasks, self._whose = "task t", ""
        if self._moved_since():
            self._look_back()
        if owners is not None:
            self.parameters["owners"] = _json(owners)
            self._whose = f" AND t.owner IN {engine.listed(':owners')}"

    def _moved_since(self) -> bool:
        return bool(self.store.rows("SELECT 1 FROM task WHERE moved_on > ? LIMIT 1", (self._today,)))

    def _look_back(self) -> None:
        """A past day: the tasks as they stood then, as lists show them."""
        from tracker.store.list_query import Query, Wanted

        query = Query(self.store, Wanted(), self._today, {}, self._today)
        self._tasks = query.source
        self.parameters |= {name: value for name, value in query.parameters.items() if name == "past"}

    def facts(self, rows: int) -> Facts:
        """All facts, with so many rows of what is urgent."""
        late = self._late(rows)
        overdue, bands = self._bands()
        due_soon, due_today, days = self._due()
        strip = [self.on + timedelta(after) for after in range(STRIP)]
        return Facts(
            overdue,
            bands,
            self._worst(late),
            due_soon,
            due_today,
            *self._without_deadline(),
            *self._not_updated(),
            days,
            frozenset(day.isoformat() for day in strip if not self.calendar.is_working(day)),
            self._urgent(late[:rows], rows),
        )

    # --- the tasks behind the numbers ---------------------------------------------------------------------------------

    def overdue(self, least: int = 0, most: int | None = None) -> list[int]:
        """The tasks overdue by so many working days, the latest first."""
        return [each.task for each in self._late(-1) if least <= each.working_days <= (most or each.working_days)]

    def due_on(self, day: date) -> list[int]:
        """The tasks due on a day. What awaits its decision is not due any more."""
        where = f"t.state IN {_OPEN} AND t.due_on = :day"
        return self._ids(where, "t.number_key", day=day.isoformat())

    def due_soon(self) -> list[int]:
        """The tasks due soon, what is due first first. What awaits its decision is not due any more."""
        return self._ids(f"t.state IN {_OPEN} AND t.due_on BETWEEN :on AND :soon", "t.due_on")

    def without_deadline(self) -> list[int]:
        """The tasks without a deadline for longer than the setting allows, the oldest first."""
        return self._ids(_NO_DEADLINE, "t.assigned_on")

    def not_updated(self) -> list[int]:
        """The tasks at work of which nothing was heard for longer than the setting allows, by owner."""
        return self._ids(self._silent(), "t.owner, t.due_on IS NULL, t.due_on")

    # --- by owner -----------------------------------------------------------------------------------------------------

    def by_owner(self) -> dict[int, dict[str, int]]:
        """Official → deadline class → how many tasks under way."""
        sql = (
            f"SELECT t.owner, {_CLASS}, count(*) FROM {self._tasks} WHERE t.state IN {_OPEN}{self._whose} GROUP BY 1, 2"
        )
        found: dict[int, dict[str, int]] = {}
        for owner, look, count in [*self._rows(sql), *((owner, look, 1) for _, owner, look in self._awaiting())]:
            of_owner = found.setdefault(owner, dict.fromkeys(UNDER_WAY, 0))
            of_owner[look] += count
        return found

    def officials(self) -> dict[int, str]:
        """All officials with their names."""
        return dict(self._rows("SELECT id, name FROM official"))

    def of_owners(self, owners: Iterable[int], look: str) -> list[int]:
        """The tasks under way of some officials that are of a class."""
        wanted = set(owners)
        where = f"t.state IN {_OPEN} AND t.owner IN {engine.listed(':some')} AND {_CLASS} = :look"
        found = self._ids(where, "t.due_on", some=_json(wanted), look=look)
        return found + [task for task, owner, its in self._awaiting() if owner in wanted and its == look]

    def _awaiting(self) -> list[tuple[int, int, str]]:
        """(task, owner, class) of what awaits its decision. As for `due_soon`, none of it is due soon any more."""
        where = f"t.state = 'submitted'{self._whose}"
        rows = self._rows(f"SELECT t.id, t.owner, t.due_on, t.submitted_on FROM {self._tasks} WHERE {where}")
        return [(task, owner, self._class_of(due_on, submitted_on)) for task, owner, due_on, submitted_on in rows]

    def _class_of(self, due_on: str | None, submitted_on: str | None) -> str:
        found = classify("submitted", due_on, submitted_on, self._today, lambda _day: "")
        return found.value if found else ""

    # --- overdue ------------------------------------------------------------------------------------------------------

    def _bands(self) -> tuple[int, tuple[int, ...]]:
        """How many are overdue, and how many in each band: by date, but for those that are judged one by one."""
        cuts = [self._back(days) for days in BANDS]
        named = {f"cut{at}": cut.isoformat() for at, cut in enumerate(cuts)}
        sums = ", ".join(f"coalesce(sum(t.due_on >= :{name}), 0)" for name in named)
        where = f"t.state IN {_OPEN} AND t.due_on < :on{self._whose}"
        every, *within = self._rows(f"SELECT count(*), {sums} FROM {self._tasks} WHERE {where}", **named)[0]
        every += len(self._judged) - len(self._resumed)
        for at, (days, cut) in enumerate(zip(BANDS, named.values(), strict=True)):
            within[at] += sum(late.working_days <= days for late in self._judged)
            within[at] -= sum(due_on >= cut for _, _, due_on, _ in self._resumed)
        limits = [0, *within, every]
        return every, tuple(upper - lower for lower, upper in pairwise(limits))

    def _late(self, limit: int) -> list[Late]:
        """The latest tasks, in the order of `tracker.store.by_lateness`; a negative limit is none."""
        parts = " UNION ALL ".join(
            f"SELECT * FROM (SELECT t.due_on, t.id FROM {self._tasks} WHERE t.state = '{state}' AND t.due_on < :on"
            f" AND NOT {_WAS_PAUSED}{self._whose} ORDER BY t.due_on, t.id LIMIT :limit)"
            for state in ("assigned", "declined", "doing", "redo")
        )
        found = [self._by_date(*row) for row in self._rows(parts, limit=limit)] + self._judged
        found.sort(key=lambda late: (-late.days, late.task))
        return found if limit < 0 else found[:limit]

    def _by_date(self, due_on: str, task: int) -> Late:
        due = date.fromisoformat(due_on)
        return Late((self.on - due).days, self.calendar.between(due, self.on), task)

    @cached_property
    def _judged(self) -> list[Late]:
        """The overdue tasks whose days late their deadline alone does not tell: submitted late, or once paused."""
        submitted = [(task, "submitted", due, on) for task, due, on in self._submitted if due < (on or self._today)]
        rows = [*self._resumed, *submitted]
        pauses: dict[int, list[Paused]] = {}
        sql = f"SELECT task, paused_on, resumed_on FROM pause WHERE undone = 0 AND task IN {engine.listed(':tasks')}"
        for task, paused_on, resumed_on in self._rows(sql, tasks=_json(row[0] for row in rows)) if rows else ():
            pauses.setdefault(task, []).append((date.fromisoformat(paused_on), _date(resumed_on)))
        return [
            Late(*lateness(self.calendar, state, _date(due), _date(on), self.on, pauses.get(task, ())), task)
            for task, state, due, on in rows
        ]

    @cached_property
    def _resumed(self) -> list[tuple[int, str, str, None]]:
        """(task, state, deadline, no submission) of what is overdue and was paused at any time."""
        where = f"t.state IN {_OPEN} AND t.due_on < :on AND {_WAS_PAUSED}{self._whose}"
        return self._rows(f"SELECT t.id, t.state, t.due_on, NULL FROM {self._tasks} WHERE {where}")

    @property
    def _today(self) -> str:
        return str(self.parameters["on"])

    @cached_property
    def _submitted(self) -> list[tuple[int, str, str | None]]:
        """(task, deadline, day of the submission) of what awaits its decision and has a deadline."""
        where = f"t.state = 'submitted' AND t.due_on IS NOT NULL{self._whose}"
        return self._rows(f"SELECT t.id, t.due_on, t.submitted_on FROM {self._tasks} WHERE {where}")

    def _worst(self, late: list[Late]) -> Worst | None:
        if not late:
            return None
        worst = max(late, key=lambda each: each.working_days)
        return Worst(self._names([worst.task])[worst.task], worst.working_days)

    # --- due ----------------------------------------------------------------------------------------------------------

    def _due(self) -> tuple[int, int, dict[str, int]]:
        """How many are due soon, how many today, and how many on each day of the strip."""
        sql = (
            f"SELECT t.due_on, count(*) FROM {self._tasks} WHERE t.state IN {_OPEN}"
            f" AND t.due_on BETWEEN :on AND max(:soon, :last){self._whose} GROUP BY 1"
        )
        soon = due_today = 0
        days: dict[str, int] = {}
        for day, count in self._rows(sql):
            if day <= self.parameters["last"]:
                days[day] = count
            if day <= self.parameters["soon"]:
                soon += count
                due_today += count if day == self._today else 0
        return soon, due_today, days

    # --- without a deadline, without news -----------------------------------------------------------------------------

    def _without_deadline(self) -> tuple[int, Worst | None]:
        sql = (
            f"SELECT t.assigned_on, t.id, count(*) OVER () FROM {self._tasks} WHERE {_NO_DEADLINE}{self._whose}"
            " ORDER BY 1, 2 LIMIT 1"
        )
        for assigned_on, task, count in self._rows(sql):
            days = self.calendar.between(date.fromisoformat(assigned_on), self.on)
            return count, Worst(self._names([task])[task], days)
        return 0, None

    def _silent(self) -> str:
        moved = " UNION ALL SELECT task FROM task_move WHERE day BETWEEN :told AND :on"
        return _NOT_UPDATED.format(moved="" if self._tasks == "task t" else moved)

    def _not_updated(self) -> tuple[int, Most | None]:
        sql = f"SELECT t.owner, count(*) FROM {self._tasks} WHERE {self._silent()}{self._whose} GROUP BY 1"
        found = self._rows(sql)
        if not found:
            return 0, None
        owner, count = min(found, key=lambda each: (-each[1], each[0]))
        name = self._rows("SELECT name FROM official WHERE id = :official", official=owner)[0][0]
        return sum(each for _, each in found), Most(name, count)

    # --- what is to be dealt with -------------------------------------------------------------------------------------

    def _urgent(self, late: list[Late], rows: int) -> list[Urgent]:
        days = {each.task: each.working_days for each in late}
        tasks = list(days)
        if len(tasks) < rows:
            tasks += self.due_soon()[: rows - len(tasks)]
        sql = (
            f"SELECT t.id, x.title, o.name, t.due_on, t.state FROM {self._tasks} JOIN task x ON x.id = t.id"
            f" JOIN official o ON o.id = t.owner WHERE t.id IN {engine.listed(':tasks')}"
        )
        found = {row[0]: row for row in self._rows(sql, tasks=_json(tasks))}
        return [Urgent._make((*found[task], days.get(task))) for task in tasks]

    # --- reading ------------------------------------------------------------------------------------------------------

    def _back(self, working_days: int) -> date:
        """The first day that lies no more than so many working days back."""
        day = self.on
        while self.calendar.between(day - timedelta(1), self.on) <= working_days:
            day -= timedelta(1)
        return day

    def _names(self, tasks: list[int]) -> dict[int, str]:
        """Whose some tasks are."""
        where = f"t.id IN {engine.listed(':tasks')}"
        sql = f"SELECT t.id, o.name FROM {self._tasks} JOIN official o ON o.id = t.owner WHERE {where}"
        return dict(self._rows(sql, tasks=_json(tasks)))

    def _ids(self, where: str, order: str, **more: Any) -> list[int]:
        sql = f"SELECT t.id FROM {self._tasks} WHERE {where}{self._whose} ORDER BY {order}, t.id"
        return [task for (task,) in self._rows(sql, **more)]

    def _rows(self, sql: str, **more: Any) -> list[Any]:
        return self.store.rows(sql, self.parameters | more)


def sample_day(store: Store) -> date | None:
    """The day of a sample office; None in a real one (as `store.settings` tells it)."""
    found = store.rows("SELECT value FROM setting WHERE id = 'sample_day' AND undone = 0 AND value <> ''")
    return date.fromisoformat(found[0][0]) if found else None


def any_task(store: Store) -> bool:
    """Whether the office has any task at all."""
    return bool(store.rows("SELECT 1 FROM task LIMIT 1"))


def looker(store: Store, code: str, on: date) -> Looker | None:
    """Who looks at the facts of a day; None where nobody has that code."""
    sql = "SELECT id, name FROM official WHERE code = ? COLLATE NOCASE AND undone = 0"
    for official, name in store.rows(sql, (code,)):
        led = store.rows(_LED, {"official": official, "on": on.isoformat()})
        unit = led[0][0] if led else None
        return Looker(official, name, bool(led), None if unit == _root(store) else unit)
    return None


_LED = """SELECT unit FROM (
  SELECT unit, 1 - main AS later, id FROM appointment WHERE official = :official AND undone = 0
    AND standing IN ('head', 'deputy') AND coalesce(starts_on, '') <= :on AND coalesce(ends_on, :on) >= :on
  UNION ALL SELECT unit, 2, id FROM right_granted WHERE official = :official AND undone = 0 AND revoked = 0
    AND right_name = 'clerk') led ORDER BY later, id LIMIT 1"""


def _root(store: Store) -> int | None:
    found = store.rows("SELECT id FROM unit WHERE undone = 0 ORDER BY id LIMIT 1")
    return found[0][0] if found else None


def unit_name(store: Store, unit: int | None) -> str:
    """What a unit is called; without one the office, which the tree of units began with; "" while there is none."""
    found = store.rows(
        "SELECT name FROM unit WHERE undone = 0 AND :unit IN (id, 0) ORDER BY id LIMIT 1", {"unit": unit or 0}
    )
    return found[0][0] if found else ""


def _date(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _json(numbers: Iterable[int]) -> str:
    return f"[{', '.join(map(str, numbers))}]"


def _settings(store: Store) -> dict[str, int]:
    stored = store.rows("SELECT id, value FROM setting WHERE undone = 0")
    return SETTINGS | {name: int(value) for name, value in stored if name in SETTINGS}
