"""Where the walks begin: one object in each state, so that what can be done only there is met, too."""

from collections.abc import Iterable, Iterator
from itertools import chain

from django.db.models import Count, Model, QuerySet
from django.test import Client
from django.urls import reverse

from kiemdiem.ballots.models import Round
from kiemdiem.cycles.models import EffectiveBook, Season, SeasonUnit
from kiemdiem.exchange.models import Upload
from kiemdiem.grading.models import Decision, ReturnedLine
from kiemdiem.grading.pages.done import WORDS
from kiemdiem.jobs.models import Job
from kiemdiem.journal.models import Entry
from kiemdiem.meetings.models import Meeting, ReviewLine
from kiemdiem.reviews.models import Comment, Rating, Report, SelfReview
from kiemdiem.rulebooks import shelf
from kiemdiem.rulebooks.models import AttachedAct, OwnBook
from tests.house.cast import BY_NUMBER, NOBODY
from tests.house.walking import Kind, Reader, kind_of, walk

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
    stages = list(first_of_each(rounds, "season_id", "ballot_key", "number", "state"))
    lines = ReviewLine.objects.filter(meeting__state="open").order_by("pk").select_related("meeting", "subject")
    places = SeasonUnit.objects.filter(kind__in=PLACES).order_by("pk").select_related("unit", "season")
    return [
        *(reverse("cycles:season", args=[each.key]) for each in Season.objects.order_by("pk")),
        *(
            reverse("grading:readings", args=[each.key])
            for each in Season.objects.exclude(state="draft").order_by("pk")
        ),
        *(reverse("grading:results", args=[each.key]) for each in Season.objects.filter(state="closed")),
        *(reverse("rulebooks:book", args=[each.rulebook]) for each in AttachedAct.objects.all()),
        reverse("grading:difference") + f"?truoc={shelf.first_code()}&sau={shelf.codes()[0]}",
        *(reverse("rulebooks:own_book", args=[each.code]) for each in OwnBook.objects.order_by("pk")),
        *(
            reverse("meetings:meeting", args=[each.key])
            for each in first_of_each(meetings, "state", "entered", "season_id")
        ),
        *(reverse("ballots:round", args=[each.key]) for each in stages),
        *(reverse("ballots:ballots", args=[each.meeting.key]) for each in stages if each.state != "locked"),
        *(reverse("ballots:scores", args=[each.key]) for each in rounds.filter(state="counting")),
        *(reverse("ballots:count", args=[each.key]) for each in rounds.filter(state="counting")),
        *(reverse("meetings:line", args=[e.meeting.key, e.pk]) for e in first_of_each(lines, "state", "meeting_id")),
        *of_papers(),
        *of_results(),
        *chain.from_iterable(map(of_unit, first_of_each(places, "season_id", "kind"))),
        *(reverse("jobs:job", args=[each.pk]) for each in Job.objects.all()),
        *(reverse("exchange:preview", args=[each.key]) for each in Upload.objects.all()),
    ]


def of_papers() -> Iterator[str]:
    """One paper of the preparation in each state; of the reports also each with something out of order."""
    reports = Report.objects.annotate(marked=Count("marks")).order_by("pk").select_related("season", "unit")
    written = SelfReview.objects.order_by("-pk").select_related("season", "person")
    comments = Comment.objects.order_by("pk").select_related("season", "person")
    for report in first_of_each(reports, "kind", "state", "marked"):
        yield reverse("reviews:report", args=[report.season.key, report.unit.key, report.kind])
    for paper in first_of_each(written, "state"):
        yield reverse("reviews:self_review", args=[paper.season.key, paper.person.key])
    for rating in Rating.objects.order_by("pk").select_related("season", "subject__unit")[:1]:
        yield reverse("reviews:rating", args=[rating.season.key, rating.subject.unit.key, rating.key])
    for comment in first_of_each(comments, "kind"):
        yield reverse("reviews:comment", args=[comment.season.key, comment.person.key, comment.kind])


def of_results() -> Iterator[str]:
    """One result returned, one decided here, one decided above; the confirmation of each act; a reading changed."""
    decided = Decision.objects.order_by("pk").select_related("season", "subject")
    for one in (*first_of_each(decided, "from_above"), *ReturnedLine.objects.select_related("season", "subject")):
        yield reverse("grading:result", args=[one.season.key, one.subject.key])
    for entry in first_of_each(Entry.objects.filter(act__in=WORDS).order_by("seq"), "act"):
        yield reverse("grading:done", args=[entry.season, entry.seq])
    for book in EffectiveBook.objects.exclude(scan=None).select_related("season"):
        yield reverse("grading:readings", args=[book.season.key])


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
    return found
