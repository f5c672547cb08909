"""What buttons offer is what actions do: each verb asked for everybody in every state, then done for real."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.actions.house import DOCUMENT, EVERYBODY, House
from tracker.actions import allowed, hand_overs, work
from tracker.actions.allowed import Verb
from tracker.domain.errors import Refused
from tracker.domain.tasks import TaskState

DEEDS = {
    Verb.ASK: "ask",
    Verb.EXTEND: "approve",
    Verb.REJECT: "reject",
    **{verb: verb.value for verb in Verb if verb not in (Verb.ASK, Verb.EXTEND, Verb.REJECT)},
    Verb.RETURN: "return",
    Verb.INSIST: "return",
}
ONLY_IN = {Verb.RETURN: TaskState.SUBMITTED, Verb.INSIST: TaskState.DECLINED}
"""One action does both: it returns a result, or insists on a declined task."""

CASES: dict[str, Callable[[House], str]] = {
    **{state.value: lambda house, state=state: house.led_to(state) for state in TaskState},  # type: ignore[misc]
    "asked": lambda house: led(house, ("ask", "CB2")),
    "asked, then handed in": lambda house: led(house, ("ask", "CB2"), ("submit", "CB2")),
    "extended once": lambda house: led(house, ("ask", "CB2"), ("approve", "TP"), ("ask", "CB2")),
    "explained": lambda house: led(house, ("explain", "CB2")),
    "without a deadline": lambda house: house.given(due_on=None, no_deadline_reason="thường xuyên"),
    "of the head": lambda house: house.given_to_the_head(),
    "of the head, handed in": lambda house: led(house, ("submit", "CT"), number=house.given_to_the_head()),
    "a draft without product": lambda house: house.drafted(product=None),
    "a draft without owner": lambda house: house.drafted(owner=None),
    "given by the Văn phòng's deputy": lambda house: house.given(by="PVP", owner="CB1"),
}


def led(house: House, *deeds: tuple[str, str], number: str | None = None) -> str:
    number = number or house.led_to(TaskState.DOING)
    for deed, by in deeds:
        house.do(deed, by, number)
    return number


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("files") / "minh chứng.pdf"
    path.write_bytes(b"%PDF-1.4")
    return path


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest, shared_house: House) -> Iterator[tuple[House, str]]:
    return shared_house, CASES[request.param](shared_house)


def done_for_real(house: House, verb: Verb, who: str, number: str, evidence: Path) -> str | None:
    """Why the action refuses; None where it does it, to at least one person."""
    state = house.task(number).state
    if verb in ONLY_IN and state is not ONLY_IN[verb]:
        return "task.state"
    if verb is Verb.FILE:
        return tried(house, lambda: work.add_evidence(house.store, house.actor(who), house.task(number).id, [evidence]))
    if verb is Verb.HAND_OVER:
        found = [handed(house, who, number, to) for to in EVERYBODY if to != "CU"]
        return None if None in found else found[0]
    return house.refusal(DEEDS[verb], who, number, **DOCUMENT)


def handed(house: House, who: str, number: str, to: str) -> str | None:
    task, said = house.task(number).id, {"reason": "lý do", "superior": "Chủ tịch thành phố", **DOCUMENT}
    return tried(
        house,
        lambda: hand_overs.hand_over(house.store, house.actor(who), task, house.id(to), **said),  # type: ignore[arg-type]
    )


def tried(house: House, deed: Callable[[], object]) -> str | None:
    with house.tried():
        try:
            deed()
        except Refused as refused:
            return refused.code
    return None


@pytest.mark.parametrize("who", EVERYBODY)
def test_offered_is_what_can_be_done(case: tuple[House, str], who: str, evidence: Path) -> None:
    house, number = case
    offered = allowed.refusals(house.store, house.actor(who), house.task(number).id)
    real = {verb: done_for_real(house, verb, who, number, evidence) for verb in Verb}
    assert {verb for verb, refusal in offered.items() if refusal is None} == {
        verb for verb, refusal in real.items() if refusal is None
    }


def test_asking_for_one_verb_says_the_same(case: tuple[House, str]) -> None:
    house, number = case
    task = house.task(number)
    for who in ("TP", "CB2", "CT"):
        everything = allowed.refusals(house.store, house.actor(who), task.id)
        for verb, refusal in everything.items():
            alone = allowed.refusal(house.store, house.actor(who), task.id, verb)
            assert (alone and alone.code) == (refusal and refusal.code)
            assert refusal is not None or verb in allowed.by_state(task)
