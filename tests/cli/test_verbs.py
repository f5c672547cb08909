"""Each verb of `task` does its action, and says what the task has become."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Result, Run

By = Callable[..., Result]


@pytest.fixture
def by(at_sample: Run) -> By:
    """`by("CB06", "start", "NV32")`: that official, on the sample's own day."""

    def act(official: str, *words: object) -> Result:
        return at_sample("--as", official, "task", *words)

    return act


def state(at_sample: Run, number: str) -> str:
    return str(at_sample("task", "show", number, "--json").json["state"])


@pytest.mark.parametrize(
    ("steps", "number", "reached"),
    [
        ([("CB06", "start", "NV32")], "NV32", "doing"),
        ([("CB08", "start", "NV32")], "NV32", "doing"),
        ([("CB06", "progress", "NV32", "--percent", "10", "--obstacle", "Thiếu mẫu")], "NV32", "doing"),
        ([("CB07", "submit", "NV20", "--product-number", "01/BB")], "NV20", "submitted"),
        ([("CB16", "confirm", "NV17", "--faults", "1")], "NV17", "done"),
        ([("CB16", "return", "NV17", "--reason", "Thiếu biên bản")], "NV17", "redo"),
        ([("CB06", "decline", "NV32", "--reason", "Không thuộc chuyên môn")], "NV32", "declined"),
        (
            [
                ("CB06", "decline", "NV32", "--reason", "Không thuộc chuyên môn"),
                ("CB04", "return", "NV32", "--reason", "Vẫn giao"),
            ],
            "NV32",
            "assigned",
        ),
        ([("CB04", "pause", "NV20", "--reason", "Chờ máy")], "NV20", "paused"),
        ([("CB04", "resume", "NV36", "--reason", "Đã có hướng dẫn")], "NV36", "doing"),
        ([("CB01", "recall", "NV25", "--reason", "Trùng")], "NV25", "recalled"),
        ([("CB04", "hand-over", "NV32", "--to", "CB09", "--reason", "Phân công lại")], "NV32", "assigned"),
        ([("CB09", "hand-over", "NV32", "--to", "CB07", "--reason", "Tự chuyển")], "NV32", "assigned"),
    ],
)
def test_states(at_sample: Run, by: By, steps: list[tuple[str, ...]], number: str, reached: str) -> None:
    for step in steps:
        told = by(*step)
        if told.status == 0:
            assert number in told.out
        else:
            assert told.err
    assert state(at_sample, number) == reached


def test_what_was_done_is_said_with_the_number_of_the_action(by: By) -> None:
    told = by("CB06", "start", "NV32")
    assert told.out.startswith("NV32: being done; deadline 2026-11-27; action ")


def test_an_extension_is_asked_and_decided(at_sample: Run, by: By) -> None:
    assert by("CB07", "ask-extension", "NV20", "--due", "2026-10-09", "--reason", "Sổ hỏng giấy").status == 0
    assert by("CB04", "decide-extension", "NV20", "--reject", "--reason", "Giữ hạn").status == 0
    assert by("CB07", "ask-extension", "NV20", "--due", "2026-10-09", "--reason", "Sổ hỏng giấy").status == 0
    assert by("CB04", "decide-extension", "NV20", "--approve").status == 0
    task = at_sample("task", "show", "NV20", "--json").json
    assert (task["original_due_on"], task["due_on"], task["extensions"]) == ("2026-09-30", "2026-10-09", 1)
    assert [each["decision"] for each in task["extension_list"]] == ["rejected", "approved"]


def test_drafts_and_proposals(at_sample: Run, by: By) -> None:
    new = ("--title", "Rà soát", "--owner", "CB06", "--due", "2026-10-30", "--product", "Báo cáo")
    draft = by("CB04", "add", "--draft", *new).last
    assert state(at_sample, draft) == "draft"
    assert by("CB04", "propose", draft).status == 0
    assert by("CB04", "refuse", draft, "--reason", "Chưa cần").status == 0
    assert by("CB04", "assign", draft).status == 0
    assert state(at_sample, draft) == "assigned"
    proposed = by("CB09", "add", *new)
    assert state(at_sample, proposed.last) == "proposed"


