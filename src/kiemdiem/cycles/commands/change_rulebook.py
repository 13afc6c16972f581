"""Changing the rulebook of an open season, by act of the competent body: a reading, a filling, or its values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.law.problems import RulebookProblems
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.cycles import access, queries
from kiemdiem.cycles.models import EffectiveBook, Season
from kiemdiem.files.models import StoredFile
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.rulebooks import access as rulebooks_access
from kiemdiem.rulebooks import queries as rulebooks


@dataclass(frozen=True)
class Act:
    """The act of the competent body by which the rules change: which body, which document with its scan, and why."""

    body: str
    document: str
    reason: str
    scan: StoredFile | None = None


@dataclass(frozen=True)
class Reading:
    """Another reading of one question."""

    question: str
    reading: str


@dataclass(frozen=True)
class Filling:
    """What the committee has filled in a gap since the season opened."""

    gap: str


@dataclass(frozen=True)
class Values:
    """The values of one frozen version of a committee's own book."""

    code: str
    number: int


Change = Reading | Filling | Values


@dataclass(frozen=True)
class Behind:
    """What makes an effective rulebook: the book, which version of it, the readings and the fillings; in words what
    of it is new.
    """

    code: str
    number: int
    readings: Mapping[str, str]
    filled: Mapping[str, Any]
    rows: tuple[str, ...] = ()
    what: str = ""


def change_reading(
    season: Season, *, question: str, reading: str, act: Act, version: int | None = None, by: Account, at: datetime
) -> EffectiveBook:
    """The open season under another reading, by act of the competent body; what was frozen before stays readable.

    Which verdicts would change is asked of the grading room before, and undecided ones are judged again after.
    Raises: Refused without body, document or reason, or for a reading the rulebook does not offer.
    """
    change = Reading(question, reading)
    return _changed(season, change, name="cycles.change_reading", act=act, version=version, by=by, at=at)


def change_rulebook(
    season: Season, *, change: Change, act: Act, version: int | None = None, by: Account, at: datetime
) -> EffectiveBook:
    """The open season with a gap filled, or under other values of its rules, by act of the competent body.

    Raises: Refused without body, document or reason, or for a book of another shape than the season's.
    """
    return _changed(season, change, name="cycles.change_rulebook", act=act, version=version, by=by, at=at)


def _changed(
    season: Season, change: Change, *, name: str, act: Act, version: int | None, by: Account, at: datetime
) -> EffectiveBook:
    with journal.act(name, by=by, at=at, about=f"season:{season.key}", season=season.key) as told:
        kept = hold(Season, season.pk, version=version)
        access.must_let(by, act=name, unit=kept.unit, at=at)
        access.must_stand(kept, act=name)
        if not (act.body.strip() and act.document.strip() and act.reason.strip()):
            raise refuse(
                "Chưa đổi được cách hiểu, nội dung: thiếu cơ quan quyết định, văn bản hoặc lý do.",
                why="Trong đợt đang tiến hành, chỉ cơ quan có thẩm quyền đổi quy tắc, bằng văn bản.",
                todo="Hãy nhập đủ ba mục.",
            )
        before = queries.book_of(kept)
        behind = _behind(kept, before, change, at=at)
        after = _effective(behind)
        _must_fit(before, after)
        kept.effective_json, kept.effective_sha = after.canonical_json, after.sha256
        kept.save(update_fields=["effective_json", "effective_sha"])
        told.rows = behind.rows
        told.details = {"change": vars(change), "document": act.document, "body": act.body, "sha": after.sha256}
        return EffectiveBook.objects.create(
            season=kept,
            number=1 + kept.books.count(),
            rulebook_code=behind.code,
            rulebook_version=behind.number,
            effective_json=after.canonical_json,
            effective_sha=after.sha256,
            what=f"{behind.what}. Lý do: {act.reason.strip()}",
            body=act.body.strip(),
            document=act.document.strip(),
            scan=act.scan,
            frozen_at=at,
            frozen_by=by,
        )


def _behind(season: Season, before: Rulebook, change: Change, *, at: datetime) -> Behind:
    """What the season is to go by: all as before but for the change."""
    book = season.books.latest("number")
    code, number = book.rulebook_code, book.rulebook_version
    if isinstance(change, Reading):
        readings = {**before.readings, change.question: change.reading}
        what, rows = _in_words(before, change), rulebooks.rows_of(code, change.question)
        return Behind(code, number, readings, before.filled, rows, what)
    if isinstance(change, Filling):
        gap = next((each for each in before.gaps.gaps if each.key == change.gap), None)
        content = rulebooks.overlays(season.unit, code).gaps.get(change.gap)
        if gap is None or content is None:
            raise refuse("Chưa có nội dung bổ sung này.", todo="Hãy bổ sung ở trang cách hiểu của cấp ủy trước.")
        filled = {**before.filled, change.gap: content}
        return Behind(code, number, before.readings, filled, gap.rows, f"Bổ sung: {gap.text}")
    rulebooks_access.must_apply(season.unit, change.code, at=at)
    values = rulebooks.rulebook(change.code, version=change.number)
    asked = {each.key for each in values.interpretations.interpretations}
    owed = {each.key for each in values.gaps.gaps}
    return Behind(
        change.code,
        change.number,
        {key: reading for key, reading in before.readings.items() if key in asked},
        {key: content for key, content in before.filled.items() if key in owed},
        values.identity.rows,
        f"Áp dụng bản {change.number} của bộ quy tắc {values.identity.title} ({change.code})",
    )


def _in_words(book: Rulebook, change: Reading) -> str:
    """The question with the reading, as people read them; nothing for what the book does not offer."""
    return " ".join(
        f"{asked.question} {meant.text}"
        for asked in book.interpretations.interpretations
        for meant in asked.readings
        if (asked.key, meant.key) == (change.question, change.reading)
    )


def _effective(behind: Behind) -> Rulebook:
    try:
        return rulebooks.rulebook(
            behind.code, version=behind.number, readings=behind.readings, gaps=dict(behind.filled)
        )
    except RulebookProblems as found:
        first = found.problems[0]
        raise refuse("Chưa đổi được cách hiểu, nội dung.", why=first.message, todo=first.hint) from None


def _must_fit(before: Rulebook, after: Rulebook) -> None:
    """A season under way keeps its kinds of subject and its ballots: only what they ask may change."""
    if after.sha256 == before.sha256:
        raise refuse("Cách hiểu, nội dung này đang có hiệu lực.", todo="Hãy chọn cách hiểu, nội dung khác.")
    kept = {subject.key for subject in before.subjects.subjects}, _rounds(before)
    there = {subject.key for subject in after.subjects.subjects}, _rounds(after)
    if not (kept[0] <= there[0] and kept[1] <= there[1]):
        raise refuse(
            "Chưa đổi được: bản này thiếu đối tượng hoặc lần bỏ phiếu mà đợt đang dùng.",
            todo="Trong đợt đang tiến hành chỉ đổi giá trị. Hãy lập bản từ bộ quy tắc của đợt.",
        )


def _rounds(book: Rulebook) -> set[str]:
    return {one.key for ballot in book.ballots.ballots for one in ballot.rounds}
