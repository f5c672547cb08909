"""How a book is read, in fields to correct: which list it is, its sheet, the row of its headings, its encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QLayout, QLineEdit, QWidget

from tracker.ui import tokens
from tracker.ui.books import KINDS
from tracker.ui.widgets.basics import column, label, link, row

if TYPE_CHECKING:
    from tracker.ui.books import Study
    from tracker.ui.desk import Desk

ENCODINGS = {"unicode": "Unicode", "tcvn3": "TCVN3 (ABC)", "vni": "VNI"}


class Fields(QWidget):
    """The row of fields above the preview."""

    corrected = Signal(dict)
    """What a person says otherwise: parts of `tracker.ui.books.Said`."""
    another_wanted = Signal()
    """Another file is to be chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._study: Study | None = None
        self.setProperty("clear", True)
        self.kind = combo("import-kind", desk.text("The book lists"))
        for each in KINDS:
            self.kind.addItem(kind_name(desk, each), each)
        self.sheet = combo("import-sheet", desk.text("Worksheet"))
        self.header = QLineEdit()
        self.header.setObjectName("import-header")
        self.header.setAccessibleName(desk.text("Row of the headings"))
        self.header.setValidator(QIntValidator(1, 9999, self.header))
        self.header.setFixedWidth(desk.theme.px(72))
        self.encoding = combo("import-encoding", desk.text("Letters in the file"))
        self.encoding.addItem(desk.text("Find out"), "auto")
        for code, name in ENCODINGS.items():
            self.encoding.addItem(name, code)
        named = [_named(each) for each in (self.kind, self.sheet, self.header, self.encoding)]
        other = link(desk.text("Another file …"), "another", self.another_wanted.emit)
        other.setFixedHeight(desk.theme.px(tokens.FIELD))  # its words stand beside those of the fields
        self.setLayout(row(*named, 1, column(1, other), spacing=tokens.GAP))
        self._connect()

    def show_study(self, study: Study) -> None:
        """Show how the book was read."""
        self._study = study
        look, said = study.look, study.said
        with QSignalBlocker(self.kind), QSignalBlocker(self.sheet), QSignalBlocker(self.encoding):
            self.kind.setCurrentIndex(self.kind.findData(said.what))
            self.sheet.clear()
            for name, kind in look.sheets:
                told = kind_name(self._desk, str(kind)) if kind else ""
                self.sheet.addItem(f"{name} ({told})" if told and told != name else name, name)
            self.sheet.setCurrentIndex(self.sheet.findData(look.sheet_name))
            self.encoding.setCurrentIndex(self.encoding.findData(said.encoding))
            found = self._desk.text("Found: {encoding}", encoding=ENCODINGS[look.encoding])
            self.encoding.setItemText(0, found)
        self.sheet.setEnabled(len(look.sheets) > 1)
        self.header.setText(str(look.header_row or ""))

    def _connect(self) -> None:
        self.kind.activated.connect(
            lambda _: self._say(what=self.kind.currentData(), sheet=None, header_row=None, fields=None)
        )
        self.sheet.activated.connect(lambda _: self._other_sheet())
        self.encoding.activated.connect(lambda _: self._say(encoding=self.encoding.currentData(), fields=None))
        self.header.editingFinished.connect(self._other_row)

    def _other_sheet(self) -> None:
        """A sheet was picked; where its headings tell what it lists, it is read as that."""
        name = self.sheet.currentData()
        kinds = dict(self._study.look.sheets) if self._study is not None else {}
        kind = kinds.get(name)
        self._say(sheet=name, header_row=None, fields=None, **({"what": str(kind)} if kind else {}))

    def _other_row(self) -> None:
        """The headings stand in another row than was found."""
        said = int(self.header.text() or 0)
        if self._study is not None and said and said != self._study.look.header_row:
            self._say(header_row=said, fields=None)

    def _say(self, **said: Any) -> None:
        self.corrected.emit(said)


def kind_name(desk: Desk, kind: str) -> str:
    """What a book lists, as the navigation calls it."""
    names = {"units": desk.text("Units"), "officials": desk.text("Officials"), "tasks": desk.text("Tasks")}
    return names[kind]


def combo(name: str, words: str) -> QComboBox:
    """A field with choices."""
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setMaxVisibleItems(12)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return made


def _named(widget: QWidget) -> QLayout:
    above = label(widget.accessibleName(), "small")
    above.setBuddy(widget)
    return column(above, widget, spacing=2)
