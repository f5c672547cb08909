"""Who acts, on which day, at which data folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tracker.actions.accounts import set_password
from tracker.cli.session import Session
from tracker.domain.officials import OfficialId
from tracker.machine import actor_on
from tracker.store import officials
from tracker.store.folder import open_folder


def test_the_head_of_the_office_acts_by_default(at_sample: Run) -> None:
    at_sample("task", "chase", "NV06", "--reason", "Lần 3")
    assert at_sample("task", "show", "NV06", "--json").json["chase_list"][-1]["by"] == "CB01"


def test_whoever_is_named_must_be_known_also_for_reading(at_sample: Run) -> None:
    told = at_sample("--as", "CB99", "unit", "list")
    assert told.status == 1
    assert told.err.startswith("--as: ")


def test_the_data_folder_may_come_from_the_environment(
    line: Run, sample_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_DATA", str(sample_data))
    assert len(line("official", "list", "--json").json) == 25


def test_today_is_the_samples_day_in_a_sample_and_the_machines_elsewhere(
    sample_data: Path, office: Run, data: Path
) -> None:
    del office
    for folder, today in ((sample_data, date(2026, 9, 30)), (data, date.today())):  # noqa: DTZ011 - the same as there
        session = Session("vi", folder, None, None)
        try:
            assert session.today == today
        finally:
            session.close()


def test_the_recording_time_is_the_machines_whatever_day_is_said(at_sample: Run) -> None:
    at_sample("--today", "2026-10-02", "task", "chase", "NV06", "--reason", "Lần 3")
    entry = at_sample("task", "show", "NV06", "--json").json["journal"][-1]
    assert entry["declared_on"] == "2026-10-02"
    assert entry["at"][:10] == max(date.today().isoformat(), entry["at"][:10])  # noqa: DTZ011 - UTC may be a day behind
    assert entry["machine"]


@pytest.fixture
def guarded(sample_data: Path) -> Path:
    """A sample office in which CB01 has a password and CB06 has none."""
    store = open_folder(sample_data)
    try:
        who = officials.by_code(store, "CB01").id
        set_password(store, actor_on(OfficialId(who), date(2026, 9, 30)), who, "sông Hồng mùa lũ")
    finally:
        store.close()
    return sample_data


def test_with_passwords_every_action_asks_for_one(guarded: Path, line: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    chase = ("--data", guarded, "task", "chase", "NV06", "--reason", "Lần 3")
    assert line(*chase).status == 1
    monkeypatch.setenv("TRACKER_PASSWORD", "sai rồi")
    told = line(*chase)
    assert (told.status, "Lưu Quang Thiệu" in told.err) == (1, True)
    decomposed = "so\N{COMBINING CIRCUMFLEX ACCENT}ng Hồng mùa lũ"
    monkeypatch.setenv("TRACKER_PASSWORD", decomposed)
    assert line(*chase).status == 0


def test_who_has_no_password_does_not_act_where_others_have(
    guarded: Path, line: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_PASSWORD", "")
    told = line("--data", guarded, "--as", "CB06", "task", "progress", "NV32", "--percent", "5")
    assert told.status == 1
    assert "administrator" in told.err


def test_an_office_without_a_head_needs_a_name(at_sample: Run, sample_data: Path) -> None:
    from dataclasses import replace

    store = open_folder(sample_data)
    try:
        actor = actor_on(OfficialId(1), date(2026, 9, 30))
        with store.change(actor, "appointment.edit") as change:
            (post,) = officials.appointments(store, OfficialId(1))
            change.save(replace(post, undone=True))
    finally:
        store.close()
    told = at_sample("task", "chase", "NV06", "--reason", "Lần 3")
    assert told.status == 1
    assert "--as CODE" in told.err
