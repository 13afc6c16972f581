"""What a kind of gate is: parameters from the rulebook, facts from the act, and one pure answer."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from types import ModuleType
from typing import Any

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen


@dataclass(frozen=True)
class Kind:
    """One kind of gate; `answer` takes its parameters and its facts."""

    params: type[Frozen]
    facts: type[Any]
    answer: Callable[[Any, Any], Answer]

    @property
    def needs(self) -> tuple[str, ...]:
        """The facts the kind asks an act for, by name."""
        return tuple(each.name for each in fields(self.facts))


def kind_of(module: ModuleType) -> Kind:
    """The kind a module defines by its `Params`, its `Facts` and its `answer`."""
    return Kind(params=module.Params, facts=module.Facts, answer=module.answer)
