"""An office with at least one record in every table, written through the store alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from tracker.domain import events
from tracker.domain.kept import KeptId, KeptReport, PaperForm, PaperFormId
from tracker.domain.officials import Account, Actor, Appointment, Grant, Official, OfficialId, Right, Standing
from tracker.domain.settings import Setting
from tracker.domain.tasks import SourceKind, Task, TaskState
from tracker.domain.units import Unit, UnitId, UnitKind
from tracker.store import Store, evidence, series
from tracker.store.folder import create_folder
from tracker.store.undo import undo

DAY = date(2026, 7, 1)
TO = date(2026, 9, 30)


class Ticking:
    """A clock that goes on by a second each time it is read."""

    def __init__(self, start: datetime = datetime(2026, 9, 30, 8, 0, tzinfo=UTC)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


CLOCK = Ticking()


def actor(official: int = 1, today: date = TO, clock: Ticking = CLOCK) -> Actor:
    return Actor(official=OfficialId(official), today=today, clock=clock, account="vp", machine="PC-01")


def full_house(folder: Path) -> Store:
    """The office; task 1 went through everything, task 2 was made and undone."""
    store = create_folder(folder)
    who = actor()
    with store.change(who, "init") as change:
        change.save(Unit(id=UnitId(1), code="UBND", name="Ủy ban nhân dân phường Bạch Liên", kind=UnitKind.WARD))
        change.save(Unit(id=UnitId(2), code="VP", name="Văn phòng", kind=UnitKind.OFFICE, parent=UnitId(1)))
        for number, (family, given) in enumerate(
            [("Lưu Quang", "Thiệu"), ("Hà Thị Ánh", "Nguyệt"), ("Đoàn Văn", "Ước")], 1
        ):
            change.save(
                Official(
                    id=OfficialId(number),
                    code=f"CB{number:02}",
                    name=f"{family} {given}",
                    family_name=family,
                    given_name=given,
                )
            )
            change.save(
                Appointment(
                    id=change.new_id(Appointment),
                    official=OfficialId(number),
                    unit=UnitId(1 if number == 1 else 2),
                    title="Chủ tịch" if number == 1 else "Chuyên viên",
                    standing=Standing.HEAD if number == 1 else Standing.MEMBER,
                )
            )
        change.save(Account(id=OfficialId(1), password_hash=None))
        change.save(Grant(id=change.new_id(Grant), official=OfficialId(3), right_name=Right.CLERK, unit=UnitId(2)))
        change.save(Setting(id="extension_limit", value="2"))
        series.next_number(store, change, "task/VP/2026")
    _life(store, who, folder)
    with store.change(who, "task.draft") as change:
        change.save(Task(id=change.new_id(Task), number="VP-2", title="Bỏ"))
        made = change.action
    with store.change(who, "undo") as change:
        undo(store, change, made)
    return store


def _life(store: Store, who: Actor, folder: Path) -> None:
    with store.change(who, "task.assign", on=DAY) as change:
        task = change.save(
            Task(
                id=change.new_id(Task),
                number="VP-1",
                title="Số hóa sổ hộ tịch",
                source_kind=SourceKind.DOCUMENT,
                source_number="95/KH-UBND",
                source_on=date(2026, 6, 26),
                assigner=OfficialId(1),
                owner=OfficialId(2),
                assigned_on=DAY,
                product="Biên bản",
                original_due_on=date(2026, 8, 31),
                due_on=date(2026, 8, 31),
                coefficient=Decimal(56),
                state=TaskState.ASSIGNED,
                moved_on=DAY,
            )
        )
        coordination = change.save(
            events.Coordination(id=change.new_id(events.Coordination), task=task.id, name="các phòng")
        )
    digest, size = evidence.file_away(store, _proof(folder))
    with store.change(who, "paper.form") as change:
        signing, recipients = "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", "Như trên\nLưu: VT"
        change.save(
            PaperForm(
                id=PaperFormId(1),
                unit=UnitId(2),
                report="overdue",
                signer=OfficialId(1),
                signing=signing,
                recipients=recipients,
                superior="ỦY BAN NHÂN DÂN THÀNH PHỐ",
                issuer="VĂN PHÒNG",
                symbol="DM-VP",
            )
        )
    content, paper = (evidence.file_content(store, data) for data in (b"blocks", b"%PDF"))
    with store.change(who, "report.issue") as change:
        change.save(
            KeptReport(
                id=KeptId(1),
                report="chase",
                unit=UnitId(2),
                title="Đôn đốc",
                name="DD.pdf",
                symbol="VP",
                choices='{"period":"2026-Q3"}',
                entries=3,
                head="0" * 64,
                document=content,
                chased="[1]",
                kept_on=DAY,
                kept_by=OfficialId(1),
                number="12",
                issued_on=DAY,
                issued_by=OfficialId(1),
                paper=paper,
                size=4,
            )
        )
    with store.change(who, "work") as change:
        common = {"task": task.id}
        change.save(events.Progress(id=1, reported_on=DAY, reported_by=2, percent=50, **common))
        change.save(
            events.Extension(
                id=1,
                asked_on=DAY,
                asked_by=2,
                proposed_due_on=TO,
                due_before=date(2026, 8, 31),
                reason="thiếu máy quét",
                **common,
            )
        )
        change.save(
            events.HandOver(
                id=1, handed_on=DAY, from_owner=2, to_owner=3, handed_by=1, reason="chuyển công tác", **common
            )
        )
        change.save(events.Pause(id=1, paused_on=DAY, paused_by=1, reason="chờ hướng dẫn", **common))
        change.save(events.Decline(id=1, declined_on=DAY, declined_by=2, reason="không đúng chức năng", **common))
        change.save(events.Chase(id=1, chased_on=DAY, chased_by=1, reason="sắp đến hạn", **common))
        change.save(
            events.Explanation(
                id=1,
                explained_on=DAY,
                explained_by=2,
                cause=events.CauseKind.COORDINATION,
                text="chờ số liệu",
                coordination=coordination.id,
                **common,
            )
        )
        change.save(events.Submission(id=1, submitted_on=TO, submitted_by=3, product_number="12/BC-VP", **common))
        change.save(
            events.Evidence(
                id=1,
                submission=1,
                sha256=digest,
                name="bien-ban.txt",
                size=size,
                dated_on=DAY,
                filed_on=TO,
                filed_by=3,
                **common,
            )
        )
        task = change.save(replace(task, owner=OfficialId(3), due_on=TO, extensions=1, hand_overs=1, chases=1))
        change.save(replace(task, state=TaskState.SUBMITTED, submitted_on=TO, moved_on=TO))


def _proof(folder: Path) -> Path:
    path = folder.parent / "bien-ban.txt"
    path.write_text("Biên bản nghiệm thu", encoding="utf-8")
    return path
