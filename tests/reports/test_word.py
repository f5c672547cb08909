"""The Word copy says what the PDF says, in the layout of NĐ 30/2020, and that it cannot be checked."""

from __future__ import annotations

import zipfile
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.enum.section import WD_ORIENT

from tests.reports.builders import a_foot, a_history, a_letterhead, an_accountability
from tracker.figures.types import Signature
from tracker.reports import accountability, charted, task_history, word
from tracker.reports.blocks import (
    Boxes,
    Chart,
    Document,
    Fill,
    Head,
    Run,
    Seal,
    Section,
    Series,
    Signatures,
    Table,
    para,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

HARD = "<b>&amp; <img src='file:///etc/passwd'> 😀 中文 " + "dài " * 1250


def opened(document: Document) -> Any:
    """The written file, read again by python-docx."""
    return docx.Document(BytesIO(word.draw(document)))


def words(file: Any) -> str:
    """Everything that stands in the file, cells of tables included, blanks alike."""
    return " ".join(" ".join(node.text or "" for node in file.element.body.iter() if node.tag.endswith("}t")).split())


def plain(text: str) -> str:
    return " ".join(text.split())


def texts(document: Document) -> Iterator[str]:
    """Every text of the document's paragraphs and tables."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    yield from getattr(row, "cells", ())
            elif hasattr(block, "runs"):
                yield "".join(run.text for run in block.runs)


@pytest.mark.parametrize(
    "document", [accountability.document(an_accountability()), task_history.document(a_history())], ids=["unit", "task"]
)
def test_every_text_of_the_paper_is_in_the_copy(document: Document) -> None:
    said = words(opened(document)).replace(" ", "")
    missing = [text for text in texts(document) if plain(text).replace(" ", "") not in said]
    assert missing == []


def test_a4_margins_and_an_annex_across() -> None:
    file = opened(accountability.document(an_accountability()))
    first, annex = file.sections
    assert [round(length.mm) for length in (first.page_width, first.page_height)] == [210, 297]
    assert [round(length.mm) for length in (first.top_margin, first.bottom_margin)] == [20, 20]
    assert [round(length.mm) for length in (first.left_margin, first.right_margin)] == [30, 15]
    assert annex.orientation == WD_ORIENT.LANDSCAPE
    assert all(section.different_first_page_header_footer for section in file.sections)
    starts = [node for node in file.element.body.iter() if node.tag.endswith("}pgNumType")]
    assert [node.values() for node in starts] == [["1"], ["1"]]


ORDER = {
    "sectPr": (
        "headerReference", "footerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "titlePg", "docGrid",
    ),
    "tblPr": ("tblStyle", "tblW", "jc", "tblLayout", "tblCellMar", "tblLook"),
    "pPr": ("pStyle", "keepNext", "keepLines", "pBdr", "spacing", "ind", "jc", "sectPr"),
    "tcPr": ("tcW", "gridSpan", "vMerge", "vAlign"),
}  # fmt: skip
"""Children of the elements that we write into, in the order of the format's schema (ECMA-376, part 1, wml.xsd)."""


def test_elements_stand_in_the_order_of_the_schema() -> None:
    file = opened(accountability.document(an_accountability()))
    looked = 0
    for node in file.element.body.iter():
        order = ORDER.get(node.tag.rpartition("}")[2])
        if order:
            places = [order.index(child.tag.rpartition("}")[2]) for child in node]
            assert places == sorted(places), node.tag
            looked += 1
    assert looked > 100


def test_heads_of_tables_are_repeated_and_rows_keep_their_cells() -> None:
    document = accountability.document(an_accountability())
    file = opened(document)
    repeated = [row for table in file.tables for row in table.rows if row._tr.xpath("./w:trPr/w:tblHeader")]
    blocks = [block for section in document.sections for block in section.blocks]
    tables = [
        charted.table(each) if isinstance(each, Chart) else each for each in blocks if isinstance(each, Table | Chart)
    ]
    heads = sum(2 if any(column.group for column in table.columns) else 1 for table in tables)
    assert len(repeated) == heads > 0


def test_each_page_says_that_it_cannot_be_checked() -> None:
    file = opened(accountability.document(an_accountability()))
    first = file.sections[0]
    for footer in (first.footer, first.first_page_footer):
        assert footer.paragraphs[0].text.startswith("Bản để biên tập, không đối chiếu được.")
    assert "Sổ nhật ký đến mục" not in words(file)
    assert file.core_properties.language == "vi-VN"


def test_a_seal_is_left_out_and_a_chart_is_its_numbers() -> None:
    chart = Chart(
        "Tỷ lệ đúng hạn",
        ("Quý II/2026", "Quý III/2026"),
        (Series("Đúng hạn", (None, Decimal("0.7500")), Fill.GREY),),
        percent=True,
    )
    file = opened(a_document(chart, Seal("BARO:1", ("mã",))))
    assert "BARO:1" not in words(file)
    assert [[cell.text for cell in row.cells] for row in file.tables[-1].rows] == [
        ["", "Đúng hạn"],
        ["Quý II/2026", "chưa có số liệu"],
        ["Quý III/2026", "75,0\N{NO-BREAK SPACE}%"],
    ]


def test_boxes_two_signatures_and_a_letter() -> None:
    head = Head(a_letterhead(), "", "", 2026, about="đôn đốc nhiệm vụ quá hạn", to=("Đồng chí A", "Đồng chí B"))
    file = opened(
        a_document(
            head,
            Boxes((("Đất đai", True), ("Nội vụ", False))),
            Signatures(Signature(("NGƯỜI LẬP BIỂU",), "Mai Thị Thùy An"), Signature(("CHỦ TỊCH",), "Lưu Quang Thiệu")),
        )
    )
    said = words(file)
    for text in (
        "V/v đôn đốc nhiệm vụ quá hạn",
        "Kính gửi:",
        "- Đồng chí A;",
        "- Đồng chí B.",
        "☒ Đất đai",
        "☐ Nội vụ",
    ):
        assert text in said
    left, right = file.tables[-1].rows[0].cells
    assert (left.paragraphs[0].text, right.paragraphs[0].text) == ("NGƯỜI LẬP BIỂU", "CHỦ TỊCH")


def test_hard_text_comes_back_as_it_is() -> None:
    file = opened(a_document(para(Run(HARD + "\x00\x1f"))))
    assert file.paragraphs[-1].text == HARD
    assert not file.element.body.xpath(".//w:hyperlink | .//w:drawing")


def test_equal_documents_give_equal_bytes_without_a_clock() -> None:
    document = accountability.document(an_accountability())
    made = word.draw(document)
    assert made == word.draw(document)
    with zipfile.ZipFile(BytesIO(made)) as file:
        assert {entry.date_time[:3] for entry in file.infolist()} == {(1980, 1, 1)}


def a_document(*blocks: Any) -> Document:
    return Document("Thử", "Văn phòng", "Thử", (Section(blocks),), a_foot())
