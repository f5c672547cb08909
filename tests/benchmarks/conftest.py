"""What the benchmarks share: the offices they are measured on, and the table printed at the end.

`main.py bench --write` also writes the table into README.md beside this file.
"""

from __future__ import annotations

import os
import platform
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.benchmarks.measuring import Figures, table
from tracker.cli import generate
from tracker.store import Store
from tracker.store.folder import create_folder

README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
MANY, SOME = 100_000, 10_000
_figures = pytest.StashKey[Figures]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write", action="store_true", help="write the measured figures into tests/benchmarks/README.md")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_figures] = Figures()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the table, and keep it where that is asked for."""
    measured = config.stash[_figures]
    lines = table(measured)
    terminalreporter.write_line("\n" + "\n".join(lines))
    if config.getoption("--write"):
        above, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
        below = rest.partition(END)[2]
        text = "\n".join([BEGIN, "", _machine(), "", *lines, "", END])
        README.write_text(above + text + below, encoding="utf-8", newline="\n")


def _machine() -> str:
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"Measured on {date.today().isoformat()}: {platform.system()}, {os.cpu_count()} cores, {versions}."  # noqa: DTZ011


@pytest.fixture(scope="session")
def figures(pytestconfig: pytest.Config) -> Figures:
    """Where each benchmark notes its ratio."""
    return pytestconfig.stash[_figures]


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An office with 100,000 tasks over ten years, about 10,000 of which touch the third quarter of 2026."""
    with closing(_office(tmp_path_factory.mktemp("many") / "data", MANY)) as store:
        yield store


@pytest.fixture(scope="session")
def some(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An office with the 10,000 tasks of one year."""
    with closing(_office(tmp_path_factory.mktemp("some") / "data", SOME)) as store:
        yield store


def _office(folder: Path, tasks: int) -> Store:
    store = create_folder(folder)
    store.connection.execute("PRAGMA synchronous = OFF")  # made in one go, lost in one go
    generate.make(store, tasks, lambda _done, _total: None)
    store.connection.execute("PRAGMA synchronous = EXTRA")
    if hasattr(os, "sync"):
        os.sync()  # or the first actions measured wait for the pages of all the others
    return store
