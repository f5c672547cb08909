"""Nhập sổ: choose or drop a book, see how it is read and what it would change, correct that, then import it.

Everything but the look of it happens in the child process (tracker.ui.books). Nothing is changed until "Nhập"; the
import is one transaction, and the toast undoes it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tracker.ui import tokens
from tracker.ui.access import give_keys
from tracker.ui.books import KINDS, Done, Said, Study, correction
from tracker.ui.pages import Page
from tracker.ui.pages.imports.fields import Fields, combo
from tracker.ui.pages.imports.findings import Findings
from tracker.ui.pages.imports.preview import Preview, field_name, letters_of
from tracker.ui.pages.imports.waiting import Waiting
from tracker.ui.widgets.basics import Banner, card, label, row
from tracker.ui.widgets.busy import Busy
from tracker.ui.worker import Job

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from tracker.domain.errors import Expected
    from tracker.ui.desk import Desk

ENDINGS = (".xlsx", ".xls", ".ods", ".csv")
_KEPT = "import/corrections"


class ImportPage(Page):
    """Books in. `show_what(what="tasks"|"officials"|"units", path=…)`."""

    guide = "nhap"
    studied = Signal()
    """A study is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._said: Said | None = None
        self._what: str | None = None
        self._last = Path()
        self._job: Job | None = None
        self.study: Study | None = None
        self.setAcceptDrops(True)
        self._stack = QStackedWidget()
        self.waiting = Waiting(desk)
        self.waiting.file_wanted.connect(self.choose_file)
        self.waiting.go_on.connect(self._go_on)
        self._stack.addWidget(self.waiting)
        self._stack.addWidget(self._working())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._press, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.banner = Banner("error", "", name="import-error")
        self.busy = Busy(desk, self.text("Reading the book"), self._cancel)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GAP)
        for each in (self.banner, self.busy, self._stack):
            box.addWidget(each, 1 if each is self._stack else 0)

    # --- what the window asks -----------------------------------------------------------------------------------------

    def heading(self) -> str:
        """The title of the page."""
        return self.text("Import a book")

    def note(self) -> str:
        """The file."""
        return self._said.path.name if self._said else ""

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """Import, once there is something to import and nothing against it."""
        study = self.study
        if study is not None and study.ready and not self._running:
            return self.text("Import {count} rows", count=study.made + study.updated), self.import_now
        return self.text("Choose a file …"), self.choose_file

    def _press(self) -> None:
        """Ctrl+Enter does what the main button says, once a book is shown."""
        if self.study is not None and self.study.ready:
            self.import_now()

    def show_what(self, **what: object) -> None:
        """Show a book of a kind: `what`, `path`; without a path the file is chosen here."""
        kind, path = what.get("what"), what.get("path")
        self._what = str(kind) if kind in KINDS else None
        if path:
            self.open_book(Path(str(path)))
        elif self.study is not None and self._what and self._said:
            self._settle(self._said._replace(what=self._what, sheet=None, header_row=None, fields=None))

    def reload(self) -> None:
        """F5, another day or person: the file is read again."""
        if self._said is not None and not self._running:
            self._settle(self._said)

    def changed(self, changes: object) -> None:  # noqa: ARG002 - whatever it was
        """Another action changed the office: what the book would do is told anew when the page is used next."""
        self.stale = self._said is not None

    def find_here(self) -> None:
        """Ctrl+F: the problems, from the first one."""
        if self.study is not None:
            self.findings.first()

    def panes(self) -> list[QWidget]:
        """The preview and what was found."""
        return [self.preview, self.findings] if self.study is not None else [self]

    # --- choosing -----------------------------------------------------------------------------------------------------

    def choose_file(self) -> None:
        """Ask for a book."""
        kinds = self.text("Books") + " (" + " ".join(f"*{ending}" for ending in ENDINGS) + ")"
        start = str(self.desk.personal.value("import/folder", str(Path.home())))
        chosen, _ = QFileDialog.getOpenFileName(self, self.text("Choose a book"), start, kinds)
        if chosen:
            self.open_book(Path(chosen))

    def open_book(self, path: Path) -> None:
        """Read a book that was chosen, dropped or named by another page."""
        self.desk.personal.setValue("import/folder", str(path.parent))
        self.study = None
        self._settle(Said(path, self._what))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """One file that may be a book."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Read it."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_book(path)

    # --- studying -----------------------------------------------------------------------------------------------------

    @property
    def _running(self) -> bool:
        return self._job is not None and self._job.running

    @property
    def _importing(self) -> bool:
        return self._job is not None and self._job.running and self._job.name == "import_book"

    def _settle(self, said: Said) -> None:
        """Read the book as it was said to be read."""
        self._said = said
        person = self.desk.person
        if person is None and self.study is None and self.desk.ask_person():
            person = self.desk.person
        told: dict[str, Any] = {"said": said, "person": person.id if person else None, "remembered": self._remembered()}
        self._start("study_book", self.text("Reading the book"), self._show, **told)

    def _start(self, name: str, words: str, done: Callable[[Any], object], **told: Any) -> None:
        if self._job is not None:
            self._job.cancel()
        self.banner.hide()
        job = Job(self.desk, name, **told)
        self._job = job
        job.finished.connect(done)
        job.refused.connect(self._refused)
        job.broken.connect(lambda _: self._broken())
        self.busy.follow(job, lambda done, _: self.text("{words}: {count} rows", words=words, count=done), words=words)
        job.start()
        self.noted.emit()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
        if self.study is not None:
            self._said = self.study.said
            self.fields.show_study(self.study)
        self.noted.emit()

    def _show(self, study: Study) -> None:
        self.study, self._said = study, study.said
        self.fields.show_study(study)
        self._offer_fields(study)
        self.preview.show_study(study)
        self.findings.show_study(study)
        self._explain(study)
        self._stack.setCurrentIndex(1)
        give_keys(self)
        if not self.isAncestorOf(QApplication.focusWidget() or self):
            self.preview.setFocus()
        self.noted.emit()
        self.studied.emit()

    def _explain(self, study: Study) -> None:
        """Say on top what a person has to settle, or what was settled."""
        if study.refused is not None:
            self.banner.tell(self.desk.sentence(study.refused), "error")
        elif study.remembered:
            self.banner.tell(self.text("Read as you corrected the last book with these headings."), "info")
        else:
            self.banner.hide()

    def _refused(self, error: Expected) -> None:
        self.banner.tell(self.desk.sentence(error), "error")
        self.noted.emit()

    def _broken(self) -> None:
        self.banner.tell(self.text("The book could not be read; nothing was changed."), "error")
        self.noted.emit()

    # --- correcting ---------------------------------------------------------------------------------------------------

    def _offer_fields(self, study: Study) -> None:
        from tracker.domain.book import What
        from tracker.exchange.headings import TABLES

        what = study.said.what or "tasks"
        with QSignalBlocker(self.field):
            self.field.clear()
            self.field.addItem(self.text("not read"), "")
            for name in ("serial", *TABLES[What(what)]):
                self.field.addItem(field_name(what, name), name)
        self._column(self.preview.letter)

    def _column(self, letter: str) -> None:
        """The cursor is in another column of the book."""
        study = self.study
        self.field.setEnabled(bool(letter) and study is not None)
        if study is None or not letter:
            self.column.setText(self.text("Choose a column to correct what it is read as"))
            return
        heading = study.look.headings.get(letter, "")
        self.column.setText(self.text("Column {letter} “{heading}” is read as", letter=letter, heading=heading[:40]))
        with QSignalBlocker(self.field):
            self.field.setCurrentIndex(max(0, self.field.findData(study.columns.get(letter, ""))))

    def _map(self) -> None:
        """A column is read as another field; no two columns are the same one."""
        study, letter, name = self.study, self.preview.letter, str(self.field.currentData())
        if study is None or not letter or study.columns.get(letter, "") == name:
            return
        fields = {each: field for each, field in study.columns.items() if each != letter and field != name}
        if name:
            fields[letter] = name
        ordered = {each: fields[each] for each in letters_of(study) if each in fields}
        self._settle(study.said._replace(fields=ordered))

    def _correct(self, said: dict[str, Any]) -> None:
        if self._said is not None and not self._importing:
            self._settle(self._said._replace(**said))

    # --- importing ----------------------------------------------------------------------------------------------------

    def import_now(self) -> None:
        """Import what is shown, in one transaction."""
        study = self.study
        actor = self.desk.actor()
        if study is None or actor is None or self._running:
            return
        told = {"said": study.said, "person": actor.official, "digest": study.digest}
        self._start("import_book", self.text("Importing the book"), lambda done: self._imported(study, done), **told)

    def _imported(self, study: Study, done: Done) -> None:
        if study.said.corrected:
            self._remember(study)
        self.desk.changed.emit(done.changes)
        counts = {"made": done.made, "updated": done.updated, "unchanged": done.unchanged}
        words = self.text("Imported: {made} new, {updated} changed, {unchanged} as they were", **counts)
        self.desk.said.emit(words, done.changes.action if done.changes else None)
        self._end(words, study)

    def _end(self, words: str, study: Study) -> None:
        self._last, self.study, self._said = study.said.path, None, None
        self._stack.setCurrentIndex(0)
        self.waiting.show_done(words, study)
        self.noted.emit()

    def _go_on(self, kind: str) -> None:
        self._what = kind
        self.open_book(self._last)

    def _save_marked(self) -> None:
        """A copy of the book in which every problem is marked at its cell."""
        study = self.study
        if study is None:
            return
        path = study.said.path
        proposed = str(path.with_name(self.text("{name} - problems marked", name=path.stem) + ".xlsx"))
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.text("Save the marked copy"), proposed, self.text("Workbook") + " (*.xlsx)"
        )
        if chosen:
            told = {"study": study, "target": Path(chosen).with_suffix(".xlsx")}
            self._start("mark_book", self.text("Writing the marked copy"), self._marked, **told)

    def _marked(self, target: Path) -> None:
        self.banner.tell(
            self.text("Marked copy saved: {path}. Correct it there and choose it here.", path=str(target)), "info"
        )
        self.noted.emit()

    # --- corrections that are kept ------------------------------------------------------------------------------------

    def _remembered(self) -> dict[str, str]:
        from json import loads

        kept = self.desk.personal.value(_KEPT)
        return {str(key): str(value) for key, value in loads(str(kept)).items()} if kept else {}

    def _remember(self, study: Study) -> None:
        from json import dumps

        kept = self._remembered() | {study.signature: correction(study.said)}
        self.desk.personal.setValue(_KEPT, dumps(kept, ensure_ascii=False))

    # --- looks --------------------------------------------------------------------------------------------------------

    def _working(self) -> QWidget:
        whole = QWidget()
        whole.setProperty("clear", True)
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(tokens.GAP)
        self.fields = Fields(self.desk)
        box.addWidget(self.fields)
        self.preview, self.findings = Preview(self.desk), Findings(self.desk)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(tokens.GAP)
        split.addWidget(self._seen())
        split.addWidget(self._found())
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        box.addWidget(split, 1)
        self._connect()
        return whole

    def _seen(self) -> QWidget:
        frame, inner = card("import-seen", margin=tokens.GAP, spacing=tokens.GRID * 2)
        self.column = label("", "muted")
        self.column.setObjectName("import-column")
        self.field = combo("import-field", self.text("What the column is read as"))
        self.column.setBuddy(self.field)
        inner.addLayout(row(label(self.text("As it is read"), "card"), 1, self.column, self.field))
        inner.addWidget(self.preview, 1)
        frame.setMinimumHeight(self.desk.theme.px(150))
        return frame

    def _found(self) -> QWidget:
        frame, inner = card("import-found", margin=tokens.GAP, spacing=tokens.GRID)
        inner.addWidget(self.findings, 1)
        frame.setMinimumHeight(self.desk.theme.px(130))
        return frame

    def _connect(self) -> None:
        self.fields.corrected.connect(self._correct)
        self.fields.another_wanted.connect(self.choose_file)
        self.field.activated.connect(lambda _: self._map())
        self.preview.column_chosen.connect(self._column)
        self.preview.mapping_wanted.connect(self._open_fields)
        self.findings.cell_chosen.connect(self.preview.go_to)
        self.findings.cell_entered.connect(self._enter)
        self.findings.mark_wanted.connect(self._save_marked)

    def _open_fields(self) -> None:
        if self.field.isEnabled():
            self.field.setFocus()
            self.field.showPopup()

    def _enter(self, at: int | None, letter: str | None) -> None:
        if self.preview.go_to(at, letter):
            self.preview.setFocus()


def _dropped(event: QDropEvent) -> Path | None:
    """The one local file that is dropped, if it may be a book."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in ENDINGS else None
