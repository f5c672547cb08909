"""Results as tables: of the whole unit by period, of each official and of each field.

Shared by the reports of a unit.

Imports domain and figures' types only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tracker.figures.types import Counts
from tracker.reports import identity, vietnamese
from tracker.reports.blocks import Align, Band, Block, Chart, Column, Fill, Heading, Row, Series, Table, para

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tracker.domain.periods import Period
    from tracker.figures.types import Accountability, FieldRow, OfficialRow, UnitRow

SMALL = 12
"""Size of notes under a table."""
Compared = Sequence[tuple["Period", Counts | None]]
"""Periods with their counts; None where there are no records."""


def coverage(facts: Accountability) -> Iterator[Block]:
    """That the records are not whole for all of the period: what is "none" below is none since then."""
    if facts.covered_from is not None:
        yield para(
            f"Sổ theo dõi có số liệu đầy đủ từ ngày {vietnamese.day(facts.covered_from)}; thời gian trước đó trong kỳ "
            "chưa có số liệu."
        )


def overall(facts: Accountability) -> Iterator[Block]:
    """The identity of the period beside the one before, its equation, and the on-time rate with its definition."""
    return against(facts, [(facts.previous_period, facts.previous)] if facts.previous_period is not None else [])


def against(facts: Accountability, compared: Compared) -> Iterator[Block]:
    """The same beside any other periods; of those without records it is said."""
    if facts.seen_on < facts.period.first:
        seen = vietnamese.day(facts.seen_on)
        yield para(f"Kỳ này chưa bắt đầu: số liệu dưới đây là nhiệm vụ chuyển sang, như ngày {seen}.")
    if not facts.counts.total:
        yield para(f"Trong {facts.period.name('vi')} đơn vị không có nhiệm vụ phải theo dõi.")
    periods = [(facts.period, facts.counts), *((period, counts) for period, counts in compared if counts is not None)]
    if facts.counts != Counts() or len(periods) > 1:
        yield Table((_PERIOD, *_CAME), tuple(_rows(periods, _came)), size=12)
        yield Table((_PERIOD, *_BECAME, _RATE), tuple(_rows(periods, _became_and_rate)))
    yield para(f"{identity.equation(facts.counts)}.", align=Align.LEFT, size=SMALL, indent=False)
    yield para(_rate_in_words(facts.counts), size=SMALL, indent=False)
    missing = [period.name("vi") for period, counts in compared if counts is None]
    if missing:
        yield para(f"{vietnamese.sentence('; '.join(missing))[:-1]}: chưa có số liệu.", size=SMALL, indent=False)


def by_head(facts: Accountability) -> Iterator[Block]:
    """What the head answers for directly, what under the head's direction, and the unit as a whole."""
    rows = (
        ("Trực tiếp chịu trách nhiệm", facts.own),
        ("Chỉ đạo thực hiện", facts.directed),
        ("Toàn đơn vị", facts.counts),
    )
    yield Table(
        (Column("Nhiệm vụ", at_least=34), Column("Phải theo dõi", Align.RIGHT), *_BECAME, _PERCENT),
        tuple(Row((name, *_part(counts))) for name, counts in rows),
    )
    own = [task for task in facts.tasks if task.owner.code == facts.head.code]
    late = [f"{task.title} ({task.number})" for task in own if task.working_days_late]
    if late:
        yield para(f"Nhiệm vụ chậm do người đứng đầu trực tiếp chịu trách nhiệm: {'; '.join(late)}.")
    elif own:
        yield para("Người đứng đầu không trực tiếp chịu trách nhiệm nhiệm vụ nào bị chậm.")
    else:
        yield para("Người đứng đầu không trực tiếp chịu trách nhiệm chính nhiệm vụ nào trong kỳ.")


def by_unit(rows: Sequence[UnitRow], counts: Counts) -> Table:
    """The units side by side, with their heads; the last row is the whole."""
    columns = (
        Column("TT", Align.CENTRE, firm=True),
        Column("Đơn vị", at_least=30),
        Column("Người đứng đầu", at_least=30),
        Column("Phải theo dõi", Align.RIGHT),
        *_BECAME,
        _PERCENT,
    )
    numbered = enumerate(rows, start=1)
    listed = tuple(
        Row((str(number), _unit(row), row.head, *_part(row.counts)), about=row.unit) for number, row in numbered
    )
    return Table(columns, (*listed, Row(("", "Cộng", "", *_part(counts)), strong=True)))


def _unit(row: UnitRow) -> str:
    return f"{row.unit} (trực tiếp)" if row.own else row.unit


def _part(counts: Counts) -> tuple[str, ...]:
    figures = (counts.total, *_became(counts))
    return (*(vietnamese.count(figure) for figure in figures), _rate(counts))


def charts(facts: Accountability) -> Iterator[Block]:
    """The rate beside that of the period before, and what each official has and had."""
    before = [(facts.previous_period, facts.previous)] if facts.previous_period is not None else []
    yield rates([*before, (facts.period, facts.counts)])
    if facts.officials:
        yield outcomes("Nhiệm vụ của từng người", [(row.official.name, row.counts) for row in facts.officials])


