"""What papers print comes from the records: every form of the rulebook is filled from a small played season."""

import io

import openpyxl
import pypdf
import pytest
from django.db import transaction

from kiemdiem.ballots import queries as ballots
from kiemdiem.desk.play import bodies, deciding, opening, preparation, printing
from kiemdiem.desk.play import season as play
from kiemdiem.files import queries as files
from kiemdiem.grading.models import Decision
from kiemdiem.meetings import queries as meetings
from kiemdiem.meetings.models import Meeting
from kiemdiem.papers import batches, catalogue, commands, filling, gathering, layouts, queries
from kiemdiem.papers.commands import Order
from kiemdiem.papers.drawn import Marks, Terms
from kiemdiem.papers.gathering import ballots as counted
from kiemdiem.papers.gathering import frame as frames
from kiemdiem.papers.gathering import meetings as sittings
from kiemdiem.papers.gathering import office, packs, reports, results
from kiemdiem.papers.gathering.frame import Frame
from tests.rooms.papers import season as make

pytestmark = pytest.mark.django_db
CODE = "hx17"
BODY = "ubnd"


@pytest.fixture(scope="module")
def stage(django_db_setup, django_db_blocker):
    """The small ward with one body and one cell reviewed and decided; all of it undone after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        made = make.small_stage(CODE)
        make.reviewed(made, body=BODY)
        opening.move_to(made, play.last_meeting(made, "standing_committee"))
        preparation.finish_past(made)
        deciding.propose(made)
        opening.move_to(made, play.last_meeting(made, "executive_committee"))
        deciding.decide(made)
        bodies.tell(made)
        yield made
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def cell_meeting(stage):
    return next(each for each in meetings.meetings_of(stage.season) if each.unit.key != BODY)


def sat(stage) -> list[Meeting]:
    """The sittings that reviewed nobody, by day."""
    found = meetings.meetings_of(stage.season).exclude(kind=meetings.REVIEW).select_related("season", "chair")
    return list(found.order_by("held_on", "id"))


@pytest.fixture(scope="module")
def orders(stage, cell_meeting) -> list[Order]:
    """The orders of every stage of the season."""
    season, cell, on = stage.season, cell_meeting.unit, printing.today(stage)
    body = Meeting.objects.get(season=season, unit__key=BODY)
    return [
        *gathering.orders_of_plan(season, on=season.plan.passed_on),
        *(
            order
            for each in printing.cells(stage)
            for order in gathering.orders_of_requests(season, each, on=season.plan.passed_on)
        ),
        *gathering.orders_of_body(season, body.unit, on=body.held_on),
        *gathering.orders_of_cell(season, cell, on=cell_meeting.held_on),
        *(order for each in sat(stage) for order in gathering.orders_of_sitting(season, each, on=each.held_on)),
        *gathering.orders_of_decisions(season, on=on),
        *gathering.orders_of_notices(season, cell, on=on),
        *gathering.orders_of_season(season, on=on),
        *gathering.orders_of_scoring(season, season.unit, kind="party_body", on=on),
    ]


def drawn(stage, order: Order):
    form = catalogue.form(CODE, order.form_key)
    layout = layouts.layout_for(order.paper_on, form.family)
    return filling.filled(form, order.values, layout=layout, terms=Terms(queries.contents_of(stage.season), Marks()))


def test_every_form_of_the_rulebook_is_filled_from_the_records(stage, orders):
    made = {order.form_key for order in orders if drawn(stage, order).pieces}
    every = {form.key for form in catalogue.papers_of(CODE).forms}
    assert every - made == {"account_slips", "dossier_receipt", "pack_cover"}


def test_an_account_slip_says_who_signs_in_and_how(stage):
    slip = office.Slip("Bí thư", "Bí thư chi bộ", "Chi bộ 1", "bt.1", "mot-lan")
    values = office.account_slips_values(Frame(stage.season, printing.today(stage)), [slip], address="http://may-chu")
    order = Order("account_slips", values, stage.season.unit, printing.today(stage))
    assert drawn(stage, order).pieces
    assert [each["password"] for each in values["slips"]] == ["mot-lan"]


def test_a_count_is_that_of_the_round_over_its_named_number(stage, orders):
    order = next(each for each in orders if each.form_key == "counting_minutes" and each.unit.key != BODY)
    meeting = next(each for each in meetings.meetings_of(stage.season) if each.unit_id == order.unit.pk)
    first = next(each for each in ballots.rounds_of(meeting) if not each.is_scored)
    found = ballots.results_of(first)
    told = order.values
    assert [[share["share"] for share in line["counts"]] for line in told["lines"]] == [
        [(votes, each.denominator) for votes in each.votes.values()] for each in found
    ]
    assert (told["base"], told["base_name"]) == (found[0].denominator, found[0].denominator_name)
    assert told["needed"] == (
        f"mỗi mức trên 1/2 của {found[0].denominator}, tức từ {found[0].denominator // 2 + 1} phiếu"
    )


def test_no_paper_links_a_slip_to_a_voter(orders):
    slips = [each for each in orders if each.form_key == "score_tally_sheet"]
    assert [set(map(repr, each.values["slips"])) for each in slips] == [{"{}"}, {"{}"}]
    ballot = next(each for each in orders if each.form_key == "member_ballot_1")
    assert set(ballot.values) == {"organ", "year", "voted_on", "options", "lines"}


def test_members_are_counted_once_and_add_up(stage, cell_meeting):
    frame = Frame(stage.season, printing.today(stage))
    values = reports.member_report_values(frame, cell_meeting.unit)
    figures = {each["mark"]: each["count"] for each in values["figures"]}
    whole = {each["share"] for each in values["figures"] if each["mark"].startswith("3.")}
    assert len(values["members"]) == figures["2"] + figures["3"]
    assert sum(count for mark, count in figures.items() if mark.startswith("3.")) == figures["3"]
    assert {of for _, of in whole} == {figures["3"]}
    assert values["base_name"] == "số đảng viên được xếp loại"


def test_somebody_kept_out_is_named_by_what_the_register_says(stage):
    found = results.standings(Frame(stage.season, printing.today(stage)))
    assert {each.why for each in found if not each.result.subject.is_reviewed} == {"Miễn công tác, miễn sinh hoạt"}


def test_the_decision_lists_whom_the_committee_decided_on(stage, orders):
    decision = next(each for each in orders if each.form_key == "decision")
    made = Decision.objects.filter(season=stage.season, is_current=True, subject__kind="member")
    made = made.select_related("subject")
    assert sorted(line["title"] for line in decision.values["lines"]) == sorted(each.subject.name for each in made)
    assert decision.values["whole"] == sum(grade["count"] for grade in decision.values["grades"]) == made.count()
    notices = [each for each in orders if each.form_key == "result_notice"]
    assert len(notices) == made.count()


def test_minutes_tell_who_came_and_what_was_concluded(stage, cell_meeting):
    record = meetings.meeting_record(meetings.meeting(cell_meeting.key))
    values = sittings.cell_minutes_values(Frame(stage.season, cell_meeting.held_on), record)
    assert values["convened"] - values["present"] == len(values["absent"])
    assert [each["conclusion"] for each in values["people"]] == [
        each.line.conclusion for each in record.lines if each.line.state == "done"
    ]
    assert len(values["people"]) + len(values["held"]) == len(record.lines)


def test_the_card_gives_the_votes_needed_and_the_most_for_every_number(stage, cell_meeting):
    frame = Frame(stage.season, cell_meeting.held_on)
    values = packs.threshold_values(frame, cell_meeting)
    assert (values["majority"], values["two_thirds"]) == (values["base"] // 2 + 1, values["base"] * 2 // 3 + 1)
    assert [each["most"] for each in values["lines"]] == [n * 15 // 100 for n in range(1, len(values["lines"]) + 1)]


def test_a_pack_holds_a_slip_for_each_voter(stage, cell_meeting):
    frame = Frame(stage.season, cell_meeting.held_on)
    voting = packs.voters(frame, cell_meeting)
    copies = {part.form_key: part.copies for part in gathering.parts_of_cell(frame, cell_meeting)}
    assert [copies[key] for key in ("member_ballot_1", "member_ballot_2", "score_slip_cell")] == [voting] * 3
    assert copies["tally_sheet"] == 2


def test_the_pack_and_the_receipt_are_written_by_the_office(stage, cell_meeting):
    cell = cell_meeting.unit
    printing.cell_called(stage, cell)
    printing.handed_in(stage, cell)
    pack, receipt = queries.papers_of(stage.season).order_by("-pk")[:2][::-1]
    assert (pack.form_key, receipt.form_key) == ("cell_meeting", "dossier_receipt")
    missing = queries.missing_papers(stage.season, cell, on=printing.today(stage))
    assert {each.person is None for each in missing} == {False}


def test_tables_are_kept_as_sheets_beside_the_paper(stage):
    order = gathering.orders_of_tables(stage.season, on=printing.today(stage))[1]
    paper = commands.write_paper(stage.season, order, **stage.by(printing.CLERK))
    sheet = openpyxl.load_workbook(io.BytesIO(files.content_of(paper.xlsx))).active
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[1] for row in rows[4:-1]] == [each["cell"] for each in order.values["cells"]]


def test_notices_come_numbered_and_as_one_file_with_the_list_to_sign(stage, cell_meeting):
    asked = batches.Asked(stage.season, cell_meeting.unit, printing.today(stage))
    *notices, roll, stack = batches.batch_of(asked, "thong-bao").write(asked, **stage.by(printing.CLERK))
    pages = pypdf.PdfReader(io.BytesIO(files.content_of(stack.pdf))).pages
    words = " ".join(" ".join(page.extract_text().split()) for page in pages)

    assert (roll.form_key, stack.form_key) == ("notice_roll", "result_notices")
    numbers = [notice.number for notice in notices]
    assert numbers == list(range(numbers[0], numbers[0] + len(notices)))
    assert [f"{number:02d}-{notices[0].ledger}/" in words for number in numbers] == [True] * len(notices)


def test_files_come_out_by_unit_and_form_and_missing_forms_are_named(stage, tmp_path):
    commands.write_papers(
        stage.season, gathering.orders_of_plan(stage.season, on=stage.season.plan.passed_on), **stage.by(printing.CLERK)
    )
    printing.copy_out(stage.season, tmp_path / "papers")
    copied = sorted(path.relative_to(tmp_path).as_posix() for path in (tmp_path / "papers").rglob("plan-*"))
    assert copied == ["papers/dang_bo/plan-1.docx", "papers/dang_bo/plan-1.pdf"]
    missing = printing.write_counts(stage.season, tmp_path / "papers.csv")
    assert "01-KĐ.ĐV (self_review)" in missing
    assert "plan,1" in (tmp_path / "papers.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "place"), [("Đảng bộ phường An Hòa", "An Hòa"), ("Đảng bộ xã", ""), ("An", "")])
def test_a_place_is_the_proper_name_at_the_end(name, place):
    assert frames.place_of(name) == place


def test_rounds_are_named_as_the_rulebook_numbers_them(stage, cell_meeting):
    frame = Frame(stage.season, cell_meeting.held_on)
    names = [counted.round_name(frame, each) for each in sittings.locked(cell_meeting) if not each.is_scored]
    assert names[0] == "Lần thứ nhất"


def test_the_minutes_of_the_two_sittings_say_what_was_proposed_scored_and_decided(stage):
    frame = Frame(stage.season, printing.today(stage))
    proposal, decision = (sittings.sitting_minutes_values(frame, meetings.meeting_record(each)) for each in sat(stage))
    assert [len(proposal["points"]), len(decision["points"])] == [3, 6]
    assert "Đảng bộ – Mức B (minh họa): 1" in proposal["proposed"]
    assert (proposal["decided"], proposal["scoring"]) == ([], None)
    assert [line for line in decision["decided"] if line.startswith("Đảng bộ")] != []
    assert "hợp lệ 15 phiếu" in decision["scoring"]


def test_a_sitting_that_is_over_leaves_its_papers_with_one_invitation(stage):
    meeting = next(each for each in sat(stage) if each.kind == "decision")
    asked = batches.Asked(stage.season, meeting.unit, printing.today(stage))
    written = [batches.batch_of(asked, "sau-decision").write(asked, **stage.by(printing.CLERK)) for _ in range(2)]
    every = ["order_of_business", "roll", "score_slip_party_body", "score_tally_sheet", "score_minutes"]
    assert [[paper.form_key for paper in papers] for papers in written] == [
        ["invitation", *every, "sitting_minutes"],
        [*every, "sitting_minutes"],
    ]
    assert {paper.paper_on for papers in written for paper in papers} == {meeting.held_on}


def test_the_calendar_of_the_plan_tells_each_step_once(stage):
    values = office.plan_values(Frame(stage.season, stage.season.plan.passed_on))
    steps = [(each["when"], each["what"]) for each in values["steps"]]
    briefing = next(each for each in values["steps"] if each["what"].startswith("Các tổ chức, chi bộ họp quán triệt"))
    assert len(steps) == len(set(steps))
    assert briefing["who"] == "Các tập thể kiểm điểm; Các chi bộ trực thuộc"
    assert [when for when, _ in steps if "in 07/12/2016" in when] == ["07/12/2017 (đính chính; văn bản in 07/12/2016)"]
    assert any(";" in each["who"] and "Các" not in each["who"] for each in values["steps"])


def test_comments_read_out_are_told_by_who_gave_them(stage, cell_meeting):
    frame, record = Frame(stage.season, cell_meeting.held_on), meetings.meeting_record(cell_meeting)
    told = sittings.comments_read(frame, record)
    assert len({each["source"] for each in told}) == len(told)
    assert any(each["about"].startswith("các đồng chí ") and ", " in each["about"] for each in told)


def test_the_decision_is_the_committees_by_its_full_name(orders):
    decision = next(each for each in orders if each.form_key == "decision")
    assert decision.values["body"] == "BAN CHẤP HÀNH ĐẢNG BỘ PHƯỜNG HƯƠNG XUÂN"
    assert decision.values["grounds"][0].startswith("Hướng dẫn số 27-HD/BTCTW ngày 25/9/2014")
    assert [each["place"] for each in decision.values["places"]] == ["Nơi sinh hoạt"]


def test_the_report_upwards_carries_what_the_party_body_calls_itself(stage):
    values = reports.report_up_values(Frame(stage.season, printing.today(stage)))
    own = Decision.objects.get(season=stage.season, subject__kind="party_body")
    assert values["party_body_grade"] == stage.book.subjects.scale("party_body_grade").name(own.grade)
    assert values["party_body_proposed"] == "Mức B (minh họa)"
    assert (own.departs, 5000 < values["party_body_points"] <= 10000) == (False, True)
    assert [row["title"] for row in values["collectives"]] == [
        frames.Frame(stage.season, own.decided_on).name(Meeting.objects.get(season=stage.season, unit__key=BODY).unit)
    ]
