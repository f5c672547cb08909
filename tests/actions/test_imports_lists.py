"""Lists of units and of officials: what a row becomes, what a second list changes, what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.actions.books import a_sheet, found_ward, official_row, unit_row
from tests.builders import an_actor, day
from tracker.actions.imports import Imported, NotImported, import_officials, import_units
from tracker.domain.book import OfficialRow, Problem, UnitRow
from tracker.domain.errors import Refused
from tracker.domain.officials import Appointment, Employment, Official, Right, Standing
from tracker.domain.units import Unit, UnitKind
from tracker.store import Store, journal, officials, units
from tracker.store.folder import create_folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """UBND with its head CB01, and VP below it."""
    made = create_folder(tmp_path / "data")
    made.connection.execute("PRAGMA synchronous = OFF")
    found_ward(made)
    list_units(made, unit_row("VP", "Văn phòng HĐND và UBND", parent="UBND", row=2))
    yield made
    made.close()


def list_units(store: Store, *rows: UnitRow) -> Imported:
    return import_units(store, an_actor(), a_sheet(rows), file="don-vi.xlsx")


def list_officials(store: Store, *rows: OfficialRow) -> Imported:
    return import_officials(store, an_actor(), a_sheet(rows), file="can-bo.xlsx")


def unit(store: Store, code: str) -> Unit:
    return units.by_code(store, code)


def person(store: Store, code: str) -> Official:
    return officials.by_code(store, code)


def posts(store: Store, code: str) -> list[Appointment]:
    return officials.appointments(store, person(store, code).id)


def faults(problems: tuple[Problem, ...]) -> list[tuple[int | None, str]]:
    return [(problem.row, problem.code) for problem in problems]


def refused(call: Any, store: Store, *rows: Any) -> list[tuple[int | None, str]]:
    before = journal.head(store)
    with pytest.raises(NotImported) as error:
        call(store, *rows)
    assert journal.head(store) == before
    return faults(tuple(problem for problem in error.value.problems if problem.fatal))


# Units


def test_a_parent_is_found_by_code_or_name_whatever_the_order_of_rows(store: Store) -> None:
    list_units(
        store,
        unit_row("TO", "Tổ một cửa", parent="Phòng Văn hóa - Xã hội", row=2),
        unit_row("VHXH", "Phòng Văn hóa - Xã hội", parent="ubnd", row=3),
    )
    assert unit(store, "TO").parent == unit(store, "VHXH").id
    assert unit(store, "VHXH").parent == unit(store, "UBND").id


def test_the_kind_is_read_from_the_name_where_the_book_does_not_say_it(store: Store) -> None:
    list_units(store, unit_row("TT", "Trung tâm Phục vụ hành chính công"), unit_row("X", "Đội", row=3))
    assert unit(store, "TT").kind is UnitKind.SERVICE_CENTRE
    assert unit(store, "X").kind is UnitKind.OTHER


def test_what_a_second_list_leaves_open_stays(store: Store) -> None:
    list_units(store, unit_row("VHXH", "Phòng VHXH", parent="UBND", symbol="VHXH", place="Bạch Liên"))
    done = list_units(store, unit_row("vhxh", "Phòng Văn hóa - Xã hội", valid_from=day("1/7/2025")))
    assert (done.made, done.updated) == (0, 1)
    found = unit(store, "VHXH")
    assert (found.code, found.name, found.valid_from) == ("VHXH", "Phòng Văn hóa - Xã hội", day("1/7/2025"))
    assert (found.symbol, found.place, found.parent) == ("VHXH", "Bạch Liên", unit(store, "UBND").id)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([unit_row("A", parent="Z")], "import.unit_unknown"),
        ([unit_row("A", parent="A")], "import.unit_above_itself"),
        ([unit_row("A", successor="Z")], "import.unit_unknown"),
        (
            [unit_row("A", "Tổ", row=3), unit_row("B", "Tổ", row=4), unit_row("C", parent="Tổ", row=2)],
            "import.unit_ambiguous",
        ),
    ],
)
def test_a_unit_above_that_cannot_be_is_refused(store: Store, rows: list[UnitRow], code: str) -> None:
    assert refused(list_units, store, *rows) == [(2, code)]


def test_units_in_a_circle_are_refused_row_by_row(store: Store) -> None:
    found = refused(list_units, store, unit_row("A", parent="B", row=2), unit_row("B", parent="A", row=3))
    assert found == [(2, "import.unit_circle"), (3, "import.unit_circle")]


def test_a_circle_with_a_unit_that_is_not_in_the_book_is_refused_too(store: Store) -> None:
    assert refused(list_units, store, unit_row("UBND", "UBND phường Bạch Liên", parent="VP")) == [
        (2, "import.unit_circle")
    ]


def test_a_head_who_serves_in_the_unit_already_becomes_its_head(store: Store) -> None:
    list_officials(store, official_row("CB04", "Vương Đình Khoát", title="Chuyên viên"))
    assert posts(store, "CB04")[0].standing is Standing.MEMBER
    done = list_units(store, unit_row("VP", "Văn phòng HĐND và UBND", head="Vương Đình Khoát"))
    assert done.problems == ()
    assert (posts(store, "CB04")[0].standing, posts(store, "CB04")[0].leader) == (Standing.HEAD, True)


def test_a_head_is_awaited_by_name_too(store: Store) -> None:
    list_units(store, unit_row("VP", "Văn phòng HĐND và UBND", head="Vương Đình Khoát"))
    assert unit(store, "VP").awaited_head == "Vương Đình Khoát"
    list_officials(store, official_row("CB04", "Vương Đình Khoát", title="Chánh Văn phòng"))
    assert posts(store, "CB04")[0].standing is Standing.HEAD
    assert unit(store, "VP").awaited_head is None


def test_another_head_waits_until_the_present_ones_appointment_ends(store: Store) -> None:
    list_units(store, unit_row("VP", "Văn phòng HĐND và UBND", head="CB04"))
    list_officials(store, official_row("CB04", "Vương Đình Khoát", title="Chánh Văn phòng"))
    done = list_units(store, unit_row("VP", "Văn phòng HĐND và UBND", head="CB05"))
    assert faults(done.problems) == [(2, "import.other_head")]
    assert posts(store, "CB04")[0].standing is Standing.HEAD
    newcomer = official_row("CB05", "Ngô Thị Bích Đào", title="Chánh Văn phòng", starts_on=day("1/9"), row=3)
    assert refused(list_officials, store, newcomer) == [(3, "import.second_head")]
    leaving = official_row("CB04", "Vương Đình Khoát", title="Chánh Văn phòng", ends_on=day("31/8"))
    list_officials(store, leaving, newcomer)
    assert posts(store, "CB05")[0].standing is Standing.HEAD


# Officials


def test_standing_and_leadership_where_the_book_has_no_column_for_them(store: Store) -> None:
    list_officials(
        store,
        official_row("CB05", "Ngô Thị Bích Đào", title="Phó Chánh Văn phòng", row=2),
        official_row("CB06", "Hà Thị Ánh Nguyệt", title="Chuyên viên", row=3),
        official_row("CB02", "Tạ Thị Minh Khuê", title="PHÓ CHỦ TỊCH", unit="UBND phường Bạch Liên", row=4),
        official_row("CB40", "Phó Đức Chính", title="Lao động hợp đồng", row=5),
    )
    made = {code: posts(store, code)[0] for code in ("CB05", "CB06", "CB02", "CB40")}
    assert {code: (post.standing, post.leader, post.employment) for code, post in made.items()} == {
        "CB05": (Standing.DEPUTY, True, Employment.CIVIL_SERVANT),
        "CB06": (Standing.MEMBER, False, Employment.CIVIL_SERVANT),
        "CB02": (Standing.DEPUTY, True, Employment.ELECTED),
        "CB40": (Standing.MEMBER, False, Employment.CONTRACT),
    }


def test_the_only_head_by_title_of_a_unit_that_no_list_names_one_for(store: Store) -> None:
    list_units(store, unit_row("VHXH", parent="UBND"))
    done = list_officials(
        store,
        official_row("CB04", title="Chánh Văn phòng", row=2),
        official_row("CB16", title="Trưởng phòng", unit="VHXH", row=3),
        official_row("CB17", title="Trưởng phòng", unit="VHXH", row=4),
        official_row("CB02", title="Chủ tịch HĐND", unit="UBND", row=5),
    )
    assert faults(done.problems) == [(2, "import.head_by_title")], "two are alike in VHXH, and UBND has its head"
    standing = {code: posts(store, code)[0].standing for code in ("CB04", "CB16", "CB17", "CB02")}
    assert [code for code, each in standing.items() if each is Standing.HEAD] == ["CB04"]


def test_the_columns_of_the_book_count_where_there_are_some(store: Store) -> None:
    list_officials(
        store, official_row("CB05", title="Phó Chánh Văn phòng", standing=Standing.HEAD, leader=False, main=False)
    )
    post = posts(store, "CB05")[0]
    assert (post.standing, post.leader, post.main) == (Standing.HEAD, False, False)


def test_a_start_day_that_comes_later_takes_the_place_of_from_always(store: Store) -> None:
    assert posts(store, "CB01")[0].starts_on is None
    head = official_row("CB01", "Lưu Quang Thiệu", title="Chủ tịch UBND phường", unit="UBND", starts_on=day("1/7/2025"))
    done = list_officials(store, head)
    assert (done.made, done.updated) == (0, 1)
    (post,) = posts(store, "CB01")
    assert (post.starts_on, post.title, post.standing) == (day("1/7/2025"), "Chủ tịch UBND phường", Standing.HEAD)


def test_several_posts_of_one_person_the_first_is_the_main_one(store: Store) -> None:
    list_officials(
        store,
        official_row("CB07", "Đoàn Văn Ước", title="Công chức tư pháp", starts_on=day("1/7/2025"), row=2),
        official_row("CB07", "Đoàn Văn Ước", title="Kiêm nhiệm", unit="UBND", starts_on=day("1/1"), row=3),
    )
    assert [(post.title, post.main) for post in posts(store, "CB07")] == [
        ("Công chức tư pháp", True),
        ("Kiêm nhiệm", False),
    ]


def test_posts_one_after_another_are_all_main(store: Store) -> None:
    list_officials(
        store,
        official_row("CB07", starts_on=day("1/7/2025"), ends_on=day("31/12/2025"), row=2),
        official_row("CB07", unit="UBND", starts_on=day("1/1/2026"), row=3),
    )
    assert [post.main for post in posts(store, "CB07")] == [True, True]
    assert len(officials.every(store)) == 2


def test_a_later_list_with_another_unit_and_a_day_is_a_move(store: Store) -> None:
    list_officials(store, official_row("CB07", "Đoàn Văn Ước", starts_on=day("1/7/2025")))
    done = list_officials(store, official_row("CB07", "Đoàn Văn Ước", unit="UBND", starts_on=day("1/9")))
    assert faults(done.problems) == [(2, "import.moved")]
    old, new = posts(store, "CB07")
    assert (old.ends_on, new.starts_on, new.main) == (day("31/8"), day("1/9"), True)


def test_a_later_list_with_another_unit_and_no_day_is_refused(store: Store) -> None:
    list_officials(store, official_row("CB07", "Đoàn Văn Ước", starts_on=day("1/7/2025")))
    elsewhere = official_row("CB07", "Đoàn Văn Ước", unit="UBND")
    assert refused(list_officials, store, elsewhere) == [(2, "import.move_needs_day")]


def test_a_list_without_days_tells_of_the_post_that_lasts(store: Store) -> None:
    list_officials(store, official_row("CB07", title="Chuyên viên", starts_on=day("1/7/2025")))
    list_officials(store, official_row("CB07", title="Phó Chánh Văn phòng"))
    (post,) = posts(store, "CB07")
    assert (post.title, post.standing, post.starts_on) == ("Phó Chánh Văn phòng", Standing.DEPUTY, day("1/7/2025"))


def test_a_new_name_for_a_code_is_taken_and_told(store: Store) -> None:
    list_officials(store, official_row("CB07", "Đoàn Văn Uớc"))
    done = list_officials(store, official_row("CB07", "Trần Văn Ước"))
    assert faults(done.problems) == [(2, "import.other_name")]
    assert (person(store, "CB07").family_name, person(store, "CB07").given_name) == ("Trần Văn", "Ước")


def test_a_split_of_the_name_moved_by_hand_stays(store: Store) -> None:
    list_officials(store, official_row("CB02", "Tạ Thị Minh Khuê", family_name="Tạ Thị", given_name="Minh Khuê"))
    done = list_officials(store, official_row("CB02", "Tạ Thị Minh Khuê"))
    assert done.unchanged == 1
    assert person(store, "CB02").given_name == "Minh Khuê"


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (official_row("CB07", unit="Phòng không có"), "import.unit_unknown"),
        (official_row("CB07", starts_on=day("1/9"), ends_on=day("1/8")), "import.ends_before_start"),
    ],
)
def test_an_appointment_that_cannot_be_is_refused(store: Store, row: OfficialRow, code: str) -> None:
    assert refused(list_officials, store, row) == [(2, code)]


# Who may, and undoing


def test_only_head_administrator_and_clerk_of_the_office_import(store: Store) -> None:
    from tracker.actions import rights

    list_officials(store, official_row("CB07"), official_row("CB08", "Mai Thị Thùy Ân", row=3))
    clerk, other = person(store, "CB07").id, person(store, "CB08").id
    with pytest.raises(Refused, match=r"rights\.people"):
        import_units(store, an_actor(other), a_sheet([unit_row("A")]), file="x.xlsx")
    rights.grant(store, an_actor(), clerk, Right.CLERK)
    assert import_units(store, an_actor(clerk), a_sheet([unit_row("A")]), file="x.xlsx").made == 1


def test_a_list_that_was_undone_can_be_taken_over_again(store: Store) -> None:
    from tracker.actions import undo

    rows = [official_row("CB07", "Đoàn Văn Ước", starts_on=day("1/7/2025"))]
    done = list_officials(store, *rows)
    assert done.changes is not None
    undo.undo(store, an_actor(), done.changes.action)
    assert [official.code for official in officials.every(store)] == ["CB01"]
    again = list_officials(store, *rows)
    assert (again.made, len(posts(store, "CB07"))) == (1, 1)


def test_problems_of_the_reader_keep_a_list_out_and_stand_beside_those_of_the_office(store: Store) -> None:
    broken = Problem(3, "A", "exchange.missing", {"missing": "Mã"})
    rows = a_sheet([unit_row("A", parent="Z", row=2)], [broken])
    with pytest.raises(NotImported) as error:
        import_units(store, an_actor(), rows, file="x.xlsx")
    assert faults(error.value.problems) == [(2, "import.unit_unknown"), (3, "exchange.missing")]


def test_days_before_everything_are_kept_as_the_book_has_them(store: Store) -> None:
    list_officials(store, official_row("CB07", starts_on=date(1990, 5, 1), decision_number="12/QĐ-UBND"))
    (post,) = posts(store, "CB07")
    assert (post.starts_on, post.decision_number) == (date(1990, 5, 1), "12/QĐ-UBND")
