"""F1: the built-in guide, in a window of its own: contents, search without accents, the page of the screen in view.

Its pages are the program's own files (resources/guide/*.md, Vietnamese); nothing else is ever loaded, and no link leads
out of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter, QShortcut, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from tracker.domain.text import fold
from tracker.resource import resource
from tracker.ui import tokens
from tracker.ui.manuscript import dressed
from tracker.ui.widgets.basics import button, column, label, row

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from tracker.ui.desk import Desk

FIRST = "bat-dau"
ORDER = (
    *(FIRST, "hom-nay", "nhiem-vu", "giao-viec", "hanh-dong", "vong-ghi", "can-bo", "don-vi", "nhap", "bao-cao"),
    *("nhat-ky", "thiet-lap", "so-lieu", "phim-tat"),
)
"""The pages in the order of the contents; what is not named here comes after them."""
KEYS = "phim-tat"
FIT_AFTER_MS = 80


def open_guide(desk: Desk, window: QWidget, page: str) -> Guide:
    """Show a page of the guide over a window or a dialog; the window of the guide is opened once for each."""
    guide = window.findChild(Guide) or Guide(desk, window)
    guide.open_page(page)
    guide.show()
    guide.raise_()
    guide.activateWindow()
    return guide


def pages() -> dict[str, str]:
    """Name → text of every page, in the order of the contents."""
    there = {path.stem: path.read_text(encoding="utf-8") for path in sorted(resource("guide").glob("*.md"))}
    return {name: there[name] for name in sorted(there, key=lambda each: (_at(each), each))}


def _at(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)


def title(text: str) -> str:
    """The heading of a page."""
    return text.lstrip().partition("\n")[0].lstrip("# ").strip()


class Guide(QDialog):
    """The window of the guide. Not modal: it stays beside the work."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._pages = pages()
        self._page = ""
        self.setObjectName("guide")
        self.setWindowTitle(desk.text("Guide of Ba Rõ"))
        self.setAccessibleName(desk.text("Guide of Ba Rõ"))
        self.setModal(False)
        self._fill()
        px = desk.theme.px
        room = (window.parentWidget() or window).size()
        self.resize(min(px(1040), room.width()), min(px(680), room.height()))
        desk.theme.changed.connect(self._again)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)
        QShortcut(QKeySequence("F3"), self, self.next_hit)
        QShortcut(QKeySequence("Alt+Left"), self, self._back)

    def _fill(self) -> None:
        text = self._desk.text
        self.search = QLineEdit()
        self.search.setObjectName("guide-search")
        self.search.setPlaceholderText(text("Search the guide"))
        self.search.setAccessibleName(text("Search the guide"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._searched)
        self.search.returnPressed.connect(self.next_hit)
        self.contents = QListWidget()
        self.contents.setObjectName("guide-contents")
        self.contents.setProperty("places", True)
        self.contents.setAccessibleName(text("Contents"))
        self.contents.currentItemChanged.connect(self._chosen)
        self.said = label("", "small", wrap=True)
        self.text_view = _Browser(self._desk)
        self.text_view.setObjectName("guide-text")
        self.text_view.setAccessibleName(text("Text of the guide"))
        self.text_view.anchorClicked.connect(self._follow)
        side, splitter = QWidget(), QSplitter()
        side.setLayout(column(self.search, self.contents, self.said, spacing=tokens.GRID * 2))
        splitter.addWidget(side)
        splitter.addWidget(self.text_view)
        splitter.setSizes([self._desk.theme.px(240), self._desk.theme.px(800)])
        splitter.setStretchFactor(1, 1)
        foot = row(
            button(text("Shortcuts"), "guide-keys", lambda: self.open_page(KEYS)),
            1,
            button(text("Close"), "guide-close", self.close),
        )
        whole = column(splitter, foot)
        whole.setContentsMargins(tokens.PADDING, tokens.PADDING, tokens.PADDING, tokens.GAP)
        self.setLayout(whole)
        self._list(list(self._pages))

    # --- pages --------------------------------------------------------------------------------------------------------

    def open_page(self, name: str) -> None:
        """Show a page; the first one where there is none of that name."""
        name = name if name in self._pages else FIRST
        if not self._shown(name):
            self.search.clear()
        for at in range(self.contents.count()):
            if self.contents.item(at).data(Qt.ItemDataRole.UserRole) == name:
                self.contents.setCurrentRow(at)

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self._page

    def _list(self, names: list[str]) -> None:
        self.contents.blockSignals(True)
        self.contents.clear()
        for name in names:
            item = QListWidgetItem(title(self._pages[name]))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, self._desk.theme.px(tokens.ROW)))
            self.contents.addItem(item)
        if self._page in names:
            self.contents.setCurrentRow(names.index(self._page))
        self.contents.blockSignals(False)

    def _shown(self, name: str) -> bool:
        return any(self.contents.item(at).data(Qt.ItemDataRole.UserRole) == name for at in range(self.contents.count()))

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._page = item.data(Qt.ItemDataRole.UserRole)
            self._again()

    def _again(self) -> None:
        if self._page:
            self.text_view.show_page(self._pages[self._page])
            self._mark()

    def _follow(self, url: QUrl) -> None:
        """A link between pages; no other one is followed."""
        name = url.fileName().removesuffix(".md")
        if name in self._pages:
            self.open_page(name)

    def _back(self) -> None:
        at = self.contents.currentRow()
        self.contents.setCurrentRow(max(0, at - 1))

    # --- search -------------------------------------------------------------------------------------------------------

    def _searched(self, typed: str) -> None:
        words = fold(typed)
        found = [name for name, text in self._pages.items() if words in fold(text)]
        self._list(found)
        self.said.setText("" if found else self._desk.text("No page has these words."))
        if found and self._page not in found:
            self.contents.setCurrentRow(0)
        self._mark()

    def _mark(self) -> None:
        """Show every place of the page that has the words searched for."""
        look = QTextCharFormat()
        look.setBackground(self._desk.theme.selection)
        marks = []
        for begin, end in self._hits():
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(begin, end)
            selection.format = look
            marks.append(selection)
        self.text_view.setExtraSelections(marks)

    def next_hit(self) -> None:
        """The next place that has the words searched for, from the top again after the last."""
        hits = self._hits()
        if hits:
            here = self.text_view.textCursor().position()
            begin, end = next((hit for hit in hits if hit[0] >= here), hits[0])
            self.text_view.setTextCursor(self._cursor(begin, end))

    def _hits(self) -> list[tuple[int, int]]:
        words = fold(self.search.text())
        plain = letters(self.text_view.toPlainText())
        found, at = [], plain.find(words) if words else -1
        while at >= 0:
            found.append((at, at + len(words)))
            at = plain.find(words, at + 1)
        return found

    def _cursor(self, begin: int, end: int) -> QTextCursor:
        cursor = self.text_view.textCursor()
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def letters(text: str) -> str:
    """The text folded letter by letter, as long as it was: a place in it is a place in the text."""
    return "".join(fold(letter)[:1] or " " for letter in text)


