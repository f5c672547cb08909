"""Progress of work over a second, on stderr of a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def shown(title: str) -> Iterator[Callable[[int, int], None]]:
    """A bar that appears after a second; called with (done, in all)."""
    from tqdm import tqdm

    with tqdm(
        desc=title, delay=1, leave=False, total=0, bar_format="{desc}: {percentage:3.0f} %|{bar:30}| {remaining}"
    ) as bar:

        def report(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield report
