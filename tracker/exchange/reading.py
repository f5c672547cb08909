"""Reads a foreign file in a child process with limits, so that no file can harm the program.

Imports only tracker.domain and this room. The child (`tracker.exchange.reader`) may use 500 MB and 4 seconds of
processor time, 6 more for each MB of the file (a book of 10,000 tasks has 0.8 MB and takes two); twice that and 2
seconds by the clock, 10 for a small file, then it is ended. A child that dies is a file that cannot be read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from tracker.domain.errors import Refused, Unavailable
from tracker.domain.old_fonts import Encoding
from tracker.exchange.faults import Fault
from tracker.exchange.pages import Page
from tracker.exchange.rows import Look, Problem, Sheet, What

if TYPE_CHECKING:
    from tracker.exchange.grids import RawRow

_ROOT = Path(__file__).resolve().parents[2]
_OUT_OF_TIME = frozenset({-9, -24, 1816})
"""Exit statuses of a child whose processor time was used up: SIGKILL, SIGXCPU, the quota of a Windows job."""

Progress = Callable[[int], None]


def read(
    path: Path,
    what: str,
    sheet: str | None = None,
    encoding: str = "auto",
    *,
    today: date,
    progress: Progress | None = None,
    header_row: int | None = None,
    fields: Mapping[str, str] | None = None,
) -> Sheet[Any]:
    """The rows of a file, .xlsx, .xls, .ods or CSV, with the problems of its cells: UnitRow, OfficialRow or TaskRow.

    `what` is units, officials or tasks. `sheet` names the worksheet; without it the one whose headings fit is read.
    `encoding` is auto, unicode, tcvn3 or vni. `today` is the day after which nothing has happened yet. `progress` is
    told the number of rows read so far, now and then. Where the sheet is named, a person may also have said in which
    row its headings stand and what its columns mean: `fields` is letter → field (names of tracker.exchange.headings),
    and columns that are not in it are not read. Raises Refused with the codes of tracker.exchange.archive and
    tracker.exchange.choosing, each with the file's name, and Unavailable exchange.cannot_open.
    """
    file = Path(path)
    order = _wanted(what, sheet, encoding, today, header_row, fields)
    with _named(file), _child(*_order(file, order)) as lines:
        return take(What(what), lines, progress)


def look(
    path: Path,
    what: str,
    sheet: str | None = None,
    encoding: str = "auto",
    *,
    today: date,
    header_row: int | None = None,
    fields: Mapping[str, str] | None = None,
    rows: Collection[int] = (),
) -> Look:
    """What `read` would take the file for: its sheets, headings and columns, with its first rows and `rows` as texts.

    Headings that do not fit, several sheets that do and an unclear encoding are told in the answer: a person settles
    them, and `read` is told so. Raises as `read` does for what cannot be opened at all.
    """
    file = Path(path)
    order = _wanted(what, sheet, encoding, today, header_row, fields) | {"rows": sorted(rows)}
    with _named(file), _child(*_order(file, order)) as lines:
        try:
            return _look(_record(lines), lines)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise Fault("exchange.unreadable") from error


def _wanted(
    what: str, sheet: str | None, encoding: str, today: date, header_row: int | None, fields: Mapping[str, str] | None
) -> dict[str, object]:
    order: dict[str, object] = {"what": what, "sheet": sheet, "encoding": encoding, "today": today.isoformat()}
    return order | {"header_row": header_row, "fields": None if fields is None else dict(fields)}


def _look(head: dict[str, Any], lines: Iterator[bytes]) -> Look:
    texts: dict[int, Mapping[str, str]] = {}
    while not (record := _record(lines)).get("end"):
        number, cells = record["texts"]
        texts[int(number)] = {str(letter): str(text) for letter, text in cells.items()}
    return Look(
        sheet_name=str(head["sheet"]),
        sheets=tuple((str(name), None if kind is None else What(kind)) for name, kind in head["sheets"]),
        header_row=int(head["header_row"]),
        headings={str(letter): str(text) for letter, text in head["headings"].items()},
        fields={str(letter): str(name) for letter, name in head["fields"].items()},
        fits=bool(head["fits"]),
        encoding=Encoding(head["encoding"]),
        clear=bool(head["clear"]),
        examples=tuple((str(before), str(after)) for before, after in head["examples"]),
        texts=texts,
    )


def cells(path: Path, encoding: str) -> Iterator[tuple[str, dict[int, str], Iterator[RawRow]]]:
    """The bare cells of every sheet, one sheet after the other: name, fonts by style, rows of (column, value, style).

    Each sheet's rows must be taken before the next sheet. Raises as `read` does.
    """
    file = Path(path)
    with _named(file), _child(*_order(file, {"what": None, "encoding": encoding})) as lines:
        while not (record := _record(lines)).get("end"):
            fonts = {int(style): str(font) for style, font in record["fonts"].items()}
            yield record["sheet"], fonts, _rows_of_sheet(lines)


def pages(path: Path) -> list[Page]:
    """The pages of a PDF: words and looks. Raises as `read` does."""
    file = Path(path)
    found = []
    with _named(file), _child(*_order(file, {"what": "pages", "encoding": "auto"})) as lines:
        while not (record := _record(lines)).get("end"):
            text, look = record["page"]
            found.append(Page(str(text), str(look)))
    return found


def _rows_of_sheet(lines: Iterator[bytes]) -> Iterator[RawRow]:
    """The rows up to the record that ends the sheet."""
    from tracker.exchange import wire

    while raw := _record(lines)["raw"]:
        yield wire.raw_row_of(raw)


@contextmanager
def _named(file: Path) -> Iterator[None]:
    """A fault of the file is told with the file's name."""
    try:
        yield
    except Fault as fault:
        parameters: dict[str, Any] = {"file": file.name, **fault.parameters}
        raise Refused(fault.code, **parameters) from fault


