"""Books in TCVN3 and VNI: by the font of the cell, by the score of the text, by the bytes of a CSV; what is unclear."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.exchange.books import HEADINGS, SAMPLES, TODAY, a_workbook, read_here, told
from tracker.domain.errors import Refused
from tracker.domain.old_fonts import Encoding
from tracker.exchange import read
from tracker.exchange.faults import Fault

TCVN3 = (
    ("STT", "M·", "Néi dung nhiÖm vô", "Ng\xadêi chÞu tr¸ch nhiÖm", "H¹n", "S¶n phÈm"),
    (
        1,
        "NV01",
        "Rµ so¸t, niªm yÕt c«ng khai danh môc thñ tôc hµnh chÝnh cÊp x·",
        "Hµ ThÞ ¸nh NguyÖt",
        "24/07/2026",
        "Danh môc niªm yÕt",
    ),
    (2, "NV02", "Gi¶i quyÕt kiÕn nghÞ cña c¸c hé tæ d©n phè sè 7", "Bïi Kh¾c §iÒm", "31/07/2026", "V¨n b¶n tr¶ lêi"),
)
VNI = (
    ("STT", "Maõ", "Noäi dung nhieäm vuï", "Ngöôøi chòu traùch nhieäm", "Haïn", "Saûn phaåm"),
    (
        1,
        "NV01",
        "Raø soaùt, nieâm yeát coâng khai danh muïc thuû tuïc haønh chính caáp xaõ",
        "Haø Thò AÙnh Nguyeät",
        "24/07/2026",
        "Danh muïc nieâm yeát",
    ),
    (
        2,
        "NV02",
        "Giaûi quyeát kieán nghò cuûa caùc hoä toå daân phoá soá 7",
        "Buøi Khaéc Ñieàm",
        "31/07/2026",
        "Vaên baûn traû lôøi",
    ),
)
UNICODE = (
    HEADINGS,
    (
        1,
        "NV01",
        "Rà soát, niêm yết công khai danh mục thủ tục hành chính cấp xã",
        "Hà Thị Ánh Nguyệt",
        "24/07/2026",
        "Danh mục niêm yết",
    ),
    (2, "NV02", "Giải quyết kiến nghị của các hộ tổ dân phố số 7", "Bùi Khắc Điềm", "31/07/2026", "Văn bản trả lời"),
)
READ = [
    ("NV01", "Rà soát, niêm yết công khai danh mục thủ tục hành chính cấp xã", "Hà Thị Ánh Nguyệt", date(2026, 7, 24)),
    ("NV02", "Giải quyết kiến nghị của các hộ tổ dân phố số 7", "Bùi Khắc Điềm", date(2026, 7, 31)),
]


def found(path: Path, **wanted: object) -> list[tuple[object, ...]]:
    return [(row.number, row.title, row.owner, row.due_on) for row in read_here(path, **wanted).rows]


@pytest.mark.parametrize(
    ("lines", "font", "encoding"),
    [
        (TCVN3, ".VnTime", Encoding.TCVN3),
        (VNI, "VNI-Times", Encoding.VNI),
        (TCVN3, None, Encoding.TCVN3),
        (VNI, None, Encoding.VNI),
        (UNICODE, None, Encoding.UNICODE),
    ],
)
def test_the_font_or_a_clear_score_tells(
    tmp_path: Path, lines: tuple[tuple[object, ...], ...], font: str | None, encoding: Encoding
) -> None:
    path = a_workbook(tmp_path / "so.xlsx", ("Sheet1", lines), font=font)
    sheet = read_here(path)
    assert found(path) == READ
    assert sheet.encoding is encoding
    assert len(sheet.converted_examples) == (0 if encoding is Encoding.UNICODE else 3)
    assert sheet.problems == ()


def test_one_sheet_may_hold_both(tmp_path: Path) -> None:
    """Rows pasted from an old book keep their font beside new ones."""
    from openpyxl import load_workbook
    from openpyxl.styles import Font

    path = a_workbook(tmp_path / "so.xlsx", ("Sheet1", [UNICODE[0], TCVN3[1], UNICODE[2]]))
    book = load_workbook(path)
    for cell in book.active[2]:
        cell.font = Font(name=".VnTime")
    book.save(path)
    book.close()
    assert found(path) == READ


def test_a_capital_font_gives_capitals(tmp_path: Path) -> None:
    lines = [TCVN3[0], (1, "nv01", "rµ so¸t thñ tôc", "cb06", "24/07/2026", "danh môc")]
    (row,) = read_here(a_workbook(tmp_path / "so.xlsx", ("Sheet1", lines), font=".VnTimeH")).rows
    assert (row.number, row.title, row.owner) == ("NV01", "RÀ SOÁT THỦ TỤC", "CB06")


def test_unicode_text_in_an_old_font_stays(tmp_path: Path) -> None:
    assert found(a_workbook(tmp_path / "so.xlsx", ("Sheet1", UNICODE), font=".VnTime")) == READ


def test_letters_that_were_lost_are_told(tmp_path: Path) -> None:
    lines = [TCVN3[0], (1, "NV01", "Söa ®êng vµ v¨n th", "CB06", "24/07/2026", "B¸o c¸o")]
    sheet = read_here(a_workbook(tmp_path / "so.xlsx", ("Sheet1", lines), font=".VnTime"))
    assert told(sheet.problems) == [(2, "C", "letters_lost")]
    assert not sheet.errors


def test_an_unclear_score_is_refused_until_it_is_said(tmp_path: Path) -> None:
    """One word that is Vietnamese in two encodings proves nothing."""
    lines = [
        ("TT", "NOI DUNG", "NGUOI THUC HIEN", "HAN", "SAN PHAM"),
        (1, "Café Zürich Øresund Ærø Åland Bjørn Ñandú Ÿpres Ìle Ðà Çà ãe õe ïe", "CB06", "24/07/2026", "Hµ NéI"),
    ]
    path = a_workbook(tmp_path / "so.xlsx", ("Sheet1", lines))
    with pytest.raises(Fault) as fault:
        read_here(path)
    assert fault.value.code == "exchange.encoding_unclear"
    assert len(read_here(path, encoding="unicode").rows) == 1
    assert read_here(path, encoding="tcvn3").rows[0].product == "HÀ NỘI"


def as_csv(lines: tuple[tuple[object, ...], ...], separator: str) -> str:
    return "".join(separator.join(f'"{value}"' for value in line) + "\r\n" for line in lines)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_csv_of_every_kind_of_unicode(tmp_path: Path, codec: str, separator: str) -> None:
    path = tmp_path / "so.csv"
    path.write_bytes(as_csv(UNICODE, separator).encode(codec))
    assert found(path) == READ


def as_windows_writes(letter: str) -> str:
    """A letter of code page 1258: the tone is a sign of its own behind the letter with its other mark."""
    parts = normalize("NFD", letter)
    tone = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
    return normalize("NFC", "".join(part for part in parts if part not in tone)) + tone


def test_csv_in_the_vietnamese_code_page_of_windows(tmp_path: Path) -> None:
    text = "".join(map(as_windows_writes, as_csv(UNICODE, ";")))
    path = tmp_path / "so.csv"
    path.write_bytes(text.encode("cp1258"))
    assert found(path) == READ
    assert read_here(path).encoding is Encoding.UNICODE


@pytest.mark.parametrize(("lines", "encoding"), [(TCVN3, Encoding.TCVN3), (VNI, Encoding.VNI)])
def test_csv_in_the_bytes_of_an_old_font(
    tmp_path: Path, lines: tuple[tuple[object, ...], ...], encoding: Encoding
) -> None:
    path = tmp_path / "so.csv"
    path.write_bytes(as_csv(lines, ",").encode("latin-1"))
    assert found(path) == READ
    assert read_here(path).encoding is encoding
    assert found(path, encoding=str(encoding)) == READ


def test_the_wrong_encoding_finds_no_headings() -> None:
    with pytest.raises(Refused) as refused:
        read(SAMPLES / "nhiem-vu-tcvn3.xlsx", "tasks", None, "vni", today=TODAY)
    assert refused.value.code == "exchange.no_headings"
