"""What is printed on a slip and who is handed one; a locked round stays as it is."""

from datetime import date

import pytest

from kiemdiem.ballots import commands, queries
from kiemdiem.ballots.models import Count, Round
from kiemdiem.core.answer import Refused
from kiemdiem.org import commands as org
from tests.rooms.ballots import make
from tests.rooms.meetings import make as meetings
from tests.rooms.meetings.book import book, text_of

pytestmark = pytest.mark.django_db


def test_two_of_one_name_show_their_birth_years_and_nobody_else_does():
    scene, meeting = meetings.before_the_ballot()
    first = scene.season.subjects.get(kind="member", person=scene.person("secretary"))
    scene.season.subjects.filter(kind="member", person=scene.person("deputy")).update(name=first.name)

    round_ = make.prepared(scene, meeting)

    shown = {str(line) for line in queries.lines_of(round_)}
    assert {"Trần Văn An (1965)", "Trần Văn An (1970)", "Đỗ Thị Én"} <= shown


def test_the_roll_is_taken_anew_for_each_round():
    scene, meeting = meetings.before_the_ballot()
    first = make.announced(scene, make.locked(scene, meeting, {}))

    second = make.prepared(scene, meeting, number=2, present=make.voters(meeting, without=("deputy",), scene=scene))

    assert [(each.convened, each.present) for each in (first, second)] == [(6, 6), (6, 5)]
    assert first.voters.filter(present=True).count() == 6


def test_with_the_own_line_left_out_each_voter_counts_one_less_on_his_own_line():
    rules = book(ballots=text_of("ballots").replace('form: "07"\n', 'form: "07"\n    own_line: left_out\n'))
    scene = meetings.scene(rules=rules)
    round_ = make.prepared(scene, meetings.reviewed(scene))

    convened = {line.printed_name: line.convened for line in queries.lines_of(round_)}

    assert (convened["Trần Văn An"], convened["Vũ Văn Giang"]) == (5, 6)


def test_a_leading_body_votes_with_its_seats_party_member_or_not():
    scene = make.scene()
    body = scene.ward.peoples_committee
    org.give_seat(
        scene.person("guest"), body, post="member", from_on=date(2015, 7, 1), by=scene.ward.officer, at=scene.at()
    )
    who = {"chair": "chair", "secretary": "guest"}
    meeting = meetings.reviewed(scene, body, absent=(), **who)

    round_ = make.prepared(scene, meeting, "leader_ballot")

    assert [str(line) for line in queries.lines_of(round_)] == ["Hoàng Văn Dũng"]
    assert sorted(each.printed_name for each in round_.voters.all()) == ["Hoàng Văn Dũng", "Nguyễn Thị Sen"]


@pytest.mark.parametrize(("standings", "count"), [(("official",), 6), (("official", "probationary"), 8)])
def test_probationary_members_score_their_cell_only_where_the_rulebook_says_so(standings, count):
    _, meeting = meetings.before_the_ballot()

    assert len(queries.voters_for(meeting, standings)) == count


def test_a_locked_round_takes_no_more_counts_and_is_announced_once():
    scene, meeting = meetings.before_the_ballot()
    round_ = make.locked(scene, meeting, {"Trần Văn An": (4, 2, 0)})
    before = queries.figures_of(round_)

    with pytest.raises(Refused, match="đã kết thúc"):
        make.keyed(scene, round_, (make.sheet(round_, {}),) * 2, tuple(queries.tellers_of(meeting)))
    make.announced(scene, round_)
    with pytest.raises(Refused, match="đã công bố"):
        make.announced(scene, round_)
    with pytest.raises(Refused, match="Kết quả đã chốt"):
        commands.void_round(round_, reason="Muốn làm lại", version=make.fresh(round_).version, **scene.act())

    now = make.fresh(round_)
    assert (now.state, queries.figures_of(now), Count.objects.count()) == (Round.State.LOCKED, before, 2)
