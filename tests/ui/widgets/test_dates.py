"""The field of a date, by keyboard and mouse."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QFrame

from tests.ui.field_hands import FieldForm, shown_at
from tracker.domain.errors import Refused
from tracker.ui.desk import Desk
from tracker.ui.widgets.dates import DateField, Month


class Form(FieldForm):
    """A date and a line behind."""

    def __init__(self, desk: Desk, *, future: bool = True) -> None:
        self.date = DateField(desk, words="Hạn", future=future)
        super().__init__(self.date)


@pytest.fixture
def form(desk: Desk, qtbot) -> Form:
    made = Form(desk)
    shown_at(made.date, made, qtbot)
    return made


def test_the_weekday_and_the_days_left_are_told_while_typing(form: Form, qtbot) -> None:
    qtbot.keyClicks(form.date.edit, "9/10")
    assert form.said() == "Thứ Sáu, 09/10/2026 - còn 7 ngày làm việc"
    assert form.date.edit.text() == "9/10", "what is typed is never rewritten"
    assert form.date.value() == date(2026, 10, 9)


def test_a_day_off_is_pointed_out_and_kept(form: Form, qtbot) -> None:
    qtbot.keyClicks(form.date.edit, "4/10")
    assert "ngày nghỉ; ngày làm việc kế tiếp là 05/10/2026" in form.said("warned")
    assert form.date.value() == date(2026, 10, 4)


def test_the_year_is_pointed_out_where_the_day_has_just_been(form: Form, qtbot) -> None:
    qtbot.keyClicks(form.date.edit, "29/9")
    assert form.date.value() == date(2027, 9, 29)
    assert "có đúng năm 2027 không?" in form.said("warned")


def test_tab_writes_the_day_out(form: Form, qtbot) -> None:
    qtbot.keyClicks(form.date.edit, "+10")
    qtbot.keyClick(form.date.edit, Qt.Key.Key_Tab)
    assert form.date.edit.text() == "14/10/2026"


def test_what_is_no_date_is_told_and_refused(form: Form, qtbot) -> None:
    qtbot.keyClicks(form.date.edit, "32/13")
    assert "32/13" in form.said()
    with pytest.raises(Refused):
        form.date.value()
    qtbot.keyClick(form.date.edit, Qt.Key.Key_Tab)
    assert form.date.edit.text() == "32/13", "nothing typed is lost"


def test_text_that_is_being_composed_is_left_alone(form: Form) -> None:
    QApplication.sendEvent(form.date.edit, QInputMethodEvent("cuô", []))
    assert form.date.edit.text() == ""
    done = QInputMethodEvent("", [])
    done.setCommitString("cuối quý")
    QApplication.sendEvent(form.date.edit, done)
    assert form.date.edit.text() == "cuối quý"
    assert form.date.value() == date(2026, 9, 30)


def test_the_day_of_a_document_is_the_last_such_day(desk: Desk, qtbot) -> None:
    form = Form(desk, future=False)
    qtbot.addWidget(form)
    form.show()
    qtbot.keyClicks(form.date.edit, "28/8")
    assert form.said() == "Thứ Sáu, 28/8/2026"
    form.date.edit.clear()
    qtbot.keyClicks(form.date.edit, "1/10/2026")
    assert form.said("warned") == "sau ngày hôm nay"


def test_down_opens_the_calendar_and_the_keys_choose(form: Form, qtbot) -> None:
    qtbot.keyClicks(form.date.edit, "9/10")
    qtbot.keyClick(form.date.edit, Qt.Key.Key_Down)
    popup = form.date.edit.findChild(QFrame, "calendar")
    month = form.date.edit.findChild(Month)
    assert popup is not None
    assert month is not None
    qtbot.waitUntil(popup.isVisible)
    field = form.date.edit.rect().translated(form.date.edit.mapToGlobal(form.date.edit.rect().topLeft()))
    assert not popup.geometry().intersects(field), "the field stays in view"
    view = month.focusProxy()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert form.date.value() == date(2026, 10, 10)


def test_the_field_has_a_name(form: Form) -> None:
    assert form.date.edit.accessibleName() == "Hạn"
