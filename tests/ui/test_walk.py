"""A walk through every page and dialog: each control has its names, a tab stop and Vietnamese words, and shows user
text as text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import polib
import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from tests.ui.conftest import SAMPLE_DAY
from tracker.resource import resource
from tracker.sample.morning import go_on
from tracker.store import officials
from tracker.ui import scenes
from tracker.ui.access import key_of
from tracker.ui.desk import Desk
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.picturing import BOOK
from tracker.ui.scenes import Scene
from tracker.ui.stillness import still, working
from tracker.ui.widgets.basics import spoken
from tracker.ui.window import SMALLEST, Window

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractItemView)
PARTS = (QComboBox, QAbstractSpinBox, QCalendarWidget, QHeaderView)
"""What is inside these is Qt's own, and is reached through them."""


DRIVEN = {"palette-list", "task-numbers"}
"""Lists that show what another control chooses: the field above, the table beside it."""


@pytest.fixture
def office(office: Path) -> Path:
    """The sample on a morning when every kind of decision waits."""
    go_on(office)
    return office


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "so.csv"
    path.write_text(BOOK, encoding="utf-8-sig")
    return path


def test_the_day_is_that_of_the_sample(desk: Desk) -> None:
    assert desk.today == SAMPLE_DAY


def test_every_page(desk: Desk, window: Window, book: Path) -> None:
    found: list[str] = []
    for scene in scenes.pages(book):
        act_as(desk, scene)
        scene.show(window)
        still(window)
        found += [f"{scene.name}: {fault}" for fault in faults(window)]
    assert not found, "\n".join(sorted(set(found)))


def test_every_dialog(desk: Desk, window: Window, qtbot) -> None:
    window.resize(SMALLEST)
    found: list[str] = []
    seen = 0
    for scene in scenes.dialogs(window):
        act_as(desk, scene)
        for dialog_faults in in_dialog(window, scene, qtbot):
            seen += 1
            found += [f"{scene.name}: {fault}" for fault in dialog_faults]
    assert seen > 20, "the sample has a case for most dialogs"
    assert not found, "\n".join(sorted(set(found)))


def act_as(desk: Desk, scene: Scene) -> None:
    if desk.person is None or desk.person.code != scene.actor:
        desk.act_as(officials.by_code(desk.store, scene.actor))


def in_dialog(window: Window, scene: Scene, qtbot) -> list[list[str]]:
    """The faults of each dialog that the scene opens."""
    found: list[list[str]] = []

    def look() -> None:
        top = QApplication.activeModalWidget()
        if top is not None:
            still(top)
            found.append(faults(top))
            top.close()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    scene.show(window)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None and not working(), timeout=20_000)
    timer.stop()
    return found


# What is looked at


def faults(top: QWidget) -> list[str]:
    """What is wrong with what can be seen in a window."""
    shown = [each for each in top.findChildren(QWidget) if each.isVisible()]
    return [
        f"{describe(widget)}: {fault}"
        for widget in shown
        for check in (unnamed, no_tab_stop, rich, english)
        for fault in check(widget)
    ] + list(keyless(top))


def describe(widget: QWidget) -> str:
    names = []
    at: QObject | None = widget
    while at is not None and len(names) < 3:
        names.append(f"{type(at).__name__}#{at.objectName()}")
        at = at.parent()
    return " < ".join(names)


def own(widget: QWidget) -> bool:
    """Whether it is a control of ours and no inner part of one of Qt's."""
    if not isinstance(widget, CONTROLS) or isinstance(widget, QHeaderView) or widget.objectName().startswith("qt_"):
        return False
    inside = widget.parent()
    while inside is not None:
        if isinstance(inside, PARTS) or (isinstance(inside, QAbstractItemView) and widget.objectName() == ""):
            return False
        if isinstance(inside, QLineEdit) and isinstance(widget, QAbstractButton):
            return False  # the button that clears it
        inside = inside.parent()
    return True


def unnamed(widget: QWidget) -> Iterator[str]:
    if own(widget):
        if not widget.accessibleName():
            yield "no accessible name"
        if not widget.objectName():
            yield "no object name"


def no_tab_stop(widget: QWidget) -> Iterator[str]:
    reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    if own(widget) and widget.isEnabled() and not reached and not reached_otherwise(widget):
        yield "no tab stop"


