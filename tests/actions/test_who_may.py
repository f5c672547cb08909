"""Every action × every standing of the table "Who may" (design.md §2), the expected table written out by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.actions.house import DOCUMENT, DUE, EVERYBODY, SUPERIOR, TODAY, House
from tracker.actions import extensions, hand_overs, office, people, rights, tasks, units
from tracker.domain.errors import Refused
from tracker.domain.new_task import NewCoordinator, NewTask
from tracker.domain.officials import Right, Standing
from tracker.domain.tasks import TaskState
from tracker.store import officials

WORKERS = {"CB2", "VTK", "VTU"}
"""The owner CB2, the clerk of the owner's unit KT, the clerk of the whole office."""
DECIDERS = {"TP", "CT"}
"""The assigner TP, who heads KT; and in the assigner's place the head above."""
GIVERS = {"CT", "PCT", "PCV", "TP", "PTP"}
"""Heads and deputies of KT and of the office above (the task has no field)."""

OF_AN_ORDINARY_TASK = {
    "start": (TaskState.ASSIGNED, WORKERS),
    "progress": (TaskState.DOING, WORKERS),
    "submit": (TaskState.DOING, WORKERS),
    "decline": (TaskState.ASSIGNED, WORKERS),
    "ask": (TaskState.DOING, WORKERS),
    "explain": (TaskState.DOING, WORKERS),
    "answer": (TaskState.DOING, {"CB1", "VTV", "VTU"}),
    "confirm": (TaskState.SUBMITTED, DECIDERS),
    "return": (TaskState.SUBMITTED, DECIDERS),
    "pause": (TaskState.DOING, DECIDERS),
    "resume": (TaskState.PAUSED, DECIDERS),
    "recall": (TaskState.DOING, DECIDERS),
    "edit": (TaskState.DOING, {"TP", "VTK", "VTU"}),
    "chase": (TaskState.DOING, {"TP", "CVP", "PVP", "VTV", "VTU"}),
    "hand over": (TaskState.DOING, GIVERS),
    "assign": (TaskState.PROPOSED, GIVERS),
    "refuse": (TaskState.PROPOSED, GIVERS),
}
"""Deed → state of the task, who may. Owner CB2, assigner TP; all others are refused."""


@pytest.fixture(scope="module")
def numbers(shared_house: House) -> dict[TaskState, str]:
    states = {state for state, _ in OF_AN_ORDINARY_TASK.values()}
    return {state: shared_house.led_to(state) for state in sorted(states)}


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("deed", OF_AN_ORDINARY_TASK)
def test_an_ordinary_task(shared_house: House, numbers: dict[TaskState, str], deed: str, who: str) -> None:
    state, may = OF_AN_ORDINARY_TASK[deed]
    refusal = shared_house.refusal(deed, who, numbers[state])
    if who in may:
        assert refusal is None
    else:
        assert refusal is not None
        assert refusal.startswith("rights.")


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("deed", ["approve", "reject", "accept"])
def test_deciding_what_was_asked_or_explained(shared_house: House, deed: str, who: str) -> None:
    with shared_house.tried():
        number = shared_house.led_to(TaskState.DOING)
        shared_house.do("ask", "CB2", number)
        shared_house.do("explain", "CB2", number)
        refusal = shared_house.refusal(deed, who, number)
    assert (refusal is None) == (who in DECIDERS), refusal


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize(
    ("deed", "may"),
    [
        ("start", {"CT", "VTU"}),
        ("submit", {"CT", "VTU"}),
        ("ask", {"CT", "VTU"}),
        ("pause", {"PCT", "PCV", "VTU"}),
        ("recall", {"PCT", "PCV", "VTU"}),
        ("edit", {"PCT", "PCV", "VTU"}),
        ("chase", {"PCT", "PCV", "VTU", "CVP", "PVP", "VTV"}),
        ("hand over", {"PCT", "PCV", "VTU"}),
    ],
)
def test_the_head_s_own_task(shared_house: House, deed: str, may: set[str], who: str) -> None:
    """A deputy or clerk of the office records what the superior decided; the head never decides it."""
    with shared_house.tried():
        refusal = shared_house.refusal(deed, who, shared_house.given_to_the_head(), **DOCUMENT)
    assert (refusal is None) == (who in may), refusal


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("deed", ["confirm", "return"])
def test_the_head_s_own_result(shared_house: House, deed: str, who: str) -> None:
    with shared_house.tried():
        number = shared_house.given_to_the_head()
        shared_house.do("submit", "CT", number)
        without = shared_house.refusal(deed, who, number)
        refusal = shared_house.refusal(deed, who, number, **DOCUMENT)
    assert (refusal is None) == (who in {"PCT", "PCV", "VTU"}), refusal
    assert without is not None
    assert (without == "basis.missing") == (who in {"PCT", "PCV", "VTU"})


