"""What is drawn and not written: charts, squares to tick, two signatures, the head of a letter, the seal."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pypdfium2
import pypdfium2.raw as raw
import pytest
import zxingcpp

from tests.reports.builders import a_foot, a_letterhead
from tests.reports.reading import Sheet, printed
from tracker.figures.types import Signature
from tracker.reports import pdf
from tracker.reports.blocks import (
    Align,
    Band,
    Block,
    Boxes,
    Chart,
    Column,
    Document,
    Fill,
    Head,
    Row,
    Seal,
    Section,
    Series,
    Signatures,
    Table,
    para,
)

CLOSE = 0.35
"""Millimetres that a glyph may reach over its advance."""


def a_document(*blocks: Block) -> Document:
    return Document("Thử", "Văn phòng", "Thử", (Section(blocks),), a_foot())


def sheet(*blocks: Block) -> Sheet:
    """Drawn and read back, and nothing of it outside the margins."""
    found = printed(a_document(*blocks))
    for page in found.pages:
        for text in page.texts:
            assert text.left > 30 - CLOSE, text
            assert text.right < page.width - 15 + CLOSE, text
        for stroke in page.strokes:
            assert stroke.left > 30 - CLOSE
            assert stroke.right < page.width - 15 + CLOSE
            assert stroke.bottom > 20 - CLOSE
        assert page.images == 0
    return found


def bars(*values: int | None, **more: object) -> Chart:
    labels = tuple(f"Người thứ {number}" for number in range(len(values)))
    return Chart("Biểu đồ", labels, (Series("đang làm", values, Fill.SOLID),), **more)  # type: ignore[arg-type]


# --- charts -----------------------------------------------------------------------------------------------------------


def test_a_bar_is_as_long_as_its_figure_says() -> None:
    page = sheet(bars(10, 20, 40)).pages[0]
    lengths = {round(stroke.right - stroke.left) for stroke in page.strokes if stroke.right - stroke.left > 5}
    assert {round(length / min(lengths)) for length in lengths} == {1, 2, 4}


def test_each_label_and_figure_is_there_and_the_parts_of_a_bar_are_summed() -> None:
    series = (Series("quá hạn", (1, 0), Fill.SOLID), Series("trong hạn", (3, 2), Fill.OUTLINE))
    found = sheet(Chart("Biểu đồ 1", ("Công Tằng Tôn Nữ Thị Hồng Nhung", "Vương Đình Khoát"), series))
    drawn = [text.text.strip() for text in found.pages[0].texts]
    for words in ("Biểu đồ 1", "quá hạn", "trong hạn", "Công Tằng Tôn Nữ Thị Hồng Nhung", "Vương Đình Khoát", "4", "2"):
        assert words in drawn


@pytest.mark.parametrize("upright", [False, True])
def test_no_figure_is_said_and_has_no_bar(upright: bool) -> None:
    rate = Series("Tỷ lệ", (None, Decimal("0.7500")), Fill.GREY)
    found = sheet(Chart("Tỷ lệ", ("Quý II", "Quý III"), (rate,), stacked=False, upright=upright, percent=True))
    assert "chưa có số liệu" in found.flowing
    assert "75,0" in found.flowing
    empty = sheet(Chart("Tỷ lệ", ("Quý II",), (Series("Tỷ lệ", (None,), Fill.GREY),), upright=upright, percent=True))
    assert len(empty.pages[0].strokes) == 1, "the axis alone"


def test_two_hundred_labels_go_over_pages_each_with_its_head() -> None:
    found = sheet(bars(*range(200)))
    assert len(found.pages) > 3
    assert all(page.whole.count("Biểu đồ") == 1 for page in found.pages)
    assert [text for number in range(200) if (text := f"Người thứ {number}") not in found.whole] == []


def test_no_label_and_nothing_but_zeros_are_no_accident() -> None:
    assert "Biểu đồ" in sheet(bars()).whole
    assert "Biểu đồ" in sheet(bars(upright=True)).whole
    assert "Người thứ 1" in sheet(bars(0, 0)).whole


@pytest.mark.parametrize("fill", Fill)
def test_every_fill_is_drawn_and_no_two_look_alike(fill: Fill) -> None:
    def picture(one: Fill) -> bytes:
        chart = Chart("Biểu đồ", ("A",), (Series("x", (5,), one),))
        return pypdfium2.PdfDocument(pdf.draw(a_document(chart)))[0].render(scale=2, grayscale=True).to_pil().tobytes()

    assert all(picture(fill) != picture(other) for other in Fill if other is not fill)


# --- squares ----------------------------------------------------------------------------------------------------------


def test_squares_are_drawn_and_no_character_stands_for_them() -> None:
    found = sheet(Boxes((("Đất đai", True), ("Nội vụ", False))))
    assert found.flowing.split()[:4] == ["Đất", "đai", "Nội", "vụ"]
    assert not set(found.whole) & set("■□☐☑☒\N{REPLACEMENT CHARACTER}")
    assert len(found.pages[0].strokes) == 2


def test_many_long_choices_go_over_lines_and_pages() -> None:
    items = tuple((f"Lĩnh vực {number} " + "dài " * (number % 40), False) for number in range(120))
    found = sheet(Boxes(items))
    assert len(found.pages) > 1
    assert [number for number in range(120) if f"Lĩnh vực {number}" not in found.flowing] == []


def test_a_column_of_squares_has_one_for_each_row() -> None:
    def lines(*, box: bool) -> int:
        """How many lines the rules of a table of five rows consist of."""
        columns = (Column("Xong", Align.CENTRE, box=box), Column("Việc"))
        table = Table(columns, tuple(Row(("", f"Việc {number}")) for number in range(5)))
        page = pypdfium2.PdfDocument(pdf.draw(a_document(table)))[0]
        paths = [each for each in page.get_objects() if each.type == raw.FPDF_PAGEOBJ_PATH]
        return sum(raw.FPDFPath_CountSegments(each.raw) for each in paths)

    one = lines(box=True) - lines(box=False)
    assert one % 5 == 0
    assert one >= 5 * 4


# --- signatures and letters -------------------------------------------------------------------------------------------


def test_two_sign_side_by_side_with_their_names_on_one_line() -> None:
    left = Signature(("NGƯỜI LẬP BIỂU",), "Mai Thị Thùy An")
    page = sheet(Signatures(left, Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Lưu Quang Thiệu"))).pages[0]
    made, head = page.find("Mai Thị Thùy An"), page.find("Lưu Quang Thiệu")
    assert made.bottom == pytest.approx(head.bottom, abs=1)
    assert made.right < page.width / 2 < head.left
    assert page.find("CHỦ TỊCH").bottom - head.top > 20


def test_the_last_row_of_a_table_goes_along_with_the_signatures() -> None:
    pair = Signatures(Signature(("NGƯỜI LẬP BIỂU",), "A"), Signature(("CHỦ TỊCH",), "B"))
    for count in range(25, 45):
        rows = tuple(Row((f"dòng {number}",)) for number in range(count))
        for listed in (rows, (*rows[:-1], Band("nhóm cuối"), rows[-1])):
            last = sheet(Table((Column("Cột"),), listed), pair).pages[-1].content
            assert "CHỦ TỊCH" in last
            assert f"dòng {count - 1}" in last, count
            assert ("nhóm cuối" in last) == (len(listed) > count)


def test_the_signatures_keep_two_lines_of_text_before_them() -> None:
    text = para("Nội dung báo cáo. " * 40)
    pair = Signatures(Signature(("NGƯỜI LẬP BIỂU",), "A"), Signature(("CHỦ TỊCH",), "B"))
    for times in range(1, 9):
        last = sheet(*[text] * times, pair).pages[-1]
        assert last.content.count("Nội dung") >= 1


def test_a_letter_says_under_its_number_what_it_is_about_and_to_whom_it_goes() -> None:
    head = Head(a_letterhead(), "", "", 2026, about="đôn đốc nhiệm vụ", to=("Đồng chí Hà Thị Ánh Nguyệt",))
    page = sheet(head, para("Nội dung.")).pages[0]
    about, number, to = page.find("V/v"), page.find("Số:"), page.find("Kính gửi:")
    assert about.top < number.bottom + 1
    assert (about.left + about.right) / 2 == pytest.approx((number.left + number.right) / 2, abs=1)
    assert 12 <= about.size <= 13
    assert to.top < about.bottom
    assert to.text == "Kính gửi: Đồng chí Hà Thị Ánh Nguyệt"


def test_several_addressees_stand_one_a_line() -> None:
    head = Head(a_letterhead(), "BÁO CÁO", "Kết quả", 2026, to=("Thành ủy", "Ủy ban nhân dân thành phố"))
    lines = [text.text for text in sheet(head, para("Nội dung.")).pages[0].texts]
    assert lines.index("Kính gửi:") + 1 == lines.index("- Thành ủy;") == lines.index("- Ủy ban nhân dân thành phố.") - 1


# --- the seal ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dpi", [150, 300])
@pytest.mark.parametrize("text", ["BARO1|12/BC-VP|VP|2026-Q3|1284|" + "0f" * 32, "Số 1/BC-KTHTĐT " + "đ" * 150])
def test_the_code_is_read_from_the_page_by_another_program(text: str, dpi: int) -> None:
    found = sheet(para("Nội dung."), Seal(text, ("Đối chiếu",)))
    assert "Đối chiếu" in found.whole
    data = pdf.draw(a_document(para("Nội dung."), Seal(text, ("Đối chiếu",))))
    page = pypdfium2.PdfDocument(BytesIO(data))[0].render(scale=dpi / 72).to_pil()
    assert [each.text for each in zxingcpp.read_barcodes(page)] == [text]
