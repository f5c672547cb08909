"""A document as bytes and back, so that a report that was kept can be issued later as it was: blocks, not pictures.

Canonical JSON, compressed: equal documents give equal bytes. Only our own plain data classes are read back.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any

from tracker.figures import types
from tracker.reports import blocks
from tracker.reports.blocks import AnnexHead, Document, Head, Seal, Section

if TYPE_CHECKING:
    from tracker.figures.types import Letterhead

KIND, VALUE = "#", "="
LARGEST = 200_000_000
"""Bytes of JSON that are read back at most: a report of 100,000 tasks has a quarter of it."""
_CLASSES: dict[str, Any] = {
    each.__name__: each
    for home in (blocks, types)
    for each in vars(home).values()
    if isinstance(each, type) and each.__module__ == home.__name__ and (is_dataclass(each) or issubclass(each, Enum))
}
_PLAIN: dict[str, tuple[Callable[[str], Any], Callable[[Any], str]]] = {
    "date": (date.fromisoformat, date.isoformat),
    "Decimal": (Decimal, str),
}


def to_bytes(document: Document) -> bytes:
    """A document, to be kept."""
    told = json.dumps(_told(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return zlib.compress(told.encode("utf-8"), 9)


def from_bytes(data: bytes) -> Document:
    """The document that was kept. Raises ValueError for anything else."""
    whole = zlib.decompressobj()
    try:
        text = whole.decompress(data, LARGEST)
        if not whole.eof:
            raise ValueError("not a whole document")
        found = _read(json.loads(text))
    except (zlib.error, KeyError, TypeError, ArithmeticError) as error:
        raise ValueError("not a document") from error
    if not isinstance(found, Document):
        raise ValueError("not a document")
    return found


def issued(document: Document, number: str, day: date, seal: Seal) -> Document:
    """The document with number and day wherever they were left blank, and the seal behind everything."""

    def filled(letterhead: Letterhead) -> Letterhead:
        return replace(letterhead, number=number, issued_on=day)

    def block(each: blocks.Block) -> blocks.Block:
        if isinstance(each, Head) or (isinstance(each, AnnexHead) and each.letterhead is not None):
            assert each.letterhead is not None
            return replace(each, letterhead=filled(each.letterhead))
        return each

    sections = [replace(section, blocks=tuple(map(block, section.blocks))) for section in document.sections]
    last = sections[-1]
    sections[-1] = Section((*last.blocks, seal), last.landscape, last.bookmark)
    return replace(document, sections=tuple(sections))


def _told(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        told = {field.name: _told(getattr(value, field.name)) for field in fields(value)}
        return {KIND: type(value).__name__, **told}
    if isinstance(value, Enum):
        return {KIND: type(value).__name__, VALUE: value.value}
    for name, (_, write) in _PLAIN.items():
        if type(value).__name__ == name:
            return {KIND: name, VALUE: write(value)}
    if isinstance(value, tuple | list):
        return [_told(each) for each in value]
    return value


def _read(told: Any) -> Any:
    if isinstance(told, list):
        return tuple(_read(each) for each in told)
    if not isinstance(told, dict):
        return told
    kind = told.pop(KIND)
    if kind in _PLAIN:
        return _PLAIN[kind][0](told[VALUE])
    of = _CLASSES[kind]
    return of(told[VALUE]) if issubclass(of, Enum) else of(**{name: _read(each) for name, each in told.items()})
