"""Giving tasks: the quick line, the full form, many tasks from one document or meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tracker.ui.desk import Desk
    from tracker.ui.pages.tasks.assign.panel import AssignPanel


def open_assign(desk: Desk, parent: QWidget) -> AssignPanel:
    """Open the panel at the top of a page, or put the cursor into the one that is open.

    The page's `back` asks `panel.back()` first. The panel makes room for itself by the page's contents margins.
    """
    from tracker.ui.pages.tasks.assign.panel import AssignPanel

    panel = parent.findChild(AssignPanel) or AssignPanel(desk, parent)
    panel.open()
    return panel
