"""What the values of a rulebook are called on the screen, and what their closed words mean; one without a name here
is part of the shape of the book, which its files say and no form changes.
"""

from kiemdiem.core.law.boxes import Box
from kiemdiem.core.law.telling import words

LABELS = {
    # Wording
    "text": "Lời văn",
    "title": "Tên gọi",
    "name": "Tên",
    "short": "Tên ngắn",
    "clause": "Điều, mục của văn bản",
    "values": "Các ý (mỗi ý một dòng)",
    "question": "Câu hỏi",
    "source": "Nguồn",
    "blocks": "Cần cho việc",
    "todo": "Việc phải làm khi chưa đạt",
    "other_title": "Tên gọi khác",
    "accepted_by": "Nơi chấp nhận khi sai trình tự",
    "to_name": "Nơi nhận (cách gọi)",
    "from_name": "Nơi gửi (cách gọi)",
    "via_name": "Gửi qua (cách gọi)",
    "place_name": "Nơi họp (cách gọi)",
    "except_name": "Trừ ai (cách gọi)",
    # The act
    "issuer": "Cơ quan ban hành",
    "superior": "Cấp trên trực tiếp",
    "number": "Số",
    "symbol": "Ký hiệu",
    "issued_on": "Ngày ban hành",
    "year": "Năm",
    "status": "Tình trạng",
    "status_label": "Chữ ghi tình trạng",
    # Figures
    "percent": "Tỷ lệ tối đa (%)",
    "small_group": "Nhóm nhỏ",
    "at_least": "Ít nhất",
    "below": "Dưới",
    "more_than": "Trên (phải vượt quá)",
    "needed": "Phải vượt quá",
    "most": "Nhiều nhất",
    "least": "Ít nhất",
    "total": "Tổng điểm",
    "points": "Điểm tối đa",
    "marks": "Điểm của từng mức, từ cao xuống thấp (mỗi số một dòng)",
    "highest": "Điểm cao nhất",
    "part": "Phần phải có mặt: tử số",
    "of": "Phần phải có mặt: mẫu số",
    "rounds": "Số lần bỏ phiếu",
    "tellers": "Số người kiểm phiếu",
    "times": "Số lần",
    "years": "Số năm",
    "most_per_person": "Nhiều nhất mỗi người",
    "when": "Điều kiện",
    "given": "Chỉ hỏi khi",
    "only_if": "Chỉ tính khi",
    # Days and lengths
    "days": "Số ngày",
    "half_days": "Thời gian họp (buổi)",
    "from_on": "Từ ngày",
    "until_on": "Đến hết ngày",
    "printed_on": "Ngày in trong văn bản",
    "due_on": "Hạn",
    "deadline": "Ngày cuối là hạn bắt buộc",
    "unit": "Tính theo",
    "rest_day": "Hạn rơi vào ngày nghỉ",
    "saturday_works": "Thứ Bảy là ngày làm việc",
    "refuses": "Cách đếm ngày để từ chối",
    "waiver": "Được bỏ thời hạn khi ghi lý do",
    "month_end": "Tròn tháng ở ngày không có trong tháng sau",
    # Who
    "owed_by": "Ai phải làm",
    "owed_to": "Gửi cho",
    "via": "Gửi qua",
    "held_by": "Ai tổ chức",
    "body": "Cơ quan",
    "bodies": "Các cơ quan có thẩm quyền",
    "filled_by": "Ai lập",
    "received_by": "Ai nhận",
    "managed_by": "Thuộc cơ quan quản lý",
    "from_kinds": "Ai gửi",
    "to_kind": "Gửi cho",
    "via_kind": "Gửi qua",
    "except_kinds": "Trừ",
    "only_in": "Chỉ ở",
    "in_kinds": "Ở",
    "unit_kinds": "Loại tổ chức",
    "before": "Kiểm điểm trước",
    "units": "Các đơn vị",
    "groups": "Thành phần dự",
    "posts": "Chức danh",
    "except_posts": "Trừ chức danh",
    "voters": "Ai bỏ phiếu",
    "non_voters": "Ai dự mà không bỏ phiếu",
    "standings": "Tư cách",
    "secret": "Bỏ phiếu kín",
    "ballot": "Có bỏ phiếu",
    "leaders_only": "Chỉ cán bộ lãnh đạo, quản lý",
    "confirmed": "Phải được xác nhận",
    # How it is counted
    "denominator": "Tính trên",
    "base": "Tỷ lệ tính trên",
    "rounding": "Làm tròn",
    "ties": "Khi bằng phiếu",
    "no_majority": "Khi không mức nào đủ phiếu",
    "own_line": "Người được bỏ phiếu",
    "slips": "Phiếu của lần này",
    "combine": "Điểm của các phiếu",
    "empty_part": "Phần để trống trên phiếu",
    "falls_to": "Vượt tỷ lệ thì xuống mức",
    "residual": "Không đạt mức nào thì xếp",
    "vote_above_standard": "Phiếu cao hơn tiêu chuẩn",
    "triggers_come": "Căn cứ xếp mức thấp nhất xét",
    "level": "Khi không đạt",
    "recording": "Khi đã làm trên giấy",
}
WORDS = {
    "status": {"draft": "Dự thảo", "issued": "Đã ban hành"},
    "unit": {"calendar": "Ngày theo lịch", "working": "Ngày làm việc"},
    "rest_day": {
        "stay": "Giữ nguyên",
        "next_working_day": "Lùi sang ngày làm việc sau",
        "previous_working_day": "Đưa lên ngày làm việc trước",
    },
    "refuses": {"plain": "Không tính ngày gửi", "clear": "Không tính ngày gửi và ngày họp"},
    "month_end": {"last_day": "Ngày cuối tháng", "first_of_next": "Ngày 01 tháng kế tiếp", "next_month": "Tháng sau"},
    "denominator": words.DENOMINATORS,
    "base": words.BASES,
    "rounding": words.ROUNDINGS,
    "ties": {"repeat": "Bỏ phiếu lại", "committee": "Cấp ủy xem xét"},
    "no_majority": {
        "repeat": "Bỏ phiếu lại",
        "cumulative": "Cộng dồn phiếu từ mức cao xuống",
        "plurality": "Lấy mức nhiều phiếu nhất",
    },
    "own_line": {"votes": "Vẫn bỏ phiếu cho mình", "left_out": "Không bỏ phiếu ở dòng của mình"},
    "slips": {"fresh": "Phiếu mới", "reused": "Dùng lại phiếu lần trước"},
    "combine": {
        "mean": "Trung bình cộng",
        "median": "Trung vị",
        "sum": "Tổng",
        "mean_to_half": "Trung bình, làm tròn đến nửa điểm",
    },
    "empty_part": {"invalid": "Phiếu không hợp lệ", "zero": "Tính 0 điểm"},
    "vote_above_standard": {
        "ceiling": "Lấy mức cao nhất mà tiêu chuẩn cho phép",
        "vote": "Theo phiếu",
        "repeat": "Bỏ phiếu lại",
    },
    "triggers_come": {"first": "Trước các tiêu chuẩn", "last": "Sau các tiêu chuẩn"},
    "level": {"refuse": "Từ chối", "warn": "Chỉ nhắc"},
    "recording": {"mark": "Ghi nhận, đánh dấu sai trình tự", "refuse": "Không nhận vì số liệu sai sự thật"},
}
HINTS = {
    "fraction": "Viết phân số hoặc phần trăm, ví dụ 2/3 hoặc 80%.",
    "when": "Sửa con số hoặc mức; giữ nguyên tên các dữ kiện.",
    "given": "Sửa con số hoặc mức; giữ nguyên tên các dữ kiện.",
    "only_if": "Sửa con số hoặc mức; giữ nguyên tên các dữ kiện.",
}


# Names that a formula or the shape of a book has too, with the kinds of value they are offered for.
ONLY = {
    "of": ("whole",),
    "most": ("whole",),
    "at_least": ("whole", "fraction"),
}


def is_offered(box: Box) -> bool:
    """Whether the value may be changed on a page: one with a name that is no part of a formula's shape."""
    name = box.name[-1]
    return name in LABELS and box.shape in ONLY.get(name, (box.shape,))


def label_of(box: Box) -> str:
    """What the value is called, with what it is part of."""
    return " – ".join(LABELS[name] for name in box.name if name in LABELS)
