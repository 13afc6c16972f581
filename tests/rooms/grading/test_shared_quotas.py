"""A share is taken of its whole group, also when organisations are judged one after another."""

import pytest

from kiemdiem.grading import commands, queries
from kiemdiem.grading.models import Verdict
from tests.rooms.grading import make
from tests.rooms.kept import kept
from tests.rooms.meetings.book import text_of

pytestmark = pytest.mark.django_db

QUOTAS = """
quotas:
  - key: q.cells
    clause: c2
    text: Không quá 20% số chi bộ tốt
    subject: cell
    grade: XS
    base_grade: TOT
    group: party_body
    percent: 20
    base: reached_good
    falls_to: TOT
"""
FACT = "      - {key: members, clause: c1, text: Số đảng viên, type: count}\n"
SOURCE = """
  - {key: f.members, clause: c1, text: Danh sách, subject: cell, fact: members, record: {kind: register}}
"""
BEST = "{key: s.cell.xs, clause: c1, text: Mức XS, grade: XS, conditions: []}"
MANY = "[{key: c.many, clause: c1, text: Đủ người, kind: holds, when: members > 4}]"


@kept
def scene():
    """Five cells of which one alone has enough members; a fifth of the good ones may be excellent."""
    scale = "text: Chi bộ\n    scale: grade\n"
    subjects = text_of("subjects").rstrip().replace(scale, f"{scale}    groups: [party_body]\n") + f"\n{FACT}"
    standards = make.rules_text().replace(BEST, BEST.replace("[]", MANY))
    rules = make.rules(quotas=QUOTAS, subjects=subjects, standards=standards, sources=text_of("sources") + SOURCE)
    made = make.frozen(rules)
    empty = [cell for cell in make.all_cells(made) if cell.unit != made.cell]
    for number in range(5 - 1 - len(empty)):
        make.add_cell(made, f"Chi bộ Tổ dân phố {11 + number}")
    return made


def ask(made, unit):
    """The rules asked about one cell."""
    return commands.judge_cell(made.season, unit, why="Họp", judged_on=made.now.date(), **made.act())


def grades(made):
    """The grade in force of every cell judged, by name."""
    found = Verdict.objects.filter(subject__kind="cell", is_current=True).select_related("subject")
    return {verdict.subject.name: verdict.grade for verdict in found}


def test_the_first_cell_judged_is_measured_with_those_still_to_be_judged():
    made = scene()
    ask(made, made.cell)
    (state,) = queries.kept(queries.current_verdict(make.cell(made))).quotas
    assert (state.places, state.candidates, state.state) == (1, 1, "kept")
    assert grades(made) == {make.cell(made).name: "XS"}


def test_judging_the_others_afterwards_moves_nobody():
    made = scene()
    for cell in make.all_cells(made):
        ask(made, cell.unit)
    others = {cell.name: "TOT" for cell in make.all_cells(made) if cell.unit != made.cell}
    assert grades(made) == others | {make.cell(made).name: "XS"}
