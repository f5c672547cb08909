"""One person of the office: posts as a dated line, open tasks, figures of the period, rights with who gave them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from tracker.domain.officials import OfficialId
from tracker.store.workload import OPEN
from tracker.ui import tokens, wording
from tracker.ui.dialogs.rights import named
from tracker.ui.pages.records import RecordDetail, newest_first
from tracker.ui.widgets.basics import Banner, button, emptied, label, link, literal, row
from tracker.ui.widgets.timeline import Step, Timeline

if TYPE_CHECKING:
    from tracker.domain.officials import Appointment
    from tracker.figures.roster import Member
    from tracker.store.journal import Entry
    from tracker.store.listing import Row
    from tracker.ui.desk import Desk

SHOWN = 8
"""Open tasks that are named; the rest is one click away."""


class Facts(NamedTuple):
    """What is read for one person."""

    posts: list[Appointment]
    units: dict[int, str]
    tasks: list[Row]
    granted: dict[int, Entry]
    """Grant → the entry of the journal that gave it."""
    people: dict[int, str]
    password: bool


def facts(desk: Desk, member: Member) -> Facts:
    """Read them."""
    from tracker.store import journal, listing, officials, units

    official, store = member.official.id, desk.store
    with store.reading():
        account = officials.account(store, official)
        wanted = listing.Wanted(states=OPEN, owner=official)
        granted: dict[int, Entry] = {
            grant.id: journal.of_record(store, "right_granted", grant.id)[0] for grant in member.grants
        }
        givers = {entry.actor for entry in granted.values() if entry.actor is not None}
        return Facts(
            officials.appointments(store, official),
            {unit.id: unit.short_name or unit.name for unit in units.every(store)},
            desk.rows(listing.ids(store, wanted, desk.today, sort="due", limit=SHOWN)),
            granted,
            {giver: officials.get(store, OfficialId(giver)).name for giver in givers},
            account is not None and account.password_hash is not None,
        )


class OfficialDetail(RecordDetail):
    """The pane at the right."""

    moved = Signal()
    """"Điều chuyển…" """
    appointed = Signal()
    handed_over = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "official-detail")
        self.member: Member | None = None
        self._fill()
        self.show_member(None)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_member(self, member: Member | None) -> None:
        """Show a person; None: nobody is selected."""
        self.member = member
        self._show_parts(shown=member is not None)
        if member is None:
            self._tell_nothing(self.desk.text("Nobody is selected."))
            self._left.hide()
            return
        found = facts(self.desk, member)
        self._name.setText(member.official.name)
        told = (member.official.code, member.title or self.desk.text("not appointed yet"), member.unit_name)
        self._about.setText(" · ".join(part for part in told if part))
        self._move.setVisible(member.post is not None)
        self._appoint.setVisible(member.post is None)
        self._tell_left(member)
        self._tell_figures(member.counts)
        self._tell_tasks(member, found)
        self._timeline.show_steps(_steps(self.desk, found))
        self._tell_rights(member, found)

    def _tell_left(self, member: Member) -> None:
        waiting = self.desk.text("No longer serves, but still has {count} open tasks.", count=member.load.open)
        self._left.tell(waiting if member.left and member.load.open else "")

    def _tell_tasks(self, member: Member, found: Facts) -> None:
        text = self.desk.text
        self._tasks_title.setText(text("Open tasks ({count})", count=member.load.open))
        emptied(self._tasks)
        for task in found.tasks:
            self._tasks.addLayout(self._task(task))
        if not found.tasks:
            self._tasks.addWidget(label(text("No open task."), "muted"))
        if member.load.open > len(found.tasks):
            every = link(
                text("All {count} open tasks", count=member.load.open), "all-open", lambda: self.opened.emit("open")
            )
            self._tasks.addWidget(every)

    def _task(self, task: Row) -> QHBoxLayout:
        """Number and title as the way to the task; its status below would be a second line: it is the tooltip's."""
        desk = self.desk
        told = f"{task.number}  {task.title}"
        metrics, room = desk.theme.body_metrics, desk.theme.px(tokens.DETAIL - 104)
        way = link(
            literal(metrics.elidedText(told, Qt.TextElideMode.ElideRight, room)),
            f"task-{task.number}",
            lambda: desk.go("tasks", task=task.id),
        )
        way.setAccessibleName(wording.sentence(desk.words, task, desk.today))
        way.setToolTip(_plain(f"{told}\n{wording.status(desk.words, task)}"))
        late = task.deadline_class == "overdue"
        due = label(wording.short(task.due_on, desk.today), "error" if late else "small")
        return row(way, 1, due)

    def _tell_rights(self, member: Member, found: Facts) -> None:
        text = self.desk.text
        emptied(self._rights)
        for grant in member.grants:
            entry = found.granted[grant.id]
            given = text(
                "given by {name} on {day}",
                name=found.people.get(entry.actor or 0, ""),
                day=date.fromisoformat(entry.declared_on),
            )
            self._rights.addWidget(label(named(self.desk, grant), wrap=True, selectable=True))
            self._rights.addWidget(label(given, "small", wrap=True, selectable=True))
        if not member.grants:
            self._rights.addWidget(label(text("None but those of the post."), "muted"))
        self._rights.addWidget(label(text("Has a password.") if found.password else text("Has no password."), "small"))

    # --- putting it together ------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        text = self.desk.text
        self._move = button(text("Move …"), "move-official", self.moved.emit)
        self._appoint = button(text("Appoint …"), "appoint-official", self.appointed.emit)
        self._head(self._move, self._appoint)
        self._left = Banner("warning", "", button(text("Hand over …"), "hand-over", self.handed_over.emit))
        self._whole.addWidget(self._left)
        self._sections()
        self._whole.addWidget(self._scroll, 1)

    def _sections(self) -> None:
        text = self.desk.text
        self._figures("official-counts")
        self._tasks_title = self._section("")
        self._tasks = QVBoxLayout()
        self._tasks.setSpacing(0)
        self._tasks.setContentsMargins(0, 0, tokens.GRID + 1, 0)
        self._body.addLayout(self._tasks)
        self._section(text("Appointments"))
        self._timeline = Timeline(self.desk, "official-posts", text("Appointments"))
        self._body.addWidget(self._timeline)
        self._section(text("Rights given by name"))
        self._rights = QVBoxLayout()
        self._rights.setSpacing(2)
        self._body.addLayout(self._rights)
        self._body.addStretch(1)


