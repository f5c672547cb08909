"""What the journal's verbs, kinds and records are called by people: a task by its number, an official by name, an event
by its task. English here, Vietnamese through the catalogue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.errors import Damaged, Expected
from tracker.domain.kept import KeptId
from tracker.domain.officials import Appointment, Grant
from tracker.domain.tasks import TaskId
from tracker.domain.units import UnitId

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.domain.officials import Official
    from tracker.store import Store
    from tracker.store.journal import Entry
    from tracker.store.verify import Finding
    from tracker.words import Words

VERBS = {
    "birth": "Journal begun",
    "init": "Office set up",
    "unit.add": "Unit added",
    "unit.edit": "Unit changed",
    "official.add": "Official added",
    "official.edit": "Official changed",
    "appointment.add": "Appointment added",
    "appointment.edit": "Appointment changed",
    "appointment.end": "Appointment ended",
    "right.grant": "Right granted",
    "right.revoke": "Right revoked",
    "account.set": "Password set",
    "setting.set": "Setting changed",
    "calendar.set": "Calendar changed",
    "task.draft": "Drafted",
    "task.propose": "Proposed",
    "task.assign": "Assigned",
    "task.start": "Started",
    "task.progress": "Progress reported",
    "task.submit": "Result submitted",
    "task.confirm": "Confirmed",
    "task.return": "Returned",
    "task.decline": "Declined",
    "task.insist": "Declining refused",
    "extension.ask": "Extension asked",
    "extension.decide": "Extension decided",
    "task.hand_over": "Handed over",
    "task.pause": "Paused",
    "task.resume": "Resumed",
    "task.recall": "Recalled",
    "task.refuse": "Proposal refused",
    "task.chase": "Chased",
    "task.edit": "Edited",
    "coordination.answer": "Co-ordinator answered",
    "lateness.explain": "Lateness explained",
    "lateness.accept": "Explanation decided",
    "evidence.add": "Evidence filed",
    "import": "Imported",
    "undo": "Undone",
    "paper.form": "Signers and recipients changed",
    "report.keep": "Report kept",
    "report.issue": "Report issued",
    "restore": "Restored from a backup",
    "clock.backwards": "Machine's clock ran backwards",
}
KINDS = {
    "setting": "setting",
    "calendar_day": "calendar day",
    "calendar_year": "calendar year",
    "number_series": "number series",
    "undone_action": "undone action",
    "unit": "unit",
    "official": "official",
    "account": "account",
    "appointment": "appointment",
    "right_granted": "right",
    "task": "task",
    "coordination": "co-ordinator's part",
    "progress": "progress entry",
    "submission": "submission",
    "extension": "extension",
    "hand_over": "hand-over",
    "pause": "pause",
    "decline": "declining",
    "chase": "chase",
    "explanation": "explanation",
    "evidence": "evidence",
    "paper_form": "form of papers",
    "kept_report": "report",
    "clock": "clock",
    "restore": "restoring",
    "task_move": "task move",
    "journal": "journal entry",
    "schema": "schema",
    "file": "file",
}
SETTINGS = {
    "extension_limit": "Extensions an assigner may approve",
    "due_soon_days": "“Due soon” begins (working days before the deadline)",
    "declared_gap_days": "Late recording is shown from (working days)",
    "no_deadline_flag_days": "Without a deadline for long (working days)",
    "not_updated_days": "Without news for long (working days)",
    "chase_answer_days": "Days for the answer to a letter that urges (working days)",
    "covered_from": "First day of which the records are whole",
    "escalation_chases": "Chases after which a task goes to the meeting",
    "default_authority": "Authority where nothing else is said",
    "chain": "Identity of the journal",
    "sample": "Sample data",
    "sample_day": "Day of the sample",
}
"""Settings as the page of settings calls them."""

_OF_AN_OFFICIAL: dict[str, type[Appointment | Grant]] = {"appointment": Appointment, "right_granted": Grant}
"""Records that people know by whose they are."""
NAMED = 3
"""Verbs of one action that are told."""


class Names:
    """Names of records, looked up once each."""

    def __init__(self, store: Store, words: Words) -> None:
        self._store, self._words = store, words
        self._officials: dict[int, Official] | None = None
        self._found: dict[tuple[str, str], str] = {}

    def official(self, number: int | None) -> str:
        """Name of an official; "" for none."""
        found = self._official(number)
        return found.name if found else ""

    def code(self, number: int | None) -> str | None:
        """Code of an official; None for none."""
        found = self._official(number)
        return found.code if found else None

    def of(self, kind: str, record: str) -> str:
        """The kind in words with what people call the record by: "task NV10"."""
        key = (kind, record)
        if key not in self._found:
            kind_ = self._words.text(KINDS.get(kind, kind))
            self._found[key] = f"{kind_} {self._name(kind, record)}".strip()
        return self._found[key]

    def exact(self, kind: str, record: str) -> str:
        """The same, with the number of an event beside its task: a task has many of them."""
        name = self.of(kind, record)
        alone = kind in ("task", "unit", "official", "restore")
        return name if alone or name.endswith(record) else f"{name} ({record})"

    def verb(self, verb: str) -> str:
        """What was done, in words."""
        return self._words.text(VERBS.get(verb, verb))

    def verbs(self, verbs: Iterable[str]) -> str:
        """What was done in one action: its first few verbs."""
        found = list(dict.fromkeys(verbs))
        words = ", ".join(self.verb(verb) for verb in found[:NAMED])
        return f"{words}, …" if len(found) > NAMED else words

    def who(self, entry: Entry) -> str:
        """Who did it, and for whom it was recorded."""
        name = self.official(entry.actor) or self._words.text("the program")
        if entry.behalf is None:
            return name
        return self._words.text("{clerk}, recorded for {official}", clerk=name, official=self.official(entry.behalf))

    def records(self, entries: Sequence[Entry], count: int | None = None) -> str:
        """The first task, person or unit that was changed, and how many more; else whatever was changed first.

        `count`: of all of them, where these are not all entries of the action.
        """
        keys = [(entry.kind, entry.record) for entry in entries if entry.kind in ("task", "official", "unit")]
        found = list(dict.fromkeys(keys or [(entries[0].kind, entries[0].record)]))
        more = max(len(found), count or 0) - 1
        name = self.of(*found[0])
        return name + self._words.text(" and {count} more", count=more) if more else name

    def finding(self, finding: Finding) -> str:
        """What does not hold, in one sentence that names record and field."""
        from tracker.store import evidence

        kind = self._words.text(KINDS.get(finding.kind, finding.kind))
        error = Damaged(
            finding.code,
            finding.field,
            kind=kind,
            record=self.exact(finding.kind, finding.record).removeprefix(f"{kind} "),
            column=finding.field or "",
            expected=finding.expected,
            found=finding.found,
            path=str(evidence.place(self._store.folder, str(finding.expected))),
        )
        return self._words.sentence(error)

    def _official(self, number: int | None) -> Official | None:
        from tracker.store import officials

        if self._officials is None:
            self._officials = {each.id: each for each in officials.every(self._store)}
        return self._officials.get(number) if number is not None else None

    def _name(self, kind: str, record: str) -> str:
        """What the record is called; its id where it cannot be read, as after a change from outside."""
        from tracker.store import many, records, tasks, units

        if kind == "restore":
            return ""  # its number is always 0
        try:
            if kind == "task":
                return tasks.get(self._store, TaskId(int(record))).number
            if kind == "unit":
                return units.get(self._store, UnitId(int(record))).code
            if kind == "kept_report":
                from tracker.store import kept

                return kept.called(kept.get(self._store, KeptId(int(record))))
            if kind in ("official", "account"):
                return self.code(int(record)) or record
            if kind == "setting":
                return f"“{self._words.text(SETTINGS[record])}”" if record in SETTINGS else record
            if kind in _OF_AN_OFFICIAL:
                held = records.find(self._store, _OF_AN_OFFICIAL[kind], int(record))
                return self.code(held.official) or record if held else record
            task = many.task_of(self._store, kind, record)
            return record if task is None else tasks.get(self._store, TaskId(task)).number
        except (Expected, ValueError):
            return record
