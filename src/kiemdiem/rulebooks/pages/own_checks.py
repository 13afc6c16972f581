"""The days moved to another year and the wordings that name the former one: each to be looked at."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kiemdiem.core.calendar import WorkCalendar
from kiemdiem.core.law.content import Content
from kiemdiem.rulebooks import commands, forms, queries
from kiemdiem.rulebooks.models import Change
from kiemdiem.rulebooks.pages import own_frame
from kiemdiem.rulebooks.value_forms import day_in, json_value
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb

TITLE = "Cần kiểm tra"


@login_required
def own_checks(request: HttpRequest, code: str) -> HttpResponse:
    """Open to the officer of the committee, while a version is in work."""
    here = own_frame.opened(request, code, act="check_places")
    version = here.in_work()
    content, waiting = queries.content_of(version), queries.to_check(version)
    places = [(f"{change.file}:{change.place}", said(content, change)) for change in waiting]
    form = forms.CheckPlacesForm.of(request, places=places, initial={"version": version.version})

    def check(answers: dict[str, Any]) -> list[Change]:
        chosen = [tuple(place.split(":", 1)) for place in answers["places"]]
        return commands.check_places(version, chosen, seen=answers["version"], by=request.user, at=here.at)

    if form.carry_out(check):
        return redirect(here.url("own_checks") if len(form.done) < len(waiting) else here.url("own_book"))
    return replies.show(
        request, "rulebooks/own_checks.html", form=form, title=TITLE, here=here, waiting=links(here, content, waiting),
        button="Ghi đã kiểm tra", back=here.url("own_book"), crumbs=here.crumbs(Crumb(TITLE)),
    )  # fmt: skip


def said(content: Content, change: Change) -> str:
    """What is to be looked at: where it stands, what stood there, what stands there now, and a day of rest marked."""
    before, after = json_value(change.before), json_value(change.after)
    where, day = own_frame.said_at(content, file=change.file, place=change.place), day_in(after)
    if day is None:
        return f"{where}: “{after}” (còn nhắc năm cũ)"
    rest = "" if WorkCalendar().works_on(day) else " – ngày nghỉ"
    return f"{where}: {own_frame.said_value(before)} → {own_frame.said_value(after)}{rest}"


def links(here: own_frame.Opened, content: Content, waiting: list[Change]) -> list[tuple[str, str]]:
    """The entries to change, each once, with their page."""
    found = {}
    for change in waiting:
        place, entry = own_frame.entry_of(content, file=change.file, place=change.place)
        found[here.url("own_entry", change.file, place or "-")] = own_frame.words_of(entry)
    return list(found.items())
