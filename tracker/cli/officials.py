"""`official list`, `show`, `grant`, `revoke`: people with their appointments and open tasks, and rights by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.cli.options import Command, Given, Option
from tracker.cli.said import SAID, said

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.cli.session import Session
    from tracker.domain.officials import Appointment, Official, OfficialId, Right
    from tracker.domain.tasks import Task

RIGHTS = ("clerk", "inspector", "administrator")


class _People:
    """The officials of the office with what belongs to them, read once."""

    def __init__(self, session: Session) -> None:
        from tracker.store import officials, units

        self.session = session
        self.every = officials.every(session.store)
        self.units = {unit.id: unit for unit in units.every(session.store)}
        self.posts: dict[OfficialId, list[Appointment]] = {}
        for post in officials.appointments(session.store):
            self.posts.setdefault(post.official, []).append(post)
        self.grants = officials.grants(session.store)

    def inside(self, code: str) -> list[Official]:
        """The officials who belong today to the unit with that code or to one below it."""
        from tracker.domain.officials import main_unit_on
        from tracker.store import units

        store, today = self.session.store, self.session.today
        below = units.subtree(store, units.by_code(store, code).id, today)
        return [each for each in self.every if main_unit_on(self.posts.get(each.id, []), today) in below]

    def post(self, official: Official) -> Appointment | None:
        """The main appointment that holds today, else the last one."""
        posts = sorted((post for post in self.posts.get(official.id, []) if post.main), key=_start)
        begun = [post for post in posts if post.starts_on is None or post.starts_on <= self.session.today]
        found = begun or posts[:1] or self.posts.get(official.id, [])
        return found[-1] if found else None

    def unit(self, post: Appointment | None) -> str | None:
        """Code of an appointment's unit."""
        return self.units[post.unit].code if post else None

    def rights(self, official: Official) -> list[tuple[Right, str | None]]:
        """The rights granted by name, each with the code of the unit it is for."""
        found = [grant for grant in self.grants if grant.official == official.id]
        return [(grant.right_name, self.units[grant.unit].code if grant.unit is not None else None) for grant in found]


def _start(post: Appointment) -> tuple[str, int]:
    return (post.starts_on.isoformat() if post.starts_on else "", post.id)


def list_(session: Session, given: Given) -> None:
    """Print the officials in Vietnamese order of their names."""
    from tracker.cli import tables
    from tracker.store import tasks

    people = _People(session)
    found = people.inside(given.unit) if given.unit else people.every
    opened = [(official, tasks.open_of(session.store, official.id)) for official in found]
    if given.json:
        tables.show_json([_json(people, official, open_) for official, open_ in opened])
        return
    headings = ("Code", "Name", "Title", "Unit", "Standing", "Rights", "Open tasks")
    rows = (_row(people, official, open_) for official, open_ in opened)
    tables.show([session.text(heading) for heading in headings], rows, give=2)


def _row(people: _People, official: Official, open_: list[Task]) -> tuple[str, ...]:
    post = people.post(official)
    return (
        official.code,
        official.name,
        post.title if post else "",
        people.unit(post) or "",
        people.session.term(post.standing if post else None),
        _rights(people, official),
        str(len(open_)),
    )


def _rights(people: _People, official: Official) -> str:
    words = [(people.session.term(right), unit) for right, unit in people.rights(official)]
    return ", ".join(f"{word} ({unit})" if unit else word for word, unit in words)


def show(session: Session, given: Given) -> None:
    """Print one official with appointments and open tasks; without a code the officials of a unit, or all."""
    from tracker.cli import tables
    from tracker.store import officials, tasks

    people = _People(session)
    if given.code:
        found = [officials.by_code(session.store, given.code)]
    else:
        found = people.inside(given.unit) if given.unit else people.every
    opened = [(official, tasks.open_of(session.store, official.id)) for official in found]
    if given.json:
        shown = [_json(people, official, open_) for official, open_ in opened]
        tables.show_json(shown[0] if given.code else shown)
        return
    for number, (official, open_) in enumerate(opened):
        if number:
            session.print()
        _print(people, official, open_)


