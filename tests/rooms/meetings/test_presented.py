"""Concluding a line is what presents the paper behind it: nobody ticks it beside the meeting."""

from datetime import date

import pytest

from kiemdiem.journal.models import Entry
from kiemdiem.meetings import queries
from kiemdiem.org import commands as org
from kiemdiem.reviews.models import Report, SelfReview
from tests.rooms.meetings import make
from tests.rooms.meetings.book import book

pytestmark = pytest.mark.django_db
FORMS = """
forms:
  - {key: report, clause: c1, code: M-1, title: Báo cáo, text: Báo cáo, paper: report, subject_kind: collective}
"""


@pytest.fixture
def scene():
    return make.scene(rules=book(forms=FORMS))


def paper_of(scene, name, state="submitted"):
    """A self-review that stands there."""
    told = {"key": f"k-{name}", "season": scene.season, "form_code": "M", "state": state}
    return SelfReview.objects.create(person=scene.person(name), keyed_at=scene.at(), keyed_by=scene.ward.clerk, **told)


def report_of(scene, unit, state="sent"):
    """A report that stands there."""
    told = {"key": f"r-{unit.key}", "season": scene.season, "kind": "report", "form_code": "M-1", "state": state}
    return Report.objects.create(unit=unit, keyed_at=scene.at(), keyed_by=scene.ward.clerk, **told)


def test_a_members_conclusion_presents_and_concludes_his_self_review(scene):
    meeting = make.opened(scene)
    kept = paper_of(scene, "plain")

    make.review(scene, make.line_of(meeting, scene.person("plain")))

    kept.refresh_from_db()
    told = Entry.objects.filter(act="meetings.conclude_line").get().details
    assert (kept.state, kept.concluded_on, kept.version) == ("presented", make.DAY, 2)
    assert told["presented"] == ["k-plain"]


@pytest.mark.parametrize(("state", "concluded_on"), [("draft", None), ("confirmed", make.DAY)])
def test_a_paper_not_handed_in_stays_and_one_confirmed_before_learns_its_day_only(scene, state, concluded_on):
    meeting = make.opened(scene)
    kept = paper_of(scene, "plain", state="draft")
    if state == "confirmed":
        whole = {"confirmed_on": make.DAY, "confirmed_at": scene.at(), "confirmed_by": scene.ward.clerk}
        SelfReview.objects.update(state=state, confirmer="Chi ủy", **whole)

    make.review(scene, make.line_of(meeting, scene.person("plain")))

    kept.refresh_from_db()
    assert (kept.state, kept.concluded_on) == (state, concluded_on)


def body(scene):
    """The open meeting of a leading body of two."""
    unit = scene.ward.peoples_committee
    first = date(2015, 7, 1)
    org.give_seat(scene.person("guest"), unit, post="member", from_on=first, by=scene.ward.officer, at=scene.at())
    return make.opened(scene, unit, absent=(), chair="chair", secretary="guest")


def test_a_review_elsewhere_presents_and_only_the_own_cell_concludes(scene):
    kept = paper_of(scene, "chair")
    for line in queries.lines_of(body(scene)):
        make.review(scene, line)

    kept.refresh_from_db()
    assert (kept.state, kept.concluded_on) == ("presented", None)


def test_the_collectives_conclusion_presents_its_report_and_the_last_line_lets_it_be_completed(scene):
    kept = report_of(scene, scene.ward.peoples_committee)
    collective, *people = queries.lines_of(body(scene))

    make.review(scene, collective)
    kept.refresh_from_db()
    first = (kept.state, kept.presented_on, kept.concluded_on, kept.individuals_on)
    for line in people:
        make.review(scene, line)
    kept.refresh_from_db()

    assert first == ("presented", make.DAY, make.DAY, None)
    assert (kept.individuals_on, kept.versions.get().reason) == (make.DAY, "Bản trình bày")


def test_a_report_of_another_kind_of_subject_is_not_presented(scene):
    kept = report_of(scene, scene.cell)
    make.reviewed(scene)
    kept.refresh_from_db()
    assert (kept.state, kept.presented_on) == ("sent", None)
