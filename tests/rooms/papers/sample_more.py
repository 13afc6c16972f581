"""Plausible, fictional values for minutes, reports, decisions and office papers."""

from datetime import date, time

from tests.rooms.papers import sample
from tests.rooms.papers.sample import BASE, BEST, DAY, FAIR, GOOD, HEAD, POOR, PROSE, RECIPIENTS, SIGNER, WARD

BY_WARD = WARD | sample.WARD_SIGNER | RECIPIENTS
BY_WARD_BOARD = sample.WARD_SIGNER | {"authority": "T/M BAN THƯỜNG VỤ"}
NUMBERED = {"number": 7, "symbol": "BC/ĐU"}
CELLS = [f"Chi bộ Tổ dân phố {n}" for n in range(1, 17)]


def minutes() -> dict:
    """Minutes of meetings."""
    rounds = [{"round_name": "Lần thứ nhất", "summary": "22 dòng, 20 đạt hoàn thành tốt nhiệm vụ"}]
    kept = [{"full_name": "Hồ Văn Xuân", "words": "không nhất trí nhận xét về tinh thần trách nhiệm"}]
    return {
        "cell_minutes": HEAD
        | sample.SITTING
        | {
            "number": 2,
            "symbol": "BB/CB",
            "read_out": [{"source": "Chi ủy Chi bộ Trung Thôn", "about": "đồng chí Nguyễn Thị Hạnh"}],
            "people": sample.PEOPLE,
            "held": [{"full_name": "Ngô Thị Yến", "why": "vắng mặt"}],
            "ballots": rounds,
            "scoring": "19 phiếu hợp lệ, bình quân 90,85 điểm.",
            "objections": kept,
            "conclusion_all": "Thông qua kết quả; đề nghị mức trong sạch, vững mạnh.",
        },
        "sitting_minutes": WARD
        | sample.SITTING
        | {
            "number": 10,
            "symbol": "BB/ĐU",
            "body": "Ban Chấp hành Đảng bộ phường",
            "about": "Hội nghị thẩm định và tự phân loại",
            "points": [{"title": "Thẩm định kết quả phân loại", "words": PROSE}, {"title": "Chấm điểm", "words": ""}],
            "proposed": ["chi bộ – Trong sạch, vững mạnh: 12"],
            "decided": ["Đảng bộ – Mức A: 1"],
            "scoring": "15 phiếu hợp lệ, bình quân 88,20 điểm.",
            "objections": kept,
            "conclusion_all": PROSE,
        },
        "meeting_minutes": WARD
        | sample.SITTING
        | {
            "number": 9,
            "symbol": "BB/ĐU",
            "collective": "Ban Chấp hành Đảng bộ phường",
            "opinions": [{"source": "Ủy ban Mặt trận Tổ quốc Việt Nam phường", "words": PROSE}],
            "orientation": "Tập trung vào công tác vận động nhân dân.",
            "discussion": PROSE * 4,
            "findings": [{"what": "Chậm kiểm tra", "degree": "Ít nghiêm trọng", "effect": "Tiến độ công việc"}],
            "collective_conclusion": PROSE,
            "people": sample.PEOPLE[:5],
            "ballots": rounds,
            "objections": kept,
            "out_of_order": "cá nhân kiểm điểm trước tập thể; Ban Thường vụ chấp nhận.",
        },
    }


def member(n: int, name: str) -> dict:
    """One line of a list of members."""
    return {"full_name": name, "birth_year": 1950 + n, "remark": "" if n % 7 else "Dự bị"}


