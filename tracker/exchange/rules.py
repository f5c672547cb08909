"""From the cells of a line to the fields of a row, and the rules that one line of a file must keep.

Imports only tracker.domain and this room. Rules that need the office (who is CB06, may he assign) are kept where the
rows are applied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from tracker.domain.events import CauseKind
from tracker.domain.tasks import SourceKind, TaskState
from tracker.exchange.cells import Deadline, Document, is_class_word, normal
from tracker.exchange.rows import Problem, Severity, What
from tracker.exchange.table import Line, Table
from tracker.exchange.values import CAUSE_KINDS, SOURCE_WORDS

Fields = dict[str, object]


def rows(table: Table, found: Iterable[Line | Problem]) -> Iterator[Line | Problem]:
    """Each line with the fields of its row, missing cells and broken rules among its problems."""
    if table.layout.what is What.TASKS and not table.column("product"):
        yield Problem(table.layout.header_row, None, "exchange.no_product_column")
    finish = _FINISH[table.layout.what](table)
    for line in found:
        if isinstance(line, Line):
            finish(line)
        yield line


def _missing(table: Table, line: Line, name: str, heading: str) -> None:
    if name not in line.values and name not in line.faulty:
        line.problems.append(_problem(table, line, name, "exchange.missing", missing=heading))


def _problem(
    table: Table, line: Line, name: str, code: str, severity: Severity = Severity.ERROR, /, **parameters: object
) -> Problem:
    return table.problem(line.row, name, code, severity, **parameters)


def _in_order(table: Table, line: Line, first: str, second: str, code: str) -> None:
    before, after = line.values.get(first), line.values.get(second)
    if isinstance(before, date) and isinstance(after, date) and after < before:
        line.problems.append(_problem(table, line, second, code, before=before, after=after))


def _unique(table: Table, name: str, code: str) -> Callable[[Line], None]:
    seen: dict[str, int] = {}

    def check(line: Line) -> None:
        text = line.values.get(name)
        if isinstance(text, str):
            first = seen.setdefault(text.casefold(), line.row)
            if first != line.row:
                line.problems.append(_problem(table, line, name, code, value=text, first=first))

    return check


def _units(table: Table) -> Callable[[Line], None]:
    unique = _unique(table, "code", "exchange.duplicate_code")

    def finish(line: Line) -> None:
        _missing(table, line, "code", "Mã đơn vị")
        _missing(table, line, "name", "Tên đơn vị")
        _in_order(table, line, "valid_from", "valid_to", "exchange.ends_before_start")
        unique(line)

    return finish


def _officials(table: Table) -> Callable[[Line], None]:
    same_person = _same_person(table)

    def finish(line: Line) -> None:
        _names_and_decision(line.values)
        for name, heading in (("code", "Mã"), ("name", "Họ và tên"), ("unit", "Đơn vị")):
            _missing(table, line, name, heading)
        if "title" not in line.values and "title" not in line.faulty:
            line.problems.append(_problem(table, line, "title", "exchange.no_title", Severity.WARNING))
        _in_order(table, line, "starts_on", "ends_on", "exchange.ends_before_start")
        same_person(line)

    return finish


def _names_and_decision(values: Fields) -> None:
    """The name out of two columns, number and day of the decision out of one."""
    family, given = values.get("family_name"), values.get("given_name")
    if "name" not in values and given:
        values["name"] = f"{family} {given}" if family else given
    if isinstance(number := values.pop("decision_number", None), Document):
        values["decision_number"] = number.number or number.text
        if number.on:
            values.setdefault("decision_on", number.on)


def _same_person(table: Table) -> Callable[[Line], None]:
    """One code is one person; the same post twice is a slip."""
    names: dict[str, tuple[int, str]] = {}
    posts: dict[tuple[object, ...], int] = {}

    def check(line: Line) -> None:
        code, name = line.values.get("code"), line.values.get("name")
        if not isinstance(code, str) or not isinstance(name, str):
            return
        first, known = names.setdefault(code.casefold(), (line.row, name))
        if known.casefold() != name.casefold():
            line.problems.append(
                _problem(table, line, "code", "exchange.code_of_two", value=code, first=first, name=known)
            )
            return
        post = (code.casefold(), *(line.values.get(part) for part in ("unit", "title", "starts_on")))
        if posts.setdefault(post, line.row) != line.row:
            line.problems.append(
                _problem(table, line, "code", "exchange.duplicate_post", value=code, first=posts[post])
            )

    return check


def _tasks(table: Table) -> Callable[[Line], None]:
    unique = _unique(table, "number", "exchange.duplicate_number")
    columns = set(table.layout.fields.values())

    def finish(line: Line) -> None:
        values = line.values
        _documents(values)
        _deadlines(table, line)
        _states(table, line)
        _causes(values, derive="cause_kind" not in columns)
        if "owner" not in values and "owner" not in line.faulty and "owner_name" in values:
            values["owner"] = values.pop("owner_name")
        _missing(table, line, "title", "Nội dung nhiệm vụ")
        if values.get("state") is not TaskState.DRAFT:
            _missing(table, line, "owner", "Người chịu trách nhiệm")
            _missing_deadline(table, line)
            if "product" in columns:
                _missing(table, line, "product", "Sản phẩm")
        _chronology(table, line)
        unique(line)

    return finish


def _documents(values: Fields) -> None:
    """Number, day and words of the document the task comes from, out of one column or two."""
    given = values.pop("source", None) or values.pop("source_number", None)
    values.pop("source_number", None)
    kind = values.get("source_kind")
    if isinstance(given, Document):
        number = given.number or (given.text if kind is SourceKind.DOCUMENT else None)
        if number:
            values["source_number"] = number
            if given.number and given.text:
                values.setdefault("source_summary", given.text)
            values.setdefault("source_kind", SourceKind.DOCUMENT)
        elif given.text:
            values["source_text"] = given.text
        if given.on:
            values.setdefault("source_on", given.on)
    if isinstance(words := values.get("source_text"), str):
        values.setdefault("source_kind", _kind_by_words(words))


def _kind_by_words(text: str) -> SourceKind:
    padded = f" {normal(text)} "
    return next((kind for word, kind in SOURCE_WORDS if f" {word} " in padded), SourceKind.ORAL)


def _deadlines(table: Table, line: Line) -> None:
    """First and present deadline out of the columns there are (rows.TaskRow)."""
    values, faulty = line.values, line.faulty
    if not values.get("no_deadline"):
        values.pop("no_deadline", None)
    one, first, present = (values.pop(name, None) for name in ("deadline", "original_due_on", "due_on"))
    if first is None and "original_due_on" not in faulty:
        first = one or present
    if present is None and "due_on" not in faulty:
        present = one or first
    if faulty & {"deadline", "original_due_on", "due_on"} and not (first and present):
        first = first or present
        present = present or first
    if not isinstance(first, Deadline) or not isinstance(present, Deadline):
        return
    if "no_deadline" in values and (first.day or present.day):
        line.problems.append(_problem(table, line, "no_deadline", "exchange.deadline_and_none"))
        return
    if first.none and present.none:
        values["no_deadline"] = True
        values.setdefault("no_deadline_reason", first.none)
    elif first.none or present.none:
        line.problems.append(_problem(table, line, "due_on", "exchange.deadline_and_none"))
    elif first.days or present.days:
        values["deadline_days"] = first.days or present.days
        values.update({"due_on": present.day} if present.day else {})
    else:
        values["original_due_on"], values["due_on"] = first.day, present.day


def _missing_deadline(table: Table, line: Line) -> None:
    values = line.values
    known = {"original_due_on", "due_on", "no_deadline", "deadline_days"} & values.keys()
    faulty = {"deadline", "original_due_on", "due_on", "deadline_days"} & line.faulty
    if known or faulty or any(problem.code == "exchange.deadline_and_none" for problem in line.problems):
        return
    name = next((name for name in ("due_on", "deadline", "original_due_on") if table.column(name)), "deadline_days")
    line.problems.append(_problem(table, line, name, "exchange.missing", missing="Hạn hoàn thành"))


def _states(table: Table, line: Line) -> None:
    """The state, or what a day of completion tells where the book has none; a done task needs that day."""
    values = line.values
    if line.faulty & {"state"}:
        word = next(
            (
                problem.parameters.get("value", "")
                for problem in line.problems
                if problem.code == "exchange.unknown_state"
            ),
            "",
        )
        if not isinstance(word, str) or not is_class_word(word):
            return
        line.problems[:] = [problem for problem in line.problems if problem.code != "exchange.unknown_state"]
        values["state"] = TaskState.DONE if "submitted_on" in values else TaskState.DOING
        told = "exchange.state_by_day" if "submitted_on" in values else "exchange.state_open"
        line.problems.append(_problem(table, line, "state", told, Severity.WARNING, value=word))
    elif "state" not in values and "submitted_on" in values:
        values["state"] = TaskState.DONE
        line.problems.append(_problem(table, line, "submitted_on", "exchange.state_by_day", Severity.WARNING, value=""))
    state = values.get("state")
    if state in (TaskState.ASSIGNED, TaskState.DOING) and "submitted_on" in values:
        line.problems.append(
            _problem(
                table, line, "submitted_on", "exchange.day_but_open", Severity.WARNING, value=values.pop("submitted_on")
            )
        )
    if (
        state in (TaskState.DONE, TaskState.SUBMITTED)
        and "submitted_on" not in values
        and "submitted_on" not in line.faulty
    ):
        if "confirmed_on" in values:
            values["submitted_on"] = values["confirmed_on"]
        else:
            line.problems.append(_problem(table, line, "submitted_on", "exchange.done_without_day"))


def _causes(values: Fields, *, derive: bool) -> None:
    """The kind of a cause, where the words of the cause tell it and the book has no column for it."""
    text = values.get("cause")
    if derive and isinstance(text, str):
        padded = f" {normal(text)} "
        for kind, words in CAUSE_KINDS.items():
            if f" {normal(words[0])} " in padded and isinstance(kind, CauseKind):
                values["cause_kind"] = kind
                return


_HAPPENED = ("assigned_on", "submitted_on", "confirmed_on", "recalled_on", "paused_on", "returned_on")


def _chronology(table: Table, line: Line) -> None:
    """Nothing is due or done before it was given, and nothing has happened after today (design.md §2.7)."""
    values, today = line.values, table.context.today
    for name in _deadline_columns(table):
        due = values.get("original_due_on" if name == "original_due_on" else "due_on")
        assigned = values.get("assigned_on")
        if isinstance(due, date) and isinstance(assigned, date) and due < assigned:
            line.problems.append(
                _problem(table, line, name, "exchange.due_before_assigned", before=assigned, after=due)
            )
    for name in ("submitted_on", "recalled_on", "paused_on", "returned_on"):
        _in_order(table, line, "assigned_on", name, "exchange.event_before_assigned")
    _in_order(table, line, "submitted_on", "confirmed_on", "exchange.confirmed_before_submitted")
    for name in _HAPPENED:
        day = values.get(name)
        if isinstance(day, date) and day > today:
            line.problems.append(_problem(table, line, name, "exchange.after_today", value=day, today=today))


def _deadline_columns(table: Table) -> list[str]:
    """The columns in which deadlines stand; a book may have one or two."""
    return [name for name in ("original_due_on", "due_on") if table.column(name)] or ["deadline"]


_FINISH: Mapping[What, Callable[[Table], Callable[[Line], None]]] = {
    What.UNITS: _units,
    What.OFFICIALS: _officials,
    What.TASKS: _tasks,
}
