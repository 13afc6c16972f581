"""Every address of the staged house opened by everybody: nothing breaks, and nobody is let in where he has no task."""

import pytest
from django.urls import resolve

from kiemdiem.org.models import Grant, Person, Unit
from tests.house.cast import CAST, NOBODY, SEASONS_BESIDE
from tests.house.places import LEADING, explored
from tests.house.staged import House
from tests.house.walking import Kind, Reader, addresses, keyless, kind_of, name_of

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("staged house")]
ANSWERS = {200, 302, 403, 404, 405}
# Open without an account, or to a teller by his secret number.
OPEN = {"web:text_size", "accounts:sign_in", "accounts:sign_out", "ballots:enter_pin"}
# What a book of rules says, and the act it is made from, is no secret of a committee.
PUBLIC = {
    "rulebooks:book", "rulebooks:chapter", "rulebooks:find", "rulebooks:act", "rulebooks:act_file",
    "grading:difference", "papers:difference_file",
}  # fmt: skip
WAYS_IN = ("/dang-nhap/", "/kiem-phieu/")
BAD_QUERIES = ("", "x" * 5000, "-1", "999999999999999999999", "31/02/2017", "\x00", "%", "' OR 1=1 --", "ơ̛̛")


@pytest.fixture(scope="module")
def pages(house: House) -> dict[Kind, dict[str, Reader]]:
    """Every kind of page by the walkers who were shown it."""
    return house.found.get("pages") or house.found.setdefault("pages", explored(house.clients))


@pytest.fixture(scope="module")
def places(pages) -> list[str]:
    """Addresses of every kind of page, one of the ward and one of the other, and of everything that is sent."""
    found = [shown.address for by in pages.values() for name, shown in by.items() if name == "x-canbo"]
    found += [next(iter(by.values())).address for by in pages.values()]
    found += [form.action for by in pages.values() for shown in by.values() for form in shown.forms]
    first: dict[tuple[Kind, bool], str] = {}
    for address in found:
        first.setdefault((kind_of(address), "x-" in address), address)
    return list(first.values())


def test_every_page_is_walked(places):
    """No key is made up: what nobody is led to is no page of this house, and its state is to be staged."""
    assert sorted({name for name, _ in addresses()} - {name_of(address) for address in places}) == []


@pytest.mark.parametrize("walker", [walker.username for walker in CAST])
def test_every_page_opens_or_is_refused(untouched: House, places, walker: str):
    answered = [(address, untouched.clients[walker].get(address).status_code) for address in places]
    assert [found for found in answered if found[1] not in ANSWERS] == []


def test_nobody_is_let_in_without_an_account(untouched: House, places):
    closed = [address for address in places if name_of(address) not in OPEN]
    answered = [(address, untouched.clients[NOBODY].get(address)) for address in closed]
    assert [(address, a.status_code) for address, a in answered if not a.get("Location", "").startswith(WAYS_IN)] == []


def test_another_wards_officer_opens_nothing_of_this_ward(untouched: House, pages):
    own = set(keyless())
    theirs = {s.address for by in pages.values() for name, s in by.items() if name not in ("x-canbo", NOBODY)}
    keyed = [a for a in theirs if a not in own and "x-" not in a and name_of(a) not in OPEN | PUBLIC and is_of_ward(a)]
    opened = [address for address in sorted(keyed) if untouched.clients["x-canbo"].get(address).status_code == 200]
    assert (len(keyed) > 100, opened) == (True, [])


def is_of_ward(address: str) -> bool:
    """Whether the address names something of the demonstration's ward, and no season or meeting of the other."""
    return not set(SEASONS_BESIDE) & set(resolve(address.split("?")[0]).kwargs.values())


@pytest.mark.parametrize("walker", ["dangvien.khac", "bithu.khac", "khach"])
def test_a_member_of_another_cell_opens_nothing_of_a_cell(untouched: House, pages, walker: str):
    cell = Grant.objects.get(account__username="bithu").unit
    people = Person.objects.filter(memberships__unit=cell).exclude(memberships__unit__in=elsewhere(cell))
    keys = {cell.key, *people.values_list("key", flat=True)}
    theirs = {shown.address for by in pages.values() if "bithu" in by for shown in [by["bithu"]]}
    closed = [address for address in sorted(theirs) if keys & set(resolve(address.split("?")[0]).kwargs.values())]
    opened = [address for address in closed if untouched.clients[walker].get(address).status_code == 200]
    assert (len(closed) > 10, opened) == (True, [])


def elsewhere(cell: Unit) -> list[Unit]:
    """The other cells in which somebody of the cast has a task."""
    return list(Unit.objects.filter(grants__account__username="bithu.khac").exclude(pk=cell.pk))


@pytest.mark.parametrize("walker", LEADING)
def test_every_link_that_is_shown_may_be_followed(untouched: House, pages, walker: str):
    links: dict[Kind, str] = {}
    for by in pages.values():
        for link in by[walker].links if walker in by else ():
            links.setdefault(kind_of(link), link)
    followed = {link: untouched.clients[walker].get(link).status_code for link in links.values() if link[0] == "/"}
    assert {link: status for link, status in followed.items() if status >= 400} == {}


@pytest.mark.parametrize("walker", ["canbotochuc", "khach"])
def test_odd_questions_in_an_address_break_nothing(untouched: House, pages, walker: str):
    asked = [form for by in pages.values() for shown in by.values() for form in shown.forms if form.method == "get"]
    links = [link for by in pages.values() for shown in by.values() for link in shown.links if "?" in link]
    names = {(kind_of(form.action), name): form.action for form in asked for name in form.questions}
    for link in links:
        bare, _, query = link.partition("?")
        names |= {(kind_of(bare), each.split("=")[0]): bare for each in query.split("&")}
    answered = [
        (bare, name, odd[:20], untouched.clients[walker].get(bare, {name: odd}).status_code)
        for (_, name), bare in names.items()
        for odd in BAD_QUERIES
    ]
    assert [found for found in answered if found[-1] not in ANSWERS | {400, 422}] == []
