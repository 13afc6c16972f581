"""The measured member standards as an OpenFisca system: one variable per condition, one for each result.

A program of its own in an environment of its own; nothing imports it, it imports nothing of ours. It reads lines with
a table of facts and a place for results, judges everybody anew for each, and answers with the seconds taken.
OpenFisca has no unknown: whether the office's grade is known is a fact of its own here.
"""

import json
import sys
import time

import duckdb
import numpy
from openfisca_core.entities import build_entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

PERIOD = "2017"
MEMBER = build_entity(key="member", plural="members", label="", is_person=True)
CELL = build_entity(key="cell", plural="cells", label="", roles=[{"key": "member", "plural": "members", "label": ""}])
RANKS = {
    "task_result": ("failed", "basic", "good", "excellent"),
    "ccvc_grade": ("KHTNV", "HTNV_LIMITED", "HTNV", "HTTNV", "HTXSNV"),
}
FLAGS = (
    "exempt_work", "exempt_activity", "review_done", "is_ccvc", "title_proposed", "merit_certificate",
    "serving_discipline", "fault_prohibited", "fault_refusal", "grade_open",
)  # fmt: skip
COUNTS = (
    "months_since_admission", "enrolled_1", "votes_good", "votes_done", "votes_not", "enrolled_2", "votes_excellent",
)  # fmt: skip
CONDITIONS = {
    "c0": lambda f: f("exempt_work") & f("exempt_activity"),
    "c1": lambda f: f("months_since_admission") < 6,
    "c2": lambda f: ~f("review_done"),
    "c3": lambda f: f("task_result") >= 4,
    "c4": lambda f: f("votes_excellent") * 3 > f("enrolled_2") * 2,
    "c5": lambda f: ~f("is_ccvc") | f("c6") | f("c7") | f("c8"),
    "c6": lambda f: f("is_ccvc") & (f("ccvc_grade") == 5),
    "c7": lambda f: f("title_proposed"),
    "c8": lambda f: f("merit_certificate"),
    "c9": lambda f: f("task_result") >= 3,
    "c10": lambda f: f("votes_good") * 2 > f("enrolled_1"),
    "c11": lambda f: ~f("is_ccvc") | (f("ccvc_grade") >= 4),
    "c12": lambda f: f("task_result") >= 2,
    "c13": lambda f: f("votes_done") * 2 > f("enrolled_1"),
    "c14": lambda f: ~f("is_ccvc") | (f("ccvc_grade") >= 2),
    "c15": lambda f: f("c16") | f("c17") | f("c18") | f("c19") | f("c20"),
    "c16": lambda f: f("serving_discipline"),
    "c17": lambda f: f("task_result") == 1,
    "c18": lambda f: f("is_ccvc") & (f("ccvc_grade") == 1),
    "c19": lambda f: f("fault_prohibited"),
    "c20": lambda f: f("fault_refusal"),
    "c21": lambda f: f("votes_not") * 2 > f("enrolled_1"),
}


def first(*choices, default=0):
    """The value of the first test that holds."""
    tests, values = zip(*choices, strict=True)
    return numpy.select(tests, values, default=default)


def ceiling(f):
    """The best grade that everything but the votes allows; -1 where it depends on what is not known."""
    open_, good = f("grade_open"), f("c9")
    return first(
        (open_ & good, -1), (f("c3") & f("c5") & good & f("c11"), 4), (good & f("c11"), 3),
        (open_ & f("c12"), -1), (f("c12") & f("c14"), 2), (f("c15"), 1), (open_, -1),
    )  # fmt: skip


def reached(f):
    """The grade before the quota."""
    voted, open_ = f("voted"), f("grade_open")
    good, better = voted >= 3, voted >= 2
    return first(
        (f("c0") | f("c1"), 0), (f("c2"), -3), (voted == 0, -2),
        ((voted == 1) & f("c15"), 1), ((voted == 1) & open_, -1), (voted == 1, -2),
        (good & open_ & f("c9"), -1), ((voted == 4) & f("c3") & f("c5") & f("c9") & f("c11"), 4),
        (good & f("c9") & f("c11"), 3), (better & open_ & f("c12"), -1), (better & f("c12") & f("c14"), 2),
        default=-2,
    )  # fmt: skip


RESULTS = {
    "voted": lambda f: first((f("c10") & f("c4"), 4), (f("c10"), 3), (f("c13"), 2), (f("c21"), 1)),
    "ceiling": ceiling,
    "ground": lambda f: first((f("c15"), 1), (f("grade_open"), -1)),
    "reached": reached,
    "met_0": lambda f: sum(f(f"c{bit}").astype(numpy.int32) << bit for bit in range(22)),
    "unknown_0": lambda f: (
        f("grade_open") * (2048 + 16384 + 64 + 262144)
        + (f("grade_open") & ~(f("c7") | f("c8"))) * 32
        + (f("grade_open") & ~(f("c16") | f("c17") | f("c19") | f("c20"))) * 32768
    ),
}


