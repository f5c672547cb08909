"""Which words are Vietnamese syllables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.syllables import has_vowel, is_syllable

GOOD = """
    a ạ anh Ý ỷ ông Ước xã phường nghiêng khuỷu quýnh quốc quyết quyển quờ giêng gì giặt giũ giếng giữa ghế nghĩ kỹ kẻ
    cỏ ngoằn ngoèo khuya khuếch huênh hoang xoong rượu hươu bướu buổi luống thuở khoắt tuýp yểng yếm hòa hoà thúy thuý
"""

BAD = """
    ce ngi nge ghà gê đờng nc th kach cátt cáć cac hop tich bep phuwowng aa uu zoom Müller viêt quu ngaa stress w f
    xaõ caù hôì mưú
"""


@pytest.mark.parametrize("word", GOOD.split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert has_vowel(word)


@pytest.mark.parametrize("word", BAD.split())
def test_what_is_none(word: str) -> None:
    assert not is_syllable(word)


@given(st.text(max_size=8))
def test_a_blank_or_a_digit_is_never_in_a_syllable(word: str) -> None:
    for stranger in (" ", "1", "-"):
        assert not is_syllable(word + stranger)
        assert not is_syllable(stranger + word)
