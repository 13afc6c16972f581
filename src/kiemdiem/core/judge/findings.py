"""How each condition stands for one subject, and what has to be pointed out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kiemdiem.core.judge import outcomes
from kiemdiem.core.judge.columns import pending_column
from kiemdiem.core.judge.plan import BITS, Asked, Plan
from kiemdiem.core.judge.rows import Row
from kiemdiem.core.judge.verdict import Finding
from kiemdiem.core.reasons import condition_sentence

Result = Mapping[str, Any]
Told = dict[tuple[object, ...], Finding]


def findings_of(plan: Plan, row: Row, *, result: Result, told: Told) -> tuple[Finding, ...]:
    """The finding of every condition, those inside another after it.

    `told` keeps the findings of those judged together: what stands alike on the same figures is told once.
    """
    masks = [(int(result[f"met_{part}"]), int(result[f"unknown_{part}"])) for part in range(plan.masks)]
    found: list[Finding] = []
    for asked, within, paired in plan.every:
        state = state_of(asked.number, masks)
        # What cannot be said names what is missing in this row, where another may lack something else.
        alone = paired or state == "cannot_say"
        key = () if alone else (asked.number, state, *[row[fact] for fact in asked.facts])
        finding = told.get(key)
        if finding is None:
            finding = _finding_of(asked, row, state, plan=plan, within=within)
            if key:
                told[key] = finding
        found.append(finding)
    return tuple(found)


def state_of(number: int, masks: list[tuple[int, int]]) -> str:
    """Met, not met or cannot say."""
    met, unknown = masks[number // BITS]
    bit = 1 << (number % BITS)
    if met & bit:
        return "met"
    return "cannot_say" if unknown & bit else "not_met"


def _finding_of(asked: Asked, row: Row, state: str, *, plan: Plan, within: Asked | None = None) -> Finding:
    """The finding of one condition."""
    condition = asked.condition
    values = {fact: row[fact] for fact in asked.facts}
    missing = tuple(_unknown_in(asked.facts, row, plan)) if state == "cannot_say" else ()
    lacking = [plan.names[fact] for fact in missing]
    return Finding(
        entry=condition.key,
        place=asked.place,
        rows=condition.rows,
        clause=condition.clause,
        state=state,
        sentence=condition_sentence(condition, asked.place, state=state, values=values, lacking=lacking),
        values=values,
        missing=missing,
        within=within.condition.key if within else "",
        under=condition.under,
    )


def _unknown_in(facts: Iterable[str], row: Row, plan: Plan) -> Iterator[str]:
    """The facts that are unknown, and the figure of pending results that holds others back."""
    held: set[str] = set()
    for fact in facts:
        pending = pending_column(plan.subject, fact)
        if row[fact] is None:
            yield fact
        elif pending and row[pending] != 0 and pending not in held:
            held.add(pending)
            yield pending


def flags_of(plan: Plan, result: Result, *, findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """What must be pointed out: the ways in which votes and conditions disagree, and remarks that hold."""
    flags: list[str] = []
    holding = [one for one in findings if one.state == "met" and not one.within]
    reached = int(result["reached"])
    if reached == outcomes.WAITING:
        flags.append("waiting")
    if plan.standards.complete is False and reached == outcomes.NO_GRADE:
        flags.append("standards_waived")
    if plan.has_votes and reached not in (outcomes.NOT_GRADED, outcomes.WAITING, outcomes.CANNOT_SAY):
        triggered = any(one.place == "trigger" for one in holding)
        flags += [] if triggered and reached == 1 else vote_flags(plan, result)
    flags += [f"remark:{one.entry}" for one in holding if one.place == "remark"]
    return tuple(flags)


def vote_flags(plan: Plan, result: Result) -> Iterator[str]:
    """In which way the vote and the other conditions disagree."""
    voted, ceiling, reached = (int(result[name]) for name in ("voted", "ceiling", "reached"))
    if voted == outcomes.NONE:
        yield "no_majority"
    if voted > 1 and outcomes.NONE <= ceiling < voted:
        yield "vote_above_standard"
        if plan.standards.vote_above_standard == "repeat":
            yield "vote_again"
    if voted == 1 and reached == outcomes.NO_GRADE:
        yield "lowest_without_ground"
    if int(result["ground"]) == 1 and voted != 1:
        yield "ground_without_vote"
