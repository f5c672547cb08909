"""Records with fields changed, at a third of the cost. Imports nothing."""

from __future__ import annotations

from typing import Any, TypeVar

R = TypeVar("R")


def changed(record: R, **fields: Any) -> R:
    """The record with these fields changed, as `dataclasses.replace` gives it, for records without `__post_init__`.

    `replace` runs the constructor over all fields of a frozen record once more: of a task's fifty that takes a fifth of
    an import. Raises TypeError for a field that the record has not.
    """
    values = record.__dict__
    if not fields.keys() <= values.keys():
        raise TypeError(f"no such field: {', '.join(sorted(fields.keys() - values.keys()))}")
    copy = object.__new__(type(record))
    copy.__dict__.update(values, **fields)
    return copy
