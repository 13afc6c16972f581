"""What every act of a body asks first: the gates of the rulebook, the verdict in force, what the page had shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kiemdiem.core.answer import Answer, must, refuse
from kiemdiem.core.process import gates
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading.models import Verdict
from kiemdiem.grading.queries import results, versions
from kiemdiem.org.days import day_of


@dataclass(frozen=True)
class Chosen:
    """The grade a body chose for one subject, and why where it departs; an empty grade leaves it ungraded.

    `version`: of the result as the page showed it; None when nobody saw it on a screen.
    """

    subject: SeasonSubject
    grade: str
    reason: str = ""
    version: int | None = None


def asked(season: Season, question: object) -> tuple[Answer, ...]:
    """The answers of every gate of the act.

    Raises: Refused by the first that says no.
    """
    answers = gates.ask(cycles.book_of(season), question)
    must(gates.together(answers))
    return answers


def rows_of(answers: Iterable[Answer]) -> tuple[str, ...]:
    """The rows the answers rest on, each once."""
    return tuple(dict.fromkeys(row for answer in answers for row in answer.rows))


def verdict_of(subject: SeasonSubject) -> Verdict:
    """The verdict in force of a subject.

    Raises: Refused when the rules were not asked yet.
    """
    verdict = results.current_verdict(subject)
    if verdict is None:
        raise refuse(
            f"Chưa ghi được mức của {subject.name}: chưa có kết quả theo quy định.",
            todo="Hãy chạy xét kết quả của đơn vị này trước.",
        )
    return verdict


def must_be_unchanged(*subjects: SeasonSubject, version: int | None) -> None:
    """Passes when the results are still those of that version.

    Raises: Refused when something about them was kept since.
    """
    if version is not None and version != versions.version_of(*subjects):
        names = subjects[0].name if len(subjects) == 1 else "các đơn vị"
        raise refuse(
            f"Chưa ghi: kết quả của {names} vừa được người khác sửa sau khi Đồng chí mở trang.",
            todo="Hãy mở lại trang để xem nội dung mới, rồi nhập lại phần của mình.",
        )


def must_have_happened(on: date, *, at: datetime) -> None:
    """Passes when the day has come.

    Raises: Refused for a day ahead.
    """
    if on > day_of(at):
        raise refuse(
            f"Chưa ghi được: ngày {on:%d/%m/%Y} chưa đến.",
            todo="Hãy nhập ngày việc đó đã diễn ra trên thực tế.",
            on=on.isoformat(),
        )


def must_be_a_grade(one: Chosen) -> None:
    """Passes when the grade is one of the subject's scale, or none.

    Raises: Refused for another word.
    """
    subjects = cycles.book_of(one.subject.season).subjects
    scale = subjects.scale(subjects.subject(one.subject.kind).scale or "")
    if one.grade and one.grade not in scale.codes:
        names = "; ".join(level.name for level in scale.levels)
        raise refuse(
            f"Chưa ghi được mức của {one.subject.name}: mức này không có trong thang xếp loại.",
            todo=f"Hãy chọn một trong các mức: {names}.",
        )
