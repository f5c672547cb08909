"""Standing and rights without a store: the tree, the days, the fields, and the corners of the table "Who may"."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.builders import a_task
from tracker.domain import rights
from tracker.domain.errors import Refused
from tracker.domain.officials import Appointment, Grant, Right, Standing
from tracker.domain.rights import Capacity
from tracker.domain.standing import Office, Place
from tracker.domain.units import UnitKind

DAY = date(2026, 7, 15)
UBND, VP, KT, TO, ISLAND = 1, 2, 3, 4, 5
PLACES: Any = {
    UBND: Place(None, UnitKind.WARD),
    VP: Place(UBND, UnitKind.OFFICE),
    KT: Place(UBND, UnitKind.DIVISION),
    TO: Place(KT, UnitKind.OTHER),
    ISLAND: Place(None, UnitKind.OTHER),
}
HEAD, DEPUTY, HEAD_KT, DEPUTY_KT, MEMBER, CLERK, OTHER = range(1, 8)


def post(official: int, unit: int, standing: Standing = Standing.MEMBER, **fields: Any) -> Appointment:
    return Appointment(
        **{"id": official, "official": official, "unit": unit, "title": "x", "standing": standing} | fields
    )


def an_office(*more: Appointment, grants: tuple[Grant, ...] = (), units: Any = None) -> Office:
    held = [
        post(HEAD, UBND, Standing.HEAD),
        post(DEPUTY, UBND, Standing.DEPUTY),
        post(HEAD_KT, KT, Standing.HEAD),
        post(DEPUTY_KT, KT, Standing.DEPUTY),
        post(MEMBER, KT),
        post(CLERK, VP),
        post(OTHER, VP),
    ]
    changed = {each.official for each in more if each.main}
    posts: Any = {number: [] for number in range(1, 8)}
    for each in (*(each for each in held if each.official not in changed), *more):
        posts[each.official].append(each)
    given: Any = {number: [grant for grant in grants if grant.official == number] for number in range(1, 8)}
    return Office(UBND, units or PLACES, posts, given)  # type: ignore[arg-type]


def clerk(unit: int | None, official: int = CLERK) -> Grant:
    return Grant(id=1, official=official, right_name=Right.CLERK, unit=unit)  # type: ignore[arg-type]


def may_assign(office: Office, who: int, owner: int, field: str | None = None, day: date = DAY) -> bool:
    return rights.may_assign(office, who, owner, day, field)  # type: ignore[arg-type]


def test_units_above() -> None:
    office = an_office()
    assert office.line(TO) == [TO, KT, UBND]  # type: ignore[arg-type]
    assert office.line(ISLAND) == [ISLAND, UBND]  # type: ignore[arg-type]
    assert office.line(None) == [UBND]


def test_a_circle_in_the_tree_ends() -> None:
    office = an_office(units=PLACES | {KT: Place(TO, UnitKind.DIVISION)})
    assert office.line(TO) == [TO, KT, UBND]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("unit", "of", "holds"),
    [
        (None, KT, True),
        (UBND, KT, True),
        (KT, KT, True),
        (KT, TO, True),
        (TO, KT, False),
        (VP, KT, False),
        (KT, None, False),
    ],
)
def test_a_clerk_of_a_unit_and_those_below_it(unit: int | None, of: int | None, holds: bool) -> None:
    assert an_office(grants=(clerk(unit),)).is_clerk(CLERK, of) == holds  # type: ignore[arg-type]


def test_an_inspector_is_no_clerk() -> None:
    grant = Grant(id=1, official=CLERK, right_name=Right.INSPECTOR)  # type: ignore[arg-type]
    assert not an_office(grants=(grant,)).is_clerk(CLERK, KT)  # type: ignore[arg-type]


def test_standing_begins_and_ends_with_the_appointment() -> None:
    office = an_office(
        post(HEAD_KT, KT, Standing.HEAD, starts_on=date(2026, 7, 1), ends_on=date(2026, 7, 31)), post(OTHER, TO)
    )
    days = [date(2026, 6, 30), date(2026, 7, 1), date(2026, 7, 31), date(2026, 8, 1)]
    assert [may_assign(office, HEAD_KT, OTHER, day=day) for day in days] == [False, True, True, False]


def test_people_belong_to_the_unit_of_the_main_appointment() -> None:
    beside = post(OTHER, KT, main=False)
    assert not may_assign(an_office(post(OTHER, VP), beside), HEAD_KT, OTHER)


def test_after_its_end_to_the_last_one() -> None:
    office = an_office(post(MEMBER, KT, ends_on=date(2026, 6, 30)))
    assert office.unit_of(MEMBER, DAY) == KT  # type: ignore[arg-type]
    assert not office.serves(MEMBER, DAY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("own", "field", "holds"),
    [
        (None, "Đất đai", True),
        ("Đất đai", None, True),
        ("Đất đai", "đất  ĐAI", True),
        ("Đất đai; Xây dựng", "xây dựng", True),
        ("Đất đai, Xây dựng", "Xây dựng", True),
        ("Đất đai", "Xây dựng", False),
    ],
)
def test_deputies_in_their_field(own: str | None, field: str | None, holds: bool) -> None:
    assert may_assign(an_office(post(DEPUTY_KT, KT, Standing.DEPUTY, field=own)), DEPUTY_KT, MEMBER, field) == holds


def test_a_head_has_no_field() -> None:
    assert may_assign(an_office(post(HEAD_KT, KT, Standing.HEAD, field="Đất đai")), HEAD_KT, MEMBER, "Y tế")


def test_a_deputy_assigns_to_another_deputy_but_not_to_the_head() -> None:
    office = an_office(post(OTHER, KT, Standing.DEPUTY))
    assert may_assign(office, DEPUTY_KT, OTHER)
    assert not may_assign(office, DEPUTY_KT, HEAD_KT)
    assert not may_assign(office, DEPUTY, HEAD)


def test_a_deputy_is_blocked_for_the_head_by_any_post_as_head() -> None:
    office = an_office(post(OTHER, KT), post(OTHER, KT, Standing.HEAD, main=False))
    assert not may_assign(office, DEPUTY_KT, OTHER)


def decide(office: Office, actor: int, **fields: Any) -> str:
    task = a_task(**{"owner": MEMBER, "assigner": HEAD_KT} | fields)
    try:
        return rights.decide(office, actor, task, DAY)  # type: ignore[arg-type]
    except Refused as refused:
        return refused.code


def test_in_which_capacity_is_decided() -> None:
    office = an_office(grants=(clerk(None),))
    assert decide(office, HEAD_KT) == Capacity.ASSIGNER
    assert decide(office, HEAD) == Capacity.IN_PLACE
    assert decide(office, MEMBER) == "rights.own_task"
    assert decide(office, CLERK) == "rights.assigner_decides"
    assert decide(office, DEPUTY, owner=HEAD, assigner=None) == Capacity.SUPERIOR
    assert decide(office, CLERK, owner=HEAD, assigner=None) == Capacity.SUPERIOR
    assert decide(office, HEAD_KT, owner=HEAD, assigner=None) == "rights.superior_decides"
    assert decide(office, HEAD, owner=HEAD, assigner=None) == "rights.own_task"


def test_an_assigner_who_left_decides_no_more() -> None:
    office = an_office(post(HEAD_KT, KT, Standing.HEAD, ends_on=date(2026, 6, 30)))
    assert decide(office, HEAD_KT) == "rights.no_post"
    assert decide(office, HEAD) == Capacity.IN_PLACE


def test_who_is_owner_and_assigner_in_an_old_book_decides_nothing() -> None:
    assert decide(an_office(), HEAD_KT, owner=HEAD_KT, assigner=HEAD_KT) == "rights.own_task"
    assert decide(an_office(), HEAD, owner=HEAD_KT, assigner=HEAD_KT) == Capacity.IN_PLACE


def test_a_task_whose_assigner_nobody_knows() -> None:
    office = an_office()
    assert decide(office, HEAD, assigner=None) == Capacity.IN_PLACE
    assert decide(office, DEPUTY, assigner=None) == Capacity.SUPERIOR
    assert decide(office, HEAD_KT, assigner=None) == "rights.assigner_decides"


def test_the_clerk_s_right_lets_an_owner_neither_edit_nor_decide_the_own_task() -> None:
    office = an_office(grants=(clerk(None, MEMBER),))
    task = a_task(owner=MEMBER, assigner=HEAD_KT)
    for deed in (rights.edit, rights.decide):
        with pytest.raises(Refused, match=r"rights\.own_task"):
            deed(office, MEMBER, task, DAY)  # type: ignore[operator]


def test_the_office_itself_may_be_the_central_unit() -> None:
    places = {UBND: Place(None, UnitKind.PROVINCIAL_OFFICE), KT: Place(UBND, UnitKind.DIVISION)}
    assert an_office(units=places).central_units == [UBND]
    below = PLACES | {TO: Place(KT, UnitKind.OFFICE)}
    assert an_office(units=below).central_units == [VP]
