"""Every capped share of a season by group: how many reached it, the places each base gives, who stands at the line."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiemdiem.ballots import queries as ballots
from kiemdiem.ballots.models import Line
from kiemdiem.core.judge import places
from kiemdiem.core.judge.verdict import BaseFigures, QuotaState
from kiemdiem.core.law.sections.quotas import Quota
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.grading.models import Commendation, Decision
from kiemdiem.grading.queries import acts, judged, results
from kiemdiem.grading.queries.asked import asked

# Smaller groups tell who got what; a count this small tells it too.
FEWEST_SHOWN = 10
LEAST_SHOWN = 3
AT_LINE = ("over", "tie")


@dataclass(frozen=True)
class AtLine:
    """One candidate at or beyond the last place: over or tie, and the votes that order them.

    `votes`: None where the rulebook orders nobody, or where a count so small would tell who voted how.
    """

    subject: SeasonSubject
    state: str
    rank: int
    votes: int | None


@dataclass(frozen=True)
class Share:
    """One quota in one group.

    `places`: the largest number that keeps the rule on the base in force; `bases` has the figures of every base.
    `candidates`: how many reached the grade; `decided`: how many the competent body gave it; `pending`: how many of
    the group have no result yet.
    """

    quota: Quota
    group: str
    name: str
    places: int
    bases: tuple[BaseFigures, ...]
    candidates: int
    decided: int
    pending: int
    at_line: tuple[AtLine, ...]

    @property
    def state(self) -> str:
        """over: more decided than the rule allows; tie or beyond: somebody stands at or past the line; else kept."""
        if self.decided > self.places:
            return "over"
        states = {one.state for one in self.at_line}
        return "tie" if "tie" in states else "beyond" if states else "kept"

    def count(self, base: str) -> int:
        """How many a base counts."""
        return next(figures.count for figures in self.bases if figures.base == base)

    def limit(self, base: str) -> int:
        """How many places a base gives."""
        return next(figures.places for figures in self.bases if figures.base == base)

    @property
    def may_be_shown(self) -> bool:
        """Whether the figures may be shown above the group: a small group tells more than a count."""
        told = (self.count("reached_good"), self.candidates, self.decided)
        return self.count("all_graded") >= FEWEST_SHOWN and all(n == 0 or n >= LEAST_SHOWN for n in told)


def shares_of(season: Season, *, on: datetime.date) -> list[Share]:
    """Every quota of the season's rulebook in every group that has results, groups by name; nothing is cut."""
    book = cycles.book_of(season)
    found: list[Share] = []
    for quota in book.quotas.quotas:
        if quota.chosen:
            found += praise_shares(season, quota)
        else:
            found += _ranked_shares(season, quota, on=on)
    return found


def _ranked_shares(season: Season, quota: Quota, *, on: datetime.date) -> list[Share]:
    groups: dict[str, list[tuple[SeasonSubject, QuotaState]]] = {}
    for kept, said in judged.judged_together(season, quota.subject, on=on):
        for state in said.quotas:
            if state.entry == quota.key:
                groups.setdefault(state.group, []).append((kept.subject, state))
    given = Decision.objects.filter(season=season, is_current=True, grade=quota.grade, subject__kind=quota.subject)
    decided = set(given.values_list("subject_id", flat=True))
    line = [s for members in groups.values() for s, state in members if state.state in AT_LINE]
    votes = votes_shown(season, quota, subjects=line, on=on)
    names = {each.unit.key: (each.sort_key, each.name) for each in season.units.select_related("unit")}
    ordered = sorted(groups.items(), key=lambda item: names.get(item[0], (item[0], item[0])))
    return [
        _share(quota, group, name=names.get(group, ("", group))[1], members=members, decided=decided, votes=votes)
        for group, members in ordered
    ]


def _share(
    quota: Quota,
    group: str,
    *,
    name: str,
    members: list[tuple[SeasonSubject, QuotaState]],
    decided: set[int],
    votes: Mapping[int, int | None],
) -> Share:
    whole = members[0][1]
    at_line = [
        AtLine(subject, state.state, state.rank, votes.get(subject.pk))
        for subject, state in members
        if state.state in AT_LINE
    ]
    return Share(
        quota=quota,
        group=group,
        name=name,
        places=whole.places,
        bases=whole.bases,
        candidates=whole.candidates,
        decided=sum(subject.pk in decided for subject, _ in members),
        pending=whole.pending,
        at_line=tuple(sorted(at_line, key=lambda one: (one.rank, one.subject.sort_key, one.subject.key))),
    )


def praise_shares(season: Season, quota: Quota, *, decided_only: bool = False) -> list[Share]:
    """The share of organisations chosen for praise: of those at the grade, as many as the rule allows.

    `decided_only`: those recognised at the grade alone count, as the act of choosing counts them; else as they stand.
    """
    cells = cycles.subjects_of(season, kind=quota.subject).filter(ended_on__isnull=True)
    found = results.results_of(cells)
    grades = [result.grade for result in found if result.grade and (result.decision or not decided_only)]
    subjects = cycles.book_of(season).subjects
    scale = subjects.scale(subjects.subject(quota.subject).scale or "")
    reached = sum(scale.rank(grade) >= scale.rank(quota.base_grade) for grade in grades)
    chosen = Commendation.objects.filter(season=season, is_current=True, subject__kind=quota.subject).count()
    unit = cycles.season_unit(season, season.unit)
    return [
        Share(
            quota=quota,
            group=season.unit.key,
            name=unit.name if unit else season.title,
            places=places.places(quota, reached=reached, graded=len(grades)),
            bases=places.figures(quota, reached=reached, graded=len(grades)),
            candidates=chosen,
            decided=chosen,
            pending=sum(result.decision is None for result in found),
            at_line=(),
        )
    ]


def votes_shown(
    season: Season, quota: Quota, *, subjects: Iterable[SeasonSubject], on: datetime.date
) -> dict[int, int | None]:
    """The votes that order the candidates, by subject; None where the count is too small to be shown."""
    book = cycles.book_of(season)
    question = asked(season, subjects, on=on, issued_on=on)
    found: dict[int, int | None] = {}
    for ballot in book.ballots.ballots:
        for part in ballot.rounds:
            grades = [option.grade for option in part.options if option.votes in quota.ranked_by[:1]]
            if ballot.subject == quota.subject and grades:
                lines = acts.locked_lines(question, ballot=ballot.key, number=part.number)
                found |= _votes_of(lines, grade=grades[0])
    return found


def _votes_of(lines: Mapping[int, Line], *, grade: str) -> dict[int, int | None]:
    rounds = {line.round_id: line.round for line in lines.values()}
    counted = {result.line.pk: result for round_ in rounds.values() for result in ballots.results_of(round_)}
    return {
        subject: counted[line.pk].votes[grade] if ballots.may_show_counts(counted[line.pk]) else None
        for subject, line in lines.items()
        if line.pk in counted
    }
