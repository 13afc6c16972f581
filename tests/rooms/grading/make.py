"""A cell whose ballot is counted, under the small rulebook with standards that read the votes."""

from collections.abc import Sequence
from datetime import date, datetime

from django.test import Client

from kiemdiem.accounts.models import Account
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles import commands as seasons
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import EffectiveBook, Plan, Season, SeasonSubject, SeasonUnit
from kiemdiem.grading import commands
from kiemdiem.grading.models import Decision, ReturnedLine
from kiemdiem.meetings.models import Meeting, ReviewLine
from kiemdiem.org import commands as org
from kiemdiem.org.models import Unit
from tests.rooms.ballots import make as ballots
from tests.rooms.cycles.make import Made
from tests.rooms.kept import kept
from tests.rooms.meetings import make as meetings
from tests.rooms.meetings.book import book, text_of
from tests.rooms.meetings.make import Scene
from tests.rooms.org.make import Ward

STANDARDS = """
standards:
  - key: st.member
    clause: c1
    text: Tiêu chuẩn
    subject: member
    exclusions:
      - condition: {key: x.new, clause: c9, text: Mới kết nạp chưa đủ 06 tháng, kind: holds, when: months < 6}
      - waits: true
        condition: {key: x.wait, clause: c9, text: Chưa kiểm điểm, kind: holds, when: NOT reviewed}
    standards:
      - key: s.member.xs
        clause: c1
        text: Mức XS
        grade: XS
        includes: TOT
        conditions:
          - {key: c.xs, clause: c1, text: Trên 2/3, kind: votes, count: votes_xs, of: enrolled, more_than: 2/3}
      - key: s.member.tot
        clause: c1
        text: Mức TOT
        grade: TOT
        conditions:
          - {key: c.tot, clause: c1, text: Trên 1/2, kind: votes, count: votes_tot, of: enrolled, more_than: 1/2}
      - key: s.member.ht
        clause: c1
        text: Mức HT
        grade: HT
        conditions:
          - {key: c.ht, clause: c1, text: Trên 1/2, kind: votes, count: votes_ht, of: enrolled, more_than: 1/2}
      - key: s.member.kht
        clause: c1
        text: Mức KHT
        grade: KHT
        conditions:
          - {key: c.kht, clause: c1, text: Trên 1/2, kind: votes, count: votes_kht, of: enrolled, more_than: 1/2}
"""
QUOTAS = """
quotas:
  - key: q.xs
    clause: c2
    text: Không quá 40% số đạt mức tốt
    subject: member
    grade: XS
    base_grade: TOT
    group: {group}
    percent: 40
    base: reached_good
    ranked_by: [votes_xs]
    falls_to: TOT
"""
AWARDS = """
  - key: a1
    rows: [R-28]
    clause: c11
    text: Ban Chấp hành lựa chọn
    act: award_units
    kind: competent_body
    params: {bodies: [executive_committee], name: Ban Chấp hành}
  - key: a2
    rows: [R-29]
    clause: c11
    text: Không quá 20%
    act: award_units
    kind: award_quota
    params: {percent: 20}
"""
PRAISE = """
quotas:
  - key: q.praise
    clause: c11
    text: Không quá 20% số chi bộ ở mức cao nhất
    subject: cell
    grade: XS
    base_grade: XS
    group: party_body
    percent: 20
    base: reached_good
    chosen: praised
"""
PRAISED = "      - {key: praised, clause: c11, text: Được chọn biểu dương, type: bool}\n"
SOURCE = """
  - key: f.praised
    clause: c11
    text: Danh sách đã chọn
    subject: cell
    fact: praised
    record: {kind: commended}
"""
DECREE = seasons.Act("Ban Thường vụ", "15-CV/ĐU", "Theo hướng dẫn của cấp trên")
GATES = """
  - key: d1
    rows: [R-26]
    clause: c10
    text: Ban Chấp hành quyết định
    act: record_decision
    kind: competent_body
    params: {bodies: [executive_committee], name: Ban Chấp hành}
  - {key: d2, rows: [R-27], clause: c10, text: Khác đề nghị phải có lý do, act: record_decision, kind: departure_reason}
  - {key: d3, rows: [R-38], clause: c10, text: Thẩm định trước, act: record_decision, kind: verdict_first}
  - {key: d4, rows: [R-39], clause: c10, text: Không tự ghi, act: record_decision, kind: not_alone}
"""


