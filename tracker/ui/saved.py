"""The views that a person saved under a name: filters, order and columns, kept on this account for this office."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from tracker.ui.desk import Desk

OWN = "own-"
"""What the keys of own views begin with; those that are shipped have none of it."""
LONGEST_NAME = 60


class OwnView(NamedTuple):
    """A view of one's own."""

    key: str
    name: str
    view: str
    """The shipped view it was made from (tracker.ui.views)."""
    filters: dict[str, Any]
    """As tracker.ui.filters.as_plain tells them."""
    search: str = ""
    sort: str | None = None
    shape: str = "list"
    columns: str = ""
    """The state of the table's headings, base64."""


def own_views(desk: Desk) -> list[OwnView]:
    """All views of one's own, in the order they were saved. What cannot be read is left out."""
    try:
        kept = json.loads(str(desk.personal.value(desk.office_key("views"), "[]")))
        return [OwnView(**each) for each in kept]
    except (ValueError, TypeError):
        return []


def own_view(desk: Desk, key: str) -> OwnView | None:
    """One of them."""
    return next((each for each in own_views(desk) if each.key == key), None)


def keep(desk: Desk, view: OwnView) -> None:
    """Save a view; one of the same key takes its new form in its place."""
    before = own_views(desk)
    known = any(each.key == view.key for each in before)
    after = [view if each.key == view.key else each for each in before] if known else [*before, view]
    _write(desk, after)


def remove(desk: Desk, key: str) -> None:
    """Forget a view. The tasks in it stay what they are."""
    _write(desk, [each for each in own_views(desk) if each.key != key])


def new_key(desk: Desk) -> str:
    """A key that no view has."""
    taken = {each.key for each in own_views(desk)}
    return next(key for at in range(1, len(taken) + 2) if (key := f"{OWN}{at}") not in taken)


def _write(desk: Desk, views: list[OwnView]) -> None:
    told = json.dumps([each._asdict() for each in views], ensure_ascii=False)
    desk.personal.setValue(desk.office_key("views"), told)
    desk.personal.sync()
    desk.views_kept.emit()
