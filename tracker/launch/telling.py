"""What the user is told while things are set up, on stderr: stdout belongs to the command that follows.

In Vietnamese and English at once, because no language is chosen yet. Imports the standard library only.
"""

from __future__ import annotations

import sys
import time


class SetUpError(Exception):
    """Something stands in the way that only the user can remove: one line, in Vietnamese and in English."""

    def __init__(self, vietnamese: str, english: str) -> None:
        super().__init__(f"{vietnamese} · {english}")


class Progress:
    """One line that is written over on a terminal; elsewhere a line every ten seconds."""

    def __init__(self) -> None:
        self.began = self.told = time.monotonic()

    def show(self, text: str) -> None:
        """Say what is being done, with the seconds since the beginning."""
        now = time.monotonic()
        line = f"  {text} ({now - self.began:.0f} s)"
        if sys.stderr.isatty():
            print(f"\r{line[:79]:<79}", end="", file=sys.stderr, flush=True)
        elif now - self.told >= 10:
            self.told = now
            print(line, file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave the line clear."""
        if sys.stderr.isatty():
            print(f"\r{'':79}\r", end="", file=sys.stderr, flush=True)


def tell(vietnamese: str, english: str) -> None:
    """One line, at once."""
    print(f"{vietnamese} · {english}", file=sys.stderr, flush=True)


def last_line(said: bytes) -> str:
    """What a program that failed said last: nearly always the reason."""
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else "?"


def speak_utf8() -> None:
    """Vietnamese on any console, the old code pages of Windows included."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
