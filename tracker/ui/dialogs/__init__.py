"""Dialogs: a fixed title, a body that scrolls, fixed buttons; the reason has the focus; Ctrl+Enter is the verb."""
