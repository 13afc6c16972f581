"""Whether ballots, score slips, content items and fact sources name things that exist."""

from collections.abc import Iterator

from kiemdiem.core.law.faults import Fault, among
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.ballots import Ballot, Round, ScoreSlip
from kiemdiem.core.law.sections.criteria import ContentSet
from kiemdiem.core.law.sections.subjects import Subject

FILE = "ballots.yaml"


def faults(book: Rulebook) -> Iterator[Fault]:
    """Everything that does not fit in ballots, criteria and sources."""
    subjects = {subject.key: subject for subject in book.subjects.subjects}
    for ballot in book.ballots.ballots:
        subject = subjects.get(ballot.subject)
        if subject is None:
            yield Fault(FILE, ballot.key, f"không có đối tượng '{ballot.subject}'", among(subjects))
            continue
        for one in ballot.rounds:
            yield from _faults_of_round(book, ballot, one, subject)
    for slip in book.ballots.score_slips:
        yield from _faults_of_slip(book, slip, subjects.get(slip.subject))
    yield from faults_of_items(book)
    yield from faults_of_sources(book, subjects)
    if book.sources.facts:
        for subject in subjects.values():
            yield from facts_without_source(book, subject)


def _faults_of_round(book: Rulebook, ballot: Ballot, one: Round, subject: Subject) -> Iterator[Fault]:
    """A round with unknown grades, facts or rounds."""
    codes = book.subjects.scale(subject.scale).codes if subject.scale else ()
    facts = {fact.key for fact in subject.facts}
    grades = [(option.key, option.grade) for option in one.options]
    grades += [(one.key, grade) for grade in one.invalid_marks]
    grades += [(one.key, one.candidates.grade)] if one.candidates else []
    for key, grade in grades:
        if grade not in codes:
            yield Fault(FILE, key, f"thang của '{subject.key}' không có mức '{grade}'", among(codes))
    named_facts = [(option.key, option.votes) for option in one.options]
    named_facts += [(one.key, named) for named in (one.enrolled, one.present, one.returned, one.valid) if named]
    for key, named in named_facts:
        if named not in facts:
            yield Fault(FILE, key, f"'{subject.key}' không có dữ kiện '{named}'", among(sorted(facts)))
    yield from faults_of_order(ballot, one)


def faults_of_order(ballot: Ballot, one: Round) -> Iterator[Fault]:
    """A round that follows one that is not there."""
    rounds = {each.key for each in ballot.rounds}
    for named in (one.after, one.candidates.round if one.candidates else None):
        if named is not None and named not in rounds:
            yield Fault(FILE, one.key, f"không có lần bỏ phiếu '{named}'", among(sorted(rounds)))


def _faults_of_slip(book: Rulebook, slip: ScoreSlip, subject: Subject | None) -> Iterator[Fault]:
    """A score slip for an unknown subject or fact, or with parts that are no score items."""
    if subject is None or slip.fact not in {fact.key for fact in subject.facts if fact.type == "points"}:
        yield Fault(FILE, slip.key, f"'{slip.subject}' không có dữ kiện điểm '{slip.fact}'", "chọn dữ kiện kiểu points")
    points = {item.code: item.points for content in book.criteria.sets for item in content.items}
    for part in slip.parts:
        if part.item in points and points[part.item] not in (None, part.most):
            most = points[part.item]
            yield Fault(
                FILE, part.key, f"mục '{part.item}' tối đa {most} điểm, không phải {part.most}", f"viết most: {most}"
            )


def faults_of_items(book: Rulebook) -> Iterator[Fault]:
    """Content items under a parent that is not there, and sets that are not there."""
    sets = {content.key: content for content in book.criteria.sets}
    for content in sets.values():
        yield from faults_of_codes(content)
        for other in content.includes:
            if other not in sets:
                yield Fault("criteria.yaml", content.key, f"không có bộ nội dung '{other}'", among(sets))
    for use in book.criteria.uses:
        if use.content not in sets:
            yield Fault("criteria.yaml", "uses", f"không có bộ nội dung '{use.content}'", among(sets))


def faults_of_codes(content: ContentSet) -> Iterator[Fault]:
    """Items of a set that share a code or stand under a parent that is not there."""
    codes = [item.code for item in content.items]
    for item in content.items:
        if item.parent is not None and item.parent not in codes:
            yield Fault("criteria.yaml", item.key, f"không có mục cha '{item.parent}'", among(codes))
        if codes.count(item.code) > 1:
            yield Fault("criteria.yaml", item.key, f"mã mục '{item.code}' dùng hai lần", "đặt mã khác")


def faults_of_sources(book: Rulebook, subjects: dict[str, Subject]) -> Iterator[Fault]:
    """Sources of facts that no subject declares."""
    for source in book.sources.facts:
        subject = subjects.get(source.subject)
        if subject is None or source.fact not in {fact.key for fact in subject.facts}:
            said = f"'{source.subject}' không có dữ kiện '{source.fact}'"
            yield Fault("sources.yaml", source.key, said, "khai báo dữ kiện trong subjects.yaml, hoặc sửa tên")


def facts_without_source(book: Rulebook, subject: Subject) -> Iterator[Fault]:
    """Facts of a graded subject that nothing fills: no record, no round, no score slip."""
    rounds = [one for ballot in book.ballots.ballots if ballot.subject == subject.key for one in ballot.rounds]
    filled = {source.fact for source in book.sources.facts if source.subject == subject.key}
    filled |= {option.votes for one in rounds for option in one.options}
    filled |= {fact for one in rounds for fact in (one.enrolled, one.present, one.returned, one.valid) if fact}
    filled |= {slip.fact for slip in book.ballots.score_slips if slip.subject == subject.key}
    for fact in subject.facts if subject.scale else ():
        if fact.key not in filled:
            said = f"dữ kiện '{fact.key}' của '{subject.key}' không lấy từ đâu"
            yield Fault("sources.yaml", "facts", said, "thêm một mục trong sources.yaml, hoặc một lần bỏ phiếu")
