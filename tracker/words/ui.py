"""Sentences of what the window itself refuses (tracker.ui)."""

SENTENCES: dict[str, str] = {
    "person.several": "“{name}” may be {people}: type more of the name, or choose from the list.",
}
