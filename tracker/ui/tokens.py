"""Colours, sizes and the shapes of the deadline classes: the one place that knows them. No Qt, nothing of ours.

Pages, delegates and charts read them from here; a test computes every contrast.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

Scale = Callable[[int], int]
"""A size of the tokens → the same in the size of type that was chosen."""


class Ink(NamedTuple):
    """What a chip is drawn with: sign and word, and the ground behind them."""

    ink: str
    tint: str


class Colours(NamedTuple):
    """One theme. Accent is the way on (links, selection, the primary button); classes are the only other colours."""

    bg: str
    surface: str
    raised: str
    nav: str
    line: str
    line_soft: str
    text: str
    muted: str
    accent: str
    accent_tint: str
    on_accent: str
    selection: str
    overdue: Ink
    due_soon: Ink
    in_time: Ink
    done: Ink
    done_late: Ink
    no_deadline: Ink

    def of_class(self, deadline_class: str | None) -> Ink:
        """The inks of a deadline class; those of `no_deadline` where a state stands in its place."""
        found: Ink = getattr(self, _INK_OF.get(deadline_class or "", "no_deadline"))
        return found


LIGHT = Colours(
    bg="#F4F5F7",
    surface="#FFFFFF",
    raised="#FFFFFF",
    nav="#EBEDF1",
    line="#D9DDE3",
    line_soft="#ECEEF2",
    text="#1B2330",
    muted="#5A6575",
    accent="#0F5C8C",
    accent_tint="#E3EFF6",
    on_accent="#FFFFFF",
    selection="#DCEAF4",
    overdue=Ink("#B3261E", "#FBE9E7"),
    due_soon=Ink("#8A5300", "#FFF1D6"),
    in_time=Ink("#31587F", "#E8EEF5"),
    done=Ink("#1F6B43", "#E4F2EA"),
    done_late=Ink("#7A3E86", "#F4E9F6"),
    no_deadline=Ink("#566070", "#ECEEF1"),
)
DARK = Colours(
    bg="#171B21",
    surface="#1F242C",
    raised="#262C35",
    nav="#1A1F26",
    line="#39414D",
    line_soft="#2C333D",
    text="#E8ECF2",
    muted="#A3AEBD",
    accent="#6DB3DD",
    accent_tint="#1F3A4C",
    on_accent="#0B1A24",
    selection="#243E50",
    overdue=Ink("#FF9C93", "#4A2523"),
    due_soon=Ink("#F0C06A", "#43351A"),
    in_time=Ink("#A5C3E0", "#253547"),
    done=Ink("#86D3A6", "#1F3B2C"),
    done_late=Ink("#DDA8E8", "#3F2B45"),
    no_deadline=Ink("#B3BCC8", "#313843"),
)

_INK_OF = {
    "overdue": "overdue",
    "due_soon": "due_soon",
    "in_time": "in_time",
    "done_early": "done",
    "done_on_time": "done",
    "done_no_deadline": "done",
    "done_late": "done_late",
}
SHAPES = {
    "overdue": "triangle",
    "due_soon": "clock",
    "in_time": "circle",
    "done_early": "tick",
    "done_on_time": "tick",
    "done_no_deadline": "tick",
    "done_late": "square",
}
"""Deadline class → sign, readable without colour; whatever else has a dash."""

FONTS = ("Segoe UI", "Noto Sans", "DejaVu Sans")
TITLE, CARD, BODY, SMALL, FACT = 20, 15, 13, 12, 34
"""Sizes of type in pixels at 100 %."""

MARGIN, PADDING, GAP, GRID = 20, 18, 12, 4
ROW, COMPACT, HEADER, FIELD, CHIP, STATUS = 30, 28, 32, 34, 22, 28
NAV, NAV_SHUT, DETAIL = 192, 56, 340
CARD_RADIUS, FIELD_RADIUS, CHIP_RADIUS = 8, 6, 4
TILE, DAY = 96, 70
"""Height of a fact and of a day of the strip on the first page."""
SIGN, ICON = 12, 20
"""Side of a class's sign and of an icon."""
DIALOG = 560
"""Width of a dialog."""
NARROW, SMALL_WIDTH, SMALL_HEIGHT = 1280, 1000, 600
"""Up to this width the detail is a drawer; below these sizes the navigation is shut and facts stand in two rows."""
WIDE = 1600
"""From this width on lists gain columns."""


def contrast(one: str, other: str) -> float:
    """Contrast of two colours by WCAG 2.2, 1 to 21."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
