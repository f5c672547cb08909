"""The sample office: its units, people and forty tasks, made through the real actions of those who are named.

The content is data (resources/sample/*.toml). Every event is acted by the person it names on its own day, in the order
of the days, so that the journal reads like a year's; the recording time is the machine's, as always. The office is
marked by two settings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.machine import actor_on
from tracker.sample import files

if TYPE_CHECKING:
    from tracker.domain.new_task import NewCoordinator
    from tracker.domain.officials import Actor, OfficialId
    from tracker.domain.tasks import Task
    from tracker.domain.units import UnitId
    from tracker.store import Store

Facts = Mapping[str, Any]
SETTLED_ON = date(2025, 7, 1)
"""Since when posts hold that say nothing else: the two-level government began."""
BEGUN_ON = date(2026, 7, 1)
"""Day on which the office began to use the program."""


def make(store: Store, scratch: Path, progress: Callable[[int, int], None]) -> date:
    """Fill an empty data folder with the sample office and return its own day. `scratch` takes the files until they are
    filed.
    """
    office, book = read("office.toml"), read("tasks.toml")
    people = _People(store)
    _office(store, people, office)
    lives = _Lives(store, people, book["coefficients"], scratch)
    events = sorted(_events(book["task"]), key=lambda event: event[0])
    for number, (_, task, event) in enumerate(events):
        progress(number, len(events))
        lives.play(task, event)
    return mark(store, people.acting("CB01", office["day"]), office["day"])


def mark(store: Store, actor: Actor, day: date) -> date:
    """Mark an office as a sample with a day of its own."""
    from tracker.actions import office

    office.set_setting(store, actor, "sample", "1")
    office.set_setting(store, actor, "sample_day", day.isoformat())
    return day


def read(name: str) -> dict[str, Any]:
    """A table of the sample's content."""
    import tomllib

    from tracker.resource import resource

    with resource(f"sample/{name}").open("rb") as file:
        return tomllib.load(file)


def _events(tasks: list[Facts]) -> list[tuple[date, Facts, Facts | None]]:
    """Each task's assignment (None) and the events of its life, with their days."""
    found: list[tuple[date, Facts, Facts | None]] = []
    for task in tasks:
        found.append((task["assigned_on"], task, None))
        found += [(event["on"], task, event) for event in task["life"]]
    return found


