"""A big office for the benchmarks: 100,000 tasks over ten years up to 30/9/2026, about 10,000 of
them touching the last quarter.

Everything goes through the store's one write path, journal included, so that the file is what an office would have
after ten years. The same seed makes the same office.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from tests.builders import a_task, an_appointment, an_official
from tracker.domain import events
from tracker.domain.officials import Actor, Appointment, Official, OfficialId, Standing
from tracker.domain.tasks import Task, TaskId, TaskState
from tracker.domain.units import Unit, UnitId, UnitKind
from tracker.store.folder import create_folder

if TYPE_CHECKING:
    from tracker.store import Change, Store

LAST_DAY = date(2026, 9, 30)
DAYS = 3650
PORTION = 5_000
"""Tasks written in one transaction."""
_DAY = timedelta(days=1)

_DOES = ("Tham mưu", "Xây dựng", "Rà soát", "Báo cáo", "Tổng hợp", "Kiểm tra", "Giải quyết", "Trả lời", "Lập hồ sơ")
_WHAT = ("kế hoạch cải cách hành chính", "danh mục thủ tục hành chính", "kiến nghị của hộ dân", "công trình sai phép")
_WHERE = (
    "trên địa bàn phường",
    "tại tổ dân phố số 7",
    "của các phòng chuyên môn",
    "tại Trung tâm Phục vụ hành chính công",
)
_WHEN = ("quý III", "6 tháng đầu năm", "năm 2026", "tháng 9", "giai đoạn 2021 - 2025")
_PRODUCTS = ("Báo cáo", "Kế hoạch", "Văn bản trả lời", "Dự thảo quyết định", "Biên bản")
_FIELDS = ("đất đai", "tư pháp", "văn hóa", "tài chính", "nội vụ")
_FAMILY = ("Nguyễn Văn", "Trần Thị", "Lê Đức", "Phạm Minh", "Hoàng Thị", "Vũ Quang", "Đặng Hữu", "Bùi Khắc")
_GIVEN = ("Ái", "Ân", "Anh", "Ánh", "Đào", "Đạt", "Điềm", "Ước", "Ý", "Yến", "Hiển", "Khoát", "Lụa", "Nhàn", "Toàn")


def make_big_office(folder: Path, tasks: int = 100_000, seed: int = 1, officials: int = 150, units: int = 20) -> Store:
    """A new data folder with that office in it, opened. Takes about 0.6 ms a task."""
    chance = Random(seed)
    store = create_folder(folder)
    store.connection.execute("PRAGMA synchronous = OFF")  # made in one go, lost in one go
    actor = Actor(OfficialId(1), LAST_DAY, lambda: datetime(2026, 9, 30, 8, tzinfo=UTC), "may-chu", "PC-01")
    with store.change(actor, "init") as change:
        people = _people(change, chance, officials, units)
    for begin in range(0, tasks, PORTION):
        with store.change(actor, "import") as change:
            for number in range(begin, min(begin + PORTION, tasks)):
                _live(change, chance, number + 1, people)
    store.connection.execute("PRAGMA synchronous = EXTRA")
    return store


def _people(change: Change, chance: Random, officials: int, units: int) -> list[OfficialId]:
    top = change.save(Unit(id=UnitId(1), code="UBND", name="Ủy ban nhân dân phường Bạch Liên", kind=UnitKind.WARD))
    for n in range(2, units + 1):
        change.save(Unit(id=UnitId(n), code=f"P{n:02d}", name=f"Phòng chuyên môn số {n}", parent=top.id))
    people = []
    for n in range(1, officials + 1):
        name = f"{chance.choice(_FAMILY)} {chance.choice(_GIVEN)}"
        person = change.save(an_official(f"CB{n:03d}", name, id=change.new_id(Official)))
        unit = UnitId((n - 1) % units + 1)
        standing = Standing.HEAD if n <= units else Standing.MEMBER
        change.save(an_appointment(person.id, unit, id=change.new_id(Appointment), standing=standing))
        if n % 7 == 0:
            moved = LAST_DAY - chance.randrange(DAYS) * _DAY
            post = {"id": change.new_id(Appointment), "starts_on": moved}
            change.save(an_appointment(person.id, UnitId(chance.randrange(units) + 1), **post))
        people.append(person.id)
    return people


def _live(change: Change, chance: Random, number: int, people: list[OfficialId]) -> None:
    """Lead one task through its life, up to the last day."""
    task = _assigned(chance, number, people)
    task = change.on(task.assigned_on or LAST_DAY, verb="task.assign").save(task)
    for day, verb, events_made, fields in _life(change, chance, task, people):
        if day > LAST_DAY:
            return
        on = change.on(day, verb=verb)
        for event in events_made:
            on.save(event)
        task = on.save(replace(task, moved_on=day, **fields))


def _assigned(chance: Random, number: int, people: list[OfficialId]) -> Task:
    assigned_on = LAST_DAY - (DAYS - int(DAYS * chance.random() ** 0.5)) * _DAY
    due_on = None if chance.random() < 0.08 else assigned_on + chance.randrange(20, 180) * _DAY
    title = f"{chance.choice(_DOES)} {chance.choice(_WHAT)} {chance.choice(_WHERE)} {chance.choice(_WHEN)} ({number})"
    return a_task(
        id=TaskId(number),
        number=f"NV-{assigned_on.year}-{number:06d}",
        title=title,
        owner=chance.choice(people),
        assigner=people[0],
        assigned_on=assigned_on,
        moved_on=assigned_on,
        due_on=due_on,
        product=chance.choice(_PRODUCTS),
        source_number=f"{number % 3000}/UBND-VP",
        field=chance.choice(_FIELDS),
    )


_Step = tuple[date, str, list[Any], dict[str, Any]]
"""Day, verb, events and changed fields of the task."""


def _life(change: Change, chance: Random, task: Task, people: list[OfficialId]) -> Iterator[_Step]:
    begun = task.assigned_on or LAST_DAY
    works = chance.randrange(5, 120) if task.due_on is None else (task.due_on - begun).days
    fate, day = chance.random(), begun + max(1, works // 4) * _DAY
    yield day, "task.start", [], {"state": TaskState.DOING}
    day += max(1, works // 4) * _DAY
    if fate < 0.02:
        yield (
            day,
            "task.recall",
            [],
            {"state": TaskState.RECALLED, "recalled_on": day, "recall_reason": "không còn cần"},
        )
        return
    if fate < 0.08:
        yield day, "task.hand_over", *_handed_over(change, chance, task, people, day)
    elif fate < 0.10:
        yield from _paused(change, task, day)
        day += 10 * _DAY
    elif fate < 0.18 and task.due_on:
        yield day, "extension.decide", *_extended(change, task, day)
    day = max(day, begun + int(works * _tempo(chance)) * _DAY)
    if chance.random() < 0.05:
        yield from _submitted(change, task, day, events.SubmissionDecision.RETURNED)
        day += 8 * _DAY
    yield from _submitted(change, task, day, events.SubmissionDecision.CONFIRMED)


def _submitted(change: Change, task: Task, day: date, decision: events.SubmissionDecision) -> Iterator[_Step]:
    """Submitted on a day and decided two days later."""
    made = {"submitted_on": day, "submitted_by": task.owner, "product_number": f"{task.id % 500}/BC-VP"}
    submission = events.Submission(**_of(change, events.Submission, task), **made)
    yield day, "task.submit", [submission], {"state": TaskState.SUBMITTED, "submitted_on": day}
    decided_on = day + 2 * _DAY
    decided = replace(submission, decided_on=decided_on, decided_by=task.assigner, decision=decision, version=1)
    if decision == events.SubmissionDecision.RETURNED:
        yield decided_on, "task.return", [decided], {"state": TaskState.REDO, "submitted_on": None, "returns": 1}
    else:
        yield (
            decided_on,
            "task.confirm",
            [decided],
            {"state": TaskState.DONE, "confirmed_on": decided_on, "percent": 100},
        )


def _tempo(chance: Random) -> float:
    """Share of the time given that the work takes: three of four tasks are early."""
    return chance.choices((0.6, 0.9, 1.0, 1.2, 1.6), (35, 38, 9, 12, 6))[0]


def _of(change: Change, kind: type[Any], task: Task) -> dict[str, Any]:
    return {"id": change.new_id(kind), "task": task.id}


def _handed_over(
    change: Change, chance: Random, task: Task, people: list[OfficialId], day: date
) -> tuple[list[Any], Any]:
    to = chance.choice([person for person in people[:20] if person != task.owner])
    made = {
        "handed_on": day,
        "from_owner": task.owner,
        "to_owner": to,
        "handed_by": people[0],
        "reason": "chuyển công tác",
    }
    return [events.HandOver(**_of(change, events.HandOver, task), **made)], {"owner": to, "hand_overs": 1}


def _paused(change: Change, task: Task, day: date) -> Iterator[_Step]:
    """Paused for ten days; the deadline stays as it is, for the sake of simplicity."""
    made = {"paused_on": day, "paused_by": task.assigner, "reason": "chờ hướng dẫn", "due_before": task.due_on}
    pause = events.Pause(**_of(change, events.Pause, task), **made)
    fields = {"state": TaskState.PAUSED, "resume_state": TaskState.DOING, "paused_on": day, "pauses": 1}
    yield day, "task.pause", [pause], fields
    resumed = replace(pause, resumed_on=day + 10 * _DAY, resumed_by=task.assigner, version=1)
    yield day + 10 * _DAY, "task.resume", [resumed], {"state": TaskState.DOING, "resume_state": None, "paused_on": None}


def _extended(change: Change, task: Task, day: date) -> tuple[list[Any], Any]:
    due_on = (task.due_on or day) + 21 * _DAY
    made = {"asked_on": day, "asked_by": task.owner, "proposed_due_on": due_on, "due_before": task.due_on}
    made |= {"reason": "chờ ý kiến", "decided_on": day, "decided_by": task.assigner, "decision_reason": "đồng ý"}
    extension = events.Extension(
        **_of(change, events.Extension, task), **made, decision=events.ExtensionDecision.APPROVED
    )
    return [extension], {"due_on": due_on, "extensions": 1}
