"""What offices call the columns of their books: one table of headings per kind of sheet. Imports nothing of ours.

The first heading of each field is the one our own export writes. All are written as people write them; they are
compared folded (no case, no accents, punctuation as blanks), so one spelling each is enough. A heading of two rows
("Thời hạn" over "Ban đầu", "Gia hạn") is compared as one text, "Thời hạn Ban đầu".
"""

from __future__ import annotations

from collections.abc import Mapping

from tracker.exchange.rows import What

Synonyms = Mapping[str, tuple[str, ...]]

# fmt: off
SERIAL = ("STT", "TT", "Số TT", "Số thứ tự", "Thứ tự", "No", "#")
"""Headings of the running number, which is read only to tell a task's line from a heading's or a signature's."""

UNITS: Synonyms = {
    "code": ("Mã đơn vị", "Mã", "Mã ĐV", "Mã số", "Mã cơ quan", "Mã phòng", "Mã phòng ban", "Mã định danh"),
    "name": (
        "Tên đơn vị", "Tên", "Đơn vị", "Tên cơ quan", "Tên cơ quan, đơn vị", "Cơ quan, đơn vị", "Tên phòng",
        "Tên phòng ban", "Phòng ban", "Tên đầy đủ", "Tên phòng, ban, đơn vị", "Phòng, ban, đơn vị", "Tên tổ chức",
    ),
    "short_name": ("Tên viết tắt", "Tên ngắn", "Tên rút gọn", "Viết tắt", "Tên gọi tắt", "Gọi tắt"),
    "parent": (
        "Đơn vị cấp trên", "Trực thuộc", "Cấp trên", "Đơn vị cha", "Mã đơn vị cấp trên", "Đơn vị quản lý",
        "Trực thuộc đơn vị", "Cơ quan cấp trên", "Thuộc đơn vị", "Thuộc", "Đơn vị chủ quản", "Mã cấp trên",
        "Mã đơn vị cha", "Cấp trên trực tiếp",
    ),
    "superior": ("Cơ quan chủ quản", "Cơ quan chủ quản cấp trên", "Tên cơ quan chủ quản"),
    "kind": ("Loại", "Loại đơn vị", "Loại hình", "Loại hình đơn vị", "Phân loại", "Kiểu đơn vị", "Cấp đơn vị"),
    "head": (
        "Thủ trưởng", "Người đứng đầu", "Lãnh đạo", "Trưởng đơn vị", "Thủ trưởng đơn vị", "Mã thủ trưởng",
        "Mã người đứng đầu", "Trưởng phòng", "Lãnh đạo đơn vị", "Cấp trưởng", "Họ tên thủ trưởng", "Phụ trách đơn vị",
    ),
    "symbol": ("Ký hiệu văn bản", "Ký hiệu", "Ký hiệu đơn vị", "Chữ viết tắt trong số văn bản", "Ký hiệu ban hành"),
    "issuing_name": ("Tên trên văn bản", "Tên cơ quan ban hành", "Tên ban hành văn bản", "Tên trên tiêu đề văn bản"),
    "place": ("Địa danh", "Nơi ban hành", "Địa danh văn bản"),
    "valid_from": (
        "Hiệu lực từ", "Từ ngày", "Có hiệu lực từ", "Hoạt động từ", "Ngày thành lập", "Thành lập ngày",
        "Hiệu lực từ ngày", "Từ", "Ngày bắt đầu",
    ),
    "valid_to": (
        "Hiệu lực đến", "Đến ngày", "Có hiệu lực đến", "Hoạt động đến", "Ngày giải thể", "Hiệu lực đến ngày",
        "Hết hiệu lực", "Đến", "Ngày kết thúc",
    ),
    "successor": ("Đơn vị kế thừa", "Đơn vị kế tục", "Đơn vị tiếp nhận", "Chuyển thành", "Sáp nhập vào"),
}

