"""An office's first weeks from a terminal, as its clerk types them: each line a process `python main.py …`."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
BOOK = ROOT / "tests" / "samples" / "so-theo-doi-q3-2026.xlsx"


class Told(NamedTuple):
    """What a line answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Type = Callable[..., Told]


def typing(data: Path) -> Type:
    """Types lines into the terminal of that office."""

    def type_(*words: object) -> Told:
        line = [sys.executable, "main.py", "--data", str(data), "--lang", "vi", *map(str, words)]
        done = subprocess.run(line, capture_output=True, check=False, cwd=ROOT, env=dict(os.environ))
        return Told(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    return type_


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office that took over its book of the quarter on 30/9/2026."""
    data = tmp_path_factory.mktemp("life") / "data"
    type_ = typing(data)
    begun = type_(
        *("init", "--code", "UBND", "--name", "Ủy ban nhân dân phường Bạch Liên", "--place", "Bạch Liên"),
        *("--superior", "Ủy ban nhân dân thành phố Hồng Lam", "--head-code", "CB01"),
        *("--head-name", "Lưu Quang Thiệu", "--head-title", "Chủ tịch UBND phường"),
    )
    assert begun == (0, f"Đã lập Ủy ban nhân dân phường Bạch Liên tại {data}.\n", "")
    for what, rows in (("units", 5), ("officials", 24), ("tasks", 40)):
        told = type_("--today", "2026-09-30", "import", what, BOOK)
        assert (told.status, f"Đã nhập: {rows} mới" in told.out) == (0, True), told.err
    assert type_("official", "grant", "CB08", "clerk", "--unit", "UBND").status == 0
    return data


@pytest.fixture
def type_(imported: Path, tmp_path: Path) -> Type:
    return typing(Path(shutil.copytree(imported, tmp_path / "data")))


def added(type_: Type, owner: str, by: str = "CB04") -> str:
    """A task given on 01/10/2026, due on 12/10/2026."""
    told = type_(
        *("--as", by, "--today", "2026-10-01", "task", "add", "--title", "Báo cáo công tác tháng 9"),
        *("--owner", owner, "--due", "2026-10-12", "--product", "Báo cáo", "--source", "170/TB-UBND"),
        *("--source-date", "2026-09-30", "--coordinator", "CB22", "--coordinator", "các phòng"),
    )
    assert told.status == 0, told.err
    return told.out.splitlines()[-1]


def test_the_book_gives_the_figures_that_a_reader_counts_in_it(type_: Type) -> None:
    found = type_("--today", "2026-09-30", "figures", "--unit", "UBND", "--period", "2026-Q3", "--json").json
    assert {key: value for key, value in found.items() if value} == {
        "assigned": 40,
        "recalled": 1,
        "total": 39,
        "done_early": 17,
        "done_on_time": 4,
        "done_late": 4,
        "awaiting": 1,
        "doing_in_time": 8,
        "doing_overdue": 3,
        "doing_no_deadline": 1,
        "paused": 1,
        "on_time_rate": 0.75,
    }


def test_a_task_is_led_through_its_life_by_its_owner(type_: Type, tmp_path: Path) -> None:
    proof = tmp_path / "bao-cao.txt"
    proof.write_text("Báo cáo", encoding="utf-8")
    number = added(type_, "CB06")
    owner = ("--as", "CB06")
    assigner = ("--as", "CB04")
    for line in (
        (*owner, "--today", "2026-10-02", "task", "start", number),
        (
            *owner,
            "--today",
            "2026-10-06",
            "task",
            "progress",
            number,
            "--percent",
            "40",
            "--note",
            "Có số liệu 2 phòng",
        ),
        (
            *owner,
            "--today",
            "2026-10-07",
            "task",
            "ask-extension",
            number,
            "--due",
            "2026-10-16",
            "--reason",
            "Chờ số liệu",
        ),
        (*assigner, "--today", "2026-10-08", "task", "decide-extension", number, "--approve", "--reason", "Đồng ý"),
        (
            "--as",
            "CB22",
            "--today",
            "2026-10-09",
            "task",
            "answer",
            number,
            "--as-coordinator",
            "CB22",
            "--text",
            "Đã gửi",
        ),
        (*assigner, "--today", "2026-10-12", "task", "chase", number, "--reason", "Sắp đến hạn"),
        (*owner, "--today", "2026-10-15", "task", "submit", number, "--product-number", "201/BC-VP"),
        (*assigner, "--today", "2026-10-15", "task", "return", number, "--reason", "Thiếu phụ lục"),
        (*owner, "--today", "2026-10-16", "task", "submit", number, "--product-number", "201a/BC-VP", "--file", proof),
    ):
        told = type_(*line)
        assert told.status == 0, (line, told.err)

    for decider in ("CB06", "CB08"):
        refused = type_("--as", decider, "--today", "2026-10-16", "task", "confirm", number)
        assert (refused.status, refused.out) == (1, ""), refused
        assert number in refused.err
    assert type_(*assigner, "--today", "2026-10-19", "task", "confirm", number).status == 0

    found = type_("task", "show", number, "--json").json
    assert {key: found[key] for key in ("state", "class", "original_due_on", "due_on", "extensions", "returns")} == {
        "state": "done",
        "class": "done_on_time",
        "original_due_on": "2026-10-12",
        "due_on": "2026-10-16",
        "extensions": 1,
        "returns": 1,
    }
    assert [(each["on"], each["decision"]) for each in found["submission_list"]] == [
        ("2026-10-15", "returned"),
        ("2026-10-16", "confirmed"),
    ]
    assert [each["name"] for each in found["evidence"]] == ["bao-cao.txt"]
    assert type_("journal", "verify").status == 0


def test_a_task_is_led_through_its_life_by_a_clerk_for_the_owner(type_: Type) -> None:
    number = added(type_, "CB07")
    clerk = ("--as", "CB08", "--today", "2026-10-05")
    for verb in (
        ("start", number),
        ("progress", number, "--percent", "50"),
        ("submit", number, "--product-number", "202/BC-VP"),
    ):
        told = type_(*clerk, "task", *verb)
        assert told.status == 0, told.err
    assert type_(*clerk, "task", "confirm", number).status == 1
    assert type_("--as", "CB04", "--today", "2026-10-06", "task", "confirm", number).status == 0

    entries = type_("task", "show", number, "--json").json["journal"]
    recorded = {entry["verb"]: (entry["actor"], entry["behalf"]) for entry in entries}
    assert recorded["task.submit"] == ("CB08", "CB07")
    assert recorded["task.confirm"] == ("CB04", None)
    assert "Mai Thị Thùy Ân (ghi thay Đoàn Văn Ước)" in type_("task", "show", number).out


def test_the_desk_of_one_who_leaves_goes_to_another_in_one_action(type_: Type) -> None:
    first, second = added(type_, "CB06"), added(type_, "CB06")
    told = type_(
        *("--as", "CB04", "--today", "2026-10-02", "task", "hand-over", "--all-of", "CB06", "--to", "CB09"),
        *("--reason", "Chuyển công tác", "--basis", "90/QĐ-UBND", "--basis-date", "2026-10-01"),
    )
    assert told.status == 0, told.err
    shown = [type_("task", "show", number, "--json").json for number in (first, second)]
    assert [task["owner"] for task in shown] == ["CB09", "CB09"]
    actions = [task["journal"][-1]["action"] for task in shown]
    assert actions[0] == actions[1]
    undone = type_("--as", "CB04", "--today", "2026-10-02", "journal", "undo", actions[0], "--reason", "Nhầm người")
    assert undone.status == 0, undone.err
    assert type_("task", "show", first, "--json").json["owner"] == "CB06"


def test_the_head_prints_the_quarter_and_the_life_of_a_task(type_: Type, tmp_path: Path) -> None:
    for kind, about in (
        ("accountability", ("--unit", "VP", "--period", "2026-Q3")),
        ("task-history", ("--task", "NV10")),
    ):
        paper = tmp_path / f"{kind}.pdf"
        told = type_("--today", "2026-09-30", "report", kind, *about, "--out", paper)
        assert told.status == 0, told.err
        assert told.out.strip() == str(paper)
        assert paper.read_bytes().startswith(b"%PDF-")


def test_everything_is_saved_and_comes_back(type_: Type, tmp_path: Path) -> None:
    saved = tmp_path / "sao-luu.zip"
    assert type_("backup", saved).status == 0
    number = added(type_, "CB06")
    told = type_("restore", saved)
    assert told.status == 0, told.err
    assert type_("task", "show", number).status == 1
    assert type_("journal", "verify").status == 0


def test_a_change_from_outside_is_named(type_: Type, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "data" / "tracker.sqlite3") as outside:
        outside.execute("UPDATE task SET due_on = '2026-12-31' WHERE number = 'NV06'")
    outside.close()
    told = type_("journal", "verify")
    assert told.status == 3
    assert "NV06" in told.out
    assert "due_on" in told.out
    assert "NV06" in told.err
