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


def write_version(
    kept: Report | SelfReview,
    *,
    reason: str,
    happened_on: date,
    by: Account,
    at: datetime,
    paper: sources.FromPaper | None = None,
) -> ReportVersion | SelfReviewVersion:
    """The report or the self-review as it stands, kept as the version of its present number."""
    made: ReportVersion | SelfReviewVersion = kept.versions.model(
        **{kept.versions.field.name: kept},
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
