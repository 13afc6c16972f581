"""The acts of the room."""

from kiemdiem.reviews.commands.attesting import Statement, attest, attest_all
from kiemdiem.reviews.commands.comments import Said, ask_comment, correct_comment, receive_comment
from kiemdiem.reviews.commands.marks import answer_mark
from kiemdiem.reviews.commands.presenting import note_individuals_concluded, note_presented, note_report_concluded
from kiemdiem.reviews.commands.rating import RatingSheet, ask_ratings, receive_rating
from kiemdiem.reviews.commands.reports import (
    Sending,
    deliver_report,
    revise_report,
    withdraw_delivery,
    write_report,
)
from kiemdiem.reviews.commands.self_review_steps import (
    complete_self_review,
    confirm_self_review,
    correct_self_review,
)
from kiemdiem.reviews.commands.self_reviews import key_self_review, submit_self_review, write_self_review
from kiemdiem.reviews.commands.sources import FromPaper, Scan
from kiemdiem.reviews.commands.statements import (
    key_leader_paper,
    read_opinion,
    receive_opinion,
)
from kiemdiem.reviews.commands.suggesting import Points, give_suggestion
from kiemdiem.reviews.commands.versions import Revision

__all__ = [
    "FromPaper",
    "Points",
    "RatingSheet",
    "Revision",
    "Said",
    "Scan",
    "Sending",
    "Statement",
    "answer_mark",
    "ask_comment",
    "ask_ratings",
    "attest",
    "attest_all",
    "complete_self_review",
    "confirm_self_review",
    "correct_comment",
    "correct_self_review",
    "deliver_report",
    "give_suggestion",
    "key_leader_paper",
    "key_self_review",
    "note_individuals_concluded",
    "note_presented",
    "note_report_concluded",
    "read_opinion",
    "receive_comment",
    "receive_opinion",
    "receive_rating",
    "revise_report",
    "submit_self_review",
    "withdraw_delivery",
    "write_report",
    "write_self_review",
]
