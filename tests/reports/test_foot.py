"""The short code of the journal's hash."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.builders import HASH
from tracker.reports.foot import ALPHABET, check_of, code_of, grouped, typed

hashes = st.binary(max_size=8).map(lambda data: hashlib.sha256(data).hexdigest())


def test_the_alphabet_has_nothing_that_a_vietnamese_keyboard_composes() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 28
    assert not set(ALPHABET) & set("AEIOUYDW")


@given(hashes)
def test_the_code_is_the_first_81_bits_and_a_check(sha256: str) -> None:
    code = code_of(sha256)

    number = 0
    for character in code[:17]:
        number = number * 28 + ALPHABET.index(character)
    assert len(code) == 18
    assert f"{number:081b}" == f"{int(sha256, 16):0256b}"[:81]
    assert check_of(code[:17]) == code[17]


def test_the_ends_of_the_range() -> None:
    assert code_of("0" * 64)[:17] == "0" * 17
    assert code_of("f" * 64)[0] != "0"


@given(hashes, st.integers(0, 17), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(sha256: str, place: int, wrong: str) -> None:
    code = code_of(sha256)
    mistyped = code[:place] + wrong + code[place + 1 :]

    assert (typed(mistyped) == code) == (mistyped == code)
    assert mistyped == code or typed(mistyped) is None


def test_nearly_every_exchange_of_neighbours_is_noticed() -> None:
    noticed = tried = 0
    for number in range(300):
        code = code_of(hashlib.sha256(str(number).encode()).hexdigest())
        for place in range(17):
            exchanged = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
            if exchanged != code:
                tried += 1
                noticed += typed(exchanged) is None
    assert noticed / tried > 0.97


@given(hashes)
def test_what_is_read_aloud_and_typed_is_the_code(sha256: str) -> None:
    code = code_of(sha256)

    assert grouped(code).replace(" ", "") == code
    assert {len(group) for group in grouped(code).split(" ")} == {3}
    assert typed(grouped(code).lower().replace(" ", "-")) == code


@pytest.mark.parametrize("text", ["", "7KQ", "A" * 18, "0" * 17, HASH])
def test_anything_else_is_no_code(text: str) -> None:
    assert typed(text) is None


def test_a_hash_that_is_none_is_a_bug() -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        code_of("abc")
