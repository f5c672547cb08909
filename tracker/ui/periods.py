"""The picker of periods: quarters, months and years around today, and any span of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.periods import Period, around, parse

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

    from tracker.ui.desk import Desk

_OTHER = "other"
QUARTERS, MONTHS, YEARS = 6, 4, 2


def fill(picker: QComboBox, desk: Desk) -> None:
    """The periods to choose from; the first follows the current quarter."""

    def tell() -> None:
        picker.clear()
        for period in _around(desk):
            picker.addItem(name(desk, period), str(period))
        picker.addItem(desk.text("Other days …"), _OTHER)
        at = picker.findData(str(desk.period))
        if at < 0:
            picker.insertItem(0, name(desk, desk.period), str(desk.period))
            at = 0
        picker.setCurrentIndex(at)

    def chosen(at: int) -> None:
        data = picker.itemData(at)
        found = _asked(desk) if data == _OTHER else parse(str(data))
        if found is None:
            tell()
            return
        desk.choose_period(None if found == around(desk.today, 3) else found)

    picker.activated.connect(chosen)
    desk.turned.connect(tell)
    tell()


def name(desk: Desk, period: Period) -> str:
    """What a period is called in the picker, short: "Quý III/2026"."""
    told = period.name(desk.words.language)
    told = told.replace(" năm ", "/").replace(" of ", "/")
    return told[:1].upper() + told[1:]


def _around(desk: Desk) -> list[Period]:
    """The quarters up to the next one, the last months, and the years."""
    quarters = [around(desk.today, 3)]
    for _ in range(QUARTERS):
        quarters.append(quarters[-1].previous())
    months = [around(desk.today, 1)]
    for _ in range(MONTHS):
        months.append(months[-1].previous())
    years = [parse(str(desk.today.year - back)) for back in range(YEARS)]
    return [*quarters, *months, *years]


def _asked(desk: Desk) -> Period | None:
    """Any span of days; None where none was chosen."""
    from tracker.ui.dialogs.days import DaysDialog

    dialog = DaysDialog(desk)
    dialog.exec()
    return dialog.chosen
