"""Files made or damaged to harm: the program lives on, says one sentence, and takes no five seconds of processor."""

from __future__ import annotations

import json
import random
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.exchange import mutations
from tests.exchange.books import HEADINGS, SAMPLES, TODAY, a_task_book
from tests.exchange.raw_files import PARTS, a_package, an_ods, an_xls, row_xml, sheet_xml
from tracker.domain.errors import Refused
from tracker.exchange import read

ROOT = Path(__file__).resolve().parents[2]
GOOD = ("1", "A1", "Lập kế hoạch", "CB06", "25/9/2026", "Kế hoạch")
SHEET = "xl/worksheets/sheet1.xml"
BOOK = row_xml(1, *HEADINGS) + row_xml(2, *GOOD)


def with_sheet(data: str, **around: str) -> Callable[[Path], None]:
    return lambda path: void(a_package(path, {SHEET: sheet_xml(data, **around)}))


def with_parts(changed: Callable[[], dict[str, str | bytes]]) -> Callable[[Path], None]:
    return lambda path: void(a_package(path, {SHEET: sheet_xml(BOOK), **changed()}))


def void(_: object) -> None:
    """Makers give nothing."""


def noise(length: int, seed: int = 1) -> str:
    """Letters that do not compress away."""
    return "".join(random.Random(seed).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=length))


def overlapping(path: Path) -> None:
    """Many members of one archive that share their bytes."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
        archive.writestr("xl/media/a", noise(100_000))
        info = archive.getinfo("xl/media/a")
        for number in range(100):
            other = type(info)(f"xl/media/b{number:03d}")
            for part in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
                setattr(other, part, getattr(info, part))
            archive.filelist.append(other)


def lying_size(path: Path) -> None:
    """A member that says it is small and unpacks to 100 MB."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content if name != SHEET else sheet_xml(" " * 100_000_000))
    content = path.read_bytes()
    size = struct.pack("<I", len(sheet_xml(" " * 100_000_000)))
    path.write_bytes(content.replace(size, struct.pack("<I", 2000)))


def many_members(path: Path) -> None:
    a_package(path, {f"xl/media/{number}": "x" for number in range(2_001)})


def beside(name: str) -> Callable[[Path], None]:
    return lambda path: void(a_package(path, {name: "x"}))


