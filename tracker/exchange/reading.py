"""Reads a foreign file in a child process with limits, so that no file can harm the program. Imports only tracker.domain and this room.

The child (`tracker.exchange.reader`) may use 500 MB and 4 seconds of processor time, 6 more for each MB of the file (a book of 10,000
tasks has 0.8 MB and takes two); twice that and 2 seconds by the clock, then it is ended. A child that dies is a file that cannot be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal, overload

from tracker.domain.errors import Refused, Unavailable
from tracker.exchange.rows import OfficialRow, Problem, Sheet, TaskRow, UnitRow, What

if TYPE_CHECKING:
    from subprocess import Popen

_ROOT = Path(__file__).resolve().parents[2]
_BUG = 1
"""Exit status of a Python that ended with a traceback: a fault of ours, raised here and not told as the file's fault."""


@overload
def read(
    path: Path, what: Literal["units"], sheet: str | None = ..., encoding: str = ..., *, today: date, progress: Progress | None = ...
) -> Sheet[UnitRow]: ...
@overload
def read(
    path: Path, what: Literal["officials"], sheet: str | None = ..., encoding: str = ..., *, today: date, progress: Progress | None = ...
) -> Sheet[OfficialRow]: ...
@overload
def read(
    path: Path, what: Literal["tasks"], sheet: str | None = ..., encoding: str = ..., *, today: date, progress: Progress | None = ...
) -> Sheet[TaskRow]: ...
def read(
    path: Path,
    what: Literal["units", "officials", "tasks"],
    sheet: str | None = None,
    encoding: str = "auto",
    *,
    today: date,
    progress: Progress | None = None,
) -> Sheet[Any]:
    """The rows of a file, .xlsx, .xls, .ods or CSV, with the problems of its cells.

    `sheet` names the worksheet; without it the one whose headings fit is read. `encoding` is auto, unicode, tcvn3 or vni.
    `today` is the day after which nothing has happened yet. `progress` is told the number of rows read so far, now and then.
    Raises Refused exchange.not_found and, for the whole file, the codes of tracker.exchange.archive and tracker.exchange.reader;
    each carries `file`. Raises Unavailable exchange.cannot_open where the file may not be opened.
    """
    file = Path(path)
    try:
        size = _openable(file)
        seconds = 4 + 6 * -(-size // 1_000_000)
        order = {"path": str(file.resolve()), "what": what, "sheet": sheet, "encoding": encoding, "today": today.isoformat()}
        return _collect(What(what), {**order, "seconds": seconds}, 2 * seconds + 2, progress)
    except Refused as refusal:
        raise Refused(refusal.code, refusal.field, **{"file": file.name, **refusal.parameters}) from refusal.__cause__


Progress = Callable[[int], None]


def _openable(file: Path) -> int:
    """The size of the file, if it is one and may be read."""
    if not file.is_file():
        raise Refused("exchange.not_found", path=str(file))
    try:
        with file.open("rb"):
            return file.stat().st_size
    except OSError as error:
        raise Unavailable("exchange.cannot_open", file=file.name, detail=error.strerror or str(error)) from error


def _collect(what: What, order: dict[str, object], seconds: int, progress: Progress | None) -> Sheet[Any]:
    """The sheet out of the child's answer."""
    from tracker.exchange import wire

    rows: list[Any] = []
    problems: list[Problem] = []
    head: dict[str, Any] = {}
    ended = False
    with _child(order, seconds) as lines:
        try:
            for line in lines:
                record = wire.decode(line)
                if not head:
                    head = _head(record)
                    make = wire.RowMaker(what, head["columns"])
                elif "row" in record:
                    rows.append(make(record))
                    if progress and len(rows) % 500 == 0:
                        progress(len(rows))
                elif "problem" in record:
                    problems.append(wire.problem_of(record["problem"]))
                else:
                    _refuse(record)
                    ended = record.get("end") is True
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise Refused("exchange.unreadable") from error
    if not ended:
        raise Refused("exchange.unreadable")
    from tracker.domain.old_fonts import Encoding

    return Sheet(
        rows=tuple(rows),
        problems=tuple(sorted(problems, key=lambda problem: problem.row or 0)),
        encoding=Encoding(head["encoding"]),
        converted_examples=tuple((before, after) for before, after in head["examples"]),
        sheet_name=head["sheet"],
        header_row=head["header_row"],
        columns=head["columns"],
        ignored=tuple(head["ignored"]),
    )


def _head(record: dict[str, Any]) -> dict[str, Any]:
    _refuse(record)
    return record


def _refuse(record: dict[str, Any]) -> None:
    if "refused" in record:
        raise Refused(record["refused"], **record["parameters"])


@contextmanager
def _child(order: dict[str, object], seconds: int) -> Iterator[Iterator[bytes]]:
    """The lines of a child's answer. It is ended at the latest when the block is left."""
    import sys
    from subprocess import DEVNULL, PIPE, Popen
    from tempfile import TemporaryFile

    from tracker.exchange import wire

    hidden = {"creationflags": 0x08000000} if sys.platform == "win32" else {}  # CREATE_NO_WINDOW
    with TemporaryFile() as complaints:
        # Started from the program's own root: a module of the same name in the user's folder is never found first.
        child = Popen(
            [sys.executable, "-X", "utf8", "-m", "tracker.exchange.reader"],
            stdin=PIPE,
            stdout=PIPE,
            stderr=complaints if complaints else DEVNULL,
            cwd=_ROOT,
            **hidden,  # type: ignore[call-overload]
        )
        try:
            yield _answer(child, wire.encode(order).encode(), seconds)
        finally:
            child.kill()
            child.wait()
            child.stdout.close()
        if child.returncode == _BUG:
            raise RuntimeError(_last(complaints))


def _answer(child: Popen[bytes], order: bytes, seconds: int) -> Iterator[bytes]:
    """Sends the order and yields the lines of the answer, until the child ends or its time is over."""
    from threading import Timer

    assert child.stdin is not None
    assert child.stdout is not None
    watch = Timer(seconds, child.kill)
    watch.start()
    try:
        try:
            child.stdin.write(order)
            child.stdin.close()
        except BrokenPipeError:
            return  # it died before it read a word: there is no answer
        yield from child.stdout
        child.wait()
    finally:
        watch.cancel()


def _last(complaints: IO[bytes]) -> str:
    complaints.seek(0)
    return complaints.read(20_000).decode("utf-8", errors="replace")
