"""The first pages of every kind of paper as small grey pictures: `python -m tests.papers.references` takes them anew.

Look at them before they are committed: what a picture shows from then on is what is right.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import pypdfium2

from tests.papers.test_kinds import drawn
from tracker.papers.kinds import KINDS
from tracker.papers.made import Format
from tracker.papers.making import bytes_of
from tracker.sample import office as sample
from tracker.store.folder import create_folder

if TYPE_CHECKING:
    from PIL.Image import Image

    from tracker.store import Store

FOLDER = Path(__file__).parent / "references"
PAGES, SCALE = 2, 0.6
"""Pages of each kind, pixels for each point."""
UNITS = {"accountability": "VP", "quarterly": "VP", "official": "VP"}
"""Of which unit, where the office's would take long to look at."""

RECORDED = "2026-09-30T01:30:00.000000Z"
"""When the machine says everything was recorded, the birth of the folder too: an extract of the journal prints it."""


def sample_office(folder: Path) -> Store:
    """The sample office in a folder, alike on every day and at every hour."""
    with patch("tracker.store.writing._machine_time", lambda _actor: RECORDED):
        store = create_folder(folder / "data")
        store.connection.execute("PRAGMA synchronous = OFF")  # no power is cut here
        (folder / "files").mkdir()
        sample.make(store, folder / "files", lambda _done, _total: None)
    return store


def pictures(store: Store, kind: str) -> list[Image]:
    """The first pages of a kind, of the sample office."""
    data = bytes_of(drawn(store, kind, UNITS.get(kind, "UBND")).document, Format.PDF)
    with pypdfium2.PdfDocument(data) as document:
        count = min(PAGES, len(document))
        return [document[at].render(scale=SCALE, grayscale=True).to_pil().convert("L") for at in range(count)]


def path(kind: str, page: int) -> Path:
    """Where the picture of a page is kept."""
    return FOLDER / f"{kind}-{page + 1}.png"


def main() -> None:
    """Take all of them."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as scratch:
        store = sample_office(Path(scratch))
        for kind in KINDS:
            for at, picture in enumerate(pictures(store, kind)):
                picture.quantize(16).save(path(kind, at), optimize=True)
        store.close()
    sys.stdout.write(f"{len(list(FOLDER.iterdir()))} pictures in {FOLDER}\n")


if __name__ == "__main__":
    main()
