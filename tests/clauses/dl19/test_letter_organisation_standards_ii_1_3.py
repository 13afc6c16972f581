"""II.1.1 to II.1.3: what each grade of a cell and of the party body asks, what gives the lowest one."""

import pytest

from tests.clauses.dl19.grading import ORGANISATION_LEVELS, VOTED_DONE, VOTED_GOOD, VOTED_NOT, grade, state, verdict

BOTH = pytest.mark.parametrize("kind", ["cell", "party_body"])
KEY = ORGANISATION_LEVELS[:6]
REST = ORGANISATION_LEVELS[6:]


@pytest.mark.clause("DL19-II.1.1-1")
def test_the_party_body_and_its_cells_are_graded(dl19):
    graded = [one for one in dl19.subjects.subjects if "DL19-II.1.1-1" in one.rows]
    assert [(one.key, one.scale) for one in graded] == [
        ("cell", "organisation_grade"),
        ("party_body", "organisation_grade"),
    ]
    assert [grade(dl19, one.key) for one in graded] == ["HTXSNV", "HTXSNV"]


@BOTH
@pytest.mark.clause("DL19-II.1.3.a-1")
def test_the_best_are_outstanding(dl19, kind):
    assert grade(dl19, kind, outstanding=True) == "HTXSNV"
    assert grade(dl19, kind, outstanding=False) == "HTTNV"


@BOTH
@pytest.mark.clause("DL19-II.1.3.a-2")
def test_results_of_programmes_must_be_excellent(dl19, kind):
    assert [grade(dl19, kind, **{level: "TOT"}) for level in KEY] == ["HTTNV"] * 6
    assert [grade(dl19, kind, **{level: "TOT"}) for level in REST] == ["HTXSNV"] * 2
    assert [grade(dl19, kind, **{level: "TRUNG_BINH"}) for level in REST] == ["HTTNV"] * 2


@pytest.mark.clause("DL19-II.1.3.a-3")
@pytest.mark.parametrize(
    ("figures", "all_done", "most_good"),
    [
        ({"cells_good": 8}, "met", "met"),
        ({"cells_good": 7}, "met", "not_met"),
        ({"cells_good": 8, "cells_done": 9, "cells_not": 1}, "not_met", "met"),
    ],
)
def test_the_subordinate_organisations_of_the_best(dl19, figures, all_done, most_good):
    found = verdict(dl19, "party_body", **figures)
    assert found.finding("party_body.excellent.all").state == all_done
    assert found.finding("party_body.excellent.most").state == most_good
    assert (found.grade == "HTXSNV") is (all_done == most_good == "met")


@pytest.mark.clause("DL19-II.1.3.a-4")
@pytest.mark.parametrize(
    ("figures", "all_done", "most_good"),
    [
        ({"members_good": 16}, "met", "met"),
        ({"members_good": 15}, "met", "not_met"),
        ({"members_good": 16, "members_done": 19, "members_not": 1}, "not_met", "met"),
    ],
)
def test_the_members_of_the_best(dl19, figures, all_done, most_good):
    found = verdict(dl19, "cell", **figures)
    assert found.finding("cell.excellent.all").state == all_done
    assert found.finding("cell.excellent.most").state == most_good
    assert (found.grade == "HTXSNV") is (all_done == most_good == "met")


@BOTH
@pytest.mark.clause("DL19-II.1.3.a-5")
def test_organisations_beside_the_best_are_good(dl19, kind):
    assert grade(dl19, kind, linked_good=2) == "HTTNV"
    assert grade(dl19, kind, linked_good=None) == "cannot_say"
    assert grade(dl19, kind, linked_total=0, linked_good=0, linked_done=0) == "HTXSNV"


@BOTH
@pytest.mark.clause("DL19-II.1.3.b-1")
def test_results_of_programmes_must_be_good(dl19, kind):
    assert [grade(dl19, kind, **{level: "TOT"}, **VOTED_GOOD) for level in KEY] == ["HTTNV"] * 6
    assert [grade(dl19, kind, **{level: "TRUNG_BINH"}, **VOTED_GOOD) for level in KEY] == ["HTNV"] * 6
    assert [grade(dl19, kind, **{level: "TRUNG_BINH"}, **VOTED_GOOD) for level in REST] == ["HTTNV"] * 2
    assert [state(dl19, kind, f"{kind}.good.rest", **{level: "KEM"}) for level in REST] == ["not_met"] * 2


@pytest.mark.clause("DL19-II.1.3.b-2")
@pytest.mark.parametrize(
    ("figures", "given"),
    [
        ({"cells_good": 5}, "HTTNV"),
        ({"cells_good": 4}, "HTNV"),
        ({"cells_good": 9, "cells_done": 9, "cells_not": 1}, "HTNV"),
    ],
)
def test_the_subordinate_organisations_of_the_good(dl19, figures, given):
    assert grade(dl19, "party_body", **figures, **VOTED_GOOD) == given


