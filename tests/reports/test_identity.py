"""A report whose figures do not add up is refused with the figures, never printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.reports.builders import an_accountability, the_counts, the_officials, the_tasks
from tracker.domain.errors import Refused
from tracker.figures.types import Counts, FieldRow, Internal
from tracker.reports import accountability, identity


def test_what_adds_up_is_printed() -> None:
    identity.require(an_accountability())


@pytest.mark.parametrize(
    ("changes", "about"),
    [
        ({"counts": replace(the_counts(), assigned=18)}, "Văn phòng HĐND và UBND phường Bạch Liên"),
        ({"counts": replace(the_counts(), done_late=2)}, "Văn phòng HĐND và UBND phường Bạch Liên"),
        ({"previous": Counts(assigned=2, total=1, paused=1)}, "kỳ trước"),
        ({"fields": (FieldRow("Đất đai", Counts(assigned=1, total=1)),)}, "Đất đai"),
        ({"fields": (FieldRow("Đất đai", Counts(assigned=1, total=1, paused=1)),)}, "lĩnh vực"),
        ({"tasks": the_tasks()[1:]}, "Phụ lục 01"),
        ({"internal": Internal(received=1)}, "Văn phòng HĐND và UBND phường Bạch Liên"),
        ({"officials": the_officials()[1:]}, "Văn phòng HĐND và UBND phường Bạch Liên"),
    ],
)
def test_any_figure_that_differs_refuses_the_whole(changes: dict[str, object], about: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        accountability.draw(an_accountability(**changes), tmp_path / "a.pdf")

    assert refused.value.code == "report.identity"
    assert refused.value.parameters["about"] == about
    assert any(digit.isdigit() for digit in str(refused.value.parameters["figures"]))
    assert list(tmp_path.iterdir()) == []


def test_one_official_whose_row_differs_is_named() -> None:
    first, *others = the_officials()
    wrong = replace(first, counts=replace(first.counts, paused=1))

    with pytest.raises(Refused) as refused:
        identity.require(an_accountability(officials=(wrong, *others)))

    assert refused.value.parameters["about"] == "Vương Đình Khoát"
    assert refused.value.parameters["figures"] == "0 + 4 + 0 − 0 − 0 = 4 = (0 + 1 + 0 + 0) + 0 + (3 + 0 + 0) + 1"
