"""The results of a unit, and of units side by side, on paper."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.reports.builders import DAO, KHOAT, a_paper, an_accountability, an_empty_accountability, the_counts
from tests.reports.reading import printed
from tracker.domain.errors import Refused
from tracker.domain.periods import parse
from tracker.figures.district import District
from tracker.figures.quarterly import Quarterly
from tracker.figures.types import Counts, Signature, UnitRow
from tracker.reports import district, quarterly

Q2 = parse("2026-Q2")
UNITS = (
    UnitRow("Văn phòng", KHOAT.name, Counts(assigned=5, total=5, done_early=5, on_time_rate=Decimal(1)), own=True),
    UnitRow(
        "Tổ tổng hợp",
        DAO.name,
        Counts(
            assigned=12, total=12, done_early=2, done_on_time=2, done_late=1, doing_in_time=5, doing_overdue=1, paused=1
        ),
    ),
)


def a_report(**changes: object) -> Quarterly:
    before = Counts(assigned=13, total=13, done_early=13, on_time_rate=Decimal(1))
    given = Quarterly(an_accountability(), ((Q2, before), (parse("2025-Q3"), None)), UNITS)
    return replace(given, **changes)  # type: ignore[arg-type]


def a_district(**changes: object) -> District:
    maker = Signature(("NGƯỜI LẬP BIỂU",), "Mai Thị Thùy Ân")
    return replace(District(an_accountability(), UNITS, (an_accountability(),), maker), **changes)  # type: ignore[arg-type]


def test_sections_stand_in_the_order_of_practice() -> None:
    texts = {key: f"nội dung {key}" for key in ("shortcomings", "petitions", "next", "proposals")}
    sheet = printed(quarterly.document(a_report(), texts=texts))
    assert [title for level, title, _ in sheet.outline if level == 1] == [
        "I. KẾT QUẢ CHUNG",
        "II. KẾT QUẢ THEO ĐƠN VỊ, CÁ NHÂN",
        "III. NHIỆM VỤ CHẬM: NGUYÊN NHÂN, TRÁCH NHIỆM CÁ NHÂN",
        "IV. HẠN CHẾ ĐÃ KHẮC PHỤC, CHƯA KHẮC PHỤC",
        "V. KIẾN NGHỊ, PHẢN ÁNH, MỨC ĐỘ HÀI LÒNG",
        "VI. NHIỆM VỤ TRỌNG TÂM KỲ SAU, ĐỀ XUẤT",
    ]
    text = sheet.flowing
    assert text.index("nội dung next") < text.index("nội dung proposals")


def test_other_periods_stand_below_this_one_and_a_missing_one_is_told() -> None:
    text = printed(quarterly.document(a_report())).flowing
    assert text.index("Quý III/2026") < text.index("Quý II/2026")
    assert "Quý III năm 2025: chưa có số liệu." in text


def test_the_units_stand_with_their_heads_above_the_sum() -> None:
    text = printed(quarterly.document(a_report())).flowing
    assert "1 Văn phòng (trực tiếp) Vương Đình Khoát 5 5" in text
    assert "2 Tổ tổng hợp Ngô Thị Bích Đào 12 2 2 1" in text
    assert "Cộng 17 7 2 1" in text


def test_a_unit_without_units_below_has_no_table_of_them() -> None:
    whole = UnitRow("Văn phòng", KHOAT.name, the_counts(), own=True)
    text = printed(quarterly.document(a_report(units=(whole,)))).flowing
    assert "theo đơn vị" not in text.split("1. Số nhiệm vụ")[0].split("CÁ NHÂN")[1]
    assert "1. Số nhiệm vụ của từng người" in text


def test_units_that_do_not_add_up_are_refused() -> None:
    for document in (quarterly.document, district.document):
        facts = a_report(units=UNITS[:1]) if document is quarterly.document else a_district(units=UNITS[:1])
        with pytest.raises(Refused) as refused:
            document(facts)  # type: ignore[operator]
        assert refused.value.code == "report.identity"


def test_without_any_task_it_is_a_full_page() -> None:
    empty = an_empty_accountability()
    sheet = printed(
        quarterly.document(a_report(base=empty, units=(UnitRow("Văn phòng", KHOAT.name, Counts(), own=True),)))
    )
    assert "không có nhiệm vụ phải theo dõi" in sheet.flowing
    assert all(page.width < page.height for page in sheet.pages)


def test_units_side_by_side_are_not_ranked_and_each_head_has_a_page() -> None:
    sheet = printed(district.document(a_district()))
    assert "không xếp hạng" in sheet.flowing
    assert [title for level, title, _ in sheet.outline if level == 0] == [
        "Các đơn vị",
        "Biểu đồ",
        f"{an_accountability().unit_name}: Vương Đình Khoát",
    ]
    last = " ".join(sheet.pages[-1].content.split())
    assert "Người đứng đầu: Vương Đình Khoát" in last
    assert "(NV39)" in last


def test_heads_and_charts_are_left_out() -> None:
    sheet = printed(district.document(a_district(), ("charts", "heads")))
    assert len(sheet.pages) == 1
    assert a_paper().signature.name in sheet.flowing
