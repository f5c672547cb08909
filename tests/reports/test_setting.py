"""Breaking lines and solving column widths, without any page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracker.reports.widths import Demand, solve, weight
from tracker.reports.wrap import wrap


class EachCharacterIsOneWide(dict[str, float]):
    def __missing__(self, word: str) -> float:
        return float(len(word))


WIDTHS = EachCharacterIsOneWide()
texts = st.text("ab đế(\u0301\n", max_size=60)


@given(texts, st.integers(1, 20))
def test_every_character_comes_back_in_order(text: str, width: int) -> None:
    lines = wrap(text, width, WIDTHS)

    assert "".join("".join(line.words) for line in lines) == text.replace(" ", "").replace("\n", "")


@given(texts, st.integers(2, 20))
def test_no_line_is_too_long_and_none_begins_with_a_combining_mark(text: str, width: int) -> None:
    for line in wrap(text, width, WIDTHS):
        shown = " ".join(line.words)
        marks = shown.count("\u0301")
        assert len(shown) == line.width
        assert line.width <= width or marks
        assert not shown.startswith("\u0301") or text.replace("\n", " ").find(" \u0301") >= 0 or text[0] == "\u0301"


def test_words_stay_whole_where_they_fit() -> None:
    lines = wrap("Hà Thị Ánh Nguyệt", 8, WIDTHS)

    assert [" ".join(line.words) for line in lines] == ["Hà Thị", "Ánh", "Nguyệt"]
    assert [line.last for line in lines] == [False, False, True]


def test_spaces_and_line_feeds_of_the_text_stay() -> None:
    lines = wrap("a  b\n\nc", 8, WIDTHS)

    assert [" ".join(line.words) for line in lines] == ["a  b", "", "c"]


demands = st.lists(
    st.tuples(st.floats(5, 80), st.floats(0, 300), st.floats(0.1, 50), st.booleans()), min_size=1, max_size=14
).map(lambda rows: [Demand(least, least + more, weight, firm) for least, more, weight, firm in rows])


@given(demands, st.floats(100, 900))
def test_the_widths_fill_the_table_and_keep_the_longest_words(columns: list[Demand], total: float) -> None:
    widths = solve(columns, total)

    assert abs(sum(widths) - total) < 1e-6 * total
    if sum(column.least for column in columns) <= total:
        assert all(width >= column.least - 1e-9 for width, column in zip(widths, columns, strict=True))


def test_too_many_long_words_cut_the_longest_and_spare_the_dates() -> None:
    date, short, long = Demand(40, 40, 4, firm=True), Demand(60, 80, 5), Demand(300, 900, 20)

    assert solve([date, short, long], 200) == [40, 60, 100]


def test_a_column_with_long_cells_gets_more_also_where_they_are_rare() -> None:
    rare = [0] * 19 + [200]
    names = [17] * 20

    assert weight(rare) > weight(names)
