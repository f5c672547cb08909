"""`init`, `backup`, `restore`: the data folder as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.cli.options import Command, Given, Option, line, long_text, path
from tracker.domain.errors import Damaged, Expected, Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.cli.session import Session
    from tracker.domain.officials import Actor
    from tracker.store import Store
    from tracker.store.backup import Content


def init(session: Session, given: Given) -> None:
    """Make an empty office: its unit, its head, and the working calendar that ships with the program."""
    from tracker.actions import office
    from tracker.store.folder import create_folder

    store = create_folder(session.data)
    session.use(store)
    facts = given.only(
        "code", "name", "place", "superior", "head_code", "head_name", "head_title", "symbol", "short_name"
    )
    try:
        office.found_office(store, founder(session), **facts)
    except Expected:
        session.close()
        store.path.unlink(missing_ok=True)  # nothing was recorded in it: the next try finds no half office
        raise
    session.say("The office {name} is set up in {path}.", name=given.name, path=str(session.data))


def founder(session: Session) -> Actor:
    """Who sets up an office: the head who is made by it (its first official)."""
    from tracker.domain.officials import OfficialId
    from tracker.machine import actor_on

    return actor_on(OfficialId(1), session.today)


def backup(session: Session, given: Given) -> None:
    """Write a verified copy of everything into one file."""
    from tracker.store.backup import backup as write

    if given.file.exists() and not given.replace:
        raise Refused("backup.exists", field="file", path=str(given.file))
    content = session.progress("Writing the backup", lambda _: write(session.store, given.file))
    _describe(session, content)
    session.say("Backup written and verified: {path}", path=str(given.file))


def restore(session: Session, given: Given) -> None:
    """Show what a backup holds, verify it, keep the present data aside and put the backup in its place."""
    from tracker.store.backup import look_into
    from tracker.store.backup import restore as put_back

    content = session.progress("Verifying the backup", lambda _: look_into(given.file))
    _describe(session, content)
    if given.look:
        return
    actor = _restorer(session)
    session.close()
    aside = put_back(given.file, session.data, actor, given.reason)
    if aside:
        session.say("The data that was here is kept in {path}.", path=str(aside))
    session.say("Restored into {path}.", path=str(session.data))


def _restorer(session: Session) -> Callable[[Store], Actor]:
    """Who restores: whoever may change settings here, as the backup's office knows them; its head where it does not.

    Where there is no office here, or none that can be read, anybody may.
    """
    from tracker.machine import actor_on
    from tracker.store import officials

    code = _permitted(session)

    def found(restored: Store) -> Actor:
        known = code is not None and any(each.code == code for each in officials.every(restored))
        return actor_on(session.official_in(restored, code if known else None).id, session.today_in(restored))

    return found


def _permitted(session: Session) -> str | None:
    """Code of the one who acts here and may restore; None where there is no office here or none that can be read.

    Raises Refused "rights.settings".
    """
    from tracker.actions import office
    from tracker.store import officials

    try:
        office.require_settings(session.store, session.actor)
        return officials.get(session.store, session.actor.official).code
    except Damaged as damaged:
        session.note(session.words.sentence(damaged))
    except Refused as refused:
        if refused.code != "store.missing":
            raise
    return None


def _describe(session: Session, content: Content) -> None:
    from tracker.cli.journal import local_time

    facts: list[tuple[str, Any]] = [
        ("Office", content.office),
        ("Tasks", content.tasks),
        ("Officials", content.officials),
        ("Evidence files", content.files),
        ("Journal entries", content.entries),
        ("Last entry", local_time(session, content.last_at) if content.last_at else ""),
        ("Its hash", content.head),
    ]
    from tracker.cli.tables import show_facts

    show_facts([(session.text(name), str(value)) for name, value in facts])


COMMANDS = (
    Command(
        "init",
        "Set up an empty office",
        init,
        Option("--code", "Short code of the office", required=True, value="CODE"),
        Option("--name", "Full name of the office", required=True, value="NAME"),
        Option("--place", "Place name before the date of a document (địa danh)", required=True, value="PLACE"),
        Option("--superior", "The body above it, first line of the letterhead", required=True, value="NAME"),
        Option("--head-code", "Code of its head", required=True, value="CODE"),
        Option("--head-name", "Full name of its head", required=True, value="NAME"),
        Option("--head-title", "Title of its head", required=True, value="TITLE"),
        Option("--symbol", "Letters in its document numbers, if not the code", line),
    ),
    Command(
        "backup",
        "Write everything into one verified file",
        backup,
        Option("FILE", "The file to write", path, required=True),
        Option("--replace", "Replace a file of that name", flag=True),
    ),
    Command(
        "restore",
        "Put a backup in the place of the present data, which is kept aside",
        restore,
        Option("FILE", "The backup", path, required=True),
        Option("--look", "Only verify it and show what is inside", flag=True),
        Option("--reason", "Why it is restored", long_text),
    ),
)
