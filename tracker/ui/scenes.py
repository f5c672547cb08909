"""What there is to see: every page of the window filled, and every dialog over it, each with its name.

The pictures of the guide and those that are looked at after a change are taken of these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tracker.store import tasks
from tracker.ui import scene_dialogs
from tracker.ui.stillness import wait

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractButton

    from tracker.domain.officials import Official
    from tracker.ui.pages.tasks.verbs import Way
    from tracker.ui.window import Window

TOLD = "NV06"
"""A task of the sample with a long life: overdue, chased, in the public's interest."""
HEAD, CLERK = "CB01", "CB08"
"""Officials of the sample: the head of the office, and the clerk of the whole office."""


CHARTS_MS = 1_500


class Scene(NamedTuple):
    """One picture."""

    name: str
    show: Callable[[Window], object]
    """Brings it about. A dialog is opened as by a click, and comes over the window."""
    actor: str = HEAD
    dialog: bool = False


def pages(book: Path) -> list[Scene]:
    """Every page, filled. `book` is a sheet to be imported."""
    return [
        Scene("hom-nay", _today),
        Scene("hom-nay-van-thu", _today, actor=CLERK),
        Scene("nhiem-vu", _task),
        Scene("nhiem-vu-qua-han", _overdue),
        Scene("nhiem-vu-the", lambda window: _shape(window, "board")),
        Scene("nhiem-vu-thang", lambda window: _shape(window, "month")),
        Scene("giao-viec", _assign),
        Scene("can-bo", lambda window: window.open("officials", {"official": _official(window, "CB21")})),
        Scene("don-vi", lambda window: window.open("units", {"unit": _unit(window, "VP")})),
        Scene("bao-cao", lambda window: window.open("reports", {"kind": "accountability"})),
        Scene("bao-cao-quy", lambda window: window.open("reports", {"kind": "quarterly"})),
        Scene("bao-cao-phieu", lambda window: window.open("reports", {"kind": "official"})),
        Scene("nhat-ky", lambda window: window.open("journal", {})),
        Scene("nhap", lambda window: window.open("import", {"what": "tasks", "path": book})),
        Scene("lan-dau", lambda window: window.open("first", {})),
        Scene("vong-ghi", lambda window: window.open("round", {}), actor=CLERK),
        Scene("bat-dau", lambda window: window.open("first", {})),
        *(Scene(f"thiet-lap-{name}", partial(_settings, part=part)) for name, part in SETTINGS.items()),
    ]


SETTINGS = {
    "tieu-de": "office",
    "lich": "calendar",
    "gioi-han": "limits",
    "nhac-viec": "reminders",
    "giao-dien": "look",
    "du-lieu": "data",
    "sao-luu": "backups",
    "mat-khau": "password",
}
"""Name of the picture → part of the settings."""


def dialogs(window: Window) -> Iterator[Scene]:
    """Every dialog that the sample offers a case for."""
    yield Scene("di-toi", _palette, dialog=True)
    yield Scene("chon-nguoi", lambda window: window.desk.ask_person(), dialog=True)
    yield from _deeds(window)
    window.desk.act_as(_person(window, HEAD))
    for name, opening in (*scene_dialogs.openings().items(), *scene_dialogs.from_menus(window)):
        yield Scene(name, opening, dialog=True)
    yield Scene("ngay-nghi", _calendar_day, dialog=True)
    yield Scene("xac-nhan-lich", _calendar_year, dialog=True)


def _settings(window: Window, part: str) -> None:
    window.open("settings", {"part": part})


def _today(window: Window) -> None:
    """Its charts come in idle steps, the last of them counted by a child process that starts when all is quiet."""
    window.open("today", {})
    wait(CHARTS_MS)


def _task(window: Window) -> None:
    _shape(window, "list")
    window.open("tasks", {"task": tasks.by_number(window.desk.store, TOLD).id})


def _overdue(window: Window) -> None:
    _all_tasks(window)
    window.open("tasks", {"view": "overdue"})


def _shape(window: Window, shape: str) -> None:
    from PySide6.QtWidgets import QAbstractButton

    _all_tasks(window)
    _press(window.current.findChild(QAbstractButton, f"shape-{shape}"))


def _all_tasks(window: Window) -> None:
    """The list of all tasks, without the panel that another picture was taken of."""
    from PySide6.QtWidgets import QLineEdit

    window.open("tasks", {"view": "all"})
    line = window.current.findChild(QLineEdit, "line")
    if line is not None and line.isVisible():
        window.current.back()


def _press(button: QAbstractButton | None) -> None:
    assert button is not None, "the page has the button"
    button.click()


def _assign(window: Window) -> None:
    from PySide6.QtWidgets import QLineEdit

    _shape(window, "list")
    window.open("tasks", {"assign": True})
    line = window.current.findChild(QLineEdit, "line")
    assert line is not None, "the quick entry has a line"
    line.setText("Tổng hợp kiến nghị cử tri trước kỳ họp; toan; 16/10; báo cáo")


def _official(window: Window, code: str) -> int:
    from tracker.store import officials

    return officials.by_code(window.desk.store, code).id


def _unit(window: Window, code: str) -> int:
    from tracker.store import units

    return units.by_code(window.desk.store, code).id


def _palette(window: Window) -> None:
    from tracker.ui.palette import Palette

    palette = Palette(window.desk, window)
    palette.edit.setText("toan")
    palette.exec()


def _deeds(window: Window) -> Iterator[Scene]:
    """A dialog for each thing that can be done to a task, over the first task it can be done to."""
    from tracker.ui.pages.tasks import verbs

    desk = window.desk
    there = [record.id for record in tasks.every(desk.store)]
    left = {way.name: way for way in verbs.VERBS}
    for code in (HEAD, CLERK, "CB21"):
        desk.act_as(_person(window, code))
        for task in there:
            for way in verbs.applying(desk, task):
                if left.pop(way.name, None) is not None and way.name not in AT_ONCE:
                    yield Scene(
                        f"viec-{way.name.replace('_', '-')}",
                        partial(_deed, way=way, task=task),
                        actor=code,
                        dialog=True,
                    )


def _deed(window: Window, way: Way, task: int) -> None:
    _all_tasks(window)
    window.open("tasks", {"task": task})
    way.open(window.desk, window, task)


AT_ONCE = frozenset({"start", "propose"})
"""What is done without asking anything."""


def _person(window: Window, code: str) -> Official:
    from tracker.store import officials

    return officials.by_code(window.desk.store, code)


def _calendar_day(window: Window) -> None:
    from tracker.ui.pages.settings.calendar import DayDialog

    DayDialog(window.desk).exec()


def _calendar_year(window: Window) -> None:
    from tracker.ui.pages.settings.calendar import YearDialog

    YearDialog(window.desk, window.desk.today.year + 1).exec()
