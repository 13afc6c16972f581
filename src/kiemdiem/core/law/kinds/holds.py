"""A condition written as a short yes/no expression over the facts."""

from typing import Literal

from sqlglot import exp

from kiemdiem.core.law.kinds.condition import Condition
from kiemdiem.core.law.terms import Scope


class Holds(Condition):
    """True when the expression is true."""

    kind: Literal["holds"]
    when: str

    def core(self, scope: Scope) -> tuple[exp.Expr, tuple[str, ...]]:
        """The expression itself."""
        term = scope.truth(self.when)
        return term.tree, term.facts


EXAMPLE = {"kind": "holds", "when": "finished AND days >= 3"}
FACTS = {"finished": "bool", "days": "int"}
MET = {"finished": True, "days": 3}
NOT_MET = {"finished": True, "days": 2}
