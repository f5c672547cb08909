"""An office with somebody of every standing, made by the actions themselves; and tasks led into every state.

UBND  CT head · PCT deputy · PCV deputy for "Văn hóa" · VTU clerk of the office
├ VP  (the office's Văn phòng) CVP head · PVP deputy · CB1 member · VTV clerk of VP · TS inspector · QT administrator
└ KT  TP head · PTP deputy · CB2 (owner in most cases) · CB3 · VTK clerk of KT
  └ TO  TT head · CB4 member
CU has left: the post ended on 30/6/2026.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.builders import an_actor
from tracker.actions import chases, decisions, edits, extensions, hand_overs, office, people, rights, tasks, units, work
from tracker.domain.errors import Refused
from tracker.domain.events import CauseKind
from tracker.domain.new_task import NewCoordinator, NewTask
from tracker.domain.officials import Actor, OfficialId, Right, Standing
from tracker.domain.tasks import Task, TaskState
from tracker.domain.units import UnitId, UnitKind
from tracker.store import Changes, Store, officials
from tracker.store import tasks as stored
from tracker.store import units as stored_units
from tracker.store.folder import create_folder

TODAY = date(2026, 7, 15)
"""A Wednesday."""
DUE = date(2026, 7, 31)
SUPERIOR = "Nguyễn Trung Kiên, Chủ tịch UBND thành phố"
DOCUMENT = {"basis": "118/QĐ-UBND", "basis_on": date(2026, 7, 1)}

CAST: dict[str, tuple[str, str, Standing, str | None]] = {
    "PCT": ("UBND", "Phó Chủ tịch", Standing.DEPUTY, None),
    "PCV": ("UBND", "Phó Chủ tịch phụ trách văn hóa", Standing.DEPUTY, "Văn hóa; Giáo dục"),
    "VTU": ("UBND", "Văn thư", Standing.MEMBER, None),
    "CVP": ("VP", "Chánh Văn phòng", Standing.HEAD, None),
    "PVP": ("VP", "Phó Chánh Văn phòng", Standing.DEPUTY, None),
    "CB1": ("VP", "Chuyên viên", Standing.MEMBER, None),
    "VTV": ("VP", "Văn thư", Standing.MEMBER, None),
    "TS": ("VP", "Thanh tra viên", Standing.MEMBER, None),
    "QT": ("VP", "Quản trị mạng", Standing.MEMBER, None),
    "TP": ("KT", "Trưởng phòng", Standing.HEAD, None),
    "PTP": ("KT", "Phó Trưởng phòng", Standing.DEPUTY, None),
    "CB2": ("KT", "Chuyên viên", Standing.MEMBER, None),
    "CB3": ("KT", "Chuyên viên", Standing.MEMBER, None),
    "VTK": ("KT", "Văn thư", Standing.MEMBER, None),
    "TT": ("TO", "Tổ trưởng", Standing.HEAD, None),
    "CB4": ("TO", "Tổ viên", Standing.MEMBER, None),
    "CU": ("KT", "Chuyên viên", Standing.MEMBER, None),
}
EVERYBODY = ("CT", *CAST)


class House:
    """The office under test."""

    def __init__(self, folder: Path) -> None:
        self.store: Store = create_folder(folder)
        self.store.connection.execute("PRAGMA synchronous = OFF")  # no power is cut here
        office.found_office(
            self.store,
            an_actor(1, TODAY),
            code="UBND",
            name="Ủy ban nhân dân phường Bạch Liên",
            place="Bạch Liên",
            superior="Ủy ban nhân dân thành phố",
            head_code="CT",
            head_name="Lưu Quang Thiệu",
            head_title="Chủ tịch",
        )
        self._people()

    def _people(self) -> None:
        head = self.actor("CT")
        units.add_unit(self.store, head, "VP", "Văn phòng HĐND và UBND", {})
        units.add_unit(self.store, head, "KT", "Phòng Kinh tế", {})
        units.add_unit(self.store, head, "TO", "Tổ công tác", {"parent": self.unit("KT"), "kind": UnitKind.OTHER})
        for number, (code, (unit, title, standing, field)) in enumerate(CAST.items()):
            people.add_official(self.store, head, code, f"Nguyễn Văn {chr(65 + number)}")
            fields: people.AppointmentFields = {"standing": standing, "field": field}
            if code == "CU":
                fields["ends_on"] = date(2026, 6, 30)
            people.appoint(self.store, head, self.id(code), self.unit(unit), title, fields)
        for code, right, place in (
            ("VTU", Right.CLERK, None),
            ("VTV", Right.CLERK, "VP"),
            ("VTK", Right.CLERK, "KT"),
            ("TS", Right.INSPECTOR, None),
            ("QT", Right.ADMINISTRATOR, None),
        ):
            rights.grant(self.store, head, self.id(code), right, self.unit(place) if place else None)

    def close(self) -> None:
        self.store.close()

    # --- who and what ---

    def id(self, code: str) -> OfficialId:
        return officials.by_code(self.store, code).id

    def unit(self, code: str) -> UnitId:
        return stored_units.by_code(self.store, code).id

    def actor(self, code: str, today: date = TODAY) -> Actor:
        return an_actor(1 if code == "CT" else self.id(code), today)

    def task(self, number: str) -> Task:
        return stored.by_number(self.store, number)

    # --- giving tasks ---

    def new(self, owner: str | None = "CB2", **fields: Any) -> NewTask:
        """What is typed for an ordinary task: due on 31/7."""
        told: dict[str, Any] = {"title": "Rà soát hộ kinh doanh", "product": "Báo cáo", "due_on": DUE} | fields
        for name in ("assigner", "leader"):
            if name in told:
                told[name] = self.id(told[name])
        return NewTask(owner=self.id(owner) if owner else None, **told)

    def given(self, by: str = "TP", owner: str = "CB2", on: date = TODAY, **fields: Any) -> str:
        """The number of a task that was assigned."""
        done = tasks.add(self.store, self.actor(by, on), self.new(owner, **fields))
        task = tasks.made(self.store, done)
        assert task.state is TaskState.ASSIGNED
        return task.number

    def given_to_the_head(self, on: date = TODAY) -> str:
        """The number of a task that the superior gave the head of the office."""
        source = {"source_number": "12/KH-UBND", "source_on": date(2026, 7, 1)}
        return self.given("PCT", "CT", on, superior=SUPERIOR, **source)

    def led_to(self, state: TaskState, today: date = TODAY) -> str:
        """The number of a task in that state: owner CB2, assigner TP, CB1 co-ordinating."""
        if state is TaskState.DRAFT:
            return self.drafted(assigner="TP")
        if state is TaskState.PROPOSED:
            done = tasks.add(self.store, self.actor("CB3"), self.new(assigner="TP"))
            return tasks.made(self.store, done).number
        number = self.given(coordinators=(NewCoordinator(official=self.id("CB1")),))
        for deed, by in WAYS[state]:
            self.do(deed, by, number, today=today)
        assert self.task(number).state is state
        return number

    def drafted(self, by: str = "CB3", **fields: Any) -> str:
        done = tasks.draft(self.store, self.actor(by), self.new(**fields))
        return tasks.made(self.store, done).number

    # --- doing ---

    def do(self, deed: str, by: str, number: str, today: date = TODAY, **said: Any) -> Changes:
        """Do one deed of DEEDS to a task, with all that it could need said."""
        told = {"reason": "lý do"} | said
        return DEEDS[deed](self, self.actor(by, today), self.task(number).id, **told)

    def refusal(self, deed: str, by: str, number: str, **said: Any) -> str | None:
        """Why the deed is refused, or None; nothing of it stays."""
        with self.tried():
            try:
                self.do(deed, by, number, **said)
            except Refused as refused:
                return refused.code
        return None

    @contextmanager
    def tried(self) -> Iterator[None]:
        """What is done inside is taken back."""
        try:
            with self.store.change(self.actor("CT"), "try"):
                yield
                raise _TakenBack
        except _TakenBack:
            pass


class _TakenBack(Exception):  # noqa: N818 - nothing failed
    pass


def _answer(house: House, actor: Actor, task: Any, **said: Any) -> Changes:
    return work.answer(house.store, actor, task, house.id("CB1"), "đã gửi số liệu", **said)


def _two_weeks_more(house: House, task: Any) -> date:
    return (stored.get(house.store, task).due_on or DUE) + timedelta(days=14)


DEEDS: dict[str, Callable[..., Changes]] = {
    "propose": lambda h, a, t, **said: tasks.propose(h.store, a, t, **said),
    "assign": lambda h, a, t, **said: tasks.assign(h.store, a, t, **said),
    "refuse": lambda h, a, t, **said: tasks.refuse(h.store, a, t, **said),
    "start": lambda h, a, t, **said: work.start(h.store, a, t, **said),
    "progress": lambda h, a, t, **said: work.progress(h.store, a, t, 40, **said),
    "submit": lambda h, a, t, **said: work.submit(h.store, a, t, product_number="12/BC-KT", **said),
    "decline": lambda h, a, t, **said: work.decline(h.store, a, t, **said),
    "explain": lambda h, a, t, **said: work.explain(h.store, a, t, CauseKind.SUBJECTIVE, "thiếu người", **said),
    "answer": _answer,
    "ask": lambda h, a, t, **said: extensions.ask(h.store, a, t, _two_weeks_more(h, t), **said),
    "approve": lambda h, a, t, **said: extensions.decide(h.store, a, t, approve=True, **said),
    "reject": lambda h, a, t, **said: extensions.decide(h.store, a, t, approve=False, **said),
    "confirm": lambda h, a, t, **said: decisions.confirm(h.store, a, t, **said),
    "return": lambda h, a, t, **said: decisions.return_(h.store, a, t, **said),
    "pause": lambda h, a, t, **said: decisions.pause(h.store, a, t, **said),
    "resume": lambda h, a, t, **said: decisions.resume(h.store, a, t, **said),
    "accept": lambda h, a, t, **said: decisions.accept(h.store, a, t, **said),
    "recall": lambda h, a, t, **said: tasks.recall(h.store, a, t, **said),
    "chase": lambda h, a, t, **said: chases.chase(h.store, a, t, **said),
    "edit": lambda h, a, t, **said: edits.edit(h.store, a, t, {"title": "Rà soát lại"}, **said),
    "hand over": lambda h, a, t, **said: hand_overs.hand_over(h.store, a, t, h.id("CB3"), **said),
}
"""Every deed that can be done to a task, as a person would do it."""

WAYS: dict[TaskState, tuple[tuple[str, str], ...]] = {
    TaskState.ASSIGNED: (),
    TaskState.DOING: (("start", "CB2"),),
    TaskState.SUBMITTED: (("submit", "CB2"),),
    TaskState.DONE: (("submit", "CB2"), ("confirm", "TP")),
    TaskState.REDO: (("submit", "CB2"), ("return", "TP")),
    TaskState.DECLINED: (("decline", "CB2"),),
    TaskState.PAUSED: (("pause", "TP"),),
    TaskState.RECALLED: (("recall", "TP"),),
}
