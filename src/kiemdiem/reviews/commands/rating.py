"""Ratings by the parties beside a subject: asked for, and handed in with a level for each criterion."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import must, refuse
from kiemdiem.core.process import gates
from kiemdiem.core.process.facts import AskRating, ReceiveRating
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.org.models import Unit
from kiemdiem.reviews import access, queries
from kiemdiem.reviews.commands import sources
from kiemdiem.reviews.models import RatedLevel, Rating


@dataclass(frozen=True)
class RatingSheet:
    """What one party handed in: the level of each criterion by its fact, a grade if it gave one, to whom, on which day.

    `reason`: why a sheet handed in before is replaced.
    """

    levels: Mapping[str, str]
    received_on: date
    sent_to: Unit
    grade: str = ""
    text: str = ""
    reason: str = ""


def ask_ratings(
    season: Season,
    subject: SeasonSubject,
    *,
    parties: Iterable[Unit],
    asked_from: Unit,
    asked_on: date,
    paper: sources.FromPaper | None = None,
    by: Account,
    at: datetime,
) -> list[Rating]:
    """One rating asked of each party; of one asked before nothing changes.

    Raises: Refused for a sender or a party the rulebook does not name.
    """
    name = "reviews.ask_ratings"
    with journal.act(name, by=by, at=at, about=subject.key, season=season.key) as act:
        access.must_let(by, act=name, unit=subject.unit, season=season, at=at)
        sources.must_be_told(asked_on, paper=paper, at=at)
        told = sources.read_once(paper)
        kept = []
        for party in parties:
            facts = AskRating(
                subject_kind=subject.kind,
                from_kind=_kind(season, asked_from),
                body_kind=_kind(season, party),
            )
            must(gates.may(cycles.book_of(season), facts, recording=sources.is_recording(paper)))
            former = Rating.objects.filter(season=season, subject=subject, party=party).first()
            kept.append(former or _asked(season, subject, party, asked_from, asked_on, paper=told, by=by, at=at))
        act.happened_on, act.details = asked_on, {"parties": [each.party.key for each in kept]}
        return kept


def _asked(
    season: Season,
    subject: SeasonSubject,
    party: Unit,
    asked_from: Unit,
    asked_on: date,
    *,
    paper: sources.FromPaper | None,
    by: Account,
    at: datetime,
) -> Rating:
    kept = Rating(
        key=uuid4().hex, season=season, subject=subject, party=party, asked_from=asked_from, asked_on=asked_on,
        keyed_at=at, keyed_by=by,
    )  # fmt: skip
    sources.place_source(kept, paper, by=by, at=at)
    kept.save(force_insert=True)
    return kept


def receive_rating(
    rating: Rating,
    *,
    sheet: RatingSheet,
    paper: sources.FromPaper | None = None,
    version: int | None = None,
    by: Account,
    at: datetime,
) -> Rating:
    """The rating as handed in; a second sheet of the same party takes the place of the first and says why.

    Raises: Refused for a criterion or a level the rulebook has not, and when a rule of handing in says no.
    """
    name = "reviews.receive_rating"
    with journal.act(name, by=by, at=at, about=rating.subject.key, season=rating.season.key) as act:
        kept = hold(Rating, rating.pk, version=version)
        access.must_let(by, act=name, unit=kept.subject.unit, season=kept.season, at=at)
        sources.must_be_told(sheet.received_on, paper=paper, at=at)
        if sheet.received_on < kept.asked_on:
            raise refuse("Chưa ghi được: ngày nhận trước ngày gửi lấy ý kiến.", todo="Hãy nhập lại ngày nhận.")
        if kept.received_on is not None and not sheet.reason.strip():
            raise refuse("Phiếu này đã nhận.", todo="Muốn thay bằng phiếu mới, hãy ghi lý do.")
        facts = ReceiveRating(
            subject_kind=kept.subject.kind,
            body_kind=_kind(kept.season, kept.party),
            to_kind=_kind(kept.season, sheet.sent_to),
        )
        answer = must(gates.may(cycles.book_of(kept.season), facts, recording=sources.is_recording(paper)))
        _must_be_of_the_rulebook(kept, sheet)
        kept.received_on, kept.received_at, kept.received_by = sheet.received_on, at, by
        kept.sent_to, kept.grade = sheet.sent_to, sheet.grade
        kept.text, kept.reason = sheet.text.strip(), sheet.reason.strip()
        sources.place_source(kept, paper, by=by, at=at)
        before = dict(kept.levels.values_list("fact", "level"))
        kept.save()
        kept.levels.all().delete()
        RatedLevel.objects.bulk_create(RatedLevel(rating=kept, fact=f, level=one) for f, one in sheet.levels.items())
        act.happened_on, act.rows = sheet.received_on, answer.rows
        act.details = {"party": kept.party.key, "before": before, "levels": dict(sheet.levels)}
        return kept


def _must_be_of_the_rulebook(rating: Rating, sheet: RatingSheet) -> None:
    """Passes when every criterion is rated, by a level of its scale, and the grade is one of the subject's scale."""
    criteria = queries.criteria_rated(cycles.book_of(rating.season), rating.subject.kind)
    wanted = {each.key: {code for code, _ in each.levels} for each in criteria}
    missing = [each.text for each in criteria if each.key not in sheet.levels]
    if missing:
        raise refuse(f"Phiếu chưa ghi cấp độ: {'; '.join(missing)}.", todo="Hãy ghi cấp độ của từng tiêu chí.")
    wrong = [fact for fact, level in sheet.levels.items() if level not in wanted.get(fact, ())]
    if wrong:
        raise refuse("Cấp độ đã chọn không thuộc thang cấp độ của tiêu chí.", todo="Hãy chọn lại cấp độ.")
    grades = {code for code, _ in queries.grades_of(cycles.book_of(rating.season), rating.subject.kind)}
    if sheet.grade and sheet.grade not in grades:
        raise refuse("Mức đã chọn không thuộc thang mức của bộ quy tắc.", todo="Hãy chọn lại mức.")


def _kind(season: Season, unit: Unit) -> str:
    found = cycles.season_unit(season, unit)
    return found.kind if found else "superior"
