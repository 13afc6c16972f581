"""The acts on a self-review once it was presented: completed, confirmed by the cell, corrected."""

from contextlib import AbstractContextManager
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import must, refuse
from kiemdiem.core.process import gates
from kiemdiem.core.process.facts import ConfirmSelfReview
from kiemdiem.cycles import queries as cycles
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.org import access as org_access
from kiemdiem.org.days import day_of
from kiemdiem.reviews import access, queries
from kiemdiem.reviews.commands import marks, sources, versions
from kiemdiem.reviews.commands.versions import Revision
from kiemdiem.reviews.models import SelfReview

CONFIRMED = "Chi bộ xác nhận"


def complete_self_review(
    self_review: SelfReview, *, revision: Revision, version: int | None = None, by: Account, at: datetime
) -> SelfReview:
    """The self-review completed after the review: its next version, with what the conclusion asked to be added."""
    name = "reviews.complete_self_review"
    with _about(self_review, name, by=by, at=at) as act:
        kept = hold(SelfReview, self_review.pk, version=version)
        cell = queries.member_of(kept.season, kept.person).unit
        access.must_let_write(by, act=name, person=kept.person, unit=cell, season=kept.season, at=at)
        kept.state = _moved(kept, name)
        _next_version(kept, revision, by=by, at=at)
        kept.completed_on = revision.happened_on
        kept.save(update_fields=["state", "sections", "number", "completed_on"])
        act.happened_on, act.details = revision.happened_on, {"number": kept.number, "reason": revision.reason}
        return kept


def confirm_self_review(
    self_review: SelfReview,
    *,
    confirmer: str,
    confirmed_on: date,
    done: tuple[str, ...] = (),
    paper: sources.FromPaper | None = None,
    version: int | None = None,
    by: Account,
    at: datetime,
) -> SelfReview:
    """The completed self-review confirmed by the cell: who signed for it, on which day; a paper told is its version.

    `done`: what the season has behind it for this person beside the paper itself, as the rules name it.
    Raises: Refused for a person's own file, for a past day without its paper, and, unless it already happened on
        paper, for a self-review not completed and where the rulebook's gate says no.
    """
    name = "reviews.confirm_self_review"
    with _about(self_review, name, by=by, at=at) as act:
        kept = hold(SelfReview, self_review.pk, version=version)
        org_access.must_not_be_own(by, kept.person)
        _must_let_office(kept, name, by=by, at=at)
        if not confirmer.strip():
            raise refuse("Chưa xác nhận được: thiếu tên người ký xác nhận.", todo="Hãy nhập họ tên, chức vụ người ký.")
        sources.must_be_told(confirmed_on, paper=paper, at=at)
        recording = sources.is_recording(paper)
        behind = tuple(dict.fromkeys((*queries.done_with(kept, on=confirmed_on), *done)))
        answer = must(gates.may(cycles.book_of(kept.season), ConfirmSelfReview(done=behind), recording=recording))
        kept.state = _moved(kept, name, recording=recording)
        kept.confirmer, kept.confirmed_on = confirmer.strip(), confirmed_on
        kept.confirmed_at, kept.confirmed_by = at, by
        if recording:
            kept.number += 1
            versions.write_version(kept, reason=CONFIRMED, happened_on=confirmed_on, by=by, at=at, paper=paper)
        kept.save()
        marks.mark(kept, answer, act=name, happened_on=confirmed_on, by=by, at=at)
        act.happened_on, act.rows = confirmed_on, answer.rows
        act.details = {"confirmer": kept.confirmer, "paper": paper.paper if paper else "", "warning": answer.warning}
        return kept


def correct_self_review(
    self_review: SelfReview, *, revision: Revision, version: int | None = None, by: Account, at: datetime
) -> SelfReview:
    """The self-review with a corrected text as its next version; what stood before stays readable.

    Raises: Refused without a reason, or once the cell has confirmed it.
    """
    name = "reviews.correct_self_review"
    with _about(self_review, name, by=by, at=at) as act:
        kept = hold(SelfReview, self_review.pk, version=version)
        _must_let_office(kept, name, by=by, at=at)
        _moved(kept, name)
        _next_version(kept, revision, by=by, at=at)
        kept.save(update_fields=["sections", "number"])
        act.happened_on, act.details = revision.happened_on, {"number": kept.number, "reason": revision.reason}
        return kept


def _about(self_review: SelfReview, name: str, *, by: Account, at: datetime) -> AbstractContextManager[journal.Act]:
    about = f"member:{self_review.person.key}"
    return journal.act(name, by=by, at=at, about=about, season=self_review.season.key)


def _must_let_office(kept: SelfReview, name: str, *, by: Account, at: datetime) -> None:
    cell = queries.member_of(kept.season, kept.person).unit
    access.must_let(by, act=name, unit=cell, season=kept.season, at=at)


def _moved(kept: SelfReview, name: str, *, recording: bool = False) -> str:
    label = kept.get_state_display()
    table = access.RECORDED_SELF_REVIEW if recording else access.SELF_REVIEW
    return access.must_move(table, act=name, state=kept.state, label=label, what="bản kiểm điểm")


def _next_version(kept: SelfReview, revision: Revision, *, by: Account, at: datetime) -> None:
    if not revision.reason.strip():
        raise refuse("Chưa lưu được: thiếu lý do sửa.", todo="Hãy ghi lý do.")
    sources.must_be_told(revision.happened_on, paper=revision.paper, at=at)
    asked = queries.asked_of(kept.season, kept.person, on=day_of(at))
    kept.sections = {**kept.sections, **queries.tidy(revision.sections, asked.sections)}
    kept.number += 1
    versions.write_version(
        kept, reason=revision.reason.strip(), happened_on=revision.happened_on, by=by, at=at, paper=revision.paper
    )
