"""What a member has to do about himself, and nobody else: his self-review, his own assessment as a leader."""

from collections.abc import Iterator
from datetime import date

from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.desk.queries.tasks.cell import review_due
from kiemdiem.desk.queries.tasks.todo import Asking, Todo
from kiemdiem.reviews import queries as reviews
from kiemdiem.reviews.models import SelfReview

PART = "Của tôi"
State = SelfReview.State


def of_own_review(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """His self-review at its stage: to be written, to wait for the meeting, to be completed, to be confirmed."""
    season, subject = asking.season, own(asking, units, kind="member")
    if subject is None or season.state != Season.State.OPEN or not subject.is_reviewed:
        return
    kept = reviews.self_review(season, subject.person)
    here = ("reviews:self_review", (season.key, subject.person.key))
    meets_on = meeting_day(season, subject)
    held = f"Chờ chi bộ họp{f' ngày {meets_on:%d/%m/%Y}' if meets_on else ''}: đồng chí trình bày bản kiểm điểm."
    if kept is None or kept.state == State.DRAFT:
        due = review_due(season, subject, default=meets_on or asking.soon)
        title = "Viết bản tự kiểm điểm" if kept is None else "Viết tiếp và nộp bản tự kiểm điểm"
        yield Todo(PART, title, *here, due_on=due)
    elif kept.state == State.SUBMITTED:
        yield Todo(PART, "Trình bày bản tự kiểm điểm trước chi bộ", due_on=meets_on, why=held)
    elif kept.state == State.PRESENTED:
        yield Todo(PART, "Bổ sung, hoàn thiện bản tự kiểm điểm theo kết luận", *here)
    elif kept.state == State.COMPLETED:
        yield Todo(PART, "Ký bản tự kiểm điểm đã hoàn thiện", why="Chờ chi bộ xác nhận bản đã hoàn thiện.")


def of_own_assessment(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """His own assessment as a leader, while it is not written."""
    season, person = asking.season, asking.person
    leader = cycles.subject_of(season, person, kind="leader") if person else None
    if leader is None or season.state != Season.State.OPEN:
        return
    written = {paper.kind for paper in reviews.leader_papers_of(season, leader.person)}
    for form in reviews.leader_forms(cycles.book_of(season)):
        if "leader" in form.filled_by and form.key not in written:
            here = ("reviews:leader", (season.key, leader.person.key))
            yield Todo(PART, f"Viết {form.title[0].lower()}{form.title[1:]} ({form.code})", *here)


def own(asking: Asking, units: frozenset[int], *, kind: str) -> SeasonSubject | None:
    """The account's own person as a subject of the season, within the units where it may write for itself."""
    if asking.person is None:
        return None
    subject = cycles.subject_of(asking.season, asking.person, kind=kind)
    return subject if subject is not None and subject.unit_id in units else None


def meeting_day(season: Season, subject: SeasonSubject) -> date | None:
    """The day the plan has for the meeting of the subject's own organisation."""
    step = cycles.meeting_steps(season, unit=subject.unit).first()
    return step.from_on if step else None
