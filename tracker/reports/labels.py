"""The Vietnamese words of codes, as they are printed. Pure tables and the small sentences made from them.

Imports domain enums only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.domain.events import CauseKind
from tracker.domain.officials import Right, Standing
from tracker.domain.tasks import Secrecy, SourceKind, TaskState, Urgency
from tracker.reports import vietnamese

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.figures.types import TaskRow

SOURCES: Mapping[str, str] = {
    SourceKind.DOCUMENT: "văn bản",
    SourceKind.MEETING: "kết luận họp",
    SourceKind.ORAL: "giao miệng",
    SourceKind.PLAN: "kế hoạch công tác",
    SourceKind.PETITION: "kiến nghị, phản ánh",
    SourceKind.INSPECTION: "kết luận kiểm tra",
    SourceKind.PERIODIC: "định kỳ",
}
URGENCIES: Mapping[str, str] = {
    Urgency.NORMAL: "thường",
    Urgency.URGENT: "khẩn",
    Urgency.VERY_URGENT: "thượng khẩn",
    Urgency.EXPRESS: "hỏa tốc",
}
SECRECIES: Mapping[str, str] = {Secrecy.NORMAL: "", Secrecy.RESTRICTED: "hạn chế người xem", Secrecy.SECRET: "mật"}
CAUSES: Mapping[str, str] = {
    CauseKind.SUBJECTIVE: "chủ quan",
    CauseKind.OBJECTIVE: "khách quan",
    CauseKind.COORDINATION: "do phối hợp",
}
STATES: Mapping[str, str] = {
    TaskState.DRAFT: "Dự thảo giao",
    TaskState.PROPOSED: "Đề xuất giao, chờ duyệt",
    TaskState.ASSIGNED: "Chưa thực hiện",
    TaskState.DOING: "Đang thực hiện",
    TaskState.SUBMITTED: "Chờ xác nhận",
    TaskState.DONE: "Hoàn thành",
    TaskState.REDO: "Trả lại, thực hiện lại",
    TaskState.DECLINED: "Từ chối, chờ quyết định",
    TaskState.PAUSED: "Tạm dừng",
    TaskState.RECALLED: "Thu hồi",
}
CLASSES: Mapping[str, str] = {
    "no_deadline": "không hạn",
    "in_time": "trong hạn",
    "due_soon": "sắp đến hạn",
    "overdue": "quá hạn",
    "done_early": "trước hạn",
    "done_on_time": "đúng hạn",
    "done_late": "quá hạn",
    "done_no_deadline": "không hạn",
}
EXTENSION_DECISIONS = {"approved": "đồng ý", "rejected": "không đồng ý"}
SUBMISSION_DECISIONS = {"confirmed": "xác nhận", "returned": "trả lại"}
DIRECTIONS = {"internal": "trong đơn vị", "in": "nhận từ nơi khác", "out": "chuyển đi nơi khác"}
ACTIONS = {
    "task.draft": "dự thảo giao",
    "task.propose": "đề xuất giao",
    "task.assign": "giao việc",
    "task.refuse": "không duyệt đề xuất",
    "task.start": "bắt đầu",
    "task.progress": "cập nhật tiến độ",
    "task.submit": "trình kết quả",
    "task.confirm": "xác nhận hoàn thành",
    "task.return": "trả lại",
    "task.decline": "từ chối",
    "task.insist": "yêu cầu thực hiện",
    "task.hand_over": "chuyển giao",
    "task.pause": "tạm dừng",
    "task.resume": "tiếp tục",
    "task.recall": "thu hồi",
    "task.chase": "đôn đốc",
    "task.edit": "sửa thông tin",
    "extension.ask": "đề nghị gia hạn",
    "extension.decide": "quyết định gia hạn",
    "coordination.answer": "phối hợp trả lời",
    "lateness.explain": "giải trình chậm",
    "lateness.accept": "xét giải trình",
    "evidence.add": "lưu minh chứng",
    "import": "nhập từ sổ cũ",
    "undo": "hoàn tác",
    "restore": "phục hồi dữ liệu",
    "generate": "tạo dữ liệu mẫu",
}
FIELDS = {
    "number": "mã",
    "title": "nội dung",
    "state": "tình trạng",
    "owner": "người chịu trách nhiệm",
    "assigner": "người giao",
    "superior": "cấp trên giao",
    "leader": "lãnh đạo phụ trách",
    "product": "sản phẩm",
    "product_number": "số sản phẩm",
    "product_on": "ngày sản phẩm",
    "quantity": "số lượng",
    "assigned_on": "ngày giao",
    "starts_on": "ngày bắt đầu",
    "original_due_on": "hạn ban đầu",
    "due_on": "hạn hiện tại",
    "draft_due_on": "hạn trình dự thảo",
    "deadline_days": "số ngày làm việc được giao",
    "no_deadline_reason": "lý do không hạn",
    "source_kind": "nguồn giao",
    "source_number": "số văn bản giao",
    "source_on": "ngày văn bản giao",
    "source_summary": "trích yếu văn bản giao",
    "source_issuer": "cơ quan ban hành",
    "authority": "thẩm quyền",
    "urgency": "độ khẩn",
    "secrecy": "độ mật",
    "field": "lĩnh vực",
    "complexity": "nhóm phức tạp",
    "coefficient": "hệ số K",
    "parent": "nhiệm vụ cha",
    "public_concern": "xã hội quan tâm",
    "percent": "tiến độ (%)",
    "obstacle": "vướng mắc",
    "submitted_on": "ngày trình",
    "confirmed_on": "ngày xác nhận",
    "recalled_on": "ngày thu hồi",
    "recall_reason": "lý do thu hồi",
    "paused_on": "ngày tạm dừng",
    "resume_state": "tình trạng trước khi tạm dừng",
    "resumed_on": "ngày tiếp tục",
    "due_before": "hạn trước đó",
    "due_after": "hạn sau đó",
    "proposed_due_on": "hạn đề nghị",
    "decision": "quyết định",
    "decision_reason": "lý do quyết định",
    "decided_on": "ngày quyết định",
    "decided_by": "người quyết định",
    "asked_on": "ngày đề nghị",
    "asked_by": "người đề nghị",
    "reason": "lý do",
    "basis": "căn cứ",
    "basis_on": "ngày căn cứ",
    "note": "ghi chú",
    "name": "tên",
    "part": "phần việc phối hợp",
    "answer": "trả lời",
    "answered_on": "ngày trả lời",
    "cause": "nguyên nhân",
    "text": "nội dung giải trình",
    "remedy": "biện pháp khắc phục",
    "accepted": "chấp nhận giải trình",
    "document": "văn bản xác nhận",
    "objective_cause": "văn bản xác nhận khách quan",
    "faults": "lỗi chất lượng",
    "from_owner": "người giao lại",
    "to_owner": "người nhận",
    "handed_on": "ngày chuyển giao",
    "handed_by": "người quyết định chuyển",
    "reported_on": "ngày báo cáo",
    "reported_by": "người báo cáo",
    "chased_on": "ngày đôn đốc",
    "chased_by": "người đôn đốc",
    "extensions": "số lần gia hạn",
    "hand_overs": "số lần chuyển giao",
    "returns": "số lần trả lại",
    "chases": "số lần đôn đốc",
    "pauses": "số lần tạm dừng",
    "changed_after_start": "đã sửa sau khi bắt đầu",
    "dated_on": "ngày của minh chứng",
    "filed_on": "ngày lưu minh chứng",
    "filed_by": "người lưu minh chứng",
    "paused_by": "người cho tạm dừng",
    "resumed_by": "người cho tiếp tục",
    "declined_on": "ngày từ chối",
    "declined_by": "người từ chối",
    "explained_on": "ngày giải trình",
    "explained_by": "người giải trình",
    "accepted_on": "ngày xét giải trình",
    "accepted_by": "người xét giải trình",
    "document_on": "ngày văn bản xác nhận",
    "official": "cán bộ phối hợp",
    "coordinator": "người phối hợp",
    "coordinator_due_on": "hạn phối hợp",
    "file": "tệp minh chứng",
    "submitted_by": "người trình",
    "sha256": "mã băm",
    "size": "dung lượng (byte)",
    "unit_name": "tên đầy đủ",
    "short_name": "tên ngắn",
    "unit_above": "đơn vị cấp trên",
    "superior_body": "cơ quan cấp trên",
    "symbol": "ký hiệu trên văn bản",
    "issuing_name": "tên trên văn bản",
    "awaited_head": "người đứng đầu đang chờ bổ nhiệm",
    "valid_from": "có hiệu lực từ",
    "valid_to": "có hiệu lực đến",
    "successor": "đơn vị kế tục",
    "full_name": "họ và tên",
    "person": "cán bộ",
    "post": "chức vụ",
    "unit": "đơn vị",
    "standing": "vai trò",
    "leads": "chức danh lãnh đạo",
    "held_from_on": "từ ngày",
    "ends_on": "đến ngày",
    "decision_number": "số quyết định",
    "decision_on": "ngày quyết định",
    "right_name": "quyền",
    "revoked": "đã thu quyền",
    "value": "giá trị",
    "day_off": "tên gọi",
    "working": "ngày làm việc",
    "confirmed": "xác nhận",
    "ruling": "văn bản",
    "report_number": "số báo cáo",
    "issued_on": "ngày phát hành",
}
"""Names of fields. A field that is not here (a register of its own kind) is printed by its own name."""

_VALUES: dict[str, Mapping[str, str]] = {
    "standing": {Standing.HEAD: "người đứng đầu", Standing.DEPUTY: "cấp phó", Standing.MEMBER: "công chức, nhân viên"},
    "right_name": {
        Right.CLERK: "văn thư, theo dõi nhiệm vụ",
        Right.INSPECTOR: "người kiểm tra",
        Right.ADMINISTRATOR: "quản trị",
    },
    "state": STATES,
    "resume_state": STATES,
    "source_kind": SOURCES,
    "urgency": URGENCIES,
    "secrecy": SECRECIES,
    "cause": CAUSES,
    "decision": EXTENSION_DECISIONS
    | SUBMISSION_DECISIONS
    | {"insisted": "yêu cầu thực hiện", "handed_over": "giao người khác"},
}


def action(code: str) -> str:
    """What was done, of the code of an action; one that has no word here (it changes no task) by its code."""
    return ACTIONS.get(code, code)


def value(field: str, shown: object) -> str:
    """A value of a journal row: codes as words, days and numbers as written here, an empty one as a dash."""
    if shown is None or shown == "":
        return "(trống)"
    if isinstance(shown, bool):
        return "có" if shown else "không"
    if isinstance(shown, str):
        return _VALUES.get(field, {}).get(shown, shown)
    return vietnamese.shown(shown)


def status(task: TaskRow, seen_on: date) -> str:
    """How a task stands on the day of the sheet, in the words of an office.

    State, deadline class, and what happened to it.
    """
    return vietnamese.joined(
        _standing(task, seen_on),
        f"trả lại {task.returns} lần" if task.returns else "",
        f"đôn đốc {task.chases} lần" if task.chases else "",
        "xã hội quan tâm" if task.public_concern else "",
    )


def _standing(task: TaskRow, seen_on: date) -> str:
    state, kind = STATES.get(task.state, task.state), CLASSES.get(task.deadline_class or "", "")
    if task.state == TaskState.DONE:
        return f"{state} {kind}".rstrip()
    if task.state == TaskState.DOING and task.percent:
        state = f"{state} {task.percent}{vietnamese.NBSP}%"
    if task.due_on == seen_on and kind in ("trong hạn", "sắp đến hạn"):
        kind = f"đến hạn {vietnamese.short_day(seen_on)}"
    return vietnamese.joined(state, kind, by=", ")


def full_deadline(task: TaskRow) -> str:
    """The present deadline with its year and the number of changes: 03/9/2026 (1 lần)."""
    return deadline(task, 0)


def deadline(task: TaskRow, year: int) -> str:
    """The present deadline, with the number of extensions beside it (of pauses, where one moved it).

    "không hạn" without one.
    """
    if task.due_on is None:
        return "không hạn"
    shown = vietnamese.day_in(task.due_on, year)
    extended = _times("", task.extensions)
    paused = _times("dừng ", task.pauses if task.due_on != task.original_due_on else 0)
    return vietnamese.joined(shown, extended, paused, by=" ")


def _times(what: str, number: int) -> str:
    """(2 lần), never broken over two lines; nothing for none."""
    return f"({what}{number} lần)".replace(" ", vietnamese.NBSP) if number else ""


def source(task: TaskRow) -> str:
    """The document that gave the task, or the kind of source where there is none."""
    if task.source_number:
        return vietnamese.joined(task.source_number, vietnamese.day(task.source_on) if task.source_on else "", by=", ")
    kind = str(SOURCES.get(task.source_kind, task.source_kind))
    return vietnamese.joined(kind, vietnamese.day(task.source_on) if task.source_on else "", by=" ")
