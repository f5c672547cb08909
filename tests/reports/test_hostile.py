"""Text that wants to be something else: every character comes back as it was, as text and nothing more."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace
from itertools import islice, product
from pathlib import Path

import pytest

from tests.reports.builders import a_foot, a_history, a_paper, a_task, an_accountability, many_tasks, the_tasks
from tests.reports.reading import printed, read
from tracker.domain.errors import Refused
from tracker.domain.text import nfc
from tracker.figures.types import Counts, OfficialRow
from tracker.reports import accountability, pdf, task_history
from tracker.reports.blocks import Align, Column, Document, Row, Run, Section, Table, para

PIECES = (
    "<b>đậm</b>", "<i>", "</para>", "<img src='/etc/hostname'/>", '<img src="file:///C:/Windows/win.ini">',
    "<a href='http://ví.dụ/?a=1&b=2'>đây</a>", '<a href="file:///c:/x.exe">', "<onDraw name='x'/>", "a < b & c <d> e",
    "<!-- ẩn -->", "<unknowntag>", "&amp;", "&lt;script&gt;", "&#x41;", "&nbsp;", "<br/>", "<![CDATA[x]]>",
    "<?php ?>", "]]>", "{{7*7}}", "{number}", "%(name)s", "%s%n", "${x}", "=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0",
    "\\", "\\\\", "(", ")", "((", "))", ") Tj ET (", "(\\) Tj", "endstream", "endobj", "%PDF-1.7", "%%EOF",
    "<</Type/Catalog>>", "/JS (x)", "\\055", "\\n", "\\r\\n", "'; DROP TABLE task; --", '"', "''", "`", "“ngoặc”",
    "‘đơn’", "–", "—", "…", "§ 5", "½", "€", "₫", "Ð đ Đ", "ƯỜNG ưỡn", "ỷ ỹ ỵ ỳ", "Ẵẵ", "a\u0301\u0323",
    "e\u0302\u0309", "o\u031b\u0300", "ⅠⅣ"[:0] or "IV", "ßéñç", "ΑΒΓω", "Жщъ", "<" * 9, "&" * 9, "--", "* * *", "#1",
    "~^|", "http://x.y/z?q=%20", "\\\\server\\share", "../../etc/passwd", "C:\\CON", "NUL", "ZZZ" * 9, "¹²³", "°C",
    "±", "×", "÷", "µ", "™", "©",
)  # fmt: skip


def hostile(number: int) -> list[str]:
    """The pieces alone, then pairs of them, up to that many."""
    pairs = [f"{one} {other}" for one, other in product(PIECES, PIECES)]
    random.Random(30).shuffle(pairs)
    return list(islice((*PIECES, *pairs), number))


def document(*blocks: object) -> Document:
    return Document("Thử", "Thử", "Thử", (Section(blocks),), a_foot())  # type: ignore[arg-type]


def unspaced(text: str) -> str:
    return "".join(nfc(text).split())


def test_500_hostile_strings_come_back_from_table_and_paragraph() -> None:
    strings = hostile(500)
    columns = (Column("TT", Align.CENTRE, firm=True), Column("Chữ"), Column("Chữ đậm"))
    rows = tuple(Row((str(number), text, text)) for number, text in enumerate(strings))
    sheet = printed(document(Table(columns, rows), *(para(Run(text), Run(f" {text}", bold=True)) for text in strings)))

    expected = "".join(f"{number}{unspaced(text) * 2}" for number, text in enumerate(strings))
    drawn = sheet.unspaced
    for part in (expected[start : start + 150] for start in range(0, len(expected) - 150, 150)):
        _assert_within(part, drawn)
    for text in strings:
        assert unspaced(text) * 2 in drawn, text
    assert sum(page.images for page in sheet.pages) == 0
    assert sum(page.links for page in sheet.pages) == 0


def _assert_within(part: str, drawn: str) -> None:
    """The part stands there, unless a page ended inside it: then both halves do."""
    if part not in drawn:
        halves = [(part[:cut], part[cut:]) for cut in range(1, len(part))]
        assert any(head in drawn and tail in drawn for head, tail in halves), part


def test_short_strings_come_back_exactly_spaces_included() -> None:
    strings = [text for text in hostile(300) if len(text) < 40]
    drawn = {
        text.text
        for page in printed(document(*(para(text, align=Align.LEFT, indent=False) for text in strings))).pages
        for text in page.texts
    }

    assert {nfc(text) for text in strings} <= drawn


def test_hostile_text_in_every_place_of_a_report(tmp_path: Path) -> None:
    evil = '<img src="/etc/hostname"/> ) Tj & <a href="http://x">x</a>'
    tasks = tuple(replace(task, title=f"{evil} {task.number}", product=evil) for task in the_tasks())
    paper = a_paper(foot=a_foot(printed_by=evil), recipients=(evil,))
    facts = an_accountability(paper=paper, unit_name=evil, tasks=tasks)
    accountability.draw(facts, tmp_path / "a.pdf")
    task_history.draw(a_history(task=a_task(title=evil)), tmp_path / "b.pdf")

    for name in ("a.pdf", "b.pdf"):
        sheet = read(tmp_path / name)
        assert unspaced(evil) in sheet.unspaced
        assert sum(page.images + page.links for page in sheet.pages) == 0


def test_a_cell_of_5000_characters_goes_over_pages_without_loss() -> None:
    long = " ".join(f"chữ{number}" for number in range(800))[:5000]
    tasks = (replace(the_tasks()[0], title=long), *the_tasks()[1:])
    sheet = printed(accountability.document(an_accountability(tasks=tasks)))

    annex = "".join("".join(text.text.split()) for page in sheet.pages if page.width > 250 for text in page.texts)
    words = long.split()
    assert all(word in annex for word in words)
    assert annex.count("".join(words[:3])) == 1


def test_a_word_of_5000_characters_is_cut_and_comes_back() -> None:
    long = "x" * 2500 + "ẵ" * 2500
    sheet = printed(document(Table((Column("A"), Column("B")), (Row((long, "b")),)), para(long)))

    assert sheet.unspaced.count("x") == 5000
    assert sheet.unspaced.count("ẵ") == 5000
    assert all(text.right < page.width - 14.5 for page in sheet.pages for text in page.texts)


def test_names_of_six_words_keep_their_words() -> None:
    name = "Tôn Nữ Hoàng Phương Nghiêm Thương"
    tasks = tuple(replace(task, owner=replace(task.owner, name=name)) for task in the_tasks())
    sheet = printed(accountability.document(an_accountability(tasks=tasks)))

    annex = [word for page in sheet.pages if page.width > 250 for text in page.texts for word in text.text.split()]
    for word in name.split():
        assert annex.count(word) >= len(tasks)


def test_decomposed_text_is_printed_composed() -> None:
    sheet = printed(document(para("Ngô Thị Bích Đào"), para("Hà Thị Ánh Nguyệt")))

    assert "Ngô Thị Bích Đào" in sheet.whole
    assert "Hà Thị Ánh Nguyệt" in sheet.whole


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("😀", "U+1F600"), ("中", "U+4E2D"), ("\N{REPLACEMENT CHARACTER}", "U+FFFD"),
        ("\N{OBJECT REPLACEMENT CHARACTER}", "U+FFFC"), ("☐", "U+2610"), ("\U00020000", "U+20000"),
    ],
)  # fmt: skip
def test_a_character_without_a_glyph_is_refused_naming_record_and_character(
    character: str, name: str, tmp_path: Path
) -> None:
    tasks = (*the_tasks()[:7], replace(the_tasks()[7], product=f"Quy định {character}"), *the_tasks()[8:])

    with pytest.raises(Refused) as refused:
        accountability.draw(an_accountability(tasks=tasks), tmp_path / "a.pdf")

    assert refused.value.code == "report.glyph_missing"
    assert refused.value.parameters["about"] == "NV22"
    assert name in str(refused.value.parameters["character"])
    assert character in str(refused.value.parameters["text"])
    assert list(tmp_path.iterdir()) == []


def test_a_glyph_missing_anywhere_else_names_what_it_stands_in() -> None:
    for facts in (
        an_accountability(unit_name="Văn phòng 😀"),
        an_accountability(paper=a_paper(foot=a_foot(printed_by="😀"))),
        an_accountability(paper=a_paper(recipients=("Lưu 😀",))),
    ):
        with pytest.raises(Refused) as refused:
            pdf.draw(accountability.document(facts))
        assert refused.value.code == "report.glyph_missing"
        assert refused.value.parameters["about"]


def test_blanks_of_every_kind_are_spaces_and_invisible_ones_refuse_nothing() -> None:
    odd = "một\thai\u2003ba\u2028bốn\u3000năm\u2060sáu\u200ebảy"
    sheet = printed(document(para(odd), Table((Column("A"),), (Row((odd,)),))))

    assert sheet.flowing.replace("\u200e", "").count("một hai ba bốn nămsáubảy") == 2


def test_more_characters_than_one_subset_holds_are_all_printed() -> None:
    letters = "".join(chr(code) for code in range(0x1EA0, 0x1EFA))
    cyrillic = "".join(chr(code) for code in range(0x0410, 0x0450))
    greek = "".join(chr(code) for code in range(0x03B1, 0x03CA))
    text = f"{letters} {cyrillic} {greek} việc Жa Нb"
    sheet = printed(document(para(text), Table((Column("A"),), (Row((text,)),))))

    assert sheet.unspaced.count(unspaced(text)) == 2


def test_paper_is_drawn_without_the_markup_engine() -> None:
    """Nothing can be a tag where nothing reads tags: reportlab's paragraphs are not even loaded."""
    code = (
        "import sys; from tests.reports.builders import an_accountability; "
        "from tracker.reports import accountability, pdf; "
        "assert not any(name.startswith('reportlab') for name in sys.modules); "
        "pdf.draw(accountability.document(an_accountability())); "
        "print(any(name.startswith('reportlab.platypus') for name in sys.modules))"
    )
    done = subprocess.run(
        (sys.executable, "-c", code), capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )

    assert done.stdout.strip() == "False"


def test_a_long_annex_of_one_official_and_a_hostile_number() -> None:
    facts = many_tasks(3)
    tasks = (replace(facts.tasks[0], number="<b>1</b>"), *facts.tasks[1:])
    counts = Counts(assigned=3, total=3, doing_in_time=3)
    officials = (OfficialRow(facts.officials[0].official, "VP", counts),)

    assert "(<b>1</b>)" in printed(accountability.document(replace(facts, tasks=tasks, officials=officials))).unspaced
