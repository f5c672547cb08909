"""Hôm nay by mouse and keyboard: every number is counted again here, and opens just the tasks that it counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.builders import chart_class
from tests.ui.conftest import SAMPLE_DAY
from tracker.domain.dates import show_date
from tracker.figures.duties import waiting_for
from tracker.store import Store, listing, officials, units
from tracker.store.listing import Row, Wanted
from tracker.ui import wording
from tracker.ui.desk import Desk
from tracker.ui.pages.today import TodayPage
from tracker.ui.pages.today_charts import Charts
from tracker.ui.pages.today_parts import day_words, short
from tracker.ui.window import Window

CLICK, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(window: Window) -> TodayPage:
    found = window.current
    assert isinstance(found, TodayPage)
    return found


@pytest.fixture
def charts(page: TodayPage, qtbot) -> Charts:
    """The charts, all made and filled."""
    qtbot.waitUntil(lambda: page.drawn is not None)
    assert page.drawn is not None
    drawn = page.drawn
    qtbot.waitUntil(lambda: bool(drawn.cards["months"].model.rows), timeout=30_000)
    return drawn


def rows(store: Store, *classes: str, owners: frozenset[int] | None = None) -> list[Row]:
    return listing.page(store, Wanted(classes=classes, owners=owners), SAMPLE_DAY)


def opened(qtbot, desk: Desk, deed) -> set[int]:
    """The tasks that a deed asks the list to show."""
    with qtbot.waitSignal(desk.went) as asked:
        deed()
    name, what = asked.args
    assert name == "tasks"
    assert what["name"]
    return set(what["ids"])


def click(qtbot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, CLICK)


# --- facts ------------------------------------------------------------------------------------------------------------


def test_the_facts_are_those_of_the_lists(page: TodayPage, store: Store) -> None:
    late = rows(store, "overdue")
    soon = [row for row in rows(store, "due_soon") if row.state != "submitted"]
    worst = max(late, key=lambda row: row.working_days_late)
    tiles = page.tiles
    assert tiles["overdue"].number == str(len(late)) == "3"
    assert tiles["overdue"].detail == f"lâu nhất {worst.working_days_late} ngày, {worst.owner_name}"
    assert tiles["due_soon"].number == str(len(soon)) == "4"
    assert tiles["due_soon"].detail == f"{sum(row.due_on == '2026-09-30' for row in soon)} việc đến hạn hôm nay"
    assert tiles["no_deadline"].words == "Không có hạn quá 90 ngày"
    assert page.note() == "Thứ Tư, 30/9/2026"


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
@pytest.mark.parametrize("fact", ["overdue", "due_soon", "no_deadline", "not_updated"])
def test_a_fact_opens_the_tasks_it_counts(page: TodayPage, desk: Desk, qtbot, fact: str, by: str) -> None:
    tile = page.tiles[fact]

    def press() -> None:
        if by == "mouse":
            click(qtbot, tile)
        else:
            tile.setFocus()
            qtbot.keyClick(tile, Qt.Key.Key_Space)

    found = opened(qtbot, desk, press)
    assert len(found) == int(tile.number)
    if fact == "overdue":
        assert found == {row.id for row in rows(desk.store, "overdue")}


def test_the_list_then_shows_just_these(window: Window, page: TodayPage, qtbot) -> None:
    click(qtbot, page.tiles["overdue"])
    qtbot.waitUntil(lambda: window.top.title.text() != "Hôm nay")
    shown = window.current
    qtbot.waitUntil(lambda: len(shown.list.model.ids) == 3)  # type: ignore[attr-defined]


def test_a_screen_reader_is_told_number_words_and_worst(page: TodayPage) -> None:
    assert page.tiles["overdue"].accessibleName() == "Quá hạn: 3. lâu nhất 8 ngày, Chử Đức Toàn"


# --- decisions --------------------------------------------------------------------------------------------------------


def decider(store: Store) -> officials.Official:
    """Somebody for whom decisions wait."""
    return next(each for each in officials.every(store) if waiting_for(store, each.id, SAMPLE_DAY).decisions)


def test_decisions_are_those_of_the_acting_person(page: TodayPage, desk: Desk, qtbot) -> None:
    person = decider(desk.store)
    desk.act_as(person)
    wanted = waiting_for(desk.store, person.id, SAMPLE_DAY)
    qtbot.waitUntil(lambda: page.tiles["decisions"].number == str(wanted.decisions))
    click(qtbot, page.tiles["decisions"])
    qtbot.waitUntil(lambda: bool(dialogs()))
    for each in dialogs():
        each.reject()


def dialogs() -> list[QDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


def test_until_somebody_is_chosen_nothing_waits(store: Store, desk: Desk, qtbot) -> None:
    desk.personal.clear()
    desk._person = desk._given = None
    page = TodayPage(desk)
    qtbot.addWidget(page)
    assert (page.tiles["decisions"].number, page.tiles["decisions"].detail) == ("–", "Chưa chọn người")
    assert page.tiles["overdue"].number == "3", "the office is shown all the same"


def test_what_was_returned_to_me_is_named_and_opened(page: TodayPage, desk: Desk, store: Store, qtbot) -> None:
    back = next(row for row in listing.page(store, Wanted(states=("redo",)), SAMPLE_DAY))
    assert back.owner is not None
    assert not page.returned.isVisible(), "nothing was returned to the head"
    desk.act_as(officials.by_code(store, back.owner))
    qtbot.waitUntil(page.returned.isVisible)
    assert page.returned.text() == "Trả lại tôi: 1"
    assert opened(qtbot, desk, lambda: click(qtbot, page.returned)) == {back.id}


# --- whose ------------------------------------------------------------------------------------------------------------


def test_an_ordinary_official_sees_the_own_tasks(page: TodayPage, desk: Desk, store: Store, qtbot) -> None:
    late = rows(store, "overdue")[0]
    assert late.owner is not None
    desk.act_as(officials.by_code(store, late.owner))
    own = [row for row in rows(store, "overdue") if row.owner == late.owner]
    qtbot.waitUntil(lambda: page.tiles["overdue"].number == str(len(own)))
    assert opened(qtbot, desk, lambda: click(qtbot, page.tiles["overdue"])) == {row.id for row in own}


def test_the_facts_follow_the_unit(page: TodayPage, desk: Desk, window: Window, store: Store, qtbot) -> None:
    late = rows(store, "overdue")[0]
    unit = next(each for each in units.every(store) if each.code == late.unit)
    picker = window.top.unit
    picker.setFocus()
    picker.setCurrentIndex(picker.findData(unit.id))
    picker.activated.emit(picker.currentIndex())
    owners = listing.owners_of(store, unit.id, SAMPLE_DAY)
    qtbot.waitUntil(lambda: page.tiles["overdue"].number == str(len(rows(store, "overdue", owners=owners))))


def test_a_head_of_a_unit_begins_with_it(desk: Desk, store: Store) -> None:
    heads = [post for post in officials.appointments(store) if post.standing == "head" and post.valid_on(SAMPLE_DAY)]
    below = next(post for post in heads if post.unit != units.every(store)[0].id and post.main)
    desk.act_as(officials.get(store, below.official))
    assert desk.unit == below.unit


# --- the strip --------------------------------------------------------------------------------------------------------


def test_each_day_tells_and_opens_what_is_due(page: TodayPage, desk: Desk, store: Store, qtbot) -> None:
    for after, tile in enumerate(page.strip.days):
        day = SAMPLE_DAY + timedelta(after)
        due = {row.id for row in rows(store, "due_soon", "in_time") if row.due_on == day.isoformat()}
        assert tile.isEnabled() == bool(due)
        assert tile.accessibleName() == f"{day:%d/%m/%Y}: {len(due)} việc đến hạn"
        if due:
            assert opened(qtbot, desk, lambda tile=tile: click(qtbot, tile)) == due
    assert page.strip.count.text() == "4 việc"


# --- the list ---------------------------------------------------------------------------------------------------------


def test_the_list_has_the_latest_first_and_the_words_of_every_list(page: TodayPage, desk: Desk, store: Store) -> None:
    late = rows(store, "overdue")
    late.sort(key=lambda row: -row.days_late)
    told = [page.list.rows.item(at, 0).text() for at in range(page.list.rows.rowCount())]
    assert told[:3] == [wording.status(desk.words, row) for row in late]
    assert [page.list.rows.item(at, 1).text() for at in range(3)] == [row.owner_name for row in late]
    assert page.list.rows.rowCount() == 7
    assert page.all_urgent.text().startswith("Xem cả 7 việc")
    assert len({*told}) > 1


def test_enter_opens_the_task_with_the_cursor(page: TodayPage, desk: Desk, qtbot) -> None:
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(desk.went) as asked:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert asked.args == ["tasks", {"task": page.list.tasks[page.list.currentIndex().row()].id}]


def test_a_double_click_opens_the_task(page: TodayPage, desk: Desk, qtbot) -> None:
    place = page.list.visualRect(page.list.rows.index(1, 2)).center()
    with qtbot.waitSignal(desk.went) as asked:
        qtbot.mouseClick(page.list.viewport(), CLICK, NO_KEYS, place)
        qtbot.mouseDClick(page.list.viewport(), CLICK, NO_KEYS, place)
    assert asked.args == ["tasks", {"task": page.list.tasks[1].id}]


def test_ctrl_c_copies_the_row(page: TodayPage, qtbot) -> None:
    page.list.setFocus()
    page.list.selectRow(0)
    qtbot.keyClick(page.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\t")[:2] == ["Quá hạn 8 ngày", "Chử Đức Toàn"]


def test_all_that_is_urgent_is_opened_by_the_link(page: TodayPage, desk: Desk, qtbot) -> None:
    assert len(opened(qtbot, desk, lambda: click(qtbot, page.all_urgent))) == 7


def test_ctrl_f_takes_the_list_to_where_it_is_filtered(window: Window, page: TodayPage, desk: Desk, qtbot) -> None:
    with qtbot.waitSignal(desk.went) as asked:
        qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert len(asked.args[1]["ids"]) == 7
    assert asked.args[1]["find"] is True


def test_ctrl_p_prints_what_is_urgent(window: Window, page: TodayPage, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(dialogs()))
    [paper] = dialogs()
    assert paper.windowTitle() == "Cần xử lý ngay"
    paper.reject()


def test_an_office_without_tasks_is_told_in_words(page: TodayPage, store: Store, qtbot) -> None:
    store.connection.execute("PRAGMA foreign_keys = OFF")
    store.connection.execute("DELETE FROM task")
    page.reload()
    assert page.nothing.isVisible()
    assert not page.list.isVisible()
    assert "Ctrl+N" in page.nothing.text()
    assert page.tiles["overdue"].detail == "không có việc quá hạn"


@pytest.mark.parametrize("day", [date(2026, 9, 5), date(2026, 2, 3), date(2026, 10, 12), date(2025, 1, 31)])
def test_days_are_written_as_everywhere(day: date) -> None:
    assert short(day) == show_date(day)[:-5]
    assert day_words(day.isoformat(), SAMPLE_DAY) == wording.short(day.isoformat(), SAMPLE_DAY)


# --- place ------------------------------------------------------------------------------------------------------------


def test_with_little_room_facts_stand_in_two_rows(window: Window, page: TodayPage, qtbot) -> None:
    assert len({tile.y() for tile in page.tiles.values()}) == 1
    window.resize(910, 512)
    qtbot.waitUntil(lambda: len({tile.y() for tile in page.tiles.values()}) == 2)
    wide = page.width()
    assert all(tile.geometry().right() <= wide for tile in page.tiles.values())
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: len({tile.y() for tile in page.tiles.values()}) == 1)


# --- charts -----------------------------------------------------------------------------------------------------------


def middle(chart, bar: int, part: int) -> QPoint:
    return next(box.center().toPoint() for at, which, box, _ in chart.marks() if (at, which) == (bar, part))


def test_bars_add_up_to_the_tiles(charts: Charts, page: TodayPage) -> None:
    bars = charts.cards["load"].chart.bars
    for part, tile in enumerate(("overdue", "due_soon")):
        assert str(sum(bar.parts[part].tasks for bar in bars)) == page.tiles[tile].number


def test_bars_are_the_open_tasks_of_each_official(charts: Charts, desk: Desk, store: Store, qtbot) -> None:
    chart = charts.cards["load"].chart
    classes = ("overdue", "due_soon", "in_time", "no_deadline")
    open_ = rows(store, *classes)
    for at, bar in enumerate(chart.bars):
        for part, look in enumerate(classes):
            tasks = {row.id for row in open_ if row.owner_name == bar.name and chart_class(row) == look}
            assert bar.parts[part].tasks == len(tasks)
            if tasks:
                place = middle(chart, at, part)
                press = lambda place=place: qtbot.mouseClick(chart.viewport(), CLICK, NO_KEYS, place)  # noqa: E731
                assert opened(qtbot, desk, press) == tasks
    assert sum(bar.total for bar in chart.bars) == len(open_)
    late = [bar.parts[0].tasks for bar in chart.bars]
    assert late == sorted(late, reverse=True)


def test_bands_are_those_of_the_days_late(charts: Charts, desk: Desk, store: Store, qtbot) -> None:
    chart = charts.cards["ageing"].chart
    late = {row.id: row.working_days_late for row in rows(store, "overdue")}
    bands = [(0, 5), (6, 10), (11, 30), (31, 9999)]
    for at, (least, most) in enumerate(bands):
        tasks = {task for task, days in late.items() if least <= days <= most}
        assert chart.bars[at].total == len(tasks)
        if tasks:
            press = lambda at=at: qtbot.mouseClick(chart.viewport(), CLICK, NO_KEYS, middle(chart, at, 0))  # noqa: E731
            assert opened(qtbot, desk, press) == tasks


def test_months_are_those_of_the_reports(charts: Charts, desk: Desk, store: Store, qtbot) -> None:
    from tracker.domain.periods import parse
    from tracker.figures import counts

    chart = charts.cards["months"].chart
    for at, (name, rate, words) in enumerate(chart.points):
        month = 4 + at
        found = counts.of_unit(store, units.every(store)[0].id, parse(f"2026-0{month}"), SAMPLE_DAY)
        assert name == f"T{month}"
        assert rate == (None if found.on_time_rate is None else float(found.on_time_rate) * 100)
        kept = found.done_early + found.done_on_time
        of = kept + found.done_late + found.doing_overdue + found.handed_over_overdue
        assert f"{kept}/{of} việc" in words
    press = lambda: qtbot.mouseClick(chart.viewport(), CLICK, NO_KEYS, middle(chart, 5, 0))  # noqa: E731
    assert len(opened(qtbot, desk, press)) == 14


def test_the_keyboard_walks_through_the_bars(charts: Charts, desk: Desk, qtbot) -> None:
    chart = charts.cards["load"].chart
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    bar, part, *_ = chart.marks()[chart.here]
    assert bar == 1
    assert chart.accessibleDescription() == chart.bars[bar].parts[part].words
    qtbot.keyClick(chart, Qt.Key.Key_Up)
    assert chart.marks()[chart.here][0] == 0
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.here == len(chart.marks()) - 1
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    name = chart.bars[0].name
    found = opened(qtbot, desk, lambda: qtbot.keyClick(chart, Qt.Key.Key_Return))
    assert found == {row.id for row in rows(desk.store, "overdue") if row.owner_name == name}


def test_the_wheel_zooms_nothing(charts: Charts, qtbot) -> None:
    chart = charts.cards["months"].chart
    before = chart.marks()[0][2]
    place = QPointF(chart.viewport().rect().center())
    wheel = QWheelEvent(
        place,
        chart.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        NO_KEYS,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(chart.viewport(), wheel)
    assert chart.marks()[0][2] == before


def test_the_same_numbers_as_a_table(charts: Charts, desk: Desk, qtbot) -> None:
    card = charts.cards["load"]
    click(qtbot, card.toggle)
    table = card.table
    assert table.isVisible()
    assert not card.chart.isVisible()
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    bar = card.chart.bars[0]
    assert QGuiApplication.clipboard().text().split("\t") == [
        bar.name,
        *(str(part.tasks) for part in bar.parts),
        str(bar.total),
    ]
    click(qtbot, card.toggle)
    assert card.chart.isVisible()
    click(qtbot, card.toggle)
    found = opened(qtbot, desk, lambda: qtbot.keyClick(table, Qt.Key.Key_Return))
    open_ = rows(desk.store, "overdue", "due_soon", "in_time", "no_deadline")
    assert found == {row.id for row in open_ if row.owner_name == bar.name}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_fills_differ_in_grey(charts: Charts, desk: Desk, scheme: str) -> None:
    """The mean grey of each class's fill, or how much it varies, tells it from the others."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QImage, QPainter

    from tracker.ui.widgets.bars import fill

    desk.theme.choose(scheme, 100)
    try:
        seen = {}
        for look in ("overdue", "due_soon", "in_time", "no_deadline"):
            image = QImage(60, 16, QImage.Format.Format_RGB32)
            image.fill(QColor(desk.theme.colours.surface))
            painter = QPainter(image)
            fill(painter, desk.theme, QRectF(0, 0, 59, 15), look)
            painter.end()
            greys = [image.pixelColor(x, y).lightness() for x in range(3, 57) for y in range(3, 13)]
            seen[look] = (sum(greys) / len(greys), max(greys) - min(greys))
    finally:
        desk.theme.choose("light", 100)
    assert seen["due_soon"][1] > 60, "hatched"
    assert all(seen[look][1] == 0 for look in ("overdue", "in_time", "no_deadline"))
    assert abs(seen["overdue"][0] - seen["in_time"][0]) > 60
    assert abs(seen["in_time"][0] - seen["no_deadline"][0]) > 3


def test_what_a_fact_counts_is_told_on_hover(page: TodayPage) -> None:
    tips = {name: tile.toolTip() for name, tile in page.tiles.items()}
    assert all(tips.values())
    assert "qua hạn" in tips["overdue"]
    assert "ngày làm việc" in tips["not_updated"]
