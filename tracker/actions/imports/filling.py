"""Which empty fields of a known task a book fills. Pure; imports domain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.domain.new_task import SECRET_TITLE
from tracker.domain.tasks import Secrecy, SourceKind, Task, Urgency

if TYPE_CHECKING:
    from tracker.actions.imports.told import Told


def filling(told: Told, before: Task, authority: str) -> dict[str, Any]:
    """Fields that the book says and that are empty, or hold what stands there while nothing is said.

    `authority` is what stands for an unsaid one.
    """
    row = told.row
    values: dict[str, Any] = {
        name: value
        for name, empty in _EMPTY.items()
        if (value := getattr(row, name)) is not None and getattr(before, name) == empty != value
    }
    if row.authority is not None and before.authority in (None, authority) and row.authority != before.authority:
        values["authority"] = row.authority
    if row.source_number is not None and before.source_number is None:
        values["source_kind"] = row.source_kind or SourceKind.DOCUMENT
    if row.source_text is not None and before.source_summary is None:
        values.setdefault("source_summary", row.source_text)
    if Secrecy.SECRET in (before.secrecy, row.secrecy):
        values |= {"title": SECRET_TITLE, "source_summary": None}
    values |= _persons(told, before)
    return {name: value for name, value in values.items() if getattr(before, name) != value}


def _persons(told: Told, before: Task) -> dict[str, Any]:
    """An assigner or a superior where there is neither; a leader and a task above where there is none."""
    names = ["leader", "parent"]
    if before.assigner is None and before.superior is None:
        names.append("superior" if told.assigner is None else "assigner")
    return {
        name: value for name in names if (value := getattr(told, name)) is not None and getattr(before, name) is None
    }


_EMPTY: dict[str, object] = {
    "product": None,
    "source_number": None,
    "source_on": None,
    "source_summary": None,
    "source_issuer": None,
    "source_kind": SourceKind.ORAL,
    "starts_on": None,
    "draft_due_on": None,
    "field": None,
    "complexity": None,
    "obstacle": None,
    "note": None,
    "quantity": 1,
    "urgency": Urgency.NORMAL,
    "secrecy": Secrecy.NORMAL,
    "coefficient": 1,
    "public_concern": False,
}
"""Fields that a second import may fill, each with what stands in it while nothing was said."""
