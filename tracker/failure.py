"""An unexpected error, kept whole in a file for whoever mends it; the user sees one line with its place."""

from __future__ import annotations

import sys
import tempfile
import traceback
from contextlib import suppress
from pathlib import Path

from tracker import __version__, machine


def log(error: BaseException, arguments: list[str], data: Path | None) -> str:
    """Append the error to a log and return its path: in the data folder, else the user's log folder, else the temporary
    one.
    """
    told = "".join(traceback.format_exception(error))
    when = machine.clock().isoformat(timespec="seconds")
    entry = f"{when} Ba Rõ {__version__} Python {sys.version.split()[0]} {sys.platform} {_names(arguments)}\n{told}\n"
    for folder in _folders(data):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with (folder / "errors.log").open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(entry)
        except OSError:
            continue
        return str(folder / "errors.log")
    return "-"


def _names(arguments: list[str]) -> str:
    """The line without its values: they are the office's business."""
    return " ".join(
        word.partition("=")[0] if word.startswith("--") else word if word.isascii() and word.isalpha() else "…"
        for word in arguments
    )


def _folders(data: Path | None) -> list[Path]:
    from platformdirs import user_log_path

    own = [data / "logs"] if data and (data / "logs").is_dir() else []
    with suppress(OSError):  # the disk has no room for any temporary file
        return [*own, user_log_path("ba-ro", appauthor=False), Path(tempfile.gettempdir())]
    return own
