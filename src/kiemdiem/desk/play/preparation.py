"""The weeks before the meetings: briefings, reports, self-reviews, comments, opinions, results from outside."""

import datetime
import random
from collections.abc import Iterable

from kiemdiem.cycles import commands as cycles
from kiemdiem.cycles import queries
from kiemdiem.cycles.models import PlanStep, SeasonSubject
from kiemdiem.desk.play import opening, rating, setting
from kiemdiem.desk.play.cast import Character
from kiemdiem.desk.play.stage import Stage
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Meeting
from kiemdiem.org import commands as org
from kiemdiem.org import queries as org_queries
from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews import commands as reviews
from kiemdiem.reviews import queries as papers

WRITTEN = (
    "Trong năm đã thực hiện đầy đủ nội dung này theo chức trách được giao; còn hạn chế sẽ khắc phục trong năm tới."
)
PAPER_CELLS = 2
A_DAY = datetime.timedelta(days=1)
POINTS = "Làm rõ trách nhiệm đối với nhiệm vụ chậm tiến độ trong năm; nêu biện pháp, thời hạn khắc phục."
OPINION = "Đồng tình với sự lãnh đạo của Đảng ủy trong năm; đề nghị tăng cường đối thoại, lắng nghe góp ý."


def prepare(stage: Stage) -> None:
    """Everything due before the first meetings, on days within the plan's windows."""
    start = first_day(stage)
    opening.move_to(stage, start)
    finish_past(stage)
    ask_comments(stage, on=start)
    opening.move_to(stage, start + datetime.timedelta(days=2))
    record_results(stage)
    give_suggestions(stage)
    stage.leave("preparing")
    write_reports(stage)
    key_self_reviews(stage)
    rating.ask_all(stage)
    stage.leave("ratings_asked")
    opening.move_to(stage, start + datetime.timedelta(days=4))
    rating.receive_all(stage)
    receive_comments(stage)
    receive_opinions(stage)


def first_day(stage: Stage) -> datetime.date:
    """The first day of the plan's preparations; the next day where the plan sets none."""
    steps = PlanStep.objects.filter(season=stage.season, kind="preparation").order_by("from_on")
    first = steps.first()
    return first.from_on if first is not None else stage.clock.now.date() + A_DAY


def finish_past(stage: Stage) -> None:
    """Ticks every step of the plan whose last day is over."""
    today = stage.clock.now.date()
    for step in PlanStep.objects.filter(season=stage.season, last_on__lt=today, done_on__isnull=True):
        told = f"Văn bản ký ngày {step.last_on:%d/%m/%Y}"
        cycles.finish_step(step, done_on=step.last_on, paper=told, version=step.version, **stage.by("canbotochuc"))


def finish_own(stage: Stage, cell: Unit) -> None:
    """Ticks what the plan has a cell do before it meets, whenever within its days."""
    today = stage.clock.now.date()
    for step in PlanStep.objects.filter(season=stage.season, unit=cell, kind="preparation", done_on__isnull=True):
        cycles.finish_step(
            step, done_on=today, paper=f"Văn bản ký ngày {today:%d/%m/%Y}", version=step.version,
            **stage.by("canbotochuc"),
        )  # fmt: skip


def paper_cells(stage: Stage) -> list[str]:
    """The cells that work on paper only, residential ones where there are: the office keys everything for them."""
    residential = [place for place, kind in setting.cells(stage) if kind == "residential"]
    return residential[-PAPER_CELLS:] or [place for place, _ in setting.cells(stage)][-1:]


def ask_comments(stage: Stage, *, on: datetime.date) -> None:
    """Sends the requests for comments of residence and workplace to whom the rulebook says."""
    for place, _ in setting.cells(stage):
        for needed in papers.comments_needed(stage.season, stage.units[place], on=on):
            ask_comment(stage, needed, on=on)


def ask_comments_on(stage: Stage, person: Person, *, cell: Unit, on: datetime.date) -> None:
    """Sends the requests for comments on one member of a cell."""
    for needed in papers.comments_needed(stage.season, cell, on=on):
        if needed.subject.person_id == person.pk:
            ask_comment(stage, needed, on=on)


