"""Breaking lines and solving column widths, without any page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracker.reports.widths import SAMPLE, Demand, sampled, solve
from tracker.reports.wrap import pieces, wrap


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


@st.composite
def tables(draw: st.DrawFn) -> list[Demand]:
    """Columns with the same number of cells each, as a table has."""
    rows = draw(st.integers(0, 6))
    words = st.lists(st.floats(1, 60), min_size=1, max_size=12).map(tuple)
    columns = st.tuples(
        st.floats(5, 80), st.floats(0, 300), st.booleans(), st.lists(words, min_size=rows, max_size=rows)
    )
    asked = draw(st.lists(columns, min_size=1, max_size=14))
    return [Demand(least, least + more, firm, cells, 2, 3) for least, more, firm, cells in asked]


@given(tables(), st.floats(100, 900))
def test_the_widths_fill_the_table_and_keep_the_longest_words(columns: list[Demand], total: float) -> None:
    widths = solve(columns, total)

    assert abs(sum(widths) - total) < 1e-6 * total
    if sum(column.least for column in columns) <= total:
        assert all(width >= column.least - 1e-9 for width, column in zip(widths, columns, strict=True))


def test_too_many_long_words_cut_the_longest_and_spare_the_dates() -> None:
    date, short, long = Demand(40, 40, firm=True), Demand(60, 80), Demand(300, 900)

    assert solve([date, short, long], 200) == [40, 60, 100]


def column(*cells: int, firm: bool = False) -> Demand:
    """Cells of so many words, each 10 wide with spaces of 2."""
    return Demand(20, max(cells) * 12, firm, [(10.0,) * words for words in cells])


def test_width_goes_where_it_lowers_the_rows_also_where_long_cells_are_rare() -> None:
    short, rare = column(*[6] * 20), column(*[0] * 19, 90)

    left, right = solve([short, rare], 300)

    assert right > left
    assert sum(max(pair) for pair in zip(short.lines(left), rare.lines(right), strict=True)) <= 25


def test_two_columns_that_are_equally_high_grow_together() -> None:
    columns = [column(40), column(40), column(3)]

    widths = solve(columns, 450)

    assert max(demand.lines(width)[0] for demand, width in zip(columns, widths, strict=True)) == 2


def test_no_column_is_wider_than_its_longest_cell_while_another_one_breaks() -> None:
    short, long = solve([column(2, 2), column(60, 60)], 300)

    assert short <= 24 * 1.01
    assert long >= 300 - 24 * 1.01


def test_a_large_table_is_looked_at_in_a_few_rows_from_its_whole_length() -> None:
    assert list(sampled(3)) == [0, 1, 2]
    for rows in (SAMPLE, SAMPLE + 1, 500, 20_000):
        assert len(sampled(rows)) <= SAMPLE
        assert sampled(rows)[-1] >= rows * 0.9 - 2


def test_the_number_of_a_document_breaks_behind_its_marks_and_only_where_it_must() -> None:
    assert lines_of("số 2145/UBND-KSTTHC, ngày", 16) == ["số", "2145/UBND-", "KSTTHC, ngày"]
    assert lines_of("số 2145/UBND-KSTTHC, ngày", 17) == ["số", "2145/UBND-KSTTHC,", "ngày"]
    assert lines_of("2145/UBND-KSTTHC", 10) == ["2145/UBND-", "KSTTHC"]
    assert lines_of("2145/UBND-KSTTHC", 7) == ["2145/", "UBND-", "KSTTHC"]


def test_a_date_has_no_parts_and_a_number_has() -> None:
    assert pieces("06/7/2026,") == ["06/7/2026,"]
    assert pieces("(01/7/2026)") == ["(01/7/2026)"]
    assert pieces("118/KH-UBND") == ["118/", "KH-", "UBND"]
    assert pieces("Nguyệt") == ["Nguyệt"]
    assert pieces("-") == ["-"]


def lines_of(text: str, width: int) -> list[str]:
    return [" ".join(line.words) for line in wrap(text, width, WIDTHS)]