def rates(periods: Compared) -> Chart:
    """The on-time rates of some periods as columns; where there are no records, that is said instead."""
    names = tuple(_short(period.name("vi")) for period, _ in periods)
    values = tuple(counts.on_time_rate if counts else None for _, counts in periods)
    series = Series("Tỷ lệ đúng hạn", values, Fill.GREY)
    return Chart("Tỷ lệ đúng hạn", names, (series,), upright=True, percent=True)


def outcomes(title: str, rows: Sequence[tuple[str, Counts]]) -> Chart:
    """What became of the tasks of some people or units, the parts of each bar adding up to its total."""
    return Chart(
        title,
        tuple(name for name, _ in rows),
        tuple(
            Series(name, tuple(sum(getattr(counts, part) for part in parts) for _, counts in rows), fill)
            for name, parts, fill in _PARTS
        ),
    )


_PARTS = (
    ("Hoàn thành đúng hạn", ("done_early", "done_on_time", "done_no_deadline"), Fill.DOTTED),
    ("Hoàn thành quá hạn", ("done_late",), Fill.CROSSED),
    ("Chờ xác nhận, tạm dừng", ("awaiting", "paused"), Fill.GREY),
    ("Đang thực hiện trong hạn", ("doing_in_time", "doing_no_deadline"), Fill.OUTLINE),
    ("Đang thực hiện quá hạn", ("doing_overdue",), Fill.SOLID),
)
"""Name, the counts that make it up, how it is filled; in the order of a bar."""


_PERIOD = Column("Kỳ", at_least=24)
_CAME = (
    Column("Tồn kỳ trước", Align.RIGHT),
    Column("Giao trong kỳ", Align.RIGHT),
    Column("Nhận từ nơi khác", Align.RIGHT),
    Column("Chuyển đi nơi khác", Align.RIGHT),
    Column("Thu hồi", Align.RIGHT),
    Column("Tổng phải theo dõi", Align.RIGHT),
)
_BECAME = (
    Column("Trước hạn", Align.RIGHT, "Đã hoàn thành"),
    Column("Đúng hạn", Align.RIGHT, "Đã hoàn thành"),
    Column("Quá hạn", Align.RIGHT, "Đã hoàn thành"),
    Column("Không hạn", Align.RIGHT, "Đã hoàn thành"),
    Column("Chờ xác nhận", Align.RIGHT),
    Column("Trong hạn", Align.RIGHT, "Đang thực hiện"),
    Column("Quá hạn", Align.RIGHT, "Đang thực hiện"),
    Column("Không hạn", Align.RIGHT, "Đang thực hiện"),
    Column("Tạm dừng", Align.RIGHT),
)
_RATE = Column("Tỷ lệ đúng hạn", Align.RIGHT, firm=True)
_PERCENT = Column("Đúng hạn (%)", Align.RIGHT)


def in_one_row(counts: Counts, returns: int) -> Table:
    """All counts of somebody in one row of a landscape page, with how often results were returned."""
    cells = (*_came(counts), *(vietnamese.whole(figure) for figure in _became(counts)), str(returns), _rate(counts))
    return Table((*_CAME, *_BECAME, Column("Số lần trả lại", Align.RIGHT), _PERCENT), (Row(cells),))


def _rows(periods: Sequence[tuple[Period, Counts]], cells: Callable[[Counts], tuple[str, ...]]) -> Iterator[Row]:
    """One for each period, the first strong."""
    for place, (period, counts) in enumerate(periods):
        yield Row((_short(period.name("vi")), *cells(counts)), strong=not place)


def _short(name: str) -> str:
    """Quý III/2026 on one line; only a period from day to day takes several."""
    short = name[:1].upper() + name[1:].replace(" năm ", "/")
    return short if " ngày " in short else short.replace(" ", vietnamese.NBSP)


def _came(counts: Counts) -> tuple[str, ...]:
    figures = (
        counts.carried_over, counts.assigned, counts.received, counts.handed_over, counts.recalled, counts.total
    )  # fmt: skip
    return tuple(vietnamese.whole(figure) for figure in figures)


def _became(counts: Counts) -> tuple[int, ...]:
    return (
        counts.done_early, counts.done_on_time, counts.done_late, counts.done_no_deadline, counts.awaiting,
        counts.doing_in_time, counts.doing_overdue, counts.doing_no_deadline, counts.paused,
    )  # fmt: skip


def _became_and_rate(counts: Counts) -> tuple[str, ...]:
    return (*(vietnamese.whole(figure) for figure in _became(counts)), vietnamese.percent(counts.on_time_rate))


def _rate_in_words(counts: Counts) -> str:
    """The rate with its definition; where there was no task at all, one line."""
    if counts == Counts():
        return "Tỷ lệ đúng hạn: không có nhiệm vụ để tính."
    kept = f"{counts.done_early} + {counts.done_on_time}"
    missed = f"{counts.done_late} + {counts.doing_overdue} + {counts.handed_over_overdue}"
    if counts.on_time_rate is None:
        result = "không có nhiệm vụ để tính"
    else:
        result = f"({kept}) / ({kept} + {missed}) = {vietnamese.percent(counts.on_time_rate)}"
    return (
        "Tỷ lệ đúng hạn = (hoàn thành trước hạn + đúng hạn) / (hoàn thành trước hạn + đúng hạn + quá hạn "
        f"+ đang thực hiện quá hạn + chuyển đi khi đã quá hạn): {result}. Nhiệm vụ không hạn không tính vào tỷ lệ."
    )


