"""Which file of a rulebook becomes which section; each module of this folder lists its own."""

from kiemdiem.core.law.entry import Section
from kiemdiem.core.law.sections import (
    ballots,
    criteria,
    identity,
    papers,
    proceedings,
    questions,
    quotas,
    sources,
    standards,
    subjects,
)

SECTIONS: dict[str, type[Section]] = {
    **identity.SECTIONS,
    **subjects.SECTIONS,
    **criteria.SECTIONS,
    **standards.SECTIONS,
    **ballots.SECTIONS,
    **quotas.SECTIONS,
    **questions.SECTIONS,
    **sources.SECTIONS,
    **proceedings.SECTIONS,
    **papers.SECTIONS,
}
REQUIRED = ("rulebook.yaml", "subjects.yaml", "standards.yaml", "interpretations.yaml", "gaps.yaml")
