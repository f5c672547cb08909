"""The line above the list: the name of the view, how many rows, the filters that are set, and how it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QSizePolicy, QToolButton, QWidget

from tracker.ui import tokens
from tracker.ui.widgets.basics import button, icon_button, label, literal
from tracker.ui.widgets.search import SearchField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from tracker.ui.desk import Desk
    from tracker.ui.filters import Chip

LIST, BOARD, MONTH = "list", "board", "month"
SHAPES = (LIST, BOARD, MONTH)
"""How the tasks are shown: rows, columns by deadline class, days of a month."""
_SEARCH, _SEARCH_LEAST = 220, 130
_GAP = tokens.GAP - tokens.GRID


class ListHead(QWidget):
    """Name, count and chips at the left, the tools at the right; chips that find no room stand in lines below."""

    searched = Signal(str)
    removed = Signal(str)
    """The × of a chip: its key."""
    shaped = Signal(str)
    """Another way to show the tasks, of SHAPES."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        px, icon = desk.theme.px, desk.theme.icon
        self._height = px(tokens.FIELD)
        self.setProperty("clear", True)
        self.name, self.count = label("", "card"), label("", "muted")
        self.count.setObjectName("list-count")
        self.search = SearchField(desk)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self.searched)
        self.views = icon_button(icon("pin"), desk.text("Saved views"), "views")
        self.filter = icon_button(icon("filter"), desk.text("Filter"), "filter")
        self.columns = icon_button(icon("columns"), desk.text("Columns"), "columns")
        self.print = icon_button(icon("print"), desk.text("Print this list (Ctrl+P)"), "print")
        self.round = icon_button(icon("sheet"), desk.text("Clerk's round"), "to-round", lambda: desk.go("round"))
        self.book = icon_button(
            icon("import"), desk.text("Import a book"), "to-import", lambda: desk.go("import", what="tasks")
        )
        self._shapes = QButtonGroup(self)
        self._shape_buttons = [self._shape(shape, words) for shape, words in _shape_words(desk).items()]
        self._chips: list[QPushButton] = []
        self._tools: list[QWidget] = [
            *(self.search, self.filter, self.views, *self._shape_buttons),
            *(self.columns, self.print, self.round, self.book),
        ]
        for each in (self.name, self.count, *self._tools):
            each.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, name: str, count: str, chips: Sequence[Chip]) -> None:
        """What the list is."""
        self.name.setText(name)
        self.count.setText(count)
        if [(each.objectName(), each.text()) for each in self._chips] != [
            (f"chip-{chip.key}", literal(f"{chip.words}  ×")) for chip in chips
        ]:
            self._show_chips(chips)
        self._arrange()

    def tell_shape(self, shape: str) -> None:
        """How the tasks are shown now."""
        for each in self._shape_buttons:
            each.setChecked(each.objectName() == f"shape-{shape}")
        self.columns.setVisible(shape == LIST)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Everything finds its place anew."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Other sizes of type need other places."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the lines of chips need."""
        return QSize(400, self.height() or self._height)

    def _show_chips(self, chips: Sequence[Chip]) -> None:
        had = [each.objectName() for each in self._chips if each.hasFocus()]
        for old in self._chips:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._chips = []
        for chip in chips:
            made = button(literal(f"{chip.words}  ×"), f"chip-{chip.key}")
            made.clicked.connect(lambda _=False, key=chip.key: self.removed.emit(key))
            made.setAccessibleName(self._desk.text("Take away the filter “{name}”", name=chip.words))
            made.setToolTip(self._desk.text("Take this filter away (Shift+Esc: all)"))
            made.setProperty("chip", True)
            made.setParent(self)
            made.show()
            self.setTabOrder(self._chips[-1] if self._chips else self.book, made)
            self._chips.append(made)
        if had:
            (self._chips[0] if self._chips else self.search).setFocus()

    def _shape(self, shape: str, words: str) -> QToolButton:
        made = icon_button(self._desk.theme.icon(shape), words, f"shape-{shape}", lambda: self.shaped.emit(shape))
        made.setCheckable(True)
        self._shapes.addButton(made)
        return made

    def _arrange(self) -> None:
        """From the right the tools, from the left name and count, then chips as far as there is room."""
        left = 0
        for each in (self.name, self.count):
            width = each.sizeHint().width()
            each.setGeometry(QRect(left, 0, width, self._height))
            left += width + tokens.GAP
        right = self._arrange_tools(left)
        below = self._arrange_chips(left, right)
        if below != self.height():
            self.setFixedHeight(below)

    def _arrange_tools(self, left: int) -> int:
        px = self._desk.theme.px
        tools = [each for each in self._tools[1:] if not each.isHidden()]
        widths = {each: each.sizeHint().width() for each in tools}
        rest = self.width() - left - sum(widths.values()) - _GAP
        chips = sum(each.sizeHint().width() + _GAP for each in self._chips)
        search = max(px(_SEARCH_LEAST), min(px(_SEARCH), rest - chips))
        at = self.width()
        for each in reversed(tools):
            at -= widths[each]
            high = min(self._height, each.sizeHint().height())
            each.setGeometry(QRect(at, (self._height - high) // 2, widths[each], high))
        at -= search + _GAP
        self.search.setGeometry(QRect(at, 0, search, self._height))
        return at - _GAP

    def _arrange_chips(self, left: int, right: int) -> int:
        """Put the chips behind the count or into lines below; the height of it all."""
        height = self._desk.theme.px(tokens.CHIP) + 2
        x, y, end = left, (self._height - height) // 2, right
        for each in self._chips:
            width = min(each.sizeHint().width(), self.width())
            if x + width > end:
                x, end = 0, self.width()
                y += self._height if y < self._height else height + tokens.GRID
            each.setGeometry(QRect(x, y, width, height))
            x += width + _GAP
        return max(self._height, y + height)


def _shape_words(desk: Desk) -> dict[str, str]:
    return {
        LIST: desk.text("As a list"),
        BOARD: desk.text("As a board by deadline"),
        MONTH: desk.text("As a month"),
    }
