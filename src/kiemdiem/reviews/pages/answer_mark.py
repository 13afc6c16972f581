"""What a body answered about something prepared out of order: accepted, or to be done again."""

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.reviews import access, commands, forms
from kiemdiem.reviews.models import OrderMark
from kiemdiem.reviews.pages.marks import about_url
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


@login_required
def answer_mark(request: HttpRequest, key: str, pk: int) -> HttpResponse:
    """Open to the officers and clerks of the body that may accept it."""
    season = cycles.season(key)
    of_season = OrderMark.objects.filter(Q(report__season=season) | Q(self_review__season=season))
    mark = get_object_or_404(of_season.select_related("accepting_unit", "report__unit", "self_review__person"), pk=pk)
    at = frame.moment_in(season)
    access.must_let(request.user, act="reviews.answer_mark", unit=mark.accepting_unit, season=season, at=at)
    form = forms.AnswerMarkForm.of(request, initial={"version": mark.version})
    back = about_url(season, mark)
    if form.carry_out(
        lambda answers: commands.answer_mark(mark, answers.pop("answer"), by=request.user, at=at, **answers)
    ):
        return redirect(back)
    return replies.show(
        request, "web/act.html", form=form, frame=frame.frame_of(season), title="Trả lời việc sai trình tự",
        button="Ghi trả lời", about=mark.why, hint=f"Thẩm quyền: {mark.accepting_body or 'cấp ủy cấp trên'}.",
        crumbs=frame.way_to(season, Crumb("Sai trình tự")), back=back,
    )  # fmt: skip
