"""The kinds of report there are, in the order in which they are offered; one module each."""

from __future__ import annotations

from tracker.papers.kinds import (
    accountability,
    assignment_slip,
    calendar,
    chase,
    district,
    journal,
    official,
    overdue,
    quarterly,
    task_history,
    work_list,
    workload,
)

KINDS = {
    kind.key: kind
    for kind in (
        accountability.KIND,
        quarterly.KIND,
        district.KIND,
        official.KIND,
        overdue.KIND,
        chase.KIND,
        workload.KIND,
        work_list.KIND,
        calendar.KIND,
        assignment_slip.KIND,
        task_history.KIND,
        journal.KIND,
    )
}
