"""What is tried with results: proposed and decided by the wrong body, sent on wrongly, told to the wrong place."""

from typing import Any

from kiemdiem.cycles import commands as cycles
from kiemdiem.cycles import queries
from kiemdiem.cycles.models import PlanStep, Season, SeasonSubject
from kiemdiem.desk.play import bodies, setting, taking
from kiemdiem.desk.play.stage import Stage
from kiemdiem.grading import commands as grading
from kiemdiem.grading import queries as results
from kiemdiem.notices import commands as notices
from kiemdiem.org import commands as org
from kiemdiem.org.models import Unit
from kiemdiem.papers import commands as papers
from kiemdiem.papers import queries as dossiers

CLERK, OTHER_CLERK, OFFICER = "vanphong", "vanphong2", "canbotochuc"
PROPOSES, DECIDES = "standing_committee", "executive_committee"


def subject_of(stage: Stage, kind: str) -> SeasonSubject | None:
    """The first graded subject of a kind."""
    return next(iter(taking.subjects(stage, (kind,))), None)


def best(stage: Stage, subject: SeasonSubject) -> str:
    """The best grade of the subject's scale; none while the scale itself is still to be filled in."""
    subjects = stage.book.subjects
    scale = subjects.subject(subject.kind).scale
    return subjects.scale(scale).top if scale else ""


def propose_by_another(stage: Stage, _: Any) -> bool:
    """A body that may not proposes: a member, and the party body before anything was reviewed."""
    for kind in ("member", "party_body"):
        subject = subject_of(stage, kind)
        if subject is not None:
            own = DECIDES in allowed(stage, kind)
            propose(stage, subject, body=other_body(stage) if own else bodies.unit_of_kind(stage, DECIDES))
    return True


def allowed(stage: Stage, kind: str) -> set[str]:
    """The kinds of body that may propose a grade of that kind of subject."""
    gates = [each for each in stage.book.process.gates if (each.act, each.kind) == ("propose_grade", "competent_body")]
    return {str(body) for each in gates if kind in each.only.get("subject_kind", ()) for body in each.params["bodies"]}


def other_body(stage: Stage) -> Unit:
    """The body that proposes and does not decide: the standing committee, or the first cell where there is none."""
    kinds = {unit.unit_kind for unit in setting.body(stage)}
    return bodies.unit_of_kind(stage, PROPOSES if PROPOSES in kinds else "cell")


def propose(stage: Stage, subject: SeasonSubject, *, body: Unit) -> None:
    """The clerk enters a proposal of the best grade and is turned down."""
    chosen = grading.Chosen(subject, best(stage, subject), "Đề nghị của tập thể")
    stage.refused(
        "grading.propose_grades",
        subject.key,
        attempt=lambda: grading.propose_grades(
            stage.season, [chosen], body=body, proposed_on=stage.clock.now.date(), **stage.by(CLERK)
        ),
    )


def decide_by_another(stage: Stage, _: Any) -> bool:
    """The body that proposes decides, before the rules were asked: on a subject of each kind the gates tell apart."""
    for gate in stage.book.process.gates:
        if gate.act == "record_decision" and gate.kind == "competent_body" and gate.key in stage.unheard():
            kinds = [str(kind) for kind in gate.only.get("subject_kind", ("member",))]
            subject = next((found for kind in kinds if (found := subject_of(stage, kind))), None)
            if subject is not None:
                decide(stage, subject, body=other_body(stage))
    return True


def decide(stage: Stage, subject: SeasonSubject, *, body: Unit, by: str = CLERK) -> None:
    """A decision of the best grade is entered without a reason and turned down."""
    stage.refused(
        "grading.decide_grades",
        subject.key,
        attempt=lambda: grading.decide_grades(
            stage.season,
            [grading.Chosen(subject, best(stage, subject))],
            body=body,
            decided_on=stage.clock.now.date(),
            document="01-QĐ/ĐU",
            **stage.by(by),
        ),
    )


def depart_without_a_reason(stage: Stage, _: Any) -> bool:
    """A cadre gets the best grade although his conditions do not allow it, and nobody says why."""
    for result in results.results_of(taking.subjects(stage, ("member",))):
        ceiling = result.verdict.result.get("ceiling") if result.verdict else None
        civil = results.known_by_record(result).get("outside_grade")
        if civil and ceiling and ceiling != best(stage, result.subject):
            decide(stage, result.subject, body=bodies.unit_of_kind(stage, DECIDES))
            return True
    return False


