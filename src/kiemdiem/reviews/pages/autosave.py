"""What a page of typed sections answers to the script that saves while somebody is typing."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.http import HttpRequest, JsonResponse

from kiemdiem.core.answer import Refused
from kiemdiem.reviews import forms
from kiemdiem.reviews.models import Report, SelfReview
from kiemdiem.reviews.queries import SectionAsked
from kiemdiem.web import moment as clock

SAVE = "save"
Written = Report | SelfReview


def form_for(request: HttpRequest, sections: Iterable[SectionAsked], *, kept: Written | None) -> forms.DraftForm:
    """The form of the sections as they are kept; one sent on an older version shows both texts when it fails."""
    texts, seen = (kept.sections, kept.version) if kept else ({}, None)
    return forms.DraftForm.of(request, asked=sections, kept=texts, seen=seen)


def is_asked(request: HttpRequest) -> bool:
    """Whether the script sent this, and not a person by a button."""
    return request.method == "POST" and request.headers.get("Accept") == "application/json"


def answer(
    form: forms.SectionsForm, write: Callable[[Mapping[str, Any]], Written], *, kept: Written | None
) -> JsonResponse:
    """What became of the sections sent: saved but for those that cannot be read, or refused with the text kept now.

    Shape: `version` of the row from here on, `left` the boxes not saved and why; when refused `said`, and where
    somebody else saved meanwhile `texts` by box.
    """
    form.is_valid()
    if form.non_field_errors():
        return refused(form, form.non_field_errors()[0], kept=kept)
    try:
        written = write(form.cleaned_data)
    except Refused as refusal:
        return refused(form, refusal.answer.sentence(), kept=kept)
    left = {name: errors[0] for name, errors in form.errors.items()}
    return JsonResponse({"version": written.version, "at": f"{clock.moment():%H:%M:%S}", "left": left})


def refused(form: forms.SectionsForm, said: str, *, kept: Written | None) -> JsonResponse:
    """The refusal, with the kept texts when they are newer than what the person saw."""
    told: dict[str, Any] = {"said": said}
    if kept is not None and form.data.get("version") != str(kept.version):
        texts = {forms.name_of(each): forms.shown_rows(kept.sections.get(each.key)) for each in form.asked}
        told |= {"version": kept.version, "texts": texts}
    return JsonResponse(told, status=409)
