"""What paper costs, each figure as a ratio to a bare reportlab canvas drawing the same strings in the same run."""

from __future__ import annotations

import gc
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.reports.builders import many_tasks
from tracker.reports import accountability, pdf, tables
from tracker.reports.blocks import Document, Row, Table
from tracker.reports.fonts import REGULAR
from tracker.reports.pages import Pages
from tracker.reports.wrap import wrap

ROOT = Path(__file__).resolve().parents[2]

BARE = """
import sys
from pathlib import Path
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

for style in ("Regular", "Bold"):
    pdfmetrics.registerFont(TTFont(style, str(Path(sys.argv[1]) / f"LiberationSerif-{style}.ttf")))
canvas = Canvas(sys.argv[3], pagesize=(842, 595))
canvas.setFont("Regular", 11)
y = 540
for line in Path(sys.argv[2]).read_text(encoding="utf-8").split("\\n"):
    for number, text in enumerate(line.split("\\t")):
        canvas.drawString(40 + 50 * number, y, text)
    y -= 13
    if y < 50:
        canvas.showPage()
        canvas.setFont("Regular", 11)
        y = 540
canvas.save()
"""
"""A script that draws strings and nothing else: a line of the file is a line of the page, tabs part its strings."""


def row_cost_growth(few: int = 500, many: int = 20_000, times: int = 5) -> float:
    """Time per annex row of a long annex to that of a short one, less what any document costs; 1 is flat."""
    short, long, empty = _annex(few), _annex(many), _annex(1)
    pdf.draw(short)

    def turn() -> float:
        fixed = _seconds(lambda: pdf.draw(empty))
        return ((_seconds(lambda: pdf.draw(long)) - fixed) / many) / ((_seconds(lambda: pdf.draw(short)) - fixed) / few)

    return median(turn() for _ in range(times))


def row_rate(rows: int = 4_000, times: int = 5) -> float:
    """Annex rows per second as part of those of a bare canvas drawing the same strings, already broken into lines."""
    document = _annex(rows)
    lines = list(_strings(document))
    pdf.draw(document)
    _bare(lines)
    ours = median(_seconds(lambda: pdf.draw(document)) for _ in range(times))
    bare = median(_seconds(lambda: _bare(lines)) for _ in range(times))
    return bare / ours


def whole_process(tasks: int = 500, times: int = 5) -> float:
    """Time of a process that draws the accountability report, to that of a bare script drawing the same strings."""
    with tempfile.TemporaryDirectory() as folder:
        facts, strings = Path(folder, "facts.pickle"), Path(folder, "strings.txt")
        _save_facts(facts, tasks)
        strings.write_text("\n".join("\t".join(line) for line in _strings(_report(tasks))), encoding="utf-8")
        ours = (sys.executable, "-c", OURS, str(facts), str(Path(folder, "ours.pdf")))
        bare = (sys.executable, "-c", BARE, str(ROOT / "resources/fonts"), str(strings), str(Path(folder, "bare.pdf")))
        pairs = [(_process(ours), _process(bare)) for _ in range(times)]
    return median(one for one, _ in pairs) / median(other for _, other in pairs)


TABLE = """
import json, pickle, sys
from dataclasses import replace
from pathlib import Path
from tracker.reports import pdf
from tracker.reports.blocks import Row, Section

document, columns = pickle.loads(Path(sys.argv[1]).read_bytes())
rows = tuple(Row(cells) for cells in json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))
section = Section((replace(columns, rows=rows),), landscape=True)
Path(sys.argv[3]).write_bytes(pdf.draw(replace(document, sections=(section,))))
"""
"""Draws a table of the cells in a JSON file; columns and foot are given."""
PEER = """
import sys, typst

typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)
"""
TYPST = """
#set page(paper: "a4", flipped: true, margin: (left: 30mm, right: 15mm, y: 20mm), numbering: "1")
#set text(font: "Liberation Serif", size: 10pt, lang: "vi")
#let rows = json("rows.json")
#table(columns: {columns}, stroke: 0.5pt, inset: 3pt, table.header(..{titles}.map(strong)), ..rows.flatten())
"""


def peer_rate(rows: int, times: int = 3) -> float:
    """Rows per second of a process that draws a table of the annex, to those of typst with the same cells."""
    import json
    import pickle

    (table,) = (block for block in _annex(rows).sections[0].blocks if isinstance(block, Table))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cells = [list(row.cells) for row in table.rows if isinstance(row, Row)]
        (folder / "rows.json").write_text(json.dumps(cells, ensure_ascii=False), encoding="utf-8")
        (folder / "frame.pickle").write_bytes(pickle.dumps((replace(_annex(1), sections=()), replace(table, rows=()))))
        titles = json.dumps([column.title for column in table.columns], ensure_ascii=False)
        shares = f"(1fr,) * {len(table.columns)}"
        source = TYPST.replace("{columns}", shares).replace("{titles}", f"({titles[1:-1]})")
        (folder / "table.typ").write_text(source, encoding="utf-8")
        frame, listed = str(folder / "frame.pickle"), str(folder / "rows.json")
        ours = (sys.executable, "-c", TABLE, frame, listed, str(folder / "ours.pdf"))
        fonts = str(ROOT / "resources/fonts")
        peer = (sys.executable, "-c", PEER, str(folder / "table.typ"), str(folder / "peer.pdf"), fonts)
        return median(_process(peer) / _process(ours) for _ in range(times))


