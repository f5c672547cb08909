"""Facts as figures would hand them over: the Văn phòng of the sample office in quarter III/2026, and pieces to vary it."""

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


def _done(
    number: str, title: str, source: str, on: date, owner: Person, given: date, due: date, done: date, product: str
) -> TaskRow:
    kind = "done_early" if done < due else "done_on_time" if done == due else "done_late"
    return a_task(
        number, title=title, source_number=source, source_on=on, owner=owner, assigned_on=given, original_due_on=due,
        due_on=due, submitted_on=done, confirmed_on=done, product=product, deadline_class=kind, coordinators=(),
        product_number="",
    )  # fmt: skip


def _open(
    number: str,
    title: str,
    source: str,
    on: date,
    owner: Person,
    given: date,
    due: date | None,
    product: str,
    **more: object,
) -> TaskRow:
    return a_task(
        number, title=title, source_number=source, source_on=on, owner=owner, assigned_on=given, original_due_on=due,
        due_on=due, submitted_on=None, confirmed_on=None, product=product, product_number="", coordinators=(),
        **{"state": "doing", "deadline_class": "in_time"} | more,
    )  # fmt: skip


def the_tasks() -> tuple[TaskRow, ...]:
    """The seventeen tasks of the Văn phòng in the quarter."""
    d = date
    return (
        a_task(),
        _done("NV04", "Báo cáo kết quả tiếp công dân, xử lý đơn thư quý II", "", d(2026, 7, 1), LAM, d(2026, 7, 1), d(2026, 7, 10), d(2026, 7, 9), "Báo cáo"),
        _done("NV05", "Kiểm tra đột xuất việc chấp hành kỷ luật, kỷ cương hành chính tại các phòng", "131/KH-UBND", d(2026, 7, 15), DAO, d(2026, 7, 16), d(2026, 8, 28), d(2026, 8, 26), "Biên bản, báo cáo"),
        _done("NV07", "Tổ chức ký cam kết thực hiện hai bộ quy tắc ứng xử", "102/KH-UBND", d(2026, 7, 1), AN, d(2026, 7, 2), d(2026, 7, 17), d(2026, 7, 16), "Bản cam kết"),
        replace(
            _done("NV19", "Cấp trích lục hộ tịch còn tồn từ dữ liệu số hóa", "2260/UBND-TP", d(2026, 7, 9), UOC, d(2026, 7, 13), d(2026, 9, 3), d(2026, 9, 3), "Báo cáo số hồ sơ"),
            original_due_on=d(2026, 8, 31), extensions=1, coordinators=("Triệu Ngọc Ánh",),
        ),
        _open("NV20", "Số hóa sổ hộ tịch giai đoạn 1990 - 2005", "95/KH-UBND", d(2026, 6, 26), UOC, d(2026, 7, 1), d(2026, 9, 30), "Biên bản nghiệm thu", percent=88, deadline_class="due_soon"),
        _done("NV21", "Công khai phí, lệ phí trên trang thông tin điện tử phường", "2340/UBND-VP", d(2026, 7, 17), AN, d(2026, 7, 20), d(2026, 7, 31), d(2026, 7, 30), "Chuyên mục"),
        _late_done(),
        _done("NV23", "Xây dựng quy định nâng cao chất lượng báo cáo", "144/KH-UBND", d(2026, 8, 7), DAO, d(2026, 8, 10), d(2026, 9, 11), d(2026, 9, 10), "Quy định"),
        _open("NV24", "Rà soát bản mô tả công việc theo khung năng lực vị trí việc làm", "148/KH-UBND", d(2026, 8, 14), KHOAT, d(2026, 8, 17), d(2026, 9, 30), "Bảng tổng hợp, bản mô tả", deadline_class="due_soon", changed_after_start=True),
        _open("NV25", "Tổng hợp đánh giá, xếp loại công chức quý III năm 2026", "168/TB-UBND", d(2026, 9, 21), KHOAT, d(2026, 9, 21), d(2026, 10, 5), "Bảng tổng hợp", state="assigned", deadline_class="due_soon"),
        _done("NV30", "Giải quyết khiếu nại lần đầu về bồi thường cây trồng (hộ N.V.T.)", "12/TB-UBND", d(2026, 7, 17), LAM, d(2026, 7, 20), d(2026, 9, 18), d(2026, 9, 17), "Quyết định giải quyết"),
        _open("NV31", "Xác minh nội dung tố cáo theo quyết định thụ lý", "41/QĐ-UBND", d(2026, 8, 21), KHOAT, d(2026, 8, 24), d(2026, 10, 23), "Báo cáo xác minh"),
        _open("NV32", "Chuẩn bị tài liệu kỳ họp thường lệ cuối năm HĐND phường", "30/KH-HĐND", d(2026, 9, 25), NGUYET, d(2026, 9, 28), d(2026, 11, 27), "Bộ tài liệu", state="assigned"),
        _open("NV36", "Tham mưu phương án sắp xếp tổ dân phố", "2310/UBND-NV", d(2026, 7, 14), DAO, d(2026, 7, 15), None, "Đề án", state="paused", deadline_class=None, hand_overs=1, no_deadline_reason="chờ hướng dẫn của thành phố"),
        _late_open(),
        _done("NV40", "Báo cáo phục vụ đoàn kiểm tra trách nhiệm người đứng đầu", "3102/UBND-NC", d(2026, 9, 24), KHOAT, d(2026, 9, 24), d(2026, 9, 28), d(2026, 9, 28), "Báo cáo"),
    )  # fmt: skip


