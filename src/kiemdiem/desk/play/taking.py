"""What a body takes of the results: proposals, decisions with their reasons, the decisions of a body above, praise."""

from collections.abc import Iterable

from kiemdiem.ballots import queries as ballots
from kiemdiem.ballots.models import Line, Round
from kiemdiem.core.answer import Refused
from kiemdiem.core.judge.places import places
from kiemdiem.core.law.sections.quotas import Quota
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.desk.play import bodies, cells
from kiemdiem.desk.play.stage import Stage
from kiemdiem.grading import commands as grading
from kiemdiem.grading import queries as results
from kiemdiem.org.models import Unit

COMMITTEE, ABOVE = "executive_committee", "superior"
KINDS = ("member", "cell", "collective", "leader", "party_body")
AGREED = "Ban Chấp hành thảo luận, thống nhất mức này"
BY_VOTE = "Tiêu chuẩn của mức chưa được bổ sung; tập thể lấy mức được quá nửa số phiếu kín"
FROM_ABOVE = "Cấp trên quyết định trên cơ sở thẩm định hồ sơ"
AT_THE_LINE = "Trong số các trường hợp bằng nhau ở ngưỡng tỷ lệ, tập thể chọn theo số phiếu đề xuất"
OVER = "Vượt tỷ lệ tối đa của mức trên; tập thể xếp mức kế tiếp theo thứ tự số phiếu"
WITHOUT_VOTE = "Tiêu chuẩn của mức chưa được bổ sung; tập thể thảo luận, thống nhất mức này"


def settled_by(stage: Stage, body: str, *, verb: str = "decides") -> dict[str, frozenset[str]]:
    """What a kind of body settles by the rulebook: kinds of subject, each with the kinds of unit it is only about."""
    mandates = [each for each in stage.book.process.mandates if each.verb == verb and each.body == body]
    named = {subject for each in mandates for subject in each.subjects}
    units = frozenset(kind for entry in stage.book.subjects.reviewed for kind in entry.unit_kinds) & named
    found = {kind: frozenset[str]() for kind in KINDS if kind in named}
    return found | ({"collective": units} if units else {})


def subjects(stage: Stage, kinds: Iterable[str], *, unit_kinds: Iterable[str] = ()) -> list[SeasonSubject]:
    """The subjects of the kinds that are graded and did not leave; `unit_kinds`: only those of these kinds of unit."""
    found = SeasonSubject.objects.filter(
        season=stage.season, kind__in=list(kinds), is_graded=True, ended_on__isnull=True
    )
    if unit_kinds:
        found = found.filter(unit__in=stage.season.units.filter(kind__in=list(unit_kinds)).values("unit_id"))
    return list(found.select_related("person", "unit", "season").order_by("kind", "sort_key", "key"))


def propose(stage: Stage, found: Iterable[SeasonSubject], *, body: Unit) -> None:
    """A body proposes what the rules gave, and where they can give none what was voted, with its reason."""
    settled = [settle(stage, result, agreed=False) for result in results.results_of(found)]
    grading.propose_grades(
        stage.season,
        within_shares(stage, [one for one in settled if one is not None]),
        body=body,
        proposed_on=stage.clock.now.date(),
        **stage.by("vanphong"),
    )


def decide(
    stage: Stage, found: Iterable[SeasonSubject], *, document: str, body: str = COMMITTEE
) -> list[SeasonSubject]:
    """The executive committee, or another body, recognises what was proposed; what is left it settles with a reason.

    Shape: the subjects it left open, which wait for a supplementary meeting.
    """
    chosen, left = [], []
    listed = results.results_of(found)
    lifted = at_the_line(listed)
    for result in listed:
        settled = lifted.get(result.subject.pk) or settle(stage, result)
        if settled is None:
            left.append(result.subject)
        else:
            chosen.append(settled)
    grading.decide_grades(
        stage.season,
        within_shares(stage, chosen),
        body=bodies.unit_of_kind(stage, body),
        decided_on=stage.clock.now.date(),
        document=document,
        **stage.by("vanphong"),
    )
    return left


def settle(stage: Stage, result: results.Result, *, agreed: bool = True) -> grading.Chosen | None:
    """What a body takes for one subject: the grade of the rules, else with a reason what the slips or it itself give.

    `agreed`: whether it settles by itself those the rules judge and give no grade.
    """
    subject, verdict = result.subject, result.verdict
    if verdict is None or verdict.outcome == "not_graded":
        return None
    if verdict.grade:
        return grading.Chosen(subject, verdict.grade)
    codes = stage.book.subjects.scale(stage.book.subjects.subject(subject.kind).scale or "").codes
    if not stage.book.standards.of(subject.kind).on(codes).standards:
        voted = voted_grade(subject)
        return grading.Chosen(subject, voted or codes[1], reason=BY_VOTE if voted else WITHOUT_VOTE)
    if verdict.outcome == "cannot_say" or not agreed:
        return None
    return grading.Chosen(subject, codes[-2], reason=AGREED)


