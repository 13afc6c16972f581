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


def play(out):
    env = {k: v for k, v in os.environ.items() if not k.startswith("KIEMDIEM_")} | {"PYTHONPATH": str(ROOT / "src")}
    return subprocess.Popen(
        [sys.executable, "-m", "kiemdiem.config.cli", "play", "hx17", "--no-papers", "--out", str(out)],
        env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


@pytest.mark.slow
def test_a_played_season_is_whole_and_leaves_the_same_bytes_again(tmp_path):
    """One test, since the season is long: every check is on what two processes of one seed left side by side."""
    folders = [tmp_path / "first", tmp_path / "second"]
    running = [play(folder) for folder in folders]
    for process in running:
        said, _ = process.communicate(timeout=1500)
        assert process.returncode == 0, said[-2000:]

    for name in ("verdicts.json", "refusals.csv"):
        assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes()
    found = json.loads((folders[0] / "verdicts.json").read_text(encoding="utf-8"))
    assert (len(found["cell"]), len(found["leader"])) == (16, 15)
    everybody_has_a_result(found["member"])
    no_cell_exceeds_its_share(found["member"])
    every_gate_turned_somebody_down(folders[0] / "refusals.csv")


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
