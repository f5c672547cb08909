"""Sentences of what the window itself refuses (tracker.ui)."""

SENTENCES: dict[str, str] = {
    "window.held": "{path} is open in another window of this program, which does not answer: close it, then start again.",
    "person.password": "This is not the password of {name}: type it again.",
    "person.no_password": (
        "{name} has no password, but this office uses passwords: the head of the office or an administrator sets one."
    ),
    "person.nobody": "Nobody in office today is found by “{name}”.",
    "print.pages": "“{text}” are no pages of this paper, which has {count}: type for example 1-3, 5.",
    "print.failed": "{printer} takes nothing to print: see whether it is switched on, or save the PDF.",
    "paper.no_reader": "No program of this computer opens {path}: save the PDF, and open it on another one.",
    "person.several": "“{name}” may be {people}: type more of the name, or choose from the list.",
}
