"""The sittings beside the reviews: one briefs and passes, one proposes, one decides, scores and classifies."""

from kiemdiem.ballots import queries as ballots
from kiemdiem.cycles import commands as season_commands
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.desk.play import bodies, cells, setting, sittings, taking, votes
from kiemdiem.desk.play.stage import Stage
from kiemdiem.grading import commands as grading
from kiemdiem.grading import queries as results
from kiemdiem.meetings import commands, queries
from kiemdiem.meetings.models import Meeting
from kiemdiem.org.models import Unit

OWN = "party_body"
GROUND = "Căn cứ kết quả kiểm điểm của tập thể và kết quả phân loại của các chi bộ"


def convened(stage: Stage, kind: str) -> Meeting | None:
    """The sitting the plan has today for the one body of a kind, open, everybody there; nothing when it has none."""
    unit, today = bodies.unit_of_kind(stage, kind), stage.clock.now.date()
    for each in queries.sittings_by(stage.season, unit):
        step = cycles.step_of(stage.season, each.plan_item, unit=unit)
        if step is not None and step.from_on == today:
            return opened(stage, unit, kind=each.kind)
    return None


def opened(stage: Stage, unit: Unit, *, kind: str) -> Meeting:
    """The sitting fixed to today and opened."""
    today = stage.clock.now.date()
    meeting = commands.plan_meeting(
        stage.season, unit, on=today, kind=kind, place=sittings.PLACE, **stage.by("vanphong")
    )
    sittings.take_roll(stage, meeting, on=today, absent=frozenset())
    stage.leave("sitting_called", meeting)
    return sittings.open_it(stage, meeting, on=today)


def adjourned(stage: Stage, meeting: Meeting | None) -> None:
    """The sitting through its business, closed and signed; its papers are written."""
    if meeting is None:
        return
    stage.leave("sitting_begun", meeting)
    for point in queries.points_of(meeting):
        commands.complete_point(
            point, text=sittings.SAID, version=sittings.fresh(meeting).version, **stage.by("vanphong")
        )
    today = stage.clock.now.date()
    stage.leave("sat", sittings.close(stage, meeting, on=today))


def confer(stage: Stage) -> None:
    """The conference that briefed and passed the plan, entered on its own day."""
    adjourned(stage, convened(stage, "executive_committee"))


def own(stage: Stage) -> SeasonSubject | None:
    """The party body, where the season grades it and its scale is known."""
    found = cycles.subject_of_unit(stage.season, stage.season.unit, kind=OWN)
    return found if found is not None and not results.scale_gap(stage.season) else None


def levels(stage: Stage) -> tuple[str, ...]:
    """The grades of the party body, best first."""
    subjects = stage.book.subjects
    return subjects.scale(subjects.subject(OWN).scale or "").codes


def propose(stage: Stage) -> None:
    """The standing committee sits: it goes through the results and proposes, last the party body's own grade."""
    if not any(unit.unit_kind == "standing_committee" for unit in setting.body(stage)):
        return
    meeting = convened(stage, "standing_committee")
    kinds = taking.settled_by(stage, "standing_committee", verb="proposes").keys() - {OWN}
    body = bodies.unit_of_kind(stage, "standing_committee")
    taking.propose(stage, taking.subjects(stage, kinds), body=body)
    decide_below(stage, meeting)
    subject = own(stage)
    if meeting is not None and subject is not None:
        stage.leave("proposing", meeting)
        grading.propose_own_grade(
            stage.season, grading.Chosen(subject, likely(stage), GROUND), proposed_on=stage.clock.now.date(),
            **stage.by("vanphong"),
        )  # fmt: skip
    adjourned(stage, meeting)


def decide_below(stage: Stage, meeting: Meeting | None) -> None:
    """What the standing committee decides by itself where the rulebook has it do so: all but the party body's own."""
    settled = taking.settled_by(stage, "standing_committee")
    if meeting is None or not settled:
        return
    for subject in taking.subjects(stage, taking.KINDS):
        if subject.person is None:
            cells.attest(stage, subject)
    vote_and_judge(stage, meeting)
    for number, kind in enumerate(settled, start=1):
        found = taking.subjects(stage, (kind,), unit_kinds=settled[kind])
        below = [subject for subject in found if subject.unit_id != stage.season.unit_id]
        taking.decide(stage, below, document=f"{number:02d}-QĐ/TV", body="standing_committee")


