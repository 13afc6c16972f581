"""Ballots of a supplementary meeting: about those it reviewed, and the cell is scored once in the year."""

from datetime import timedelta

import pytest

from kiemdiem.ballots import queries
from kiemdiem.meetings import commands as meeting_commands
from kiemdiem.meetings.pages.meeting_act import WAYS
from tests.rooms.ballots import make
from tests.rooms.ballots.test_pages import prepared
from tests.rooms.ballots.test_score_slips import keyed_by_hand, page
from tests.rooms.meetings import make as meetings

pytestmark = pytest.mark.django_db
NEXT_DAY = meetings.DAY + timedelta(days=1)


@pytest.fixture
def scene():
    return meetings.scene(as_of=meetings.DAY)


def scored(client, scene, meeting):
    """The cell scored by two people at its meeting, and the points read out."""
    client.force_login(scene.ward.clerk)
    round_ = prepared(client, meeting, ballot="cell_score", entry="sheet")
    for account in (scene.ward.clerk, scene.ward.officer):
        client.force_login(account)
        keyed_by_hand(client, round_)
        client.post(page(round_), {"act": "finish"})
    scene.now += timedelta(days=1)
    return make.announced(scene, make.fresh(round_))


def supplement(scene, meeting):
    """The supplementary meeting of the next day, open, those away before now present."""
    scene.now = scene.now.replace(day=NEXT_DAY.day)
    extra = meeting_commands.plan_supplement(meetings.close(scene, meeting), on=NEXT_DAY, **scene.act())
    called = meetings.with_roll(scene, extra, on=NEXT_DAY)
    return meeting_commands.open_meeting(
        called, held_on=NEXT_DAY, chair=scene.person("standing"), secretary=scene.person("plain"),
        version=called.version, **scene.act(),
    )  # fmt: skip


def offered(meeting):
    return [each.ballot_key for each in queries.possible_rounds(meetings.fresh(meeting))]


def test_a_cell_scored_at_its_meeting_is_not_scored_again_at_the_supplementary_one(client, scene):
    meeting = meetings.reviewed(scene)
    before = offered(meeting)
    scored(client, scene, meeting)
    extra = supplement(scene, meetings.fresh(meeting))

    assert before == ["member_ballot", "cell_score"]
    assert (offered(extra), queries.subjects_for(extra, "cell_score")) == ([], [])


def test_a_cell_not_scored_yet_may_be_scored_at_the_supplementary_meeting(scene):
    assert offered(supplement(scene, meetings.reviewed(scene))) == ["cell_score"]


def test_the_supplementary_ballot_is_about_those_reviewed_there(scene):
    extra = supplement(scene, meetings.reviewed(scene))
    meetings.review(scene, meetings.line_of(extra, scene.person("suspended")))

    assert [each.name for each in queries.subjects_for(extra, "member_ballot")] == [scene.person("suspended").full_name]


def test_a_second_supplementary_meeting_is_not_offered_while_one_is_to_come(scene):
    root = meetings.close(scene, meetings.reviewed(scene))
    way = WAYS["hop-bo-sung"]
    before = way.stands(root)
    meeting_commands.plan_supplement(root, on=meetings.DAY, **scene.act())

    assert (before, way.stands(root)) == (True, False)
