"""What a change of the register touches in grading: verdicts, decisions, the cap and the grade of the cell."""

from collections.abc import Iterator

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading.models import Decision, Verdict

# What was decided changes by regrade only, so nobody is graded in a second cell after a decision.
DECIDED = (
    ("end", "Quyết định đã ban hành giữ nguyên"),
    ("keep", "Giữ nguyên"),
    ("stay", "Giữ kết quả đã quyết định"),
)
# A cell's own decision stands as well, whoever leaves or joins the cell after it.
CELL_DECIDED = tuple(
    (way, "Quyết định về chi bộ đã ban hành giữ nguyên, chỉ thay đổi khi xét lại")
    for way in ("end", "add", "keep", "stay")
)
AGAIN = tuple((way, "Xét lại theo danh sách mới") for way in ("end", "add", "follow", "stay", "keep"))


def touched_by(season: Season, change: cycles.Change) -> Iterator[cycles.Touched]:
    """The verdicts and decisions of those the change is about, and the cap and grade of every cell they count in."""
    own = SeasonSubject.objects.filter(season=season)
    people = cycles.people_of(season, change)
    own = own.filter(person_id__in=people) if people is not None else own.filter(unit=change.unit)
    decided = set(Decision.objects.filter(subject__in=own, is_current=True).values_list("subject_id", flat=True))
    judged = set(Verdict.objects.filter(subject__in=own).values_list("subject_id", flat=True))
    for subject in own.order_by("kind", "sort_key", "key"):
        if subject.pk in decided:
            yield cycles.Touched("decision", subject.key, f"Quyết định: {subject.name}", DECIDED, True)
        elif subject.pk in judged:
            yield cycles.Touched("verdict", subject.key, f"Kết quả dự kiến: {subject.name}", AGAIN)
    cells = {subject.unit_id for subject in own if subject.kind == "member"} | {
        unit.pk for unit in (change.unit, change.to_unit) if unit is not None
    }
    found = SeasonSubject.objects.filter(season=season, kind="cell", unit_id__in=cells).order_by("sort_key", "key")
    settled = set(Decision.objects.filter(subject__in=found, is_current=True).values_list("subject_id", flat=True))
    for cell in found:
        ways = CELL_DECIDED if cell.pk in settled else AGAIN
        yield cycles.Touched("cap", f"cap:{cell.key}", f"Tỷ lệ mức cao nhất của {cell.name}", ways, cell.pk in settled)
        yield cycles.Touched("cell_grade", cell.key, f"Mức xếp loại của {cell.name}", ways, cell.pk in settled)
