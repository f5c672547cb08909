"""Qt speaks Vietnamese: what it says in English by itself, it says in Vietnamese once its words are in place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction, QContextMenuEvent, QPageSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QDialogButtonBox,
    QErrorMessage,
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QScrollBar,
    QTreeView,
    QWidget,
    QWizard,
    QWizardPage,
)

from tracker.ui.qt_words import install
from tracker.words import Words

SAME = {"", "Cicero (CC)", "Didot (DD)"}
"""What is the same in both languages."""


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[Callable[[str], None]]:
    """Qt in a language; English again afterwards."""
    locale = QLocale()
    yield lambda language: install(qapp, Words(language))
    install(qapp, Words("en"))
    QLocale.setDefault(locale)


def buttons() -> QWidget:
    box = QDialogButtonBox()
    for each in QDialogButtonBox.StandardButton:
        if each != QDialogButtonBox.StandardButton.NoButton:
            box.addButton(each)
    return box


def message() -> QWidget:
    box = QMessageBox(QMessageBox.Icon.Information, "", "", QMessageBox.StandardButton.YesToAll)
    box.setDetailedText("x")
    return box


def files(folder: Path) -> QWidget:
    dialog = QFileDialog(None, "", str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog


def saving(folder: Path) -> QWidget:
    dialog = QFileDialog(None, "", str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    return dialog


def wizard() -> QWidget:
    made = QWizard()
    made.addPage(QWizardPage())
    return made


MADE: dict[str, Callable[[Path], QWidget]] = {
    "standard buttons": lambda _: buttons(),
    "message": lambda _: message(),
    "open a file": files,
    "save a file": saving,
    "ask for a value": lambda _: QInputDialog(),
    "progress": lambda _: QProgressDialog(),
    "error": lambda _: QErrorMessage(),
    "wizard": lambda _: wizard(),
}


def texts(widget: QWidget) -> set[str]:
    """Every text that a widget and what is in it show or tell."""
    found = {widget.windowTitle()}
    for each in [widget, *widget.findChildren(QWidget)]:
        found |= {each.toolTip(), each.accessibleName()}
        if isinstance(each, QAbstractButton | QLabel):
            found.add(each.text())
        if isinstance(each, QComboBox):
            found |= {each.itemText(at) for at in range(each.count())}
        if isinstance(each, QTreeView):
            head = each.model()
            found |= {str(head.headerData(at, head_across())) for at in range(head.columnCount())}
    found |= {action.text() for action in widget.findChildren(QAction)}
    return {re.sub(r"[&\s]+", " ", text).strip() for text in found if re.search("[A-Za-z]{2}", text)}


def head_across() -> object:
    from PySide6.QtCore import Qt

    return Qt.Orientation.Horizontal


@pytest.mark.parametrize("what", MADE)
def test_a_dialog_of_qt_has_no_english_left(what: str, spoken: Callable[[str], None], tmp_path: Path, qtbot) -> None:
    spoken("en")
    plain = MADE[what](tmp_path)
    qtbot.addWidget(plain)
    plain.show()
    english = texts(plain) - {tmp_path.name, str(tmp_path)}
    assert english, "there was something to translate"
    spoken("vi")
    made = MADE[what](tmp_path)
    qtbot.addWidget(made)
    made.show()
    left = english & texts(made) - SAME
    assert {text for text in left if not re.fullmatch(r"[/\w.-]*(Alt\+\w+|tmp)?[/\w.-]*", text) or " " in text} == set()


def menu_of(widget: QWidget, qtbot) -> set[str]:
    """The texts of a context menu, opened as by the mouse."""
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        menu = widget.createStandardContextMenu()
        assert isinstance(menu, QMenu)
        found = {action.text().split("\t")[0] for action in menu.actions() if action.text()}
        menu.deleteLater()
        return found
    seen: set[str] = set()

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            QTimer.singleShot(20, look)
            return
        seen.update(action.text() for action in menu.actions() if action.text())
        menu.close()

    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, look)
    place = widget.rect().center()
    QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place)))
    qtbot.waitUntil(lambda: bool(seen))
    return seen


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QScrollBar])
def test_the_context_menus_of_fields_and_scroll_bars(kind: type[QWidget], spoken: Callable[[str], None], qtbot) -> None:
    found = {}
    for language in ("en", "vi"):
        spoken(language)
        widget = kind()
        qtbot.addWidget(widget)
        widget.show()
        found[language] = menu_of(widget, qtbot)
    assert found["en"]
    assert not found["en"] & found["vi"]


def test_months_and_days_of_the_calendar(spoken: Callable[[str], None], qtbot) -> None:
    spoken("vi")
    calendar = QCalendarWidget()
    qtbot.addWidget(calendar)
    month = calendar.findChild(QAbstractButton, "qt_calendar_monthbutton")
    assert month.text().lower().startswith("tháng")
    assert calendar.locale().language() == QLocale.Language.Vietnamese


def test_access_keys_of_a_menu_do_not_collide(spoken: Callable[[str], None], qtbot) -> None:
    spoken("vi")
    for kind in (QLineEdit, QPlainTextEdit):
        widget = kind()
        qtbot.addWidget(widget)
        keys = [text[text.index("&") + 1].lower() for text in menu_of(widget, qtbot) if "&" in text]
        assert len(set(keys)) == len(keys)
        assert not issubclass(kind, QAbstractScrollArea) or keys


def test_what_is_not_translated_keeps_its_name(spoken: Callable[[str], None]) -> None:
    """A paper without a name is no paper: a printer would print on nothing."""
    spoken("vi")

    assert QPageSize(QPageSize.PageSizeId.A4).isValid()
    assert QPageSize(QPageSize.PageSizeId.A4).name() == "A4"