OFFICIALS: Synonyms = {
    "code": (
        "Mã cán bộ", "Mã", "Mã CB", "Mã công chức", "Mã CBCC", "Mã CBCCVC", "Mã nhân viên", "Mã số", "Mã NV",
        "Mã số cán bộ", "Mã cán bộ, công chức", "Mã viên chức", "Số hiệu cán bộ", "Số hiệu CBCC", "Mã nhân sự",
        "Số hiệu công chức", "Mã người dùng",
    ),
    "name": (
        "Họ và tên", "Họ tên", "Tên cán bộ", "Họ tên cán bộ", "Họ và tên cán bộ", "Cán bộ", "Cán bộ, công chức",
        "Tên đầy đủ", "Họ và tên cán bộ, công chức", "Họ tên cán bộ, công chức", "Tên công chức", "Họ, tên",
        "Họ, đệm và tên", "Tên nhân viên", "Họ và tên công chức", "Họ và tên CBCC", "Họ tên CBCC", "Họ, chữ đệm, tên",
        "Họ, chữ đệm và tên",
    ),
    "family_name": ("Họ và tên đệm", "Họ và đệm", "Họ đệm", "Họ, tên đệm", "Họ và chữ đệm", "Họ"),
    "given_name": ("Tên gọi", "Tên", "Tên riêng"),
    "title": (
        "Chức vụ", "Chức danh", "Chức vụ, chức danh", "Chức danh, chức vụ", "Chức vụ hiện tại", "Chức vụ/chức danh",
        "Vị trí việc làm", "Vị trí công tác", "Chức vụ công tác", "Chức vụ, vị trí việc làm",
    ),
    "unit": (
        "Đơn vị", "Mã đơn vị", "Đơn vị công tác", "Phòng", "Phòng ban", "Phòng, ban", "Bộ phận", "Cơ quan",
        "Cơ quan, đơn vị", "Nơi công tác", "Phòng chuyên môn", "Phòng, ban, đơn vị", "Tên đơn vị", "Thuộc đơn vị",
        "Phòng/đơn vị",
    ),
    "standing": ("Vai trò", "Tư cách", "Vị trí lãnh đạo", "Vai trò trong đơn vị"),
    "leader": (
        "Lãnh đạo, quản lý", "Là lãnh đạo", "Lãnh đạo", "Giữ chức vụ lãnh đạo, quản lý", "Chức vụ lãnh đạo, quản lý",
    ),
    "employment": (
        "Loại hình lao động", "Đối tượng", "Diện", "Loại cán bộ", "Loại lao động", "Phân loại", "Loại", "Ngạch, loại",
    ),
    "field": (
        "Lĩnh vực phụ trách", "Lĩnh vực", "Phụ trách lĩnh vực", "Lĩnh vực được phân công", "Lĩnh vực công tác",
        "Phân công phụ trách",
    ),
    "starts_on": (
        "Từ ngày", "Ngày bổ nhiệm", "Ngày bắt đầu", "Giữ chức vụ từ", "Ngày nhận công tác", "Bổ nhiệm từ ngày", "Từ",
        "Hiệu lực từ", "Thời điểm bổ nhiệm", "Ngày giữ chức vụ", "Giữ chức vụ từ ngày", "Ngày nhận nhiệm vụ",
        "Ngày vào đơn vị",
    ),
    "ends_on": (
        "Đến ngày", "Ngày thôi giữ chức vụ", "Ngày kết thúc", "Đến", "Hiệu lực đến", "Ngày nghỉ", "Ngày thôi việc",
        "Ngày chuyển đi",
    ),
    "decision_number": (
        "Số quyết định", "Quyết định", "Số QĐ", "Quyết định số", "Quyết định bổ nhiệm", "Số quyết định bổ nhiệm",
        "Số QĐ bổ nhiệm", "Số, ngày quyết định", "Số và ngày quyết định",
    ),
    "decision_on": ("Ngày quyết định", "Ngày QĐ", "Ngày ký quyết định", "Ngày ban hành quyết định"),
    "main": ("Chức vụ chính", "Bổ nhiệm chính", "Đơn vị chính", "Chính/kiêm nhiệm", "Kiêm nhiệm hay chính"),
    "note": ("Ghi chú",),
}

