"""requirements.lock: every dependency pinned with hashes, what running needs first, then what developing needs besides.

Imports the standard library only.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent.parent / "requirements.lock"
HEAD = "# Every dependency with its hashes, for Windows and Linux alike; written by: main.py lock\n"
DEVELOPING = b"# Developing besides: main.py test, bench, lock\n"


def part(developing: bool) -> bytes:
    """What is to be installed: all of it, or all up to the line DEVELOPING."""
    text = LOCK.read_bytes()
    running, mark, _ = text.partition(DEVELOPING)
    return text if developing else running + mark


def pins(text: str) -> list[str]:
    """One text per pinned package, its hashes under it."""
    return re.findall(r"^[^#\s].*\n(?:[ \t].*\n)*", text, re.MULTILINE)


def write() -> int:
    """Write requirements.lock anew from setup.cfg: the newest versions it allows, for every system."""
    with tempfile.TemporaryDirectory() as folder:
        chosen = Path(folder) / "running.txt"
        chosen.write_text(_resolve(), encoding="utf-8")
        running = pins(chosen.read_text(encoding="utf-8"))
        everything = pins(_resolve("--extra", "dev", "--constraint", str(chosen)))
    names = {pin.split("==")[0] for pin in running}
    besides = [pin for pin in everything if pin.split("==")[0] not in names]
    LOCK.write_text(HEAD + "".join(running) + DEVELOPING.decode() + "".join(besides), encoding="utf-8", newline="\n")
    print(f"requirements.lock: {len(running)} + {len(besides)}")
    return 0


def _resolve(*more: str) -> str:
    """The pins that uv chooses, with hashes and without any address."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "setup.cfg", "--universal", "--python-version", "3.11"]
    quiet = ("--quiet", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links")
    told = subprocess.run([*command, "--generate-hashes", *quiet, *more], check=True, stdout=subprocess.PIPE)
    return told.stdout.decode("utf-8")