class _People:
    """Officials and units by code."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._officials: dict[str, OfficialId] = {}
        self._units: dict[str, UnitId] = {}

    def official(self, code: str) -> OfficialId:
        from tracker.store import officials

        if code not in self._officials:
            self._officials[code] = officials.by_code(self.store, code).id
        return self._officials[code]

    def unit(self, code: str) -> UnitId:
        from tracker.store import units

        if code not in self._units:
            self._units[code] = units.by_code(self.store, code).id
        return self._units[code]

    def acting(self, code: str, day: date) -> Actor:
        """That official, acting on that day."""
        return actor_on(self.official(code), day)


# --- the office -------------------------------------------------------------------------------------------------------


def _office(store: Store, people: _People, facts: Facts) -> None:
    from tracker.actions import office, rights, units
    from tracker.actions import people as posts
    from tracker.domain.officials import AppointmentId, Employment, OfficialId, Right
    from tracker.domain.units import UnitKind

    own = dict(facts["office"])
    valid_from = own.pop("valid_from")
    office.found_office(store, actor_on(OfficialId(1), BEGUN_ON), **{**own, "kind": UnitKind(own["kind"])})
    head = people.acting(own["head_code"], BEGUN_ON)
    units.edit_unit(store, head, people.unit(own["code"]), {"valid_from": valid_from})
    posts.edit_appointment(
        store, head, AppointmentId(1), {"starts_on": SETTLED_ON, "employment": Employment.ELECTED, "leader": True}
    )
    for unit in facts["units"]:
        _unit(store, people, head, unit)
    for official in facts["officials"]:
        _official(store, people, head, official)
    for right in facts["rights"]:
        unit_id = people.unit(right["unit"]) if "unit" in right else None
        rights.grant(store, head, people.official(right["official"]), Right(right["right"]), unit_id)


def _unit(store: Store, people: _People, head: Actor, facts: Facts) -> None:
    from tracker.actions import units
    from tracker.domain.units import UnitKind

    fields: Any = {name: value for name, value in facts.items() if name not in ("code", "name")}
    fields["kind"] = UnitKind(fields["kind"])
    fields.setdefault("parent", None)
    for name in ("parent", "successor"):
        if fields.get(name):
            fields[name] = people.unit(fields[name])
    units.add_unit(store, head, facts["code"], facts["name"], fields)


def _official(store: Store, people: _People, head: Actor, facts: Facts) -> None:
    from tracker.actions import people as posts
    from tracker.domain.officials import Employment, Standing

    posts.add_official(store, head, facts["code"], facts["name"], given_name=facts.get("given_name"))
    for post in facts["posts"]:
        standing = Standing(post.get("standing", "member"))
        posts.appoint(
            store,
            head,
            people.official(facts["code"]),
            people.unit(post["unit"]),
            post["title"],
            {
                "standing": standing,
                "employment": Employment(post.get("employment", "civil_servant")),
                "field": post.get("field"),
                "starts_on": post.get("from", SETTLED_ON),
                "ends_on": post.get("to"),
            },
        )


# --- the tasks --------------------------------------------------------------------------------------------------------


class _Lives:
    """Plays what happened to the tasks."""

    def __init__(self, store: Store, people: _People, coefficients: Facts, scratch: Path) -> None:
        self.store = store
        self.people = people
        self.coefficients = coefficients
        self.scratch = scratch

    def play(self, task: Facts, event: Facts | None) -> None:
        """Assign a task, or let one thing happen to it."""
        if event is None:
            self._assign(task)
        else:
            _DO[event["do"]](self, self._task(task), event)

    def _task(self, facts: Facts) -> Task:
        from tracker.store import tasks

        return tasks.by_number(self.store, facts["number"])

    def _assign(self, facts: Facts) -> None:
        from decimal import Decimal

        from tracker.actions import tasks
        from tracker.domain.new_task import NewTask
        from tracker.domain.tasks import Secrecy, SourceKind, Urgency

        named = ("number", "title", "product", "complexity", "field", "due_on", "deadline_days", "no_deadline_reason")
        said: dict[str, Any] = {name: facts[name] for name in named if name in facts}
        said |= {
            name: facts[name]
            for name in ("quantity", "public_concern", "source_summary", "source_issuer")
            if name in facts
        }
        if "source_kind" in facts:
            said["source_kind"] = SourceKind(facts["source_kind"])
        new = NewTask(
            **said,
            owner=self.people.official(facts["owner"]),
            assigner=self.people.official(facts["assigner"]),
            coordinators=tuple(self._coordinator(each) for each in facts.get("coordinators", ())),
            source_number=facts.get("source"),
            source_on=facts.get("source_on"),
            urgency=Urgency(facts.get("urgency", "normal")),
            secrecy=Secrecy(facts.get("secrecy", "normal")),
            coefficient=Decimal(self.coefficients[facts["complexity"]]),
        )
        tasks.add(self.store, self.people.acting(facts.get("by", facts["assigner"]), facts["assigned_on"]), new)

    def _coordinator(self, facts: str | Facts) -> NewCoordinator:
        from tracker.domain.new_task import NewCoordinator

        if isinstance(facts, str):
            known = facts.startswith("CB")
            return NewCoordinator(official=self.people.official(facts)) if known else NewCoordinator(name=facts)
        return NewCoordinator(official=self.people.official(facts["who"]), part=facts["part"], due_on=facts["due_on"])

    def owner(self, task: Task, event: Facts) -> Actor:
        """Whoever works: named, or the owner."""
        return self._acting(event, task.owner)

    def assigner(self, task: Task, event: Facts) -> Actor:
        """Whoever decides: named, or the assigner."""
        return self._acting(event, task.assigner)

    def _acting(self, event: Facts, official: OfficialId | None) -> Actor:
        assert official is not None, "every task of the sample has an owner and an assigner"
        return self.people.acting(event["by"], event["on"]) if "by" in event else actor_on(official, event["on"])

    def start(self, task: Task, event: Facts) -> None:
        from tracker.actions import work

        work.start(self.store, self.owner(task, event), task.id)

    def progress(self, task: Task, event: Facts) -> None:
        from tracker.actions import work

        actor = self.owner(task, event)
        told = {name: event.get(name) for name in ("note", "obstacle")}
        work.progress(self.store, actor, task.id, event["percent"], **told)
        if "files" in event:
            work.add_evidence(self.store, actor, task.id, self._files(task, event), dated_on=event["on"])

    def submit(self, task: Task, event: Facts) -> None:
        from tracker.actions import work

        work.submit(
            self.store,
            self.owner(task, event),
            task.id,
            product_number=event.get("product_number"),
            product_on=event.get("product_on"),
            files=self._files(task, event),
            note=event.get("note"),
        )

    def _files(self, task: Task, event: Facts) -> list[Path]:
        written = [f"{task.number}. {task.title}", event.get("note", ""), event["on"].strftime("%d/%m/%Y")]
        content = [line for line in written if line]
        return [files.write(self.scratch / name, content) for name in event.get("files", ())]

    def confirm(self, task: Task, event: Facts) -> None:
        from tracker.actions import decisions

        decisions.confirm(
            self.store,
            self.assigner(task, event),
            task.id,
            faults=event.get("faults", 0),
            objective_cause=event.get("objective_cause"),
        )

    def return_(self, task: Task, event: Facts) -> None:
        from tracker.actions import decisions

        decisions.return_(self.store, self.assigner(task, event), task.id, reason=event["reason"])

    def pause(self, task: Task, event: Facts) -> None:
        from tracker.actions import decisions

        decisions.pause(self.store, self.assigner(task, event), task.id, **_said(event))

    def recall(self, task: Task, event: Facts) -> None:
        from tracker.actions import tasks

        tasks.recall(self.store, self.assigner(task, event), task.id, **_said(event))

    def chase(self, task: Task, event: Facts) -> None:
        from tracker.actions import chases

        chases.chase(self.store, self.assigner(task, event), task.id, **_said(event))

    def hand_over(self, task: Task, event: Facts) -> None:
        from tracker.actions import hand_overs

        to = self.people.official(event["to"])
        hand_overs.hand_over(self.store, self.assigner(task, event), task.id, to, **_said(event))

    def ask(self, task: Task, event: Facts) -> None:
        from tracker.actions import extensions

        extensions.ask(self.store, self.owner(task, event), task.id, event["due_on"], **_said(event))

    def decide(self, task: Task, event: Facts) -> None:
        from tracker.actions import extensions

        extensions.decide(self.store, self.assigner(task, event), task.id, approve=event["approve"], **_said(event))

    def answer(self, task: Task, event: Facts) -> None:
        from tracker.actions import work

        written = event["coordinator"]
        known = written.startswith("CB")
        who: OfficialId | str = self.people.official(written) if known else written
        actor = self.people.acting(written if known else "CB08", event["on"])
        work.answer(self.store, actor, task.id, who, event["text"])

    def explain(self, task: Task, event: Facts) -> None:
        from tracker.actions import work
        from tracker.domain.events import CauseKind

        work.explain(
            self.store,
            self.owner(task, event),
            task.id,
            CauseKind(event["cause"]),
            event["text"],
            remedy=event.get("remedy"),
            obstacle=event.get("obstacle"),
            coordinator=self.people.official(event["coordinator"]) if "coordinator" in event else None,
        )

    def accept(self, task: Task, event: Facts) -> None:
        from tracker.actions import decisions

        decisions.accept(
            self.store,
            self.assigner(task, event),
            task.id,
            document=event.get("document"),
            document_on=event.get("document_on"),
        )


def _said(event: Facts) -> dict[str, Any]:
    return {name: event[name] for name in ("reason", "basis", "basis_on") if name in event}


_DO: dict[str, Callable[[_Lives, Task, Facts], None]] = {
    "start": _Lives.start,
    "progress": _Lives.progress,
    "submit": _Lives.submit,
    "confirm": _Lives.confirm,
    "return": _Lives.return_,
    "pause": _Lives.pause,
    "recall": _Lives.recall,
    "chase": _Lives.chase,
    "hand_over": _Lives.hand_over,
    "ask": _Lives.ask,
    "decide": _Lives.decide,
    "answer": _Lives.answer,
    "explain": _Lives.explain,
    "accept": _Lives.accept,
}
"""The word in the book of lives → what it does."""
