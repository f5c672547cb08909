"""One more morning in the sample office, so that something waits for its head: for pictures of a full desk."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.domain.officials import Actor
    from tracker.domain.tasks import TaskId


def go_on(data: Path) -> None:
    """A proposal, a request for a later deadline, a result, a task declined and a lateness explained."""
    from tracker.actions import extensions, tasks, work
    from tracker.domain.events import CauseKind
    from tracker.domain.new_task import NewTask
    from tracker.machine import actor_on
    from tracker.store import officials, settings
    from tracker.store import tasks as stored
    from tracker.store.folder import open_folder

    with closing(open_folder(data)) as store:
        day = settings.sample_day(store)
        assert day is not None, "a sample has its day"

        def by(code: str) -> Actor:
            return actor_on(officials.by_code(store, code).id, day)

        def task(number: str) -> TaskId:
            return stored.by_number(store, number).id

        new = NewTask(
            title="Rà soát cơ sở giữ trẻ ngoài công lập trên địa bàn",
            owner=officials.by_code(store, "CB17").id,
            due_on=date(2026, 10, 23),
            product="Danh sách và đề xuất xử lý",
        )
        tasks.add(store, by("CB06"), new)
        why = "Thuê bao số của 42 hộ chưa kích hoạt; nhà mạng hẹn xong cuối tháng 10."
        extensions.ask(store, by("CB21"), task("NV34"), date(2026, 11, 13), reason=why)
        work.submit(store, by("CB04"), task("NV24"), product_number="46/BC-VP", product_on=day)
        work.decline(store, by("CB04"), task("NV25"), reason="Trùng Kế hoạch 112/KH-UBND đã giao phòng VH-XH.")
        told = "Thiếu một viên chức nghỉ thai sản từ 24/8, chưa có người thay."
        work.explain(store, by("CB21"), task("NV06"), CauseKind.OBJECTIVE, told, remedy="Hoàn thành trước 09/10/2026.")