def at_the_line(listed: Iterable[results.Result]) -> dict[int, grading.Chosen]:
    """Whom the committee takes of those who tie at the line of a share, by their votes, as far as there are places."""
    tied: dict[tuple[str, str], list[results.Result]] = {}
    places_of: dict[tuple[str, str], int] = {}
    for result in listed:
        for share in result.verdict.result.get("quotas", ()) if result.verdict else ():
            if share["state"] == "tie":
                tied.setdefault((share["entry"], share["group"]), []).append(result)
                places_of[share["entry"], share["group"]] = share["places"]
    found = {}
    for line, waiting in tied.items():
        ranked = sorted(waiting, key=lambda one: -share_of_votes(one))
        for result in ranked[: places_of[line]]:
            grade = result.verdict.result["reached"]
            found[result.subject.pk] = grading.Chosen(result.subject, grade, reason=AT_THE_LINE)
    return found


def share_of_votes(result: results.Result) -> int:
    """How many in a thousand of the valid slips about a subject were for the grade it reached."""
    given = voted(result.subject)
    votes = given.votes.get(result.verdict.result["reached"], 0) if given is not None else 0
    return 1000 * votes // max(1, given.line.round.valid or 1) if given is not None else 0


def within_shares(stage: Stage, chosen: list[grading.Chosen]) -> list[grading.Chosen]:
    """The same, where nobody could ask the rules: whoever stands beyond a share by votes gets the grade below."""
    found = list(chosen)
    for quota in (each for each in stage.book.quotas.quotas if not each.chosen):
        groups: dict[int, list[grading.Chosen]] = {}
        for one in found:
            if one.subject.kind == quota.subject and one.reason in (BY_VOTE, WITHOUT_VOTE):
                groups.setdefault(one.subject.unit_id if quota.group == "cell" else 0, []).append(one)
        for group in groups.values():
            for one in beyond(stage, quota, group):
                fallen = grading.Chosen(one.subject, quota.falls_to or quota.base_grade, reason=OVER)
                found[found.index(one)] = fallen
    return found


def beyond(stage: Stage, quota: Quota, group: list[grading.Chosen]) -> list[grading.Chosen]:
    """Those of a group at the grade of a quota for whom there is no place, fewest votes last."""
    scale = stage.book.subjects.scale(stage.book.subjects.subject(quota.subject).scale or "")
    good = sum(scale.rank(one.grade) >= scale.rank(quota.base_grade) for one in group)
    top = [one for one in group if one.grade == quota.grade]
    votes = {one.subject.pk: result.votes.get(quota.grade, 0) for one in top if (result := voted(one.subject))}
    most = places(quota, reached=good, graded=len(group), size=len(group))
    return sorted(top, key=lambda one: -votes.get(one.subject.pk, 0))[most:]


def voted_grade(subject: SeasonSubject) -> str:
    """The grade the last count of slips about a subject gave; empty where none won or nobody voted."""
    found = voted(subject)
    return (found.winner or "") if found is not None else ""


def voted(subject: SeasonSubject) -> ballots.Result | None:
    """What the last count of slips about a subject gave; nothing where nobody voted."""
    lines = Line.objects.filter(subject=subject, round__state=Round.State.LOCKED, round__is_scored=False)
    last = lines.select_related("round__season", "round__meeting__unit").order_by("round__held_on", "round_id").last()
    return next((r for r in ballots.results_of(last.round) if r.line.pk == last.pk), None) if last else None


def take_from_above(stage: Stage) -> None:
    """Enters what the body above decided: it follows what was proposed, or grades by its own reasons."""
    for kind, units in settled_by(stage, ABOVE).items():
        for result in results.results_of(subjects(stage, (kind,), unit_kinds=units)):
            scale = stage.book.subjects.scale(stage.book.subjects.subject(kind).scale or "")
            own = grading.Chosen(result.subject, scale.codes[1], reason=FROM_ABOVE)
            grading.record_decision_above(
                stage.season, settle(stage, result) or own, body=bodies.unit_of_kind(stage, ABOVE),
                decided_on=stage.clock.now.date(), document="35-QĐ/CT", **stage.by("vanphong"),
            )  # fmt: skip


def judge_rest(stage: Stage, found: Iterable[SeasonSubject], *, kind: str) -> None:
    """Asks the rules of those no meeting asked them of, or who waited for the grade of others."""
    rest = [
        result.subject
        for result in results.results_of(found)
        if result.decision is None and (result.verdict is None or result.verdict.outcome == "cannot_say")
    ]
    for subject in rest:
        if subject.person is None:
            cells.attest(stage, subject)
    if rest:
        grading.judge_stage(
            stage.season, rest, kind=kind, why="Xét trước khi quyết định", judged_on=stage.clock.now.date(),
            **stage.by("vanphong"),
        )  # fmt: skip


def judge_all(stage: Stage) -> None:
    """Asks the rules of everybody still without an answer, organisations before persons."""
    for kind in ("cell", "collective", "leader", "member", "party_body"):
        judge_rest(stage, subjects(stage, (kind,)), kind=kind)


def commend(stage: Stage) -> None:
    """Chooses cells for commendation, as many as the share allows, after trying one too many; where anybody does."""
    if not any(gate.act == "award_units" for gate in stage.book.process.gates):
        return
    top = results.units_decided_at_top(stage.season)
    committee = bodies.unit_of_kind(stage, COMMITTEE)

    def choose(count: int) -> None:
        grading.commend(
            stage.season, top[:count], body=committee, chosen_on=stage.clock.now.date(), document="12-NQ/ĐU",
            **stage.by("vanphong"),
        )  # fmt: skip

    if top:
        stage.refused("grading.commend", f"{len(top)}", attempt=lambda: choose(len(top)))
    for count in range(len(top), 0, -1):
        try:
            choose(count)
        except Refused:
            continue
        return
