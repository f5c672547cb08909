"""Any record by its key, undone ones included: a key or a code belongs to one record for ever, which may be taken up
again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from tracker.store.tables import Scalar, kind_of, table

if TYPE_CHECKING:
    from tracker.store import Store

R = TypeVar("R")


def find(store: Store, kind: type[R], key: Scalar) -> R | None:
    """The record with that key, also an undone one; None where there is none."""
    of = table(kind_of(kind))
    found = store.rows(f"{of.select_record} WHERE id = ?", (key,))
    return of.of(found[0]) if found else None


def bearer(store: Store, kind: type[R], code: str) -> R | None:
    """The unit or official that has the code, case ignored, also an undone one; None where it is free."""
    of = table(kind_of(kind))
    at = of.names.index("code")
    wanted = code.casefold()
    rows: list[tuple[Any, ...]] = store.rows(f"{of.select_record} ORDER BY undone, id")
    return next((of.of(row) for row in rows if row[at].casefold() == wanted), None)
