"""At least one of several conditions, each of which keeps its own row and its own finding."""

from typing import Annotated, Literal

from pydantic import Field
from sqlglot import exp

from kiemdiem.core.law.kinds.condition import Condition
from kiemdiem.core.law.kinds.every import Every
from kiemdiem.core.law.kinds.holds import Holds
from kiemdiem.core.law.kinds.points import Points
from kiemdiem.core.law.kinds.share import Share
from kiemdiem.core.law.kinds.votes import Votes
from kiemdiem.core.law.terms import Scope

Plain = Annotated[Every | Holds | Points | Share | Votes, Field(discriminator="kind")]


class AnyOf(Condition):
    """True when one of the conditions holds."""

    kind: Literal["any_of"]
    of: Annotated[tuple[Plain, ...], Field(min_length=2)]

    def core(self, scope: Scope) -> tuple[exp.Expr, tuple[str, ...]]:
        """The conditions joined by OR."""
        trees = [part.tree(scope) for part in self.of]
        return exp.or_(*(tree for tree, _ in trees)), tuple(fact for _, facts in trees for fact in facts)

    def parts(self) -> tuple[Condition, ...]:
        """The conditions to choose from."""
        return self.of


EXAMPLE = {
    "kind": "any_of",
    "of": [
        {"key": "x.one", "clause": "1", "text": "một", "kind": "holds", "when": "praised"},
        {"key": "x.two", "clause": "1", "text": "hai", "kind": "holds", "when": "decorated"},
    ],
}
FACTS = {"praised": "bool", "decorated": "bool"}
MET = {"praised": False, "decorated": True}
NOT_MET = {"praised": False, "decorated": False}
