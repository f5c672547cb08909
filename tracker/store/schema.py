"""The tables, as numbered migrations. A table is called as its record, a column as the record's field
(tracker.store.tables).

Plain SQL in the subset that PostgreSQL takes too; what only SQLite knows stands in tracker.store.engine.
"""

from __future__ import annotations

from tracker.store import engine
from tracker.store.folder import VERSION

FIRST = """
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  action INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor INTEGER,
  behalf INTEGER,
  account TEXT NOT NULL,
  machine TEXT NOT NULL,
  verb TEXT NOT NULL,
  declared_on TEXT NOT NULL,
  reason TEXT,
  basis TEXT,
  basis_on TEXT,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  changes TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX journal_of_record ON journal (kind, record, seq);
CREATE INDEX journal_of_action ON journal (action);

CREATE TABLE setting (
  id TEXT PRIMARY KEY, value TEXT NOT NULL, undone INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE TABLE calendar_day (
  id TEXT PRIMARY KEY, working INTEGER NOT NULL, name TEXT NOT NULL, document TEXT,
  undone INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE TABLE calendar_year (
  id INTEGER PRIMARY KEY, confirmed INTEGER NOT NULL, document TEXT, undone INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE TABLE number_series (
  id TEXT PRIMARY KEY, last INTEGER NOT NULL, undone INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE TABLE undone_action (
  id INTEGER PRIMARY KEY, undone_by INTEGER NOT NULL, undone INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;

CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  short_name TEXT,
  kind TEXT NOT NULL,
  parent INTEGER REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
  superior TEXT,
  symbol TEXT,
  issuing_name TEXT,
  place TEXT,
  awaited_head TEXT,
  valid_from TEXT,
  valid_to TEXT,
  successor INTEGER REFERENCES unit DEFERRABLE INITIALLY DEFERRED,
  undone INTEGER NOT NULL,
  version INTEGER NOT NULL,
  search TEXT NOT NULL
) STRICT;

CREATE TABLE official (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  given_name TEXT NOT NULL,
  undone INTEGER NOT NULL,
  version INTEGER NOT NULL,
  name_key TEXT NOT NULL,
  search TEXT NOT NULL
) STRICT;
CREATE INDEX official_in_order ON official (name_key);
CREATE TABLE account (
  id INTEGER PRIMARY KEY REFERENCES official, password_hash TEXT, undone INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE TABLE appointment (
  id INTEGER PRIMARY KEY,
  official INTEGER NOT NULL REFERENCES official,
  unit INTEGER NOT NULL REFERENCES unit,
  title TEXT NOT NULL,
  standing TEXT NOT NULL,
  leader INTEGER NOT NULL,
  employment TEXT NOT NULL,
  field TEXT,
  main INTEGER NOT NULL,
  starts_on TEXT,
  ends_on TEXT,
  decision_number TEXT,
  decision_on TEXT,
  undone INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX appointment_of_official ON appointment (official);
CREATE TABLE right_granted (
  id INTEGER PRIMARY KEY,
  official INTEGER NOT NULL REFERENCES official,
  right_name TEXT NOT NULL,
  unit INTEGER REFERENCES unit,
  revoked INTEGER NOT NULL,
  undone INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  search TEXT NOT NULL,
  source_kind TEXT NOT NULL,
  source_number TEXT,
  source_on TEXT,
  source_summary TEXT,
  source_issuer TEXT,
  assigner INTEGER REFERENCES official,
  superior TEXT,
  owner INTEGER REFERENCES official,
  leader INTEGER REFERENCES official,
  assigned_on TEXT,
  authority TEXT,
  product TEXT,
  quantity INTEGER NOT NULL,
  starts_on TEXT,
  original_due_on TEXT,
  due_on TEXT,
  no_deadline_reason TEXT,
  deadline_days INTEGER,
  draft_due_on TEXT,
  urgency TEXT NOT NULL,
  secrecy TEXT NOT NULL,
  field TEXT,
  complexity TEXT,
  coefficient TEXT NOT NULL,
  parent INTEGER REFERENCES task DEFERRABLE INITIALLY DEFERRED,
  public_concern INTEGER NOT NULL,
  percent INTEGER NOT NULL,
  obstacle TEXT,
  state TEXT NOT NULL,
  resume_state TEXT,
  paused_on TEXT,
  submitted_on TEXT,
  confirmed_on TEXT,
  recalled_on TEXT,
  recall_reason TEXT,
  moved_on TEXT,
  extensions INTEGER NOT NULL,
  hand_overs INTEGER NOT NULL,
  returns INTEGER NOT NULL,
  chases INTEGER NOT NULL,
  pauses INTEGER NOT NULL,
  faults INTEGER NOT NULL,
  objective_cause TEXT,
  changed_after_start INTEGER NOT NULL,
  note TEXT,
  from_old_book INTEGER NOT NULL,
  undone INTEGER NOT NULL,
  version INTEGER NOT NULL,
  number_key TEXT NOT NULL,
  closed_on TEXT NOT NULL
) STRICT;
CREATE INDEX task_in_order ON task (number_key);
CREATE INDEX task_of_owner ON task (owner, state, due_on, submitted_on, assigned_on, closed_on, number_key);
CREATE INDEX task_by_due ON task (due_on);
CREATE INDEX task_by_assignment ON task (assigned_on);
CREATE INDEX task_by_state ON task (state, due_on, submitted_on, assigned_on, closed_on, number_key, owner);
CREATE INDEX task_by_move ON task (moved_on);
CREATE INDEX task_alive ON task (closed_on, assigned_on);

CREATE TABLE task_move (
  seq INTEGER PRIMARY KEY,
  task INTEGER NOT NULL,
  day TEXT NOT NULL,
  state TEXT NOT NULL,
  owner INTEGER,
  due_on TEXT,
  submitted_on TEXT
) STRICT;
CREATE INDEX task_move_of_task ON task_move (task, seq);

CREATE TABLE coordination (
  id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task, name TEXT NOT NULL, official INTEGER REFERENCES
  official,
  part TEXT, due_on TEXT, answered_on TEXT, answer TEXT, removed INTEGER NOT NULL,
  undone INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE TABLE progress (
  id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task, reported_on TEXT NOT NULL,
  reported_by INTEGER NOT NULL REFERENCES official, percent INTEGER NOT NULL, note TEXT,
  undone INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE TABLE submission (
  id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task, submitted_on TEXT NOT NULL,
  submitted_by INTEGER NOT NULL REFERENCES official, product_number TEXT, product_on TEXT, note TEXT,
  decided_on TEXT, decided_by INTEGER REFERENCES official, decision TEXT, reason TEXT, faults INTEGER NOT NULL,
  objective_cause TEXT, basis TEXT, basis_on TEXT, undone INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE TABLE extension (
  id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task, asked_on TEXT NOT NULL, asked_by INTEGER REFERENCES
  official,
  proposed_due_on TEXT NOT NULL, due_before TEXT NOT NULL, reason TEXT NOT NULL, decided_on TEXT,
  decided_by INTEGER REFERENCES official, decision TEXT, decision_reason TEXT, basis TEXT, basis_on TEXT,
  undone INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE TABLE hand_over (
  id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task, handed_on TEXT NOT NULL,
  from_owner INTEGER NOT NULL REFERENCES official, to_owner INTEGER NOT NULL REFERENCES official,
  handed_by INTEGER NOT NULL REFERENCES official, reason TEXT NOT NULL, basis TEXT, basis_on TEXT,
  undone INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE TABLE pause (
  id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task, paused_on TEXT NOT NULL,
  paused_by INTEGER NOT NULL REFERENCES official, reason TEXT NOT NULL, resumed_on TEXT,
  resumed_by INTEGER REFERENCES official, due_before TEXT, due_after TEXT, basis TEXT, basis_on TEXT,
  undone INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE TABLE decline (
  id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task, declined_on TEXT NOT NULL,
  declined_by INTEGER NOT NULL REFERENCES official, reason TEXT NOT NULL, decided_on TEXT,
  decided_by INTEGER REFERENCES official, decision TEXT, decision_reason TEXT,
  undone INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE TABLE chase (
  id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task, chased_on TEXT NOT NULL,
  chased_by INTEGER NOT NULL REFERENCES official, reason TEXT NOT NULL, undone INTEGER NOT NULL, version INTEGER NOT
  NULL
) STRICT;
CREATE TABLE explanation (
  id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task, explained_on TEXT NOT NULL,
  explained_by INTEGER NOT NULL REFERENCES official, cause TEXT NOT NULL, text TEXT NOT NULL,
  coordination INTEGER REFERENCES coordination, remedy TEXT, obstacle TEXT, accepted INTEGER,
  accepted_by INTEGER REFERENCES official, accepted_on TEXT, document TEXT, document_on TEXT,
  undone INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task, submission INTEGER REFERENCES submission,
  sha256 TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, dated_on TEXT NOT NULL, filed_on TEXT NOT NULL,
  filed_by INTEGER NOT NULL REFERENCES official, undone INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE INDEX coordination_of_task ON coordination (task);
CREATE INDEX progress_of_task ON progress (task);
CREATE INDEX submission_of_task ON submission (task);
CREATE INDEX extension_of_task ON extension (task);
CREATE INDEX hand_over_of_task ON hand_over (task);
CREATE INDEX pause_of_task ON pause (task);
CREATE INDEX decline_of_task ON decline (task);
CREATE INDEX chase_of_task ON chase (task);
CREATE INDEX explanation_of_task ON explanation (task);
CREATE INDEX evidence_of_task ON evidence (task);
"""

