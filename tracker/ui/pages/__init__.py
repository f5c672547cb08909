"""The pages of the window, one module or package each, and what they have in common.

A page shows a model and calls actions; it holds no record longer than the view needs (style.md §4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.ui.desk import Desk

PAGES = {
    "today": "tracker.ui.pages.today:TodayPage",
    "tasks": "tracker.ui.pages.tasks.page:TasksPage",
    "officials": "tracker.ui.pages.officials.page:OfficialsPage",
    "units": "tracker.ui.pages.units.page:UnitsPage",
    "reports": "tracker.ui.pages.reports.page:ReportsPage",
    "journal": "tracker.ui.pages.journal.page:JournalPage",
    "settings": "tracker.ui.pages.settings.page:SettingsPage",
    "import": "tracker.ui.pages.imports.page:ImportPage",
    "round": "tracker.ui.pages.round.page:RoundPage",
    "first": "tracker.ui.pages.first.page:FirstRunPage",
}
"""Name of a page → where its class is; loaded when first shown. The last three have no place in the navigation."""


class Page(QWidget):
    """One page. The window shows its heading and note above it, and its primary action at the right of the top row."""

    of_period: bool = False
    """Whether what it shows depends on the period: its picker is greyed on other pages."""
    guide: ClassVar[str] = "bat-dau"
    """The page of the built-in guide that F1 opens."""
    noted = Signal()
    """Heading or note have changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.stale = False
        self.setProperty("clear", True)

    def text(self, english: str, /, **parameters: object) -> str:
        """A text in the language of the window."""
        return self.desk.words.text(english, **parameters)

    # --- what the window asks of every page ---------------------------------------------------------------------------

    def heading(self) -> str:
        """The title of the page."""
        raise NotImplementedError

    def note(self) -> str:
        """What stands beside the title, quieter: a date, a count."""
        return ""

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """The words and the deed of the page's main button; None: the window offers "Giao việc"."""
        return None

    def reload(self) -> None:
        """Read what is shown anew, keeping selection and place. Called when the page comes into view stale."""

    def complete(self) -> None:
        """Add what the first paint does without. Called once, right after it."""

    def stop(self) -> None:
        """The window closes, and the file with it: what runs in the background ends."""

    def changed(self, changes: object) -> None:  # noqa: ARG002 - a page that shows little reads it all
        """Something was written (`Changes`, or None for much) while the page is in view."""
        self.reload()

    def show_what(self, **what: object) -> None:
        """Show what another page asked for."""

    def here(self) -> dict[str, object]:
        """What `show_what` would have to be asked for to come back to what is in view."""
        return {}

    def find_here(self) -> None:
        """Ctrl+F: put the cursor where the present list is filtered."""

    def print_list(self) -> None:
        """Ctrl+P: print the list as it stands."""

    def back(self) -> bool:
        """Esc: leave what was gone into; whether there was something to leave."""
        return False

    def panes(self) -> list[QWidget]:
        """What F6 cycles through, besides the navigation."""
        return [self]
