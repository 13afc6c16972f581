"""What a closed season still takes in: a decision from above, a new grading with its reason, the notices; no more."""

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.cycles import commands as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.grading import access, commands, queries
from kiemdiem.grading.models import Commendation, CommendationProposal, Decision, Proposal, ReturnedLine, Verdict
from kiemdiem.notices import commands as notices
from kiemdiem.notices.models import Notice
from tests.rooms.grading import make

pytestmark = pytest.mark.django_db
CLOSED = "Đã khép"


@pytest.fixture
def scene():
    """The cell judged, “plain” decided and “deputy” sent back with questions; then the season closed."""
    found = make.judged()
    make.decided(found, "plain", "HT")
    make.returned(found, "deputy")
    make.closed(found)
    return found


def kept():
    """How many rows of each kind there are."""
    models = (Verdict, Proposal, ReturnedLine, Decision, CommendationProposal, Commendation, Notice)
    return [model.objects.count() for model in models]


def attempts(scene):
    """Every act that an open season takes in and a closed one does not, by its name."""
    today, season, committee = scene.now.date(), scene.season, scene.ward.executive_committee
    member, cell = make.member(scene, "secretary"), make.cell(scene)
    chosen = [commands.Chosen(member, "TOT")]
    return {
        "grading.judge": lambda: commands.judge_cell(season, scene.cell, why="Họp", judged_on=today, **scene.act()),
        "grading.judge stage": lambda: commands.judge_stage(
            season, [member], kind="member", why="Họp", judged_on=today, **scene.act()
        ),
        "grading.propose": lambda: commands.propose_grades(
            season, chosen, body=committee, proposed_on=today, **scene.act()
        ),
        "grading.decide": lambda: commands.decide_grades(
            season, chosen, body=committee, decided_on=today, document="12-QĐ/ĐU", **scene.act()
        ),
        "grading.return_line": lambda: commands.return_line(
            season, member, body=committee, questions="Vì sao?", returned_on=today, **scene.act()
        ),
        "grading.answer_return": lambda: commands.answer_return(
            ReturnedLine.objects.get(), version=1, answer="Chi bộ giữ ý kiến", answered_on=today, **scene.act()
        ),
        "grading.propose_commendation": lambda: commands.propose_commendation(
            season, [cell], body=committee, proposed_on=today, **scene.act()
        ),
        "grading.commend": lambda: commands.commend(
            season, [cell], body=committee, chosen_on=today, document="13-NQ/ĐU", **scene.act()
        ),
        "grading.owe_leader_results": lambda: commands.owe_leader_results(season, committee, **scene.act()),
        "grading.change_reading": lambda: commands.change_reading(
            season, question="quota_base", reading="after_lift", act=make.DECREE, **scene.act()
        ),
        "grading.change_rulebook": lambda: commands.change_rulebook(
            season, change=cycles.Filling("party_body_scale"), act=make.DECREE, **scene.act()
        ),
    }  # fmt: skip


ACTS = (
    "grading.judge",
    "grading.judge stage",
    "grading.propose",
    "grading.decide",
    "grading.return_line",
    "grading.answer_return",
    "grading.propose_commendation",
    "grading.commend",
    "grading.owe_leader_results",
    "grading.change_reading",
    "grading.change_rulebook",
)


@pytest.mark.parametrize("name", ACTS)
def test_a_closed_season_refuses_the_act_and_names_the_way_out(scene, name):
    before = kept()

    with pytest.raises(Refused, match=CLOSED) as refusal:
        attempts(scene)[name]()
    assert "xếp loại lại" in refusal.value.answer.todo
    assert kept() == before


def test_every_act_of_the_table_is_tried_here():
    shut = {act for act, states in access.STATES.items() if "closed" not in states}

    assert {name.split()[0] for name in ACTS} == shut


def test_a_drafted_season_takes_nothing_in(scene):
    Season.objects.filter(pk=scene.season.pk).update(
        state="draft", effective_sha="", opened_at=None, opened_by=None, closed_at=None, closed_by=None
    )

    with pytest.raises(Refused, match="Đang chuẩn bị") as refusal:
        make.decided(scene, "secretary", "TOT")
    assert refusal.value.answer.todo == "Việc này làm sau khi đợt kiểm điểm được mở."


def test_a_page_that_read_the_season_before_it_closed_is_refused_too(scene):
    seen = scene.season
    seen.state = "open"

    with pytest.raises(Refused, match=CLOSED):
        make.decided(scene, "secretary", "TOT")


def test_a_grade_may_be_changed_after_a_complaint(scene):
    one = commands.Chosen(make.member(scene, "plain"), "TOT", "Khiếu nại đúng: đã hoàn thành nhiệm vụ đột xuất")
    again = commands.regrade(
        scene.season, one, body=scene.ward.executive_committee, decided_on=scene.now.date(), document="15-QĐ/ĐU",
        **scene.act(),
    )  # fmt: skip

    assert (again.number, again.grade, again.regrade_of.grade) == (2, "TOT", "HT")
    assert queries.current_decision(again.subject) == again


def test_a_decision_from_above_may_come_after_the_season(scene):
    above = make.above(scene)
    one = commands.Chosen(make.member(scene, "secretary"), "HT")
    decision = commands.record_decision_above(
        scene.season, one, body=above, decided_on=scene.now.date(), document="88-QĐ/TU", **scene.act()
    )

    assert (decision.from_above, decision.grade, decision.verdict.grade) == (True, "HT", "TOT")


def test_what_was_decided_is_told_after_the_season_too(scene):
    owed = commands.owe_results(
        scene.season, Decision.objects.filter(is_current=True), due_on=scene.now.date(), **scene.act()
    )
    notices.give_notices(
        owed, given_on=scene.now.date(), proof="signed_list", proof_text="Danh sách ký nhận", **scene.act()
    )

    assert [notice.given_on for notice in Notice.objects.all()] == [scene.now.date()]
