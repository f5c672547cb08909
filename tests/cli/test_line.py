"""One line: global options, exit statuses, sentences in two languages, and no traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tracker.cli import commands, journal
from tracker.cli.options import Command

ROOT = Path(__file__).parents[2]


def test_global_options_may_stand_before_and_behind_the_command(line: Run, sample_data: Path) -> None:
    before = line("--data", sample_data, "--lang", "en", "unit", "list")
    behind = line("unit", "list", f"--data={sample_data}", "--lang=en")
    assert before == behind
    assert before.status == 0


def test_vietnamese_unless_said_otherwise(line: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRACKER_LANG")
    assert "Không có lệnh" in line("tsak", "list").err
    assert "Chưa có dữ liệu" in line("--data", data, "unit", "list").err
    assert "There is no office" in line("--data", data, "--lang", "en", "unit", "list").err


def test_no_office_yet(line: Run, data: Path) -> None:
    told = line("--data", data, "unit", "list")
    assert (told.status, told.out) == (1, "")
    assert "init" in told.err
    assert not data.exists()


@pytest.mark.parametrize(
    "arguments", [("tsak", "list"), ("task",), ("task", "show"), ("--today", "hôm nay", "unit", "list")]
)
def test_what_is_no_command_line_has_status_2(line: Run, arguments: tuple[str, ...]) -> None:
    told = line(*arguments)
    assert (told.status, told.out) == (2, "")
    assert told.err.splitlines()[-1].startswith("Help: python main.py")


def test_a_refusal_names_the_option(office: Run) -> None:
    told = office("task", "add", "--title", "Báo cáo", "--owner", "CB99", "--due", "2026-12-31", "--product", "Báo cáo")
    assert told.status == 1
    assert told.err.startswith("--owner: ")
    assert "CB99" in told.err


def test_damaged_data_have_status_3(office: Run, data: Path) -> None:
    (data / "tracker.sqlite3").write_bytes(b"no database" * 1000)
    told = office("unit", "list")
    assert told.status == 3
    assert len(told.err.splitlines()) == 1


def test_an_unexpected_error_is_one_line_with_the_place_of_its_log(
    office: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret of the office")

    monkeypatch.setattr(journal, "COMMANDS", (Command("journal list", "List", broken),))
    told = office("journal", "list")
    assert told.status == 1
    assert len(told.err.splitlines()) == 1
    log = data / "logs" / "errors.log"
    assert str(log) in told.err
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")
    assert "Traceback" not in told.err


def test_without_a_data_folder_the_log_is_the_users(line: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_name: str) -> Command:
        raise ZeroDivisionError

    monkeypatch.setattr(commands, "get", broken)
    told = line("--data", data, "unit", "list")
    place = Path(told.err.strip().rpartition("Details: ")[2])
    assert "ZeroDivisionError" in place.read_text(encoding="utf-8")
    assert not data.exists()


def test_the_log_tells_no_value(office: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "COMMANDS", ())
    office("journal", "list", "--official", "CB01", "--as=CB01")
    told = (data / "logs" / "errors.log").read_text(encoding="utf-8") if (data / "logs" / "errors.log").exists() else ""
    assert "CB01" not in told


def test_without_a_screen_there_is_no_window(line: Run, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    for arguments in ((), ("window",)):
        told = line("--data", data, *arguments)
        assert (told.status, len(told.err.splitlines())) == (1, 1)


def test_help_lists_every_command(line: Run) -> None:
    told = line("--help")
    assert told.status == 0
    assert all(name in told.out for name in commands.MODULES)


@pytest.mark.parametrize("name", commands.MODULES)
def test_help_on_a_command_names_all_its_options(line: Run, name: str) -> None:
    told = line(*name.split(), "--help")
    assert told.status == 0
    assert all(option.name in told.out for option in commands.get(name).options)


def test_every_command_stands_where_the_table_says() -> None:
    for name in commands.MODULES:
        assert commands.get(name).words == name


def test_no_command_is_left_out_of_the_table() -> None:
    from importlib import import_module

    for module in set(commands.MODULES.values()):
        for command in import_module(f"tracker.cli.{module}").COMMANDS:
            assert commands.MODULES[command.words] == module


def test_output_is_utf8_whatever_the_console_says(sample_data: Path) -> None:
    import os

    program = "import sys; from tracker.cli import main; sys.exit(main(sys.argv[1:]))"
    told = subprocess.run(
        [sys.executable, "-c", program, "--data", str(sample_data), "unit", "list"],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    )
    assert told.returncode == 0
    assert "Phòng Kinh tế, Hạ tầng và Đô thị" in told.stdout.decode("utf-8")


def test_a_reader_that_leaves_early_is_no_error(sample_data: Path) -> None:
    program = "import sys; from tracker.cli import main; sys.exit(main(sys.argv[1:]))"
    writer = subprocess.Popen(
        [sys.executable, "-c", program, "--data", str(sample_data), "journal", "list", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.read(10)
    writer.stdout.close()
    complaints = writer.stderr.read()
    writer.stderr.close()
    assert writer.wait() == 0
    assert complaints == b""
