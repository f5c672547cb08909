"""Every colour that carries text can be read on what it stands on."""

from __future__ import annotations

import pytest

from tracker.domain.deadlines import DeadlineClass
from tracker.ui import tokens
from tracker.ui.tokens import DARK, LIGHT, Colours, contrast

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
