"""Reads of the room: what must be written, what was, and what is still missing."""

from kiemdiem.reviews.queries.comments import CommentNeeded, comment_needed, comments_needed
from kiemdiem.reviews.queries.papers import (
    attestations_of,
    comments_of,
    delivered_by,
    last_sent_on,
    leader_papers_of,
    opinions_about,
    report,
    reports_of,
    self_review,
    self_reviews_of,
)
from kiemdiem.reviews.queries.people import CIVIL_SERVANT, Asked, asked_of, member_of
from kiemdiem.reviews.queries.reports import ReportAsked, not_reached, reached_by, report_asked, report_kinds
from kiemdiem.reviews.queries.sections import SectionAsked, filled, sections_of, tidy
from kiemdiem.reviews.queries.statements import (
    AttestationAsked,
    attestable,
    attestations_asked,
    civil_servants_without_grade,
    done_with,
    due_on,
    leader_form,
    leader_forms,
)

__all__ = [
    "CIVIL_SERVANT",
    "Asked",
    "AttestationAsked",
    "CommentNeeded",
    "ReportAsked",
    "SectionAsked",
    "asked_of",
    "attestable",
    "attestations_asked",
    "attestations_of",
    "civil_servants_without_grade",
    "comment_needed",
    "comments_needed",
    "comments_of",
    "delivered_by",
    "done_with",
    "due_on",
    "filled",
    "last_sent_on",
    "leader_form",
    "leader_forms",
    "leader_papers_of",
    "member_of",
    "not_reached",
    "opinions_about",
    "reached_by",
    "report",
    "report_asked",
    "report_kinds",
    "reports_of",
    "sections_of",
    "self_review",
    "self_reviews_of",
    "tidy",
]
