"""Hôm nay: what is overdue, what is due, what waits for me. The first page; its way to the first paint is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from tracker.ui.pages import Page
from tracker.ui.widgets.basics import label

if TYPE_CHECKING:
    from tracker.ui.desk import Desk


class TodayPage(Page):
    """The first page."""

    guide = "hom-nay"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        box = QVBoxLayout(self)
        box.addWidget(label("…"))
        self.reload()

    def heading(self) -> str:
        """The title of the page."""
        return self.text("Today")
