"""A change of the register taken into an open season: what it touches, the ways out, and the one chosen."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.core.answer import refuse
from kiemdiem.cycles import access, commands, forms, queries
from kiemdiem.cycles.models import RegisterChange, Season
from kiemdiem.cycles.pages import frame
from kiemdiem.org import queries as org
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb

ACT = "cycles.record_change"
BARRED = "không chọn được: nội dung này đã chốt"
WHAT = {
    "subject": "Danh sách của đợt",
    "place": "Nơi kiểm điểm",
    "step": "Bước kế hoạch",
    "supervisor": "Người phụ trách",
    "roll": "Danh sách dự họp",
    "line": "Phần kiểm điểm",
    "slip": "Dòng trên phiếu",
    "denominator": "Mẫu số bỏ phiếu",
    "verdict": "Kết quả dự kiến",
    "decision": "Quyết định",
    "cap": "Tỷ lệ mức cao nhất",
    "cell_grade": "Mức xếp loại của chi bộ",
    "paper": "Giấy tờ đã lập",
    "dossier": "Hồ sơ đã nhận",
}


@login_required
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Open to the office of the committee. Sent without a way out it shows what the change touches."""
    season = queries.season(key)
    at = frame.moment_in(season)
    access.must_let(request.user, act=ACT, unit=season.unit, at=at)
    asked = forms.ChangeForm.of(request, **choices(season), initial=request.GET.dict())
    meant = meant_by(request, season)
    if meant is not None:
        ways = queries.ways_of(season, meant)
        asked = forms.ChangeForm.of(request, **choices(season), ways=ways, initial=request.GET.dict())
    touched = grouped(queries.effects_of(season, meant), ways=ways) if meant is not None else []

    def record(answers: dict[str, Any]) -> RegisterChange:
        assert meant is not None
        if not answers["way"]:
            raise refuse("Chưa chọn cách xử lý.", todo="Xem nội dung thay đổi động đến, chọn cách xử lý rồi ghi.")
        way_out = commands.WayOut(answers["way"], answers["reason"], answers["document"])
        return commands.record_change(season, change=meant, way_out=way_out, by=request.user, at=at)

    if asked.carry_out(record):
        return redirect("cycles:subjects", key)
    return replies.show(
        request, "cycles/act.html", form=asked, frame=frame.frame_of(season), title="Thay đổi trong đợt",
        button="Ghi thay đổi", touched=touched, back=reverse("cycles:subjects", args=[key]),
        hint="Nội dung đã chốt, đã ký không bị sửa; mỗi mục có cách xử lý riêng ở trang của nó.",
        crumbs=frame.way_to(season, Crumb("Thay đổi trong đợt")),
    )  # fmt: skip


@dataclass
class Group:
    """Things of one kind that a change touches: what they are, whether they are locked, what each way does to them."""

    title: str
    is_locked: bool
    ways: tuple[tuple[str, str], ...]
    titles: list[str]


def grouped(touched: list[queries.Touched], *, ways: tuple[tuple[str, str], ...]) -> list[Group]:
    """The things a change touches, those of one kind together, locked ones first, with what each way out means."""
    found: dict[object, Group] = {}
    for each in touched:
        told = dict(each.ways_out)
        # What is not locked goes along with whichever way is taken; a locked thing bars the ways it does not name.
        means = tuple(
            (label, told.get(word, BARRED if each.is_locked else label))
            for word, label in ways
            if word in told or each.is_locked
        )
        key = (each.what, each.is_locked, means)
        found.setdefault(key, Group(WHAT[each.what], each.is_locked, means, [])).titles.append(each.title)
    return sorted(found.values(), key=lambda group: not group.is_locked)


def choices(season: Season) -> dict[str, Any]:
    """The people and cells to choose from: those of the season and those now on the register."""
    day = frame.today_in(season)
    people = {state.person.key: state.person for state in org.member_states(season.unit, on=day)}
    people |= {s.person.key: s.person for s in queries.subjects_of(season, kind="member") if s.person}
    ordered = sorted(people.values(), key=lambda person: (person.sort_key, person.key))
    cells = {cell.unit.key: cell.name for cell in queries.cells_of(season)}
    # A cell formed in the meantime is none of the season yet, but somebody may have gone there.
    now = {period.unit.key: period.name for period in org.units_under(season.unit, on=day, kind="cell")}
    return {
        "people": [(person.key, person.full_name) for person in ordered],
        "units": list({**cells, **now}.items()),
    }


def meant_by(request: HttpRequest, season: Season) -> queries.Change | None:
    """The change the answers mean, once they are whole."""
    form = forms.ChangeForm(request.POST or request.GET or None, **choices(season), ways=every_way())
    if not form.is_valid():
        return None
    answers = form.cleaned_data
    return queries.Change(
        kind=answers["kind"],
        happened_on=answers["happened_on"],
        person=org.person(answers["person_key"]) if answers["person_key"] else None,
        unit=org.unit(answers["unit_key"]) if answers["unit_key"] else None,
        to_unit=org.unit(answers["to_unit_key"]) if answers["to_unit_key"] else None,
    )


def every_way() -> list[tuple[str, str]]:
    """Every word for a way out, for reading the answers before it is known which of them are allowed."""
    return list(queries.WORDS.items())
