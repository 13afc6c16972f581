"""A settled season under another rulebook: how many results would change, whose, and by which rows."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.core.answer import refuse
from kiemdiem.core.judge import simulation as core
from kiemdiem.core.law.telling import words
from kiemdiem.core.reasons import OUTCOMES
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access
from kiemdiem.grading.pages import comparing, shown
from kiemdiem.grading.queries import simulating
from kiemdiem.web import lists, replies
from kiemdiem.web.shapes import Column, Crumb, Tab, Table, TableCell

ACT = "grading.simulate"
TITLE = "Thử bộ quy tắc khác"
BOOK, KIND = "bo", "loai"
AT_ONCE = 25
MOST_GROUNDS = 12
DIRECTIONS = {core.RAISED: "lên mức", core.LOWERED: "xuống mức", core.OTHERWISE: "khác"}


@login_required
@require_safe
def simulation(request: HttpRequest, key: str) -> HttpResponse:
    """Open to the officer of the committee, once everything is decided: nobody is to be swayed by it."""
    season = cycles.season(key)
    day = frame.today_in(season)
    access.must_do(request.user, ACT, season=season, subject=None, on=day)
    if not simulating.is_settled(season):
        raise refuse(
            "Chưa thử được bộ quy tắc khác cho đợt này: còn kết quả chưa quyết định.",
            todo="Thử sau khi mọi kết quả đã được quyết định hoặc đợt đã khép.",
        )
    found = [one for one in comparing.offered_to(request.user, on=day) if one.key != f"dot@{season.key}"]
    chosen = request.GET.get(BOOK, "")
    context = {
        "title": TITLE, "offered": found, "chosen": chosen, "season": season, "frame": frame.frame_of(season),
        "crumbs": shown.way_to(season, Crumb(TITLE)),
    }  # fmt: skip
    if not chosen:
        return replies.show(request, "grading/simulation.html", **context)
    under = comparing.chosen(found, chosen)
    tried = simulating.simulation(season, under=under.rulebook)
    wanted = request.GET.get(KIND, "")
    kind = wanted if wanted in tried.judged else next(iter(tried.judged), "")
    return replies.show(
        request, "grading/simulation.html", under=under, tried=tried, kind_word=kind_word(kind),
        judged=tried.judged.get(kind, 0), changed=sum(case.kind == kind for case in tried.cases),
        tabs=tabs(tried, kind, chosen=chosen), moves=moves(tried, kind), grounds=grounds(tried, kind),
        unknown=tried.unknown.get(kind, ()), unjudged=[kind_word(each) for each in tried.unjudged],
        listed=cases(request, season, tried, kind=kind, chosen=chosen), **context,
    )  # fmt: skip


def kind_word(kind: str) -> str:
    """What a kind of subject is called."""
    return words.SUBJECTS.get(kind, kind)


def tabs(tried: core.Simulation, kind: str, *, chosen: str) -> list[Tab]:
    """The kinds of subject with how many results change."""
    return [
        Tab(
            kind_word(each).capitalize(),
            f"?{BOOK}={chosen}&{KIND}={each}",
            current=each == kind,
            count=sum(case.kind == each for case in tried.cases),
        )
        for each in tried.judged
    ]


def word_of(result: str) -> str:
    """A grade by its name, or why there is none."""
    return OUTCOMES.get(result, result)


def moves(tried: core.Simulation, kind: str) -> Table:
    """How many went from what to what."""
    columns = (Column("Theo bộ của đợt"), Column("Theo bộ đang thử"), Column("Số trường hợp", is_number=True))
    rows = tuple(
        (TableCell(word_of(first)), TableCell(word_of(second)), TableCell(str(count)))
        for first, second, count in tried.moves(kind)
    )
    return Table("Thay đổi mức", columns, rows)


def grounds(tried: core.Simulation, kind: str) -> Table:
    """By which conditions how many changed; rare ones are left to the single cases."""
    columns = (Column("Điều kiện, tỷ lệ"), Column("Của"), Column("Mã yêu cầu"), Column("Số trường hợp", is_number=True))
    rows = tuple(
        (
            TableCell(f"{ground.text} ({ground.clause})"),
            TableCell("bộ đang thử" if ground.is_of_second else "bộ của đợt"),
            TableCell(", ".join(ground.rows) or "–"),
            TableCell(str(count)),
        )
        for ground, count in tried.grounds(kind)[:MOST_GROUNDS]
    )
    return Table("Thay đổi theo điều kiện nào, nhiều nhất trước", columns, rows)


def cases(
    request: HttpRequest, season: Season, tried: core.Simulation, *, kind: str, chosen: str
) -> lists.Listed[dict[str, object]]:
    """Whose result changes, unit by unit and by name: an order in which nobody stands before another."""
    subjects = {one.key: one for one in cycles.subjects_of(season, kind=kind).select_related("unit")}
    names = {unit.unit_id: unit.name for unit in season.units.all()}
    found = [
        {
            "name": subjects[case.subject].name,
            "unit": names.get(subjects[case.subject].unit_id, ""),
            "url": reverse("grading:result", args=[season.key, case.subject]),
            "before": word_of(case.before),
            "after": word_of(case.after),
            "direction": DIRECTIONS[case.direction],
            "grounds": [f"{ground.text} ({ground.clause})" for ground in case.grounds],
        }
        for case in tried.cases
        if case.kind == kind and case.subject in subjects
    ]
    found.sort(key=lambda one: str(one["unit"]))
    kept = {BOOK: chosen, KIND: kind}
    return lists.listed(request, found, name=lambda one: f"{one['name']} {one['unit']}", at_once=AT_ONCE, **kept)
