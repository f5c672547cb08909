"""The office and its head: the fields that `init` asks for, with what can be guessed from the name filled in."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from tracker.domain.errors import Expected, Refused
from tracker.domain.fields import Field
from tracker.domain.text import fold, squeeze
from tracker.ui import tokens
from tracker.ui.widgets.basics import Banner, button, column, label, row, set_look

if TYPE_CHECKING:
    from tracker.words import Words

WHAT = {
    "name": Field.NAME,
    "code": Field.CODE,
    "superior": Field.SUPERIOR,
    "place": Field.NAME,
    "head_name": Field.NAME,
    "head_title": Field.POST,
    "head_code": Field.CODE,
}
"""The fields, all of them needed, and what a refusal calls them."""
FIRST_CODE = "CB01"
_PLACES = frozenset(
    [
        *("phường", "phuong", "xã", "xa", "huyện", "huyen", "quận", "tỉnh", "tinh", "thành phố", "thanh pho"),
        *("đặc khu", "dac khu", "thị trấn", "thi tran"),
    ]
)
"""Words behind which the name of a place stands, also as typed without accents ("quan" means too much)."""


class OfficeForm(QWidget):
    """The fields of step one. `found(facts)` makes the office; what it raises is shown beside its field."""

    def __init__(self, words: Words, found: Callable[[dict[str, str]], object]) -> None:
        super().__init__()
        self.setProperty("clear", True)
        self._words, self._found = words, found
        self.fields: dict[str, QLineEdit] = {}
        self._errors: dict[str, QLabel] = {}
        self.banner = Banner("error", "", name="office-error")
        self.verb = button(words.text("Set up the office"), "found", self.press, primary=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.GAP)
        grid.setVerticalSpacing(tokens.GRID * 2)
        self._lay(grid)
        for at in range(6):
            grid.setColumnStretch(at, 1)
        self.setLayout(column(self.banner, grid, row(1, self.verb)))
        self.fields["head_code"].setText(FIRST_CODE)
        self.fields["name"].editingFinished.connect(self._guess)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.press)

    def facts(self) -> dict[str, str]:
        """What is typed, by the names of the action."""
        return {key: squeeze(field.text()) for key, field in self.fields.items()}

    def press(self) -> None:
        """Check that all is there, then make the office."""
        self._clear()
        facts = self.facts()
        empty = [key for key in WHAT if not facts[key]]
        for key in empty:
            self._show(key, Refused("text.missing", field=key, what=WHAT[key]))
        if empty:
            self.fields[empty[0]].setFocus()
            return
        try:
            self._found(facts)
        except Expected as error:
            self.banner.tell(self._words.sentence(error))

    def _show(self, key: str, error: Expected) -> None:
        beside = self._errors[key]
        beside.setText(self._words.sentence(error))
        beside.show()
        set_look(self.fields[key], "wrong", True)

    def _clear(self) -> None:
        self.banner.hide()
        for key, beside in self._errors.items():
            beside.hide()
            set_look(self.fields[key], "wrong", False)

    def _guess(self) -> None:
        """What the name tells; nothing that somebody typed is replaced."""
        for key, text in guesses(self.fields["name"].text()).items():
            if text and not self.fields[key].text():
                self.fields[key].setText(text)

    def _lay(self, grid: QGridLayout) -> None:
        text = self._words.text
        told = {
            "name": (text("Name of the office"), text("for example: People's Committee of Bạch Liên ward"), 0, 0, 4),
            "code": (text("Its short code"), "UBND", 0, 4, 2),
            "superior": (text("Body above it"), text("for example: People's Committee of Hồng Lam city"), 1, 0, 4),
            "place": (text("Place before the date"), text("for example: Bạch Liên"), 1, 4, 2),
            "head_name": (text("Full name of the head"), "", 2, 0, 2),
            "head_title": (text("Post of the head"), text("for example: Chairperson"), 2, 2, 2),
            "head_code": (text("Code of the head"), FIRST_CODE, 2, 4, 2),
        }
        for key, (words, hint, line, at, span) in told.items():
            field, above, error = QLineEdit(), label(words), label("", "error", wrap=True)
            field.setObjectName(key)
            field.setAccessibleName(words)
            field.setPlaceholderText(hint)
            above.setBuddy(field)
            error.hide()
            self.fields[key], self._errors[key] = field, error
            grid.addLayout(column(above, field, error, 1, spacing=tokens.GRID), line, at, 1, span)


def guesses(name: str) -> dict[str, str]:
    """Code, place and post of the head as the name of an office suggests them; "" where it does not."""
    plain = fold(name)
    committee = plain.startswith(("uy ban nhan dan", "ubnd"))
    letters = "".join(word[0] for word in re.findall(r"[a-z0-9]+", plain)).upper()
    return {
        "code": "UBND" if committee else letters[:8],
        "place": _place(squeeze(name).split()),
        "head_title": "Chủ tịch" if committee else "",
    }


def _place(words: list[str]) -> str:
    for at, word in enumerate(words):
        if word.lower() in _PLACES:
            return " ".join(words[at + 1 :])
        if " ".join(words[at : at + 2]).lower() in _PLACES:
            return " ".join(words[at + 2 :])
    return ""
