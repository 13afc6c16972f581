"""The scan of one entry, read by whoever may read the entry itself."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.files import queries as files
from kiemdiem.reviews import access, models, queries
from kiemdiem.reviews.pages.sources import OF
from kiemdiem.web import replies

Guard = Callable[[Account, Season, Any, datetime], None]


def of_person(by: Account, season: Season, entry: Any, at: datetime) -> None:
    """Passes whoever reads the person's papers."""
    paper = getattr(entry, "self_review", entry)
    access.must_read_person(by, person=paper.person, unit=queries.member_of(season, paper.person).unit, at=at)


def of_leader(by: Account, season: Season, entry: models.LeaderPaper, at: datetime) -> None:
    """Passes whoever reads the papers of the leader where he leads."""
    subject = cycles.subject_of(season, entry.person, kind="leader")
    if subject is None:
        raise Http404
    access.must_read_person(by, person=entry.person, unit=subject.unit, at=at)


def of_report(by: Account, season: Season, entry: Any, at: datetime) -> None:
    """Passes whoever reads the unit's papers."""
    access.must_read(by, unit=getattr(entry, "report", entry).unit, at=at)


def of_opinion(by: Account, season: Season, entry: models.Opinion, at: datetime) -> None:
    """Passes whoever reads the papers of the body it is about."""
    access.must_read(by, unit=entry.about_unit, at=at)


def of_comment(by: Account, season: Season, entry: models.Comment, at: datetime) -> None:
    """Passes the office that keys comments for the member's cell."""
    unit = queries.member_of(season, entry.person).unit
    access.must_hold(by, act="reviews.receive_comment", unit=unit, at=at)


def of_statement(by: Account, season: Season, entry: models.Attestation, at: datetime) -> None:
    """Passes the office that records statements about the subject."""
    access.must_hold(by, act="reviews.attest", unit=cycles.subject(season, entry.subject).unit, at=at)


def of_subject(by: Account, season: Season, entry: models.Suggestion | models.Rating, at: datetime) -> None:
    """Passes whoever reads the papers of the unit the subject is of."""
    access.must_read(by, unit=entry.subject.unit, at=at)


GUARDS: dict[type, Guard] = {
    models.SelfReview: of_person,
    models.SelfReviewVersion: of_person,
    models.Report: of_report,
    models.ReportVersion: of_report,
    models.Delivery: of_report,
    models.Comment: of_comment,
    models.Opinion: of_opinion,
    models.Attestation: of_statement,
    models.LeaderPaper: of_leader,
    models.Suggestion: of_subject,
    models.Rating: of_subject,
}
KINDS = {slug: model for model, slug in OF.items()}
HOLDERS = {models.SelfReviewVersion: "self_review", models.ReportVersion: "report", models.Delivery: "report"}


@login_required
@require_safe
def scan(request: HttpRequest, key: str, of: str, pk: int) -> HttpResponse:
    """Open to whoever may read the entry the scan belongs to."""
    if of not in KINDS:
        raise Http404
    season, model = cycles.season(key), KINDS[of]
    holder = f"{HOLDERS[model]}__" if model in HOLDERS else ""
    found = model.objects.filter(**{f"{holder}season": season}).select_related("scan")
    entry = get_object_or_404(found, pk=pk, scan__isnull=False)
    GUARDS[model](request.user, season, entry, frame.moment_in(season))
    return replies.show_scan(entry.scan, files.content_of(entry.scan), title=f"{of}-{pk}")
