"""A document of blocks as a Word file, for offices that edit a report before they send it (python-docx).

Same texts and figures as the PDF, in the same layout of NĐ 30/2020, with Times New Roman, which every office PC has.
Each page says that this copy is for editing and cannot be checked: it has neither the journal's code nor the QR code.
A chart stands as the table of its numbers, so that nothing has to be drawn again after an edit.
"""

from __future__ import annotations

import re
import zipfile
from datetime import datetime, time
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any

from tracker.reports import charted, vietnamese
from tracker.reports.blocks import (
    Align,
    AnnexHead,
    Band,
    Block,
    Boxes,
    Chart,
    Closing,
    Document,
    Head,
    Heading,
    Para,
    Row,
    Seal,
    Section,
    Signatures,
    Table,
)
from tracker.reports.letterhead import MOTTO, NATION, day_words, number_line, reference
from tracker.reports.pages import A4, BOTTOM, LEFT, MARK, RIGHT, TOP, Pages
from tracker.reports.tables import PADDING_X, measured

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tracker.figures.types import Signature

FONT = "Times New Roman"
EDITED = "Bản để biên tập, không đối chiếu được"
SPARE = 0.6
"""Points that a cell is roomier than in the PDF: Word measures a word a little wider than we do, and would cut it."""
SIGNING_LINES = 4
"""Empty lines for signature and stamp."""
TICKED, UNTICKED = "\N{BALLOT BOX WITH X}", "\N{BALLOT BOX}"
ISSUER_SHARE = 0.41
"""Part of the width that the issuer's column takes of the letterhead: 68 of 165 mm."""
AFTER_NUMBERING = ("w:cols", "w:titlePg", "w:textDirection", "w:docGrid")
AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr")
AFTER_MARGINS = ("w:tblLook",)
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold; no text of the store has it, a file from outside might have had it."""
_WHOLE = re.compile(r"\d{1,3}(\.\d{3})*|\d+")


def draw(document: Document) -> bytes:
    """The document as the bytes of a .docx file; equal documents give equal bytes."""
    return _Word(document).bytes()


class _Word:
    """One Word file while it is written."""

    def __init__(self, document: Document) -> None:
        import docx

        self._document = document
        self._pages = Pages(BytesIO(), document)
        self._file = docx.Document()
        self._describe()
        self._set_styles()
        for number, section in enumerate(document.sections):
            self._write_section(section, first=number == 0)

    def bytes(self) -> bytes:
        """The file, with the day of the sheet in place of the clock."""
        packed = BytesIO()
        self._file.save(packed)
        result = BytesIO()
        with zipfile.ZipFile(packed) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                target.writestr(zipfile.ZipInfo(name), source.read(name), zipfile.ZIP_DEFLATED)
        return result.getvalue()

    # --- the file -----------------------------------------------------------------------------------------------------

    def _describe(self) -> None:
        properties, document = self._file.core_properties, self._document
        properties.title, properties.subject = _text(document.title)[:255], _text(document.subject)[:255]
        properties.author = properties.last_modified_by = _text(document.author)[:255]
        properties.comments, properties.language, properties.keywords = EDITED, "vi-VN", ""
        properties.created = properties.modified = datetime.combine(document.foot.printed_on, time())
        properties.revision = 1

    def _set_styles(self) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        for name, bold in (("Normal", None), ("Heading 1", True), ("Heading 2", True)):
            style = self._file.styles[name]
            style.font.name, style.font.size, style.font.bold = FONT, Pt(14), bold
            style.font.color.rgb = RGBColor(0, 0, 0)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
                fonts.attrib.pop(qn(attribute), None)
            for attribute in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
                fonts.set(qn(attribute), FONT)
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(6 if bold else 0), Pt(0)
            style.paragraph_format.line_spacing = 1.0

    def _write_section(self, section: Section, *, first: bool) -> None:
        from docx.enum.section import WD_ORIENT, WD_SECTION
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import Pt

        part = self._file.sections[0] if first else self._file.add_section(WD_SECTION.NEW_PAGE)
        wide, high = (A4[1], A4[0]) if section.landscape else A4
        part.orientation = WD_ORIENT.LANDSCAPE if section.landscape else WD_ORIENT.PORTRAIT
        part.page_width, part.page_height = Pt(wide), Pt(high)
        part.top_margin, part.bottom_margin, part.left_margin, part.right_margin = map(Pt, (TOP, BOTTOM, LEFT, RIGHT))
        part.header_distance, part.footer_distance = Pt(TOP / 2), Pt(BOTTOM / 2)
        part.different_first_page_header_footer = True
        for old in part._sectPr.findall(qn("w:pgNumType")):
            part._sectPr.remove(old)  # a new section begins as a copy of the one before
        numbering = OxmlElement("w:pgNumType")
        numbering.set(qn("w:start"), "1")
        _insert(part._sectPr, numbering, *AFTER_NUMBERING)
        self._width = wide - LEFT - RIGHT
        self._pages.open(landscape=section.landscape)
        if first:
            self._write_margins(part)
        for block in section.blocks:
            self._write_block(block)

    def _write_margins(self, part: Any) -> None:
        """The page's number in the upper margin but on the first page; what this copy is in the lower one."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        number = part.header.paragraphs[0]
        number.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _add_field(number, "PAGE", 13)
        told = f"{EDITED}. {MARK}" if self._document.foot.sample else f"{EDITED}."
        for footer in (part.footer, part.first_page_footer):
            _add_run(footer.paragraphs[0], told, 8.5)

    # --- blocks -------------------------------------------------------------------------------------------------------

    def _write_block(self, block: Block) -> None:
        writers: dict[type[Block], Callable[[Any], None]] = {
            Head: self._write_head,
            AnnexHead: self._write_annex_head,
            Heading: self._write_heading,
            Para: self._write_para,
            Table: self._write_table,
            Closing: self._write_closing,
            Signatures: self._write_pair,
            Boxes: self._write_boxes,
            Chart: self._write_chart,
            Seal: lambda _: None,  # an edited copy cannot be checked
        }
        writers[type(block)](block)

    def _write_head(self, block: Head) -> None:
        letterhead = block.letterhead
        grid = self._grid((ISSUER_SHARE, 1 - ISSUER_SHARE))
        left = [(line.upper(), 13, False, False) for line in letterhead.superior]
        left += [(line.upper(), 13, True, False) for line in letterhead.issuer]
        right = [(NATION, 13, True, False), (MOTTO, 14, True, False)]
        _fill(grid[0], left, ruled=0.3)
        _fill(grid[1], right, ruled=0.16)
        if block.numbered:
            grid = self._grid((ISSUER_SHARE, 1 - ISSUER_SHARE))
            under = [(number_line(block), 13, False, False)]
            under += [(f"V/v {block.about}", 13, False, False)] if block.about else []
            _fill(grid[0], under)
            _fill(grid[1], [(f"{letterhead.place}, {day_words(block)}", 14, False, True)])
        self._write_lines((text, 14, True, False) for text in ("", block.kind, block.subject) if text or not block.to)
        for line in _addressed(block.to):
            self._paragraph(Align.CENTRE, ((line, 14, False, False),))

    def _write_annex_head(self, block: AnnexHead) -> None:
        self._write_lines(((block.name, 14, True, False), (block.title, 14, True, False)))
        self._write_lines(((reference(block), 13, False, True),))

    def _write_heading(self, block: Heading) -> None:
        self._file.add_paragraph(_text(block.text), style=f"Heading {min(block.level, 2)}")

    def _write_boxes(self, block: Boxes) -> None:
        for words, ticked in block.items:
            self._paragraph(Align.LEFT, ((f"{TICKED if ticked else UNTICKED} {words}", 14, False, False),))

    def _write_chart(self, block: Chart) -> None:
        self._file.add_paragraph(_text(block.title), style="Heading 2")
        self._write_table(charted.table(block))

    def _write_lines(self, lines: Iterable[tuple[str, float, bool, bool]]) -> None:
        for line in lines:
            self._paragraph(Align.CENTRE, (line,))

    def _write_para(self, block: Para) -> None:
        from docx.shared import Cm

        runs = tuple((run.text, block.size, run.bold, run.italic) for run in block.runs)
        made = self._paragraph(block.align, runs, before=6)
        if block.indent:
            made.paragraph_format.first_line_indent = Cm(1.27)

    def _write_table(self, block: Table) -> None:
        size, widths = measured(self._pages, block)
        grouped = any(column.group for column in block.columns)
        heads = 2 if grouped else 1
        table = self._file.add_table(rows=heads + len(block.rows), cols=len(block.columns))
        table.style, table.autofit = "Table Grid", False
        _set_margins(table, PADDING_X - SPARE)
        grid = [list(row.cells) for row in table.rows]
        self._write_table_head(block, grid, grouped=grouped, size=size)
        for row in table.rows[:heads]:
            _mark_row(row, "w:tblHeader")
        for row, cells in zip(block.rows, grid[heads:], strict=True):
            self._write_row(block, row, cells, size)
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                _set_width(cell, width)
        for column, width in zip(table.columns, widths, strict=True):
            _set_width(column, width)

    def _write_table_head(self, block: Table, grid: Sequence[Sequence[Any]], *, grouped: bool, size: float) -> None:
        places = list(enumerate(block.columns))
        for group, members in groupby(places, key=lambda place: place[1].group):
            inside = list(members)
            if group:
                first, last = inside[0][0], inside[-1][0]
                merged = grid[0][first].merge(grid[0][last])
                _write_cell(merged, group, Align.CENTRE, size, bold=True)
            for place, column in inside:
                cell = grid[1][place] if group else grid[0][place]
                if grouped and not group:
                    cell = cell.merge(grid[1][place])
                _write_cell(cell, column.title, Align.CENTRE, size, bold=True)

    def _write_row(self, block: Table, row: Row | Band, cells: Sequence[Any], size: float) -> None:
        if isinstance(row, Band):
            _write_cell(cells[0].merge(cells[-1]), row.text, Align.LEFT, size, bold=True)
            return
        for column, cell, text in zip(block.columns, cells, row.cells, strict=True):
            shown = f"{UNTICKED} {text}".rstrip() if column.box else text
            _write_cell(cell, shown, column.align, size, bold=row.strong)

    def _write_closing(self, block: Closing) -> None:
        self._paragraph(Align.LEFT, ())
        grid = self._grid((0.5, 0.5))
        listed = vietnamese.itemised(block.recipients)
        if listed:
            _add_run(grid[0].paragraphs[0], "Nơi nhận:", 12, bold=True, italic=True)
            for line in listed:
                _add_run(grid[0].add_paragraph(), line, 11)
        _fill(grid[1], _signing(block.signature))

    def _write_pair(self, block: Signatures) -> None:
        self._paragraph(Align.LEFT, ())
        for cell, signature in zip(self._grid((0.5, 0.5)), (block.left, block.right), strict=True):
            _fill(cell, _signing(signature))

    # --- pieces -------------------------------------------------------------------------------------------------------

    def _grid(self, shares: tuple[float, ...]) -> list[Any]:
        """The cells of one row without rules: how Word sets things side by side."""
        table = self._file.add_table(rows=1, cols=len(shares))
        table.autofit = False
        _set_margins(table, 0)
        _mark_row(table.rows[0], "w:cantSplit")
        cells = list(table.rows[0].cells)
        for column, cell, share in zip(table.columns, cells, shares, strict=True):
            _set_width(column, self._width * share)
            _set_width(cell, self._width * share)
        return cells

    def _paragraph(self, align: Align, runs: Iterable[tuple[str, float, bool, bool]], before: float = 0) -> Any:
        from docx.shared import Pt

        made = self._file.add_paragraph()
        _align(made, align)
        made.paragraph_format.space_before = Pt(before)
        for text, size, bold, italic in runs:
            _add_run(made, text, size, bold=bold, italic=italic)
        return made


