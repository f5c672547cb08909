"""Columns take their whole room in a wide list, and leave it in a narrow one; what was sized by hand stays."""

from __future__ import annotations

from tracker.ui.desk import Desk
from tracker.ui.widgets.tables import Column, RowsModel, Table


def _table(desk: Desk, qtbot) -> Table:
    made = Table(desk, "rooms", "Rooms")
    qtbot.addWidget(made)
    made.show_rows(
        RowsModel(
            [
                Column[str](key="name", title="Name", width=100, text=str, stretch=True),
                Column[str](key="unit", title="Unit", width=100, ample=200, text=str),
            ]
        )
    )
    made.resize(600, 200)
    made.show()
    return made


def test_a_wide_list_has_room_for_its_words(desk: Desk, qtbot) -> None:
    table = _table(desk, qtbot)
    assert table.columnWidth(1) == 100
    table.resize(1200, 200)
    qtbot.waitUntil(lambda: table.columnWidth(1) == 200)
    table.resize(600, 200)
    qtbot.waitUntil(lambda: table.columnWidth(1) == 100)


def test_a_column_sized_by_hand_stays(desk: Desk, qtbot) -> None:
    table = _table(desk, qtbot)
    table.setColumnWidth(1, 150)
    table.resize(1200, 200)
    qtbot.waitUntil(lambda: table.columnWidth(0) > 900)
    assert table.columnWidth(1) == 150
