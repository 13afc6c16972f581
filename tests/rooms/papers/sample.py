"""Plausible, fictional values for every form of the ward's rulebook: nobody here is a real person."""

from datetime import date, time

GIVEN = "An Bình Cúc Dũng Em Giang Hạnh Khoa Lan Minh Nga Oanh Phúc Quý Rạng Sơn Thảo Uyên Vinh Xuân Yến".split()
FAMILY = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
GOOD, FAIR, POOR = "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ"
BEST = "Hoàn thành xuất sắc nhiệm vụ"
DAY = date(2017, 12, 1)
PROSE = "Chi bộ triển khai đầy đủ, kịp thời các chủ trương của cấp trên; sinh hoạt sát với nhiệm vụ của địa bàn. "


def names(count: int) -> list[str]:
    """Fictional full names, each only once."""
    return [f"{FAMILY[n % 16]} {'Thị' if n % 3 == 1 else 'Văn'} {GIVEN[(n * 5) % 21]}" for n in range(count)]


HEAD = {
    "superior": "ĐẢNG BỘ PHƯỜNG HƯƠNG XUÂN",
    "organ": "CHI BỘ THANH KHÊ",
    "organ_name": "Chi bộ Thanh Khê",
    "place": "Hương Xuân",
    "paper_on": DAY,
    "year": 2017,
}
WARD = HEAD | {
    "superior": "ĐẢNG BỘ THỊ XÃ HƯƠNG TRÀ",
    "organ": "ĐẢNG ỦY PHƯỜNG HƯƠNG XUÂN",
    "organ_name": "Đảng ủy phường Hương Xuân",
}
SIGNER = {"authority": "T/M CHI BỘ", "position": "BÍ THƯ", "signer": "Trần Văn Minh"}
WARD_SIGNER = {"authority": "T/M ĐẢNG ỦY", "position": "BÍ THƯ", "signer": "Lê Văn Khoa"}
RECIPIENTS = {"recipients": ["Ban Thường vụ Đảng ủy (b/c)", "Các đồng chí đảng viên", "Lưu chi bộ"]}
PERSON = {
    "full_name": "Nguyễn Thị Hạnh",
    "birth_on": date(1975, 3, 8),
    "admitted_on": date(2001, 9, 2),
    "official_on": date(2002, 9, 2),
    "party_post": "Phó Bí thư chi bộ",
    "other_post": "Phó Chủ tịch Hội Phụ nữ",
    "work_unit": "Hội Phụ nữ phường",
}
FIGURES = {"convened": 22, "present": 20, "issued": 20, "returned": 20, "valid": 19, "invalid": 1}
TELLERS = {"head_teller": "Phạm Văn Sơn", "tellers": ["Võ Thị Nga", "Bùi Văn Phúc"], "chair": "Trần Văn Minh"}
THREE = [{"label": GOOD}, {"label": FAIR}, {"label": POOR}]
BALLOT = {"organ": HEAD["organ"], "year": 2017, "voted_on": DAY, "options": THREE}
LINES = [{"printed_name": name} for name in names(22)]
COUNTED = [
    line
    | {
        "counts": [{"share": (18 - n % 3, 22)}, {"share": (n % 3, 22)}, {"share": (0, 22)}],
        "blank": 1,
        "line_invalid": 0,
        "outcome": GOOD,
    }
    for n, line in enumerate(LINES)
]
BASE = {"base_name": "số đảng viên chính thức được triệu tập", "base": 22}
ITEMS = [
    {"title": "Thực hiện nhiệm vụ chính trị", "most": 40},
    {"title": "Công tác chính trị tư tưởng", "most": 20},
    {"title": "Công tác tổ chức cán bộ và xây dựng chi bộ", "most": 15},
    {"title": "Lãnh đạo xây dựng chính quyền, Mặt trận Tổ quốc và các đoàn thể", "most": 15},
    {"title": "Công tác kiểm tra, giám sát và kỷ luật Đảng", "most": 10},
]
MEANS = (3612, 1840, 1375, 1333, 925)
SCORED = [item | {"mean": mean} for item, mean in zip(ITEMS, MEANS, strict=True)]
SITTING = {
    "began_at": time(7, 30),
    "ended_at": time(11, 15),
    "venue": "Nhà sinh hoạt cộng đồng",
    "chair": "Trần Văn Minh",
    "secretary": "Võ Thị Nga",
    "convened": 22,
    "present": 20,
    "guests": ["Đồng chí Lê Văn Khoa, phụ trách chi bộ"],
    "absent": [{"full_name": "Hồ Văn Xuân", "why": "ốm"}, {"full_name": "Ngô Thị Yến", "why": "công tác"}],
}
PEOPLE = [
    {
        "full_name": name,
        "prior": "đã kiểm điểm trước Ban Chấp hành, không có ý kiến khác" if n == 0 else None,
        "contributions": "Nhiệt tình, trách nhiệm; cần mạnh dạn hơn trong tự phê bình.",
        "response": "Tiếp thu đầy đủ.",
        "conclusion": "Thống nhất bản kiểm điểm, bổ sung phần khuyết điểm.",
    }
    for n, name in enumerate(names(22))
]
MEMBER_FIGURES = [
    {"mark": "1", "title": "Tổng số đảng viên hiện có", "count": 24},
    {"mark": "1.1", "title": "Đảng viên chính thức", "count": 23},
    {"mark": "1.2", "title": "Đảng viên dự bị", "count": 1},
    {"mark": "2", "title": "Không thuộc diện đánh giá", "count": 2},
    {"mark": "2.1", "title": "Được miễn công tác và sinh hoạt", "count": 1},
    {"mark": "2.2", "title": "Mới kết nạp chưa đủ 6 tháng", "count": 1},
    {"mark": "3", "title": "Đã đánh giá", "count": 22, "share": (22, 22)},
    {"mark": "3.1", "title": BEST, "count": 3, "share": (3, 22)},
    {"mark": "3.2", "title": GOOD, "count": 17, "share": (17, 22)},
    {"mark": "3.3", "title": FAIR, "count": 2, "share": (2, 22)},
    {"mark": "3.4", "title": POOR, "count": 0, "share": (0, 22)},
]
VOTES = [{"label": BEST, "share": (14, 19)}, {"label": GOOD, "share": (5, 19)}]


