"""One level out of several: whose counts, how the mean is cut, what is missing."""

import pytest

from kiemdiem.core.rating import level_in_force
from kiemdiem.core.scales import Level, Scale

SCALE = Scale(
    key="level",
    clause="1",
    text="Cấp độ",
    levels=tuple(Level(code=code, name=code) for code in ("BEST", "GOOD", "FAIR", "POOR")),
)
EQUAL = {"own": 1, "union": 1, "board": 1}


@pytest.mark.parametrize(
    ("weights", "own", "others", "given"),
    [
        ({}, "BEST", {"union": "POOR"}, "BEST"),
        ({}, None, {"union": "POOR"}, None),
        (EQUAL, "BEST", {"union": "BEST", "board": "BEST"}, "BEST"),
        (EQUAL, "BEST", {"union": "BEST", "board": "GOOD"}, "GOOD"),
        (EQUAL, "BEST", {"union": "GOOD", "board": "POOR"}, "FAIR"),
        (EQUAL, "BEST", {"union": "BEST"}, None),
        (EQUAL, None, {"union": "BEST", "board": "BEST"}, None),
        ({"own": 3, "union": 1}, "BEST", {"union": "FAIR", "board": "POOR"}, "GOOD"),
        ({"union": 1}, "BEST", {"union": "FAIR"}, "FAIR"),
    ],
)
def test_the_level_in_force(weights, own, others, given):
    assert level_in_force(SCALE, own, others=others, weights=weights) == given