def reports() -> dict:
    """Reports of the cell and tables of the ward."""
    figures = {"figures": sample.MEMBER_FIGURES, "base_name": "số đảng viên đã đánh giá"}
    by_cell = HEAD | SIGNER | RECIPIENTS | {"number": 6, "symbol": "BC/CB"}
    listed = [
        member(n, name) | {"civil_servant_grade": GOOD if n % 4 == 0 else "", "round_1": GOOD, "grade": GOOD}
        for n, name in enumerate(sample.names(22))
    ]
    grades = [{"label": label, "sum": total} for label, total in ((BEST, 40), (GOOD, 250), (FAIR, 30), (POOR, 0))]
    cells = [
        {
            "cell": cell,
            "register": 21,
            "graded": 20,
            "per_grade": [{"count": count} for count in (2, 16, 2, 0)],
            "not_graded": 1,
            "mean": 9085 - n * 7,
            "proposed": "Trong sạch, vững mạnh",
        }
        for n, cell in enumerate(CELLS)
    ]
    conditions = [
        {"title": "Tập thể đoàn kết", "state": "Đạt (xác nhận)", "clause": "III.2.3.a"},
        {"title": "100% đảng viên hoàn thành nhiệm vụ trở lên", "state": "Đạt", "clause": "III.2.3.a"},
    ]
    return {
        "member_quality_report": by_cell | figures | {"members": listed, "provisional": "Còn 01 đảng viên chờ họp."},
        "quality_report": by_cell
        | figures
        | {"items": sample.SCORED, "mean": 9085, "conditions": conditions, "grade": "TSVM", "proposals": PROSE},
        "members_table": WARD
        | BY_WARD_BOARD
        | {
            "standing": "đề nghị",
            "members": [
                member(n, name) | {"cell": CELLS[n % 16], "proposed": GOOD} for n, name in enumerate(sample.names(60))
            ],
        },
        "aggregate_report": WARD
        | BY_WARD_BOARD
        | {
            "standing": "đề nghị",
            "grades": grades,
            "cells": cells,
            "register_sum": 336,
            "graded_sum": 320,
            "not_graded_sum": 16,
        },
        "result_report": BY_WARD
        | NUMBERED
        | {
            "addressee": "Ban Thường vụ Đảng ủy",
            "collective": "Ban Thường vụ Hội Phụ nữ phường",
            "held_on": date(2017, 11, 30),
            "present": (9, 11),
            "conclusion": PROSE,
            "leaders": [
                {
                    "full_name": "Nguyễn Thị Hạnh",
                    "post": "Chủ tịch Hội Phụ nữ",
                    "conclusion": "Hoàn thành tốt chức trách",
                    "votes": "Hoàn thành tốt nhiệm vụ: 9/11 (81,81%)",
                }
            ],
            "base_name": "số người được triệu tập",
        },
        "report_up": BY_WARD
        | NUMBERED
        | figures
        | {
            "addressee": "Ban Thường vụ Thị ủy",
            "overview": PROSE * 3,
            "collectives": [{"title": "Ban Chấp hành Đảng bộ", "held_on": date(2017, 12, 5)}],
            "cells": [{"title": "Trong sạch, vững mạnh", "count": 12, "share": (12, 16)}],
            "commended": CELLS[:2],
            "party_body_grade": "Trong sạch, vững mạnh",
            "party_body_points": 8820,
            "party_body_proposed": "Trong sạch, vững mạnh",
            "difficulties": PROSE,
        },
    }


def decisions() -> dict:
    """Decisions and notices."""
    line = {"unit": CELLS[0], "proposed": GOOD, "grade": GOOD}
    return {
        "decision": BY_WARD
        | {
            "number": 31,
            "symbol": "QĐ/ĐU",
            "subject": "đảng viên",
            "body": "BAN CHẤP HÀNH ĐẢNG BỘ PHƯỜNG",
            "grounds": ["Kế hoạch kiểm điểm năm 2017", "kết quả họp ngày 13/12/2017"],
            "grades": [{"label": BEST, "count": 3}, {"label": GOOD, "count": 17}],
            "whole": 22,
            "executors": "Văn phòng Đảng ủy, các chi bộ và đảng viên có tên",
            "listed": "Họ và tên",
            "places": [{"place": "Nơi sinh hoạt"}],
            "lines": [line | {"title": name} for name in sample.names(22)],
        },
        "result_notice": BY_WARD
        | {
            "number": 41,
            "symbol": "TB/ĐU",
            "addressee": "đồng chí Nguyễn Thị Hạnh",
            "full_name": "Nguyễn Thị Hạnh",
            "unit": "Chi bộ Thanh Khê",
            "grade": GOOD,
            "standing": "đã công nhận",
            "decided_by": "Quyết định số 31-QĐ/ĐU ngày 13/12/2017",
            "reasons": [{"words": "18/22 phiếu tán thành, cần từ 12 phiếu (III.1.3.b)."}],
            "complaint_to": "Ban Thường vụ Đảng ủy phường",
        },
        "leader_result_notice": BY_WARD
        | {
            "number": 42,
            "symbol": "TB/ĐU",
            "cell": "Chi bộ Thanh Khê",
            "full_name": "Nguyễn Thị Hạnh",
            "post": "Phó Chủ tịch Hội Phụ nữ",
            "held_on": date(2017, 11, 30),
            "conclusion": "hoàn thành tốt chức trách.",
            "votes": sample.VOTES,
            "base_name": "số người được triệu tập",
        },
        "notice_roll": WARD
        | {
            "about": "thông báo kết quả phân loại đảng viên",
            "lines": [{"full_name": name, "how": "nhận trực tiếp"} for name in sample.names(22)],
        },
    }


