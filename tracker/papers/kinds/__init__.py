"""The kinds of report there are, in the order in which they are offered; one module each."""

from __future__ import annotations

from tracker.papers.kinds import accountability, official, overdue, task_history

KINDS = {
    kind.key: kind
    for kind in (
        accountability.KIND,
        official.KIND,
        overdue.KIND,
        task_history.KIND,
    )
}
