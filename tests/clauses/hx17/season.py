"""Acts of the season as they go when everything is in order; a test changes one thing."""

from dataclasses import replace
from datetime import date

from kiemdiem.core.process import gates
from kiemdiem.core.process.facts import (
    AdvanceStep,
    CloseMeeting,
    ConcludeLine,
    Count,
    Group,
    IssueSlips,
    LockCount,
    MoveMeeting,
    Named,
    OpenMeeting,
    OpenRound,
    PassPlan,
    Planned,
    RecordDecision,
    ScheduleMeeting,
    SendReport,
    SlipLine,
    Step,
    SubmitDossier,
    Supervision,
    Tally,
    Voter,
)
from kiemdiem.core.process.method import as_named, steps_of

SECRETARY = Named(key="p1", name="Bí thư")
DEPUTY = Named(key="p2", name="Phó Bí thư")
OTHER = Named(key="p3", name="Ủy viên")
MASS = ("farmers_standing_board", "women_standing_board", "veterans_standing_board", "youth_union_standing_board")
WARD_BODIES = ("council_standing_body", "peoples_committee", "front_standing_board", *MASS)
COLLECTIVES = ("executive_committee", *WARD_BODIES)
GROUPS = (
    "executive_members",
    "council_chairs",
    "council_board_heads",
    "peoples_committee_members",
    "front_members",
    "farmers_executive",
    "women_executive",
    "veterans_executive",
    "youth_union_executive",
    "official_members",
)


def refusals(book, facts, *, recording=False):
    """The rows of every refusal, in the order of the rulebook."""
    return [each.rows for each in gates.ask(book, facts, recording=recording) if not each.allowed]


def warnings(book, facts):
    """The rows of every warning, in the order of the rulebook."""
    return [each.rows for each in gates.ask(book, facts) if each.allowed and each.warning]


def answer_under(book, facts, *rows):
    """The one answer given by these rows."""
    (found,) = [each for each in gates.ask(book, facts) if each.rows == rows]
    return found


def gate(book, key):
    """The gate of the key."""
    return next(each for each in book.process.gates if each.key == key)


def item(book, key):
    """The item of the plan of the key."""
    return next(each for each in book.plan.items if each.key == key)


def plan(book, **change):
    """The ward's plan as the rulebook has it."""
    days = [each for each in book.plan.items if each.key.startswith("cell_meetings.day_")]
    cells = {unit.key: unit.name for unit in book.body.units if unit.unit_kind == "cell"}
    meetings = tuple(
        Planned(unit=unit, name=cells[unit], on=each.from_on, printed_on=each.printed_on)
        for each in days
        for unit in each.units
    )
    window = item(book, "cell_meetings")
    made = PassPlan(
        year=book.identity.year,
        passed_on=item(book, "plan_conference").from_on,
        owed_units=tuple(Named(key=key, name=name) for key, name in cells.items()),
        meetings=meetings,
        window_from_on=window.from_on,
        window_until_on=window.until_on,
        steps=tuple(
            Step(key=each.key, title=each.title, from_on=each.from_on, until_on=each.until_on, deadline=each.deadline)
            for each in book.plan.items
        ),
        supervisors=tuple(
            Supervision(supervisor=each.key, name=each.text, unit=unit)
            for each in book.plan.supervisors
            for unit in each.units
        ),
        reserved=(Planned(unit="ban_chap_hanh", name="Ban Chấp hành", on=item(book, "executive_review").from_on),),
        reports_until_on=item(book, "collective_report").until_on,
    )
    return replace(made, **change)


def scheduled(**change):
    """A cell's meeting in the middle of its window."""
    made = ScheduleMeeting(
        unit="cb_thanh_khe",
        unit_kind="cell",
        meeting_on=date(2017, 12, 4),
        window_from_on=date(2017, 12, 1),
        window_until_on=date(2017, 12, 7),
        next_step="Văn phòng tổng hợp",
        next_step_on=date(2017, 12, 9),
    )
    return replace(made, **change)


def moved(**change):
    """A cell's meeting moved by one day, with its reason."""
    made = MoveMeeting(
        unit="cb_thanh_khe",
        unit_kind="cell",
        old_on=date(2017, 12, 1),
        meeting_on=date(2017, 12, 4),
        window_from_on=date(2017, 12, 1),
        window_until_on=date(2017, 12, 7),
        reason="Mưa lũ",
        next_step="Văn phòng tổng hợp",
        next_step_on=date(2017, 12, 9),
    )
    return replace(made, **change)


def report(**change):
    """The report of the People's Committee for 29/11, sent to everybody in clear days."""
    made = SendReport(
        form_code="01-BC.TT",
        unit_kind="peoples_committee",
        sent_on=date(2017, 11, 25),
        meeting_on=date(2017, 11, 29),
        owed=(Named(key="rc1", name="Nội dung 1"),),
        filled=("strengths", "faults", "causes", "rc1"),
        recipients=(SECRETARY, DEPUTY),
        delivered=("p1", "p2"),
    )
    return replace(made, **change)


