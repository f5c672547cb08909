"""Where the data lie, how much they are, and that nothing leaves this computer."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QGridLayout

from tracker.ui import tokens
from tracker.ui.aside import Aside
from tracker.ui.pages.settings.form import Part
from tracker.ui.widgets.basics import button, card, label, row

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.ui.desk import Desk


class DataPart(Part):
    """The data folder."""

    def __init__(self, desk: Desk) -> None:
        text = desk.text
        super().__init__(
            desk,
            "data",
            text("Data"),
            text("No account, no network, no telemetry: everything is in one folder of this computer."),
        )
        frame, box = card("data-folder")
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.PADDING)
        grid.setVerticalSpacing(tokens.GRID * 2)
        grid.setColumnStretch(1, 1)
        names = (text("Folder"), text("Size"), text("Journal entries"), text("Tasks"), text("Officials"))
        self.facts = [label("", wrap=True, selectable=True) for _ in names]
        for at, (name, fact) in enumerate(zip(names, self.facts, strict=True)):
            grid.addWidget(label(name, "muted"), at, 0)
            fact.setAccessibleName(name)
            grid.addWidget(fact, at, 1)
        box.addLayout(grid)
        box.addLayout(
            row(
                button(text("Open the folder"), "open-folder", self._open),
                button(text("Import from a sheet"), "to-import", lambda: desk.go("import")),
                1,
            )
        )
        box.addWidget(
            label(
                text("The folder can be copied whole, to a USB stick too, while the program is closed."),
                "small",
                wrap=True,
            )
        )
        self.box.addWidget(frame)
        if desk.sample:
            self.box.addWidget(self._sample())
        self.box.addStretch(1)
        self.reload()

    def reload(self) -> None:
        """Count anew."""
        from tracker.store import journal, officials

        store = self.desk.store
        folder, size, entries, tasks, people = self.facts
        folder.setText(str(store.folder))
        entries.setText(str(journal.head(store)[0]))
        tasks.setText(str(self.desk.count("all")))
        people.setText(str(len(officials.every(store))))
        # Evidence and backups may be many files, on a slow disk: the window does not wait for them.
        counted = Aside(self, lambda: _size(store.folder))
        counted.finished.connect(lambda bytes_: size.setText(size_words(self.desk, bytes_)))
        counted.start()

    def _sample(self) -> QFrame:
        text = self.desk.text
        frame, box = card("sample")
        box.addWidget(label(text("Sample data"), "card"))
        box.addWidget(
            label(
                text("This is the sample office, marked on screen and paper. Its day is {day}.", day=self.desk.today),
                wrap=True,
            )
        )
        box.addLayout(row(button(text("Remove the sample data …"), "remove-sample", self._remove), 1))
        return frame

    def _remove(self) -> None:
        from tracker.ui.sample import remove_sample

        remove_sample(self.desk)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.store.folder)))


def size_words(desk: Desk, size: int) -> str:
    """A size as people say it: "12,3 MB"."""
    from decimal import Decimal

    for unit, bytes_ in (("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)):
        if size >= bytes_:
            return f"{desk.words.show((Decimal(size) / bytes_).quantize(Decimal('0.1')))} {unit}"
    return f"{size} B"


def _size(folder: Path) -> int:
    """The bytes of all files; what goes meanwhile, as the database's own help files do, counts for nothing."""
    found = 0
    for path in folder.rglob("*"):
        with suppress(FileNotFoundError):
            found += path.stat().st_size if path.is_file() else 0
    return found
