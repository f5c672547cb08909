"""A report as a file, from a copy of the data; or those of all in one run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tracker import files
from tracker.domain.errors import Refused, Unavailable
from tracker.papers.kind import Check
from tracker.papers.kinds import KINDS
from tracker.papers.made import STEPS, Filed, Format, Made

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tracker.domain.officials import Actor
    from tracker.papers.asked import Asked
    from tracker.reports.blocks import Document
    from tracker.store import Store

Progress = Callable[[int, int], None]


def make(store: Store, asked: Asked, today: date, actor: Actor, progress: Progress, form: Format = Format.PDF) -> Made:
    """A report as a file, from a copy of the data in one piece.

    Raises Refused "figures.no_head", "report.identity", "report.glyph_missing", "report.no_table"; Unavailable.
    """
    from tracker.store.snapshot import snapshot

    progress(0, STEPS)
    with snapshot(store) as copied:
        progress(1, STEPS)
        drawn = KINDS[asked.kind].draw(copied, asked, today, actor)
    progress(2, STEPS)
    signature = drawn.paper.signature
    return Made(
        bytes_of(drawn.document, form, boxed=asked.boxed),
        named(drawn.name, form),
        drawn.document.title,
        drawn.subject,
        (*signature.lines, signature.name),
        drawn.paper.letterhead.symbol,
        drawn.paper.foot.journal_number,
        drawn.checks if asked.boxed else (*drawn.checks, Check("glyphs")),
    )


def bytes_of(document: Document, form: Format, *, boxed: bool = False) -> bytes:
    """A document in one of the formats. Raises Refused "report.glyph_missing", "report.no_table"."""
    match form:
        case Format.PDF:
            from tracker.reports import pdf

            return pdf.draw(document, boxed=boxed)
        case Format.WORD:
            from tracker.reports import word

            return word.draw(document)
        case Format.EXCEL:
            from tracker.reports import excel

            return excel.draw(document)


def named(name: str, form: Format) -> str:
    """The name of the rule with the ending of the format."""
    return f"{name.removesuffix(Format.PDF)}{form}"


def make_all(
    store: Store,
    asked: Asked,
    today: date,
    actor: Actor,
    folder: Path,
    progress: Progress,
    forms: tuple[Format, ...] = (Format.PDF,),
    kinds: tuple[str, ...] = (),
) -> tuple[Filed, ...]:
    """The report of every unit (of every official of a unit), one file each into a folder; of several `kinds` if named.

    Of whom there can be none it is said instead. All are of the same state of the data, drawn by as many processes as
    the machine has processors for. The folder is one of the run's own, see `placed`: a run that is given up leaves
    nothing. Raises Unavailable where the folder cannot be written to.
    """
    from tracker.papers.crew import Crew
    from tracker.store.snapshot import snapshot

    with snapshot(store) as copied:
        wanted = [order for kind in kinds or (asked.kind,) for order in each(copied, asked._replace(kind=kind), today)]
        progress(0, len(wanted))
        filed: list[Filed] = []
        with Crew(copied, today, actor, folder, forms, len(wanted)) as crew:
            for found in crew.draw(wanted):
                filed += found
                progress(len(filed) // len(forms), len(wanted))
        return tuple(filed)


def placed(filed: tuple[Filed, ...], scratch: Path, place: Callable[[str], Path]) -> tuple[Filed, ...]:
    """Move the files of a whole run from its own folder to their places; where one cannot go there, why."""
    return tuple(one if one.error else _moved(one, scratch, place(one.name)) for one in filed)


def _moved(filed: Filed, scratch: Path, target: Path) -> Filed:
    try:
        return filed._replace(name=files.move(scratch / filed.name, target).name)
    except Unavailable as error:
        return filed._replace(error=error)


def each(store: Store, asked: Asked, today: date) -> list[tuple[str, Asked]]:
    """Whose reports a run over all makes, by name, and what is asked for each."""
    from tracker.papers.asked import Choice

    if KINDS[asked.kind].every is Choice.OFFICIAL:
        from tracker.figures.official import owners

        assert asked.unit is not None
        assert asked.period is not None
        found = owners(store, asked.unit, asked.period, today)
        return [(name, asked._replace(official=official)) for official, name in found]
    from tracker.store import units

    there = [unit for unit in units.every(store) if unit.valid_on(today)]
    return [(unit.short_name or unit.name, asked._replace(unit=unit.id, signer=None)) for unit in there]


def file(
    store: Store, whose: str, asked: Asked, today: date, actor: Actor, folder: Path, forms: tuple[Format, ...]
) -> list[Filed]:
    """One report into a folder, in each of the formats; why there is none, where it is refused.

    Raises Unavailable, also where the folder is gone: the run was given up meanwhile.
    """
    try:
        drawn = KINDS[asked.kind].draw(store, asked, today, actor)
        filed = []
        for form in forms:
            name = named(drawn.name, form)
            data = bytes_of(drawn.document, form, boxed=asked.boxed)
            if not folder.is_dir():
                raise Unavailable("file.not_written", path=str(folder / name), detail=str(folder))
            files.write(data, folder / name)
            filed.append(Filed(whose, name))
    except Refused as error:
        return [Filed(whose, error=error)] * len(forms)
    return filed
