"""The tables of a document as an Excel workbook, for offices that count on with them (XlsxWriter).

One sheet for each table and chart, named after the heading it stands under, with that heading, the head of the table
frozen and repeated on every page, and whole numbers, rates and days as such. A cell never holds a formula or a link:
user text is written as text.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from io import BytesIO
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from tracker.domain.errors import Refused
from tracker.reports import charted
from tracker.reports.blocks import Align, AnnexHead, Band, Block, Chart, Document, Head, Heading, Row, Table
from tracker.reports.pages import BOTTOM, LEFT, RIGHT, TOP, Pages
from tracker.reports.tables import measured

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FONT = "Times New Roman"
LONGEST_NAME = 31
"""Characters of a sheet's name that Excel takes."""
LONGEST_TEXT = 32_767
"""Characters of a cell that Excel takes."""
CHARACTER = 4.9
"""Points of a column for each character that Excel counts: a little roomier than the paper."""
LINE = 15
"""Points of a line."""
MOST_LINES = 27
"""Lines of the highest row that Excel takes: 409 points."""
INCH = 72
FIRST = 2
"""Row of the table's head: title and origin stand above it."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_WHOLE = re.compile(r"\d{1,3}(\.\d{3})*")
_DECIMAL = re.compile(r"\d{1,3}(\.\d{3})*,\d+")
_RATE = re.compile(r"(\d+,\d+)\s%")
_DAY = re.compile(r"(\d{2})/(\d{1,2})/(\d{4})")

Value = str | float | date
Shape = tuple[str, Align, bool]
"""Number format, place in the cell, bold."""


def draw(document: Document) -> bytes:
    """The workbook's bytes; equal documents give equal bytes.

    Raises Refused report.no_table (there is nothing to count with), report.cell_too_long.
    """
    import xlsxwriter

    tables = list(_tables(document))
    if not tables:
        raise Refused("report.no_table", title=document.title)
    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties(
            {
                "title": document.title[:255],
                "subject": document.subject[:255],
                "author": document.author[:255],
                "created": datetime.combine(document.foot.printed_on, time()),
            }
        )
        pen, pages = _Pen(book), Pages(BytesIO(), document)
        taken: set[str] = set()
        for heading, table, landscape in tables:
            pages.open(landscape=landscape)
            widths = [width / CHARACTER for width in measured(pages, table)[1]]
            sheet = book.add_worksheet(_sheet_name(heading, taken))
            _set_page(sheet, widths, landscape=landscape)
            _write_table(pen, sheet, (heading, document.title), table, widths)
    return target.getvalue()


def _tables(document: Document) -> Iterator[tuple[str, Table, bool]]:
    """Every table with the heading it stands under; the numbers of a chart are one, too."""
    for section in document.sections:
        heading = section.bookmark or document.title
        for block in section.blocks:
            heading = _heading(block) or heading
            if isinstance(block, Table) and block.rows:
                yield heading, block, section.landscape
            elif isinstance(block, Chart):
                yield block.title, charted.table(block), section.landscape


def _heading(block: Block) -> str:
    if isinstance(block, Heading):
        return block.text
    if isinstance(block, AnnexHead):
        return f"{block.name}. {block.title}"
    return block.kind if isinstance(block, Head) else ""


class _Pen:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[object, ...], Any] = {}

    def plain(self, **more: Any) -> Any:
        """A format beside the table."""
        return self._format(tuple(more.items()), {"font_name": FONT, "font_size": 12, **more})

    def cell(self, shape: Shape) -> Any:
        """A format inside the table."""
        number, align, bold = shape
        place = {Align.CENTRE: "center", Align.RIGHT: "right"}.get(align, "left")
        return self._format(
            shape,
            {
                "font_name": FONT, "font_size": 11, "border": 1, "text_wrap": True, "valign": "top",
                "align": place, "bold": bold, "num_format": number,
            },
        )  # fmt: skip

    def head(self) -> Any:
        """The format of the table's head."""
        look = {"font_name": FONT, "font_size": 11, "border": 1, "text_wrap": True, "bold": True}
        return self._format(("head",), {**look, "align": "center", "valign": "vcenter", "bg_color": "#EDEDED"})

    def _format(self, key: tuple[object, ...], look: dict[str, Any]) -> Any:
        if key not in self._made:
            self._made[key] = self._book.add_format(look)
        return self._made[key]