# --- giving a task ----------------------------------------------------------------------------------------------------

ASSIGNS_AT_ONCE = {
    "CB2": GIVERS,
    "TP": {"CT", "PCT", "PCV"},
    "PTP": {"CT", "PCT", "PCV", "TP"},
    "CB4": {"CT", "PCT", "PCV", "TP", "PTP", "TT"},
    "CB1": {"CT", "PCT", "PCV", "CVP", "PVP"},
    "CVP": {"CT", "PCT", "PCV"},
    "PCT": {"CT", "PCV"},
}
"""Owner → who assigns a task without a field to that owner; all others only propose it."""


@pytest.mark.parametrize("who", sorted(set(EVERYBODY) - {"CU"}))
@pytest.mark.parametrize("owner", ASSIGNS_AT_ONCE)
def test_assigned_at_once_or_proposed(shared_house: House, owner: str, who: str) -> None:
    with shared_house.tried():
        done = tasks.add(shared_house.store, shared_house.actor(who), shared_house.new(owner))
        task = tasks.made(shared_house.store, done)
    if who in ASSIGNS_AT_ONCE[owner]:
        assert (task.state, task.assigner) == (TaskState.ASSIGNED, shared_house.id(who))
    else:
        assert (task.state, task.assigner) == (TaskState.PROPOSED, None)


def test_who_has_left_proposes_nothing(shared_house: House) -> None:
    with pytest.raises(Refused, match=r"rights\.no_post"):
        tasks.add(shared_house.store, shared_house.actor("CU"), shared_house.new())


@pytest.mark.parametrize(
    ("field", "at_once"), [("Văn hóa", True), ("giao duc", True), ("Đất đai", False), (None, True)]
)
def test_a_deputy_assigns_within_the_field(shared_house: House, field: str | None, at_once: bool) -> None:
    with shared_house.tried():
        done = tasks.add(shared_house.store, shared_house.actor("PCV"), shared_house.new(field=field))
        assert (tasks.made(shared_house.store, done).state is TaskState.ASSIGNED) == at_once


@pytest.mark.parametrize("who", sorted(set(EVERYBODY) - {"TP", "CU"}))
@pytest.mark.parametrize("documented", [True, False])
def test_recording_what_a_document_assigned(shared_house: House, who: str, documented: bool) -> None:
    """Only a clerk of the assigner's unit, only with number and date of the document; else it is a proposal."""
    source = {"source_number": "45/TB-KT", "source_on": date(2026, 7, 10)} if documented else {}
    with shared_house.tried():
        done = tasks.add(shared_house.store, shared_house.actor(who), shared_house.new(assigner="TP", **source))
        task = tasks.made(shared_house.store, done)
    assert task.assigner == shared_house.id("TP")
    assert (task.state is TaskState.ASSIGNED) == (documented and who in {"VTK", "VTU"})


def test_a_number_without_its_date_is_no_document(shared_house: House) -> None:
    with shared_house.tried():
        new = shared_house.new(assigner="TP", source_number="45/TB-KT")
        done = tasks.add(shared_house.store, shared_house.actor("VTK"), new)
        assert tasks.made(shared_house.store, done).state is TaskState.PROPOSED


@pytest.mark.parametrize(
    ("owner", "fields", "code"),
    [
        ("CB2", {"assigner": "CVP"}, "rights.assigner_may_not"),
        ("CB2", {"assigner": "CB3"}, "rights.assigner_may_not"),
        ("TP", {"assigner": "PTP"}, "rights.assigner_may_not"),
        ("TP", {"assigner": "TP"}, "rights.to_oneself"),
        ("CB2", {"superior": SUPERIOR}, "rights.superior_only_for_head"),
        ("CT", {}, "rights.head_needs_superior"),
        ("CT", {"assigner": "PCT"}, "rights.head_needs_superior"),
    ],
)
def test_an_assigner_who_cannot_be(shared_house: House, owner: str, fields: dict[str, str], code: str) -> None:
    with pytest.raises(Refused) as refused:
        tasks.add(shared_house.store, shared_house.actor("VTU"), shared_house.new(owner, **fields))
    assert refused.value.code == code


