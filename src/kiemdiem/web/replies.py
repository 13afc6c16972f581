"""How a page answers: as it is, or once more with what went wrong and everything the person had typed."""

from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kiemdiem.web.forms import Form


def show(request: HttpRequest, template: str, *, form: Form | None = None, **context: Any) -> HttpResponse:
    """The page; with status 422 when its form was sent and could not be carried out."""
    status = 422 if form is not None and form.failed else 200
    return render(request, template, {"form": form, **context}, status=status)


class Stored(Protocol):
    """A stored file: what it was called, and of which type it is."""

    name: str
    media_type: str


def show_scan(stored: Stored, content: bytes, *, title: str) -> HttpResponse:
    """The scan, to be looked at in the browser and kept by none on the way."""
    ending = stored.name.rpartition(".")[2].lower()
    # A name in plain letters: some machines of a committee still cannot read others in a download.
    headers = {"Content-Disposition": f'inline; filename="{title}.{ending}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=stored.media_type, headers=headers)