def rules(**more: str) -> Rulebook:
    """The small rulebook with standards by votes and the gates of a decision; `more` are other files of it."""
    return book(**{"standards": rules_text(), "process": text_of("process").rstrip() + GATES, **more})


def rules_text() -> str:
    """The standards of the small rulebook, those of members by votes."""
    return f"{STANDARDS}  - key: st.{text_of('standards').split('  - key: st.', 2)[2]}"


def capped_rules(*, group: str = "cell") -> Rulebook:
    """The small rulebook in which the top grade is capped at 40 % of a group, its candidates ordered by votes."""
    subjects = text_of("subjects").replace(
        "text: Đảng viên\n    scale: grade\n", "text: Đảng viên\n    scale: grade\n    groups: [cell, party_body]\n"
    )
    return rules(quotas=QUOTAS.format(group=group), subjects=subjects)


@kept
def at_the_line(*, group: str = "cell") -> Scene:
    """Five good members, three of them voted excellent where two may be: the secretary first, two others level."""
    scene = frozen(capped_rules(group=group))
    meeting = meetings.reviewed(scene)
    ballots.announced(scene, ballots.locked(scene, meeting, {}))
    votes = {"Trần Văn An": (6,), "Lê Thị Bình": (5,), "Vũ Văn Giang": (5,), "Đỗ Thị Én": (0,), "Mai Thị Lan": (0,)}
    ballots.announced(scene, ballots.locked(scene, meeting, votes, number=2))
    meetings.close(scene, meeting)
    commands.judge_cell(scene.season, scene.cell, why="Họp", judged_on=scene.now.date(), **scene.act())
    return scene


@kept
def recognised_cells(*, top: int, below: int) -> Scene:
    """Cells of the ward recognised at the top grade, and some at the next, all by the committee's own reasons."""
    scale = "text: Chi bộ\n    scale: grade\n"
    subjects = text_of("subjects").rstrip().replace(scale, f"{scale}    groups: [party_body]\n") + f"\n{PRAISED}"
    process = text_of("process").rstrip() + GATES.rstrip() + AWARDS
    sources = text_of("sources").rstrip() + f"\n{SOURCE}"
    scene = frozen(rules(quotas=PRAISE, subjects=subjects, process=process, sources=sources))
    names = [f"Chi bộ Tổ dân phố {number}" for number in range(11, 11 + top + below - 1)]
    units = [scene.cell, *(add_cell(scene, name) for name in names)]
    found = [cycles.subject_of_unit(scene.season, unit, kind="cell") for unit in units]
    commands.judge_stage(scene.season, found, kind="cell", why="Chấm điểm", judged_on=scene.now.date(), **scene.act())
    chosen = [
        commands.Chosen(subject, "XS" if number < top else "TOT", "Ban Chấp hành biểu quyết")
        for number, subject in enumerate(found)
    ]
    commands.decide_grades(
        scene.season, chosen, body=scene.ward.executive_committee, decided_on=scene.now.date(), document="11-QĐ/ĐU",
        **scene.act(),
    )  # fmt: skip
    return scene


def add_cell(scene: Scene, name: str) -> Unit:
    """One more cell of the ward, in the season too."""
    unit = org.found_unit(
        name, kind="cell", cell_kind="residential", parent=scene.ward.body, from_on=scene.season.register_on,
        by=scene.ward.officer, at=scene.at(), key=f"them-{name[-2:]}",
    )  # fmt: skip
    period = unit.periods.get()
    SeasonUnit.objects.create(
        season=scene.season, unit=unit, path=f"db/{unit.key}", name=name, sort_key=period.sort_key, kind="cell"
    )
    SeasonSubject.objects.create(
        season=scene.season, key=f"cell:{unit.key}", kind="cell", unit=unit, name=name, sort_key=period.sort_key,
        is_reviewed=True, is_graded=True,
    )  # fmt: skip
    return unit


def all_cells(scene: Scene) -> list[SeasonSubject]:
    """Every cell of the season."""
    return list(cycles.subjects_of(scene.season, kind="cell"))


