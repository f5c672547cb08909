"""The frame: navigation, the top row that is the same on every page, the page, the status bar.

What is not seen at the first paint (shortcuts, status, reminders, charts) comes right after it, from
`tracker.ui.afterwards`: the way to the first painted window is measured.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)

from tracker.ui import tokens
from tracker.ui.navigation import Navigation
from tracker.ui.pages import PAGES, Page
from tracker.ui.theme import elided

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from tracker.ui.desk import Desk

SIZE = QSize(1366, 768)
SMALLEST = QSize(910, 512)


def fills(room: QSize) -> bool:
    """Whether the window as it opens would not fit the screen with its frame, so that its foot would be out of sight.

    A screen too small even for the smallest window is none a person sits before (no display at all).
    """
    sits = room.width() >= SMALLEST.width() and room.height() >= SMALLEST.height()
    return sits and (room.width() <= SIZE.width() or room.height() <= SIZE.height())


class Window(QMainWindow):
    """The program's window over one open data folder."""

    painted = Signal()
    """The first page is filled and on the screen."""
    closing = Signal()

    def __init__(self, desk: Desk, first: str = "today") -> None:
        super().__init__()
        self.desk = desk
        self.pages: dict[str, Page] = {}
        self._page = ""
        self._waiting, self._completed = True, False
        self._narrowed = False
        self.setWindowTitle(desk.text("Ba Rõ"))
        self.setObjectName("window")
        self.setMinimumSize(SMALLEST)
        self.navigation = Navigation(desk)
        self.navigation.chosen.connect(self.open)
        self.top = TopRow(desk)
        self.stack = QStackedWidget()
        self.setCentralWidget(self._laid_out())
        self.setStatusBar(QStatusBar())  # of our own: one that Qt makes PySide may call deleted while it is there
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setFixedHeight(desk.theme.px(tokens.STATUS))
        self._type = desk.theme.px(tokens.FIELD)
        desk.theme.changed.connect(self._sized)
        desk.went.connect(self.open)
        desk.turned.connect(self._turned)
        desk.changed.connect(self._changed)
        self._take_place()
        self.open(first, {})

    # --- pages --------------------------------------------------------------------------------------------------------

    def open(self, name: str, what: object = None) -> None:
        """Show a page, and there what was asked for (a mapping)."""
        page = self.page(name)
        if name != self._page:
            self._page = name
            self.stack.setCurrentWidget(page)
        if what:
            page.show_what(**what)  # type: ignore[arg-type]
        elif page.stale:
            QTimer.singleShot(0, self._refresh)  # what was there is on the screen first: switching never waits
        self._head()

    @property
    def current(self) -> Page:
        """The page in view."""
        return self.pages[self._page]

    def page(self, name: str) -> Page:
        """A page, made when it is first asked for."""
        if name not in self.pages:
            module, _, cls = PAGES[name].partition(":")
            page: Page = getattr(import_module(module), cls)(self.desk)
            page.setObjectName(f"page-{name}")
            page.noted.connect(self._head)
            self.pages[name] = page
            self.stack.addWidget(page)
            if self._completed:
                QTimer.singleShot(0, page.complete)
        return self.pages[name]

    def complete(self) -> None:
        """After the first paint: what pages and pickers could do without."""
        self._completed = True
        self.top.complete()
        for page in self.pages.values():
            page.complete()

    def _refresh(self) -> None:
        page = self.current
        if page.stale:
            page.stale = False
            page.reload()
            self._head()

    def _turned(self) -> None:
        for page in self.pages.values():
            page.stale = True
        self.top.tell()
        self._refresh()

    def _changed(self, changes: object) -> None:
        for page in self.pages.values():
            page.stale = page is not self.current
        self.current.changed(changes)
        self._head()

    def _sized(self) -> None:
        """Another size of type: the frame takes it, and pages are made anew when they are shown."""
        px = self.desk.theme.px
        if self._type == px(tokens.FIELD):
            return
        self._type = px(tokens.FIELD)
        self.statusBar().setFixedHeight(px(tokens.STATUS))
        self.top.setFixedHeight(px(tokens.FIELD))
        name, here, old = self._page, self.current.here(), list(self.pages.values())
        self.pages, self._page = {}, ""
        self.open(name, here)
        for page in old:
            page.stop()
            self.stack.removeWidget(page)
            page.deleteLater()
        self._fit()

    def _head(self) -> None:
        page = self.current
        self.top.show_page(page)
        self.navigation.mark(self._page, getattr(page, "view", None))

    # --- the frame ----------------------------------------------------------------------------------------------------

    def _laid_out(self) -> QWidget:
        whole, right = QWidget(), QWidget()
        row, column = QHBoxLayout(whole), QVBoxLayout(right)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(right, 1)
        column.setContentsMargins(tokens.MARGIN, tokens.GAP, tokens.MARGIN, tokens.GAP)
        column.setSpacing(tokens.GAP)
        column.addWidget(self.top)
        self.banners = QVBoxLayout()
        self.banners.setSpacing(tokens.GAP)
        column.addLayout(self.banners)
        column.addWidget(self.stack, 1)
        return whole

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Below a width the navigation is shut by itself, and opened again when there is room."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        if (self.width() < self.desk.theme.px(tokens.SMALL_WIDTH)) != self._narrowed:
            self._fit()

    def _fit(self) -> None:
        """Take what the width gives room for."""
        self._narrowed = self.width() < self.desk.theme.px(tokens.SMALL_WIDTH)
        self.navigation.fit(shut=self._narrowed or self._wants_shut())
        self.top.fit(narrow=self._narrowed)

    def fold_navigation(self) -> None:
        """Ctrl+B: shut the navigation, or open it."""
        shut = not self.navigation.shut
        self.desk.personal.setValue("navigation/shut", shut)
        self.navigation.fit(shut=shut)

    def _wants_shut(self) -> bool:
        return self.desk.personal.value("navigation/shut", defaultValue=False, type=bool) is True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The first paint, of the window and all in it, is over when the event loop asks for the next thing."""
        super().paintEvent(event)
        if self._waiting:
            self._waiting = False
            QTimer.singleShot(0, self.painted.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button with the focus."""
        from tracker.ui.widgets.basics import enter_presses

        if not enter_presses(event, self.focusWidget()):
            super().keyPressEvent(event)

    def closeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Remember the place, and let what runs in the background end."""
        self.desk.personal.setValue("window/geometry", self.saveGeometry())
        self.desk.personal.sync()
        self.closing.emit()
        for page in self.pages.values():
            page.stop()
        super().closeEvent(event)  # type: ignore[arg-type]

    def _take_place(self) -> None:
        """Where it was last; on a screen that is there (restoreGeometry sees to it)."""
        kept = self.desk.personal.value("window/geometry")
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            self.resize(SIZE)
            if fills(self.screen().availableSize()):
                self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)
        self.navigation.fit(shut=self._wants_shut())


class _Note(QLabel):
    """What stands beside the title: it takes the room that is left, and is cut where that is too little."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It gives way to everything else in the row."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """As any label, but for the end of a text that is too long."""
        shown = elided(self.fontMetrics(), self.text(), self.width())
        if shown == self.text():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class TopRow(QWidget):
    """Title and note of the page; search, unit, period and the primary action in one fixed place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setFixedHeight(desk.theme.px(tokens.FIELD))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP - tokens.GRID)
        self.title, self.note = QLabel(), _Note()
        for label, role in ((self.title, "title"), (self.note, "muted")):
            label.setProperty("role", role)
            label.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(label, int(label is self.note))
        self.search = QPushButton(desk.theme.icon("search"), "")
        self.search.setObjectName("search")
        self.search.setAccessibleName(desk.text("Go to a task, a person, a command"))
        row.addWidget(self.search)
        self.unit = _picker("unit", desk.text("Unit"))
        self.period = _picker("period", desk.text("Period"))
        self.unit.activated.connect(lambda at: desk.choose_unit(self.unit.itemData(at)))
        row.addWidget(self.unit)
        row.addWidget(self.period)
        self.primary = QPushButton()
        self.primary.setObjectName("primary")
        self.primary.setProperty("primary", True)
        self.primary.clicked.connect(self._do)
        row.addWidget(self.primary)
        self._deed: object = None
        self._completed = False
        self.fit(narrow=False)
        self.tell()

    def show_page(self, page: Page) -> None:
        """The words of the page in view."""
        self.title.setText(page.heading())
        self.note.setText(page.note())
        self.period.setEnabled(page.of_period)
        words, self._deed = page.primary() or (self._desk.text("Assign a task"), None)
        self.primary.setText(words)
        self.primary.setAccessibleName(words)

    def tell(self) -> None:
        """The unit and the period in view, also when another page chose them."""
        if self._completed:
            fill_units(self.unit, self._desk)
            return
        self.unit.clear()
        self.unit.addItem(_abbreviated(self._desk.unit_name()), self._desk.unit)
        self.period.clear()
        self.period.addItem(_quarter(self._desk), None)

    def fit(self, *, narrow: bool) -> None:
        """With little room the search shows its icon alone, the pickers less of their words."""
        px = self._desk.theme.px
        words = self._desk.text("Task, person, command")
        self.search.setText("" if narrow else f"  {words}    Ctrl+K")
        self.search.setFixedWidth(px(tokens.FIELD + 6) if narrow else px(246))
        self.unit.setFixedWidth(px(216))
        self.period.setFixedWidth(px(132 if self._desk.words.language == "vi" else 156))

    def complete(self) -> None:
        """Fill the pickers: what is not chosen the first paint has no need of."""
        from tracker.ui.periods import fill

        self._completed = True
        fill_units(self.unit, self._desk)
        fill(self.period, self._desk)

    def _do(self) -> None:
        if callable(self._deed):
            self._deed()
        else:
            self._desk.go("tasks", assign=True)


class _Picker(QComboBox):
    """A picker that shortens a long choice with an ellipsis, and names it whole in its tooltip."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """As the style does, but for the end of a text that is too long."""
        text = self.currentText().strip()
        shown = elided(self.fontMetrics(), text, self.width() - 2 * tokens.GAP - tokens.ROW)
        if shown == text:
            super().paintEvent(event)
            return
        from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter

        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = shown
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


def _picker(name: str, words: str) -> QComboBox:
    picker = _Picker()
    picker.setObjectName(name)
    picker.setAccessibleName(words)
    picker.setToolTip(words)
    picker.setMaxVisibleItems(7)
    return picker


def fill_units(picker: QComboBox, desk: Desk) -> None:
    """The units of today as a tree, the one in view chosen; the office itself is no unit but everybody."""
    units = desk.units()
    picker.clear()
    for unit in units:
        whole = unit is units[0]
        picker.addItem("    " * unit.depth + _abbreviated(unit.name), None if whole else unit.id)
    picker.setCurrentIndex(max(0, picker.findData(desk.unit)))


def _abbreviated(name: str) -> str:
    """A unit's name as offices shorten it where there is little room."""
    return name.replace("Ủy ban nhân dân", "UBND").replace("Hội đồng nhân dân", "HĐND")


def _quarter(desk: Desk) -> str:
    """What `tracker.ui.periods` calls the current quarter, which is in view until another period is picked."""
    quarter = ("I", "II", "III", "IV")[(desk.today.month - 1) // 3]
    return desk.text("Quarter {quarter}/{year}", quarter=quarter, year=desk.today.year)
