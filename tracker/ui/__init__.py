"""The window: pages, models, widgets, theme. The only room that imports Qt; shows what store and figures tell.

No rule is decided here and no SQL written: a page asks `tracker.ui.desk`, which asks the store.
"""

from __future__ import annotations

import gc
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QLockFile, QSettings
    from PySide6.QtWidgets import QApplication

    from tracker.ui.pages.first.beginning import Begun
    from tracker.ui.theme import Theme
    from tracker.ui.window import Window
    from tracker.words import Words


def open_window(
    data: Path | None,
    language: str | None,
    *,
    acting: str | None = None,
    today: date | None = None,
    quit_after_paint: bool = False,
) -> int:
    """Open the window over a data folder and run it until it is closed; the exit status.

    Without a folder, first-run steps make one. Raises Expected where the folder cannot be opened.
    """
    gc.disable()  # nothing that is made up to the first paint is rubbish
    try:
        return _opened(data, language, acting, today, quit_after_paint)
    finally:
        gc.enable()


def _opened(
    data: Path | None, language: str | None, acting: str | None, today: date | None, quit_after_paint: bool
) -> int:
    from tracker import machine
    from tracker.domain.errors import Refused
    from tracker.store import today as facts
    from tracker.store.folder import open_folder
    from tracker.words import Words

    _import_qt()
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from tracker.ui.desk import Desk
    from tracker.ui.theme import FUSION
    from tracker.ui.window import Window

    app = QApplication.instance() or QApplication([sys.argv[0], "-style", FUSION])
    assert isinstance(app, QApplication)
    app.setProperty(FUSION, True)
    app.setApplicationName("Ba Rõ")
    personal = QSettings(str(machine.personal_folder() / "window.ini"), QSettings.Format.IniFormat)
    theme = _theme(app, personal)
    words = Words(language or str(personal.value("language", "vi")))
    folder = data or machine.data_folder()
    begun: Begun | None = None
    try:
        store = open_folder(folder)
    except Refused as refused:
        if refused.code != "store.missing" or quit_after_paint:
            raise
        begun = _begin(theme, words, folder, today)
        if begun is None:
            return 0
        store = open_folder(folder)
    held = lock(folder)
    if not held.tryLock(0):
        from tracker.ui.instance import call_first

        store.close()
        call_first(folder)
        return 0
    day = today or facts.sample_day(store)
    desk = Desk(store, words, theme, personal, day or machine.today(), fixed_day=bool(day), acting=acting)
    if begun is not None:
        begun.act_on(desk)
    else:
        desk.begin_with_own_unit()
    window = Window(desk, begun.page if begun else "today")
    if quit_after_paint:
        window.painted.connect(app.quit)
    else:
        window.painted.connect(lambda: _afterwards(window))
    window.show()
    try:
        status = app.exec()
    finally:
        personal.sync()
        store.close()
        held.unlock()
    if desk.after_closing is None:
        return status
    desk.after_closing()
    return open_window(data, language, acting=acting, today=today)


def _theme(app: QApplication, personal: QSettings) -> Theme:
    """Colours, sizes and density as they were chosen."""
    from tracker.ui.theme import Theme

    made = Theme(app, str(personal.value("theme", "system")), int(str(personal.value("text_size", 100))))
    made.compact = personal.value("compact", defaultValue=False, type=bool) is True
    return made


def lock(folder: Path) -> QLockFile:
    """The lock that whoever was first to open a window over the folder holds; Qt sees when its holder has died."""
    from PySide6.QtCore import QLockFile

    made = QLockFile(str(folder / "window.lock"))
    made.setStaleLockTime(0)
    return made


def _import_qt() -> None:
    """Load PySide6, and have Python import as it did before.

    PySide6 watches every later import for `from __feature__ import …`, and for that reads the whole source of each
    module: nothing of ours asks for a feature, and a start would be a tenth longer.
    """
    import builtins

    import PySide6.QtCore  # noqa: F401

    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain


def _begin(theme: Theme, words: Words, folder: Path, today: date | None) -> Begun | None:
    """The first run: what it ended with; None where it was left."""
    from tracker import machine
    from tracker.ui.pages.first.beginning import begin

    gc.enable()
    return begin(theme, words, folder, today or machine.today())


def _afterwards(window: Window) -> None:
    from tracker.ui.loading import Loading

    gc.freeze()
    gc.enable()
    Loading(window, _SOON, partial(_complete, window)).start()


def _complete(window: Window) -> None:
    from tracker.ui.afterwards import complete

    complete(window)


_SOON = (
    *("tracker.ui.afterwards", "tracker.ui.periods", "tracker.ui.pages.today_charts", "tracker.ui.saved"),
    *("tracker.ui.reading", "tracker.store.background", "tracker.store.units", "PySide6.QtNetwork"),
)
"""What the window needs right after its first paint."""
