"""What pages show of things prepared out of order: where each stands, and who may answer it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.reviews import access
from kiemdiem.reviews.models import OrderMark


@dataclass(frozen=True)
class Shown:
    """One mark with the way to answer it, empty for those who may not or once it is answered."""

    mark: OrderMark
    url: str


def shown(season: Season, marks: Iterable[OrderMark], *, by: Account) -> list[Shown]:
    """The marks, each with the way to answer it for those who may."""
    at = frame.moment_in(season)
    found = []
    for mark in marks:
        is_open = mark.answer == OrderMark.Answer.OPEN
        may = is_open and access.may(by, act="reviews.answer_mark", unit=mark.accepting_unit, at=at)
        found.append(Shown(mark, reverse("reviews:answer_mark", args=[season.key, mark.pk]) if may else ""))
    return found


def about_url(season: Season, mark: OrderMark) -> str:
    """The page of the report or the self-review a mark is about."""
    if mark.report is not None:
        return reverse("reviews:report", args=[season.key, mark.report.unit.key, mark.report.kind])
    assert mark.self_review is not None
    return reverse("reviews:self_review", args=[season.key, mark.self_review.person.key])
