"""The sections of the detail: each opens and shuts, is built when it is open, and stays as it was left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from tracker.ui import deeds, tokens, wording
from tracker.ui.pages.tasks import telling
from tracker.ui.widgets.basics import emptied, label, link, literal
from tracker.ui.widgets.prose import Prose
from tracker.ui.widgets.signs import Mark
from tracker.ui.widgets.tables import plain_tip

if TYPE_CHECKING:
    from tracker.domain.events import Evidence
    from tracker.figures.task_life import TaskLife
    from tracker.ui.desk import Desk

Built = list[QWidget]
STEPS_SHOWN = 30
"""Steps of a timeline that are shown at once; the earlier ones on demand."""
LINES = 6
"""Lines of a text that are shown before it is asked for."""


class Section(QWidget):
    """A heading that opens and shuts what is below it."""

    def __init__(self, desk: Desk, name: str, words: str, build: Callable[[], Built], *, opened: bool) -> None:
        super().__init__()
        self._desk, self._build = desk, build
        self._key = f"detail/{name}"
        self._words = words
        self.setObjectName(f"section-{name}")
        self.setProperty("clear", True)
        self.head = QToolButton()
        self.head.setObjectName(name)
        self.head.setProperty("section", True)
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.head.setChecked(desk.personal.value(self._key, defaultValue=opened, type=bool) is True)
        self.head.toggled.connect(self._toggled)
        self._inner = QWidget()
        self._inner.setProperty("clear", True)
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, tokens.GRID, 0, tokens.GRID)
        self._column.setSpacing(tokens.GRID)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self._inner)

    def tell(self, count: int) -> None:
        """Another task: how much there is to show, and what, if it is open."""
        words = f"{self._words}  {count}" if count else self._words
        self.head.setText(words)
        self.head.setAccessibleName(words)
        self._fill()

    def _toggled(self, opened: bool) -> None:
        self._desk.personal.setValue(self._key, opened)
        self._fill()

    def _fill(self) -> None:
        opened = self.head.isChecked()
        self.head.setIcon(self._desk.theme.icon("down" if opened else "right"))
        emptied(self._column)
        self._inner.setVisible(opened)
        if opened:
            for each in self._build():
                self._column.addWidget(each)
                each.show()


def timeline(desk: Desk, life: TaskLife, *, whole: bool = False, more: Callable[[], None] | None = None) -> Built:
    """Diễn biến: a ring for every step, its day, what was done, by whom."""
    found = telling.steps(desk.words, life, desk.today)
    shown = found if whole else found[-STEPS_SHOWN:]
    built: Built = []
    if len(shown) < len(found) and more is not None:
        words = desk.text("Show the {count} earlier steps", count=len(found) - len(shown))
        built.append(link(words, "earlier", more))
    body = QWidget()
    body.setProperty("clear", True)
    grid = _grid(body, 2)
    for at, step in enumerate(shown):
        grid.addWidget(Mark(desk.theme, first=at == 0, last=at == len(shown) - 1, quiet=step.undone), at, 0)
        day = label(step.day, "small")
        day.setMinimumWidth(desk.theme.px(DAY_WIDTH))
        grid.addWidget(day, at, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_step(desk, step), at, 2)
    return [*built, body]


DAY_WIDTH = 40


def _step(desk: Desk, step: telling.Told) -> QWidget:
    made = QWidget()
    made.setProperty("clear", True)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, tokens.GRID + 2)
    column.setSpacing(0)
    column.addWidget(Prose(desk, step.headline, "muted" if step.undone else "", most=LINES))
    for note in step.notes:
        column.addWidget(Prose(desk, note, "small", most=LINES))
    return made


def custody(desk: Desk, life: TaskLife) -> Built:
    """Who answered for it from when to when, and the days after the deadline that each held it."""
    built: Built = []
    for each in life.custody:
        days = _days(desk, each.from_on.isoformat(), each.to_on.isoformat() if each.to_on else None)
        held = desk.text("{days}: {count} working days", days=days, count=each.working_days)
        if each.working_days_late:
            held = desk.text(
                "{days}: {count} working days, {late} of them after the deadline",
                days=days,
                count=each.working_days,
                late=each.working_days_late,
            )
        who = ", ".join(part for part in (each.owner.name, each.owner.title, each.unit) if part)
        why = desk.text("“{text}”", text=each.reason) if each.reason else ""
        built.append(_item(desk, who, held, why, each.basis))
    return built or [_none(desk, desk.text("Nobody has answered for it yet."))]


def coordination(desk: Desk, life: TaskLife) -> Built:
    """Who works along: the part, its date, the answer."""
    built: Built = []
    for each in life.coordinators:
        due = desk.text("due {day}", day=wording.short(each.due_on.isoformat(), desk.today)) if each.due_on else ""
        if each.answered_on:
            day = wording.short(each.answered_on.isoformat(), desk.today)
            answered = desk.text("answered {day}: “{text}”", day=day, text=each.answer)
        else:
            answered = desk.text("not answered yet")
        built.append(_item(desk, each.name, each.part, due, answered))
    return built or [_none(desk, desk.text("Nobody works along."))]


def evidence(
    desk: Desk, life: TaskLife, opened: Callable[[Evidence], object], add: Callable[[], object] | None
) -> Built:
    """The files with both dates; a click opens one, files dropped onto the pane are added where one may add any."""
    built: Built = []
    for each in life.evidence:
        name = link("", f"file-{each.id}", lambda each=each: opened(each))  # type: ignore[misc]  # each is bound now
        shown = _shortened(desk, each.name)
        name.setText(literal(shown))
        name.setAccessibleName(each.name)
        name.setToolTip("" if shown == each.name else plain_tip(each.name))
        told = desk.text(
            "dated {dated}, filed {filed}, {size}",
            dated=wording.short(each.dated_on.isoformat(), desk.today),
            filed=wording.short(each.filed_on.isoformat(), desk.today),
            size=QLocale().formattedDataSize(each.size, 0),
        )
        built += [name, label(told, "small", wrap=True)]
    if not built:
        words = desk.text("No file yet. Drop files here, or:") if add is not None else desk.text("No file yet.")
        built.append(_none(desk, words))
    if add is not None:
        built.append(link(desk.text("File evidence…"), "add-evidence", add))
    return built


def journal(desk: Desk, life: TaskLife) -> Built:
    """The entries themselves: number, both days, fields with old and new value."""
    built: Built = []
    for step in reversed(life.steps[-STEPS_SHOWN:]):
        entry = step.entry
        head = f"{entry.number} · {deeds.deed(desk.words, entry.action)}"
        when = desk.text(
            "for {day}, recorded {at}",
            day=deeds.day(desk.words, entry.declared_on),
            at=deeds.moment(desk.words, entry.recorded_at),
        )
        who = deeds.who(desk.words, entry.actor, entry.on_behalf_of)
        built.append(_item(desk, head, who, when, *telling.changes(desk.words, entry)))
    if len(life.steps) > STEPS_SHOWN:
        built.append(_none(desk, desk.text("Earlier entries stand on the page “Journal”.")))
    return built


# --- parts ------------------------------------------------------------------------------------------------------------


def _item(desk: Desk, head: str, *below: str) -> QWidget:
    made = QWidget()
    made.setProperty("clear", True)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, tokens.GRID)
    column.setSpacing(0)
    column.addWidget(Prose(desk, head, most=LINES))
    for text in below:
        if text:
            column.addWidget(Prose(desk, text, "small", most=LINES))
    return made


def _none(desk: Desk, text: str) -> QWidget:
    return Prose(desk, text, "small")


def _grid(of: QWidget, stretched: int) -> QGridLayout:
    grid = QGridLayout(of)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(tokens.GRID * 2)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(stretched, 1)
    return grid


def _days(desk: Desk, first: str, last: str | None) -> str:
    begun = wording.short(first, desk.today)
    if last is None:
        return desk.text("since {day}", day=begun)
    return desk.text("{first} to {last}", first=begun, last=wording.short(last, desk.today))


def _shortened(desk: Desk, name: str) -> str:
    """A name in one line: its middle is cut, so that the kind of file stays."""
    room = desk.theme.px(tokens.DETAIL) - 3 * tokens.PADDING
    return desk.theme.body_metrics.elidedText(name.replace("\n", " "), Qt.TextElideMode.ElideMiddle, room)
