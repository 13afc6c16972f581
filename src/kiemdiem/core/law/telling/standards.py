"""What is asked of whom, in sentences: standards, conditions, bands, quotas, scales and facts."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kiemdiem.core.law.kinds.any_of import AnyOf
from kiemdiem.core.law.kinds.condition import Condition
from kiemdiem.core.law.kinds.every import Every
from kiemdiem.core.law.kinds.holds import Holds
from kiemdiem.core.law.kinds.points import Points
from kiemdiem.core.law.kinds.share import Share
from kiemdiem.core.law.kinds.votes import Votes
from kiemdiem.core.law.sections.quotas import Quota
from kiemdiem.core.law.sections.standards import Band, Bands, Ladder, Standard, StandardsOf
from kiemdiem.core.law.sections.subjects import Balance, Count, Fact, Reviewed, Subject
from kiemdiem.core.law.telling import words
from kiemdiem.core.scales import Scale

if TYPE_CHECKING:
    from kiemdiem.core.law.telling.teller import About

ABOVE = {
    "ceiling": "Phiếu cao hơn mức các điều kiện khác cho phép thì chỉ xếp đến mức được phép.",
    "vote": "Phiếu quyết định mức, kể cả khi các điều kiện khác chưa đạt.",
    "repeat": "Phiếu cao hơn mức các điều kiện khác cho phép thì bỏ phiếu lại trong các mức được phép.",
}


def votes(one: Votes, about: "About") -> Iterator[str]:
    """How many votes of how many, or more than for which other."""
    cast = about.spoken.phrase(one.count)
    if one.more_than_each_of:
        others = ", ".join(about.spoken.phrase(other) for other in one.more_than_each_of)
        yield f"{cast} phải nhiều hơn từng số sau: {others}."
    else:
        yield f"{cast} phải {measure(one)} {about.spoken.phrase(one.of)}."


def share(one: Share, about: "About") -> Iterator[str]:
    """Which part of which whole."""
    yield f"{about.spoken.phrase(one.count)} phải {measure(one)} {about.spoken.phrase(one.of)}."


def measure(one: Votes | Share) -> str:
    """The fraction, and whether reaching it is enough."""
    return f"trên {one.more_than}" if one.more_than else f"từ {one.at_least} trở lên"


def points(one: Points, about: "About") -> Iterator[str]:
    """From which mark to which."""
    yield f"{about.spoken.fact(one.of)} {span(one.at_least, one.below)}."


def span(low: int | None, high: int | None) -> str:
    """A range of points."""
    if high is None:
        return f"từ {low} điểm trở lên"
    return f"dưới {high} điểm" if low is None else f"từ {low} đến dưới {high} điểm"


def every(one: Every, about: "About") -> Iterator[str]:
    """Which criteria, all at which level."""
    subject = about.subject
    group = next((group.facts for group in subject.fact_groups if group.key == one.of), ()) if subject else ()
    scale = about.spoken.scales.get(group[0]) if group else None
    level = scale.name(one.at_least) if scale and one.at_least in scale.codes else one.at_least
    yield f"Từng tiêu chí sau đều từ mức {level} trở lên: {'; '.join(about.spoken.fact(fact) for fact in group)}."


def any_of(one: AnyOf, about: "About") -> Iterator[str]:
    """One of several is enough."""
    yield f"Chỉ cần một trong {len(one.of)} điều kiện: {'; '.join(part.text for part in one.of)}."


def holds(one: Holds, about: "About") -> Iterator[str]:
    """What must be so."""
    yield f"{'Áp dụng' if about.place in words.PLACES else 'Đạt'} khi {about.spoken.phrase(one.when)}."


def guards(one: Condition, about: "About") -> Iterator[str]:
    """Of whom a condition is asked, and with what together."""
    if one.given:
        yield f"Chỉ xét khi {about.spoken.phrase(one.given)}; trường hợp khác coi như đạt."
    if one.only_if:
        yield f"Chỉ tính khi {about.spoken.phrase(one.only_if)}."
    if one.own:
        yield "Chỉ đòi hỏi ở đúng mức này, không đòi hỏi ở mức cao hơn."


def standards_of(one: StandardsOf, about: "About") -> Iterator[str]:
    """What becomes of whoever meets no standard, or is voted above it."""
    if one.residual:
        yield f"Không đạt tiêu chuẩn mức nào thì xếp mức {about.grade(one.residual)}."
    if one.triggers:
        order = "trước" if one.triggers_come == "first" else "sau"
        yield f"Các trường hợp xếp mức thấp nhất được xét {order} tiêu chuẩn của từng mức."
    if any(condition.is_vote for _, condition in one.conditions()):
        yield ABOVE[one.vote_above_standard]


def standard(one: Standard, about: "About") -> Iterator[str]:
    """Which grade, and which other grade's conditions it takes over."""
    more = f" Phải đạt cả điều kiện của mức {about.grade(one.includes)}." if one.includes else ""
    yield f"Mức {about.grade(one.grade)}: {len(one.conditions)} điều kiện.{more}"


