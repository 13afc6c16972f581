"""The same facts under two rulebooks: whose result changes, from what to what, and by which rows. Nothing is kept."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kiemdiem.core.judge.cursor import Cursor
from kiemdiem.core.judge.rows import Row
from kiemdiem.core.judge.stages import judge_stages
from kiemdiem.core.judge.statements import Dialect
from kiemdiem.core.judge.verdict import Finding, QuotaState, Verdict
from kiemdiem.core.law.comparing import facts_by_text, scale_of
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.subjects import Fact, Subject
from kiemdiem.core.scales import Scale

NOWHERE = "–"  # the one group of those whose facts do not say to which they belong
RAISED, LOWERED, OTHERWISE = "raised", "lowered", "otherwise"


@dataclass(frozen=True)
class Ground:
    """Why a result is another: a condition or a quota of the first rulebook or of the second.

    `sentence` says it of one subject with his figures, `text` of everybody.
    """

    is_of_second: bool
    rows: tuple[str, ...]
    clause: str
    text: str
    sentence: str


@dataclass(frozen=True)
class Case:
    """One subject under both rulebooks. `before` and `after`: the name of the grade, else the word for why none."""

    kind: str
    subject: str
    before: str
    after: str
    direction: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True)
class Simulation:
    """Everything two rulebooks make of the same facts.

    `cases`: those whose result changes. `judged`: how many of each kind both rulebooks judged. `unjudged`: kinds with
    facts that the second rulebook does not grade. `unknown`: facts the second asks for and nobody recorded, by kind.
    """

    cases: tuple[Case, ...]
    judged: Mapping[str, int]
    unjudged: tuple[str, ...]
    unknown: Mapping[str, tuple[str, ...]]

    def moves(self, kind: str) -> list[tuple[str, str, int]]:
        """How many of a kind went from what to what, the most frequent first."""
        found = Counter((case.before, case.after) for case in self.cases if case.kind == kind)
        return [(*pair, count) for pair, count in sorted(found.items(), key=lambda each: (-each[1], each[0]))]

    def grounds(self, kind: str) -> list[tuple[Ground, int]]:
        """By which grounds how many of a kind changed, the most frequent first; one may change by several."""
        counts: Counter[tuple[Any, ...]] = Counter()
        first: dict[tuple[Any, ...], Ground] = {}
        for case in self.cases:
            for key, ground in {(g.is_of_second, g.rows, g.text): g for g in case.grounds}.items():
                if case.kind == kind:
                    counts[key] += 1
                    first.setdefault(key, ground)
        return [(first[key], count) for key, count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))]


def simulated(
    before: Rulebook, after: Rulebook, *, rows: Mapping[str, Sequence[Row]], cursor: Cursor, dialect: Dialect
) -> Simulation:
    """What the second rulebook would make of facts gathered for the first.

    Raises: FactsRefused for rows that are not what the first rulebook declares.
    """
    kinds = {one.key: one for one in after.subjects.subjects if scale_of(after, one.key)}
    graded = {kind: found for kind, found in rows.items() if scale_of(before, kind)}
    fitted = {
        kind: [fit(before, after, subject=kinds[kind], row=row) for row in graded[kind]]
        for kind in graded
        if kind in kinds
    }
    old = judge_stages(before, rows, cursor=cursor, dialect=dialect)
    new = judge_stages(after, fitted, cursor=cursor, dialect=dialect)
    pairs = [(kind, one, two) for kind in new for one, two in zip(old[kind], new[kind], strict=True)]
    return Simulation(
        cases=tuple(case for kind, *pair in pairs if (case := case_of(before, after, kind=kind, pair=pair))),
        judged={kind: len(found) for kind, found in new.items()},
        unjudged=tuple(kind for kind in graded if kind not in kinds),
        unknown={kind: tuple(unknown_to(before, kinds[kind])) for kind in fitted},
    )


def sources_of(before: Rulebook, subject: Subject) -> Iterator[tuple[Fact, Fact]]:
    """Each fact of the second rulebook with the fact of the first that tells it: of the same id or the same words."""
    other = next((one for one in before.subjects.subjects if one.key == subject.key), None)
    known = {fact.key: fact for fact in other.facts} if other else {}
    by_text = facts_by_text(before, subject)
    for fact in subject.facts:
        found = known.get(by_text.get(fact.key, fact.key))
        if found and found.type == fact.type:
            yield fact, found


def unknown_to(before: Rulebook, subject: Subject) -> Iterator[str]:
    """The wording of the facts the second rulebook asks for and the first does not."""
    told = {fact.key for fact, _ in sources_of(before, subject)}
    yield from (fact.text for fact in subject.facts if fact.key not in told)


def fit(before: Rulebook, after: Rulebook, *, subject: Subject, row: Row) -> dict[str, Any]:
    """A row of the first rulebook as the second takes it: what it does not say is unknown."""
    groups = {group: row.get(group) or NOWHERE for group in subject.groups}
    return {"subject": row["subject"], **groups} | {
        fact.key: level_in(before, after, fact=fact, found=found, value=row.get(found.key))
        for fact, found in sources_of(before, subject)
    }


def level_in(before: Rulebook, after: Rulebook, *, fact: Fact, found: Fact, value: Any) -> Any:
    """A value under the second rulebook: a level by its code, else by its name, else unknown; others as they are."""
    if fact.type != "level" or value is None:
        return value
    scale = after.subjects.scale(fact.scale or "")
    if value in scale.codes:
        return value
    name = before.subjects.scale(found.scale or "").name(value)
    return next((level.code for level in scale.levels if level.name == name), None)


def case_of(before: Rulebook, after: Rulebook, *, kind: str, pair: Sequence[Verdict]) -> Case | None:
    """One subject whose result is another; nothing for one whose result stays."""
    scales = scale_of(before, kind), scale_of(after, kind)
    told = [name_of(verdict, scale) for verdict, scale in zip(pair, scales, strict=True)]
    if told[0] == told[1]:
        return None
    heights = [height_of(verdict, scale) for verdict, scale in zip(pair, scales, strict=True)]
    direction = OTHERWISE
    if heights[0] is not None and heights[1] is not None and heights[0] != heights[1]:
        direction = RAISED if heights[1] > heights[0] else LOWERED
    grounds = [] if direction == RAISED else list(grounds_in(after, pair[1], scale=scales[1], is_of_second=True))
    if direction == RAISED or not grounds:
        grounds += grounds_in(before, pair[0], scale=scales[0], is_of_second=False)
    return Case(kind, pair[1].subject, told[0], told[1], direction, tuple(grounds))


def name_of(verdict: Verdict, scale: Scale | None) -> str:
    """The name of the grade, else the word for why there is none."""
    return scale.name(verdict.grade) if scale and verdict.grade else verdict.outcome


def height_of(verdict: Verdict, scale: Scale | None) -> int | None:
    """How far the grade stands from the top, which scales of other lengths have in common; nothing without a grade."""
    return -scale.codes.index(verdict.grade) if scale and verdict.grade else None


def grounds_in(book: Rulebook, verdict: Verdict, *, scale: Scale | None, is_of_second: bool) -> Iterator[Ground]:
    """What in a verdict keeps the subject from the next better grade."""
    found: Iterable[Finding | QuotaState] = [*verdict.quotas, *verdict.findings]
    for one in found:
        if isinstance(one, QuotaState) and one.state not in ("over", "tie"):
            continue
        if isinstance(one, Finding) and not holds_back(one, verdict, scale=scale):
            continue
        text = next((entry.text for entry in book.entries if entry.key == one.entry), one.clause)
        yield Ground(is_of_second, one.rows, one.clause, text, one.sentence)


def holds_back(finding: Finding, verdict: Verdict, *, scale: Scale | None) -> bool:
    """Whether a finding is why the grade is no better, or why there is none."""
    if finding.within:
        return False
    if finding.place in ("exclusion", "trigger", "cap"):
        wanted = "cannot_say" if verdict.outcome == "cannot_say" else "met"
        return finding.state == wanted
    if scale is None or finding.place not in scale.codes or verdict.outcome == "not_graded":
        return False
    if verdict.outcome == "cannot_say":
        return finding.state == "cannot_say"
    next_better = scale.rank(verdict.grade) + 1 if verdict.grade else 1
    return finding.state != "met" and scale.rank(finding.place) == next_better
