"""One unit's papers in a season: its reports, and of a cell its members' self-reviews, comments and statements."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject, SeasonUnit
from kiemdiem.cycles.pages import frame
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit
from kiemdiem.reviews import access, queries
from kiemdiem.reviews.models import SelfReview
from kiemdiem.reviews.pages import marks
from kiemdiem.reviews.pages.sources import source_of
from kiemdiem.reviews.pages.suggestions import subjects_of
from kiemdiem.reviews.queries import CommentNeeded, SubjectAsked
from kiemdiem.web import replies
from kiemdiem.web.shapes import Column, Crumb, Figure, Table, TableCell

COMMENTS = {"residence": "nơi cư trú", "workplace": "nơi công tác"}
TONES = {"draft": "quiet", "submitted": "busy", "presented": "busy", "completed": "busy", "confirmed": "done"}


@dataclass(frozen=True)
class Desk:
    """What the page reads once about the unit."""

    season: Season
    unit: Unit
    frozen: SeasonUnit | None
    day: date
    attests: bool
    stated: dict[int, SubjectAsked]


@login_required
@require_safe
def desk(request: HttpRequest, key: str, unit_key: str) -> HttpResponse:
    """Open to whoever holds a reading role over the unit."""
    season, unit = cycles.season(key), org.unit(unit_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    access.must_read(request.user, unit=unit, at=at)
    may = {
        act: org_access.holds(request.user, access.ACTS[act], unit=unit, on=day, act=act)
        for act in ("reviews.attest", "reviews.receive_opinion", "reviews.give_suggestion", "reviews.ask_ratings")
    }
    asked = queries.statements_asked(season, unit) if may["reviews.attest"] else []
    stated = {each.subject.pk: each for each in asked}
    shown = Desk(season, unit, cycles.season_unit(season, unit), day, may["reviews.attest"], stated)
    is_cell = shown.frozen is not None and shown.frozen.kind == "cell"
    members = [m for m in cycles.members_of(season, unit) if m.ended_on is None] if is_cell else []
    needed = queries.comments_needed(season, unit, on=day) if is_cell else []
    papers = {paper.person_id: paper for paper in queries.self_reviews_of(season)}
    name = shown.frozen.name if shown.frozen else unit.key
    return replies.show(
        request,
        "reviews/desk.html",
        frame=frame.frame_of(season),
        season=season,
        unit=unit,
        name=name,
        reports=reports(shown),
        figures=figures(members, papers=papers, needed=needed) if is_cell else [],
        members=member_table(shown, members, papers=papers, needed=needed) if is_cell else None,
        leaders=leaders_at(season, unit),
        opinions=[(each, source_of(season, each)) for each in queries.opinions_about(season, unit)],
        marks=marks.shown(season, queries.marks_about(season, unit), by=request.user),
        opinion_url=reverse("reviews:opinion", args=[key, unit_key]) if may["reviews.receive_opinion"] else "",
        suggestions=queries.suggestions_of(season, unit=unit),
        gives=may["reviews.give_suggestion"],
        rates=may["reviews.ask_ratings"] and any(s.person_id is None for s in subjects_of(season, unit).values()),
        states=bool(shown.stated),
        waiting=queries.civil_servants_without_grade(season, unit, on=day) if is_cell else [],
        crumbs=frame.way_to(season, Crumb(name)),
    )


def leaders_at(season: Season, unit: Unit) -> list[SeasonSubject]:
    """The leaders reviewed at the unit, where the rulebook asks for papers about leaders beside their self-reviews."""
    if not queries.leader_forms(cycles.book_of(season)):
        return []
    return [subject for subject in cycles.reviewed_at(season, unit) if subject.kind == "leader"]


def reports(shown: Desk) -> Table:
    """The reports the unit owes, and how each stands."""
    rows = []
    for form in queries.report_kinds(shown.season, shown.unit):
        kept = queries.report(shown.season, shown.unit, kind=form.key)
        url = reverse("reviews:report", args=[shown.season.key, shown.unit.key, form.key])
        state = TableCell(kept.get_state_display(), tone="busy") if kept else TableCell("Chưa viết", tone="warn")
        rows.append((TableCell(form.title, url), TableCell(form.code), state))
    return Table("Báo cáo phải làm", (Column("Báo cáo"), Column("Mẫu"), Column("Trạng thái")), tuple(rows))


def figures(
    members: list[SeasonSubject], *, papers: dict[int, SelfReview], needed: list[CommentNeeded]
) -> list[Figure]:
    """The cell in numbers."""
    owing = [m for m in members if m.is_reviewed]
    handed = sum(m.person_id in papers and papers[m.person_id].state != "draft" for m in owing)
    received = sum(each.is_received for each in needed)
    return [
        Figure(f"{handed}/{len(owing)}", "bản kiểm điểm đã nộp"),
        Figure(f"{received}/{len(needed)}", "nhận xét đã nhận"),
    ]


def member_table(
    shown: Desk, members: list[SeasonSubject], *, papers: dict[int, SelfReview], needed: list[CommentNeeded]
) -> Table:
    """The members with their self-review and the comments they need."""
    comments: dict[int, list[CommentNeeded]] = {}
    for each in needed:
        comments.setdefault(each.subject.person_id or 0, []).append(each)
    rows = tuple(
        (
            TableCell(member.name),
            paper_state(shown, member, papers.get(member.person_id or 0)),
            comment_state(shown, comments.get(member.person_id or 0, [])),
            *statement_of(shown, member),
        )
        for member in members
    )
    columns = (Column("Họ và tên"), Column("Bản kiểm điểm"), Column("Nhận xét phải có"))
    return Table(f"Đảng viên ({len(rows)})", (*columns, Column("Khẳng định")) if shown.attests else columns, rows)


def statement_of(shown: Desk, member: SeasonSubject) -> tuple[TableCell, ...]:
    """How many statements about a member are recorded, with the way to them, for those who may record them."""
    if not shown.attests:
        return ()
    asked = shown.stated.get(member.pk)
    if asked is None:
        return (TableCell("Không cần", tone="quiet", note=member.why_not),)
    url = f"{reverse('reviews:statements', args=[shown.season.key, shown.unit.key])}#s{member.pk}"
    is_whole = asked.stated == len(asked.asked)
    return (TableCell(f"Đã ghi {asked.stated}/{len(asked.asked)}", url, tone="done" if is_whole else "warn"),)


def paper_state(shown: Desk, member: SeasonSubject, kept: SelfReview | None) -> TableCell:
    """How the self-review of a member stands."""
    if not member.is_reviewed:
        return TableCell("Không phải viết", tone="quiet", note=member.why_not)
    assert member.person is not None
    url = reverse("reviews:self_review", args=[shown.season.key, member.person.key])
    if kept is None:
        return TableCell("Chưa có", url, tone="warn")
    note = "nhập thay, theo bản giấy" if kept.entered == "paper" else ""
    return TableCell(kept.get_state_display(), url, tone=TONES[kept.state], note=note)


def comment_state(shown: Desk, needed: list[CommentNeeded]) -> TableCell:
    """The first comment of a member that has not come in, or that all have."""
    if not needed:
        return TableCell("Không cần", tone="quiet")
    left = [each for each in needed if not each.is_received]
    each = left[0] if left else needed[0]
    assert each.subject.person is not None
    url = reverse("reviews:comment", args=[shown.season.key, each.subject.person.key, each.kind])
    url = url if shown.attests else ""
    kinds = ", ".join(COMMENTS[one.kind] for one in (left or needed))
    state = "Đã nhận" if not left else "Đã gửi phiếu" if each.comment else "Chưa gửi phiếu"
    return TableCell(f"{state}: {kinds}", url, tone="done" if not left else "warn")