TASKS: Synonyms = {
    "number": (
        "Mã", "Mã nhiệm vụ", "Mã NV", "Mã số", "Mã công việc", "Số nhiệm vụ", "Mã việc", "Mã số nhiệm vụ",
        "Số hiệu nhiệm vụ", "Mã hiệu", "Mã CV", "Số hiệu", "Mã theo dõi",
    ),
    "title": (
        "Nội dung nhiệm vụ", "Nhiệm vụ", "Nội dung", "Nội dung công việc", "Công việc", "Tên nhiệm vụ",
        "Nhiệm vụ được giao", "Tên công việc", "Nội dung giao", "Nội dung nhiệm vụ được giao", "Nội dung chỉ đạo",
        "Nội dung giao nhiệm vụ", "Đầu việc", "Nội dung công việc được giao", "Nội dung thực hiện",
        "Nội dung, nhiệm vụ", "Nhiệm vụ, công việc", "Nội dung nhiệm vụ giao", "Tên nhiệm vụ, công việc",
        "Nội dung yêu cầu", "Công việc được giao", "Nhiệm vụ giao", "Nội dung, công việc", "Nhiệm vụ cụ thể",
        "Nội dung chỉ đạo, giao nhiệm vụ", "Nội dung kết luận, chỉ đạo", "Việc được giao", "Nhiệm vụ trọng tâm",
    ),
    "source_kind": (
        "Loại nguồn", "Nguồn giao", "Nguồn nhiệm vụ", "Nguồn", "Hình thức giao", "Nguồn gốc", "Loại nhiệm vụ",
        "Căn cứ loại",
    ),
    "source_number": (
        "Số, ký hiệu văn bản giao", "Số, ký hiệu", "Số ký hiệu", "Số văn bản", "Văn bản giao", "Văn bản giao việc",
        "Văn bản số", "Văn bản giao nhiệm vụ", "Số văn bản giao", "Căn cứ", "Văn bản", "Số hiệu văn bản",
        "Số/ký hiệu", "Số và ký hiệu văn bản", "Số ký hiệu văn bản", "Số, ký hiệu văn bản", "Văn bản chỉ đạo",
        "Số VB", "Số công văn", "Căn cứ giao", "Văn bản giao Số", "Văn bản giao Số, ký hiệu", "Văn bản Số",
        "Văn bản Số, ký hiệu", "Văn bản giao nhiệm vụ Số", "Văn bản giao nhiệm vụ Số, ký hiệu", "Văn bản đến Số",
        "Văn bản chỉ đạo Số", "Văn bản chỉ đạo Số, ký hiệu", "Số đến", "Văn bản, căn cứ giao", "Căn cứ văn bản",
        "Căn cứ giao nhiệm vụ", "Số, ký hiệu văn bản đến", "Nguồn giao việc", "Căn cứ giao việc", "Văn bản nguồn",
        "Số hiệu VB",
    ),
    "source": (
        "Số, ngày văn bản", "Số, ngày văn bản giao", "Số và ngày văn bản", "Số, ký hiệu, ngày văn bản",
        "Số, ký hiệu, ngày tháng văn bản", "Văn bản giao (số, ngày)", "Số văn bản, ngày văn bản",
        "Số, ngày, tháng văn bản", "Số, ngày tháng văn bản", "Số, ký hiệu, ngày, tháng, năm văn bản",
        "Số, ký hiệu và ngày văn bản", "Số/ngày văn bản", "Văn bản giao Số, ngày", "Văn bản (số, ngày)",
        "Số, ký hiệu; ngày, tháng, năm văn bản", "Số, ngày văn bản chỉ đạo", "Số, ngày văn bản giao nhiệm vụ",
        "Số hiệu, ngày tháng văn bản", "Văn bản giao nhiệm vụ Số, ngày", "Số ký hiệu, ngày văn bản giao",
        "Số, ngày VB",
    ),
    "source_on": (
        "Ngày văn bản", "Ngày ban hành", "Ngày ký", "Ngày VB", "Ngày văn bản giao", "Ngày, tháng văn bản",
        "Ngày tháng văn bản", "Ngày ban hành văn bản", "Văn bản giao Ngày", "Văn bản Ngày",
        "Văn bản giao nhiệm vụ Ngày", "Văn bản giao Ngày, tháng", "Văn bản đến Ngày", "Văn bản chỉ đạo Ngày",
        "Ngày, tháng, năm văn bản", "Văn bản giao Ngày ban hành", "Ngày công văn", "Văn bản giao Ngày tháng",
        "Văn bản giao Ngày văn bản", "Văn bản Ngày ban hành", "Ngày ký văn bản",
    ),
    "source_text": ("Căn cứ khác", "Căn cứ không phải văn bản"),
    "source_summary": (
        "Trích yếu", "Trích yếu văn bản", "Trích yếu nội dung", "Văn bản giao Trích yếu", "Nội dung văn bản",
        "Trích yếu nội dung văn bản", "Về việc", "Văn bản Trích yếu", "Tên loại và trích yếu nội dung văn bản",
        "Tên loại và trích yếu nội dung",
    ),
    "source_issuer": (
        "Cơ quan ban hành", "Nơi ban hành", "Đơn vị ban hành", "Cơ quan ban hành văn bản",
        "Văn bản giao Cơ quan ban hành", "Nơi gửi", "Tác giả văn bản", "Văn bản giao Nơi ban hành",
        "Văn bản Cơ quan ban hành",
    ),
    "assigner": (
        "Người giao", "Người giao việc", "Lãnh đạo giao", "Người giao nhiệm vụ", "Lãnh đạo giao việc",
        "Người chỉ đạo", "Lãnh đạo chỉ đạo", "Người phân công", "Mã người giao", "Lãnh đạo giao nhiệm vụ",
        "Người ra lệnh", "Người ký", "Lãnh đạo phân công", "Cấp giao", "Lãnh đạo UBND giao", "Cán bộ giao",
        "Cán bộ giao việc", "Người có thẩm quyền giao",
    ),
    "superior": (
        "Cấp trên giao", "Cơ quan giao", "Lãnh đạo cấp trên giao", "Cơ quan giao nhiệm vụ", "Cấp trên giao nhiệm vụ",
    ),
    "owner": (
        "Người chịu trách nhiệm", "Người chịu trách nhiệm chính", "Người thực hiện", "Cán bộ thực hiện",
        "Người chủ trì", "Chủ trì", "Cán bộ phụ trách", "Người phụ trách", "Cán bộ chủ trì", "Công chức thực hiện",
        "Cán bộ, công chức thực hiện", "Người xử lý", "Chuyên viên xử lý", "Cán bộ xử lý", "Cán bộ đầu mối",
        "Người đầu mối", "Đầu mối", "Đầu mối thực hiện", "Người được giao", "Cá nhân thực hiện", "Cá nhân chủ trì",
        "Cá nhân chịu trách nhiệm", "Cán bộ chịu trách nhiệm", "Phân công", "Phân công thực hiện",
        "Mã người chịu trách nhiệm", "Mã cán bộ", "Mã cán bộ thực hiện", "Chuyên viên thực hiện",
        "Chuyên viên phụ trách", "Chuyên viên", "Người chịu TN", "Người chịu TN chính", "Cán bộ được giao", "Cán bộ",
        "Người nhận việc", "Người nhận nhiệm vụ", "Công chức phụ trách", "Cán bộ, công chức phụ trách",
        "Cán bộ, công chức", "Công chức được giao", "Người thực hiện chính", "Người chủ trì thực hiện",
        "Người chủ trì, chịu trách nhiệm", "Cán bộ, công chức chịu trách nhiệm",
        "Cán bộ, công chức chịu trách nhiệm chính", "Người thực hiện Chủ trì", "Phân công Chủ trì",
        "Thực hiện Chủ trì", "Phân công thực hiện Chủ trì", "Trách nhiệm Chủ trì", "Phân công nhiệm vụ Chủ trì",
        "Cán bộ Chủ trì", "Tổ chức thực hiện Chủ trì", "Đơn vị, cá nhân chủ trì", "Đơn vị, cá nhân thực hiện",
        "Đơn vị/người thực hiện", "Trách nhiệm chính", "Trách nhiệm", "Giao cho", "CBCC thực hiện", "CBCC phụ trách",
        "CB phụ trách", "CB thực hiện", "Công chức chủ trì", "Công chức chịu trách nhiệm", "Cá nhân phụ trách",
        "Người đảm nhận", "Người đảm nhiệm",
    ),
    "owner_name": (
        "Họ tên người chịu trách nhiệm", "Họ và tên người chịu trách nhiệm", "Họ và tên", "Họ tên", "Họ tên cán bộ",
        "Tên cán bộ", "Họ và tên người thực hiện", "Họ tên người thực hiện", "Tên người thực hiện",
        "Tên người chịu trách nhiệm", "Họ và tên cán bộ", "Họ tên cán bộ thực hiện", "Họ và tên cán bộ thực hiện",
        "Họ tên chủ trì", "Tên người chủ trì", "Họ tên người phụ trách",
    ),
    "unit": (
        "Đơn vị chủ trì", "Đơn vị thực hiện", "Đơn vị", "Phòng", "Cơ quan chủ trì", "Phòng chủ trì", "Phòng, ban",
        "Phòng chuyên môn", "Đơn vị chủ trì thực hiện", "Cơ quan, đơn vị chủ trì", "Đơn vị được giao",
        "Đơn vị phụ trách", "Cơ quan thực hiện", "Bộ phận", "Đơn vị đầu mối", "Đơn vị xử lý",
        "Cơ quan, đơn vị thực hiện", "Mã đơn vị", "Tên đơn vị", "Cơ quan, đơn vị",
    ),
    "leader": (
        "Lãnh đạo phụ trách", "Lãnh đạo theo dõi", "Lãnh đạo theo dõi, chỉ đạo", "Lãnh đạo phụ trách, chỉ đạo",
        "Lãnh đạo đơn vị phụ trách",
    ),
    "coordinators": (
        "Phối hợp", "Đơn vị phối hợp", "Người phối hợp", "Cán bộ phối hợp", "Đơn vị, người phối hợp",
        "Đơn vị / người phối hợp", "Cơ quan phối hợp", "Cơ quan, đơn vị phối hợp", "Đơn vị, cá nhân phối hợp",
        "Thành phần phối hợp", "Người thực hiện Phối hợp", "Phân công Phối hợp", "Thực hiện Phối hợp",
        "Phân công thực hiện Phối hợp", "Phân công nhiệm vụ Phối hợp", "Phối hợp thực hiện", "Cá nhân phối hợp",
        "Bộ phận phối hợp", "Tổ chức thực hiện Phối hợp", "Phòng phối hợp", "Trách nhiệm Phối hợp",
        "Công chức phối hợp", "Cán bộ, công chức phối hợp",
    ),
    "authority": ("Thẩm quyền", "Thẩm quyền được giao", "Thẩm quyền quyết định", "Rõ thẩm quyền"),
    "product": (
        "Sản phẩm", "Sản phẩm yêu cầu", "Sản phẩm, kết quả", "Kết quả, sản phẩm", "Sản phẩm đầu ra",
        "Sản phẩm phải đạt", "Kết quả yêu cầu", "Sản phẩm / kết quả yêu cầu", "Sản phẩm, kết quả yêu cầu",
        "Kết quả đầu ra", "Yêu cầu sản phẩm", "Sản phẩm dự kiến", "Sản phẩm hoàn thành", "Sản phẩm/kết quả",
        "Sản phẩm cần đạt", "Kết quả phải đạt", "Yêu cầu kết quả", "Kết quả, sản phẩm đầu ra", "Sản phẩm cụ thể",
        "Kết quả dự kiến", "Sản phẩm bàn giao", "Kết quả cần đạt", "Sản phẩm, kết quả đầu ra", "Loại sản phẩm",
        "Rõ sản phẩm", "Sản phẩm giao nộp", "Sản phẩm thực hiện", "Hình thức sản phẩm", "Yêu cầu đầu ra", "Đầu ra",
        "Sản phẩm, kết quả công việc",
    ),
    "quantity": ("Số lượng", "Số lượng sản phẩm", "SL", "Số lượng yêu cầu"),
    "assigned_on": (
        "Ngày giao", "Ngày giao việc", "Ngày giao nhiệm vụ", "Giao ngày", "Thời gian giao", "Thời điểm giao",
        "Ngày phân công", "Ngày nhận", "Ngày nhận việc", "Ngày nhận nhiệm vụ", "Thời hạn Ngày giao",
        "Thời gian Ngày giao", "Ngày tháng giao", "Ngày chỉ đạo", "Thời gian Giao",
    ),
    "starts_on": (
        "Ngày bắt đầu", "Bắt đầu", "Thời gian bắt đầu", "Thời gian thực hiện Từ ngày", "Thời gian thực hiện Bắt đầu",
        "Thời gian Bắt đầu", "Thời hạn Bắt đầu", "Ngày bắt đầu thực hiện", "Từ ngày", "Ngày triển khai",
        "Thời gian Từ ngày",
    ),
    "original_due_on": (
        "Hạn ban đầu", "Thời hạn ban đầu", "Hạn gốc", "Hạn giao", "Thời hạn Ban đầu", "Hạn hoàn thành ban đầu",
        "Hạn giao ban đầu", "Hạn Ban đầu", "Hạn hoàn thành Ban đầu", "Hạn xử lý ban đầu", "Thời hạn Hạn ban đầu",
        "Thời hạn giao", "Hạn cũ", "Thời hạn gốc", "Hạn lần đầu", "Thời hạn hoàn thành Ban đầu", "Hạn theo văn bản",
        "Thời hạn theo văn bản", "Hạn được giao", "Thời hạn được giao",
    ),
    "due_on": (
        "Hạn hiện tại", "Hạn hiện nay", "Hạn sau gia hạn", "Gia hạn đến", "Thời hạn Gia hạn", "Hạn Gia hạn",
        "Hạn gia hạn", "Hạn điều chỉnh", "Thời hạn sau gia hạn", "Hạn mới", "Thời hạn gia hạn", "Gia hạn đến ngày",
        "Thời hạn Hiện tại", "Hạn Hiện tại", "Thời hạn điều chỉnh", "Thời hạn Điều chỉnh", "Thời hạn Gia hạn đến",
        "Thời hạn hiện tại", "Hạn hoàn thành Gia hạn", "Hạn hoàn thành Hiện tại", "Hạn hiện tại (gia hạn)",
        "Ngày gia hạn", "Hạn được gia hạn", "Thời hạn hoàn thành Gia hạn", "Thời hạn được gia hạn",
        "Thời hạn Sau gia hạn", "Thời hạn Đến ngày gia hạn", "Gia hạn", "Hạn sau điều chỉnh",
        "Hạn hoàn thành hiện tại",
    ),
    "deadline": (
        "Hạn", "Thời hạn", "Hạn hoàn thành", "Thời hạn hoàn thành", "Hạn xử lý", "Thời hạn xử lý", "Hạn thực hiện",
        "Thời hạn thực hiện", "Hạn báo cáo", "Thời hạn báo cáo", "Hạn giải quyết", "Thời hạn giải quyết",
        "Ngày hết hạn", "Hạn chót", "Deadline", "Ngày đến hạn", "Thời gian hoàn thành", "Ngày phải hoàn thành",
        "Hạn cuối", "Hạn nộp", "Hạn trả lời", "Thời gian thực hiện Đến ngày", "Rõ thời gian",
        "Thời gian thực hiện Kết thúc", "Thời gian Kết thúc", "Ngày kết thúc", "Hạn hoàn thành nhiệm vụ",
        "Thời hạn hoàn thành nhiệm vụ", "Thời gian Hạn hoàn thành", "Thời hạn Hạn hoàn thành", "Thời gian Hạn",
        "Thời gian yêu cầu hoàn thành", "Thời hạn yêu cầu", "Yêu cầu hoàn thành", "Thời gian phải hoàn thành",
        "Ngày hết hạn xử lý", "Đến hạn", "Thời gian thực hiện", "Thời gian", "Thời hạn Hoàn thành",
        "Thời gian Đến ngày", "Hạn phải hoàn thành", "Mốc hoàn thành", "Đến ngày", "Hạn trình", "Tiến độ",
        "Tiến độ thực hiện",
    ),
    "no_deadline": ("Không thời hạn", "Không hạn", "Không có thời hạn"),
    "no_deadline_reason": ("Lý do không hạn", "Lý do không có hạn", "Lý do không đặt hạn", "Lý do không thời hạn"),
    "deadline_days": (
        "Số ngày làm việc", "Số ngày thực hiện", "Thời hạn (ngày làm việc)", "Số ngày làm việc được giao",
    ),
    "draft_due_on": (
        "Hạn trình dự thảo", "Hạn dự thảo", "Ngày trình dự thảo", "Hạn trình lãnh đạo", "Hạn nội bộ",
        "Thời hạn trình dự thảo",
    ),
    "urgency": (
        "Độ khẩn", "Mức độ khẩn", "Khẩn", "Mức khẩn", "Tính chất", "Mức độ ưu tiên", "Độ ưu tiên", "Ưu tiên",
        "Mức độ",
    ),
    "secrecy": ("Độ mật", "Mức độ mật", "Mật", "Bảo mật"),
    "complexity": (
        "Nhóm", "Nhóm phức tạp", "Nhóm nhiệm vụ", "Mức độ phức tạp", "Độ phức tạp", "Nhóm độ phức tạp",
        "Nhóm công việc", "Độ khó",
    ),
    "field": (
        "Lĩnh vực", "Lĩnh vực công tác", "Mảng công tác", "Mảng việc", "Nhóm lĩnh vực", "Chuyên đề", "Nhóm",
        "Nhóm nhiệm vụ", "Nhóm công việc",
    ),
    "coefficient": ("Hệ số K", "Hệ số", "K", "Hệ số quy đổi", "Hệ số phức tạp", "Hệ số quy đổi K", "Hệ số (K)"),
    "parent": ("Nhiệm vụ cha", "Thuộc nhiệm vụ", "Mã nhiệm vụ cha", "Nhiệm vụ cấp trên", "Mã cha", "Nhiệm vụ gốc"),
    "public_concern": (
        "Xã hội quan tâm", "Vấn đề xã hội quan tâm", "Dư luận quan tâm", "Vấn đề dư luận quan tâm", "Vấn đề bức xúc",
    ),
    "percent": (
        "Tiến độ (%)", "Tiến độ %", "% hoàn thành", "Tỷ lệ hoàn thành", "Mức độ hoàn thành", "Phần trăm",
        "Tỉ lệ hoàn thành", "Mức tiến độ", "%", "Tiến độ", "Tỷ lệ % hoàn thành", "Tỷ lệ thực hiện",
        "Tiến độ thực hiện", "Khối lượng hoàn thành", "Tỷ lệ", "Mức độ hoàn thành (%)",
    ),
    "obstacle": (
        "Vướng mắc", "Khó khăn, vướng mắc", "Khó khăn", "Tồn tại, vướng mắc", "Khó khăn vướng mắc",
        "Vướng mắc, kiến nghị",
    ),
    "state": (
        "Tình trạng", "Trạng thái", "Tình hình thực hiện", "Kết quả thực hiện", "Tình trạng xử lý",
        "Trạng thái xử lý", "Tình trạng thực hiện", "Trạng thái thực hiện", "Kết quả", "Tiến độ", "Tiến độ thực hiện",
        "Đánh giá", "Kết quả xử lý", "Tiến độ xử lý", "Hiện trạng", "Tình hình", "Tình hình xử lý",
        "Tình hình, kết quả thực hiện", "Kết quả Tình trạng", "Kết quả thực hiện Tình trạng", "Mức độ hoàn thành",
    ),
    "result": (
        "Tóm tắt kết quả", "Kết quả thực hiện", "Kết quả", "Tình hình thực hiện", "Tình hình", "Đánh giá",
        "Nội dung kết quả", "Diễn giải kết quả", "Tình hình, kết quả thực hiện", "Kết quả xử lý", "Tình hình xử lý",
        "Tiến độ", "Tiến độ thực hiện", "Tiến độ xử lý", "Mức độ hoàn thành",
    ),
    "submitted_on": (
        "Ngày báo cáo hoàn thành", "Ngày hoàn thành", "Hoàn thành ngày", "Ngày hoàn thành thực tế", "Ngày báo cáo",
        "Ngày nộp", "Ngày trình", "Ngày thực hiện xong", "Ngày xong", "Ngày trình kết quả", "Thời gian hoàn thành",
        "Thời gian hoàn thành thực tế", "Ngày kết thúc", "Kết quả Ngày hoàn thành",
        "Kết quả thực hiện Ngày hoàn thành", "Kết quả Ngày", "Ngày nộp kết quả", "Ngày nộp sản phẩm",
        "Thời điểm hoàn thành", "Ngày trả kết quả", "Ngày xử lý xong", "Kết quả thực hiện Ngày",
        "Ngày hoàn thành nhiệm vụ", "Hoàn thành", "Thực tế hoàn thành", "Ngày thực tế hoàn thành",
        "Ngày báo cáo kết quả", "Ngày giải quyết xong", "Kết quả Ngày báo cáo",
    ),
    "confirmed_on": (
        "Ngày xác nhận", "Ngày xác nhận hoàn thành", "Ngày nghiệm thu", "Ngày duyệt", "Ngày phê duyệt kết quả",
        "Xác nhận Ngày",
    ),
    "confirmer": (
        "Người xác nhận", "Người nghiệm thu", "Người duyệt", "Người phê duyệt kết quả", "Lãnh đạo xác nhận",
    ),
    "recalled_on": ("Ngày thu hồi", "Ngày hủy giao", "Ngày hủy"),
    "paused_on": ("Ngày tạm dừng", "Tạm dừng từ ngày", "Tạm dừng từ"),
    "returned_on": ("Ngày trả lại", "Ngày trả lại thực hiện lại"),
    "state_reason": (
        "Lý do", "Lý do thu hồi, tạm dừng, trả lại", "Lý do tạm dừng", "Lý do thu hồi", "Lý do trả lại",
        "Lý do từ chối",
    ),
    "product_number": (
        "Số văn bản kết quả", "Văn bản kết quả", "Số hiệu sản phẩm", "Văn bản báo cáo", "Số văn bản báo cáo",
        "Kết quả Số văn bản", "Số sản phẩm", "Văn bản trả lời", "Số văn bản trả lời", "Kết quả Số, ký hiệu",
        "Văn bản phát hành", "Số, ký hiệu sản phẩm", "Kết quả Số", "Số văn bản phát hành",
        "Kết quả thực hiện Số văn bản", "Số, ký hiệu văn bản kết quả", "Kết quả Văn bản", "Minh chứng",
        "Số, ký hiệu văn bản đi", "Văn bản đi", "Số văn bản đi", "Số báo cáo", "Sản phẩm Số", "Sản phẩm Số, ký hiệu",
        "Kết quả Số hiệu",
    ),
    "product_on": (
        "Ngày văn bản kết quả", "Ngày văn bản báo cáo", "Kết quả Ngày văn bản", "Ngày sản phẩm",
        "Ngày văn bản trả lời", "Ngày ban hành kết quả", "Ngày văn bản đi", "Ngày phát hành",
    ),
    "cause_kind": (
        "Loại nguyên nhân", "Loại nguyên nhân chậm", "Nguyên nhân (chủ quan, khách quan)", "Chủ quan/khách quan",
    ),
    "cause": (
        "Nguyên nhân chậm", "Nguyên nhân", "Lý do chậm", "Lý do chậm muộn", "Nguyên nhân quá hạn", "Lý do quá hạn",
        "Nguyên nhân chậm muộn", "Lý do chậm tiến độ", "Nguyên nhân chậm tiến độ", "Nguyên nhân chưa hoàn thành",
        "Lý do chưa hoàn thành", "Nguyên nhân, lý do", "Giải trình", "Giải trình chậm",
    ),
    "objective_cause": (
        "Văn bản xác nhận khách quan", "Xác nhận nguyên nhân khách quan", "Văn bản xác nhận nguyên nhân khách quan",
    ),
    "remedy": (
        "Biện pháp khắc phục", "Giải pháp", "Khắc phục", "Biện pháp", "Giải pháp khắc phục", "Biện pháp, giải pháp",
        "Hướng khắc phục",
    ),
    "comment": (
        "Nhận xét", "Ý kiến người giao", "Ý kiến lãnh đạo", "Ý kiến nhận xét", "Ý kiến chỉ đạo",
        "Nhận xét của người giao",
    ),
    "faults": ("Số lỗi chất lượng", "Số lỗi", "Lỗi chất lượng", "Số lần sai sót"),
    "extensions": ("Số lần gia hạn", "Lần gia hạn", "Gia hạn (lần)", "Gia hạn lần"),
    "returns": ("Số lần trả lại", "Lần trả lại", "Trả lại (lần)"),
    "chases": ("Số lần đôn đốc", "Lần đôn đốc", "Đôn đốc (lần)", "Đôn đốc"),
    "hand_overs": ("Số lần chuyển giao", "Lần chuyển giao", "Chuyển giao (lần)"),
    "note": ("Ghi chú", "Ghi chú khác", "Chú thích", "Ý kiến", "Ghi chú, kiến nghị", "Ghi chú thêm"),
}

TABLES: Mapping[What, Synonyms] = {What.UNITS: UNITS, What.OFFICIALS: OFFICIALS, What.TASKS: TASKS}

REQUIRED: Mapping[What, tuple[tuple[str, ...], ...]] = {
    What.UNITS: (("code",), ("name",)),
    What.OFFICIALS: (("code",), ("name", "given_name"), ("unit",)),
    What.TASKS: (
        ("title",),
        ("owner", "owner_name"),
        ("deadline", "original_due_on", "due_on", "deadline_days", "no_deadline"),
    ),
}
"""Of each group one field must have a column, or the sheet is none of this kind."""
