"""The sections that say how a season goes: its acts and steps, plan, dossiers, papers, notices and bodies."""

from datetime import date
from typing import Literal

from pydantic import Field, JsonValue, model_validator

from kiemdiem.core.law.entry import Entry, Frozen, Key, Section, Text


class Gate(Entry):
    """One rule an act must pass; `kind` and `params` say how it is asked, the rest what it answers with.

    `only`: facts of the act and the values for which the gate stands; elsewhere it is not asked.
    `level`: refuse, or only warn. `recording`: what a refusal becomes when the act already happened on paper —
    marked as out of order, or refused all the same because the record would be untrue. `accepted_by`: the body, in
    print, that may accept what was out of order or have it done again.
    """

    act: Key
    params: dict[str, JsonValue] = Field(default_factory=dict)
    only: dict[str, tuple[str | int | bool, ...]] = Field(default_factory=dict)
    level: Literal["refuse", "warn"] = "refuse"
    recording: Literal["mark", "refuse"] = "mark"
    accepted_by: str = ""


class MethodStep(Entry):
    """One step of a method, in the order of the list; `only_in` and `only_for` narrow it to unit kinds and traits.

    `entry`: as what the minutes keep what is said at it, unless whoever writes them chooses otherwise.
    """

    title: Text
    only_in: tuple[Key, ...] = ()
    only_for: tuple[Key, ...] = ()
    entry: Literal["note", "presented", "prior_result", "opinion_read", "comment_read", "contribution"] = "note"


class Method(Entry):
    """How a review goes, step by step."""

    title: Text
    steps: tuple[MethodStep, ...]


class Place(Entry):
    """Where a collective or a person is reviewed, or voted on: whose place, before whom.

    `subject`: a unit kind, or a trait of a person. `before`: the kind of unit whose meeting it is, or one of the
    words `own_cell` and `collective_led`. `groups`: the posts convened to it.
    """

    subject: Key
    before: Key
    groups: tuple[Key, ...] = ()
    ballot: bool = False


class Group(Entry):
    """A group convened to a meeting: holders of these posts in units of these kinds; no posts: every seat."""

    title: Text
    unit_kinds: tuple[Key, ...]
    posts: tuple[Key, ...] = ()


class Sitting(Entry):
    """A meeting other than a review; `kind` is its name among meetings. Who holds it, who is called, its business.

    `plan_item`: the item of the plan it is. `groups`: the posts called; without any, the body's own seats. Members of
    the body vote, the others called attend. `scores`: the kinds of subject on which score slips are filled in there.
    `ballots`: those held there, on everybody or every organisation of the season they are about.
    """

    kind: Key
    title: Text
    held_by: tuple[Key, ...]
    plan_item: Key
    groups: tuple[Key, ...] = ()
    scores: tuple[Key, ...] = ()
    ballots: tuple[Key, ...] = ()
    steps: tuple[MethodStep, ...] = ()


class Mandate(Entry):
    """Which kind of body settles what: appraises, proposes, decides, signs, suggests points, supervises, assesses.

    `others_only`: a body of this kind on others of its kind, never on itself.
    """

    verb: Literal[
        "appraises", "proposes", "decides", "signs", "settles", "suggests", "supervises", "supplies", "assesses"
    ]
    body: Key
    subjects: tuple[Key, ...] = ()
    post: str = ""
    others_only: bool = False


