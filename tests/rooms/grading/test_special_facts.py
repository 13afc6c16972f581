"""Facts of the special cases from the register: leave, stays, transfers, posts, new units, places of offence."""

from datetime import date

import pytest

from kiemdiem.core.law.sections import sources
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.grading.queries import before, bodies, people, posts, results, stays
from kiemdiem.grading.queries.asked import asked
from kiemdiem.grading.queries.facts import rows_of
from kiemdiem.org import commands
from kiemdiem.org.models import UnitSuccession
from tests.rooms.cycles import make as seasons
from tests.rooms.grading import make as grading

pytestmark = pytest.mark.django_db
DAY = date(2017, 12, 1)


@pytest.fixture
def made():
    return seasons.opened(seasons.passed(seasons.drafted()))


@pytest.fixture
def act(made):
    return {"by": made.ward.officer, "at": made.at}


def question(made, *names):
    """Those members asked about, each on the day of his cell's meeting."""
    found = [cycles.subject_of(made.season, made.ward.persons[name]) for name in names]
    return asked(made.season, found, on=DAY, issued_on=date(2017, 11, 16))


def cells(made):
    """Both cells asked about, the first meeting on 01/12."""
    found = [cycles.subject_of_unit(made.season, unit, kind="cell") for unit in made.ward.cells]
    return asked(made.season, found, on=DAY, issued_on=date(2017, 11, 16))


def leave_of(made, measure, *names, leaves=("sick",)):
    record = sources.FromLeave(kind="leave", leaves=leaves, measure=measure)
    return list(stays.leave(record, question(made, *names)).values())


def test_leave_of_the_year_is_counted_once_in_each_measure(made, act):
    plain = made.ward.persons["plain"]
    spans = [("2016-12-01", "2017-01-11"), ("2017-03-01", "2017-04-01"), ("2017-03-20", "2017-04-10")]
    for first, last in spans:
        days = {"from_on": date.fromisoformat(first), "until_on": date.fromisoformat(last)}
        commands.record_leave(plain, kind="sick", **days, **act)
    commands.record_leave(plain, kind="maternity", from_on=date(2017, 5, 1), until_on=date(2017, 5, 4), **act)

    assert leave_of(made, "calendar_days", "plain", "chair") == [10 + 40, 0]
    assert leave_of(made, "full_months", "plain") == [1]
    assert leave_of(made, "working_days", "plain") == [6 + 27]  # the feast of the Hùng kings fell on 06/04
    assert leave_of(made, "calendar_days", "plain", leaves=("maternity",)) == [3]


def test_a_leave_not_ended_runs_to_the_day_of_the_meeting(made, act):
    commands.record_leave(made.ward.persons["plain"], kind="sick", from_on=date(2017, 11, 22), **act)

    assert leave_of(made, "calendar_days", "plain") == [10]


def test_a_member_takes_part_in_the_cell_of_record_or_for_a_time_elsewhere(made, act):
    second = made.ward.cells[1]
    commands.start_membership(made.ward.persons["plain"], second, kind="temporary", from_on=date(2017, 10, 1), **act)
    commands.move_membership(made.ward.persons["chair"], second, on=date(2017, 11, 10), **act)
    who = ("plain", "chair", "teacher")

    def of(**record):
        return list(
            stays.takes_part(sources.FromParticipation(kind="takes_part", **record), question(made, *who)).values()
        )

    assert of(membership="official") == [True, False, True]
    assert of(membership="temporary", elsewhere=True) == [True, False, False]
    assert of(membership="official", elsewhere=True) == [False, True, False]


@pytest.mark.parametrize(("in_year", "months"), [(False, 89), (True, 9)])
def test_months_in_the_former_cell_are_whole_and_all_or_of_the_year(made, act, in_year, months):
    first = made.ward.cells[0]
    commands.move_membership(made.ward.persons["teacher"], first, on=date(2017, 10, 1), **act)
    subject = cycles.subject_of(made.season, made.ward.persons["teacher"])
    subject.unit = first
    record = sources.FromFormerCell(kind="former_cell_months", in_year=in_year)
    asking = asked(made.season, [subject], on=DAY, issued_on=DAY)

    found = stays.former_cell_months(record, asking)
    assert list(found.values()) == [months]
    assert list(stays.former_cell_months(record, question(made, "plain")).values()) == [0]


def test_a_post_is_held_since_a_day(made):
    record = sources.FromPost(kind="holds_post", posts=("peoples_committee.chair",))
    months = sources.FromMonths(kind="months_since", day="post", posts=("peoples_committee.chair",))
    asking = question(made, "chair", "plain")

    assert list(posts.holds_post(record, asking).values()) == [True, False]
    assert [months > 12 for months in people.months_since(months, asking).values()] == [True]


