"""An act is looked over before it is kept, and confirmed under its number afterwards; no script is needed."""

from typing import Any

from django import forms as django_forms
from django.http import HttpResponse
from django.shortcuts import redirect

from kiemdiem.accounts.models import Account
from kiemdiem.cycles.models import Season
from kiemdiem.journal import queries as journal
from kiemdiem.journal.pages.sending import Stage, stage_of
from kiemdiem.web import phrases
from kiemdiem.web.forms import Form
from kiemdiem.web.shapes import AnswerRow

__all__ = ["Stage", "answers_of", "confirmed", "stage_of", "words_of"]


def confirmed(season: Season, act: str, *, by: Account) -> HttpResponse:
    """On to the confirmation of the act just kept."""
    entries = journal.entries_of_season(season.key).filter(act=act, keyed_by=by.pk)
    return redirect("grading:done", season.key, entries.order_by("-seq").values_list("seq", flat=True)[0])


def answers_of(form: Form) -> list[AnswerRow]:
    """The answers of a form as they are looked over, files apart."""
    shown = [bound for bound in form.visible_fields() if not isinstance(bound.field, django_forms.FileField)]
    return [AnswerRow(bound.label, words_of(bound.field, form.cleaned_data.get(bound.name))) for bound in shown]


def words_of(field: django_forms.Field, value: Any) -> str:
    """One answer in words: a day as it is written, a choice by its name, several one under another."""
    if isinstance(field, django_forms.DateField):
        return phrases.day(value) if value else ""
    if isinstance(field, django_forms.ChoiceField):
        names = {str(key): str(label) for key, label in field.choices}
        return "\n".join(names[each] for each in (value if isinstance(value, list) else [value]) if each)
    return str(value or "")