def opening(unit_kind="executive_committee", **change):
    """A review meeting with its head in the chair and everything come in."""
    made = OpenMeeting(
        unit="u",
        unit_kind=unit_kind,
        meeting_on=date(2017, 12, 5),
        head=SECRETARY,
        head_present=True,
        chair=SECRETARY,
        stand_ins=(DEPUTY,),
        groups=tuple(Group(key=key, name=key, convened=9, present=9) for key in GROUPS),
        sent_on=date(2017, 12, 1),
        opinions_from=("front_standing_board", *MASS),
        done=tuple(f"reviewed.{kind}" for kind in WARD_BODIES),
    )
    return replace(made, **change)


def step(book, key, *, unit_kind, traits=("member",), **change):
    """The step of a review with all earlier ones done, chaired by the secretary about somebody else."""
    method = key.partition(".")[0]
    owed = as_named(steps_of(book.process, method, unit_kind=unit_kind, traits=traits))
    done = tuple(each.key for each in owed)
    made = AdvanceStep(
        step=key,
        owed_steps=owed,
        done_steps=done[: done.index(key)] if key in done else done,
        unit_kind=unit_kind,
        chair="p1",
        about="" if method == "collective" else "p9",
        other_chairs=2,
    )
    return replace(made, **change)


def conclusion(book, *, method="individual", unit_kind="cell", traits=("member",), **change):
    """The conclusion on one line with every step done."""
    owed = as_named(steps_of(book.process, method, unit_kind=unit_kind, traits=traits))
    made = ConcludeLine(
        subject="p9",
        owed_steps=owed,
        done_steps=tuple(each.key for each in owed[:-1]),
        conclusion="Bổ sung phần khuyết điểm.",
        contributions=3,
        degree="Nhẹ",
        effect="Không đáng kể",
        is_collective=method == "collective",
        cell_kind="residential",
        lives_in_cell=True,
    )
    return replace(made, **change)


def closing(**change):
    """A meeting with minutes and nothing open."""
    return replace(CloseMeeting(minutes="Biên bản số 1"), **change)


def slips(**change):
    """The first round of a cell of ten official members, all present."""
    made = IssueSlips(
        ballot="member_grade",
        number=1,
        place="cb_thanh_khe",
        place_kind="cell",
        roll_taken=True,
        voters=tuple(Voter(person=f"v{n}", name=f"Đảng viên {n}", standing="official") for n in range(10)),
        lines=(SlipLine(subject="p9", name="Đảng viên 9"),),
        options=("HTTNV", "HTNV", "KHTNV"),
        enrolled=10,
    )
    return replace(made, **change)


def leader_slips(line, *, place="u", place_kind="peoples_committee", **change):
    """A leader's ballot at one place."""
    options = ("HTXSNV", "HTTNV", "HTNV", "HTNV_LIMITED", "KHTNV")
    made = slips(ballot="leader_assessment", place=place, place_kind=place_kind, lines=(line,), options=options)
    return replace(made, **change)


def second_round(**change):
    """The second round after the first was counted and announced, among those with the good grade."""
    made = OpenRound(
        ballot="member_grade",
        number=2,
        done=("round1_counted", "round1_announced"),
        candidates=(Named(key="p9", name="Đảng viên 9"),),
        good=("p8", "p9"),
    )
    return replace(made, **change)


def count(**change):
    """A count of ten slips on one line that adds up."""
    line = Tally(subject="p9", votes={"HTTNV": 7, "HTNV": 1, "KHTNV": 0}, blank=1, line_invalid=0)
    return replace(Count(present=10, issued=10, returned=10, valid=9, invalid=1, lines=(line,)), **change)


def locking(first=None, second=None):
    """Two counts of the first round about to be locked."""
    return LockCount(
        number=1,
        slip_options=("HTTNV", "HTNV", "KHTNV"),
        subjects=(Named(key="p9", name="Đảng viên 9"),),
        first=first or count(),
        second=second or first or count(),
    )


def decision(**change):
    """The executive committee recognising a member's grade as proposed."""
    made = RecordDecision(
        subject_kind="member",
        body_kind="executive_committee",
        verdict_outcome="graded",
        grade="HTTNV",
        proposed_grade="HTTNV",
        inputs=("year_summary", "review_comments", "civil_grade", "task_result"),
        done=("sat.decision", "scored"),
    )
    return replace(made, **change)


def dossier(**change):
    """A cell's dossier handed in on its last day through the office."""
    made = SubmitDossier(
        dossier="cell_classification",
        from_kind="cell",
        to_kind="standing_committee",
        via_kind="office",
        meeting_on=date(2017, 12, 1),
        done_on=date(2017, 12, 3),
    )
    return replace(made, **change)
