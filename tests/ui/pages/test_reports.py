"""Báo cáo as a head uses it: choose, see the very PDF, leave parts out, save; all units in one run, or none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QPushButton

from tests.keys import PASSWORD, a_key_file
from tracker.domain.kept import KeptReport
from tracker.papers import signing
from tracker.papers.kinds import KINDS
from tracker.reports import accountability, task_history
from tracker.store import kept, units
from tracker.ui import papers
from tracker.ui.desk import Desk
from tracker.ui.dialogs.printer import PrintDialog
from tracker.ui.pages.reports.checking import Checking
from tracker.ui.pages.reports.every import EveryReport
from tracker.ui.pages.reports.keeping import Keeping
from tracker.ui.pages.reports.page import ReportsPage
from tracker.ui.pages.reports.signing import Signing
from tracker.ui.window import Window
from tracker.ui.worker import Job

PATIENCE = 30_000


def renewed(qtbot, page: ReportsPage, deed: Callable[[], object]) -> None:
    """Do something, and wait for the preview that follows from it."""
    with qtbot.waitSignal(page.preview.loaded, timeout=PATIENCE):
        deed()


@pytest.fixture
def page(window: Window, desk: Desk, qtbot) -> ReportsPage:
    """The page with the office's report of the quarter."""
    found = window.page("reports")
    assert isinstance(found, ReportsPage)
    renewed(qtbot, found, lambda: qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier))
    assert window.current is found
    return found


def words(page: ReportsPage) -> str:
    """All that the previewed PDF says."""
    assert page.made is not None
    with pypdfium2.PdfDocument(page.preview.data) as pdf:
        return "\n".join(sheet.get_textpage().get_text_range() for sheet in pdf)


def click(qtbot, of: Any, name: str, kind: type[QAbstractButton] = QPushButton) -> None:
    found = of.findChild(kind, name)
    assert found is not None, name
    assert found.isVisible(), name
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton, pos=found.rect().center())


def pick(qtbot, combo: QComboBox, words_: str) -> None:
    """Choose from a list with the keyboard."""
    combo.setFocus()
    at = next(at for at in range(combo.count()) if words_ in combo.itemText(at))
    for _ in range(abs(at - combo.currentIndex())):
        qtbot.keyClick(combo, Qt.Key.Key_Down if at > combo.currentIndex() else Qt.Key.Key_Up)


def told(page: ReportsPage) -> str:
    """What stands at the right."""
    from PySide6.QtWidgets import QLabel

    return "\n".join(each.text() for each in page.told.findChildren(QLabel))


# --- what is shown ----------------------------------------------------------------------------------------------------


def test_the_report_of_the_office_is_there_at_once(page: ReportsPage, window: Window) -> None:
    assert window.top.period.isEnabled()
    assert "TRÁCH NHIỆM" in words(page) or "Trách nhiệm người đứng đầu" in words(page)
    assert page.made is not None
    assert page.made.name == "BC_quy3-2026_UBND_Luu-Quang-Thieu.pdf"


def test_beside_it_stand_signer_blank_number_and_the_sum_that_was_checked(page: ReportsPage) -> None:
    shown = told(page)

    assert "Lưu Quang Thiệu" in shown
    assert "để trống đến khi ban hành" in shown
    assert "0 + 40 + 0 − 0 − 1 = 39" in shown
    assert f"{page.preview.count}" in shown


def test_another_unit_and_period_renew_it_while_the_old_one_stays(page: ReportsPage, desk: Desk, qtbot) -> None:
    before = page.preview.data
    renewed(qtbot, page, lambda: pick(qtbot, page.choosing.unit, "Văn phòng"))

    assert desk.unit == units.by_code(desk.store, "VP").id
    assert page.made is not None
    assert page.made.name == "BC_quy3-2026_VP_Vuong-Dinh-Khoat.pdf"
    assert page.preview.data != before

    renewed(qtbot, page, lambda: pick(qtbot, page.choosing.period, "Quý II/2026"))
    assert page.made.name == "BC_quy2-2026_VP_Vuong-Dinh-Khoat.pdf"
    assert str(desk.period) == "2026-Q2"


def test_choices_that_follow_fast_make_one_preview(page: ReportsPage, qtbot, monkeypatch) -> None:
    made: list[int] = []
    page.preview.loaded.connect(lambda: made.append(1))
    begun: list[str] = []
    start = Job.start
    monkeypatch.setattr(Job, "start", lambda job: (begun.append(job.name), start(job))[1])
    page._timer.setInterval(2000)  # the three clicks are one burst on the slowest machine, too
    for part in ("late", "moves", "annex"):
        click(qtbot, page, f"part-{part}", QCheckBox)
    qtbot.waitUntil(lambda: bool(made), timeout=PATIENCE)
    assert begun.count("report") == 1, "nor was one begun and given up"

    assert "Phụ lục" not in words(page), "the one that was made is that of the last choice"
    assert len(made) == 1