def test_a_unit_is_counted_from_its_first_day_and_may_come_of_others(made):
    months = sources.FromMonths(kind="months_since", day="established", until="year_end")
    reorganised = sources.FromSuccession(kind="reorganised", ways=("merged", "split"))
    first, second = made.ward.cells
    UnitSuccession.objects.create(
        predecessor=first,
        successor=second,
        kind="merged",
        happened_on=DAY,
        known_at=made.at,
        known_by=made.ward.officer,
    )

    assert list(people.months_since(months, cells(made)).values()) == [95, 95]
    assert list(bodies.reorganised(reorganised, cells(made)).values()) == [False, True]


def offended_elsewhere(made, act):
    """A member of the first cell, disciplined this year for what he did in the second."""
    commands.record_discipline(
        made.ward.persons["plain"], side="party", measure="warning", from_on=date(2017, 6, 1),
        offence_on=date(2017, 1, 5), offence_unit=made.ward.cells[1], **act,
    )  # fmt: skip


@pytest.mark.parametrize(("counted_at", "found"), [("membership", [2, 0]), ("offence", [1, 1]), ("both", [2, 1])])
def test_an_offence_counts_where_the_member_is_or_where_it_happened(made, act, counted_at, found):
    offended_elsewhere(made, act)
    record = sources.FromMemberDiscipline(kind="disciplined_members", counted_at=counted_at)

    assert list(bodies.disciplined_members(record, cells(made)).values()) == found


def test_an_offence_elsewhere_is_known_of_the_member(made, act):
    offended_elsewhere(made, act)
    record = sources.FromOffenceElsewhere(kind="offence_elsewhere")

    found = people.offence_elsewhere(record, question(made, "plain", "disciplined", "chair"))
    assert list(found.values()) == [True, False, False]


def test_an_outside_grade_is_known_once_it_came_in(made, act):
    commands.record_outside_result(
        made.ward.persons["chair"], year=2017, kind="ccvc", grade="G", known_on=date(2017, 11, 10), **act
    )
    record = sources.FromOutsideKnown(kind="outside_known", result="ccvc")

    assert list(people.outside_known(record, question(made, "chair", "plain")).values()) == [True, False]


@pytest.mark.parametrize(("grade", "differ"), [("TOT", False), ("XS", True)])
def test_results_differ_when_another_place_gave_another_grade(grade, differ):
    scene = grading.counted()
    person = scene.person("secretary")
    commands.record_outside_result(
        person, year=scene.season.year, kind="post_result", grade=grade, known_on=scene.now.date(),
        by=scene.ward.officer, at=scene.at(),
    )  # fmt: skip
    record = sources.FromResultsDiffer(kind="results_differ", outside=("post_result",))
    asking = asked(scene.season, [grading.member(scene, "secretary")], on=scene.now.date(), issued_on=DAY)

    assert list(posts.results_differ(record, asking).values()) == [differ]


def test_the_grade_of_what_one_heads_is_the_one_it_has_in_the_season():
    scene = grading.recognised_cells(top=0, below=1)
    record = sources.FromLed(kind="led_grade", posts=("cell.secretary",))
    head, plain = (grading.member(scene, name) for name in ("standing", "plain"))
    asking = asked(scene.season, [head, plain], on=scene.now.date(), issued_on=DAY)

    assert posts.led_grade(record, asking) == {head.pk: "TOT"}


def test_the_authority_is_the_body_that_manages_the_person_else_the_committee(made, act):
    chair = made.ward.persons["chair"]
    commands.record_managing_body(chair, made.ward.executive_committee, from_on=date(2017, 1, 1), **act)

    assert people.managing_bodies(question(made, "chair", "plain")) == {
        cycles.subject_of(made.season, chair).pk: made.ward.executive_committee.key
    }
    assert rows_of(made.season, [cycles.subject_of(made.season, chair)], kind="member", on=DAY)[0]["cell"] == "cb1"


def test_what_holds_of_a_verdict_is_told_to_the_decision():
    scene = grading.counted()
    grading.commands.judge_cell(scene.season, scene.cell, why="Họp", judged_on=scene.now.date(), **scene.act())

    found = [results.holding(results.result_of(grading.member(scene, name))) for name in ("new", "plain")]
    assert found == [("x.new",), ()]


def test_who_goes_first_is_told_once_nobody_of_them_waits():
    scene = grading.recognised_cells(top=1, below=0)
    whole = SeasonSubject.objects.create(
        season=scene.season, key="db", kind="party_body", unit=scene.ward.body, name="Đảng bộ", sort_key="db",
        is_reviewed=False, is_graded=True,
    )  # fmt: skip
    waiting = SeasonSubject.objects.filter(season=scene.season, kind="cell").exclude(unit=scene.cell)
    told = [before.came_first(whole, on=DAY)]
    waiting.update(is_graded=False, why_not="Không xếp loại")

    assert [before.BELOW_DECIDED in each for each in (*told, before.came_first(whole, on=DAY))] == [False, True]
    assert before.COLLECTIVE_DECIDED in before.came_first(whole, on=DAY)