class Process(Section):
    """What may happen, in which order and by whom."""

    methods: tuple[Method, ...] = ()
    places: tuple[Place, ...] = ()
    groups: tuple[Group, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    gates: tuple[Gate, ...] = ()


class PlanItem(Entry):
    """One item of the plan with its days, both included.

    `owed_by`: the unit kinds that owe it. `units`: the units named, by their key in the body section.
    `printed_on`: the day as the act prints it, where a reading corrects it. `deadline`: its last day binds.
    """

    title: Text
    from_on: date
    until_on: date
    owed_by: tuple[Key, ...] = ()
    owed_to: Key | None = None
    via: Key | None = None
    units: tuple[Key, ...] = ()
    printed_on: date | None = None
    deadline: bool = False
    subject_kind: str = ""

    @model_validator(mode="after")
    def days_in_order(self) -> "PlanItem":
        """The item itself, its first day not after its last."""
        if self.until_on < self.from_on:
            raise ValueError("ngày cuối (until_on) trước ngày đầu (from_on) → sửa lại hai ngày")
        return self


class Term(Entry):
    """A term counted from an event rather than fixed to a day."""

    title: Text
    days: int = Field(ge=0)
    after: Key
    owed_by: tuple[Key, ...] = ()
    owed_to: Key | None = None
    via: Key | None = None


class SupervisorRow(Entry):
    """One row of the list of supervisors: a number in place of a name, and the cells answered for."""

    number: int = Field(ge=1)
    units: tuple[Key, ...]


class Heading(Entry):
    """What the plan says about itself: its bases, its purposes, what the grading rests on."""

    title: Text
    values: tuple[Text, ...] = ()


class Plan(Section):
    """The calendar of the season."""

    headings: tuple[Heading, ...] = ()
    items: tuple[PlanItem, ...] = ()
    terms: tuple[Term, ...] = ()
    supervisors: tuple[SupervisorRow, ...] = ()


class DossierItem(Entry):
    """One paper a dossier owes: once for the unit, or once for each person or comment it is about.

    `per`: `unit`, `member` (every member reviewed), `leader`, `residence_comment`, `workplace_comment`.
    `managed_by`: only for people managed by this kind of body. `confirmed`: counts only once confirmed.
    `if_any`: put in where there is one, never missing.
    """

    title: Text
    form: str = ""
    per: Literal["unit", "member", "leader", "residence_comment", "workplace_comment"] = "unit"
    managed_by: Key | None = None
    confirmed: bool = False
    if_any: bool = False


class DossierList(Entry):
    """One dossier: who owes it to whom, through whom, and its papers in the order of the act."""

    title: Text
    owed_by: tuple[Key, ...]
    owed_to: Key
    via: Key | None = None
    items: tuple[DossierItem, ...]


class Dossier(Section):
    """The dossiers of the season."""

    dossiers: tuple[DossierList, ...] = ()


class Form(Entry):
    """One form, by its code in its document set; who fills it, who receives it, what its sections hold.

    `sections`: keys of the sections that must not be empty; `section_names` what those are called that nothing else
    names. `content_sets`: sets of content items of the criteria
    section that it prints. `foreign`: belongs to another authority, is registered and never printed.
    """

    code: Text
    variant: str = ""
    title: Text
    document_set: str = ""
    filled_by: tuple[Key, ...] = ()
    received_by: tuple[Key, ...] = ()
    subject_kind: str = ""
    sections: tuple[Key, ...] = ()
    section_names: dict[Key, Text] = Field(default_factory=dict)
    content_sets: tuple[Key, ...] = ()
    paper: Literal["report", "review", "slip", "request", "comment", "summary", "minutes", "notice", "card", "foreign"]
    foreign: bool = False
    issuer: str = ""
    most_per_person: int | None = None


class Forms(Section):
    """The forms and papers of the season."""

    forms: tuple[Form, ...] = ()


class Recipient(Entry):
    """One line of the distribution list."""

    title: Text
    unit_kind: Key
    for_report: bool = False


class Notice(Entry):
    """One notice owed: of what, by whom, to whom, by which day."""

    title: Text
    about: Key
    owed_by: tuple[Key, ...]
    owed_to: Key
    due_on: date | None = None
    leaders_only: bool = False
    except_posts: tuple[Key, ...] = ()


class Notices(Section):
    """Who is told what."""

    recipients: tuple[Recipient, ...] = ()
    notices: tuple[Notice, ...] = ()


class SeatNeeded(Frozen):
    """A post of a unit and how many hold it, for making fictional persons and for checking a real body."""

    post: Key
    count: int = Field(ge=1)


class BodyUnit(Entry):
    """One unit of the body: its kind, its parent, for a cell also the kind of cell, and the posts it has."""

    name: Text
    unit_kind: Key
    parent: Key | None = None
    cell_kind: str = ""
    collective: bool = False
    seats: tuple[SeatNeeded, ...] = ()


class LeaderPost(Entry):
    """A post whose holder is a leader, and the kind of unit it is held in; `votes_in` is where he is voted on."""

    unit_kind: Key
    post: Key
    votes_in: Literal["executive_committee", "collective_led", "nowhere"] = "collective_led"


class Body(Section):
    """The units of the committee, and which posts make a leader."""

    units: tuple[BodyUnit, ...] = ()
    leader_posts: tuple[LeaderPost, ...] = ()


SECTIONS: dict[str, type[Section]] = {
    "process.yaml": Process,
    "plan.yaml": Plan,
    "dossier.yaml": Dossier,
    "forms.yaml": Forms,
    "notices.yaml": Notices,
    "body.yaml": Body,
}
