"""Six clears: each dot by itself."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import a_task
from tracker.domain.clarity import clear

CLEAR = {"authority": "theo chức vụ"}


def test_all_six() -> None:
    assert clear(a_task(**CLEAR)) == (True,) * 6
    assert clear(a_task(**CLEAR)).dots == 6


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"owner": None}, "people"),
        ({"title": ""}, "work"),
        ({"due_on": None, "no_deadline_reason": None}, "time"),
        ({"product": None}, "product"),
        ({"assigner": 1}, "responsibility"),
        ({"assigner": None}, "responsibility"),
        ({"authority": None}, "authority"),
    ],
)
def test_one_is_missing(fields: dict[str, Any], missing: str) -> None:
    found = clear(a_task(**CLEAR | fields))
    assert [name for name in found._fields if not getattr(found, name)] == [missing]
    assert found.dots == 5


@pytest.mark.parametrize("fields", [{"due_on": None}, {"assigner": None, "superior": "Nguyễn Trung Kiên"}])
def test_a_reason_and_a_superior_count(fields: dict[str, Any]) -> None:
    """A task without a deadline has the reason for none; one of the office's head has a superior."""
    assert clear(a_task(**CLEAR | fields)).dots == 6