@pytest.mark.parametrize("who", sorted(set(EVERYBODY) - {"CU"}))
@pytest.mark.parametrize("documented", [True, False])
def test_the_head_s_own_task_is_recorded_from_the_superior_s_document(
    shared_house: House, who: str, documented: bool
) -> None:
    source = {"source_number": "12/KH-UBND", "source_on": date(2026, 7, 1)} if documented else {}
    new = shared_house.new("CT", superior=SUPERIOR, **source)
    with shared_house.tried():
        task = tasks.made(shared_house.store, tasks.add(shared_house.store, shared_house.actor(who), new))
    assert (task.state is TaskState.ASSIGNED) == (documented and who in {"PCT", "PCV", "VTU"})
    assert (task.assigner, task.superior) == (None, SUPERIOR)


@pytest.mark.parametrize("who", ["TP", "PTP", "PCT"])
def test_nobody_hands_over_to_oneself(shared_house: House, who: str) -> None:
    with shared_house.tried():
        number = shared_house.given("CT")
        with pytest.raises(Refused, match=r"rights\.to_oneself"):
            hand_overs.hand_over(
                shared_house.store,
                shared_house.actor(who),
                shared_house.task(number).id,
                shared_house.id(who),
                reason="x",
            )


@pytest.mark.parametrize(
    ("owner", "who", "code"),
    [
        ("TP", "TP", "rights.own_task"),  # a head does not hand the own task down
        ("TP", "PTP", "rights.may_not_hand_over"),  # a deputy does not take a task from the head
        ("CB1", "TP", "rights.may_not_hand_over"),  # nor another unit's head
        ("CB1", "CVP", "rights.may_not_hand_over"),  # CB3 is of another unit
        ("CB1", "CT", None),
    ],
)
def test_whose_task_may_be_handed_over(shared_house: House, owner: str, who: str, code: str | None) -> None:
    with shared_house.tried():
        number = shared_house.given("CT", owner)
        assert shared_house.refusal("hand over", who, number) == code


@pytest.mark.parametrize(
    ("who", "code"), [("PTP", None), ("TP", None), ("CT", None), ("PCT", "rights.assigner_decides")]
)
def test_in_a_deputy_s_place_decides_the_head_of_the_unit_or_above(
    shared_house: House, who: str, code: str | None
) -> None:
    with shared_house.tried():
        number = shared_house.given("PTP", "CB2")
        shared_house.do("submit", "CB2", number)
        assert shared_house.refusal("confirm", who, number) == code


# --- more extensions than the setting allows --------------------------------------------------------------------------


@pytest.fixture
def extended_once(tmp_path: Path) -> Iterator[tuple[House, str]]:
    house = House(tmp_path / "data")
    number = house.given("TP", "CB2")
    house.do("ask", "CB2", number)
    house.do("approve", "TP", number)
    extensions.ask(house.store, house.actor("CB2"), house.task(number).id, date(2026, 8, 31), reason="mưa bão")
    yield house, number
    house.close()


def test_only_the_head_of_the_office_extends_again_and_with_a_basis(extended_once: tuple[House, str]) -> None:
    house, number = extended_once
    assert house.refusal("approve", "TP", number, **DOCUMENT) == "extension.limit"
    assert house.refusal("approve", "CT", number) == "extension.needs_basis"
    assert house.refusal("reject", "TP", number) is None
    house.do("approve", "CT", number, **DOCUMENT)
    task = house.task(number)
    assert (task.extensions, task.due_on, task.original_due_on) == (2, date(2026, 8, 31), DUE)


def test_the_setting_allows_more(extended_once: tuple[House, str]) -> None:
    house, number = extended_once
    office.set_setting(house.store, house.actor("CT"), "extension_limit", "2")
    house.do("approve", "TP", number)
    assert house.task(number).extensions == 2


# --- the office -------------------------------------------------------------------------------------------------------