def _order(file: Path, wanted: Mapping[str, object]) -> tuple[dict[str, object], int]:
    """What the child is told, and how many seconds of the clock it has."""
    seconds = 4 - (-6 * _openable(file) // 1_000_000)
    return {"path": str(file.resolve()), "seconds": seconds, **wanted}, 2 * seconds + 2


def _openable(file: Path) -> int:
    """The size of the file, if it is one and may be read."""
    if not file.is_file():
        raise Refused("exchange.not_found", path=str(file))
    try:
        with file.open("rb"):
            return file.stat().st_size
    except OSError as error:
        raise Unavailable("exchange.cannot_open", file=file.name, detail=error.strerror or str(error)) from error


def take(what: What, lines: Iterator[bytes], progress: Progress | None = None) -> Sheet[Any]:
    """The sheet out of the lines of an answer. Raises Fault where they tell one, or are no answer."""
    from tracker.exchange import wire

    rows: list[Any] = []
    problems: list[Problem] = []
    try:
        head = _record(lines)
        make = wire.RowMaker(what, head["columns"])
        while not (record := _record(lines)).get("end"):
            if "row" in record:
                rows.append(make(record))
                if progress and len(rows) % 500 == 0:
                    progress(len(rows))
            else:
                problems.append(wire.problem_of(record["problem"]))
        return _sheet(head, rows, problems)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Fault("exchange.unreadable") from error


def _record(lines: Iterator[bytes]) -> dict[str, Any]:
    """The next record of the answer. Raises Fault for a refusal and for an answer that breaks off."""
    from tracker.exchange import wire

    line = next(lines, b"")
    if not line.endswith(b"\n"):
        raise Fault("exchange.unreadable")
    record: dict[str, Any] = wire.decode(line)
    if "refused" in record:
        raise Fault(record["refused"], **record["parameters"])
    return record


def _sheet(head: dict[str, Any], rows: list[Any], problems: list[Problem]) -> Sheet[Any]:
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


@contextmanager
def _child(order: dict[str, object], seconds: int) -> Iterator[Iterator[bytes]]:
    """The lines of a child's answer. It is ended at the latest when the block is left.

    Where the answer breaks off, tells why: Fault for time and memory, RuntimeError with the child's traceback for a
    fault of ours.
    """
    import sys
    from subprocess import PIPE, Popen

    from tracker.exchange import wire

    flags = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW
    command = [sys.executable, "-X", "utf8", "-m", "tracker.exchange.reader"]
    with _scratch_file() as complaints:
        # Started in the program's own root: a module of the same name in the user's folder is never found first.
        child = Popen(command, stdin=PIPE, stdout=PIPE, stderr=complaints, cwd=_ROOT, creationflags=flags)
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            with _at_most(seconds, child.kill) as late:
                with suppress(OSError):  # it died before it read a word: the answer is empty
                    child.stdin.write(wire.encode(order).encode())
                    child.stdin.close()
                yield iter(child.stdout)
        except Fault as fault:
            if fault.code == "exchange.unreadable":
                complaints.seek(0)
                raise _reason(child.wait(), complaints.read(20_000).decode("utf-8", "replace"), late()) from None
            raise
        finally:
            child.kill()
            child.wait()
            child.stdout.close()


def _scratch_file() -> IO[bytes]:
    from tempfile import TemporaryFile

    try:
        return TemporaryFile()
    except OSError as error:
        raise Unavailable("file.no_scratch", detail=error.strerror or str(error)) from error


@contextmanager
def _at_most(seconds: int, end: Callable[[], None]) -> Iterator[Callable[[], bool]]:
    """Calls `end` when the block lasts longer; gives a function that tells whether it did."""
    from threading import Event, Timer

    over = Event()

    def ring() -> None:
        over.set()
        end()

    watch = Timer(seconds, ring)
    watch.start()
    try:
        yield over.is_set
    finally:
        watch.cancel()


def _reason(status: int, complaints: str, late: bool) -> Exception:
    """Why an answer broke off."""
    if late or status in _OUT_OF_TIME:
        return Fault("exchange.too_long_to_read")
    if "MemoryError" in complaints:
        return Fault("exchange.too_much_memory")
    return RuntimeError(complaints) if "Traceback" in complaints else Fault("exchange.unreadable")
