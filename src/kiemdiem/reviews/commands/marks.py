"""What happened out of order on paper: marked when it is keyed, answered by the body that may accept it."""

from datetime import date, datetime
from typing import Any

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Answer, refuse
from kiemdiem.cycles.models import Season
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.org.days import day_of
from kiemdiem.reviews import access
from kiemdiem.reviews.models import OrderMark, OutOfOrder, Report, SelfReview


def mark(
    about: Report | SelfReview, answer: Answer, *, act: str, happened_on: date, by: Account, at: datetime
) -> OrderMark | None:
    """The mark of an act that was allowed only because it already happened; nothing when it was in order."""
    if not answer.out_of_order:
        return None
    return OrderMark.objects.create(
        report=about if isinstance(about, Report) else None,
        self_review=about if isinstance(about, SelfReview) else None,
        happened_on=happened_on,
        **told_by(answer, act=act, season=about.season, by=by, at=at),
    )


def _unconfirm(self_review: SelfReview | None) -> None:
    """Puts a self-review whose confirmation is to be done again back to where it stood by what is known of it."""
    assert self_review is not None
    kept = hold(SelfReview, self_review.pk, version=None)
    if kept.state != SelfReview.State.CONFIRMED:
        return
    concluded = SelfReview.State.PRESENTED if kept.concluded_on else SelfReview.State.SUBMITTED
    kept.state = SelfReview.State.COMPLETED if kept.completed_on else concluded
    kept.confirmer, kept.confirmed_on, kept.confirmed_at, kept.confirmed_by = "", None, None, None
    kept.save()


def told_by(answer: Answer, *, act: str, season: Season, by: Account, at: datetime) -> dict[str, Any]:
    """What every mark keeps of the answer: what broke which clause, and the body before which it is put."""
    return {
        "act": act,
        "why": (answer.why or answer.warning)[:600],
        "clause": answer.clause[:200],
        "rows": ",".join(answer.rows)[:300],
        "accepting_body": answer.accepted_by[:200],
        "accepting_unit": season.unit,
        "marked_at": at,
        "marked_by": by,
    }


def answer_mark(
    kept: OrderMark, answer: str, *, answered_on: date, document: str, version: int, by: Account, at: datetime
) -> OrderMark:
    """What the body said about something out of order: accepted, or to be done again.

    A confirmation that is to be done again no longer stands.

    Raises: Refused once it is answered, without a document, and for a day still to come.
    """
    about = kept.report or kept.self_review
    assert about is not None
    name = "reviews.answer_mark"
    with journal.act(name, by=by, at=at, about=f"mark:{kept.pk}", season=about.season.key) as act:
        kept = hold(OrderMark, kept.pk, version=version)
        access.must_let(by, act=name, unit=kept.accepting_unit, season=about.season, at=at)
        place_answer(kept, answer, answered_on=answered_on, document=document, by=by, at=at)
        if answer == OrderMark.Answer.AGAIN and kept.act == "reviews.confirm_self_review":
            _unconfirm(kept.self_review)
        act.happened_on, act.details = answered_on, {"answer": answer, "document": kept.document}
    return kept


def place_answer(kept: OutOfOrder, answer: str, *, answered_on: date, document: str, by: Account, at: datetime) -> None:
    """Writes into the mark what the body said.

    Raises: Refused once it is answered, without a document, and for a day still to come.
    """
    if kept.answer != OutOfOrder.Answer.OPEN:
        raise refuse("Việc sai trình tự này đã có trả lời.")
    if answer not in (OutOfOrder.Answer.ACCEPTED, OutOfOrder.Answer.AGAIN):
        raise refuse("Chưa chọn trả lời.", todo="Hãy chọn chấp nhận hoặc yêu cầu làm lại.")
    if not document.strip() or answered_on > day_of(at):
        raise refuse("Chưa ghi được trả lời: thiếu văn bản, hoặc ngày chưa đến.")
    kept.answer, kept.answered_on, kept.document = answer, answered_on, document.strip()
    kept.answered_at, kept.answered_by = at, by
    kept.save()
