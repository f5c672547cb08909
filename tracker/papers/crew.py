"""A run over many reports, drawn by several processes at once.

One is `python -m tracker.papers.crew`: it reads its orders from stdin, one pickle after the other, and answers each on
stdout; where stdin ends (also because whoever gave the orders was ended) it is done. Each holds one report at a time,
so memory does not grow with their number. What is pickled is written by ourselves: nothing from outside comes near it.
"""

from __future__ import annotations

import os
import pickle
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from subprocess import PIPE, Popen
from typing import TYPE_CHECKING, Any, Self

from tracker.domain.errors import Expected

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tracker.domain.officials import Actor
    from tracker.papers.asked import Asked
    from tracker.papers.made import Filed, Format
    from tracker.store import Store

MOST = 8
"""Processes at once: more only wait for the disk."""
_ROOT = Path(__file__).resolve().parents[2]


class Crew:
    """The processes of one run. Their store is a snapshot, their folder one of the run's own."""

    def __init__(
        self, copied: Store, today: date, actor: Actor, folder: Path, forms: tuple[Format, ...], wanted: int
    ) -> None:
        self._order = (copied.folder, copied.path, today, actor, folder, forms)
        hands = max(1, min(os.cpu_count() or 1, MOST, wanted))
        flags: int = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW
        command = [sys.executable, "-X", "utf8", "-m", "tracker.papers.crew"]
        # A session of their own: Ctrl+C is for whoever gave the orders, who then ends them by closing their stdin.
        self._children = [
            Popen(command, stdin=PIPE, stdout=PIPE, cwd=_ROOT, creationflags=flags, start_new_session=True)
            for _ in range(hands)
        ]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for child in self._children:
            assert child.stdin is not None
            child.stdin.close()
        for child in self._children:
            assert child.stdout is not None
            child.wait()
            child.stdout.close()

    def draw(self, wanted: Sequence[tuple[str, Asked]]) -> Iterator[list[Filed]]:
        """Have all drawn, each by whoever is free; what became of each, in the order of `wanted`."""
        free: SimpleQueue[Popen[bytes]] = SimpleQueue()
        for child in self._children:
            _say(child, self._order)
            free.put(child)

        def one(order: tuple[str, Asked]) -> list[Filed]:
            child = free.get()
            try:
                return _asked(child, order)
            finally:
                free.put(child)

        with ThreadPoolExecutor(len(self._children)) as hands:
            yield from hands.map(one, wanted)


def _asked(child: Popen[bytes], order: tuple[str, Asked]) -> list[Filed]:
    """Raises Unavailable as the child did; RuntimeError, where it died."""
    _say(child, order)
    assert child.stdout is not None
    try:
        answer = pickle.load(child.stdout)  # noqa: S301 - written by our own child
    except EOFError as error:
        raise RuntimeError(f"the process that drew {order[0]} ended with {child.wait()}") from error
    if isinstance(answer, Expected):
        raise answer
    found: list[Filed] = answer
    return found


def _say(child: Popen[bytes], order: object) -> None:
    assert child.stdin is not None
    pickle.dump(order, child.stdin)
    child.stdin.flush()


def main() -> None:
    """Draw what is ordered, until there are no orders any more."""
    from tracker.papers.making import file
    from tracker.store.snapshot import another_reader

    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    given, path, today, actor, folder, forms = pickle.load(sys.stdin.buffer)  # noqa: S301 - see above
    with another_reader(given, path) as store:
        for whose, asked in _orders():
            try:
                answer: object = file(store, whose, asked, today, actor, folder, forms)
            except Expected as error:
                answer = error
            pickle.dump(answer, pipe)
            pipe.flush()


def _orders() -> Iterator[Any]:
    while True:
        try:
            yield pickle.load(sys.stdin.buffer)  # noqa: S301 - see above
        except EOFError:
            return


if __name__ == "__main__":
    main()
