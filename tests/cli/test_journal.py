"""`journal list`, `verify`, `undo`."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run

KEYS = {
    *("seq", "action", "at", "actor", "behalf", "account", "machine", "verb", "declared_on", "reason", "basis"),
    *("basis_on", "kind", "record", "changes", "previous", "hash"),
}


def test_the_journal_of_a_task(at_sample: Run) -> None:
    entries = at_sample("journal", "list", "--task", "NV10", "--json").json
    assert {"task.assign", "extension.ask", "extension.decide", "task.confirm"} <= {entry["verb"] for entry in entries}
    assert set(entries[0]) == KEYS
    assert [entry["seq"] for entry in entries] == sorted(entry["seq"] for entry in entries)


def test_the_journal_of_an_official_has_what_was_recorded_for_them(at_sample: Run) -> None:
    entries = at_sample("journal", "list", "--official", "CB07", "--json").json
    assert all("CB07" in (entry["actor"], entry["behalf"]) for entry in entries)
    assert any(entry["actor"] == "CB08" for entry in entries)


def test_filters_are_taken_together(at_sample: Run) -> None:
    chosen = ("--verb", "task.chase", "--period", "2026-09", "--official", "CB04")
    entries = at_sample("journal", "list", *chosen, "--json").json
    assert {entry["kind"] for entry in entries} == {"task", "chase"}
    assert {entry["verb"] for entry in entries} == {"task.chase"}
    assert len({entry["action"] for entry in entries}) == 3


def test_the_last_actions_one_line_each(at_sample: Run) -> None:
    told = at_sample("journal", "list", "--limit", "3")
    assert len(told.out.splitlines()) == 2 + 3


def test_verify_tells_what_was_checked(at_sample: Run) -> None:
    told = at_sample("journal", "verify")
    assert told.status == 0
    assert "Everything holds." in told.out
    assert told.err == ""


@pytest.mark.parametrize(
    ("sql", "record", "field"),
    [
        ("UPDATE task SET due_on = '2026-12-31' WHERE number = 'NV06'", "task NV06", "due_on"),
        ("UPDATE official SET name = 'Ai Đó' WHERE code = 'CB05'", "official CB05", "name"),
        ("UPDATE setting SET value = '9' WHERE id = 'sample'", "setting “Sample data” (sample)", "value"),
        ("DELETE FROM chase WHERE id = 1", "chase 1", ""),
    ],
)
def test_a_change_from_outside_is_named_with_status_3(
    at_sample: Run, sample_data: Path, sql: str, record: str, field: str
) -> None:
    with closing(sqlite3.connect(sample_data / "tracker.sqlite3")) as outside, outside:
        outside.execute(sql)
    told = at_sample("journal", "verify")
    assert told.status == 3
    assert record in told.out
    assert told.out.splitlines()[-1].startswith(record), "the kind is told once"
    assert field in told.out
    assert record in told.err


def test_undo_takes_the_number_of_the_action(at_sample: Run) -> None:
    done = at_sample("--as", "CB01", "task", "chase", "NV06", "--reason", "Lần 3")
    action = done.last.rpartition("action ")[2].split()[0]
    undone = at_sample("--as", "CB01", "journal", "undo", action, "--reason", "Nhầm")
    assert undone.status == 0, undone.err
    assert at_sample("task", "show", "NV06", "--json").json["chases"] == 2
    assert at_sample("--as", "CB01", "journal", "undo", action, "--reason", "Nhầm").status == 1


@pytest.mark.parametrize("number", ["0", "1", "999999"])
def test_what_cannot_be_undone(at_sample: Run, number: str) -> None:
    assert at_sample("journal", "undo", number, "--reason", "Thử").status == 1


def test_posts_and_rights_are_called_by_whose_they_are(at_sample: Run) -> None:
    told = at_sample("journal", "list").out
    assert "appointment CB13" in told
    assert "right CB" in told
    assert "setting chain" not in told
    assert "Identity of the journal" in told
