"""Leaving out parts of a report: the rest closes up, nothing points to what is gone, figures still have to add up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.reports.builders import a_history, an_accountability
from tests.reports.reading import printed
from tracker.domain.errors import Refused
from tracker.reports import accountability, task_history
from tracker.reports.blocks import Block, Heading, Para, para
from tracker.reports.parts import Part, numbered

HEADS = {part.key: part.title for part in accountability.PARTS}


@pytest.mark.parametrize("key", HEADS)
def test_a_part_left_out_takes_its_title_along_and_the_others_close_up(key: str) -> None:
    texts = {"proposals": "Đề nghị bổ sung 01 công chức."}
    sheet = printed(accountability.document(an_accountability(), without=[key], texts=texts))

    titles = [title for level, title, _ in sheet.outline if level == 1]
    kept = [title for name, title in HEADS.items() if name != key]
    assert titles == [
        f"{number}. {title}" for number, title in zip(("I", "II", "III", "IV", "V", "VI"), kept, strict=True)
    ]


def test_a_part_whose_text_nobody_typed_is_left_out() -> None:
    text = printed(accountability.document(an_accountability())).flowing
    assert "ĐỀ XUẤT" not in text


def test_what_was_typed_stands_under_its_title_line_by_line() -> None:
    texts = {"proposals": "Bổ sung <b>01</b> công chức.\n\nGửi số liệu trước ngày 15."}
    sheet = printed(accountability.document(an_accountability(), texts=texts))
    (title,) = (title for _, title, _ in sheet.outline if "ĐỀ XUẤT" in title)
    assert title == "VII. ĐỀ XUẤT, KIẾN NGHỊ"
    assert f"{title} Bổ sung <b>01</b> công chức. Gửi số liệu trước ngày 15." in sheet.flowing


def test_neighbours_of_one_title_stand_under_one_heading() -> None:
    def blocks(_: object) -> Iterator[Block]:
        yield para("đã có")

    parts: tuple[Part[None], ...] = (
        Part("a", "MỘT", blocks),
        Part("b", "HAI"),
        Part("c", "HAI"),
        Part("d", "BA", blocks),
    )
    told = list(numbered(parts, None, (), {"c": "việc của c", "b": "việc của b"}))
    titles = [block.text for block in told if isinstance(block, Heading)]
    assert titles == ["I. MỘT", "II. HAI", "III. BA"]
    assert [block.runs[0].text for block in told if isinstance(block, Para)] == [
        "đã có",
        "việc của b",
        "việc của c",
        "đã có",
    ]


def test_without_the_annex_no_sentence_points_to_it() -> None:
    sheet = printed(accountability.document(an_accountability(), without=["annex"]))

    assert all(page.width < page.height for page in sheet.pages)
    assert "Phụ lục" not in "".join(page.whole for page in sheet.pages)


def test_figures_that_do_not_add_up_are_refused_whatever_is_left_out() -> None:
    facts = an_accountability()
    wrong = replace(facts, counts=replace(facts.counts, total=facts.counts.total + 1))

    with pytest.raises(Refused, match=r"report\.identity"):
        accountability.document(wrong, without=accountability.LEAVABLE)


def test_a_history_of_its_journal_alone() -> None:
    without = [key for key in task_history.LEAVABLE if key != "journal"]

    sheet = printed(task_history.document(a_history(), without=without))

    assert [title for level, title, _ in sheet.outline if level == 1] == ["I. DIỄN BIẾN THEO SỔ NHẬT KÝ"]
