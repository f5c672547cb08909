"""Whatever stands in a command line, it is done or refused in a sentence: no traceback, no status of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tracker.cli import commands
from tracker.cli.options import Option

HOSTILE = (
    "",
    " ",
    "\t\n",
    "x" * 20_000,
    "{number} {0} %s %d",
    "'; DROP TABLE task; --",
    "<b>&amp;</b>",
    "\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe",
    "\N{ZERO WIDTH SPACE}",
    "a\0b",
    "\udcff",
    "-1",
    "0",
    "99999999999999999999",
    "2026-02-30",
    "0001-01-01",
    "9999-12-31",
    "2026-09-30",
    "2026-Q3",
    "9999-Q4",
    "../../x",
    "NV01",
    "NV06",
    "CB01",
    "CB06",
    "UBND",
    "🙂",
)
OPENING = ("demo", "window", "pictures")
"""Commands that open windows: none of their values but a folder is read here."""
GENTLE = {"FILE": "sample", "--out": "out", "--data": "sample", "--file": "sample"}
"""Options that name a place of the disk stay in the test's own folder."""


def spoilt(option: Option, value: str, folder: Path) -> str:
    if option.choices and value != "x" * 20_000:
        return option.choices[len(value) % len(option.choices)]
    return str(folder / "\N{SNOWMAN}") if option.name in GENTLE else value


def answers(name: str) -> tuple[int, ...]:
    """Exit statuses that are no bug; 3 is what `report check` says of a paper that does not agree."""
    return (0, 1, 2, 3) if name == "report check" else (0, 1, 2)


@pytest.mark.parametrize("name", [name for name in commands.MODULES if name not in (*OPENING, "restore")])
def test_hostile_values(at_sample: Run, sample_data: Path, tmp_path: Path, name: str) -> None:
    command = commands.get(name)
    log = sample_data / "logs" / "errors.log"
    for value in HOSTILE:
        words = []
        for option in command.options:
            if option.positional:
                words.append(spoilt(option, value, tmp_path))
            elif not option.flag:
                words.append(f"{option.name}={spoilt(option, value, tmp_path)}")
        for some in (words, [word for word in words if not word.startswith("--")]):
            told = at_sample(*name.split(), *some)
            complaint = log.read_text(encoding="utf-8") if log.exists() else ""
            assert complaint == "", (value, complaint)
            assert told.status in answers(name)
            assert "Traceback" not in told.err


@pytest.mark.parametrize("name", commands.MODULES)
def test_each_option_alone(at_sample: Run, sample_data: Path, tmp_path: Path, name: str) -> None:
    """One option more than the least, with a value that its kind takes."""
    if name in (*OPENING, "restore", "init"):
        return
    command = commands.get(name)
    taken = {
        "CODE": "CB06",
        "NUMBER": "NV06",
        "N": "1",
        "DATE": "2026-09-30",
        "PERIOD": "2026-Q3",
        "P": "5",
        "K": "1,5",
    }

    def value(option: Option) -> str:
        if option.choices:
            return option.choices[0]
        return str(tmp_path / "file") if option.name in GENTLE else taken.get(option.value, "một")

    least = []
    for option in command.options:
        if option.positional:
            least.append("NV06" if option.name == "NUMBER" else value(option))
        elif option.required:
            least.append(f"{option.name}={value(option)}")
    for option in command.options:
        more = (
            []
            if option.positional or option.required
            else [option.name if option.flag else f"{option.name}={value(option)}"]
        )
        told = at_sample(*name.split(), *least, *more)
        log = sample_data / "logs" / "errors.log"
        assert not log.exists(), (more, log.read_text(encoding="utf-8"))
        assert told.status in answers(name), told.err