def test_a_new_task_with_all_that_may_be_said(at_sample: Run, by: By) -> None:
    told = by(
        *("CB04", "add", "--title", "Rà soát  hồ sơ", "--owner", "CB06", "--days", "5", "--product", "Báo cáo"),
        *(
            "--coordinator",
            "CB22",
            "--coordinator",
            "các phòng",
            "--source",
            "170/TB-UBND",
            "--source-date",
            "2026-09-29",
        ),
        *("--source-kind", "meeting", "--source-summary", "Kết luận giao ban", "--source-issuer", "UBND phường"),
        *("--urgency", "khẩn", "--secrecy", "restricted", "--authority", "ký thừa lệnh", "--field", "Nội vụ"),
        *("--leader", "CB02", "--complexity", "N3", "--coefficient", "16,5", "--quantity", "2", "--public-concern"),
        *("--note", "Ghi chú", "--number", "VP-RÀ-SOÁT-1", "--parent", "NV24", "--draft-due", "2026-10-05"),
    )
    assert told.status == 0, told.err
    task = at_sample("task", "show", told.last, "--json").json
    expected = {
        "number": "VP-RÀ-SOÁT-1",
        "title": "Rà soát hồ sơ",
        "due_on": "2026-10-07",
        "coordinators": ["CB22", "các phòng"],
        "urgency": "urgent",
        "coefficient": 16.5,
        "leader": "CB02",
        "public_concern": True,
        "source_kind": "meeting",
    }
    assert {key: task[key] for key in expected} == expected


def test_editing_and_emptying(at_sample: Run, by: By) -> None:
    assert by("CB01", "edit", "NV25", "--title", "Tổng hợp xếp loại", "--coordinator", "CB10").status == 0
    assert by("CB01", "edit", "NV25", "--clear", "coordinators", "--clear", "field").status == 0
    task = at_sample("task", "show", "NV25", "--json").json
    assert (task["title"], task["coordinators"], task["field"]) == ("Tổng hợp xếp loại", [], None)
    assert by("CB01", "edit", "NV25").status == 2
    assert by("CB01", "edit", "NV25", "--due", "2026-12-31").status == 1


def test_a_changed_title_is_marked_once_work_has_begun(at_sample: Run, by: By) -> None:
    assert by("CB04", "edit", "NV20", "--title", "Số hóa sổ").status == 1
    assert by("CB04", "edit", "NV20", "--title", "Số hóa sổ", "--reason", "Gọn hơn").status == 0
    assert "Số hóa sổ (changed after the start)" in at_sample("task", "list", "--search", "NV20").out


def test_evidence_explanations_and_answers(at_sample: Run, by: By, tmp_path: Path) -> None:
    proof = tmp_path / "biên bản.txt"
    proof.write_text("Biên bản", encoding="utf-8")
    assert by("CB21", "add-evidence", "NV06", "--file", proof, "--dated", "2026-09-29").status == 0
    assert by("CB21", "explain", "NV06", "--cause", "objective", "--text", "Mất điện").status == 0
    assert by("CB01", "decide-explanation", "NV06", "--accept").status == 1
    assert by("CB01", "decide-explanation", "NV06", "--accept", "--document", "05/BB-EVN").status == 0
    assert by("CB05", "answer", "NV06", "--as-coordinator", "CB05", "--text", "Đã kiểm tra").status == 0
    task = at_sample("task", "show", "NV06", "--json").json
    assert [(each["name"], each["dated_on"]) for each in task["evidence"]] == [("biên bản.txt", "2026-09-29")]
    assert task["objective_cause"] == "05/BB-EVN"
    assert task["coordination_list"][0]["answered_on"] == "2026-09-30"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("CB06", "confirm", "NV17"), "NV17"),
        (("CB08", "confirm", "NV17"), "NV17"),
        (("CB20", "confirm", "NV17"), "NV17"),
        (("CB01", "recall", "NV25"), "--reason: "),
        (("CB06", "progress", "NV32", "--percent", "101"), "--percent: "),
        (("CB06", "submit", "NV32"), "--product-number: "),
        (("CB04", "hand-over", "NV32", "--to", "CB06", "--reason", "x"), "--to: "),
        (("CB07", "ask-extension", "NV20", "--due", "2026-09-01", "--reason", "x"), "--due: "),
        (("CB04", "chase", "NV20", "--reason", "x", "--date", "2026-10-01"), "--date: "),
        (("CB04", "chase", "NV20", "--reason", "x", "--basis-date", "2026-09-01"), "--basis: "),
        (("CB06", "start", "NV99"), "NV99"),
    ],
)
def test_refusals_name_the_option_or_the_task_and_change_nothing(
    at_sample: Run, by: By, words: tuple[str, ...], names: str
) -> None:
    before = at_sample("journal", "verify").out
    told = by(*words)
    assert (told.status, told.out) == (1, "")
    assert names in told.err
    assert at_sample("journal", "verify").out == before
