"""What the register shows that an open season has not taken up: posts and exemptions, each with its ways out."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kiemdiem.core.answer import Refused
from kiemdiem.cycles import commands, queries
from kiemdiem.org import commands as org
from kiemdiem.org import queries as register
from tests.rooms.cycles import make
from tests.rooms.org.make import ZONE

pytestmark = pytest.mark.django_db
DAY, NEXT = date(2017, 11, 20), date(2017, 11, 22)
LATER = datetime(2017, 11, 23, 8, 0, tzinfo=ZONE)


@pytest.fixture
def made():
    """A season open since the first of November."""
    return make.opened()


def act(made):
    return {"by": made.ward.officer, "at": LATER}


def give(made, who, *, post, unit=None, on=DAY):
    org.give_seat(made.ward.persons[who], unit or made.ward.peoples_committee, post=post, from_on=on, **act(made))


def end(made, who, *, post, on=DAY):
    org.end_seat(register.seats_of(made.ward.persons[who], on=made.at.date(), post=post).get(), on=on, **act(made))


def unseen(made, on=NEXT):
    return [(c.kind, c.person.key, c.happened_on) for c in queries.unseen_changes(made.season, on=on)]


def said(made, who, kind, on=DAY):
    return (kind, made.ward.persons[who].key, on)


def take(made, way, index=0):
    """The change of that place in the list, taken up by one of its ways out."""
    change = queries.unseen_changes(made.season, on=NEXT)[index]
    assert way in {word for word, _ in queries.ways_of(made.season, change)}
    way_out = commands.WayOut(way, "Theo quyết định")
    return commands.record_change(made.season, change=change, way_out=way_out, **act(made))


def leader(made, who):
    return queries.subject_of(made.season, made.ward.persons[who], kind="leader")


def places(made, who):
    """Where he is reviewed as a leader: the unit, and whether he is voted on there."""
    return {(p.unit.key, p.is_ballot) for p in leader(made, who).places.filter(ended_on__isnull=True)}


def test_nothing_is_unseen_on_the_day_of_the_register_or_later(made):
    assert unseen(made, on=make.REGISTER_ON) == []
    assert unseen(made) == []


def test_a_post_gained_is_seen_from_its_day_on_and_added_once(made):
    give(made, "plain", post="vice_chair")
    assert unseen(made, on=date(2017, 11, 19)) == []
    assert unseen(made, on=DAY) == [said(made, "plain", "gained_post")]
    take(made, "add")
    assert places(made, "plain") == {("ubnd", True)}
    assert unseen(made) == []


def test_a_post_gained_may_wait_for_the_next_season(made):
    give(made, "plain", post="vice_chair")
    take(made, "keep")
    assert (leader(made, "plain"), unseen(made)) == (None, [])


def test_a_seat_that_makes_nobody_a_leader_is_no_change(made):
    give(made, "plain", post="member")
    assert unseen(made) == []


def test_a_post_lost_is_seen_and_ends_the_leader(made):
    end(made, "chair", post="chair")
    assert unseen(made, on=date(2017, 11, 19)) == []
    assert unseen(made, on=DAY) == [said(made, "chair", "lost_post")]
    take(made, "end")
    assert (leader(made, "chair"), unseen(made)) == (None, [])
    assert queries.subject_of(made.season, made.ward.persons["chair"]).ended_on is None


def test_a_leader_kept_is_asked_about_again_only_after_the_next_loss(made):
    end(made, "chair", post="chair")
    take(made, "keep")
    assert (leader(made, "chair").ended_on, unseen(made)) == (None, [])
    end(made, "chair", post="member", on=NEXT)
    assert unseen(made) == [said(made, "chair", "lost_post", NEXT)]


def test_a_leader_of_two_bodies_leaves_only_the_one(made):
    give(made, "chair", unit=made.ward.front, post="chair")
    assert unseen(made) == [said(made, "chair", "gained_post")]
    take(made, "add")
    assert places(made, "chair") == {("ubnd", False), ("mttq", True)}
    seat = made.ward.persons["chair"].seats.get(unit=made.ward.front, superseded_at=None)
    org.end_seat(seat, on=NEXT, **act(made))
    assert unseen(made) == [said(made, "chair", "lost_post", NEXT)]
    take(made, "end")
    assert (places(made, "chair"), unseen(made)) == ({("ubnd", True)}, [])


def test_who_changes_his_post_is_voted_on_in_one_place(made):
    end(made, "chair", post="chair")
    give(made, "chair", unit=made.ward.front, post="chair")
    assert unseen(made) == [said(made, "chair", "gained_post"), said(made, "chair", "lost_post")]
    take(made, "end", index=1)
    take(made, "add")
    assert places(made, "chair") == {("mttq", True)}
    assert unseen(made) == []


def test_a_loss_the_register_does_not_show_is_refused(made):
    change = queries.Change("lost_post", DAY, person=made.ward.persons["chair"])
    with pytest.raises(Refused, match="vẫn giữ chức vụ"):
        commands.record_change(made.season, change=change, way_out=commands.WayOut("end", "Nghỉ"), **act(made))
    assert leader(made, "chair") is not None


def test_who_comes_with_a_post_is_added_as_a_member_and_then_as_a_leader(made):
    person = org.register_person(
        "Lý Văn Quý", cell=made.ward.cells[0], from_on=DAY, admitted_on=date(2001, 2, 3),
        official_on=date(2002, 2, 3), **act(made),
    )  # fmt: skip
    org.give_seat(person, made.ward.peoples_committee, post="vice_chair", from_on=date(2017, 1, 1), **act(made))
    assert unseen(made) == [("moved_in", person.key, DAY)]
    take(made, "add")
    assert unseen(made) == [("gained_post", person.key, DAY)]
    take(made, "add")
    assert unseen(made) == []


def test_both_exemptions_together_are_seen_and_one_alone_is_not(made):
    plain = made.ward.persons["plain"]
    org.exempt(plain, ["exempt_work"], from_on=DAY, **act(made))
    assert unseen(made) == []
    org.exempt(plain, ["exempt_activity"], from_on=NEXT, **act(made))
    assert unseen(made, on=DAY) == []
    assert unseen(made) == [said(made, "plain", "exempted", NEXT)]


@pytest.mark.parametrize("way", ["end", "keep"])
def test_an_exemption_is_taken_up_once_and_takes_the_leader_with_it(made, way):
    org.exempt(made.ward.persons["chair"], from_on=DAY, **act(made))
    assert unseen(made) == [said(made, "chair", "exempted")]
    take(made, way)
    assert unseen(made) == []
    assert (leader(made, "chair") is None) == (way == "end")


def test_who_was_exempt_before_the_register_is_no_change(made):
    assert made.ward.persons["exempt"].key not in {key for _, key, _ in unseen(made)}
    assert register.standings_begun(made.ward.persons["exempt"], on=NEXT)["exempt_work"] == date(2015, 1, 1)


def test_a_member_kept_after_leaving_the_committee_is_asked_about_once(made):
    membership = made.ward.persons["plain"].memberships.get(kind="official", superseded_at=None)
    org.end_membership(membership, on=DAY, **act(made))
    assert unseen(made) == [said(made, "plain", "moved_out")]
    take(made, "keep")
    assert unseen(made) == []
    assert unseen(made, on=date(2017, 12, 1)) == []


def test_who_moves_there_back_and_there_again_is_seen_each_time(made):
    plain, (one, two) = made.ward.persons["plain"], made.ward.cells
    for on, to in ((DAY, two), (date(2017, 11, 21), one), (NEXT, two)):
        org.move_membership(plain, to, on=on, **act(made))
        [change] = queries.unseen_changes(made.season, on=on)
        assert (change.kind, change.happened_on, change.to_unit) == ("moved_out", on, to)
        commands.record_change(made.season, change=change, way_out=commands.WayOut("follow", "Giấy"), **act(made))
    assert queries.subject_of(made.season, plain).unit == two


def test_the_questions_do_not_grow_with_the_members(made, django_assert_num_queries):
    assert unseen(made) == []
    with CaptureQueriesContext(connection) as before:
        assert unseen(made) == []
    for number in range(3):
        org.register_person(
            f"Lý Văn Quý {number}", cell=made.ward.cells[0], from_on=DAY, admitted_on=date(2001, 2, 3),
            official_on=date(2002, 2, 3), **act(made),
        )  # fmt: skip
        take(made, "add")
    # A change taken up is remembered in the same one question.
    with django_assert_num_queries(len(before)):
        assert unseen(made) == []
