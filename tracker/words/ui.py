"""Sentences of what the window itself refuses (tracker.ui)."""

SENTENCES: dict[str, str] = {
    "window.held": "{path} is open in another window of this program, which does not answer: close it, then start again.",
    "person.several": "“{name}” may be {people}: type more of the name, or choose from the list.",
}
