"""What every action takes: the day it happened, the reason, the document it is based on; and how people are named in
options.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.cli.options import Given, Option, day, line, long_text
from tracker.domain.errors import Refused

if TYPE_CHECKING:
    from tracker.domain.officials import OfficialId
    from tracker.store import Store

SAID = (
    Option("--date", "The day it happened, if not today", day, value="DATE"),
    Option("--reason", "The reason", long_text),
    Option("--basis", "Number of the document it is based on", line, value="DOC"),
    Option("--basis-date", "Date of that document", day, value="DATE"),
)
NUMBER = Option("NUMBER", "Number of the task", required=True)


def said(given: Given) -> dict[str, Any]:
    """The values of SAID as the keyword arguments of every action."""
    return {"on": given.date, "reason": given.reason, "basis": given.basis, "basis_on": given.basis_date}


def person(store: Store, code: str, field: str) -> OfficialId:
    """The official with that code. Raises Refused "official.unknown", "person.is_unit"."""
    from tracker.store import officials, units

    try:
        return officials.by_code(store, code).id
    except Refused as unknown:
        if any(unit.code.casefold() == code.casefold() for unit in units.every(store)):
            raise Refused("person.is_unit", field=field, code=code) from None
        unknown.field = field
        raise


def coordinator(store: Store, text: str) -> OfficialId | str:
    """A co-ordinator: an official by code or unique full name, else kept as written ("các phòng", "Trạm Y tế").

    Raises Refused "official.unknown" for what looks like a code but is none.
    """
    from tracker.store import officials

    try:
        return officials.by_code(store, text).id
    except Refused as unknown:
        named = officials.named(store, text)
        if len(named) == 1:
            return named[0].id
        if " " not in text and any(letter.isdigit() for letter in text):
            unknown.field = "coordinator"
            raise
        return text
