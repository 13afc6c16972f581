"""What a played season leaves in its folder: verdicts, refusals, papers — no clock, no id, no path in them."""

import csv
import json
from pathlib import Path
from typing import Any

from kiemdiem.cycles.models import Season
from kiemdiem.desk.play.stage import Refusal, Stage
from kiemdiem.grading.models import Commendation, Decision, Verdict


def verdicts_of(season: Season) -> dict[str, Any]:
    """Every verdict in force with what was decided on it, by kind and key of the subject."""
    decided = {
        decision.subject_id: decision
        for decision in Decision.objects.filter(season=season, is_current=True).select_related("subject")
    }
    praised = set(Commendation.objects.filter(season=season, is_current=True).values_list("subject_id", flat=True))
    found: dict[str, dict[str, Any]] = {}
    for verdict in Verdict.objects.filter(season=season, is_current=True).select_related("subject"):
        decision = decided.get(verdict.subject_id)
        found.setdefault(verdict.subject.kind, {})[verdict.subject.key] = {
            "name": verdict.subject.name,
            "verdict": verdict.result,
            "facts": json.loads(verdict.facts_json),
            "decision": None if decision is None else {"grade": decision.grade, "departs": decision.departs},
            "commended": verdict.subject_id in praised,
        }
    return found


def write_verdicts(season: Season, path: Path) -> int:
    """Writes the verdicts as JSON with sorted keys; how many there are."""
    found = verdicts_of(season)
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return sum(len(of_kind) for of_kind in found.values())


COLUMNS = ("act", "about", "by", "kind", "gate", "rows", "clause", "what", "why", "todo")


def write_refusals(stage: Stage, path: Path) -> tuple[str, ...]:
    """Writes what the rules turned down or told on the way; the gates of the rulebook that nobody ran into."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(COLUMNS)
        table.writerows(line_of(refusal) for refusal in stage.refusals)
    return tuple(sorted(stage.unheard()))


def line_of(refusal: Refusal) -> tuple[str, ...]:
    """One refusal or warning as a line of the table."""
    answer = refusal.answer
    why = answer.warning if answer.allowed else answer.why
    return (
        refusal.act, refusal.about, refusal.by, refusal.kind, refusal.gate, " ".join(answer.rows), answer.clause,
        answer.what, why, answer.todo,
    )  # fmt: skip
