"""Files made byte by byte: old .xls, .ods, workbooks part by part. What no library of ours writes."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

Lines = Sequence[Sequence[object]]

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/sharedStrings.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
    '<Override PartName="/xl/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/>'
    "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/sharedStrings.xml": f"<sst {_MAIN}/>",
    "xl/styles.xml": f"<styleSheet {_MAIN}/>",
    "xl/worksheets/sheet1.xml": f"<worksheet {_MAIN}><sheetData/></worksheet>",
}
"""The least that is a workbook."""


def sheet_xml(data: str, *, before: str = "", behind: str = "") -> str:
    """A worksheet with that inside its sheetData."""
    return f"<?xml version='1.0'?>{before}<worksheet {_MAIN}><sheetData>{data}</sheetData>{behind}</worksheet>"


def row_xml(number: int, *texts: str) -> str:
    """A row with its texts in the cells themselves."""
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f'<row r="{number}">{cells}</row>'


def a_package(path: Path, changed: Mapping[str, str | bytes] | None = None) -> Path:
    """A workbook of bare parts, some of them changed or added."""
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in {**PARTS, **(changed or {})}.items():
            archive.writestr(name, content)
    return path


def an_ods(path: Path, lines: Lines, *, extra: str = "", manifest: str = "") -> Path:
    """An OpenDocument sheet; a date stands in it as ISO text with the type date."""
    rows = "".join(f"<table:table-row>{''.join(map(_ods_cell, line))}</table:table-row>" for line in lines)
    namespaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<office:document-content {namespaces}><office:body><office:spreadsheet><table:table table:name="Sổ">'
        f"{rows}{extra}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest or "<manifest/>")
    return path


def _ods_cell(value: object) -> str:
    if isinstance(value, str):
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'


def an_xls(path: Path, lines: Lines) -> Path:
    """A workbook of Excel 97 (BIFF8 in an OLE file) with one sheet; texts and numbers only."""
    cells = b""
    for row, line in enumerate(lines):
        for column, value in enumerate(line):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(value, str) and value:
                cells += _record(0x0204, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
            elif isinstance(value, int | float):
                cells += _record(0x0203, place + struct.pack("<d", value))
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)) + cells + _record(0x000A, b"")
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    name = struct.pack("<BB", 1, 0) + b"S"
    offset = len(start) + 4 + 6 + len(name) + 4
    bound = _record(0x0085, struct.pack("<IBB", offset, 0, 0) + name)
    path.write_bytes(an_ole("Workbook", start + bound + _record(0x000A, b"") + sheet))
    return path


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def an_ole(stream: str, content: bytes) -> bytes:
    """An OLE file with one stream: header, one sector of FAT, one of directory, then the stream."""
    content = content.ljust(4096, b"\0")  # shorter streams would lie in a second, smaller FAT
    sectors = -(-len(content) // 512)
    content = content.ljust(sectors * 512, b"\0")
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0
    )
    header += b"\xff\xff\xff\xff" * 108
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    fat = struct.pack("<128I", *(chain + [0xFFFFFFFF] * 128)[:128])
    free = _entry("", 0, 0xFFFFFFFF, 0, 0)
    directory = _entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + _entry(stream, 2, 0xFFFFFFFF, 2, len(content)) + free + free
    return header + fat + directory + content


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    encoded = (name + "\0").encode("utf-16-le") if name else b""
    tree = struct.pack("<BBIII", kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
    return (
        encoded.ljust(64, b"\0") + struct.pack("<H", len(encoded)) + tree + bytes(36) + struct.pack("<IQ", start, size)
    )
