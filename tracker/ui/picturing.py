"""The child process that takes pictures: `python -m tracker.ui.picturing` at the scale of its environment.

Without a screen: Qt's offscreen platform paints as any other. Cursors do not blink, and a picture is taken when nothing
moves any more.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QSettings, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from tracker.store import officials, settings
from tracker.store.folder import open_folder
from tracker.ui import scenes
from tracker.ui.afterwards import Afterwards
from tracker.ui.desk import Desk
from tracker.ui.stillness import STILL_MS, still, until, wait, working
from tracker.ui.theme import Theme
from tracker.ui.window import SIZE, SMALLEST, Window
from tracker.words import Words

if TYPE_CHECKING:
    from types import TracebackType

    from tracker.store import Store
    from tracker.ui.scenes import Scene

GUIDE = (
    *("hom-nay", "nhiem-vu", "giao-viec", "can-bo", "don-vi", "bao-cao", "nhat-ky", "nhap", "vong-ghi", "di-toi"),
    *("thiet-lap-tieu-de", "thiet-lap-sao-luu", "viec-extension", "du-thao"),
)
"""What the guide shows."""


LARGE = 150
"""Per cent of the text size at which pictures are taken besides."""


class Studio:
    """One window in one language and look, and its pictures."""

    def __init__(
        self, store: Store, out: Path, theme: Theme, scheme: str, language: str, place: Path, text: int
    ) -> None:
        self._out, self._scheme, self._language = out, scheme, language
        theme.choose(scheme, text)
        personal = QSettings(str(place / f"{language}-{scheme}.ini"), QSettings.Format.IniFormat)
        day = settings.sample_day(store)
        assert day is not None, "pictures are taken of the sample office"
        self.desk = Desk(store, Words(language), theme, personal, day, fixed_day=True, acting=scenes.HEAD)
        self._quiet()
        self.window = Window(self.desk)
        self.window.resize(SIZE)
        self.window.show()
        Afterwards(self.window)
        sys.excepthook = _caught
        still(self.window)

    @property
    def common(self) -> bool:
        """Whether it is as most offices have it."""
        return (self._language, self._scheme) == ("vi", "light")

    def take(self, some: Iterable[Scene], label: str, *, only: Iterable[str] | None = None) -> None:
        """Take the pictures of some scenes (of those named, where some are) into files ending in the label."""
        for scene in some:
            if only is None or scene.name in only:
                self._person(scene.actor)
                target = self._out / f"{scene.name}{self._ending(label)}.png"
                try:
                    self._dialog(scene, target) if scene.dialog else self._page(scene, target)
                except Exception as error:  # noqa: BLE001 - told at the end: the other pictures are taken all the same
                    _caught(type(error), error, error.__traceback__)

    def close(self) -> None:
        """The window is not needed any more."""
        self.window.close()
        self.window.deleteLater()
        wait(10)

    def _page(self, scene: Scene, target: Path) -> None:
        scene.show(self.window)
        still(self.window)
        self.window.grab().save(str(target))

    def _dialog(self, scene: Scene, target: Path) -> None:
        """What opens over the window holds the program until it is shut: the picture is taken from within."""

        def take() -> None:
            top = QApplication.activeModalWidget()
            if top is None:
                return  # it was done at once, or refused without a dialog
            still(top)
            _layered(self.window, top).save(str(target))
            top.close()

        timer = QTimer()
        timer.timeout.connect(take)
        timer.start(STILL_MS)
        scene.show(self.window)
        until(lambda: QApplication.activeModalWidget() is None and not working())
        timer.stop()

    def _person(self, code: str) -> None:
        if self.desk.person is None or self.desk.person.code != code:
            self.desk.act_as(officials.by_code(self.desk.store, code))
            self._quiet()

    def _quiet(self) -> None:
        from tracker.ui import reminders

        reminders.want(self.desk, False)
        reminders.want_in_tray(self.desk, False)

    def _ending(self, label: str) -> str:
        return f"-{self._language}-{self._scheme}-{label}" if label else ""


_CAUGHT: list[str] = []
"""Errors in slots: no picture of a window that has made one is worth anything."""


def _caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    _CAUGHT.append("".join(traceback.format_exception(kind, error, trace)))


def _layered(window: QWidget, top: QWidget) -> QPixmap:
    """A dialog over its window, as a screen shows them."""
    whole = window.grab()
    painter = QPainter(whole)
    shade = QColor(Qt.GlobalColor.black)
    shade.setAlphaF(0.25)
    painter.fillRect(window.rect(), shade)
    middle = QPoint((window.width() - top.width()) // 2, max(0, (window.height() - top.height()) // 2))
    painter.drawPixmap(middle, top.grab())
    painter.end()
    return whole


def main(arguments: list[str]) -> int:
    """Take the pictures: data folder, folder of the pictures, label of the scale, what (`_TAKE`), and the schemes."""
    data, out, label, what = Path(arguments[0]), Path(arguments[1]), arguments[2], arguments[3]
    app = QApplication([])
    app.setCursorFlashTime(0)
    theme = Theme(app)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        place = Path(scratch)
        shutil.copytree(data, place / "data")
        store = open_folder(place / "data")
        book = place / "so-theo-doi.csv"
        book.write_text(BOOK, encoding="utf-8-sig")
        for language in ("vi",) if what in ("guide", "large") else ("vi", "en"):
            for scheme in arguments[4:]:
                studio = Studio(store, out, theme, scheme, language, place, LARGE if what == "large" else 100)
                _TAKE[what](studio, book, label)
                studio.close()
        store.close()
    print(*_CAUGHT, sep="\n", file=sys.stderr)
    return 1 if _CAUGHT else 0


def _pages(studio: Studio, book: Path, label: str) -> None:
    studio.take(scenes.pages(book), label)
    if label == "100":
        studio.window.resize(SMALLEST)
        studio.take(scenes.pages(book), "910")


def _dialogs(studio: Studio, _: Path, label: str) -> None:
    """All in the smallest window, where they have the least room; in the common one as an office sees them."""
    if studio.common:
        studio.take(scenes.dialogs(studio.window), label)
    studio.window.resize(SMALLEST)
    studio.take(scenes.dialogs(studio.window), "910")


def _large(studio: Studio, book: Path, _: str) -> None:
    """With the program's own text as large as it gets: where words are cut first."""
    studio.take(scenes.pages(book), f"text-{LARGE}")
    studio.take(scenes.dialogs(studio.window), f"text-{LARGE}")


