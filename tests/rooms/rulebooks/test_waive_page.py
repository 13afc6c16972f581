"""A committee does without an act its book points to: by which act, what is shown, and what cannot be waived."""

import pytest

from kiemdiem.rulebooks import queries
from tests.rooms.org import make

pytestmark = pytest.mark.django_db
READINGS = "/quy-tac/hu23/db/cach-hieu/"
ACT = {"body": "Ban Thường vụ Huyện ủy", "document": "05-QĐ/HU", "issued_on": "01/10/2023"}


@pytest.fixture
def ward():
    return make.ward()


@pytest.fixture
def officer(client, ward):
    client.force_login(ward.officer)
    return client


def page(gap):
    """The page on which the gap is waived."""
    return f"{READINGS}mien/{gap}/"


def test_a_waived_gap_says_by_which_act(officer, ward):
    assert officer.post(page("quotas"), ACT).status_code == 302
    (filling,) = [each for each in queries.fillings(ward.body, "hu23") if each.gap.key == "quotas"]
    told = {"body": ACT["body"], "document": ACT["document"], "issued_on": "2023-10-01"}
    assert (filling.is_open, filling.is_waived, filling.content) == (False, True, {"waived": told})
    read = officer.get(READINGS).content.decode()
    assert read.count("05-QĐ/HU, Ban Thường vụ Huyện ủy, ngày 01/10/2023") == 1
    assert read.count("được miễn áp dụng") == 1


@pytest.mark.parametrize("missing", sorted(ACT))
def test_the_act_is_named_whole(officer, ward, missing):
    answer = officer.post(page("quotas"), {**ACT, missing: ""})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [missing])
    assert [each for each in queries.fillings(ward.body, "hu23") if not each.is_open] == []


def test_what_no_decision_can_do_without_is_not_offered(officer):
    assert officer.get(page("grades")).status_code == 404
    read = officer.get(READINGS).content.decode()
    assert (read.count("/mien/quotas/"), read.count("/mien/grades/")) == (1, 0)
    assert officer.get(page("quotas")).content.decode().count("không tính mức") == 1
