"""Days, reasons, documents and texts: what every action asks for, and what a task needs before it is assigned."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.actions.house import DOCUMENT, DUE, TODAY, House
from tracker.actions import decisions, edits, extensions, hand_overs, office, tasks, work
from tracker.domain import events
from tracker.domain.errors import Refused
from tracker.domain.new_task import NewCoordinator
from tracker.domain.officials import Employment
from tracker.domain.tasks import Secrecy, SourceKind, Task, TaskState
from tracker.store import Changes, journal
from tracker.store import tasks as stored


def code_of(deed: Any) -> str | None:
    """The code with which a deed is refused; None where it is done."""
    try:
        deed()
    except Refused as refused:
        return refused.code
    return None


def july(day: int) -> date:
    return date(2026, 7, day)


# --- the declared day -------------------------------------------------------------------------------------------------


def test_nothing_is_declared_after_today(house: House) -> None:
    number = house.given()
    assert house.refusal("start", "CB2", number, on=july(16)) == "day.in_future"


def test_a_day_far_back_asks_for_a_reason(house: House) -> None:
    """Three working days back from Wednesday 15/7 is Friday 10/7; Thursday 9/7 is four."""
    number = house.given(on=july(6))
    assert house.refusal("start", "CB2", number, on=july(10), reason=None) is None
    assert house.refusal("start", "CB2", number, on=july(9), reason=None) == "day.needs_reason"
    assert house.refusal("start", "CB2", number, on=july(9), reason="nhập muộn") is None


def test_the_gap_is_a_setting(house: House) -> None:
    number = house.given(on=july(6))
    office.set_setting(house.store, house.actor("CT"), "declared_gap_days", "0")
    assert house.refusal("start", "CB2", number, on=july(14), reason=None) == "day.needs_reason"


def test_no_event_before_the_one_it_follows(house: House) -> None:
    number = house.given(on=july(6))
    assert house.refusal("submit", "CB2", number, on=july(3)) == "day.before_event"
    house.do("submit", "CB2", number, today=july(10))
    assert house.refusal("confirm", "TP", number, on=july(9)) == "day.before_event"
    assert house.refusal("confirm", "TP", number, on=july(10)) is None


@pytest.mark.parametrize(("deed", "who"), [("chase", "TP"), ("answer", "CB1"), ("explain", "CB2"), ("ask", "CB2")])
def test_what_moves_nothing_follows_the_assignment(house: House, deed: str, who: str) -> None:
    number = house.given(on=july(6), coordinators=(NewCoordinator(official=house.id("CB1")),))
    house.do("start", "CB2", number, today=july(10))
    assert house.refusal(deed, who, number, on=july(7)) is None
    assert house.refusal(deed, who, number, on=july(3)) == "day.before_event"


def test_progress_follows_the_progress_before(house: House) -> None:
    number = house.given(on=july(6))
    house.do("progress", "CB2", number, today=july(10))
    assert house.refusal("progress", "CB2", number, on=july(9)) == "day.before_event"
    assert house.refusal("progress", "CB2", number, on=july(10)) is None


def test_a_decision_follows_what_was_asked(house: House) -> None:
    number = house.given(on=july(6))
    house.do("ask", "CB2", number, today=july(10))
    house.do("explain", "CB2", number, today=july(10))
    for deed in ("approve", "reject", "accept"):
        assert house.refusal(deed, "TP", number, on=july(9)) == "day.before_event"
        assert house.refusal(deed, "TP", number, on=july(10)) is None


def test_both_days_are_kept(house: House) -> None:
    number = house.given(on=july(6))
    house.do("start", "CB2", number, on=july(10))
    entry = journal.of_record(house.store, "task", house.task(number).id)[-1]
    assert (entry.declared_on, entry.at[:10], house.task(number).moved_on) == ("2026-07-10", "2026-09-30", july(10))


# --- reasons and documents --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "deed", "who"),
    [
        ("proposed", "refuse", "TP"),
        ("assigned", "decline", "CB2"),
        ("doing", "ask", "CB2"),
        ("submitted", "return", "TP"),
        ("declined", "return", "TP"),
        ("doing", "pause", "TP"),
        ("doing", "recall", "TP"),
        ("draft", "recall", "TP"),
        ("doing", "chase", "TP"),
        ("doing", "hand over", "TP"),
        ("doing", "edit", "TP"),
    ],
)
@pytest.mark.parametrize("reason", [None, "", " \u00a0\u200b"])
def test_it_needs_a_reason(house: House, state: str, deed: str, who: str, reason: str | None) -> None:
    number = house.led_to(TaskState(state))
    assert house.refusal(deed, who, number, reason=reason) == "reason.missing"


@pytest.mark.parametrize(
    ("state", "deed", "who"),
    [
        ("assigned", "edit", "TP"),
        ("doing", "submit", "CB2"),
        ("submitted", "confirm", "TP"),
        ("paused", "resume", "TP"),
    ],
)
def test_it_needs_none(house: House, state: str, deed: str, who: str) -> None:
    assert house.refusal(deed, who, house.led_to(TaskState(state)), reason=None) is None


def test_a_request_is_rejected_with_a_reason(house: House) -> None:
    number = house.given()
    house.do("ask", "CB2", number)
    assert house.refusal("reject", "TP", number, reason=None) == "reason.missing"
    assert house.refusal("approve", "TP", number, reason=None) is None


def test_documents_are_of_the_past_and_have_numbers(house: House) -> None:
    number = house.given()
    assert house.refusal("start", "CB2", number, basis_on=july(1)) == "basis.number_missing"
    assert house.refusal("start", "CB2", number, basis="1/QĐ", basis_on=july(16)) == "document.in_future"
    task = house.task(number).id
    late = {"product_number": "5/BC", "product_on": july(16)}
    assert code_of(lambda: work.submit(house.store, house.actor("CB2"), task, **late)) == "document.in_future"


def test_reason_and_basis_stand_in_the_journal(house: House) -> None:
    number = house.led_to(TaskState.SUBMITTED)
    house.do("return", "TP", number, reason="  thiếu\u00a0phụ lục ", **DOCUMENT)
    entry = journal.of_record(house.store, "task", house.task(number).id)[-1]
    assert (entry.reason, entry.basis, entry.basis_on) == ("thiếu phụ lục", "118/QĐ-UBND", "2026-07-01")
    decided = stored.last_event(house.store, events.Submission, house.task(number).id)
    assert decided is not None
    assert (decided.basis, decided.basis_on) == ("118/QĐ-UBND", july(1))


# --- what a task needs ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": "  "}, "text.missing"),
        ({"title": "x" * 1_001}, "text.too_long"),
        ({"note": "x" * 5_001}, "text.too_long"),
        ({"product": None}, "task.needs_product"),
        ({"product": " "}, "task.needs_product"),
        ({"due_on": None}, "task.needs_deadline"),
        ({"due_on": None, "no_deadline_reason": " "}, "task.needs_deadline"),
        ({"no_deadline_reason": "thường xuyên"}, "task.two_deadlines"),
        ({"deadline_days": 5, "due_on": None, "no_deadline_reason": "thường xuyên"}, "task.two_deadlines"),
        ({"due_on": july(14)}, "task.due_before_assignment"),
        ({"draft_due_on": date(2026, 8, 1)}, "task.day_after_due"),
        ({"starts_on": date(2026, 8, 1)}, "task.day_after_due"),
        ({"deadline_days": 0, "due_on": None}, "task.deadline_days"),
        ({"quantity": 0}, "task.quantity"),
        ({"coefficient": Decimal(0)}, "task.coefficient"),
        ({"coefficient": Decimal("NaN")}, "task.coefficient"),
        ({"coefficient": Decimal("Infinity")}, "task.coefficient"),
        ({"complexity": "N6"}, "task.complexity"),
    ],
)
def test_a_task_that_is_not_assigned(house: House, fields: dict[str, Any], code: str) -> None:
    before = journal.head(house.store)
    assert code_of(lambda: tasks.add(house.store, house.actor("TP"), house.new(**fields))) == code
    assert journal.head(house.store) == before


def test_an_owner_is_an_official_with_a_post_that_day(house: House) -> None:
    assert code_of(lambda: tasks.add(house.store, house.actor("TP"), house.new(None))) == "task.needs_owner"
    assert code_of(lambda: tasks.add(house.store, house.actor("TP"), house.new("CU"))) == "official.no_post"
    given_in_june = lambda: tasks.add(  # noqa: E731 - said twice
        house.store, house.actor("TP"), house.new("CU"), on=date(2026, 6, 30), reason="ghi muộn"
    )
    assert code_of(given_in_june) is None


def test_a_draft_may_lack_anything_but_its_title(house: House) -> None:
    new = house.new(None, product=None, due_on=None)
    task = tasks.made(house.store, tasks.draft(house.store, house.actor("CB4"), new))
    assert (task.state, task.number, task.assigned_on) == (TaskState.DRAFT, "TO-2026-001", None)
    assert house.refusal("assign", "CT", task.number) == "task.needs_owner"


def test_a_draft_is_completed_and_assigned(house: House) -> None:
    number = house.drafted(by="CB3", product=None, due_on=None)
    said = {"product": "Kế hoạch", "owner": house.id("CB4"), "deadline_days": 5}
    edits.edit(house.store, house.actor("CB3"), house.task(number).id, said)  # type: ignore[arg-type]
    assert house.task(number).due_on == july(22)
    edits.edit(house.store, house.actor("CB3"), house.task(number).id, {"due_on": july(24)})
    assert house.task(number).deadline_days is None
    house.do("assign", "TP", number)
    assert (house.task(number).original_due_on, house.task(number).owner) == (july(24), house.id("CB4"))


def test_a_computed_deadline_rolls_off_days_off(house: House) -> None:
    """Five working days from Wednesday 26/8/2026: 27, 28/8; 31/8, 1 and 2/9 are off; then 3, 4 and 7/9."""
    number = house.given(on=date(2026, 8, 26), due_on=None, deadline_days=5)
    assert house.task(number).due_on == date(2026, 9, 7)


def test_a_computed_deadline_is_reckoned_from_the_assignment(house: House) -> None:
    new = house.new(due_on=None, deadline_days=3)
    number = tasks.made(house.store, tasks.add(house.store, house.actor("CB3"), new)).number
    assert house.task(number).due_on == july(20)
    house.do("assign", "TP", number, today=july(20))
    assert (house.task(number).due_on, house.task(number).original_due_on) == (july(23), july(23))


def notice_codes(house: House, done: Changes) -> list[str]:
    return [notice.code for notice in tasks.notices(house.store, tasks.made(house.store, done))]


def test_a_fixed_deadline_on_a_day_off_is_kept_and_told(house: House) -> None:
    done = tasks.add(house.store, house.actor("TP"), house.new(due_on=date(2026, 8, 1)))
    assert tasks.made(house.store, done).due_on == date(2026, 8, 1)
    assert notice_codes(house, done) == ["notice.due_on_day_off"]


def test_a_year_not_confirmed_is_told(house: House) -> None:
    office.set_year(house.store, house.actor("CT"), 2027, confirmed=False)
    new = house.new(due_on=date(2027, 3, 15))
    assert notice_codes(house, tasks.add(house.store, house.actor("TP"), new)) == ["notice.year_unconfirmed"]
    office.set_year(house.store, house.actor("CT"), 2027, confirmed=True, document="30/TB-BNV")
    assert notice_codes(house, tasks.add(house.store, house.actor("TP"), new)) == []


def test_a_contract_worker_as_owner_is_told(house: House) -> None:
    from tracker.actions import people
    from tracker.store import officials

    post = officials.appointments(house.store, house.id("CB2"))[0].id
    people.edit_appointment(house.store, house.actor("CT"), post, {"employment": Employment.CONTRACT})
    assert notice_codes(house, tasks.add(house.store, house.actor("TP"), house.new())) == ["notice.contract_owner"]


def test_nothing_of_a_secret_task_is_kept_but_that_it_is_one(house: House) -> None:
    new = house.new(title="Danh sách mật", source_summary="V/v danh sách mật", secrecy=Secrecy.SECRET)
    done = tasks.add(house.store, house.actor("TP"), new)
    task = tasks.made(house.store, done)
    assert (task.title, task.source_summary) == ("(Mật)", None)
    assert notice_codes(house, done) == ["notice.secret_title"]
    assert "Danh sách" not in "".join(entry.changes for entry in journal.entries(house.store))


def test_text_is_composed_and_squeezed(house: House) -> None:
    number = house.given(title="  Ra\u0300 soa\u0301t\u00a0 hộ\u200b kinh\tdoanh ", authority="ký thừa lệnh")
    assert (house.task(number).title, house.task(number).authority) == ("Rà soát hộ kinh doanh", "ký thừa lệnh")


def test_the_kind_of_source_follows_from_its_number(house: House) -> None:
    assert house.task(house.given()).source_kind is SourceKind.ORAL
    assert house.task(house.given(source_number="5/KH")).source_kind is SourceKind.DOCUMENT
    assert house.task(house.given(source_number="5/KH", source_kind=SourceKind.PLAN)).source_kind is SourceKind.PLAN


def test_numbers_count_by_unit_and_year(house: House) -> None:
    numbers = [house.given("CT", "CB2"), house.given("CT", "CB1"), house.given("TP", "CB3")]
    assert numbers == ["KT-2026-001", "VP-2026-001", "KT-2026-002"]
    assert house.given(due_on=date(2027, 2, 1), on=date(2027, 1, 4)) == "KT-2027-001"


def test_a_number_of_one_s_own_is_taken_once(house: House) -> None:
    assert house.given(number=" NV01 ") == "NV01"
    taken = house.new(number="nv01")
    assert code_of(lambda: tasks.add(house.store, house.actor("TP"), taken)) == "task.number_taken"
    assert house.given(number="KT-2026-001") == "KT-2026-001"
    assert house.given() == "KT-2026-002"


def test_co_ordinators_stand_once_and_are_not_the_owner(house: House) -> None:
    def add(*coordinators: NewCoordinator) -> str | None:
        new = house.new(coordinators=coordinators)
        return code_of(lambda: tasks.add(house.store, house.actor("TP"), new))

    one, two = NewCoordinator(official=house.id("CB1")), NewCoordinator(name="các phòng")
    assert add(one, two) is None
    assert add(one, two, NewCoordinator(official=house.id("CB1"), part="khác")) == "coordination.twice"
    assert add(two, NewCoordinator(name="Các  phòng")) == "coordination.twice"
    assert add(NewCoordinator(official=house.id("CB2"))) == "coordination.owner"
    assert add(NewCoordinator(name=" ")) == "text.missing"
    early = NewCoordinator(official=house.id("CB1"), due_on=july(14))
    assert add(early) == "coordination.due_before_assignment"


# --- editing ----------------------------------------------------------------------------------------------------------


def edit(house: House, number: str, who: str = "TP", **fields: Any) -> Task:
    said = {"reason": fields.pop("reason", None), "version": fields.pop("version", None)}
    edits.edit(house.store, house.actor(who), house.task(number).id, fields, **said)  # type: ignore[arg-type, misc]
    return house.task(number)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("owner", None),
        ("assigner", None),
        ("superior", "X"),
        ("due_on", date(2026, 8, 31)),
        ("deadline_days", 5),
        ("no_deadline_reason", "x"),
        ("starts_on", TODAY),
    ],
)
def test_owner_and_deadline_are_never_edited(house: House, name: str, value: object) -> None:
    with pytest.raises(Refused) as refused:
        edit(house, house.given(), **{name: value})
    assert (refused.value.code, refused.value.field) == ("task.edit_never", name)


def test_a_change_before_the_start_is_not_marked(house: House) -> None:
    task = edit(house, house.given(), title="Rà soát hộ kinh doanh chợ", coefficient=Decimal("2.5"), field="Thương mại")
    assert (task.title, task.coefficient, task.field, task.changed_after_start) == (
        "Rà soát hộ kinh doanh chợ",
        Decimal("2.5"),
        "Thương mại",
        False,
    )


def test_a_changed_title_or_product_is_marked_once_work_began(house: House) -> None:
    number = house.led_to(TaskState.DOING)
    assert not edit(house, number, note="x", reason="bổ sung").changed_after_start
    assert edit(house, number, product="Tờ trình", reason="đổi sản phẩm").changed_after_start
    assert edit(house, number, note=None, reason="bỏ ghi chú").changed_after_start


def test_what_cannot_be_edited_into(house: House) -> None:
    number = house.given()
    assert code_of(lambda: edit(house, number, title=" ")) == "text.missing"
    assert code_of(lambda: edit(house, number, product=None)) == "task.needs_product"
    assert code_of(lambda: edit(house, number, product="Báo cáo")) == "task.nothing_edited"
    assert code_of(lambda: edit(house, number, draft_due_on=date(2026, 8, 1))) == "task.day_after_due"
    assert code_of(lambda: edit(house, number, parent=house.task(number).id)) == "task.below_itself"
    below = house.given(parent=house.task(number).id)
    assert code_of(lambda: edit(house, number, parent=house.task(below).id)) == "task.below_itself"


def test_an_old_form_does_not_overwrite(house: House) -> None:
    number = house.given()
    version = house.task(number).version
    edit(house, number, note="một", version=version)
    assert code_of(lambda: edit(house, number, note="hai", version=version)) == "task.changed_meanwhile"


def test_co_ordinators_are_replaced_and_keep_their_answers(house: House) -> None:
    one, two, three = (NewCoordinator(official=house.id(code)) for code in ("CB1", "CB3", "CB4"))
    number = house.given(coordinators=(one, two))
    house.do("answer", "CB1", number)
    edit(house, number, coordinators=(one, three))
    parts = stored.events(house.store, events.Coordination, house.task(number).id)
    assert [(part.official, part.removed, part.answer) for part in parts] == [
        (house.id("CB1"), False, "đã gửi số liệu"),
        (house.id("CB3"), True, None),
        (house.id("CB4"), False, None),
    ]


def test_a_clerk_s_edit_names_the_assigner(house: House) -> None:
    number = house.given()
    edit(house, number, who="VTK", note="x")
    entry = journal.of_record(house.store, "task", house.task(number).id)[-1]
    assert (entry.actor, entry.behalf) == (house.id("VTK"), house.id("TP"))


# --- the record that was never there ----------------------------------------------------------------------------------


def test_what_is_unknown_is_named(house: House) -> None:
    nobody, nothing = 9_999, 9_999
    assert code_of(lambda: work.start(house.store, house.actor("CB2"), nothing)) == "task.unknown"  # type: ignore[arg-type]
    new = house.new(parent=nothing)
    assert code_of(lambda: tasks.add(house.store, house.actor("TP"), new)) == "task.unknown"
    task = house.task(house.given()).id
    hand = lambda: hand_overs.hand_over(house.store, house.actor("TP"), task, nobody, reason="x")  # type: ignore[arg-type] # noqa: E731
    assert code_of(hand) == "official.unknown"
    answer = lambda: work.answer(house.store, house.actor("CB1"), task, house.id("CB1"), "x")  # noqa: E731
    assert code_of(answer) == "coordination.unknown"
    faults = lambda: decisions.confirm(  # noqa: E731
        house.store, house.actor("TP"), house.task(house.led_to(TaskState.SUBMITTED)).id, faults=-1
    )
    assert code_of(faults) == "confirm.faults"


def test_an_extension_limit_of_none_leaves_it_to_the_head(house: House) -> None:
    office.set_setting(house.store, house.actor("QT"), "extension_limit", "0")
    number = house.given()
    extensions.ask(house.store, house.actor("CB2"), house.task(number).id, date(2026, 8, 7), reason="x")
    assert house.refusal("approve", "TP", number, **DOCUMENT) == "extension.limit"
    house.do("approve", "CT", number, **DOCUMENT)
    assert (house.task(number).due_on, house.task(number).original_due_on) == (date(2026, 8, 7), DUE)
