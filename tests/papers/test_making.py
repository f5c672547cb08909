"""A run over many reports: several processes, one state of the data, whole files, nothing left where it is given up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders import Office, an_actor, an_office, day
from tracker import machine
from tracker.domain.errors import Refused, Unavailable
from tracker.domain.officials import Standing
from tracker.domain.periods import parse
from tracker.papers.asked import Asked
from tracker.papers.made import Filed, Format
from tracker.papers.making import file, make_all, placed

if TYPE_CHECKING:
    from tracker.domain.officials import Actor

TODAY = day("30/9")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A ward with five units, of which the last has no head."""
    made = an_office(tmp_path / "data", "UBND", "A", "B", "C", "D", "E")
    for code in ("UBND", "A", "B", "C", "D"):
        made.add_official(f"CB-{code}", code, standing=Standing.HEAD)
        made.assign(f"NV-{code}", f"CB-{code}", on=day("1/7"), due_on=day("25/9"))
    return made


def printing(office: Office) -> Actor:
    """Whoever prints, as another process can be told of: with the machine's own clock."""
    return replace(an_actor(office.officials["CB-UBND"].id, TODAY), clock=machine.clock)


def run(office: Office, folder: Path, kind: str = "accountability", **more: object) -> tuple[Filed, ...]:
    folder.mkdir()
    steps: list[tuple[int, int]] = []
    asked = Asked(kind, unit=office.units["UBND"].id, period=parse("2026-Q3"))
    actor = printing(office)
    told = make_all(
        office.store,
        asked,
        TODAY,
        actor,
        folder,
        lambda *step: steps.append(step),
        **more,  # type: ignore[arg-type]
    )
    assert steps == [(done, steps[0][1]) for done in range(steps[0][1] + 1)]
    return told


def test_each_unit_has_its_file_in_the_order_of_the_units(office: Office, tmp_path: Path) -> None:
    told = run(office, tmp_path / "out")
    assert [each.whose for each in told] == [office.units[code].name for code in ("UBND", "A", "B", "C", "D", "E")]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(each.name for each in told if each.name)
    assert all(path.read_bytes().startswith(b"%PDF") for path in (tmp_path / "out").iterdir())


def test_several_kinds_in_one_run(office: Office, tmp_path: Path) -> None:
    told = run(office, tmp_path / "out", kinds=("overdue", "workload"))
    assert [each.name.partition("_")[0] for each in told if each.name] == ["QH"] * 5 + ["KL"] * 5


def test_why_a_unit_has_none_is_told_in_its_place(office: Office, tmp_path: Path) -> None:
    *others, last = run(office, tmp_path / "out")
    assert last.error is not None
    assert last.error.code == "figures.no_head"
    assert all(each.error is None for each in others)


def test_they_are_the_same_bytes_as_one_by_one(office: Office, tmp_path: Path) -> None:
    told = run(office, tmp_path / "out")
    asked = Asked("accountability", unit=office.units["C"].id, period=parse("2026-Q3"))
    (tmp_path / "one").mkdir()
    actor = printing(office)
    (alone,) = file(office.store, "C", asked, TODAY, actor, tmp_path / "one", (Format.PDF,))
    assert alone.name == told[3].name
    assert (tmp_path / "one" / alone.name).read_bytes() == (tmp_path / "out" / alone.name).read_bytes()


def test_each_official_of_the_unit_has_a_sheet_in_each_format(office: Office, tmp_path: Path) -> None:
    told = run(office, tmp_path / "out", "official", forms=(Format.PDF, Format.WORD))
    assert len(told) == 10
    assert {Path(each.name).suffix for each in told} == {".pdf", ".docx"}
    assert len(list((tmp_path / "out").iterdir())) == 10


def test_a_run_that_was_given_up_leaves_nothing(office: Office, tmp_path: Path) -> None:
    asked = Asked("accountability", unit=office.units["C"].id, period=parse("2026-Q3"))
    actor = printing(office)
    with pytest.raises(Unavailable):
        file(office.store, "C", asked, TODAY, actor, tmp_path / "gone", (Format.PDF,))
    assert not (tmp_path / "gone").exists()


def test_a_whole_run_takes_its_places(tmp_path: Path) -> None:
    """Where one cannot go there it is said, and the others stand."""
    scratch, place = tmp_path / "scratch", tmp_path / "place"
    for folder in (scratch, place, place / "b.pdf"):
        folder.mkdir()
    for name in ("a.pdf", "b.pdf"):
        (scratch / name).write_bytes(b"new")
    (place / "a.pdf").write_bytes(b"old")
    none = Filed("C", error=Refused("figures.no_head"))
    first, second, third = placed((Filed("A", "a.pdf"), Filed("B", "b.pdf"), none), scratch, place.joinpath)
    assert first == Filed("A", "a.pdf")
    assert (place / "a.pdf").read_bytes() == b"new"
    assert second.error is not None
    assert second.error.code == "file.not_written"
    assert third == none
