"""Sentences of what the window itself refuses (tracker.ui)."""

SENTENCES: dict[str, str] = {
    "window.held": (
        "{path} is open in another window of this program, which does not answer: close it, then start again."
    ),
    "appointment.needs_day": "From which day is missing: type the first day in the new post.",
    "appointment.needs_last_day": "The last day in this post is missing.",
    "unit.needs_last_day": "The last day of the unit is missing.",
    "period.needs_day": "The day is missing: type it as day/month/year.",
    "unit.none": "The unit is missing: type part of its name, and choose it from the list.",
    "unit.nothing": "No unit is found by “{name}”.",
    "unit.several": "“{name}” may be {units}: type more of the name, or choose from the list.",
    "person.password": "This is not the password of {name}: type it again.",
    "person.no_password": (
        "{name} has no password, but this office uses passwords: the head of the office or an administrator sets one."
    ),
    "form.number": "“{text}” is no number: write it with figures, as 1,5.",
    "form.whole": "“{text}” is no whole number: write it with figures, as 12.",
    "date.no_days": "“{text}” is no number of working days: write it with figures, as 10.",
    "person.nobody": "Nobody in office today is found by “{name}”.",
    "print.pages": "“{text}” are no pages of this paper, which has {count}: type for example 1-3, 5.",
    "print.failed": "{printer} takes nothing to print: see whether it is switched on, or save the PDF.",
    "reports.no_folder": "There is no folder {path}: choose one that is there.",
    "paper.no_reader": "No program of this computer opens {path}: save the PDF, and open it on another one.",
    "person.several": "“{name}” may be {people}: type more of the name, or choose from the list.",
    "import.file_changed": "{file} was changed after it was shown: look at it once more, then import it.",
    "import.refused_since": (
        "{file} was not imported: something was changed in the office meanwhile, and {count} errors came up; nothing"
        " was changed. Read the book again."
    ),
    "evidence.not_saved": "The copy could not be saved as {path} ({detail}): choose another place.",
    "calendar.no_day": "Which day? Write it as day/month/year.",
    "password.differs": "The two new passwords are not the same: type both again.",
    "password.not_this": "This is not your present password.",
    "person.missing": "It is not said to whom: type part of a name, a code or a unit.",
    "extension.no_day": "It is not said until when: give the deadline that is asked for.",
    "cell.no_number": "“{text}” is no number: type one, such as 2 or 1,5.",
    "view.name_missing": "The view needs a name: type one.",
    "view.name_long": "The name has {length} characters, {longest} at most: shorten it.",
    "view.name_taken": "There is a view “{name}” already: take another name.",
    "round.state": "“{text}” is no status: type d (working on it), t (submitted) or k (declined).",
    "round.percent": "“{text}” is no per cent: type a whole number from 0 to 100.",
    "round.needs_product": "A submitted result needs the number of its document: type it in “Product number”.",
    "round.needs_reason": "Declining needs a reason: type it in “Note”.",
    "round.only_reason": "A declined task has no per cent: clear it.",
    "round.day_alone": "A day alone says nothing: type what happened on it.",
}
