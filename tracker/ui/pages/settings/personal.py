"""What each person chooses at this computer: reminders, theme, size of type, rows, language. Never journaled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox

from tracker.ui.pages.settings.form import CONTROL, Form, Part
from tracker.ui.theme import SCHEMES, TEXT_SIZES
from tracker.ui.widgets.basics import Banner

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.ui.desk import Desk


class RemindersPart(Part):
    """Whether and how the program reminds."""

    def __init__(self, desk: Desk) -> None:
        text = desk.text
        super().__init__(
            desk,
            "reminders",
            text("Reminders"),
            text("Once a day, on working days only: what is due, what went overdue, what waits for you."),
        )
        from tracker.ui import reminders

        self.banner_box = _switch(
            desk, "remind", text("Show them in the window"), reminders.wanted(desk), reminders.want
        )
        self.tray_box = _switch(
            desk,
            "remind-tray",
            text("Tell them beside the clock"),
            reminders.wanted_in_tray(desk),
            reminders.want_in_tray,
        )
        form = Form(desk, "reminders")
        form.add_row(
            text("In the window"),
            text("A quiet line at the top at the start of the day; it can be closed and stays away until tomorrow."),
            self.banner_box,
        )
        form.add_row(
            text("Beside the clock"),
            text("A message of the system, where it has a place for such messages. Nothing is sent anywhere."),
            self.tray_box,
        )
        self.box.addWidget(form)
        self.box.addStretch(1)


def _switch(desk: Desk, name: str, words: str, on: bool, deed: Callable[[Desk, bool], object]) -> QCheckBox:
    made = QCheckBox(words)
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setChecked(on)
    made.toggled.connect(lambda now: deed(desk, now))
    return made


class LookPart(Part):
    """How the window looks here."""

    def __init__(self, desk: Desk) -> None:
        text = desk.text
        super().__init__(
            desk, "look", text("Look and language"), text("They hold for you at this computer, and at once.")
        )
        personal = desk.personal
        schemes = {
            "system": text("As the system has it"),
            "light": text("Light"),
            "dark": text("Dark"),
        }
        self.scheme = _choice(
            desk,
            "theme",
            text("Theme"),
            {each: schemes[each] for each in SCHEMES},
            str(personal.value("theme", "system")),
        )
        sizes = {str(size): f"{size} %" for size in TEXT_SIZES}
        self.type_size = _choice(desk, "text_size", text("Size of type"), sizes, str(personal.value("text_size", 100)))
        self.compact = _switch(desk, "compact", text("Compact rows"), desk.theme.compact, _compact)
        languages = {"vi": "Tiếng Việt", "en": "English"}
        self.language = _choice(desk, "language", text("Language"), languages, str(personal.value("language", "vi")))
        form = Form(desk, "look")
        form.add_row(text("Theme"), text("Light, dark, or as the system changes by itself."), self.scheme)
        form.add_row(
            text("Size of type"), text("Of the whole window, beside the scaling of the system."), self.type_size
        )
        form.add_row(
            text("Rows of lists"), text("Two more rows on the screen, a little closer together."), self.compact
        )
        form.add_row(text("Language"), text("Of the screen. Papers are always in Vietnamese."), self.language)
        self.box.addWidget(form)
        self.restart = Banner("info", text("The language changes when the program is opened again."), name="restart")
        self.restart.hide()
        self.box.addWidget(self.restart)
        self.box.addStretch(1)
        self.scheme.currentIndexChanged.connect(self._look)
        self.type_size.currentIndexChanged.connect(self._look)
        self.language.currentIndexChanged.connect(self._speak)

    def _look(self) -> None:
        scheme, size = str(self.scheme.currentData()), int(self.type_size.currentData())
        self.desk.personal.setValue("theme", scheme)
        self.desk.personal.setValue("text_size", size)
        self.desk.theme.choose(scheme, size)

    def _speak(self) -> None:
        language = str(self.language.currentData())
        self.desk.personal.setValue("language", language)
        self.restart.setVisible(language != self.desk.words.language)


def _compact(desk: Desk, on: bool) -> None:
    desk.personal.setValue("compact", on)
    desk.theme.pack(compact=on)


def _choice(desk: Desk, name: str, words: str, choices: dict[str, str], chosen: str) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setFixedWidth(desk.theme.px(CONTROL))
    for value, told in choices.items():
        made.addItem(told, value)
    made.setCurrentIndex(max(0, made.findData(chosen)))
    return made
