"""Words that tell a column's field where its heading stands in no table.

A rule is: field, words the heading must hold, words it must not. All folded. The first rule that fits counts, so the
narrower one stands first. Imports nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from tracker.exchange.rows import What

Rule = tuple[str, tuple[str, ...], tuple[str, ...]]

WEAK = frozenset(
    [
        "so",
        "ngay",
        "don",
        "vi",
        "ten",
        "ma",
        "noi",
        "dung",
        "ho",
        "ten",
        "tu",
        "den",
        "ca",
        "nhan",
        "can",
        "bo",
        "ghi",
        "chu",
        "ngay",
        "thang",
        "ket",
        "qua",
        "van",
        "ban",
        "nguoi",
        "tu",
        "ngay",
        "den",
        "ngay",
    ]
) | {
    "don vi",
    "noi dung",
    "ho ten",
    "ca nhan",
    "can bo",
    "tu ngay",
    "den ngay",
    "ngay thang",
    "ket qua",
    "van ban",
    "ho va ten",
}
"""Lower lines that mean nothing without the group heading over them."""

_PERSON = ("nguoi", "can bo", "cong chuc", "chuyen vien", "ca nhan", "cb", "cbcc")
_DOES = (
    "thuc hien",
    "chu tri",
    "phu trach",
    "xu ly",
    "dau moi",
    "duoc giao",
    "duoc phan cong",
    "tham muu",
    "giai quyet",
)
_DOCUMENT = ("van ban", "cong van", "vb")
_RESULT = ("ket qua", "bao cao", "san pham", "tra loi", "ket luan")

_TASKS: tuple[Rule, ...] = (
    ("draft_due_on", ("han", "du thao"), ()),
    ("no_deadline_reason", ("ly do", "khong", "han"), ()),
    ("extensions", ("lan", "gia han"), ()),
    ("returns", ("lan", "tra lai"), ()),
    ("chases", ("lan", "don doc"), ()),
    ("hand_overs", ("lan", "chuyen giao"), ()),
    ("remedy", ("khac phuc",), ()),
    ("cause", ("nguyen nhan",), ()),
    ("cause", ("ly do", "cham"), ()),
    ("cause", ("ly do", "qua han"), ()),
    ("obstacle", ("vuong mac",), ()),
    ("obstacle", ("kho khan",), ()),
    ("original_due_on", ("han", "ban dau"), ()),
    ("original_due_on", ("han", "goc"), ()),
    ("due_on", ("gia han", "den"), ("so",)),
    ("due_on", ("han", "gia han"), ("so",)),
    ("due_on", ("han", "hien tai"), ()),
    ("due_on", ("han", "dieu chinh"), ()),
    ("submitted_on", ("ngay", "hoan thanh"), ("han", "phai", "du kien")),
    ("submitted_on", ("hoan thanh", "thuc te"), ()),
    ("submitted_on", ("ngay", "nop"), ("han",)),
    ("confirmed_on", ("ngay", "xac nhan"), ()),
    ("percent", ("ty le", "hoan thanh"), ()),
    ("percent", ("%",), ()),
    *(
        ("deadline", ("han", words), ("qua han", "ly do"))
        for words in ("hoan thanh", "xu ly", "thuc hien", "giai quyet", "bao cao", "tra loi")
    ),
    ("deadline", ("thoi han",), ("qua han", "ly do")),
    ("deadline", ("ngay", "phai", "hoan thanh"), ()),
    ("source_summary", ("trich yeu",), ()),
    *(("source", ("so", "ngay", words), _RESULT) for words in _DOCUMENT),
    *(("product_number", ("so", words), ()) for words in ("ket qua", "bao cao", "tra loi")),
    *(("source_number", ("so", words), _RESULT) for words in (*_DOCUMENT, "ky hieu")),
    *(("source_on", ("ngay", words), _RESULT) for words in (*_DOCUMENT, "ban hanh")),
    ("coordinators", ("phoi hop",), ()),
    ("product", ("san pham",), ()),
    *(("product", ("ket qua", words), ()) for words in ("dau ra", "yeu cau", "phai dat", "can dat", "du kien")),
    *(("assigner", (who, "giao"), ("duoc giao", "nhan")) for who in ("nguoi", "lanh dao")),
    ("leader", ("lanh dao", "phu trach"), ()),
    ("leader", ("lanh dao", "theo doi"), ()),
    ("owner", ("chiu trach nhiem",), ()),
    *(("owner", (who, does), ()) for who in _PERSON for does in _DOES),
    *(("unit", (who, does), ()) for who in ("don vi", "phong", "co quan", "bo phan") for does in _DOES),
    ("assigned_on", ("ngay", "giao"), ()),
    ("starts_on", ("bat dau",), ()),
    ("urgency", ("khan",), ()),
    ("coefficient", ("he so",), ()),
    ("complexity", ("phuc tap",), ()),
    ("state", ("tinh trang",), ()),
    ("state", ("trang thai",), ()),
    ("public_concern", ("quan tam",), ()),
    *(("title", ("noi dung", words), ()) for words in ("nhiem vu", "cong viec", "giao", "chi dao", "viec")),
    ("title", ("nhiem vu", "duoc giao"), ()),
    ("number", ("ma", "nhiem vu"), ()),
    ("number", ("ma", "cong viec"), ()),
    ("note", ("ghi chu",), ()),
)

_OFFICIALS: tuple[Rule, ...] = (
    ("decision_on", ("ngay", "quyet dinh"), ("so",)),
    ("decision_number", ("quyet dinh",), ()),
    *(("code", ("ma", who), ()) for who in (*_PERSON, "nhan vien", "vien chuc", "cbccvc")),
    ("name", ("ho", "ten"), ()),
    ("title", ("chuc vu",), ("ngay", "lanh dao", "tu")),
    ("title", ("chuc danh",), ("ngay",)),
    ("ends_on", ("den ngay",), ()),
    ("starts_on", ("tu ngay",), ()),
    ("starts_on", ("ngay", "bo nhiem"), ()),
    ("unit", ("don vi",), ()),
    ("unit", ("phong ban",), ()),
    ("unit", ("noi cong tac",), ()),
    ("field", ("linh vuc",), ()),
    ("note", ("ghi chu",), ()),
)

_UNITS: tuple[Rule, ...] = (
    ("code", ("ma", "don vi"), ("cap tren",)),
    ("parent", ("cap tren",), ()),
    ("parent", ("truc thuoc",), ()),
    ("head", ("thu truong",), ()),
    ("head", ("dung dau",), ()),
    ("kind", ("loai",), ()),
    *(("name", ("ten", words), ("viet tat", "ban hanh")) for words in ("don vi", "co quan", "phong", "to chuc")),
    ("valid_from", ("tu ngay",), ()),
    ("valid_to", ("den ngay",), ()),
    ("place", ("dia danh",), ()),
)

RULES: Mapping[What, tuple[Rule, ...]] = {What.UNITS: _UNITS, What.OFFICIALS: _OFFICIALS, What.TASKS: _TASKS}
