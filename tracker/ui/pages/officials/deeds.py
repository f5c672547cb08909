"""What can be done with a person of the office: one list for the buttons, the menu and the context menu.

Who may is decided by the actions; a refusal is told in the dialog.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from tracker.ui.dialogs.rights import RevokeDialog, named
from tracker.ui.pages.records import RecordDeeds, newest_first
from tracker.ui.widgets.basics import literal

if TYPE_CHECKING:
    from tracker.domain.officials import Appointment, Grant
    from tracker.figures.roster import Member


class Deeds(RecordDeeds["Member"]):
    """The deeds for one page; each opens its dialog over it."""

    def menu(self, member: Member) -> QMenu:
        """All deeds for a person."""
        text, menu = self._desk.text, QMenu(self._page)
        menu.setObjectName("deeds")
        self._deed(menu, "move", text("Move to another unit …"), lambda: self.move(member))
        self._deed(menu, "appoint", text("Appoint to a post …"), lambda: self.appoint(member))
        self._posts(menu, member)
        menu.addSeparator()
        hand = self._deed(menu, "hand-over-all", text("Hand over all open tasks …"), lambda: self.hand_over_all(member))
        hand.setEnabled(member.load.open > 0)
        menu.addSeparator()
        self._deed(menu, "grant", text("Give a right …"), lambda: self.grant(member))
        self._grants(menu, member)
        self._passwords(menu, member)
        menu.addSeparator()
        self._deed(menu, "edit", text("Correct code and name …"), lambda: self.edit(member))
        return menu

    # --- deeds --------------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """A new person; the first post comes right after."""
        from tracker.ui.dialogs.officials import OfficialDialog

        self._open(OfficialDialog(self._desk, added=self._appoint_new))

    def edit(self, member: Member) -> None:
        """Code and name."""
        from tracker.ui.dialogs.officials import OfficialDialog

        self._open(OfficialDialog(self._desk, member.official))

    def appoint(self, member: Member) -> None:
        """A post more."""
        from tracker.ui.dialogs.posts import AppointDialog

        self._open(AppointDialog(self._desk, member.official, self.posts(member)))

    def move(self, member: Member) -> None:
        """Another unit, by a decision."""
        from tracker.ui.dialogs.posts import MoveDialog

        self._open(MoveDialog(self._desk, member.official, member.post))

    def correct(self, member: Member, post: Appointment) -> None:
        """What was said wrongly of a post."""
        from tracker.ui.dialogs.posts import CorrectPostDialog

        self._open(CorrectPostDialog(self._desk, member.official, post))

    def end(self, member: Member, post: Appointment) -> None:
        """The last day of a post."""
        from tracker.ui.dialogs.posts import EndPostDialog

        self._open(EndPostDialog(self._desk, member.official, post, member.load.open))

    def hand_over_all(self, member: Member) -> None:
        """The whole desk, when somebody leaves."""
        from tracker.ui.dialogs.whole_desk import open_whole_desk

        open_whole_desk(self._desk, self._page, member.official.id)

    def grant(self, member: Member) -> None:
        """A right more."""
        from tracker.ui.dialogs.rights import GrantDialog

        self._open(GrantDialog(self._desk, member.official))

    def revoke(self, member: Member, given: Grant) -> None:
        """A right less."""
        self._open(RevokeDialog(self._desk, member.official, given))

    # --- helpers ------------------------------------------------------------------------------------------------------

    def posts(self, member: Member) -> list[Appointment]:
        """All posts of a person, the newest first."""
        from tracker.store import officials

        return newest_first(officials.appointments(self._desk.store, member.official.id))

    def post_words(self, post: Appointment) -> str:
        """A post on one line of a menu."""
        from tracker.store import units

        unit = units.get(self._desk.store, post.unit)
        return literal(f"{post.title}, {unit.short_name or unit.name}")

    def _posts(self, menu: QMenu, member: Member) -> None:
        text, today = self._desk.text, self._desk.today
        posts = self.posts(member)
        correct, end = menu.addMenu(text("Correct an appointment")), menu.addMenu(text("End an appointment"))
        for at, post in enumerate(posts):
            words = self.post_words(post)
            self._deed(correct, f"correct-{at}", words, partial(self.correct, member, post))
            if post.ends_on is None or post.ends_on >= today:
                self._deed(end, f"end-{at}", words, partial(self.end, member, post))
        for each in (correct, end):
            each.setEnabled(not each.isEmpty())

    def _grants(self, menu: QMenu, member: Member) -> None:
        revoke = menu.addMenu(self._desk.text("Take a right back"))
        for at, given in enumerate(member.grants):
            words = literal(named(self._desk, given))
            self._deed(revoke, f"revoke-{at}", words, partial(self.revoke, member, given))
        revoke.setEnabled(not revoke.isEmpty())

    def _passwords(self, menu: QMenu, member: Member) -> None:
        from tracker.store import officials
        from tracker.ui.dialogs.password import NoPasswordDialog, PasswordDialog

        desk, text = self._desk, self._desk.text
        account = officials.account(desk.store, member.official.id)
        self._deed(
            menu,
            "set-password",
            text("Set a password …"),
            lambda: self._open(PasswordDialog(desk, member.official)),
        )
        drop = self._deed(
            menu,
            "drop-password",
            text("Take the password away …"),
            lambda: self._open(NoPasswordDialog(desk, member.official)),
        )
        drop.setEnabled(account is not None and account.password_hash is not None)

    def _appoint_new(self, code: str) -> None:
        from tracker.store import officials
        from tracker.ui.dialogs.posts import AppointDialog

        self._open(AppointDialog(self._desk, officials.by_code(self._desk.store, code)))
