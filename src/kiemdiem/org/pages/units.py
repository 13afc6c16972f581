"""The tree of units this reader may see, on a day."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kiemdiem.org import access, forms, queries, words
from kiemdiem.web import replies
from kiemdiem.web.frame import today_here


@login_required
@require_safe
def units(request: HttpRequest) -> HttpResponse:
    """Open to whoever holds a reading role somewhere; it shows the parts of the tree the role reaches."""
    now = today_here(request)
    scope = access.must_have_scope(request.user, "org.see_unit", on=now)
    asked = forms.AsOfForm(request.GET or None)
    day = asked.day(now)
    text = request.GET.get("q", "")[:100].strip()
    return replies.show(
        request,
        "org/units.html",
        asked=asked,
        day=day,
        text=text,
        found=list(queries.units_named(text, on=day, within=scope)[:50]) if text else [],
        branches=trees(scope, on=day),
        kinds=words.UNIT_KINDS,
    )


def trees(scope: frozenset[int], *, on: date) -> list[dict[str, object]]:
    """The lines of the tree: each with its depth, from the topmost units of the scope down."""
    periods = {period.unit_id: period for period in queries.standing_among(scope, on=on)}
    tops = [period.unit for period in periods.values() if period.parent_id not in periods]
    lines: list[dict[str, object]] = []
    for top in sorted(tops, key=lambda unit: (periods[unit.pk].sort_key, unit.key)):
        add_lines(lines, queries.branch(top, on=on), depth=0)
    return lines


def add_lines(lines: list[dict[str, object]], branch: queries.Branch | None, *, depth: int) -> None:
    """Adds the unit of the branch and all under it."""
    if branch is None:
        return
    kind = words.UNIT_KINDS.get(branch.period.kind, branch.period.kind)
    lines.append({"period": branch.period, "depth": min(depth, 5), "kind": kind})
    for below in branch.branches:
        add_lines(lines, below, depth=depth + 1)
