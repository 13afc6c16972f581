"""Changing the values of one entry: a question for each, then what changes and what breaks, then kept."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from kiemdiem.core.law import boxes
from kiemdiem.core.law.content import Content, value_at, with_value
from kiemdiem.core.law.sections import SECTIONS
from kiemdiem.core.law.telling import words
from kiemdiem.journal.pages.sending import Stage, stage_of
from kiemdiem.rulebooks import commands, labels, queries
from kiemdiem.rulebooks.models import Change
from kiemdiem.rulebooks.pages import own_frame
from kiemdiem.rulebooks.pages.own_entries import file_of
from kiemdiem.rulebooks.value_forms import ValuesForm
from kiemdiem.web import replies
from kiemdiem.web.shapes import AnswerRow, Crumb


@login_required
def own_entry(request: HttpRequest, code: str, file: str, place: str) -> HttpResponse:
    """Open to the officer of the committee, while a version is in work."""
    here = own_frame.opened(request, code, act="change_values")
    version = here.in_work()
    content, place = queries.content_of(version), "" if place == "-" else place
    found, entry = offered(content, file=file, place=place)
    form = ValuesForm.of(request, file=file, boxes=found, content=content, initial={"version": version.version})

    def change(answers: dict[str, Any]) -> list[Change]:
        return commands.change_values(version, form.values(), seen=answers["version"], by=request.user, at=here.at)

    stage = stage_of(request, form, act=change)
    part = next(each for each in words.PARTS if file_of(each) == file)
    back = f"{here.url('own_entries')}?phan={part}"
    if stage == Stage.DONE:
        return redirect(back)
    title = own_frame.words_of(entry) or own_frame.title_of(content)
    return replies.show(
        request, "rulebooks/own_entry.html", form=form, title="Sửa nội dung", about=title, button="Lưu thay đổi",
        back=back, rows=looked_over(form, content, here.book.origin) if stage == Stage.LOOK else [],
        clause=own_frame.words_of(entry, "clause"),
        crumbs=here.crumbs(Crumb("Sửa nội dung", back), Crumb(title[:60])),
    )  # fmt: skip


def offered(content: Content, *, file: str, place: str) -> tuple[list[boxes.Box], dict[str, Any]]:
    """The values of the entry at the place that may be changed.

    Raises: Http404 where no such entry stands.
    """
    if file not in SECTIONS or file not in content:
        raise Http404
    try:
        model, entry = boxes.model_at(content, file=file, place=place), value_at(content, file=file, place=place)
    except KeyError:
        raise Http404 from None
    found = [box for box in boxes.boxes(model, entry, place=place) if labels.is_offered(box)]
    if not found:
        raise Http404
    return found, entry


def looked_over(form: ValuesForm, content: Content, origin: str) -> list[AnswerRow]:
    """What changes, and what breaks by it or is mended."""
    after = content
    for value in form.values():
        after = with_value(after, file=value.file, place=value.place, value=value.value)
    before, now = queries.problems_of(content, origin=origin), queries.problems_of(after, origin=origin)
    broken = own_frame.told([each for each in now if each not in before], after)
    mended = own_frame.told([each for each in before if each not in now], content)
    rows = [AnswerRow(label, f"{old} → {new}") for label, old, new in form.told()]
    rows.append(AnswerRow("Lỗi phát sinh", "\n".join(broken) or "Không có"))
    return [*rows, AnswerRow("Lỗi được sửa", "\n".join(mended))] if mended else rows
