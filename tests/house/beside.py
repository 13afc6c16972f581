"""The ward beside: a season with a round at each stage, one whose party body is to classify itself, and a draft."""

import datetime
from types import SimpleNamespace

from kiemdiem.ballots import commands as ballot_commands
from kiemdiem.ballots import queries as rounds
from kiemdiem.ballots.models import Round
from kiemdiem.core.counting import ScoredSlip, Sheet
from kiemdiem.cycles import commands as cycles
from kiemdiem.cycles import queries as seasons
from kiemdiem.cycles.models import EffectiveBook, Plan, Season
from kiemdiem.desk.play.stage import Stage
from kiemdiem.files import commands as files
from kiemdiem.meetings import queries as meetings
from kiemdiem.reviews import commands as reviews
from kiemdiem.rulebooks import commands as rulebooks
from kiemdiem.rulebooks import queries as books
from tests.rooms.ballots import make as ballots
from tests.rooms.cycles.make import CODE
from tests.rooms.grading import ward as last_days
from tests.rooms.meetings import make as scenes
from tests.rooms.org import make as org

A_DAY = datetime.timedelta(days=1)
PDF = b"%PDF-1.4\n%%EOF\n"
SIGNED = reviews.FromPaper("Biên bản họp đã ký", scan=reviews.Scan("bien-ban.pdf", PDF))
POINTS = (3800, 1900, 1400, 1400, 900)


def stage(played: Stage, *, on: datetime.date) -> None:
    """The whole ward with its three seasons."""
    played.clock.forward_to(on, hour=14)
    ward = org.ward(at=played.at(), beside=SimpleNamespace(administrator=played.accounts["quantri"]))
    scene = scenes.scene(ward=ward, as_of=on, now=played.clock.now)
    Plan.objects.create(season=scene.season)
    EffectiveBook.objects.create(
        season=scene.season, number=1, effective_json=scene.season.effective_json,
        effective_sha=scene.season.effective_sha, what="Mở đợt", frozen_at=scene.at(), frozen_by=ward.officer,
    )  # fmt: skip
    rounds_after_their_slips(scene, on=on)
    rounds_before_their_slips(scene, on=on)
    last = last_days.scene(ward=ward, at=scene.at())
    last_days.scored(last, last_days.deciding(last), [last_days.GOOD] * 5)
    reviews.write_self_review(last.season, last.person("plain"), sections={}, **last.act())
    cell = seasons.subject_of_unit(last.season, ward.cells[0], kind="cell")
    reviews.ask_ratings(
        last.season, cell, parties=[ward.executive_committee], asked_from=ward.cells[0], asked_on=last.at().date(),
        **last.act(),
    )  # fmt: skip
    told = cycles.Act(
        "Ban Thường vụ", "15-CV/ĐU", "Theo hướng dẫn", scan=files.keep_file(PDF, name="a.pdf", **last.act())
    )
    cycles.change_reading(
        last.season, question="quota_base", reading="after_lift", act=told, by=ward.officer, at=last.at()
    )
    officer = {"by": ward.officer, "at": last.at()}
    rulebooks.choose_reading(ward.body, CODE, question="quota_base", reading="after_lift", **officer)
    cycles.draft_season(ward.body, rulebook_code=CODE, key="dang-soan", **officer)
    own_books(ward, **officer)
    rulebooks.attach_act(CODE, name="ke-hoach.txt", content="I. MỤC ĐÍCH\n1. Yêu cầu\n".encode(), **officer)
    year_before(last.season)


def year_before(season: Season) -> None:
    """A season of the year before, closed, under the same rulebook; nobody of it is on record here."""
    book = season.books.order_by("number").first()
    season.pk, season.key, season.year, season.state = None, "da-khep", season.year - 1, Season.State.CLOSED
    season.closed_at, season.closed_by = season.opened_at, season.opened_by
    season.save()
    book.pk, book.season = None, season
    book.save()
    Plan.objects.create(season=season)


def own_books(ward: org.Ward, **officer: object) -> None:
    """Two rulebooks of the ward's own: one whose days wait to be looked at, one frozen."""
    for year in (2018, 2019):
        act = rulebooks.OwnAct(title=f"Kiểm điểm năm {year}", year=year, issued_on=datetime.date(year, 11, 16))
        own = rulebooks.copy_book(ward.body, source=CODE, as_act=act, **officer)
    waiting = books.in_work(own)
    rulebooks.check_places(waiting, [(each.file, each.place) for each in books.to_check(waiting)], **officer)
    rulebooks.freeze_version(books.in_work(own), reason="Kế hoạch năm 2019", **officer)


def rounds_after_their_slips(scene: scenes.Scene, *, on: datetime.date) -> None:
    """A round locked from scanned sheets that waits to be announced; score slips on which two tellers differ."""
    meeting = scenes.reviewed(scene, on=on)
    hands = ballots.tellers(scene, meeting)
    round_ = ballots.counting(scene, ballots.prepared(scene, meeting, entry="sheet"))
    for account in (scene.ward.clerk, scene.ward.officer):
        key(scene, round_, ballots.sheet(round_, {}), by=account, scan=reviews.Scan("phieu-kiem.pdf", PDF))
    round_ = ballots.counting(scene, ballots.prepared(scene, meeting, "cell_score"))
    one = ScoredSlip(POINTS, sum(POINTS))
    for hand, slips in zip(hands, ([one] * 6, [one] * 5), strict=True):
        key(scene, round_, Sheet(len(slips), len(slips), 0, {}), teller=hand, slips=slips)


def key(scene: scenes.Scene, round_: Round, sheet: Sheet, **more: object) -> None:
    """One count of the round as it stands now."""
    now = ballots.fresh(round_)
    ballot_commands.key_count(now, sheet, attempt=now.counted_attempt, at=scene.at(), **more)


def rounds_before_their_slips(scene: scenes.Scene, *, on: datetime.date) -> None:
    """A review that came too early, its leaders' round prepared; another cell's round whose slips are handed out."""
    early = scenes.opened(
        scene, scene.ward.executive_committee, absent=(), chair="secretary", secretary="deputy", on=on - A_DAY,
        paper=SIGNED,
    )  # fmt: skip
    for line in meetings.lines_of(early):
        scenes.review(scene, line)
    ballots.prepared(scene, scenes.fresh(early), "leader_ballot")
    school = scenes.reviewed(
        scene,
        scene.ward.cells[1],
        absent=(),
        chair="headmaster",
        secretary="teacher",
        on=on - A_DAY,
        paper=SIGNED,
    )
    round_ = ballots.prepared(scene, school)
    ballot_commands.issue_slips(round_, issued=round_.present, version=round_.version, **scene.act())
    assert {each.state for each in rounds.rounds_of(school)} == {"issued"}
