"""`task show --recorded-by`: what the journal knew at the end of a day."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.store.full_house import full_house
from tracker.cli import main


def test_a_task_is_shown_as_it_had_been_recorded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    full_house(tmp_path / "data").close()
    asked = ["--data", str(tmp_path / "data"), "task", "show", "VP-1"]
    assert main([*asked, "--recorded-by", "2026-09-29"]) == 1
    assert "VP-1" in capsys.readouterr().err
    assert main([*asked, "--recorded-by", str(date(2026, 9, 30) + timedelta(days=1)), "--json"]) == 0
    seen = json.loads(capsys.readouterr().out)
    assert (seen["state"], len(seen["hand_over_list"]), seen["owner"]) == ("submitted", 1, "CB03")
    assert main([*asked, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["journal"] == seen["journal"]