def ask_comment(stage: Stage, needed: papers.CommentNeeded, *, on: datetime.date) -> None:
    """Sends one request for a comment."""
    person = needed.subject.person
    reviews.ask_comment(
        stage.season,
        person,
        kind=needed.kind,
        asked_of=asked_of(stage, person, kind=needed.kind),
        asked_on=on,
        **stage.by("vanphong"),
    )


def asked_of(stage: Stage, person: Person, *, kind: str) -> str:
    """Whose comment it is: the cell where the person lives, or the place of work."""
    character = stage.character_of(person)
    home = stage.units.get(character.lives_in)
    if kind == "residence" and home is not None:
        return f"Chi ủy {names(stage)[home.pk]}"
    return "Cơ quan, đơn vị nơi công tác"


def names(stage: Stage) -> dict[int, str]:
    """The names of the season's organisations by id."""
    return dict(stage.season.units.values_list("unit_id", "name"))


def receive_comments(stage: Stage) -> None:
    """Receives every comment asked for, from its signed paper."""
    for comment in papers.comments_of(stage.season):
        said = reviews.Said(
            text="Chấp hành tốt quy định, gương mẫu, quan hệ tốt với nhân dân.",
            signer="Người có thẩm quyền ký",
            received_on=stage.clock.now.date(),
            paper=reviews.FromPaper(paper="Phiếu nhận xét đã ký"),
        )
        reviews.receive_comment(comment, said=said, version=comment.version, **stage.by("vanphong"))


def record_results(stage: Stage) -> None:
    """Enters what the rulebook asks from outside: what agencies gave their people, titles, what other bodies got."""
    chance = random.Random(stage.seed + 2)
    codes = outside_codes(stage)
    for one in stage.cast:
        if codes and one.work == "ccvc" and one.case not in ("moved", "deceased"):
            org.record_outside_result(
                stage.people[one.number],
                kind="ccvc",
                year=stage.season.year,
                grade=codes[min(one.quality, len(codes) - 1)],
                known_on=stage.clock.now.date(),
                **stage.by("vanphong"),
            )
            if one.quality == 0 and chance.randrange(3) == 0:
                org.record_award(
                    stage.people[one.number], year=stage.season.year, kind="title_cstd_co_so", is_proposed=True,
                    **stage.by("vanphong"),
                )  # fmt: skip
    grade_bodies(stage, chance)


def outside_codes(stage: Stage) -> tuple[str, ...]:
    """The grades agencies give, best first: of the rulebook's scale, a word of their own where it only asks for one."""
    scale = scale_of_source(stage, "outside_grade")
    if scale:
        return stage.book.subjects.scale(scale).codes
    return ("given",) if any(source.record.kind == "outside_known" for source in stage.book.sources.facts) else ()


def scale_of_source(stage: Stage, kind: str) -> str:
    """The scale of the fact that records of the kind fill; empty where none does."""
    for source in stage.book.sources.facts:
        if source.record.kind == kind:
            return stage.book.subjects.subject(source.subject).fact(source.fact).scale or ""
    return ""


def grade_bodies(stage: Stage, chance: random.Random) -> None:
    """Enters the yearly grade of the government, the Front and the mass organisations, where the rulebook counts it."""
    linked = [source.record for source in stage.book.sources.facts if source.record.kind == "linked"]
    if not linked:
        return
    scale = stage.book.subjects.scale(next(record.scale for record in linked if record.scale))
    kinds = {link for record in linked for link in record.links}
    for key, kind in setting.linked_bodies(stage).items():
        if kind in kinds:
            org.record_outside_result(
                stage.units[key],
                kind=kind,
                year=stage.season.year,
                grade=scale.codes[chance.choice((0, 0, 0, 1))],
                known_on=stage.clock.now.date(),
                **stage.by("vanphong"),
            )


def write_reports(stage: Stage) -> None:
    """Writes every report that a collective or a cell owes."""
    units = {s.unit for s in SeasonSubject.objects.filter(season=stage.season, person__isnull=True)}
    for unit in sorted(units, key=lambda unit: unit.key):
        for form in papers.report_kinds(stage.season, unit):
            asked = papers.report_asked(stage.season, unit, kind=form.key)
            reviews.write_report(
                stage.season,
                unit,
                kind=form.key,
                sections={section.key: text_of(section) for section in asked.sections},
                finished_on=stage.clock.now.date(),
                **stage.by("vanphong"),
            )


