"""A round from its roll to its announcement: prepared, slips handed out, box opened, void, announced."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.ballots import access, queries
from kiemdiem.ballots.commands import drafting
from kiemdiem.ballots.models import Round
from kiemdiem.core.answer import refuse
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.journal import commands as journal
from kiemdiem.journal import locks
from kiemdiem.meetings import commands as meetings
from kiemdiem.meetings import queries as meeting_queries
from kiemdiem.meetings.commands import marking
from kiemdiem.meetings.models import Meeting

Entry = Round.Entry
USUAL = queries.Slips()


def prepare_round(
    meeting: Meeting,
    ballot_key: str,
    *,
    present: Collection[int],
    by: Account,
    at: datetime,
    number: int = 1,
    entry: str = Entry.TELLERS,
    subjects: Collection[SeasonSubject] | None = None,
    slips: queries.Slips = USUAL,
) -> Round:
    """The round with the roll taken anew and its lines printed in their order.

    `present`: ids of the voters in the room. `subjects`: fewer lines than the ballot may have, by choice. `slips`: how
    it is voted, where not as usual.
    Raises: Refused for somebody without a vote here, a round out of turn, or no line to vote on.
    """
    with journal.act(
        "ballots.prepare_round", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        meeting = Meeting.objects.select_related("season", "unit").get(pk=meeting.pk)
        access.must_let(by, act="ballots.prepare_round", unit=meeting.unit, at=at)
        follows = queries.round_before(meeting, ballot_key, number=number)
        possible = (
            queries.candidates_of(follows, number=number) if follows else queries.subjects_for(meeting, ballot_key)
        )
        fresh = slips.fresh or follows is None
        wanted = drafting.Wanted(meeting, ballot_key, number, entry, follows=follows, fresh_slips=fresh)
        standing = possible if subjects is None else list(subjects)
        if follows is not None:
            asked = queries.open_facts(follows, standing, number=number, fresh=slips.fresh)
            act.rows = marking.pass_gate(meeting, asked, by=by, at=at).rows
        for asked in drafting.unusual_facts(wanted, standing, possible=possible, present=present, slips=slips):
            act.rows += marking.pass_gate(meeting, asked, by=by, at=at).rows
        chosen = drafting.chosen_of(possible, subjects)
        round_ = drafting.draft(wanted, chosen, present=present, by=by, at=at)
        act.details = {"round": round_.key, "convened": round_.convened, "present": round_.present, "fresh": fresh}
        act.happened_on = round_.held_on
    return round_


def prepare_repeat(
    first: Round,
    subjects: Collection[SeasonSubject],
    *,
    present: Collection[int],
    reason: str,
    by: Account,
    at: datetime,
) -> Round:
    """The one repeat of a vote on chosen lines that won no grade, with its own roll and slips."""
    meeting = first.meeting
    with journal.act(
        "ballots.prepare_round", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        access.must_let(by, act="ballots.prepare_round", unit=meeting.unit, at=at)
        first = Round.objects.select_related("season", "meeting__unit", "meeting__season").get(pk=first.pk)
        access.must_stand(first, "ballots.announce_round")
        asked = queries.repeat_facts(first, subjects, reason=reason)
        act.rows = marking.pass_gate(meeting, asked, by=by, at=at).rows
        wanted = drafting.Wanted(
            meeting, first.ballot_key, first.number, first.entry, first.follows, repeats=first, reason=reason.strip()
        )
        round_ = drafting.draft(wanted, list(subjects), present=present, by=by, at=at)
        act.details = {"round": round_.key, "repeats": first.key, "reason": reason.strip()}
        act.happened_on = round_.held_on
    return round_


def prepare_anew(void: Round, *, present: Collection[int], by: Account, at: datetime) -> Round:
    """The new round in place of a void one, about the same lines, with its own roll and slips."""
    meeting = void.meeting
    with journal.act(
        "ballots.prepare_round", by=by, at=at, about=f"meeting:{meeting.key}", season=meeting.season.key
    ) as act:
        access.must_let(by, act="ballots.prepare_round", unit=meeting.unit, at=at)
        void = Round.objects.select_related("season", "meeting__unit", "meeting__season").get(pk=void.pk)
        if void.state != Round.State.VOID or Round.objects.filter(replaces=void).exists():
            raise refuse("Chỉ lập vòng mới một lần, thay cho một vòng đã hủy.")
        wanted = drafting.Wanted(
            meeting, void.ballot_key, void.number, void.entry, void.follows, replaces=void, reason=void.void_why
        )
        subjects = [line.subject for line in queries.lines_of(void)]
        round_ = drafting.draft(wanted, subjects, present=present, by=by, at=at)
        act.details = {"round": round_.key, "replaces": void.key}
        act.happened_on = round_.held_on
    return round_


def issue_slips(round_: Round, *, issued: int, version: int, by: Account, at: datetime) -> Round:
    """The round with so many slips handed out, never more than are present to vote."""
    with journal.act("ballots.issue_slips", by=by, at=at, about=f"round:{round_.key}", season=round_.season.key) as act:
        round_ = locks.hold(Round, round_.pk, version=version)
        access.must_let(by, act="ballots.issue_slips", unit=round_.meeting.unit, at=at)
        round_.state = access.must_stand(round_, "ballots.issue_slips")
        passed = marking.pass_gate(round_.meeting, queries.issue_facts(round_), by=by, at=at)
        if not 0 < issued <= round_.present:
            raise refuse(
                f"Chưa ghi được: phát ra {issued} phiếu cho {round_.present} người có mặt có quyền bỏ phiếu.",
                todo="Hãy ghi đúng số phiếu đã phát; nếu có người vào hoặc ra, hãy hủy vòng và điểm danh lại.",
                issued=issued,
                present=round_.present,
            )
        _must_have_slips(round_, issued)
        round_.issued, round_.issued_at, round_.issued_by = issued, at, by
        round_.save()
        act.rows, act.happened_on = passed.rows, round_.held_on
        act.details = {"issued": issued, "present": round_.present, "warning": passed.warning}
    return round_


def _must_have_slips(round_: Round, issued: int) -> None:
    """Passes unless more slips go out again than the round before got back."""
    came_back = round_.follows.returned if round_.follows is not None and not round_.fresh_slips else None
    if came_back is not None and issued > came_back:
        raise refuse(
            f"Chưa ghi được: phát lại {issued} phiếu, lần trước chỉ thu về {came_back} phiếu.",
            todo="Hãy ghi đúng số phiếu đã phát lại.",
            issued=issued,
            returned=came_back,
        )


def open_box(round_: Round, *, version: int, by: Account, at: datetime) -> Round:
    """The round being counted: voting is over, no more slips go out or come in."""
    with journal.act("ballots.open_box", by=by, at=at, about=f"round:{round_.key}", season=round_.season.key) as act:
        round_ = locks.hold(Round, round_.pk, version=version)
        access.must_let(by, act="ballots.open_box", unit=round_.meeting.unit, at=at)
        round_.state = access.must_stand(round_, "ballots.open_box")
        round_.save(update_fields=["state"])
        act.happened_on = round_.held_on
    return round_


def void_round(
    round_: Round, *, reason: str, version: int, by: Account, at: datetime, returned: int | None = None
) -> Round:
    """The round void, kept with its figures and the reason; its counts stay readable and give no result.

    `returned`: as it was found; without it the figures on which the counts agree.
    """
    with journal.act("ballots.void_round", by=by, at=at, about=f"round:{round_.key}", season=round_.season.key) as act:
        round_ = locks.hold(Round, round_.pk, version=version)
        access.must_let(by, act="ballots.void_round", unit=round_.meeting.unit, at=at)
        round_.state = access.must_stand(round_, "ballots.void_round")
        if not reason.strip():
            raise refuse("Chưa hủy được vòng bỏ phiếu: chưa ghi lý do.", todo="Hãy ghi rõ lý do; lý do vào biên bản.")
        round_.void_why = reason.strip()
        counted = {(each.returned, each.valid, each.invalid) for each in queries.counts_of(round_)}
        if returned is None and len(counted) == 1:
            round_.returned, round_.valid, round_.invalid = counted.pop()
        else:
            round_.returned = returned
        round_.save()
        meetings.note_vote(
            round_.meeting, key=round_.key, title=f"{round_.title} (vòng hủy)", settled=True, announced=True
        )
        act.details = {"reason": round_.void_why, "issued": round_.issued, "returned": round_.returned}
        act.happened_on = round_.held_on
    return round_


def announce_round(round_: Round, *, version: int, by: Account, at: datetime) -> Round:
    """The round's result read out to the meeting; only then may the next round be prepared."""
    with journal.act(
        "ballots.announce_round", by=by, at=at, about=f"round:{round_.key}", season=round_.season.key
    ) as act:
        round_ = locks.hold(Round, round_.pk, version=version)
        access.must_let(by, act="ballots.announce_round", unit=round_.meeting.unit, at=at)
        if round_.announced_on:
            raise refuse("Kết quả vòng này đã công bố.")
        if round_.state == Round.State.VOID:
            access.must_stand(round_, "ballots.announce_round")
        passed = marking.pass_gate(round_.meeting, queries.announce_facts(round_), by=by, at=at)
        access.must_stand(round_, "ballots.announce_round")
        round_.announced_on, round_.announced_at, round_.announced_by = round_.held_on, at, by
        round_.save()
        meetings.note_vote(round_.meeting, key=round_.key, title=round_.title, settled=True, announced=True)
        act.rows, act.happened_on = passed.rows, meeting_queries.sitting_on(round_.meeting)
        act.details = asdict(queries.turnout_of(round_))
    return round_
