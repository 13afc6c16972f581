"""What the rulebook says no to on the way of a round: each refusal names its gate, and nothing is written."""

import pytest

from kiemdiem.ballots import commands, queries
from kiemdiem.ballots.models import Count, Round
from kiemdiem.core.answer import Refused
from kiemdiem.core.counting import Marks, ScoredSlip, Sheet
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


def refused_by(attempt):
    """The gates that said no, the one whose sentence is shown first."""
    with pytest.raises(Refused) as refusal:
        attempt()
    answer = refusal.value.answer
    also = [gate for each in answer.also if not each.allowed for gate in each.gates]
    return [*answer.gates, *also]


def test_a_slip_for_a_probationary_member_is_refused_by_the_rule(scene, meeting):
    here = make.voters(meeting) | {scene.person("probationary").pk}

    assert refused_by(lambda: make.prepared(scene, meeting, present=here)) == ["g12"]
    assert queries.rounds_of(meeting) == []


def test_a_guest_is_offered_no_slip_whatever_he_is_elsewhere(scene, meeting):
    guest = scene.person("headmaster")
    meetings.commands.invite_guest(meeting, "", person=guest, present=True, version=meeting.version, **scene.act())

    assert refused_by(lambda: make.prepared(scene, meetings.fresh(meeting), present={guest.pk})) == ["g12"]


def test_a_slip_about_somebody_not_reviewed_is_refused_by_the_rule():
    scene = make.scene()
    meeting = meetings.opened(scene)
    subject = meetings.line_of(meeting, scene.person("plain")).subject

    assert refused_by(lambda: make.prepared(scene, meeting, subjects=[subject])) == ["g13"]


def test_a_show_of_hands_stands_in_for_no_secret_ballot(scene, meeting):
    by_hand = queries.Slips(secret=False)

    assert refused_by(lambda: make.prepared(scene, meeting, slips=by_hand)) == ["g26"]


def test_slips_the_unit_printed_itself_have_the_boxes_of_the_round(scene, meeting):
    four = queries.Slips(boxes=("XS", "TOT", "HT", "KHT"))

    assert refused_by(lambda: make.prepared(scene, meeting, slips=four)) == ["g27"]
    assert make.prepared(scene, meeting, slips=queries.Slips(boxes=("TOT", "HT", "KHT"))).number == 1


def test_no_slips_go_out_to_an_empty_room(scene, meeting):
    make.tellers(scene, meeting)
    round_ = commands.prepare_round(meeting, make.MEMBERS, present=set(), **scene.act())

    assert refused_by(lambda: make.counting(scene, round_, issued=0)) == ["g28"]


def test_a_further_round_on_used_slips_is_refused_where_fresh_ones_are_read(scene, meeting):
    first = make.announced(scene, make.locked(scene, meeting, {"Trần Văn An": (6, 0, 0)}))
    used = queries.Slips(fresh=False)

    assert first.announced_on is not None
    assert refused_by(lambda: make.prepared(scene, meeting, number=2, slips=used)) == ["g33"]


def test_only_those_who_reached_the_grade_stand_in_the_further_round(scene, meeting):
    first = make.announced(scene, make.locked(scene, meeting, {"Trần Văn An": (0, 6, 0)}))
    low = next(r.line.subject for r in queries.results_of(first) if r.line.printed_name == "Trần Văn An")

    assert refused_by(lambda: make.prepared(scene, meeting, number=2, subjects=[low])) == ["g16"]


def counted(scene, meeting):
    hands = make.tellers(scene, meeting)
    return make.fresh(make.counting(scene, make.prepared(scene, meeting))), hands


def key(scene, round_, sheet, *, hand, slips=()):
    return commands.key_count(round_, sheet, slips=slips, attempt=1, teller=hand, at=scene.at())


def test_a_sheet_that_does_not_add_up_is_refused_by_the_rule(scene, meeting):
    round_, (one, _) = counted(scene, meeting)
    sheet = make.sheet(round_, {})
    lines = {position: Marks((marks.votes[0] - 1, 0, 0)) for position, marks in sheet.lines.items()}

    assert refused_by(lambda: key(scene, round_, Sheet(6, 6, 0, lines), hand=one)) == ["g18"]
    assert Count.objects.count() == 0


def test_marks_for_a_grade_without_a_box_are_refused_by_the_rule(scene, meeting):
    round_, (one, _) = counted(scene, meeting)
    lines = {line.position: Marks((5, 0, 0, 1)) for line in queries.lines_of(round_)}

    assert refused_by(lambda: key(scene, round_, Sheet(6, 6, 0, lines), hand=one)) == ["g29"]


def test_two_counts_that_differ_are_kept_and_not_locked(scene, meeting):
    round_, hands = counted(scene, meeting)
    one = make.sheet(round_, {"Trần Văn An": (4, 2, 0)})
    outcome = make.keyed(scene, round_, (one, make.sheet(round_, {"Trần Văn An": (5, 1, 0)})), hands)

    assert (outcome.state, outcome.answer.allowed, outcome.answer.gates) == ("differs", False, ("g17",))
    assert make.fresh(round_).state == Round.State.COUNTING


def test_a_result_is_not_read_out_before_it_is_locked(scene, meeting):
    round_ = make.prepared(scene, meeting)

    assert refused_by(lambda: make.announced(scene, round_)) == ["g30"]


def test_a_score_slip_over_its_most_points_is_refused_by_the_rule(scene, meeting):
    hands = make.tellers(scene, meeting)
    round_ = make.fresh(make.counting(scene, make.prepared(scene, meeting, "cell_score")))
    slips = [ScoredSlip((4100, 2000, 1500, 1500, 1000), None)] * 6

    assert refused_by(lambda: key(scene, round_, Sheet(6, 6, 0, {}), hand=hands[0], slips=slips)) == ["g31"]


def test_who_may_not_score_is_handed_no_score_slip(scene, meeting):
    here = make.voters(meeting) | {scene.person("probationary").pk}

    assert refused_by(lambda: make.prepared(scene, meeting, "cell_score", present=here)) == ["g32"]
