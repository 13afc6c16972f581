"""The subjects of a season: who is reviewed and graded, where, and who is not and why."""

from collections.abc import Sequence

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.cycles import access, queries
from kiemdiem.cycles.models import RegisterChange, Season, SeasonSubject
from kiemdiem.cycles.pages import frame
from kiemdiem.web import lists, replies
from kiemdiem.web.shapes import Column, Crumb, Tab, Table, TableCell


@login_required
@require_safe
def subjects(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever holds a role over units of the season; it lists the subjects of those units."""
    season = queries.season(key)
    at, day = frame.moment_in(season), frame.today_in(season)
    access.must_see(request.user, season=season, at=at)
    scope = access.must_see_people(request.user, at=at)
    kinds = dict(SeasonSubject.Kind.choices)
    chosen = request.GET.get("loai", "")
    chosen = chosen if chosen in kinds else "member"
    found = [s for s in queries.subjects_of(season, kind=chosen) if s.unit_id in scope]
    part = lists.listed(request, found, name=lambda subject: subject.name, loai=chosen)
    names = dict(season.units.values_list("unit_id", "name"))
    here = reverse("cycles:subjects", args=[key])
    seen = request.user if access.may(request.user, act="cycles.record_change", unit=season.unit, at=at) else None
    return replies.show(
        request,
        "cycles/subjects.html",
        frame=frame.frame_of(season),
        season=season,
        tabs=[Tab(label, f"{here}?loai={kind}", current=kind == chosen) for kind, label in kinds.items()],
        part=part,
        table=listed(part.lines, caption=f"{kinds[chosen]} ({part.total})", names=names),
        unseen=queries.unseen_changes(season, on=day) if seen and season.state == season.State.OPEN else [],
        may_record=seen is not None and season.state == season.State.OPEN,
        changes=changes_of(season, scope=scope),
        crumbs=frame.way_to(season, Crumb("Danh sách")),
    )


def changes_of(season: Season, *, scope: frozenset[int]) -> list[RegisterChange]:
    """The changes taken into the season, of the people and cells of these units."""
    people = {s.person_id for s in queries.subjects_of(season, kind="member") if s.unit_id in scope}
    found = season.register_changes.select_related("person", "unit")
    return [each for each in found if each.person_id in people or each.unit_id in scope or each.to_unit_id in scope]


def listed(found: Sequence[SeasonSubject], *, caption: str, names: dict[int, str]) -> Table:
    """The subjects with their places."""
    rows = tuple(
        (
            TableCell(subject.name),
            TableCell(names.get(subject.unit_id, "")),
            TableCell("; ".join(names.get(place.unit_id, "") for place in subject.places.all())),
            standing(subject),
        )
        for subject in found
    )
    columns = (Column("Tên"), Column("Đơn vị"), Column("Nơi kiểm điểm"), Column("Diện"))
    return Table(caption, columns, rows)


def standing(subject: SeasonSubject) -> TableCell:
    """How the season takes the subject."""
    if subject.ended_on is not None:
        return TableCell(f"Ra khỏi đợt {subject.ended_on:%d/%m/%Y}", tone="quiet", note=subject.ended_why)
    if not subject.is_graded:
        words = "Kiểm điểm, không xếp loại" if subject.is_reviewed else "Không kiểm điểm, không xếp loại"
        return TableCell(words, tone="quiet", note=subject.why_not)
    return TableCell("Kiểm điểm, xếp loại" if subject.is_reviewed else "Xếp loại", tone="done")
