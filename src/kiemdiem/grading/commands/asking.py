"""What every act of a body asks first: the gates of the rulebook, and the verdict in force."""

from collections.abc import Iterable

from kiemdiem.core.answer import Answer, must, refuse
from kiemdiem.core.process import gates
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading.models import Verdict
from kiemdiem.grading.queries import results


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
