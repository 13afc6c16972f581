"""One person's file: who he is and every dated fact about him, with who keyed it and when."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.accounts.models import Account
from kiemdiem.org import access, queries, words
from kiemdiem.org.days import day_of
from kiemdiem.org.models import Award, Departure, Discipline, Membership, OutsideResult, Person, Seat, Standing
from kiemdiem.org.models.known import Known
from kiemdiem.org.pages.person_act import WAYS
from kiemdiem.web import phrases, replies
from kiemdiem.web.frame import today_here
from kiemdiem.web.shapes import AnswerRow, Column, Crumb, Table, TableCell

TITLES = {
    "membership": "Nơi sinh hoạt",
    "standing": "Tư cách đảng viên",
    "seat": "Chức vụ",
    "work": "Công việc",
    "leave": "Thời gian vắng",
    "managedby": "Cơ quan quản lý",
    "discipline": "Kỷ luật",
    "outsideresult": "Kết quả xếp loại của nơi khác",
    "award": "Khen thưởng",
    "departure": "Rời danh sách",
}


@login_required
@require_safe
def person(request: HttpRequest, key: str) -> HttpResponse:
    """Open to the person himself and to whoever holds a reading role over a unit that answers for him."""
    shown, now = queries.person(key), today_here(request)
    access.must_see_person(request.user, shown, on=now)
    everything = request.GET.get("ban-cu") == "1"
    may_correct = access.may_do_on(request.user, "org.correct_fact", person=shown, on=now)
    facts = queries.facts_of(shown, superseded=everything)
    return replies.show(
        request,
        "org/person.html",
        person=shown,
        crumbs=[Crumb("Tìm người", reverse("org:people")), Crumb(shown.full_name)],
        rows=identity(shown, by=request.user, on=now),
        tables=[
            table_of(TITLES[name], facts[name], person=shown, may_correct=may_correct) for name in TITLES if facts[name]
        ],
        everything=everything,
        ways=[
            (way.title, reverse("org:person_act", args=[key, slug]))
            for slug, way in WAYS.items()
            if access.may_do_on(request.user, way.act, person=shown, on=now)
        ],
        own=access.is_own_file(request.user, shown),
    )


def identity(person: Person, *, by: Account, on: date) -> list[AnswerRow]:
    """Who the person is; the number in full only for those who key it and for himself."""
    keyer = access.is_own_file(by, person) or access.may_do_on(by, "org.correct_person", person=person, on=on)
    number = person.id_number or ""
    cell = queries.cell_of(person, on=on)
    return [
        AnswerRow("Họ và tên", person.full_name),
        AnswerRow("Ngày sinh", phrases.day(person.birth_on) if person.birth_on else ""),
        AnswerRow("Giới tính", words.GENDERS[person.gender] if person.gender else ""),
        AnswerRow("Số định danh", number if keyer or not number else f"{'•' * 8}{number[-4:]}"),
        AnswerRow("Ngày kết nạp", phrases.day(person.admitted_on) if person.admitted_on else ""),
        AnswerRow("Ngày chính thức", phrases.day(person.official_on) if person.official_on else ""),
        AnswerRow("Nơi sinh hoạt hiện nay", queries.unit_name(cell, on=on) if cell else ""),
    ]


def table_of(title: str, facts: list[Known], *, person: Person, may_correct: bool) -> Table:
    """The facts of one kind, the newest first."""
    columns = (Column("Nội dung"), Column("Thời gian"), Column("Nhập"), Column("Tình trạng"))
    rows = tuple(
        (
            TableCell(said(fact), address(fact, person) if may_correct and fact.superseded_at is None else ""),
            TableCell(period_of(fact)),
            TableCell(f"{day_of(fact.known_at):%d/%m/%Y}", note=str(fact.known_by)),
            TableCell(
                "Đang dùng" if fact.superseded_at is None else f"Đã thay ngày {day_of(fact.superseded_at):%d/%m/%Y}",
                note=fact.reason,
            ),
        )
        for fact in facts
    )
    return Table(title, columns, rows)


def address(fact: Known, person: Person) -> str:
    """Where the entry is corrected."""
    return reverse("org:correct_fact", args=[person.key, type(fact).__name__.lower(), fact.pk])


def period_of(fact: Known) -> str:
    """From when until when, or the day or year of the fact."""
    if hasattr(fact, "from_on"):
        return f"từ {fact.from_on:%d/%m/%Y}" + (f" đến trước {fact.until_on:%d/%m/%Y}" if fact.until_on else "")
    if hasattr(fact, "year"):
        return f"năm {fact.year}"
    return phrases.day(getattr(fact, "left_on", None))


def said(fact: Known) -> str:
    """What the fact says, in words."""
    if isinstance(fact, Membership):
        return f"{words.MEMBERSHIPS[fact.kind]}: {queries.unit_name(fact.unit, on=fact.from_on)}"
    if isinstance(fact, Seat):
        return f"{words.POSTS.get(fact.post, fact.post)}, {queries.unit_name(fact.unit, on=fact.from_on)}"
    if isinstance(fact, Discipline):
        return f"{words.SIDES[fact.side]}: {words.MEASURES.get(fact.measure, fact.measure)} {fact.document}".strip()
    if isinstance(fact, OutsideResult):
        return f"{words.RESULT_KINDS.get(fact.kind, fact.kind)}: {fact.grade}"
    if isinstance(fact, Award):
        proposed = " (đề nghị)" if fact.is_proposed else ""
        level = words.AWARD_LEVELS.get(fact.level, fact.level)
        return f"{words.AWARD_KINDS.get(fact.kind, fact.kind)} {level}".strip() + proposed
    if isinstance(fact, Standing | Departure):
        return {**words.STANDINGS, **words.DEPARTURES}[fact.kind]
    if hasattr(fact, "body"):
        return queries.unit_name(fact.body, on=fact.from_on)
    kinds = {**words.WORK_KINDS, **words.LEAVE_KINDS}
    return f"{kinds.get(fact.kind, fact.kind)} {getattr(fact, 'workplace', '')}".strip()
