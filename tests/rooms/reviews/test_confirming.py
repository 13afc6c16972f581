"""A self-review confirmed by its cell: in its turn when it is done, on its true day when a paper tells of it."""

from datetime import date

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.reviews import commands
from kiemdiem.reviews.models import OrderMark
from tests.rooms.cycles import make as cycles
from tests.rooms.reviews import make
from tests.rooms.reviews.test_reports import at

pytestmark = pytest.mark.django_db
SIGNED = commands.FromPaper("Bản xác nhận của chi bộ, ký ngày 29/11/2017")
MET, COMPLETED, KEYED = date(2017, 11, 28), date(2017, 11, 29), at(30)


@pytest.fixture
def made():
    return cycles.opened()


@pytest.fixture
def handed_in(made):
    return make.self_review(made, made.ward.persons["plain"])


def completed(made, kept):
    """The self-review concluded on by the cell and completed the day after."""
    commands.note_presented(made.season, kept.person, on=MET, concluded=True)
    change = commands.Revision({"item.rm2_2": "Bổ sung"}, reason="Theo kết luận", happened_on=COMPLETED)
    return commands.complete_self_review(kept, revision=change, by=made.ward.officer, at=at(29))


def confirm(made, kept, day, *, paper=None):
    return commands.confirm_self_review(
        kept, confirmer="Phạm Minh Châu", confirmed_on=day, paper=paper, by=made.ward.clerk, at=KEYED
    )


def test_a_past_confirmation_in_its_turn_needs_its_paper_and_gets_no_mark(made, handed_in):
    kept = completed(made, handed_in)
    with pytest.raises(Refused, match="ngày 29/11/2017 đã qua"):
        confirm(made, kept, COMPLETED)
    done = confirm(made, kept, COMPLETED, paper=SIGNED)
    last = done.versions.last()
    assert (done.state, done.confirmed_on, done.marks.count()) == ("confirmed", COMPLETED, 0)
    assert (last.number, last.reason, last.paper) == (done.number, "Chi bộ xác nhận", SIGNED.paper)


@pytest.mark.clause("HX17-II.3.2.c-10")
def test_a_confirmation_the_day_before_the_completion_is_recorded_and_marked(made, handed_in):
    done = confirm(made, completed(made, handed_in), MET, paper=SIGNED)
    mark = done.marks.get()
    assert (done.state, done.confirmed_on, mark.act) == ("confirmed", MET, "reviews.confirm_self_review")
    assert (mark.rows, mark.happened_on) == ("HX17-II.3.2.c-10,HX17-IV.8-3", MET)


def test_a_confirmation_no_meeting_came_before_is_recorded_from_its_paper_only(made, handed_in):
    with pytest.raises(Refused, match="Kết luận của chủ trì"):
        confirm(made, handed_in, KEYED.date())
    done = confirm(made, handed_in, COMPLETED, paper=SIGNED)
    assert (done.state, done.marks.count()) == ("confirmed", 1)


def test_nothing_handed_in_is_nothing_to_confirm(made):
    by = made.ward.officer
    draft = commands.write_self_review(made.season, made.ward.persons["plain"], sections={}, by=by, at=make.AT)
    with pytest.raises(Refused, match="Đang viết"):
        confirm(made, draft, COMPLETED, paper=SIGNED)
    assert OrderMark.objects.count() == 0


def test_a_confirmation_ordered_again_stands_no_more_and_can_be_done_in_its_turn(made, handed_in):
    done = confirm(made, handed_in, date(2017, 11, 27), paper=SIGNED)
    commands.note_presented(made.season, done.person, on=MET, concluded=True)
    told = {"answered_on": KEYED.date(), "document": "05-NQ/ĐU", "version": 1, "by": made.ward.officer, "at": KEYED}
    commands.answer_mark(done.marks.get(), "again", **told)
    done.refresh_from_db()
    assert (done.state, done.confirmer, done.confirmed_on) == ("presented", "", None)
    change = commands.Revision({"item.rm2_2": "Bổ sung"}, reason="Theo kết luận", happened_on=KEYED.date())
    commands.complete_self_review(done, revision=change, by=made.ward.officer, at=KEYED)
    assert confirm(made, done, KEYED.date()).state == "confirmed"


def test_the_page_takes_the_paper_of_a_past_confirmation(made, handed_in, client):
    completed(made, handed_in)
    client.force_login(made.ward.clerk)
    handed_in.refresh_from_db()
    url = f"/dot/{made.season.key}/ban-kiem-diem/{handed_in.person.key}/xac-nhan/"
    sent = {"confirmer": "Phạm Minh Châu", "confirmed_on": "29/11/2017", "version": handed_in.version}
    assert "đã qua" in client.post(url, sent).content.decode()
    assert client.post(url, {**sent, "paper": SIGNED.paper}).status_code == 302
    handed_in.refresh_from_db()
    assert (handed_in.state, handed_in.confirmed_on) == ("confirmed", COMPLETED)
