"""HX17 IV.5, IV.8, IV.9, IV.12 — dossiers, reports, notices: what, from whom, to whom, by when."""

from dataclasses import replace
from datetime import date

import pytest

from kiemdiem.core.process.facts import GiveNotice, Paper, SendResults
from kiemdiem.core.process.papers import About, dossier_of, missing_papers, papers_owed
from tests.clauses.hx17.season import WARD_BODIES, dossier, refusals, warnings

ORDINARY = About(subject="p1", name="An")
LEADER = About(subject="p2", name="Bình", is_leader=True, residence_comment=True)
TOWN_LEADER = replace(LEADER, subject="p3", name="Chi", managed_by=("superior",))
WORKER = About(subject="p4", name="Dung", workplace_comment=True)
ABSENT = About(subject="p5", name="Giang", reviewed=False)


def owed(book, key, *people):
    """The papers owed as (row's number, subject), in order."""
    listed = dossier_of(book.dossier, key)
    rows = {item.key: item.rows[0].rpartition("-")[2] for item in listed.items}
    return [(rows[paper.item], paper.subject) for paper in papers_owed(listed, people)]


@pytest.mark.clause("HX17-IV.8-2")
def test_the_cells_dossier_goes_to_the_standing_committee_through_the_office(hx17):
    found = dossier_of(hx17.dossier, "cell_classification")
    assert (found.owed_by, found.owed_to, found.via) == (("cell",), "standing_committee", "office")
    assert [item.rows for item in found.items] == [(f"HX17-IV.8-{number}",) for number in range(3, 12)]


@pytest.mark.clause("HX17-IV.5-3")
def test_the_dossier_of_collective_and_leaders_goes_to_the_standing_committee(hx17):
    found = dossier_of(hx17.dossier, "leader_review")
    assert (found.owed_by, found.owed_to) == ((*WARD_BODIES, "executive_committee"), "standing_committee")
    assert [item.rows for item in found.items] == [(f"HX17-IV.5-{number}",) for number in range(4, 13)]


ITEMS = [
    ("IV.5-4", "01-BC.TT", "unit", None, False),
    ("IV.5-5", "Biên bản", "unit", None, False),
    ("IV.5-6", "01-KĐ.ĐV", "leader", None, False),
    ("IV.5-7", "01-ĐG.CBLĐQL", "leader", None, False),
    ("IV.5-8", "4a-BNV/2007", "leader", None, False),
    ("IV.5-9", "02-ĐG.CBLĐQL", "leader", None, False),
    ("IV.5-10", "03-ĐG.CBLĐQL", "leader", None, False),
    ("IV.5-11", "08/2013/TT-TTCP", "leader", "superior", False),
    ("IV.5-12", "05-ĐG.CBLĐQL", "leader", None, False),
    ("IV.8-3", "01-KĐ.ĐV", "member", None, True),
    ("IV.8-4", "03-KĐ.ĐV", "unit", None, False),
    ("IV.8-5", "07-KĐ.ĐV", "unit", None, False),
    ("IV.8-6", "04-KĐ.ĐV", "unit", None, False),
    ("IV.8-7", "05-KĐ.ĐV", "unit", None, False),
    ("IV.8-8", "06-KĐ.ĐV", "unit", None, False),
    ("IV.8-9", "2a-KĐ.ĐV", "residence_comment", None, False),
    ("IV.8-10", "2b-KĐ.ĐV", "workplace_comment", None, False),
    ("IV.8-11", "Biên bản", "unit", None, False),
]


@pytest.mark.parametrize(
    ("row", "code", "per", "managed_by", "confirmed"),
    [pytest.param(*each, marks=pytest.mark.clause(f"HX17-{each[0]}")) for each in ITEMS],
)
def test_each_item_of_a_dossier_is_the_form_named_for_those_named(hx17, row, code, per, managed_by, confirmed):
    (item,) = [each for one in hx17.dossier.dossiers for each in one.items if each.rows == (f"HX17-{row}",)]
    (form,) = [each for each in hx17.forms.forms if each.key == item.form]
    assert f"HX17-{row}" in form.rows
    assert (form.code, item.per, item.managed_by, item.confirmed) == (code, per, managed_by, confirmed)