def meeting_papers() -> dict:
    """What is printed for a meeting."""
    roll = [{"printed_name": name, "capacity": "Đảng viên chính thức", "votes": "có"} for name in sample.names(22)]
    steps = [{"what": "Trình bày bản kiểm điểm", "who": "Từng đảng viên", "clause": "II.3.2.c"}]
    return {
        "invitation": BY_WARD
        | {
            "number": 15,
            "symbol": "GM/ĐU",
            "addressee": "Đồng chí Bí thư các chi bộ trực thuộc",
            "body": "Ban Chấp hành Đảng bộ phường",
            "about": "Quán triệt kế hoạch kiểm điểm năm 2017",
            "held_on": date(2017, 11, 16),
            "began_at": time(7, 30),
            "venue": "Hội trường Đảng ủy",
            "chair": "Đồng chí Bí thư Đảng ủy",
        },
        "order_of_business": HEAD | {"about": "kiểm điểm năm 2017", "held_on": DAY, "steps": steps * 9},
        "roll": HEAD
        | {
            "about": "Họp kiểm điểm năm 2017",
            "held_on": DAY,
            "round_name": "Bỏ phiếu lần thứ nhất",
            "convened": 22,
            "lines": roll,
        },
        "comments_to_read": HEAD
        | {
            "held_on": DAY,
            "comments": [
                {"full_name": "Nguyễn Thị Hạnh", "source": "Chi ủy Chi bộ Trung Thôn", "words": PROSE},
                {"full_name": "Hồ Văn Xuân", "source": "Hợp tác xã nông nghiệp"},
            ],
        },
        "threshold_card": {"organ": HEAD["organ"], "year": 2017}
        | BASE
        | {
            "majority": 12,
            "two_thirds": 15,
            "cap": "15% số đạt “Hoàn thành tốt nhiệm vụ” ở lần một, bỏ phần lẻ",
            "lines": [{"reached": n, "most": n * 15 // 100} for n in range(1, 23)],
        },
    }


def office() -> dict:
    """The plan, receipts and slips of the office."""
    return {
        "plan": BY_WARD
        | {
            "number": 88,
            "symbol": "KH/ĐU",
            "grounds": ["Hướng dẫn số 27-HD/BTCTW ngày 25/9/2014 của Ban Tổ chức Trung ương"],
            "body": "Ban Chấp hành Đảng bộ phường",
            "purpose": PROSE * 2,
            "collectives": [{"title": "Ủy ban nhân dân phường", "before": "Chủ tịch, Phó Chủ tịch, các ủy viên"}],
            "steps": [{"when": "Ngày 01/12/2017", "what": "Chi bộ kiểm điểm", "who": cell} for cell in CELLS],
            "readings": [{"question": "Mẫu số của tỷ lệ phiếu", "reading": "Đảng viên chính thức được triệu tập"}],
            "supervisors": [
                {"full_name": name, "cells": cell} for name, cell in zip(sample.names(14), CELLS[:14], strict=True)
            ],
        },
        "dossier_receipt": WARD
        | {
            "dossier": "Hồ sơ phân loại của chi bộ",
            "giver": "Trần Văn Minh",
            "giver_unit": "Chi bộ Thanh Khê",
            "receiver": "Đỗ Thị Lan",
            "received": [{"title": "Biên bản họp", "received_on": DAY}],
            "missing": [{"title": "Báo cáo 04-KĐ.ĐV", "due_on": date(2017, 12, 3)}],
        },
        "account_slips": {
            "organ": "Đảng ủy phường",
            "address": "http://192.168.1.10:8000",
            "slips": [
                {
                    "display_name": name,
                    "role": "Bí thư chi bộ",
                    "unit": cell,
                    "username": f"bt{n}",
                    "password": f"mat-khau-{n}",
                }
                for n, (name, cell) in enumerate(zip(sample.names(16), CELLS, strict=True))
            ],
        },
        "pack_cover": HEAD | {"held_on": DAY, "contents_of": [{"title": "Phiếu lần thứ nhất", "copies": 22}]},
    }


def every_form(keys: list[str]) -> dict[str, dict]:
    """Values by form key; `keys` are the keys of all content items."""
    leader = sample.WARD | sample.PERSON | {"contents": sample.written(keys), "self_grade": "HTTNV"}
    return {
        **sample.reviews(keys),
        **sample.comments(),
        "leader_self_assessment": leader,
        **sample.ballots(),
        **minutes(),
        **reports(),
        **decisions(),
        **meeting_papers(),
        **office(),
    }
