"""Numbers as they are typed: digits, with a comma or a point before the fraction."""

from __future__ import annotations

from decimal import Decimal

_LONGEST = 15
"""Characters of a number; more are a slip."""


def read_whole(text: str) -> int | None:
    """A whole number; None for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else None


def read_factor(text: str) -> Decimal | None:
    """A number with or without a fraction; None for what is none."""
    plain = text.replace(",", ".", 1)
    digits = plain.isascii() and plain.replace(".", "", 1).isdigit() and len(plain) <= _LONGEST
    return Decimal(plain) if digits else None
