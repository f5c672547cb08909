"""Every colour that carries text can be read on what it stands on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessibilityHints, QColor, QPalette
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import SAMPLE_DAY
from tracker.domain.deadlines import DeadlineClass
from tracker.store import officials
from tracker.ui import tokens
from tracker.ui.afterwards import complete
from tracker.ui.desk import Desk
from tracker.ui.pages import PAGES
from tracker.ui.stillness import still
from tracker.ui.theme import Theme, is_dark
from tracker.ui.tokens import DARK, LIGHT, Colours, contrast
from tracker.ui.window import Window
from tracker.words import Words

THEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
READABLE = 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize("ground", ["bg", "surface", "raised", "nav", "selection"])
def test_text_can_be_read(colours: Colours, ground: str) -> None:
    for ink in (colours.text, colours.muted):
        assert contrast(ink, getattr(colours, ground)) >= READABLE


@THEMES
def test_the_way_on_can_be_read(colours: Colours) -> None:
    assert contrast(colours.on_accent, colours.accent) >= READABLE
    assert contrast(colours.accent, colours.surface) >= READABLE
    assert contrast(colours.accent, colours.accent_tint) >= READABLE


@THEMES
@pytest.mark.parametrize("each", DeadlineClass)
def test_every_class_can_be_read(colours: Colours, each: DeadlineClass) -> None:
    look = colours.of_class(each.value)
    assert contrast(look.ink, look.tint) >= READABLE
    assert contrast(look.ink, colours.surface) >= READABLE


def test_classes_that_differ_in_urgency_differ_in_shape() -> None:
    shapes = [tokens.SHAPES[each] for each in ("overdue", "due_soon", "in_time", "done_on_time", "done_late")]
    assert len(set(shapes)) == 5
    assert "no_deadline" not in tokens.SHAPES


GROUNDS = ("bg", "surface", "raised", "nav", "selection", "accent_tint", "line_soft")


@pytest.fixture(params=[("#000000", "#FFFFFF", "#1AEBFF"), ("#FFFFFF", "#000000", "#37006E")], ids=["black", "white"])
def asked_for_contrast(request: pytest.FixtureRequest, qapp: QApplication, monkeypatch) -> Iterator[Theme]:
    """A system that asks for high contrast, with colours of its own."""
    before, ground, text, highlight = qapp.palette(), *map(QColor, request.param)
    system = QPalette()
    for role, colour in {
        QPalette.ColorRole.Base: ground,
        QPalette.ColorRole.Text: text,
        QPalette.ColorRole.Highlight: highlight,
    }.items():
        system.setColor(role, colour)
    qapp.setPalette(system)
    high = Qt.ContrastPreference.HighContrast
    monkeypatch.setattr(QAccessibilityHints, "contrastPreference", lambda _: high)
    yield Theme(qapp)
    monkeypatch.undo()
    qapp.setPalette(before)


def test_high_contrast_takes_the_colours_of_the_system(asked_for_contrast: Theme) -> None:
    colours = asked_for_contrast.colours
    assert asked_for_contrast.high_contrast
    for ground in GROUNDS:
        assert contrast(colours.text, getattr(colours, ground)) >= 7, ground
    assert contrast(colours.on_accent, colours.accent) >= 7
    assert colours.selection != colours.surface, "what is selected can be seen"
    assert is_dark(colours) == (contrast(colours.text, "#000000") > 10)
    assert asked_for_contrast.dark == is_dark(colours)


def test_every_page_paints_in_high_contrast(asked_for_contrast: Theme, store, tmp_path, qtbot) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    desk = Desk(store, Words("vi"), asked_for_contrast, settings, SAMPLE_DAY, fixed_day=True)
    desk.act_as(officials.by_code(store, "CB01"))
    window = Window(desk)
    qtbot.addWidget(window)
    window.show()
    complete(window)
    for page in PAGES:
        if page != "first":
            window.open(page, {})
            still(window)
            assert not window.grab().isNull()
    window.close()