def _for_guide(studio: Studio, book: Path, _: str) -> None:
    studio.take(scenes.pages(book), "", only=GUIDE)
    studio.take(scenes.dialogs(studio.window), "", only=GUIDE)


_TAKE = {"pages": _pages, "dialogs": _dialogs, "large": _large, "guide": _for_guide}


BOOK = """Số,Nhiệm vụ,Người chủ trì,Ngày giao,Hạn,Sản phẩm
41,Rà soát hộ nghèo và hộ cận nghèo năm 2026,Cao Bá Hiển,15/09/2026,15/11/2026,Báo cáo kết quả rà soát
42,Kiểm tra an toàn phòng cháy tại chợ Bạch Liên,Trịnh Xuân Đạt,16/09/2026,10/10/2026,Biên bản kiểm tra
43,Lập danh sách hộ chưa nối nước sạch,Bùi Khắc Điềm,18/09/2026,31/09/2026,Danh sách
44,Tổng hợp kiến nghị của cử tri quý III,Vương Đình Khoát,21/09/2026,05/10/2026,Báo cáo tổng hợp
"""
"""A sheet with one row that has a day that is none."""

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Exception:  # noqa: BLE001 - told to the command that started this, which logs it as the bug it is
        print(*_CAUGHT, traceback.format_exc(), sep="\n", file=sys.stderr)
        sys.exit(1)
