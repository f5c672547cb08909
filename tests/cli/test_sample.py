"""The sample office is what domain.md §8 tells: forty tasks as they stand on 30/9/2026, with believable histories."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tracker.domain.text import nfc
from tracker.sample import files as sample_files
from tracker.store.folder import open_folder
from tracker.store.verify import verify


@pytest.fixture(scope="module")
def tasks(made_sample: Path) -> dict[str, Any]:
    from tracker.store import tasks as stored

    store = open_folder(made_sample)
    try:
        return {task.number: task for task in stored.every(store)}
    finally:
        store.close()


def test_forty_tasks_in_the_states_of_that_day(tasks: dict[str, Any]) -> None:
    assert list(tasks) == [f"NV{number:02d}" for number in range(1, 41)]
    assert Counter(task.state.value for task in tasks.values()) == {
        "done": 25,
        "doing": 9,
        "assigned": 2,
        "submitted": 1,
        "redo": 1,
        "paused": 1,
        "recalled": 1,
    }


@pytest.mark.parametrize(
    ("number", "facts"),
    [
        ("NV10", {"owner": "CB11", "original_due_on": "2026-08-21", "due_on": "2026-09-11", "extensions": 1}),
        ("NV09", {"returns": 1, "class": "done_on_time"}),
        ("NV19", {"original_due_on": "2026-09-03", "class": "done_on_time", "deadline_days": 36}),
        ("NV28", {"submitted_on": "2026-08-22", "class": "done_early"}),
        ("NV38", {"class": "done_late", "days_late": 7, "working_days_late": 6}),
        ("NV39", {"state": "redo", "class": "overdue", "returns": 1, "working_days_late": 6}),
        ("NV06", {"state": "doing", "class": "overdue", "chases": 2}),
        ("NV26", {"owner": "CB12", "hand_overs": 2, "class": "overdue", "working_days_late": 3}),
        ("NV30", {"owner": "CB09", "hand_overs": 2, "class": "done_early"}),
        ("NV31", {"secrecy": "restricted"}),
        ("NV35", {"class": "no_deadline", "due_on": None}),
        ("NV36", {"state": "paused", "class": None}),
        ("NV37", {"state": "recalled", "recalled_on": "2026-07-27", "class": None}),
    ],
)
def test_what_is_special_about_a_task(at_sample: Run, number: str, facts: dict[str, Any]) -> None:
    found = at_sample("task", "show", number, "--json").json
    assert {name: found[name] for name in facts} == facts


def test_the_lateness_by_storm_is_confirmed_objective(at_sample: Run) -> None:
    found = at_sample("task", "show", "NV38", "--json").json
    assert "07/CĐ-UBND" in found["objective_cause"]
    assert [(each["cause"], each["accepted"]) for each in found["explanation_list"]] == [("objective", True)]


def test_the_quarter_adds_up_as_a_reader_of_the_table_counts_it(at_sample: Run) -> None:
    found = at_sample("figures", "--unit", "UBND", "--period", "2026-Q3", "--json").json
    assert found == {
        "carried_over": 0,
        "assigned": 40,
        "received": 0,
        "handed_over": 0,
        "recalled": 1,
        "total": 39,
        "done_early": 17,
        "done_on_time": 4,
        "done_late": 4,
        "done_no_deadline": 0,
        "awaiting": 1,
        "doing_in_time": 8,
        "doing_overdue": 3,
        "doing_no_deadline": 1,
        "paused": 1,
        "handed_over_overdue": 0,
        "on_time_rate": 0.75,
    }


def test_the_office_has_its_units_people_and_rights(at_sample: Run) -> None:
    units = {unit["code"]: unit for unit in at_sample("unit", "list", "--json").json}
    assert units["KTHTĐT"]["head"] == "CB10"
    assert units["TRUNGKHE"]["parent"] is None
    assert units["CAUMOI"]["valid_to"] == "2025-06-30"
    people = {official["code"]: official for official in at_sample("official", "list", "--json").json}
    assert len(people) == 25
    assert people["CB08"]["grants"] == [{"right": "clerk", "unit": "UBND"}]
    assert [post["unit"] for post in people["CB04"]["appointments"]] == ["NVQ", "VP"]


def test_some_entries_are_recorded_by_a_clerk(at_sample: Run) -> None:
    entries = at_sample("task", "show", "NV20", "--json").json["journal"]
    assert {(entry["actor"], entry["behalf"]) for entry in entries if entry["verb"] == "task.progress"} == {
        ("CB08", "CB07")
    }


def test_everything_holds(made_sample: Path) -> None:
    store = open_folder(made_sample)
    try:
        found = verify(store)
    finally:
        store.close()
    assert found.whole
    assert found.files >= 30


def test_the_days_declared_never_go_back(made_sample: Path) -> None:
    store = open_folder(made_sample)
    try:
        days = [day for (day,) in store.rows("SELECT declared_on FROM journal WHERE verb LIKE 'task.%' ORDER BY seq")]
    finally:
        store.close()
    assert days == sorted(days)
    assert (days[0], days[-1]) == ("2026-07-01", "2026-09-30")


def test_its_own_day_stands_for_today(at_sample: Run) -> None:
    assert at_sample("task", "show", "NV39").out.startswith("SAMPLE DATA · sample day 2026-09-30")
    later = at_sample("--today", "2026-10-01", "task", "show", "NV20", "--json").json
    assert later["class"] == "overdue"


def test_the_text_is_nfc() -> None:
    from tracker.resource import resource

    for path in resource("sample").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        assert nfc(text) == text


@pytest.mark.parametrize(
    ("name", "begin"), [("a.pdf", b"%PDF-1.4"), ("a.png", b"\x89PNG\r\n"), ("a.txt", b"\xef\xbb\xbf")]
)
def test_evidence_is_a_real_file_and_the_same_every_time(tmp_path: Path, name: str, begin: bytes) -> None:
    first = sample_files.write(tmp_path / name, ["NV01. Kế hoạch (lần 1)"]).read_bytes()
    again = sample_files.write(tmp_path / name, ["NV01. Kế hoạch (lần 1)"]).read_bytes()
    assert first == again
    assert first.startswith(begin)


def test_the_pdf_can_be_read(tmp_path: Path) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(sample_files.write(tmp_path / "bien-ban.pdf", ["Biên bản (số 1)"]))
    try:
        page = document[0]
        text = page.get_textpage()
        assert "bien ban (so 1)" in text.get_text_range()
        text.close()
        page.close()
    finally:
        document.close()


def test_json_is_one_object_with_all_keys_of_the_contract(at_sample: Run) -> None:
    found = json.loads(at_sample("task", "show", "NV10", "--json").out)
    lists = ("extension_list", "hand_over_list", "submission_list", "decline_list", "pause_list", "chase_list")
    for key in (*lists, "evidence", "journal", "recalled_on", "undone"):
        assert key in found
    (extension,) = found["extension_list"]
    assert {
        name: extension[name]
        for name in ("asked_on", "proposed_due_on", "decided_on", "decision", "decided_by", "basis")
    } == {
        "asked_on": "2026-08-17",
        "proposed_due_on": "2026-09-11",
        "decided_on": "2026-08-19",
        "decision": "approved",
        "decided_by": "CB10",
        "basis": "58/CV-CAP",
    }


def test_the_declared_day_is_the_day_of_the_book(tasks: dict[str, Any]) -> None:
    assert tasks["NV01"].assigned_on == date(2026, 7, 3)
    assert tasks["NV01"].submitted_on == date(2026, 9, 23)
