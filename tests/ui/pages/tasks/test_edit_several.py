"""Several tasks edited at once, with a preview of what changes in each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.ui.task_hands import dialog, part, settled
from tracker.actions.coordination import present
from tracker.domain.tasks import Urgency
from tracker.store import listing, officials, tasks
from tracker.store.listing import Wanted
from tracker.ui.dialogs.edit_several import EditSeveral
from tracker.ui.pages.tasks.menu import task_menu
from tracker.ui.pages.tasks.page import TasksPage

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def opened(page: TasksPage, qtbot) -> EditSeveral:
    """Three tasks of the head's own giving selected by keyboard, and the dialog of Ctrl+E."""
    head = officials.by_code(page.desk.store, "CB01").id
    wanted = Wanted(assigner=head, states=("doing", "assigned", "redo"))
    page.desk.go("tasks", ids=listing.ids(page.desk.store, wanted, page.desk.today)[:3])
    settled(page, qtbot)
    for _ in range(2):
        qtbot.keyClick(page.list.table, Qt.Key.Key_Down, SHIFT)
    assert len(page.list.selected()) == 3
    qtbot.keyClick(page.list.table, Qt.Key.Key_E, CTRL)
    form = dialog(qtbot)
    assert isinstance(form, EditSeveral)
    return form


def changes(form: EditSeveral) -> list[str]:
    model = form._model
    return [model.cell(row, len(model.columns) - 1) for row in range(model.rowCount())]


def choose_express(form: EditSeveral, qtbot) -> None:
    """Down to the last of the levels."""
    form.urgency.setFocus()
    for _ in range(form.urgency.count()):
        qtbot.keyClick(form.urgency, Qt.Key.Key_Down)
    assert form.urgency.currentText() == "Hỏa tốc"


def verb(form: EditSeveral) -> QPushButton:
    found = part(form, "verb")
    assert isinstance(found, QPushButton)
    return found


def test_the_preview_says_what_changes_in_each(page: TasksPage, qtbot) -> None:
    form = opened(page, qtbot)
    assert changes(form) == [""] * 3
    assert not verb(form).isEnabled()
    records = [tasks.get(page.desk.store, each) for each in page.list.selected()]  # type: ignore[arg-type]
    choose_express(form, qtbot)
    told = changes(form)
    for record, said in zip(records, told, strict=True):
        assert said.endswith("hỏa tốc")
        assert record.urgency is not Urgency.EXPRESS
    assert verb(form).accessibleName() == "Sửa 3 việc"
    qtbot.keyClick(form, Qt.Key.Key_Escape)


def test_all_are_edited_with_one_reason(page: TasksPage, qtbot) -> None:
    form = opened(page, qtbot)
    chosen = page.list.selected()
    helper = officials.by_code(page.desk.store, "CB02")
    had = {each: [part_.official for part_ in present(page.desk.store, each)] for each in chosen}  # type: ignore[arg-type]
    choose_express(form, qtbot)
    qtbot.keyClicks(form.helper.edit, "cb02")
    qtbot.keyClick(form.helper.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(part(form, "reason"), "theo chi dao")
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    settled(page, qtbot)
    for each in chosen:
        task = tasks.get(page.desk.store, each)  # type: ignore[arg-type]
        assert task.urgency is Urgency.EXPRESS
        now = [part_.official for part_ in present(page.desk.store, each)]  # type: ignore[arg-type]
        assert now == had[each] + ([] if helper.id in had[each] or helper.id == task.owner else [helper.id])


def test_without_a_reason_begun_work_stays_and_is_named(page: TasksPage, qtbot) -> None:
    form = opened(page, qtbot)
    chosen = page.list.selected()
    choose_express(form, qtbot)
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    assert dialog(qtbot) is form
    assert part(form, "error").isVisible()
    assert any(tasks.get(page.desk.store, each).urgency is not Urgency.EXPRESS for each in chosen)  # type: ignore[arg-type]
    qtbot.keyClick(form, Qt.Key.Key_Escape)


def test_confirming_returning_and_deciding_are_not_offered_for_several(page: TasksPage, qtbot) -> None:
    for _ in range(2):
        qtbot.keyClick(page.list.table, Qt.Key.Key_Down, SHIFT)
    menu = task_menu(page.desk, page, page.list.selected())
    names = {action.objectName() for action in menu.actions()}
    assert {"chase", "hand_over", "edit"} <= names
    assert not names & {"confirm", "return", "extension", "insist", "accept", "decide_proposal"}
