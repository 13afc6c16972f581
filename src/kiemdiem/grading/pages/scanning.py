"""The scan that comes in with a document: kept at once, carried through the looking over, shown afterwards."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest

from kiemdiem.core.answer import Refused
from kiemdiem.cycles.models import Season
from kiemdiem.files import commands as files
from kiemdiem.files import queries as stored
from kiemdiem.files.models import StoredFile
from kiemdiem.grading import forms
from kiemdiem.web.shapes import AnswerRow


def keep_scan(form: forms.ScanForm, request: HttpRequest, *, season: Season, at: datetime) -> None:
    """Keeps the scan as soon as it comes in, so that it is not asked for again after a fault elsewhere."""
    if not form.is_bound:
        return
    form.full_clean()
    scan = form.cleaned_data.get("scan")
    if scan:
        try:
            kept = files.keep_file(scan, name=scan.name, by=request.user, at=at, season=season.key)
        except Refused as refusal:
            form.add_error("scan", refusal.answer.sentence())
            return
        form.keep(kept)
    elif found := stored.stored_file(form.cleaned_data.get("scan_kept") or ""):
        form.keep(found)


def kept_scan(answers: dict[str, Any]) -> StoredFile | None:
    """The scan that came in with the answers."""
    return stored.stored_file(answers["scan_kept"])


def scan_row(form: forms.ScanForm) -> AnswerRow:
    """The scan as it is looked over."""
    kept = kept_scan(form.cleaned_data)
    return AnswerRow("Bản quét", kept.name if kept else "")