def decide_on_oneself(stage: Stage, _: Any) -> bool:
    """A clerk who is a member enters the decision on himself."""
    subject = subject_of(stage, "member")
    org.tie_account(subject.person, stage.accounts[OTHER_CLERK], **stage.by(OFFICER))
    tied = SeasonSubject.objects.select_related("person", "unit", "season").get(pk=subject.pk)
    decide(stage, tied, body=bodies.unit_of_kind(stage, DECIDES), by=OTHER_CLERK)
    org.tie_account(tied.person, None, **stage.by(OFFICER))
    return True


def praise_by_another(stage: Stage, _: Any) -> bool:
    """The body that proposes chooses the cells to praise."""
    top = results.units_decided_at_top(stage.season)
    stage.refused(
        "grading.commend",
        str(len(top)),
        attempt=lambda: grading.commend(
            stage.season, top, body=other_body(stage), chosen_on=stage.clock.now.date(),
            document="12-NQ/ĐU", **stage.by(CLERK),
        ),
    )  # fmt: skip
    return True


def send_on_wrongly(stage: Stage, _: Any) -> bool:
    """Every report of the plan is sent today by the wrong body to another one, late or before its time."""
    own, beside = bodies.unit_of_kind(stage, DECIDES), other_body(stage)
    first: dict[str, PlanStep] = {}
    for step in queries.steps_of_kind(stage.season, queries.REPORT):
        first.setdefault(step.entry_key, step)
    for step in first.values():
        item = queries.item_of(step)
        sender = beside if item and DECIDES in item.owed_by else own
        wrong = queries.Sent(sender=sender, to=beside if item and item.owed_to == DECIDES else own)
        asked = queries.sending_facts(step, done_on=stage.clock.now.date(), sent=wrong)
        if stage.would_say(asked):
            stage.refused(
                "cycles.finish_step",
                step.key,
                attempt=lambda step=step, wrong=wrong: cycles.finish_step(
                    step, done_on=stage.clock.now.date(), sent=wrong, version=step.version, **stage.by(CLERK)
                ),
            )
    return not stage.unheard("send_results")


def hand_in_too_little(stage: Stage, _: Any) -> bool:
    """Dossiers are handed in incomplete, late, and to the wrong body."""
    for unit in [each.unit for each in stage.season.units.select_related("unit").order_by("path")]:
        for dossier in dossiers.dossiers_of(stage.season, unit):
            to = other_body(stage) if dossier.owed_to == DECIDES else bodies.unit_of_kind(stage, DECIDES)
            submitted = dossiers.Submitted(stage.clock.now.date(), to)
            asked = dossiers.dossier_facts(stage.season, dossier, unit=unit, submitted=submitted)
            if stage.unheard("submit_dossier") and stage.would_say(asked):
                stage.refused(
                    "papers.submit_dossier",
                    f"{unit.key} {dossier.key}",
                    attempt=lambda unit=unit, dossier=dossier, submitted=submitted: papers.submit_dossier(
                        stage.season, unit, dossier=dossier.key, submitted=submitted, **stage.by(CLERK)
                    ),
                )
    return not stage.unheard("submit_dossier")


def tell_the_wrong_place(stage: Stage, _: Any) -> bool:
    """A leader's result is told to a body that is not his cell, after its last day; the notice is then taken back."""
    for rule in stage.book.notices.notices:
        leader = SeasonSubject.objects.filter(season=stage.season, kind="leader").order_by("key").first()
        if leader is None:
            continue
        told = bodies.unit_of_kind(stage, DECIDES)
        wording = notices.Wording(kind=rule.key, about=f"subject:{leader.key}", title=rule.title, rows=rule.rows)
        owed = notices.owe_notice(
            wording, to=told, under=told, due_on=rule.due_on, season=stage.season.key, **stage.by(CLERK)
        )
        stage.refused(
            "notices.give_notice",
            leader.key,
            attempt=lambda owed=owed: notices.give_notice(
                owed, given_on=stage.clock.now.date(), proof="signed_list", **stage.by(CLERK)
            ),
        )
        notices.withdraw_notice(owed, why="Ghi nhầm nơi nhận", **stage.by(OFFICER))
    return True


def close_too_soon(stage: Stage, _: Any) -> bool:
    """The season is closed with people still pending and the report not sent."""
    season = Season.objects.get(pk=stage.season.pk)
    stage.refused(
        "cycles.close_season",
        season.key,
        attempt=lambda: cycles.close_season(
            season, standings=results.standings_of(season), version=season.version, **stage.by(OFFICER)
        ),
    )
    return True
