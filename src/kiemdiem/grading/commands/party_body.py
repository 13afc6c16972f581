"""The grade of the party body itself: proposed by one body at its sitting, self-classified by another at its own."""

from datetime import date, datetime

from django.db import transaction

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles.models import Season
from kiemdiem.grading.commands import asking, deciding, judging, proposing
from kiemdiem.grading.commands.asking import Chosen
from kiemdiem.grading.models import Decision, Proposal
from kiemdiem.grading.queries import competent, party_body


def propose_own_grade(season: Season, one: Chosen, *, proposed_on: date, by: Account, at: datetime) -> Proposal:
    """The grade put forward for the party body, beside what the rules can say of it by then.

    Raises: Refused for another subject, outside the sitting of the day, before the review, without a ground.
    """
    with transaction.atomic():
        _judge(season, one, why="Dự kiến mức tự phân loại", on=proposed_on, by=by, at=at)
        body = party_body.proposing_body(season)
        told = Chosen(one.subject, one.grade, one.reason)
        return proposing.propose_grades(season, [told], body=body, proposed_on=proposed_on, by=by, at=at)[0]


def classify_self(
    season: Season, one: Chosen, *, decided_on: date, document: str, by: Account, at: datetime
) -> Decision:
    """The grade the party body gives itself on the points of its slips; a departure from them needs its reason.

    Raises: Refused outside the sitting of the day, before the slips are counted, once it is decided.
    """
    with transaction.atomic():
        _judge(season, one, why="Chấm điểm, tự phân loại", on=decided_on, by=by, at=at)
        body = competent.deciding_body(season, subject_kind=one.subject.kind)
        told = Chosen(one.subject, one.grade, one.reason)
        return deciding.decide_grades(
            season, [told], body=body, decided_on=decided_on, document=document, by=by, at=at
        )[0]


def _judge(season: Season, one: Chosen, *, why: str, on: date, by: Account, at: datetime) -> None:
    """Asks the rules of the party body as the records stand on the day."""
    if one.subject.kind != party_body.KIND or one.subject.season_id != season.pk:
        raise refuse("Chưa ghi được: đây không phải Đảng bộ của đợt kiểm điểm này.", todo="Hãy chọn lại.")
    asking.must_have_happened(on, at=at)
    asking.must_be_unchanged(one.subject, version=one.version)
    party_body.must_have_scale(season)
    judging.judge_stage(season, [one.subject], kind=one.subject.kind, why=why, judged_on=on, by=by, at=at)
