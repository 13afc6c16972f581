"""A dossier handed in as a whole: complete, to the right body, through the right office, in time."""

from datetime import date, datetime, timedelta

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.cycles.models import PlanStep
from kiemdiem.org import commands as org
from kiemdiem.org.models import Unit
from kiemdiem.papers import commands, queries
from kiemdiem.papers.commands import Handed
from tests.rooms.cycles import make as cycles
from tests.rooms.org.make import ZONE

pytestmark = pytest.mark.django_db
AT = datetime(2017, 12, 3, 9, 0, tzinfo=ZONE)
ON = date(2017, 12, 3)
CELL, LEADERS = "cell_classification", "leader_review"


@pytest.fixture
def made():
    """An open season, and beside it the bodies that dossiers go to."""
    made = cycles.opened()
    for kind in ("standing_committee", "office"):
        org.found_unit(
            kind, kind=kind, parent=made.ward.body, from_on=date(2015, 1, 1), key=kind, by=made.ward.officer, at=AT
        )
    return made


def unit_of(made, kind):
    return made.ward.executive_committee if kind == "executive_committee" else Unit.objects.get(key=kind)


def hand_in(made, unit, dossier, **more):
    via = more.pop("via", "office")
    submitted = queries.Submitted(
        more.pop("on", ON), unit_of(made, more.pop("to", "standing_committee")), unit_of(made, via) if via else None
    )
    at = more.pop("at", AT)
    return commands.submit_dossier(
        made.season, unit, dossier=dossier, submitted=submitted, by=more.pop("by", made.ward.clerk), at=at
    )


def bring_all(made, unit, *, confirmed=True):
    for owed in queries.missing_papers(made.season, unit, on=ON):
        handed = Handed("Phạm Minh Châu", ON, is_confirmed=confirmed and owed.item.confirmed)
        commands.receive_paper(
            made.season, owed.form_key, unit=unit, person=owed.person, handed=handed, by=made.ward.clerk, at=AT
        )


def said_no(attempt):
    with pytest.raises(Refused) as refusal:
        attempt()
    answer = refusal.value.answer
    return {gate for each in (answer, *answer.also) if not each.allowed for gate in each.gates}


@pytest.mark.clause("HX17-IV.8-2")
def test_a_dossier_with_a_paper_missing_is_not_complete(made):
    cell = made.ward.cells[1]
    bring_all(made, cell, confirmed=False)

    assert said_no(lambda: hand_in(made, cell, CELL)) == {"submit_dossier.cell_complete"}


@pytest.mark.clause("HX17-IV.8-1")
def test_a_complete_dossier_goes_to_the_body_the_plan_names_through_its_office(made):
    cell = made.ward.cells[1]
    bring_all(made, cell)

    assert said_no(lambda: hand_in(made, cell, CELL, via=None)) == {"submit_dossier.cell_address"}
    assert said_no(lambda: hand_in(made, cell, CELL, to="executive_committee")) == {"submit_dossier.cell_address"}
    assert hand_in(made, cell, CELL).allowed
    assert queries.dossier_step(made.season, queries.dossier_of(made.season, CELL, unit=cell), unit=cell).done_on == ON


@pytest.mark.clause("HX17-IV.5-3")
def test_a_collective_hands_its_dossier_to_the_standing_committee(made):
    unit = made.ward.peoples_committee
    wrong = said_no(lambda: hand_in(made, unit, LEADERS, to="executive_committee"))

    assert wrong == {"submit_dossier.leader_address", "submit_dossier.leader_complete"}


@pytest.mark.clause("HX17-IV.5-1")
def test_a_late_dossier_is_taken_in_with_a_word(made):
    unit = made.ward.peoples_committee
    bring_all(made, unit)
    last = PlanStep.objects.get(season=made.season, entry_key="leader_results", unit=unit).last_on
    late = {"on": last + timedelta(days=1), "at": AT + timedelta(days=2)}

    assert "submit_dossier.leader_due" in hand_in(made, unit, LEADERS, **late).gates


def test_nobody_hands_in_what_the_unit_does_not_owe(made):
    with pytest.raises(Refused, match="không phải nộp hồ sơ này"):
        hand_in(made, made.ward.cells[0], LEADERS)
    with pytest.raises(Refused, match="ngày nộp chưa đến"):
        hand_in(made, made.ward.cells[0], CELL, on=ON + timedelta(days=1))
    with pytest.raises(Refused, match="chưa được làm việc này"):
        hand_in(made, made.ward.cells[0], CELL, by=made.ward.secretaries[0])
