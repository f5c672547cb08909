"""What Ctrl+K leads to: tasks, people, units, pages, reports and commands, found by words without accents.

What is few is held in memory while the palette is open; tasks are asked of the store, a handful at a time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.text import fold
from tracker.store import listing, tasks
from tracker.store.listing import Row, Wanted
from tracker.ui import wording

if TYPE_CHECKING:
    from tracker.store import Store
    from tracker.ui.desk import Desk
    from tracker.ui.window import Window

TASKS, OTHERS = 7, 5
"""How many tasks are offered, and how many of each other kind."""
_RANK = ("official", "page", "view", "unit", "report", "command")
"""The order of the kinds where words fit several."""

_OPENING = re.compile(r"(^|\s)[^\w\s]+(?=\w)")
"""A bracket or quotation mark before a word: nobody types it."""


class Place(NamedTuple):
    """Something to go to or to do."""

    key: str
    """By which it is remembered: "task:NV06", "page:today"."""
    kind: str
    """The word for what it is."""
    title: str
    detail: str
    folded: str
    go: Callable[[], object]


def fixed(desk: Desk, window: Window) -> list[Place]:
    """All but the tasks, in the order in which kinds are offered."""
    return [*_pages(desk), *_commands(desk, window), *_reports(desk), *_people(desk), *_units(desk)]


def matching(places: list[Place], typed: str) -> list[Place]:
    """Those of which every word typed begins a word; few of each kind, those that begin so first."""
    words = fold(typed).split()
    hits = [each for each in places if all(f" {word}" in f" {each.folded}" for word in words)]
    hits.sort(key=lambda each: (not each.folded.startswith(fold(typed)), _RANK.index(each.key.partition(":")[0])))
    taken: dict[str, int] = {}
    found = []
    for each in hits:
        taken[each.kind] = taken.get(each.kind, 0) + 1
        if taken[each.kind] <= OTHERS:
            found.append(each)
    return found


def find_tasks(desk: Desk, typed: str, answer: Callable[[list[Place]], object]) -> None:
    """Have the tasks found whose number, title, product or owner has the words typed; the one of that number first.

    A thread reads them: whoever types never waits for the store.
    """
    wanted, today = fold(typed), desk.today

    def question(store: Store, _: object) -> list[Row]:
        found = listing.page(store, Wanted(search=wanted), today, sort="state", limit=TASKS)
        return sorted(found, key=lambda row: fold(row.number) != wanted)

    desk.reading.ask("palette", question, lambda found: answer([_task(desk, row) for row in found]), urgent=True)


def remembered(desk: Desk, keys: list[str], places: list[Place]) -> list[Place]:
    """The places of some keys in their order; what is not there any more is left out."""
    known = {each.key: each for each in places}
    numbers = [key.partition(":")[2] for key in keys if key.startswith("task:")]
    there = [tasks.by_number(desk.store, number).id for number in numbers if tasks.exists(desk.store, number)]
    known |= {f"task:{row.number}": _task(desk, row) for row in desk.rows(list(there))}
    return [known[key] for key in keys if key in known]


def _task(desk: Desk, row: Row) -> Place:
    detail = " · ".join(filter(None, (row.owner_name, wording.status(desk.words, row))))
    return Place(
        f"task:{row.number}",
        desk.text("Task"),
        f"{row.number}  {row.title}",
        detail,
        "",
        partial(desk.go, "tasks", task=row.id),
    )


def _place(key: str, kind: str, title: str, go: Callable[[], object], detail: str = "", also: str = "") -> Place:
    folded = fold(f"{title} {detail} {also}")
    return Place(key, kind, title, detail, _OPENING.sub(r"\1", folded), go)


def _pages(desk: Desk) -> list[Place]:
    from tracker.ui.navigation import PLACES, page_name, view_names

    kind = desk.text("Page")
    pages = [
        _place(f"page:{page}", kind, page_name(desk, page), partial(desk.go, page), f"Alt+{at}")
        for at, page in enumerate(PLACES, start=1)
    ]
    views = [
        _place(f"view:{view}", desk.text("View"), name, partial(desk.go, "tasks", view=view))
        for view, name in view_names(desk).items()
    ]
    return [*pages, *views]


def _commands(desk: Desk, window: Window) -> list[Place]:
    kind = desk.text("Command")
    commands: list[tuple[str, str, Callable[[], object], str]] = [
        ("assign", desk.text("Assign a task"), lambda: desk.go("tasks", assign=True), "Ctrl+N"),
        ("round", desk.text("Update many tasks at once (clerk's round)"), lambda: desk.go("round"), ""),
        ("import-tasks", desk.text("Import a book of tasks"), lambda: desk.go("import", what="tasks"), ""),
        ("import-officials", desk.text("Import a list of officials"), lambda: desk.go("import", what="officials"), ""),
        ("import-units", desk.text("Import a list of units"), lambda: desk.go("import", what="units"), ""),
        ("export-tasks", desk.text("Export the list of tasks to Excel"), lambda: _export(desk, window), ""),
        ("find", desk.text("Search all tasks"), lambda: desk.go("tasks", view="all", find=True), "Ctrl+Shift+F"),
        ("recalled", desk.text("Recalled tasks"), lambda: _recalled(desk), ""),
        ("history", desk.text("What was done lately"), lambda: _history(desk, window), ""),
        ("person", desk.text("Choose who acts here"), desk.ask_person, ""),
        ("backup", desk.text("Back up now"), lambda: desk.go("settings", part="backups"), ""),
        ("calendar", desk.text("Days off and make-up days"), lambda: desk.go("settings", part="calendar"), ""),
        ("look", desk.text("Theme, text size, language"), lambda: desk.go("settings", part="look"), ""),
        ("fold", desk.text("Shut or open the navigation"), window.fold_navigation, "Ctrl+B"),
        ("again", desk.text("Read everything anew"), desk.turned.emit, "F5"),
        ("help", desk.text("Guide"), lambda: _help(desk, window), "F1"),
    ]
    return [_place(f"command:{key}", kind, title, deed, keys) for key, title, deed, keys in commands]


def _export(desk: Desk, window: Window) -> None:
    from tracker.ui.pages.tasks.page import TasksPage

    desk.go("tasks")
    page = window.current
    if isinstance(page, TasksPage):
        page.export_list()


def _recalled(desk: Desk) -> None:
    """What was taken back stays to be seen."""
    from tracker.store import listing

    wanted = listing.Wanted(states=("recalled",))
    desk.go("tasks", ids=frozenset(listing.ids(desk.store, wanted, desk.today)), name=desk.text("Recalled tasks"))


def _history(desk: Desk, window: Window) -> None:
    from tracker.ui.undo import open_history

    open_history(desk, window)


def _help(desk: Desk, window: Window) -> None:
    from tracker.ui.guide import open_guide

    open_guide(desk, window, window.current.guide)


def _reports(desk: Desk) -> list[Place]:
    from tracker.papers.kinds import KINDS

    kind = desk.text("Report")
    return [
        _place(f"report:{each}", kind, report.title(desk.words), partial(desk.go, "reports", kind=each))
        for each, report in KINDS.items()
    ]


def _people(desk: Desk) -> list[Place]:
    from tracker.ui.widgets.people import candidates

    kind = desk.text("Official")
    return [
        _place(
            f"official:{each.code}",
            kind,
            each.name,
            partial(desk.go, "officials", official=each.id),
            f"{each.post}, {each.unit}",
            each.code,
        )
        for each in candidates(desk)
    ]


def _units(desk: Desk) -> list[Place]:
    kind = desk.text("Unit")
    return [
        _place(f"unit:{each.id}", kind, each.name, partial(desk.go, "units", unit=each.id)) for each in desk.units()
    ]
