"""What the expressions of one subject may name."""

from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.subjects import Subject
from kiemdiem.core.law.terms import Scope


def scope_of(book: Rulebook, subject: Subject) -> Scope:
    """The facts of a subject with their types, the figures counted from its children, and all scales."""
    types = {fact.key: fact.term_type for fact in subject.facts}
    if subject.children:
        types |= {count.key: "int" for count in subject.children.counts}
    return Scope(
        types=types,
        scales={scale.key: scale for scale in book.subjects.scales},
        groups={group.key: group.facts for group in subject.fact_groups},
    )
