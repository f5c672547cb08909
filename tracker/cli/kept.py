"""`report keep|kept|issue|reprint|check`: drafts that stand, numbers and days, and whether a paper agrees."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.options import Command, Given, Option, Usage, day, path, whole
from tracker.cli.reports import asked_for, options_of
from tracker.domain.kept import KeptId
from tracker.papers.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.cli.session import Session

DIFFERS = 3
"""Exit status of a paper that does not agree."""


def keep(session: Session, given: Given) -> None:
    """Keep a report as a draft; its number is the last line."""
    from tracker.papers.keeping import keep as kept

    kind = KINDS[given.kind]
    for choice in kind.needs:
        if not given.has(choice.value):
            raise Usage("usage.missing", option=f"--{choice.value}")
    report = kept(session.store, asked_for(session, kind, given), session.today, session.actor)
    session.tell("Kept as a draft: {title}.", title=report.title)
    session.print(str(report.id))


def list_(session: Session, _given: Given) -> None:
    """Print the reports that were kept, the newest first."""
    from tracker.cli import tables
    from tracker.store import kept

    rows = [
        (
            str(report.id),
            kept.called(report) if report.issued else "",
            session.words.show(report.issued_on) if report.issued_on else "",
            session.words.show(report.kept_on),
            report.title,
        )
        for report in kept.every(session.store)
    ]
    if not rows:
        session.tell("No report was kept yet.")
        return
    text = session.text
    tables.show([text("Draft"), text("Issued as"), text("Issued on"), text("Kept on"), text("Report")], rows)


def issue(session: Session, given: Given) -> None:
    """Give a draft its number and day, and write its paper."""
    from tracker.papers.keeping import issue as issued

    report = issued(session.store, session.actor, KeptId(given.draft), given.number, on=given.date, reason=given.reason)
    _write(session, given.out, report.id)


def reprint(session: Session, given: Given) -> None:
    """Write the paper of a report again: what was issued byte for byte, or the draft with its blanks."""
    _write(session, given.out, KeptId(given.draft))


def _write(session: Session, out: Path, report: KeptId) -> None:
    from tracker import files
    from tracker.papers.keeping import paper
    from tracker.store import kept

    found = kept.get(session.store, report)
    target = out / found.name if out.is_dir() or out.suffix.lower() != ".pdf" else out
    session.print(str(files.write(paper(session.store, found), target)))


def check(session: Session, given: Given) -> int | None:
    """Tell whether a paper agrees with the data."""
    from tracker.papers.checking import check_file, check_text
    from tracker.papers.telling import sentence

    file = _file(given.paper)
    found = check_text(session.store, given.paper) if file is None else check_file(session.store, file)
    session.print(sentence(session.words, found))
    return None if found.agrees else DIFFERS


def _every_option() -> Iterator[Option]:
    """The options of all kinds, none of them required: which ones are is said by the kind."""
    seen = {"--out", "--docx", "--xlsx", "--all", "--without"}
    for kind in KINDS.values():
        for option in options_of(kind):
            if option.name not in seen:
                seen.add(option.name)
                option.required = False
                yield option
    yield Option("--without", "A part to leave out", many=True)


def _file(typed: str) -> Path | None:
    """The file that is meant; None where a code or a seal was typed."""
    try:
        file = Path(typed)
        return file if file.suffix.lower() == ".pdf" or file.is_file() else None
    except (OSError, ValueError):
        return None


_DRAFT = Option("DRAFT", "Number of the draft", whole, required=True)
_OUT = Option("--out", "The file to write, or the folder to write it to", path, required=True, value="FILE.pdf|DIR")

COMMANDS = (
    Command(
        "report keep",
        "Keep a report as a draft that stands; prints the draft's number",
        keep,
        Option("KIND", "Kind of report", choices=KINDS, required=True),
        *_every_option(),
    ),
    Command("report kept", "The reports that were kept", list_),
    Command(
        "report issue",
        "Issue a kept report: number, day, seal",
        issue,
        _DRAFT,
        Option("--number", "Its number", required=True),
        Option("--date", "Its day, if not today", day, value="DATE"),
        Option("--reason", "The reason, for a day that is past"),
        _OUT,
    ),
    Command("report reprint", "Write a kept or issued report again", reprint, _DRAFT, _OUT),
    Command(
        "report check",
        "Tell whether a paper agrees with the data (exit status 3: it does not)",
        check,
        Option("PAPER", "A PDF file, the text of a seal, or the code typed from a page's foot", required=True),
    ),
)
