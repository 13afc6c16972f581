"""Freezing the version in work: what it changes is looked over once more, and the reason given."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kiemdiem.rulebooks import commands, forms
from kiemdiem.rulebooks.models import BookVersion
from kiemdiem.rulebooks.pages import own_frame
from kiemdiem.rulebooks.pages.own_book import changes
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb


@login_required
def own_freeze(request: HttpRequest, code: str) -> HttpResponse:
    """Open to the officer of the committee, while a version is in work."""
    here = own_frame.opened(request, code, act="freeze_version")
    version = here.in_work()
    form = forms.FreezeVersionForm.of(request, initial={"version": version.version})

    def freeze(answers: dict[str, Any]) -> BookVersion:
        return commands.freeze_version(
            version, reason=answers["reason"], seen=answers["version"], by=request.user, at=here.at
        )

    if form.carry_out(freeze):
        return redirect(here.url("own_version", version.number))
    title = f"Chốt bản {version.number}"
    return replies.show(
        request, "rulebooks/own_freeze.html", form=form, title=title, button=title, changes=changes(version),
        hint="Bản đã chốt không sửa được nữa; muốn sửa thì lập bản mới từ bản này.",
        back=here.url("own_book"), crumbs=here.crumbs(Crumb(title)),
    )  # fmt: skip
