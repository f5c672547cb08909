"""What holds for every kind of report, whatever it says: measured on its pages, of the sample office and of others."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Literal
from zipfile import ZipFile

import pytest

from tests.builders import TODAY, Office, an_actor, an_office, day
from tests.reports.reading import Page, Sheet, read
from tracker.domain.errors import Refused
from tracker.domain.officials import Actor, Standing
from tracker.domain.periods import parse
from tracker.papers.asked import Asked, Choice
from tracker.papers.kind import Drawn
from tracker.papers.kinds import KINDS
from tracker.papers.made import Format
from tracker.papers.making import bytes_of
from tracker.store import Store, officials, tasks, units
from tracker.store.folder import create_folder

MARGINS = {"left": 30.0, "right": 15.0, "top": 20.0, "bottom": 20.0}
"""Millimetres (NĐ 30/2020; domain.md §3)."""
NUMBER_TOP = 20.0
"""The page number stands inside the upper margin."""
REACH = 0.5
"""Millimetres that a glyph or the thickness of a rule may reach over an edge."""
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def asked(store: Store, kind: str, unit: str, task: str, period: str = "2026-Q3") -> Asked:
    needs = KINDS[kind].needs
    return Asked(
        kind,
        unit=units.by_code(store, unit).id if Choice.UNIT in needs else None,
        period=parse(period) if Choice.PERIOD in needs else None,
        task=tasks.by_number(store, task).id if Choice.TASK in needs else None,
    )


def drawn(store: Store, kind: str, unit: str = "UBND", task: str = "NV39", period: str = "2026-Q3") -> Drawn:
    found = officials.by_code(store, "CB01")
    return KINDS[kind].draw(store, asked(store, kind, unit, task, period), TODAY, actor_of(found.id))


def actor_of(official: int) -> Actor:
    return an_actor(official, TODAY)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def sheet(sample_store: Store, kind: str) -> Sheet:
    return read(bytes_of(drawn(sample_store, kind).document, Format.PDF))


def inside(page: Page) -> list[str]:
    """What reaches over a margin, page number and foot left out."""
    told = []
    for text in page.texts:
        if text.bottom > page.height - MARGINS["top"] - REACH or text.top < MARGINS["bottom"] + REACH:
            continue
        if text.left < MARGINS["left"] - REACH or text.right > page.width - MARGINS["right"] + REACH:
            told.append(f"{text.text!r} from {text.left:.1f} to {text.right:.1f} of {page.width:.0f} mm")
    return told


def test_nothing_reaches_over_the_margins(sheet: Sheet) -> None:
    assert [told for page in sheet.pages for told in inside(page)] == []
    for page in sheet.pages:
        assert {round(page.width), round(page.height)} == {210, 297}
        for stroke in page.strokes:
            assert stroke.left >= MARGINS["left"] - REACH
            assert stroke.right <= page.width - MARGINS["right"] + REACH
        below = [text for text in page.texts if text.top < MARGINS["bottom"] - REACH]
        assert all(text.size < 9 for text in below), "only the foot stands in the lower margin"


def test_the_head_of_the_first_page_has_the_measures_of_the_decree(sheet: Sheet) -> None:
    first = sheet.pages[0]
    nation, motto = first.find(NATION), first.find(MOTTO)
    assert (nation.size, motto.size) == (13, 14)
    assert abs(nation.right - nation.left - 95.7) < 1
    assert abs((nation.left + nation.right) / 2 - (motto.left + motto.right) / 2) < 0.5
    rules = [each for each in first.strokes if abs(each.right - each.left - (motto.right - motto.left)) < 1]
    assert any(motto.bottom - 3 < each.top < motto.bottom + 1.5 for each in rules), "a rule as long as the motto"
    assert nation.left > 68 + 30 - 1


def test_pages_are_numbered_from_two_on_in_the_upper_margin(sheet: Sheet) -> None:
    number = 1
    for page in sheet.pages:
        top = [text for text in page.texts if text.bottom > page.height - NUMBER_TOP]
        if not top:
            number = 1  # the first page of a section
            continue
        number += 1
        (shown,) = top
        assert (shown.text.strip(), shown.size) == (str(number), 13)
        assert abs((shown.left + shown.right) / 2 - page.width / 2) < 0.5


def test_each_page_foots_with_journal_number_and_code(sheet: Sheet) -> None:
    for page in sheet.pages:
        assert "Sổ nhật ký đến mục" in page.whole
        assert "DỮ LIỆU MẪU" in page.whole


def test_fonts_are_embedded_and_the_file_says_what_it_is(sheet: Sheet, sample_store: Store, kind: str) -> None:
    assert sheet.fonts
    assert all(sheet.fonts.values())
    assert sheet.information["Title"] == drawn(sample_store, kind).document.title
    assert sheet.information["Author"]
    assert [entry for entry in sheet.outline if entry[0] == 0]
    assert all(0 <= page < len(sheet.pages) for _, _, page in sheet.outline)


def test_the_metadata_say_what_the_file_is(sample_store: Store, kind: str) -> None:
    from xml.etree import ElementTree as ET

    from pyhanko.pdf_utils.reader import PdfFileReader

    document = drawn(sample_store, kind).document
    root = PdfFileReader(BytesIO(bytes_of(document, Format.PDF))).root
    assert root["/Lang"] == "vi-VN"
    told = ET.fromstring(root["/Metadata"].data.decode("utf-8-sig").split("?>", 1)[1].rsplit("<?", 1)[0])
    words = [found.text for found in told.iter() if found.text and found.text.strip()]
    assert {document.title, document.author, document.subject, "vi-VN"} <= set(words)


def test_equal_facts_give_equal_bytes_in_every_format(sample_store: Store, kind: str) -> None:
    one, other = (drawn(sample_store, kind).document for _ in range(2))
    assert bytes_of(one, Format.PDF) == bytes_of(other, Format.PDF)
    assert bytes_of(one, Format.WORD) == bytes_of(other, Format.WORD)


def test_the_name_of_the_file_is_plain(sample_store: Store, kind: str) -> None:
    name = drawn(sample_store, kind).name
    assert name.isascii()
    assert name.endswith(".pdf")
    assert set(name) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.")


def test_word_has_the_same_headings(sample_store: Store, kind: str, sheet: Sheet, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(bytes_of(drawn(sample_store, kind).document, Format.WORD))
    with ZipFile(path) as word:
        text = unspaced(word.read("word/document.xml").decode())
    assert [title for level, title, _ in sheet.outline if level == 1 and unspaced(title) not in text] == []


def unspaced(text: str) -> str:
    return "".join(unescape(re.sub(r"<[^>]+>", "", text)).split())


def test_a_unit_with_nothing_to_do_gets_a_full_page(tmp_path: Path, kind: str) -> None:
    office = an_office(tmp_path, "UBND")
    office.add_official("CB01", "UBND", "Lưu Quang Thiệu", title="Chủ tịch", standing=Standing.HEAD)
    if Choice.TASK in KINDS[kind].needs:
        office.draft("NV1")
    found = read(bytes_of(drawn(office.store, kind, task="NV1").document, Format.PDF))
    assert NATION in found.pages[0].whole
    assert len(found.flowing) > 200
    office.close()


LATE = day("25/9")
EVIL = "<b>đậm</b> & </para> <img src='file:///etc/passwd'> <a href='https://x.vn'>nối</a> %s {0} \\n (x) [y]"


def hard(tmp_path: Path, title: str, count: int = 1, people: int = 1, due: date = LATE) -> Office:
    """An office whose names are long and whose tasks bear the title."""
    long_name = (
        "Ủy ban nhân dân phường Bạch Liên, thành phố Hồng Lam, tỉnh Sơn Hà, cùng các tổ dân phố trực thuộc quản lý"
    )
    office = Office(create_folder(tmp_path / "data"))
    office.add_unit("PHUONG", name=long_name, short_name="Phường", superior="Ủy ban nhân dân thành phố Hồng Lam")
    office.add_official("CB01", "PHUONG", "Công Tằng Tôn Nữ Thị Hồng Nhung", title="Chủ tịch", standing=Standing.HEAD)
    for number in range(people):
        office.add_official(f"NV{number}", "PHUONG", f"Nguyễn Phúc Bửu Hoàng Trần {number}", title="Chuyên viên")
    for number in range(count):
        office.assign(
            f"VIEC{number}", f"NV{number % people}", on=min(day("1/7"), due), due_on=due, title=title, field=title[:200]
        )
        office.coordinate(f"VIEC{number}", "Công Tằng Tôn Nữ Thị Hồng Nhung", "CB01", part=title[:500])
        office.chase(f"VIEC{number}", day("29/9"), reason=title[:500])
    return office


def pages_of(office: Office, kind: str, period: str = "2026-Q3") -> Sheet:
    found = read(bytes_of(drawn(office.store, kind, "PHUONG", "VIEC0", period).document, Format.PDF))
    office.close()
    assert [told for page in found.pages for told in inside(page)] == []
    return found


TELLS_TITLES = frozenset(KINDS) - {"district", "workload"}
"""Kinds that print the titles of tasks (of those that are late, of all, or of one)."""


def test_markup_is_printed_as_it_is(tmp_path: Path, kind: str) -> None:
    found = pages_of(hard(tmp_path, EVIL), kind)
    assert all(page.images == 0 and page.links == 0 for page in found.pages)
    if kind in TELLS_TITLES:
        assert "".join(EVIL.split()) in found.unspaced


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_text_of_five_thousand_characters_comes_back_whole(
    tmp_path: Path, kind: str, form: Literal["NFC", "NFD"]
) -> None:
    words = [f"đoạn{number}" for number in range(600)]
    found = pages_of(hard(tmp_path, unicodedata.normalize(form, " ".join(words))), kind)
    if kind in TELLS_TITLES:
        assert set(words) <= set(re.findall(r"đoạn\d+", found.flowing))


def test_two_hundred_officials(tmp_path: Path, kind: str) -> None:
    found = pages_of(hard(tmp_path, "Báo cáo kết quả", count=200, people=200), kind)
    if Choice.TASK not in KINDS[kind].needs and kind != "journal":
        assert "Nguyễn Phúc Bửu Hoàng Trần 199" in found.flowing


@pytest.mark.parametrize("year", [1990, 2099])
def test_years_far_away(tmp_path: Path, kind: str, year: int) -> None:
    pages_of(hard(tmp_path, "Báo cáo", due=date(year, 8, 30)), kind, f"{year}-Q3")


@pytest.mark.parametrize("character", ["😀", "漢"])
def test_a_character_without_a_glyph_names_its_record_or_is_a_box(tmp_path: Path, kind: str, character: str) -> None:
    office = hard(tmp_path, f"Báo cáo {character} nhanh")
    document = drawn(office.store, kind, "PHUONG", "VIEC0").document
    office.close()
    if kind in TELLS_TITLES:
        with pytest.raises(Refused) as refused:
            bytes_of(document, Format.PDF)
        assert refused.value.code == "report.glyph_missing"
        assert character in str(refused.value.parameters["character"])
        assert refused.value.parameters["about"]
    assert character not in read(bytes_of(document, Format.PDF, boxed=True)).unspaced
