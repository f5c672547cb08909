"""The backups that are there, a new one into a file, and the way back: verified before anything moves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QPlainTextEdit

from tracker import machine
from tracker.domain.errors import Expected
from tracker.ui import tokens
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.pages.settings.data import size_words
from tracker.ui.pages.settings.form import Part
from tracker.ui.widgets.basics import button, card, label, row
from tracker.ui.widgets.busy import Busy
from tracker.ui.widgets.tables import Column, RowsModel, Table
from tracker.ui.worker import Job

if TYPE_CHECKING:
    from tracker.store.backup import Content
    from tracker.store.rotation import Kept
    from tracker.ui.desk import Desk

FILES = "*.zip"


class BackupsPart(Part):
    """Backups of the whole data folder."""

    def __init__(self, desk: Desk) -> None:
        text = desk.text
        super().__init__(
            desk,
            "backups",
            text("Backups"),
            text(
                "Once a day the program makes one by itself and verifies it. It keeps the last 7 of those, one for"
                " each of 5 weeks and of 12 months. Copy one to a USB stick now and then."
            ),
        )
        self._job: Job | None = None
        self.busy = Busy(desk, text("Writing the backup"), self._cancel)
        self.box.addWidget(self.busy)
        self.model: RowsModel[Kept] = RowsModel(_columns(desk))
        self.table = Table(desk, "backups", text("Backups"))
        self.table.show_rows(self.model)
        self.table.setMinimumHeight(desk.theme.px(5 * tokens.ROW + tokens.HEADER))
        self.table.entered_row.connect(lambda _: self._look())
        self.table.current_row.connect(lambda _: self._enable())
        self.none = label(text("No backup yet."), "muted")
        self.box.addWidget(self.none)
        self.list, inside = card(margin=2)
        inside.addWidget(self.table)
        self.box.addWidget(self.list, 1)
        self.open = button(text("Look into it, restore …"), "look-into", self._look)
        other = button(text("Another file …"), "other-file", self._other)
        elsewhere = button(text("Back up into a file …"), "backup-elsewhere", self._elsewhere)
        self.box.addLayout(row(self.open, other, 1, elsewhere))
        self.box.addStretch(0)
        self.reload()

    def primary(self) -> tuple[str, Callable[[], object]] | None:
        """One more, into the folder of backups."""
        return self.text("Back up now"), self.back_up

    def reload(self) -> None:
        """What lies in the folder now."""
        from tracker.store.rotation import kept

        self.model.show(kept(self.desk.store.folder))
        self.list.setVisible(bool(self.model.rows))
        self.none.setVisible(not self.model.rows)
        self.table.select(0)
        self._enable()

    def _enable(self) -> None:
        chosen = self._chosen()
        self.open.setEnabled(chosen is not None and chosen.restorable and not self._running())

    def _chosen(self) -> Kept | None:
        return self.model.at(self.table.currentIndex().row())

    # --- writing ------------------------------------------------------------------------------------------------------

    def back_up(self) -> None:
        """Write a backup into the folder of backups."""
        from datetime import datetime

        from tracker.store.rotation import by_hand

        now: datetime = machine.clock().astimezone()
        self._write(by_hand(self.desk.store.folder, now))

    def _elsewhere(self) -> None:
        proposed = f"ba-ro-{machine.today().isoformat()}.zip"
        name, _ = QFileDialog.getSaveFileName(
            self, self.text("Back up into a file"), str(Path.home() / proposed), self._filter()
        )
        if name:
            self._write(Path(name) if name.lower().endswith(".zip") else Path(f"{name}.zip"))

    def _write(self, target: Path) -> None:
        if self._running():
            return
        self.banner.hide()
        self._run(Job(self.desk, "backup", target=target), self.text("Writing the backup"), self._written)

    def _written(self, content: Content) -> None:
        self.desk.said.emit(
            self.text("Backed up and verified: {tasks} tasks, {entries} entries", **_counts(content, self.desk)), None
        )
        self.desk.turned.emit()  # the list here, and the day of the last backup in the status bar

    # --- the way back -------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.restorable:
            self._look_into(chosen.path)

    def _other(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.text("Choose a backup"), str(Path.home()), self._filter())
        if name:
            self._look_into(Path(name))

    def _look_into(self, source: Path) -> None:
        if self._running():
            return
        self.banner.hide()
        job = Job(self.desk, "look_into", source=source)
        self._run(job, self.text("Verifying the backup"), lambda content: self._show(source, content))

    def _show(self, source: Path, content: Content) -> None:
        RestoreDialog(self.desk, source, content).exec()

    # --- the child process --------------------------------------------------------------------------------------------

    def _run(self, job: Job, words: str, done: Callable[[Content], object]) -> None:
        self._job = job
        self.busy.follow(job, words=words)
        job.finished.connect(done)
        job.refused.connect(self.show_error)
        for end in (job.finished, job.refused, job.broken, job.cancelled):
            end.connect(lambda *_: self._enable())
        job.start()
        self._enable()

    def _running(self) -> bool:
        return self._job is not None and self._job.running

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _filter(self) -> str:
        return f"{self.text('Backups of Ba Rõ')} ({FILES})"


def _counts(content: Content, desk: Desk) -> dict[str, object]:
    return {"tasks": desk.words.count(content.tasks), "entries": desk.words.count(content.entries)}


def _columns(desk: Desk) -> list[Column[Kept]]:
    text = desk.text
    return [
        Column(
            key="written",
            title=text("Written"),
            width=150,
            text=lambda each: desk.words.show(each.written),
            look="strong",
            sort=lambda each: each.written,
        ),
        Column(
            key="kind",
            title=text("Made"),
            width=130,
            text=lambda each: text("by the program") if each.automatic else text("by hand"),
        ),
        Column(
            key="size",
            title=text("Size"),
            width=90,
            text=lambda each: size_words(desk, each.size),
            look="right",
            sort=lambda each: each.size,
        ),
        Column(key="name", title=text("File"), width=260, text=lambda each: each.path.name, look="muted", stretch=True),
    ]


class RestoreDialog(Dialog):
    """What a backup holds beside what is here, and the reason why it takes its place."""

    def __init__(self, desk: Desk, source: Path, content: Content) -> None:
        text = desk.text
        super().__init__(desk, text("Restore a backup"), str(source), name="restore")
        self._source = source
        self.add(label(text("The backup was verified: every entry and record in it holds."), "ok", wrap=True))
        for line in _compared(desk, content):
            self.add(label(line, wrap=True))
        self.add(
            label(
                text(
                    "It takes the place of the present data, which is kept aside in a folder of its own."
                    " The window closes and opens again on the restored data."
                ),
                "muted",
                wrap=True,
            )
        )
        self.reason: QPlainTextEdit = self.lines("reason", text("Reason"))
        self.verbs(text("Restore"), self._restore)
        self.reason.setFocus()

    def _restore(self) -> None:
        from tracker.actions.office import require_settings

        self.clear_errors()
        actor = self.desk.actor()
        if actor is None:
            return
        try:
            require_settings(self.desk.store, actor)
        except Expected as error:
            self.show_error(error)
            return
        self.accept()
        from tracker.ui.restoring import restore_and_reopen

        restore_and_reopen(self.desk, self._source, self.reason.toPlainText().strip() or None)


def _compared(desk: Desk, content: Content) -> list[str]:
    """The backup and the present data, line by line."""
    from datetime import datetime

    from tracker.store import journal, officials, units

    office = units.office(desk.store)
    last = datetime.fromisoformat(content.last_at).astimezone() if content.last_at else None
    count = desk.words.count
    return [
        desk.text("In the backup: {office}", office=content.office),
        desk.text(
            "{tasks} tasks, {officials} officials, {files} evidence files, {entries} journal entries, last {when}",
            tasks=count(content.tasks),
            officials=count(content.officials),
            files=count(content.files),
            entries=count(content.entries),
            when=last,
        ),
        desk.text("Here now: {office}", office=office.name if office else ""),
        desk.text(
            "{tasks} tasks, {officials} officials, {entries} journal entries",
            tasks=count(desk.count("all")),
            officials=count(len(officials.every(desk.store))),
            entries=count(journal.head(desk.store)[0]),
        ),
    ]
