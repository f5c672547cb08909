"""What stands on the pages of a PDF. Of one from outside it is read in the child process with limits only."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tracker.exchange.faults import Fault

MOST_PAGES = 2_000


class Page(NamedTuple):
    """One page: its words, and how it looks."""

    text: str
    """Spaces and breaks as one space."""
    look: str
    """SHA-256 of its picture at 72 dots per inch: what was drawn over it changes that, too."""


def pages(source: Path | bytes) -> Iterator[Page]:
    """Page by page. Raises Fault "exchange.not_a_pdf", "exchange.too_many_pages"."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        with PdfDocument(source) as document:
            if len(document) > MOST_PAGES:
                raise Fault("exchange.too_many_pages", count=len(document), most=MOST_PAGES)
            for page in document:
                text = " ".join(page.get_textpage().get_text_range().split())
                picture = page.render(scale=1, grayscale=True)
                yield Page(text, sha256(bytes(picture.buffer)).hexdigest())
                page.close()
    except PdfiumError as error:
        raise Fault("exchange.not_a_pdf") from error