def sparse_file(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(60 * 1024 * 1024)


REPEATED = (
    '<table:table-row table:number-rows-repeated="{rows}">'
    '<table:table-cell table:number-columns-repeated="{columns}" {content}/></table:table-row>'
)

BOMBS: dict[str, Callable[[Path], None]] = {
    "corners of the sheet": with_sheet(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "100 MB of blanks": with_sheet(" " * 100_000_000),
    "300 MB in parts": with_parts(lambda: {f"xl/media/{n}": bytes(60_000_000) for n in range(5)}),
    "a size that lies": lying_size,
    "members that share their bytes": overlapping,
    "2,001 members": many_members,
    "a member outside": beside("../../evil.xml"),
    "a member at the root": beside("/etc/evil.xml"),
    "a billion laughs": with_sheet(
        f'<row r="1"><c t="str"><v>&{"j"};</v></c></row>',
        before="<!DOCTYPE x [<!ENTITY a 'ha'>"
        + "".join(f"<!ENTITY {n} '{('&' + p + ';') * 10}'>" for p, n in zip("abcdefghi", "bcdefghij", strict=True))
        + "]>",
    ),
    "an entity behind 100 kB of comments": with_sheet(
        BOOK, before=f"<!--{noise(100_000)}--><!DOCTYPE x [<!ENTITY a 'b'>]>"
    ),
    "an external entity": with_sheet(BOOK, before='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    "1.2 million empty rows": lambda path: void(
        a_package(path, {SHEET: sheet_xml("".join(f'<row r="{n}"/>' for n in range(1, 1_200_000)))})
    ),
    "a sheet formatted to its last row": with_sheet(
        BOOK + "".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(3, 1_048_577))
    ),
    "20 rows of 16,384 headings": with_sheet(
        "".join(row_xml(n, *["Ngày, số " + noise(6, c) for c in range(16_384)]) for n in range(1, 21))
    ),
    "100,000 levels": with_sheet("<a>" * 100_000 + "</a>" * 100_000),
    "a row at infinity": with_sheet('<row r="1e999"><c><v>1</v></c></row>'),
    "a row far below": with_sheet(BOOK + '<row r="99999999999"><c><v>1</v></c></row>'),
    "a column far right": with_sheet('<row r="1"><c r="ZZZZZZZZZ1"><v>1</v></c></row>'),
    "a number of 100,000 digits": with_sheet(f'<row r="1"><c><v>{"9" * 100_000}</v></c></row>'),
    "a text that is not there": with_sheet('<row r="1"><c t="s"><v>7</v></c></row>'),
    "200,000 merged ranges": with_sheet(
        BOOK,
        behind="<mergeCells>"
        + "".join(f'<mergeCell ref="A{n}:A{n + 1}"/>' for n in range(1, 200_001))
        + "</mergeCells>",
    ),
    "60,000 styles": with_parts(
        lambda: {
            "xl/styles.xml": PARTS["xl/styles.xml"].replace(
                "/>", "><cellXfs>" + "".join(f'<xf fontId="{n}"/>' for n in range(60_000)) + "</cellXfs></styleSheet>"
            )
        }
    ),
    "500,000 texts": with_parts(
        lambda: {
            "xl/sharedStrings.xml": PARTS["xl/sharedStrings.xml"].replace(
                "/>", ">" + "".join(f"<si><t>{n}</t></si>" for n in range(500_000)) + "</sst>"
            )
        }
    ),
    "5,000 sheets": with_parts(
        lambda: {
            "xl/workbook.xml": PARTS["xl/workbook.xml"].replace(
                "</sheets>",
                "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(2, 5_000)) + "</sheets>",
            )
        }
    ),
    "OpenDocument: a row 16 million times": lambda path: void(
        an_ods(path, [GOOD], extra=REPEATED.format(rows=16_000_000, columns=16_384, content='table:x="1"'))
    ),
    "OpenDocument: 98 million cells": lambda path: void(
        an_ods(
            path,
            [GOOD],
            extra=REPEATED.format(rows=98_000, columns=1_000, content='office:value-type="float" office:value="1"'),
        )
    ),
    "60 MB of nothing": sparse_file,
    "CSV: ten million separators": lambda path: void(path.write_bytes(b"," * 10_000_000)),
    "CSV: one cell of 20 MB": lambda path: void(path.write_bytes(b'STT,"' + b"x" * 20_000_000)),
    "CSV: no end of quotes": lambda path: void(path.write_bytes(b'"' * 5_000_001)),
    "JSON: 200,000 levels": lambda path: void(path.write_bytes(b"[" * 200_000)),
    "JSON: a number of a million digits": lambda path: void(
        path.write_bytes(b'[{"title": ' + b"9" * 1_000_000 + b"}]")
    ),
}
HARMLESS = {"60,000 styles", "500,000 texts", "a sheet formatted to its last row"}
"""Odd, but they can be read in time; every other one is refused."""


def name_of(bomb: str) -> str:
    return {"OpenDocument": "so.ods", "CSV": "so.csv", "JSON": "so.json"}.get(bomb.split(":")[0], "so.xlsx")


def processor_seconds() -> float:
    """Used so far by ended children; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_crafted_file_is_refused_and_the_program_lives_on(tmp_path: Path, bomb: str) -> None:
    path = tmp_path / name_of(bomb)
    BOMBS[bomb](path)
    before = processor_seconds()
    if bomb in HARMLESS:
        assert len(read(path, "tasks", today=TODAY).rows) == 1
    else:
        with pytest.raises(Refused) as refused:
            read(path, "tasks", today=TODAY)
        assert refused.value.code.startswith("exchange.")
    assert processor_seconds() - before <= 5


def test_the_child_gets_no_more_memory_than_it_may() -> None:
    program = "from tracker.exchange import limits; limits.restrict(5); bytearray(600_000_000)"
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode != 0
    assert "MemoryError" in ended.stderr


def test_the_child_gets_no_more_time_than_it_may() -> None:
    program = "from tracker.exchange import limits; limits.restrict(1)\nwhile True: pass"
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=False, timeout=60)
    assert ended.returncode != 0


def test_a_module_beside_the_users_file_is_never_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python looks first where it was started; a folder of downloads may hold an openpyxl.py."""
    for name in ("openpyxl.py", "json.py", "tracker.py"):
        (tmp_path / name).write_text("raise SystemExit('hijacked')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    a_task_book(tmp_path / "so.xlsx", GOOD)
    assert len(read(Path("so.xlsx"), "tasks", today=TODAY).rows) == 1


def seeds_of_damage(folder: Path) -> list[Path]:
    """Sound files of every kind."""
    sound = [
        *sorted(SAMPLES.glob("*.xlsx")),
        an_xls(folder / "a.xls", [HEADINGS, GOOD]),
        an_ods(folder / "a.ods", [HEADINGS, GOOD]),
    ]
    (folder / "a.csv").write_text(
        "STT;Nội dung;Người thực hiện;Hạn;Sản phẩm\n1;Lập kế hoạch;CB06;25/9/2026;Kế hoạch\n", encoding="utf-8"
    )
    sound += [folder / "a.csv", a_package(folder / "b.xlsx", {SHEET: sheet_xml(BOOK)})]
    return sound


def damaged_files(tmp_path: Path, count: int, first: int) -> Path:
    (tmp_path / "sound").mkdir()
    (tmp_path / "damaged").mkdir()
    sound = seeds_of_damage(tmp_path / "sound")
    for seed in range(first, first + count):
        source = sound[seed % len(sound)]
        mutations.mutated(source, seed, tmp_path / "damaged" / f"{seed:06d}{source.suffix}")
    return tmp_path / "damaged"


def assert_each_is_survived(folder: Path) -> None:
    command = [sys.executable, "-m", "tests.exchange.mutations", str(folder)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    told = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [each["name"] for each in told] == sorted(path.name for path in folder.iterdir())
    # A traceback is a fault of ours; a signal is calamine's abort or a limit, which the program survives.
    assert [each for each in told if each["status"] > 0] == []
    unfinished = [
        each for each in told if each["status"] == 0 and not each["last"].startswith(('{"end"', '{"refused"'))
    ]
    assert unfinished == []
    assert max(each["seconds"] for each in told) <= mutations.CPU_SECONDS
    # The damage is of every kind: some files are read all the same, most are refused.
    assert {each["last"].startswith('{"end"') for each in told} == {True, False}


@pytest.mark.skipif(sys.platform == "win32", reason="forks; the crafted files go through the real child there too")
def test_three_hundred_damaged_files(tmp_path: Path) -> None:
    assert_each_is_survived(damaged_files(tmp_path, 300, first=1))


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_two_thousand_damaged_files(tmp_path: Path) -> None:
    assert_each_is_survived(damaged_files(tmp_path, 2_000, first=1_000))


def test_damaged_files_through_the_real_child(tmp_path: Path) -> None:
    for path in sorted(damaged_files(tmp_path, 14, first=500_000).iterdir()):
        assert outcome(path) in ("read", path.name)


@pytest.mark.parametrize("seed", [1_445, 2_789, 2_817])
def test_a_panic_of_the_parser_is_a_file_that_cannot_be_read(tmp_path: Path, seed: int) -> None:
    """Found by the two thousand: calamine panicked, which is no Exception in Python."""
    (path,) = damaged_files(tmp_path, 1, first=seed).iterdir()
    with pytest.raises(Refused, match=r"exchange\.unreadable"):
        read(path, "tasks", today=TODAY)


def outcome(path: Path) -> object:
    """ "read", or the name of the file that the refusal tells."""
    try:
        read(path, "tasks", today=TODAY)
    except Refused as refused:
        return refused.parameters["file"]
    return "read"


def test_an_answer_that_breaks_off_is_unreadable() -> None:
    from tracker.domain.book import What
    from tracker.exchange.faults import Fault
    from tracker.exchange.reading import take

    head = b'{"sheet":"S","header_row":1,"columns":{},"ignored":[],"encoding":"unicode","examples":[]}\n'
    answers = [
        [],
        [head],
        [head, b'{"row":1,"nonsense":1}\n'],
        [head, b'{"row":1,"title":[]}\n'],
        [head, b'{"row":1'],
        [b"x\n"],
        [b"[]\n"],
    ]
    for answer in answers:
        with pytest.raises(Fault, match=r"exchange\.unreadable"):
            take(What.TASKS, iter(answer))
