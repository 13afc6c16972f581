"""What is prepared for a review: reports, self-reviews, leaders' papers, comments, opinions, statements, ratings."""

from kiemdiem.reviews.models.comments import Attestation, Comment, Opinion
from kiemdiem.reviews.models.order_mark import OrderMark, OutOfOrder
from kiemdiem.reviews.models.ratings import RatedLevel, Rating, Suggestion
from kiemdiem.reviews.models.reports import Delivery, Report, ReportVersion
from kiemdiem.reviews.models.self_review import LeaderPaper, SelfReview, SelfReviewVersion

__all__ = [
    "Attestation",
    "Comment",
    "Delivery",
    "LeaderPaper",
    "Opinion",
    "OrderMark",
    "OutOfOrder",
    "RatedLevel",
    "Rating",
    "Report",
    "ReportVersion",
    "SelfReview",
    "SelfReviewVersion",
    "Suggestion",
]
