"""What is tried with slips: for the wrong people, about the wrong ones, by show of hands, too soon, once too often."""

from kiemdiem.ballots import commands, queries
from kiemdiem.ballots.models import Round
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.desk.play import cells, votes
from kiemdiem.desk.play.attempts import meeting as at_meeting
from kiemdiem.desk.play.stage import Stage
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Meeting

CLERK = "vanphong"
VOTERS = "voters"


def here(meeting: Meeting) -> set[int]:
    """The ids of the voters present."""
    return {each.person_id for each in meetings.present_voters(meeting)}


def ballot_for(stage: Stage, meeting: Meeting) -> str:
    """The ballot held at the meeting: on members in a cell, on leaders elsewhere, on members where none is."""
    subjects = {each.subject for each in stage.book.ballots.ballots}
    led = meetings.unit_kind(meeting) != "cell" and "leader" in subjects
    return cells.ballot_of(stage, "leader" if led else "member")


def refuse_round(stage: Stage, meeting: Meeting, ballot: str, **more: object) -> None:
    """The clerk prepares a round the rules do not have, and is turned down."""
    present = more.pop("present", None) or here(meeting)
    stage.refused(
        "ballots.prepare_round",
        f"{meeting.key} {ballot}",
        attempt=lambda: commands.prepare_round(meeting, ballot, present=present, **more, **stage.by(CLERK)),
    )


def hand_slips_to_others(stage: Stage, meeting: Meeting) -> bool:
    """Slips are meant for people on the roll who have no vote: on probation, exempt, invited."""
    if not stage.book.ballots.ballots:
        return False
    ballot = ballot_for(stage, meeting)
    slip = stage.book.ballots.score_slip("cell") if meetings.unit_kind(meeting) == "cell" else None
    for one in meetings.roll_of(meeting):
        if one.capacity == "voter" or one.person is None:
            continue
        if stage.unheard("issue_slips", kind=VOTERS):
            refuse_round(stage, meeting, ballot, present={one.person_id})
        if slip is not None and one.capacity != "attendee" and stage.unheard("key_score_slip", kind="scorers"):
            refuse_round(stage, meeting, slip.key, present={one.person_id})
    return not stage.unheard("issue_slips", kind=VOTERS) | stage.unheard("key_score_slip", kind="scorers")


def vote_by_hand(stage: Stage, meeting: Meeting) -> bool:
    """The meeting votes by show of hands."""
    ballot = ballot_for(stage, meeting)
    if queries.subjects_for(meeting, ballot) and unheard_on(stage, "secret", ballot):
        refuse_round(stage, meeting, ballot, slips=queries.Slips(secret=False))
    return not stage.unheard("issue_slips", kind="secret")


def unheard_on(stage: Stage, kind: str, ballot: str) -> bool:
    """Whether a gate of the kind that is about the ballot was not heard yet."""
    unheard = stage.unheard("issue_slips", kind=kind)
    return any(ballot in gate.only.get("ballot", (ballot,)) for gate in stage.book.process.gates if gate.key in unheard)


def print_every_box(stage: Stage, meeting: Meeting) -> bool:
    """The unit's own slips have a box for every grade in the first round."""
    ballot = ballot_for(stage, meeting)
    if not unheard_on(stage, "slip_options", ballot):
        return not stage.unheard("issue_slips", kind="slip_options")
    every = tuple(grade.key for grade in queries.grades_of(stage.season, ballot))
    refuse_round(stage, meeting, ballot, slips=queries.Slips(boxes=every))
    return True


def vote_on_others(stage: Stage, meeting: Meeting) -> bool:
    """The slip names people voted on elsewhere, or not reviewed here."""
    ballot = ballot_for(stage, meeting)
    for subject in strangers(stage, meeting):
        if not (stage.unheard("issue_slips", kind="ballot_place") or unheard_on(stage, "reviewed_lines", ballot)):
            break
        refuse_round(stage, meeting, ballot, subjects=[subject])
    return not stage.unheard("issue_slips", kind="ballot_place") | stage.unheard("issue_slips", kind="reviewed_lines")


def strangers(stage: Stage, meeting: Meeting) -> list[SeasonSubject]:
    """In a leading body the leaders not voted on there; in a cell one member of another cell."""
    if meetings.unit_kind(meeting) == "cell":
        others = SeasonSubject.objects.filter(season=stage.season, kind="member").exclude(unit=meeting.unit)
        return list(others.select_related("person", "unit").order_by("key")[:1])
    voted = {subject.pk for subject in cycles.voted_at(stage.season, meeting.unit)}
    leaders = SeasonSubject.objects.filter(season=stage.season, kind="leader").select_related("person", "unit")
    return [subject for subject in leaders.order_by("key") if subject.pk not in voted]


def read_out_too_soon(stage: Stage, round_: Round) -> bool:
    """The result is read out before there is one."""
    now = votes.fresh(round_)
    stage.refused(
        "ballots.announce_round",
        round_.key,
        attempt=lambda: commands.announce_round(now, version=now.version, **stage.by(CLERK)),
    )
    return True


def close_too_soon(stage: Stage, round_: Round) -> bool:
    """The meeting is closed in the middle of a round."""
    return at_meeting.close_too_soon(stage, round_.meeting)


def further(stage: Stage, round_: Round) -> bool:
    """Whether the ballot goes on after this round."""
    ballot = next((each for each in stage.book.ballots.ballots if each.key == round_.ballot_key), None)
    return ballot is not None and any(each.number == round_.number + 1 for each in ballot.rounds)


def go_on_too_soon(stage: Stage, round_: Round) -> bool:
    """The further round is opened before the first was read out."""
    if not further(stage, round_):
        return False
    refuse_round(stage, round_.meeting, round_.ballot_key, number=round_.number + 1)
    return True


def go_on_wrongly(stage: Stage, round_: Round) -> bool:
    """The further round is held on used slips, with every box, or about somebody who did not reach the grade."""
    number = round_.number + 1
    good = queries.candidates_of(round_, number=number) if further(stage, round_) else []
    others = [line.subject for line in queries.lines_of(round_) if line.subject not in good]
    if not (good and others):
        return False
    every = tuple(grade.key for grade in queries.grades_of(stage.season, round_.ballot_key))
    for more in (
        {"slips": queries.Slips(fresh=False)},
        {"slips": queries.Slips(boxes=every)},
        {"subjects": others[:1]},
    ):
        refuse_round(stage, round_.meeting, round_.ballot_key, number=number, **more)
    return True


def hold_one_more(stage: Stage, round_: Round) -> bool:
    """A round is opened after the last one of the ballot."""
    if further(stage, round_) or round_.number == 1 or not stage.unheard("open_round", kind="round_limit"):
        return not stage.unheard("open_round", kind="round_limit")
    refuse_round(stage, round_.meeting, round_.ballot_key, number=round_.number + 1)
    return True


def repeat_what_is_settled(stage: Stage, round_: Round) -> bool:
    """A vote is repeated without a reason, on a line that has its result."""
    results = [] if round_.is_scored else queries.results_of(round_)
    settled = [result.line.subject for result in results if result.winner]
    if not settled:
        return False
    stage.refused(
        "ballots.prepare_repeat",
        round_.key,
        attempt=lambda: commands.prepare_repeat(
            votes.fresh(round_), settled[:1], present=here(round_.meeting), reason="", **stage.by(CLERK)
        ),
    )
    return not stage.unheard("repeat_vote")
