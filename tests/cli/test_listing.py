"""`task list`: filters, orders, and both forms of output."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
KEYS = {
    *("number", "title", "owner", "owner_name", "unit", "assigner", "coordinators", "assigned_on", "original_due_on"),
    *("due_on", "state", "class", "days_late", "working_days_late", "submitted_on", "confirmed_on", "extensions"),
    *("hand_overs", "returns", "coefficient", "quantity", "product"),
}


def numbers(told: object) -> list[str]:
    return [task["number"] for task in told.json]  # type: ignore[attr-defined]


def test_every_task_without_filters_recalled_ones_too(at_sample: Run) -> None:
    tasks = at_sample("task", "list", "--json").json
    assert [task["number"] for task in tasks] == [f"NV{number:02d}" for number in range(1, 41)]
    assert set(tasks[0]) >= KEYS


def test_the_row_says_what_show_says(at_sample: Run) -> None:
    for task in at_sample("task", "list", "--json").json[::7]:
        shown = at_sample("task", "show", task["number"], "--json").json
        assert {key: shown[key] for key in KEYS} == {key: task[key] for key in KEYS}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (("--class", "overdue"), ["NV06", "NV26", "NV39"]),
        (("--state", "redo", "--state", "paused"), ["NV36", "NV39"]),
        (("--owner", "CB14"), ["NV11", "NV38"]),
        (("--unit", "KTHTĐT", "--state", "doing"), ["NV13", "NV26", "NV35"]),
        (("--search", "KARAOKE to 3"), ["NV28"]),
        (("--search", "bui khac diem"), ["NV03", "NV26"]),
        (("--owner", "CB14", "--class", "overdue"), []),
        (("--period", "2026-Q3", "--owner", "CB24"), []),
        (("--limit", "2", "--sort", "-number"), ["NV40", "NV39"]),
        (("--sort", "late", "--limit", "3"), ["NV06", "NV39", "NV03"]),
        (("--limit", "0"), []),
    ],
)
def test_filters(at_sample: Run, filters: tuple[str, ...], expected: list[str]) -> None:
    assert numbers(at_sample("task", "list", *filters, "--json")) == expected


def test_a_period_lists_the_tasks_of_its_total(at_sample: Run) -> None:
    for unit in ("UBND", "VP", "VHXH"):
        figures = at_sample("figures", "--unit", unit, "--period", "2026-Q3", "--json").json
        assert len(at_sample("task", "list", "--unit", unit, "--period", "2026-Q3", "--json").json) == figures["total"]


def test_behind_a_past_period_tasks_are_as_they_were_at_its_end(at_sample: Run) -> None:
    july = {task["number"]: task for task in at_sample("task", "list", "--period", "2026-07", "--json").json}
    assert july["NV10"]["due_on"] == "2026-08-21"
    assert july["NV10"]["state"] == "doing"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("--state", "xong"), 2),
        (("--class", "late"), 2),
        (("--sort", "colour"), 1),
        (("--owner", "CB99"), 1),
        (("--unit", "XYZ"), 1),
        (("--period", "2026-Q5"), 1),
        (("--limit", "-1"), 2),
    ],
)
def test_what_is_no_filter_names_its_option(at_sample: Run, arguments: tuple[str, str], status: int) -> None:
    told = at_sample("task", "list", *arguments)
    assert (told.status, told.out) == (status, "")
    assert told.err.startswith(f"{arguments[0]}: ")


def test_the_table_shows_both_deadlines_and_the_number_of_changes(at_sample: Run) -> None:
    told = at_sample("--lang", "vi", "task", "list", "--search", "NV10")
    (row,) = [line for line in told.out.splitlines() if line.startswith("NV10")]
    assert "21/08/2026   11/09/2026    1 " in row
    assert told.out.splitlines()[-1] == "Nhiệm vụ: 1"


def test_an_empty_list_is_a_list(office: Run) -> None:
    assert office("task", "list", "--json").json == []
    assert office("task", "list").out.splitlines()[-1] == "Tasks: 0"


def test_nothing_heavy_is_loaded(sample_data: Path) -> None:
    """The start is measured: what a list does not need is not loaded for it."""
    program = (
        "import sys; from tracker.cli import main; status = main(sys.argv[1:]);"
        "print(*sorted(sys.modules), file=sys.stderr); sys.exit(status)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, "--data", str(sample_data), "task", "list", "--limit", "5"],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    loaded = set(told.stderr.decode("utf-8").split())
    assert "tracker.store.listing" in loaded
    assert loaded.isdisjoint(
        {
            *("dataclasses", "inspect", "hashlib", "secrets", "tracker.store.tables", "tracker.store.writing"),
            *("argparse", "openpyxl", "reportlab", "xlsxwriter", "platformdirs", "tqdm", "logging", "tomllib", "uuid"),
            *(
                "tracker.actions",
                "tracker.exchange",
                "tracker.reports",
                "tracker.figures.types",
                "tracker.domain.tasks",
            ),
            *("tracker.domain.events", "tracker.domain.officials", "tracker.store.verify", "tracker.store.schema"),
        }
    )
