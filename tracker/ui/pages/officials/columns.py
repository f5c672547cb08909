"""The list of people: its rows and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.matching import searched
from tracker.domain.officials import Right
from tracker.ui.pages.records import DASH, count_column, rate_column
from tracker.ui.widgets.tables import Column

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tracker.figures.roster import Member
    from tracker.ui.desk import Desk

OPEN, OVERDUE = "open", "overdue"
"""Columns whose cells open what lies on the desk."""
RIGHTS = "rights"
ROOMY = 800
"""From this width of the list on it has a column for the rights, which the detail tells too."""


class Line(NamedTuple):
    """A row of the list."""

    member: Member
    folded: str
    share: float
    """Of the heaviest desk in the list."""
    share_overdue: float

    @property
    def code(self) -> str:
        """The code of the official."""
        return self.member.official.code

    @property
    def name(self) -> str:
        """The full name."""
        return self.member.official.name


def lines(members: Sequence[Member]) -> list[Line]:
    """The rows of some people: bars are as long as the heaviest desk among them asks for."""
    most = max((member.load.weight for member in members), default=None) or 1
    return [
        Line(
            member,
            searched(member.official.name, member.official.code, member.title, member.unit_name),
            float(member.load.weight / most),
            float(member.load.weight_overdue / most),
        )
        for member in members
    ]


def columns(desk: Desk) -> list[Column[Line]]:
    """All columns, in the order in which they are shown at first."""
    text = desk.text
    return [
        Column(key="code", title=text("Code"), width=54, text=lambda line: line.code, look="muted"),
        Column(
            key="name",
            title=text("Name"),
            width=150,
            text=lambda line: line.name,
            look="strong",
            sort=lambda line: (line.member.official.given_name, line.name),
        ),
        Column(
            key="title",
            title=text("Title"),
            width=140,
            text=lambda line: line.member.title or text("not appointed yet"),
            stretch=True,
        ),
        Column(
            key="unit",
            title=text("Unit"),
            width=108,
            ample=180,
            text=lambda line: line.member.unit_name,
            look="muted",
        ),
        count_column(OPEN, text("Pending"), 76, lambda line: line.member.load.open),
        count_column(OVERDUE, text("Overdue"), 72, lambda line: line.member.load.overdue),
        rate_column(desk, 78, lambda line: line.member.counts),
        Column(
            key="load",
            title=text("Load"),
            width=92,
            text=lambda line: weight(desk, line.member.load.weight),
            look="bar",
            bar=lambda line: (line.share, line.share_overdue),
            sort=lambda line: line.member.load.weight,
        ),
        Column(key=RIGHTS, title=text("Right"), width=96, text=lambda line: rights(desk, line.member), look="muted"),
    ]


def weight(desk: Desk, load: Decimal) -> str:
    """What open tasks weigh: K times quantity, without needless noughts; a dash for nothing."""
    if not load:
        return DASH
    return desk.words.show(load.normalize()) if load % 1 else desk.words.count(int(load))


def rights(desk: Desk, member: Member) -> str:
    """The rights given by name, as short as a column asks for."""
    said = {
        Right.CLERK: lambda: desk.text("Clerk"),
        Right.INSPECTOR: lambda: desk.text("Inspector"),
        Right.ADMINISTRATOR: lambda: desk.text("Administrator"),
    }
    return ", ".join(dict.fromkeys(said[grant.right_name]() for grant in member.grants))


def sentence(desk: Desk, line: Line) -> str:
    """A row for whoever hears it."""
    return desk.text(
        "{name}, {title}, {unit}: {open} open tasks, {overdue} overdue",
        name=line.name,
        title=line.member.title,
        unit=line.member.unit_name,
        open=line.member.load.open,
        overdue=line.member.load.overdue,
    )
