"""Long work in a child process: its result, its progress, its refusals, its death, and its end by cancelling."""

from __future__ import annotations

import pytest

from tracker.domain.errors import Refused
from tracker.store.verify import Verification
from tracker.ui import jobs
from tracker.ui.desk import Desk
from tracker.ui.worker import Job


def test_a_job_gives_its_result(desk: Desk, qtbot) -> None:
    job = Job(desk, "verify")
    with qtbot.waitSignal(job.finished, timeout=30_000) as told:
        job.start()
    found: Verification = told.args[0]
    assert found.whole
    assert found.entries > 600
    assert not job.running


def test_a_refusal_comes_back_as_it_was_raised(desk: Desk, qtbot) -> None:
    desk.store.path.rename(desk.store.path.with_suffix(".away"))
    job = Job(desk, "verify")
    with qtbot.waitSignal(job.refused, timeout=30_000) as told:
        job.start()
    assert isinstance(told.args[0], Refused)
    assert told.args[0].code == "store.missing"


def test_an_order_nobody_knows_is_a_bug_and_is_told_whole(desk: Desk, qtbot) -> None:
    assert "no such" not in jobs.JOBS
    job = Job(desk, "no such")
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(job.broken, timeout=30_000) as told:
        job.start()
    assert "KeyError" in told.args[0]
    assert [(kind, str(error)) for kind, error, _ in raised] == [(RuntimeError, told.args[0])], "for the log, and shown"


def test_cancelling_ends_the_child_and_tells_nothing_else(desk: Desk, qtbot) -> None:
    job, heard = Job(desk, "verify"), []
    for signal in (job.finished, job.refused, job.broken):
        signal.connect(heard.append)
    job.start()
    with qtbot.waitSignal(job.cancelled, timeout=5_000):
        job.cancel()
    job.cancel()
    assert heard == []
    assert not job.running


@pytest.mark.parametrize("cut", [0, 3, 9])
def test_messages_are_read_whole_however_they_arrive(cut: int) -> None:
    import io

    from tracker.ui.channel import messages, send

    pipe = io.BytesIO()
    send(pipe, "progress", (1, 2))
    send(pipe, "done", "xong")
    whole = pipe.getvalue()
    first, rest = messages(whole[:cut])
    second, rest = messages(rest + whole[cut:])
    assert [*first, *second] == [("progress", (1, 2)), ("done", "xong")]
    assert rest == b""
