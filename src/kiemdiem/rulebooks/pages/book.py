"""One rulebook clause by clause: our wording, kind, values, rows, and under which questions each entry stands."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.core.law.entry import Entry, entries_in
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.scales import Level, Scale
from kiemdiem.rulebooks import access, queries
from kiemdiem.web import replies
from kiemdiem.web.frame import today_here
from kiemdiem.web.shapes import Crumb, Tab

PARTS = {
    "subjects": "Đối tượng",
    "criteria": "Nội dung",
    "standards": "Tiêu chuẩn",
    "ballots": "Bỏ phiếu",
    "quotas": "Tỷ lệ",
    "process": "Trình tự",
    "plan": "Lịch",
    "dossier": "Hồ sơ",
    "forms": "Mẫu biểu",
    "notices": "Thông báo",
    "body": "Tổ chức",
}
COMMON = frozenset({"key", "rows", "clause", "text", "under", "levels"})


@dataclass(frozen=True)
class Shown:
    """One entry as it is shown: its wording, the levels of a scale, and every other value as the file has it."""

    entry: Entry
    values: tuple[tuple[str, str], ...]

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels of a scale, best first; none for anything else."""
        return self.entry.levels if isinstance(self.entry, Scale) else ()


@login_required
@require_safe
def book(request: HttpRequest, code: str) -> HttpResponse:
    """Open to whoever holds any role somewhere."""
    access.must_read(request.user, on=today_here(request))
    shown = queries.rulebook(code)
    part = request.GET.get("phan", "")
    chosen = part if part in PARTS else next(iter(PARTS))
    here = reverse("rulebooks:book", args=[code])
    return replies.show(
        request,
        "rulebooks/book.html",
        book=shown,
        entries=entries(shown, chosen),
        tabs=[Tab(label, f"{here}?phan={key}", current=key == chosen) for key, label in PARTS.items()],
        questions=queries.choices(None, code),
        crumbs=[Crumb("Bộ quy tắc", reverse("rulebooks:books")), Crumb(shown.identity.title)],
    )


def entries(book: Rulebook, part: str) -> list[Shown]:
    """The entries of one part of the book, in its order."""
    return [Shown(entry, values(entry)) for entry in entries_in(getattr(book, part))]


def values(entry: Entry) -> tuple[tuple[str, str], ...]:
    """The plain values of an entry, as pairs of name and text; entries inside it are shown on their own."""
    dumped = entry.model_dump(mode="json", exclude=set(COMMON), exclude_defaults=True)
    return tuple((name, said(value)) for name, value in dumped.items() if not holds_entries(value))


def holds_entries(value: object) -> bool:
    """Whether a value is made of entries."""
    if isinstance(value, list):
        return bool(value) and all(holds_entries(item) for item in value)
    return isinstance(value, dict) and {"key", "clause"} <= set(value)


def said(value: object) -> str:
    """A value in words: lists with commas, groups with their names."""
    if isinstance(value, list):
        return ", ".join(said(item) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {said(item)}" for name, item in value.items())
    if isinstance(value, bool):
        return "có" if value else "không"
    return str(value)
