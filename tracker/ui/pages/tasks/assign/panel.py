"""The panel in which tasks are given: the quick line, the form behind Tab in the same place, the list of many.

It stands at the top of the page, which stays usable below it; form and list take the whole page. What is typed is kept
every ten seconds and offered again after a crash; a refusal or Esc loses nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tracker.actions import tasks
from tracker.domain.errors import Expected
from tracker.domain.new_task import NewTask
from tracker.domain.quick_entry import compose
from tracker.ui import drafts, tokens
from tracker.ui.pages.tasks.assign import meaning as meanings
from tracker.ui.pages.tasks.assign.foot import FORM, LINE, MANY, Foot
from tracker.ui.pages.tasks.assign.form import Form, Typed
from tracker.ui.pages.tasks.assign.kept import Kept
from tracker.ui.pages.tasks.assign.line import QuickEntry
from tracker.ui.pages.tasks.assign.many import Many
from tracker.ui.pages.tasks.assign.over import OverPage
from tracker.ui.pages.tasks.assign.telling import Clears
from tracker.ui.widgets.basics import Banner, icon_button, label

if TYPE_CHECKING:
    from tracker.store import Changes
    from tracker.ui.desk import Action, Desk


class AssignPanel(OverPage):
    """Where tasks are given. Made once for a page, then shown and hidden."""

    closed = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self.desk = desk
        self.mode = LINE
        self._another = False
        self.setObjectName("assign")
        self.setProperty("card", True)
        self.setAccessibleName(desk.text("Assign a task"))
        self.quick = QuickEntry(desk)
        self._form: Form | None = None
        self.many: Many | None = None
        self._later: dict[str, str] = {}
        self._rest = _NOTHING
        self._make()
        self._connect()
        self._timer = QTimer(self, interval=drafts.EVERY_MS)
        self._timer.timeout.connect(self.keep)
        self.show_mode(LINE)
        self.hide()

    # --- showing ------------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Show it with the cursor where one types."""
        self.show()
        self.raise_()
        self.place()
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
        self.show_mode(FORM)
        self.form.begin()

    def expand_many(self, text: str = "") -> None:
        """Many tasks of one source; `text` are the lines that were pasted."""
        self.show_mode(MANY)
        if text:
            self._many().put(text)
        self._focus()

    def _turn_to(self, mode: str) -> None:
        {LINE: self.fold, FORM: self.expand, MANY: self.expand_many}[mode]()

    def fold(self) -> None:
        """Back to the line, which says what the form says; the form keeps the rest."""
        if self.mode == FORM:
            self._rest = self.form.read()
            self.quick.set(compose(*self.form.line_parts()))
        self.show_mode(LINE)
        self._focus()

    def show_mode(self, mode: str) -> None:
        """The line, the form or the list of many."""
        self.mode = mode
        if mode == MANY:
            self._many()
        self.quick.setVisible(mode == LINE)
        if mode == FORM or self._form is not None:
            self.form.setVisible(mode == FORM)
        if self.many is not None:
            self.many.setVisible(mode == MANY)
        self._clears.setVisible(mode != MANY)
        self.foot.show_mode(mode)
        self._tell()
        self.place()

    def _focus(self) -> None:
        if self.mode == LINE:
            self.quick.line.setFocus()
        elif self.many is not None and self.mode == MANY:
            self.many.begin()
        else:
            self.form.begin()

    @property
    def covers(self) -> bool:
        """Form and list do."""
        return self.mode != LINE

    def areas(self) -> list[QScrollArea]:
        """Those of form and list."""
        return [view.area for view in (self._form, self.many) if view is not None]

    def place(self) -> None:
        """Keys are named where there is room for them."""
        super().place()
        self.foot.keys.setVisible(self._page.width() >= self.desk.theme.px(tokens.SMALL_WIDTH))

    # --- meaning ------------------------------------------------------------------------------------------------------

    def read(self) -> Typed:
        """The task as it is typed now."""
        if self.mode == FORM:
            return self.form.read()
        return self._rest._replace(new=self.quick.said(self._rest.new))

    def _tell(self) -> None:
        if self.many is not None and self.mode == MANY:
            words = meanings.verb_of_many(self.desk, self.many.rows)
        else:
            words = self._tell_one()
        self._more.setVisible(self.mode == LINE and bool(self._form_typed().keys() - _OF_THE_LINE))
        self.foot.tell_verb(words)

    def _tell_one(self) -> str:
        typed = self.read()
        self._meant = meanings.meaning(self.desk, typed.new, typed.said)
        if self.mode == LINE:
            self.quick.show_meaning(self._meant)
        else:
            self.form.show_meaning(self._meant)
        self._clears.show_clarity(self._meant.clarity)
        return meanings.verb(self.desk, typed.new, self._meant)

    # --- doing --------------------------------------------------------------------------------------------------------

    def go(self, *, another: bool = False) -> None:
        """Give the task; with `another` the panel stays open for the next one."""
        if self.mode == MANY:
            self._go_many(another=another)
            return
        typed = self.read()
        problems = [*typed.problems, *self._meant.problems]
        if self.mode == LINE and [problem.field for problem in problems] == ["product"]:
            self._another = another  # Enter in the field of the product goes on with it
            self.quick.product.ask()
        elif problems:
            self._refuse(problems)
        else:
            self._record(lambda store, actor: tasks.add(store, actor, typed.new, **typed.said), another=another)

    def _go_many(self, *, another: bool) -> None:
        many = self._many()
        many.read_all()
        shared, problems = many.shared()
        many.tell(problems)
        if many.wrong() or not many.rows:
            many.show_wrong()
        elif not problems:
            new, said = [row.new for row in many.rows], shared.typed.said
            self._record(lambda store, actor: tasks.add_all(store, actor, new, **said), another=another)

    def save_draft(self) -> None:
        """Ctrl+S: a draft, which may lack anything but its title."""
        if self.mode == MANY:
            return
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
        self.show_mode(LINE)
        self.shut()
        self.desk.go("tasks", task=tasks.all_made(self.desk.store, changes)[0].id)

    def _refuse(self, problems: list[Expected]) -> None:
        """Tell what is wrong where it is typed; nothing typed is lost."""
        if self.mode == FORM:
            self.form.tell(problems)
            told: QWidget = self.form.summary
        elif self.many is not None and self.mode == MANY:
            self.many.tell(problems)
            told = self.many.summary
        else:
            shown = [problem for problem in self._meant.problems if problem.field in self.quick.FIELDS]
            self.quick.refuse()
            elsewhere = [problem for problem in problems if problem not in shown]
            self._banner.tell("\n".join(map(self.desk.sentence, elsewhere)))
            told = self._banner
        QAccessible.updateAccessibility(QAccessibleEvent(told, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Nothing is typed any more."""
        self._another = False
        self._banner.hide()
        if self.many is not None and self.mode == MANY:
            self.many.fill({})
        else:
            if self._form is not None:
                self._form.fill({})
            self._rest = _NOTHING
            self.quick.clear()
        self._kept.forget()

    # --- keeping what is typed ----------------------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep what is typed, so that a crash loses nothing."""
        self._kept.keep(self.typed())

    def typed(self) -> dict[str, Any]:
        """What stands in the fields; nothing where nothing was typed."""
        found = {
            LINE: self.quick.line.text(),
            "product": self.quick.product.text(),
            FORM: self._form_typed(),
            MANY: self.many.typed() if self.many else self._later,
        }
        return {**found, "mode": self.mode} if any(found.values()) else {}

    def take(self, typed: dict[str, Any]) -> None:
        """Fill in what was typed before."""
        if typed.get(FORM) or self._form is not None:
            self.form.fill(dict(typed.get(FORM) or {}))
            self._rest = self.form.read()
        self.quick.set(str(typed.get(LINE, "")), str(typed.get("product", "")))
        self._later = dict(typed.get(MANY) or {})
        mode = str(typed.get("mode"))
        self.show_mode(mode if mode in (FORM, MANY) else LINE)
        self._focus()

    # --- looks --------------------------------------------------------------------------------------------------------

    def _make(self) -> None:
        text = self.desk.text
        whole = QVBoxLayout(self)
        whole.setContentsMargins(tokens.PADDING, tokens.GAP, tokens.PADDING, tokens.GAP)
        whole.setSpacing(tokens.GAP - tokens.GRID)
        self._kept = Kept(self.desk, self.take, self._focus)
        self._banner = Banner("error", "", name="refused")
        self._more = label(text("The form holds more than this line; Tab shows it."), "small")
        whole.addLayout(self._head())
        for widget in (self._kept, self._banner, self.quick, self._more):
            whole.addWidget(widget)
        self._body = QVBoxLayout()
        whole.addLayout(self._body, 1)
        self.foot = Foot(self.desk)
        whole.addWidget(self.foot)

    @property
    def form(self) -> Form:
        """The form, made when it is first wanted: the line is there at once."""
        if self._form is None:
            self._form = Form(self.desk)
            self._form.changed.connect(self._tell_form)
            self._body.addWidget(self._form)
        return self._form

    def _form_typed(self) -> dict[str, str]:
        return {} if self._form is None else self._form.typed()

    def _many(self) -> Many:
        """The list of many, made when it is first wanted."""
        if self.many is None:
            self.many = Many(self.desk)
            self.many.changed.connect(self._tell)
            self._body.addWidget(self.many)
        if self._later:
            self.many.fill(self._later)
            self._later = {}
        return self.many

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

    def _connect(self) -> None:
        self.foot.wanted.connect(lambda: self.go())
        self.foot.next_wanted.connect(lambda: self.go(another=True))
        self.foot.draft_wanted.connect(self.save_draft)
        self.foot.asked.connect(self._turn_to)
        self.quick.changed.connect(self._tell)
        self.quick.wanted.connect(lambda: self.go(another=self._another))
        self.quick.expand.connect(self.expand)
        self.quick.several.connect(self.expand_many)
        for keys, deed in {
            "Ctrl+Return": lambda: self.go(another=True),
            "Ctrl+Enter": lambda: self.go(another=True),
            "Ctrl+S": self.save_draft,
        }.items():
            QShortcut(QKeySequence(keys), self, deed, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _tell_form(self) -> None:
        if self.mode == FORM:
            self._tell()


_NOTHING = Typed(NewTask(title=""), {}, [])
_OF_THE_LINE = {"title", "owner", "due_on", "product"}