PAPERS = """
CREATE TABLE kept_report (
  id INTEGER PRIMARY KEY, report TEXT NOT NULL, unit INTEGER NOT NULL REFERENCES unit, title TEXT NOT NULL,
  name TEXT NOT NULL, symbol TEXT NOT NULL, choices TEXT NOT NULL, entries INTEGER NOT NULL, head TEXT NOT NULL,
  document TEXT NOT NULL, chased TEXT NOT NULL, kept_on TEXT NOT NULL, kept_by INTEGER NOT NULL REFERENCES official,
  number TEXT, issued_on TEXT, issued_by INTEGER REFERENCES official, paper TEXT, size INTEGER,
  undone INTEGER NOT NULL, version INTEGER NOT NULL
) STRICT;
CREATE INDEX kept_report_paper ON kept_report (paper);
CREATE TABLE paper_form (
  id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit, report TEXT NOT NULL,
  signer INTEGER REFERENCES official, signing TEXT, recipients TEXT, superior TEXT, issuer TEXT, symbol TEXT,
  undone INTEGER NOT NULL, version INTEGER NOT NULL, UNIQUE (unit, report)
) STRICT;
"""

MIGRATIONS: tuple[tuple[str, ...], ...] = ((FIRST, *engine.JOURNAL_TRIGGERS), (PAPERS,))
"""Migration n (from 1) brings a file of version n-1 to version n, in one transaction."""

assert len(MIGRATIONS) == VERSION, "a migration without its number in tracker.store.folder"


def migrate(connection: engine.Connection, since: int) -> None:
    """Bring the file from version `since` to `VERSION`, inside the running transaction."""
    for migration in MIGRATIONS[since:]:
        for statements in migration:
            for statement in _statements(statements):
                connection.execute(statement)
    engine.mark(connection, VERSION)


def expected() -> dict[str, str]:
    """The schema's text as a fresh file has it: what `verify` compares with."""
    connection = engine.memory()
    try:
        connection.execute("BEGIN")
        migrate(connection, 0)
        connection.execute("COMMIT")
        return engine.schema_text(connection)
    finally:
        connection.close()


def _statements(text: str) -> list[str]:
    """A trigger's body has semicolons of its own, so it stands alone in its text."""
    if "CREATE TRIGGER" in text:
        return [text]
    return [part for part in text.split(";") if part.strip()]
