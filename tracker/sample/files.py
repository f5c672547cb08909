"""The sample office's evidence: small real files (text, PDF, PNG), the same bytes every time."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from tracker.domain.text import fold

WIDTH, HEIGHT = 320, 200
FONT = b"<< /Font << /F1 5 0 R >> >>"


def write(path: Path, lines: list[str]) -> Path:
    """Write a file of the kind its ending names, and return its path."""
    made = {".pdf": _pdf, ".png": _png}.get(path.suffix, _text)
    path.write_bytes(made(["DỮ LIỆU MẪU", path.stem.replace("-", " "), *lines]))
    return path


def _text(lines: list[str]) -> bytes:
    return "\r\n".join([*lines, ""]).encode("utf-8-sig")


def _pdf(lines: list[str]) -> bytes:
    """One page in the built-in Helvetica, which has no Vietnamese letters: the text goes without its marks."""
    shown = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
    stream = f"BT /F1 14 Tf 60 780 Td 22 TL\n{shown}ET\n".encode("ascii")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s >>" % FONT,
        b"<< /Length %d >>\nstream\n%sendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    return _numbered(objects)


def _numbered(objects: list[bytes]) -> bytes:
    """The objects with their table of places."""
    file = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(file))
    return file + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + trailer


def _escaped(line: str) -> str:
    plain = fold(line).encode("ascii", "replace").decode("ascii")
    return plain.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _png(lines: list[str]) -> bytes:
    """A photograph's stand-in: two colours that differ from file to file."""
    first, second = _colours(lines)
    upper, lower = b"\0" + first * WIDTH, b"\0" + second * WIDTH
    pixels = upper * (HEIGHT // 2) + lower * (HEIGHT - HEIGHT // 2)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    text = b"Comment\0" + fold(" - ".join(lines)).encode("ascii", "replace")
    chunks = [(b"IHDR", header), (b"tEXt", text), (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _colours(lines: list[str]) -> tuple[bytes, bytes]:
    mixed = zlib.crc32(" ".join(lines).encode())
    return bytes((mixed & 255, (mixed >> 8) & 255, (mixed >> 16) & 255)), bytes(((mixed >> 24) & 255, 160, 120))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
