"""Text of forms: cleaned at the border, and kept within a length that a page of paper can bear. Imports domain.errors
and text.
"""

from __future__ import annotations

from enum import StrEnum

from tracker.domain.errors import Refused
from tracker.domain.text import nfc, squeeze

LONGEST_LINE = 1_000
"""Characters of a title, a name, a number: what stands on one line of a form."""
LONGEST_TEXT = 5_000
"""Characters of a longer text, as in the cells of a book (an A4 page has about 3,000)."""


class Field(StrEnum):
    """Fields of forms, to be called by their names in a refusal."""

    NUMBER = "number"
    TITLE = "title"
    PRODUCT = "product"
    AUTHORITY = "authority"
    SOURCE_NUMBER = "source_number"
    SOURCE_SUMMARY = "source_summary"
    SOURCE_ISSUER = "source_issuer"
    SUPERIOR = "superior"
    NO_DEADLINE_REASON = "no_deadline_reason"
    TASK_FIELD = "field"
    OBSTACLE = "obstacle"
    NOTE = "note"
    REASON = "reason"
    BASIS = "basis"
    DOCUMENT = "document"
    TEXT = "text"
    REMEDY = "remedy"
    PART = "part"
    NAME = "name"
    CODE = "code"
    POST = "post"
    PRODUCT_NUMBER = "product_number"
    OBJECTIVE_CAUSE = "objective_cause"
    VALUE = "value"


def line(text: str | None, field: Field, longest: int = LONGEST_LINE) -> str | None:
    """The text on one line, None where nothing is left. Raises Refused "text.too_long"."""
    return _within(squeeze(text), field, longest) if text else None


def lines(text: str | None, field: Field, longest: int = LONGEST_TEXT) -> str | None:
    """The text with its line breaks, None where nothing is left. Raises Refused "text.too_long"."""
    return _within(nfc(text).strip(), field, longest) if text else None


def needed(text: str | None, field: Field) -> str:
    """The text, which has to be there. Raises Refused "text.missing"."""
    if not text:
        raise Refused("text.missing", field=field.value, what=field)
    return text


def _within(text: str, field: Field, longest: int) -> str | None:
    if len(text) > longest:
        raise Refused("text.too_long", field=field.value, what=field, length=len(text), longest=longest)
    return text or None
