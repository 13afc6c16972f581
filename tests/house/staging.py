"""Run as a program in an empty home: the demonstration's ward in the midst of its season, beside another ward.

Every kind of thing an address can name is there: meetings planned, open, broken off and closed, rounds at every stage,
results waiting, returned, decided here and above, papers written and taken in, scans, something out of order, an import
handed in, a function handed over, a season only drafted and one before its last decision (`beside`); and an account of
every role, one of another cell, one of the other ward, and one that has been given nothing.
"""

import datetime

import django

django.setup()

from django.core.management import call_command  # noqa: E402

from kiemdiem.accounts import commands as accounts  # noqa: E402
from kiemdiem.accounts.models import Account  # noqa: E402
from kiemdiem.ballots import commands as ballot_commands  # noqa: E402
from kiemdiem.cycles import queries  # noqa: E402
from kiemdiem.desk import founding  # noqa: E402
from kiemdiem.desk.play import bodies, cells, printing, season, sittings, taking, votes  # noqa: E402
from kiemdiem.desk.play.stage import Stage  # noqa: E402
from kiemdiem.exchange import commands as exchange  # noqa: E402
from kiemdiem.files import commands as files  # noqa: E402
from kiemdiem.grading import commands as grading  # noqa: E402
from kiemdiem.grading.queries import results  # noqa: E402
from kiemdiem.jobs import commands as jobs  # noqa: E402
from kiemdiem.meetings import commands as meeting_commands  # noqa: E402
from kiemdiem.meetings import queries as meetings  # noqa: E402
from kiemdiem.org import commands as org_commands  # noqa: E402
from kiemdiem.org import queries as org_queries  # noqa: E402
from kiemdiem.org.models import Unit  # noqa: E402
from kiemdiem.papers import gathering  # noqa: E402
from kiemdiem.reviews import commands as reviews  # noqa: E402
from kiemdiem.reviews import queries as prepared  # noqa: E402
from kiemdiem.rulebooks import shelf  # noqa: E402
from tests.house import beside  # noqa: E402
from tests.house.cast import BESIDE, CAST, FIRST, OTHER, STAND_IN, WARD  # noqa: E402
from tests.rooms.exchange import make as sheets  # noqa: E402

A_DAY = datetime.timedelta(days=1)
CODE = "hx17"


def stage() -> None:
    """The whole scene."""
    call_command("migrate", verbosity=0)
    until = founding.middle_of(shelf.rulebook(CODE).plan) + A_DAY
    played = season.play(CODE, seed=2017, until=until).stage
    held, waiting = cells_by_state(played, until=until)
    count_a_round(played, waiting[0])
    call_a_meeting(played, waiting[1], on=until + A_DAY)
    sittings.plan(played, waiting[2], on=until + A_DAY)
    break_a_meeting_off(played, waiting[3])
    send_too_late(played)
    complete_a_paper(played)
    take_results_up(played, held[0])
    write_papers(played, held[0])
    ask_beside(played, waiting[0])
    unit = played.season.unit
    exchange.hand_in(sheets.whole(), name="nhap.xlsx", unit=unit, **played.by("canbotochuc"))
    jobs.queue_job("files.verify", {}, **played.by("canbotochuc"))
    give_roles(played, {WARD: unit, FIRST: held[0], OTHER: waiting[0]})
    hand_over(played)
    beside.stage(played, on=until)


def cells_by_state(stage: Stage, *, until: datetime.date) -> tuple[list[Unit], list[Unit]]:
    """The cells that have met, and those that have not."""
    days = cells.days(stage)
    return [cell for on, cell in days if on < until], [cell for on, cell in days if on >= until]


def call_a_meeting(stage: Stage, cell: Unit, *, on: datetime.date) -> None:
    """A meeting fixed to a day, everybody called and marked present, not opened yet."""
    meeting = sittings.plan(stage, cell, on=on)
    sittings.take_roll(stage, meeting, on=on, absent=frozenset())


def count_a_round(stage: Stage, cell: Unit) -> None:
    """The cell's meeting open, all but two reviewed, a round and the slips on the cell with the tellers."""
    on = stage.clock.now.date()
    meeting = sittings.plan(stage, cell, on=on)
    away = frozenset(stage.people[one.number].pk for one in stage.members_of(cell.key) if one.case in cells.AWAY)
    sittings.take_roll(stage, meeting, on=on, absent=away)
    sittings.open_it(stage, meeting, on=on)
    for line in list(meetings.lines_of(meeting))[:-2]:
        if line.state == line.State.WAITING:
            sittings.review(stage, line)
    meeting = sittings.fresh(meeting)
    cells.attest(stage, queries.subject_of_unit(stage.season, cell, kind="cell"))
    votes.tellers(stage, meeting)
    here = {each.person_id for each in meetings.present_voters(meeting)}
    for key in (cells.ballot_of(stage, "member"), stage.book.ballots.score_slip("cell").key):
        round_ = ballot_commands.prepare_round(meeting, key, present=here, **stage.by("vanphong"))
        version = votes.fresh(round_).version
        ballot_commands.issue_slips(round_, issued=round_.present, version=version, **stage.by("vanphong"))
        ballot_commands.open_box(round_, version=votes.fresh(round_).version, **stage.by("vanphong"))


