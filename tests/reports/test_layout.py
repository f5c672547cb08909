"""The layout of Nghị định 30/2020, Phụ lục I, measured in millimetres on the printed page (domain.md §3)."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest

from tests.reports.builders import (
    a_foot,
    a_letterhead,
    a_paper,
    an_accountability,
    an_empty_accountability,
    many_tasks,
)
from tests.reports.reading import MM, Page, Sheet, Text, printed, read
from tracker.figures.types import Signature
from tracker.reports import accountability, pdf
from tracker.reports.blocks import Block, Closing, Column, Document, Heading, Row, Section, Table, para

CLOSE = 0.35
"""Millimetres that a glyph may reach over its advance."""


def body(page: Page) -> list[Text]:
    """What stands between the upper and the lower margin."""
    return [text for text in page.texts if text.bottom > 18 and text.top < page.height - 18]


def margin_texts(page: Page) -> list[Text]:
    return [text for text in page.texts if text not in body(page)]


def test_a4_upright_and_the_annex_across(report: Sheet) -> None:
    sizes = [(round(page.width), round(page.height)) for page in report.pages]

    assert sizes[0] == (210, 297)
    assert sizes[-1] == (297, 210)
    assert set(sizes) == {(210, 297), (297, 210)}


def test_nothing_stands_outside_the_margins_but_page_number_and_foot(
    report: Sheet, empty_report: Sheet, history: Sheet
) -> None:
    for page in (*report.pages, *empty_report.pages, *history.pages):
        for text in body(page):
            assert text.left > 30 - CLOSE, text
            assert text.right < page.width - 15 + CLOSE, text
            assert text.top < page.height - 20 + CLOSE, text
            assert text.bottom > 20 - CLOSE, text
        for stroke in page.strokes:
            assert stroke.left > 30 - CLOSE
            assert stroke.right < page.width - 15 + CLOSE
            assert stroke.bottom > 20 - CLOSE
        for text in margin_texts(page):
            assert text.text.isdigit() or text.text.startswith(("In ngày", "Sổ nhật ký", "DỮ LIỆU MẪU")), text


def test_page_numbers_begin_at_two_in_the_middle_of_the_top_margin_and_anew_in_the_annex(report: Sheet) -> None:
    shown: list[str] = []
    for page in report.pages:
        numbers = [text for text in margin_texts(page) if text.text.isdigit()]
        shown.append(numbers[0].text if numbers else "")
        for number in numbers:
            assert (number.left + number.right) / 2 == pytest.approx(page.width / 2, abs=0.5)
            assert page.height - 20 < number.bottom < page.height - 5
            assert number.size == 13
            assert number.font == "LiberationSerif"

    main = [text for page, text in zip(report.pages, shown, strict=True) if page.height > page.width]
    annex = [text for page, text in zip(report.pages, shown, strict=True) if page.height < page.width]
    assert main == ["", *(str(number) for number in range(2, len(main) + 1))]
    assert annex == ["", *(str(number) for number in range(2, len(annex) + 1))]


def test_every_page_foots_with_day_person_journal_and_mark(report: Sheet) -> None:
    for page in report.pages:
        line = page.find("In ngày 30/9/2026, người in: Hà Thị Ánh Nguyệt.")
        assert "Sổ nhật ký đến mục 1.284, mã BHV FR6 CZF HQH J6G 211" in line.text
        assert line.top < 20
        assert page.find("DỮ LIỆU MẪU").right == pytest.approx(page.width - 15, abs=CLOSE)
        assert ":42" not in line.text


def test_a_real_office_has_no_mark_and_a_long_name_takes_a_second_line() -> None:
    paper = a_paper(foot=a_foot(sample=False, printed_by="Nguyễn Hoàng Phương Thảo Nguyên Minh Khuê Anh Đào"))
    sheet = printed(accountability.document(an_accountability(paper=paper)))

    first = sheet.pages[0]
    assert "DỮ LIỆU MẪU" not in sheet.whole
    assert first.find("In ngày").bottom > first.find("Sổ nhật ký đến mục").top - 1
    assert first.find("Sổ nhật ký đến mục").bottom > 5
    assert first.find("In ngày").right < first.width - 15


def test_the_national_header_stands_on_one_line_right_of_the_issuer(report: Sheet) -> None:
    page = report.pages[0]
    nation = page.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    motto = page.find("Độc lập - Tự do - Hạnh phúc")

    assert nation.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert nation.font == motto.font == "LiberationSerif-Bold"
    assert (nation.size, motto.size) == (13, 14)
    assert nation.right - nation.left == pytest.approx(95.7, abs=0.7)
    assert middle(nation) == pytest.approx(middle(motto), abs=0.5)
    assert nation.left > 98 - CLOSE


def test_the_rules_are_drawn_and_of_the_right_length(report: Sheet) -> None:
    page = report.pages[0]
    motto, issuer = page.find("Độc lập - Tự do - Hạnh phúc"), page.find("VĂN PHÒNG")
    subject = page.find("thực hiện nhiệm vụ quý III năm 2026")
    rules = [stroke for stroke in page.strokes if stroke.top - stroke.bottom < 0.6]

    below_issuer, below_motto, below_subject = rules[:3]
    assert below_motto.right - below_motto.left == pytest.approx(60.2, abs=0.8)
    assert 0.3 < (below_issuer.right - below_issuer.left) / (issuer.right - issuer.left) < 0.52
    assert 0.3 < (below_subject.right - below_subject.left) / (subject.right - subject.left) < 0.52
    for rule, text in ((below_issuer, issuer), (below_motto, motto), (below_subject, subject)):
        assert (rule.left + rule.right) / 2 == pytest.approx(middle(text), abs=0.6)
        assert 0.3 < text.bottom - rule.top < 3


def test_a_long_issuer_breaks_behind_its_comma() -> None:
    letterhead = a_letterhead(issuer=("Phòng Kinh tế, Hạ tầng và Đô thị",))
    page = printed(accountability.document(an_accountability(paper=a_paper(letterhead=letterhead)))).pages[0]

    assert page.find("PHÒNG KINH TẾ,").text == "PHÒNG KINH TẾ,"
    assert page.find("HẠ TẦNG VÀ ĐÔ THỊ").text == "HẠ TẦNG VÀ ĐÔ THỊ"


def test_superior_regular_issuer_bold_both_in_capitals(report: Sheet) -> None:
    page = report.pages[0]

    assert page.find("ỦY BAN NHÂN DÂN").font == "LiberationSerif"
    assert page.find("VĂN PHÒNG").font == "LiberationSerif-Bold"
    assert middle(page.find("PHƯỜNG BẠCH LIÊN")) == pytest.approx(30 + 34, abs=0.5)


def test_a_draft_leaves_number_and_day_blank_on_one_line(report: Sheet) -> None:
    page = report.pages[0]
    number, day = page.find("/BC-VP"), page.find("Bạch Liên, ngày")

    assert " ".join(number.text.split()) == "Số: /BC-VP"
    assert " ".join(day.text.split()) == "Bạch Liên, ngày tháng năm 2026"
    assert day.font == "LiberationSerif-Italic"
    assert number.right - number.left > 25
    assert abs(number.bottom - day.bottom) < 1.5


def test_an_issued_one_shows_both_with_leading_zeros() -> None:
    letterhead = a_letterhead(number="7", issued_on=date(2026, 10, 2))
    sheet = printed(accountability.document(an_accountability(paper=a_paper(letterhead=letterhead))))

    assert "Số: 07/BC-VP" in sheet.pages[0].whole
    assert "Bạch Liên, ngày 02 tháng 10 năm 2026" in sheet.pages[0].whole
    assert "(Kèm theo Báo cáo số 07/BC-VP ngày 02 tháng 10 năm 2026 của Văn phòng" in sheet.flowing


def test_a_unit_name_of_three_lines_wraps_in_its_own_column() -> None:
    letterhead = a_letterhead(
        superior=("Ủy ban nhân dân thành phố Hồng Lam",),
        issuer=("Trung tâm Phục vụ hành chính công và Hỗ trợ doanh nghiệp khu vực phía Đông",),
    )
    page = printed(accountability.document(an_accountability(paper=a_paper(letterhead=letterhead)))).pages[0]

    left = [text for text in page.texts if text.font == "LiberationSerif-Bold" and text.top > 255 and text.right < 99]
    assert len(left) >= 2
    assert all(text.right < 98 for text in left)
    assert page.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").top > 270


def test_the_body_is_justified_with_an_indent_of_127(report: Sheet) -> None:
    page = report.pages[0]
    first = page.find("Văn phòng HĐND và UBND phường Bạch Liên báo cáo")
    second = page.find("Chánh Văn phòng Vương Đình Khoát đối với")

    assert first.size == 14
    assert first.left == pytest.approx(42.7, abs=0.4)
    assert second.left == pytest.approx(30, abs=0.5)
    assert first.right == pytest.approx(195, abs=0.5)
    assert second.right == pytest.approx(195, abs=0.5)
    assert 14 * 1.0 <= (first.bottom - second.bottom) * MM <= 14 * 1.5 + 1


def test_the_signature_stands_in_the_right_half_with_room_to_sign(report: Sheet) -> None:
    page = next(page for page in report.pages if "Nơi nhận:" in page.whole)
    title, label = page.find("CHÁNH VĂN PHÒNG"), page.find("Nơi nhận:")
    name = next(text for text in page.texts if text.text == "Vương Đình Khoát" and text.size == 14)

    assert title.left > 105
    assert middle(title) == pytest.approx(middle(name), abs=0.5)
    assert 25 < title.bottom - name.top < 36
    assert label.font == "LiberationSerif-BoldItalic"
    assert label.size == 12
    assert page.find("- Chủ tịch, các Phó Chủ tịch UBND phường;").size == 11
    assert page.find("- Lưu: VT.").left == pytest.approx(30, abs=0.5)


def test_signing_formulas_are_lines_as_given() -> None:
    signature = Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Tạ Thị Minh Khuê")
    sheet = printed(accountability.document(an_accountability(paper=a_paper(signature=signature))))

    page = next(page for page in sheet.pages if "Nơi nhận:" in page.whole)
    lines = [page.find(line) for line in (*signature.lines, signature.name)]
    assert [line.bottom for line in lines] == sorted((line.bottom for line in lines), reverse=True)


@pytest.mark.parametrize("lines_before", range(20, 60, 3))
def test_at_least_two_lines_of_text_stand_above_the_signature(lines_before: int) -> None:
    filler = [para("Dòng chữ thử.") for _ in range(lines_before)]
    ending = para(" ".join(["Trên đây là báo cáo của đơn vị về kết quả trong kỳ"] * 4))
    closing = Closing(Signature(("CHÁNH VĂN PHÒNG",), "Vương Đình Khoát"), ("Lưu: VT",))
    sheet = printed(Document("t", "a", "s", (Section((*filler, ending, closing)),), a_foot()))

    last = sheet.pages[-1]
    assert "Nơi nhận:" in last.whole
    above = [text for text in body(last) if text.bottom > last.find("Nơi nhận:").top]
    assert len(above) >= 2


@pytest.mark.parametrize("lines_before", range(24, 40))
def test_no_heading_stands_alone_at_the_end_of_a_page(lines_before: int) -> None:
    filler = [para("Dòng chữ thử.") for _ in range(lines_before)]
    rows = tuple(Row((str(number), "Hà Thị Ánh Nguyệt")) for number in range(9))
    table = Table((Column("TT"), Column("Họ và tên")), rows)
    blocks: tuple[Block, ...] = (*filler, Heading("II. PHẦN SAU"), Heading("1. Mục con", 2), table)
    sheet = printed(Document("t", "a", "s", (Section(blocks, bookmark="t"),), a_foot()))

    page = next(page for page in sheet.pages if "1. Mục con" in page.whole)
    assert "II. PHẦN SAU" in page.whole
    assert "Họ và tên" in page.whole
    assert "Hà Thị Ánh Nguyệt" in page.whole


def test_fonts_are_embedded_and_the_text_is_composed(report: Sheet, history: Sheet) -> None:
    for sheet in (report, history):
        assert sheet.fonts
        assert all(sheet.fonts.values())
        assert all(name.startswith("LiberationSerif") for name in sheet.fonts)
        assert unicodedata.is_normalized("NFC", sheet.whole)
        assert "\N{REPLACEMENT CHARACTER}" not in sheet.whole
        assert "\N{BLACK SQUARE}" not in sheet.whole


def test_title_author_language_and_bookmarks(report: Sheet) -> None:
    data = pdf.draw(accountability.document(an_accountability()))

    assert report.information["Title"].startswith("Báo cáo trách nhiệm người đứng đầu quý III năm 2026")
    assert report.information["Author"] == "Văn phòng HĐND và UBND phường Bạch Liên"
    assert report.information["CreationDate"] == "D:20260930000000+07'00'"
    assert b"/Lang (vi-VN)" in data
    first_annex = next(number for number, page in enumerate(report.pages) if page.width > page.height)
    assert report.outline[0] == (0, "Báo cáo", 0)
    assert (0, "Phụ lục 01. Danh mục nhiệm vụ", first_annex) in report.outline
    assert [title[:3] for level, title, _ in report.outline if level == 1] == ["I. ", "II.", "III", "IV.", "V. ", "VI."]


def test_the_table_head_is_repeated_on_every_page_of_the_annex() -> None:
    sheet = printed(accountability.document(many_tasks(60)))

    annex = [page for page in sheet.pages if page.width > page.height]
    assert len(annex) > 3
    for page in annex:
        assert "Văn bản giao" in page.whole or page is annex[-1]


def test_equal_facts_give_equal_bytes_and_others_do_not() -> None:
    once = pdf.draw(accountability.document(an_accountability()))
    again = pdf.draw(accountability.document(an_accountability()))
    later = a_paper(foot=replace(a_foot(), printed_on=date(2026, 10, 1)))

    assert once == again
    assert once != pdf.draw(accountability.document(an_accountability(paper=later)))


def test_a_page_read_before_does_not_change_the_next_one() -> None:
    alone = pdf.draw(accountability.document(an_accountability()))
    pdf.draw(accountability.document(an_empty_accountability()))

    assert pdf.draw(accountability.document(an_accountability())) == alone
    assert read(alone).pages[0].images == 0


def middle(text: Text) -> float:
    return (text.left + text.right) / 2
