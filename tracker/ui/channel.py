"""The pipe between the window and its child processes: length-prefixed pickles of our own making. No Qt."""

from __future__ import annotations

import os
import pickle
from typing import Any

_LENGTH = 8


def messages(buffer: bytes) -> tuple[list[tuple[str, Any]], bytes]:
    """The whole messages in what has been read, as (kind, value), and the rest that is not whole yet."""
    found: list[tuple[str, Any]] = []
    while len(buffer) >= _LENGTH:
        end = _LENGTH + int.from_bytes(buffer[:_LENGTH], "big")
        if len(buffer) < end:
            break
        found.append(pickle.loads(buffer[_LENGTH:end]))  # noqa: S301 - written by our own child
        buffer = buffer[end:]
    return found, buffer


def send(stream: Any, kind: str, value: object) -> None:
    """The child's side: write one message."""
    message = pickle.dumps((kind, value))
    stream.write(len(message).to_bytes(_LENGTH, "big") + message)
    stream.flush()


def own_stdout() -> Any:
    """The child's side: the pipe to the window; whatever else prints goes to stderr."""
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return pipe
