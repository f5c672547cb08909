"""The office, its units, officials, appointments, rights, settings and calendar."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.actions.house import TODAY, House
from tests.builders import an_actor
from tracker.actions import accounts, office, people, rights, units
from tracker.domain.errors import Refused
from tracker.domain.officials import Employment, Official, Right, Standing
from tracker.domain.units import UnitKind
from tracker.store import journal, officials, records, settings
from tracker.store import units as stored
from tracker.store.calendar import working_calendar
from tracker.store.folder import create_folder
from tracker.store.verify import verify


def code_of(deed: Any) -> str | None:
    try:
        deed()
    except Refused as refused:
        return refused.code
    return None


def test_the_office_is_founded_once(house: House) -> None:
    unit = stored.office(house.store)
    assert unit is not None
    assert (unit.code, unit.kind, unit.place, unit.superior) == (
        "UBND",
        UnitKind.WARD,
        "Bạch Liên",
        "Ủy ban nhân dân thành phố",
    )
    head = officials.by_code(house.store, "ct")
    assert (head.name, head.family_name, head.given_name) == ("Lưu Quang Thiệu", "Lưu Quang", "Thiệu")
    post = officials.appointments(house.store, head.id)[0]
    assert (post.standing, post.leader, post.starts_on, post.title) == (Standing.HEAD, True, None, "Chủ tịch")
    said = {"code": "X", "name": "X", "head_code": "X", "head_name": "X", "head_title": "X"}
    assert code_of(lambda: office.found_office(house.store, house.actor("CT"), **said)) == "office.exists"


def test_an_office_needs_names(tmp_path: Path) -> None:
    store = create_folder(tmp_path / "data")
    said = {"code": "X", "name": " ", "head_code": "X", "head_name": "X", "head_title": "X"}
    assert code_of(lambda: office.found_office(store, an_actor(1, TODAY), **said)) == "text.missing"
    assert stored.every(store) == []
    store.close()


def test_units_take_their_kind_from_the_name_and_the_office_above(house: House) -> None:
    head = house.actor("CT")
    units.add_unit(house.store, head, "PVHCC", "Trung tâm Phục vụ hành chính công", {"valid_from": TODAY})
    unit = stored.by_code(house.store, "PVHCC")
    assert (unit.kind, unit.parent, unit.valid_from) == (UnitKind.SERVICE_CENTRE, house.unit("UBND"), TODAY)
    units.edit_unit(house.store, head, unit.id, {"symbol": "TTHCC", "valid_to": date(2026, 12, 31)})
    after = stored.get(house.store, unit.id)
    assert (after.symbol, after.valid_to, after.name) == ("TTHCC", date(2026, 12, 31), unit.name)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"parent": "TO"}, "unit.circle"),
        ({"parent": "KT"}, "unit.circle"),
        ({"code": "vp"}, "unit.exists"),
        ({"name": " "}, "text.missing"),
        ({"valid_from": date(2026, 7, 1), "valid_to": date(2026, 6, 30)}, "unit.ends_before_begin"),
    ],
)
def test_a_unit_that_cannot_be(house: House, fields: dict[str, Any], code: str) -> None:
    if "parent" in fields:
        fields = {"parent": house.unit(fields["parent"])}
    assert code_of(lambda: units.edit_unit(house.store, house.actor("CT"), house.unit("KT"), fields)) == code  # type: ignore[arg-type]


def test_codes_are_given_once_and_forms_do_not_overwrite(house: House) -> None:
    head = house.actor("CT")
    assert code_of(lambda: units.add_unit(house.store, head, "kt", "Phòng Kinh tế", {})) == "unit.exists"
    assert code_of(lambda: people.add_official(house.store, head, "cb2", "Ai Đó")) == "official.exists"
    assert code_of(lambda: people.edit_official(house.store, head, house.id("CB3"), code="CB2")) == "official.exists"
    version = stored.by_code(house.store, "KT").version
    unit = house.unit("KT")
    units.edit_unit(house.store, head, unit, {"short_name": "P.KT"}, version=version)
    again = lambda: units.edit_unit(house.store, head, unit, {"short_name": "KT"}, version=version)  # noqa: E731
    assert code_of(again) == "unit.changed_meanwhile"


def test_the_split_of_a_name_is_moved(house: House) -> None:
    head = house.actor("CT")
    people.add_official(house.store, head, "CB60", "Đỗ  Minh Khuê", given_name="Minh Khuê")
    official = officials.by_code(house.store, "CB60")
    assert (official.name, official.family_name, official.given_name) == ("Đỗ Minh Khuê", "Đỗ", "Minh Khuê")
    people.edit_official(house.store, head, official.id, name="Đỗ Minh Khuê")
    assert officials.by_code(house.store, "CB60").given_name == "Khuê"
    wrong = lambda: people.edit_official(house.store, head, official.id, given_name="Khu")  # noqa: E731
    assert code_of(wrong) == "official.given_name"


def test_the_first_appointment_is_the_main_one(house: House) -> None:
    head = house.actor("CT")
    people.add_official(house.store, head, "CB61", "Đỗ Kiêm Nhiệm")
    who = house.id("CB61")
    people.appoint(house.store, head, who, house.unit("KT"), "Chuyên viên", {"starts_on": date(2026, 1, 1)})
    deputy: people.AppointmentFields = {
        "standing": Standing.DEPUTY,
        "starts_on": date(2026, 3, 1),
        "employment": Employment.ELECTED,
        "decision_number": "3/QĐ-UBND",
        "decision_on": date(2026, 2, 20),
    }
    people.appoint(house.store, head, who, house.unit("TO"), "Tổ phó", deputy)
    first, second = officials.appointments(house.store, who)
    assert (first.main, first.leader, second.main, second.leader) == (True, False, False, True)
    assert people.unit_on(house.store, who, date(2026, 5, 1)) == house.unit("KT")


def test_who_moves_belongs_to_the_new_unit_from_that_day(house: House) -> None:
    who = house.id("CB2")
    said = {"decision_number": "7/QĐ-UBND", "decision_on": date(2026, 7, 10)}
    people.move(house.store, house.actor("VTU"), who, house.unit("VP"), "Chuyên viên", date(2026, 7, 20), said)  # type: ignore[arg-type]
    old, new = officials.appointments(house.store, who)
    assert (old.ends_on, new.starts_on, new.main, new.decision_number) == (
        date(2026, 7, 19),
        date(2026, 7, 20),
        True,
        "7/QĐ-UBND",
    )
    assert people.unit_on(house.store, who, date(2026, 7, 19)) == house.unit("KT")
    assert people.unit_on(house.store, who, date(2026, 7, 20)) == house.unit("VP")
    actions = {entry.action for post in (old, new) for entry in journal.of_record(house.store, "appointment", post.id)}
    assert len(actions) == 2


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"standing": Standing.HEAD}, "appointment.second_head"),
        ({"standing": Standing.HEAD, "starts_on": date(2026, 7, 16)}, "appointment.second_head"),
        ({"title": "Chuyên Viên"}, "appointment.twice"),
        ({"starts_on": date(2026, 7, 2), "ends_on": date(2026, 7, 1)}, "appointment.ends_before_start"),
        ({"decision_on": date(2026, 7, 16)}, "document.in_future"),
        ({"title": ""}, "text.missing"),
        ({"title": "Tổ trưởng tổ một cửa"}, None),
    ],
)
def test_appointments_that_cannot_be(house: House, fields: dict[str, Any], code: str | None) -> None:
    title = fields.pop("title", "Trưởng phòng mới")
    head, who, unit = house.actor("CT"), house.id("CB2"), house.unit("KT")
    assert code_of(lambda: people.appoint(house.store, head, who, unit, title, fields)) == code  # type: ignore[arg-type]


def test_a_new_head_comes_after_the_old_one(house: House) -> None:
    head = house.actor("CT")
    old = officials.appointments(house.store, house.id("TP"))[0]
    people.end_appointment(house.store, head, old.id, date(2026, 7, 31))
    fields: people.AppointmentFields = {"standing": Standing.HEAD, "starts_on": date(2026, 8, 1)}
    people.appoint(house.store, head, house.id("PTP"), house.unit("KT"), "Trưởng phòng", fields)
    assert code_of(lambda: people.end_appointment(house.store, head, 999, TODAY)) == "appointment.unknown"  # type: ignore[arg-type]


def test_rights_are_given_once_and_taken_back(house: House) -> None:
    head, who = house.actor("CT"), house.id("CB2")
    rights.grant(house.store, head, who, Right.CLERK, house.unit("KT"))
    assert code_of(lambda: rights.grant(house.store, head, who, Right.CLERK, house.unit("KT"))) == "right.held"
    rights.grant(house.store, head, who, Right.CLERK, house.unit("VP"))
    for_one = lambda: rights.grant(house.store, head, who, Right.INSPECTOR, house.unit("VP"))  # noqa: E731
    assert code_of(for_one) == "right.for_office"
    rights.revoke(house.store, head, who, Right.CLERK, house.unit("KT"))
    assert [grant.unit for grant in officials.grants(house.store, who)] == [house.unit("VP")]
    rights.revoke(house.store, head, who, Right.CLERK)
    assert officials.grants(house.store, who) == []
    assert code_of(lambda: rights.revoke(house.store, head, who, Right.CLERK)) == "right.not_held"


def test_settings_that_are_numbers(house: House) -> None:
    head = house.actor("CT")
    office.set_setting(house.store, head, "due_soon_days", " 5 ")
    assert settings.number(house.store, "due_soon_days") == 5
    for value in ("-1", "x", "", "1,5", "²", "99999"):
        assert (
            code_of(lambda value=value: office.set_setting(house.store, head, "due_soon_days", value))
            == "setting.number"
        )
    assert code_of(lambda: office.set_setting(house.store, head, "chain", "x")) == "setting.unknown"
    assert code_of(lambda: office.set_setting(house.store, head, "colour", "x")) == "setting.unknown"
    office.set_setting(house.store, head, "default_authority", "theo quy chế")
    assert house.task(house.given()).authority == "theo quy chế"
    office.set_setting(house.store, head, "sample_day", "2026-09-30")
    assert code_of(lambda: office.set_setting(house.store, head, "sample_day", "30/9")) == "date.impossible"


def test_the_calendar_is_edited(house: House) -> None:
    head, day, saturday = house.actor("CT"), date(2026, 7, 20), date(2026, 7, 25)
    office.set_day(house.store, head, day, working=False, name="Lễ hội", document="5/TB")
    office.set_day(house.store, head, saturday, working=True, name="Làm bù")
    calendar = working_calendar(house.store)
    assert (calendar.is_working(day), calendar.is_working(saturday)) == (False, True)
    office.set_day(house.store, head, day, working=None)
    assert working_calendar(house.store).is_working(day)
    assert code_of(lambda: office.set_day(house.store, head, day, working=None)) == "calendar.nothing_set"
    assert code_of(lambda: office.set_day(house.store, head, day, working=True)) == "calendar.follows_week"
    office.set_day(house.store, head, day, working=False, name="Lễ hội")
    office.set_year(house.store, head, 2030, confirmed=True, document="1/TB")
    assert working_calendar(house.store).confirmed(2030)
    assert verify(house.store).whole


def test_passwords(house: House) -> None:
    who = house.id("CB2")
    assert not accounts.password_holds(house.store, who, "")
    accounts.set_password(house.store, house.actor("QT"), house.id("QT"), "mật khẩu của quản trị")
    accounts.set_password(house.store, house.actor("CB2"), who, "mật khẩu của tôi")
    assert accounts.password_holds(house.store, who, "mật khẩu của tôi")
    assert accounts.password_holds(house.store, who, "ma\u0323\u0302t kh\u00e2\u0309u cu\u0309a t\u00f4i")
    assert not accounts.password_holds(house.store, who, "mat khau cua toi")
    account = officials.account(house.store, who)
    assert account is not None
    assert account.password_hash is not None
    assert account.password_hash.startswith("$argon2id$v=19$m=65536,t=")
    assert "khẩu" not in "".join(entry.changes for entry in journal.entries(house.store) if entry.kind == "account")
    accounts.set_password(house.store, house.actor("QT"), who, None)
    assert not accounts.password_holds(house.store, who, "mật khẩu của tôi")


def test_who_may_set_passwords_has_one_while_anybody_has(house: House) -> None:
    who, keeper = house.id("CB2"), house.id("QT")
    alone = lambda: accounts.set_password(house.store, house.actor("CB2"), who, "mật khẩu của tôi")  # noqa: E731
    assert code_of(alone) == "account.nobody_governs", "head and administrator would be shut out"
    accounts.set_password(house.store, house.actor("QT"), keeper, "mật khẩu của quản trị")
    alone()
    last = lambda: accounts.set_password(house.store, house.actor("QT"), keeper, None)  # noqa: E731
    assert code_of(last) == "account.nobody_governs"
    accounts.set_password(house.store, house.actor("QT"), who, None)
    last()
    assert not officials.any_password(house.store)


def test_whose_password_one_may_set(house: House) -> None:
    who = house.id("CB2")
    for other in ("TP", "VTU", "TS"):
        set_it = lambda other=other: accounts.set_password(house.store, house.actor(other), who, "12345678")  # noqa: E731
        assert code_of(set_it) == "rights.settings"
    for text in ("1234567", "x" * 1_001):
        too = lambda text=text: accounts.set_password(house.store, house.actor("CB2"), who, text)  # noqa: E731
        assert code_of(too) == "account.password_length"


def test_a_code_belongs_to_one_record_for_ever(house: House) -> None:
    assert records.bearer(house.store, Official, "cb2") == officials.by_code(house.store, "CB2")
    assert records.bearer(house.store, Official, "CB999") is None
