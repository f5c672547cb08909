"""The journal page by page: newest first, each filter, nothing twice and nothing left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.builders import Office, an_office, day
from tracker.store import journal_list
from tracker.store.journal_list import Wanted


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = an_office(tmp_path / "data", "UBND", "VP")
    made.add_official("CB01", "UBND")
    made.add_official("CB02", "VP")
    made.assign("NV01", "CB02", day("1/7"), day("10/7"))
    made.assign("NV02", "CB02", day("2/7"), day("20/7"))
    made.start("NV01", day("3/7"))
    made.chase("NV02", day("4/7"), "Báo cáo đã quá hạn, đề nghị khẩn trương")
    yield made
    made.close()


def numbers(office: Office, wanted: Wanted) -> list[int]:
    return [action.number for action in journal_list.page(office.store, wanted, None, 100).actions]


def test_pages_follow_one_another_without_a_gap(office: Office) -> None:
    whole = numbers(office, Wanted())
    first = journal_list.page(office.store, Wanted(), None, 3)
    second = journal_list.page(office.store, Wanted(), first.below, 3)
    last = journal_list.page(office.store, Wanted(), second.below, 100)

    assert whole == sorted(whole, reverse=True)
    assert [action.number for page in (first, second, last) for action in page.actions] == whole
    assert last.below is None


def test_filtered_pages_follow_one_another_too(office: Office) -> None:
    wanted = Wanted(official=office.actor.official)
    whole = numbers(office, wanted)
    found: list[int] = []
    below = None
    for _ in whole:
        page = journal_list.page(office.store, wanted, below, 1)
        found += [action.number for action in page.actions]
        below = page.below

    assert found == whole


def test_a_page_is_filled_from_as_many_reads_as_it_takes(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = Wanted(verb="task.assign")
    whole = numbers(office, wanted)
    monkeypatch.setattr(journal_list, "AT_ONCE", 2)

    assert numbers(office, wanted) == whole
    assert len(whole) == 2


def test_a_search_tells_what_it_found_so_far(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = numbers(office, Wanted(verb="unit.add"))
    monkeypatch.setattr(journal_list, "AT_MOST", 3)
    monkeypatch.setattr(journal_list, "AT_ONCE", 1)

    found, below, pages = [], None, 0
    while pages == 0 or below is not None:
        page = journal_list.page(office.store, Wanted(verb="unit.add"), below, 100)
        found += page.actions
        below, pages = page.below, pages + 1

    every = list(dict.fromkeys(action.number for action in found))
    assert every == whole, "an action may be met by two pages"
    assert pages > 2


def test_an_action_tells_its_size_and_its_days(office: Office) -> None:
    chased = journal_list.page(office.store, Wanted(verb="task.chase"), None, 1).actions[0]

    assert (chased.size, chased.records, chased.days) == (2, 1, ("2026-07-04", "2026-07-04"))
    assert chased.last == chased.entries[-1].seq
    assert chased.undone_by is None


def test_a_very_long_action_is_not_looked_through(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_list, "MANY", 1)

    chased = journal_list.page(office.store, Wanted(verb="task.chase"), None, 1).actions[0]

    assert (chased.size, chased.records, chased.days) == (2, None, None)
    assert chased.last == chased.entries[-1].seq


def test_the_filter_of_a_task_finds_its_events_too(office: Office) -> None:
    task = office.task("NV02").id

    assert verbs(office, Wanted(task=task)) == ["task.chase", "task.assign"]


def test_words_are_found_without_accents_in_reasons_and_values(office: Office) -> None:
    assert len(numbers(office, Wanted(search="de nghi khan truong"))) == 1
    assert len(numbers(office, Wanted(search="nv01"))) >= 1
    assert numbers(office, Wanted(search="khong co o dau ca")) == []


def verbs(office: Office, wanted: Wanted) -> list[str]:
    return [action.entries[0].verb for action in journal_list.page(office.store, wanted, None, 100).actions]


def test_days_are_the_declared_and_the_recorded_ones(office: Office) -> None:
    in_july = Wanted(declared_from=date(2026, 7, 3), declared_to=date(2026, 7, 4))
    assert verbs(office, in_july) == ["task.chase", "task.start"]

    assert numbers(office, Wanted(recorded_from=date(2026, 9, 29), recorded_to=date(2026, 10, 1)))
    assert numbers(office, Wanted(recorded_from=date(2999, 12, 31))) == []
    assert numbers(office, Wanted(recorded_to=date(1, 1, 1))) == []


def test_who_finds_what_was_recorded_for_a_person_too(office: Office) -> None:
    with office.store.change(office.actor, "task.progress", behalf=office.officials["CB02"].id) as change:
        change.save(replace(office.task("NV01"), percent=50))

    assert verbs(office, Wanted(official=office.officials["CB02"].id)) == ["task.progress"]
    assert numbers(office, Wanted(official=4711)) == []
