"""Which file of a rulebook becomes which section; each module of this folder lists its own.

The forms stand apart (`papers/` in the folder of a rulebook): they print what is known and settle nothing.
"""

from kiemdiem.core.law.entry import Section
from kiemdiem.core.law.sections import (
    ballots,
    criteria,
    identity,
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
}
REQUIRED = ("rulebook.yaml", "subjects.yaml", "standards.yaml", "interpretations.yaml", "gaps.yaml")
