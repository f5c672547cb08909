"""The context menu of tasks: what may be done to the one that is chosen, and what may be done to several at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from tracker.ui.pages.tasks import verbs

if TYPE_CHECKING:
    from tracker.ui.desk import Desk


def task_menu(desk: Desk, parent: QWidget, ids: Sequence[int]) -> QMenu:
    """The menu of the chosen tasks. Confirming, returning and deciding are never done to several."""
    menu = QMenu(parent)
    menu.setAccessibleName(desk.text("What can be done"))
    if len(ids) == 1:
        fill(menu, desk, parent, ids[0], verbs.applying(desk, ids[0]))
    elif ids:
        _fill_several(menu, desk, parent, ids)
    if menu.isEmpty():
        menu.addAction(desk.text("Nothing for you to do here")).setEnabled(False)
    return menu


def fill(menu: QMenu, desk: Desk, parent: QWidget, task: int, ways: Sequence[verbs.Way]) -> None:
    """Add the ways of one task, each with its key."""
    for way in ways:
        if way.name == "recall" and not menu.isEmpty():
            menu.addSeparator()
        # The key is told in words of the menu, not bound again: the page has it.
        action = menu.addAction(f"{way.words(desk.words)}\t{way.key}")
        action.setObjectName(way.name)
        action.triggered.connect(lambda _=False, way=way: verbs.begin(desk, parent, task, [way]))


def _fill_several(menu: QMenu, desk: Desk, parent: QWidget, ids: Sequence[int]) -> None:
    for way in (way for way in verbs.VERBS if way.name in verbs.SEVERAL):
        action = menu.addAction(f"{way.words(desk.words)}\t{way.key}")
        action.setObjectName(way.name)
        action.triggered.connect(lambda _=False, way=way: verbs.begin_several(desk, parent, ids, [way]))