def _addressed(to: tuple[str, ...]) -> list[str]:
    """Ô 9a: one addressee behind the words, several below them."""
    if len(to) < 2:
        return [f"Kính gửi: {to[0]}"] if to else []
    return ["Kính gửi:", *vietnamese.itemised(to)]


def _fill(cell: Any, lines: Sequence[tuple[str, float, bool, bool]], ruled: float = 0) -> None:
    """Centred lines in a cell; under the last one a rule of this part of the cell's width."""
    for number, (text, size, bold, italic) in enumerate(lines):
        made = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        _align(made, Align.CENTRE)
        _add_run(made, text, size, bold=bold, italic=italic)
    if ruled:
        _rule(cell.add_paragraph(), cell.width * (1 - ruled) / 2)


def _rule(paragraph: Any, indent: float) -> None:
    """A rule as a border of an empty paragraph, indented on both sides: a line, not underscores."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = int(indent)
    form.line_spacing = Pt(6)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("w:val", "single"), ("w:sz", "6"), ("w:space", "1"), ("w:color", "000000")):
        top.set(qn(name), value)
    borders.append(top)
    _insert(paragraph._p.get_or_add_pPr(), borders, *AFTER_BORDERS)


def _signing(signature: Signature) -> list[tuple[str, float, bool, bool]]:
    lines = [(line, 14.0, True, False) for line in signature.lines]
    return [*lines, *[("", 14.0, False, False)] * SIGNING_LINES, (signature.name, 14.0, True, False)]


def _write_cell(cell: Any, text: str, align: Align, size: float, *, bold: bool) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT

    paragraph = cell.paragraphs[0]
    _align(paragraph, align)
    _add_run(paragraph, text, size, bold=bold)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _align(paragraph: Any, align: Align) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = {
        Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
        Align.CENTRE: WD_ALIGN_PARAGRAPH.CENTER,
        Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
        Align.JUSTIFY: WD_ALIGN_PARAGRAPH.JUSTIFY,
    }[align]


def _add_run(paragraph: Any, text: str, size: float, *, bold: bool = False, italic: bool = False) -> None:
    from docx.shared import Pt

    run = paragraph.add_run(_text(text))
    run.font.size, run.bold, run.italic = Pt(size), bold, italic


def _add_field(paragraph: Any, name: str, size: float) -> None:
    """A field that Word fills in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run = paragraph.add_run()
    run.font.size = Pt(size)
    for kind in ("begin", "", "end"):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = name
        run._r.append(part)


def _mark_row(row: Any, mark: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(mark))


def _set_margins(table: Any, points: float) -> None:
    """The space beside the text of each cell: Word's own would make our columns too narrow."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), str(round(points * 20)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    _insert(table._tbl.tblPr, margins, *AFTER_MARGINS)


def _insert(parent: Any, element: Any, *successors: str) -> None:
    """Put an element where the schema of the format wants it: Word refuses a file whose elements are out of order."""
    parent.insert_element_before(element, *successors)


def _set_width(cell: Any, points: float) -> None:
    from docx.shared import Pt

    cell.width = Pt(points)


def _text(text: str) -> str:
    return _UNWRITABLE.sub("", text.replace(vietnamese.NBSP, "\N{NO-BREAK SPACE}"))