def reached_otherwise(widget: QWidget) -> bool:
    """One of a group that has one tab stop and is walked by arrows, or a list that the field beside it drives."""
    group = widget.parentWidget().findChildren(type(widget)) if widget.parentWidget() else []
    roving = any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in group)
    return roving or widget.objectName() in DRIVEN


def keyless(top: QWidget) -> Iterator[str]:
    """A form: each of its labelled fields, boxes and buttons has a key of its own, as long as a letter of its words is
    free, and one that a keyboard types with Alt.
    """
    if not isinstance(top, Dialog):
        return
    wearers = [each for each in top.findChildren(QWidget) if each.isVisible() and wears_a_key(each, top)]
    keys = Counter(key for each in wearers if (key := key_of(each)))
    for each in wearers:
        if not key_of(each) and set(re.findall("[a-y]", each.text().lower())) - set(keys):
            yield f"{describe(each)}: no access key"
    yield from (f"Alt+{key} twice" for key, count in keys.items() if count > 1)
    yield from (f"Alt+{key} is not to be typed" for key in keys if not re.fullmatch("[a-y]", key))


def wears_a_key(widget: QWidget, top: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return widget.buddy() is not None and widget.buddy().isVisible()
    if not isinstance(widget, QPushButton | QCheckBox | QRadioButton):
        return False
    reached = {each.buddy() for each in top.findChildren(QLabel) if each.buddy() is not None}
    return any(map(str.isalpha, widget.text())) and widget.parentWidget() not in reached


def rich(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText and widget.pixmap().isNull():
        yield f"its text is not plain: {widget.text()[:40]!r}"


def english(widget: QWidget) -> Iterator[str]:
    for text in texts(widget):
        if is_english(text):
            yield f"English: {text[:60]!r}"


def texts(widget: QWidget) -> Iterator[str]:
    """Every text that a widget shows or tells."""
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QAbstractButton | QLabel):
        yield spoken(widget.text())
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    if isinstance(widget, QAbstractItemView):
        yield from cells(widget.model())


def cells(model: QAbstractItemModel | None) -> Iterator[str]:
    """Headings and the first rows of a list."""
    if model is None:
        return
    top = QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(top), 30)):
            yield str(model.index(row, column).data() or "")


@cache
def sources() -> tuple[frozenset[str], re.Pattern[str]]:
    """Source texts whose Vietnamese differs: the plain ones, and one pattern of those with places."""
    entries = [
        entry
        for path in sorted(resource("translations/vi").glob("ui*.po"))
        for entry in polib.pofile(str(path), encoding="utf-8")
        if entry.msgstr != entry.msgid
    ]
    told = {entry.msgstr for entry in entries}
    plain = {entry.msgid for entry in entries if "{" not in entry.msgid} - told
    places = [entry.msgid for entry in entries if "{" in entry.msgid]
    telling = [each for each in places if len(re.findall(r"[A-Za-z]{3,}", re.sub(r"\{\w+\}", "", each))) >= 2]
    patterns = "|".join(re.sub(r"\\\{\w+\\\}", "(?s:.+)", re.escape(each)) for each in telling)
    return frozenset(plain), re.compile(patterns)


def is_english(text: str) -> bool:
    plain, patterns = sources()
    bare = text.strip()
    if not re.search("[A-Za-z]{2}", bare):
        return False
    return bare in plain or bool(patterns.fullmatch(bare))


# The walk itself can fail


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: QLineEdit(), "no accessible name"),
        (lambda: QLabel("<b>x</b>"), "its text is not plain: '<b>x</b>'"),
        (lambda: labelled("Assign a task"), "English: 'Assign a task'"),
        (lambda: labelled("3 days late, done"), None),
        (lambda: labelled("3 newly overdue (4 in all)"), "English: '3 newly overdue (4 in all)'"),
    ],
)
def test_the_walk_sees_what_is_wrong(make: Callable[[], QWidget], fault: str | None, qtbot) -> None:
    top, widget = QWidget(), make()
    widget.setParent(top)
    qtbot.addWidget(top)
    top.show()
    found = [each.partition(": ")[2] for each in faults(top)]
    assert (fault in found) if fault else not [each for each in found if each.startswith("English")]


def labelled(text: str) -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made
