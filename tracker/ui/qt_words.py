"""Qt's own words in Vietnamese: buttons, the menus of fields and scroll bars, dialogs for files, months and days.

Qt ships no Vietnamese. Its source texts are msgids of our catalogue (ui-qt.po), so that they are looked up as all
others are. Put in place after the first paint, which shows none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTranslator

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tracker.words import Words

CONTEXTS = frozenset(
    {
        *("CloseButton", "QAbstractFileIconProvider", "QAbstractSpinBox", "QAccessibleActionInterface", "QComboBox"),
        *("QDialog", "QErrorMessage", "QFileDialog", "QFileSystemModel", "QInputDialog", "QKeySequenceEdit"),
        *("QLineEdit", "QMessageBox", "QPageSetupWidget", "QPlatformTheme", "QPrintDialog", "QPrintPreviewDialog"),
        *("QPrintPropertiesDialog", "QPrintPropertiesWidget", "QPrintSettingsOutput", "QPrintWidget"),
        *("QProgressDialog", "QScrollBar", "QTabBar", "QUndoStack", "QUnicodeControlCharacterMenu"),
        *("QWhatsThisAction", "QWidgetTextControl", "QWizard"),
    }
)
"""Parts of Qt whose texts people see; what it says to programmers stays as it is."""


_FILE_NAME = "Name"
"""A heading of Qt's file dialog; elsewhere in the program a name is that of a person."""


def install(app: QApplication, words: Words) -> None:
    """Have Qt speak the language of the window, and name months and days in it."""
    vietnamese = words.language == "vi"
    language = QLocale.Language.Vietnamese if vietnamese else QLocale.Language.English
    QLocale.setDefault(QLocale(language))
    for old in app.findChildren(QtWords):
        app.removeTranslator(old)
        old.deleteLater()
    if vietnamese:
        app.installTranslator(QtWords(app, words))


class QtWords(QTranslator):
    """Looks Qt's texts up in our catalogue."""

    def __init__(self, app: QApplication, words: Words) -> None:
        super().__init__(app)
        self._words = words

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Never: Qt does not ask an empty one."""
        return False

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002 - Qt's
        n: int = -1,  # noqa: ARG002 - Qt's
    ) -> str | None:
        """The Vietnamese of one of Qt's texts; None for what is not known, which Qt then shows as it is.

        An empty text would be shown as one: paper sizes without a name are invalid, and nothing could be printed.
        """
        if context not in CONTEXTS:
            return None
        told = self._words.text("Name of a file") if source == _FILE_NAME else self._words.text(source)
        return None if told == source else told
