"""Views of one's own: saved under a name, renamed, forgotten."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMenu, QWidget

from tracker.domain.errors import Expected, Refused
from tracker.ui import filters, lists, saved
from tracker.ui.dialogs.frame import Dialog
from tracker.ui.saved import LONGEST_NAME, OwnView
from tracker.ui.widgets.basics import literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.ui.desk import Desk
    from tracker.ui.pages.tasks.page import TasksPage


def views_menu(page: TasksPage, parent: QWidget) -> QMenu:
    """The views of one's own, and what can be done with the one in view."""
    menu, desk = QMenu(parent), page.desk
    menu.setAccessibleName(desk.text("Saved views"))
    for view in saved.own_views(desk):
        action = menu.addAction(literal(view.name))
        action.triggered.connect(lambda _=False, key=view.key: page.show_view(key))
        action.setCheckable(True)
        action.setChecked(view.key == page.view)
    menu.addSeparator()
    menu.addAction(desk.text("Save this list as a view…"), lambda: save_as(page)).setObjectName("save-view")
    own = saved.own_view(desk, page.view)
    if own is not None:
        menu.addAction(desk.text("Save as it is now"), lambda: _keep(page, own.key, own.name)).setObjectName(
            "keep-view"
        )
        menu.addAction(desk.text("Rename…"), lambda: rename(desk, own)).setObjectName("rename-view")
        menu.addAction(desk.text("Forget this view"), lambda: _forget(page, own)).setObjectName("forget-view")
    return menu


def save_as(page: TasksPage) -> None:
    """Save the list as it stands, under a name that is asked for."""
    desk = page.desk
    suggested = ", ".join(chip.words for chip in lists.chips(desk, page.shown)) or lists.name(desk, page.view)

    def named(name: str) -> None:
        key = saved.new_key(desk)
        _keep(page, key, name)
        page.show_view(key)

    NameDialog(desk, desk.text("Save this list as a view"), suggested[:LONGEST_NAME], named).open()


def rename(desk: Desk, view: OwnView) -> None:
    """Another name for a view."""
    NameDialog(
        desk, desk.text("Rename the view"), view.name, lambda name: saved.keep(desk, view._replace(name=name))
    ).open()


def columns_of(view: OwnView | None) -> QByteArray | None:
    """The columns that were saved with a view."""
    return QByteArray(b64decode(view.columns)) if view is not None and view.columns else None


def _keep(page: TasksPage, key: str, name: str) -> None:
    shown = page.shown
    columns = b64encode(page.list.columns().data()).decode()
    kept = filters.as_plain(shown.filters)
    base = lists.base(page.desk, shown.view)
    saved.keep(page.desk, OwnView(key, name, base, kept, shown.search, shown.sort, page.shapes.shape, columns))


def _forget(page: TasksPage, view: OwnView) -> None:
    desk = page.desk
    saved.remove(desk, view.key)
    page.show_view(view.view)
    desk.said.emit(desk.text("The view “{name}” is forgotten; its tasks stay", name=view.name), None)


class NameDialog(Dialog):
    """The name of a view."""

    def __init__(self, desk: Desk, title: str, name: str, named: Callable[[str], object]) -> None:
        super().__init__(desk, title, name="view-name-dialog", journal=False)
        self._named = named
        self.name = self.line("name", self.text("Name of the view"))
        self.name.setText(name)
        self.name.selectAll()
        self.verbs(self.text("Save"), self._take, later=self.text("Cancel"))

    def _take(self) -> None:
        self.clear_errors()
        try:
            name = self._checked()
        except Expected as error:
            self.show_error(error)
        else:
            self.accept()
            self._named(name)

    def _checked(self) -> str:
        """Raises Refused "view.name_missing", "view.name_taken", "view.name_long"."""
        name = " ".join(self.name.text().split())
        if not name:
            raise Refused("view.name_missing", field="name")
        if len(name) > LONGEST_NAME:
            raise Refused("view.name_long", field="name", length=len(name), longest=LONGEST_NAME)
        if any(each.name == name for each in saved.own_views(self.desk)):
            raise Refused("view.name_taken", field="name", name=name)
        return name
