"""A command line is read into values, or refused in one sentence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tracker.cli import options
from tracker.cli.options import Command, Given, Help, Option, Usage, parse
from tracker.domain.errors import Refused


def a_command(*options_: Option, exclusive: tuple[str, ...] = ()) -> Command:
    return Command("task add", "Add", lambda _session, _given: None, *options_, exclusive=exclusive)


NUMBER = Option("NUMBER", "Number", required=True)
DUE = Option("--due", "Deadline", options.day, key="due_on")
NONE = Option("--no-deadline", "Reason")
FLAG = Option("--json", "JSON", flag=True)
MANY = Option("--coordinator", "Who", many=True)


def test_values_stand_behind_their_names_or_in_their_places() -> None:
    given = parse(a_command(NUMBER, DUE, FLAG, MANY), ["--due", "2026-09-30", "NV01", "--json"])
    assert (given.number, given.due_on, given.json, given.coordinator) == ("NV01", date(2026, 9, 30), True, ())


def test_a_value_may_follow_an_equals_sign_and_then_be_anything() -> None:
    assert parse(a_command(NONE), ["--no-deadline=--thường xuyên"]).no_deadline == "--thường xuyên"


def test_an_option_that_may_repeat_gathers_its_values() -> None:
    assert parse(a_command(MANY), ["--coordinator", "CB01", "--coordinator", "các phòng"]).coordinator == (
        "CB01",
        "các phòng",
    )


def test_behind_two_dashes_everything_stands_in_its_place() -> None:
    assert parse(a_command(NUMBER), ["--", "--due"]).number == "--due"


def test_text_comes_in_one_form() -> None:
    decomposed = "Giải quye\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING ACUTE ACCENT}t\N{NO-BREAK SPACE} đơn "
    assert parse(a_command(NUMBER), [decomposed]).number == "Giải quyết đơn"


def test_what_was_not_given_is_none() -> None:
    given = parse(a_command(DUE, NONE, FLAG), [])
    assert (given.due_on, given.no_deadline, given.json) == (None, None, False)
    assert given.only("due_on", "no_deadline") == {}


def test_a_wrong_name_of_a_value_is_a_bug() -> None:
    with pytest.raises(AttributeError):
        _ = Given({}).due


def test_help_may_stand_anywhere() -> None:
    with pytest.raises(Help):
        parse(a_command(NUMBER, DUE), ["NV01", "--due", "2026-09-30", "--help"])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["NV01", "--duo", "2026-09-30"], "usage.option_near"),
        (["NV01", "--zzz"], "usage.option"),
        (["NV01", "--json=yes"], "usage.flag"),
        (["NV01", "--due"], "usage.no_value"),
        (["NV01", "--due", "--json"], "usage.no_value"),
        (["NV01", "--due", "2026-09-30", "--due", "2026-09-30"], "usage.twice"),
        (["NV01", "NV02"], "usage.too_much"),
        ([], "usage.missing"),
        (["NV01", "--due", "30/9/2026"], "usage.date"),
        (["NV01", "--due", "2026-9-3"], "usage.date"),
        (["NV01", "--due", "٢٠٢٦-٠٩-٣٠"], "usage.date"),
        (["NV01\udcff"], "usage.no_text"),
    ],
)
def test_what_is_no_command_line_is_told(arguments: list[str], code: str) -> None:
    with pytest.raises(Usage) as told:
        parse(a_command(NUMBER, DUE, FLAG), arguments)
    assert told.value.code == code


def test_a_day_that_does_not_exist_is_refused_and_names_the_option() -> None:
    with pytest.raises(Refused) as told:
        parse(a_command(DUE), ["--due", "2026-02-30"])
    assert (told.value.code, told.value.field) == ("option.no_such_day", "due_on")
    assert DUE.means("due_on")
    assert DUE.means("due")


def test_options_that_exclude_each_other() -> None:
    one = a_command(DUE, NONE, exclusive=("!--due --no-deadline",))
    assert parse(one, ["--no-deadline", "thường xuyên"]).no_deadline == "thường xuyên"
    with pytest.raises(Usage) as both:
        parse(one, ["--due", "2026-09-30", "--no-deadline", "thường xuyên"])
    with pytest.raises(Usage) as neither:
        parse(one, [])
    assert (both.value.code, neither.value.code) == ("usage.together", "usage.one_of")


@pytest.mark.parametrize(("text", "value"), [("1.5", "1.5"), ("1,5", "1.5"), ("16", "16")])
def test_a_factor_takes_point_and_comma(text: str, value: str) -> None:
    assert options.factor(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "tám", "1.2.3", "-1", "1e5", "nan", "²"])
def test_no_factor(text: str) -> None:
    with pytest.raises(Usage):
        options.factor(text)


@pytest.mark.parametrize("text", ["", "1.5", "--1", "²", "9" * 20])
def test_no_whole_number(text: str) -> None:
    with pytest.raises(Usage):
        options.whole(text)


def test_whole_numbers() -> None:
    assert [options.whole("0"), options.whole("88"), options.whole("-5")] == [0, 88, -5]
