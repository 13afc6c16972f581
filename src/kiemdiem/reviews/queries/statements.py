"""What may be attested, which papers a leader owes, and what a self-review has behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.entry import Entry
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.proceedings import Form
from kiemdiem.core.law.sections.subjects import Fact, WholeType
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.org import queries as org
from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews.models import Attestation, SelfReview
from kiemdiem.reviews.queries.papers import attestations_of
from kiemdiem.reviews.queries.people import CIVIL_SERVANT

# The kinds of record that a statement fills, alone or together with others.
STATED = ("attested", "rated")


@dataclass(frozen=True)
class AttestationAsked:
    """One statement people must make about one subject, and what they stated. `levels`: to choose from, if any."""

    key: str
    entry: Entry
    levels: tuple[tuple[str, str], ...]
    attestation: Attestation | None = None
    is_number: bool = False


@dataclass(frozen=True)
class SubjectAsked:
    """One subject of a list with the statements asked about it."""

    subject: SeasonSubject
    asked: tuple[AttestationAsked, ...]

    @property
    def stated(self) -> int:
        """How many of them were stated."""
        return sum(each.attestation is not None for each in self.asked)


def attested_facts(book: Rulebook, subject: str) -> tuple[Fact, ...]:
    """The facts about a kind of subject that people attest, in the rulebook's order."""
    found = next((each for each in book.subjects.subjects if each.key == subject), None)
    return tuple(fact for fact in found.facts if fact.attested) if found else ()


def attestation_key(book: Rulebook, subject: str, *, fact: str) -> str:
    """Under which key a fact about a kind of subject is attested: as the rulebook's sources say, else its own."""
    for source in book.sources.facts:
        if source.subject == subject and source.fact == fact and source.record.kind in STATED:
            return source.record.attestation
    return fact


def attestations_asked(season: Season, subject: SeasonSubject) -> list[AttestationAsked]:
    """The statements people must make about the subject, with what they stated."""
    stated = {each.entry_key: each for each in attestations_of(season, subject=subject.key)}
    return asked_of_subject(cycles.book_of(season), subject, stated=stated)


def asked_of_subject(
    book: Rulebook, subject: SeasonSubject, *, stated: Mapping[str, Attestation]
) -> list[AttestationAsked]:
    """The statements asked about the subject, each with what was stated under its key."""
    found = []
    for fact in attested_facts(book, subject.kind):
        key = attestation_key(book, subject.kind, fact=fact.key)
        found.append(AttestationAsked(key, fact, levels_of(book, fact), stated.get(key), is_number(fact)))
    return found


def statements_asked(season: Season, unit: Unit) -> list[SubjectAsked]:
    """The subjects of a unit of which the rules want statements, the unit itself first, then its members by name.

    Whoever the rulebook excludes from grading is asked about nothing; one who is only not reviewed is asked about.
    """
    book = cycles.book_of(season)
    found = season.subjects.filter(unit=unit, ended_on__isnull=True, is_graded=True).select_related("person", "unit")
    wanted = [each for each in found if attested_facts(book, each.kind)]
    stated: dict[str, dict[str, Attestation]] = {}
    for each in attestations_of(season).filter(subject__in=[one.key for one in wanted]):
        stated.setdefault(each.subject, {})[each.entry_key] = each
    return [
        SubjectAsked(subject, tuple(asked_of_subject(book, subject, stated=stated.get(subject.key, {}))))
        for subject in sorted(wanted, key=lambda one: (one.person_id is not None, one.sort_key, one.key))
    ]


def levels_of(book: Rulebook, fact: Fact) -> tuple[tuple[str, str], ...]:
    """The levels of a fact's scale, best first, as pairs of code and name; none for a yes or no."""
    if fact.scale is None:
        return ()
    return tuple((level.code, level.name) for level in book.subjects.scale(fact.scale).levels)


def is_number(fact: Fact) -> bool:
    """Whether a fact is stated as a number."""
    return fact.type in WholeType


