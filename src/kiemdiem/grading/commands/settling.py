"""Keeping a decision: the one before it stays readable, a departure and a new grading carry their reason."""

from dataclasses import dataclass
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.files.models import StoredFile
from kiemdiem.grading.commands import asking
from kiemdiem.grading.commands.asking import Chosen
from kiemdiem.grading.models import Decision
from kiemdiem.grading.queries import results
from kiemdiem.org.models import Unit


@dataclass(frozen=True)
class Taken:
    """How a decision was taken: by which body, on which day, in which document, with its scan where there is one."""

    body: Unit
    on: date
    document: str
    is_above: bool = False
    scan: StoredFile | None = None


def settled(one: Chosen, taken: Taken, *, by: Account, at: datetime) -> Decision:
    """The decision in force of the subject; what it replaces is kept behind it.

    Raises: Refused for a departure without a reason, a missing document, a day ahead.
    """
    asking.must_have_happened(taken.on, at=at)
    asking.must_be_a_grade(one)
    if not taken.document.strip():
        raise refuse("Chưa ghi quyết định: thiếu số, ký hiệu văn bản.", todo="Hãy nhập số, ký hiệu văn bản.")
    verdict = asking.verdict_of(one.subject)
    before = results.current_decision(one.subject)
    reason = one.reason.strip() or results.reason_proposed(one.subject, grade=one.grade)
    departs = one.grade != verdict.grade
    if departs and not reason:
        raise refuse(
            f"Chưa ghi quyết định về {one.subject.name}: mức quyết định khác kết quả theo quy định.",
            todo="Ghi lý do tập thể quyết định khác, hoặc chọn đúng mức theo quy định.",
        )
    Decision.objects.filter(subject=one.subject, is_current=True).update(is_current=False)
    return Decision.objects.create(
        season_id=one.subject.season_id,
        subject=one.subject,
        body=taken.body,
        verdict=verdict,
        number=before.number + 1 if before else 1,
        grade=one.grade,
        decided_on=taken.on,
        document=taken.document.strip(),
        from_above=taken.is_above,
        departs=departs,
        reason=reason,
        regrade_of=before,
        scan=taken.scan,
        keyed_at=at,
        keyed_by=by,
    )
