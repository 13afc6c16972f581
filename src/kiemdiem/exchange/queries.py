"""Reads of the room: import files handed in, and the names of grades in a rulebook's scales."""

from django.db.models import QuerySet

from kiemdiem.core.answer import refuse
from kiemdiem.core.names import search_key
from kiemdiem.exchange.models import Upload
from kiemdiem.org.models import Unit
from kiemdiem.rulebooks import queries as rulebooks


def upload(key: str) -> Upload:
    """The import file of that key.

    Raises: Refused when there is none.
    """
    found = Upload.objects.filter(key=key).select_related("unit", "file", "uploaded_by").first()
    if found is None:
        raise refuse("Không tìm thấy lần nhập này.", todo="Hãy quay lại trang nhập từ Excel.")
    return found


def uploads_of(unit: Unit) -> QuerySet[Upload]:
    """The import files of a committee, the newest first."""
    return Upload.objects.filter(unit=unit).select_related("file", "uploaded_by")


def levels_of(rulebook_code: str) -> dict[str, frozenset[str]]:
    """The codes each grade's name or code may stand for in the rulebook's scales; empty without a rulebook."""
    found: dict[str, set[str]] = {}
    if rulebook_code:
        for scale in rulebooks.rulebook(rulebook_code).subjects.scales:
            for level in scale.levels:
                for written in (level.code, level.name, level.short):
                    if written:
                        found.setdefault(search_key(written), set()).add(level.code)
    return {name: frozenset(codes) for name, codes in found.items()}
