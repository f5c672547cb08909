"""TCVN3 and VNI into Unicode, and telling which one a text is in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from tracker.domain.old_fonts import (
    Encoding,
    capital_font,
    font_encoding,
    from_tcvn3,
    from_vni,
    guess,
    maimed_words,
)

SAMPLES = Path(__file__).parents[1] / "samples"

TCVN3_TABLE = """
    Ă=¡ Â=¢ Ê=£ Ô=¤ Ơ=¥ Ư=¦ Đ=§ ă=¨ â=© ê=ª ô=« ơ=¬ ư=\xad đ=®
    à=µ ả=¶ ã=· á=¸ ạ=¹ ằ=» ẳ=¼ ẵ=½ ắ=¾ ặ=Æ ầ=Ç ẩ=È ẫ=É ấ=Ê ậ=Ë
    è=Ì ẻ=Î ẽ=Ï é=Ð ẹ=Ñ ề=Ò ể=Ó ễ=Ô ế=Õ ệ=Ö ì=× ỉ=Ø ĩ=Ü í=Ý ị=Þ
    ò=ß ỏ=á õ=â ó=ã ọ=ä ồ=å ổ=æ ỗ=ç ố=è ộ=é ờ=ê ở=ë ỡ=ì ớ=í ợ=î
    ù=ï ủ=ñ ũ=ò ú=ó ụ=ô ừ=õ ử=ö ữ=÷ ứ=ø ự=ù ỳ=ú ỷ=û ỹ=ü ý=ý ỵ=þ
"""
"""Letter and sign, written down apart from the program's table (domain.md §5.4)."""

VNI_TABLE = """
    á=aù à=aø ả=aû ã=aõ ạ=aï â=aâ ấ=aá ầ=aà ẩ=aå ẫ=aã ậ=aä ă=aê ắ=aé ằ=aè ẳ=aú ẵ=aü ặ=aë
    é=eù è=eø ẻ=eû ẽ=eõ ẹ=eï ê=eâ ế=eá ề=eà ể=eå ễ=eã ệ=eä í=í ì=ì ỉ=æ ĩ=ó ị=ò
    ó=où ò=oø ỏ=oû õ=oõ ọ=oï ô=oâ ố=oá ồ=oà ổ=oå ỗ=oã ộ=oä ơ=ô ớ=ôù ờ=ôø ở=ôû ỡ=ôõ ợ=ôï
    ú=uù ù=uø ủ=uû ũ=uõ ụ=uï ư=ö ứ=öù ừ=öø ử=öû ữ=öõ ự=öï ý=yù ỳ=yø ỷ=yû ỹ=yõ ỵ=î đ=ñ
"""

TCVN3 = dict(pair.split("=") for pair in TCVN3_TABLE.split())
VNI = dict(pair.split("=") for pair in VNI_TABLE.split())

SENTENCES = [
    "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Độc lập - Tự do - Hạnh phúc",
    "Rà soát, niêm yết công khai danh mục thủ tục hành chính",
    "Chỉnh trang vỉa hè trước năm học mới",
    "Nâng tỷ lệ hồ sơ trực tuyến toàn trình đạt 80 %",
    "Quách Mạnh khuỷu tay, quỹ đất, kỵ sĩ, giặt giũ, nghĩ ngợi",
    "thuở xưa, ngoằn ngoèo, khuya khoắt, rượu, hươu, quýnh quáng",
]

WORDS = """
    xã phường thị trấn Đường đề nghị báo cáo kế hoạch quý khẩn hỏa tốc giải quyết đơn thư kiến nghị cử tri nghiêm túc
    rút nghiệm thường xuyên quá hạn phối hợp người chịu trách nhiệm hoàn thành trễ chậm ngõ ngách nguyên khuyết điểm
"""
TEXTS = st.lists(st.sampled_from(WORDS.split()), min_size=4, max_size=12, unique=True).map(" ".join)


