"""The acts on what others say in writing: opinions of organisations, papers about a leader."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import uuid4

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.cycles.models import Season
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.org import access as org_access
from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews import access, queries
from kiemdiem.reviews.commands import sources
from kiemdiem.reviews.models import Attestation, LeaderPaper, Opinion, Suggestion

Replaceable = Opinion | Attestation | LeaderPaper | Suggestion


def receive_opinion(
    season: Season,
    *,
    from_unit: Unit,
    about: Unit,
    kind: str,
    text: str,
    received_on: date,
    paper: sources.FromPaper | None = None,
    reason: str = "",
    by: Account,
    at: datetime,
) -> Opinion:
    """The opinion of one organisation about a body; a second one replaces the first and says why.

    Raises: Refused without text, or when a second comes without a reason.
    """
    name = "reviews.receive_opinion"
    with journal.act(name, by=by, at=at, about=f"opinion:{about.key}", season=season.key) as act:
        access.must_let(by, act=name, unit=about, season=season, at=at)
        if not text.strip():
            raise refuse("Chưa ghi được ý kiến: chưa có nội dung.", todo="Hãy nhập nội dung ý kiến.")
        sources.must_be_told(received_on, paper=paper, at=at)
        found = Opinion.objects.filter(season=season, from_unit=from_unit, about_unit=about, kind=kind)
        former = found.filter(replaced_by__isnull=True).first()
        kept = Opinion(
            key=uuid4().hex,
            season=season,
            from_unit=from_unit,
            about_unit=about,
            kind=kind,
            text=text.strip(),
            received_on=received_on,
            reason=reason.strip(),
            keyed_at=at,
            keyed_by=by,
        )
        sources.place_source(kept, paper, by=by, at=at)
        place(kept, former)
        act.happened_on, act.details = received_on, {"from": from_unit.key, "kind": kind}
        return kept


def read_opinion(
    opinion: Opinion, *, meeting: str, read_on: date, version: int | None = None, by: Account, at: datetime
) -> Opinion:
    """The opinion as read to a meeting, named by its key."""
    name = "reviews.read_opinion"
    with journal.act(name, by=by, at=at, about=f"opinion:{opinion.about_unit.key}", season=opinion.season.key) as act:
        kept = hold(Opinion, opinion.pk, version=version)
        access.must_let(by, act=name, unit=kept.about_unit, season=kept.season, at=at)
        kept.read_at_meeting, kept.read_on = meeting, read_on
        kept.save(update_fields=["read_at_meeting", "read_on"])
        act.happened_on, act.details = read_on, {"meeting": meeting, "from": kept.from_unit.key}
        return kept


def key_leader_paper(
    season: Season,
    person: Person,
    *,
    kind: str,
    sections: Mapping[str, object],
    written_on: date,
    paper: sources.FromPaper | None = None,
    unit: Unit | None = None,
    reason: str = "",
    by: Account,
    at: datetime,
) -> LeaderPaper:
    """One paper about one leader beside his self-review, in the form the rulebook names; a second replaces the first.

    Raises: Refused when he is no leader of the season, or the rulebook has no such form.
    """
    name = "reviews.key_leader_paper"
    with journal.act(name, by=by, at=at, about=f"leader:{person.key}", season=season.key) as act:
        form = queries.leader_form(season, person, kind=kind)
        if unit is not None:
            org_access.must_not_be_own(by, person)
        where = unit or queries.member_of(season, person).unit
        access.must_let_write(by, act=name, person=person, unit=where, season=season, at=at)
        sources.must_be_told(written_on, paper=paper, at=at)
        found = LeaderPaper.objects.filter(season=season, person=person, kind=kind, replaced_by__isnull=True)
        former = found.first()
        kept = LeaderPaper(
            key=uuid4().hex,
            season=season,
            person=person,
            unit=unit,
            kind=kind,
            form_code=form.code,
            sections=dict(sections),
            written_on=written_on,
            number=former.number + 1 if former else 1,
            reason=reason.strip(),
            keyed_at=at,
            keyed_by=by,
        )
        sources.place_source(kept, paper, by=by, at=at)
        place(kept, former)
        act.happened_on, act.rows, act.details = written_on, form.rows, {"form": form.code, "number": kept.number}
        return kept


def place(kept: Replaceable, former: Replaceable | None) -> None:
    """Puts the record in force in place of the former one, which gives way first: only one may be in force."""
    if former is None:
        kept.save(force_insert=True)
        return
    if not kept.reason:
        raise refuse("Mục này đã có nội dung.", todo="Muốn thay bằng nội dung mới, hãy ghi lý do.")
    former.replaced_by = former
    former.save(update_fields=["replaced_by"])
    kept.save(force_insert=True)
    former.replaced_by = kept
    former.save(update_fields=["replaced_by"])
