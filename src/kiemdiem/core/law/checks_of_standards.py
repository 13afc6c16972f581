"""Whether standards, bands and quotas ask for things that exist and leave nothing out."""

from collections.abc import Iterator

from kiemdiem.core.law import column_names
from kiemdiem.core.law.faults import Fault, among
from kiemdiem.core.law.kinds.condition import Condition
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.scopes import scope_of
from kiemdiem.core.law.sections.quotas import Quota
from kiemdiem.core.law.sections.standards import Bands, Ladder, StandardsOf
from kiemdiem.core.law.sections.subjects import Subject
from kiemdiem.core.law.terms import Scope, TermFault
from kiemdiem.core.scales import Scale

FILE = "standards.yaml"


LOWER = "viết một mức thấp hơn"
LADDER = ("số mốc điểm không khớp các mức", "mỗi mức một mốc, giảm dần từ không quá 100 đến 0")


def climbs(ladder: Ladder, scale: Scale) -> bool:
    """Whether the marks go down from at most 100 to 0, one for each level."""
    falling = all(upper > lower for upper, lower in zip(ladder.marks, ladder.marks[1:], strict=False))
    return len(ladder.marks) == len(scale.codes) and falling and ladder.marks[0] <= 100 and ladder.marks[-1] == 0


def faults(book: Rulebook) -> Iterator[Fault]:
    """Everything that does not fit in standards and quotas."""
    subjects = {subject.key: subject for subject in book.subjects.subjects}
    scales = {scale.key: scale for scale in book.subjects.scales}
    for standards in book.standards.standards:
        subject = subjects.get(standards.subject)
        if subject is None:
            yield Fault(
                FILE,
                standards.key,
                f"không có đối tượng '{standards.subject}'",
                among(subjects),
            )
            continue
        scale = scales.get(subject.scale or "")
        if scale and standards.ladder and not climbs(standards.ladder, scale):
            yield Fault(FILE, standards.ladder.key, *LADDER)
            continue
        standards = standards.on(scale.codes) if scale else standards
        yield from faults_of_conditions(standards, scope_of(book, subject))
        if scale:
            yield from faults_of_grades(standards, scale)
            yield from missing_levels(standards, scale) if standards.complete else standards_too_early(standards)
            for bands in standards.bands:
                yield from _faults_of_bands(bands, scale, subject)
    for quota in book.quotas.quotas:
        yield from _faults_of_quota(quota, subjects.get(quota.subject), scales)
    yield from _faults_of_order(book.quotas.quotas, subjects, scales)


def faults_of_conditions(standards: StandardsOf, scope: Scope) -> Iterator[Fault]:
    """Conditions that cannot be made into a tree."""
    for _, condition in standards.conditions():
        yield from faults_of_condition(condition, scope)


def faults_of_condition(condition: Condition, scope: Scope) -> Iterator[Fault]:
    """A condition that names something unknown or mixes types; the innermost one is named."""
    for part in condition.parts():
        yield from faults_of_condition(part, scope)
    try:
        condition.tree(scope)
    except TermFault as error:
        if not condition.parts():
            yield Fault(FILE, condition.key, error.message, error.hint)


def faults_of_grades(standards: StandardsOf, scale: Scale) -> Iterator[Fault]:
    """Grades that the scale does not have, and standards that include a better or equal grade."""
    named = [(standards.key, standards.residual), *((cap.condition.key, cap.at_most) for cap in standards.caps)]
    named += [(one.key, one.grade) for one in standards.standards]
    named += [(one.key, one.includes) for one in standards.standards]
    for key, grade in named:
        if grade is not None and grade not in scale.codes:
            yield Fault(FILE, key, f"thang '{scale.key}' không có mức '{grade}'", among(scale.codes))
    for one in standards.standards:
        known = one.includes in scale.codes and one.grade in scale.codes
        if one.includes and known and scale.rank(one.includes) >= scale.rank(one.grade):
            yield Fault(FILE, one.key, f"'includes: {one.includes}' phải là một mức thấp hơn {one.grade}", LOWER)


def missing_levels(standards: StandardsOf, scale: Scale) -> Iterator[Fault]:
    """Levels of the scale for which nothing says when they are given, or that have two standards."""
    given = [one.grade for one in standards.standards]
    for grade in scale.codes:
        if given.count(grade) > 1:
            yield Fault(
                FILE, standards.key, f"mức '{grade}' của '{standards.subject}' có hai tiêu chuẩn", "gộp lại một mục"
            )
    reached = {*given, standards.residual}
    if standards.triggers:
        reached.add(scale.lowest)
    for grade in scale.codes:
        if grade not in reached:
            yield Fault(
                FILE,
                standards.key,
                f"'{standards.subject}' chưa có tiêu chuẩn cho mức '{grade}'",
                "thêm một mục standards",
            )


