"""What people must state about a unit and its members, because no machine may judge it: one form for all of it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.cycles.pages import frame
from kiemdiem.journal.pages.sending import Stage, stage_of
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit
from kiemdiem.reviews import access, commands, queries
from kiemdiem.reviews.forms.statements import StatementsForm
from kiemdiem.reviews.models import Attestation
from kiemdiem.reviews.pages.sources import Source, source_of
from kiemdiem.reviews.queries import SubjectAsked
from kiemdiem.web import phrases, replies
from kiemdiem.web.shapes import AnswerRow, Crumb

TITLE = "Ghi nội dung khẳng định"


@login_required
def statements(request: HttpRequest, key: str, unit_key: str) -> HttpResponse:
    """Open to the office of the unit; what is stated about oneself is left to somebody else."""
    season, unit = cycles.season(key), org.unit(unit_key)
    at, day = frame.moment_in(season), frame.today_in(season)
    access.must_let(request.user, act="reviews.attest", unit=unit, season=season, at=at)
    listed = queries.statements_asked(season, unit)
    form = StatementsForm.of(
        request, listed=[each for each in listed if not is_own(request.user, each.subject)], initial={"stated_on": day}
    )

    def attest(answers: dict[str, Any]) -> list[Attestation]:
        if not (stated := form.statements()):
            raise refuse("Chưa ghi: chưa chọn câu trả lời nào.", todo="Chọn câu trả lời cho ít nhất một nội dung.")
        return commands.attest_all(season, stated, paper=form.source(), by=request.user, at=at)

    stage = stage_of(request, form, act=attest)
    if stage == Stage.DONE:
        return redirect("reviews:statements", key, unit_key)
    if form.failed:
        form.set_newest()
    name, back = org.unit_name(unit, on=day), reverse("reviews:desk", args=[key, unit_key])
    return replies.show(
        request, "reviews/statements.html", form=form, frame=frame.frame_of(season), title=TITLE, button=TITLE,
        about=name, hint="Phần mềm không tự đánh giá các nội dung này; người có trách nhiệm khẳng định và chịu trách "
        "nhiệm. Không câu trả lời nào được chọn sẵn.",
        rows=looked_over(form) if stage == Stage.LOOK else [], asks_scan=bool(request.POST.get("paper")),
        heads=[form[each] for each in ("stated_by", "stated_on", "paper")], sources=sources_of(season, listed),
        own=[each for each in listed if is_own(request.user, each.subject)], excluded=excluded(season, unit),
        back=back, crumbs=frame.way_to(season, Crumb(name, back), Crumb("Khẳng định")),
    )  # fmt: skip


def is_own(by: Account, subject: SeasonSubject) -> bool:
    """Whether the subject is the account's own person."""
    return subject.person is not None and org_access.is_own_file(by, subject.person)


def looked_over(form: StatementsForm) -> list[AnswerRow]:
    """The list as it is looked over before it is kept."""
    answers = form.cleaned_data
    head = [("Ai khẳng định", answers["stated_by"]), ("Ngày", phrases.day(answers["stated_on"]))]
    head += [("Theo bản giấy", answers["paper"])] if answers["paper"] else []
    rows = []
    for each, asked, said in form.answered():
        field = form[f"answer_{each.subject.pk}_{each.asked.index(asked)}"].field
        shown = said if asked.is_number else str(dict(field.choices)[said])
        more = [answers.get(f"{part}_{each.subject.pk}", "") for part in ("ground", "reason")]
        words = " – ".join(filter(None, [shown, *more]))
        rows.append((f"{each.subject.name} – {asked.entry.text}", words))
    return [AnswerRow(label, words) for label, words in (*head, *rows)]


def sources_of(season: Season, listed: list[SubjectAsked]) -> list[Source]:
    """From which papers what stands was keyed."""
    found = [
        source_of(season, asked.attestation, about=f"{each.subject.name}: {asked.entry.text}")
        for each in listed
        for asked in each.asked
    ]
    return [source for source in found if source is not None]


def excluded(season: Season, unit: Unit) -> list[SeasonSubject]:
    """The members of whom nothing is asked, with why: the rulebook does not grade them."""
    return list(season.subjects.filter(unit=unit, kind="member", ended_on__isnull=True, is_graded=False))
