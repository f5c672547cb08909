"""The panel in which tasks are given: the quick line, the form behind Tab in the same place, the list of many.

It stands at the top of the page, which stays usable below it; form and list take the whole page. What is typed is kept
every ten seconds and offered again after a crash; a refusal or Esc loses nothing.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tracker.actions import tasks
from tracker.domain.errors import Expected
from tracker.domain.quick_entry import compose
from tracker.ui import tokens
from tracker.ui.pages.tasks.assign import meaning as meanings
from tracker.ui.pages.tasks.assign.form import Form, Typed
from tracker.ui.pages.tasks.assign.line import QuickEntry
from tracker.ui.pages.tasks.assign.telling import Clears
from tracker.ui.widgets.basics import Banner, button, icon_button, label, link

if TYPE_CHECKING:
    from tracker.store import Changes
    from tracker.ui.desk import Action, Desk

KEEP_EVERY_MS = 10_000
LINE, FORM = "line", "form"


class AssignPanel(QFrame):
    """Where tasks are given. Made once for a page, then shown and hidden."""

    closed = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self.desk = desk
        self._page = page
        self.mode = LINE
        self._another = False
        self.setObjectName("assign")
        self.setProperty("card", True)
        self.setAccessibleName(desk.text("Assign a task"))
        self.quick, self.form = QuickEntry(desk), Form(desk)
        self._rest = self.form.read()
        self._make()
        self._connect()
        page.installEventFilter(self)
        self._timer = QTimer(self, interval=KEEP_EVERY_MS)
        self._timer.timeout.connect(self.keep)
        self._show_mode(LINE)
        self._kept.setVisible(bool(desk.personal.value(self._key())))
        self.hide()

    # --- showing ------------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Show it with the cursor where one types."""
        self.show()
        self.raise_()
        self._place()
        self._focus()
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
        """Esc: from the form to the line, from the line to the page; whether there was a step."""
        if self.isHidden():
            return False
        if self.mode == LINE:
            self.shut()
        else:
            self.fold()
        return True

    def expand(self) -> None:
        """Tab: the form in the same place, filled with what the line says."""
        title, who, when, product = self.quick.parts()
        said = {"title": title, "owner": who, "due_on": when, "product": product}
        self.form.fill(self.form.typed() | {key: text for key, text in said.items() if text})
        self._show_mode(FORM)
        self.form.begin()

    def fold(self) -> None:
        """Back to the line, which says what the form says; the form keeps the rest."""
        self._rest = self.form.read()
        self.quick.set(compose(*self.form.line_parts()))
        self._show_mode(LINE)
        self._focus()

    def _show_mode(self, mode: str) -> None:
        self.mode = mode
        self.quick.setVisible(mode == LINE)
        self.form.setVisible(mode == FORM)
        self._keys.setText(self._told_keys())
        self._draft.setVisible(mode == FORM)
        self._to_form.setVisible(mode == LINE)
        self._to_line.setVisible(mode != LINE)
        self._next.setVisible(mode == FORM)
        self._tell()
        self._place()

    def _focus(self) -> None:
        if self.mode == LINE:
            self.quick.line.setFocus()
        else:
            self.form.begin()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802, A002 - Qt's names
        """While the panel covers the page, Tab stays in it."""
        stops = [each for each in _in_order(self) if each.isVisible() and each.isEnabled() and _tabbed(each)]
        if self.mode == LINE or not stops:
            return super().focusNextPrevChild(next)
        focus = QApplication.focusWidget()
        at = stops.index(focus) if focus in stops else -1
        to = stops[(at + (1 if next else -1)) % len(stops)]
        to.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        if self.form.area.isAncestorOf(to):
            self.form.area.ensureWidgetVisible(to, tokens.GAP, tokens.MARGIN)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay at the top of the page."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Esc is a key of this panel; it grows with what has to be said."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]  # a key event, as asked before
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
        """At the top of the page, which begins below it; the form covers the page."""
        if self.isHidden():
            return
        width, whole = self._page.width(), self._page.height()
        wanted = self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        height = min(wanted, whole) if self.mode == LINE else whole
        self.setGeometry(0, 0, width, height)
        self._page.setContentsMargins(0, height + tokens.GAP if self.mode == LINE else 0, 0, 0)
        self._keys.setVisible(width >= self.desk.theme.px(tokens.SMALL_WIDTH))

    # --- meaning ------------------------------------------------------------------------------------------------------

    def read(self) -> Typed:
        """The task as it is typed now."""
        if self.mode == FORM:
            return self.form.read()
        return self._rest._replace(new=self.quick.said(self._rest.new))

    def _tell(self) -> None:
        typed = self.read()
        self._meant = meanings.meaning(self.desk, typed.new, typed.said)
        if self.mode == LINE:
            self.quick.show_meaning(self._meant)
            self._more.setVisible(bool(self.form.typed().keys() - _OF_THE_LINE))
        else:
            self.form.show_meaning(self._meant)
        self._clears.show_clarity(self._meant.clarity)
        words = meanings.verb(self.desk, typed.new, self._meant)
        self._verb.setText(words)
        self._verb.setAccessibleName(words.replace("&", ""))

    # --- doing --------------------------------------------------------------------------------------------------------

    def go(self, *, another: bool = False) -> None:
        """Give the task; with `another` the panel stays open for the next one."""
        typed = self.read()
        problems = [*typed.problems, *self._meant.problems]
        if self.mode == LINE and [problem.field for problem in problems] == ["product"]:
            self._another = another  # Enter in the field of the product goes on with it
            self.quick.product.ask()
        elif problems:
            self._refuse(problems)
        else:
            self._record(lambda store, actor: tasks.add(store, actor, typed.new, **typed.said), another=another)

    def save_draft(self) -> None:
        """Ctrl+S: a draft, which may lack anything but its title."""
        typed = self.read()
        if typed.problems:
            self._refuse(typed.problems)
        else:
            self._record(lambda store, actor: tasks.draft(store, actor, typed.new, **typed.said), another=False)

    def _record(self, action: Action, *, another: bool) -> None:
        try:
            changes = self.desk.act(action)
        except Expected as error:
            self._refuse([error])
            return
        if changes is not None:
            self._recorded(changes, another=another)

    def _recorded(self, changes: Changes, *, another: bool) -> None:
        self.clear()
        self.desk.said.emit(meanings.told(self.desk, changes), changes.action)
        if another:
            self._focus()
            return
        self._show_mode(LINE)
        self.shut()
        self.desk.go("tasks", task=tasks.made(self.desk.store, changes).id)

    def _refuse(self, problems: list[Expected]) -> None:
        """Tell what is wrong where it is typed; nothing typed is lost."""
        if self.mode == FORM:
            self.form.tell(problems)
            told: QWidget = self.form.summary
        else:
            self.quick.refuse()
            elsewhere = [problem for problem in problems if problem.field not in self.quick.FIELDS]
            self._banner.tell("\n".join(map(self.desk.sentence, elsewhere)))
            self._banner.setVisible(bool(elsewhere))
            told = self._banner
        QAccessible.updateAccessibility(QAccessibleEvent(told, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Nothing is typed any more."""
        self._another = False
        self._banner.hide()
        self.form.fill({})
        self._rest = self.form.read()
        self.quick.clear()
        self._drop()

    # --- keeping what is typed ----------------------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep what is typed, so that a crash loses nothing; what is still offered from before is not dropped."""
        typed = self.typed()
        if typed:
            self.desk.personal.setValue(self._key(), json.dumps(typed, ensure_ascii=False))
            self.desk.personal.sync()
        elif self._kept.isHidden():
            self._drop()

    def typed(self) -> dict[str, Any]:
        """What stands in the fields; nothing where nothing was typed."""
        found = {"line": self.quick.line.text(), "product": self.quick.product.text(), "form": self.form.typed()}
        return {**found, "mode": self.mode} if any(found.values()) else {}

    def take(self, typed: dict[str, Any]) -> None:
        """Fill in what was typed before."""
        self.form.fill(dict(typed.get("form") or {}))
        self._rest = self.form.read()
        self.quick.set(str(typed.get("line", "")), str(typed.get("product", "")))
        self._show_mode(FORM if typed.get("mode") == FORM else LINE)
        self._focus()

    def _drop(self) -> None:
        self.desk.personal.remove(self._key())
        self._kept.hide()

    def _key(self) -> str:
        return self.desk.own("drafts/assign")

    def _take_kept(self) -> None:
        kept = self.desk.personal.value(self._key())
        self._kept.hide()
        if kept:
            self.take(json.loads(str(kept)))

    def _drop_kept(self) -> None:
        self._drop()
        self._focus()

    # --- looks --------------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        text = self.desk.text
        whole = QVBoxLayout(self)
        whole.setContentsMargins(tokens.PADDING, tokens.GAP, tokens.PADDING, tokens.GAP)
        whole.setSpacing(tokens.GAP - tokens.GRID)
        self._kept = Banner(
            "info",
            text("Something was typed here before the program ended."),
            button(text("Take it"), "take", self._take_kept),
            button(text("Drop it"), "drop", self._drop_kept),
            name="kept",
        )
        self._banner = Banner("error", "", name="refused")
        self._banner.hide()
        self._more = label(text("The form holds more than this line; Tab shows it."), "small")
        whole.addLayout(self._head())
        for widget in (self._kept, self._banner, self.quick, self._more):
            whole.addWidget(widget)
        whole.addWidget(self.form, 1)
        whole.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        text = self.desk.text
        self._clears = Clears(self.desk)
        head = QHBoxLayout()
        head.setSpacing(tokens.GAP)
        head.addWidget(label(text("Assign a task"), "card"))
        head.addStretch(1)
        head.addWidget(self._clears)
        head.addWidget(icon_button(self.desk.theme.icon("close"), text("Close"), "close", self.shut))
        return head

    def _foot(self) -> QHBoxLayout:
        text = self.desk.text
        self._keys = label("", "small")
        self._to_form = link(text("Full form"), "to-form", self.expand)
        self._to_line = link(text("One line"), "to-line", self.fold)
        self._draft = button(text("Save as dra&ft"), "draft", self.save_draft, tip="Ctrl+S")
        self._next = button(text("Assign and next"), "next", lambda: self.go(another=True), tip="Ctrl+Enter")
        self._verb = button("", "give", lambda: self.go(), primary=True)
        foot = QHBoxLayout()
        foot.setSpacing(tokens.GAP - tokens.GRID)
        foot.addWidget(self._keys)
        foot.addStretch(1)
        for each in (self._to_form, self._to_line, self._draft, self._next, self._verb):
            foot.addWidget(each)
        return foot

    def _told_keys(self) -> str:
        text = self.desk.text
        if self.mode == LINE:
            return text("Enter assigns · Ctrl+Enter assigns and takes the next · Tab opens the form")
        return text("Ctrl+S keeps a draft · Ctrl+Enter assigns and takes the next · Esc leads back")

    def _connect(self) -> None:
        self.quick.changed.connect(self._tell)
        self.quick.wanted.connect(lambda: self.go(another=self._another))
        self.quick.expand.connect(self.expand)
        self.form.changed.connect(self._tell_form)
        for keys, deed in {
            "Ctrl+Return": lambda: self.go(another=True),
            "Ctrl+Enter": lambda: self.go(another=True),
            "Ctrl+S": self.save_draft,
        }.items():
            QShortcut(QKeySequence(keys), self, deed, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _tell_form(self) -> None:
        if self.mode == FORM:
            self._tell()


_OF_THE_LINE = {"title", "owner", "due_on", "product"}


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
