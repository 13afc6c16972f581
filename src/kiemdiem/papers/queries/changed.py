"""What a change of the register touches on paper: papers already written, and papers handed in for the dossiers."""

from collections.abc import Iterator

from django.db.models import Q

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.papers.models import Paper, ReceivedPaper
from kiemdiem.papers.queries.counter import title_of

EVERY_WAY = ("end", "add", "follow", "stay", "keep")
# What was printed and what was handed in stays as it is, whichever way is taken: a wrong one is voided or returned.
WRITTEN = tuple((way, "Giấy đã in giữ nguyên; nếu không dùng nữa thì hủy và in lại") for way in EVERY_WAY)
DRAFTED = tuple((way, "Bản dự thảo in lại theo danh sách mới") for way in EVERY_WAY)
HANDED_IN = tuple((way, "Giấy đã nhận giữ nguyên trong hồ sơ; nếu nhận nhầm thì trả lại") for way in EVERY_WAY)


def touched_by(season: Season, change: cycles.Change) -> Iterator[cycles.Touched]:
    """The papers about those the change is about, or about a merged cell and everybody in it."""
    people = cycles.people_of(season, change)
    subjects = SeasonSubject.objects.filter(season=season)
    subjects = subjects.filter(unit=change.unit) if people is None else subjects.filter(person_id__in=people)
    about = Q(about__in=subjects.values("key"))
    received = Q(person_id__in=subjects.exclude(person=None).values("person_id"))
    if change.unit is not None and change.person is None:
        about |= Q(about=f"unit:{change.unit.key}")
        received |= Q(unit=change.unit, person__isnull=True)
    written = Paper.objects.filter(about, season=season).exclude(state=Paper.State.VOIDED)
    for paper in written.order_by("pk"):
        is_issued = paper.state == Paper.State.ISSUED
        ways = WRITTEN if is_issued else DRAFTED
        yield cycles.Touched("paper", paper.key, f"Giấy tờ đã lập: {paper.title}", ways, is_issued)
    handed_in = ReceivedPaper.objects.filter(received, season=season, returned_at__isnull=True)
    for each in handed_in.select_related("person", "season").order_by("received_on", "pk"):
        yield cycles.Touched("dossier", each.key, f"Hồ sơ đã nhận: {title_of(each)}", HANDED_IN, True)
