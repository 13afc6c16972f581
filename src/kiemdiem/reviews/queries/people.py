"""What one person's papers must hold in one season: his cell, his forms and sections, and by when."""

from dataclasses import dataclass
from datetime import date

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.sections.proceedings import Form
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.org import queries as org
from kiemdiem.org.models import Person
from kiemdiem.reviews.queries.sections import SectionAsked, own_sections, sections_of

CIVIL_SERVANT = "ccvc"


@dataclass(frozen=True)
class Asked:
    """What the self-review of one person must hold."""

    subject: SeasonSubject
    is_leader: bool
    form: Form
    content_sets: tuple[str, ...]
    sections: tuple[SectionAsked, ...]


def member_of(season: Season, person: Person) -> SeasonSubject:
    """The person as a member of the season, reviewed in his cell.

    Raises: Refused when the season does not review him.
    """
    found = cycles.subject_of(season, person, kind="member")
    if found is None or not found.is_reviewed:
        why = found.why_not if found else "Không có trong danh sách đợt kiểm điểm này."
        raise refuse(f"Đồng chí {person.full_name} không thuộc diện kiểm điểm.", why=why, todo="Hãy chọn người khác.")
    return found


def asked_of(season: Season, person: Person, *, on: date) -> Asked:
    """The form and the sections of the person's self-review, by his posts and his work on the day.

    Raises: Refused when the season does not review him, or its rulebook has no form for it.
    """
    subject = member_of(season, person)
    book = cycles.book_of(season)
    leads = cycles.subject_of(season, person, kind="leader") is not None
    works = org.works_of(person, on=on).filter(kind=CIVIL_SERVANT).exists()
    forms = [form for form in book.forms.forms if form.paper == "review"]
    if not forms:
        raise refuse("Bộ quy tắc của đợt này không có mẫu bản kiểm điểm.", todo="Hãy kiểm tra lại bộ quy tắc.")
    kind = "leader" if leads else "member"
    content = tuple(use.content for use in book.criteria.uses if use.subject == kind)
    items = sections_of(book, kind, is_civil_servant=works)
    listed = {section.key for section in items}
    own = [section for section in own_sections(book, forms[0]) if section.key not in listed]
    return Asked(
        subject=subject,
        is_leader=leads,
        form=forms[0],
        content_sets=content,
        sections=(*items, *own),
    )