def by_official(facts: Accountability, first: int = 1) -> Iterator[Block]:
    """What each official had and did, and how late; headings numbered from `first`."""
    if not facts.officials:
        yield para("Không có cá nhân được giao nhiệm vụ trong kỳ.")
        return
    yield Heading(f"{first}. Số nhiệm vụ của từng người", 2)
    yield Table(_MOVED, tuple(_official_rows(facts, _moved, _moved_in_all(facts), titles=True)))
    yield Heading(f"{first + 1}. Kết quả và mức độ chậm của từng người", 2)
    yield Table(_ACHIEVED, tuple(_official_rows(facts, _achieved, _achieved_in_all(facts), titles=False)))
    yield para(
        "Số ngày chậm là số ngày làm việc sau hạn mà người đó giữ nhiệm vụ, không kể ngày tạm dừng. "
        "“Trong đó nội bộ” là nhiệm vụ chuyển giữa các dòng của bảng, không tính vào số của đơn vị.",
        size=SMALL,
        indent=False,
    )
    if facts.fields:
        yield Heading(f"{first + 2}. Kết quả theo lĩnh vực", 2)
        yield Table(_FIELD, tuple(_field_row(row) for row in facts.fields))


_PERSON = (Column("TT", Align.CENTRE, firm=True), Column("Họ và tên, chức vụ", at_least=34))
_MOVED = (
    *_PERSON,
    Column("Tồn kỳ trước", Align.RIGHT),
    Column("Giao trong kỳ", Align.RIGHT),
    Column("Nhận", Align.RIGHT),
    Column("Chuyển đi", Align.RIGHT),
    Column("Thu hồi", Align.RIGHT),
    Column("Phải theo dõi", Align.RIGHT),
    Column("Đổi hạn", Align.RIGHT),
    Column("Trả lại", Align.RIGHT),
    Column("Đôn đốc", Align.RIGHT),
)
_ACHIEVED = (
    _PERSON[0],
    Column("Họ và tên", at_least=34),
    *_BECAME,
    Column("Số ngày chậm", Align.RIGHT),
    _PERCENT,
)
_FIELD = (
    Column("Lĩnh vực", at_least=30),
    Column("Phải theo dõi", Align.RIGHT),
    *_BECAME,
    _PERCENT,
)


def _moved(row: OfficialRow) -> tuple[str, ...]:
    counts = row.counts
    figures = (
        counts.carried_over, counts.assigned, counts.received, counts.handed_over, counts.recalled, counts.total,
        row.extensions, row.returns, row.chases,
    )  # fmt: skip
    return tuple(vietnamese.count(figure) for figure in figures)


def _achieved(row: OfficialRow) -> tuple[str, ...]:
    figures = (*_became(row.counts), row.working_days_late)
    return (*(vietnamese.count(figure) for figure in figures), _rate(row.counts))


def _rate(counts: Counts) -> str:
    return vietnamese.percent(counts.on_time_rate).removesuffix(f"{vietnamese.NBSP}%")


def _official_rows(
    facts: Accountability, cells: Callable[[OfficialRow], tuple[str, ...]], totals: tuple[Row, ...], *, titles: bool
) -> Iterator[Row | Band]:
    """One row per official, under the names of their units where there are several, then the totals."""
    several = len({row.unit for row in facts.officials}) > 1
    unit = None
    for number, row in enumerate(facts.officials, start=1):
        if several and row.unit != unit:
            unit = row.unit
            yield Band(unit)
        person = vietnamese.joined(row.official.name, row.official.title if titles else "", by=", ")
        yield Row((str(number), person, *cells(row)), about=row.official.name)
    yield from totals


def _moved_in_all(facts: Accountability) -> tuple[Row, ...]:
    rows, internal = facts.officials, facts.internal
    counts = [
        vietnamese.count(sum(figures))
        for figures in zip(*((r.extensions, r.returns, r.chases) for r in rows), strict=True)
    ]
    inside = ("", "", vietnamese.count(internal.received), vietnamese.count(internal.handed_over), "", "", "", "", "")
    return (
        Row(("", "Trong đó nội bộ", *inside)),
        Row(("", "Cộng", *(cell if cell != "0" else "-" for cell in _came(facts.counts)), *counts), strong=True),
    )


def _achieved_in_all(facts: Accountability) -> tuple[Row, ...]:
    late_days = sum(row.working_days_late for row in facts.officials)
    figures = (*_became(facts.counts), late_days)
    return (Row(("", "Cộng", *(vietnamese.count(figure) for figure in figures), _rate(facts.counts)), strong=True),)


def _field_row(row: FieldRow) -> Row:
    return Row((row.field or "(chưa phân lĩnh vực)", *_part(row.counts)), about=f"lĩnh vực “{row.field}”")