def in_tcvn3(text: str) -> str:
    """The text as a .Vn font has it; it has no capitals with a tone."""
    return "".join(TCVN3.get(letter, letter) for letter in text)


def in_vni(text: str) -> str:
    """The text as a VNI font has it."""
    return "".join(
        VNI[letter] if letter in VNI else VNI[letter.lower()].upper() if letter.lower() in VNI else letter
        for letter in text
    )


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("§\xad\xeang NguyÔn Tr·i", "Đường Nguyễn Trãi"),
        ("118/KH-UBND", "118/KH-UBND"),
        ("Q§-UBND cña UBND ph\xad\xeang", "QĐ-UBND của UBND phường"),
        ("TTHC cÊp x·", "TTHC cấp xã"),
        ("Lª A", "Lê A"),
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Sè: HéI NGHÞ s¬ kÕt", "Số: HỘI NGHỊ sơ kết"),
    ],
)
def test_tcvn3(seen: str, meant: str) -> None:
    assert from_tcvn3(seen) == meant


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("Ñöôøng Nguyeãn Traõi", "Đường Nguyễn Trãi"),
        ("UÛY BAN NHAÂN DAÂN PHÖÔØNG", "ỦY BAN NHÂN DÂN PHƯỜNG"),
        ("Aùnh, Yù, Öôùc, AÂn", "Ánh, Ý, Ước, Ân"),
        ("kyõ thuaät, lòch, kî só", "kỹ thuật, lịch, kỵ sĩ"),
    ],
)
def test_vni(seen: str, meant: str) -> None:
    assert from_vni(seen) == meant


def test_the_tables_have_all_letters() -> None:
    vowels = "aăâeêioôơuưy"
    letters = {normalize("NFC", vowel + tone) for vowel in vowels for tone in ("", *"\u0300\u0309\u0303\u0301\u0323")}
    accented = letters - set(vowels) | set("ăâêôơưđ")
    assert set(TCVN3) == accented | set("ĂÂÊÔƠƯĐ")
    assert set(VNI) == accented
    assert len(set(TCVN3.values())) == len(TCVN3)
    assert len(set(VNI.values())) == len(VNI)
    assert all(from_tcvn3(sign) == letter for letter, sign in TCVN3.items())
    assert all(from_vni(signs) == letter and from_vni(signs.upper()) == letter.upper() for letter, signs in VNI.items())


@given(TEXTS)
def test_what_was_typed_in_an_old_font_is_told_and_restored(text: str) -> None:
    assert from_tcvn3(in_tcvn3(text)) == text
    assert from_vni(in_vni(text)) == text
    assert from_vni(in_vni(text.upper())) == text.upper()
    assert from_tcvn3(in_tcvn3(text.lower())).upper() == text.upper()  # .VnTimeH


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences_are_told_and_restored(text: str) -> None:
    assert from_tcvn3(in_tcvn3(text)) == text
    assert from_vni(in_vni(text)) == text
    for encoding, written in (
        (Encoding.UNICODE, text),
        (Encoding.TCVN3, in_tcvn3(text)),
        (Encoding.VNI, in_vni(text)),
        (Encoding.VNI, in_vni(text.upper())),
    ):
        found = guess([written])
        assert (found.encoding, found.clear) == (encoding, True)


@given(st.lists(TEXTS, min_size=3, max_size=10))
def test_a_column_is_told(texts: list[str]) -> None:
    for encoding, write in ((Encoding.UNICODE, str), (Encoding.TCVN3, in_tcvn3), (Encoding.VNI, in_vni)):
        found = guess([*map(write, texts), "CB01", "25/09/2026", ""])
        assert (found.encoding, found.clear) == (encoding, True)
        assert found.scores[encoding] == 1