def crew(units: int = 60) -> tuple[float, float]:
    """A run over all kinds of many units: time of drawing one by one to that of the crew; memory of the largest of its
    processes to that of one that draws the reports of the whole office only.
    """
    import resource

    from tests.builders import TODAY, Office, an_actor, day
    from tracker import machine
    from tracker.domain.officials import Standing
    from tracker.domain.periods import parse
    from tracker.papers.asked import Asked, Choice
    from tracker.papers.crew import Crew
    from tracker.papers.kinds import KINDS
    from tracker.papers.made import Format
    from tracker.papers.making import each, file
    from tracker.store.folder import create_folder
    from tracker.store.snapshot import snapshot

    with tempfile.TemporaryDirectory() as name:
        office = Office(create_folder(Path(name, "data")))
        for number in range(units):
            office.add_unit(f"U{number}", "U0" if number else None)
            office.add_official(f"C{number}", f"U{number}", standing=Standing.HEAD)
            for task in range(12):
                office.assign(f"N{number}-{task}", f"C{number}", on=day("1/7"), due_on=day("25/9"))
        whole = Asked("", unit=office.units["U0"].id, period=parse("2026-Q3"))
        kinds = [key for key, kind in KINDS.items() if kind.every is Choice.UNIT]
        orders = [order for kind in kinds for order in each(office.store, whole._replace(kind=kind), TODAY)]
        largest = [order for order in orders if order[1].unit == whole.unit]
        actor = replace(an_actor(1, TODAY), clock=machine.clock)
        out, forms = Path(name, "out"), (Format.PDF,)
        out.mkdir()
        with snapshot(office.store) as copied:

            def run(some: list[tuple[str, Asked]]) -> tuple[float, int]:
                begin = perf_counter()
                with Crew(copied, TODAY, actor, out, forms, len(some)) as found:
                    list(found.draw(some))
                return perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss

            _, few = run(largest)
            together, many = run(orders)
            begin = perf_counter()
            for whose, one in orders:
                file(copied, whose, one, TODAY, actor, out, forms)
            alone = perf_counter() - begin
        office.close()
    return alone / together, many / few


OURS = """
import pickle, sys
from pathlib import Path
from tracker.reports import accountability

accountability.draw(pickle.loads(Path(sys.argv[1]).read_bytes()), Path(sys.argv[2]))
"""


def _save_facts(path: Path, tasks: int) -> None:
    import pickle

    path.write_bytes(pickle.dumps(many_tasks(tasks)))


def _report(tasks: int) -> Document:
    return accountability.document(many_tasks(tasks))


def _annex(rows: int) -> Document:
    """A document of nothing but the annex."""
    report = _report(rows)
    return Document(report.title, report.author, report.subject, report.sections[1:], report.foot)


def _strings(document: Document) -> Iterable[Sequence[str]]:
    """The strings of the document's tables, line by line as they stand on paper."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield from _lines(document, block)


def _lines(document: Document, table: Table) -> Iterable[Sequence[str]]:
    """The strings of each row, broken into the lines that the report draws."""
    pages = Pages(BytesIO(), document)
    pages.open(landscape=len(table.columns) > 12)
    size, widths = tables.measured(pages, table)
    words = pages.fonts.widths(REGULAR)
    rooms = [(width - 2 * tables.PADDING_X) * 1000 / size for width in widths]
    for row in table.rows:
        if isinstance(row, Row):
            cells = zip(row.cells, rooms, strict=True)
            yield [" ".join(line.words) for text, room in cells if text for line in wrap(text, room, words)]


def _bare(lines: Sequence[Sequence[str]]) -> None:
    """The same strings by drawString, page after page."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(BytesIO(), pagesize=(842, 595))
    canvas.setFont("LiberationSerif-Regular", 11)
    y = 540
    for line in lines:
        for number, text in enumerate(line):
            canvas.drawString(40 + 50 * number, y, text)
        y -= 26
        if y < 50:
            canvas.showPage()
            canvas.setFont("LiberationSerif-Regular", 11)
            y = 540
    canvas.save()


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def _process(command: Sequence[str]) -> float:
    start = perf_counter()
    subprocess.run(command, check=True, cwd=ROOT)
    return perf_counter() - start


if __name__ == "__main__":
    print(f"annex rows, 20,000 to 500: {row_cost_growth():.2f}")
    print(f"annex rows to a bare canvas: {row_rate():.2f}")
    print(f"whole process to a bare script: {whole_process():.2f}")