class _Browser(QTextBrowser):
    """Shows a page, and loads pictures of the guide only."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._text = ""
        self._width = 0
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self._timer = QTimer(self, singleShot=True, interval=FIT_AFTER_MS)
        self._timer.timeout.connect(self._fit)

    def show_page(self, text: str) -> None:
        """Show a page from its top."""
        self._text, self._width = text, self.viewport().width()
        document = QTextDocument(self)
        document.setMarkdown(text, _PLAIN)
        dressed(document, self._desk.theme)
        self.setDocument(document)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Pictures are as wide as the text."""
        super().resizeEvent(event)
        if self._text and self.viewport().width() != self._width:
            self._timer.start()

    def _fit(self) -> None:
        at = self.verticalScrollBar().value()
        self.show_page(self._text)
        self.verticalScrollBar().setValue(at)

    def loadResource(self, kind: int, url: QUrl | str) -> Any:  # noqa: N802 - Qt's name
        """A picture of the guide, as wide as the text; nothing else."""
        url = QUrl(url)
        if kind != QTextDocument.ResourceType.ImageResource.value or "/" in url.path().removeprefix("pictures/"):
            return None
        path = resource("guide/pictures") / url.fileName()
        image = QImage(str(path))
        return None if image.isNull() else self._fitting(image)

    def _fitting(self, image: QImage) -> QImage:
        room = max(200, self.viewport().width() - 2 * tokens.MARGIN)
        ratio = self.devicePixelRatioF()
        if image.width() > room * ratio:
            image = image.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
        painter = QPainter(image)  # a light page on a light ground needs an edge
        painter.setPen(QColor(self._desk.theme.colours.line))
        painter.drawRect(image.rect().adjusted(0, 0, -1, -1))
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image


_PLAIN = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
