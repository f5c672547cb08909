"""The one table of what can be done to a task: words, key and dialog. Buttons, context menu and shortcuts read it.

Whether a verb applies is asked of tracker.actions.allowed; here stands only how it is called and in which order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from tracker.actions.allowed import Verb
from tracker.domain.errors import Expected
from tracker.domain.tasks import TaskId

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tracker.ui.desk import Desk
    from tracker.words import Words


class Way(NamedTuple):
    """One thing that can be done to a task."""

    name: str
    asks: tuple[Verb, ...]
    """It applies where one of these may be done."""
    words: Callable[[Words], str]
    key: str
    place: str
    """Module and function that do it, or open its dialog: called with desk, parent and task."""

    def open(self, desk: Desk, parent: QWidget, task: int) -> object:
        """Open the dialog; act at once where nothing is to be asked."""
        module, _, function = self.place.partition(":")
        return getattr(import_module(f"tracker.ui.dialogs.{module}"), function)(desk, parent, task)


VERBS: tuple[Way, ...] = (
    Way(
        "decide_proposal",
        (Verb.ASSIGN,),
        lambda words: words.text("Approve and assign…"),
        "Ctrl+Shift+D",
        "deciding:proposal",
    ),
    Way("propose", (Verb.PROPOSE,), lambda words: words.text("Put forward"), "Ctrl+Shift+P", "managing:propose"),
    Way("refuse", (Verb.REFUSE,), lambda words: words.text("Refuse proposal…"), "Ctrl+L", "deciding:refuse"),
    Way("confirm", (Verb.CONFIRM,), lambda words: words.text("Confirm…"), "Ctrl+D", "deciding:confirm"),
    Way("return", (Verb.RETURN,), lambda words: words.text("Return…"), "Ctrl+L", "deciding:return_"),
    Way(
        "insist", (Verb.INSIST,), lambda words: words.text("Decide on the declining…"), "Ctrl+U", "objections:declined"
    ),
    Way(
        "extension",
        (Verb.EXTEND, Verb.REJECT),
        lambda words: words.text("Decide extension…"),
        "Ctrl+H",
        "deciding:extension",
    ),
    Way("resume", (Verb.RESUME,), lambda words: words.text("Resume…"), "Ctrl+R", "managing:resume"),
    Way("start", (Verb.START,), lambda words: words.text("Begin"), "Ctrl+R", "working:start"),
    Way("submit", (Verb.SUBMIT,), lambda words: words.text("Submit result…"), "Ctrl+D", "working:submit"),
    Way("progress", (Verb.PROGRESS,), lambda words: words.text("Report progress…"), "Ctrl+T", "working:progress"),
    Way(
        "answer", (Verb.ANSWER,), lambda words: words.text("Answer as co-ordinator…"), "Ctrl+Shift+A", "working:answer"
    ),
    Way("chase", (Verb.CHASE,), lambda words: words.text("Chase…"), "Ctrl+J", "managing:chase"),
    Way("hand_over", (Verb.HAND_OVER,), lambda words: words.text("Hand over…"), "Ctrl+G", "managing:hand_over"),
    Way("ask", (Verb.ASK,), lambda words: words.text("Ask for an extension…"), "Ctrl+H", "working:ask"),
    Way("explain", (Verb.EXPLAIN,), lambda words: words.text("Explain lateness…"), "Ctrl+Shift+E", "working:explain"),
    Way(
        "accept",
        (Verb.ACCEPT,),
        lambda words: words.text("Decide explanation…"),
        "Ctrl+Shift+X",
        "objections:explanation",
    ),
    Way("file", (Verb.FILE,), lambda words: words.text("File evidence…"), "Ctrl+I", "working:evidence"),
    Way("edit", (Verb.EDIT,), lambda words: words.text("Edit…"), "Ctrl+E", "editing:edit"),
    Way("pause", (Verb.PAUSE,), lambda words: words.text("Pause…"), "Ctrl+M", "managing:pause"),
    Way("decline", (Verb.DECLINE,), lambda words: words.text("Decline…"), "Ctrl+U", "working:decline"),
    Way("recall", (Verb.RECALL,), lambda words: words.text("Recall…"), "Delete", "managing:recall"),
)
"""Everything that can be done to a task, the likeliest first."""


def named(name: str) -> Way:
    """The way of that name."""
    return next(way for way in VERBS if way.name == name)


def applying(desk: Desk, task: int) -> list[Way]:
    """What the acting person may do to a task now, the likeliest first; what the state allows while nobody acts."""
    from tracker.actions import allowed
    from tracker.store import tasks

    actor = desk.would_act()
    if actor is None:
        may = allowed.by_state(tasks.get(desk.store, TaskId(task)))
    else:
        found = allowed.refusals(desk.store, actor, TaskId(task))
        may = frozenset(verb for verb, refusal in found.items() if refusal is None)
    return [way for way in VERBS if may.intersection(way.asks)]


def begin(desk: Desk, parent: QWidget, task: int, ways: Iterable[Way]) -> object:
    """Open the first of some ways that the acting person may go; the window tells why where it is none."""
    from tracker.actions import allowed

    try:
        actor = desk.actor()
        if actor is None:
            return None
        refused = None
        for way in ways:
            for verb in way.asks:
                refusal = allowed.refusal(desk.store, actor, TaskId(task), verb)
                if refusal is None:
                    return way.open(desk, parent, task)
                refused = refused if refused is not None and refused.code != "task.state" else refusal
        if refused is not None:
            desk.refused.emit(refused)
    except Expected as error:
        desk.refused.emit(error)
    return None


def install_shortcuts(
    page: QWidget,
    desk: Desk,
    current_task: Callable[[], int | None],
    selected: Callable[[], Sequence[int]] | None = None,
) -> list[QShortcut]:
    """Give a page the keys of VERBS for the task that is current there; of two ways with one key the one that applies.

    Where several are selected, what may be done to several is; confirming, returning and deciding never are.
    """
    keys: dict[str, list[Way]] = {}
    for way in VERBS:
        keys.setdefault(way.key, []).append(way)
    made = []
    for key, ways in keys.items():
        shortcut = QShortcut(QKeySequence(key), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(_pressed, page, desk, current_task, selected, ways))
        made.append(shortcut)
    return made


def _pressed(
    page: QWidget,
    desk: Desk,
    current_task: Callable[[], int | None],
    selected: Callable[[], Sequence[int]] | None,
    ways: list[Way],
) -> None:
    ids = list(selected()) if selected is not None else []
    if len(ids) > 1:
        begin_several(desk, page, ids, ways)
        return
    task = ids[0] if ids else current_task()
    if task is not None:
        begin(desk, page, task, ways)


SEVERAL = {
    "chase": "chase_several",
    "hand_over": "hand_over_several",
    "edit": "edit_several",
    "recall": "recall_several",
}
"""Ways that may be gone for several tasks at once → function of tracker.ui.dialogs.several."""


def begin_several(desk: Desk, parent: QWidget, ids: Sequence[int], ways: Iterable[Way]) -> object:
    """Open the preview of what may be done to several; say that the rest is done one by one."""
    from tracker.ui.dialogs import several

    for way in ways:
        if way.name in SEVERAL:
            return getattr(several, SEVERAL[way.name])(desk, parent, ids) if desk.actor() is not None else None
    desk.said.emit(desk.text("This is done to one task at a time: choose one"), None)
    return None
