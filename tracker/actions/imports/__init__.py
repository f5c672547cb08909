"""Books that an office kept before, taken over row by row: units, officials, tasks. Imports domain and store.

Rows come already typed (tracker.domain.book); here their persons and units are found, the rules of the office held
against them, and records made of them, all in one action or not at all (design.md §2, "From an old book").
"""

from collections.abc import Callable, Mapping

from tracker.actions.imports.officials import import_officials
from tracker.actions.imports.outcome import Imported, NotImported
from tracker.actions.imports.pasted import Pasted, read_pasted, take_pasted
from tracker.actions.imports.tasks import import_tasks
from tracker.actions.imports.units import import_units

__all__ = [
    "IMPORTERS",
    "Imported",
    "NotImported",
    "Pasted",
    "import_officials",
    "import_tasks",
    "import_units",
    "read_pasted",
    "take_pasted",
]

IMPORTERS: Mapping[str, Callable[..., Imported]] = {
    "units": import_units,
    "officials": import_officials,
    "tasks": import_tasks,
}
"""What a book lists → what imports it."""
