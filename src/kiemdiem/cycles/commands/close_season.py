"""The acts that end a season, or change the rulebook of an open one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Answer, must, refuse
from kiemdiem.core.law.problems import RulebookProblems
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.process import gates
from kiemdiem.cycles import access, queries
from kiemdiem.cycles.models import EffectiveBook, Season
from kiemdiem.files.models import StoredFile
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.org.days import day_of
from kiemdiem.rulebooks import queries as rulebooks


@dataclass(frozen=True)
class Act:
    """The act of the competent body by which a reading changes: which body, which document with its scan, and why."""

    body: str
    document: str
    reason: str
    scan: StoredFile | None = None


def close_season(
    season: Season,
    *,
    standings: Mapping[str, queries.Standing],
    version: int | None = None,
    by: Account,
    at: datetime,
) -> Answer:
    """The season closed: only what comes later by its nature is still taken in, as each room's access says.

    `standings`: where each member of the register ended, by key of person, as the rooms above know it.
    Raises: Refused while a member is nowhere, in two places or still pending, and where another gate says no.
    """
    name = "cycles.close_season"
    with journal.act(name, by=by, at=at, about=f"season:{season.key}", season=season.key) as act:
        kept = hold(Season, season.pk, version=version)
        access.must_let(by, act=name, unit=kept.unit, at=at)
        access.must_stand(kept, act=name)
        lines = queries.reconciliation(kept, on=day_of(at), standings=standings)
        answer = must(gates.may(queries.book_of(kept), queries.facts_of_closing(kept, lines=lines)))
        kept.state, kept.closed_at, kept.closed_by = Season.State.CLOSED, at, by
        kept.save(update_fields=["state", "closed_at", "closed_by"])
        act.rows, act.details = answer.rows, {"register": len(lines), "warning": answer.warning}
        return answer


def change_reading(
    season: Season, *, question: str, reading: str, act: Act, version: int | None = None, by: Account, at: datetime
) -> EffectiveBook:
    """The open season under another reading, by act of the competent body; what was frozen before stays readable.

    Which verdicts would change is asked of the grading room before, and undecided ones are judged again after.
    Raises: Refused without body, document or reason, or for a reading the rulebook does not offer.
    """
    name = "cycles.change_reading"
    with journal.act(name, by=by, at=at, about=f"season:{season.key}", season=season.key) as told:
        kept = hold(Season, season.pk, version=version)
        access.must_let(by, act=name, unit=kept.unit, at=at)
        access.must_stand(kept, act=name)
        if not (act.body.strip() and act.document.strip() and act.reason.strip()):
            raise refuse(
                "Chưa đổi được cách hiểu: thiếu cơ quan quyết định, văn bản hoặc lý do.",
                why="Trong đợt đang tiến hành, chỉ cơ quan có thẩm quyền đổi cách hiểu, bằng văn bản.",
                todo="Hãy nhập đủ ba mục.",
            )
        before, behind = queries.book_of(kept), kept.books.latest("number")
        after = _under(kept, {**before.readings, question: reading}, filled=before.filled)
        if after.sha256 == before.sha256:
            raise refuse("Cách hiểu này đang có hiệu lực.", todo="Hãy chọn cách hiểu khác.")
        kept.effective_json, kept.effective_sha = after.canonical_json, after.sha256
        kept.save(update_fields=["effective_json", "effective_sha"])
        told.rows = rulebooks.rows_of(kept.rulebook_code, question)
        told.details = {"question": question, "reading": reading, "document": act.document, "body": act.body}
        return EffectiveBook.objects.create(
            season=kept,
            number=1 + kept.books.count(),
            rulebook_code=behind.rulebook_code,
            rulebook_version=behind.rulebook_version,
            effective_json=after.canonical_json,
            effective_sha=after.sha256,
            what=f"{_in_words(after, question)}. Lý do: {act.reason.strip()}",
            body=act.body.strip(),
            document=act.document.strip(),
            scan=act.scan,
            frozen_at=at,
            frozen_by=by,
        )


def _in_words(book: Rulebook, question: str) -> str:
    """The question with the reading in force, as people read them."""
    asked = next(each for each in book.interpretations.interpretations if each.key == question)
    meant = next(each.text for each in asked.readings if each.key == book.reading(question))
    return f"{asked.question} {meant}"


def _under(season: Season, readings: Mapping[str, str], *, filled: Mapping[str, object]) -> Rulebook:
    """The book the season goes by, in the version it was frozen with, under these readings and fillings."""
    behind = season.books.latest("number")
    try:
        return rulebooks.rulebook(behind.rulebook_code, version=behind.rulebook_version, readings=readings, gaps=filled)
    except RulebookProblems as found:
        first = found.problems[0]
        raise refuse("Chưa đổi được cách hiểu.", why=first.message, todo=first.hint) from None
