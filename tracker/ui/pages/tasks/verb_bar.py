"""The verbs of the detail: those that apply now as buttons, the likeliest first, the rest behind "…"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from tracker.ui import tokens
from tracker.ui.pages.tasks import menu, verbs
from tracker.ui.widgets.basics import button, emptied

if TYPE_CHECKING:
    from tracker.figures.task_life import TaskLife
    from tracker.ui.desk import Desk

MOST = 3
"""Buttons beside the menu."""


class VerbBar(QWidget):
    """A row of buttons as wide as the detail."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("verbs")
        self.setProperty("clear", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(tokens.GAP - tokens.GRID)

    def show_ways(self, life: TaskLife, ways: Sequence[verbs.Way]) -> None:
        """The ways of a task that the acting person may go."""
        focus = QApplication.focusWidget()
        focused = focus is not None and self.isAncestorOf(focus)
        emptied(self._row)
        task, ordered = life.task.id, likeliest(life, ways)
        shown = self._fitting(task, ordered, primary=life.task.state not in ("done", "recalled"))
        for each in shown:
            self._row.addWidget(each)
        if len(shown) < len(ordered):
            self._row.addWidget(self._more(task, ordered[len(shown) :]))
        self._row.addStretch(1)
        self.setVisible(bool(ordered))
        self.setFocusProxy(shown[0] if shown else None)  # type: ignore[arg-type]  # None takes it away
        if focused and shown:
            shown[0].show()
            shown[0].setFocus()

    def _fitting(self, task: int, ways: Sequence[verbs.Way], *, primary: bool) -> list[QWidget]:
        """As many buttons as stand side by side."""
        gap = self._row.spacing()
        room = self._desk.theme.px(tokens.DETAIL) - 2 * (tokens.PADDING + 1)
        more = self._desk.theme.px(tokens.FIELD) + gap
        found: list[QWidget] = []
        for at, way in enumerate(ways[:MOST]):
            made = button(
                way.words(self._desk.words),
                way.name,
                lambda way=way: verbs.begin(self._desk, self, task, [way]),  # type: ignore[misc]  # way is bound now
                primary=primary and at == 0,
                tip=way.key,
            )
            made.ensurePolished()
            room -= made.sizeHint().width() + (gap if at else 0)
            if found and room < (more if at < len(ways) - 1 else 0):
                made.deleteLater()
                break
            found.append(made)
        return found

    def _more(self, task: int, ways: Sequence[verbs.Way]) -> QToolButton:
        made = QToolButton()
        made.setObjectName("more")
        made.setText("…")
        made.setToolTip(self._desk.text("More that can be done"))
        made.setAccessibleName(self._desk.text("More that can be done"))
        made.setProperty("field", True)
        made.setFixedSize(self._desk.theme.px(tokens.FIELD), self._desk.theme.px(tokens.FIELD))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        inside = QMenu(made)
        menu.fill(inside, self._desk, self, task, ways)
        made.setMenu(inside)
        return made


def likeliest(life: TaskLife, ways: Sequence[verbs.Way]) -> list[verbs.Way]:
    """The ways in the order in which they are wanted: what nothing waits for stands behind."""
    idle = set()
    if life.explanation is None or life.explanation.accepted is not None:
        idle.add("accept")
    if not life.row.working_days_late:
        idle.add("explain")
    if all(each.answered_on for each in life.coordinators):
        idle.add("answer")
    if life.task.state == "done":
        idle |= {"file"}
    return [way for way in ways if way.name not in idle] + [way for way in ways if way.name in idle]
