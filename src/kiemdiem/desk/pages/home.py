"""The first page after signing in: what this account has to do, by when, or why not yet, and what comes next."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.cycles.pages import frame
from kiemdiem.desk import queries
from kiemdiem.desk.pages import own
from kiemdiem.files import queries as files
from kiemdiem.grading import queries as grading
from kiemdiem.org import access, tree, words
from kiemdiem.org.models import Grant
from kiemdiem.web import moment, phrases, replies
from kiemdiem.web.frame import frame_here, today_here
from kiemdiem.web.shapes import Task, TaskGroup

MOST = 8
ASK = "Liên hệ cán bộ tổ chức để được giao việc."


@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Open to whoever signed in; shows the season the account is busy with."""
    today = today_here(request)
    units = units_of(request.user, on=today) or units_of_seasons(request.user)
    season = cycles.season_at_hand(units)
    on = frame.today_in(season) if season else today
    return replies.show(
        request,
        "desk/home.html",
        frame=frame.frame_of(season) if season else frame_here(request),
        season=season,
        groups=groups_of(season, request, on=on) if season else [],
        next_words=next_words(season, units, on=on) if season else ASK,
        links=links_of(season, request, on=on) if season else [],
        mine=own.mine(season, request.user) if season else None,
        stand_ins=[stand_in_words(grant, request.user) for grant in queries.stand_ins(request.user, on=on)],
        inspects=bool(season and access.scope(request.user, {"inspector"}, on=on)),
        backup=is_administrator(request, units=units) and files.backup_overdue(moment.moment(None)),
    )


def units_of(account: Account, *, on: date) -> frozenset[int]:
    """The units of every role of the account, those held for named acts included."""
    roots = access.granted(on).filter(account=account).values_list("unit_id", flat=True)
    return frozenset(tree.answered_for(set(roots), on=on)) if account.is_active else frozenset()


def units_of_seasons(account: Account) -> frozenset[int]:
    """The units of an account whose roles hold only on the assumed day of a rehearsal."""
    found: set[int] = set()
    for season in Season.objects.exclude(as_of=None):
        found |= units_of(account, on=season.as_of)
    return frozenset(found)


def is_administrator(request: HttpRequest, *, units: frozenset[int]) -> bool:
    """Whether the account looks after the installation."""
    return bool(units) and bool(access.scope(request.user, access.ADMINISTRATOR, on=today_here(request)))


def groups_of(season: Season, request: HttpRequest, *, on: date) -> list[TaskGroup]:
    """The tasks by part of the season, parts with something late first."""
    groups: dict[str, list[Task]] = {}
    for todo in queries.todos_of(season, request.user, on=on):
        state = "waiting" if todo.why else "late" if todo.due_on and todo.due_on < on else "todo"
        url = "" if todo.why or not todo.page else reverse(todo.page, args=todo.about)
        groups.setdefault(todo.part, []).append(Task(todo.title, state, url=url, due_on=todo.due_on, why=todo.why))
    shown = None if request.GET.get("tat-ca") else MOST
    return [TaskGroup(title, shortened(tasks, most=shown)) for title, tasks in groups.items()]


def shortened(tasks: list[Task], *, most: int | None) -> tuple[Task, ...]:
    """The first tasks, and one that leads to the rest; all of them for no limit, or when only one is left over."""
    if most is None or len(tasks) <= most + 1:
        return tuple(tasks)
    last = max((task.due_on for task in tasks[most:] if task.due_on), default=None)
    until = f", đến {phrases.day(last)}" if last else ""
    rest = Task(f"Xem thêm {len(tasks) - most} việc{until}", "todo", url=f"{reverse('desk:home')}?tat-ca=1")
    return (*tasks[:most], rest)


def next_words(season: Season, units: frozenset[int], *, on: date) -> str:
    """What comes next and when, in one sentence; who to ask when the plan has nothing ahead."""
    if season.state == Season.State.DRAFT:
        return "Kế hoạch đang được chuẩn bị; việc hiện ra khi đợt kiểm điểm được mở."
    ahead = queries.coming(season, units, on=on)
    if not ahead:
        return "Kế hoạch không còn bước nào phía trước."
    steps = (f"{step.title}{f' – {step.unit_name}' if step.unit_name else ''}" for step in ahead)
    days = (phrases.day(step.from_on) for step in ahead)
    return "Việc tiếp theo: " + "; ".join(f"{what}, ngày {day}" for what, day in zip(steps, days, strict=True)) + "."


def stand_in_words(grant: Grant, account: Account) -> tuple[str, str, str]:
    """A function handed over, in the words of whoever reads it, with its acts and where it is taken back."""
    role = words.ROLES[grant.role]
    name = access.name_of(grant.unit, on=grant.from_on)
    days = f"từ {phrases.day(grant.from_on)} đến trước {phrases.day(grant.until_on)}"
    acts = queries.named_acts(grant)
    if grant.account_id == account.pk:
        return f"Đồng chí làm thay {grant.stands_in_for} ({role}, {name}) {days}.", acts, ""
    back = reverse("desk:end_stand_in", args=[grant.unit.key, grant.pk])
    return f"{grant.account} làm thay đồng chí ({role}, {name}) {days}.", acts, back


def links_of(season: Season, request: HttpRequest, *, on: date) -> list[tuple[str, str]]:
    """Where else this account may go in the season."""
    pages = [
        ("Kế hoạch và thời hạn", "cycles:season", frozenset({"officer", "clerk", "secretary", "supervisor"})),
        ("Tiến độ các chi bộ", "desk:board", frozenset({"officer", "clerk", "supervisor", "inspector"})),
        ("Lịch họp", "meetings:meetings", frozenset({"officer", "clerk", "secretary", "supervisor"})),
        ("Kết quả", "grading:results", frozenset({"officer", "clerk", "secretary", "supervisor", "inspector"})),
        ("Hồ sơ một kết quả", "desk:result_files", frozenset({"officer", "inspector"})),
        ("Quầy nhận hồ sơ", "papers:counter", frozenset({"officer", "clerk"})),
        ("Xếp loại Đảng bộ", "grading:party_body", frozenset({"officer", "clerk", "inspector"})),
        ("Báo cáo lên cấp trên", "papers:report_up", frozenset({"officer", "clerk"})),
        ("In giấy tờ", "papers:printing", frozenset({"officer", "clerk", "secretary"})),
        ("Giấy tờ đã in", "papers:papers", frozenset({"officer", "clerk", "secretary"})),
    ]
    found = [
        (title, reverse(page, args=[season.key]))
        for title, page, roles in pages
        if access.scope(request.user, roles, on=on)
        and (page != "grading:party_body" or grading.grades_party_body(season))
    ]
    if access.scope(request.user, {"administrator", "officer"}, on=on):
        found += [("Tài khoản của đơn vị", reverse("desk:unit_accounts", args=[season.unit.key]))]
    if access.scope(request.user, {"administrator"}, on=on):
        found += [("Quyền", reverse("org:rights", args=[season.unit.key]))]
    handed = {grant.unit_id: grant.unit for grant in access.grants_of(request.user, on=on) if may_hand(grant)}
    return found + [
        (f"Giao làm thay: {access.name_of(unit, on=on)}", reverse("desk:stand_in", args=[unit.key]))
        for unit in list(handed.values())[:MOST]
    ]


def may_hand(grant: Grant) -> bool:
    """Whether a role of one's own has something to hand over: the whole role, and none held in person."""
    return grant.stands_in_for_id is None and not grant.acts and grant.role not in access.IN_PERSON
