"""What a report is made of: its kind, unit and period or task, who signs, its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.errors import Expected
from tracker.papers.asked import Asked, Choice
from tracker.papers.kinds import KINDS
from tracker.store import units
from tracker.ui import tokens
from tracker.ui.access import give_keys
from tracker.ui.pages.reports.texts import Texts
from tracker.ui.periods import fill as fill_periods
from tracker.ui.widgets.basics import column, emptied, label
from tracker.ui.widgets.people import PersonField
from tracker.ui.widgets.tasks import TaskField
from tracker.ui.window import fill_units

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent, QResizeEvent

    from tracker.domain.units import UnitId
    from tracker.papers.kind import Kind
    from tracker.ui.desk import Desk


class Choosing(QScrollArea):
    """The left side of the page."""

    changed = Signal()
    """Something else was chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.kind = next(iter(KINDS))
        self._parts: dict[str, QCheckBox] = {}
        self._left_out: dict[str, set[str]] = {key: set() for key in KINDS}
        self._boxed = False
        self.setObjectName("choosing")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        inner.setProperty("clear", True)
        self.box = QVBoxLayout(inner)
        self.box.setContentsMargins(2, 2, tokens.GAP, 2)
        self.box.setSpacing(tokens.GAP)
        self.setWidget(inner)
        self._fill()
        self.show_kind(self.kind)

    def asked(self) -> Asked | None:
        """The report that is chosen; None where something is still missing."""
        without = tuple(sorted(self._left_out[self.kind]))
        kind = KINDS[self.kind]
        chosen: dict[Choice, Any] = {}
        try:
            signer = self.signer.value()
            for choice in kind.choices:
                chosen[choice] = self._values[choice]()
        except Expected:
            return None
        if any(chosen[choice] is None for choice in kind.needs):
            return None
        texts = self.texts.told()
        return Asked(self.kind, **chosen, signer=signer, without=without, texts=texts, boxed=self._boxed)

    def allow_boxes(self) -> None:
        """Print a box for characters that the fonts do not have, in the report that is chosen now."""
        self._boxed = True
        self.changed.emit()

    def show_kind(self, key: str) -> None:
        """Another kind of report, with the parts it has."""
        self.kind = key
        kind = KINDS[key]
        self.kinds[key].setChecked(True)
        self._boxed = False
        for choice, fields in self._of.items():
            for each in fields:
                each.setVisible(choice in kind.choices)
        self._show_parts(kind)
        give_keys(self)
        self.changed.emit()

    def tell(self) -> None:
        """The unit in view, also when it was chosen elsewhere; the period sees to itself."""
        fill_units(self.unit, self.desk)
        self._show_texts()
        self.changed.emit()

    def add_below(self, widget: QWidget) -> None:
        """What else stands below the choices, where there is little room."""
        self.box.insertWidget(self.box.count() - 1, widget)

    def _office(self) -> UnitId | None:
        found = units.office(self.desk.store)
        return found.id if found else None

    def _show_parts(self, kind: Kind) -> None:
        emptied(self._boxes)
        self._parts = {}
        self._parts_above.setVisible(bool(kind.parts))
        for name, told, _ in kind.parts:
            box = QCheckBox(told(self.desk.words))
            box.setObjectName(f"part-{name}")
            box.setAccessibleName(box.text())
            box.setChecked(name not in self._left_out[kind.key])
            box.toggled.connect(lambda on, name=name: self._turn(name, on=on))
            self._boxes.addWidget(box)
            self._parts[name] = box
        self._show_texts()

    def _show_texts(self) -> None:
        self.texts.show_of(KINDS[self.kind], self._left_out[self.kind])

    def _turn(self, part: str, *, on: bool) -> None:
        left_out = self._left_out[self.kind]
        left_out.discard(part) if on else left_out.add(part)
        self._show_texts()
        self.changed.emit()

    def _fill(self) -> None:
        text = self.desk.text
        self.kinds = {key: _KindButton(self.desk, kind) for key, kind in KINDS.items()}
        self.box.addLayout(column(*self.kinds.values(), spacing=tokens.GRID))
        for key, each in self.kinds.items():
            each.clicked.connect(lambda _=False, key=key: self.show_kind(key))
        self.unit, self.period = _picker("report-unit", text("Unit")), _picker("report-period", text("Period"))
        self.unit.activated.connect(lambda at: self.desk.choose_unit(self.unit.itemData(at)))
        fill_units(self.unit, self.desk)
        fill_periods(self.period, self.desk)
        self.task = TaskField(self.desk, text("Task"))
        self.task.changed.connect(self.changed.emit)
        self.signer = PersonField(self.desk, words=text("Signer"), placeholder=text("The head of the unit"))
        self.signer.setObjectName("signer")
        self.signer.changed.connect(self.changed.emit)
        self.official = PersonField(self.desk, words=text("Official"), placeholder=text("Everybody of the unit"))
        self.official.setObjectName("official")
        self.official.changed.connect(self.changed.emit)
        self._of = {
            Choice.UNIT: self._field(text("Unit"), self.unit),
            Choice.PERIOD: self._field(text("Period"), self.period),
            Choice.OFFICIAL: self._field(text("Official"), self.official),
            Choice.TASK: self._field(text("Task"), self.task),
        }
        self._values: dict[Choice, Callable[[], Any]] = {
            Choice.UNIT: lambda: self.desk.unit if self.desk.unit is not None else self._office(),
            Choice.PERIOD: lambda: self.desk.period,
            Choice.OFFICIAL: self.official.value,
            Choice.TASK: self.task.value,
        }
        self._field(text("Signer"), self.signer)
        self._parts_above = label(text("Parts"), "muted")
        self.box.addWidget(self._parts_above)
        self._boxes = QVBoxLayout()
        self._boxes.setSpacing(tokens.GRID)
        self.box.addLayout(self._boxes)
        self.texts = Texts(self.desk)
        self.texts.changed.connect(self.changed.emit)
        self.box.addWidget(self.texts)
        self.box.addStretch(1)

    def _field(self, words: str, field: QWidget) -> list[QWidget]:
        """A field with its words above it."""
        above = label(words, "muted")
        above.setBuddy(field)
        self.box.addLayout(column(above, field, spacing=tokens.GRID))
        return [above, field]


