"""Every state, field and action that can reach paper has its word there."""

from __future__ import annotations

import ast
from dataclasses import fields
from enum import StrEnum
from pathlib import Path

import pytest

from tracker.domain import events
from tracker.domain.deadlines import DeadlineClass
from tracker.domain.tasks import Secrecy, SourceKind, Task, TaskState, Urgency
from tracker.reports import labels

ACTIONS = Path(__file__).parents[2] / "tracker" / "actions"
OF_A_TASK = ("task.", "extension.", "coordination.", "lateness.", "evidence.")
INSIDE = {"id", "task", "undone", "version", "submission", "coordination", "removed", "from_old_book", "moved_on"}
"""Fields that only tie records together, or that no history tells."""


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (labels.STATES, TaskState),
        (labels.CLASSES, DeadlineClass),
        (labels.SOURCES, SourceKind),
        (labels.URGENCIES, Urgency),
        (labels.SECRECIES, Secrecy),
        (labels.CAUSES, events.CauseKind),
        (labels.EXTENSION_DECISIONS, events.ExtensionDecision),
        (labels.SUBMISSION_DECISIONS, events.SubmissionDecision),
    ],
)
def test_every_value_of_a_code_has_its_word(words: dict[str, str], kind: type[StrEnum]) -> None:
    assert set(words) == set(kind)


def test_every_field_of_a_task_and_its_events_has_its_word() -> None:
    records = (
        Task, events.Coordination, events.Progress, events.Submission, events.Extension, events.HandOver, events.Pause,
        events.Decline, events.Chase, events.Explanation, events.Evidence,
    )  # fmt: skip
    names = {field.name for record in records for field in fields(record)} - INSIDE

    assert names - set(labels.FIELDS) == set()


def test_every_action_on_a_task_has_its_word() -> None:
    codes = {
        node.value
        for path in ACTIONS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) in ("acting", "change")
        for node in node.args
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(OF_A_TASK)
    }

    assert len(codes) > 15
    assert codes - set(labels.ACTIONS) == set()
