"""Where the walks begin: one object in each state, so that what can be done only there is met, too."""

from collections.abc import Iterable, Iterator
from itertools import chain

from django.db.models import Count, Model, QuerySet
from django.test import Client
from django.urls import reverse

from kiemdiem.ballots.models import Round
from kiemdiem.cycles.models import Season, SeasonUnit
from kiemdiem.exchange.models import Upload
from kiemdiem.jobs.models import Job
from kiemdiem.meetings.models import Meeting, ReviewLine
from kiemdiem.reviews.models import SelfReview
from tests.house.cast import BY_NUMBER, NOBODY
from tests.house.walking import Kind, Reader, kind_of, match_of, name_of, read, routes, walk

PLACES = ("party_body", "cell", "executive_committee")
# Those who together are shown every page there is: what one opens, all others try.
LEADING = (
    NOBODY, BY_NUMBER, "bithu", "bithu.khac", "dangvien", "theodoi", "kiemtra", "quantri", "canbotochuc", "vanphong",
    "x-canbo",
)  # fmt: skip


def first_of_each(rows: QuerySet, *fields: str) -> Iterator[Model]:
    """The first row of each state."""
    seen = set()
    for row in rows:
        state = tuple(getattr(row, name) for name in fields)
        if state not in seen:
            seen.add(state)
            yield row


def starts() -> list[str]:
    """The addresses to begin with, besides those that need no key."""
    called = Count("roll")
    meetings = Meeting.objects.annotate(called=called).order_by("-called", "pk").select_related("unit", "season")
    rounds = Round.objects.order_by("pk").select_related("meeting")
    lines = ReviewLine.objects.filter(meeting__state="open").order_by("pk").select_related("meeting", "subject")
    written = SelfReview.objects.order_by("-pk").select_related("season", "person")
    places = SeasonUnit.objects.filter(kind__in=PLACES).order_by("pk").select_related("unit", "season")
    return [
        *(reverse("cycles:season", args=[each.key]) for each in Season.objects.order_by("pk")),
        *(reverse("meetings:meeting", args=[each.key]) for each in first_of_each(meetings, "state", "season_id")),
        *(reverse("ballots:round", args=[each.key]) for each in rounds),
        *(reverse("ballots:scores", args=[each.key]) for each in rounds.filter(state="counting")),
        *(reverse("ballots:count", args=[each.key]) for each in rounds.filter(state="counting")),
        *(reverse("meetings:line", args=[e.meeting.key, e.pk]) for e in first_of_each(lines, "state", "meeting_id")),
        *(reverse("reviews:self_review", args=[e.season.key, e.person.key]) for e in first_of_each(written, "state")),
        *chain.from_iterable(map(of_unit, first_of_each(places, "season_id", "kind"))),
        *(reverse("jobs:job", args=[each.pk]) for each in Job.objects.all()),
        *(reverse("exchange:preview", args=[each.key]) for each in Upload.objects.all()),
    ]


def of_unit(frozen: SeasonUnit) -> Iterable[str]:
    """The pages of one organisation in its season."""
    season, unit = frozen.season.key, frozen.unit.key
    yield reverse("reviews:desk", args=[season, unit])
    yield reverse("grading:unit_results", args=[season, unit])
    yield reverse("papers:counter_unit", args=[season, unit])
    yield reverse("org:unit", args=[unit])
    yield reverse("org:rights", args=[unit])
    yield reverse("exchange:hand_in", args=[unit])
    yield reverse("exchange:template", args=[unit])


def explored(clients: dict[str, Client]) -> dict[Kind, dict[str, Reader]]:
    """What each walker who may was shown of each kind of page: the first of its kind he came to."""
    found: dict[Kind, dict[str, Reader]] = {}
    begun = starts()
    for username in LEADING:
        for address, shown in walk(clients[username], starts=begun, each=1):
            found.setdefault(kind_of(address), {}).setdefault(username, shown)
    for address in filled({shown.address for by in found.values() for shown in by.values()}):
        for username in LEADING:
            shown = read(clients[username], address)
            if shown is not None:
                found.setdefault(kind_of(address), {}).setdefault(username, shown)
    return found


def filled(reached: set[str]) -> list[str]:
    """Addresses of the pages nobody was led to, with keys seen elsewhere: below the same word, or of the same name."""
    seen: dict[tuple[str, str], str] = {}
    for address in sorted(reached):
        match = match_of(address)
        for name, value in match.kwargs.items() if match else ():
            seen.setdefault((address.split("/")[1], name), str(value))
            seen.setdefault(("", name), str(value))
    names, found = {name_of(address) for address in reached}, []
    for name, route in routes():
        if name not in names:
            words = [part if "<" not in part else key_in(part, route.split("/")[0], seen) for part in route.split("/")]
            found.append("/" + "/".join(words))
    return found


def key_in(part: str, below: str, seen: dict[tuple[str, str], str]) -> str:
    """The part of a route with a key in place of its name."""
    name = part.partition("<")[2].partition(">")[0].rpartition(":")[2]
    before, after = part.split("<")[0], part.split(">")[1]
    return before + seen.get((below, name), seen.get(("", name), "1")) + after
