"""Taking the whole content of the version in work from YAML files; what is wrong in them is told line by line."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.problems import Problem, RulebookProblems
from kiemdiem.rulebooks import commands, forms, packed
from kiemdiem.rulebooks.models import Change
from kiemdiem.rulebooks.pages import own_frame
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb

TITLE = "Nhập từ tệp YAML"
SHOWN = 100


@login_required
def own_import(request: HttpRequest, code: str) -> HttpResponse:
    """Open to the officer of the committee, while a version is in work."""
    here = own_frame.opened(request, code, act="import_files")
    version = here.in_work()
    form = forms.ImportFilesForm.of(request, initial={"version": version.version})
    problems: list[Problem] = []

    def take(answers: dict[str, Any]) -> list[Change]:
        try:
            texts = packed.unpacked(answers["packed"].read())
            return commands.import_files(version, texts, seen=answers["version"], by=request.user, at=here.at)
        except RulebookProblems as found:
            problems.extend(found.problems)
            raise refuse(
                f"Chưa nhập: các tệp có {len(found.problems)} lỗi.",
                why="Nội dung đang có được giữ nguyên.",
                todo="Hãy sửa các lỗi nêu bên dưới rồi nén và gửi lại.",
            ) from None

    if form.carry_out(take):
        return redirect(here.url("own_book"))
    return replies.show(
        request, "rulebooks/own_import.html", form=form, title=TITLE, button="Nhập", back=here.url("own_book"),
        problems=[each.sentence() for each in problems[:SHOWN]], version=version, here=here,
        hint="Nội dung của bản đang sửa được thay bằng nội dung các tệp; mã của bộ quy tắc giữ nguyên.",
        crumbs=here.crumbs(Crumb(TITLE)),
    )  # fmt: skip