def propose_members(stage: Stage, cell: Unit) -> None:
    """The cell or its committee proposes the grades of the members and of the cell, where the rulebook has it do so."""
    for unit in setting.body(stage):
        kinds = taking.settled_by(stage, unit.unit_kind, verb="proposes") if cell.key in (unit.parent, unit.key) else {}
        if "member" in kinds:
            wanted = kinds.keys() & {"member", "cell"}
            found = [one for one in taking.subjects(stage, wanted) if one.unit_id == cell.pk]
            taking.propose(stage, found, body=stage.units[unit.key])


def likely(stage: Stage) -> str:
    """The grade that fits the cells: the best where most of them reached their own best, else the second."""
    cells = results.results_of(taking.subjects(stage, ("cell",)))
    top = stage.book.subjects.scale(stage.book.subjects.subject("cell").scale or "").top
    best = sum(result.grade == top for result in cells)
    return levels(stage)[0 if 2 * best > len(cells) else 1]


def decide(stage: Stage) -> None:
    """The executive committee sits: it votes where its sitting has ballots, decides, grades the party body, praises."""
    meeting = convened(stage, taking.COMMITTEE)
    if meeting is not None and queries.sitting_of(stage.season, meeting.kind).ballots:
        vote_and_judge(stage, meeting)
    if meeting is None:
        taking.judge_all(stage)
    settled = taking.settled_by(stage, taking.COMMITTEE)
    for number, kind in enumerate((kind for kind in settled if kind != OWN), start=1):
        found = taking.subjects(stage, (kind,), unit_kinds=settled[kind])
        taking.decide(stage, found, document=f"{number:02d}-QĐ/ĐU")
    subject = own(stage)
    if meeting is not None and subject is not None and OWN in settled:
        classify(stage, meeting, subject)
    for kind, units in taking.settled_by(stage, taking.ABOVE).items():
        found = taking.subjects(stage, (kind,), unit_kinds=units)
        taking.propose(stage, found, body=bodies.unit_of_kind(stage, taking.COMMITTEE))
    taking.commend(stage)
    adjourned(stage, meeting)


def vote_and_judge(stage: Stage, meeting: Meeting) -> None:
    """The ballots of the sitting, then the rules asked of everybody and everything again."""
    votes.vote_on_all(stage, meeting, stated=cells.attest)
    stage.leave("voted", meeting)
    for kind in taking.KINDS:
        found = taking.subjects(stage, (kind,))
        if found:
            grading.judge_stage(
                stage.season, found, kind=kind, why="Kết quả bỏ phiếu của tập thể quyết định",
                judged_on=stage.clock.now.date(), **stage.by("vanphong"),
            )  # fmt: skip


def classify(stage: Stage, meeting: Meeting, subject: SeasonSubject) -> None:
    """The party body scored by every member's slip and put into the grade of its points."""
    stage.leave("unscored", meeting)
    for possible in ballots.possible_rounds(meeting):
        votes.vote(stage, meeting, possible.ballot_key)
    today = stage.clock.now.date()
    grading.judge_stage(
        stage.season, [subject], kind=OWN, why="Chấm điểm Đảng bộ", judged_on=today, **stage.by("vanphong")
    )
    result = results.result_of(subject)
    grade = result.verdict.grade
    stage.leave("scored", meeting)
    scored = stage.book.ballots.score_slip(OWN) is not None
    points = grading.Chosen(subject, grade, "Theo điểm bình quân của các phiếu chấm" if scored else "")
    told = points if grade else taking.settle(stage, result)
    grading.classify_self(stage.season, told, decided_on=today, document="15-NQ/ĐU", **stage.by("vanphong"))


def report(stage: Stage) -> None:
    """The report to the committee above, written and sent on the last day of the plan."""
    stage.leave("reporting")
    stage.leave("reported")
    step = cycles.step_up(stage.season)
    if step is not None and step.done_on is None:
        season_commands.finish_step(
            step, done_on=stage.clock.now.date(), note="Báo cáo gửi theo đường văn thư", version=step.version,
            **stage.by("vanphong"),
        )  # fmt: skip
