"""Where each declared fact comes from: which record of the rooms fills it.

A rulebook declares its facts by subject; this section says, for each, one of a closed set of kinds of record. The rooms
know the kinds, never the rulebook.
"""

from typing import Annotated, Literal

from pydantic import Field as Limits

from kiemdiem.core.law.entry import Entry, Frozen, Section


class FromStanding(Frozen):
    """True while the person has one of the standings (or, with `all_of`, each of them) on the reference day."""

    kind: Literal["standing"]
    any_of: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()


class FromMonths(Frozen):
    """Whole months between a day and the reference day.

    `day`: admitted or official as a member, established as an organisation, or the day the person took the first of
    the `posts` (`unit_kind.post`) he holds.
    """

    kind: Literal["months_since"]
    day: Literal["admitted", "official", "established", "post"]
    posts: tuple[str, ...] = ()
    until: Literal["meeting", "year_end", "issued"] = "meeting"
    month_end: Literal["last_day", "first_of_next"] = "last_day"


class FromReview(Frozen):
    """True once the review of the subject is concluded; of an organisation, those of its bodies and of itself."""

    kind: Literal["reviewed"]


class FromWork(Frozen):
    """True while the person works in one of the capacities."""

    kind: Literal["work"]
    any_of: tuple[str, ...]


class FromOutside(Frozen):
    """The grade another authority gave the subject this year; missing until it is known."""

    kind: Literal["outside_grade"]
    result: str


class FromAward(Frozen):
    """True when the person has such an award, or is proposed for it, this year."""

    kind: Literal["award"]
    award: str
    levels: tuple[str, ...] = ()
    proposed_counts: bool = False


class FromDiscipline(Frozen):
    """True while the person serves a discipline on the reference day."""

    kind: Literal["serving_discipline"]
    sides: tuple[str, ...] = ("party", "government", "mass")
    years: Annotated[int, Limits(ge=1)] = 1
    anniversary_counts: bool = False


class FromPenalty(Frozen):
    """True when a discipline was imposed on the person in the year, or is in force on the reference day."""

    kind: Literal["penalty"]
    sides: tuple[str, ...] = ("party", "government", "mass")
    within: Literal["year", "force"] = "year"


class FromSuggestion(Frozen):
    """True when points to review were given to the subject."""

    kind: Literal["suggested"]


class FromRating(Frozen):
    """The level in force of one criterion: the own one that was attested, set against those of the parties that rate.

    `weights`: how much each party counts, `own` for the own level; empty: the own level stands, the others beside it.
    Missing while the own level, or that of a party that counts, is.
    """

    kind: Literal["rated"]
    attestation: str
    weights: dict[str, Annotated[int, Limits(ge=1)]] = Limits(default_factory=dict)


class FromAttestation(Frozen):
    """What a named person attested about the subject: a flag, a level or a number; missing until somebody has.

    `once_reviewed`: what holds when the subject's review is concluded and nothing was attested.
    """

    kind: Literal["attested"]
    attestation: str
    once_reviewed: bool | None = None


class FromLinked(Frozen):
    """A count over the bodies that belong to a cell, by the grade they got this year.

    `at_least` counts those at that grade or better, `at_most` those at it or worse, `graded` those with a grade, `all`
    every one of them. Missing while a counted body has no grade yet, except for `all` and `graded`.
    `beside`: the bodies beside the cell, those of the organisation it belongs to, instead of its own.
    """

    kind: Literal["linked"]
    links: tuple[str, ...]
    of: Literal["all", "graded", "at_least", "at_most"]
    scale: str = ""
    grade: str | None = None
    beside: bool = False


class FromCommitteeDiscipline(Frozen):
    """How many holders of the posts in the organisation were disciplined this year, found by others than itself."""

    kind: Literal["disciplined_posts"]
    posts: tuple[str, ...]
    self_detected_counts: bool = False


class FromMemberDiscipline(Frozen):
    """How many people were disciplined this year, counted where they are members, where they offended, or at both.

    An offence without a place counts where the person is a member.
    """

    kind: Literal["disciplined_members"]
    counted_at: Literal["membership", "offence", "both"] = "membership"


class FromOffenceElsewhere(Frozen):
    """True when the person was disciplined this year for an offence in another organisation than the subject's."""

    kind: Literal["offence_elsewhere"]


class FromSuccession(Frozen):
    """True when the organisation came about in one of these ways from others."""

    kind: Literal["reorganised"]
    ways: tuple[Literal["merged", "split", "consolidated"], ...]


class FromLeave(Frozen):
    """How long the person was away in the year on leave of these kinds, overlapping days counted once."""

    kind: Literal["leave"]
    leaves: tuple[str, ...]
    measure: Literal["calendar_days", "working_days", "full_months"] = "calendar_days"


class FromParticipation(Frozen):
    """True while the person takes part so on the reference day: in the subject's organisation, or in another."""

    kind: Literal["takes_part"]
    membership: Literal["official", "temporary", "residence"]
    elsewhere: bool = False


class FromFormerCell(Frozen):
    """Whole months the person was a member of record of the organisation before this one; 0 where there is none.

    `in_year`: only the months within the year, and only when he came from there in it.
    """

    kind: Literal["former_cell_months"]
    in_year: bool = False
    month_end: Literal["last_day", "first_of_next"] = "last_day"


class FromOutsideKnown(Frozen):
    """True once another authority's grade of that kind for the year is known."""

    kind: Literal["outside_known"]
    result: str


class FromPost(Frozen):
    """True while the person holds one of the posts (`unit_kind.post`) on the reference day."""

    kind: Literal["holds_post"]
    posts: tuple[str, ...]


class FromLed(Frozen):
    """The grade of the organisation in which the person holds one of the posts, the lowest of several.

    Missing while one of them has none.
    """

    kind: Literal["led_grade"]
    posts: tuple[str, ...]


class FromResultsDiffer(Frozen):
    """True when the person was given different grades at the places where he was voted on this year.

    `outside`: results of these kinds from other authorities count too.
    """

    kind: Literal["results_differ"]
    outside: tuple[str, ...] = ()


class FromRegister(Frozen):
    """How many members the register of the organisation has on the reference day."""

    kind: Literal["register"]


class FromUnitsBelow(Frozen):
    """How many units of a kind stand directly under the organisation on the reference day."""

    kind: Literal["units_below"]
    unit_kind: str


class FromCommendation(Frozen):
    """True when the organisation was chosen for commendation; missing before anybody chose."""

    kind: Literal["commended"]


Record = Annotated[
    FromStanding
    | FromMonths
    | FromReview
    | FromWork
    | FromOutside
    | FromAward
    | FromDiscipline
    | FromAttestation
    | FromLinked
    | FromCommitteeDiscipline
    | FromMemberDiscipline
    | FromOffenceElsewhere
    | FromSuccession
    | FromLeave
    | FromParticipation
    | FromFormerCell
    | FromOutsideKnown
    | FromPost
    | FromLed
    | FromResultsDiffer
    | FromRegister
    | FromUnitsBelow
    | FromPenalty
    | FromSuggestion
    | FromRating
    | FromCommendation,
    Limits(discriminator="kind"),
]


class FactSource(Entry):
    """One fact of one subject and the record that fills it."""

    subject: str
    fact: str
    record: Record


class Sources(Section):
    """Every fact the rooms fill from their records; what ballots and lower stages give is declared with those."""

    facts: tuple[FactSource, ...] = ()


SECTIONS = {"sources.yaml": Sources}
