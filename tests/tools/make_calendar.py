"""Makes resources/calendar.json, the table of days off and make-up days that ships with the program.

Run by hand each December: `python tests/tools/make_calendar.py`. The days come from the package `holidays` (for
development only), with what it misses added below. A year counts as confirmed once its official plan is known and
agrees with the table; until then its days are made by rule (Bộ luật Lao động 2019, Điều 112) and the program warns
about deadlines in it.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import holidays

YEARS = range(2018, 2028)
CONFIRMED = range(2018, 2027)
"""2027: no official plan was out when the table was made (23/11/2026)."""

SWAPS = {
    date(2018, 12, 31): date(2019, 1, 5),
    date(2019, 4, 29): date(2019, 5, 4),
    date(2024, 4, 29): date(2024, 5, 4),
    date(2025, 5, 2): date(2025, 4, 26),
    date(2026, 1, 2): date(2026, 1, 10),
    date(2026, 8, 31): date(2026, 8, 22),
}
"""Day off → the Saturday that makes up for it. The package (0.109) has all but 02/01/2026."""

SWAP_DOCUMENTS = {
    date(2024, 4, 29): "Công văn 2450/VPCP-KGVX ngày 12/4/2024",
    date(2026, 1, 2): "Công văn 12729/VPCP-KGVX ngày 25/12/2025",
}

CULTURE_DAY = "Nghị quyết 28/2026/QH16"
"""Ngày Văn hóa Việt Nam, 24/11, a paid day off from 2026 on."""


def text() -> str:
    """The whole table as JSON, one day on a line, so that a changed day is one changed line."""
    return '{\n "years": [\n' + ",\n".join(map(_year, YEARS)) + "\n ]\n}\n"


def _year(number: int) -> str:
    head = json.dumps({"year": number, "confirmed": number in CONFIRMED})
    days = ",\n".join("   " + json.dumps(_entry(day, *facts), ensure_ascii=False) for day, facts in _days(number))
    return f'  {head[:-1]}, "days": [\n{days}\n  ]}}'


def _days(number: int) -> list[tuple[date, tuple[bool, str, str | None]]]:
    """(day, (worked, name, document)) in order."""
    found: dict[date, tuple[bool, str, str | None]] = {}
    for day, name in holidays.country_holidays("VN", years=number, language="vi").items():
        found[day] = (False, _name(name), CULTURE_DAY if (day.day, day.month) == (24, 11) else None)
    for off, worked in SWAPS.items():
        document = SWAP_DOCUMENTS.get(off)
        if off.year == number:
            found[off] = (False, f"Nghỉ hoán đổi, làm bù ngày {worked:%d/%m/%Y}", document)
        if worked.year == number:
            found[worked] = (True, f"Làm bù cho ngày {off:%d/%m/%Y}", document)
    return sorted(found.items())


def _name(name: str) -> str:
    """The package's name with our spelling of Tết Nguyên đán."""
    return name.replace("Nguyên Đán", "Nguyên đán")


def _entry(day: date, working: bool, name: str, document: str | None) -> dict[str, object]:
    entry: dict[str, object] = {"day": day.isoformat(), "working": working, "name": name}
    return entry | {"document": document} if document else entry


if __name__ == "__main__":
    target = Path(__file__).resolve().parents[2] / "resources" / "calendar.json"
    target.write_text(text(), encoding="utf-8", newline="\n")
    print(target)
