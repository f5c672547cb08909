"""Sentences of the command line (tracker.cli): what is no command line, and who acts."""

SENTENCES: dict[str, str] = {
    "usage.command": "There is no command “{command}”.",
    "usage.command_near": "There is no command “{command}”: did you mean “{near}”?",
    "usage.which": "“{command}” needs one of: {commands}.",
    "usage.option": "There is no option {option} here.",
    "usage.option_near": "There is no option {option} here: did you mean {near}?",
    "usage.flag": "{option} takes no value.",
    "usage.no_value": "{option} needs a value: {option} {value}.",
    "usage.twice": "{option} is given twice: give it once.",
    "usage.too_much": "“{text}” is more than this command takes; put text with spaces in quotation marks.",
    "usage.no_text": "The value of {option} is no text in UTF-8: type it again.",
    "usage.choice": "“{text}” is none of: {choices}.",
    "usage.missing": "{option} is missing.",
    "usage.together": "{one} and {other} exclude each other: give one of them.",
    "usage.one_of": "One of these is missing: {options}.",
    "usage.date": "“{text}” is no date: write year-month-day, as 2026-09-30.",
    "option.no_such_day": "There is no day {text} in the calendar: write a day that exists, as year-month-day.",
    "usage.number": "“{text}” is no number.",
    "usage.between": "A number from {least} to {most} is wanted.",
    "usage.path": "“{text}” is no file name.",
    "usage.nothing_to_edit": "Nothing to change is given: name at least one field, as --title.",
    "session.no_head": (
        "The office in {path} has no head, so it is not known who acts: name the official with --as CODE."
    ),
    "session.no_password": (
        "{name} ({code}) has no password, but this office uses passwords: an administrator sets one first."
    ),
    "session.password": (
        "The password of {name} ({code}) is wrong or missing: nothing was done; type it again, or set TRACKER_PASSWORD."
    ),
    "person.is_unit": "“{code}” is a unit: one official by name answers for a task, never a unit.",
    "backup.exists": "There is a file {path} already: choose another name, or replace it with --replace.",
    "window.no_display": "There is no screen to open the window on: use the commands, `--help` lists them.",
    "demo.not_a_sample": "{path} holds an office of its own and no sample: name another folder with --out.",
    "task.not_recorded_yet": "Task {number} was not recorded yet by that day.",
}