@pytest.mark.clause("DL19-II.1.3.b-3")
@pytest.mark.parametrize(
    ("figures", "given"),
    [
        ({"members_good": 10}, "HTTNV"),
        ({"members_good": 9}, "HTNV"),
        ({"members_good": 19, "members_done": 19, "members_not": 1}, "HTNV"),
    ],
)
def test_the_members_of_the_good(dl19, figures, given):
    assert grade(dl19, "cell", **figures, **VOTED_GOOD) == given


@BOTH
@pytest.mark.clause("DL19-II.1.3.b-4")
def test_organisations_beside_the_good_did_their_work(dl19, kind):
    assert grade(dl19, kind, linked_good=0, linked_done=3, **VOTED_GOOD) == "HTTNV"
    assert grade(dl19, kind, linked_good=0, linked_done=2, **VOTED_GOOD) == "HTNV"


@BOTH
@pytest.mark.clause("DL19-II.1.3.c-1")
def test_every_criterion_is_average(dl19, kind):
    average = dict.fromkeys(ORGANISATION_LEVELS, "TRUNG_BINH")
    assert grade(dl19, kind, **average) == "HTNV"
    assert [grade(dl19, kind, **{**average, level: "KEM"}) for level in ORGANISATION_LEVELS] == ["KHTNV"] * 8


@BOTH
@pytest.mark.clause("DL19-II.1.3.c-2")
def test_a_discipline_found_and_remedied_by_itself_leaves_done(dl19, kind):
    mended = {"disciplined": True, "self_detected": True, "consequences_remedied": True}
    assert grade(dl19, kind, **mended) == "HTNV"
    assert state(dl19, kind, f"{kind}.done.discipline", **mended) == "met"
    assert state(dl19, kind, f"{kind}.done.discipline", **mended | {"self_detected": False}) == "not_met"
    assert grade(dl19, kind, self_detected=None, consequences_remedied=None) == "HTXSNV"


@BOTH
@pytest.mark.clause("DL19-II.1.3.d-1")
@pytest.mark.parametrize("votes", [{}, VOTED_GOOD, VOTED_DONE, VOTED_NOT])
def test_whatever_does_not_reach_done_is_not_done(dl19, kind, votes):
    assert grade(dl19, kind, level_c="KEM", **votes) == "KHTNV"
    assert verdict(dl19, kind, **VOTED_NOT).flags == ("lowest_without_ground",)


@BOTH
@pytest.mark.clause("DL19-II.1.3.d-2")
def test_less_than_half_of_the_targets_unless_by_force_majeure(dl19, kind):
    assert grade(dl19, kind, targets_done=5) == "HTXSNV"
    assert grade(dl19, kind, targets_done=4) == "KHTNV"
    assert grade(dl19, kind, targets_done=4, force_majeure=True) == "HTXSNV"
    assert grade(dl19, kind, targets_done=4, force_majeure=None) == "cannot_say"


@BOTH
@pytest.mark.clause("DL19-II.1.3.d-2")
def test_a_poor_programme_fails(dl19, kind):
    failing = [state(dl19, kind, f"{kind}.failed.programmes", **{level: "KEM"}) for level in ORGANISATION_LEVELS]
    assert failing == ["met"] * 5 + ["not_met"] * 3


@BOTH
@pytest.mark.clause("DL19-II.1.3.d-3")
@pytest.mark.parametrize(("failed", "given"), [(2, "KHTNV"), (1, "HTNV")])
def test_two_failing_mass_organisations(dl19, kind, failed, given):
    assert grade(dl19, kind, mass_failed=failed, linked_good=1, linked_done=1) == given


@BOTH
@pytest.mark.clause("DL19-II.1.3.d-4")
def test_a_disciplined_organisation_fails(dl19, kind):
    assert grade(dl19, kind, disciplined=True) == "KHTNV"
    assert grade(dl19, kind, disciplined=True, self_detected=True) == "KHTNV"
    assert grade(dl19, kind, disciplined=True, consequences_remedied=True) == "KHTNV"
    assert grade(dl19, kind, disciplined=False) == "HTXSNV"


@pytest.mark.clause("DL19-II.1.3.d-5")
@pytest.mark.parametrize(
    ("kind", "figures", "given"),
    [
        ("cell", {"members_good": 16, "members_done": 16, "members_not": 4}, "HTNV"),
        ("cell", {"members_good": 15, "members_done": 15, "members_not": 5}, "KHTNV"),
        ("party_body", {"cells_good": 8, "cells_done": 8, "cells_not": 2}, "HTNV"),
        ("party_body", {"cells_good": 7, "cells_done": 7, "cells_not": 3}, "KHTNV"),
    ],
)
def test_more_than_a_fifth_failing(dl19, kind, figures, given):
    assert grade(dl19, kind, **figures) == given


@pytest.mark.clause("DL19-II.1.3.d-5")
def test_a_share_waits_for_those_pending(dl19):
    assert grade(dl19, "cell", members_pending=1) == "cannot_say"
    assert grade(dl19, "party_body", cells_pending=1) == "cannot_say"
