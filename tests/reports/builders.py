"""Facts as figures would hand them over: the Văn phòng of the sample office in quarter III/2026, and pieces of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from tracker.domain.periods import Period
from tracker.figures.types import (
    Accountability,
    Change,
    Chase,
    Coordinator,
    Counts,
    Custody,
    Evidence,
    Explanation,
    Extension,
    ExtensionRow,
    Foot,
    HandOverRow,
    HistoryEntry,
    Internal,
    LateRecord,
    LateTask,
    Letterhead,
    OfficialRow,
    OldBook,
    Paper,
    Person,
    Signature,
    Stretch,
    Submission,
    TaskHistory,
    TaskRow,
)

Q3 = Period(date(2026, 7, 1), date(2026, 9, 30))
Q2 = Period(date(2026, 4, 1), date(2026, 6, 30))
HASH = "9f2c41d07be6a35518c4e0dd7a91b3f2645c8890aabbccddeeff001122334455"

KHOAT = Person("CB04", "Vương Đình Khoát", "Chánh Văn phòng")
DAO = Person("CB05", "Ngô Thị Bích Đào", "Phó Chánh Văn phòng")
NGUYET = Person("CB06", "Hà Thị Ánh Nguyệt", "Chuyên viên tổng hợp")
UOC = Person("CB07", "Đoàn Văn Ước", "Công chức tư pháp - hộ tịch")
AN = Person("CB08", "Mai Thị Thùy Ân", "Văn thư - lưu trữ")
LAM = Person("CB09", "Khúc Thành Lâm", "Chuyên viên tiếp công dân, xử lý đơn")
PEOPLE = {person.code: person for person in (KHOAT, DAO, NGUYET, UOC, AN, LAM)}


def a_letterhead(**changes: object) -> Letterhead:
    given = Letterhead(
        superior=("Ủy ban nhân dân", "phường Bạch Liên"), issuer=("Văn phòng",), place="Bạch Liên", symbol="BC-VP"
    )
    return replace(given, **changes)  # type: ignore[arg-type]


def a_foot(**changes: object) -> Foot:
    given = Foot(date(2026, 9, 30), "Hà Thị Ánh Nguyệt", 1284, HASH, sample=True)
    return replace(given, **changes)  # type: ignore[arg-type]


def a_paper(**changes: object) -> Paper:
    given = Paper(
        letterhead=a_letterhead(),
        signature=Signature(("CHÁNH VĂN PHÒNG",), "Vương Đình Khoát"),
        recipients=("Chủ tịch, các Phó Chủ tịch UBND phường", "Các phòng, trung tâm thuộc UBND phường", "Lưu: VT"),
        foot=a_foot(),
    )
    return replace(given, **changes)  # type: ignore[arg-type]


def a_task(number: str = "NV01", **changes: object) -> TaskRow:
    """A task finished two days before its deadline."""
    given = TaskRow(
        number=number,
        title="Tham mưu Kế hoạch cải cách hành chính quý IV năm 2026 của phường",
        owner=NGUYET,
        assigner="Vương Đình Khoát",
        assigned_on=date(2026, 7, 3),
        product="Kế hoạch",
        state="done",
        deadline_class="done_early",
        original_due_on=date(2026, 9, 25),
        due_on=date(2026, 9, 25),
        unit="VP",
        source_kind="document",
        source_number="118/KH-UBND",
        source_on=date(2026, 7, 2),
        coordinators=("Nghiêm Thị Lụa",),
        submitted_on=date(2026, 9, 23),
        confirmed_on=date(2026, 9, 24),
        product_number="45/KH-UBND",
    )
    return replace(given, **changes)  # type: ignore[arg-type]


QUARTER = """
NV04|Báo cáo kết quả tiếp công dân, xử lý đơn thư quý II||0701|CB09|0701|0710|0709|Báo cáo
NV05|Kiểm tra đột xuất việc chấp hành kỷ luật, kỷ cương hành chính|131/KH-UBND|0715|CB05|0716|0828|0826|Biên bản
NV07|Tổ chức ký cam kết thực hiện hai bộ quy tắc ứng xử|102/KH-UBND|0701|CB08|0702|0717|0716|Bản cam kết
NV19|Cấp trích lục hộ tịch còn tồn từ dữ liệu số hóa|2260/UBND-TP|0709|CB07|0713|0903|0903|Báo cáo số hồ sơ
NV20|Số hóa sổ hộ tịch giai đoạn 1990 - 2005|95/KH-UBND|0626|CB07|0701|0930||Biên bản nghiệm thu
NV21|Công khai phí, lệ phí trên trang thông tin điện tử phường|2340/UBND-VP|0717|CB08|0720|0731|0730|Chuyên mục
NV22|Xây dựng quy định giảm thời gian họp|141/KH-UBND|0803|CB06|0803|0828|0904|Quy định
NV23|Xây dựng quy định nâng cao chất lượng báo cáo|144/KH-UBND|0807|CB05|0810|0911|0910|Quy định
NV24|Rà soát bản mô tả công việc theo khung năng lực|148/KH-UBND|0814|CB04|0817|0930||Bảng tổng hợp, bản mô tả
NV25|Tổng hợp đánh giá, xếp loại công chức quý III năm 2026|168/TB-UBND|0921|CB04|0921|1005||Bảng tổng hợp
NV30|Giải quyết khiếu nại lần đầu về bồi thường (hộ N.V.T.)|12/TB-UBND|0717|CB09|0720|0918|0917|Quyết định giải quyết
NV31|Xác minh nội dung tố cáo theo quyết định thụ lý|41/QĐ-UBND|0821|CB04|0824|1023||Báo cáo xác minh
NV32|Chuẩn bị tài liệu kỳ họp thường lệ cuối năm HĐND phường|30/KH-HĐND|0925|CB06|0928|1127||Bộ tài liệu
NV36|Tham mưu phương án sắp xếp tổ dân phố|2310/UBND-NV|0714|CB05|0715|||Đề án
NV39|Tổng hợp ý kiến, kiến nghị cử tri trước kỳ họp|29/KH-HĐND|0911|CB06|0914|0922||Báo cáo
NV40|Báo cáo phục vụ đoàn kiểm tra trách nhiệm người đứng đầu|3102/UBND-NC|0924|CB04|0924|0928|0928|Báo cáo
"""
"""Number, title, source and its day, owner, given, due, done, product; days of 2026 as month and day."""

SPECIAL: dict[str, dict[str, object]] = {
    "NV19": {"original_due_on": date(2026, 8, 31), "extensions": 1, "coordinators": ("Triệu Ngọc Ánh",)},
    "NV20": {"percent": 88, "deadline_class": "due_soon"},
    "NV22": {
        "days_late": 7,
        "working_days_late": 2,
        "causes": (
            Explanation(
                cause="subjective",
                text="chưa chủ động lấy ý kiến các phòng",
                remedy="gửi dự thảo trước 5 ngày làm việc",
                explained_on=date(2026, 9, 7),
                explained_by="Hà Thị Ánh Nguyệt",
                accepted=True,
            ),
        ),
        "late_records": (LateRecord("task.confirm", date(2026, 9, 4), datetime(2026, 9, 14, 7, 5, tzinfo=UTC)),),
    },
    "NV24": {"deadline_class": "due_soon", "changed_after_start": True},
    "NV25": {"deadline_class": "due_soon", "state": "assigned"},
    "NV32": {"state": "assigned"},
    "NV36": {
        "state": "paused",
        "deadline_class": None,
        "hand_overs": 1,
        "no_deadline_reason": "chờ hướng dẫn của thành phố",
    },
    "NV39": {
        "state": "redo",
        "deadline_class": "overdue",
        "coordinators": ("các phòng",),
        "returns": 1,
        "chases": 2,
        "days_late": 8,
        "working_days_late": 6,
        "public_concern": True,
        "causes": (
            Explanation(
                cause="coordination",
                text="Phòng Văn hóa - Xã hội gửi số liệu chậm",
                explained_on=date(2026, 9, 25),
                explained_by="Hà Thị Ánh Nguyệt",
            ),
        ),
    },
}


def the_tasks() -> tuple[TaskRow, ...]:
    """The seventeen tasks of the Văn phòng in the quarter."""
    return (a_task(), *(_task(line) for line in QUARTER.split("\n") if line))


def the_task(number: str) -> TaskRow:
    return next(task for task in the_tasks() if task.number == number)


def _task(line: str) -> TaskRow:
    number, title, source, source_on, owner, given, due, done, product = line.split("|")
    due_on, done_on = _day(due), _day(done)
    kind = "in_time"
    if due_on and done_on:
        kind = "done_early" if done_on < due_on else "done_on_time" if done_on == due_on else "done_late"
    known: dict[str, object] = {
        "title": title, "source_number": source, "source_on": _day(source_on), "owner": PEOPLE[owner],
        "assigned_on": _day(given), "original_due_on": due_on, "due_on": due_on, "submitted_on": done_on,
        "confirmed_on": done_on, "product": product, "product_number": "", "coordinators": (),
        "state": "done" if done_on else "doing", "deadline_class": kind,
    }  # fmt: skip
    return a_task(number, **known | SPECIAL.get(number, {}))


def _day(text: str) -> date | None:
    return date(2026, int(text[:2]), int(text[2:])) if text else None


def the_late() -> tuple[LateTask, ...]:
    return (
        LateTask(
            task=the_task("NV39"),
            custody=(
                Custody(AN, "VP", date(2026, 9, 14), date(2026, 9, 22), 7, 0),
                Custody(NGUYET, "VP", date(2026, 9, 23), None, 6, 6, "đi công tác"),
            ),
            submissions=(
                Submission(
                    date(2026, 9, 22),
                    "",
                    None,
                    date(2026, 9, 24),
                    "returned",
                    "Vương Đình Khoát",
                    "thiếu số liệu của hai phòng",
                ),
            ),
            coordinators=(
                Coordinator(
                    "Nguyễn Thị Sao Mai (Phòng Văn hóa - Xã hội)",
                    "số liệu an sinh",
                    date(2026, 9, 21),
                    date(2026, 9, 28),
                    "đã gửi bảng tổng hợp",
                ),
                Coordinator("Phòng Kinh tế, Hạ tầng và Đô thị", "", date(2026, 9, 21)),
            ),
            chases=(
                Chase(date(2026, 9, 23), KHOAT.name, "quá hạn"),
                Chase(date(2026, 9, 28), KHOAT.name, "vẫn chưa xong"),
            ),
        ),
        LateTask(task=the_task("NV22"), custody=(Custody(NGUYET, "VP", date(2026, 8, 3), date(2026, 9, 4), 23, 2),)),
    )


def the_counts() -> Counts:
    return Counts(
        assigned=17,
        total=17,
        done_early=7,
        done_on_time=2,
        done_late=1,
        doing_in_time=5,
        doing_overdue=1,
        paused=1,
        on_time_rate=Decimal("0.8182"),
    )


def the_officials() -> tuple[OfficialRow, ...]:
    full = Decimal(1)
    return (
        OfficialRow(KHOAT, "VP", Counts(assigned=4, total=4, done_on_time=1, doing_in_time=3, on_time_rate=full)),
        OfficialRow(DAO, "VP", Counts(assigned=2, received=1, total=3, done_early=2, paused=1, on_time_rate=full)),
        OfficialRow(
            NGUYET,
            "VP",
            Counts(
                assigned=5,
                handed_over=1,
                total=4,
                done_early=1,
                done_late=1,
                doing_in_time=1,
                doing_overdue=1,
                on_time_rate=Decimal("0.3333"),
            ),
            returns=1,
            chases=2,
            days_late=15,
            working_days_late=8,
        ),
        OfficialRow(
            UOC, "VP", Counts(assigned=2, total=2, done_on_time=1, doing_in_time=1, on_time_rate=full), extensions=1
        ),
        OfficialRow(AN, "VP", Counts(assigned=2, total=2, done_early=2, on_time_rate=full)),
        OfficialRow(LAM, "VP", Counts(assigned=2, total=2, done_early=2, on_time_rate=full)),
    )


def an_extension(**changes: object) -> Extension:
    given = Extension(
        asked_on=date(2026, 8, 28),
        due_before=date(2026, 8, 31),
        proposed_due_on=date(2026, 9, 3),
        reason="hạn trúng ngày nghỉ lễ Quốc khánh",
        decided_on=date(2026, 8, 28),
        decision="approved",
        decided_by="Vương Đình Khoát",
        basis="2260/UBND-TP",
    )
    return replace(given, **changes)  # type: ignore[arg-type]


def an_accountability(**changes: object) -> Accountability:
    """The whole report of the Văn phòng, quarter III/2026."""
    given = Accountability(
        paper=a_paper(),
        unit_name="Văn phòng HĐND và UBND phường Bạch Liên",
        head=KHOAT,
        period=Q3,
        seen_on=date(2026, 9, 30),
        counts=the_counts(),
        officials=the_officials(),
        internal=Internal(received=1, handed_over=1),
        late=the_late(),
        tasks=the_tasks(),
        previous=Counts(
            carried_over=2,
            assigned=12,
            recalled=1,
            total=13,
            done_early=6,
            done_on_time=4,
            done_late=2,
            doing_overdue=1,
            on_time_rate=Decimal("0.7692"),
        ),
        previous_period=Q2,
        extensions=(
            ExtensionRow(
                "NV19", "Cấp trích lục hộ tịch còn tồn từ dữ liệu số hóa", UOC.name, an_extension(), date(2026, 8, 31)
            ),
        ),
        hand_overs=(
            HandOverRow(
                "NV36",
                "Tham mưu phương án sắp xếp tổ dân phố",
                date(2026, 8, 10),
                NGUYET.name,
                DAO.name,
                KHOAT.name,
                "đúng lĩnh vực phụ trách",
                "12/TB-VP",
            ),
        ),
        old_books=(OldBook(5, datetime(2026, 7, 6, 2, 0, tzinfo=UTC)),),
    )
    return replace(given, **changes)  # type: ignore[arg-type]


def an_empty_accountability(**changes: object) -> Accountability:
    """A unit that had nothing to do."""
    nothing: dict[str, object] = {
        "counts": Counts(),
        "officials": (),
        "internal": Internal(),
        "late": (),
        "tasks": (),
        "extensions": (),
        "hand_overs": (),
        "old_books": (),
        "previous": None,
        "previous_period": Q2,
    }
    return an_accountability(**nothing | changes)


def many_tasks(number: int) -> Accountability:
    """A report with so many open tasks of the head alone, each different."""
    words = (
        "tổng",
        "hợp",
        "rà",
        "soát",
        "xây",
        "dựng",
        "kế",
        "hoạch",
        "báo",
        "cáo",
        "kết",
        "quả",
        "kiểm",
        "tra",
        "giám",
        "sát",
        "thực",
        "hiện",
        "nhiệm",
        "vụ",
        "đất",
        "đai",
    )
    tasks = tuple(
        a_task(
            f"{row}/VP/2026",
            title=f"{' '.join(words[(row * step) % len(words)] for step in range(3, 13))} số {row}",
            owner=(KHOAT, DAO, NGUYET, UOC, AN, LAM)[row % 6],
            state="doing",
            deadline_class="in_time",
            percent=row % 100,
            submitted_on=None,
            confirmed_on=None,
            product_number="",
        )
        for row in range(1, number + 1)
    )
    counts = Counts(assigned=number, total=number, doing_in_time=number)
    return an_accountability(
        counts=counts,
        officials=(OfficialRow(KHOAT, "VP", counts),),
        internal=Internal(),
        late=(),
        tasks=tasks,
        previous=None,
        previous_period=None,
        extensions=(),
        hand_overs=(),
        old_books=(),
    )


def a_history(**changes: object) -> TaskHistory:
    """The life of NV39: handed over, returned, chased, overdue."""
    late = the_late()[0]
    at = datetime(2026, 9, 14, 1, 30, tzinfo=UTC)
    given = TaskHistory(
        paper=a_paper(letterhead=a_letterhead(symbol="VP")),
        task=the_task("NV39"),
        seen_on=date(2026, 9, 30),
        authority="theo chức vụ",
        urgency="normal",
        field="Tổng hợp",
        coefficient=Decimal(8),
        quantity=1,
        custody=late.custody,
        entries=(
            HistoryEntry(
                211,
                date(2026, 9, 14),
                at,
                KHOAT.name,
                "task.assign",
                changes=(Change("state", None, "assigned"), Change("due_on", None, date(2026, 9, 22))),
            ),
            HistoryEntry(
                240,
                date(2026, 9, 22),
                at.replace(day=22),
                KHOAT.name,
                "task.hand_over",
                reason="đi công tác",
                changes=(Change("owner", AN.name, NGUYET.name),),
            ),
            HistoryEntry(
                251,
                date(2026, 9, 24),
                at.replace(day=29),
                AN.name,
                "task.return",
                on_behalf_of=KHOAT.name,
                reason="thiếu số liệu của hai phòng",
                changes=(Change("state", "submitted", "redo"),),
            ),
        ),
        extensions=(
            an_extension(
                decision="rejected",
                decided_on=date(2026, 9, 21),
                decision_reason="cần cho kỳ họp",
                basis="",
                due_before=date(2026, 9, 22),
                proposed_due_on=date(2026, 9, 29),
            ),
        ),
        pauses=(
            Stretch(
                date(2026, 9, 16),
                date(2026, 9, 17),
                "chờ văn bản của Thường trực HĐND",
                due_before=date(2026, 9, 21),
                due_after=date(2026, 9, 22),
            ),
        ),
        declines=(Stretch(date(2026, 9, 15), date(2026, 9, 15), "đang đi tập huấn"),),
        submissions=late.submissions,
        chases=late.chases,
        coordinators=late.coordinators,
        evidence=(Evidence("bao-cao-kien-nghi-cu-tri.pdf", HASH, date(2026, 9, 22), date(2026, 9, 23)),),
    )
    return replace(given, **changes)  # type: ignore[arg-type]
