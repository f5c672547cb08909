"""What the window gets right after its first paint: shortcuts, status, counts, the journal's check, reminders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from tracker import machine
from tracker.resource import resource
from tracker.store import engine, journal
from tracker.store.writing import Changes
from tracker.ui.failures import Failures
from tracker.ui.instance import listen
from tracker.ui.navigation import PLACES
from tracker.ui.reminders import Reminders
from tracker.ui.safekeeping import Safekeeping
from tracker.ui.status import Status
from tracker.ui.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.ui.window import Window

LOOK_EVERY_MS, DAY_EVERY_MS = 2_000, 30_000
MANY = 2_000
"""Entries of others from which on lists are read anew as a whole."""


def complete(window: Window) -> Afterwards:
    """Complete the window."""
    return Afterwards(window)


class Afterwards(QObject):
    """The rest of the window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.window, self.desk = window, window.desk
        window.desk.setParent(window)
        self.failures = Failures(self.desk, window)
        self.toast = Toast(window, window.navigation.width, window.statusBar().height)
        self.status = Status(self.desk, window.statusBar())
        self.desk.ask_person = self._ask_person
        self.desk.said.connect(self._say)
        self._shortcuts()
        window.setWindowIcon(QIcon(str(resource("icons/ba-ro.svg"))))
        self._head = journal.head(self.desk.store)[0]
        self._version = engine.data_version(self.desk.store.connection)
        self._every(LOOK_EVERY_MS, self._look)
        self._every(DAY_EVERY_MS, self._turn)
        self.desk.changed.connect(self._count)
        self.desk.turned.connect(self._count)
        self.desk.views_kept.connect(self._own_views)
        window.installEventFilter(self)
        window.closing.connect(self.status.stop)
        window.closing.connect(self.desk.stop)
        window.top.search.clicked.connect(self._go_to)
        window.complete()
        self._own_views()
        listen(self.desk.store.folder, window)
        QTimer.singleShot(0, self._qt_words)
        self.reminders = Reminders(self.desk, window)
        self.safekeeping = Safekeeping(window, self.status)
        QTimer.singleShot(0, self.status.verify)

    # --- keys ---------------------------------------------------------------------------------------------------------

    def _shortcuts(self) -> None:
        window, desk = self.window, self.desk
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+B": window.fold_navigation,
            "Ctrl+N": lambda: desk.go("tasks", assign=True),
            "Ctrl+K": self._go_to,
            "Ctrl+F": lambda: window.current.find_here(),
            "Ctrl+Shift+F": lambda: desk.go("tasks", view="all", find=True),
            "Ctrl+P": lambda: window.current.print_list(),
            "Ctrl+Z": self._undo_last,
            "Ctrl+Y": self._redo_last,
            "F5": self._again,
            "F6": self._next_pane,
            "F1": self._help,
            "Esc": lambda: window.current.back(),
        }
        for at, page in enumerate(PLACES, start=1):
            keys[f"Alt+{at}"] = lambda page=page: window.open(page, {})  # type: ignore[misc]
        for key, deed in keys.items():
            QShortcut(QKeySequence(key), window, deed)

    def _qt_words(self) -> None:
        from tracker.ui.qt_words import install

        app = QApplication.instance()
        assert isinstance(app, QApplication)
        install(app, self.desk.words)

    def _again(self) -> None:
        """F5: everything from the file again."""
        self.desk.turned.emit()

    def _next_pane(self) -> None:
        panes: list[QWidget] = [self.window.navigation, *self.window.current.panes()]
        there = [pane for pane in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        inside = [at for at, pane in enumerate(there) if focus and (pane is focus or pane.isAncestorOf(focus))]
        _focus(there[(inside[-1] + 1 if inside else 0) % len(there)])

    def _help(self) -> None:
        from tracker.ui.guide import open_guide

        open_guide(self.desk, self.window, self.window.current.guide)

    def _go_to(self) -> None:
        from tracker.ui.palette import Palette

        Palette(self.desk, self.window).exec()

    def _undo_last(self) -> None:
        from tracker.ui.undo import undo_last

        undo_last(self.desk)

    def _redo_last(self) -> None:
        from tracker.ui.undo import redo_last

        redo_last(self.desk)

    def _ask_person(self) -> bool:
        from tracker.ui.dialogs.person import choose_person

        return choose_person(self.desk, self.window)

    # --- what happens -------------------------------------------------------------------------------------------------

    def _say(self, words: str, action: int | None) -> None:
        way = self.desk.text("Undo") if action is not None else ""
        self.toast.show_words(words, way, None if action is None else lambda: self.desk.undo(action))

    def _own_views(self) -> None:
        """The views that this person saved, in the navigation."""
        from tracker.ui.saved import own_views

        self.window.navigation.show_own_views({each.key: each.name for each in own_views(self.desk)})
        self._count()

    def _count(self) -> None:
        """How many tasks each view has: asked one by one, so that a search in between is not held up."""
        from tracker.ui import lists
        from tracker.ui.saved import own_views
        from tracker.ui.views import ALL, VIEWS, count

        for view in (*VIEWS, ALL, *(each.key for each in own_views(self.desk))):
            asked = lists.asked(self.desk, lists.of_view(self.desk, view))
            name = "tasks" if view == ALL else view
            self.desk.reading.ask(
                f"count-{view}",
                lambda store, kept, asked=asked: count(store, asked, kept),  # type: ignore[misc]
                lambda found, name=name: self.window.navigation.count({name: found}),  # type: ignore[misc]
            )

    def _look(self) -> None:
        """What other programs wrote since the last look: those rows are shown anew."""
        version = engine.data_version(self.desk.store.connection)
        head = journal.head(self.desk.store)[0]
        if version != self._version:
            since = journal.entries(self.desk.store, "seq > ?", (self._head,), MANY)
            records = tuple(dict.fromkeys((entry.kind, entry.record) for entry in since))
            few = since and len(since) < MANY
            self.desk.changed.emit(Changes(since[-1].action, records) if few else None)
        self._version, self._head = version, head

    def _turn(self) -> None:
        """Another day has begun."""
        if not self.desk.fixed_day and machine.today() != self.desk.today:
            self.desk.turn_to(machine.today())

    def _every(self, milliseconds: int, deed: Callable[[], object]) -> None:
        timer = QTimer(self, interval=milliseconds)
        timer.timeout.connect(deed)
        self.window.closing.connect(timer.stop)  # the file may be shut before the window is gone
        timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep the toast in its place."""
        if event.type() == QEvent.Type.Resize and self.toast.isVisible():
            self.toast.place()
        return super().eventFilter(watched, event)


def _focus(pane: QWidget) -> None:
    """Put the cursor into a pane: on its first widget that takes it."""
    inner = [
        each for each in pane.findChildren(QWidget) if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    (pane if pane.focusPolicy() & Qt.FocusPolicy.TabFocus or not inner else inner[0]).setFocus()
