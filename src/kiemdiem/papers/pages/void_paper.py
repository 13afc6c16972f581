"""A paper written wrongly, voided with its reason; its number stays used and its file readable."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kiemdiem.papers import access, commands, forms, queries
from kiemdiem.papers.pages import season as shared
from kiemdiem.web import phrases, replies
from kiemdiem.web.shapes import Crumb


@login_required
def void_paper(request: HttpRequest, key: str) -> HttpResponse:
    """Open to the office."""
    paper = queries.paper(key)
    season, at = paper.season, shared.moment_in(paper.season)
    access.must_let(request.user, "papers.void_paper", unit=paper.unit, at=at)
    form = forms.VoidForm.of(request, initial={"version": paper.version})
    if form.carry_out(lambda answers: commands.void_paper(paper, by=request.user, at=at, **answers)):
        return redirect("papers:papers", season.key)
    number = f", số {paper.number:02d}-{paper.ledger}" if paper.number else ""
    whose = queries.whose(season, [paper])[paper.pk]
    listed = reverse("papers:papers", args=[season.key])
    return replies.show(
        request, "web/act.html", form=form, frame=shared.frame_of(season), title="Hủy giấy tờ", button="Hủy giấy tờ",
        about=f"{paper.title}{number}, ngày {phrases.day(paper.paper_on)} ({whose})", back=listed,
        hint="Số đã cấp không dùng lại; tệp vẫn xem được, ghi rõ đã hủy.",
        crumbs=[Crumb("Giấy tờ", listed), Crumb("Hủy")],
    )  # fmt: skip
