"""A book of the office as a sheet of Excel, with the columns that an import reads back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QWidget

from tracker.reports import naming
from tracker.ui import papers
from tracker.ui.aside import Aside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.ui.desk import Desk


def write_book(desk: Desk, parent: QWidget, what: str, rows: Sequence[Any]) -> None:
    """Ask where to, and write there on a thread: "officials", "units" or "tasks"; a toast says where it is."""
    path = ask_path(desk, parent, what)
    if path is not None:
        write_to(desk, parent, path, what, rows)


def write_to(desk: Desk, parent: QWidget, path: Path, what: str, rows: Sequence[Any]) -> Aside:
    """Write under a path."""

    def work() -> Path:
        from tracker.exchange import write

        write(path, what, rows)
        return path

    aside = Aside(parent, work)
    told = desk.text("Written: {count} rows, {path}", count=len(rows), path=path.name)
    aside.finished.connect(lambda _: desk.said.emit(told, None))
    aside.refused.connect(desk.refused.emit)
    return aside.start()


def ask_path(desk: Desk, parent: QWidget, what: str) -> Path | None:
    """The system's dialog for a file to save, in the folder used last."""
    called = {"officials": desk.text("Officials"), "units": desk.text("Units"), "tasks": desk.text("Tasks")}
    name = Path(naming.report("DS", called[what], desk.today.isoformat())).with_suffix(".xlsx").name
    title = desk.text("Export to Excel")
    found, _ = QFileDialog.getSaveFileName(parent, title, str(papers.folder(desk) / name), "Excel (*.xlsx)")
    if not found:
        return None
    path = Path(found)
    papers.keep_folder(desk, path.parent)
    return path if path.suffix.lower() in (".xlsx", ".csv") else path.with_name(path.name + ".xlsx")
