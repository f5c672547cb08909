"""Puts the catalogues of all rooms together into the one that the program reads: `python -m tracker.words.compile`.

For developing (polib is no dependency of the program). The result depends on nothing but the catalogues, so that a test
can tell whether it is fresh.
"""

from __future__ import annotations

import sys
from pathlib import Path

import polib

from tracker.resource import resource


def compiled(folder: Path) -> bytes:
    """The .mo file of all .po files in the folder.

    Raises ValueError where a text is not translated or two rooms translate it differently.
    """
    whole = polib.POFile(wrapwidth=0)
    whole.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": folder.name}
    known: dict[str, str] = {}
    for path in sorted(folder.glob("*.po")):
        for entry in polib.pofile(str(path), encoding="utf-8"):
            if entry.obsolete:
                continue
            if not entry.msgstr or entry.fuzzy:
                raise ValueError(f"{path.name}: not translated: {entry.msgid!r}")
            if known.setdefault(entry.msgid, entry.msgstr) != entry.msgstr:
                raise ValueError(f"{path.name}: translated differently elsewhere: {entry.msgid!r}")
    for msgid in sorted(known):
        whole.append(polib.POEntry(msgid=msgid, msgstr=known[msgid]))
    return bytes(whole.to_binary())


def main() -> int:
    """Write the compiled catalogue of each language."""
    for folder in sorted(path for path in resource("translations").iterdir() if path.is_dir()):
        target = folder / "LC_MESSAGES" / "tracker.mo"
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(compiled(folder))
        sys.stdout.write(f"{target}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
