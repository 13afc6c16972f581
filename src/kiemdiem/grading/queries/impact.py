"""What another reading does to the results: which verdicts change, from what to what, and by which finding."""

from dataclasses import dataclass
from typing import Any

from kiemdiem.core.judge import verdict as core
from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.grading.models import Verdict

QUOTA = "quota/"


@dataclass(frozen=True)
class Differing:
    """One finding that another reading changes, as it was said before and after; empty where it did not stand."""

    entry: str
    before: str
    after: str

    @property
    def is_of_quota(self) -> bool:
        """Whether a capped share makes the difference."""
        return self.entry.startswith(QUOTA)


@dataclass(frozen=True)
class Moved:
    """One result under another reading. `before` and `after`: the grade, else the word for why there is none."""

    subject: SeasonSubject
    before: str
    after: str
    findings: tuple[Differing, ...]
    is_decided: bool

    @classmethod
    def of(cls, kept: Verdict, said: core.Verdict, *, is_decided: bool) -> "Moved":
        """The kept verdict beside what the rules say now."""
        return cls(
            subject=kept.subject,
            before=kept.grade or kept.outcome,
            after=said.grade or said.outcome,
            findings=tuple(_differing(kept.result, said.to_json())),
            is_decided=is_decided,
        )

    @property
    def changes_grade(self) -> bool:
        """Whether the grade itself, or the reason for having none, becomes another."""
        return self.before != self.after

    @property
    def differs(self) -> bool:
        """Whether anything but the receipt becomes another."""
        return self.changes_grade or bool(self.findings)


@dataclass(frozen=True)
class Impact:
    """Everything another reading moves; `judged` is how many undecided results were judged again."""

    moved: tuple[Moved, ...]
    judged: int

    def of(self, *, is_decided: bool) -> list[Moved]:
        """The results moved that are decided, or those that are not; whose grade changes standing first."""
        found = [one for one in self.moved if one.is_decided == is_decided]
        return sorted(found, key=lambda one: (not one.changes_grade, one.subject.sort_key, one.subject.key))


def _differing(before: dict[str, Any], after: dict[str, Any]) -> list[Differing]:
    """The findings and quotas that stand differently, in the order of the rules."""
    old, new = _told(before), _told(after)
    return [
        Differing(key, old.get(key, ("", ""))[1], new.get(key, ("", ""))[1])
        for key in dict.fromkeys((*old, *new))
        if old.get(key, ("", ""))[0] != new.get(key, ("", ""))[0]
    ]


def _told(result: dict[str, Any]) -> dict[str, tuple[object, str]]:
    """What a verdict says, by entry: what is compared, and the sentence."""
    found: dict[str, tuple[object, str]] = {}
    for finding in result["findings"]:
        found[f"{finding['place']}/{finding['entry']}"] = ((finding["state"], finding["sentence"]), finding["sentence"])
    for quota in result["quotas"]:
        if quota["state"] != "not_concerned":
            found[f"{QUOTA}{quota['entry']}"] = ((quota["state"], quota["places"]), quota["sentence"])
    return found
