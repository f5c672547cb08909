"""Posts as books tell them: which of the known ones a row means, and what a post makes of its holder. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.officials import Employment, Standing
from tracker.domain.text import fold

if TYPE_CHECKING:
    from tracker.domain.book import OfficialRow
    from tracker.domain.officials import Appointment
    from tracker.domain.units import UnitId


def is_deputy(title: str) -> bool:
    """Whether a title begins with "Phó": "Phó Trưởng phòng"."""
    return fold(title).split(" ")[0] == "pho"


def is_heads(title: str) -> bool:
    """Whether a title is one that heads of units bear: "Trưởng phòng", "Chánh Văn phòng", "Giám đốc", "Chủ tịch"."""
    return fold(title).startswith(_HEADS)


_HEADS = (
    "truong ",
    "chanh ",
    "giam doc",
    "chu tich",
    "cuc truong",
    "vu truong",
    "hieu truong",
    "tram truong",
    "to truong",
    "doi truong",
    "thu truong",
)


def raised_to_head(post: Appointment) -> Appointment:
    """The post as the head's: a leader's too."""
    return replace(post, standing=Standing.HEAD, leader=True)


def standing_head(posts: Iterable[Appointment], day: date) -> Appointment | None:
    """The head's post among the posts of one unit on a day; None where nobody heads it."""
    return next((post for post in posts if post.standing is Standing.HEAD and post.valid_on(day)), None)


def employment(title: str) -> Employment:
    """How the holder of a title is employed: chairmen and their deputies are elected, "hợp đồng" says itself."""
    folded = fold(title)
    if folded.removeprefix("pho ").startswith("chu tich"):
        return Employment.ELECTED
    if "hop dong" in folded:
        return Employment.CONTRACT
    return Employment.CIVIL_SERVANT


def overlap(one: Appointment, other: Appointment) -> bool:
    """Whether both posts are held on some day."""
    first = max(one.starts_on or date.min, other.starts_on or date.min)
    return first <= min(one.ends_on or date.max, other.ends_on or date.max)


def matched(rows: Sequence[tuple[OfficialRow, UnitId]], held: Sequence[Appointment]) -> list[Appointment | None]:
    """The post that each row of one person tells of, in its unit: the surest pairs first, no post twice."""
    found: list[Appointment | None] = [None] * len(rows)
    left = list(held)
    for same in (_same_start, _had_no_start, _same_title, _without_day):
        for at, (row, unit) in enumerate(rows):
            if found[at] is None:
                post = next((post for post in left if post.unit == unit and same(row, post)), None)
                if post is not None:
                    found[at] = post
                    left.remove(post)
    return found


def _same_start(row: OfficialRow, post: Appointment) -> bool:
    return row.starts_on == post.starts_on and (row.starts_on is not None or _same_title(row, post))


def _had_no_start(row: OfficialRow, post: Appointment) -> bool:
    """A start day that comes later by import replaces "from always" (design.md §2, "Who may")."""
    return row.starts_on is not None and post.starts_on is None


def _same_title(row: OfficialRow, post: Appointment) -> bool:
    return fold(row.title) == fold(post.title)


def _without_day(row: OfficialRow, post: Appointment) -> bool:
    """A row without a day tells of the post that lasts, whatever its title was."""
    return row.starts_on is None and post.ends_on is None
