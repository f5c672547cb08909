"""The dialogs of the pages beside those of a task's life, each opened on its page as a click does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from tracker.store import tasks
from tracker.ui.stillness import still

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from tracker.ui.window import Window

PASTED = "Kiểm tra vệ sinh trường học\ttoan\t16/10\tbiên bản\nRà soát biển báo\tkhông ai\t20/10\tdanh sách\n"
LATE = ("NV06", "NV26", "NV39")


def openings() -> dict[str, Callable[[Window], object]]:
    """Name of the picture → what opens the dialog."""
    return {
        "lich-su-thao-tac": _history,
        "hang-doi": _queue,
        "don-doc-nhieu": _chase_several,
        "ban-giao-toan-bo": _whole_desk,
        "dan-nhieu": _paste,
        "loc-nhiem-vu": _task_filter,
        "loc-nhat-ky": _journal_filter,
        "them-can-bo": lambda window: _press_primary(window, "officials"),
        "them-don-vi": lambda window: _press_primary(window, "units"),
        "tat-ca-don-vi": _all_units,
        "du-thao": lambda window: _paper_dialog(window, "keeping"),
        "doi-chieu": lambda window: _paper_dialog(window, "checking"),
        "in-nhat-ky": _print,
        "khoi-phuc": _restore,
    }


def from_menus(window: Window) -> Iterator[tuple[str, Callable[[Window], object]]]:
    """What the menus of a person and of a unit open."""
    for page, prefix in (("officials", "can-bo"), ("units", "don-vi")):
        for name in _names(_menu(window, page)):
            yield f"{prefix}-{name}", partial(_trigger, page=page, name=name)


def _history(window: Window) -> None:
    from tracker.ui.undo import open_history

    open_history(window.desk, window)


def _queue(window: Window) -> None:
    from tracker.ui.dialogs.queue import open_queue

    window.open("today", {})
    open_queue(window.desk, window, "extensions")


def _chase_several(window: Window) -> None:
    from tracker.ui.dialogs.several import chase_several

    window.open("tasks", {"view": "overdue"})
    chase_several(window.desk, window, [tasks.by_number(window.desk.store, number).id for number in LATE])


def _whole_desk(window: Window) -> None:
    from tracker.store import officials
    from tracker.ui.dialogs.whole_desk import open_whole_desk

    window.open("officials", {})
    open_whole_desk(window.desk, window, officials.by_code(window.desk.store, "CB04").id)


def _paste(window: Window) -> None:
    from PySide6.QtGui import QGuiApplication

    from tracker.ui.pages.tasks.paste_dialog import paste

    window.open("tasks", {"view": "all"})
    QGuiApplication.clipboard().setText(PASTED)
    paste(window.desk, window)


def _task_filter(window: Window) -> None:
    from tracker.store.listing import Wanted
    from tracker.ui.pages.tasks.filter_dialog import FilterDialog

    window.open("tasks", {"view": "all"})
    FilterDialog(window.desk, Wanted()).exec()


def _journal_filter(window: Window) -> None:
    from tracker.store.journal_list import Wanted
    from tracker.ui.pages.journal.filtering import FilterDialog

    window.open("journal", {})
    FilterDialog(window.desk, window, Wanted()).exec()


def _press_primary(window: Window, page: str) -> None:
    window.open(page, {})
    window.top.primary.click()


def _all_units(window: Window) -> None:
    from PySide6.QtWidgets import QPushButton

    window.open("reports", {"kind": "accountability"})
    button = window.current.findChild(QPushButton, "all-units")
    assert button is not None, "the page of reports makes those of all units"
    button.click()


def _paper_dialog(window: Window, deed: str) -> None:
    """A dialog of the page of reports: drafts and issued ones, or the check of a paper."""
    window.open("reports", {"kind": "accountability"})
    getattr(window.current, deed)()


def _print(window: Window) -> None:
    window.open("journal", {})
    window.current.print_list()


def _restore(window: Window) -> None:
    from tracker.files import scratch_folder
    from tracker.store.backup import backup
    from tracker.ui.pages.settings.backups import RestoreDialog

    window.open("settings", {"part": "backups"})
    with scratch_folder() as scratch:
        content = backup(window.desk.store, scratch / "sao-luu-2026-09-29.zip")
        RestoreDialog(window.desk, scratch / "sao-luu-2026-09-29.zip", content).exec()


def _menu(window: Window, page: str) -> QMenu:
    """The menu of what is selected on a page of people or units."""
    what = {"officials": {"official": _official(window)}, "units": {"unit": _unit(window)}}[page]
    window.open(page, what)
    still(window)
    found = window.current
    chosen = found.current()  # type: ignore[attr-defined]  # both pages have it
    made: QMenu = found.deeds.menu(chosen)  # type: ignore[attr-defined]  # as above
    return made


def _trigger(window: Window, page: str, name: str) -> None:
    menu = _menu(window, page)
    for action in _leaves(menu):
        if action.objectName() == name:
            action.trigger()


def _names(menu: QMenu) -> list[str]:
    return [action.objectName() for action in _leaves(menu) if action.objectName() and action.isEnabled()]


def _leaves(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        below: object = action.menu()
        if isinstance(below, QMenu):
            yield from _leaves(below)
        else:
            yield action


def _official(window: Window) -> int:
    from tracker.store import officials

    return officials.by_code(window.desk.store, "CB21").id


def _unit(window: Window) -> int:
    from tracker.store import units

    return units.by_code(window.desk.store, "VP").id
