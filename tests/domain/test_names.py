"""Vietnamese order of words and of people."""

from __future__ import annotations

from functools import cmp_to_key
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.names import name_key, split_name, text_key

GIVEN_NAMES = ["Ái", "Anh", "Ánh", "Ân", "Đào", "Đạt", "Điềm", "Ước", "Ý", "Yến"]
"""In order: a before â, o tone of one word after the letters of all, d before đ, u before ư."""

LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
"""The alphabet with its tones, in the order of the dictionaries."""

WORD = st.text(LETTERS, min_size=1, max_size=4)
PHRASE = st.lists(WORD, min_size=1, max_size=3).map(" ".join)


def test_given_names_in_order() -> None:
    assert sorted(set(GIVEN_NAMES), key=name_key) == GIVEN_NAMES


def test_the_people_of_the_sample_office() -> None:
    people = ["Triệu Ngọc Ánh", "Thân Đức Anh", "Đỗ Thị Ái", "Võ Thị Hoài Ân", "Mai Thị Thùy Ân", "Hà Thị Ánh Nguyệt"]
    assert sorted(people, key=name_key) == [
        "Đỗ Thị Ái",
        "Thân Đức Anh",
        "Triệu Ngọc Ánh",
        "Mai Thị Thùy Ân",
        "Võ Thị Hoài Ân",
        "Hà Thị Ánh Nguyệt",
    ]


def test_people_sort_by_given_name_then_family_then_middle() -> None:
    people = ["Lê Văn An", "Lê Thị An", "Đào Văn An", "An", "Bùi Văn Án", "Trần An", "Lê An", "Lê Văn Anh"]
    ordered = ["An", "Đào Văn An", "Lê An", "Lê Thị An", "Lê Văn An", "Trần An", "Bùi Văn Án", "Lê Văn Anh"]
    assert sorted(people, key=name_key) == ordered


@pytest.mark.parametrize(
    ("full", "parts"),
    [
        ("Tạ Thị Minh Khuê", ("Tạ Thị Minh", "Khuê")),
        ("  Đỗ  Thị\u00a0Ái ", ("Đỗ Thị", "Ái")),
        ("Khoát", ("", "Khoát")),
        ("Nguyễn Văn Bình (VP)", ("Nguyễn Văn", "Bình (VP)")),
        ("", ("", "")),
    ],
)
def test_splitting_a_name(full: str, parts: tuple[str, str]) -> None:
    assert split_name(full) == parts


def test_a_given_name_of_two_words_sorts_where_the_user_put_the_split() -> None:
    assert name_key("Tạ Thị Minh Khuê", "Minh Khuê") < name_key("Ngô Văn Minh Tâm", "Minh Tâm") < name_key("Lê Mộc")
    assert name_key("Tạ Thị Minh Khuê", "Khuê") == name_key("Tạ Thị Minh Khuê")
    assert name_key("Tạ Thị Minh Khuê", "Lan") == name_key("Tạ Thị Minh Khuê")


def test_the_alphabet_is_in_order() -> None:
    assert all(text_key(one) < text_key(next_one) for one, next_one in pairwise(LETTERS))
    assert sorted("zyxwvutsrqponmlkjihgfedcba", key=text_key) == list("abcdefghijklmnopqrstuvwxyz")


def test_letters_weigh_more_than_tones() -> None:
    assert sorted(["má bé", "ma bà", "mã", "ma", "mả", "ma bé", "mạ", "mà"], key=text_key) == [
        "ma",
        "mà",
        "mả",
        "mã",
        "mạ",
        "ma bà",
        "ma bé",
        "má bé",
    ]


def test_blank_signs_and_digits_come_before_letters() -> None:
    assert sorted(["Phòng B", "Phòng-1", "Phòng", "Phòng 1", "Phònga", "Phòng a"], key=text_key) == [
        "Phòng",
        "Phòng 1",
        "Phòng a",
        "Phòng B",
        "Phòng-1",
        "Phònga",
    ]


@given(PHRASE, PHRASE)
def test_the_key_orders_as_the_rule_says(one: str, other: str) -> None:
    """The rule of domain.md §5.1 written down a second time: places in the alphabet first, then the tones."""

    def ruled(text: str) -> tuple[list[int], list[int]]:
        bare = [(-1, 0) if letter == " " else _place(letter) for letter in text]
        return [place for place, _ in bare], [tone for _, tone in bare]

    assert (text_key(one) < text_key(other)) == (ruled(one) < ruled(other))
    assert (text_key(one) == text_key(other)) == (ruled(one) == ruled(other))


@given(st.lists(PHRASE, min_size=2, max_size=6))
def test_a_name_key_compares_part_by_part(names: list[str]) -> None:
    def parts(name: str) -> tuple[str, str, str]:
        *family, last = name.split()
        return text_key(last), text_key(" ".join(family[:1])), text_key(" ".join(family[1:]))

    assert sorted(names, key=lambda name: (parts(name), name)) == sorted(names, key=lambda name: (name_key(name), name))


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_has_a_key_that_a_file_can_hold(text: str) -> None:
    key = text_key(text)
    assert all(letter >= " " for letter in key)
    key.encode("utf-8")


def test_strange_letters_find_a_place() -> None:
    """Letters of other alphabets stand behind z; accents that are no Vietnamese tone weigh nothing."""
    assert sorted(["Ж", "Zoë", "zoe a", "Müller", "Muller b"], key=text_key) == [
        "Müller",
        "Muller b",
        "Zoë",
        "zoe a",
        "Ж",
    ]
    assert text_key("Zo\u0308e\u0331\u0327") == text_key("Zoe")


@given(PHRASE)
def test_upper_and_lower_case_sort_alike(text: str) -> None:
    assert text_key(text.upper()) == text_key(text)
    assert name_key(text.upper()) == name_key(text)


def test_the_order_is_that_of_the_system_library() -> None:
    """Qt's collator knows Vietnamese where it was built with ICU; elsewhere there is nothing to compare with."""
    core = pytest.importorskip("PySide6.QtCore")
    collator = core.QCollator(core.QLocale("vi_VN"))
    if collator.compare("đa", "da") <= 0 or collator.compare("ạ", "á") <= 0 or collator.compare("ả", "à") <= 0:
        pytest.skip("this Qt does not know the Vietnamese order")
    words = [first + last for first in ("", "b", "đ", "ng") for last in LETTERS if last not in "bcdđghklmnpqrstvx"]
    by_qt = sorted(words, key=cmp_to_key(collator.compare))
    assert sorted(words, key=text_key) == by_qt


def _place(letter: str) -> tuple[int, int]:
    """Place of a letter in the alphabet without tones, and its tone."""
    groups = ["aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "b", "c", "d", "đ", "eèẻẽéẹ", "êềểễếệ", "g", "h", "iìỉĩíị", "k", "l", "m"]
    groups += ["n", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "p", "q", "r", "s", "t", "uùủũúụ", "ưừửữứự", "v", "x", "yỳỷỹýỵ"]
    return next((place, group.index(letter)) for place, group in enumerate(groups) if letter in group)
