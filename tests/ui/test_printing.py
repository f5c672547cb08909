"""Ctrl+P and what follows: the very PDF is shown, searched, saved, printed; nothing is half done."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from shiboken6 import isValid

from tracker import files
from tracker.domain.errors import Refused, Unavailable
from tracker.ui import papers, printed, printing
from tracker.ui.aside import Beside
from tracker.ui.desk import Desk
from tracker.ui.dialogs.printer import PrintDialog
from tracker.ui.window import Window

PATIENCE = 20_000
ROWS = [[f"NV{n:02}", f"Việc số {n} trên đường Bờ Sông" if n == 57 else f"Việc số {n}", "18/9"] for n in range(1, 61)]


@pytest.fixture
def paper(window: Window, desk: Desk, qtbot) -> Iterator[printing.PreviewDialog]:
    """A list that was printed by Ctrl+P, as the preview shows it."""
    made = printing.print_table(desk, window, "Nhiệm vụ quá hạn", ["Số", "Nhiệm vụ", "Hạn"], ROWS, "người: Toàn")
    assert made is not None
    with qtbot.waitSignal(made.preview.loaded, timeout=PATIENCE):
        pass
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    if isValid(made):
        made.close()


def words(data: bytes) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def press(qtbot, of: Any, name: str) -> None:
    button = of.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isVisible(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


# --- the preview ------------------------------------------------------------------------------------------------------


def test_the_list_is_shown_as_it_stands(paper: printing.PreviewDialog) -> None:
    pages = words(paper.preview.data)

    assert len(pages) == paper.preview.count > 1
    assert "NHIỆM VỤ QUÁ HẠN" in pages[0]
    assert "(người: Toàn; số liệu ngày 30/9/2026; 60 dòng)" in pages[0]
    assert "người in: Lưu Quang Thiệu" in pages[0]
    assert "NV60" in pages[-1]


def test_keys_turn_pages_and_zoom(paper: printing.PreviewDialog, qtbot) -> None:
    view = paper.preview.pages
    assert QApplication.focusWidget() is view
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == paper.preview.count - 1
    assert paper.preview.number.text() == str(paper.preview.count)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert view.page == 1

    before = view.factor()
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.factor() == pytest.approx(before * 1.2)
    assert paper.preview.zoom.currentText() == f"{round(view.factor() * 100)} %"
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.factor() == pytest.approx(before)


def test_what_is_in_view_is_drawn_sharp(paper: printing.PreviewDialog, qtbot) -> None:
    """Not only white: dark letters on what the widget shows, as many pixels as the screen has."""
    view = paper.preview.pages
    dark = lambda: sum(  # noqa: E731 - a question asked again and again
        view.grab().toImage().pixelColor(x, y).lightness() < 90 for x in range(60, 500, 3) for y in range(40, 300, 3)
    )
    qtbot.waitUntil(lambda: dark() > 50, timeout=PATIENCE)


def test_words_are_found_without_accents_and_lead_to_their_page(paper: printing.PreviewDialog, qtbot) -> None:
    field = paper.preview.words
    qtbot.keyClicks(field, "duong bo song")

    qtbot.waitUntil(lambda: paper.preview.hits.text() == "1/1", timeout=PATIENCE)
    assert paper.preview.pages.page > 0
    qtbot.keyClicks(field, " khong co")
    qtbot.waitUntil(lambda: paper.preview.hits.text() == "không thấy", timeout=PATIENCE)


def test_enter_goes_from_place_to_place(paper: printing.PreviewDialog, qtbot) -> None:
    field = paper.preview.words
    qtbot.keyClicks(field, "viec so")
    qtbot.waitUntil(lambda: paper.preview.hits.text().endswith("/60"), timeout=PATIENCE)

    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert paper.preview.hits.text() == "2/60"
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert paper.preview.hits.text() == "60/60"


def test_a_closed_preview_leaves_no_thread(paper: printing.PreviewDialog, qtbot) -> None:
    assert any(each.running for each in Beside._living)
    press(qtbot, paper, "close")

    qtbot.waitUntil(lambda: not Beside._living, timeout=PATIENCE)
    assert "pdfium" not in [thread.name for thread in threading.enumerate()]


def test_a_list_that_cannot_be_printed_says_which_row(window: Window, desk: Desk, qtbot) -> None:
    made = printing.print_table(desk, window, "Danh sách", ["Tên"], [["An"], ["\U0001f600"]])
    assert made is not None
    qtbot.waitUntil(made.banner.isVisible, timeout=PATIENCE)

    assert "Danh sách, dòng 2" in made.banner.words.text()
    assert not made.print.isEnabled()
    made.close()


# --- saving -----------------------------------------------------------------------------------------------------------


def test_saved_is_the_very_file_that_was_shown(
    paper: printing.PreviewDialog, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_desk: Desk, _parent: object, name: str) -> Path:
        asked.append(name)
        return tmp_path / name

    monkeypatch.setattr(papers, "ask_path", ask)
    press(qtbot, paper, "save")
    qtbot.waitUntil(paper.banner.isVisible, timeout=PATIENCE)

    assert asked == ["DS_Nhiem-vu-qua-han_2026-09-30.pdf"]
    assert (tmp_path / asked[0]).read_bytes() == paper.preview.data
    assert list(tmp_path.glob(".*.tmp")) == []


def test_a_file_that_is_open_elsewhere_stays_and_another_name_is_proposed(
    paper: printing.PreviewDialog, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "BC.pdf"
    target.write_bytes(b"another program's")
    write = files.write

    def held(data: bytes, path: Path) -> Path:
        if path == target:
            raise Unavailable("file.held", path=str(path))
        return write(data, path)

    monkeypatch.setattr(papers, "ask_path", lambda *_: target)
    monkeypatch.setattr(files, "write", held)
    press(qtbot, paper, "save")
    qtbot.waitUntil(lambda: paper.findChild(QMessageBox, "held") is not None, timeout=PATIENCE)
    box = paper.findChild(QMessageBox, "held")
    assert box is not None
    press(qtbot, box, "save-other")
    qtbot.waitUntil(lambda: (tmp_path / "BC (2).pdf").exists(), timeout=PATIENCE)

    assert target.read_bytes() == b"another program's"
    qtbot.waitUntil(lambda: "BC (2).pdf" in paper.banner.words.text(), timeout=PATIENCE)


def test_the_reader_gets_a_copy(paper: printing.PreviewDialog, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    press(qtbot, paper, "reader")
    qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)

    assert Path(opened[0].toLocalFile()).read_bytes() == paper.preview.data


# --- printing ---------------------------------------------------------------------------------------------------------


class Machine:
    """A printer of the system, as far as the dialog asks it."""

    def printerName(self) -> str:  # noqa: N802 - Qt's name
        return "Máy in tầng 2"


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A printer whose paper is a PDF file."""
    out = tmp_path / "paper.pdf"

    def made(_info: object) -> QPrinter:
        to = QPrinter(QPrinter.PrinterMode.HighResolution)
        to.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        to.setOutputFileName(str(out))
        return to

    monkeypatch.setattr(printed, "printers", lambda: [Machine()])
    monkeypatch.setattr(printed, "printer", made)
    return out


