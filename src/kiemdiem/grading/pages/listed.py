"""What the pages of a whole organisation's results share: its lines, and how they are looked over."""

from datetime import date

from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.grading import commands, forms, queries
from kiemdiem.grading.models import Verdict
from kiemdiem.grading.pages import one, shown
from kiemdiem.grading.queries import Result
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit
from kiemdiem.web import phrases
from kiemdiem.web.shapes import AnswerRow, Crumb


def open_results(season: Season, unit: Unit, *, by: Account) -> list[Result]:
    """The results of the unit that wait for a grade, but for the reader's own; who is not graded waits for none."""
    subjects = list(cycles.members_of(season, unit).filter(ended_on__isnull=True, is_graded=True))
    own = cycles.subject_of_unit(season, unit, kind="cell")
    found = queries.results_of([*subjects, *([own] if own else [])])
    return [
        result
        for result in found
        if result.decision is None
        and result.verdict is not None
        and result.verdict.outcome != Verdict.Outcome.NOT_GRADED
        and not (result.subject.person and org_access.is_own_file(by, result.subject.person))
    ]


def lines_of(book: Rulebook, results: list[Result]) -> list[forms.Line]:
    """The lines of a form, none picked beforehand."""
    versions = queries.versions_of(result.subject for result in results)
    return [
        forms.Line(
            result.subject,
            said(book, result),
            one.levels_of(book, result.subject.kind),
            versions[result.subject.pk],
        )
        for result in results
    ]


def said(book: Rulebook, result: Result) -> str:
    """What the rules gave, and what was proposed where it differs."""
    words = shown.verdict_words(book, result)
    if result.returned is not None:
        words = f"{words}; đang chờ trả lời nội dung đã nêu"
    if result.proposal is None or (result.verdict and result.proposal.grade == result.verdict.grade):
        return words
    proposed = shown.grade_name(book, result.subject.kind, result.proposal.grade)
    return f"{words}; đề nghị: {proposed} ({result.proposal.reason})"


def chosen(form: forms.GradesForm) -> list[commands.Chosen]:
    """The grades picked, as the act takes them."""
    return [
        commands.Chosen(line.subject, one.grade_of(grade), reason, version=seen)
        for line, grade, reason, seen in form.picked()
    ]


def rows(form: forms.GradesForm, *, body: AnswerRow, on: date, document: str = "") -> list[AnswerRow]:
    """The list as it is looked over before it is kept."""
    head = [body, AnswerRow("Ngày", phrases.day(on))]
    head += [AnswerRow("Văn bản", document)] if document else []
    lines = []
    for line, grade, reason, _ in form.picked():
        name = dict(line.levels)[grade]
        lines.append(AnswerRow(line.subject.name, f"{name} – {reason}" if reason else name))
    return [*head, *lines]


def back_to(season: Season, unit: Unit) -> str:
    """The page of the unit's results."""
    return reverse("grading:unit_results", args=[season.key, unit.key])


def way_to(season: Season, unit: Unit, *, on: date, title: str) -> list[Crumb]:
    """The way to a page of the unit."""
    return shown.way_to(season, Crumb(org.unit_name(unit, on=on), back_to(season, unit)), Crumb(title))
