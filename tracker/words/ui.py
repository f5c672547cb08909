"""Sentences of what the window itself refuses (tracker.ui)."""

SENTENCES: dict[str, str] = {
    "window.held": "{path} is open in another window of this program, which does not answer: close it, then start again.",
    "person.password": "This is not the password of {name}: type it again.",
    "person.no_password": (
        "{name} has no password, but this office uses passwords: the head of the office or an administrator sets one."
    ),
    "person.several": "“{name}” may be {people}: type more of the name, or choose from the list.",
}
