"""`report`: what leaves the office on paper. One command for each kind, with the options that kind takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.options import Command, Given, Option, path, period
from tracker.domain.errors import Refused
from tracker.papers.asked import Asked, Choice
from tracker.papers.kinds import KINDS
from tracker.papers.made import Format
from tracker.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.cli.session import Session
    from tracker.papers.kind import Kind


def list_(session: Session, _given: Given) -> None:
    """Print the kinds of reports that there are."""
    from tracker.cli import tables

    tables.show_facts((key, kind.line(session.words)) for key, kind in KINDS.items())


def report(kind: str) -> Callable[[Session, Given], int | None]:
    """The command that draws a report of a kind and prints the paths of what it wrote."""

    def run(session: Session, given: Given) -> int | None:
        asked = asked_for(session, KINDS[kind], given)
        forms = (Format.PDF, *(form for form in (Format.WORD, Format.EXCEL) if getattr(given, form)))
        if getattr(given, "all", False):
            return _draw_all(session, asked, given.out, forms)
        for written in draw(session, asked, given.out, forms):
            session.print(str(written))
        return None

    return run


def draw(session: Session, asked: Asked, out: Path, forms: tuple[Format, ...] = (Format.PDF,)) -> list[Path]:
    """Draw a report into the file that was named; in a folder that was named into one called by the rule.

    All of its formats are drawn before any of them is written.
    """
    from tracker import files
    from tracker.papers.making import bytes_of, named

    drawn = KINDS[asked.kind].draw(session.store, asked, session.today, session.actor)
    target = out / drawn.name if out.is_dir() or out.suffix.lower() != ".pdf" else out
    data = {form: bytes_of(drawn.document, form, boxed=asked.boxed) for form in forms}
    return [files.write(content, target.with_name(named(target.name, form))) for form, content in data.items()]


def _draw_all(session: Session, asked: Asked, out: Path, forms: tuple[Format, ...]) -> int | None:
    """One file each; of whom there is none, why. Refused where there is none at all."""
    from tracker import files
    from tracker.papers.making import make_all, placed

    if out.suffix.lower() == ".pdf":
        raise Refused("report.no_folder", field="out", path=str(out))
    with files.scratch_folder(out) as scratch:
        made = session.progress(
            "Making the reports",
            lambda progress: make_all(session.store, asked, session.today, session.actor, scratch, progress, forms),
        )
        filed = placed(made, scratch, out.joinpath)
    for each in filed:
        if each.error is None:
            session.print(str(out / each.name))
        else:
            session.note(f"{each.whose}: {session.words.sentence(each.error)}")
    return None if any(each.error is None for each in filed) else 1


def asked_for(session: Session, kind: Kind, given: Given) -> Asked:
    """What the line chose for a report of a kind."""
    from tracker.cli.said import person
    from tracker.store import tasks, units

    of, store = kind.choices, session.store
    return Asked(
        kind.key,
        unit=units.by_code(store, given.unit).id if Choice.UNIT in of and given.unit is not None else None,
        period=given.period if Choice.PERIOD in of else None,
        official=person(store, given.official, "official")
        if Choice.OFFICIAL in of and given.official is not None
        else None,
        task=tasks.by_number(store, given.task).id if Choice.TASK in of and given.task is not None else None,
        signer=person(store, given.signer, "signer") if given.signer is not None else None,
        without=getattr(given, "without", ()),
        texts=tuple(_typed(kind, each) for each in getattr(given, "text", ())),
        boxed=given.boxed,
    )


def _typed(kind: Kind, named: str) -> tuple[str, str]:
    """PART=FILE: the part, and what the file says. Raises Refused for another part, and for a file that is no text."""
    part, _, file = named.partition("=")
    if not file or part not in {each.key for each in kind.typed}:
        known = [f"{each.key}=FILE" for each in kind.typed]
        raise Refused("report.no_typed_part", field="text", part=named, known=known)
    try:
        return part, Path(file).read_text(encoding="utf-8-sig").strip()
    except OSError as error:
        raise Refused("report.text_unreadable", field="text", path=file, detail=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise Refused("report.text_not_unicode", field="text", path=file) from error


def options_of(kind: Kind) -> Iterator[Option]:
    """What a report of a kind takes."""
    for choice in kind.choices:
        required = choice in kind.needs
        match choice:
            case Choice.UNIT:
                yield Option("--unit", "The unit, with those below it", required=required, value="CODE")
            case Choice.PERIOD:
                told = "2026-Q3, 2026-09, 2026 or 2026-07-01..2026-09-30"
                yield Option("--period", told, period, required=required, value="PERIOD")
            case Choice.OFFICIAL:
                yield Option("--official", "The official", required=required, value="CODE")
            case Choice.TASK:
                yield Option("--task", "The task", required=required, value="NUMBER")
    yield Option("--out", "The file to write, or the folder to write it to", path, required=True, value="FILE.pdf|DIR")
    yield Option("--signer", "Who signs, if not the head", value="CODE")
    if kind.parts:
        keys = [part.key for part in kind.parts]
        yield Option("--without", "A part to leave out", choices=keys, many=True)
    if kind.typed:
        yield Option("--text", "The text of a part that has no register, from a file", many=True, value="PART=FILE")
    if kind.every is Choice.UNIT:
        yield Option("--all", "One file for each unit, into the folder", flag=True)
    elif kind.every is Choice.OFFICIAL:
        yield Option("--all", "One file for each official of the unit, into the folder", flag=True)
    yield Option("--docx", "As Word, too, to be edited", flag=True)
    yield Option("--xlsx", "Its tables as Excel, too", flag=True)
    yield Option("--boxed", "Print a box for a character that the fonts do not have", flag=True)


COMMANDS = (
    Command("report list", "The kinds of reports", list_),
    *(Command(f"report {key}", kind.line(Words("en")), report(key), *options_of(kind)) for key, kind in KINDS.items()),
)
