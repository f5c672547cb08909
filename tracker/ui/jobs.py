"""The child process of the window: `python -m tracker.ui.jobs`. Reads its order from stdin, does it, tells the result.

No Qt. Each job is a function of (store, words, today, progress, arguments), whichever of them it needs; figures that
read long do so from a copy made in one piece.
"""

from __future__ import annotations

import pickle
import sys
import traceback
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.domain.errors import Expected
from tracker.ui.channel import own_stdout, send

if TYPE_CHECKING:
    from tracker.domain.kept import KeptId, KeptReport
    from tracker.figures.today import Month
    from tracker.papers.checking import Found
    from tracker.papers.made import Filed, Made
    from tracker.papers.signing import KeyFile, Token
    from tracker.store import Store
    from tracker.store.backup import Content
    from tracker.store.verify import Verification
    from tracker.ui.books import Done, Study
    from tracker.words import Words

Progress = Callable[[int, int], None]


def verify(store: Store, _words: Words, _today: date, progress: Progress) -> Verification:
    """Recompute and replay the journal and compare every record, file and the schema with it."""
    from tracker.store.verify import verify as verified

    return verified(store, progress)


def listed(store: Store, _words: Words, _today: date, progress: Progress, **what: Any) -> bytes:
    """A list of the screen as PDF: what `tracker.figures.listed.listed` takes."""
    from tracker.figures.listed import listed as facts
    from tracker.reports import pdf
    from tracker.reports.listed import document

    found = facts(store, **what)
    progress(1, 2)
    return pdf.draw(document(found))


def report(store: Store, _words: Words, today: date, progress: Progress, **what: Any) -> Made:
    """A report as PDF: what `tracker.papers.making.make` takes."""
    from tracker.papers.making import make

    return make(store, today=today, progress=progress, **what)


def reports(store: Store, _words: Words, today: date, progress: Progress, **what: Any) -> tuple[Filed, ...]:
    """A run over all, into a folder: what `tracker.papers.making.make_all` takes."""
    from tracker.papers.making import make_all

    return make_all(store, today=today, progress=progress, **what)


def keep_report(store: Store, _words: Words, today: date, _progress: Progress, **what: Any) -> KeptReport:
    """A report kept as a draft: what `tracker.papers.keeping.keep` takes."""
    from tracker.papers.keeping import keep

    return keep(store, today=today, **what)


def issue_report(store: Store, _words: Words, _today: date, _progress: Progress, **what: Any) -> KeptReport:
    """A draft issued: what `tracker.papers.keeping.issue` takes."""
    from tracker.papers.keeping import issue

    return issue(store, **what)


def paper(store: Store, _words: Words, _today: date, _progress: Progress, *, report: KeptId) -> bytes:
    """The PDF of a report that was kept."""
    from tracker.papers import keeping
    from tracker.store import kept

    return keeping.paper(store, kept.get(store, report))


def sign_paper(
    store: Store, _words: Words, _today: date, _progress: Progress, *, report: KeptId, key: KeyFile | Token
) -> bytes:
    """The paper of an issued report with a signature behind it."""
    from tracker.papers import keeping, signing
    from tracker.store import kept

    return signing.sign(keeping.paper(store, kept.get(store, report)), key)


def check_file(store: Store, _words: Words, _today: date, _progress: Progress, *, path: Path) -> Found:
    """Whether a PDF from outside agrees with the data."""
    from tracker.papers import checking

    return checking.check_file(store, path)


def check_text(store: Store, _words: Words, _today: date, _progress: Progress, *, text: str) -> Found:
    """Whether the text of a seal or a typed code does."""
    from tracker.papers import checking

    return checking.check_text(store, text)


def study_book(store: Store, words: Words, today: date, progress: Progress, **what: Any) -> Study:
    """What an import of a book would do: what `tracker.ui.books.study` takes."""
    from tracker.ui.books import study

    return study(store, words, today, progress, **what)


def import_book(store: Store, _words: Words, today: date, progress: Progress, **what: Any) -> Done:
    """A book that was studied, imported: what `tracker.ui.books.import_book` takes."""
    from tracker.ui import books

    return books.import_book(store, today, progress, **what)


def mark_book(_store: Store, words: Words, _today: date, _progress: Progress, **what: Any) -> Path:
    """A copy of a book with its problems marked: what `tracker.ui.books.mark_book` takes."""
    from tracker.ui import books

    return books.mark_book(words, **what)


def backup(store: Store, _words: Words, _today: date, _progress: Progress, *, target: Path) -> Content:
    """Write a backup into a file, and read it back as a whole."""
    from tracker.store.backup import backup as written
    from tracker.store.backup import look_into as verified

    written(store, target)
    return verified(target)


def look_into(_store: Store, _words: Words, _today: date, _progress: Progress, *, source: Path) -> Content:
    """What a backup holds, after it was verified."""
    from tracker.store.backup import look_into as looked

    return looked(source)


def daily_backup(store: Store, _words: Words, _today: date, _progress: Progress, *, day: date) -> Path | None:
    """The automatic backup of a day; None where it is there already."""
    from tracker.store.rotation import daily

    return daily(store, day)


def months(store: Store, _words: Words, today: date, _progress: Progress, **whose: Any) -> tuple[Month, ...]:
    """The rate of the last months: what `tracker.figures.today.months` takes."""
    from tracker.figures.today import months as counted

    return counted(store, today=today, **whose)


JOBS: dict[str, Callable[..., Any]] = {
    "verify": verify,
    "months": months,
    "listed": listed,
    "report": report,
    "reports": reports,
    "keep_report": keep_report,
    "issue_report": issue_report,
    "paper": paper,
    "sign_paper": sign_paper,
    "check_file": check_file,
    "check_text": check_text,
    "study_book": study_book,
    "import_book": import_book,
    "mark_book": mark_book,
    "backup": backup,
    "look_into": look_into,
    "daily_backup": daily_backup,
}


def main() -> int:
    """Do one order."""
    pipe = own_stdout()
    name, folder, language, today, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own window
    from tracker.store.folder import open_folder
    from tracker.words import Words

    try:
        store = open_folder(Path(folder))
        try:
            result = JOBS[name](
                store, Words(language), today, lambda done, total: send(pipe, "progress", (done, total)), **arguments
            )
        finally:
            store.close()
    except Expected as error:
        send(pipe, "refused", error)
    except Exception:  # noqa: BLE001 - told to the window, which logs it as the bug it is
        send(pipe, "broken", traceback.format_exc())
        return 1
    else:
        send(pipe, "done", result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
