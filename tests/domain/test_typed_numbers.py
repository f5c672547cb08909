"""Numbers as they are typed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tracker.domain.typed_numbers import read_factor, read_whole


def test_digits_are_a_number() -> None:
    assert read_whole("12") == 12
    assert (read_factor("1,5"), read_factor("1.5"), read_factor("2")) == (Decimal("1.5"), Decimal("1.5"), Decimal(2))


@pytest.mark.parametrize("text", ["", "²", "-1", "1e5", "NaN", "Infinity", "1.2.3", "9" * 16, "١"])
def test_anything_else_is_none(text: str) -> None:
    assert read_whole(text) is None
    assert read_factor(text) is None