@pytest.mark.clause("HX17-IV.5-8", "HX17-IV.5-11")
def test_forms_of_other_authorities_are_registered_and_not_printed(hx17):
    foreign = [(each.code, each.issuer, each.paper) for each in hx17.forms.forms if each.foreign]
    assert foreign == [
        ("4a-BNV/2007", "Bộ Nội vụ", "foreign"),
        ("08/2013/TT-TTCP", "Thanh tra Chính phủ", "foreign"),
    ]


@pytest.mark.clause("HX17-IV.5-11")
def test_only_leaders_managed_by_the_town_declare_assets(hx17):
    both = owed(hx17, "leader_review", LEADER, TOWN_LEADER, ORDINARY)
    assert both == [
        ("4", ""),
        ("5", ""),
        *((number, who) for number in ("6", "7", "8", "9", "10") for who in ("p2", "p3")),
        ("11", "p3"),
        ("12", "p2"),
        ("12", "p3"),
    ]


@pytest.mark.clause("HX17-IV.8-9", "HX17-IV.8-10", "HX17-IV.8-3")
def test_a_cells_dossier_owes_comments_only_on_those_who_need_them(hx17):
    people = (ORDINARY, LEADER, WORKER, ABSENT)
    assert owed(hx17, "cell_classification", *people) == [
        ("3", "p1"),
        ("3", "p2"),
        ("3", "p4"),
        *((number, "") for number in ("4", "5", "6", "7", "8")),
        ("9", "p2"),
        ("10", "p4"),
        ("11", ""),
    ]


@pytest.mark.clause("HX17-IV.8-3")
def test_a_self_review_counts_only_once_the_cell_confirmed_it(hx17):
    listed = dossier_of(hx17.dossier, "cell_classification")
    asked = papers_owed(listed, (ORDINARY,))
    unconfirmed = tuple(replace(paper, confirmed=paper.item != asked[0].item) for paper in asked)
    assert missing_papers(asked, unconfirmed) == asked[:1]
    assert missing_papers(asked, asked) == ()


@pytest.mark.clause("HX17-IV.8-2")
def test_a_dossier_with_a_paper_missing_is_not_complete(hx17):
    papers = (Paper(item="a", name="Biên bản"), Paper(item="b", subject="p1", name="Bản kiểm điểm — An"))
    assert refusals(hx17, dossier(owed=papers, received=papers)) == []
    assert refusals(hx17, dossier(owed=papers, received=papers[:1])) == [("HX17-IV.8-2",)]


@pytest.mark.clause("HX17-IV.8-1")
@pytest.mark.parametrize(("day", "told"), [(3, False), (4, True)])
def test_a_dossier_after_two_days_is_taken_and_told(hx17, day, told):
    facts = dossier(done_on=date(2017, 12, day))
    assert (refusals(hx17, facts), warnings(hx17, facts)) == ([], [("HX17-IV.8-1",)] if told else [])


@pytest.mark.clause("HX17-IV.8-1")
@pytest.mark.parametrize("change", [{"via_kind": ""}, {"to_kind": "superior"}])
def test_a_cells_dossier_takes_its_way(hx17, change):
    assert refusals(hx17, dossier(**change)) == [("HX17-IV.8-1",)]


LEADERS = {
    "dossier": "leader_review",
    "from_kind": "peoples_committee",
    "via_kind": "",
    "due_on": date(2017, 12, 4),
    "done_on": date(2017, 12, 4),
}


@pytest.mark.clause("HX17-IV.5-3")
def test_the_leaders_dossier_is_complete_and_goes_to_the_standing_committee(hx17):
    papers = (Paper(item="a", name="Biên bản"),)
    assert refusals(hx17, dossier(**LEADERS)) == []
    assert refusals(hx17, dossier(**LEADERS, owed=papers)) == [("HX17-IV.5-3",)]
    assert refusals(hx17, dossier(**LEADERS, to_kind="executive_committee")) == [("HX17-IV.5-3",)]


@pytest.mark.clause("HX17-IV.5-1")
@pytest.mark.reading("deadline_on_rest_day", "not_moved")
@pytest.mark.parametrize(("day", "told"), [(4, False), (5, True)])
def test_the_leaders_dossier_is_due_on_the_4th_inclusive(hx17, day, told):
    facts = dossier(**{**LEADERS, "done_on": date(2017, 12, day)})
    assert (refusals(hx17, facts), warnings(hx17, facts)) == ([], [("HX17-IV.5-1",)] if told else [])


