"""What taking over a book costs: the whole command, as a ratio to openpyxl reading the same cells and plain sqlite3
inserting them, both as processes in the same run.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from tests.actions.books import a_ward
from tracker.domain.officials import Standing
from tracker.store import officials

ROOT = Path(__file__).resolve().parents[2]
LAST_DAY = date(2026, 9, 30)
HEADINGS = (
    *("STT", "Mã", "Nội dung nhiệm vụ", "Số, ký hiệu văn bản giao", "Ngày văn bản", "Người giao"),
    *("Người chịu trách nhiệm", "Phối hợp", "Ngày giao", "Hạn ban đầu", "Hạn hiện tại", "Sản phẩm", "Độ khẩn"),
    *("Nhóm", "Hệ số K", "Tình trạng", "Ngày báo cáo hoàn thành", "Ghi chú"),
)
STATES = ("Đã hoàn thành",) * 5 + ("Đang thực hiện",) * 3 + ("Chưa thực hiện", "Chờ xác nhận hoàn thành")
DOES = ("Tham mưu kế hoạch", "Rà soát, niêm yết công khai", "Báo cáo kết quả", "Giải quyết kiến nghị của các hộ dân về")
OF_WHAT = ("cải cách hành chính", "thoát nước ngõ 42", "thủ tục hành chính cấp xã", "trật tự đô thị", "đất công ích")
PRODUCTS = ("Kế hoạch", "Báo cáo", "Văn bản trả lời", "Danh sách, báo cáo")
URGENCIES = ("thường", "thường", "khẩn", "hỏa tốc")
ALONE = ("các phòng", "tổ dân phố", None, None)
_DAY = timedelta(days=1)

BARE = """
import sqlite3, sys
from openpyxl import load_workbook

rows = list(load_workbook(sys.argv[1], read_only=True, data_only=True).worksheets[0].iter_rows(values_only=True))
database = sqlite3.connect(sys.argv[2])
database.execute(f"CREATE TABLE task ({', '.join(f'c{n}' for n in range(len(rows[0])))})")
texts = [[cell if cell is None or isinstance(cell, (str, int)) else str(cell) for cell in row] for row in rows]
database.executemany(f"INSERT INTO task VALUES ({', '.join('?' * len(rows[0]))})", texts)
database.commit()
"""
"""A script that reads the cells and inserts them, and nothing else."""


def whole_process(rows: int = 10_000, times: int = 3) -> float:
    """Time of `import tasks` on a book, to that of the bare script."""
    with tempfile.TemporaryDirectory() as folder:
        office, book = Path(folder, "office"), Path(folder, "book.xlsx")
        with a_ward(office) as store:
            people = [
                (official.code, post.unit, post.standing)
                for official in officials.every(store)
                for post in officials.appointments(store, official.id)
            ]
        write_book(book, rows, people)
        pairs = [_pair(Path(folder, str(time)), office, book) for time in range(times)]
    return median(ours / bare for ours, bare in pairs)


def write_book(path: Path, rows: int, people: Sequence[tuple[str, int, Standing]], seed: int = 1) -> None:
    """A book as offices keep them: every task given by the head of the owner's unit, half of them done."""
    import xlsxwriter

    chance = Random(seed)
    heads = {unit: code for code, unit, standing in people if standing is Standing.HEAD}
    owners = [(code, heads[unit]) for code, unit, standing in people if standing is not Standing.HEAD and unit in heads]
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        dates = workbook.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, HEADINGS)
        for number in range(1, rows + 1):
            for column, value in enumerate(_row(chance, number, owners)):
                if isinstance(value, date):
                    sheet.write_datetime(number, column, value, dates)
                elif value is not None:
                    sheet.write(number, column, value)


def _row(chance: Random, number: int, owners: list[tuple[str, str]]) -> tuple[object, ...]:
    owner, assigner = chance.choice(owners)
    given = LAST_DAY - chance.randrange(60, 365) * _DAY
    due = _weekday(given + chance.randrange(7, 50) * _DAY)
    extended = due + 14 * _DAY if chance.random() < 0.1 else due
    state = chance.choice(STATES)
    over = state in ("Đã hoàn thành", "Chờ xác nhận hoàn thành")
    return (
        *(number, f"NV{number:05}", f"{chance.choice(DOES)} {chance.choice(OF_WHAT)} số {number} của phường"),
        *(f"{chance.randrange(1, 3000)}/KH-UBND", given - _DAY, assigner, owner),
        chance.choice((*ALONE, *(code for code, _ in owners[:4]))),
        *(given, due if number % 2 else f"{due:%d/%m/%Y}", extended, chance.choice(PRODUCTS)),
        *(chance.choice(URGENCIES), "N2", 8, state, given + chance.randrange(5, 58) * _DAY if over else None),
        "ghi chú" if chance.random() < 0.5 else None,
    )


def _weekday(day: date) -> date:
    """Hardly any office sets a deadline on a week-end."""
    return day + max(0, 7 - day.weekday()) * _DAY if day.weekday() > 4 else day


def _pair(folder: Path, office: Path, book: Path) -> tuple[float, float]:
    shutil.copytree(office, folder)
    command = (sys.executable, str(ROOT / "main.py"), "--data", str(folder), "--today", LAST_DAY.isoformat())
    ours = _seconds(*command, "import", "tasks", str(book))
    return ours, _seconds(sys.executable, "-c", BARE, str(book), str(folder / "bare.sqlite3"))


def _seconds(*command: str) -> float:
    begin = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - begin


if __name__ == "__main__":
    print(f"import of 10,000 tasks: {whole_process():.2f} × bare (at most 4)")
