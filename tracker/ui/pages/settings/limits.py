"""The numbers that the law leaves open: each with one sentence that says what it does. Every change is journaled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from tracker.domain.dates import read_date, show_date_table
from tracker.domain.errors import Expected
from tracker.ui.pages.settings.form import Form, Part

if TYPE_CHECKING:
    from tracker.store.writing import Changes
    from tracker.ui.desk import Desk

NUMBER, DAY = 90, 120
"""Widths of a field for a number, for a day."""
COVERED = "covered_from"


class LimitsPart(Part):
    """Limits of the office."""

    def __init__(self, desk: Desk) -> None:
        text = desk.text
        super().__init__(
            desk,
            "limits",
            text("Limits"),
            text("They hold for the whole office. The head of the office or an administrator changes them."),
        )
        self.form = Form(desk, "limits")
        for key, (words, told) in _numbers(desk).items():
            self.form.line(key, words, told, width=NUMBER)
        self.form.line(
            COVERED,
            text("First day of which the records are whole"),
            text("A comparison with a period before it has no figures. Empty: the day of the earliest assignment."),
            width=DAY,
        )
        self.form.line(
            "default_authority",
            text("Authority where nothing else is said"),
            text("Stands in a new task as the ground on which its owner may act: the sixth clear."),
        )
        self.box.addWidget(self.form)
        self.box.addStretch(1)
        self.reload()

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """Record what was changed."""
        return self.text("Record the changes"), self.save

    def reload(self) -> None:
        """The values in force."""
        from tracker.store import settings

        stored = {key: settings.value(self.desk.store, key) for key in self.form.typed()}
        if stored[COVERED]:
            stored[COVERED] = show_date_table(date.fromisoformat(stored[COVERED]))
        self.form.show_stored(stored)

    def save(self) -> None:
        """Record each changed setting; the first that is refused is shown at its field."""
        self.form.clear_errors()
        self.banner.hide()
        unsaved = self.form.unsaved()
        if not unsaved:
            self.desk.said.emit(self.text("Nothing was changed."), None)
        for key, value in unsaved.items():
            try:
                self._record(key, value)
            except Expected as error:
                self.form.show_error(key, error)
                return

    def _record(self, key: str, value: str) -> Changes | None:
        from tracker.actions.office import set_setting

        if key == COVERED and value.strip():
            value = read_date(value, self.desk.today).isoformat()
        return self.desk.act(
            lambda store, actor: set_setting(store, actor, key, value), self.text("The limit was recorded")
        )


def _numbers(desk: Desk) -> dict[str, tuple[str, str]]:
    """Setting → its words and its one sentence."""
    text = desk.text
    return {
        "extension_limit": (
            text("Extensions an assigner may approve"),
            text("So many times the assigner may move a deadline; then only the head of the office, with a document."),
        ),
        "due_soon_days": (
            text("“Due soon” begins (working days before the deadline)"),
            text("From that day on a task is shown as due soon in lists, on Today and in reports."),
        ),
        "declared_gap_days": (
            text("Late recording is shown from (working days)"),
            text("What is recorded so long after it happened needs a reason; screen and paper show both days."),
        ),
        "no_deadline_flag_days": (
            text("Without a deadline for long (working days)"),
            text("A task without a deadline that is older is pointed out on Today."),
        ),
        "not_updated_days": (
            text("Without news for long (working days)"),
            text("A task at work of which nothing was heard for longer is pointed out on Today."),
        ),
        "chase_answer_days": (
            text("Days for the answer to a letter that urges (working days)"),
            text("A letter of đôn đốc asks for a result or an explanation within so many days."),
        ),
        "escalation_chases": (
            text("Chases after which a task goes to the meeting"),
            text("A task chased so often is listed for the next meeting of the leaders."),
        ),
    }
