"""The words on the faults of a collective are asked as required where the rulebook wants them, and nowhere else."""

from datetime import date, datetime

import pytest

from kiemdiem.meetings import commands, queries
from kiemdiem.meetings.commands.opening import lay_agenda
from kiemdiem.meetings.models import Meeting, ReviewLine
from tests.rooms.cycles import make as cycles
from tests.rooms.meetings.make import with_roll
from tests.rooms.org.make import ZONE

pytestmark = pytest.mark.django_db
DAY = date(2017, 11, 30)


class Scene(cycles.Made):
    """The opened season with the clerk acting on the morning of the meeting."""

    def act(self, **more):
        return {"by": self.ward.clerk, "at": datetime(2017, 11, 30, 8, 0, tzinfo=ZONE), **more}


@pytest.fixture
def scene():
    made = cycles.opened()
    made.season.__class__.objects.filter(pk=made.season.pk).update(is_rehearsal=True, as_of=DAY)
    return Scene(made.ward, made.again(), made.at)


@pytest.fixture
def meeting(scene):
    """The People's Committee's meeting, its lines drawn."""
    kept = commands.plan_meeting(scene.season, scene.ward.peoples_committee, on=DAY, **scene.act())
    kept = with_roll(scene, kept, on=DAY)
    Meeting.objects.filter(pk=kept.pk).update(state=Meeting.State.OPEN, held_on=DAY)
    kept.refresh_from_db()
    lay_agenda(kept)
    return kept


def line(meeting, *, collective):
    found = ReviewLine.objects.filter(meeting=meeting, subject__person__isnull=collective)
    return found.select_related("meeting__season", "meeting__unit", "subject__person").first()


@pytest.mark.clause("HX17-II.3.1.c-3")
@pytest.mark.parametrize(("collective", "owed"), [(True, {"degree", "effect"}), (False, set())])
def test_degree_and_effect_are_owed_by_the_collective_alone(meeting, collective, owed):
    assert queries.owed_words(line(meeting, collective=collective)) == owed


def test_what_took_place_on_paper_is_not_kept_out_by_missing_words(meeting):
    Meeting.objects.filter(pk=meeting.pk).update(entered="paper", paper="Biên bản đã ký")
    assert queries.owed_words(line(meeting, collective=True)) == frozenset()


@pytest.mark.parametrize("collective", [True, False])
def test_the_form_says_which_words_are_required(client, scene, meeting, collective):
    client.force_login(scene.ward.clerk)
    shown = line(meeting, collective=collective)
    url = f"/cuoc-hop/{meeting.key}/phan/{shown.pk}/ket-luan/"
    form = client.get(url).context["form"]
    assert [form.fields[name].required for name in ("degree", "effect", "response")] == [collective, collective, False]
    sent = client.post(url, {"version": shown.version, "conclusion": "Bổ sung"}).content.decode()
    assert sent.count("Chưa nhập “Mức độ của khuyết điểm”.") == (2 if collective else 0)
