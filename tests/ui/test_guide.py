"""The built-in guide: every page opens, its links lead to pages that are there, its pictures lie beside it."""

from __future__ import annotations

import re
from importlib import import_module

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.deed_hands import open_dialog
from tracker.resource import resource
from tracker.store import tasks
from tracker.ui.desk import Desk
from tracker.ui.dialogs.deed import Deed
from tracker.ui.guide import FIRST, Guide, letters, open_guide, pages
from tracker.ui.pages import PAGES
from tracker.ui.pages.tasks import verbs
from tracker.ui.window import Window


@pytest.fixture
def guide(desk: Desk, window: Window, qtbot) -> Guide:
    made = open_guide(desk, window, FIRST)
    qtbot.addWidget(made)
    return made


def test_f1_opens_the_page_of_the_screen(window: Window, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    found = window.findChildren(Guide)
    assert [each.page for each in found] == [window.current.guide]
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert len(window.findChildren(Guide)) == 1, "one window of the guide"


def test_f1_opens_it_over_a_dialog_too_and_nothing_typed_is_lost(desk: Desk, window: Window, qtbot) -> None:
    verbs.named("chase").open(desk, window, tasks.by_number(desk.store, "NV06").id)
    dialog = open_dialog(qtbot)
    assert isinstance(dialog, Deed)
    reason = dialog.findChild(QPlainTextEdit, "reason")
    qtbot.keyClicks(reason, "gap")
    qtbot.keyClick(reason, Qt.Key.Key_F1)
    guide = dialog.findChild(Guide)
    assert guide.page == "hanh-dong"
    assert guide.isVisible()
    qtbot.keyClicks(guide.search, "gia han")
    assert guide.search.text() == "gia han", "a modal dialog does not keep it shut"
    qtbot.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()
    assert reason.toPlainText() == "gap"
    dialog.close()


@pytest.mark.parametrize("name", PAGES)
def test_every_screen_has_its_page(name: str) -> None:
    module, _, cls = PAGES[name].partition(":")
    assert getattr(import_module(module), cls).guide in pages()


@pytest.mark.parametrize("name", pages())
def test_a_page_has_a_title_and_its_links_and_pictures_are_there(name: str) -> None:
    text = pages()[name]
    assert text.startswith("# ")
    for link in re.findall(r"\]\(([^)]+)\)", text):
        assert link.endswith((".md", ".png")), link
        assert (resource("guide") / link).is_file(), link


def test_the_contents_lead_to_every_page(guide: Guide, qtbot) -> None:
    seen = []
    guide.contents.setFocus()
    for _ in pages():
        seen.append(guide.page)
        qtbot.keyClick(guide.contents, Qt.Key.Key_Down)
    assert seen == list(pages())


def test_search_without_accents_marks_what_it_finds(guide: Guide, qtbot) -> None:
    qtbot.keyClicks(guide.search, "ro trach nhiem")
    marks = guide.text_view.extraSelections()
    assert marks
    assert all(letters(each.cursor.selectedText()) == "ro trach nhiem" for each in marks)
    qtbot.keyClick(guide.search, Qt.Key.Key_Return)
    assert letters(guide.text_view.textCursor().selectedText()) == "ro trach nhiem"


def test_what_no_page_has_is_said(guide: Guide, qtbot) -> None:
    qtbot.keyClicks(guide.search, "zzzz")
    assert guide.contents.count() == 0
    assert guide.said.text() == "Không trang nào có chữ này."


def test_nothing_from_outside_is_loaded(guide: Guide) -> None:
    image = QTextDocument.ResourceType.ImageResource.value
    for odd in ("https://example.org/a.png", "file:///etc/passwd", "../icons/pin.svg", "pictures/../../icons/pin.svg"):
        assert guide.text_view.loadResource(image, QUrl(odd)) is None, odd
    guide._follow(QUrl("https://example.org/"))
    assert guide.page == FIRST
