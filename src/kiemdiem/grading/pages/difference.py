"""Two rulebooks side by side: what the second adds, drops, tightens, loosens or only says elsewhere."""

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.core.law.difference import KINDS
from kiemdiem.core.law.telling import changes, words
from kiemdiem.grading.pages import comparing
from kiemdiem.grading.pages.comparing import AFTER, BEFORE
from kiemdiem.web import lists, replies
from kiemdiem.web.frame import today_here
from kiemdiem.web.shapes import Crumb, Figure, Tab

AT_ONCE = 15
TITLE = "So sánh hai bộ quy tắc"
KIND, PART = "loai", "phan"


@login_required
@require_safe
def difference(request: HttpRequest) -> HttpResponse:
    """Open to whoever holds any role; a committee's book and seasons to whoever may read its readings."""
    found = comparing.offered_to(request.user, on=today_here(request))
    keys = [request.GET.get(name, "") for name in (BEFORE, AFTER)]
    context = {"crumbs": [Crumb("Bộ quy tắc", reverse("rulebooks:books")), Crumb(TITLE)], "title": TITLE}
    if not all(keys):
        return replies.show(request, "grading/difference.html", offered=found, keys=keys, **context)
    sides = comparing.compared(*(comparing.chosen(found, key) for key in keys))
    part, kind = wanted(request, sides.told)
    of_part = [one for one in sides.told if one.part == part]
    shown = [one for one in of_part if not kind or one.change.kind == kind]
    kept = {BEFORE: keys[0], AFTER: keys[1], PART: part, KIND: kind}
    return replies.show(
        request, "grading/difference.html", offered=found, keys=keys, sides=sides,
        listed=lists.listed(request, shown, name=searched, at_once=AT_ONCE, **kept),
        figures=[Figure(str(count), name) for name, count in changes.counted(sides.told)],
        parts=part_tabs(sides.told, part, kept=kept), kinds=kind_tabs(of_part, kind, kept=kept),
        file=f"{reverse('papers:difference_file')}?{urlencode({BEFORE: keys[0], AFTER: keys[1]})}", **context,
    )  # fmt: skip


def wanted(request: HttpRequest, told: list[changes.ToldChange]) -> tuple[str, str]:
    """The part and the kind of difference asked for; what matters most to people comes first."""
    there = {one.part for one in told}
    order = ["standards", "quotas", "ballots", *words.PARTS]
    part = request.GET.get(PART, "")
    kind = request.GET.get(KIND, "")
    chosen = part if part in there else next((name for name in order if name in there), "")
    return chosen, kind if kind in KINDS else ""


def part_tabs(told: list[changes.ToldChange], part: str, *, kept: dict[str, str]) -> list[Tab]:
    """The parts of the books with how many differences each has."""
    counts = {name: sum(one.part == name for one in told) for name in words.PARTS}
    return [
        Tab(label, address({**kept, PART: name, KIND: ""}), current=name == part, count=counts[name])
        for name, label in words.PARTS.items()
        if counts[name]
    ]


def kind_tabs(told: list[changes.ToldChange], kind: str, *, kept: dict[str, str]) -> list[Tab]:
    """The kinds of difference in one part, all of them first."""
    counts = {name: sum(one.change.kind == name for one in told) for name in KINDS}
    every = Tab("Tất cả", address({**kept, KIND: ""}), current=not kind, count=len(told))
    return [every] + [
        Tab(changes.NAMES[name], address({**kept, KIND: name}), current=name == kind, count=counts[name])
        for name in KINDS
        if counts[name]
    ]


def address(kept: dict[str, str]) -> str:
    """The page with another choice."""
    return f"?{urlencode({name: value for name, value in kept.items() if value})}"


def searched(one: changes.ToldChange) -> str:
    """Everything of a difference a person may search for."""
    return f"{one.name} {one.kind} {one.before or ''} {one.after or ''}"