def _late_done() -> TaskRow:
    task = _done(
        "NV22", "Xây dựng quy định giảm thời gian, nâng cao chất lượng cuộc họp", "141/KH-UBND", date(2026, 8, 3), NGUYET,
        date(2026, 8, 3), date(2026, 8, 28), date(2026, 9, 4), "Quy định",
    )  # fmt: skip
    return replace(
        task,
        days_late=7,
        working_days_late=2,
        causes=(Explanation("subjective", "chưa chủ động lấy ý kiến các phòng", "gửi dự thảo trước 5 ngày làm việc", date(2026, 9, 7), "Hà Thị Ánh Nguyệt", True),),
        late_records=(LateRecord("task.confirm", date(2026, 9, 4), datetime(2026, 9, 14, 7, 5, tzinfo=UTC)),),
    )  # fmt: skip


def _late_open() -> TaskRow:
    task = _open(
        "NV39", "Tổng hợp ý kiến, kiến nghị cử tri trước kỳ họp", "29/KH-HĐND", date(2026, 9, 11), NGUYET, date(2026, 9, 14),
        date(2026, 9, 22), "Báo cáo", state="redo", deadline_class="overdue",
    )  # fmt: skip
    return replace(
        task,
        coordinators=("các phòng",),
        returns=1,
        chases=2,
        days_late=8,
        working_days_late=6,
        public_concern=True,
        causes=(Explanation("coordination", "Phòng Văn hóa - Xã hội gửi số liệu chậm", "", date(2026, 9, 25), "Hà Thị Ánh Nguyệt"),),
    )  # fmt: skip


def the_late() -> tuple[LateTask, ...]:
    return (
        LateTask(
            task=_late_open(),
            custody=(
                Custody(AN, "VP", date(2026, 9, 14), date(2026, 9, 22), 7, 0),
                Custody(NGUYET, "VP", date(2026, 9, 23), None, 6, 6, "đi công tác"),
            ),
            submissions=(
                Submission(date(2026, 9, 22), "", None, date(2026, 9, 24), "returned", "Vương Đình Khoát", "thiếu số liệu của hai phòng"),
            ),
            coordinators=(
                Coordinator("Nguyễn Thị Sao Mai (Phòng Văn hóa - Xã hội)", "số liệu an sinh", date(2026, 9, 21), date(2026, 9, 28), "đã gửi bảng tổng hợp"),
                Coordinator("Phòng Kinh tế, Hạ tầng và Đô thị", "", date(2026, 9, 21)),
            ),
            chases=(Chase(date(2026, 9, 23), KHOAT.name, "quá hạn"), Chase(date(2026, 9, 28), KHOAT.name, "vẫn chưa xong")),
        ),
        LateTask(task=_late_done(), custody=(Custody(NGUYET, "VP", date(2026, 8, 3), date(2026, 9, 4), 23, 2),)),
    )  # fmt: skip


def the_counts() -> Counts:
    return Counts(
        assigned=17, total=17, done_early=7, done_on_time=2, done_late=1, doing_in_time=5, doing_overdue=1, paused=1,
        on_time_rate=Decimal("0.8182"),
    )  # fmt: skip


