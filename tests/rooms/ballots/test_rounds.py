"""Two rounds of a cell's ballot: who stands, who votes, what is needed, what is locked and announced."""

from datetime import date, datetime

import pytest

from kiemdiem.ballots import commands, queries
from kiemdiem.ballots.models import Round
from kiemdiem.core.answer import Refused
from tests.rooms.ballots import make
from tests.rooms.meetings import make as meetings

pytestmark = pytest.mark.django_db


@pytest.fixture
def begun():
    return meetings.before_the_ballot()


@pytest.fixture
def scene(begun):
    return begun[0]


@pytest.fixture
def meeting(begun):
    return begun[1]


def names(lines):
    return [line.printed_name for line in lines]


def test_the_slip_names_those_reviewed_and_old_enough_in_the_party(scene, meeting):
    round_ = make.prepared(scene, meeting)

    assert names(queries.lines_of(round_)) == ["Trần Văn An", "Lê Thị Bình", "Đỗ Thị Én", "Vũ Văn Giang", "Mai Thị Lan"]
    assert (round_.convened, round_.present) == (6, 6)
    assert [option.key for option in queries.options_of(round_)] == ["TOT", "HT", "KHT"]


def test_the_votes_needed_are_said_before_slips_go_out(scene, meeting):
    three = make.voters(meeting, without=("secretary", "deputy", "standing"), scene=scene)
    round_ = make.prepared(scene, meeting, present=three)

    assert [(need.grade, need.votes, need.in_reach) for need in queries.needs_of(round_)] == [
        ("TOT", 4, False),
        ("HT", 4, False),
        ("KHT", 4, False),
    ]


def test_a_probationary_member_is_no_voter(scene, meeting):
    with pytest.raises(Refused, match="Vũ Văn Giang"):
        make.prepared(scene, meeting, present={scene.person("probationary").pk})
    assert queries.rounds_of(meeting) == []


@pytest.mark.parametrize("issued", [0, 7])
def test_slips_handed_out_are_at_most_the_voters_present(scene, meeting, issued):
    make.tellers(scene, meeting)
    round_ = make.prepared(scene, meeting)

    with pytest.raises(Refused, match=f"phát ra {issued} phiếu"):
        make.counting(scene, round_, issued=issued)


def test_slips_wait_for_two_tellers(scene, meeting):
    round_ = make.prepared(scene, meeting)

    with pytest.raises(Refused, match="Mới có 0 người kiểm phiếu"):
        make.counting(scene, round_)


def test_two_equal_counts_lock_the_round(scene, meeting):
    round_ = make.locked(scene, meeting, {"Trần Văn An": (4, 2, 0), "Lê Thị Bình": (3, 3, 0)})

    results = {each.line.printed_name: each for each in queries.results_of(round_)}
    assert round_.state == Round.State.LOCKED
    assert (round_.issued, round_.returned, round_.valid, round_.invalid) == (6, 6, 6, 0)
    assert (results["Trần Văn An"].winner, results["Trần Văn An"].needed["TOT"]) == ("TOT", 4)
    assert results["Lê Thị Bình"].winner is None
    assert results["Trần Văn An"].percent("TOT") == "66,66"


def test_the_second_round_waits_for_the_announcement_of_the_first(scene, meeting):
    first = make.locked(scene, meeting, {})

    with pytest.raises(Refused, match="công bố kết quả lần 1"):
        make.prepared(scene, meeting, number=2)
    make.announced(scene, first)
    second = make.prepared(scene, meeting, number=2)

    assert (second.number, second.follows_id) == (2, first.pk)


def test_only_those_who_reached_the_good_grade_stand_in_the_second_round(scene, meeting):
    first = make.locked(scene, meeting, {"Lê Thị Bình": (3, 3, 0), "Đỗ Thị Én": (0, 6, 0)})
    make.announced(scene, first)

    second = make.prepared(scene, meeting, number=2)

    assert names(queries.lines_of(second)) == ["Trần Văn An", "Vũ Văn Giang", "Mai Thị Lan"]
    assert [option.key for option in queries.options_of(second)] == ["XS"]
    assert [need.votes for need in queries.needs_of(second)] == [5]


def test_a_round_is_prepared_once(scene, meeting):
    make.prepared(scene, meeting)

    with pytest.raises(Refused, match="đã có trong cuộc họp"):
        make.prepared(scene, meeting)


def test_a_void_round_keeps_its_figures_and_a_new_one_takes_its_place(scene, meeting):
    make.tellers(scene, meeting)
    round_ = make.counting(scene, make.prepared(scene, meeting))

    commands.void_round(
        round_, reason="Thu về nhiều hơn phát ra", returned=7, version=make.fresh(round_).version, **scene.act()
    )
    again = commands.prepare_anew(make.fresh(round_), present=make.voters(meeting), **scene.act())

    void = make.fresh(round_)
    assert (void.state, void.issued, void.returned) == (Round.State.VOID, 6, 7)
    assert (again.attempt, again.replaces_id, again.state) == (2, void.pk, Round.State.PREPARED)
    assert names(queries.lines_of(again)) == names(queries.lines_of(void))


def test_a_vote_is_repeated_once_and_only_where_nobody_won(scene, meeting):
    first = make.locked(scene, meeting, {"Lê Thị Bình": (3, 3, 0)})
    by_name = {line.printed_name: line.subject for line in queries.lines_of(first)}
    here = make.voters(meeting)

    with pytest.raises(Refused, match="Đã có kết quả: Trần Văn An"):
        commands.prepare_repeat(first, [by_name["Trần Văn An"]], present=here, reason="Chưa quá bán", **scene.act())
    again = commands.prepare_repeat(first, [by_name["Lê Thị Bình"]], present=here, reason="Chưa quá bán", **scene.act())

    assert names(queries.lines_of(again)) == ["Lê Thị Bình"]
    with pytest.raises(Refused, match="Đã bỏ phiếu lại 1 lần"):
        commands.prepare_repeat(first, [by_name["Lê Thị Bình"]], present=here, reason="Lần nữa", **scene.act())


def test_a_meeting_does_not_close_over_an_open_round(scene, meeting):
    make.prepared(scene, meeting)

    with pytest.raises(Refused, match="Còn lần bỏ phiếu chưa chốt"):
        meetings.close(scene, meeting)


def test_the_ballot_on_a_leader_is_held_only_where_the_rule_puts_it():
    scene = make.scene()
    executive = meetings.reviewed(
        scene, scene.ward.executive_committee, absent=(), chair="secretary", secretary="deputy", paper=meetings.PAPER
    )
    voted = queries.subjects_for(executive, "leader_ballot")

    assert [subject.name for subject in voted] == ["Phạm Minh Châu"]
    assert queries.subjects_for(executive, "member_ballot") == []


@pytest.mark.parametrize(("day", "stands"), [(date(2018, 3, 1), False), (date(2018, 3, 2), True)])
def test_six_months_are_counted_to_the_day_the_meeting_is_held(day, stands):
    scene = make.scene()
    scene.now = datetime(2018, 3, 5, 8, 0, tzinfo=meetings.ZONE)

    meeting = meetings.reviewed(scene, on=day, paper=meetings.PAPER)

    assert ("Bùi Thị Hạnh" in [each.name for each in queries.subjects_for(meeting, "member_ballot")]) is stands
