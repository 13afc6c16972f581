"""The whole season played without a screen: it ends closed, and the same seed leaves the same bytes."""

import collections
import json
import os
import subprocess
import sys

import pytest

from kiemdiem.core.judge.verdict import verdict_from
from kiemdiem.desk.play import cast
from tests.house.repository import ROOT


def play(out):
    env = {k: v for k, v in os.environ.items() if not k.startswith("KIEMDIEM_")} | {"PYTHONPATH": str(ROOT / "src")}
    return subprocess.Popen(
        [sys.executable, "-m", "kiemdiem.config.cli", "play", "hx17", "--no-papers", "--out", str(out)],
        env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


@pytest.fixture(scope="module")
def left(tmp_path_factory):
    """What two plays of the same seed left, side by side."""
    folders = [tmp_path_factory.mktemp(name) for name in ("first", "second")]
    running = [play(folder) for folder in folders]
    for process in running:
        said, _ = process.communicate(timeout=1500)
        assert process.returncode == 0, said[-2000:]
    return folders


@pytest.mark.slow
@pytest.mark.xdist_group("play")
def test_the_same_seed_leaves_the_same_bytes(left):
    for name in ("verdicts.json", "refusals.csv"):
        assert (left[0] / name).read_bytes() == (left[1] / name).read_bytes()


@pytest.mark.slow
@pytest.mark.xdist_group("play")
def test_every_cell_and_member_ends_with_a_result(left):
    found = json.loads((left[0] / "verdicts.json").read_text(encoding="utf-8"))

    assert (len(found["cell"]), len(found["leader"])) == (16, 15)
    outcomes = collections.Counter(one["verdict"]["outcome"] for one in found["member"].values())
    assert set(outcomes) == {"graded", "not_graded"}
    decided = [one for one in found["member"].values() if one["decision"]]
    assert len(decided) == outcomes["graded"]


@pytest.mark.slow
@pytest.mark.xdist_group("play")
def test_no_cell_exceeds_its_share_of_the_top_grade(left):
    found = json.loads((left[0] / "verdicts.json").read_text(encoding="utf-8"))["member"]
    top = collections.Counter()
    places = {}
    for one in found.values():
        verdict = verdict_from(one["verdict"])
        for state in verdict.quotas:
            places[state.group] = state.places
        if verdict.grade == "HTXSNV":
            top[one["facts"]["cell"]] += 1

    assert len(places) == 16
    assert {cell: n for cell, n in top.items() if n > places[cell]} == {}
    assert sum(top.values()) > 0


def test_the_cast_is_the_same_for_a_seed_and_has_every_case():
    cells = [(f"c{number}", "residential" if number % 2 else "school") for number in range(16)]
    first, second, other = (cast.cast(seed=seed, year=2017, cells=cells) for seed in (1, 1, 2))

    assert first == second
    assert first != other
    assert {one.case for one in first} == {"ordinary", *(case for case, _ in cast.CASES)}
    sizes = collections.Counter(one.place for one in first)
    assert (min(sizes.values()), max(sizes.values()), len(sizes)) == (8, 40, 16)
