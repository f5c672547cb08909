"""Access keys: each form gives its own, Alt and the letter does what it says, and user text is never taken for one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tracker.ui.access import give_keys, key_of
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.basics import button, literal


class Form(Dialog):
    """A form with a field of each sort."""

    def __init__(self, desk) -> None:
        super().__init__(desk, "Thử", name="trial")
        self.presses = 0
        self.reason = self.line("reason", "Lý do")
        self.number = self.line("number", "Đề nghị số")
        self.sent = self.check("sent", "Đã gửi lại")
        self.verbs("Duyệt", self.count)

    def count(self) -> None:
        self.presses += 1


@pytest.fixture
def form(desk, window, qtbot) -> Iterator[Form]:
    made = Form(desk)
    made.open()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def alt(form: Form, words: str, qtbot) -> None:
    """Press Alt and the letter of what bears these words."""
    wearer = next(
        each
        for each in form.findChildren(QWidget)
        if isinstance(each, QLabel | QCheckBox | QPushButton) and each.text().replace("&", "") == words
    )
    key = Qt.Key(ord(key_of(wearer).upper()))
    qtbot.keyClick(QApplication.focusWidget() or form, key, Qt.KeyboardModifier.AltModifier)


def test_alt_leads_to_a_field_ticks_a_box_and_presses_a_button(form: Form, qtbot) -> None:
    alt(form, "Đề nghị số", qtbot)
    assert QApplication.focusWidget() is form.number
    alt(form, "Lý do", qtbot)
    assert QApplication.focusWidget() is form.reason
    alt(form, "Đã gửi lại", qtbot)
    qtbot.waitUntil(form.sent.isChecked)
    alt(form, "Duyệt", qtbot)
    qtbot.waitUntil(lambda: form.presses == 1)
    assert form.reason.text() == "", "nothing was typed"


def test_the_letters_are_those_one_would_guess_and_no_name_shows_them(form: Form) -> None:
    shown = {each.text() for each in form.findChildren(QPushButton)}
    assert "&Duyệt" in shown
    assert form.reason.accessibleName() == "Lý do"
    assert all("&" not in each.accessibleName() for each in form.findChildren(QWidget))


def test_a_verb_that_says_another_result_keeps_its_key(form: Form, qtbot) -> None:
    form.tell_verb("Duyệt đến 13/11")
    alt(form, "Duyệt đến 13/11", qtbot)
    qtbot.waitUntil(lambda: form.presses == 1)


def test_a_field_shown_later_has_its_key_too(form: Form, qtbot) -> None:
    form.show_field("number", shown=False)
    form.show_field("number", shown=True)
    alt(form, "Đề nghị số", qtbot)
    assert QApplication.focusWidget() is form.number


words = st.text(st.sampled_from("abcđêơưxyzABC &12"), max_size=12)


@given(st.lists(words, max_size=30))
def test_keys_are_never_alike_and_words_stay_what_they_are(qapp: QApplication, texts: list[str]) -> None:
    top = QWidget()
    box = QVBoxLayout(top)
    buttons = [button(literal(text), f"b{at}") for at, text in enumerate(texts)]
    label, field = QLabel("Họ và tên"), QLineEdit()
    label.setBuddy(field)
    for each in (*buttons, label, field):
        box.addWidget(each)
    give_keys(top)
    first = [each.text() for each in buttons]
    give_keys(top)
    assert [each.text() for each in buttons] == first, "given again, nothing changes"
    keys = [key for each in (*buttons, label) if (key := key_of(each))]
    assert len(keys) == len(set(keys))
    assert "z" not in keys
    assert all(key.isascii() and key.isalpha() for key in keys)
    assert [each.accessibleName() for each in buttons] == texts
