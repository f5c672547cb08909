"""What waits for one person: the decisions that are theirs to take, and what came back to them.

A decision waits for the assigner; for the head above where the assigner holds no post any more, and for whoever may
assign it where a proposal names nobody. That a head above may decide in the assigner's place does not make it wait
there. Who may is asked of tracker.domain.rights.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain import rights
from tracker.domain.errors import Refused
from tracker.store import many, office, waiting
from tracker.store.waiting import Waiting

__all__ = ["Waiting", "waiting_for"]

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.domain.officials import OfficialId
    from tracker.domain.standing import Office
    from tracker.domain.tasks import Task, TaskId
    from tracker.store import Store
    from tracker.store.waiting import Waits

    Asked = Callable[[Office, OfficialId, Task, date], object]


def waiting_for(store: Store, official: OfficialId, today: date) -> Waiting:
    """What waits for an official on a day."""
    with store.reading():
        proposed = waiting.in_state(store, "proposed")
        submitted = waiting.in_state(store, "submitted")
        asked = waiting.asked(store)
        declined = waiting.in_state(store, "declined")
        judge = _Judge(store, official, today, [*proposed, *submitted, *asked, *declined])
        return Waiting(
            judge.mine(proposed, _may_approve),
            judge.mine(submitted, rights.decide),
            judge.mine(asked, rights.decide),
            judge.mine(declined, rights.decide),
            waiting.of_owner(store, official, "redo"),
        )


class _Judge:
    """Sorts out what waits for one official. Rights depend on owner, assigner and field: each set of them is asked
    once.
    """

    def __init__(self, store: Store, official: OfficialId, today: date, found: list[Waits]) -> None:
        self.store, self.official, self.today = store, official, today
        people = {each for waits in found for each in (waits.owner, waits.assigner)}
        self.office = office.view(store, official, *people)

    def mine(self, found: list[Waits], asked: Asked) -> list[TaskId]:
        """Those of them that wait for the official."""
        alike = {waits[1:]: waits.task for waits in found if self._concerns(waits)}
        examples = many.records(self.store, alike.values())
        may = {key for key, task in alike.items() if self._may(examples[task], asked)}
        return [waits.task for waits in found if waits[1:] in may]

    def _concerns(self, waits: Waits) -> bool:
        """Whether it is the official's turn: the assigner's own, or nobody else's who is there."""
        if waits.assigner is None or waits.assigner == self.official:
            return True
        return not self.office.serves(waits.assigner, self.today)

    def _may(self, task: Task, asked: Asked) -> bool:
        if rights.superior_decides(self.office, task, self.today):
            return False
        try:
            asked(self.office, self.official, task, self.today)
        except Refused:
            return False
        return True


def _may_approve(where: Office, who: OfficialId, task: Task, today: date) -> None:
    """Approve a proposal as one's own assignment. Raises Refused."""
    rights.approval(where, who, task, today, documented=False)