def break_a_meeting_off(stage: Stage, cell: Unit) -> None:
    """A meeting that had to stop before anybody was reviewed."""
    on = stage.clock.now.date()
    meeting = sittings.plan(stage, cell, on=on)
    sittings.take_roll(stage, meeting, on=on, absent=frozenset())
    meeting = sittings.open_it(stage, meeting, on=on)
    meeting_commands.break_off_meeting(meeting, reason="Mất điện", version=meeting.version, **stage.by("vanphong"))


def ask_beside(stage: Stage, cell: Unit) -> None:
    """Points given to a cell to review, and a rating of it asked of the Front."""
    on = stage.clock.now.date()
    subject = queries.subject_of_unit(stage.season, cell, kind="cell")
    committee, front = (bodies.unit_of_kind(stage, kind) for kind in ("executive_committee", "front_standing_board"))
    points = reviews.Points(text="Việc sinh hoạt chi bộ thưa", given_on=on)
    reviews.give_suggestion(stage.season, subject, from_unit=committee, points=points, **stage.by("vanphong"))
    reviews.ask_ratings(
        stage.season, subject, parties=[front], asked_from=committee, asked_on=on, **stage.by("vanphong")
    )


def send_too_late(stage: Stage) -> None:
    """A collective's report that reached one of its members too late after all, as a scanned list tells."""
    on = stage.clock.now.date()
    meeting = meetings.meetings_of(stage.season).filter(planned_on=on, state="planned").first()
    report = prepared.reports_of(stage.season).get(unit=meeting.unit)
    sent = report.deliveries.first()
    reviews.withdraw_delivery(sent, why="Gửi nhầm người", **stage.by("vanphong"))
    told = reviews.FromPaper("Danh sách ký nhận", scan=reviews.Scan("ky-nhan.pdf", beside.PDF))
    sending = reviews.Sending(people=(sent.person,), sent_on=on - A_DAY, proof="signed_list", paper=told)
    reviews.deliver_report(report, sending=sending, meeting_on=on, version=report.version, **stage.by("vanphong"))


def complete_a_paper(stage: Stage) -> None:
    """A self-review completed after its presentation, which its cell has yet to confirm."""
    paper = prepared.self_reviews_of(stage.season).filter(state="presented").first()
    revision = reviews.Revision(sections={}, reason="Tiếp thu ý kiến", happened_on=stage.clock.now.date())
    reviews.complete_self_review(paper, revision=revision, version=paper.version, **stage.by("vanphong"))


def take_results_up(stage: Stage, cell: Unit) -> None:
    """Of a cell's results two decided, one of them again above, and one returned with questions; the others wait."""
    graded = [one for one in taking.subjects(stage, ["member"]) if one.unit_id == cell.pk]
    settled = [taking.settle(stage, result) for result in results.results_of(graded)]
    committee = bodies.unit_of_kind(stage, "executive_committee")
    chosen = [one for one in settled if one is not None]
    today = stage.clock.now.date()
    grading.decide_grades(
        stage.season, chosen[:2], body=committee, decided_on=today, document="01-QĐ/ĐU", **stage.by("vanphong")
    )
    above = org_commands.found_unit("Thị ủy", kind="superior", parent=None, from_on=today, **stage.by("quantri"))
    scan = files.keep_file(beside.PDF, name="quyet-dinh.pdf", **stage.by("vanphong"))
    grading.record_decision_above(
        stage.season, chosen[1], body=above, decided_on=today, document="88-QĐ/TU", scan=scan,
        **stage.by("vanphong"),
    )  # fmt: skip
    grading.return_line(
        stage.season, chosen[2].subject, body=committee, questions="Vì sao?", returned_on=today, **stage.by("vanphong")
    )


def write_papers(stage: Stage, cell: Unit) -> None:
    """A paper of the cell's meeting written, and what it owes taken in over the counter."""
    orders = gathering.orders_of_cell(stage.season, cell, on=stage.clock.now.date())
    printing.write(stage, orders[:1])
    printing.handed_in(stage, cell)


def give_roles(stage: Stage, places: dict[str, Unit]) -> None:
    """An account for every role the demonstration leaves out, two members tied to their files, and one with nothing."""
    missing = [one for one in CAST if one.username not in stage.accounts and one.place != BESIDE]
    wanted = [accounts.NewAccount(one.username, one.username) for one in missing]
    slips = accounts.open_accounts(wanted, by=stage.accounts["quantri"], at=stage.at())
    for one, slip in zip(missing, slips, strict=True):
        if one.role:
            org_commands.grant(
                slip.account, role=one.role, unit=places[one.place], from_on=stage.clock.now.date(),
                **stage.by("quantri"),
            )  # fmt: skip
        if one.is_tied:
            person = org_queries.register(places[one.place], on=stage.clock.now.date()).first().person
            org_commands.tie_account(person, slip.account, **stage.by("canbotochuc"))


def hand_over(stage: Stage) -> None:
    """The office's clerk stood in for by another for some days, for one act."""
    on = stage.clock.now.date()
    org_commands.stand_in(
        stage.accounts["vanphong"], account=Account.objects.get(username=STAND_IN), role="clerk",
        unit=stage.season.unit, acts=["papers.write_papers"], from_on=on, until_on=on + 9 * A_DAY,
        **stage.by("vanphong"),
    )  # fmt: skip


def let_all_in() -> None:
    """Everybody has chosen a password of his own, so that no page sends him to do that first."""
    Account.objects.update(must_change_password=False)


if __name__ == "__main__":
    stage()
    let_all_in()
