"""Every fact of a group at least at a level."""

from typing import Literal

from sqlglot import exp

from kiemdiem.core.law.kinds.condition import Condition
from kiemdiem.core.law.terms import Scope, TermFault


class Every(Condition):
    """True when each fact of the group stands at the level or above; unknown facts stay unknown."""

    kind: Literal["every"]
    of: str
    at_least: str

    def core(self, scope: Scope) -> tuple[exp.Expr, tuple[str, ...]]:
        """One comparison per fact, joined by AND (never the smallest of them, which would hide an unknown one)."""
        if self.of not in scope.groups:
            raise TermFault(f"không có nhóm dữ kiện '{self.of}'", "khai báo nhóm trong subjects.yaml, mục groups")
        facts = scope.groups[self.of]
        return exp.and_(*(scope.truth(f"{fact} >= {self.at_least}").tree for fact in facts)), facts


EXAMPLE = {"kind": "every", "of": "tasks", "at_least": "good"}
FACTS = {"one": "level:steps", "two": "level:steps"}
MET = {"one": "good", "two": "best"}
NOT_MET = {"one": "best", "two": "poor"}
