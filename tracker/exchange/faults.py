"""What is wrong with a file or a cell, as the child knows it: a code and parameters, without file and place.

The table adds row, column and heading and makes a Problem of it; what concerns the whole file becomes a Refused with
the file's name in the program (tracker.exchange.reading). Imports nothing.
"""

from __future__ import annotations


class Fault(Exception):  # noqa: N818 - the field's word, as in tracker.domain.errors
    """A cell or a file that cannot be read."""

    def __init__(self, code: str, /, **parameters: object) -> None:
        super().__init__(code)
        self.code = code
        self.parameters = parameters
