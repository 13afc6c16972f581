"""A short run of the knock-out, so that the machinery itself stays alive; the long run is a command of its own."""

import pytest

from kiemdiem.rulebooks import shelf
from tests.clauses.knockout import blows, shifted, without


def struck(what):
    """The blows of one sort against the quotas, by the entry struck."""
    return {blow.entry: blow for blow in blows("hx17", "quotas.yaml") if blow.what == what}


@pytest.mark.parametrize(("what", "change"), [("removed", 0), ("shifted", 16)])
def test_a_blow_changes_one_entry_and_leaves_the_shelf_alone(what, change):
    blow = struck(what)["quota.excellent_members"]
    found = [quota.percent for quota in blow.book.quotas.quotas if quota.key == "quota.excellent_members"]
    assert found == ([change] if change else [])
    assert shelf.rulebook("hx17").quotas.of("member")[0].percent == 15


def test_a_blow_against_every_entry_of_a_file_can_be_struck():
    content = shelf.rulebook("hx17").folder["standards.yaml"]
    path = ("standards", 0, "standards", 0, "conditions", 1)
    assert len(without(content, path)["standards"][0]["standards"][0]["conditions"]) == 4
    assert shifted(content, path)["standards"][0]["standards"][0]["conditions"][1]["more_than"] == "1/2"
