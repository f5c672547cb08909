"""A report that was kept as a draft, and once it has a number and a day, as it was issued."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from tracker.domain.officials import OfficialId
    from tracker.domain.units import UnitId

KeptId = NewType("KeptId", int)


@dataclass(frozen=True, kw_only=True)
class KeptReport:
    """A report as it was kept: what it says does not change any more, whatever happens to the tasks it tells of."""

    id: KeptId
    report: str
    """Key of its kind."""
    unit: UnitId
    """Whose sheet it is."""
    title: str
    name: str
    """Of its file, by the rule."""
    symbol: str
    """Ký hiệu, e.g. BC-VP: what stands behind the number."""
    choices: str
    """What was chosen, and the texts that were typed for parts without a register: canonical JSON."""
    entries: int
    """Number of the journal's entry up to which it knows everything."""
    head: str
    """Hash of that entry."""
    document: str
    """SHA-256 of its content, kept as a file of that name."""
    chased: str
    """Tasks whose owners it urges, as a JSON list of their ids."""
    kept_on: date
    kept_by: OfficialId
    number: str | None = None
    issued_on: date | None = None
    issued_by: OfficialId | None = None
    """Who gave it number and day (văn thư)."""
    paper: str | None = None
    """SHA-256 of the PDF that was issued, kept as a file of that name."""
    size: int | None = None
    """Bytes of that PDF: a signed copy begins with them."""
    undone: bool = False
    version: int = 0

    @property
    def issued(self) -> bool:
        """Whether it has its number and day."""
        return self.number is not None and not self.undone


PaperFormId = NewType("PaperFormId", int)


@dataclass(frozen=True, kw_only=True)
class PaperForm:
    """Head and foot of the papers of a unit and kind; None: as letterhead and the rules of the decree have it."""

    id: PaperFormId
    unit: UnitId
    report: str
    """Key of the kind of report; "" for all that have no form of their own."""
    signer: OfficialId | None = None
    signing: str | None = None
    """The lines above the name, one each: TM. …, KT. …, TL. …, TUQ. …"""
    recipients: str | None = None
    """The lines of Nơi nhận, one each, without dash and end mark."""
    superior: str | None = None
    """The body above as this kind of paper names it; None: as the unit's letterhead does."""
    issuer: str | None = None
    symbol: str | None = None
    """All that stands behind the number, e.g. BC-HĐND."""
    undone: bool = False
    version: int = 0
