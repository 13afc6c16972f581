"""What the first page shows somebody of himself: his results, his rights, his papers."""

from dataclasses import dataclass

from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.desk import queries
from kiemdiem.grading.pages import shown
from kiemdiem.grading.queries import Result, Stand
from kiemdiem.org.models import Person
from kiemdiem.papers import queries as papers
from kiemdiem.papers.models import Paper


@dataclass(frozen=True)
class OwnResult:
    """One result of oneself: as what, where, in words, how far it has come, and its page."""

    title: str
    said: str
    standing: str
    url: str


@dataclass(frozen=True)
class Mine:
    """Everything the first page shows somebody of himself."""

    name: str
    results: tuple[OwnResult, ...]
    papers: tuple[Paper, ...]


def mine(season: Season, account: Account) -> Mine | None:
    """The account's own results and papers, when it is somebody's own and the season has him."""
    person = Person.objects.filter(account=account).first()
    found = queries.own_results(season, person) if person else []
    if person is None or not found:
        return None
    results = tuple(result_of(season, each) for each in found)
    return Mine(person.full_name, results, tuple(papers.own_papers(season, person)))


def result_of(season: Season, result: Result) -> OwnResult:
    """One result in words; of whom nothing was worked out yet, only that."""
    subject = result.subject
    name = cycles.season_unit(season, subject.unit)
    role = "Đảng viên" if subject.kind == "member" else "Cán bộ lãnh đạo, quản lý"
    return OwnResult(
        f"{role} – {name.name if name else subject.unit.key}",
        shown.said(shown.book_of(season), result),
        "" if result.stand == Stand.NONE else shown.standing(result),
        reverse("grading:result", args=[season.key, subject.key]),
    )
