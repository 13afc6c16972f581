"""The confirmation of an act on results, under its number in the journal."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.pages import frame
from kiemdiem.grading.pages import shown
from kiemdiem.journal import queries as journal
from kiemdiem.journal.models import Entry
from kiemdiem.web import replies
from kiemdiem.web.shapes import Crumb

# What was done, and what comes next.
WORDS = {
    "grading.propose": ("Đã ghi đề nghị", "Trình cấp ủy có thẩm quyền xem xét, quyết định."),
    "grading.decide": ("Đã ghi quyết định", "Thông báo kết quả đến từng người, từng đơn vị."),
    "grading.regrade": ("Đã ghi xếp loại lại", "Thông báo kết quả mới; quyết định cũ vẫn đọc được ở trang kết quả."),
    "grading.record_above": ("Đã ghi quyết định của cấp trên", "Thông báo kết quả đến người hoặc đơn vị có tên."),
    "grading.return_line": ("Đã trả lại để làm rõ", "Chi bộ trả lời; sau đó ghi quyết định."),
    "grading.answer_return": ("Đã gửi trả lời", "Nơi đã nêu câu hỏi xem trả lời rồi quyết định."),
    "grading.propose_commendation": ("Đã ghi đề nghị biểu dương", "Trình cấp ủy lựa chọn trong tỷ lệ cho phép."),
    "grading.commend": ("Đã ghi việc biểu dương", "In quyết định, thông báo đến các chi bộ được chọn."),
    "grading.change_rulebook": (
        "Đã đổi nội dung quy tắc của đợt",
        "Xem lại các kết quả đã thay đổi, thông báo đến chi bộ liên quan.",
    ),
    "grading.change_reading": ("Đã đổi cách hiểu", "Xem lại các kết quả đã thay đổi, thông báo đến chi bộ liên quan."),
}


@login_required
@require_safe
def done(request: HttpRequest, key: str, seq: int) -> HttpResponse:
    """Open to whoever carried the act out."""
    season = cycles.season(key)
    entry = journal.entries_of_season(season.key).filter(seq=seq, keyed_by=request.user.pk, act__in=WORDS).first()
    if entry is None:
        raise Http404
    title, next_step = WORDS[entry.act]
    return replies.show(
        request, "grading/done.html", frame=frame.frame_of(season), crumbs=shown.way_to(season, Crumb(title)),
        title=title, next_step=next_step, entry=entry, reference=f"{season.key}/{entry.seq}", back=back(entry),
    )  # fmt: skip


def back(entry: Entry) -> str:
    """The page of what the act was about."""
    kind, _, key = entry.about.partition(":")
    if kind == "subject":
        return reverse("grading:result", args=[entry.season, key])
    return reverse("grading:results", args=[entry.season])
