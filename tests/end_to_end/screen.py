"""A screen without a monitor, and a person before it: the real window in a process of its own, driven by keys alone.

What the person sees is looked up in the data by the command line, another process; nothing is waited for by the clock
but the program's own answer.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
LOOK_AGAIN = 0.1
AGAIN = 2.0
"""Seconds after which a key is pressed once more."""


@contextmanager
def screen(width: int = 1366, height: int = 768) -> Iterator[str]:
    """A display of that size, by its name; skips the test where none can be had (no Linux, or nothing to install)."""
    if not all(map(shutil.which, ("Xvfb", "openbox", "xdotool"))):
        pytest.skip("needs Xvfb, openbox and xdotool (Debian packages of these names)")
    read, write = os.pipe()
    size = f"{width}x{height}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        frames = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": display}, stderr=subprocess.DEVNULL)
        try:
            yield display
        finally:
            Person.leave_all()
            frames.terminate()
            frames.wait(PATIENCE)
    finally:
        server.terminate()
        server.wait(PATIENCE)


def told(data: Path, *words: str) -> Any:
    """What the command line says of an office, as JSON."""
    line = [sys.executable, "main.py", "--data", str(data), *words, "--json"]
    return json.loads(subprocess.run(line, cwd=ROOT, capture_output=True, check=True).stdout)


class Person:
    """Somebody at the keyboard of an open window."""

    at_work: ClassVar[list[subprocess.Popen[bytes]]] = []

    def __init__(self, display: str, data: Path, *options: str) -> None:
        self.data = data
        self._environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        command = [sys.executable, "main.py", "--data", str(data), *options, "window"]
        self.program = subprocess.Popen(command, cwd=ROOT, env=self._environment, stderr=subprocess.PIPE)
        self.at_work.append(self.program)
        self._window = ""
        self.until(self._found)
        self.until(self._active)
        self._tool("mousemove", "0", "0")  # off the rows: a tooltip is a window too

    @classmethod
    def leave_all(cls) -> None:
        """End what a test that failed left open."""
        for program in cls.at_work:
            if program.poll() is None:
                program.kill()
            program.wait()
            if program.stderr:
                program.stderr.close()
        cls.at_work.clear()

    def _found(self) -> bool:
        told = self._ask("search", "--onlyvisible", "--name", "Ba Rõ").split()
        self._window = told[-1] if told else ""
        return bool(told)

    def _active(self) -> bool:
        """Ask for the keyboard; refused until the frames are there."""
        self._ask("windowactivate", self._window)
        return self._ask("getactivewindow").strip() == self._window

    def press(self, *keys: str) -> None:
        """Keys by their X names, one after the other: press("ctrl+n", "Tab", "Return")."""
        for key in keys:
            self._tool("key", "--clearmodifiers", key)

    def open(self, key: str) -> None:
        """Press a key until a dialog is there: right after the first paint the window does not know its keys yet."""
        self.until(lambda: self.dialogs() or self.opened(key))

    def opened(self, key: str) -> bool:
        """Press a key; whether a dialog was there within two seconds."""
        self.press(key)
        end = time.monotonic() + AGAIN
        while not (there := self.dialogs() > 0) and time.monotonic() < end:
            time.sleep(LOOK_AGAIN)  # the other process gives no signal
        return there

    def type(self, text: str) -> None:
        """Text, letter by letter."""
        self._tool("type", "--delay", "15", text)

    def ask(self, *words: str) -> Any:
        """What the command line says of the data, as JSON."""
        return told(self.data, *words)

    def dialogs(self) -> int:
        """How many windows are open above the program's own."""
        return len(self._ask("search", "--onlyvisible", "--pid", str(self.program.pid), "--name", ".+").split()) - 1

    def until(self, holds: Callable[[], object]) -> Any:
        """Look until something holds; what it gave. Fails after half a minute, or when the program has ended."""
        end = time.monotonic() + PATIENCE
        while not (found := holds()):
            assert self.program.poll() is None, self.program.communicate()[1].decode()
            assert time.monotonic() < end, "waited in vain"
            time.sleep(LOOK_AGAIN)  # the other process gives no signal
        return found

    def picture(self, path: Path) -> None:
        """What is on the screen, for whoever looks into a failure."""
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", str(path)], env=self._environment, check=False)

    def close(self) -> None:
        """Leave the program as a person does."""
        self.press("alt+F4")
        self.program.communicate(timeout=PATIENCE)

    def _tool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True, capture_output=True)

    def _ask(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self._environment, check=False, capture_output=True)
        return done.stdout.decode()