def bands(one: Bands, about: "About") -> Iterator[str]:
    """Which points are cut into grades."""
    yield f"Theo {about.spoken.fact(one.of)}, cao nhất {one.highest} điểm."


def band(one: Band, about: "About") -> Iterator[str]:
    """The points of one grade."""
    yield f"Mức {about.grade(one.grade)}: {span(one.at_least, one.below)}."


def ladder(one: Ladder, about: "About") -> Iterator[str]:
    """From which points each level is reached."""
    yield f"Theo {about.spoken.fact(one.of)}, các mức từ cao xuống thấp lấy từ: {', '.join(map(str, one.marks))} điểm."


def quota(one: Quota, about: "About") -> Iterator[str]:
    """How many of what may have the grade, how it is counted, and what happens beyond it."""
    whom = f"Số {about.subject_word} được chọn trong mức" if one.chosen else f"Số {about.subject_word} ở mức"
    base = words.BASES[one.base]
    least = "" if one.base == "all_graded" else f" (từ mức {about.grade(one.base_grade)} trở lên)"
    yield f"{whom} {about.grade(one.grade)} không quá {one.percent}% {base}{least}, tính theo {about.word(one.group)}."
    yield f"Phần lẻ: {words.ROUNDINGS[one.rounding]}."
    if one.small_group:
        below = f" khi có dưới {one.small_group.below}" if one.small_group.below else ""
        yield f"Nơi ít người, ít tổ chức{below}: {one.small_group.at_least}."
    if one.ranked_by:
        yield f"Khi vượt, xếp theo {', '.join(about.spoken.fact(fact) for fact in one.ranked_by)}."
    if one.falls_to:
        again = "bỏ phiếu lại" if one.ties == "repeat" else "cấp có thẩm quyền lựa chọn"
        yield f"Ngoài tỷ lệ thì xuống mức {about.grade(one.falls_to)}; bằng nhau ở ngưỡng thì {again}."


def scale(one: Scale, about: "About") -> Iterator[str]:
    """The levels, best first."""
    yield f"Từ cao xuống thấp: {'; '.join(level.name for level in one.levels)}."


def fact(one: Fact, about: "About") -> Iterator[str]:
    """What kind of answer it is, and who answers for it."""
    scale = next((each.text for each in about.book.subjects.scales if each.key == one.scale), "")
    kind = f"{words.FACT_TYPES[one.type]}{f' của thang “{scale}”' if scale else ''}"
    yield f"Ghi {kind}.{' Do người có trách nhiệm xác nhận.' if one.attested else ''}"


def count(one: Count, about: "About") -> Iterator[str]:
    """What is counted of those below."""
    subject = about.subject
    below = about.book.subjects.subject(subject.children.subject) if subject and subject.children else None
    named = {scale.key: scale for scale in about.book.subjects.scales}.get(below.scale or "") if below else None
    grade = named.name(one.grade) if named and one.grade in named.codes else one.grade
    told = {
        "graded": "số đã được xếp loại",
        "at_least": f"số từ mức {grade} trở lên",
        "exactly": f"số ở mức {grade}",
        "pending": "số chưa có kết quả",
    }
    yield f"Đếm từ kết quả cấp dưới: {told[one.of]}."


def balance(one: Balance, about: "About") -> Iterator[str]:
    """What cannot be more than what."""
    parts = " + ".join(about.spoken.fact(part) for part in one.parts)
    yield f"{parts} không được lớn hơn {about.spoken.fact(one.at_most)}."


def subject(one: Subject, about: "About") -> Iterator[str]:
    """On which scale, and from whose results."""
    scale = next((each.text for each in about.book.subjects.scales if each.key == one.scale), "")
    yield f"Xếp theo thang “{scale}”." if scale else "Không xếp mức; chỉ tính số liệu."
    if one.children:
        yield f"Tính cả kết quả của từng {words.SUBJECTS.get(one.children.subject, one.children.subject)}."


def reviewed(one: Reviewed, about: "About") -> Iterator[str]:
    """Who is reviewed, and who is not."""
    whom = [about.word(name) for name in (*one.unit_kinds, *one.posts)]
    yield f"Kiểm điểm {words.SUBJECTS[one.subject]}{': ' + '; '.join(whom) if whom else ''}."
    for names, word in ((one.except_all_of, "đồng thời"), (one.except_any_of, "một trong")):
        if names:
            yield f"Trừ người thuộc {word}: {', '.join(about.word(name) for name in names)}."


TELLERS: Mapping[type, Callable[[Any, "About"], Iterator[str]]] = {
    Votes: votes,
    Share: share,
    Points: points,
    Every: every,
    AnyOf: any_of,
    Holds: holds,
    StandardsOf: standards_of,
    Standard: standard,
    Bands: bands,
    Band: band,
    Ladder: ladder,
    Quota: quota,
    Scale: scale,
    Fact: fact,
    Count: count,
    Balance: balance,
    Subject: subject,
    Reviewed: reviewed,
}
