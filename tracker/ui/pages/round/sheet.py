"""The view of the round: Excel's keys in a table. Typing replaces a cell, Enter goes down, Tab right, F2 edits.

Arrows leave a cell that is being typed, as in Excel; after F2 they move the cursor in the text. The keys of the sheet
come before the window's: Ctrl+Z takes back what was typed here.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tracker.ui import chips, tokens
from tracker.ui.pages.round.model import (
    COLUMNS,
    DUE,
    FIRST,
    LAST,
    NUMBER,
    OWNER,
    SAYS,
    TITLE,
    WIDTHS,
    Index,
    RoundModel,
)
from tracker.ui.pages.round.typed import KEYS, PERCENT, STATE, WAYS, state_words
from tracker.ui.widgets.tables import Table, draw_line, number_width, put_on_clipboard

if TYPE_CHECKING:
    from tracker.domain.workflow import Step
    from tracker.ui.desk import Desk

_Hint = QAbstractItemDelegate.EndEditHint
_ARROWS = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)


class Sheet(Table):
    """The table of a round."""

    record_wanted = Signal()
    """Ctrl+Enter."""

    def __init__(self, desk: Desk, model: RoundModel) -> None:
        super().__init__(desk, "round-sheet", desk.text("Tasks by person; type down the columns"))
        self.sheet = model
        self.typing = False
        """Whether the cell that is edited was opened by typing: then arrows leave it."""
        self.setModel(model)
        self.setItemDelegate(SheetDelegate(desk, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().setSectionsMovable(False)
        for at, key in enumerate(COLUMNS):
            self.setColumnWidth(at, desk.theme.px(WIDTHS[key]))
        self.horizontalHeader().setStretchLastSection(True)
        self.restore_columns()

    def fit_numbers(self) -> None:
        """Make room for the numbers of the rows, whose ends tell them apart; a wider column stays."""
        theme, at = self._desk.theme, COLUMNS.index(NUMBER)
        asked = theme.px(number_width(theme, (row.number for row in self.sheet.rows)))
        self.setColumnWidth(at, max(asked, self.columnWidth(at)))

    # --- where the cursor is ------------------------------------------------------------------------------------------

    def go_to(self, row: int, column: int) -> None:
        """Put the cursor into a cell; nothing where the sheet ends."""
        if 0 <= row < self.sheet.rowCount() and 0 <= column < self.sheet.columnCount():
            self.setCurrentIndex(self.sheet.index(row, column))
            self.scrollTo(self.currentIndex())

    def step(self, down: int, right: int) -> None:
        """Go on by so many cells."""
        at = self.currentIndex()
        if at.isValid():
            self.go_to(at.row() + down, at.column() + right)

    def next_cell(self, right: int) -> None:
        """Tab: the next cell that is typed, from the last one to the first one of the row below."""
        at = self.currentIndex()
        row, column = at.row(), at.column() + right
        if column > LAST:
            row, column = row + 1, FIRST
        elif column < FIRST:
            row, column = (row - 1, LAST) if right < 0 else (row, FIRST)
        self.go_to(row, column)

    # --- many cells at once -------------------------------------------------------------------------------------------

    def block(self) -> tuple[int, int, int, int]:
        """The selected cells: first row and column, last row and column."""
        chosen = self.selectionModel().selectedIndexes()
        rows, columns = [each.row() for each in chosen], [each.column() for each in chosen]
        return (min(rows), min(columns), max(rows), max(columns)) if chosen else (0, 0, -1, -1)

    def fill_down(self) -> None:
        """Ctrl+D: the topmost cells of the selection into those below; of one row, the cells above into it."""
        top, left, bottom, right = self.block()
        source = top if bottom > top else top - 1
        first = source + 1
        columns = [column for column in range(left, right + 1) if FIRST <= column <= LAST]
        if source < 0 or not columns:
            return
        self.sheet.write(
            {
                (row, COLUMNS[column]): self.sheet.text(source, COLUMNS[column])
                for row in range(first, bottom + 1)
                for column in columns
            }
        )

    def empty(self) -> None:
        """Delete: nothing is typed in the selected cells any more."""
        top, left, bottom, right = self.block()
        self.sheet.write(
            {
                (row, COLUMNS[column]): ""
                for row in range(top, bottom + 1)
                for column in range(left, right + 1)
                if FIRST <= column <= LAST
            }
        )

    def copy(self, *, headings: bool = False) -> None:
        """The selected cells as a sheet pastes them."""
        top, left, bottom, right = self.block()
        lines = [
            [self.sheet.shown(row, COLUMNS[column]) for column in range(left, right + 1)]
            for row in range(top, bottom + 1)
        ]
        if headings:
            across = Qt.Orientation.Horizontal
            lines.insert(0, [str(self.sheet.headerData(column, across)) for column in range(left, right + 1)])
        put_on_clipboard(lines)

    def paste(self) -> None:
        """A block from the cursor on; one cell fills the whole selection. What is not typed is passed over."""
        block = [line.split("\t") for line in QGuiApplication.clipboard().text().rstrip("\r\n").splitlines()]
        if not block:
            return
        top, left, bottom, right = self.block()
        if len(block) == 1 and len(block[0]) == 1:
            block = [block[0] * (right - left + 1)] * (bottom - top + 1)
        self.sheet.write(
            {
                (top + down, COLUMNS[left + across]): text
                for down, line in enumerate(block)
                for across, text in enumerate(line)
                if top + down < self.sheet.rowCount() and FIRST <= left + across <= LAST
            }
        )

    def choose_state(self) -> None:
        """Alt+Down on a status: the few there are."""
        index, words = self.currentIndex(), self._desk.words
        if COLUMNS[index.column()] != STATE:
            return
        menu = QMenu(self)
        for step in WAYS:
            menu.addAction(state_words(words, step)).triggered.connect(partial(self._set_state, step))
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

    def _set_state(self, step: Step, _checked: bool = False) -> None:
        self.sheet.write({(self.currentIndex().row(), STATE): state_words(self._desk.words, step)})

    # --- keys ---------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """The sheet's keys come before the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        plain = event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete)
        return plain or any(map(event.matches, _OWN)) or (control and event.key() in (Qt.Key.Key_D, *_ENTER))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Excel's keys; whatever else types into the cell."""
        deed = self._deed(event)
        if deed:
            return
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            QAbstractItemView.keyPressEvent(self, event)
            return
        self.typing = True
        QAbstractItemView.keyPressEvent(self, event)

    def _deed(self, event: QKeyEvent) -> bool:
        """Do what a key means here; whether it meant anything."""
        key, modifiers = event.key(), event.modifiers()
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        bare = modifiers & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER and bare in (Qt.KeyboardModifier.NoModifier, shift):
            self.step(-1 if bare == shift else 1, 0)
        elif key in _ENTER and bare == control:
            self.record_wanted.emit()
        elif key == Qt.Key.Key_Tab:
            self.next_cell(1)
        elif key == Qt.Key.Key_Backtab:
            self.next_cell(-1)
        elif key == Qt.Key.Key_F2:
            self.typing = False
            self.edit(self.currentIndex())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.empty()
        elif key == Qt.Key.Key_D and bare == control:
            self.fill_down()
        elif key == Qt.Key.Key_Down and bare == Qt.KeyboardModifier.AltModifier:
            self.choose_state()
        else:
            return self._standard(event)
        return True

    def _standard(self, event: QKeyEvent) -> bool:
        standard = QKeySequence.StandardKey
        headings = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.matches(standard.Undo):
            self.sheet.undo()
        elif event.matches(standard.Redo):
            self.sheet.redo()
        elif event.matches(standard.Cut):
            self.copy()
            self.empty()
        elif event.matches(standard.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == headings:
            self.copy(headings=True)
        elif event.matches(standard.Paste):
            self.paste()
        elif event.key() in _ARROWS and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.step(*_ARROWS[Qt.Key(event.key())])
        else:
            return False
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """A letter that an input method composes opens the cell, too."""
        self.typing = True
        super().inputMethodEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's signature
        """Tab stays in the sheet, as in Excel; F6 and Ctrl+Tab leave it."""
        self.next_cell(1 if forward else -1)
        return True

    def closeEditor(self, editor: QWidget, hint: _Hint) -> None:  # noqa: N802 - Qt's name
        """Once a cell is left by Tab, its neighbour gets the cursor and is not opened."""
        super().closeEditor(editor, _Hint.NoHint)
        if hint in (_Hint.EditNextItem, _Hint.EditPreviousItem):
            self.next_cell(1 if hint is _Hint.EditNextItem else -1)


class SheetDelegate(QStyledItemDelegate):
    """Paints the cells, and opens a line to type into."""

    def __init__(self, desk: Desk, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._desk, self._sheet = desk, sheet

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802, ARG002 - Qt's
        """A line without a frame of its own."""
        line = QLineEdit(parent)
        line.setProperty("cell", True)
        line.setFrame(False)
        line.setAccessibleName(str(self._sheet.sheet.headerData(index.column(), Qt.Orientation.Horizontal)))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's name
        """What stood there, if F2 opened the cell; typing begins anew."""
        if isinstance(editor, QLineEdit) and not self._sheet.typing:
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:  # noqa: N802, ARG002 - Qt's name
        """Take what was typed."""
        if isinstance(editor, QLineEdit):
            self._sheet.sheet.setData(index, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter goes down, arrows leave a cell that is being typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, QWidget):
            move = self._move(event)
            if move is not None:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, _Hint.NoHint)
                self._sheet.setFocus()
                self._sheet.step(*move)
                return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()  # while a cell is open, no key means anything to the window
            return False
        return super().eventFilter(editor, event)

    def _move(self, event: QKeyEvent) -> tuple[int, int] | None:
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER:
            if bare == Qt.KeyboardModifier.NoModifier:
                return 1, 0
            return (-1, 0) if bare == Qt.KeyboardModifier.ShiftModifier else None
        if self._sheet.typing and bare == Qt.KeyboardModifier.NoModifier and event.key() in _ARROWS:
            return _ARROWS[Qt.Key(event.key())]
        return None

    # --- paint --------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell: typed ones on their own ground, wrong ones framed, the first row of a person set off by a line."""
        theme, model = self._desk.theme, self._sheet.sheet
        box: QRect = option.rect
        row, key = index.row(), COLUMNS[index.column()]
        task = model.rows[row]
        typed = bool(model.text(row, key)) if key in KEYS else False
        wrong = key in KEYS and model.fault(task.id, key) is not None
        self._ground(painter, box, option, typed=typed, wrong=wrong, first=model.is_first(row))
        inner = box.adjusted(tokens.GAP - 2, 0, -(tokens.GAP - 2) // 2, -1)
        if key == STATE and not typed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            look, middle = task.deadline_class or task.state, box.center().y() + 0.5
            chips.chip(painter, theme, inner.left() - 2, middle, inner.width(), look, model.shown(row, key))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            return
        strong = typed or (key == OWNER and model.is_first(row))
        draw_line(painter, theme, inner, model.shown(row, key), self._ink(key, row, typed, wrong), strong=strong)

    def _ground(
        self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, *, typed: bool, wrong: bool, first: bool
    ) -> None:
        theme = self._desk.theme
        colours = theme.colours
        painter.setBrush(Qt.BrushStyle.NoBrush)  # a chip before may have left its own
        if wrong:
            painter.fillRect(box, QColor(colours.overdue.tint))
        elif typed:
            painter.fillRect(box, QColor(colours.accent_tint))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.selection)
        painter.setPen(theme.row_line)
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if first:
            painter.setPen(QPen(QColor(colours.line)))
            painter.drawLine(box.topLeft(), box.topRight())
        if wrong:
            painter.setPen(QPen(QColor(colours.overdue.ink)))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        if option.state & QStyle.StateFlag.State_HasFocus or self._is_current(option):
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))

    def _is_current(self, option: QStyleOptionViewItem) -> bool:
        return option.index == self._sheet.currentIndex()

    def _ink(self, key: str, row: int, typed: bool, wrong: bool) -> QColor:
        theme, model = self._desk.theme, self._sheet.sheet
        if wrong or (key == SAYS and model.wrong(model.task(row)) is not None):
            return QColor(theme.colours.overdue.ink)
        if typed or key in (TITLE, SAYS):
            return theme.text
        if key == OWNER:
            return theme.text if model.is_first(row) else theme.muted
        return theme.muted if key in (NUMBER, DUE, PERCENT) else theme.text
