"""Makes the folder of a sample office, and removes it. Nothing that is no sample is ever removed."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.errors import Refused, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.store import Store

    Fill = Callable[[Store, Path], object]
    """Fills an empty office; the folder takes what is needed only meanwhile."""


def make_folder(data: Path, fill: Fill) -> None:
    """Make a data folder that `fill` fills, in a folder of its own beside it, and rename it when it is whole.

    One that was interrupted is never taken for a sample. Raises Refused "store.exists", Unavailable "file.not_written".
    """
    from tracker.store import FILE
    from tracker.store.folder import create_folder, unsynced

    if (data / FILE).exists():
        raise Refused("store.exists", path=str(data / FILE))
    try:
        data.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".making-", dir=data.parent, ignore_cleanup_errors=True) as making:
            store = create_folder(Path(making) / "data")
            try:
                with unsynced(store):
                    fill(store, Path(making))
            finally:
                store.close()
            _into_place(Path(making) / "data", data)
    except OSError as error:
        raise Unavailable("file.not_written", path=str(data.parent), detail=error.strerror or str(error)) from error


def _into_place(made: Path, data: Path) -> None:
    """By one rename where nothing is there; else part by part, the file of the office last: until then it is none."""
    from tracker.store import FILE

    with suppress(OSError):
        data.rmdir()  # an empty folder of that name may be in the way
    if not data.exists():
        made.rename(data)
        return
    for part in sorted(made.iterdir(), key=lambda path: path.name == FILE):
        if part.is_dir():
            shutil.copytree(part, data / part.name, dirs_exist_ok=True)
        else:
            part.replace(data / part.name)


def make_sample(data: Path, progress: Callable[[int, int], None]) -> None:
    """Make the sample office: its people, forty tasks, and their lives."""
    from tracker.sample.office import make

    def fill(store: Store, making: Path) -> None:
        files = making / "files"
        files.mkdir()
        make(store, files, progress)

    make_folder(data, fill)


def remove_sample(data: Path) -> None:
    """Remove a sample office with all its files, from a folder that no window has open any more.

    What else lies in the folder stays. Raises Refused "sample.none" for an office that is no sample, Unavailable
    "file.not_written".
    """
    from tracker.store import FILE, settings
    from tracker.store.folder import FOLDERS, open_folder

    store = open_folder(data, read_only=True)
    try:
        is_sample = bool(settings.value(store, "sample"))
    finally:
        store.close()
    if not is_sample:
        raise Refused("sample.none", path=str(data))
    try:
        (data / FILE).unlink()  # first: what is left is no office any more
        for name in FOLDERS:
            shutil.rmtree(data / name, ignore_errors=True)
        with suppress(OSError):
            data.rmdir()  # something else lies in it
    except OSError as error:
        raise Unavailable("file.not_written", path=str(data), detail=error.strerror or str(error)) from error