def _print(people: _People, official: Official, open_: list[Task]) -> None:
    from tracker.cli import tables

    session = people.session
    post = people.post(official)
    tables.show_facts(
        [
            (session.text("Code"), official.code),
            (session.text("Name"), official.name),
            (session.text("Title"), post.title if post else ""),
            (session.text("Unit"), people.unit(post) or ""),
            (session.text("Standing"), session.term(post.standing if post else None)),
            (session.text("Rights"), _rights(people, official)),
        ]
    )
    session.say("Appointments:")
    for each in people.posts.get(official.id, []):
        span = [session.day(each.starts_on) or "…", session.day(each.ends_on) or "…"]
        session.print(f"  {people.unit(each)}  {each.title}  {' – '.join(span)}")
    session.say("Open tasks: {count}", count=len(open_))
    for task in open_:
        due = session.day(task.due_on) or session.text("no deadline")
        session.print(f"  {task.number}  {task.title}  {due}  {session.term(task.state)}")


def _json(people: _People, official: Official, open_: list[Task]) -> dict[str, object]:
    post = people.post(official)
    rights = people.rights(official)
    return {
        "code": official.code,
        "name": official.name,
        "unit": people.unit(post),
        "title": post.title if post else None,
        "standing": post.standing.value if post else None,
        "rights": [right.value for right, _ in rights],
        "grants": [{"right": right.value, "unit": unit} for right, unit in rights],
        "appointments": [
            {
                "unit": people.unit(each),
                "title": each.title,
                "from": _iso(each.starts_on),
                "to": _iso(each.ends_on),
                "main": each.main,
                "standing": each.standing.value,
            }
            for each in people.posts.get(official.id, [])
        ],
        "open_tasks": [task.number for task in open_],
    }


def _iso(day_: date | None) -> str | None:
    return day_.isoformat() if day_ else None


def grant(session: Session, given: Given) -> None:
    """Grant a right by name."""
    from tracker.actions import rights

    _right(session, given, rights.grant)
    session.say("Granted to {name}: {right}.", name=_name(session, given), right=_word(session, given))


def revoke(session: Session, given: Given) -> None:
    """Revoke a right."""
    from tracker.actions import rights

    _right(session, given, rights.revoke)
    session.say("Revoked from {name}: {right}.", name=_name(session, given), right=_word(session, given))


def _right(session: Session, given: Given, action: Callable[..., Any]) -> None:
    from tracker.domain.officials import Right
    from tracker.store import officials, units

    official = officials.by_code(session.store, given.code).id
    unit = units.by_code(session.store, given.unit).id if given.unit else None
    action(session.store, session.actor, official, Right(given.right), unit, **said(given))


def _name(session: Session, given: Given) -> str:
    from tracker.store import officials

    return officials.by_code(session.store, given.code).name


def _word(session: Session, given: Given) -> str:
    from tracker.domain.officials import Right

    return session.term(Right(given.right))


_UNIT = Option("--unit", "Only this unit and those below it", value="CODE")
_JSON = Option("--json", "As JSON", flag=True)
_WHOM = (
    Option("CODE", "Code of the official", required=True),
    Option("RIGHT", "The right", choices=RIGHTS, required=True),
    Option("--unit", "The unit (with those below it) that the right is for", value="CODE"),
)

COMMANDS = (
    Command("official list", "The officials, in order of their names", list_, _UNIT, _JSON),
    Command(
        "official show",
        "An official with appointments and open tasks",
        show,
        Option("CODE", "Code of the official"),
        _UNIT,
        _JSON,
        exclusive=("CODE --unit",),
    ),
    Command("official grant", "Grant a right by name", grant, *_WHOM, *SAID),
    Command("official revoke", "Revoke a right", revoke, *_WHOM, *SAID),
)
