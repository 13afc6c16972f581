"""What the requests for comments print: who is asked about whom, by when, and the answer once it came."""

from datetime import timedelta
from typing import Any

from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.papers.gathering import frame as frames
from kiemdiem.papers.gathering.frame import Frame
from kiemdiem.reviews import queries as reviews
from kiemdiem.reviews.models import Comment


def form_key(comment: Comment) -> str:
    """The key of the form on which a comment of that kind is asked for."""
    return f"{comment.kind}_comment"


def comment_values(frame: Frame, comment: Comment, *, subject: SeasonSubject) -> dict[str, Any]:
    """The request as it goes out, or with its answer when that came by the day of the paper."""
    came = comment.received_on is not None and comment.received_on <= frame.on
    step = frame.season.steps.filter(kind="meeting", unit=subject.unit).order_by("from_on").first()
    before = (step.from_on if step else comment.asked_on) - timedelta(days=1)
    chief = frame.head_of(subject.unit)
    due_on = reviews.due_on(frame.season, subject, form=form_key(comment), default=max(before, comment.asked_on))
    return {
        **frames.head(frame, subject.unit),
        **frames.person_values(frame, comment.person),
        "addressee": comment.asked_of,
        "due_on": due_on,
        "secretary": chief.full_name if chief else "",
        "comment": comment.text if came else "",
        "commented_on": comment.received_on if came else None,
        "commenter": comment.signer if came else "",
    }
