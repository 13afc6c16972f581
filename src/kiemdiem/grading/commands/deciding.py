"""What the competent body made of the verdicts: recognise them, or depart with a reason."""

from collections.abc import Sequence
from datetime import date, datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Answer, refuse
from kiemdiem.core.process import facts
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.grading import access
from kiemdiem.grading.commands import asking
from kiemdiem.grading.commands.asking import Chosen
from kiemdiem.grading.commands.settling import Taken, settled
from kiemdiem.grading.models import Decision
from kiemdiem.grading.queries import before, results
from kiemdiem.journal import commands as journal
from kiemdiem.org import access as org_access
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit

ACT = "grading.decide"


def decide_grades(
    season: Season,
    chosen: Sequence[Chosen],
    *,
    body: Unit,
    decided_on: date,
    document: str,
    by: Account,
    at: datetime,
) -> list[Decision]:
    """The decisions of the competent body on a list, all of them or none; a departure needs its reason.

    Raises: Refused for a subject decided before: it changes by regrading only.
    """
    taken = Taken(body, decided_on, document)
    with journal.act(ACT, by=by, at=at, about=f"season:{season.key}", season=season.key) as act:
        access.must_stand(season, act=ACT)
        made = []
        rows: dict[str, None] = {}
        for one in chosen:
            access.must_let(by, ACT, season=season, subject=one.subject, on=at.date())
            asking.must_be_unchanged(one.subject, version=one.version)
            _must_be_undecided(one)
            rows.update(dict.fromkeys(asking.rows_of(answers_to(one, taken, by=by))))
            access.must_do(by, ACT, season=season, subject=one.subject, on=at.date())
            made.append(settled(one, taken, by=by, at=at))
        act.happened_on, act.rows = decided_on, tuple(rows)
        act.details = {"grades": {one.subject.key: one.grade for one in chosen}, "body": body.key, "document": document}
        return made


def _must_be_undecided(one: Chosen) -> None:
    standing = results.current_decision(one.subject)
    if standing is not None:
        raise refuse(
            f"Chưa ghi: {one.subject.name} đã có quyết định {standing.document}.",
            todo="Kết quả đã quyết định chỉ được thay bằng xếp loại lại, có ghi lý do.",
        )


def answers_to(one: Chosen, taken: Taken, *, by: Account) -> tuple[Answer, ...]:
    """The answers of the rulebook's gates to a decision on one subject.

    Raises: Refused by the first that says no.
    """
    result = results.result_of(one.subject)
    verdict = result.verdict
    question = facts.RecordDecision(
        subject_kind=one.subject.kind,
        body_kind=org.unit_kind(taken.body, on=taken.on),
        verdict_outcome=verdict.outcome if verdict else "",
        grade=one.grade,
        proposed_grade=result.proposal.grade if result.proposal else verdict.grade if verdict else "",
        ceiling=(verdict.result.get("ceiling") if verdict else None) or "",
        departs_reason=one.reason,
        document=taken.document,
        own_body=one.subject.unit_id == one.subject.season.unit_id,
        keyed_by_subject=one.subject.person is not None and org_access.is_own_file(by, one.subject.person),
        civil_agrees=_civil_agrees(one, result),
        inputs=results.inputs_present(result),
        done=before.came_first(one.subject, on=taken.on),
        holding=results.holding(result),
    )
    return asking.asked(one.subject.season, question)


def _civil_agrees(one: Chosen, result: results.Result) -> bool | None:
    """Whether the grade stays within what the conditions allow, the agency's result among them; None without one."""
    ceiling = result.verdict.result.get("ceiling") if result.verdict else None
    if not ceiling or not one.grade or not results.known_by_record(result).get("outside_grade"):
        return None
    subjects = cycles.book_of(one.subject.season).subjects
    scale = subjects.scale(subjects.subject(one.subject.kind).scale or "")
    return scale.rank(one.grade) <= scale.rank(ceiling)
