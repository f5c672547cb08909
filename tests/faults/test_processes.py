"""Programs that are killed while they write, and several that write at once: nothing acknowledged is lost, nobody is
told "database is locked".
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.writer import office
from tracker.store import journal
from tracker.store.folder import open_folder
from tracker.store.verify import verify

ROOT = Path(__file__).resolve().parents[2]
WRITER = (sys.executable, "-m", "tests.faults.writer")


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
@pytest.mark.parametrize("seed", [1, 2])
def test_a_killed_program_loses_nothing_that_was_acknowledged(
    tmp_path: Path, pytestconfig: pytest.Config, seed: int
) -> None:
    cycles = 10_000 if pytestconfig.getoption("--long") else 150
    office(tmp_path / "data").close()
    command = [*WRITER, str(tmp_path / "data"), str(seed), "kill", str(cycles)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.stderr == ""
    found = json.loads(done.stdout)
    print(found)
    assert found["acknowledged"] == found["cycles"] == cycles
    assert found["unfinished"] > 0, "no program was hit in the middle of a transaction: the test proves nothing"
    assert found["lost"] == found["damaged"] == 0


@pytest.mark.parametrize("programs", [2, 4])
def test_several_programs_write_at_once(tmp_path: Path, pytestconfig: pytest.Config, programs: int) -> None:
    actions = 2_000 if pytestconfig.getoption("--long") else 100
    with closing(office(tmp_path / "data")) as store:
        before, number = journal.head(store), store.rows("SELECT max(action) FROM journal")[0][0]
    commands = [[*WRITER, str(tmp_path / "data"), str(seed), str(actions)] for seed in range(programs)]
    pipe = subprocess.PIPE
    writers = [subprocess.Popen(each, cwd=ROOT, stdout=pipe, stderr=pipe, encoding="utf-8") for each in commands]
    told = [writer.communicate() for writer in writers]
    assert [complaint for _, complaint in told] == [""] * programs
    assert [len(acknowledged.split()) for acknowledged, _ in told] == [actions] * programs
    with closing(open_folder(tmp_path / "data")) as store:
        assert store.rows("SELECT max(action) FROM journal")[0][0] == number + programs * actions
        assert journal.head(store)[0] > before[0] + programs * actions
        assert verify(store).whole
