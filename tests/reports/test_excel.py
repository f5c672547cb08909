"""The workbook of a report: every table with its figures as figures, no formula, no link."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.builders import a_foot, an_accountability, many_tasks
from tracker.domain.errors import Refused
from tracker.reports import accountability, charted, excel
from tracker.reports.blocks import Align, Band, Block, Chart, Column, Document, Heading, Row, Section, Table, para


def opened(document: Document) -> Any:
    return openpyxl.load_workbook(BytesIO(excel.draw(document)))


def a_document(*blocks: Block) -> Document:
    return Document("Thử", "Văn phòng", "Thử", (Section(blocks),), a_foot())


def a_table(*rows: Row | Band) -> Table:
    return Table((Column("TT", Align.CENTRE), Column("Nội dung")), rows)


def test_each_table_is_a_sheet_under_its_heading() -> None:
    document = accountability.document(an_accountability())
    blocks = [block for section in document.sections for block in section.blocks]
    tables = [
        charted.table(each) if isinstance(each, Chart) else each for each in blocks if isinstance(each, Table | Chart)
    ]
    book = opened(document)
    assert len(book.sheetnames) == len(tables)
    assert all(len(name) <= 31 for name in book.sheetnames)
    assert book.worksheets[-1]["A1"].value == "Phụ lục 01. DANH MỤC NHIỆM VỤ QUÝ III NĂM 2026"
    for sheet, table in zip(book.worksheets, tables, strict=True):
        below = 5 if any(column.group for column in table.columns) else 4
        assert sheet.freeze_panes == f"A{below}"
        assert sheet.max_row == below - 1 + len(table.rows)


def test_figures_rates_and_days_are_such() -> None:
    rows = (
        Row(("1", "1.284")), Row(("2", "1.234,50")), Row(("3", "75,0\N{NO-BREAK SPACE}%")), Row(("4", "01/7/2026")),
        Row(("5", "31/02/2026")), Row(("6", "01/7/1890")), Row(("7", "=1+1")), Row(("8", "https://x")),
        Row(("9", "0905")),
    )  # fmt: skip
    sheet = opened(a_document(Heading("I. Thử"), a_table(*rows))).active
    values = [row[1].value for row in sheet.iter_rows(min_row=4)]
    assert values[:3] == [1284, 1234.5, pytest.approx(0.75)]
    assert values[3].date() == date(2026, 7, 1)
    assert values[4:] == ["31/02/2026", "01/7/1890", "=1+1", "https://x", "0905"]
    assert {row[1].data_type for row in sheet.iter_rows(min_row=8)} == {"s"}
    assert all(row[1].hyperlink is None for row in sheet.iter_rows(min_row=4))


def test_the_annex_says_what_the_paper_says() -> None:
    facts = an_accountability()
    sheet = opened(accountability.document(facts)).worksheets[-1]
    assert [row[0].value for row in sheet.iter_rows(min_row=4)] == list(range(1, len(facts.tasks) + 1))
    assert all(
        task.title in str(row[1].value) for task, row in zip(facts.tasks, sheet.iter_rows(min_row=4), strict=True)
    )


def test_a_band_spans_the_table_and_a_total_is_bold() -> None:
    sheet = opened(a_document(a_table(Band("Phòng KT"), Row(("1", "2")), Row(("", "3"), strong=True)))).active
    assert "A4:B4" in map(str, sheet.merged_cells.ranges)
    assert sheet["A4"].value == "Phòng KT"
    assert sheet["B6"].font.bold
    assert not sheet["B5"].font.bold


def test_many_rows_under_like_headings_get_names_of_their_own() -> None:
    blocks = [
        each
        for _ in range(12)
        for each in (Heading("Danh mục [nhiệm vụ]: *quá hạn* của phòng"), a_table(Row(("1", "x"))))
    ]
    names = opened(a_document(*blocks)).sheetnames
    assert len({name.casefold() for name in names}) == 12


def test_without_a_table_there_is_no_workbook() -> None:
    with pytest.raises(Refused, match=r"report\.no_table"):
        excel.draw(a_document(para("chỉ có chữ")))


def test_a_text_longer_than_a_cell_is_refused_by_name() -> None:
    with pytest.raises(Refused) as caught:
        excel.draw(a_document(a_table(Row(("1", "x" * 32_768), about="NV01"))))
    assert (caught.value.code, caught.value.parameters["about"]) == ("report.cell_too_long", "NV01")


def test_equal_documents_give_equal_bytes() -> None:
    document = accountability.document(many_tasks(50))
    assert excel.draw(document) == excel.draw(document)


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)))
def test_every_day_of_our_paper_is_a_day(day: date) -> None:
    from tracker.reports import vietnamese

    assert excel.valued(vietnamese.day(day)) == (day, "dd/mm/yyyy")


@given(st.integers(0, 10**9))
def test_every_figure_of_our_paper_is_a_figure(figure: int) -> None:
    from tracker.reports import vietnamese

    assert excel.valued(vietnamese.whole(figure))[0] == figure
