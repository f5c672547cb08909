"""The one small family of expected refusals. Anything else that is raised is a bug.

An error carries a code and parameters, never a sentence: `tracker.words` turns it into Vietnamese or English.
"""

from __future__ import annotations


class Expected(Exception):  # noqa: N818 - a refusal is no error of the program
    """A situation the program knows: told to the user in one sentence, nothing is changed."""

    def __init__(self, code: str, /, field: str | None = None, **parameters: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        """The field of the form or option that the refusal concerns; None where it concerns the whole."""
        self.parameters = parameters

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value}" for name, value in self.parameters.items())
        return f"{self.code} ({shown})" if shown else self.code


class Refused(Expected):
    """A rule forbids it, or the input is wrong: the user changes the input."""


class Damaged(Expected):
    """Data that does not hold: named, and left untouched."""


class Unavailable(Expected):
    """The disk, a lock or another program stands in the way: the user frees it and tries again."""
