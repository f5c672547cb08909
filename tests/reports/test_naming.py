"""Names of report files: by one rule, in letters that any disk takes."""

from __future__ import annotations

import pytest

from tracker.domain.periods import parse
from tracker.reports import naming


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("2026-Q3", "quy3-2026"),
        ("2026-09", "thang9-2026"),
        ("2026", "nam2026"),
        ("2026-07-01..2026-08-15", "2026-07-01-den-2026-08-15"),
    ],
)
def test_a_period(typed: str, named: str) -> None:
    assert naming.period(parse(typed)) == named


def test_a_report_of_a_head() -> None:
    name = naming.report("BC", naming.period(parse("2026-Q3")), "VP", "Vương Đình Khoát")

    assert name == "BC_quy3-2026_VP_Vuong-Dinh-Khoat.pdf"


def test_nothing_that_a_disk_refuses() -> None:
    name = naming.report("DS", 'a/b\\c:d*e?"<>|', "..", "😀", "đủ" * 200)

    assert name == f"DS_a-b-c-d-e_{'du' * 30}.pdf"


def test_another_name_counts_on() -> None:
    assert naming.another("BC_VP.pdf", 1) == "BC_VP (2).pdf"
