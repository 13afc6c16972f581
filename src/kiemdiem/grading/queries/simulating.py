"""The facts a season's results rest on, tried under another rulebook. Nothing of it is kept."""

import json
from typing import Any

from kiemdiem.core.judge.simulation import Simulation, simulated
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.grading.models import Decision, Verdict
from kiemdiem.rulebooks import engine


def facts_of_results(season: Season) -> dict[str, list[dict[str, Any]]]:
    """The facts of every result in force, by kind of subject, as they were when it was judged."""
    found: dict[str, list[dict[str, Any]]] = {}
    results = Verdict.objects.filter(season=season, is_current=True, subject__ended_on__isnull=True)
    kept = results.order_by("subject__sort_key", "subject__key").values_list("subject__kind", "facts_json")
    for kind, text in kept:
        found.setdefault(kind, []).append(json.loads(text))
    return found


def is_settled(season: Season) -> bool:
    """Whether trying other rules can sway nothing: the season is closed, or everything judged has been decided."""
    if season.state == Season.State.CLOSED:
        return True
    judged = Verdict.objects.filter(season=season, is_current=True, subject__ended_on__isnull=True, outcome="graded")
    decided = Decision.objects.filter(season=season, is_current=True)
    return judged.exists() and not judged.exclude(subject_id__in=decided.values("subject_id")).exists()


def simulation(season: Season, *, under: Rulebook) -> Simulation:
    """What another rulebook would have made of the season.

    Raises: FactsRefused when the kept facts are not what the season's rulebook declares now.
    """
    with engine.cursor() as cursor:
        return simulated(
            cycles.book_of(season), under, rows=facts_of_results(season), cursor=cursor, dialect=engine.dialect()
        )
