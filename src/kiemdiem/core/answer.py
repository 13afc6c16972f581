"""The answer of a rule to "may this happen?", and the refusal that carries it to the person."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Answer:
    """Allowed, allowed with a warning, or refused — always with the ground and the way out.

    `what`, `why` and `todo` are Vietnamese sentences for the person; `rows` and `clause` name the rule;
    `numbers` holds the figures that were compared, by their name in the rule; `under` the questions of
    interpretation the answer rests on; `gates` the gates of the rulebook that gave it, by key; `also` what other gates
    said against a refused act or warned of. `out_of_order` marks what already happened against the order and is only
    being recorded; `accepted_by` is then the body that may accept it or order it held again.
    """

    allowed: bool
    what: str = ""
    why: str = ""
    todo: str = ""
    clause: str = ""
    rows: tuple[str, ...] = ()
    numbers: Mapping[str, int | str] = field(default_factory=dict)
    warning: str = ""
    under: tuple[str, ...] = ()
    out_of_order: bool = False
    accepted_by: str = ""
    gates: tuple[str, ...] = ()
    also: tuple["Answer", ...] = ()

    def sentence(self) -> str:
        """What was refused, by which clause, and what to do now, in one line."""
        ground = f" ({self.clause})" if self.clause else ""
        parts = (self.what, self.why.rstrip(".") + ground if self.why else ground.strip(), self.todo)
        return " ".join(part if part[-1] in ".:!?" else f"{part}." for part in parts if part)


ALLOWED = Answer(allowed=True)


class Refused(Exception):  # noqa: N818 - the field's word for it; not a fault of the program
    """A rule said no: nothing was written. `answer` says what, why, by which clause and what to do."""

    def __init__(self, answer: Answer):
        super().__init__(answer.sentence())
        self.answer = answer


def must(answer: Answer) -> Answer:
    """The answer itself when it allows.

    Raises: Refused when it does not.
    """
    if not answer.allowed:
        raise Refused(answer)
    return answer


def refuse(
    what: str, *, why: str = "", todo: str = "", clause: str = "", rows: tuple[str, ...] = (), **numbers: int | str
) -> Refused:
    """A refusal to raise, from its sentences."""
    return Refused(Answer(False, what=what, why=why, todo=todo, clause=clause, rows=rows, numbers=numbers))
