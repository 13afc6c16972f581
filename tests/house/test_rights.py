"""Every act on every person of the staged ward can be done by somebody, and by nobody alone on his own file."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

import pytest
from django.apps import apps

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Refused
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.cycles.pages.frame import moment_in
from kiemdiem.grading import commands as grading
from kiemdiem.grading.models import Decision
from kiemdiem.grading.queries import results
from kiemdiem.org import access
from kiemdiem.org.homes import homes_of
from kiemdiem.org.models import Grant, Person, Unit
from tests.house.staged import House

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("staged house")]
SEASON = "hx17-2017"
# The acts of these rooms are refused on one's own file: what the register says of a person, and what is decided.
ON_A_PERSON = ("org.", "grading.")
SEEING = {"org.see_person", "org.see_unit"}


def acts() -> dict[str, frozenset[str]]:
    """Every act of every room with the roles that may do it."""
    rooms = [f"{app.name}.access" for app in apps.get_app_configs() if app.name.startswith("kiemdiem.")]
    found: dict[str, frozenset[str]] = {}
    for room in rooms:
        found |= import_module(room).ACTS if find_spec(room) else {}
    return found


@cache
def keyers(roles: frozenset[str], unit: Unit, day, act: str) -> tuple[Account, ...]:
    """The accounts that may do the act at the unit."""
    return tuple(access.accounts_that_may(roles, unit=unit, on=day, act=act))


def people(season: Season) -> list[Person]:
    """Everybody the season of the ward is about, and whoever else holds a post there."""
    subjects = SeasonSubject.objects.filter(season=season, person__isnull=False).values("person")
    return list(Person.objects.filter(pk__in=subjects).order_by("key"))


def others(person: Person, roles: frozenset[str], *, day, act: str) -> set[Account]:
    """The accounts that may do the act where somebody answers for the person, his own left out."""
    found = {account for unit in homes_of(person, on=day) for account in keyers(roles, unit, day, "")}
    return {account for account in found if not access.is_own_file(account, person)}


def test_for_every_act_on_every_person_somebody_may_do_it(untouched: House):
    keyers.cache_clear()
    season = Season.objects.get(key=SEASON)
    assert not Grant.objects.filter(stands_in_for=None).exclude(acts=[]).exists()
    everybody, day = people(season), season.as_of
    assert len(everybody) > 300
    missing = [
        (act, person.key)
        for act, roles in acts().items()
        for person in everybody
        if not others(person, roles, day=day, act=act)
    ]
    assert missing == []


def test_whoever_keys_his_own_file_has_another_who_may(untouched: House):
    keyers.cache_clear()
    season = Season.objects.get(key=SEASON)
    alone = [
        (act, person.key)
        for act, roles in acts().items()
        if act.startswith(ON_A_PERSON) and roles >= access.OFFICE
        for person in people(season)
        if len(others(person, roles, day=season.as_of, act=act)) < 2
    ]
    assert sorted({act for act, _ in alone}) == []


@pytest.mark.parametrize("username", ["canbotochuc", "vanphong"])
def test_nobody_does_an_act_of_the_register_on_himself_and_another_may(untouched: House, username: str):
    season, own = Season.objects.get(key=SEASON), Account.objects.get(username=username)
    person = people(season)[0]
    names = [act for act, roles in access.ACTS.items() if act not in SEEING and roles >= access.OFFICE]
    before = [act for act in names if access.may_do_on(own, act, person=person, on=season.as_of)]
    Person.objects.filter(pk=person.pk).update(account=own)
    person.refresh_from_db()
    assert len(before) > 20
    assert [act for act in names if access.may_do_on(own, act, person=person, on=season.as_of)] == []
    other = [account for account in Account.objects.all() if account != own]
    for act in before:
        assert any(access.may_do_on(each, act, person=person, on=season.as_of) for each in other), act


def test_a_body_decides_a_list_with_its_own_members_when_another_keys_that_line(untouched: House):
    season, keyer = Season.objects.get(key=SEASON), Account.objects.get(username="vanphong")
    committee = season.units.get(kind="executive_committee").unit
    waiting = [
        result.subject
        for result in results.results_of(SeasonSubject.objects.filter(season=season, kind="member", ended_on=None))
        if result.decision is None and result.verdict is not None and result.verdict.grade
    ]
    seated = [each for each in waiting if each.person.seats.filter(unit=committee).exists()]
    chosen = [grading.Chosen(each, results.result_of(each).verdict.grade) for each in (seated or waiting)]
    assert seated
    Person.objects.filter(pk=chosen[0].subject.person_id).update(account=keyer)
    told = {"body": committee, "decided_on": season.as_of, "document": "02-QĐ/ĐU", "at": moment_in(season)}

    with pytest.raises(Refused, match="về chính mình"):
        grading.decide_grades(season, fresh(chosen), by=keyer, **told)
    grading.decide_grades(season, fresh(chosen), by=Account.objects.get(username="vanphong2"), **told)
    kept = Decision.objects.filter(document="02-QĐ/ĐU").values_list("subject__key", flat=True)
    assert sorted(kept) == sorted(each.subject.key for each in chosen)


def fresh(chosen: list[grading.Chosen]) -> list[grading.Chosen]:
    """The lines with their subjects as they stand now."""
    read = SeasonSubject.objects.select_related("season", "unit", "person")
    return [grading.Chosen(read.get(pk=each.subject.pk), each.grade) for each in chosen]
