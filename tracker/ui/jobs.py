"""The child process of the window: `python -m tracker.ui.jobs`. Reads its order from stdin, does it, tells the result.

No Qt. Each job is a function of (store or folder, words, today, progress, arguments); figures that read long do so
from a copy made in one piece.
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
    from tracker.store import Store
    from tracker.store.verify import Verification
    from tracker.words import Words

Progress = Callable[[int, int], None]


def verify(store: Store, words: Words, today: date, progress: Progress) -> Verification:  # noqa: ARG001 - as all jobs
    """Recompute and replay the journal and compare every record, file and the schema with it."""
    from tracker.store.verify import verify as verified

    return verified(store, progress)


def listed(store: Store, words: Words, today: date, progress: Progress, **what: Any) -> bytes:  # noqa: ARG001 - as all
    """A list of the screen as PDF: what `tracker.figures.listed.listed` takes."""
    from tracker.figures.listed import listed as facts
    from tracker.reports import pdf
    from tracker.reports.listed import document

    found = facts(store, **what)
    progress(1, 2)
    return pdf.draw(document(found))


JOBS: dict[str, Callable[..., Any]] = {"verify": verify, "listed": listed}


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