def standards_too_early(standards: StandardsOf) -> Iterator[Fault]:
    """Standards that stand though what the grades ask is said not to be known yet."""
    for one in standards.standards:
        yield Fault(FILE, one.key, "tiêu chuẩn chưa đủ ('complete' để trống) mà mục này vẫn đứng", "thêm needs_gap")


def _faults_of_bands(bands: Bands, scale: Scale, subject: Subject) -> Iterator[Fault]:
    """Bands with a gap, an overlap or a missing level."""
    if bands.of not in {fact.key for fact in subject.facts if fact.type == "points"}:
        yield Fault(FILE, bands.key, f"không có dữ kiện điểm '{bands.of}'", "chọn dữ kiện kiểu points")
    codes = tuple(band.grade for band in bands.bands)
    if codes != scale.codes:
        yield Fault(FILE, bands.key, f"các khung điểm là {codes}", f"mỗi mức một khung, từ cao xuống: {scale.codes}")
        return
    first, last = bands.bands[0], bands.bands[-1]
    if first.below is not None or first.at_least > bands.highest:
        yield Fault(FILE, first.key, f"khung cao nhất phải kéo đến {bands.highest} điểm", "bỏ 'below'")
    if last.at_least != 0:
        yield Fault(FILE, last.key, f"dưới {last.at_least} điểm không có khung nào", "khung thấp nhất bắt đầu từ 0")
    for upper, lower in zip(bands.bands, bands.bands[1:], strict=False):
        if lower.below is None or lower.below != upper.at_least:
            what = "hở" if (lower.below or 0) < upper.at_least else "chồng nhau"
            yield Fault(
                FILE, lower.key, f"khung {lower.grade} và {upper.grade} {what}", f"viết below: {upper.at_least}"
            )


def _faults_of_quota(quota: Quota, subject: Subject | None, scales: dict[str, Scale]) -> Iterator[Fault]:
    """A quota on subjects, grades, groups or facts that are not there."""
    file = "quotas.yaml"
    if subject is None or subject.scale not in scales:
        hint = "chọn một đối tượng có 'scale' trong subjects.yaml"
        yield Fault(file, quota.key, f"không có đối tượng được xếp loại '{quota.subject}'", hint)
        return
    scale = scales[subject.scale]
    for grade in (quota.grade, quota.base_grade, quota.falls_to):
        if grade is not None and grade not in scale.codes:
            yield Fault(file, quota.key, f"thang '{scale.key}' không có mức '{grade}'", among(scale.codes))
            return
    yield from _faults_of_selection(quota, scale, subject)


def _faults_of_order(
    quotas: tuple[Quota, ...], subjects: dict[str, Subject], scales: dict[str, Scale]
) -> Iterator[Fault]:
    """A quota that sends people down to a grade which a quota before it has already measured."""
    for place, quota in enumerate(quotas):
        subject = subjects.get(quota.subject)
        codes = scales[subject.scale].codes if subject and subject.scale in scales else ()
        for before in quotas[:place]:
            known = quota.falls_to and {before.grade, quota.grade} <= set(codes) and before.subject == quota.subject
            if known and codes.index(before.grade) > codes.index(quota.grade):
                said = f"người không vào tỷ lệ này xuống mức mà '{before.key}' đã tính xong"
                yield Fault("quotas.yaml", quota.key, said, f"đặt mục này trước '{before.key}'")


def _faults_of_selection(quota: Quota, scale: Scale, subject: Subject) -> Iterator[Fault]:
    """A quota whose group, order or selection cannot be computed."""
    file = "quotas.yaml"
    if quota.group not in subject.groups:
        yield Fault(file, quota.key, f"không có cột nhóm '{quota.group}'", among(subject.groups))
    types = {fact.key: fact.term_type for fact in subject.facts}
    for name in (*quota.ranked_by, *filter(None, [quota.chosen])):
        if not column_names.may_be_result(name):
            yield Fault(file, quota.key, f"'{name}' không thể là tên cột của kết quả", "đặt tên khác cho dữ kiện này")
    for name in quota.ranked_by:
        if types.get(name) != "int":
            yield Fault(file, quota.key, f"xếp thứ tự theo '{name}' không được", "chỉ theo dữ kiện kiểu count hoặc int")
    if quota.chosen and types.get(quota.chosen) != "bool":
        yield Fault(file, quota.key, f"'chosen: {quota.chosen}' không phải dữ kiện đúng/sai", "chọn dữ kiện kiểu bool")
    if not quota.chosen and (quota.falls_to is None or scale.rank(quota.falls_to) >= scale.rank(quota.grade)):
        said = "thiếu 'falls_to': mức thấp hơn của người không vào tỷ lệ"
        yield Fault(file, quota.key, said, "thêm dòng falls_to: một mức thấp hơn")
