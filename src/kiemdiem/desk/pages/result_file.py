"""The whole file of one result: from the first fact to the last paper, judged again on the spot."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.cycles.pages import frame
from kiemdiem.desk import access, queries, words
from kiemdiem.desk.queries import Record
from kiemdiem.grading import queries as grading
from kiemdiem.grading.pages import result as result_page
from kiemdiem.grading.pages import shown
from kiemdiem.journal.models import Entry
from kiemdiem.org import access as org_access
from kiemdiem.web import phrases, replies
from kiemdiem.web.shapes import Column, Crumb, Table, TableCell

ACT = "desk.inspect_result"
HEADS = (Column("Ngày"), Column("Nội dung"), Column("Người ghi, người ký"))


@login_required
@require_safe
def result_file(request: HttpRequest, key: str, subject_key: str) -> HttpResponse:
    """Open to whoever inspects the results of the subject's organisation."""
    season = cycles.season(key)
    subject = cycles.subject(season, subject_key)
    org_access.must_hold(request.user, access.ACTS[ACT], unit=subject.unit, on=frame.today_in(season), act=ACT)
    found, book = grading.result_of(subject), shown.book_of(season)
    verdict = found.verdict
    parts = queries.records_of(subject)
    return replies.show(
        request, "desk/result_file.html", frame=frame.frame_of(season), subject=subject,
        said=shown.said(book, found), stages=shown.stages(book, found), flags=shown.flag_words(found),
        where=places(subject), parts=[(part, table(part, records)) for part, records in parts.items() if records],
        missing=[part for part, records in parts.items() if not records],
        proof=queries.proof_of(verdict) if verdict else None,
        facts=result_page.fact_rows(book, verdict) if verdict else [],
        findings=shown.finding_lines(book, subject.kind, verdict=verdict) if verdict else [],
        receipt=verdict.result["receipt"] if verdict else {}, journal=journal(queries.entries_of(subject)),
        crumbs=frame.way_to(
            season, Crumb("Hồ sơ một kết quả", reverse("desk:result_files", args=[key])), Crumb(subject.name)
        ),
    )  # fmt: skip


def places(subject: SeasonSubject) -> list[str]:
    """Where the subject is reviewed, in the order of the meetings."""
    units = {unit.unit_id: unit.name for unit in subject.season.units.all()}
    return [units.get(place.unit_id, place.unit.key) for place in subject.places.filter(ended_on__isnull=True)]


def table(part: str, records: list[Record]) -> Table:
    """The records of one part, by day."""
    rows = tuple(
        (
            TableCell(phrases.day(record.on) if record.on else "Chưa rõ"),
            TableCell(record.what, reverse(record.page, args=record.about) if record.page else ""),
            TableCell(record.who),
        )
        for record in records
    )
    return Table(f"{part} ({len(rows)})", HEADS, rows)


def journal(entries: list[Entry]) -> Table:
    """What the journal keeps of it, each with its number in the chain."""
    rows = tuple(
        (
            TableCell(phrases.day(entry.happened_on or entry.keyed_at.date())),
            TableCell(words.act_words(entry.act), note=f"số {entry.seq} trong nhật ký"),
            TableCell(entry.keyed_by_name),
        )
        for entry in entries
    )
    return Table(f"Nhật ký ({len(rows)})", HEADS, rows)
