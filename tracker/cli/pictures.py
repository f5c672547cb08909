"""`pictures`: PNG pictures of every page and dialog of the window, taken of the sample office. Needs no display."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.options import Command, Given, Option, path
from tracker.domain.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.cli.session import Session
    from tracker.domain.officials import Actor
    from tracker.domain.tasks import TaskId

SCALES = {"200": "2", "150": "1.5", "100": "1"}
"""Per cent → factor of the scale; the longest work first, so that two at once end together."""
AT_ONCE = 2
_ROOT = Path(__file__).resolve().parents[2]


def pictures(session: Session, given: Given) -> None:
    """Make the sample office in a folder of its own, and take the pictures by a child process for each scale."""
    out: Path = given.dir
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable("file.not_written", path=str(out), detail=error.strerror or str(error)) from error
    session.progress("Taking the pictures", lambda report: _all(out, report, guide=given.guide))
    session.say("{count} pictures are in {path}.", count=len(list(out.glob("*.png"))), path=str(out))


def _all(out: Path, report: Callable[[int, int], None], *, guide: bool) -> None:
    from tracker.sample.making import make_sample

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        data = Path(scratch) / "data"
        make_sample(data, lambda _done, _all: None)
        _go_on(data)
        if guide:
            _finish([_start(data, out, "100", "guide")])
            return
        running: list[subprocess.Popen[bytes]] = []
        for at, label in enumerate(SCALES):
            report(at, len(SCALES))
            if len(running) == AT_ONCE:
                _finish([running.pop(0)])
            running.append(_start(data, out, label, "all"))
        _finish(running)


def _go_on(data: Path) -> None:
    """One more morning in the sample office, so that something waits for its head: a request, a result, a proposal, a
    task declined, a lateness explained.
    """
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

        owner = officials.by_code(store, "CB17").id
        new = NewTask(
            title="Rà soát cơ sở giữ trẻ ngoài công lập trên địa bàn",
            owner=owner,
            due_on=date(2026, 10, 23),
            product="Danh sách và đề xuất xử lý",
        )
        tasks.add(store, by("CB06"), new)
        why = "Thuê bao số của 42 hộ chưa kích hoạt; nhà mạng hẹn xong cuối tháng 10."
        extensions.ask(store, by("CB21"), task("NV34"), date(2026, 11, 13), reason=why)
        work.submit(store, by("CB04"), task("NV24"), product_number="46/BC-VP", product_on=day)
        work.decline(store, by("CB04"), task("NV25"), reason="Trùng nội dung Kế hoạch 112/KH-UBND đã giao phòng VH-XH.")
        told = "Thiếu một viên chức nghỉ thai sản từ 24/8, chưa có người thay."
        work.explain(store, by("CB21"), task("NV06"), CauseKind.OBJECTIVE, told, remedy="Hoàn thành trước 09/10/2026.")


def _start(data: Path, out: Path, label: str, what: str) -> subprocess.Popen[bytes]:
    quiet = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": SCALES[label], "QT_LOGGING_RULES": "*=false"}
    line = [sys.executable, "-X", "utf8", "-m", "tracker.ui.picturing", str(data), str(out.resolve()), label, what]
    return subprocess.Popen(line, cwd=_ROOT, env=os.environ | quiet, stderr=subprocess.PIPE)


def _finish(running: list[subprocess.Popen[bytes]]) -> None:
    """Wait for children. One that failed tells why by its own words, as the bug it is."""
    for child in running:
        _, told = child.communicate()
        if child.returncode:
            raise RuntimeError(told.decode("utf-8", "replace"))


COMMANDS = (
    Command(
        "pictures",
        "Take pictures of every page of the sample office",
        pictures,
        Option("DIR", "The folder for the pictures", path, required=True, value="DIR"),
        Option("--guide", "Only those that the guide shows", flag=True),
    ),
)
