"""The facts of the end of a season: dossiers, decisions, commendation, proposals upwards, closing."""

from datetime import date

from kiemdiem.core.process.facts.parts import Named, Paper
from kiemdiem.core.process.facts.shape import facts


@facts
class SubmitDossier:
    """A dossier handed in: what it owes (as `papers_owed` gives it), what came in, when, through whom."""

    dossier: str
    from_kind: str
    to_kind: str
    done_on: date
    via_kind: str = ""
    meeting_on: date | None = None
    due_on: date | None = None
    owed: tuple[Paper, ...] = ()
    received: tuple[Paper, ...] = ()


@facts
class ProposeGrade:
    """A grade proposed for the organisation above: by which kind of body, on what ground."""

    subject_kind: str
    body_kind: str
    done_on: date
    done: tuple[str, ...] = ()
    unfilled_gaps: tuple[Named, ...] = ()


@facts
class RecordDecision:
    """A decision on one subject's grade, taken by a body.

    `keyed_by_subject` says that the person keying it is the person decided on; `alone` that one person decides
    and not a body. `civil_grade` and `civil_agrees` carry the comparison with the agency's result, None where
    the person is no cadre or civil servant. `done` is what came first: the sittings of the day, the scoring, the
    decisions on those below and on the collective. `holding` are the exclusions, caps and remarks of the verdict that
    hold, by key.
    `own_body`: the subject is the committee's own organisation, not one below it.
    """

    subject_kind: str
    body_kind: str
    verdict_outcome: str
    grade: str
    proposed_grade: str = ""
    ceiling: str = ""
    departs_reason: str = ""
    document: str = ""
    own_body: bool = False
    keyed_by_subject: bool = False
    alone: bool = False
    civil_agrees: bool | None = None
    inputs: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    holding: tuple[str, ...] = ()


@facts
class AwardUnits:
    """Units chosen for commendation: those with the top grade, those chosen, and how many have the top grade."""

    body_kind: str
    top: tuple[Named, ...] = ()
    chosen: tuple[Named, ...] = ()


@facts
class CloseSeason:
    """The register of every day of the season against where each member ended."""

    register: tuple[Named, ...]
    graded: tuple[str, ...] = ()
    not_graded: tuple[str, ...] = ()
    pending: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
