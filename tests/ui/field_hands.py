"""What tests of fields share: a field with a line behind it, in a window of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget


class FieldForm(QWidget):
    """A field and a line behind."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.after = QLineEdit()
        box = QVBoxLayout(self)
        box.addWidget(field)
        box.addWidget(self.after)

    def said(self, name: str = "said") -> str:
        """What the field says below its line."""
        found = self.findChild(QLabel, name)
        assert found is not None
        return found.text()


def shown_at(field: QWidget, form: FieldForm, qtbot) -> None:
    """Show the form, the cursor in the field."""
    qtbot.addWidget(form)
    form.show()
    qtbot.waitActive(form)
    field.setFocus()
