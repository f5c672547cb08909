"""Appointments: a post given, corrected, ended, and the move to another unit with its decision."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.domain.errors import Expected, Refused
from tracker.domain.officials import Employment, Standing
from tracker.ui import wording
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.widgets.basics import label
from tracker.ui.widgets.units import UnitField, places

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from PySide6.QtWidgets import QLineEdit

    from tracker.actions.people import AppointmentFields
    from tracker.domain.officials import Actor, Appointment, Official
    from tracker.store import Changes, Store
    from tracker.ui.desk import Desk
    from tracker.ui.widgets.dates import DateField


class PostDialog(Dialog):
    """A post with all that is said of it. Subclasses say what is done with it."""

    def __init__(
        self, desk: Desk, title: str, official: Official, *, name: str, post: Appointment | None = None
    ) -> None:
        super().__init__(desk, title, f"{official.code}  {official.name}", name=name)
        self.official, self.post = official, post

    # --- fields -------------------------------------------------------------------------------------------------------

    def ask_unit(self) -> None:
        """The unit."""
        self.unit = UnitField(self.desk, places(self.desk, ended=True))
        self.field("unit", self.text("Unit (required)"), self.unit)

    def ask_title(self) -> None:
        """The title of the post."""
        example = self.text("for example specialist")
        self.title_line = self.line("title", self.text("Title (required)"), placeholder=example)
        self._fields["post"] = self._fields["title"]  # a missing title is refused under this name

    def ask_standing(self) -> None:
        """What the post makes of its holder."""
        with self.beside():
            self.standing = self.choice("standing", self.text("Standing in the unit"), _terms(self.desk, Standing))
            self.employment = self.choice("employment", self.text("Employment"), _terms(self.desk, Employment))
        self.standing.setCurrentIndex(self.standing.findData(Standing.MEMBER.value))
        self.employment.setCurrentIndex(self.employment.findData(Employment.CIVIL_SERVANT.value))
        self.leader = self.check("leader", self.text("Leader or manager (decides how the work is evaluated)"))
        self.standing.activated.connect(
            lambda _: self.leader.setChecked(self.standing.currentData() != Standing.MEMBER.value)
        )
        self.work = self.line(
            "field", self.text("Field of work in charge"), hint=self.text("Of a deputy; may be empty.")
        )

    def ask_days(self, *, ends: bool = True) -> None:
        """From when, and to when."""
        with self.beside():
            self.starts = self.day("starts_on", self.text("From day"))
            if ends:
                self.ends = self.day("ends_on", self.text("Last day"))

    def ask_decision(self) -> None:
        """The document it rests on."""
        self.number, self.signed = ask_decision(self, "15/QĐ-UBND", number="decision_number", day="decision_on")

    # --- what was said ------------------------------------------------------------------------------------------------

    def told(self) -> AppointmentFields:
        """What is said of the post besides unit, title and days. Raises Refused for what is no date."""
        return {
            "standing": Standing(self.standing.currentData()),
            "leader": self.leader.isChecked(),
            "employment": Employment(self.employment.currentData()),
            "field": self.work.text() or None,
            "decision_number": self.number.text() or None,
            "decision_on": self.day_of("decision_on"),
        }

    def show_post(self, post: Appointment) -> None:
        """Fill the fields from a post."""
        self.title_line.setText(post.title)
        self.standing.setCurrentIndex(self.standing.findData(post.standing.value))
        self.employment.setCurrentIndex(self.employment.findData(post.employment.value))
        self.leader.setChecked(post.leader)
        self.work.setText(post.field or "")
        self.starts.set(post.starts_on)
        self.number.setText(post.decision_number or "")
        self.signed.set(post.decision_on)


class AppointDialog(PostDialog):
    """A new post beside those that are held."""

    def __init__(self, desk: Desk, official: Official, held: Iterable[Appointment] = ()) -> None:
        super().__init__(desk, desk.text("Appoint to a post"), official, name="appoint")
        self.ask_unit()
        self.ask_title()
        self.ask_standing()
        self.main = self.check("main", self.text("Main post: the person belongs to this unit"))
        self.main.setChecked(not any(post.main and post.valid_on(desk.today) for post in held))
        self.ask_days()
        self.ask_decision()
        self.verbs(self.text("Appoint"), self._appoint)
        self.unit.setFocus()

    def _appoint(self) -> None:
        self.do(self._action, self.text("{name} was appointed", name=self.official.name))

    def _action(self, store: Store, actor: Actor) -> Changes:
        from tracker.actions.people import appoint

        fields: AppointmentFields = {
            **self.told(),
            "main": self.main.isChecked(),
            "starts_on": self.day_of("starts_on"),
            "ends_on": self.day_of("ends_on"),
        }
        return appoint(store, actor, self.official.id, self.unit.needed(), self.title_line.text(), fields)


class CorrectPostDialog(PostDialog):
    """What was said wrongly of a post."""

    def __init__(self, desk: Desk, official: Official, post: Appointment) -> None:
        super().__init__(desk, desk.text("Correct an appointment"), official, name="correct-post", post=post)
        from tracker.store import units

        self.add(label(self.text("Unit: {unit}", unit=units.get(desk.store, post.unit).name), "muted", wrap=True))
        self.ask_title()
        self.ask_standing()
        self.main = self.check("main", self.text("Main post: the person belongs to this unit"))
        self.main.setChecked(post.main)
        self.ask_days()
        self.ask_decision()
        self.show_post(post)
        self.ends.set(post.ends_on)
        self._why = self.line("reason", self.text("Reason (may be empty)"))
        self.verbs(self.text("Save"), self._save)
        self.title_line.setFocus()

    def _save(self) -> None:
        self.do(self._action, self.text("The appointment of {name} was corrected", name=self.official.name))

    def _action(self, store: Store, actor: Actor) -> Changes:
        from tracker.actions.people import edit_appointment

        assert self.post is not None
        fields: AppointmentFields = {
            **self.told(),
            "title": self.title_line.text(),
            "main": self.main.isChecked(),
            "starts_on": self.day_of("starts_on"),
            "ends_on": self.day_of("ends_on"),
        }
        return edit_appointment(store, actor, self.post.id, fields, reason=self._why.text() or None)


class MoveDialog(PostDialog):
    """To another unit or post by a decision: the main post ends the day before, a new one begins."""

    def __init__(self, desk: Desk, official: Official, post: Appointment | None) -> None:
        super().__init__(desk, desk.text("Move to another unit"), official, name="move", post=post)
        self.ask_unit()
        self.ask_title()
        self.ask_days(ends=False)
        self.starts.set(desk.today)
        self._ending = label("", "small", wrap=True)
        self.add(self._ending)
        self.ask_decision()
        self.ask_standing()
        if post is not None:
            self.employment.setCurrentIndex(self.employment.findData(post.employment.value))
        self.starts.changed.connect(self._tell)
        self._tell()
        self.verbs(self.text("Move"), self._move)
        self.unit.setFocus()

    def _tell(self) -> None:
        """What becomes of the present post."""
        try:
            day = self.starts.value()
        except Expected:
            day = None
        if self.post is None or day is None or not self.post.valid_on(day):
            self._ending.setText("")
            return
        last = day - timedelta(days=1)
        self._ending.setText(self.text("The post “{title}” ends on {day}.", title=self.post.title, day=last))

    def _move(self) -> None:
        self.do(self._action, self.text("{name} was moved", name=self.official.name))

    def _action(self, store: Store, actor: Actor) -> Changes:
        from tracker.actions.people import move

        first = self.day_of("starts_on")
        if first is None:
            raise Refused("appointment.needs_day", field="starts_on")
        return move(store, actor, self.official.id, self.unit.needed(), self.title_line.text(), first, self.told())


class EndPostDialog(Dialog):
    """The last day of a post, with the decision it rests on."""

    def __init__(self, desk: Desk, official: Official, post: Appointment, open_tasks: int = 0) -> None:
        super().__init__(desk, desk.text("End an appointment"), f"{official.code}  {official.name}", name="end-post")
        self._official, self._post = official, post
        from tracker.store import units

        unit = units.get(desk.store, post.unit)
        self.add(label(f"{post.title}, {unit.name}", "strong", wrap=True))
        last = self.day("ends_on", self.text("Last day in this post (required)"))
        last.set(desk.today)
        ask_decision(self, "15/QĐ-UBND")
        self._why = self.line("reason", self.text("Reason (may be empty)"))
        if open_tasks:
            told = self.text("{count} open tasks stay with this person until they are handed over.", count=open_tasks)
            self.add(label(told, "warning", wrap=True))
        self.verbs(self.text("End the appointment"), self._end)
        last.setFocus()

    def _end(self) -> None:
        self.do(self._action, self.text("The appointment of {name} was ended", name=self._official.name))

    def _action(self, store: Store, actor: Actor) -> Changes:
        from tracker.actions.people import end_appointment

        last = self.day_of("ends_on")
        if last is None:
            raise Refused("appointment.needs_last_day", field="ends_on")
        return end_appointment(
            store,
            actor,
            self._post.id,
            last,
            reason=self._why.text() or None,
            basis=self.typed_in("basis"),
            basis_on=self.day_of("basis_date"),
        )


def ask_decision(
    dialog: Dialog, example: str, *, number: str = "basis", day: str = "basis_date"
) -> tuple[QLineEdit, DateField]:
    """The fields of the decision it rests on: its number and date, read by the keys `number` and `day`."""
    with dialog.beside():
        line = dialog.line(number, dialog.text("Decision number"), placeholder=example)
        return line, dialog.day(day, dialog.text("Date of the decision"))


def _terms(desk: Desk, kind: type[StrEnum]) -> dict[str, str]:
    """The values of an enum in words that begin a line."""
    return {each.value: wording.beginning(desk.words.term(each)) for each in kind}
