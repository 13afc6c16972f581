"""The small ward under the real rulebook with its scale filled in, in the days when its bodies propose and decide."""

from collections.abc import Sequence
from datetime import date, datetime

from kiemdiem.ballots import commands as ballots
from kiemdiem.ballots import queries as rounds
from kiemdiem.core.counting import ScoredSlip, Sheet
from kiemdiem.cycles import commands as cycles
from kiemdiem.cycles.models import PlanStep, Season
from kiemdiem.grading import commands, queries
from kiemdiem.meetings import commands as meetings
from kiemdiem.meetings.models import Meeting
from kiemdiem.org import commands as units
from kiemdiem.org import queries as found
from kiemdiem.org.models import Unit
from kiemdiem.rulebooks import commands as rulebooks
from kiemdiem.rulebooks import shelf
from tests.rooms.cycles import make as seasons
from tests.rooms.kept import kept
from tests.rooms.meetings.make import ZONE, Scene, fresh, with_roll
from tests.rooms.org import make as org

PROPOSED, DECIDED = date(2017, 12, 11), date(2017, 12, 13)
BEFORE = ("aggregation", "executive_review")
SLIP = "party_body_score"
GOOD, FAIR = (2800, 2300, 1900, 1400, 900), (2000, 1800, 1400, 1000, 700)


@kept
def scene(*, filled: bool = True, ward: org.Ward | None = None, at: datetime = seasons.AT) -> Scene:
    """The season on the morning of 11/12/2017, the reviews and the aggregation behind it."""
    ward = ward or org.ward()
    keyed = {"by": ward.officer, "at": max(at, ward.at)}
    btv = units.found_unit(
        "Ban Thường vụ Đảng ủy phường", kind="standing_committee", parent=ward.body, from_on=org.START,
        key=f"{ward.body.key}-btv", **keyed,
    )  # fmt: skip
    for name, post in (("secretary", "secretary"), ("deputy", "deputy_secretary"), ("standing", "standing_member")):
        units.give_seat(ward.persons[name], btv, post=post, from_on=org.START, **keyed)
    if filled:
        scale = shelf.sample_gaps(seasons.CODE)["party_body_scale"]
        rulebooks.fill_gap(
            ward.body, seasons.CODE, gap="party_body_scale", content=scale, reason="Hướng dẫn 27-HD/BTCTW", **keyed
        )
    made = seasons.opened(seasons.passed(seasons.drafted(ward=ward, at=at)))
    shown = Season.objects.filter(pk=made.season.pk)
    shown.update(as_of=PROPOSED, is_rehearsal=True)
    found_scene = Scene(ward, shown.get(), datetime(2017, 12, 11, 8, 0, tzinfo=ZONE))
    for step in PlanStep.objects.filter(season=made.season, entry_key__in=BEFORE):
        cycles.finish_step(step, done_on=step.last_on, paper="Văn bản đã gửi", **found_scene.act())
    return found_scene


def standing_committee(scene: Scene) -> Unit:
    """The body that proposes."""
    return found.unit(f"{scene.ward.body.key}-btv")


def forward(scene: Scene, day: date) -> None:
    """The morning of a later day."""
    Season.objects.filter(pk=scene.season.pk).update(as_of=day)
    scene.season.refresh_from_db()
    scene.now = datetime.combine(day, scene.now.time().replace(hour=8), ZONE)


def sitting(scene: Scene, unit: Unit, *, kind: str, on: date) -> Meeting:
    """A sitting of the unit, open, everybody there."""
    meeting = meetings.plan_meeting(scene.season, unit, on=on, kind=kind, **scene.act())
    meeting = with_roll(scene, meeting, on=on)
    chair, other = scene.person("secretary"), scene.person("standing")
    return meetings.open_meeting(
        meeting, held_on=on, chair=chair, secretary=other, version=meeting.version, **scene.act()
    )


def closed(scene: Scene, meeting: Meeting) -> Meeting:
    """The sitting closed."""
    return meetings.close_meeting(meeting, conclusion="Thống nhất", version=fresh(meeting).version, **scene.act())


def chosen(scene: Scene, grade: str, reason: str = "") -> commands.Chosen:
    """A grade for the party body."""
    return commands.Chosen(queries.party_body_of(scene.season), grade, reason)


def proposing(scene: Scene) -> Meeting:
    """The standing committee sitting on 11/12."""
    return sitting(scene, standing_committee(scene), kind="proposal", on=PROPOSED)


def deciding(scene: Scene) -> Meeting:
    """The standing committee's sitting over, the executive committee sitting on 13/12."""
    closed(scene, proposing(scene))
    forward(scene, DECIDED)
    return sitting(scene, scene.ward.executive_committee, kind="decision", on=DECIDED)


def scored(scene: Scene, meeting: Meeting, slips: Sequence[tuple[int, ...]]) -> rounds.Result:
    """The slips of the members counted alike by two tellers and announced. Units: hundredths of a point."""
    one, _ = ballots.elect_teller(meeting, scene.person("deputy"), is_head=True, **scene.act())
    two, _ = ballots.elect_teller(meeting, scene.person("chair"), **scene.act())
    here = {each.person_id for each in rounds.voters_for(meeting)}
    round_ = ballots.prepare_round(meeting, SLIP, present=here, **scene.act())

    def now() -> int:
        return rounds.round_of(round_.key).version

    ballots.issue_slips(round_, issued=len(slips), version=now(), **scene.act())
    ballots.open_box(round_, version=now(), **scene.act())
    sheet = Sheet(returned=len(slips), valid=len(slips), invalid=0, lines={})
    keyed = tuple(ScoredSlip(parts, sum(parts)) for parts in slips)
    for hand in (one, two):
        kept = rounds.round_of(round_.key)
        ballots.key_count(kept, sheet, slips=keyed, attempt=kept.counted_attempt, teller=hand, at=scene.at())
    return ballots.announce_round(rounds.round_of(round_.key), version=now(), **scene.act())
