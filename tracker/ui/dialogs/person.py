"""Who acts: chosen at the first action, or by a click on the status bar, and remembered on this account.

In an office that uses passwords, whoever acts has to prove it, once in every run of the program. A wrong password makes
the next try wait longer; the window stays free meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QThread, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.domain.errors import Refused
from tracker.ui import tokens
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.basics import label
from tracker.ui.widgets.people import Candidate, candidates, matching
from tracker.ui.widgets.tables import Column, RowsModel, Table

if TYPE_CHECKING:
    from tracker.ui.desk import Desk

ROWS, FEW_ROWS = 7, 5
"""People seen at once; fewer in a low window."""
LONGEST_WAIT = 60
"""Seconds that a further try waits at most; they double from one wrong password to the next."""


def choose_person(desk: Desk, parent: QWidget | None = None) -> bool:
    """Ask who acts; whether somebody was chosen."""
    dialog = PersonDialog(desk)
    if parent is not None:
        dialog.setParent(parent, dialog.windowFlags())
    return bool(dialog.exec())


class PersonDialog(Dialog):
    """The people of the office, to be found by typing; a password where the office uses them."""

    def __init__(self, desk: Desk) -> None:
        from tracker.store import officials

        super().__init__(desk, desk.text("Who is working?"), name="choose-person", journal=False)
        self._check: _Check | None = None
        self._wait = QTimer(self, interval=1000)
        self._wait.timeout.connect(self._count_down)
        self._seconds = 0
        self._people = candidates(desk, {grant.official for grant in officials.grants(desk.store)})
        self.add(label(self.text("From now on everything is recorded under this name; it is remembered."), wrap=True))
        self._search = self.line("person", self.text("Name, code, post or unit"))
        self._search.textChanged.connect(self._filter)
        self._search.installEventFilter(self)
        self._table = self._listed()
        self._password = self._asked() if officials.any_password(desk.store) else None
        self.verbs(self.text("Choose"), self._choose)
        self._filter("")
        self._begin()

    def chosen(self) -> Candidate | None:
        """The person under the cursor of the list."""
        return self._model.at(self._table.currentIndex().row())

    # --- the list -----------------------------------------------------------------------------------------------------

    def _listed(self) -> Table:
        self._model = RowsModel(_columns(self.desk), lambda each: f"{each.name}, {each.post}, {each.unit}")
        table = Table(self.desk, "people", self.text("People"))
        table.show_rows(self._model, sortable=False)
        px = self.desk.theme.px
        rows = FEW_ROWS if self._room().height() < px(tokens.SMALL_HEIGHT) else ROWS
        table.setFixedHeight(px(tokens.HEADER) + rows * px(tokens.ROW) + 2)
        table.current_row.connect(lambda _: self._tell())
        table.entered_row.connect(lambda _: self._go_on())
        self.add(table)
        return table

    def _filter(self, typed: str) -> None:
        before = self.chosen()
        found = matching(self._people, typed)
        self._model.show(found)
        self._table.select(found.index(before) if before in found else 0)
        self._tell()

    def _begin(self) -> None:
        """The cursor on whoever acts now; where only the proof is missing, in the field of the password."""
        now = self.desk.person
        at = next((at for at, each in enumerate(self._model.rows) if now and each.id == now.id), 0)
        self._table.select(at)
        (self._password if self._password is not None and now else self._search).setFocus()

    def _tell(self) -> None:
        person = self.chosen()
        assert self._verb is not None
        self._verb.setEnabled(person is not None and not self._seconds and self._check is None)
        if self._seconds:
            self.tell_verb(self.text("Again in {seconds} seconds", seconds=self._seconds))
        elif person is not None:
            self.tell_verb(self.text("Work as {name}", name=person.name))
        else:
            self.tell_verb(self.text("Nobody matches"))

    def _go_on(self) -> None:
        """Enter: to the password, or to the button."""
        assert self._verb is not None
        (self._password or self._verb).setFocus()

    # --- choosing -----------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        person = self.chosen()
        if person is None or self._check is not None or self._seconds:
            return
        self.clear_errors()
        if self._password is None:
            self._act_as(person)
        else:
            self._prove(person, self._password.text())

    def _act_as(self, person: Candidate) -> None:
        from tracker.store import officials

        self.desk.wrong_passwords = 0
        self.desk.act_as(officials.get(self.desk.store, person.id))
        self.accept()

    # --- the password -------------------------------------------------------------------------------------------------

    def _asked(self) -> QLineEdit:
        field = self.line("password", self.text("Password"))
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.returnPressed.connect(self.press_verb)
        return field

    def _prove(self, person: Candidate, password: str) -> None:
        """Compare the password on a thread: it takes a fifth of a second by design."""
        from tracker.store import officials

        account = officials.account(self.desk.store, person.id)
        if account is None or account.password_hash is None:
            self.show_error(Refused("person.no_password", field="password", name=person.name))
            return
        self._check = _Check(account.password_hash, password, self)
        self._check.finished.connect(lambda: self._proved(person))
        self._check.start()
        self._tell()

    def _proved(self, person: Candidate) -> None:
        holds = self._check is not None and self._check.holds
        self._check = None
        if holds:
            self._act_as(person)
            return
        assert self._password is not None
        self._password.selectAll()
        self.desk.wrong_passwords += 1
        self._seconds = min(2 ** (self.desk.wrong_passwords - 1), LONGEST_WAIT)
        self._wait.start()
        self._tell()
        self.show_error(Refused("person.password", field="password", name=person.name))

    def _count_down(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._wait.stop()
        self._tell()

    def typed(self) -> dict[str, str]:
        """Nothing here is kept as a draft, least of all a password."""
        return {}

    def done(self, result: int) -> None:
        """Let a check that still runs end first."""
        if self._check is not None:
            self._check.wait()
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up and Down in the search move in the list, Enter goes on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self._table.select(self._table.currentIndex().row() + step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._go_on()
                return True
        return super().eventFilter(watched, event)


class _Check(QThread):
    """Whether a password is the one of an account."""

    def __init__(self, password_hash: str, password: str, parent: QObject) -> None:
        super().__init__(parent)
        self._hash, self._password = password_hash, password
        self.holds = False

    def run(self) -> None:
        from tracker.actions.accounts import matches

        self.holds = matches(self._hash, self._password)


def _columns(desk: Desk) -> list[Column[Candidate]]:
    text = desk.text
    return [
        Column(key="name", title=text("Name"), width=164, text=lambda each: each.name, look="strong"),
        Column(key="post", title=text("Title"), width=180, text=lambda each: each.post, stretch=True),
        Column(key="unit", title=text("Unit"), width=136, text=lambda each: each.unit, look="muted"),
    ]
