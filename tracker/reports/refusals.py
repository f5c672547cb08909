"""What the paper refuses, in one place. Imports domain.errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import Refused
from tracker.reports.fonts import named

if TYPE_CHECKING:
    from tracker.reports.fonts import MissingGlyphError

EXCERPT = 60


def unprintable(missing: MissingGlyphError, about: str) -> Refused:
    """A character that no font of the paper has: named with the record it stands in, never printed as a box."""
    return Refused(
        "report.glyph_missing",
        about=about,
        text=missing.text[:EXCERPT],
        character=f"{missing.character} ({named(missing.character)})",
    )
