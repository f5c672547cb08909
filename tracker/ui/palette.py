"""Ctrl+K: one field that leads to any task, person, unit, page, report or command. The last five stand on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QLineEdit, QTableView, QVBoxLayout
from shiboken6 import isValid

from tracker.ui import places, tokens
from tracker.ui.widgets.basics import label
from tracker.ui.widgets.tables import Column, RowDelegate, RowsModel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from tracker.ui.desk import Desk
    from tracker.ui.places import Place
    from tracker.ui.window import Window

RECENT, SHOWN = 5, 11
ASK_AFTER_MS = 90
"""The store is asked when nothing was typed for so long: the field never waits for it."""
_RECENT = "palette/recent"


class Palette(QDialog):
    """The palette over the window."""

    def __init__(self, desk: Desk, window: Window) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._fixed = places.fixed(desk, window)
        self._found: list[Place] = []
        self._deed: Place | None = None
        self._asking = self._wanted = False
        self.setObjectName("palette")
        self.setWindowTitle(desk.text("Go to"))
        self.setAccessibleName(desk.text("Go to"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self._fill()
        self._timer = QTimer(self, singleShot=True, interval=ASK_AFTER_MS)
        self._timer.timeout.connect(self._ask)
        self._ask()

    def _fill(self) -> None:
        text = self._desk.text
        self.edit = QLineEdit()
        self.edit.setObjectName("palette-text")
        self.edit.setAccessibleName(text("Go to a task, a person, a command"))
        self.edit.setPlaceholderText(text("Number or words of a task, name, unit, page, report, command"))
        self.edit.textChanged.connect(lambda: self._timer.start())
        self.edit.installEventFilter(self)
        self.list = self._table()
        self.nothing = label(text("Nothing has these words."), "muted")
        self.nothing.setMargin(tokens.GAP)
        box = QVBoxLayout(self)
        box.setContentsMargins(tokens.GAP, tokens.GAP, tokens.GAP, tokens.GAP)
        box.setSpacing(tokens.GRID * 2)
        for each in (self.edit, self.list, self.nothing):
            box.addWidget(each)
        box.addStretch(1)
        box.addWidget(label(text("↑ ↓ choose · Enter opens · Esc closes"), "small"))

    def _table(self) -> QTableView:
        theme, text = self._desk.theme, self._desk.text
        self._model: RowsModel[Place] = RowsModel(
            [
                Column(key="kind", title="", width=84, text=lambda each: each.kind, look="muted"),
                Column(key="title", title="", width=300, text=lambda each: each.title, stretch=True),
                Column(key="detail", title="", width=230, text=lambda each: each.detail, look="muted"),
            ],
            lambda each: ", ".join(filter(None, (each.kind, each.title, each.detail))),
        )
        table = QTableView()
        table.setObjectName("palette-list")
        table.setAccessibleName(text("Found"))
        table.setModel(self._model)
        table.setItemDelegate(RowDelegate(theme, self._model))
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.horizontalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.px(tokens.ROW))
        for at, column in enumerate(self._model.columns):
            table.setColumnWidth(at, theme.px(column.width))
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.clicked.connect(lambda index: self._take(index.row()))
        return table

    # --- what is found ------------------------------------------------------------------------------------------------

    @property
    def asking(self) -> bool:
        """Whether what was typed last is not answered yet."""
        return self._asking or self._timer.isActive()

    def _ask(self) -> None:
        typed = self.edit.text().strip()
        if typed:
            self._asking = True
            places.find_tasks(self._desk, typed, lambda found: self._answered(typed, found))
            return
        recent = places.remembered(self._desk, self._desk.recent(_RECENT), self._fixed)
        keys = {each.key for each in recent}
        self._show([*recent, *(each for each in self._fixed if each.key not in keys)])

    def _answered(self, typed: str, tasks: list[Place]) -> None:
        if not isValid(self):
            return
        self._asking = False
        found = places.matching(self._fixed, typed)
        # Digits mean a number: the tasks come first.
        self._show([*tasks, *found] if any(letter.isdigit() for letter in typed) else [*found, *tasks])
        if self._wanted:
            self._wanted = False
            self._take(0)

    def _show(self, found: list[Place]) -> None:
        self._found = found
        self._model.show(self._found)
        self.list.setVisible(bool(self._found))
        self.nothing.setVisible(not self._found)
        rows = min(len(self._found), self._most())
        self.list.setFixedHeight(max(1, rows) * self._desk.theme.px(tokens.ROW) + 2)
        self.list.selectRow(0)

    def _most(self) -> int:
        """How many rows the window has room for."""
        room = self._desk.theme.px(tokens.ROW)
        return max(4, min(SHOWN, (self._window.height() - 2 * self._desk.theme.px(tokens.DETAIL) // 3) // room))

    # --- keys ---------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrows choose, Enter opens; everything else is typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: self._most() - 1,
            Qt.Key.Key_PageUp: 1 - self._most(),
        }
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():
                self._timer.stop()
                self._ask()
            if self._asking:  # typed and Enter at once: what was typed counts
                self._wanted = True
            else:
                self._take(self.list.currentIndex().row())
            return True
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            return False
        self.list.selectRow(max(0, min(len(self._found) - 1, self.list.currentIndex().row() + step)))
        return True

    def _take(self, row: int) -> None:
        if not 0 <= row < len(self._found):
            return
        self._deed = self._found[row]
        self._desk.remember(_RECENT, self._deed.key, RECENT)
        self.accept()
        # After the palette is gone: what is opened may be a dialog of its own.
        QTimer.singleShot(0, self._deed.go)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """In the middle of the window, near its top."""
        window = self._window
        theme = self._desk.theme
        self.setFixedWidth(min(theme.px(720), window.width() - 2 * tokens.MARGIN))
        self.adjustSize()
        top = window.mapToGlobal(window.rect().topLeft())
        self.move(top.x() + (window.width() - self.width()) // 2, top.y() + theme.px(tokens.STATUS) * 2)
        self.edit.setFocus()
        super().showEvent(event)
