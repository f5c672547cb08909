"""Access keys: Alt and a letter lead to every field, box and button of a form (features.md §4, 13).

A letter is taken from the words as they are shown, so Vietnamese and English have their own: the first letter of a
word if it is still free, else another of its letters. Only letters that a keyboard types with Alt are taken (no Đ, no
Ơ), and none that means something elsewhere. A key that is written in the words ("&Giao việc") is kept.
"""

from __future__ import annotations

import re

from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton, QWidget

Wearer = QLabel | QCheckBox | QPushButton | QRadioButton

ELSEWHERE = frozenset("z")
"""Alt+Z turns UniKey on and off."""
_KEY = re.compile(r"&(?!&)(.)")
_WORD = re.compile(r"(?<![^\W_])[a-z]", re.IGNORECASE)
_LETTER = re.compile(r"[a-z]", re.IGNORECASE)


def give_keys(top: QWidget) -> None:
    """Give every labelled field, box and button that can be seen in a form a key that no other has.

    Called again when the form shows something else; what has a key keeps it if it can.
    """
    wearers = _wearers(top)
    taken = set(ELSEWHERE) | {key.lower() for each in wearers for key in _written(_bare(each))}
    for each in wearers:
        bare = _bare(each)
        if _written(bare):
            continue
        at = _place(bare, taken)
        keyed = bare if at is None else f"{bare[:at]}&{bare[at:]}"
        if at is not None:
            taken.add(bare[at].lower())
        if each.text() != keyed:
            each.setText(keyed)
        each.setProperty("access", [keyed, bare])


def key_of(wearer: Wearer) -> str:
    """The letter that leads to it, small; "" for none."""
    return "".join(_written(wearer.text())).lower()


def _wearers(top: QWidget) -> list[Wearer]:
    """Buttons first: what ends the form has the letters one would guess. Boxes under a label are reached through it."""
    kinds = (QPushButton, QCheckBox, QRadioButton, QLabel)
    shown = [each for each in top.findChildren(QWidget) if isinstance(each, kinds) and _seen(each, top)]
    reached = {each.buddy() for each in shown if isinstance(each, QLabel)}
    alone = [each for each in shown if isinstance(each, QLabel) or each.parentWidget() not in reached]
    return sorted(alone, key=lambda each: not isinstance(each, QPushButton))


def _seen(widget: QWidget | None, top: QWidget) -> bool:
    if isinstance(widget, QLabel) and not _seen(widget.buddy(), top):
        return False  # it says what another thing is, or nothing that can be reached
    return widget is not None and widget.isVisibleTo(top) and widget.window() is top.window()


def _bare(wearer: Wearer) -> str:
    """Its words without a key that was given here."""
    given: list[str] | None = wearer.property("access")
    text = wearer.text()
    return given[1] if given and text == given[0] else text


def _written(text: str) -> list[str]:
    """The key that is written in the words, if there is one."""
    return _KEY.findall(text.replace("&&", ""))[:1]


def _place(text: str, taken: set[str]) -> int | None:
    """Where in the words a free letter stands."""
    for letters in (_WORD, _LETTER):
        for found in letters.finditer(text):
            if found[0].lower() not in taken:
                return found.start()
    return None
