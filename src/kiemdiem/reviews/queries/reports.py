"""What a report must hold, and whom it has reached."""

from dataclasses import dataclass
from datetime import date

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.sections.proceedings import Form
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews.models import Report
from kiemdiem.reviews.queries.papers import report
from kiemdiem.reviews.queries.sections import SectionAsked, filled, own_sections, sections_of

CONTENT = "content"  # the one section of a report whose form names none


@dataclass(frozen=True)
class ReportAsked:
    """What one report must hold: its kind (the key of its form), its form, its sections, and of which unit it is."""

    kind: str
    form: Form
    unit_kind: str
    content_set: str
    sections: tuple[SectionAsked, ...]


def report_kinds(season: Season, unit: Unit) -> list[Form]:
    """The forms of report the unit owes, by the kinds of subject it is in the season."""
    book = cycles.book_of(season)
    subjects = season.subjects.filter(unit=unit, person__isnull=True).values_list("kind", flat=True)
    frozen = cycles.season_unit(season, unit)
    names = {*subjects, *([frozen.kind] if frozen else [])}
    return [form for form in book.forms.forms if form.paper == "report" and _is_owed_by(form, names)]


def _is_owed_by(form: Form, names: set[str]) -> bool:
    return bool(names.intersection((*form.filled_by, form.subject_kind)))


def report_asked(season: Season, unit: Unit, *, kind: str) -> ReportAsked:
    """What the report of that kind of the unit must hold.

    Raises: Refused when the unit owes none.
    """
    form = next((form for form in report_kinds(season, unit) if form.key == kind), None)
    frozen = cycles.season_unit(season, unit)
    if form is None or frozen is None:
        raise refuse("Tổ chức này không phải làm báo cáo này.", todo="Hãy chọn báo cáo khác hoặc tổ chức khác.")
    book = cycles.book_of(season)
    content = next((use.content for use in book.criteria.uses if use.subject == form.subject_kind), "")
    own = own_sections(book, form)
    items = sections_of(book, form.subject_kind) if form.content_sets else ()
    listed = {section.key for section in own}
    if not own and not items:
        own = (SectionAsked(key=CONTENT, title=form.title),)
    return ReportAsked(
        kind=kind,
        form=form,
        unit_kind=frozen.kind,
        content_set=content if form.content_sets else "",
        sections=(*(section for section in items if section.key not in listed), *own),
    )


def is_unwritten(season: Season, unit: Unit, *, kind: str) -> bool:
    """Whether the unit owes a report of that kind and a section it must hold is still empty."""
    if kind not in {form.key for form in report_kinds(season, unit)}:
        return False
    kept = report(season, unit, kind=kind)
    if kept is None:
        return True
    owed = {section.key for section in report_asked(season, unit, kind=kind).sections if section.is_required}
    return kept.state == Report.State.DRAFT and not owed.issubset(filled(kept.sections))


def reached_by(report: Report) -> set[str]:
    """The keys of the people who had the report's present version sent to them."""
    found = report.deliveries.filter(withdrawn_at__isnull=True, number=report.number)
    return set(found.values_list("person__key", flat=True))


def concluded_by(report: Report, *, day: date) -> tuple[str, ...]:
    """What the report's meeting had concluded by that day, in the words the rules use."""
    pairs = (("collective_concluded", report.concluded_on), ("individuals_concluded", report.individuals_on))
    return tuple(word for word, on in pairs if on is not None and on <= day)


def not_reached(report: Report, people: list[Person]) -> list[Person]:
    """Those of the people who have not been sent the report's present version."""
    reached = reached_by(report)
    return [person for person in people if person.key not in reached]
