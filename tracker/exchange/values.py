"""What offices write for states, urgency, kinds and the rest: one table per field, our own word first.

Imports only tracker.domain. The texts are compared folded (no case, no accents, punctuation as blanks). A value that
stands in no table is refused by row; nothing is guessed: "xong rồi" may mean submitted or confirmed.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from tracker.domain.events import CauseKind
from tracker.domain.officials import Employment, Standing
from tracker.domain.tasks import Secrecy, SourceKind, TaskState, Urgency
from tracker.domain.units import UnitKind

# fmt: off
STATES: Mapping[StrEnum, tuple[str, ...]] = {
    TaskState.DRAFT: ("Dự thảo giao", "Dự thảo", "Nháp", "Đang soạn"),
    TaskState.PROPOSED: ("Đề xuất giao, chờ duyệt", "Đề xuất giao", "Chờ duyệt", "Chờ duyệt giao", "Đề xuất"),
    TaskState.ASSIGNED: (
        "Chưa thực hiện", "Đã giao", "Mới giao", "Chưa triển khai", "Chưa bắt đầu", "Chưa xử lý", "Chưa làm",
        "Đã giao, chưa thực hiện", "Chưa thực hiện, trong hạn", "Chưa thực hiện trong hạn", "Chưa thực hiện quá hạn",
        "Chưa thực hiện sắp quá hạn", "Chưa thực hiện, sắp quá hạn", "Mới nhận", "Chưa tiếp nhận", "Chờ thực hiện",
    ),
    TaskState.DOING: (
        "Đang thực hiện", "Đang xử lý", "Đang triển khai", "Đang làm", "Chưa hoàn thành", "Đang tham mưu",
        "Đang giải quyết", "Chưa xong", "Đang thực hiện trong hạn", "Đang thực hiện quá hạn",
        "Đang thực hiện sắp quá hạn", "Đang thực hiện không hạn", "Đang tiến hành", "Chưa hoàn thành quá hạn",
        "Chưa hoàn thành trong hạn", "Đang thực hiện sắp đến hạn", "Đang xử lý trong hạn", "Đang xử lý quá hạn",
        "Quá hạn chưa hoàn thành", "Quá hạn, chưa xong", "Đã tiếp nhận", "Đang triển khai thực hiện",
        "Đang tổ chức thực hiện", "Đang thực hiện (trong hạn)", "Đang thực hiện (quá hạn)",
        "Chưa hoàn thành (quá hạn)", "Chưa hoàn thành (trong hạn)", "Trong hạn chưa hoàn thành",
    ),
    TaskState.SUBMITTED: (
        "Chờ xác nhận hoàn thành", "Chờ xác nhận", "Đã báo cáo, chờ xác nhận", "Đã nộp", "Đã nộp, chờ xác nhận",
        "Đã trình", "Chờ nghiệm thu", "Đã báo cáo chờ xác nhận", "Chờ xác nhận trong hạn", "Chờ xác nhận quá hạn",
        "Chờ phê duyệt kết quả", "Đã trình, chờ duyệt", "Chờ duyệt kết quả", "Đã trình kết quả", "Đã báo cáo",
    ),
    TaskState.DONE: (
        "Đã hoàn thành", "Hoàn thành", "Hoàn thành đúng hạn", "Hoàn thành trước hạn", "Hoàn thành quá hạn",
        "Hoàn thành trễ hạn", "Hoàn thành chậm", "Hoàn thành trong hạn", "Đã hoàn thành đúng hạn",
        "Đã hoàn thành trước hạn", "Đã hoàn thành trong hạn", "Đã hoàn thành quá hạn", "Đã hoàn thành trễ hạn",
        "Đã hoàn thành không hạn", "Đã hoàn thành chậm", "Đã hoàn thành, đúng hạn", "Đã hoàn thành, quá hạn",
        "Hoàn thành chậm hạn", "Đã hoàn thành chậm hạn", "Đã xác nhận hoàn thành", "Đã nghiệm thu", "HT",
        "Đã thực hiện xong", "Hoàn thành muộn", "Đã hoàn thành muộn", "Đã xử lý xong", "Đã giải quyết xong",
    ),
    TaskState.REDO: (
        "Trả lại, thực hiện lại", "Trả lại", "Thực hiện lại", "Xử lý lại", "Yêu cầu thực hiện lại", "Làm lại",
        "Trả lại để thực hiện lại",
    ),
    TaskState.DECLINED: (
        "Từ chối, đề nghị chuyển", "Từ chối", "Đề nghị chuyển", "Từ chối nhiệm vụ", "Từ chối / đề nghị chuyển",
        "Từ chối thực hiện",
    ),
    TaskState.PAUSED: ("Tạm dừng", "Tạm hoãn", "Tạm ngừng", "Tạm dừng thực hiện", "Đang tạm dừng"),
    TaskState.RECALLED: (
        "Thu hồi", "Hủy giao", "Thu hồi / hủy giao", "Đã thu hồi", "Thu hồi, hủy giao", "Hủy", "Đã hủy",
        "Rút nhiệm vụ",
    ),
}

CLASSES = (
    "Trong hạn", "Quá hạn", "Sắp đến hạn", "Sắp quá hạn", "Đến hạn", "Đúng hạn", "Trước hạn", "Trễ hạn", "Chậm",
    "Chậm hạn", "Chậm muộn", "Còn hạn", "Chậm tiến độ", "Đúng tiến độ",
)
"""Words of the deadline axis in a column of states: not they say whether a task is done, but a day of completion."""

URGENCIES: Mapping[StrEnum, tuple[str, ...]] = {
    Urgency.NORMAL: ("thường", "bình thường", "không khẩn", "không", "thông thường"),
    Urgency.URGENT: ("khẩn", "gấp", "khẩn trương", "ưu tiên"),
    Urgency.VERY_URGENT: ("thượng khẩn", "rất khẩn", "rất gấp"),
    Urgency.EXPRESS: ("hỏa tốc", "hỏa tốc hẹn giờ"),
}

SECRECIES: Mapping[StrEnum, tuple[str, ...]] = {
    Secrecy.NORMAL: ("thường", "không mật", "không", "bình thường"),
    Secrecy.RESTRICTED: ("hạn chế", "hạn chế người xem", "nội bộ", "lưu hành nội bộ"),
    Secrecy.SECRET: ("mật", "tối mật", "tuyệt mật"),
}

SOURCE_KINDS: Mapping[StrEnum, tuple[str, ...]] = {
    SourceKind.DOCUMENT: ("văn bản", "văn bản giao", "văn bản chỉ đạo", "công văn", "văn bản đến"),
    SourceKind.MEETING: (
        "kết luận họp", "kết luận cuộc họp", "cuộc họp", "họp", "thông báo kết luận", "giao ban", "họp giao ban",
        "kết luận giao ban",
    ),
    SourceKind.ORAL: ("chỉ đạo miệng", "giao miệng", "miệng", "trực tiếp", "giao trực tiếp", "chỉ đạo trực tiếp"),
    SourceKind.PLAN: (
        "kế hoạch công tác", "kế hoạch", "chương trình công tác", "chương trình, kế hoạch", "chương trình",
    ),
    SourceKind.PETITION: (
        "kiến nghị, phản ánh", "phản ánh, kiến nghị", "đơn thư", "kiến nghị", "phản ánh", "kiến nghị phản ánh",
        "khiếu nại, tố cáo",
    ),
    SourceKind.INSPECTION: (
        "kết luận kiểm tra", "kết luận thanh tra", "kiểm tra", "thanh tra", "kết luận thanh tra, kiểm tra",
    ),
    SourceKind.PERIODIC: ("định kỳ", "thường xuyên", "công việc định kỳ", "nhiệm vụ thường xuyên", "báo cáo định kỳ"),
}

SOURCE_WORDS: tuple[tuple[str, SourceKind], ...] = (
    ("dinh ky", SourceKind.PERIODIC),
    ("thuong xuyen", SourceKind.PERIODIC),
    ("hang thang", SourceKind.PERIODIC),
    ("hang quy", SourceKind.PERIODIC),
    ("mieng", SourceKind.ORAL),
    ("truc tiep", SourceKind.ORAL),
    ("dien thoai", SourceKind.ORAL),
    ("giao ban", SourceKind.MEETING),
    ("hop", SourceKind.MEETING),
    ("ke hoach", SourceKind.PLAN),
    ("chuong trinh", SourceKind.PLAN),
    ("phan anh", SourceKind.PETITION),
    ("kien nghi", SourceKind.PETITION),
    ("don thu", SourceKind.PETITION),
    ("kiem tra", SourceKind.INSPECTION),
    ("thanh tra", SourceKind.INSPECTION),
)
"""Folded words that tell the kind of source where the document column holds no number; the first that occurs counts."""

CAUSE_KINDS: Mapping[StrEnum, tuple[str, ...]] = {
    CauseKind.SUBJECTIVE: ("chủ quan", "nguyên nhân chủ quan"),
    CauseKind.OBJECTIVE: ("khách quan", "nguyên nhân khách quan"),
    CauseKind.COORDINATION: ("phối hợp", "do phối hợp", "đơn vị phối hợp chậm", "do đơn vị phối hợp"),
}

UNIT_KINDS: Mapping[StrEnum, tuple[str, ...]] = {
    UnitKind.PROVINCE: (
        "tỉnh, thành phố", "tỉnh", "thành phố", "thành phố trực thuộc trung ương", "UBND tỉnh", "UBND thành phố",
        "cấp tỉnh",
    ),
    UnitKind.DEPARTMENT: ("sở", "sở, ngành", "sở ngành", "cơ quan chuyên môn cấp tỉnh"),
    UnitKind.PROVINCIAL_OFFICE: (
        "văn phòng UBND tỉnh", "văn phòng tỉnh", "văn phòng cấp tỉnh", "văn phòng UBND thành phố",
    ),
    UnitKind.DISTRICT: (
        "quận, huyện", "quận", "huyện", "thị xã", "UBND quận", "UBND huyện", "cấp huyện", "thành phố thuộc tỉnh",
    ),
    UnitKind.COMMUNE: ("xã", "UBND xã", "cấp xã"),
    UnitKind.WARD: ("phường", "UBND phường"),
    UnitKind.SPECIAL_ZONE: ("đặc khu", "UBND đặc khu"),
    UnitKind.TOWNSHIP: ("thị trấn", "UBND thị trấn"),
    UnitKind.OFFICE: ("văn phòng", "văn phòng HĐND và UBND"),
    UnitKind.DIVISION: ("phòng", "phòng chuyên môn", "phòng ban", "ban", "phòng, ban"),
    UnitKind.SERVICE_CENTRE: (
        "trung tâm", "trung tâm phục vụ hành chính công", "trung tâm hành chính công", "TTPVHCC", "bộ phận một cửa",
        "một cửa",
    ),
    UnitKind.PUBLIC_SERVICE_UNIT: (
        "đơn vị sự nghiệp", "đơn vị sự nghiệp công lập", "trường học", "trường", "trạm y tế", "trạm", "sự nghiệp",
    ),
    UnitKind.NEIGHBOURHOOD: (
        "tổ dân phố, thôn", "tổ dân phố", "thôn", "ấp", "bản", "khu phố", "khu dân cư", "làng", "buôn",
    ),
    UnitKind.OTHER: ("khác", "cơ quan khác", "tổ chức khác", "đoàn thể", "tổ", "đội", "bộ phận"),
}

STANDINGS: Mapping[StrEnum, tuple[str, ...]] = {
    Standing.HEAD: ("người đứng đầu", "đứng đầu", "thủ trưởng", "cấp trưởng", "trưởng", "lãnh đạo đứng đầu"),
    Standing.DEPUTY: ("cấp phó", "phó", "phó thủ trưởng", "cấp phó của người đứng đầu"),
    Standing.MEMBER: ("thành viên", "chuyên viên", "công chức", "nhân viên", "cán bộ"),
}

EMPLOYMENTS: Mapping[StrEnum, tuple[str, ...]] = {
    Employment.ELECTED: ("cán bộ", "cán bộ bầu cử", "bầu cử", "cán bộ chuyên trách", "dân cử"),
    Employment.CIVIL_SERVANT: ("công chức", "CC"),
    Employment.PUBLIC_EMPLOYEE: ("viên chức", "VC"),
    Employment.CONTRACT: (
        "hợp đồng", "hợp đồng lao động", "HĐLĐ", "người lao động", "lao động hợp đồng", "hợp đồng 111", "HĐ",
        "không chuyên trách",
    ),
}

YES = ("có", "x", "đúng", "1", "yes", "true", "v", "chính", "phải")
NO = ("không", "0", "no", "false", "kiêm nhiệm", "sai", "-")

NO_DEADLINE = (
    "không hạn", "không có hạn", "không thời hạn", "không xác định", "không xác định thời hạn", "không có thời hạn",
    "thường xuyên", "không quy định thời hạn", "không đặt hạn", "không giao hạn", "chưa xác định thời hạn",
    "không quy định", "không ấn định thời hạn",
)
"""Words that stand for a deadline that there is none; they are kept as its reason."""

TABLES: tuple[Mapping[StrEnum, tuple[str, ...]], ...] = (
    STATES, URGENCIES, SECRECIES, SOURCE_KINDS, CAUSE_KINDS, UNIT_KINDS, STANDINGS, EMPLOYMENTS,
)
"""Every table of meanings."""
