"""Sentences of the data folder: opening, writing, verifying, undoing, backups (tracker.store, tracker.files)."""

SENTENCES: dict[str, str] = {
    "store.missing": "There is no office at {path}: make one with `init`, or name another folder with --data.",
    "store.exists": "An office lies at {path} already: it is not made a second time.",
    "store.newer": (
        "{path} was written by a newer version of the program (data version {version}, this program knows"
        " {known}): it was left untouched; use the newer program."
    ),
    "store.not_ours": (
        "{path} is no data file of this program: it was left untouched; name the right folder with --data."
    ),
    "store.damaged": (
        "{path} is damaged ({detail}): it was left untouched; restore the last good backup with `restore`."
    ),
    "store.network": (
        "{path} lies on a network share, where data can be lost when two PCs write: choose a folder on "
        "this PC's own disk."
    ),
    "store.cannot_create": "The folder {path} cannot be made ({detail}): choose a folder that you may write to.",
    "store.cannot_open": "{path} cannot be opened: check that you may read and write the folder.",
    "store.locked": "{path} is being written by another program: nothing was changed; try again in a moment.",
    "store.disk_full": "The disk of {path} is full: nothing was changed; free some space and try again.",
    "store.read_only": "{path} cannot be written (folder or disk is read-only): nothing was changed.",
    "store.disk_failed": (
        "The disk of {path} does not answer (a stick pulled out, a failing disk): nothing was changed; "
        "check the disk and try again."
    ),
    "store.no_memory": "This PC has no memory left to read {path}: close other programs and try again.",
    "store.changed_meanwhile": (
        "The record ({kind} {record}) was changed meanwhile by {by}: look at the new state and try again."
    ),
    "unit.unknown": "There is no unit “{code}”: see `unit list` for the codes.",
    "official.unknown": "There is no official “{code}”: see `official list` for the codes.",
    "task.unknown": "There is no task “{number}”: see `task list` for the numbers.",
    "undo.unknown": "There is no action {action} in the journal: see `journal list` for the numbers.",
    "undo.already": "Action {action} was undone already.",
    "undo.first": "Action {action} founded the office or restored its data: it cannot be undone.",
    "undo.stands_on": "Action {later} stands on action {action}: undo {later} first.",
    "evidence.missing": "There is no file {path}.",
    "evidence.too_large": (
        "{path} has more than {megabytes} MB, the most an evidence file may have: file a smaller copy."
    ),
    "evidence.unreadable": "{path} cannot be read or filed ({detail}): nothing was changed.",
    "evidence.lost": "The evidence file {path} is missing.",
    "evidence.altered": "The evidence file {path} is not what was filed.",
    "file.unreadable": "{path} could not be read ({detail}): check its name and that it is not open elsewhere.",
    "file.too_large": "{path} is larger than {most} KB, the most that is read of such a file.",
    "report.unknown": "There is no kept report {number}: “report kept” lists them.",
    "file.is_folder": "{path} is a folder: name a file in it with --out.",
    "file.held": "{path} is open in another program: close it there and try again; the old file is unchanged.",
    "file.not_written": (
        "{path} cannot be written ({detail}): choose another place or free some space; nothing half-written was left."
    ),
    "file.no_scratch": "There is no room for temporary files ({detail}): free some space and try again.",
    "backup.no_room": "The backup {path} cannot be unpacked ({detail}): free some space; nothing was changed.",
    "backup.missing": "There is no backup {path}.",
    "backup.not_ours": "{path} is no backup of this program: nothing was changed.",
    "backup.damaged": "The backup {path} does not hold ({detail}): nothing was changed; take another backup.",
    "backup.in_use": (
        "{path} is open in another program ({detail}): close the window and try again; nothing was changed."
    ),
    "verify.altered": "{kind} {record}, {field}: recorded as “{expected}”, but the file has “{found}”.",
    "verify.missing": "{kind} {record}: recorded in the journal, but missing in the file.",
    "verify.foreign": "{kind} {record}: in the file, but never recorded in the journal.",
    "verify.chain": "Journal entry {record}, {field}: it is not what was recorded (its hash does not fit).",
    "verify.gap": "Journal entry {record}: entries are missing before it (number {expected} is due).",
    "verify.schema": "The table, index or trigger {record} is not as the program makes it.",
    "verify.file": "The file {record} has damaged pages: {found}.",
    "sample.none": "{path} holds a real office and no sample: nothing is removed.",
}
