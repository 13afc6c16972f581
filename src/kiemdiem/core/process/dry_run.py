"""The dry run of an act: facts as JSON in, the answers of its gates out, as sentences or as JSON."""

from typing import Any

from kiemdiem.core.answer import Answer
from kiemdiem.core.process.facts import ACTS, from_json
from kiemdiem.core.process.gates import Ruled, ask


def try_act(rulebook: Ruled, act: str, *, facts: str, recording: bool = False) -> tuple[Answer, ...]:
    """The answers of every gate of the act to facts written as a JSON object.

    Raises: KeyError for an act nobody knows; FactsProblem when the facts do not have the act's shape.
    """
    return ask(rulebook, from_json(ACTS[act].shape, facts), recording=recording)


def is_allowed(answers: tuple[Answer, ...]) -> bool:
    """Whether no gate refuses."""
    return all(each.allowed for each in answers)


def as_record(act: str, answers: tuple[Answer, ...]) -> dict[str, Any]:
    """The answers as plain values, in the order of the rulebook; gates that say nothing are counted only."""
    return {
        "act": act,
        "allowed": is_allowed(answers),
        "asked": len(answers),
        "answers": [record_of(each) for each in answers if not each.allowed or each.warning],
    }


def record_of(answer: Answer) -> dict[str, Any]:
    """One answer as plain values."""
    return {
        "allowed": answer.allowed,
        "what": answer.what,
        "why": answer.why,
        "todo": answer.todo,
        "warning": answer.warning,
        "clause": answer.clause,
        "rows": list(answer.rows),
        "numbers": dict(answer.numbers),
        "under": list(answer.under),
        "out_of_order": answer.out_of_order,
        "accepted_by": answer.accepted_by,
    }


def as_lines(answers: tuple[Answer, ...]) -> tuple[str, ...]:
    """The answers as sentences for a person: refusals and warnings with their rows, then the outcome."""
    said = [line_of(each) for each in answers if not each.allowed or each.warning]
    end = f"Được phép; đã xét {len(answers)} điều kiện."
    refused = sum(not each.allowed for each in answers)
    return (*said, end if not refused else f"Không được phép: {refused}/{len(answers)} điều kiện chưa đạt.")


def line_of(answer: Answer) -> str:
    """One refusal or warning in one line."""
    rows = f" [{', '.join(answer.rows)}]" if answer.rows else ""
    if not answer.allowed:
        return f"Từ chối: {answer.sentence()}{rows}"
    return f"{answer.warning}{rows}" if answer.out_of_order else f"Nhắc: {answer.warning}{rows}"
