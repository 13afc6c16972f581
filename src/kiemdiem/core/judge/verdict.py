"""What the judge says of one subject, with every condition, the quotas and a receipt."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kiemdiem.core.law.rulebook import canonical

States = ("met", "not_met", "cannot_say")


@dataclass(frozen=True)
class Finding:
    """One condition and how it stands.

    `place`: exclusion, trigger, cap, remark, or the grade it belongs to. `within`: the condition it is a part of.
    `values`: the facts read; `missing`: those of them that are unknown.
    """

    entry: str
    place: str
    rows: tuple[str, ...]
    clause: str
    state: str
    sentence: str
    values: Mapping[str, Any]
    missing: tuple[str, ...]
    within: str = ""
    under: tuple[str, ...] = ()


@dataclass(frozen=True)
class BaseFigures:
    """One way to take the base of a quota: how many it counts and how many places it gives."""

    base: str
    count: int
    places: int


@dataclass(frozen=True)
class QuotaState:
    """How a quota stands for a subject.

    `state`: not_concerned, kept, over, or tie (equal at the last place: nobody is cut before a person decides).
    `standing`: how many candidates stand before or level with the subject; `rank`: how many stand before, plus one.
    `pending`: how many of the group have no result yet; the figures may still change while it is not 0.
    """

    entry: str
    rows: tuple[str, ...]
    clause: str
    sentence: str
    group: str
    state: str
    places: int
    base: str
    bases: tuple[BaseFigures, ...]
    candidates: int
    rank: int
    standing: int
    pending: int


@dataclass(frozen=True)
class Receipt:
    """Fingerprints of what the verdict rests on: the rulebook in force, the facts, the judge."""

    rulebook: str
    facts: str
    engine: str


@dataclass(frozen=True)
class Verdict:
    """The outcome for one subject.

    `outcome`: graded, not_graded, no_grade or cannot_say. `reached`: the grade before any quota. `voted_grade` and
    `ceiling`: what the votes give and what everything else allows, where the subject is voted on.
    """

    kind: str
    subject: str
    outcome: str
    grade: str | None
    reached: str | None
    voted_grade: str | None
    ceiling: str | None
    flags: tuple[str, ...]
    findings: tuple[Finding, ...]
    quotas: tuple[QuotaState, ...]
    receipt: Receipt

    def to_json(self) -> dict[str, Any]:
        """The verdict as plain JSON values."""
        return asdict(self)

    def to_text(self) -> str:
        """The verdict as canonical JSON: the same verdict gives the same text."""
        return canonical(self.to_json())

    def finding(self, entry: str) -> Finding:
        """The finding of an entry.

        Raises: KeyError when the verdict has none.
        """
        for finding in self.findings:
            if finding.entry == entry:
                return finding
        raise KeyError(entry)


def verdict_from(content: Mapping[str, Any]) -> Verdict:
    """The verdict of plain JSON values.

    Raises: KeyError or TypeError when they are no verdict.
    """
    fields = dict(content)
    fields["flags"] = tuple(fields["flags"])
    fields["findings"] = tuple(finding_from(item) for item in fields["findings"])
    fields["quotas"] = tuple(quota_from(item) for item in fields["quotas"])
    fields["receipt"] = Receipt(**fields["receipt"])
    return Verdict(**fields)


def finding_from(content: Mapping[str, Any]) -> Finding:
    """The finding of plain JSON values."""
    fields = dict(content)
    for name in ("rows", "missing", "under"):
        fields[name] = tuple(fields[name])
    return Finding(**fields)


def quota_from(content: Mapping[str, Any]) -> QuotaState:
    """The quota state of plain JSON values."""
    fields = dict(content)
    fields["rows"] = tuple(fields["rows"])
    fields["bases"] = tuple(BaseFigures(**item) for item in fields["bases"])
    return QuotaState(**fields)
