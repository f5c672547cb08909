"""The panel in which tasks are given: the quick line, the form behind Tab in the same place, the list of many.

It stands at the top of the page, which stays usable below it; the form takes the whole page. What is typed is kept
every ten seconds and offered again after a crash; a refusal or Esc loses nothing.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tracker.actions import tasks
from tracker.domain.errors import Expected
from tracker.domain.new_task import NewTask
from tracker.ui import tokens, wording
from tracker.ui.pages.tasks.assign import meaning as meanings
from tracker.ui.pages.tasks.assign.line import QuickEntry
from tracker.ui.pages.tasks.assign.telling import Clears
from tracker.ui.widgets.basics import Banner, button, icon_button, label

if TYPE_CHECKING:
    from tracker.store import Changes
    from tracker.ui.desk import Desk

KEEP_EVERY_MS = 10_000


class AssignPanel(QFrame):
    """Where tasks are given. Made once for a page, then shown and hidden."""

    closed = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self.desk = desk
        self._page = page
        self._base = NewTask(title="")
        self._meant = meanings.meaning(desk, self._base)
        self._another = False
        self.setObjectName("assign")
        self.setProperty("card", True)
        self.setAccessibleName(desk.text("Assign a task"))
        self.quick = QuickEntry(desk)
        self._make()
        self._connect()
        page.installEventFilter(self)
        self._timer = QTimer(self, interval=KEEP_EVERY_MS)
        self._timer.timeout.connect(self.keep)
        self._tell()
        self._offer_kept()
        self.hide()

    # --- showing ------------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Show it with the cursor where one types."""
        self.show()
        self.raise_()
        self._place()
        self.quick.line.setFocus()
        self._timer.start()

    def shut(self) -> None:
        """Hide it; what is typed stays, and is kept."""
        self.keep()
        self._timer.stop()
        self.hide()
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setFocus()
        self.closed.emit()

    def back(self) -> bool:
        """Esc: one step back; whether there was one."""
        if self.isHidden():
            return False
        self.shut()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay at the top of the page."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Esc is a key of this panel; grow with what has to be said."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            QTimer.singleShot(0, self._place)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        """At the top of the page, which begins below it."""
        if self.isHidden():
            return
        width = self._page.width()
        height = min(
            self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height(), self._page.height()
        )
        self.setGeometry(0, 0, width, height)
        self._page.setContentsMargins(0, height + tokens.GAP, 0, 0)

    # --- meaning ------------------------------------------------------------------------------------------------------

    def new(self) -> NewTask:
        """The task as it is typed now."""
        return self.quick.said(self._base)

    def _tell(self) -> None:
        new = self.new()
        self._meant = meanings.meaning(self.desk, new)
        self.quick.show_meaning(self._meant)
        self._clears.show_clarity(self._meant.clarity)
        person = self.quick.entry.person
        limit = self.quick.entry.limit
        due = wording.short(limit.due_on.isoformat(), self.desk.today) if limit and limit.due_on else None
        words = meanings.verb(self.desk, new, person.name if person else "", due, self._meant)
        self._verb.setText(words)
        self._verb.setAccessibleName(words.replace("&", ""))

    # --- doing --------------------------------------------------------------------------------------------------------

    def go(self, *, another: bool = False) -> None:
        """Give the task; with `another` the line stays open for the next one."""
        lacking = self.quick.lacking(self._meant)
        if lacking == ["product"]:
            self._another = another  # Enter in the field of the product goes on with it
            self.quick.product.ask()
        elif lacking:
            self.quick.refuse()
            self._alert(self._meant.problems[0])
        else:
            self._give(another=another)

    def _give(self, *, another: bool) -> None:
        new = self.new()
        try:
            changes = self.desk.act(lambda store, actor: tasks.add(store, actor, new))
        except Expected as error:
            self._alert(error)
            return
        if changes is not None:
            self._given(changes, another=another)

    def _given(self, changes: Changes, *, another: bool) -> None:
        self._base, self._another = NewTask(title=""), False
        self._banner.hide()
        self.quick.clear()
        self._drop()
        self.desk.said.emit(meanings.told(self.desk, changes), changes.action)
        if another:
            self.quick.line.setFocus()
            return
        self.shut()
        self.desk.go("tasks", task=tasks.made(self.desk.store, changes).id)

    def _alert(self, error: Expected) -> None:
        self._banner.tell(self.desk.sentence(error))
        self._banner.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._banner, QAccessible.Event.Alert))

    # --- keeping what is typed ----------------------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep what is typed, so that a crash loses nothing."""
        typed = self.typed()
        if typed:
            self.desk.personal.setValue(self._key(), json.dumps(typed, ensure_ascii=False))
            self.desk.personal.sync()
        else:
            self._drop()

    def typed(self) -> dict[str, Any]:
        """What stands in the fields; nothing where nothing was typed."""
        line, product = self.quick.line.text(), self.quick.product.text()
        return {"line": line, "product": product} if line.strip() or product.strip() else {}

    def take(self, typed: dict[str, Any]) -> None:
        """Fill in what was typed before."""
        self.quick.set(str(typed.get("line", "")), str(typed.get("product", "")))

    def _drop(self) -> None:
        self.desk.personal.remove(self._key())
        self._kept.hide()

    def _key(self) -> str:
        return self.desk.own("drafts/assign")

    def _offer_kept(self) -> None:
        """What was typed before the program ended without a word is offered, not filled in by itself."""
        kept = self.desk.personal.value(self._key())
        self._kept.setVisible(bool(kept))

    def _take_kept(self) -> None:
        kept = self.desk.personal.value(self._key())
        self._kept.hide()
        if kept:
            self.take(json.loads(str(kept)))
        self.quick.line.setFocus()

    def _drop_kept(self) -> None:
        self._drop()
        self.quick.line.setFocus()

    # --- looks --------------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        desk, text = self.desk, self.desk.text
        whole = QVBoxLayout(self)
        whole.setContentsMargins(tokens.PADDING, tokens.GAP, tokens.PADDING, tokens.GAP)
        whole.setSpacing(tokens.GAP - tokens.GRID)
        self._clears = Clears(desk)
        head = QHBoxLayout()
        head.setSpacing(tokens.GAP)
        head.addWidget(label(text("Assign a task"), "card"))
        head.addStretch(1)
        head.addWidget(self._clears)
        head.addWidget(icon_button(desk.theme.icon("close"), text("Close"), "close", self.shut))
        self._kept = Banner(
            "info",
            text("Something was typed here before the program ended."),
            button(text("Take it"), "take", self._take_kept),
            button(text("Drop it"), "drop", self._drop_kept),
            name="kept",
        )
        self._banner = Banner("error", "", name="refused")
        self._banner.hide()
        self._verb = button("", "give", lambda: self.go(), primary=True)
        keys = label(text("Enter assigns · Ctrl+Enter assigns and takes the next · Tab opens the form"), "small")
        foot = QHBoxLayout()
        foot.setSpacing(tokens.GAP - tokens.GRID)
        foot.addWidget(keys, 1)
        foot.addWidget(self._verb)
        whole.addLayout(head)
        whole.addWidget(self._kept)
        whole.addWidget(self._banner)
        whole.addWidget(self.quick)
        whole.addLayout(foot)

    def _connect(self) -> None:
        self.quick.changed.connect(self._tell)
        self.quick.wanted.connect(lambda: self.go(another=self._another))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(
                QKeySequence(keys),
                self,
                lambda: self.go(another=True),
                context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
            )
