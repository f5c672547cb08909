"""Every control of every dialog of a task has a name for whoever hears it, and is reached by Tab."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.deed_hands import actor, be_assigner, be_owner, task
from tracker.actions import extensions, work
from tracker.domain.events import CauseKind
from tracker.ui.desk import Desk
from tracker.ui.dialogs import deciding, managing, objections, several, whole_desk, working
from tracker.ui.dialogs.deed import shown
from tracker.ui.dialogs.editing import EditTask
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.undo import History
from tracker.ui.window import Window

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)


def asked(desk: Desk) -> Dialog:
    of = task(desk, "NV15")
    extensions.ask(desk.store, actor(desk, of.owner), of.id, date(2026, 11, 13), reason="ngập")
    be_assigner(desk, "NV15")
    return deciding.ExtensionRequest(desk, of.id)


def explained(desk: Desk) -> Dialog:
    of = task(desk, "NV26")
    work.explain(desk.store, actor(desk, of.owner), of.id, CauseKind.OBJECTIVE, "Mưa lũ")
    be_assigner(desk, "NV26")
    return objections.LatenessExplained(desk, of.id)


def declined(desk: Desk) -> Dialog:
    of = task(desk, "NV13")
    work.decline(desk.store, actor(desk, of.owner), of.id, reason="quá tải")
    be_assigner(desk, "NV13")
    return objections.Declined(desk, of.id)


def of_owner(kind: Callable[..., Dialog], number: str = "NV26") -> Callable[[Desk], Dialog]:
    def made(desk: Desk) -> Dialog:
        be_owner(desk, number)
        return kind(desk, task(desk, number).id)

    return made


def of_assigner(kind: Callable[..., Dialog], number: str = "NV13") -> Callable[[Desk], Dialog]:
    def made(desk: Desk) -> Dialog:
        be_assigner(desk, number)
        return kind(desk, task(desk, number).id)

    return made


DIALOGS: dict[str, Callable[[Desk], Dialog]] = {
    "extension": asked,
    "explanation": explained,
    "declined": declined,
    "result": of_assigner(deciding.Result, "NV17"),
    "chase": of_assigner(managing.Chase),
    "pause": of_assigner(managing.Pause),
    "resume": of_assigner(managing.Resume, "NV36"),
    "recall": of_assigner(managing.Recall),
    "hand over": of_assigner(managing.HandOver),
    "edit": of_assigner(EditTask),
    "progress": of_owner(working.Progress),
    "submit": of_owner(working.Submit),
    "file": of_owner(working.File),
    "ask": of_owner(working.Ask),
    "explain": of_owner(working.Explain),
    "decline": of_owner(working.Decline),
    "chases": lambda desk: several.Chases(desk, [task(desk, "NV06").id, task(desk, "NV13").id]),
    "whole desk": lambda desk: whole_desk.WholeDesk(desk, task(desk, "NV39").owner),  # type: ignore[arg-type]
    "history": lambda desk: History(desk),
}


@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS.keys())
def test_every_control_has_a_name_and_a_place(window: Window, desk: Desk, qtbot, make) -> None:
    dialog = make(desk)
    shown(dialog, window)
    qtbot.waitExposed(dialog)
    if hasattr(dialog, "unfold"):
        dialog.unfold()
    controls = [each for each in dialog.findChildren(QWidget) if isinstance(each, CONTROLS) and each.isVisible()]
    assert controls
    unnamed = [repr(each) for each in controls if not each.accessibleName()]
    assert unnamed == []
    unreachable = [
        repr(each)
        for each in controls
        if each.isEnabled() and not each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.focusProxy()
    ]
    assert unreachable == []
    dialog.close()


@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS.keys())
def test_title_and_buttons_stay_in_the_smallest_window(window: Window, desk: Desk, qtbot, make) -> None:
    window.resize(910, 512)
    dialog = make(desk)
    shown(dialog, window)
    qtbot.waitExposed(dialog)
    assert dialog.height() <= 512
    assert dialog.width() <= 910
    verb, later = dialog.findChild(QAbstractButton, "verb"), dialog.findChild(QAbstractButton, "later")
    for each in (verb, later):
        assert each is not None
        place = each.mapTo(dialog, each.rect().bottomRight())
        assert dialog.rect().contains(place)
        assert each.width() >= each.sizeHint().width() - 1, "its words are cut"
    dialog.close()
