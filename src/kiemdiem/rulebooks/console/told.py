"""A rulebook in lines, as a committee officer reads it."""

from collections.abc import Iterator

from kiemdiem.core.law.entry import Entry
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.questions import Interpretation

PARTS = {
    "subjects": "Đối tượng, thang mức, dữ kiện",
    "criteria": "Nội dung kiểm điểm và đánh giá",
    "standards": "Tiêu chuẩn",
    "ballots": "Bỏ phiếu và chấm điểm",
    "quotas": "Tỷ lệ tối đa",
    "process": "Trình tự",
    "plan": "Lịch",
    "dossier": "Hồ sơ",
    "forms": "Mẫu",
    "notices": "Thông báo",
    "gaps": "Khoảng trống người vận hành điền",
}


def summary(book: Rulebook) -> str:
    """One line for the list of rulebooks."""
    identity = book.identity
    number = identity.number or f"chưa có số ({identity.symbol})"
    return f"{book.code:<8} {identity.year}  {number}  {identity.issued_on}  {identity.issuer}: {identity.title}"


def lines(book: Rulebook) -> Iterator[str]:
    """The whole rulebook: its act, its parts with clause and text, its open questions."""
    identity = book.identity
    yield summary(book)
    yield f"Tình trạng: {identity.status_label or identity.status}; mã băm {book.sha256}"
    for name, title in PARTS.items():
        entries: tuple[Entry, ...] = getattr(book, name).entries()
        if entries:
            yield ""
            yield f"== {title} =="
            yield from (entry_line(entry) for entry in entries)
    yield ""
    yield "== Cách hiểu =="
    for question in book.interpretations.interpretations:
        yield from question_lines(question, book.reading(question.key))


def entry_line(entry: Entry) -> str:
    """One entry: clause, text, key, rows, and the questions it depends on."""
    under = f" ‹{', '.join(entry.under)}›" if entry.under else ""
    return f"  [{entry.clause}] {entry.text} ({entry.key}: {', '.join(entry.rows) or '–'}){under}"


def question_lines(question: Interpretation, chosen: str) -> Iterator[str]:
    """One open question with its readings, the one in force marked."""
    yield f"  {question.key} ({question.amb}, {question.clause}): {question.question}"
    for reading in question.readings:
        mark = "*" if reading.key == chosen else " "
        yield f"    {mark} {reading.key}: {reading.text}"