class _KindButton(QAbstractButton):
    """A kind of report: its title, and, of the one that is chosen, a line on what it says."""

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__()
        self._theme = desk.theme
        self._line = kind.line(desk.words)
        self.setText(kind.title(desk.words))
        self.setObjectName(f"kind-{kind.key}")
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._line)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(self._line)
        self.toggled.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A title, and where it is chosen as many lines as the sentence takes."""
        return QSize(self._theme.px(200), self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as its words."""
        line = self._height(self._theme.small_metrics, self._line, width) + tokens.GRID if self.isChecked() else 0
        return self._title_height(width) + line + 2 * tokens.GRID

    def _title_height(self, width: int) -> int:
        return self._height(self._theme.bold_metrics, self.text(), width)

    def _height(self, metrics: QFontMetrics, words: str, width: int) -> int:
        inner = QRect(0, 0, max(1, width - 2 * tokens.GAP), 1000)
        return metrics.boundingRect(inner, Qt.TextFlag.TextWordWrap, words).height()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its words wrap."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width, another height."""
        self._fit()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's
        """Ground and bar where it is chosen, a ring where it has the focus."""
        theme, colours = self._theme, self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_tint if self.isChecked() else colours.line_soft))
            painter.drawRoundedRect(box, tokens.FIELD_RADIUS, tokens.FIELD_RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, tokens.FIELD_RADIUS, tokens.FIELD_RADIUS)
        inner = self.rect().adjusted(tokens.GAP, tokens.GRID + 1, -tokens.GAP, -tokens.GRID)
        painter.setFont(theme.bold if self.isChecked() else theme.body)
        painter.setPen(theme.accent if self.isChecked() else theme.text)
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self.text())
        if not self.isChecked():
            return
        inner.setTop(inner.top() + self._title_height(self.width()) + tokens.GRID // 2)
        painter.setFont(theme.small)
        painter.setPen(theme.muted)
        painter.drawText(inner, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self._line)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """The mouse is over it."""
        self.update()
        super().enterEvent(event)


def _picker(name: str, words: str) -> QComboBox:
    picker = QComboBox()
    picker.setObjectName(name)
    picker.setAccessibleName(words)
    picker.setMaxVisibleItems(12)
    picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    picker.setMinimumContentsLength(10)
    return picker
