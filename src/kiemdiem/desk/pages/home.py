"""The first page after signing in: what this account has to do, by when, or why not yet."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.desk import queries
from kiemdiem.files import queries as files
from kiemdiem.org import access
from kiemdiem.web import moment, replies
from kiemdiem.web.shapes import Task, TaskGroup

EVERYBODY = frozenset({"administrator", "officer", "clerk", "secretary", "supervisor", "inspector", "member"})


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Open to whoever signed in; shows the newest season the account has a role in."""
    today = moment.today(None)
    units = access.scope(request.user, EVERYBODY, on=today) or units_of_seasons(request)
    season = cycles.seasons_within(units).first()
    on = frame.today_in(season) if season else today
    return replies.show(
        request,
        "desk/home.html",
        frame=frame.frame_of(season) if season else None,
        season=season,
        groups=groups_of(season, request, on=on) if season else [],
        links=links_of(season, request, on=on) if season else [],
        backup=is_administrator(request, units=units) and files.backup_overdue(moment.moment(None)),
    )


def units_of_seasons(request: HttpRequest) -> frozenset[int]:
    """The units of an account whose roles hold only on the assumed day of a rehearsal."""
    found: set[int] = set()
    for season in Season.objects.exclude(as_of=None):
        found |= access.scope(request.user, EVERYBODY, on=season.as_of)
    return frozenset(found)


def is_administrator(request: HttpRequest, *, units: frozenset[int]) -> bool:
    """Whether the account looks after the installation."""
    return bool(units) and bool(access.scope(request.user, access.ADMINISTRATOR, on=moment.today(None)))


def groups_of(season: Season, request: HttpRequest, *, on: date) -> list[TaskGroup]:
    """The tasks by part of the season, parts with something late first."""
    groups: dict[str, list[Task]] = {}
    for todo in queries.todos_of(season, request.user, on=on):
        state = "waiting" if todo.why else "late" if todo.due_on and todo.due_on < on else "todo"
        url = "" if todo.why or not todo.page else reverse(todo.page, args=todo.about)
        groups.setdefault(todo.part, []).append(Task(todo.title, state, url=url, due_on=todo.due_on, why=todo.why))
    return [TaskGroup(title, tuple(tasks)) for title, tasks in groups.items()]


def links_of(season: Season, request: HttpRequest, *, on: date) -> list[tuple[str, str]]:
    """Where else this account may go in the season."""
    pages = [
        ("Kế hoạch và thời hạn", "cycles:season", frozenset({"officer", "clerk", "secretary", "supervisor"})),
        ("Tiến độ các chi bộ", "desk:board", frozenset({"officer", "clerk", "supervisor", "inspector"})),
        ("Lịch họp", "meetings:meetings", frozenset({"officer", "clerk", "secretary", "supervisor"})),
        ("Kết quả", "grading:results", frozenset({"officer", "clerk", "secretary", "supervisor", "inspector"})),
        ("Quầy nhận hồ sơ", "papers:counter", frozenset({"officer", "clerk"})),
        ("Báo cáo lên cấp trên", "papers:report_up", frozenset({"officer", "clerk"})),
        ("Giấy tờ", "papers:papers", frozenset({"officer", "clerk"})),
    ]
    return [
        (title, reverse(page, args=[season.key]))
        for title, page, roles in pages
        if access.scope(request.user, roles, on=on)
    ]
