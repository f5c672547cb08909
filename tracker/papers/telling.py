"""The answer of a check in one sentence, for window and terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.papers.checking import Verdict

if TYPE_CHECKING:
    from tracker.papers.checking import Found
    from tracker.words import Words


def sentence(words: Words, found: Found) -> str:
    """What the paper is, whether it agrees, and what differs."""
    text, report, details = words.text, f"{found.report} ({found.title})", ", ".join(found.details)
    if found.verdict is Verdict.STATE and not found.report:
        return _state(words, found)
    if found.verdict is Verdict.MISTYPED and not details:
        return text("This is no code of a paper: type the 18 characters behind “mã” at the foot of a page.")
    return {
        Verdict.SAME: text("It agrees: this is {report} as it was issued, byte for byte.", report=report),
        Verdict.SIGNED: text(
            "It agrees: this is {report} as it was issued, with a signature behind it.", report=report
        ),
        Verdict.COPY: text(
            "It agrees: another file, but every page reads and looks as {report} was issued.", report=report
        ),
        Verdict.LONGER: text(
            "It differs: something that is no signature was added to the file of {report}.", report=report
        ),
        Verdict.SEAL: text("It agrees: the seal is that of {report}.", report=report),
        Verdict.STATE: text("It agrees: the code is that of {report}.", report=report),
        Verdict.PAGES: text(
            "It differs: it bears the number of {report}, but these pages are not as they were issued: {pages}.",
            report=report,
            pages=details,
        ),
        Verdict.NO_ENTRY: text("It differs: the journal here has no entry with this code."),
        Verdict.OTHER_SEAL: text(
            "It differs: this part of the seal is not as it was issued: {part}.", part=_parts(words, found)
        ),
        Verdict.MISTYPED: text("The code was mistyped: compare these groups with the paper: {groups}.", groups=details),
        Verdict.NOTHING: text("This is no paper of Ba Rõ: it has neither a seal nor a code at its foot."),
    }[found.verdict]


def _parts(words: Words, found: Found) -> str:
    called = {
        "form": words.text("form"),
        "number": words.text("number"),
        "unit": words.text("unit"),
        "period": words.text("period"),
        "entry": words.text("journal entry"),
        "hash": words.text("hash"),
    }
    return ", ".join(called[part] for part in found.details if part in called)


def _state(words: Words, found: Found) -> str:
    return words.text(
        "It agrees: it was printed from these data, the journal being at entry {entries}. The page itself was never "
        "issued, so its words cannot be compared.",
        entries=words.count(found.entries),
    )