def text_of(section: papers.SectionAsked) -> object:
    """What is written under a section: a plain sentence, or that there is nothing to list."""
    return WRITTEN if section.answer != "rows" else [{"person": "Không có", "sign": "Không có"}]


def key_self_reviews(stage: Stage) -> None:
    """Hands in every self-review: typed by the cell's secretary, or keyed by the office from the signed paper."""
    on_paper = paper_cells(stage)
    for place, _ in setting.cells(stage):
        for subject in queries.members_of(stage.season, stage.units[place]):
            if subject.is_reviewed:
                key_self_review(stage, subject.person, on_paper=place in on_paper)


def key_self_review(stage: Stage, person: Person, *, on_paper: bool) -> None:
    """Hands in one self-review."""
    today = stage.clock.now.date()
    if on_paper:
        reviews.key_self_review(
            stage.season,
            person,
            paper=reviews.FromPaper(paper="Bản kiểm điểm viết tay đã ký", is_whole=True),
            submitted_on=today,
            **stage.by("vanphong"),
        )
        return
    asked = papers.asked_of(stage.season, person, on=today)
    written = reviews.write_self_review(
        stage.season,
        person,
        sections={section.key: text_of(section) for section in asked.sections},
        **stage.by("vanphong"),
    )
    reviews.submit_self_review(written, submitted_on=today, version=written.version, **stage.by("vanphong"))


def give_suggestions(stage: Stage) -> None:
    """Points to review for one cell and one of its members, with those sent to attend, where the rulebook has them."""
    if not any(gate.act == "suggest_review" for gate in stage.book.process.gates):
        return
    committee = units_of(stage, ["executive_committee"])[0]
    sent = [seat.person for seat in org_queries.seats_of(committee, on=stage.clock.now.date())[:2]]
    points = reviews.Points(text=POINTS, given_on=stage.clock.now.date(), group=tuple(sent))
    cell = queries.cells_of(stage.season)[0].unit
    member = queries.members_of(stage.season, cell)[0]
    for subject in (queries.subject_of_unit(stage.season, cell, kind="cell"), member):
        if subject is not None:
            reviews.give_suggestion(
                stage.season, subject, from_unit=committee, points=points, **stage.by("canbotochuc")
            )


def receive_opinions(stage: Stage) -> None:
    """Receives what other organisations say about the bodies whose review the rulebook opens after it."""
    for gate in stage.book.process.gates:
        if gate.act == "open_meeting" and gate.kind == "opinions_in":
            for about in units_of(stage, gate.only["unit_kind"]):
                for unit in units_of(stage, [each["key"] for each in gate.params["wanted"]]):
                    receive_opinion(stage, unit, about=about)


def receive_opinion(stage: Stage, unit: Unit, *, about: Unit) -> None:
    """Receives the opinion of one organisation about a body."""
    reviews.receive_opinion(
        stage.season,
        from_unit=unit,
        about=about,
        kind="review",
        text=OPINION,
        received_on=stage.clock.now.date(),
        **stage.by("vanphong"),
    )


def units_of(stage: Stage, kinds: Iterable[object]) -> list[Unit]:
    """The organisations of the kinds, kind by kind."""
    return [stage.units[unit.key] for kind in kinds for unit in setting.body(stage) if unit.unit_kind == kind]


def deliver_report(stage: Stage, meeting: Meeting, *, sent_on: datetime.date) -> None:
    """Sends a collective's report to everybody called to its meeting."""
    report = papers.reports_of(stage.season).filter(unit=meeting.unit).first()
    called = tuple(one.person for one in meetings.called_to(meeting, on=meeting.planned_on))
    sending = reviews.Sending(people=called, sent_on=sent_on, proof="signed_list", proof_text="Sổ ký nhận")
    reviews.deliver_report(
        report,
        sending=sending,
        meeting_on=meeting.planned_on,
        recipients=called,
        version=report.version,
        **stage.by("vanphong"),
    )


def ordinary_voice(one: Character) -> str:
    """What is said of a member at the meeting."""
    return "Nhất trí với bản tự kiểm điểm." if one.quality < 2 else "Cần sâu sát hơn với nhiệm vụ được giao."
