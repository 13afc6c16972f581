"""The whole season played without a screen: it ends closed, and the same seed leaves the same bytes."""

import collections
import csv
import json
import os
import subprocess
import sys

import pytest

from kiemdiem.core.judge.verdict import verdict_from
from kiemdiem.desk.play import cast
from kiemdiem.rulebooks import shelf
from tests.house.repository import ROOT

# These kinds allow and tell, or hold one person's line, or mark what already happened.
ONLY_TOLD = {
    "reports_lead", "leaders_before_cells", "rest_days", "status_shown", "done_in_window", "results_known",
}  # fmt: skip


def program(name, *arguments, **more):
    env = {k: v for k, v in os.environ.items() if not k.startswith("KIEMDIEM_")}
    env |= {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]), **more}
    return subprocess.Popen(
        [sys.executable, "-m", name, *arguments], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def ended(process):
    said, _ = process.communicate(timeout=1500)
    assert process.returncode == 0, said[-2000:]


@pytest.mark.slow
def test_a_played_season_is_whole(tmp_path):
    """One test, since the season is long: every check is on what one play left."""
    ended(program("kiemdiem.config.cli", "play", "hx17", "--no-papers", "--out", str(tmp_path)))

    found = json.loads((tmp_path / "verdicts.json").read_text(encoding="utf-8"))
    assert (len(found["cell"]), len(found["leader"])) == (16, 15)
    everybody_has_a_result(found["member"])
    no_cell_exceeds_its_share(found["member"])
    every_gate_turned_somebody_down(tmp_path / "refusals.csv")


@pytest.mark.slow
def test_one_seed_leaves_the_same_bytes_in_every_process(tmp_path):
    """The season's first body and first cell, twice; the order of a set is another in each process."""
    left = []
    running = []
    for order in ("1", "2"):
        home = tmp_path / order
        home.mkdir()
        left.append(home / "verdicts.json")
        surroundings = {"PYTHONHASHSEED": order, "KIEMDIEM_HOME": str(home), "KIEMDIEM_SCRATCH": "1"}
        surroundings["DJANGO_SETTINGS_MODULE"] = "kiemdiem.config.settings"
        running.append(program("tests.rooms.desk.short_play", str(left[-1]), **surroundings))
    for process in running:
        ended(process)
    first, second = (path.read_bytes() for path in left)
    assert first == second
    assert len(json.loads(first)["member"]) > 0


def every_gate_turned_somebody_down(path):
    """Each gate of the rulebook has its line, with its own rows; only those that merely warn never refused."""
    with path.open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream))
    gates = {gate.key: gate for gate in shelf.rulebook("hx17").process.gates}
    heard = collections.defaultdict(set)
    for line in lines:
        heard[line["gate"]].add(line["kind"])
        assert line["by"] and line["act"] and line["why"], line
        if line["gate"]:
            assert line["rows"].split() == list(gates[line["gate"]].rows)
    assert gates.keys() - heard.keys() == set()
    refusing = {key for key, gate in gates.items() if gate.level == "refuse" and gate.kind not in ONLY_TOLD}
    assert {key for key in refusing if "refused" not in heard[key]} == set()


def everybody_has_a_result(members):
    outcomes = collections.Counter(one["verdict"]["outcome"] for one in members.values())
    assert set(outcomes) == {"graded", "not_graded"}
    assert sum(one["decision"] is not None for one in members.values()) == outcomes["graded"]


def no_cell_exceeds_its_share(members):
    top, places = collections.Counter(), {}
    for one in members.values():
        verdict = verdict_from(one["verdict"])
        places |= {state.group: state.places for state in verdict.quotas}
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
