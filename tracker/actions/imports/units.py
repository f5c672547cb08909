"""The list of units of a book. Imports domain and store.

A unit is known by its code; what the book says takes the place of what stood, what it leaves open stays. A head who
comes with the officials' list later is awaited until then.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tracker.actions.imports.outcome import Effect, Faults, Imported, Tally, run
from tracker.actions.imports.people import People
from tracker.actions.imports.posts import raised_to_head, standing_head
from tracker.actions.imports.unit_names import UnitNames, called
from tracker.domain.officials import Appointment, Official
from tracker.domain.unit_kinds import kind_of
from tracker.domain.units import Unit, UnitId
from tracker.store import bulk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tracker.domain.book import Sheet, UnitRow
    from tracker.domain.officials import Actor
    from tracker.store import Change, Store


def import_units(store: Store, actor: Actor, sheet: Sheet[UnitRow], *, file: str, dry_run: bool = False) -> Imported:
    """Import a list of units: all or nothing, as one action. Raises NotImported, Refused "rights.people"."""

    def work(change: Change, faults: Faults[UnitRow]) -> Callable[[], Tally]:
        return _Units(store, change, actor, faults).planned(sheet)

    return run(store, actor, sheet, file, work, dry_run=dry_run)


class _Planned(NamedTuple):
    row: UnitRow
    before: Unit | None
    after: Unit
    post: Appointment | None
    """The post that makes its holder head of the unit, where the book names a head who is known."""


class _Units:
    def __init__(self, store: Store, change: Change, actor: Actor, faults: Faults[UnitRow]) -> None:
        self._change = change
        self._today = actor.today
        self._faults = faults
        self._units = {unit.code.casefold(): unit for unit in bulk.everything(store, Unit)}
        self._posts = [post for post in bulk.everything(store, Appointment) if not post.undone]
        self._people = People(each for each in bulk.everything(store, Official) if not each.undone)
        self._names = UnitNames(())

    def planned(self, sheet: Sheet[UnitRow]) -> Callable[[], Tally]:
        """Check every row; what comes back saves them."""
        rows = [row for row in sheet.rows if row.code and row.name]
        known = dict(self._units)
        drafts = {row.code.casefold(): self._drafted(row) for row in rows}
        self._units.update(drafts)
        self._names = UnitNames(unit for unit in self._units.values() if not unit.undone)
        plans = [self._linked(row, known.get(row.code.casefold()), drafts[row.code.casefold()]) for row in rows]
        self._no_circle(plans)
        return lambda: self._saved(plans)

    def _drafted(self, row: UnitRow) -> Unit:
        """The unit without what needs the other rows: what is above it, behind it, and its head."""
        before = self._units.get(row.code.casefold())
        if before is None:
            before = Unit(id=UnitId(self._change.new_id(Unit)), code=row.code, name=row.name, kind=kind_of(row.name))
        elif before.undone:
            before = Unit(id=before.id, code=row.code, name=row.name, kind=kind_of(row.name), version=before.version)
        said = {name: value for name in _FIELDS if (value := getattr(row, name)) is not None}
        return replace(before, **said)

    def _linked(self, row: UnitRow, before: Unit | None, unit: Unit) -> _Planned:
        parent = self._other(row, "parent", row.parent)
        successor = self._other(row, "successor", row.successor)
        if parent == unit.id:
            self._faults.error(row, "parent", "import.unit_above_itself", value=row.parent)
        unit = replace(unit, parent=parent or unit.parent, successor=successor or unit.successor)
        if row.head is None:
            return _Planned(row, before, unit, None)
        post, awaited = self._head(row, unit)
        return _Planned(row, before, replace(unit, awaited_head=awaited), post)

    def _other(self, row: UnitRow, field: str, text: str | None) -> UnitId | None:
        """Another unit, called by its code or its name."""
        if text is None:
            return None
        found = self._names.find(text)
        if len(found) > 1:
            self._faults.error(row, field, "import.unit_ambiguous", value=text, units=called(found))
        elif not found:
            self._faults.error(row, field, "import.unit_unknown", value=text)
        return found[0].id if len(found) == 1 else None

    def _head(self, row: UnitRow, unit: Unit) -> tuple[Appointment | None, str | None]:
        """The head's post where the head holds one in the unit; else the name that is awaited."""
        assert row.head is not None
        found = self._people.find(row.head)
        mine = [post for post in self._posts if post.unit == unit.id]
        head = standing_head(mine, self._today)
        if head and found.official == head.official:
            return None, None
        if head:
            self._faults.warn(row, "head", "import.other_head", value=row.head, unit=unit.name)
            return None, row.head
        if found.code == "import.person_ambiguous":
            self._faults.error(row, "head", found.code, **found.parameters)
        held = [post for post in mine if post.official == found.official and post.valid_on(self._today)]
        if held:
            return raised_to_head(held[-1]), None
        self._faults.warn(row, "head", "import.head_awaited", value=row.head, unit=unit.name)
        return None, row.head

    def _no_circle(self, plans: Iterable[_Planned]) -> None:
        above = {unit.id: unit.parent for unit in self._units.values() if not unit.undone}
        above |= {plan.after.id: plan.after.parent for plan in plans}
        for plan in plans:
            seen, unit = {plan.after.id}, plan.after.parent
            while unit is not None and unit not in seen:
                seen.add(unit)
                unit = above.get(unit)
            if unit == plan.after.id and plan.after.parent != unit:
                self._faults.error(plan.row, "parent", "import.unit_circle", value=plan.row.parent, unit=plan.row.name)

    def _saved(self, plans: list[_Planned]) -> Tally:
        tally = Tally()
        for plan in plans:
            new = plan.before is None or plan.before.undone
            saved = self._change.save(plan.after)
            if plan.post:
                self._change.save(plan.post)
            tally.count(Effect(plan.row.row, new), changed=saved != plan.before or plan.post is not None)
        return tally


_FIELDS = (
    "name",
    "short_name",
    "superior",
    "kind",
    "symbol",
    "issuing_name",
    "place",
    "valid_from",
    "valid_to",
)
"""What a row says of a unit as it stands in the unit's record."""