def _steps(desk: Desk, found: Facts) -> list[Step]:
    """The posts, the newest first."""
    return [
        Step(
            wording.day(desk.words, post.starts_on) if post.starts_on else "…",
            f"{post.title}, {found.units.get(post.unit, '')}",
            _about(desk, post),
            post.valid_on(desk.today),
        )
        for post in newest_first(found.posts)
    ]


def _until(desk: Desk, post: Appointment) -> str:
    """To when a post is or was held."""
    if post.ends_on is not None:
        return desk.text("to {last}", last=wording.day(desk.words, post.ends_on))
    return desk.text("to this day") if post.valid_on(desk.today) else desk.text("until further notice")


def _about(desk: Desk, post: Appointment) -> str:
    """Standing, decision, and what is out of the ordinary."""
    parts = [_until(desk, post), desk.words.term(post.standing)]
    if not post.main:
        parts.append(desk.text("beside the main post"))
    if post.field:
        parts.append(post.field)
    if post.decision_number:
        parts.append(_decision(desk, post))
    return " · ".join(parts)


def _decision(desk: Desk, post: Appointment) -> str:
    if post.decision_on is None:
        return desk.text("Decision {number}", number=post.decision_number)
    return desk.text("Decision {number} of {day}", number=post.decision_number, day=post.decision_on)


def _plain(text: str) -> str:
    from tracker.ui.widgets.tables import plain_tip

    return plain_tip(text).replace("\n", "<br>")
