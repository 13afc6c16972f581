"""One cell's year by hand, from an empty installation to the report above, each page checked on both screens."""

import pytest

from tests.journeys import ward as wards
from tests.journeys import workbook
from tests.journeys import year_begins as begins
from tests.journeys import year_cell as cell
from tests.journeys import year_grades as grades
from tests.journeys import year_meets as meets
from tests.journeys import year_on_paper as paper
from tests.journeys import year_prepares as prepares
from tests.journeys import year_votes as votes

pytestmark = pytest.mark.journey

YEAR = (
    begins.officer_hands_in_the_register,
    begins.administrator_grants_rights,
    begins.officer_drafts_a_rehearsal,
    begins.officer_signs_the_readings,
    begins.officer_sets_the_days_and_supervisors,
    begins.officer_has_the_plan_passed,
    prepares.officer_gives_a_member_his_account,
    prepares.secretary_writes_the_report,
    prepares.member_hands_in_her_paper,
    prepares.clerk_keys_the_papers,
    prepares.clerk_asks_for_comments,
    prepares.clerk_records_the_statements,
    prepares.clerk_writes_the_committees_report,
    prepares.clerk_keys_the_leaders_papers,
    prepares.clerk_receives_the_opinions,
    meets.office_calls_the_meetings,
    meets.committee_reviews_itself,
    votes.committee_votes_on_its_leaders,
    cell.cell_meets,
    cell.cell_votes,
    cell.cell_closes,
    grades.clerk_asks_the_rules,
    grades.standing_committee_proposes,
    grades.committee_decides,
    grades.everybody_is_told,
    grades.counter_takes_the_dossier,
    grades.office_reports_up,
)
FROM_PAPER = (
    paper.office_keys_the_papers,
    paper.office_keys_the_meeting,
    paper.two_clerks_key_the_counts,
    paper.office_closes_the_meeting,
)


@pytest.fixture
def ward(site, open_page, picture, tmp_path):
    """A committee founded just now, on a telephone, with nothing in it."""
    passwords = wards.founded(site, since=workbook.SINCE)
    site.start()
    return wards.Ward(site, open_page, picture, "phone", passwords, tmp_path)


def test_one_cells_year_is_done_by_hand_and_anothers_from_paper(ward):
    for step in (*YEAR, *FROM_PAPER):
        step(ward)
