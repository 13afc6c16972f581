"""May this act happen now: every gate of the act is asked, and answers with its ground and the way out."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any, Protocol

from pydantic import ValidationError

from kiemdiem.core.answer import ALLOWED, Answer
from kiemdiem.core.law.complaints import complaint
from kiemdiem.core.law.sections.proceedings import Gate, Process
from kiemdiem.core.process.facts import ACTS
from kiemdiem.core.process.kinds import KINDS
from kiemdiem.core.process.saying import listed


class Ruled(Protocol):
    """Whatever holds the rules of proceeding: the effective rulebook."""

    @property
    def process(self) -> Process:
        """The acts, steps and gates."""


ACT_OF: Mapping[type, str] = {act.shape: name for name, act in ACTS.items()}


def ask(rulebook: Ruled, facts: Any, *, recording: bool = False) -> tuple[Answer, ...]:
    """The answers of all gates of the act these facts are of, in the order of the rulebook.

    `recording`: the act already happened on paper with its true dates; what would have been refused is then allowed
    and marked as out of order, unless the record itself would be untrue.
    Raises: KeyError when the facts are of no act.
    """
    act = ACT_OF[type(facts)]
    return tuple(
        answer_of(gate, facts, recording=recording)
        for gate in rulebook.process.gates
        if gate.act == act and stands(gate, facts)
    )


def may(rulebook: Ruled, facts: Any, *, recording: bool = False) -> Answer:
    """The one answer to the act: the first refusal with its grounds, or allowed with every warning."""
    return together(ask(rulebook, facts, recording=recording))


def together(answers: Iterable[Answer]) -> Answer:
    """The one answer of several gates: the first refusal with all else that was said, or allowed with every warning."""
    told = [each for each in answers if not each.allowed or each.warning]
    refused = next((each for each in told if not each.allowed), None)
    if refused is not None:
        return replace(refused, also=tuple(each for each in told if each is not refused))
    if not told:
        return ALLOWED
    return replace(
        told[0],
        warning=" ".join(each.warning for each in told),
        rows=tuple(dict.fromkeys(row for each in told for row in each.rows)),
        clause=listed(dict.fromkeys(each.clause for each in told)),
        under=tuple(dict.fromkeys(question for each in told for question in each.under)),
        out_of_order=any(each.out_of_order for each in told),
        accepted_by=listed(dict.fromkeys(each.accepted_by for each in told if each.accepted_by)),
        gates=tuple(key for each in told for key in each.gates),
    )


def stands(gate: Gate, facts: Any) -> bool:
    """Whether the gate is asked at all for these facts; a fact that holds many stands when it holds one of them."""
    for name, values in gate.only.items():
        found = getattr(facts, name)
        held = found if isinstance(found, tuple) else (found,)
        if not set(held) & set(values):
            return False
    return True


def answer_of(gate: Gate, facts: Any, *, recording: bool = False) -> Answer:
    """The answer of one gate, dressed with its rows, its clause and the sentence the act begins with."""
    kind = KINDS[gate.kind]
    found = kind.answer(kind.params.model_validate(gate.params), kind.facts(**asked_of(facts, kind.needs)))
    found = replace(found, rows=gate.rows, clause=gate.clause, under=gate.under, gates=(gate.key,))
    if found.allowed:
        return found
    if gate.level == "warn":
        return replace(found, allowed=True, warning=f"{found.why}. {found.todo}")
    if recording and gate.recording == "mark":
        return out_of_order(found, gate=gate)
    return replace(found, what=ACTS[gate.act].refusal)


def out_of_order(refused: Answer, *, gate: Gate) -> Answer:
    """The refusal as a record: allowed, marked, and put before the body that may accept it or order it held again."""
    todo = f"{gate.accepted_by} xem xét chấp nhận hoặc yêu cầu làm lại." if gate.accepted_by else ""
    return replace(
        refused,
        allowed=True,
        out_of_order=True,
        accepted_by=gate.accepted_by,
        todo=todo,
        warning=f"Sai trình tự ({gate.clause}): {refused.why}. {todo}".strip(),
    )


def asked_of(facts: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """The facts a kind asks an act for, by name."""
    return {name: getattr(facts, name) for name in names}


@cache
def offered(act: str) -> frozenset[str]:
    """The facts an act offers its gates, by name."""
    return frozenset(each.name for each in fields(ACTS[act].shape))


def problems(process: Process) -> tuple[tuple[str, str, str], ...]:
    """What is wrong with the gates of a rulebook: the gate's key, a Vietnamese sentence, what to write instead."""
    return tuple((gate.key, *told) for gate in process.gates for told in gate_problems(gate))


def gate_problems(gate: Gate) -> tuple[tuple[str, str], ...]:
    """What is wrong with one gate: its act, its kind, a fact the act does not offer, a parameter."""
    if gate.act not in ACTS:
        return ((f"không có việc “{gate.act}”", f"các việc: {listed(sorted(ACTS))}"),)
    if gate.kind not in KINDS:
        return ((f"không có loại “{gate.kind}”", f"các loại: {listed(sorted(KINDS))}"),)
    kind, known = KINDS[gate.kind], offered(gate.act)
    missing = sorted({*kind.needs, *gate.only} - known)
    hint = f"chọn việc hoặc loại khác; việc này có: {listed(sorted(known))}"
    found = [(f"việc “{gate.act}” không có dữ kiện “{name}”", hint) for name in missing]
    try:
        kind.params.model_validate_json(json.dumps(gate.params), strict=True)
    except ValidationError as error:
        told = [complaint(each) for each in error.errors()]
        found += [(f"tham số (params): {message}", instead) for message, instead in told]
    return tuple(found)
