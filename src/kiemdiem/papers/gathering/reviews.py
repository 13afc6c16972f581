"""What the reports and self-reviews print: what was written under each content item, and what the meeting added."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.meetings.models import ReviewLine
from kiemdiem.org import queries as org
from kiemdiem.papers.gathering import frame as frames
from kiemdiem.papers.gathering.frame import Frame
from kiemdiem.reviews import queries as reviews
from kiemdiem.reviews.models import Report, SelfReview
from kiemdiem.reviews.models.paper_source import Entered

RESOLUTIONS = "resolutions"
SELF_REVIEW = "self_review"
ABOVE = "Đã nêu chung ở mục trên."
PERSON_FIELDS = {"full_name": "person", "sign": "sign", "cause": "cause", "solution": "solution"}


def contents(frame: Frame, sections: Mapping[str, Any]) -> dict[str, str]:
    """What was written under each content item; one answer on all resolutions stands under the first of them."""
    found = {key: value for key, value in sections.items() if isinstance(value, str) and key != RESOLUTIONS}
    joint = sections.get(RESOLUTIONS)
    for number, each in enumerate(frame.book.criteria.resolutions if joint else ()):
        found[each.key] = ABOVE if number else str(joint)
    return found


def sections(frame: Frame, key: str, written: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The sections the rulebook wants a form to have, each under its name, with what was written in it."""
    forms = [form for form in frame.book.forms.forms if form.key == key]
    asked = [section for form in forms for section in reviews.own_sections(frame.book, form)]
    return [{"title": each.title, "words": _words(written.get(each.key))} for each in asked]


def _words(value: object) -> str | None:
    return value if isinstance(value, str) else None


def self_review_values(
    frame: Frame, subject: SeasonSubject, *, review: SelfReview | None, line: ReviewLine | None = None
) -> dict[str, Any]:
    """The self-review of a member, with what the cell concluded where it was reviewed."""
    person = subject.person
    text = review.sections if review else {}
    chief = frame.head_of(subject.unit)
    return {
        **frames.head(frame, subject.unit),
        **frames.person_values(frame, person),
        "is_leader": person.pk in frame.leaders,
        "is_civil_servant": org.works_of(person, on=frame.on).filter(kind=reviews.CIVIL_SERVANT).exists(),
        "contents": contents(frame, text),
        "sections": sections(frame, SELF_REVIEW, text),
        **{key: text.get(key) for key in ("faults", "causes", "remedies")},
        "taken_in": line.response if line else "",
        "cell_comment": line.conclusion if line else "",
        "confirmed_on": review.confirmed_on if review else None,
        "secretary": chief.full_name if chief else "",
        "by_paper": bool(review and review.entered == Entered.PAPER and text),
    }


def collective_report_values(frame: Frame, report: Report) -> dict[str, Any]:
    """The report of a collective in its newest version."""
    rows = [row for value in report.sections.values() if isinstance(value, list) for row in value]
    persons = [_declined(row) for row in rows if row.get("cause") or row.get("solution")]
    newest = report.versions.order_by("-number").first()
    people = frozenset(report.deliveries.filter(withdrawn_at__isnull=True).values_list("person_id", flat=True))
    return {
        **frames.head(frame, report.unit),
        **frames.symbol(frame, report.unit, ledger="BC"),
        **frames.signed(frame, report.unit),
        **frames.recipients(frame, report.unit, also=("Các thành viên dự kiểm điểm",)),
        "collective": frame.name(report.unit),
        "contents": contents(frame, report.sections),
        "sections": sections(frame, report.kind, report.sections),
        **{key: report.sections.get(key) for key in ("strengths", "faults", "causes", "remedies")},
        "nobody": not persons,
        "persons": persons,
        "version": report.number,
        "sent_on": reviews.last_sent_on(report, people=people),
        "revised_why": newest.reason if newest and newest.number > 1 else "",
    }


def _declined(row: Mapping[str, str]) -> dict[str, Any]:
    """One person who declined, as the report names him."""
    found: dict[str, Any] = {name: row.get(key) or None for name, key in PERSON_FIELDS.items()}
    day, month, year = (*row.get("due_on", "").split("/"), "", "", "")[:3]
    whole = day.isdigit() and month.isdigit() and year.isdigit()
    return found | {"due_on": date(int(year), int(month), int(day)) if whole else None}


def leadership_report_values(frame: Frame, report: Report) -> dict[str, Any]:
    """The report of a cell on how it led the year's work."""
    return {
        **frames.head(frame, report.unit),
        **frames.symbol(frame, report.unit, ledger="BC"),
        **frames.signed(frame, report.unit),
        **frames.recipients(frame, report.unit, also=("Các đồng chí đảng viên",)),
        "contents": contents(frame, report.sections),
        **{key: report.sections.get(key) for key in ("overview", "faults", "causes", "tasks_next")},
    }