def attestable(book: Rulebook, key: str, *, level: str, amount: int | None = None) -> Entry:
    """The entry of the rulebook that is attested under the key.

    Raises: Refused when there is none, or the level is not one of its scale, or a number is missing or out of place.
    """
    for subject in book.subjects.subjects:
        for fact in attested_facts(book, subject.key):
            if attestation_key(book, subject.key, fact=fact.key) == key:
                _must_be_level(level, levels_of(book, fact))
                _must_be_number(amount, wanted=is_number(fact))
                return fact
    entry = next((each for each in book.entries if each.key == key), None)
    if entry is None:
        raise refuse("Bộ quy tắc không có nội dung này để khẳng định.", todo="Hãy chọn lại nội dung.")
    _must_be_level(level, ())
    _must_be_number(amount, wanted=False)
    return entry


def _must_be_number(amount: int | None, *, wanted: bool) -> None:
    if wanted != (amount is not None) or (amount or 0) < 0:
        raise refuse("Nội dung này phải ghi bằng một số." if wanted else "Nội dung này không ghi bằng số.")


def _must_be_level(level: str, levels: tuple[tuple[str, str], ...]) -> None:
    codes = {code for code, _ in levels}
    if (codes and level not in codes) or (not codes and level):
        raise refuse("Mức đã chọn không thuộc thang mức của nội dung này.", todo="Hãy chọn lại mức.")


def leader_forms(book: Rulebook) -> tuple[Form, ...]:
    """The forms filled about a leader beside his self-review, counted votes and foreign papers left out."""
    authors = {"leader", "collective"}
    return tuple(
        form
        for form in book.forms.forms
        if form.subject_kind == "leader" and form.paper == "comment" and authors.intersection(form.filled_by)
    )


def leader_form(season: Season, person: Person, *, kind: str) -> Form:
    """The form of that key about this leader.

    Raises: Refused when he is no leader of the season, or the rulebook has no such form.
    """
    if cycles.subject_of(season, person, kind="leader") is None:
        raise refuse(
            f"Đồng chí {person.full_name} không giữ chức vụ lãnh đạo, quản lý trong đợt này.",
            todo="Hãy chọn người khác.",
        )
    found = next((form for form in leader_forms(cycles.book_of(season)) if form.key == kind), None)
    if found is None:
        raise refuse("Bộ quy tắc không có mẫu này cho cán bộ lãnh đạo, quản lý.", todo="Hãy chọn lại mẫu.")
    return found


def done_with(self_review: SelfReview, *, on: date) -> tuple[str, ...]:
    """What a self-review has behind it on the day, in the words the rules use: its states, and the cell's conclusion.

    A conclusion and a completion count from their own days on.
    """
    order = SelfReview.State.values
    reached = order[1 : order.index(self_review.state) + 1]
    dated = {"completed": self_review.completed_on, "concluded": self_review.concluded_on}
    later = {word for word, day in dated.items() if day is None or day > on}
    return tuple(word for word in (*reached, "concluded") if word not in later)


def due_on(season: Season, subject: SeasonSubject, *, form: str, default: date) -> date:
    """The plan's last day for that form, for the member's cell or for all; the default when the plan has none."""
    for unit in (subject.unit, None):
        step = cycles.step_of(season, form, unit=unit)
        if step is not None:
            return step.last_on
    return default


def civil_servants_without_grade(season: Season, cell: Unit, *, on: date) -> list[SeasonSubject]:
    """The cadres and civil servants of a cell whose agency has not graded them this year, by given name."""
    found = []
    for member in cycles.members_of(season, cell, on=on):
        if not member.is_reviewed or member.person is None:
            continue
        serves = org.works_of(member.person, on=on).filter(kind=CIVIL_SERVANT).exists()
        if serves and org.outside_result(member.person, year=season.year, kind=CIVIL_SERVANT) is None:
            found.append(member)
    return found
