"""The field of a person, by keyboard and mouse."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.field_hands import FieldForm, shown_at
from tests.ui.hands import write
from tracker.actions import people
from tracker.domain.errors import Refused
from tracker.machine import actor_on
from tracker.store import officials
from tracker.ui.desk import Desk
from tracker.ui.widgets.people import PersonField, candidates
from tracker.ui.widgets.popups import Choices


class Form(FieldForm):
    """A person and a line behind."""

    def __init__(self, desk: Desk) -> None:
        self.who = PersonField(desk, words="Người")
        super().__init__(self.who)

    @property
    def list(self) -> Choices:
        found = self.findChild(Choices)
        assert found is not None
        return found

    @property
    def offered(self) -> list[str]:
        return [self.list.item(row).text() for row in range(self.list.count())] if self.list.isVisible() else []

    def code(self) -> str | None:
        chosen = self.who.chosen()
        return chosen and chosen.code


@pytest.fixture
def form(desk: Desk, qtbot) -> Form:
    made = Form(desk)
    shown_at(made.who, made, qtbot)
    return made


def test_part_of_the_name_without_accents_finds_the_person(form: Form, qtbot) -> None:
    qtbot.keyClicks(form.who.edit, "toan")
    assert form.offered == ["Chử Đức Toàn", "Phùng Thị Yến"], "who is called so comes before a “kế toán”"
    assert form.who.edit.text() == "toan", "what is typed is never rewritten"
    qtbot.keyClick(form.who.edit, Qt.Key.Key_Return)
    assert (form.who.edit.text(), form.code()) == ("Chử Đức Toàn", "CB21")
    assert form.said() == "Giám đốc · Trung tâm PVHCC · 2 việc đang mở"


def test_down_and_up_walk_the_list_and_tab_takes(form: Form, qtbot) -> None:
    qtbot.keyClicks(form.who.edit, "an")
    first = form.offered
    assert first[:2] == ["Mai Thị Thùy Ân", "Võ Thị Hoài Ân"]
    qtbot.keyClick(form.who.edit, Qt.Key.Key_Down)
    qtbot.keyClick(form.who.edit, Qt.Key.Key_Down)
    qtbot.keyClick(form.who.edit, Qt.Key.Key_Up)
    qtbot.keyClick(form.who.edit, Qt.Key.Key_Tab)
    assert form.who.edit.text() == first[1]
    assert form.after.hasFocus()


def test_the_mouse_chooses(form: Form, qtbot) -> None:
    qtbot.keyClicks(form.who.edit, "an")
    place = form.list.visualItemRect(form.list.item(1)).center()
    qtbot.mouseClick(form.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert form.who.edit.text() == "Võ Thị Hoài Ân"


def test_esc_shuts_the_list_and_keeps_what_was_typed(form: Form, qtbot) -> None:
    qtbot.keyClicks(form.who.edit, "an")
    qtbot.keyClick(form.who.edit, Qt.Key.Key_Escape)
    assert form.offered == []
    assert form.who.edit.text() == "an"


def test_who_was_chosen_last_stands_first(form: Form, qtbot, desk: Desk) -> None:
    qtbot.keyClicks(form.who.edit, "toan")
    qtbot.keyClick(form.who.edit, Qt.Key.Key_Return)
    assert candidates(desk)[0].code == "CB21"
    form.who.edit.clear()
    form.who.set(None)
    assert len(candidates(desk)) == 25


def test_leaving_the_field_takes_the_only_one_meant(form: Form, qtbot) -> None:
    qtbot.keyClicks(form.who.edit, "CB21")
    qtbot.keyClick(form.who.edit, Qt.Key.Key_Escape)
    qtbot.keyClick(form.who.edit, Qt.Key.Key_Tab)
    assert form.who.edit.text() == "Chử Đức Toàn"


def test_leaving_it_open_who_is_meant_is_told(form: Form, qtbot) -> None:
    qtbot.keyClicks(form.who.edit, "an")
    qtbot.keyClick(form.who.edit, Qt.Key.Key_Escape)
    form.after.setFocus()
    assert "Mai Thị Thùy Ân" in form.said()
    with pytest.raises(Refused) as refused:
        form.who.value()
    assert refused.value.code == "person.several"


def test_a_name_that_is_nobody_s_is_told(form: Form, qtbot) -> None:
    write(form.who.edit, "không có ai")
    form.after.setFocus()
    assert "không có ai" in form.said()
    with pytest.raises(Refused):
        form.who.value()


def test_who_has_left_is_not_offered(form: Form, qtbot, desk: Desk) -> None:
    store = desk.store
    gone = officials.by_code(store, "CB21")
    post = officials.appointments(store, gone.id)[0]
    head = officials.by_code(store, "CB01").id
    yesterday = desk.today - timedelta(days=1)
    people.end_appointment(store, actor_on(head, desk.today), post.id, yesterday, reason="nghỉ hưu")
    qtbot.keyClicks(form.who.edit, "duc toan")
    assert form.offered == []


def test_the_list_never_covers_the_field(form: Form, qtbot, desk: Desk) -> None:
    screen = form.screen().availableGeometry()
    for corner in (screen.topLeft(), QPoint(screen.left(), screen.bottom() - form.height())):
        form.move(corner)
        QApplication.processEvents()
        form.who.edit.clear()
        qtbot.keyClicks(form.who.edit, "c")
        assert len(form.offered) > 7
        field = form.who.edit.rect().translated(form.who.edit.mapToGlobal(QPoint(0, 0)))
        assert not form.list.geometry().intersects(field)
        assert screen.contains(form.list.geometry())


def test_text_that_is_no_name_harms_nothing(form: Form, qtbot) -> None:
    form.who.edit.insert("<b>\u202e" + "x" * 10_000)
    form.who.edit.textEdited.emit(form.who.edit.text())
    assert form.offered == []


def test_the_field_has_a_name(form: Form) -> None:
    assert form.who.edit.accessibleName() == "Người"
    assert form.list.accessibleName() == "Danh sách người"
