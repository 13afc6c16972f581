"""What every page of an act on one result shares: its season, its subject, its moment, where the result stands."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest
from django.urls import reverse

from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access, queries
from kiemdiem.grading.pages import shown
from kiemdiem.grading.queries import Result
from kiemdiem.web.shapes import AnswerRow, Crumb

UNGRADED = "khong"


@dataclass(frozen=True)
class Opened:
    """One result opened for an act on it."""

    season: Season
    result: Result
    book: Rulebook
    at: datetime
    day: date

    @property
    def subject(self) -> SeasonSubject:
        """Whose result it is."""
        return self.result.subject

    @property
    def version(self) -> int:
        """The version of the result as it is shown now."""
        return queries.version_of(self.subject)

    @property
    def address(self) -> str:
        """The page of the result."""
        return reverse("grading:result", args=[self.season.key, self.subject.key])


def opened(request: HttpRequest, key: str, subject_key: str, *, act: str) -> Opened:
    """The result opened for the act.

    Raises: Refused to whoever may not do it, or when the season stands where it cannot be done.
    """
    season = cycles.season(key)
    subject = cycles.subject(season, subject_key)
    day = frame.today_in(season)
    access.must_do(request.user, act, season=season, subject=subject, on=day)
    access.must_stand(season, act=act)
    return Opened(season, queries.result_of(subject), shown.book_of(season), frame.moment_in(season), day)


def levels_of(book: Rulebook, kind: str, *, empty: str = "") -> list[tuple[str, str]]:
    """The grades to choose from, none picked beforehand; last that the subject is left ungraded."""
    scale = book.subjects.scale(book.subjects.subject(kind).scale or "")
    first = [("", empty)] if empty else []
    return [*first, *((level.code, level.name) for level in scale.levels), (UNGRADED, "Không xếp loại")]


def grade_of(answer: str) -> str:
    """The grade an answer means; leaving ungraded is none."""
    return "" if answer == UNGRADED else answer


def standing_rows(opened_: Opened) -> list[AnswerRow]:
    """What the rules gave, what was proposed and what stands decided, side by side."""
    result, book, kind = opened_.result, opened_.book, opened_.subject.kind

    def name(code: str) -> str:
        return shown.grade_name(book, kind, code)

    rows = [AnswerRow("Theo quy định", shown.verdict_words(book, result))]
    if result.proposal is not None:
        why = f" – {result.proposal.reason}" if result.proposal.reason else ""
        rows.append(AnswerRow("Đề nghị", f"{name(result.proposal.grade)}{why}"))
    if result.decision is not None:
        decided = name(result.decision.grade) if result.decision.grade else "Không xếp loại"
        rows.append(AnswerRow("Đã quyết định", f"{decided} ({result.decision.document})"))
    return rows


def way_to(opened_: Opened, title: str) -> list[Crumb]:
    """The way to the page of the act."""
    return shown.way_to(opened_.season, Crumb(opened_.subject.name, opened_.address), Crumb(title))
