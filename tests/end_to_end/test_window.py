"""An office's morning in the real window, by keyboard alone: from the assignment to the printed report."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.screen import Person, screen
from tracker.cli import main

HEAD, OWNER = "CB01", "CB21"

pytestmark = pytest.mark.long
"""A screen and another process at every step: a loaded machine answers late, and what is typed too early is lost."""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with screen() as name:
        yield name


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("office")
    assert main(["demo", "--out", str(out), "--no-window"]) == 0
    return Path(shutil.copytree(out / "data", out / "own"))


class Morning:
    """One task's life, step by step; each step opens the window as whoever does it."""

    def __init__(self, display: str, data: Path, pictures: Path) -> None:
        self._display, self._data, self._pictures = display, data, pictures
        self.number = ""

    def as_(self, code: str) -> Person:
        return Person(self._display, self._data, "--as", code)

    def at_the_task(self, code: str) -> Person:
        """The window with the cursor on the task."""
        person = self.as_(code)
        person.open("ctrl+k")
        person.type(self.number)
        person.press("Return")
        person.until(lambda: not person.dialogs())
        return person

    def deed(self, code: str, key: str, *typed: str, sure: str = "ctrl+Return") -> None:
        """Open a dialog of the task by its key, type, with Tab between ("" passes a field), and press the verb."""
        person = self.at_the_task(code)
        before = person.ask("journal", "list")[-1]["action"]
        person.open(key)
        for at, text in enumerate(typed):
            if at:
                person.press("Tab")
            if text:
                person.type(text)
        person.press(sure)
        try:
            person.until(lambda: person.ask("journal", "list")[-1]["action"] > before)
        finally:
            person.picture(self._pictures / f"{code}-{key}.png")
        person.close()

    def told(self) -> Any:
        from tests.end_to_end.screen import told

        return told(self._data, "task", "show", self.number)


def test_a_task_from_its_assignment_to_its_confirmation(display: str, office: Path, tmp_path: Path) -> None:
    morning = Morning(display, office, tmp_path)

    head = morning.as_(HEAD)
    known = {task["number"] for task in head.ask("task", "list")}
    head.open("ctrl+k")
    head.press("Escape")
    head.until(lambda: not head.dialogs())
    head.press("ctrl+n")
    head.type("Clear the backlog of files; chu duc toan; +10; Report")
    head.press("Return")
    new = head.until(lambda: [task for task in head.ask("task", "list") if task["number"] not in known])
    head.close()
    assert (new[0]["owner"], new[0]["due_on"], new[0]["state"]) == (OWNER, "2026-10-14", "assigned")
    morning.number = new[0]["number"]

    morning.deed(OWNER, "ctrl+h", "Two more offices joined", "+15")
    assert morning.told()["extension_list"][0]["proposed_due_on"] == "2026-10-21"
    morning.deed(HEAD, "ctrl+h", "Agreed")
    assert (morning.told()["due_on"], morning.told()["original_due_on"]) == ("2026-10-21", "2026-10-14")

    morning.deed(OWNER, "ctrl+d", "57/BC-TTPVHCC")
    morning.deed(HEAD, "ctrl+l", "The figures of Q2 are missing")
    assert morning.told()["state"] == "redo"
    morning.deed(OWNER, "ctrl+d", "58/BC-TTPVHCC")
    morning.deed(HEAD, "ctrl+d")
    told = morning.told()
    assert (told["state"], told["class"], told["returns"], told["extensions"]) == ("done", "done_early", 1, 1)

    paper = tmp_path / "report.pdf"
    head = morning.as_(HEAD)
    head.open("ctrl+k")
    head.press("Escape")
    head.until(lambda: not head.dialogs())
    head.press("alt+5")
    head.open("ctrl+s")  # nothing to save before the preview is there
    head.type(str(paper))
    head.press("Return")
    head.until(paper.exists)
    head.close()
    assert "Clear the backlog of files" in text_of(paper)


def text_of(paper: Path) -> str:
    """All words of a PDF, one blank between them."""
    import pypdfium2

    with pypdfium2.PdfDocument(paper) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
