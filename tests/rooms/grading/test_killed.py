"""Killed at any moment while decisions are keyed: each list, and each regrading, stands whole with its entry or not."""

import itertools
import os
import random
import signal
import time
from contextlib import suppress

import pytest
from django.db import connections

from kiemdiem.core.answer import Refused
from kiemdiem.cycles import queries as cycles
from kiemdiem.grading import commands, queries
from kiemdiem.grading.models import Decision
from kiemdiem.journal import queries as journal
from kiemdiem.journal.models import Entry
from tests.rooms.grading import make

KILLS = 22


def decide(scene, subjects, at) -> None:
    """Decides on all of them in one list."""
    chosen = [commands.Chosen(each, "HT", "Ban Chấp hành thống nhất") for each in subjects]
    commands.decide_grades(scene.season, chosen, **taken(scene, "1-QĐ/ĐU", at))


def taken(scene, document, at) -> dict[str, object]:
    """The body, the day and the document of a decision, and who keys it when."""
    body = scene.ward.executive_committee
    return {"body": body, "decided_on": at.date(), "document": document, "by": scene.ward.clerk, "at": at}


def decide_for_ever(scene, subjects, at) -> None:
    """Decides the list, then grades one after the other again and again, until it is killed."""
    connections.close_all()
    with suppress(Refused):  # an earlier one came so far before it was killed
        decide(scene, subjects, at)
    for number in itertools.count(2):
        one = commands.Chosen(subjects[number % len(subjects)], ("HT", "KHT")[number // 7 % 2], f"Xét lần {number}")
        commands.regrade(scene.season, one, **taken(scene, f"{number}-QĐ/ĐU", at))


def start(scene, subjects, at) -> int:
    """The id of a process of its own that decides until it is killed."""
    child = os.fork()
    if child == 0:
        try:
            decide_for_ever(scene, subjects, at)
        finally:
            os._exit(1)
    return child


def killed(scene, subjects, at, *, seconds: float) -> int:
    """How many processes were still deciding when they were killed, about that much later."""
    chance, ended = random.Random(5), []
    connections.close_all()
    for _ in range(KILLS):
        child = start(scene, subjects, at)
        time.sleep(seconds * (0.2 + 2 * chance.random()))
        os.kill(child, signal.SIGKILL)
        ended.append(os.WTERMSIG(os.waitpid(child, 0)[1]))
    return ended.count(signal.SIGKILL)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_twenty_two_kills_leave_no_half_decision():
    scene = make.judged()
    members = queries.results_of(cycles.members_of(scene.season, scene.cell).filter(is_graded=True))
    graded = [one for one in members if one.verdict is not None and one.verdict.outcome != "not_graded"]
    subjects, at = [one.subject for one in graded], scene.at()
    began = time.monotonic()
    decide(scene, subjects[:4], at)
    assert killed(scene, subjects[4:], at, seconds=time.monotonic() - began) == KILLS

    entries = Entry.objects.filter(act__in=("grading.decide", "grading.regrade")).order_by("seq")
    told: dict[str, list[str]] = {}
    for entry in entries:
        grades = entry.details.get("grades") or {entry.about.removeprefix("subject:"): entry.details["grade"]}
        for key, grade in grades.items():
            told.setdefault(key, []).append(grade)
    kept: dict[str, list[Decision]] = {}
    for decision in Decision.objects.order_by("subject", "number"):
        kept.setdefault(decision.subject.key, []).append(decision)
    assert journal.verify().faults == ()
    assert {key: [one.grade for one in each] for key, each in kept.items()} == told
    for each in kept.values():
        assert [one.is_current for one in each] == [False] * (len(each) - 1) + [True]
        assert [(one.number, one.regrade_of) for one in each] == list(enumerate([None, *each[:-1]], start=1))
