"""What is typed into the panel, kept so that a crash loses nothing, and offered when the program starts again."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

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
        if not desk.personal.value(self._key()):
            self.hide()  # never shown by hand: without a parent yet it would be a window of its own

    def keep(self, typed: dict[str, Any]) -> None:
        """Keep what is typed; what is still offered from before is not dropped for nothing."""
        if typed:
            self._desk.personal.setValue(self._key(), json.dumps(typed, ensure_ascii=False))
            self._desk.personal.sync()
        elif self.isHidden():
            self.forget()

    def forget(self) -> None:
        """It is recorded, or given up."""
        self._desk.personal.remove(self._key())
        self.hide()

    def _take(self) -> None:
        kept = self._desk.personal.value(self._key())
        self.hide()
        if kept:
            self._taken(json.loads(str(kept)))

    def _drop(self) -> None:
        self.forget()
        self._dropped()

    def _key(self) -> str:
        return self._desk.own("drafts/assign")