def test_a_part_is_left_out_and_taken_in_again(page: ReportsPage, qtbot) -> None:
    assert "VI. GIA HẠN" in words(page)
    renewed(qtbot, page, lambda: click(qtbot, page, "part-late", QCheckBox))
    assert "V. GIA HẠN" in words(page)
    assert "NHIỆM VỤ CHẬM" not in words(page)

    renewed(qtbot, page, lambda: click(qtbot, page, "part-late", QCheckBox))
    assert "VI. GIA HẠN" in words(page)


def test_somebody_else_signs(page: ReportsPage, qtbot) -> None:
    field = page.choosing.signer.edit
    qtbot.keyClicks(field, "trinh xuan dat")
    renewed(qtbot, page, lambda: qtbot.keyClick(field, Qt.Key.Key_Tab))

    assert page.made is not None
    assert page.made.signature[-1] == "Trịnh Xuân Đạt"
    assert "Trịnh Xuân Đạt" in told(page)


def test_the_life_of_a_task(page: ReportsPage, qtbot) -> None:
    click(qtbot, page, "kind-task-history", QAbstractButton)
    qtbot.waitUntil(lambda: page.made is None, timeout=PATIENCE)
    assert not page.save.isEnabled()

    renewed(qtbot, page, lambda: qtbot.keyClicks(page.choosing.task.edit, "nv10"))
    assert page.made is not None
    assert page.made.name.startswith("LL_NV10_")
    assert "Lý lịch nhiệm vụ" in page.made.title


def test_what_was_written_shows_in_the_report(page: ReportsPage, desk: Desk, qtbot) -> None:
    from tracker.actions.chases import chase
    from tracker.store import tasks

    task = tasks.by_number(desk.store, "NV06")
    chased = "Đề nghị báo cáo ngay hôm nay"
    renewed(qtbot, page, lambda: desk.attempt(lambda store, actor: chase(store, actor, task.id, reason=chased)))

    assert page.made is not None
    assert f"{page.made.journal}" in told(page).replace(".", "")
    assert page.made.journal > 609


def test_a_unit_without_a_head_is_told_in_place(page: ReportsPage, desk: Desk, qtbot) -> None:
    from tracker.actions.units import add_unit

    made = desk.attempt(lambda store, actor: add_unit(store, actor, "MOI", "Tổ mới", {}))
    assert made is not None
    desk.choose_unit(units.by_code(desk.store, "MOI").id)
    qtbot.waitUntil(page.banner.isVisible, timeout=PATIENCE)

    assert "Tổ mới" in page.banner.words.text()
    assert page.made is None
    assert not page.save.isEnabled()


# --- what is done with it ---------------------------------------------------------------------------------------------


def test_ctrl_p_prints_the_report(page: ReportsPage, window: Window, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.findChild(PrintDialog) is not None, timeout=PATIENCE)
    dialog = page.findChild(PrintDialog)
    assert dialog is not None
    dialog.reject()


