"""How a page answers: as it is, or once more with what went wrong and everything the person had typed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kiemdiem.web.forms import Form


def show(request: HttpRequest, template: str, *, form: Form | None = None, **context: Any) -> HttpResponse:
    """The page; with status 422 when its form was sent and could not be carried out."""
    status = 422 if form is not None and form.failed else 200
    return render(request, template, {"form": form, **context}, status=status)