@given(TEXTS, st.sampled_from("đĐơƯạỹ"))
def test_a_text_with_a_letter_that_only_unicode_has_is_never_converted(text: str, letter: str) -> None:
    assert from_tcvn3(f"{text} {letter}") == from_vni(f"{text} {letter}") == f"{text} {letter}"


@given(st.text(st.characters(max_codepoint=0x1EFF)))
def test_any_text_passes_and_ascii_unchanged(text: str) -> None:
    plain = text.encode("ascii", "ignore").decode()
    assert from_tcvn3(plain) == from_vni(plain) == plain
    assert 0 <= max(guess([text]).scores.values()) <= 1


def test_half_a_sheet_in_another_font_is_not_clear() -> None:
    typed = [SENTENCES[2], SENTENCES[3], in_tcvn3(SENTENCES[4]), in_tcvn3(SENTENCES[2])]
    assert not guess(typed).clear


def test_texts_without_vietnamese_accents_are_unicode() -> None:
    for texts in ([], ["VP", "118/KH-UBND", "42"], ["Hélène Müller"], ["→ – …"]):
        assert guess(texts).encoding is Encoding.UNICODE
        assert guess(texts).clear


def test_many_words_that_are_vietnamese_in_no_reading_are_not_clear() -> None:
    spoilt = SENTENCES[2].encode().decode("cp1252", "replace")  # UTF-8 read as Windows-1252
    assert not guess([spoilt] * 10).clear


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", Encoding.TCVN3, False),
        (".VnTimeH", Encoding.TCVN3, True),
        (".VnArial NarrowH", Encoding.TCVN3, True),
        (".VnTifani Heavy", Encoding.TCVN3, False),
        (".vntimeh", Encoding.TCVN3, True),
        ("VNI-Times", Encoding.VNI, False),
        ("VNI-Helve-Condense", Encoding.VNI, False),
        ("Times New Roman", None, False),
        ("Bahnschrift", None, False),
        ("", None, False),
        (None, None, False),
    ],
)
def test_what_a_font_tells(font: str | None, encoding: Encoding | None, capitals: bool) -> None:
    assert font_encoding(font) is encoding
    assert capital_font(font) is capitals


def test_words_that_lost_their_soft_hyphen_are_named() -> None:
    written = in_tcvn3("Đường vào phường: thư xin lỗi, nước sạch, mưu việc chung 5 km, TTHC")
    assert maimed_words(from_tcvn3(written)) == []
    assert maimed_words(from_tcvn3(written.replace("\xad", ""))) == ["Đờng", "phờng", "th", "nớc"]


def test_the_sample_book_becomes_what_the_unicode_book_says() -> None:
    """The same twenty tasks in both files: every cell the same, the title in capitals."""
    old = load_workbook(SAMPLES / "nhiem-vu-tcvn3.xlsx").worksheets[0]
    new = load_workbook(SAMPLES / "so-theo-doi-q3-2026.xlsx")["Nhiệm vụ"]
    compared = 0
    for row in range(3, 24):
        for column in range(1, old.max_column + 1):
            cell, expected = old.cell(row, column), new.cell(row + 1, column).value
            if isinstance(expected, datetime):
                expected = expected.strftime("%d/%m/%Y")
            found = from_tcvn3(cell.value) if isinstance(cell.value, str) else cell.value
            assert found == expected, cell.coordinate
            compared += isinstance(found, str)
    assert compared > 300
    title = old["A1"]
    assert capital_font(title.font.name)
    assert from_tcvn3(title.value).upper() == "SỔ THEO DÕI NHIỆM VỤ"


def test_the_sample_books_are_told_without_their_fonts() -> None:
    for name, encoding in (("nhiem-vu-tcvn3", Encoding.TCVN3), ("so-theo-doi-q3-2026", Encoding.UNICODE)):
        sheet = load_workbook(SAMPLES / f"{name}.xlsx").worksheets[-1]
        texts = [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
        found = guess(texts)
        assert (found.encoding, found.clear) == (encoding, True)
