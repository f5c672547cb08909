"""Cells of CSV that a spreadsheet would run as a formula, made harmless and back again. Imports nothing of ours.

A line of a cell that begins, after blanks, with one of = + - @ (full-width ones too), a tab, CR or an empty first line
gets an apostrophe before it (OWASP, CSV injection; line by line, since a broken quote makes each line a cell of its
own). Reading removes exactly that apostrophe: restored(neutralised(text)) == text for every text, and text that was
never neutralised stays as it is unless it looks neutralised.
"""

from __future__ import annotations

_BLANKS = " \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u3000\ufeff"
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_MARK = "'"


def neutralised(text: str) -> str:
    """The text as it may stand in a CSV cell."""
    if not text:
        return text
    first, *more = text.split("\n")
    lines = [_MARK + first if _needs(first) or (not first and more) or _hollow(first, more) else first]
    lines += [_MARK + line if _needs(line) else line for line in more]
    return "\n".join(lines)


def restored(text: str) -> str:
    """The text that was neutralised."""
    if _MARK not in text:
        return text
    first, *more = text.split("\n")
    rest = first[1:]
    own = first.startswith(_MARK) and (_needs(rest) or (bool(more) and (not rest or _hollow(rest, more))))
    lines = [rest if own else first]
    lines += [line[1:] if line.startswith(_MARK) and _needs(line[1:]) else line for line in more]
    return "\n".join(lines)


def _needs(line: str) -> bool:
    """Whether a line would be run, or looks as if an apostrophe of ours stood before it."""
    bare = line.lstrip(_MARK) if line.startswith(_MARK) else line
    return bare.lstrip(_BLANKS).startswith(_DANGEROUS)


def _hollow(first: str, more: list[str]) -> bool:
    """Whether a first line of several is nothing but apostrophes, as a neutralised empty one would be."""
    return bool(more) and bool(first) and not first.strip(_MARK)
