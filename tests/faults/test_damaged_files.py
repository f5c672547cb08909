"""Bits that flip and files that end early: whatever changes the data is named or the file is refused; never a
traceback, never a file that is made worse.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from tests.store.full_house import full_house
from tracker.cli import main as tracker
from tracker.domain.errors import Damaged, Expected
from tracker.store import FILE, Store
from tracker.store.folder import open_folder
from tracker.store.verify import verify

Content = dict[str, list[tuple[object, ...]]]
HEADER = 100
"""Bytes of SQLite's own header."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes, Content]:
    """An office with a record in every table: its folder, its file, and what the file holds."""
    folder = tmp_path_factory.mktemp("whole") / "data"
    with closing(full_house(folder)) as store:
        held = content(store)
    return folder, (folder / FILE).read_bytes(), held


def content(store: Store) -> Content:
    """Every row of every table, and the schema."""
    tables = store.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    found = {name: store.rows(f"SELECT * FROM {name} ORDER BY 1") for (name,) in tables}
    return found | {"sqlite_schema": store.rows("SELECT type, name, sql FROM sqlite_schema ORDER BY name")}


def outcome(folder: Path, held: Content) -> str:
    """One of "refused", "named", "unchanged", or "unnoticed", which must not be."""
    try:
        with closing(open_folder(folder)) as store:
            if verify(store).findings:
                return "named"
            return "unchanged" if content(store) == held else "unnoticed"
    except Expected:
        return "refused"


def flipped(original: bytes, bit: int) -> bytes:
    damaged = bytearray(original)
    damaged[bit // 8] ^= 1 << bit % 8
    return bytes(damaged)


def test_every_flip_that_changes_data_is_named(whole: tuple[Path, bytes, Content], pytestconfig: pytest.Config) -> None:
    folder, original, held = whole
    many = 20_000 if pytestconfig.getoption("--long") else 400
    chance = Random(2026)
    bits = [chance.randrange(8 * HEADER, 8 * len(original)) for _ in range(many)]
    found = {bit: outcome_of(folder, flipped(original, bit), held) for bit in bits}
    counted = {kind: list(found.values()).count(kind) for kind in sorted(set(found.values()))}
    print(counted)
    assert [bit for bit, kind in found.items() if kind == "unnoticed"] == []
    assert counted["named"] + counted.get("refused", 0) > many // 4


def test_flips_in_every_byte_of_the_header(whole: tuple[Path, bytes, Content], pytestconfig: pytest.Config) -> None:
    folder, original, held = whole
    bits = range(0, 8 * HEADER, 1 if pytestconfig.getoption("--long") else 5)
    found = {bit: outcome_of(folder, flipped(original, bit), held) for bit in bits}
    assert [bit for bit, kind in found.items() if kind == "unnoticed"] == []


def outcome_of(folder: Path, damaged: bytes, held: Content) -> str:
    (folder / FILE).write_bytes(damaged)
    (folder / f"{FILE}-journal").unlink(missing_ok=True)
    return outcome(folder, held)


@pytest.mark.parametrize("command", [["task", "list"], ["journal", "verify"], ["task", "show", "VP-1"]])
def test_no_command_ends_in_a_traceback(
    whole: tuple[Path, bytes, Content], capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    folder, original, _ = whole
    chance = Random(7)
    for _ in range(40):
        (folder / FILE).write_bytes(flipped(original, chance.randrange(8 * len(original))))
        status = tracker(["--data", str(folder), "--lang", "en", "--today", "2026-09-30", *command])
        told = capsys.readouterr().err
        assert status in (0, 1, 3), told
        assert "The program made an error" not in told


def test_a_file_that_ends_early_is_refused_and_left_alone(whole: tuple[Path, bytes, Content]) -> None:
    folder, original, held = whole
    chance = Random(3)
    ends = [*range(0, len(original), 4096)][:: max(1, len(original) // 4096 // 40)]
    for end in [*ends, *(chance.randrange(len(original)) for _ in range(20))]:
        kind = outcome_of(folder, original[:end], held)
        assert kind in ("refused", "named"), end
        if kind == "refused":
            assert (folder / FILE).read_bytes() == original[:end]


def test_a_page_of_zeroes_is_named(whole: tuple[Path, bytes, Content]) -> None:
    folder, original, held = whole
    for page in range(1, len(original) // 4096):
        start = 4096 * page
        zeroed = original[:start] + bytes(4096) + original[start + 4096 :]
        assert outcome_of(folder, zeroed, held) in ("refused", "named", "unchanged"), page


@pytest.mark.parametrize("damage", [b"", b"Bi\xc3\xaan", b"\0" * 22, None])
def test_an_evidence_file_that_is_not_what_was_filed_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], damage: bytes | None
) -> None:
    full_house(tmp_path / "data").close()
    filed, *_ = sorted((tmp_path / "data" / "evidence").iterdir())
    if damage is None:
        filed.unlink()
    else:
        filed.write_bytes(damage)
    assert tracker(["--data", str(tmp_path / "data"), "--lang", "en", "journal", "verify"]) == 3
    told = "".join(capsys.readouterr())
    assert filed.name in told
    assert "Traceback" not in told


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"PK\x03\x04" + bytes(5_000))
    with pytest.raises(Damaged):
        open_folder(tmp_path)
    assert (tmp_path / FILE).read_bytes() == b"PK\x03\x04" + bytes(5_000)
