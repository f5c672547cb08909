"""The status bar: who acts, which folder, the last backup, whether the journal is whole, DỮ LIỆU MẪU."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from tracker.figures.called import Names
from tracker.ui.widgets.basics import button, label, literal, set_look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStatusBar

    from tracker.store.verify import Verification
    from tracker.ui.desk import Desk


class Status(QObject):
    """What the status bar shows. Clicks lead on: change the person, open the folder, the journal."""

    def __init__(self, desk: Desk, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._desk = desk
        self.person = button("", "status-person", lambda: desk.ask_person())
        self.folder = button(desk.store.folder.name, "status-folder", self._open_folder)
        self.folder.setToolTip(str(desk.store.folder))
        self.backup = button("", "status-backup", lambda: desk.go("settings", part="backups"))
        self.journal = button("", "status-journal", lambda: desk.go("journal"))
        self.sample = label()
        for each in (self.person, self.folder, self.backup, self.journal, self.sample):
            bar.addWidget(each)
        desk.turned.connect(self.tell)
        desk.integrity.changed.connect(self._tell_journal)
        self.tell()

    def tell(self) -> None:
        """Say all anew."""
        desk = self._desk
        self._say(self.person, self._who())
        last = max(
            (path.stat().st_mtime for path in (desk.store.folder / "backups").glob("*") if path.is_file()), default=0
        )
        when = datetime.fromtimestamp(last).astimezone() if last else None
        self._say(self.backup, desk.text("Backup: {when}", when=when) if when else desk.text("No backup yet"))
        self.sample.setText(desk.text("SAMPLE DATA · sample day {day}", day=desk.today) if desk.sample else "")

    def verify(self) -> None:
        """Have the journal checked by a child process: "đang kiểm …", then whole, or the records by name."""
        self._desk.integrity.check()

    def stop(self) -> None:
        """The window closes: the child goes with it."""
        self._desk.integrity.cancel()

    def _tell_journal(self) -> None:
        text, known = self._desk.text, self._desk.integrity
        set_look(self.journal, "wrong", known.found is not None and not known.found.whole)
        if known.running:
            self._say(self.journal, text("Checking the journal …"))
        elif known.problem is not None:
            self._say(self.journal, self._desk.sentence(known.problem))
        elif known.found is None:
            self._say(self.journal, text("The journal could not be checked"))
        else:
            self._verified(known.found)

    def _verified(self, found: Verification) -> None:
        text = self._desk.text
        if found.whole:
            self._say(self.journal, text("Journal whole, entry {number}", number=self._desk.words.count(found.entries)))
            return
        names = Names(self._desk.store, self._desk.words)
        named = list(dict.fromkeys(names.exact(each.kind, each.record) for each in found.findings))[:3]
        self._say(self.journal, text("Journal does not hold: {records}", records=named))

    def _who(self) -> str:
        person = self._desk.person
        if person is None:
            return self._desk.text("Nobody chosen")
        from tracker.store import officials

        posts = [
            post for post in officials.appointments(self._desk.store, person.id) if post.valid_on(self._desk.today)
        ]
        return ", ".join([person.name, *(post.title for post in posts[:1])])

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.store.folder)))

    def _say(self, where: object, words: str) -> None:
        where.setText(literal(words))  # type: ignore[attr-defined]
        where.setAccessibleName(words)  # type: ignore[attr-defined]
