"""The party body of a season as a subject of its own: who proposes, where it is scored, what its slips came to."""

from datetime import date

from kiemdiem.ballots import queries as ballots
from kiemdiem.core.answer import refuse
from kiemdiem.core.counting import Mean
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading.models import Decision
from kiemdiem.grading.queries import before, competent, judged
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Meeting
from kiemdiem.org.models import Unit

KIND = "party_body"


def party_body_of(season: Season) -> SeasonSubject:
    """The party body the season grades.

    Raises: Refused where the season grades none.
    """
    found = cycles.subject_of_unit(season, season.unit, kind=KIND)
    if found is None:
        raise refuse("Đợt kiểm điểm này không xếp loại Đảng bộ.", todo="Hãy xem kết quả của từng chi bộ.")
    return found


def grades_party_body(season: Season) -> bool:
    """Whether the season grades the party body itself; a draft grades nobody yet."""
    return cycles.subject_of_unit(season, season.unit, kind=KIND) is not None


def proposing_body(season: Season) -> Unit:
    """The body that puts the party body's grade forward.

    Raises: Refused when the season has no such body.
    """
    found = competent.competent_bodies(season, "propose_grade", subject_kind=KIND)
    if not found:
        raise refuse(
            "Chưa xác định được nơi dự kiến mức của Đảng bộ trong đợt này.",
            todo="Bổ sung Ban Thường vụ vào cây tổ chức, hoặc xem lại bộ quy tắc.",
        )
    return found[0]


def scale_gap(season: Season) -> str:
    """What must be filled in before the party body can be graded; empty when its scale is known."""
    book = cycles.book_of(season)
    if book.subjects.subject(KIND).scale:
        return ""
    return "; ".join(gap.name for gap in cycles.unfilled_gaps(season)) or "thang điểm của Đảng bộ"


def must_have_scale(season: Season) -> None:
    """Passes when the scale of the party body is known.

    Raises: Refused while it is still to be filled in.
    """
    missing = scale_gap(season)
    if missing:
        raise refuse(
            "Chưa xếp loại được Đảng bộ: chưa có thang điểm.",
            why=f"Còn phải bổ sung: {missing}.",
            todo="Cán bộ tổ chức bổ sung nội dung này ở trang bộ quy tắc.",
        )


def scoring_sittings(season: Season) -> list[Meeting]:
    """The sittings at which the party body is scored, that were opened, the last one last."""
    kinds = [each.kind for each in cycles.book_of(season).process.sittings if KIND in each.scores]
    return [meeting for kind in kinds for meeting in meetings.sittings_held(season, kind=kind)]


def self_classified(subject: SeasonSubject) -> Decision | None:
    """The last grade the party body gave itself; the decisions of higher bodies are left out."""
    return Decision.objects.filter(subject=subject, from_above=False).order_by("number").last()


def grade_by_rules(subject: SeasonSubject, *, on: date) -> str:
    """The grade the rules give the party body as the records stand on the day; nothing is kept, empty without one."""
    ((_, _, said),) = judged.asked_of_rules(subject.season, [subject], kind=KIND, on=on)
    return said.grade or ""


def points_of(subject: SeasonSubject) -> Mean | None:
    """The mean of the counted slips about the subject; nothing before they are counted."""
    round_ = before.scoring_of(subject)
    return ballots.mean_of(round_) if round_ else None
