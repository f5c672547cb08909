"""A copy to read from: it stays as it was taken, and goes."""

from pathlib import Path

from tests.builders import an_office
from tracker.store import units
from tracker.store.snapshot import snapshot


def test_a_copy_stays_as_it_was_taken(tmp_path: Path) -> None:
    office = an_office(tmp_path, "UBND")
    with snapshot(office.store) as copied:
        office.add_unit("VP", parent="UBND")
        assert [unit.code for unit in units.every(copied)] == ["UBND"]
        assert copied.path.exists()
    assert not copied.path.exists()
    assert [unit.code for unit in units.every(office.store)] == ["UBND", "VP"]


def test_writing_goes_on_beside_it(tmp_path: Path) -> None:
    """A reading of the copy is no reading of the file: a commit does not wait."""
    office = an_office(tmp_path, "UBND")
    with snapshot(office.store) as copied, copied.reading():
        units.every(copied)
        office.store.connection.execute("PRAGMA busy_timeout = 0")
        office.add_unit("VP", parent="UBND")
