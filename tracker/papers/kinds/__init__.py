"""The kinds of report there are, in the order in which they are offered; one module each."""

from __future__ import annotations

from tracker.papers.kinds import accountability, district, official, overdue, quarterly, task_history

KINDS = {
    kind.key: kind
    for kind in (
        accountability.KIND,
        quarterly.KIND,
        district.KIND,
        official.KIND,
        overdue.KIND,
        task_history.KIND,
    )
}
