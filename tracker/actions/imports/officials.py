"""The list of officials of a book, one row for each post. Imports domain and store.

An official is known by the code, a post by its unit and first day. A post of which the book now gives the first day
takes it in place of "from always"; a post in another unit, told alone and with its first day, ends the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from tracker.actions.imports.outcome import Effect, Faults, Imported, Tally, run
from tracker.actions.imports.posts import employment, is_deputy, is_heads, matched, overlap, raised_to_head
from tracker.actions.imports.unit_names import UnitNames, called
from tracker.domain.names import split_name
from tracker.domain.officials import Appointment, AppointmentId, Official, OfficialId, Standing
from tracker.domain.text import fold
from tracker.domain.units import Unit, UnitId
from tracker.store import bulk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tracker.domain.book import OfficialRow, Sheet
    from tracker.domain.officials import Actor
    from tracker.store import Change, Store


def import_officials(
    store: Store, actor: Actor, sheet: Sheet[OfficialRow], *, file: str, dry_run: bool = False
) -> Imported:
    """Import a list of officials: all or nothing, as one action. Raises NotImported, Refused "rights.people"."""

    def work(change: Change, faults: Faults[OfficialRow]) -> Callable[[], Tally]:
        return _Officials(store, change, actor, faults).planned(sheet)

    return run(store, actor, sheet, file, work, dry_run=dry_run)


class _Post(NamedTuple):
    """What one row comes to."""

    row: OfficialRow
    before: Appointment | None
    after: Appointment


class _Person(NamedTuple):
    row: int
    """The first row that tells of the official."""
    before: Official | None
    after: Official
    posts: list[_Post]
    ended: list[Appointment]
    """Posts that end because the official moved."""


class _Officials:
    def __init__(self, store: Store, change: Change, actor: Actor, faults: Faults[OfficialRow]) -> None:
        self._change = change
        self._today = actor.today
        self._faults = faults
        self._officials = {each.code.casefold(): each for each in bulk.everything(store, Official)}
        self._held: dict[OfficialId, list[Appointment]] = {}
        for post in bulk.everything(store, Appointment):
            if not post.undone:
                self._held.setdefault(post.official, []).append(post)
        units = [unit for unit in bulk.everything(store, Unit) if not unit.undone]
        self._units = {unit.id: unit for unit in units}
        self._unit_names = UnitNames(units)

    def planned(self, sheet: Sheet[OfficialRow]) -> Callable[[], Tally]:
        """Check every row; what comes back saves them."""
        rows: dict[str, list[OfficialRow]] = {}
        for row in sheet.rows:
            if row.code and row.name:
                rows.setdefault(row.code.casefold(), []).append(row)
        people = [self._person(of_one) for of_one in rows.values()]
        self._heads_by_title(people)
        self._one_head_each(people)
        return lambda: self._saved(people)

    # --- the person ---

    def _person(self, rows: list[OfficialRow]) -> _Person:
        before = self._officials.get(rows[0].code.casefold())
        official = self._named(rows[0], before)
        wanted = [(row, self._unit(row)) for row in rows]
        known = [(row, unit) for row, unit in wanted if unit is not None]
        held = self._held.get(official.id, []) if before and not before.undone else []
        pairs = matched(known, held)
        moving = any(post.main and post.valid_on(self._today) for post in held) and not any(pairs)
        posts: list[_Post] = []
        for (row, unit), post in zip(known, pairs, strict=True):
            if moving and row.starts_on is None and row.main is not False:
                self._faults.error(row, "starts_on", "import.move_needs_day", official=official.code, name=row.name)
            posts.append(self._post(row, unit, official, post, posts))
        return _Person(rows[0].row, before, official, posts, self._ended(posts, held) if moving else [])

    def _named(self, row: OfficialRow, before: Official | None) -> Official:
        family, given = split_name(row.name)
        if row.given_name and row.name.endswith(row.given_name):
            family, given = row.name.removesuffix(row.given_name).strip(), row.given_name
        if before is None:
            id_ = OfficialId(self._change.new_id(Official))
            return Official(id=id_, code=row.code, name=row.name, family_name=family, given_name=given)
        if before.undone:
            return replace(before, name=row.name, family_name=family, given_name=given, undone=False)
        if before.name == row.name and not row.given_name:
            return before  # the split may have been moved by hand
        if fold(before.name) != fold(row.name):
            self._faults.warn(
                row, "name", "import.other_name", value=row.name, before=before.name, official=before.code
            )
        return replace(before, name=row.name, family_name=family, given_name=given)

    def _unit(self, row: OfficialRow) -> UnitId | None:
        """The unit of a post, called by its code or its name. An office of one unit needs no column for it."""
        if row.unit is None:
            return next(iter(self._units)) if len(self._units) == 1 and row.title else None
        found = self._unit_names.find(row.unit)
        if len(found) > 1:
            self._faults.error(row, "unit", "import.unit_ambiguous", value=row.unit, units=called(found))
        elif not found:
            self._faults.error(row, "unit", "import.unit_unknown", value=row.unit)
        return found[0].id if len(found) == 1 else None

    # --- the post ---

    def _post(
        self,
        row: OfficialRow,
        unit: UnitId,
        official: Official,
        before: Appointment | None,
        others: Sequence[_Post],
    ) -> _Post:
        post = before or self._new_post(row, unit, official, others)
        said = {name: value for name in _FIELDS if (value := getattr(row, name)) is not None}
        if row.title:
            said["title"] = row.title
        after: Appointment = replace(post, **said)
        after = self._standing(row, after, official, new=before is None)
        if after.starts_on and after.ends_on and after.ends_on < after.starts_on:
            self._faults.error(row, "ends_on", "import.ends_before_start", first=after.starts_on, last=after.ends_on)
        return _Post(row, before, after)

    def _new_post(self, row: OfficialRow, unit: UnitId, official: Official, others: Sequence[_Post]) -> Appointment:
        """A post that was not known. It is the main one where no other one of the book holds at its start."""
        begins = row.starts_on or date.min
        beside = [post.after for post in others]
        return Appointment(
            id=AppointmentId(self._change.new_id(Appointment)),
            official=official.id,
            unit=unit,
            title=row.title,
            employment=employment(row.title),
            main=not any(post.main and post.valid_on(begins) for post in beside),
        )

    def _standing(self, row: OfficialRow, post: Appointment, official: Official, *, new: bool) -> Appointment:
        """Head from the unit that awaits this person, deputy from a title that begins "Phó", where the book has no
        column for it.
        """
        standing = row.standing
        if standing is None and self._awaited(post.unit, official) and post.valid_on(self._today):
            standing = Standing.HEAD
        if standing is None and is_deputy(post.title):
            standing = Standing.DEPUTY
        if standing is None:
            was_deputy = post.standing is Standing.DEPUTY
            standing = Standing.MEMBER if new or was_deputy else post.standing
        if standing is post.standing and not new:
            return post
        leader = row.leader if row.leader is not None else standing is not Standing.MEMBER
        return replace(post, standing=standing, leader=leader)

    def _awaited(self, unit: UnitId, official: Official) -> bool:
        text = self._units[unit].awaited_head
        return text is not None and (text.casefold() == official.code.casefold() or fold(text) == fold(official.name))

    def _ended(self, posts: Sequence[_Post], held: Sequence[Appointment]) -> list[Appointment]:
        """Main posts that the book no longer tells of, beside a new main one that begins later: the official moved."""
        begun = [(post.after.starts_on, post.row) for post in posts if post.after.main and post.after.starts_on]
        if not begun:
            return []
        first, row = min(begun, key=lambda pair: pair[0])
        last = first - timedelta(days=1)
        ended = [post for post in held if post.main and post.valid_on(last) and post.ends_on != last]
        for post in ended:
            unit = self._units[post.unit].name
            self._faults.warn(row, "unit", "import.moved", name=row.name, unit=unit, last=last, first=first)
        return [replace(post, ends_on=last) for post in ended]

    # --- all of them ---

    def _heads_by_title(self, people: Iterable[_Person]) -> None:
        """In a unit whose head no list names, the only new post with a head's title is taken for it, and told of."""
        headed = {unit.id for unit in self._units.values() if unit.awaited_head is not None}
        headed |= {post.unit for held in self._held.values() for post in held if post.standing is Standing.HEAD}
        found: dict[UnitId, list[tuple[list[_Post], int]]] = {}
        for person in people:
            for at, post in enumerate(person.posts):
                if post.after.standing is Standing.HEAD:
                    headed.add(post.after.unit)
                elif post.before is None and post.row.standing is None and is_heads(post.after.title):
                    found.setdefault(post.after.unit, []).append((person.posts, at))
        for unit, alike in found.items():
            if unit not in headed and len(alike) == 1:
                posts, at = alike[0]
                row = posts[at].row
                posts[at] = posts[at]._replace(after=raised_to_head(posts[at].after))
                self._faults.warn(row, "title", "import.head_by_title", name=row.name, unit=self._units[unit].name)

    def _one_head_each(self, people: Iterable[_Person]) -> None:
        """A unit has one head on a day."""
        heads: dict[UnitId, list[tuple[Appointment, OfficialRow | None]]] = {}
        names = {each.id: each for each in self._officials.values()}
        changed: dict[AppointmentId, tuple[Appointment, OfficialRow | None]] = {}
        for person in people:
            names[person.after.id] = person.after
            changed |= {each.after.id: (each.after, each.row) for each in person.posts}
            changed |= {post.id: (post, None) for post in person.ended}
        for post in (post for posts in self._held.values() for post in posts):
            changed.setdefault(post.id, (post, None))
        for post, row in changed.values():
            if post.standing is Standing.HEAD:
                self._beside(heads.setdefault(post.unit, []), post, row, names)

    def _beside(
        self,
        heads: list[tuple[Appointment, OfficialRow | None]],
        post: Appointment,
        row: OfficialRow | None,
        names: dict[OfficialId, Official],
    ) -> None:
        for other, told in heads:
            at = row or told
            if at is not None and other.official != post.official and overlap(other, post):
                head = names[other.official if row else post.official]
                unit = self._units[post.unit].name
                self._faults.error(at, "title", "import.second_head", unit=unit, head=f"{head.code} {head.name}")
        heads.append((post, row))

    def _saved(self, people: Iterable[_Person]) -> Tally:
        tally = Tally()
        for person in people:
            new = person.before is None or person.before.undone
            changed = self._change.save(person.after) != person.before
            for ended in person.ended:
                self._change.save(ended)
            for post in person.posts:
                saved = self._change.save(post.after)
                effect = Effect(post.row.row, new or post.before is None)
                tally.count(effect, changed=changed or saved != post.before)
                new = changed = False
            if not person.posts:
                tally.count(Effect(person.row, new), changed=changed)
        self._arrived(people)
        return tally

    def _arrived(self, people: Iterable[_Person]) -> None:
        """The heads that units awaited are there."""
        for person in people:
            for post in person.posts:
                unit = self._units[post.after.unit]
                if post.after.standing is Standing.HEAD and self._awaited(unit.id, person.after):
                    self._units[unit.id] = self._change.save(replace(unit, awaited_head=None))


_FIELDS = ("leader", "employment", "field", "main", "starts_on", "ends_on", "decision_number", "decision_on")
"""What a row says of a post as it stands in the appointment's record."""
