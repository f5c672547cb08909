"""Reports drawn once and read back for several tests."""

from __future__ import annotations

import pytest

from tests.reports.builders import a_history, an_accountability, an_empty_accountability
from tests.reports.reading import Sheet, printed
from tracker.reports import accountability, task_history


@pytest.fixture(scope="session")
def report() -> Sheet:
    return printed(accountability.document(an_accountability()))


@pytest.fixture(scope="session")
def empty_report() -> Sheet:
    return printed(accountability.document(an_empty_accountability()))


@pytest.fixture(scope="session")
def history() -> Sheet:
    return printed(task_history.document(a_history()))