def _set_page(sheet: Any, widths: Sequence[float], *, landscape: bool) -> None:
    """A4 with the margins of the paper, as wide as the page."""
    sheet.set_paper(9)
    sheet.set_landscape() if landscape else sheet.set_portrait()
    sheet.set_margins(left=LEFT / INCH, right=RIGHT / INCH, top=TOP / INCH, bottom=BOTTOM / INCH)
    sheet.fit_to_pages(1, 0)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)


def _write_table(pen: _Pen, sheet: Any, titles: Sequence[str], table: Table, widths: Sequence[float]) -> None:
    for number, (title, look) in enumerate(zip(titles, (pen.plain(bold=True), pen.plain(italic=True)), strict=True)):
        sheet.write_string(number, 0, title[:LONGEST_TEXT], look)
    below = _write_head(pen, sheet, table)
    sheet.set_row(below - 1, _height([column.title for column in table.columns], widths))
    sheet.freeze_panes(below, 0)
    sheet.repeat_rows(FIRST, below - 1)
    for number, row in enumerate(table.rows, start=below):
        _write_row(pen, sheet, table, row, number)
        sheet.set_row(number, _height(row.cells, widths) if isinstance(row, Row) else LINE)


def _height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """Points that a row needs: not every program finds that out by itself when it opens the file."""
    lines = (len(wrap(text, max(int(width * 1.1), 1))) for text, width in zip(texts, widths, strict=True))
    return min(max(lines, default=1) or 1, MOST_LINES) * LINE


def _write_head(pen: _Pen, sheet: Any, table: Table) -> int:
    """The head in one row, or two where columns are grouped; the row below it."""
    grouped = any(column.group for column in table.columns)
    look = pen.head()
    for group, members in groupby(enumerate(table.columns), key=lambda place: place[1].group):
        inside = list(members)
        first, last = inside[0][0], inside[-1][0]
        if group and first < last:
            sheet.merge_range(FIRST, first, FIRST, last, group, look)
        elif group:
            sheet.write_string(FIRST, first, group, look)
        for place, column in inside:
            if grouped and not group:
                sheet.merge_range(FIRST, place, FIRST + 1, place, column.title, look)
            else:
                sheet.write_string(FIRST + grouped, place, column.title, look)
    return FIRST + 1 + grouped


def _write_row(pen: _Pen, sheet: Any, table: Table, row: Row | Band, number: int) -> None:
    if isinstance(row, Band):
        look = pen.cell(("General", Align.LEFT, True))
        sheet.merge_range(number, 0, number, len(table.columns) - 1, "", look)
        sheet.write_string(number, 0, row.text, look)
        return
    for place, (column, text) in enumerate(zip(table.columns, row.cells, strict=True)):
        _write_cell(pen, sheet, number, place, text, column.align, row)


def _write_cell(pen: _Pen, sheet: Any, number: int, place: int, text: str, align: Align, row: Row) -> None:
    if len(text) > LONGEST_TEXT:
        raise Refused("report.cell_too_long", about=row.about, characters=len(text), most=LONGEST_TEXT)
    value, form = valued(text)
    look = pen.cell((form, align, row.strong))
    if isinstance(value, str):
        sheet.write_string(number, place, value, look)
    elif isinstance(value, date):
        sheet.write_datetime(number, place, datetime.combine(value, time()), look)
    else:
        sheet.write_number(number, place, value, look)


def valued(text: str) -> tuple[Value, str]:
    """What a cell's text means, and how Excel has to show it so that it reads the same."""
    if _WHOLE.fullmatch(text):
        return int(text.replace(".", "")), "#,##0"
    if _DECIMAL.fullmatch(text):
        places = len(text.partition(",")[2])
        return float(text.replace(".", "").replace(",", ".")), f"#,##0.{'0' * places}"
    if found := _RATE.fullmatch(text):
        return float(found[1].replace(",", ".")) / 100, "0.0 %"
    if (found := _DAY.fullmatch(text)) and (day := _day(found)):
        return day, "dd/mm/yyyy"
    return text, "@"


def _day(found: re.Match[str]) -> date | None:
    """The day, where there is such a day and Excel knows its year."""
    try:
        day = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
    return day if day.year > 1900 else None


def _sheet_name(heading: str, taken: set[str]) -> str:
    """A name that Excel takes and no other sheet has."""
    plain = " ".join(_FORBIDDEN.sub(" ", heading).split())[:LONGEST_NAME].strip() or "Bảng"
    name, number = plain, 1
    while name.casefold() in taken:
        number += 1
        name = f"{plain[: LONGEST_NAME - 4].strip()} {number}"
    taken.add(name.casefold())
    return name
