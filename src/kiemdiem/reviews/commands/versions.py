"""Keeping what a text was: one more version of a report or of a self-review, with its reason and its source."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.reviews.commands import sources
from kiemdiem.reviews.models import Report, ReportVersion, SelfReview, SelfReviewVersion


@dataclass(frozen=True)
class Revision:
    """A new text of a paper: the sections that change, why, on which day that was, and the paper it is keyed from."""

    sections: Mapping[str, object]
    reason: str
    happened_on: date
    paper: sources.FromPaper | None = None


def write_report_version(
    kept: Report,
    *,
    reason: str,
    happened_on: date,
    by: Account,
    at: datetime,
    paper: sources.FromPaper | None = None,
) -> ReportVersion:
    """The report as it stands, kept as the version of its present number."""
    made = ReportVersion(
        report=kept,
        number=kept.number,
        sections=kept.sections,
        reason=reason,
        happened_on=happened_on,
        made_at=at,
        made_by=by,
    )
    sources.place_source(made, paper, by=by, at=at)
    made.save(force_insert=True)
    return made


def write_self_review_version(
    kept: SelfReview,
    *,
    reason: str,
    happened_on: date,
    by: Account,
    at: datetime,
    paper: sources.FromPaper | None = None,
) -> SelfReviewVersion:
    """The self-review as it stands, kept as the version of its present number."""
    made = SelfReviewVersion(
        self_review=kept,
        number=kept.number,
        sections=kept.sections,
        reason=reason,
        happened_on=happened_on,
        made_at=at,
        made_by=by,
    )
    sources.place_source(made, paper, by=by, at=at)
    made.save(force_insert=True)
    return made
