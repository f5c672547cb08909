"""What is typed into the panel, kept so that a crash loses nothing, and offered when the program starts again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tracker.ui import drafts
from tracker.ui.widgets.basics import Banner, button

if TYPE_CHECKING:
    from tracker.ui.desk import Desk


class Kept(Banner):
    """The draft of this person in this office, and the line that offers it."""

    def __init__(self, desk: Desk, take: Callable[[dict[str, Any]], object], dropped: Callable[[], object]) -> None:
        text = desk.text
        super().__init__(
            "info",
            text("Something was typed here before the program ended."),
            button(text("Take it"), "take", self._take),
            button(text("Drop it"), "drop", self._drop),
            name="kept",
        )
        self._desk, self._taken, self._dropped = desk, take, dropped
        if not drafts.kept(desk, self._key()):
            self.hide()  # never shown by hand: without a parent yet it would be a window of its own

    def keep(self, typed: dict[str, Any]) -> None:
        """Keep what is typed; what is still offered from before is not dropped for nothing."""
        if typed:
            drafts.keep(self._desk, self._key(), typed)
        elif self.isHidden():
            self.forget()

    def forget(self) -> None:
        """It is recorded, or given up."""
        drafts.drop(self._desk, self._key())
        self.hide()

    def _take(self) -> None:
        kept = drafts.kept(self._desk, self._key())
        self.hide()
        if kept:
            self._taken(kept)

    def _drop(self) -> None:
        self.forget()
        self._dropped()

    def _key(self) -> str:
        return drafts.key_of(self._desk, "assign")