def the_dialog(qtbot, paper: printing.PreviewDialog) -> PrintDialog:
    press(qtbot, paper, "print")
    found = paper.findChild(PrintDialog)
    assert found is not None
    qtbot.waitUntil(found.isActiveWindow)
    return found


def ink(page: Any) -> tuple[int, ...]:
    """Where the ink of a page begins and ends, in 300ths of an inch, and how much of it there is, in per cent."""
    dots = page.render(scale=printed.DPI / printed.POINTS, grayscale=True).to_numpy() < 128
    down, across = dots.any(axis=1).nonzero()[0], dots.any(axis=0).nonzero()[0]
    return int(down[0]), int(down[-1]), int(across[0]), int(across[-1]), round(100 * dots.mean(), 1)


def test_pages_and_copies_come_out_in_order(paper: printing.PreviewDialog, qtbot, machine: Path) -> None:
    dialog = the_dialog(qtbot, paper)
    qtbot.keyClicks(dialog.pages, "2, 1")
    dialog.copies.setFocus()
    dialog.copies.selectAll()
    qtbot.keyClicks(dialog.copies, "2")
    with qtbot.waitSignal(dialog.accepted, timeout=PATIENCE):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    with pypdfium2.PdfDocument(machine) as on_paper, pypdfium2.PdfDocument(paper.preview.data) as shown:
        assert len(on_paper) == 4
        assert all(page.get_width() > page.get_height() for page in on_paper), "a list lies across"
        came, first, second = [ink(page) for page in on_paper], ink(shown[0]), ink(shown[1])
    assert first != pytest.approx(second, abs=3), "the two pages can be told apart"
    for found, wanted in zip(came, (second, first, second, first), strict=True):
        assert found == pytest.approx(wanted, abs=3), "as it was shown, where it was shown"


def test_a_wrong_page_is_told_at_its_field(paper: printing.PreviewDialog, qtbot, machine: Path) -> None:
    dialog = the_dialog(qtbot, paper)
    qtbot.keyClicks(dialog.pages, "1-99")
    press(qtbot, dialog, "verb")

    assert QApplication.focusWidget() is dialog.pages
    assert not machine.exists()
    dialog.reject()


def test_without_a_printer_one_sentence_says_what_can_be_done(
    paper: printing.PreviewDialog, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printed, "printers", list)
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    dialog = the_dialog(qtbot, paper)
    press(qtbot, dialog, "verb")

    qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)
    dialog.reject()


def test_printing_stops_between_two_pages(paper: printing.PreviewDialog, tmp_path: Path) -> None:
    to = QPrinter(QPrinter.PrinterMode.HighResolution)
    to.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    to.setOutputFileName(str(tmp_path / "stopped.pdf"))
    done: list[int] = []

    whole = printed.print_pages(
        paper.preview.data, to, [0, 1, 0, 1], lambda page, _: done.append(page), lambda: len(done) >= 2
    )

    assert not whole
    assert done == [0, 1]


@pytest.mark.parametrize(
    ("typed", "pages"),
    [("", [0, 1, 2, 3]), ("2", [1]), ("1-3", [0, 1, 2]), ("4, 1–2", [3, 0, 1]), ("1 3", [0, 2]), ("2 - 3", [1, 2])],
)
def test_pages_as_they_are_typed(typed: str, pages: list[int]) -> None:
    assert printed.pages_of(typed, 4) == pages


@pytest.mark.parametrize("typed", ["0", "5", "3-2", "a", "1-", "-", "999999999999"])
def test_pages_that_are_none(typed: str) -> None:
    with pytest.raises(Refused, match=r"print\.pages"):
        printed.pages_of(typed, 4)


def test_bands_are_small_and_cover_the_page() -> None:
    a0 = (2384.0, 3370.0)

    bands = list(printed.bands(a0, 0))

    assert len(bands) > 1
    assert all(band.width * band.rows <= printed.BAND_BYTES for band in bands)
    assert sum(band.rows for band in bands) == bands[0].height
    assert [band.top for band in bands] == [sum(before.rows for before in bands[:at]) for at in range(len(bands))]


def test_copies_with_and_without_collating() -> None:
    assert printed.in_order([0, 1], 2, collate=True) == [0, 1, 0, 1]
    assert printed.in_order([0, 1], 2, collate=False) == [0, 0, 1, 1]
