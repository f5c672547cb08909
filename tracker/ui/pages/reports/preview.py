"""The preview of a report: the very PDF that is saved and printed, with its pages beside, zoom and search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from tracker.ui import tokens
from tracker.ui.pages.reports.pageview import PAGE, WIDTH, PageView
from tracker.ui.pages.reports.sheets import Sheets
from tracker.ui.pages.reports.thumbnails import Thumbnails
from tracker.ui.widgets.basics import icon_button, label, row

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QResizeEvent

    from tracker.ui.desk import Desk
    from tracker.ui.pages.reports.sheets import Hit, Strip

ZOOMS = (50, 75, 100, 125, 150, 200, 300)
SEARCH_AFTER_MS = 200
ROOM_FOR_THUMBNAILS = 560
"""Width below which the small pages give their room to the page."""


class Preview(QWidget):
    """Shows PDFs that this program drew. `show_pdf` replaces one; until the new one is there the old one stays."""

    loaded = Signal()
    """The pages of the PDF are there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.data = b""
        self.setObjectName("preview")
        self._sheets: Sheets | None = None
        self._wanted: dict[str, list[Strip]] = {"pages": [], "thumbnails": []}
        self._small: set[Strip] = set()
        self._hits: list[Hit] = []
        self._at = -1
        self.pages, self.thumbnails = PageView(desk), Thumbnails(desk)
        self.pages.setAccessibleName(desk.text("Preview"))
        self.pages.thumbnail = lambda page: self.thumbnails.images.get(page)
        self.pages.wanted.connect(lambda strips: self._want("pages", strips))
        self.thumbnails.wanted.connect(self._want_small)
        self.pages.turned.connect(self._turned)
        self.pages.zoomed.connect(self._tell_zoom)
        self.thumbnails.chosen.connect(self.pages.go_to)
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_AFTER_MS)
        self._timer.timeout.connect(self._search)
        self._lay_out()
        self._tell_pages()
        self.destroyed.connect(self._closer())

    # --- the PDF ------------------------------------------------------------------------------------------------------

    def show_pdf(self, data: bytes) -> None:
        """Show another PDF."""
        self.close_pdf()
        self.data = data
        sheets = self._sheets = Sheets(data)
        sheets.opened.connect(self._opened)
        sheets.drawn.connect(self._drawn)
        sheets.found.connect(self._found)
        sheets.start()

    def close_pdf(self) -> None:
        """Draw nothing more."""
        if self._sheets is not None:
            self._sheets.opened.disconnect(self._opened)
            self._sheets.drawn.disconnect(self._drawn)
            self._sheets.found.disconnect(self._found)
            self._sheets.close()
            self._sheets = None

    @property
    def count(self) -> int:
        """Pages of the PDF."""
        return len(self.pages.sizes)

    def look_for(self) -> None:
        """Put the cursor where the preview is searched."""
        self.words.setFocus()
        self.words.selectAll()

    def _closer(self) -> object:
        """Ends the thread when the widget is gone; knows the preview by what it holds alone."""
        kept = self.__dict__
        return lambda: kept["_sheets"].close() if kept.get("_sheets") else None

    def _opened(self, sizes: list[tuple[float, float]]) -> None:
        self.thumbnails.show_sizes(sizes)
        self.pages.show_sizes(sizes)
        self._tell_pages()
        self._tell_zoom()
        self._search()
        self.loaded.emit()

    def _drawn(self, strip: Strip, image: QImage) -> None:
        if strip in self._small:
            self.thumbnails.bring(strip.page, image)
        else:
            self.pages.bring(strip, image)

    def _want_small(self, strips: list[Strip]) -> None:
        self._small.update(strips)
        self._want("thumbnails", strips)

    def _want(self, who: str, strips: list[Strip]) -> None:
        self._wanted[who] = strips
        if self._sheets is not None:
            self._sheets.want([*self._wanted["pages"], *self._wanted["thumbnails"]])

    # --- page and zoom ------------------------------------------------------------------------------------------------

    def _turned(self, page: int) -> None:
        self.thumbnails.mark(page)
        self._tell_pages()

    def _tell_pages(self) -> None:
        number = str(self.pages.page + 1) if self.count else ""
        if not self.number.hasFocus():
            self.number.setText(number)
        self.of.setText(self.desk.text("of {count}", count=self.count) if self.count else "")
        name = self.desk.text("Page {number} of {count}", number=number, count=self.count)
        self.pages.setAccessibleDescription(name if self.count else "")

    def _go(self) -> None:
        if self.number.text().isdecimal():
            self.pages.go_to(int(self.number.text()) - 1)
        self.pages.setFocus()
        self._tell_pages()

    def _tell_zoom(self) -> None:
        """The zoom in force; one between those of the list stands at its end."""
        words, shipped = f"{round(self.pages.factor() * 100)} %", 2 + len(ZOOMS)
        if self.zoom.count() > shipped:
            self.zoom.removeItem(shipped)
        at = self.zoom.findData(self.pages.zoom)
        if at < 0:
            self.zoom.addItem(words, self.pages.zoom)
            at = shipped
        self.zoom.setCurrentIndex(at)
        self.zoom.setToolTip(words)

    def _zoom(self, at: int) -> None:
        self.pages.set_zoom(self.zoom.itemData(at))

    # --- search -------------------------------------------------------------------------------------------------------

    def _search(self) -> None:
        self._hits, self._at = [], -1
        self.pages.mark([], None)
        self._tell_hits(whole=not self.words.text().strip())
        if self._sheets is not None:
            self._sheets.search(self.words.text().strip())

    def _found(self, words: str, hits: list[Hit], whole: bool) -> None:
        if words != self.words.text().strip():
            return
        first = not self._hits and hits
        self._hits = hits
        if first:
            self._at = next((at for at, hit in enumerate(hits) if hit.page >= self.pages.page), 0)
            self.pages.show_hit(hits[self._at])
        self.pages.mark(hits, hits[self._at] if hits else None)
        self._tell_hits(whole=whole)

    def step(self, by: int) -> None:
        """F3, Shift+F3: the next place that was found, or the one before."""
        if self._hits:
            self._at = (self._at + by) % len(self._hits)
            self.pages.mark(self._hits, self._hits[self._at])
            self.pages.show_hit(self._hits[self._at])
            self._tell_hits(whole=True)

    def _tell_hits(self, *, whole: bool) -> None:
        if self._hits:
            told = f"{self._at + 1}/{len(self._hits)}{'' if whole else '…'}"
        else:
            told = self.desk.text("not found") if whole and self.words.text().strip() else ""
        self.hits.setText(told)
        self.hits.setAccessibleName(told)

    # --- looks --------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        desk, px = self.desk, self.desk.theme.px
        text = desk.text
        self.number = QLineEdit()
        self.number.setObjectName("page-number")
        self.number.setAccessibleName(text("Page"))
        self.number.setValidator(QIntValidator(1, 99_999, self.number))
        self.number.setFixedWidth(px(48))
        self.number.returnPressed.connect(self._go)
        self.of = label("", "muted")
        self.zoom = QComboBox()
        self.zoom.setObjectName("zoom")
        self.zoom.setAccessibleName(text("Zoom"))
        self.zoom.addItem(text("Fit width"), WIDTH)
        self.zoom.addItem(text("Whole page"), PAGE)
        for percent in ZOOMS:
            self.zoom.addItem(f"{percent} %", percent / 100)
        self.zoom.setFixedWidth(px(126))
        self.zoom.activated.connect(self._zoom)
        self.words = _Search(self)
        self.words.setObjectName("find-in-preview")
        self.words.setAccessibleName(text("Find in the preview"))
        self.words.setPlaceholderText(text("Find in the preview"))
        self.words.setClearButtonEnabled(True)
        self.words.textChanged.connect(lambda _: self._timer.start())
        self.hits = label("", "muted")
        before = icon_button(desk.theme.icon("left"), text("Previous place (Shift+F3)"), "hit-before", self._back)
        after = icon_button(desk.theme.icon("right"), text("Next place (F3)"), "hit-after", lambda: self.step(1))
        bar = row(self.number, self.of, self.zoom, self.words, self.hits, before, after)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(tokens.GAP)
        whole.addLayout(bar)
        whole.addLayout(row(self.thumbnails, self.pages, spacing=tokens.GRID), 1)
        for keys, by in (("F3", 1), ("Shift+F3", -1)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self.step(by))

    def _back(self) -> None:
        self.step(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """With little room the page is worth more than the small pages."""
        super().resizeEvent(event)
        self.thumbnails.setVisible(self.width() >= self.desk.theme.px(ROOM_FOR_THUMBNAILS))


class _Search(QLineEdit):
    """Enter goes on to the next place, Esc back to the pages."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The two keys that mean something here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._preview.step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._preview.pages.setFocus()
        else:
            super().keyPressEvent(event)
