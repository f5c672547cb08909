"""The start without an office: a window of its own with the first steps, before there is any data.

It ends with an office set up, or the sample made, in the data folder; then the real window opens over it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEventLoop, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from tracker.ui import tokens
from tracker.ui.aside import Aside
from tracker.ui.pages.first.form import OfficeForm
from tracker.ui.pages.first.steps import Step, Steps
from tracker.ui.widgets.basics import Banner, button, card, enter_presses, label, row

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from tracker.domain.errors import Expected
    from tracker.domain.officials import Actor
    from tracker.ui.desk import Desk
    from tracker.ui.theme import Theme
    from tracker.words import Words

SIZE = QSize(1180, 720)
SMALLEST = QSize(910, 512)


class Begun(NamedTuple):
    """What the beginning ended with."""

    code: str
    """Of the head, who acts from now on."""
    page: str
    """Where the window opens."""

    def act_on(self, desk: Desk) -> None:
        """Only the first run chooses by itself who acts: the head who was made."""
        from tracker.store import officials

        desk.act_as(officials.by_code(desk.store, self.code))


class Beginning(QMainWindow):
    """The window of the first run. `begun` is None until there is an office."""

    def __init__(self, theme: Theme, words: Words, folder: Path, today: date) -> None:
        super().__init__()
        self._theme, self._words, self._folder, self._today = theme, words, folder, today
        self._making: Aside | None = None
        self.begun: Begun | None = None
        self.ended: Callable[[], object] = lambda: None
        """Called once when the window has closed."""
        self.setObjectName("beginning")
        self.setWindowTitle(words.text("Ba Rõ"))
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE)
        self.form = OfficeForm(words, self._found)
        first = self._step(1, "step-office", words.text("Office and head"), "")
        first.why.setText(words.text("What stands on every paper. All of it can be changed later under Settings."))
        first.set_open(to_do=True, skippable=False)
        first.add(self.form)
        self.steps = [first, *self._later()]
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(tokens.MARGIN, tokens.MARGIN, tokens.MARGIN, tokens.GAP)
        box.setSpacing(tokens.GAP)
        self.quick = button(words.text("Open the sample"), "sample-quick", self.make_sample)
        box.addLayout(row(label(words.text("Begin with Ba Rõ"), "title"), 1, self.quick))
        box.addWidget(Steps(theme, self.steps, self._beside()), 1)
        self.setCentralWidget(whole)
        self.form.fields["name"].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where the card with the sample has gone below the steps, its button stands on top."""
        super().resizeEvent(event)
        self.quick.setVisible(self.width() < self._theme.px(tokens.SMALL_WIDTH) + 2 * tokens.MARGIN)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button with the focus."""
        if not enter_presses(event, self.focusWidget()):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """What is being made is finished first: half a sample would be no sample."""
        if self._making is not None:
            self._making.wait()
        super().closeEvent(event)
        self.ended()

    # --- making -------------------------------------------------------------------------------------------------------

    def _found(self, facts: dict[str, str]) -> None:
        """Make the office, as `init` does. Raises Expected; then nothing is there."""
        found_office(self._folder, facts, self._today)
        self._end(Begun(facts["head_code"], "first"))

    def make_sample(self) -> None:
        """Make the sample office beside the window; it takes a second or two."""
        from tracker.sample.making import make_sample

        self._let(able=False)
        self.told.tell(self._words.text("Making the sample office"), "info")
        self._making = Aside(self, lambda: make_sample(self._folder, lambda _done, _total: None))
        self._making.finished.connect(lambda _: self._end(Begun("CB01", "today")))
        self._making.refused.connect(self._refused)
        self._making.start()

    def _refused(self, error: Expected) -> None:
        self._let(able=True)
        self.told.tell(self._words.sentence(error), "error")

    def _let(self, *, able: bool) -> None:
        for each in (self.sample, self.quick, self.form):
            each.setEnabled(able)

    def _end(self, begun: Begun) -> None:
        self.begun = begun
        self.close()

    # --- looks --------------------------------------------------------------------------------------------------------

    def _step(self, number: int, name: str, title: str, why: str) -> Step:
        return Step(self._words, number, name, title, why)

    def _later(self) -> list[Step]:
        steps = [self._step(number, f"step-{name}", title, why) for number, name, title, why in later(self._words)]
        for step in steps:
            step.set_open(to_do=False, skippable=False)
            step.setEnabled(False)
        return steps

    def _beside(self) -> QWidget:
        frame, inner = card("beside")
        text = self._words.text
        inner.addWidget(label(text("Only to look?"), "card"))
        inner.addWidget(
            label(
                text(
                    "The sample office has a ward's units, people and 40 tasks. It is marked SAMPLE DATA everywhere"
                    " and goes with one click."
                ),
                "muted",
                wrap=True,
            )
        )
        self.sample = button(text("Open the sample"), "sample", self.make_sample)
        inner.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignLeft)
        self.told = Banner("info", "", name="told")
        inner.addWidget(self.told)
        inner.addSpacing(tokens.GAP)
        inner.addWidget(label(text("Your data stay on this computer: no account, no network."), "small", wrap=True))
        where = label(str(self._folder), "small", wrap=True, selectable=True)
        where.setObjectName("folder")
        inner.addWidget(where)
        return frame


def later(words: Words) -> list[tuple[int, str, str, str]]:
    """Steps two to four: number, name, title and what they are for."""
    text = words.text
    return [
        (2, "people", text("Officials"), text("Paste the list out of Excel, or take it from the office's book.")),
        (3, "calendar", text("Days off of the year"), text("Deadlines are counted in working days.")),
        (4, "tasks", text("Tasks"), text("Take over the book the office keeps now, or assign the first task.")),
    ]


def found_office(folder: Path, facts: dict[str, str], today: date) -> None:
    """Make the data folder with an office and its head; where that is refused, no half office stays.

    Raises Refused "store.exists", "text.too_long"; Unavailable.
    """
    from tracker.actions import office
    from tracker.store.folder import create_folder

    store = create_folder(folder)
    made = False
    try:
        office.found_office(store, _founder(today), **facts)  # type: ignore[arg-type]  # the names of its parameters
        made = True
    finally:
        store.close()
        if not made:
            store.path.unlink(missing_ok=True)


def _founder(today: date) -> Actor:
    """Whoever sets up an office acts as the head who is made by it."""
    from tracker.domain.officials import OfficialId
    from tracker.machine import actor_on

    return actor_on(OfficialId(1), today)


def begin(theme: Theme, words: Words, folder: Path, today: date) -> Begun | None:
    """Show the first steps until there is an office; None: the window was closed without one."""
    window = Beginning(theme, words, folder, today)
    loop = QEventLoop()
    window.ended = loop.quit
    window.show()
    loop.exec()
    begun = window.begun
    window.deleteLater()
    return begun