def written(keys: list[str]) -> dict[str, str]:
    """Something under each of the content items."""
    return {key: PROSE.strip() for key in keys}


def reviews(keys: list[str]) -> dict:
    """Reports and self-reviews."""
    contents = {"contents": written(keys)}
    faults = {"faults": "Còn nể nang trong phê bình.", "causes": "Chưa thật sự kiên quyết."}
    return {
        "self_review": HEAD
        | PERSON
        | contents
        | faults
        | {
            "is_leader": True,
            "is_civil_servant": True,
            "remedies": "Thẳng thắn hơn trong phê bình, từ tháng 01/2018.",
            "civil_servant_grade": "HTTNV",
            "self_grade": "HTTNV",
            "taken_in": "Bổ sung trách nhiệm trong công tác vận động.",
            "cell_comment": "Thống nhất nội dung bản kiểm điểm.",
            "confirmed_on": DAY,
            "secretary": "Trần Văn Minh",
            "by_paper": True,
        },
        "collective_report": WARD
        | WARD_SIGNER
        | RECIPIENTS
        | contents
        | faults
        | {
            "number": 12,
            "symbol": "BC/ĐU",
            "collective": "Ban Chấp hành Đảng bộ phường",
            "strengths": PROSE * 3,
            "remedies": PROSE,
            "nobody": False,
            "persons": [
                {
                    "full_name": "Dương Văn Quý",
                    "sign": "Nói chưa đi đôi với làm",
                    "cause": "Chưa tự giác rèn luyện",
                    "solution": "Phân công kèm cặp",
                    "due_on": date(2018, 3, 31),
                }
            ],
            "version": 2,
            "sent_on": date(2017, 11, 24),
            "revised_why": "Bổ sung trách nhiệm của từng ủy viên.",
        },
        "leadership_report": HEAD
        | SIGNER
        | RECIPIENTS
        | contents
        | faults
        | {"number": 5, "symbol": "BC/CB", "overview": PROSE * 2, "tasks_next": PROSE},
    }


def comments() -> dict:
    """Requests for comments and comments on leaders."""
    asked = HEAD | PERSON | {"addressee": "Chi ủy Chi bộ Trung Thôn", "due_on": date(2017, 11, 27)}
    answered = {"comment": PROSE, "commented_on": date(2017, 11, 25), "commenter": "Ngô Văn Rạng"}
    leader = WARD | PERSON
    return {
        "residence_comment": asked | answered | {"secretary": "Trần Văn Minh"},
        "workplace_comment": asked | {"secretary": "Trần Văn Minh"},
        "leader_residence_comment": leader | {"comment": PROSE * 2, "commenter": "Ngô Văn Rạng"},
        "leader_collective_comment": leader
        | WARD_SIGNER
        | {
            "strengths": PROSE * 2,
            "faults": PROSE,
            "promise": "Có khả năng đảm nhận chức vụ hiện tại.",
            "votes": VOTES,
            "base_name": "số ủy viên Ban Chấp hành được triệu tập",
            "grade": "HTTNV",
        },
    }


def ballots() -> dict:
    """Slips, tally sheets and minutes of counting."""
    count = FIGURES | TELLERS | BASE | {"options": THREE, "lines": COUNTED}
    about = {"about": "phân loại chất lượng đảng viên năm 2017", "round_name": "Lần thứ nhất"}
    return {
        "member_ballot_1": BALLOT | {"lines": LINES},
        "member_ballot_2": BALLOT | {"options": [{"label": "Đồng ý"}, {"label": "Không đồng ý"}], "lines": LINES[:15]},
        "leader_ballot": BALLOT | {"organ": WARD["organ"], "options": [{"label": BEST}, *THREE], "lines": LINES[:5]},
        "tally_sheet": about
        | {"organ": HEAD["organ"], "voted_on": DAY, "options": THREE, "lines": LINES, "present": 20, "issued": 20},
        "counting_minutes": HEAD
        | count
        | about
        | {
            "number": 3,
            "symbol": "BB/CB",
            "began_at": time(10, 0),
            "ended_at": time(10, 40),
            "venue": "Nhà sinh hoạt cộng đồng",
            "absent": "Hồ Văn Xuân (ốm), Ngô Thị Yến (công tác)",
            "invalid_why": "01 phiếu không do tổ kiểm phiếu phát ra",
            "needed": "mỗi mức trên 1/2, từ 12 phiếu",
        },
        "leader_ballot_summary": WARD | count,
        "score_slip_cell": {"organ": HEAD["organ"], "year": 2017, "most_total": 100, "items": ITEMS},
        "score_slip_party_body": {"organ": WARD["organ"], "year": 2017, "most_total": 100, "items": ITEMS},
        "score_tally_sheet": {
            "organ": HEAD["organ"],
            "year": 2017,
            "scored_on": DAY,
            "slips": [{} for _ in range(20)],
            "items": ITEMS,
        },
        "score_minutes": HEAD
        | FIGURES
        | TELLERS
        | {
            "number": 4,
            "symbol": "BB/CB",
            "subject": "Chi bộ Thanh Khê",
            "items": SCORED,
            "sum": 172615,
            "mean": 9085,
            "method": "Bình quân cộng các phiếu hợp lệ",
        },
    }
