"""The party body's own grade: proposed at one sitting, scored and self-classified at another, decided above later."""

from datetime import date

import pytest

from kiemdiem.ballots import queries as ballots
from kiemdiem.core.answer import Refused
from kiemdiem.cycles import queries as cycles
from kiemdiem.grading import commands, queries
from kiemdiem.grading.models import Decision, Proposal, Verdict
from kiemdiem.org import commands as org
from tests.rooms.grading import ward

pytestmark = pytest.mark.django_db
TOP, SECOND = "MAU_A", "MAU_B"


@pytest.fixture
def scene():
    return ward.scene()


def propose(scene, grade=TOP, reason="Kết quả kiểm điểm và kết quả các chi bộ", on=ward.PROPOSED):
    chosen = ward.chosen(scene, grade, reason)
    return commands.propose_own_grade(scene.season, chosen, proposed_on=on, **scene.act())


def classify(scene, grade, reason="", on=ward.DECIDED):
    chosen = ward.chosen(scene, grade, reason)
    return commands.classify_self(scene.season, chosen, decided_on=on, document="15-NQ/ĐU", **scene.act())


def refused_by(attempt):
    with pytest.raises(Refused) as refusal:
        attempt()
    return refusal.value.answer.gates


def test_the_grade_is_proposed_at_the_sitting_beside_what_the_rules_can_say(scene):
    ward.proposing(scene)
    proposal = propose(scene)
    assert (proposal.grade, proposal.body, proposal.verdict.outcome) == (
        TOP,
        ward.standing_committee(scene),
        "cannot_say",
    )


def test_without_its_sitting_no_grade_is_proposed(scene):
    assert refused_by(lambda: propose(scene)) == ("propose_grade.sitting",)
    assert (Proposal.objects.count(), Verdict.objects.count()) == (0, 0)


def test_a_proposal_gives_its_ground(scene):
    ward.proposing(scene)
    with pytest.raises(Refused, match="khác kết quả theo quy định"):
        propose(scene, reason=" ")


def test_the_body_is_scored_where_it_is_decided_and_nowhere_else(scene):
    meeting = ward.proposing(scene)
    assert ballots.possible_rounds(meeting) == []
    ward.closed(scene, meeting)
    ward.forward(scene, ward.DECIDED)
    deciding = ward.sitting(scene, scene.ward.executive_committee, kind="decision", on=ward.DECIDED)
    assert [each.ballot_key for each in ballots.possible_rounds(deciding)] == [ward.SLIP]


def test_the_points_of_the_slips_give_the_grade_it_classifies_itself_in(scene):
    meeting = ward.deciding(scene)
    ward.scored(scene, meeting, [ward.GOOD] * 4 + [ward.FAIR])
    subject = queries.party_body_of(scene.season)
    assert queries.points_of(subject).text() == "88,20"
    decision = classify(scene, TOP)
    assert (decision.grade, decision.departs, decision.body) == (TOP, False, scene.ward.executive_committee)
    assert decision.verdict.grade == TOP


def test_a_grade_other_than_that_of_the_points_needs_a_reason(scene):
    ward.scored(scene, ward.deciding(scene), [ward.FAIR] * 5)
    with pytest.raises(Refused, match="lý do"):
        classify(scene, TOP)
    decision = classify(scene, TOP, "Hội nghị xem xét thành tích đột xuất trong năm")
    assert (decision.departs, decision.verdict.grade) == (True, SECOND)


def test_before_the_slips_are_counted_it_is_not_classified(scene):
    ward.deciding(scene)
    assert "record_decision.scored" in refused_by(lambda: classify(scene, TOP, "Không chấm"))
    assert Decision.objects.count() == 0


def test_on_a_day_without_its_sitting_it_is_not_classified(scene):
    ward.scored(scene, ward.deciding(scene), [ward.GOOD] * 5)
    day = date(2017, 12, 12)
    assert refused_by(lambda: classify(scene, TOP, on=day)) == ("record_decision.sitting",)


def test_a_departure_from_the_proposal_needs_a_reason_too(scene):
    meeting = ward.proposing(scene)
    propose(scene, SECOND)
    ward.closed(scene, meeting)
    ward.forward(scene, ward.DECIDED)
    deciding = ward.sitting(scene, scene.ward.executive_committee, kind="decision", on=ward.DECIDED)
    ward.scored(scene, deciding, [ward.GOOD] * 5)
    assert refused_by(lambda: classify(scene, TOP)) == ("record_decision.reason",)
    assert classify(scene, TOP, "Điểm các phiếu cao hơn dự kiến").grade == TOP


def test_the_decision_from_above_stands_beside_what_it_called_itself(scene):
    ward.scored(scene, ward.deciding(scene), [ward.GOOD] * 5)
    classify(scene, TOP)
    town = org.found_unit(
        "Thị ủy", kind="superior", parent=None, from_on=date(2010, 1, 1), key="tu", by=scene.ward.administrator,
        at=scene.at(),
    )  # fmt: skip
    ward.forward(scene, date(2017, 12, 28))
    commands.record_decision_above(
        scene.season, ward.chosen(scene, SECOND), body=town, decided_on=date(2017, 12, 27), document="88-QĐ/TU",
        **scene.act(),
    )  # fmt: skip
    kept = Decision.objects.order_by("number").values_list("grade", "from_above", "is_current")
    assert list(kept) == [(TOP, False, False), (SECOND, True, True)]


def test_nothing_is_asked_of_the_party_body_while_its_scale_is_not_filled_in():
    scene = ward.scene(filled=False)
    meeting = ward.proposing(scene)
    with pytest.raises(Refused, match="chưa có thang điểm"):
        propose(scene)
    assert (ballots.possible_rounds(meeting), Verdict.objects.count()) == ([], 0)


def test_another_subject_is_no_party_body(scene):
    ward.proposing(scene)
    cell = cycles.subject_of_unit(scene.season, scene.cell, kind="cell")
    chosen = commands.Chosen(cell, TOP, "Nhầm")
    with pytest.raises(Refused, match="không phải Đảng bộ"):
        commands.propose_own_grade(scene.season, chosen, proposed_on=ward.PROPOSED, **scene.act())


def test_a_secretary_of_a_cell_neither_proposes_nor_classifies(scene):
    ward.proposing(scene)
    chosen = ward.chosen(scene, TOP, "Kết quả")
    with pytest.raises(Refused):
        commands.propose_own_grade(
            scene.season, chosen, proposed_on=ward.PROPOSED, by=scene.ward.secretaries[0], at=scene.at()
        )
    assert Proposal.objects.count() == 0
