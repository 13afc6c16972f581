"""A rulebook in lines, as a committee officer reads it."""

from collections.abc import Iterator

from kiemdiem.core.judge.simulation import Simulation
from kiemdiem.core.law.difference import difference
from kiemdiem.core.law.entry import Entry
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.questions import Interpretation
from kiemdiem.core.law.telling import changes
from kiemdiem.core.law.telling.teller import Teller
from kiemdiem.core.reasons import OUTCOMES
from kiemdiem.rulebooks.viewer import NAMES

MARKS = {"stricter": "▲", "looser": "▼", "added": "+", "removed": "-", "otherwise": "≠", "moved": "→", "reworded": "~"}
SLIGHT = frozenset({"moved", "reworded"})
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


def differences(before: Rulebook, after: Rulebook, *, is_whole: bool) -> Iterator[str]:
    """What differs between two rulebooks, part by part; `is_whole`: also what is only moved or said in other words."""
    found = changes.told(difference(before, after), before=Teller(before, NAMES), after=Teller(after, NAMES))
    for question, first, second in changes.readings_apart(before, after):
        yield f"? {question}: {first} → {second}"
    shown = [one for one in found if is_whole or one.change.kind not in SLIGHT]
    for part, told in changes.by_part(shown).items():
        yield ""
        yield f"== {part} =="
        for one in told:
            yield from change_lines(one)
    yield ""
    yield "; ".join(f"{name}: {count}" for name, count in changes.counted(found)) or "Không có khác nhau."


def change_lines(one: changes.ToldChange) -> Iterator[str]:
    """One difference: which, of what, and what it was before and is after."""
    placed = one.after or one.before
    standing = f", {placed.standing}" if placed and placed.standing else ""
    effect = f"; {one.effect}" if one.effect else ""
    yield f"  {MARKS[one.change.kind]} {one.name} ({one.kind.lower()}{standing}{effect})"
    if one.before:
        yield f"      trước: {one.before}"
    if one.after:
        yield f"      sau:   {one.after}"


def simulation(found: Simulation, *, before: Rulebook) -> Iterator[str]:
    """What another rulebook makes of the same facts: how many change, by which rows, and who."""
    kinds = {one.key: one.text for one in before.subjects.subjects}
    for kind, judged in found.judged.items():
        moved = found.moves(kind)
        yield ""
        yield f"== {kinds.get(kind, kind)}: {judged} trường hợp, {sum(count for *_, count in moved)} thay đổi =="
        if found.unknown.get(kind):
            yield f"  Bộ sau cần {len(found.unknown[kind])} dữ kiện không có: {'; '.join(found.unknown[kind])}."
        yield from (f"  {count:>6}  {word_of(first)} → {word_of(second)}" for first, second, count in moved)
        for ground, count in found.grounds(kind):
            book = "bộ sau" if ground.is_of_second else "bộ trước"
            rows = ", ".join(ground.rows) or "–"
            yield f"  {count:>6}  theo {book}: {ground.text} [{ground.clause}; {rows}]"
        for case in found.cases:
            if case.kind == kind:
                yield f"    {case.subject}: {word_of(case.before)} → {word_of(case.after)}"
    for kind in found.unjudged:
        yield f"Bộ sau không xếp loại “{kinds.get(kind, kind)}”."


def word_of(result: str) -> str:
    """A grade by its name, or why there is none."""
    return OUTCOMES.get(result, result)