def the_officials() -> tuple[OfficialRow, ...]:
    full = Decimal(1)
    return (
        OfficialRow(KHOAT, "VP", Counts(assigned=4, total=4, done_on_time=1, doing_in_time=3, on_time_rate=full)),
        OfficialRow(DAO, "VP", Counts(assigned=2, received=1, total=3, done_early=2, paused=1, on_time_rate=full)),
        OfficialRow(
            NGUYET,
            "VP",
            Counts(assigned=5, handed_over=1, total=4, done_early=1, done_late=1, doing_in_time=1, doing_overdue=1, on_time_rate=Decimal("0.3333")),
            returns=1,
            chases=2,
            days_late=15,
            working_days_late=8,
        ),
        OfficialRow(UOC, "VP", Counts(assigned=2, total=2, done_on_time=1, doing_in_time=1, on_time_rate=full), extensions=1),
        OfficialRow(AN, "VP", Counts(assigned=2, total=2, done_early=2, on_time_rate=full)),
        OfficialRow(LAM, "VP", Counts(assigned=2, total=2, done_early=2, on_time_rate=full)),
    )  # fmt: skip


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
        previous=Counts(carried_over=2, assigned=12, recalled=1, total=13, done_early=6, done_on_time=4, done_late=2, doing_overdue=1, on_time_rate=Decimal("0.7692")),
        previous_period=Q2,
        extensions=(ExtensionRow("NV19", "Cấp trích lục hộ tịch còn tồn từ dữ liệu số hóa", UOC.name, an_extension(), date(2026, 8, 31)),),
        hand_overs=(HandOverRow("NV36", "Tham mưu phương án sắp xếp tổ dân phố", date(2026, 8, 10), NGUYET.name, DAO.name, KHOAT.name, "đúng lĩnh vực phụ trách", "12/TB-VP"),),
        old_books=(OldBook(5, datetime(2026, 7, 6, 2, 0, tzinfo=UTC)),),
    )  # fmt: skip
    return replace(given, **changes)  # type: ignore[arg-type]


def an_empty_accountability(**changes: object) -> Accountability:
    """A unit that had nothing to do."""
    nothing: dict[str, object] = {
        "counts": Counts(), "officials": (), "internal": Internal(), "late": (), "tasks": (), "extensions": (), "hand_overs": (),
        "old_books": (), "previous": None, "previous_period": Q2,
    }  # fmt: skip
    return an_accountability(**nothing | changes)


def many_tasks(number: int) -> Accountability:
    """A report with so many open tasks of the head alone, each different."""
    words = "tổng hợp rà soát xây dựng kế hoạch báo cáo kết quả kiểm tra giám sát thực hiện nhiệm vụ cải cách hành chính đất đai".split()
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
        counts=counts, officials=(OfficialRow(KHOAT, "VP", counts),), internal=Internal(), late=(), tasks=tasks,
        previous=None, previous_period=None, extensions=(), hand_overs=(), old_books=(),
    )  # fmt: skip


def a_history(**changes: object) -> TaskHistory:
    """The life of NV39: handed over, returned, chased, overdue."""
    late = the_late()[0]
    at = datetime(2026, 9, 14, 1, 30, tzinfo=UTC)
    given = TaskHistory(
        paper=a_paper(letterhead=a_letterhead(symbol="VP")),
        task=_late_open(),
        seen_on=date(2026, 9, 30),
        authority="theo chức vụ",
        urgency="normal",
        field="Tổng hợp",
        coefficient=Decimal(8),
        quantity=1,
        custody=late.custody,
        entries=(
            HistoryEntry(211, date(2026, 9, 14), at, KHOAT.name, "task.assign", changes=(Change("state", None, "assigned"), Change("due_on", None, date(2026, 9, 22)))),
            HistoryEntry(240, date(2026, 9, 22), at.replace(day=22), KHOAT.name, "task.hand_over", reason="đi công tác", changes=(Change("owner", AN.name, NGUYET.name),)),
            HistoryEntry(251, date(2026, 9, 24), at.replace(day=29), AN.name, "task.return", on_behalf_of=KHOAT.name, reason="thiếu số liệu của hai phòng", changes=(Change("state", "submitted", "redo"),)),
        ),
        extensions=(an_extension(decision="rejected", decided_on=date(2026, 9, 21), decision_reason="cần cho kỳ họp", basis="", due_before=date(2026, 9, 22), proposed_due_on=date(2026, 9, 29)),),
        pauses=(Stretch(date(2026, 9, 16), date(2026, 9, 17), "chờ văn bản của Thường trực HĐND", due_before=date(2026, 9, 21), due_after=date(2026, 9, 22)),),
        declines=(Stretch(date(2026, 9, 15), date(2026, 9, 15), "đang đi tập huấn"),),
        submissions=late.submissions,
        chases=late.chases,
        coordinators=late.coordinators,
        evidence=(Evidence("bao-cao-kien-nghi-cu-tri.pdf", HASH, date(2026, 9, 22), date(2026, 9, 23)),),
    )  # fmt: skip
    return replace(given, **changes)  # type: ignore[arg-type]
