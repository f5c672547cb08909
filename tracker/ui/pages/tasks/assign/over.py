"""A panel over a page: it stands at the top, which begins below it, or covers the page while more is to be typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from tracker.ui import tokens


class OverPage(QFrame):
    """Stands where its page begins, and grows with what has to be said. Tab stays in it while it covers the page."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        page.installEventFilter(self)

    def back(self) -> bool:
        """Esc: one step back; whether there was a step."""
        raise NotImplementedError

    @property
    def covers(self) -> bool:
        """Whether the page cannot be seen below it."""
        raise NotImplementedError

    def areas(self) -> list[QScrollArea]:
        """What scrolls in it, and goes along with the cursor."""
        raise NotImplementedError

    def place(self) -> None:
        """At the top of the page, which begins below it; or over all of it."""
        if self.isHidden():
            return
        width, whole = self._page.width(), self._page.height()
        wanted = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        height = whole if self.covers else min(wanted, whole)
        self.setGeometry(0, 0, width, height)
        self._page.setContentsMargins(0, 0 if self.covers else height + tokens.GAP, 0, 0)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802, A002 - Qt's names
        """While the panel covers the page, Tab stays in it."""
        stops = [each for each in _in_order(self) if each.isVisible() and each.isEnabled() and _tabbed(each)]
        if not self.covers or not stops:
            return super().focusNextPrevChild(next)
        focus = QApplication.focusWidget()
        at = stops.index(focus) if focus in stops else -1
        to = stops[(at + (1 if next else -1)) % len(stops)]
        to.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        for area in self.areas():
            if area.isAncestorOf(to):
                area.ensureWidgetVisible(to, tokens.GAP, tokens.MARGIN)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay at the top of the page."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Esc is a key of this panel; it grows with what has to be said."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]  # a key event, as asked before
            event.accept()
            return True
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            QTimer.singleShot(0, self.place)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back()
        else:
            super().keyPressEvent(event)


def _in_order(panel: QWidget) -> list[QWidget]:
    """The widgets inside, in the order of the Tab key."""
    found: list[QWidget] = []
    at = panel.nextInFocusChain()
    while at is not None and at is not panel:
        if panel.isAncestorOf(at):
            found.append(at)
        at = at.nextInFocusChain()
    return found


def _tabbed(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
