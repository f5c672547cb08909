"""A person of the office: added, or code and name corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.names import split_name
from tracker.ui.dialogs.frame import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.domain.officials import Actor, Official
    from tracker.store import Store
    from tracker.store.writing import Changes
    from tracker.ui.desk import Desk


class OfficialDialog(Dialog):
    """Code, full name, and where the name is split: people are listed by their given names."""

    def __init__(
        self, desk: Desk, official: Official | None = None, *, added: Callable[[str], object] | None = None
    ) -> None:
        """`added` is called with the code once a new person is there."""
        title = desk.text("Add an official") if official is None else desk.text("Correct code and name")
        super().__init__(desk, title, name="official", draft="official" if official is None else "")
        self._official, self._added = official, added
        self._code = self.line("code", self.text("Code (required)"), placeholder=self.text("for example CB26"))
        self._name = self.line("name", self.text("Full name (required)"))
        self._given = self.line(
            "given_name",
            self.text("Given name, where it has more than one word"),
            hint=self.text("People stand in lists by their given names: Nguyễn Thị Sao Mai under “Sao Mai”."),
        )
        if official is not None:
            self._code.setText(official.code)
            self._name.setText(official.name)
            if official.given_name != split_name(official.name)[1]:
                self._given.setText(official.given_name)
        self._name.textChanged.connect(self._propose)
        self._propose()
        self.verbs(self.text("Add") if official is None else self.text("Save"), self._save)
        self._code.setFocus()

    def _propose(self) -> None:
        """What the given name is without a word of one's own."""
        self._given.setPlaceholderText(split_name(self._name.text())[1])

    def _save(self) -> None:
        code = self._code.text()
        if self._official is not None:
            self.do(self._edit, self.text("{name} was corrected", name=self._name.text().strip()))
        elif self.do(self._add, self.text("{name} was added", name=self._name.text().strip())) and self._added:
            self._added(code.strip())

    def _add(self, store: Store, actor: Actor) -> Changes:
        from tracker.actions.people import add_official

        given = self._given.text() or None
        return add_official(store, actor, self._code.text(), self._name.text(), given_name=given)

    def _edit(self, store: Store, actor: Actor) -> Changes:
        from tracker.actions.people import edit_official

        assert self._official is not None
        given = self._given.text() or None
        return edit_official(
            store,
            actor,
            self._official.id,
            code=self._code.text(),
            name=self._name.text(),
            given_name=given,
        )
