"""How the papers of units are signed and to whom they go, as the offices have said it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.domain.kept import PaperForm, PaperFormId
from tracker.store.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.domain.units import UnitId
    from tracker.store import Store

ALL = ""
"""Stands for every kind of report that has no form of its own."""


def stored(store: Store, unit: UnitId) -> dict[str, PaperForm]:
    """What was said of a unit, by kind of report; undone ones too."""
    of = table("paper_form")
    rows = store.rows(f"{of.select_record} WHERE unit = ? ORDER BY id", (unit,))
    return {form.report: form for form in map(of.of, rows)}


def form(store: Store, unit: UnitId, report: str) -> PaperForm:
    """What holds for a unit and kind."""
    return resolved(stored(store, unit), unit, report)


def resolved(forms: Mapping[str, PaperForm], unit: UnitId, report: str) -> PaperForm:
    """What was said of a kind, else of all kinds, else nothing."""
    nothing = PaperForm(id=PaperFormId(0), unit=unit, report=report)
    own, common = (_standing(forms.get(key)) or nothing for key in (report, ALL))
    # The lines of a signature are those of its signer: one without the other would let somebody sign as somebody else.
    signs = own if own.signer is not None or own.signing is not None else common
    names = ("recipients", "superior", "issuer", "symbol")
    other = {name: getattr(own, name) or getattr(common, name) for name in names}
    return replace(own, signer=signs.signer, signing=signs.signing, **other)


def _standing(found: PaperForm | None) -> PaperForm | None:
    return None if found is None or found.undone else found
