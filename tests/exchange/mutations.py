"""Seeded damage to whole files, and a host that reads each damaged file in a process of its own.

`python -m tests.exchange.mutations FOLDER` reads every file of the folder, each in a fork of one process that has
loaded all, and prints a JSON line for each: name, exit status (below 0: a signal), seconds of processor time, last
record of the answer, complaints.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

CPU_SECONDS = 5
EXTREMES = (
    b"-1", b"0", b"99999999999999999999", b"1e400", b"NaN", b"", b"XFD1048576", b"A0", b"&#0;", b"&x;", b"<", b"/>",
    b"]]>", b"\xff\xfe", b"<!DOCTYPE a>", b"inlineStr", b"16384", b"_x0000_", b"\xc3\x28",
)  # fmt: skip


def mutated(source: Path, seed: int, target: Path) -> Path:
    """A copy of the file, damaged as the seed says."""
    chance = random.Random(seed)
    content = source.read_bytes()
    if content.startswith(b"PK") and chance.random() < 0.7:
        _one_part(source, target, chance)
    else:
        target.write_bytes(_damaged(content, chance))
    return target


def _one_part(source: Path, target: Path, chance: random.Random) -> None:
    """The archive is sound, one of its parts is not: what gets past every check of the archive."""
    with ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    parts[name] = _damaged(parts[name], chance)
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for each, content in parts.items():
            archive.writestr(each, content)


def _damaged(content: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 4)):
        content = chance.choice(_DAMAGES)(content, chance)
    return content


def _place(content: bytes, chance: random.Random) -> int:
    return chance.randrange(len(content) + 1)


def _flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        if changed:
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _insert(content: bytes, chance: random.Random) -> bytes:
    at = _place(content, chance)
    return content[:at] + chance.choice(EXTREMES) + content[at:]


def _cut(content: bytes, chance: random.Random) -> bytes:
    first, last = sorted((_place(content, chance), _place(content, chance)))
    return content[:first] + content[min(last, first + 2000) :]


def _double(content: bytes, chance: random.Random) -> bytes:
    at = _place(content, chance)
    return content[: at + 500] + content[at : at + 500] * chance.randint(1, 50) + content[at + 500 :]


def _number(content: bytes, chance: random.Random) -> bytes:
    """Some number in the file becomes an extreme one."""
    import re

    found = list(re.finditer(rb"\d+", content[:200_000]))
    if not found:
        return content
    match = chance.choice(found)
    return content[: match.start()] + chance.choice(EXTREMES) + content[match.end() :]


def _end(content: bytes, chance: random.Random) -> bytes:
    return content[: _place(content, chance)]


_DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _insert, _cut, _double, _number, _number, _end)


def host(folder: Path) -> None:
    """Read each file of the folder in a forked process and tell how it ended. POSIX only."""
    from tracker.exchange import calamine, delimited, objects, reader, xlsx  # noqa: F401 - loaded once for all forks

    reader.spare_imports()
    import python_calamine  # noqa: F401 - as above

    for path in sorted(folder.iterdir()):
        with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as complaints:
            child = os.fork()
            if child == 0:
                _read(path, answer.fileno(), complaints.fileno())
            _, status, usage = os.wait4(child, 0)
            for file in (answer, complaints):
                file.seek(0)
            last = answer.read().splitlines()[-1:]
            told = {
                "name": path.name,
                "status": os.waitstatus_to_exitcode(status),
                "seconds": usage.ru_utime + usage.ru_stime,
                "last": last[0].decode() if last else "",
                "complaints": complaints.read().decode(errors="replace")[-3000:],
            }
        print(json.dumps(told), flush=True)


def _read(path: Path, answer: int, complaints: int) -> None:
    """In the forked child: what reader.main does, with the file's kind of order."""
    import traceback

    from tracker.exchange import limits, reader

    os.dup2(complaints, 2)
    status = 1
    try:
        limits.restrict(CPU_SECONDS)
        order = {"path": str(path), "what": "tasks", "sheet": None, "encoding": "auto", "today": "2026-09-30"}
        with open(answer, "w", encoding="utf-8", newline="\n", closefd=False) as stream:
            reader.answer(order, stream)
        status = 0
    except BaseException:  # noqa: BLE001 - told to the host by status and traceback
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(status)


if __name__ == "__main__":
    host(Path(sys.argv[1]))
