"""What a change of the register touches in ballots: lines on slips, and the denominators of rounds."""

from collections.abc import Iterator

from kiemdiem.ballots.models import Line, Round, RoundVoter
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season

# Slips that went out are never altered: the counted line stays, and its person is not voted on elsewhere as well.
OUT = (("end", "Giữ nguyên phiếu và kết quả đã chốt"), ("keep", "Giữ nguyên"), ("stay", "Giữ kết quả ở chi bộ cũ"))
STILL = (
    ("end", "Bỏ dòng trước khi phát phiếu"),
    ("add", "Thêm dòng ở lần bỏ phiếu sau"),
    ("follow", "Bỏ phiếu ở chi bộ mới"),
    ("stay", "Bỏ phiếu ở chi bộ cũ"),
    ("keep", "Giữ dòng trên phiếu"),
)
COUNTED = (
    ("end", "Mẫu số của lần đã chốt giữ nguyên"),
    ("add", "Tính vào mẫu số từ lần sau"),
    ("follow", "Mẫu số của lần đã chốt giữ nguyên"),
    ("stay", "Mẫu số của lần đã chốt giữ nguyên"),
    ("keep", "Mẫu số của lần đã chốt giữ nguyên; lần sau lấy danh sách mới"),
)


def touched_by(season: Season, change: cycles.Change) -> Iterator[cycles.Touched]:
    """The lines on slips and the places among the voters of those the change is about, or of a whole merged cell."""
    lines = Line.objects.filter(round__season=season).exclude(round__state=Round.State.VOID)
    voters = RoundVoter.objects.filter(round__season=season).exclude(round__state=Round.State.VOID)
    people = cycles.people_of(season, change)
    if people is not None:
        lines, voters = lines.filter(subject__person_id__in=people), voters.filter(person_id__in=people)
    else:
        lines = lines.filter(round__meeting__unit=change.unit)
        voters = voters.filter(round__meeting__unit=change.unit)
    for line in lines.select_related("round", "subject").order_by("round_id", "pk"):
        out = line.round.state != Round.State.PREPARED
        title = f"Dòng trên phiếu: {line.subject.name}, {line.round.title}"
        yield cycles.Touched("slip", f"{line.round.key}:{line.subject.key}", title, OUT if out else STILL, out)
    for voter in voters.select_related("round", "person").order_by("round_id", "pk"):
        out = voter.round.state != Round.State.PREPARED
        title = f"Mẫu số {voter.round.title}: {voter.person.full_name}"
        yield cycles.Touched("denominator", f"{voter.round.key}:{voter.pk}", title, COUNTED if out else STILL, out)