KEEPERS = {"CT", "QT", "VTU"}
GOVERNORS = {"CT", "QT"}


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize(
    ("what", "may"),
    [
        ("unit", KEEPERS),
        ("official", KEEPERS),
        ("appointment", KEEPERS),
        ("import", KEEPERS),
        ("papers", KEEPERS),
        ("setting", GOVERNORS),
        ("calendar", GOVERNORS),
        ("year", GOVERNORS),
        ("grant", GOVERNORS),
        ("revoke", GOVERNORS),
        ("restore", GOVERNORS),
    ],
)
def test_the_office_itself(shared_house: House, what: str, may: set[str], who: str) -> None:
    store, actor = shared_house.store, shared_house.actor(who)
    owner, unit = shared_house.id("CB2"), shared_house.unit("VP")
    deeds = {
        "unit": lambda: units.add_unit(store, actor, "YT", "Trạm Y tế", {}),
        "official": lambda: people.add_official(store, actor, "CB99", "Hà Thị Ánh Nguyệt"),
        "appointment": lambda: people.appoint(store, actor, owner, unit, "Tổ viên", {}),
        "import": lambda: office.require_people(store, actor),
        "papers": lambda: units.form_papers(store, actor, unit, "", {"signer": owner, "recipients": "Lưu: VT"}),
        "setting": lambda: office.set_setting(store, actor, "due_soon_days", "5"),
        "calendar": lambda: office.set_day(store, actor, date(2026, 7, 20), working=False, name="Lễ hội"),
        "year": lambda: office.set_year(store, actor, 2027, confirmed=True, document="10/TB-BNV"),
        "grant": lambda: rights.grant(store, actor, owner, Right.CLERK, unit),
        "revoke": lambda: rights.revoke(store, actor, shared_house.id("VTK"), Right.CLERK),
        "restore": lambda: office.require_settings(store, actor),
    }
    refused = None
    with shared_house.tried():
        try:
            deeds[what]()
        except Refused as error:
            refused = error.code
    expected = None if who in may else "rights.people" if may == KEEPERS else "rights.settings"
    assert refused == expected


def test_a_right_holds_from_its_grant_to_its_revocation_whatever_day_is_declared(house: House) -> None:
    number = house.given(on=date(2026, 7, 14))
    rights.revoke(house.store, house.actor("CT"), house.id("VTK"), Right.CLERK)
    assert house.refusal("start", "VTK", number, on=date(2026, 7, 14)) == "rights.owner_works"
    rights.grant(house.store, house.actor("CT"), house.id("VTK"), Right.CLERK, house.unit("KT"))
    assert house.refusal("start", "VTK", number, on=date(2026, 7, 14)) is None


def test_standing_is_that_of_the_declared_day(house: House) -> None:
    """TP leaves on 12/7, PTP heads KT from then on: what is declared for 10/7 is still TP's."""
    posts = officials.appointments(house.store, house.id("TP"))
    people.end_appointment(house.store, house.actor("CT"), posts[0].id, date(2026, 7, 12))
    people.move(
        house.store,
        house.actor("CT"),
        house.id("PTP"),
        house.unit("KT"),
        "Trưởng phòng",
        date(2026, 7, 13),
        {"standing": Standing.HEAD},
    )
    new = NewTask(title="Thống kê", product="Bảng", due_on=DUE, owner=house.id("CB2"))

    def state(who: str, on: date) -> TaskState:
        with house.tried():
            done = tasks.add(house.store, house.actor(who), new, on=on, reason="ghi muộn")
            return tasks.made(house.store, done).state

    assert state("TP", date(2026, 7, 10)) is TaskState.ASSIGNED
    assert state("PTP", date(2026, 7, 14)) is TaskState.ASSIGNED
    with pytest.raises(Refused, match=r"rights\.no_post"):
        state("TP", date(2026, 7, 14))


def test_a_free_text_co_ordinator_is_answered_by_the_clerk_of_the_office(house: House) -> None:
    from tracker.actions import work

    number = house.given(coordinators=(NewCoordinator(name="các phòng"),))
    task = house.task(number).id
    with pytest.raises(Refused, match=r"rights\.coordinator_answers"):
        work.answer(house.store, house.actor("VTK"), task, "các phòng", "đã xong")
    work.answer(house.store, house.actor("VTU"), task, "Các Phòng", "đã xong", on=TODAY)
