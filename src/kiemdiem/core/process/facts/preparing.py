"""The facts of preparation: reports, self-reviews, points to review, ratings asked and given, results handed on."""

from datetime import date

from kiemdiem.core.process.facts.parts import Named
from kiemdiem.core.process.facts.shape import facts


@facts
class SendReport:
    """A collective's report sent to those who will review it.

    `owed` are further sections its content set asks for, `filled` the sections with text, `recipients` the people
    of the meeting and `delivered` the keys of those it went to.
    """

    form_code: str
    unit_kind: str
    sent_on: date | None
    meeting_on: date
    owed: tuple[Named, ...] = ()
    filled: tuple[str, ...] = ()
    recipients: tuple[Named, ...] = ()
    delivered: tuple[str, ...] = ()
    waiver_reason: str = ""


@facts
class SubmitSelfReview:
    """A self-review handed in; `already` counts the other self-reviews of this person in the season."""

    form_code: str
    owed: tuple[Named, ...] = ()
    filled: tuple[str, ...] = ()
    already: int = 0
    done_on: date
    due_on: date


@facts
class ConfirmSelfReview:
    """The completed self-review confirmed by the cell."""

    done: tuple[str, ...] = ()


@facts
class ReviseReport:
    """The collective's report completed after its meeting or, `final`, after the individual reviews."""

    unit_kind: str
    done: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    owed: tuple[Named, ...] = ()
    final: bool = False


@facts
class SendResults:
    """Results sent up by an organisation: from which kind of unit, to which, through which, on which day."""

    step: str
    from_kind: str
    to_kind: str
    via_kind: str = ""
    done_on: date
    due_on: date
    window_from_on: date | None = None
    done: tuple[str, ...] = ()


@facts
class GiveNotice:
    """A notice of a result given: what it is about, to which kind of unit, on which day, and how it was proved."""

    notice: str
    to_kind: str
    done_on: date
    due_on: date | None = None
    is_leader: bool = False
    posts: tuple[str, ...] = ()
    proof: str = ""


@facts
class SuggestReview:
    """Points given to a body or a person to review: by which kind of body, to what kind of subject.

    `managed_by` are the kinds of bodies that manage the subject, `grounds` the ground of each point, `owed` the points
    and `filled` the keys of those with text.
    """

    subject_kind: str
    body_kind: str
    managed_by: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    owed: tuple[Named, ...] = ()
    filled: tuple[str, ...] = ()


@facts
class AskRating:
    """A rating asked for: by which kind of body, about what, of which kind of body."""

    subject_kind: str
    from_kind: str
    body_kind: str


@facts
class ReceiveRating:
    """A rating handed in: about what, by which kind of body, to which one."""

    subject_kind: str
    body_kind: str
    to_kind: str
    via_kind: str = ""