def results(step, from_kind, to_kind, last, **change):
    """Results sent up on their last day."""
    made = SendResults(
        step=step,
        from_kind=from_kind,
        to_kind=to_kind,
        done_on=date(2017, 12, last),
        due_on=date(2017, 12, last),
        done=("executive_decision",),
    )
    return replace(made, **change)


LEADER_RESULTS = results("leader_results", "peoples_committee", "standing_committee", 4)
AGGREGATE = results("aggregation", "office", "standing_committee", 10)
UP = results("report_up", "standing_committee", "superior", 16)


@pytest.mark.parametrize(
    ("facts", "row"),
    [
        pytest.param(LEADER_RESULTS, "HX17-IV.5-1", marks=pytest.mark.clause("HX17-IV.5-1")),
        pytest.param(AGGREGATE, "HX17-IV.9-1", marks=pytest.mark.clause("HX17-IV.9-1")),
        pytest.param(UP, "HX17-IV.12-1", marks=pytest.mark.clause("HX17-IV.12-1")),
    ],
)
def test_results_go_up_the_right_way_and_lateness_is_told(hx17, facts, row):
    late = replace(facts, done_on=date.fromordinal(facts.due_on.toordinal() + 1))
    assert refusals(hx17, facts) == []
    assert refusals(hx17, replace(facts, to_kind="cell")) == [(row,)]
    assert (refusals(hx17, late), (row,) in warnings(hx17, late)) == ([], True)


@pytest.mark.parametrize(
    ("facts", "row"),
    [
        pytest.param(AGGREGATE, "HX17-IV.9-1", marks=pytest.mark.clause("HX17-IV.9-1")),
        pytest.param(UP, "HX17-IV.12-1", marks=pytest.mark.clause("HX17-IV.12-1")),
    ],
)
def test_the_body_that_owes_a_report_sends_it(hx17, facts, row):
    assert refusals(hx17, replace(facts, from_kind="cell")) == [(row,)]


@pytest.mark.clause("HX17-IV.12-1", "HX17-IV.11-1")
def test_the_report_to_the_town_follows_the_executive_committees_conference(hx17):
    assert refusals(hx17, replace(UP, done=())) == [("HX17-IV.11-1", "HX17-IV.12-1")]


TOLD = GiveNotice(
    notice="leader_result",
    to_kind="cell",
    done_on=date(2017, 12, 4),
    due_on=date(2017, 12, 4),
    is_leader=True,
    posts=("peoples_committee.vice_chair",),
    proof="Ký nhận ngày 04/12",
)
NOTICE = ("HX17-IV.5-2",)


@pytest.mark.clause("HX17-IV.5-2")
def test_leaders_results_reach_their_cell_by_the_4th(hx17):
    assert refusals(hx17, TOLD) == []
    standing = replace(TOLD, posts=("standing_committee.standing_member", "peoples_committee.chair"))
    wrong = (standing, replace(TOLD, to_kind="office"), replace(TOLD, proof=" "))
    assert [refusals(hx17, each) for each in wrong] == [[NOTICE]] * 3
    assert warnings(hx17, replace(TOLD, done_on=date(2017, 12, 5))) == [NOTICE]


@pytest.mark.clause("HX17-IV.5-2")
def test_the_notice_owed_is_about_leaders_outside_the_standing_committee(hx17):
    (notice,) = hx17.notices.notices
    assert (notice.rows, notice.owed_by, notice.owed_to) == (NOTICE, WARD_BODIES, "cell")
    assert (notice.due_on, notice.leaders_only) == (date(2017, 12, 4), True)
    posts = ("secretary", "standing_deputy_secretary", "deputy_secretary", "standing_member")
    assert notice.except_posts == tuple(f"standing_committee.{post}" for post in posts)


@pytest.mark.clause("HX17-End-2")
def test_the_plan_goes_to_eight_addressees(hx17):
    found = [(each.unit_kind, each.for_report) for each in hx17.notices.recipients]
    assert found == [
        ("superior", True),
        ("superior", True),
        ("superior", True),
        ("executive_committee", False),
        ("council_standing_body", False),
        ("front_standing_board", False),
        ("cell", False),
        ("office", False),
    ]
