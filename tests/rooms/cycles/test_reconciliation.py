"""Đối chiếu đảng viên over random seasons: whoever stood on the register on any day is in exactly one place."""

from contextlib import contextmanager, suppress
from datetime import date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kiemdiem.core.answer import Refused
from kiemdiem.cycles import commands, queries
from kiemdiem.cycles.queries import Ended, Standing
from kiemdiem.org import commands as org
from kiemdiem.org import queries as register
from tests.rooms.cycles import make
from tests.rooms.org.make import ZONE

pytestmark = pytest.mark.django_db
FIRST = date(2017, 11, 17)
LEAVING = ("moved", "struck_off", "expelled", "left", "died")
NUMBER = st.integers(min_value=0, max_value=9)


class Ward:
    """A ward whose register changes day by day while its season is open."""

    def __init__(self, made):
        self.made, self.day, self.minute = made, FIRST, 0
        self.people = [person for name, person in made.ward.persons.items() if name != "guest"]
        self.cells = list(made.ward.cells)

    def act(self):
        """By the officer, a minute later."""
        self.minute += 1
        at = datetime(self.day.year, self.day.month, self.day.day, 8, 0, tzinfo=ZONE) + timedelta(minutes=self.minute)
        return {"by": self.made.ward.officer, "at": at}

    def person(self, number):
        return self.people[number % len(self.people)]

    def cell(self, number):
        return self.cells[number % len(self.cells)]

    def join(self, who, where):
        """Somebody comes from elsewhere; or, for an odd number, is newly admitted."""
        admitted = self.day if who % 2 else date(2001, 2, 3)
        official = None if who % 2 else date(2002, 2, 3)
        self.people.append(
            org.register_person(
                "Lý Văn Quý",
                cell=self.cell(where),
                from_on=self.day,
                admitted_on=admitted,
                official_on=official,
                **self.act(),
            )
        )

    def leave(self, who, how):
        kind = LEAVING[how % len(LEAVING)]
        if kind == "died":
            org.record_death(self.person(who), on=self.day, **self.act())
        else:
            org.record_departure(self.person(who), kind=kind, on=self.day, **self.act())

    def come_back(self, who, where):
        org.start_membership(self.person(who), self.cell(where), kind="official", from_on=self.day, **self.act())

    def move(self, who, where):
        org.move_membership(self.person(who), self.cell(where), on=self.day, **self.act())

    def turn_official(self, who, _):
        org.make_official(self.person(who), on=self.day, **self.act())

    def suspend(self, who, _):
        org.suspend(self.person(who), from_on=self.day, **self.act())

    def exempt(self, who, _):
        org.exempt(self.person(who), from_on=self.day, **self.act())

    def give_post(self, who, _):
        org.give_seat(
            self.person(who), self.made.ward.peoples_committee, post="vice_chair", from_on=self.day, **self.act()
        )

    def end_post(self, who, which):
        seats = list(register.seats_of(self.person(who), on=self.day))
        if seats:
            org.end_seat(seats[which % len(seats)], on=self.day, **self.act())

    def divide(self, who, where):
        values = {"name": f"Chi bộ mới {len(self.cells)}", "people": [self.person(who)], "reason": "Nghị quyết"}
        self.cells.append(org.split_unit(self.cell(where), on=self.day, **values, **self.act()))

    def merge(self, one, two):
        org.merge_units([self.cell(one)], into=self.cell(two), on=self.day, reason="Nghị quyết", **self.act())

    def take_up(self, choice, _):
        """Every change the season has not seen is recorded, by one of its ways out."""
        for _ in range(4):
            for change in queries.unseen_changes(self.made.season, on=self.day):
                ways = queries.ways_of(self.made.season, change)
                way_out = commands.WayOut(ways[choice % len(ways)][0], "Theo thông báo")
                commands.record_change(self.made.season, change=change, way_out=way_out, **self.act())

    def lines(self, graded):
        """The reconciliation of the day; of those who wait for a grade, some have one by now."""
        known = dict(queries.standings_known(self.made.season, on=self.day))
        for key in sorted(known)[: graded * 2]:
            known[key] = Standing(Ended.GRADED)
        return queries.reconciliation(self.made.season, on=self.day, standings=known)

    def ever(self):
        """The people on the register of any day since the opening, asked day by day."""
        days = (make.REGISTER_ON + timedelta(days=n) for n in range((self.day - make.REGISTER_ON).days + 1))
        return {
            m.person.full_name + m.person.key for day in days for m in register.register(self.made.ward.body, on=day)
        }


EVENTS = (
    "join", "leave", "come_back", "move", "turn_official", "suspend", "exempt", "give_post", "end_post", "divide",
    "merge", "take_up",
)  # fmt: skip
SEASONS = st.lists(st.tuples(st.sampled_from(EVENTS), NUMBER, NUMBER, st.integers(0, 2)), max_size=14)


@contextmanager
def taken_back():
    """Whatever happens inside never happened."""
    point = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)


def played(made, events, *, choice):
    """The ward after the events; what the commands refuse does not happen. The season takes up whatever is left."""
    ward = Ward(made)
    for name, one, two, days in events:
        ward.day += timedelta(days=days)
        with suppress(Refused):
            getattr(ward, name)(one, two)
    ward.take_up(choice, 0)
    return ward


def test_everybody_on_the_register_is_in_exactly_one_place():
    made = make.opened()

    @settings(
        max_examples=15, deadline=None, phases=(Phase.explicit, Phase.generate), suppress_health_check=list(HealthCheck)
    )
    @given(events=SEASONS, choice=NUMBER, graded=NUMBER)
    def check(events, choice, graded):
        with taken_back():
            ward = played(made, events, choice=choice)
            assert queries.unseen_changes(made.season, on=ward.day) == []
            lines = ward.lines(graded)
            assert [line.person.full_name for line in lines if not line.is_settled] == []
            assert sorted(line.person.full_name + line.person.key for line in lines) == sorted(ward.ever())
            assert all(told(line.standing) for line in lines)

    check()


def told(standing):
    """Whether the place says what the reader needs: why, where next, when."""
    return {
        Ended.GRADED: True,
        Ended.NOT_GRADED: bool(standing.why),
        Ended.PENDING: bool(standing.where),
        Ended.LEFT: bool(standing.why and standing.on),
    }[standing.ended]


def test_who_came_and_left_unseen_is_accounted_for():
    ward = Ward(make.opened())
    ward.join(0, 0)
    ward.day += timedelta(days=1)
    org.record_departure(ward.people[-1], kind="moved", on=ward.day, to_text="Đảng bộ phường khác", **ward.act())
    line = next(line for line in ward.lines(0) if line.person == ward.people[-1])
    assert line.standing == Standing(Ended.LEFT, why="Chuyển đi: Đảng bộ phường khác", on=ward.day)
