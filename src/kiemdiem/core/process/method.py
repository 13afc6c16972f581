"""The steps of a review, narrowed to the body that holds it and to whom it is about."""

from collections.abc import Collection

from kiemdiem.core.law.sections.proceedings import MethodStep, Process
from kiemdiem.core.process.facts.parts import Named


def steps_of(process: Process, method: str, *, unit_kind: str, traits: Collection[str] = ()) -> tuple[MethodStep, ...]:
    """The steps of the methods of a kind (`collective`, `individual`), in the order of the rulebook."""
    return tuple(
        step
        for each in process.methods
        if each.kind == method
        for step in each.steps
        if (not step.only_in or unit_kind in step.only_in) and (not step.only_for or set(traits) & set(step.only_for))
    )


def as_named(steps: Collection[MethodStep]) -> tuple[Named, ...]:
    """The steps as the gates are told them."""
    return tuple(Named(key=step.key, name=step.title) for step in steps)
