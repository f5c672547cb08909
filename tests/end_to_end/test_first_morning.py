"""The first morning of an office, by keyboard alone: set up, and its book of three sheets taken over."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.end_to_end.screen import Person, screen
from tracker.store import FILE

BOOK = Path(__file__).resolve().parents[1] / "samples" / "so-theo-doi-q3-2026.xlsx"
OFFICE = "UBND phuong Bach Lien"

pytestmark = pytest.mark.long
"""A screen and another process at every step: a loaded machine answers late, and what is typed too early is lost."""


def test_an_office_is_set_up_and_its_book_taken_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "own"))
    data = tmp_path / "data"
    with screen() as display:
        person = Person(display, data)
        try:
            set_up(person)
            take_over(person)
        finally:
            person.picture(tmp_path / "first-run.png")
        person.close()
    units = [unit["code"] for unit in person.ask("unit", "list")]
    assert units[0] == "UBND"
    assert len(units) == 6
    assert len(person.ask("official", "list")) == 25
    tasks = person.ask("task", "list")
    assert len(tasks) == 40
    assert {task["number"]: task["owner_name"] for task in tasks}["NV06"] == "Chử Đức Toàn"


def set_up(person: Person) -> None:
    """Name, body above and head are typed; code, place and post are guessed."""
    for text, tabs in ((OFFICE, 2), ("UBND thanh pho Hong Lam", 2), ("Luu Quang Thieu", 0)):
        person.type(text)
        person.press(*["Tab"] * tabs)
    person.press("ctrl+Return")
    person.until((person.data / FILE).exists)
    person.until(lambda: known(person, "official", "list"))


def take_over(person: Person) -> None:
    """The file is chosen once; Ctrl+Enter imports a sheet of it, the space bar goes on with the next one."""
    person.until(lambda: file_is_asked_for(person))
    person.type(str(BOOK))
    person.press("Return")
    for what, count in (("unit", 6), ("official", 25), ("task", 40)):
        person.until(lambda what=what, count=count: imported(person, what, count))
        if what != "task":
            person.press("space")


def file_is_asked_for(person: Person) -> bool:
    """By Ctrl+K to the page, by the space bar its button. The window of the first steps may still be there, and counts
    as one above the other: then once more.
    """
    person.open("ctrl+k")
    person.type("nhap danh sach don vi")
    person.press("Return")
    person.until(lambda: not person.dialogs())
    return person.opened("space")


def imported(person: Person, what: str, count: int) -> bool:
    """Press the verb until it was done: before the book is read it means nothing."""
    person.press("ctrl+Return")
    return len(known(person, what, "list")) == count


def known(person: Person, *words: str) -> list[object]:
    """What the command line knows so far; nothing while the office is being made."""
    try:
        found: list[object] = person.ask(*words)
    except subprocess.CalledProcessError:
        return []
    return found
