"""A rulebook in force: every section under the readings chosen and the gaps filled."""

import hashlib
from functools import cached_property
from typing import Any

from pydantic import PrivateAttr

from kiemdiem.core.law.entry import Entry, Frozen, entries_in
from kiemdiem.core.law.folder import Folder
from kiemdiem.core.law.sections.ballots import Ballots
from kiemdiem.core.law.sections.criteria import Criteria
from kiemdiem.core.law.sections.identity import Identity
from kiemdiem.core.law.sections.proceedings import Body, Dossier, Forms, Notices, Plan, Process
from kiemdiem.core.law.sections.questions import Gaps, Interpretations
from kiemdiem.core.law.sections.quotas import Quotas
from kiemdiem.core.law.sections.sources import Sources
from kiemdiem.core.law.sections.standards import Standards
from kiemdiem.core.law.sections.subjects import Subjects
from kiemdiem.core.law.spelling import canonical

__all__ = ["Rulebook", "canonical", "fingerprint"]


def fingerprint(text: str) -> str:
    """The sha256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


class Rulebook(Frozen):
    """What one committee applies. `readings` and `filled` say under which answers the sections stand."""

    identity: Identity
    subjects: Subjects
    standards: Standards
    interpretations: Interpretations
    gaps: Gaps
    criteria: Criteria = Criteria()
    ballots: Ballots = Ballots()
    quotas: Quotas = Quotas()
    sources: Sources = Sources()
    process: Process = Process()
    plan: Plan = Plan()
    dossier: Dossier = Dossier()
    forms: Forms = Forms()
    notices: Notices = Notices()
    body: Body = Body()
    readings: dict[str, str]
    filled: dict[str, Any]

    _folder: Folder = PrivateAttr(default_factory=lambda: Folder({}))
    _rows: frozenset[str] = PrivateAttr(default=frozenset())

    @property
    def code(self) -> str:
        """The code of the rulebook, as its folder is named."""
        return self.identity.code

    @property
    def folder(self) -> Folder:
        """The content of the files before any question is settled, by file name."""
        return self._folder

    @property
    def rows(self) -> frozenset[str]:
        """The row ids of the rulebook's catalogue."""
        return self._rows

    @cached_property
    def canonical_json(self) -> str:
        """The rulebook in force as canonical JSON; the same content gives the same text."""
        return canonical(self.model_dump(mode="json", by_alias=True))

    @cached_property
    def sha256(self) -> str:
        """The fingerprint of the rulebook in force."""
        return fingerprint(self.canonical_json)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry of every section, in order."""
        return entries_in(self)

    def entry(self, key: str) -> Entry:
        """The entry of the key.

        Raises: KeyError when there is none.
        """
        for entry in self.entries:
            if entry.key == key:
                return entry
        raise KeyError(key)

    def reading(self, question: str) -> str:
        """The reading in force for a question.

        Raises: KeyError when the rulebook does not ask it.
        """
        return self.readings[question]