def test_ctrl_f_searches_the_preview(page: ReportsPage, window: Window, qtbot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page.preview.words
    qtbot.keyClicks(page.preview.words, "phung thi yen")
    qtbot.waitUntil(lambda: page.preview.hits.text().startswith("1/"), timeout=PATIENCE)


def test_saved_under_the_name_of_the_rule(
    page: ReportsPage, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "ask_path", lambda _desk, _parent, name: tmp_path / name)
    click(qtbot, page, "save")
    target = tmp_path / "BC_quy3-2026_UBND_Luu-Quang-Thieu.pdf"
    qtbot.waitUntil(target.exists, timeout=PATIENCE)

    assert target.read_bytes() == page.preview.data


@pytest.mark.parametrize(("at", "ending", "begins"), [(0, ".docx", b"PK"), (1, ".xlsx", b"PK")])
def test_saved_as_word_to_be_edited_and_its_tables_as_excel(
    page: ReportsPage, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int, ending: str, begins: bytes
) -> None:
    monkeypatch.setattr(papers, "ask_path", lambda _desk, _parent, name: tmp_path / name)
    menu = page.others.menu()
    menu.popup(page.others.mapToGlobal(page.others.rect().topLeft()))
    for _ in range(at + 1):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    target = tmp_path / f"BC_quy3-2026_UBND_Luu-Quang-Thieu{ending}"
    qtbot.waitUntil(target.exists, timeout=PATIENCE)

    assert target.read_bytes().startswith(begins)


def test_one_official_of_the_unit_is_chosen(page: ReportsPage, qtbot) -> None:
    renewed(qtbot, page, lambda: click(qtbot, page, "kind-official", QAbstractButton))
    assert page.all.text() == "Cho từng cán bộ…"
    renewed(qtbot, page, lambda: qtbot.keyClicks(page.choosing.official.edit, "ngo thi bich dao"))

    assert page.made is not None
    assert page.made.name == "TD_quy3-2026_CB05_Ngo-Thi-Bich-Dao.pdf"
    assert not page.choosing.task.isVisible()


def test_a_character_that_cannot_be_printed_is_told_and_printed_as_a_box(page: ReportsPage, desk: Desk, qtbot) -> None:
    from tracker.actions.edits import edit
    from tracker.store import officials, tasks

    task = tasks.by_number(desk.store, "NV39")
    desk.act_as(officials.by_code(desk.store, "CB04"))
    desk.attempt(lambda store, actor: edit(store, actor, task.id, {"title": "Tổng hợp 漢"}, reason="thử"))
    qtbot.waitUntil(page.banner.isVisible, timeout=PATIENCE)
    assert "NV39" in page.banner.words.text()
    renewed(qtbot, page, lambda: click(qtbot, page, "boxed"))

    assert not page.banner.isVisible()
    assert "Tổng hợp □" in words(page)


# --- all units --------------------------------------------------------------------------------------------------------


@pytest.fixture
def every(page: ReportsPage, qtbot, tmp_path: Path) -> EveryReport:
    click(qtbot, page, "all-units")
    found = page.findChild(EveryReport)
    assert found is not None
    out = tmp_path / "out"
    out.mkdir()
    found.folder.selectAll()
    qtbot.keyClicks(found.folder, str(out))
    return found


def test_one_whole_file_for_each_unit_with_a_head(every: EveryReport, qtbot, tmp_path: Path) -> None:
    click(qtbot, every, "verb")
    qtbot.waitUntil(every.table.isVisible, timeout=PATIENCE)

    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert "BC_quy3-2026_VP_Vuong-Dinh-Khoat.pdf" in names
    assert len(names) == sum(filed.error is None for filed in every._model.rows) > 4
    assert all(path.read_bytes().startswith(b"%PDF") for path in (tmp_path / "out").iterdir())


def test_every_kind_of_report_in_one_run(every: EveryReport, qtbot, tmp_path: Path) -> None:
    every.every_kind.setFocus()
    qtbot.keyClick(every.every_kind, Qt.Key.Key_Space)
    click(qtbot, every, "verb")
    qtbot.waitUntil(every.table.isVisible, timeout=2 * PATIENCE)

    begin = {path.name.partition("_")[0] for path in (tmp_path / "out").iterdir()}
    assert begin == {"BC", "KQ", "TH", "QH", "DD", "KL", "LICH"}


def test_files_of_before_stay(every: EveryReport, qtbot, tmp_path: Path) -> None:
    old = tmp_path / "out" / "BC_quy3-2026_VP_Vuong-Dinh-Khoat.pdf"
    old.write_bytes(b"signed")
    click(qtbot, every, "verb")
    qtbot.waitUntil(every.table.isVisible, timeout=PATIENCE)

    assert old.read_bytes() == b"signed"
    assert old.with_name("BC_quy3-2026_VP_Vuong-Dinh-Khoat (2).pdf").exists()


def test_cancelled_leaves_nothing(every: EveryReport, qtbot, tmp_path: Path) -> None:
    click(qtbot, every, "verb")
    assert every._job is not None
    with qtbot.waitSignal(every._job.progressed, timeout=PATIENCE):
        pass
    every.busy.show()
    click(qtbot, every, "cancel")

    assert every.said.text() == "Đã hủy: chưa lưu báo cáo nào."
    assert list((tmp_path / "out").iterdir()) == []
    assert every.run.isEnabled()


def test_a_folder_that_is_not_there_is_told_at_its_field(every: EveryReport, qtbot, tmp_path: Path) -> None:
    every.folder.selectAll()
    qtbot.keyClicks(every.folder, str(tmp_path / "nowhere"))
    click(qtbot, every, "verb")

    assert not (tmp_path / "nowhere").exists()
    assert every.run.isEnabled()
    assert every._job is None


# --- the table of kinds -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "drawing"), [("accountability", accountability), ("task-history", task_history)])
def test_the_parts_to_tick_are_those_that_the_drawing_knows(kind: str, drawing: Any) -> None:
    assert tuple(part.key for part in KINDS[kind].parts) == drawing.LEAVABLE


# --- drafts, numbers, checks ------------------------------------------------------------------------------------------


@pytest.fixture
def keeping(page: ReportsPage, qtbot) -> Keeping:
    def links() -> list[QPushButton]:
        return [each for each in page.told.findChildren(QPushButton, "issue") if each.isVisible()]

    qtbot.waitUntil(lambda: len(links()) == 1, timeout=PATIENCE)
    qtbot.mouseClick(links()[0], Qt.MouseButton.LeftButton)
    found = page.findChild(Keeping)
    assert found is not None
    return found


def kept_draft(keeping: Keeping, qtbot) -> KeptReport:
    click(qtbot, keeping, "keep")
    qtbot.waitUntil(lambda: keeping.chosen() is not None, timeout=PATIENCE)
    report = keeping.chosen()
    assert report is not None
    return report


def test_a_draft_is_kept_and_issued_with_its_number(keeping: Keeping, desk: Desk, qtbot) -> None:
    assert not keeping.issue.isEnabled()
    report = kept_draft(keeping, qtbot)
    assert "không đổi nữa" in keeping.said.text()
    qtbot.keyClicks(keeping.number, "12")
    qtbot.keyClick(keeping.number, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "12/BC-UBND" in keeping.said.text(), timeout=PATIENCE)

    issued = kept.get(desk.store, report.id)
    assert (issued.number, issued.issued_on) == ("12", desk.today)
    assert not keeping.issue.isEnabled(), "a number is given once"


def test_a_number_that_was_given_is_told_at_its_field(keeping: Keeping, desk: Desk, qtbot) -> None:
    for _ in range(2):
        kept_draft(keeping, qtbot)
        qtbot.waitUntil(keeping.issue.isEnabled, timeout=PATIENCE)
        keeping.number.clear()
        qtbot.keyClicks(keeping.number, "12")
        keeping.said.setText("")
        click(qtbot, keeping, "verb")
        qtbot.waitUntil(lambda: bool(keeping.said.text()) or keeping._banner.isVisible(), timeout=PATIENCE)

    assert "Số 12/BC-UBND đã cấp" in keeping._banner.words.text()
    assert [report.issued for report in kept.every(desk.store)] == [False, True]


def test_the_paper_of_a_draft_is_saved(
    keeping: Keeping, desk: Desk, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "ask_path", lambda _desk, _parent, name: tmp_path / name)
    report = kept_draft(keeping, qtbot)
    click(qtbot, keeping, "save-paper")
    qtbot.waitUntil((tmp_path / report.name).exists, timeout=PATIENCE)
    assert (tmp_path / report.name).read_bytes().startswith(b"%PDF")


def test_a_paper_is_held_against_the_data(page: ReportsPage, qtbot, tmp_path: Path) -> None:
    page.checking()
    dialog = page.findChild(Checking)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE)
    qtbot.keyClicks(dialog.code, "ABC DEF")
    qtbot.keyClick(dialog.code, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(dialog.answer.isVisible, timeout=PATIENCE)
    assert "không phải mã" in dialog.answer.words.text()

    path = tmp_path / "a.pdf"
    path.write_bytes(page.preview.data)
    dialog.look_at(path)
    qtbot.waitUntil(lambda: "Khớp" in dialog.answer.words.text(), timeout=PATIENCE)


def issued_report(keeping: Keeping, qtbot) -> None:
    kept_draft(keeping, qtbot)
    qtbot.waitUntil(keeping.issue.isEnabled, timeout=PATIENCE)
    qtbot.keyClicks(keeping.number, "12")
    click(qtbot, keeping, "verb")
    qtbot.waitUntil(keeping.sign.isEnabled, timeout=PATIENCE)


def test_without_the_extra_the_button_says_how_to_get_it(
    keeping: Keeping, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued_report(keeping, qtbot)
    monkeypatch.setattr(signing, "installed", lambda: False)
    click(qtbot, keeping, "sign")
    assert "pip install" in keeping._banner.words.text()
    assert keeping.findChild(Signing) is None


def test_an_issued_report_is_signed_by_a_key_file(
    keeping: Keeping, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "ask_path", lambda _desk, _parent, name: tmp_path / name)
    issued_report(keeping, qtbot)
    click(qtbot, keeping, "sign")
    dialog = keeping.findChild(Signing)
    assert dialog is not None
    dialog.path.setText(str(a_key_file(tmp_path)))
    qtbot.keyClicks(dialog.secret, "sai")
    click(qtbot, dialog, "verb")
    qtbot.waitUntil(dialog._banner.isVisible, timeout=PATIENCE)
    assert "mật khẩu" in dialog._banner.words.text()

    dialog.secret.setText(PASSWORD)
    click(qtbot, dialog, "verb")
    target = tmp_path / "BC_quy3-2026_UBND_Luu-Quang-Thieu_da-ky.pdf"
    qtbot.waitUntil(target.exists, timeout=PATIENCE)
    assert b"/Sig" in target.read_bytes()
