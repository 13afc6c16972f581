"""A leader's result is told to his cell, on time and provably: the season's rules are asked when it is given."""

from datetime import date, datetime

import pytest
from django.urls import reverse

from kiemdiem.core.answer import Refused
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading import commands as grading
from kiemdiem.grading.models import Verdict
from kiemdiem.notices import commands
from kiemdiem.notices import queries as notices
from kiemdiem.org import queries as org
from tests.rooms.cycles import make
from tests.rooms.org.make import ZONE

pytestmark = pytest.mark.django_db
ON, LATE = date(2017, 12, 4), date(2017, 12, 5)


@pytest.fixture
def made():
    return make.opened()


def owed(made, to):
    leader = SeasonSubject.objects.filter(season=made.season, kind="leader", person=made.ward.persons["chair"]).first()
    wording = commands.Wording(kind="leader_result", about=f"subject:{leader.key}", title="Kết quả kiểm điểm")
    at = datetime(2017, 12, 1, 9, 0, tzinfo=ZONE)
    return commands.owe_notice(
        wording, to=to, under=made.ward.body, due_on=ON, season=made.season.key, by=made.ward.clerk, at=at
    )


def give(made, notice, on):
    at = datetime(on.year, on.month, on.day, 9, 0, tzinfo=ZONE)
    return commands.give_notice(notice, given_on=on, proof="signed_list", by=made.ward.clerk, at=at)


@pytest.mark.clause("HX17-IV.5-2")
def test_a_leaders_result_goes_to_a_cell_and_nowhere_else(made):
    with pytest.raises(Refused) as refusal:
        give(made, owed(made, made.ward.executive_committee), LATE)
    answer = refusal.value.answer

    assert (answer.gates, [each.gates for each in answer.also]) == (
        ("give_notice.leader_result",),
        [("give_notice.due",)],
    )
    assert give(made, owed(made, made.ward.cells[0]), ON).given_on == ON


def test_a_notice_without_a_rule_is_given_freely(made):
    wording = commands.Wording(kind="result", about="subject:x", title="Kết quả")
    at = datetime(2017, 12, 1, 9, 0, tzinfo=ZONE)
    notice = commands.owe_notice(
        wording, to=made.ward.executive_committee, under=made.ward.body, due_on=ON, season=made.season.key,
        by=made.ward.clerk, at=at,
    )  # fmt: skip

    assert give(made, notice, LATE).given_on == LATE


def body_of(made):
    return cycles.bodies_voting(made.season).exclude(kind="executive_committee").first().unit


def judged(made, body):
    at = datetime(2017, 12, 1, 9, 0, tzinfo=ZONE)
    return grading.judge_leaders(made.season, body, why="Bỏ phiếu", judged_on=at.date(), by=made.ward.clerk, at=at)


def test_judging_leaders_owes_the_word_to_the_cells_they_belong_to(made):
    body = body_of(made)
    leaders = list(cycles.voted_at(made.season, body))
    verdicts = judged(made, body)
    owed_now = notices.notices_of(made.season.key, kind="leader_result")

    assert [v.subject for v in verdicts] == leaders != []
    assert {(n.about, n.unit_id, n.due_on) for n in owed_now} == {
        (f"subject:{leader.key}", org.cell_of(leader.person, on=ON).pk, ON) for leader in leaders
    }
    judged(made, body)
    assert notices.notices_of(made.season.key, kind="leader_result").count() == len(leaders)


def test_a_body_without_leaders_voted_on_is_refused(made):
    with pytest.raises(Refused, match="Không có cán bộ nào"):
        judged(made, made.ward.cells[0])


def test_the_clerk_judges_leaders_on_their_page_and_the_secretary_only_looks(made, client):
    Season.objects.update(as_of=date(2017, 12, 1), is_rehearsal=True)
    body = body_of(made)
    page = reverse("grading:leader_results", args=[made.season.key, body.key])
    client.force_login(made.ward.secretaries[0])
    assert (client.get(page).status_code, client.post(page, {"why": "Bỏ phiếu"}).status_code) == (403, 422)
    assert Verdict.objects.count() == 0
    client.force_login(made.ward.clerk)
    assert page in client.get(reverse("grading:results", args=[made.season.key])).content.decode()
    assert client.get(page).context["may_judge"] is True
    assert client.post(page, {"why": ""}).status_code == 422
    assert client.post(page, {"why": "Bỏ phiếu"}).status_code == 302
    shown = client.get(page).content.decode()
    assert ("Kết quả bỏ phiếu ở tập thể" in shown, "ở chi bộ" in shown) == (True, False)
    assert Verdict.objects.filter(subject__kind="leader").count() == cycles.voted_at(made.season, body).count()
    client.force_login(made.ward.inspector)
    assert (client.get(page).status_code, client.get(page).context["may_judge"]) == (200, False)
