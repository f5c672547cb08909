"""`import` and `export`: books of units, officials and tasks in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.cli.listing import FILTERS, selected
from tracker.cli.options import Command, Given, Option, path

if TYPE_CHECKING:
    from tracker.actions.imports import Imported
    from tracker.cli.session import Session
    from tracker.domain.book import Problem, Sheet

WHAT = ("units", "officials", "tasks")


def import_(session: Session, given: Given) -> None:
    """Read a book and record what it says: all of it or nothing."""
    from tracker.actions.imports import IMPORTERS, NotImported
    from tracker.exchange import read

    store, actor, today, encoding = session.store, session.actor, session.today, given.encoding or "auto"
    sheet: Sheet[Any] = session.progress(
        "Reading the book",
        lambda report: read(
            given.file, given.what, given.sheet, encoding, today=today, progress=lambda rows: report(rows, rows)
        ),
    )
    _tell_reading(session, sheet)
    try:
        imported = IMPORTERS[given.what](store, actor, sheet, file=given.file.name, dry_run=given.dry_run)
    except NotImported as refused:
        _tell(session, given, sheet, refused.problems)
        raise
    _tell(session, given, sheet, imported.problems)
    _say(session, given, imported)


def _tell_reading(session: Session, sheet: Sheet[Any]) -> None:
    """How the sheet was read: its name, an old font that was converted with rows as read, columns left alone."""
    if sheet.sheet_name:
        session.tell("Worksheet “{sheet}”, headings in row {row}.", sheet=sheet.sheet_name, row=sheet.header_row)
    if sheet.converted_examples:
        session.tell(
            "The text was in {encoding} and was converted; as read, for example:", encoding=sheet.encoding.upper()
        )
        for before, after in sheet.converted_examples:
            session.note(f"  {before}  →  {after}")
    if sheet.ignored:
        session.tell("Columns that are not read: {headings}.", headings=list(sheet.ignored))


def _tell(session: Session, given: Given, sheet: Sheet[Any], problems: tuple[Problem, ...]) -> None:
    """Every problem on a line of its own, and marked in a copy of the book where one is wanted."""
    for problem in problems:
        sentence = session.words.sentence(problem.refusal(given.file.name))
        session.note(sentence if problem.fatal else session.text("(told only) {sentence}", sentence=sentence))
    if given.problems and problems:
        from tracker.exchange import write_problems

        write_problems(given.file, given.problems, problems, session.words.sentence, sheet)
        session.tell("Marked copy: {path}", path=str(given.problems))


def _say(session: Session, given: Given, imported: Imported) -> None:
    counts = {"made": imported.made, "updated": imported.updated, "unchanged": imported.unchanged}
    if given.dry_run:
        session.say("Only tried, nothing changed: {made} new, {updated} to change, {unchanged} as they are.", **counts)
        return
    session.say("Imported: {made} new, {updated} changed, {unchanged} as they were.", **counts)
    if imported.changes:
        session.say("Action {action} of the journal.", action=imported.changes.action)


def export(session: Session, given: Given) -> None:
    """Write a book with the columns that import reads: reading it back changes nothing."""
    from tracker.exchange import write

    rows = _rows(session, given)
    write(given.file, given.what, rows)
    session.say("Written: {count} rows, {path}", count=len(rows), path=str(given.file))


def _rows(session: Session, given: Given) -> list[Any]:
    from tracker.figures import books
    from tracker.store import units

    if given.what == "units":
        return books.units(session.store, session.today)
    if given.what == "officials":
        if not given.unit:
            return books.officials(session.store)
        unit = units.by_code(session.store, given.unit)
        return books.officials(session.store, units.subtree(session.store, unit.id, session.today))
    return books.tasks(session.store, selected(session, given))


COMMANDS = (
    Command(
        "import",
        "Read a book of units, officials or tasks (.xlsx, .xls, .ods, .csv): all of it or nothing",
        import_,
        Option("WHAT", "What the book lists", choices=WHAT, required=True),
        Option("FILE", "The book", path, required=True),
        Option("--sheet", "The worksheet, if several fit", value="NAME"),
        Option("--encoding", "Encoding of the text", choices=("auto", "unicode", "tcvn3", "vni")),
        Option("--dry-run", "Only try, change nothing", flag=True),
        Option("--problems", "Write a copy of the book with the problems marked", path, value="FILE"),
    ),
    Command(
        "export",
        "Write a book of units, officials or tasks (.xlsx, .csv, .json) that import reads back",
        export,
        Option("WHAT", "What the book lists", choices=WHAT, required=True),
        Option("FILE", "The book", path, required=True),
        *FILTERS,
    ),
)