def variable(name, type_, formula=None):
    """A variable; an input where there is no formula."""
    fields = {"value_type": type_, "entity": MEMBER, "definition_period": DateUnit.YEAR, "label": name}
    if formula:
        fields["formula"] = lambda member, period: formula(lambda other: member(other, period))
    return type(name, (Variable,), fields)


def system():
    """The system: facts, conditions, results."""
    found = TaxBenefitSystem([MEMBER, CELL])
    for name in FLAGS:
        found.add_variable(variable(name, bool))
    for name in (*COUNTS, *RANKS):
        found.add_variable(variable(name, int))
    for name, formula in CONDITIONS.items():
        found.add_variable(variable(name, bool, formula))
    for name, formula in RESULTS.items():
        found.add_variable(variable(name, int, formula))
    return found


def standings(simulation, reached):
    """The quota of every cell: state, rank and standing of its candidates, ties at the line told apart."""
    cells = simulation.populations["cell"].members_entity_id
    base = simulation.populations["cell"].sum((reached >= 3).astype(numpy.int32))
    state, rank, standing = (numpy.zeros(len(reached), numpy.int32) for _ in range(3))
    people = numpy.flatnonzero(reached == 4)
    votes = simulation.calculate("votes_excellent", PERIOD)[people]
    order = numpy.lexsort((-votes, cells[people]))
    people, votes = people[order], votes[order]
    group = cells[people]
    places = numpy.arange(len(people))
    new_group = numpy.r_[True, group[1:] != group[:-1]]
    new_step = new_group | numpy.r_[True, votes[1:] != votes[:-1]]
    start = numpy.maximum.accumulate(numpy.where(new_group, places, 0))
    step = numpy.maximum.accumulate(numpy.where(new_step, places, 0))
    ends = numpy.r_[numpy.flatnonzero(new_step)[1:], len(people)]
    rank[people] = step - start + 1
    standing[people] = ends[numpy.cumsum(new_step) - 1] - start
    line = base[group] * 15
    state[people] = numpy.select([standing[people] * 100 <= line, rank[people] * 100 <= line], [1, 3], 2)
    return state, rank, standing


def loaded(database, facts):
    """The facts as arrays; levels as ranks."""
    ranks = [f"list_position({list(codes)}, {name})::INT AS {name}" for name, codes in RANKS.items()]
    plain = [name for name in (*FLAGS, *COUNTS) if name != "grade_open"]
    more = ["is_ccvc AND ccvc_grade IS NULL AS grade_open", "substr(cell, 2)::INT AS number"]
    chosen = ", ".join([*plain, *ranks, *more, "subject, cell, party_body"])
    found = database.execute(f"SELECT {chosen} FROM '{facts}'").fetchnumpy()
    masked = numpy.ma.isMaskedArray
    return {name: numpy.ma.filled(values, 0) if masked(values) else values for name, values in found.items()}


def judged(found_system, given):
    """The results as arrays."""
    builder = SimulationBuilder()
    builder.create_entities(found_system)
    builder.declare_person_entity("member", numpy.arange(len(given["number"])))
    cells = builder.declare_entity("cell", numpy.arange(int(given["number"].max()) + 1))
    builder.join_with_persons(cells, given["number"], numpy.zeros(len(given["number"]), numpy.int8))
    simulation = builder.build(found_system)
    for name in (*FLAGS, *COUNTS, *RANKS):
        simulation.set_input(name, PERIOD, given[name])
    found = {name: simulation.calculate(name, PERIOD) for name in RESULTS}
    state, rank, standing = standings(simulation, found["reached"])
    found["grade"] = numpy.where((state == 2) | (state == 3), 3, found["reached"])
    return found | {"quota_0_state": state, "quota_0_rank": rank, "quota_0_standing": standing}


def run(facts, out):
    """Judges a table of facts into a table of results; the seconds of each part and of the processor."""
    used = time.process_time()
    with duckdb.connect() as database:
        times = [time.perf_counter()]
        given = loaded(database, facts)
        times.append(time.perf_counter())
        found = judged(system(), given)
        times.append(time.perf_counter())
        table = {name: given[name] for name in ("subject", "cell", "party_body")} | found
        database.register("results", table)
        database.execute(f"COPY (FROM results) TO '{out}' (FORMAT parquet)")
        times.append(time.perf_counter())
    parts = dict(zip(("load_s", "compute_s", "write_s"), numpy.diff(times).round(3).tolist(), strict=True))
    return parts | {"cpu_s": round(time.process_time() - used, 3)}


for line in sys.stdin:
    print(json.dumps(run(*json.loads(line))), flush=True)
