"""The sentences and short words that several rooms say, each in one place."""

from datetime import date

STALE_PAGE = "Trang đã cũ hoặc không đầy đủ. Tải lại trang để xem bản mới nhất, rồi nhập lại phần cần sửa."

# Word of the tag, then its tone. Tones are explained in web/components/README.md.
STATES = {
    "waiting": ("Chưa tới lúc", "quiet"),
    "todo": ("Chưa làm", "busy"),
    "doing": ("Đang làm", "busy"),
    "soon": ("Sắp đến hạn", "warn"),
    "late": ("Quá hạn", "bad"),
    "done": ("Đã xong", "done"),
    "draft": ("Bản nháp", "quiet"),
    "open": ("Đang mở", "busy"),
    "submitted": ("Đã nộp", "done"),
    "returned": ("Bị trả lại", "bad"),
    "locked": ("Đã chốt", "done"),
    "closed": ("Đã kết thúc", "done"),
    "planned": ("Theo kế hoạch", "quiet"),
    "moved": ("Đã dời", "warn"),
    "broken_off": ("Tạm dừng", "warn"),
    "void": ("Đã hủy", "bad"),
    "missing": ("Còn thiếu", "warn"),
    "out_of_order": ("Sai trình tự", "bad"),
}

STANDINGS = {
    "pending": ("Chưa có kết quả", "quiet"),
    "voted": ("Kết quả bỏ phiếu ở chi bộ", "busy"),
    "voted_elsewhere": ("Kết quả bỏ phiếu ở tập thể", "busy"),
    "proposed": ("Đề nghị", "warn"),
    "decided": ("Đã công nhận", "good"),
    "replaced": ("Bị thay thế", "quiet"),
}

FINDINGS = {
    "met": ("Đạt", "good"),
    "not_met": ("Không đạt", "bad"),
    "unknown": ("Chưa đủ dữ liệu", "warn"),
    "applies": ("Có", "warn"),
    "absent": ("Không", "quiet"),
}

STEPS = {
    "done": "Đã xong",
    "current": "Đang làm",
    "waiting": "Chưa tới lượt",
    "blocked": "Chưa thể làm",
    "skipped": "Không áp dụng",
}


def day(value: date | None) -> str:
    """The day as people write it, dd/mm/yyyy; a missing day is said to be missing."""
    return f"{value:%d/%m/%Y}" if value else "chưa có ngày"
