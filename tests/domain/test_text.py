"""Text at the border, and the folding that search rests on."""

from __future__ import annotations

from unicodedata import category, is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.text import finder, fold, nfc, squeeze

ANY_TEXT = st.text(st.characters(exclude_categories=[]))
"""Every code point, control characters and lone surrogates too."""

VIETNAMESE = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ ĐÂỜ")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (normalize("NFD", "Tổng hợp số liệu"), "Tổng hợp số liệu"),
        ("Tô\u0309ng hơ\u0323p", "Tổng hợp"),  # half composed, as "Unicode tổ hợp" types it
        ("hạn\u00a0xử\u00a0lý", "hạn xử lý"),
        ("\ufeffBáo\u200b cáo\u200d", "Báo cáo"),
        ("a\u200b\u0301", "á"),  # a zero-width space does not keep a letter from its tone
        ("bảng\tmột\nbảng hai", "bảng\tmột\nbảng hai"),
        ("dòng một\r\ndòng hai\rdòng ba", "dòng một\ndòng hai\ndòng ba"),
        ("Báo\x00 cáo\x07\x7f\x85", "Báo cáo"),
        ("hỏng \ud800 nửa chữ", "hỏng  nửa chữ"),
        ("®\xadêng", "®\xadêng"),  # ư of TCVN3: not ours to drop before the conversion
    ],
)
def test_what_a_text_keeps_at_the_border(typed: str, kept: str) -> None:
    assert nfc(typed) == kept


def test_squeezing_makes_one_line() -> None:
    assert squeeze("  Rà soát,\u00a0 niêm yết\n\tcông khai ") == "Rà soát, niêm yết công khai"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường Nguyễn Trãi", "duong nguyen trai"),
        ("ĐỀ ÁN", "de an"),
        ("  khiếu   nại\n", "khieu nai"),
        ("hòa", "hoa"),
        ("hoà", "hoa"),
        (normalize("NFD", "Thùy Ân"), "thuy an"),
        ("Số 118/KH-UBND", "so 118/kh-ubnd"),
        ("m²", "m²"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(ANY_TEXT)
def test_the_border_is_passed_once(text: str) -> None:
    once = nfc(text)
    assert nfc(once) == once
    assert is_normalized("NFC", once)
    assert not any(category(letter) in ("Cc", "Cs") for letter in once if letter not in "\n\t")
    once.encode("utf-8")


@given(ANY_TEXT)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert not any(category(letter) == "Mn" for letter in once)
    assert "đ" not in once
    assert once == " ".join(once.split())


@given(ANY_TEXT)
def test_any_form_of_a_text_is_found_by_any_other(text: str) -> None:
    assert fold(normalize("NFD", text)) == fold(normalize("NFC", text)) == fold(squeeze(text))


@given(VIETNAMESE)
def test_vietnamese_folds_to_ascii_and_finds_itself(text: str) -> None:
    assert fold(text).isascii()
    assert fold(text.upper()) == fold(text)
    assert all(fold(word) in fold(text) for word in text.split())


_LETTERS = st.text(
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàáạảãằắặẳẵầấậẩẫèéẹẻẽềếệểễìíịỉĩòóọỏõồốộổỗờớợởỡùúụủũừứựửữỳýỵỷỹ .,-/5A", max_size=12
)


@given(words=_LETTERS, text=_LETTERS)
def test_a_finder_finds_what_folding_both_would(words: str, text: str) -> None:
    clean = squeeze(text)
    assert finder(words)(clean) == (fold(words) in fold(clean))


def test_a_finder_takes_signs_as_signs() -> None:
    assert finder("a.c (1)")("Á.C (1)")
    assert not finder("a.c")("abc")
