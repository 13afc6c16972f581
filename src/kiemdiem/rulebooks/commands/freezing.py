"""Freezing a version of an own rulebook, and beginning the next from it."""

from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.law import loader
from kiemdiem.core.law.content import Content, folder_of
from kiemdiem.core.law.problems import RulebookProblems
from kiemdiem.core.law.rulebook import canonical, fingerprint
from kiemdiem.journal import commands as journal
from kiemdiem.org.models import Unit
from kiemdiem.rulebooks import access, queries, shelf
from kiemdiem.rulebooks.commands.editing import held
from kiemdiem.rulebooks.models import BookVersion, Overlay, OwnBook


def freeze_version(
    version: BookVersion, *, reason: str, seen: int | None = None, by: Account, at: datetime
) -> BookVersion:
    """The version as it stands for good, with its fingerprint: from now on seasons may go by it.

    Raises: Refused while something is broken or still to be looked at, without a reason, or when it says nothing new.
    """
    name = "rulebooks.freeze_version"
    with journal.act(name, by=by, at=at, about=f"rulebook:{version.book.code}") as told:
        kept = held(version, act=name, seen=seen, by=by, at=at)
        content = queries.content_of(kept)
        _must_be_ready(kept, content)
        if not reason.strip():
            raise refuse("Chưa chốt được: thiếu lý do.", todo="Hãy ghi lý do lập bản này, kèm văn bản nếu có.")
        sha = fingerprint(canonical(content))
        former = queries.newest(kept.book)
        if former is not None and former.sha == sha:
            raise refuse(f"Chưa chốt được: bản này giống hệt bản {former.number}.", todo="Hãy sửa nội dung trước.")
        kept.sha, kept.reason, kept.frozen_at, kept.frozen_by = sha, reason.strip(), at, by
        kept.save(update_fields=["sha", "reason", "frozen_at", "frozen_by"])
        told.details = {"number": kept.number, "sha": sha, "reason": kept.reason}
        return kept


def _must_be_ready(version: BookVersion, content: Content) -> None:
    waiting = queries.to_check(version)
    if waiting:
        raise refuse(
            f"Chưa chốt được: còn {len(waiting)} ngày hoặc lời văn chưa kiểm tra.",
            why="Các ngày được chuyển sang năm mới theo lịch, có thể rơi vào ngày nghỉ hoặc không còn phù hợp.",
            todo="Hãy mở mục “Cần kiểm tra”, sửa hoặc xác nhận từng mục.",
        )
    found = queries.problems_of(content, origin=version.book.origin)
    if found:
        raise refuse(
            f"Chưa chốt được: bộ quy tắc còn {len(found)} lỗi.", why=found[0].message, todo="Hãy sửa các mục có lỗi."
        )
    for unit in Unit.objects.filter(overlays__rulebook=version.book.code).distinct().order_by("pk"):
        _must_fit(unit, version, content)


def _must_fit(unit: Unit, version: BookVersion, content: Content) -> None:
    """What a committee chose and filled in on the book must still fit the new version of it."""
    rows = Overlay.objects.filter(unit=unit, rulebook=version.book.code, replaced_by__isnull=True)
    laid = queries.laid_by(rows)
    known = frozenset(shelf.catalogue(version.book.origin).rows)
    book = loader.build(folder_of(content), rows=known, readings={}, gaps={})
    try:
        loader.effective(book, readings=laid.readings, gaps=laid.gaps)
    except RulebookProblems as found:
        raise refuse(
            "Chưa chốt được: cách hiểu đã chọn hoặc nội dung đã bổ sung không còn hợp với bản này.",
            why=found.problems[0].message,
            todo="Hãy giữ lại câu hỏi và nội dung phải bổ sung trong bản này, hoặc chọn, bổ sung lại trước.",
        ) from None


def begin_version(book: OwnBook, *, by: Account, at: datetime) -> BookVersion:
    """The next version of an own book, beginning with what the newest frozen one says.

    Raises: Refused while a version is in work.
    """
    name = "rulebooks.begin_version"
    with journal.act(name, by=by, at=at, about=f"rulebook:{book.code}") as told:
        access.must_let(by, act=name, unit=book.unit, at=at)
        if queries.in_work(book) is not None:
            raise refuse("Đang có một bản chưa chốt.", todo="Hãy sửa và chốt bản đó.")
        former = queries.stored(book.code)
        told.details = {"number": former.number + 1, "from": former.number}
        return BookVersion.objects.create(
            book=book,
            number=former.number + 1,
            began_from=f"Bản {former.number}",
            content=canonical(queries.content_of(former)),
            begun_at=at,
            begun_by=by,
        )