def frozen(rules: Rulebook, *, ward: Ward | None = None) -> Scene:
    """A ward whose season is open under the rulebook, as the freeze keeps it."""
    scene = meetings.scene(rules=rules, ward=ward)
    Plan.objects.create(season=scene.season)
    EffectiveBook.objects.create(
        season=scene.season, number=1, effective_json=scene.season.effective_json,
        effective_sha=scene.season.effective_sha, what="Mở đợt", frozen_at=scene.now, frozen_by=scene.ward.officer,
    )  # fmt: skip
    return scene


@kept
def counted(*, closed: bool = True) -> Scene:
    """The residential cell reviewed, the first round counted: the deputy has no majority, everybody else is good.

    `closed`: the meeting ended there, so that nobody stood for the top grade.
    """
    scene = frozen(rules())
    meeting = meetings.reviewed(scene)
    votes = {"Lê Thị Bình": (3, 3, 0), "Đỗ Thị Én": (0, 6, 0)}
    ballots.announced(scene, ballots.locked(scene, meeting, votes))
    if closed:
        meetings.close(scene, meeting)
    return scene


def member(scene: Scene, name: str) -> SeasonSubject:
    """A person of the ward as a member of the season."""
    return cycles.subject_of(scene.season, scene.person(name))


def cell(scene: Scene) -> SeasonSubject:
    """The residential cell as an organisation of the season."""
    return cycles.subject_of_unit(scene.season, scene.cell, kind="cell")


@kept
def judged(*, closed: bool = True) -> Scene:
    """The cell of `counted` with the verdicts of the rules."""
    scene = counted(closed=closed)
    commands.judge_cell(scene.season, scene.cell, why="Họp", judged_on=scene.now.date(), **scene.act())
    return scene


def on_pages(scene: Scene) -> Scene:
    """The scene as a rehearsal of its day, so that its pages read that day and not today."""
    Season.objects.filter(pk=scene.season.pk).update(is_rehearsal=True, as_of=scene.now.date())
    scene.season.refresh_from_db()
    return scene


def decided(scene: Scene, name: str, grade: str, *, reason: str = "", document: str = "11-QĐ/ĐU") -> Decision:
    """The decision of the executive committee on a person."""
    chosen = commands.Chosen(member(scene, name), grade, reason)
    (decision,) = commands.decide_grades(
        scene.season, [chosen], body=scene.ward.executive_committee, decided_on=scene.now.date(), document=document,
        **scene.act(),
    )  # fmt: skip
    return decision


def returned(scene: Scene, name: str) -> ReturnedLine:
    """The result of a person sent back with a question."""
    return commands.return_line(
        scene.season, member(scene, name), body=scene.ward.executive_committee, questions="Vì sao không đủ phiếu?",
        returned_on=scene.now.date(), **scene.act(),
    )  # fmt: skip


def closed(scene: Scene) -> None:
    """The season closed, as it stands when everybody was settled."""
    Season.objects.filter(pk=scene.season.pk).update(state="closed", closed_at=scene.at(), closed_by=scene.ward.officer)
    scene.season.refresh_from_db()


def above(scene: Scene) -> Unit:
    """The committee above the ward's."""
    return org.found_unit(
        "Ban Thường vụ Thị ủy", kind="superior", parent=None, from_on=scene.season.register_on,
        by=scene.ward.administrator, at=scene.at(), key="thi-uy",
    )  # fmt: skip


def signed_in(account: Account) -> Client:
    """A browser of that account."""
    client = Client()
    client.force_login(account)
    return client


def reviewed_on_paper(made: Made, names: Sequence[str], *, on: date, at: datetime) -> None:
    """People of the first cell whose reviews are concluded at its meeting of that day."""
    ward, keyed = made.ward, {"opened_at": at, "opened_by": made.ward.clerk}
    meeting = Meeting.objects.create(
        key="hop", season=made.season, unit=ward.cells[0], kind="review", title="Họp chi bộ", state="open",
        planned_on=on, held_on=on, chair=ward.persons["standing"], secretary=ward.persons["plain"], planned_at=at,
        planned_by=ward.clerk, **keyed,
    )  # fmt: skip
    for position, name in enumerate(names, start=1):
        person = ward.persons[name]
        ReviewLine.objects.create(
            meeting=meeting, subject=cycles.subject_of(made.season, person), printed_name=person.full_name, rank=1,
            position=position, state="done", conclusion="Nhất trí", done_on=on, done_at=at, done_by=ward.clerk,
        )  # fmt: skip
