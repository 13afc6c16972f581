"""The acts on self-reviews until they are handed in: writing, handing in, keying from a signed paper."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import uuid4

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import must, refuse
from kiemdiem.core.process import gates
from kiemdiem.core.process.facts import SubmitSelfReview
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.journal import commands as journal
from kiemdiem.journal.locks import hold
from kiemdiem.org.days import day_of
from kiemdiem.org.models import Person
from kiemdiem.reviews import access, queries
from kiemdiem.reviews.commands import marks, sources, versions
from kiemdiem.reviews.models import SelfReview


def write_self_review(
    season: Season,
    person: Person,
    *,
    sections: Mapping[str, object],
    version: int | None = None,
    by: Account,
    at: datetime,
) -> SelfReview:
    """The person's one self-review with these sections, begun when there was none; it is not handed in yet."""
    about = f"member:{person.key}"
    with journal.act("reviews.write_self_review", by=by, at=at, about=about, season=season.key) as act:
        asked = queries.asked_of(season, person, on=day_of(at))
        own = access.must_let_write(
            by, act="reviews.write_self_review", person=person, unit=asked.subject.unit, season=season, at=at
        )
        kept = _begun(season, person, asked=asked, version=version, by=by, at=at)
        access.must_move(
            access.SELF_REVIEW,
            act="reviews.write_self_review",
            state=kept.state,
            label=kept.get_state_display(),
            what="bản kiểm điểm",
        )
        kept.sections = {**kept.sections, **queries.tidy(sections, asked.sections)}
        kept.keyed_at, kept.keyed_by = at, by
        kept.save(update_fields=["sections", "keyed_at", "keyed_by"])
        act.details = {"own": own, "filled": len(queries.filled(kept.sections)), "owed": len(asked.sections)}
        return kept


def _begun(
    season: Season, person: Person, *, asked: queries.Asked, version: int | None, by: Account, at: datetime
) -> SelfReview:
    found = queries.self_review(season, person)
    if found is not None:
        return hold(SelfReview, found.pk, version=version)
    return SelfReview.objects.create(
        key=uuid4().hex,
        season=season,
        person=person,
        form_code=asked.form.code,
        content_sets=list(asked.content_sets),
        keyed_at=at,
        keyed_by=by,
    )


def submit_self_review(
    self_review: SelfReview, *, submitted_on: date, version: int | None = None, by: Account, at: datetime
) -> SelfReview:
    """The self-review handed in on that day, as its first version.

    Raises: Refused while a section it owes is empty.
    """
    season, person = self_review.season, self_review.person
    about = f"member:{person.key}"
    with journal.act("reviews.submit_self_review", by=by, at=at, about=about, season=season.key) as act:
        kept = hold(SelfReview, self_review.pk, version=version)
        asked = queries.asked_of(season, person, on=day_of(at))
        access.must_let_write(
            by, act="reviews.submit_self_review", person=person, unit=asked.subject.unit, season=season, at=at
        )
        return _handed_in(
            kept, asked, act=act, name="reviews.submit_self_review", submitted_on=submitted_on, by=by, at=at
        )


def key_self_review(
    season: Season,
    person: Person,
    *,
    paper: sources.FromPaper,
    submitted_on: date,
    sections: Mapping[str, object] | None = None,
    version: int | None = None,
    by: Account,
    at: datetime,
) -> SelfReview:
    """The person's self-review as handed in on paper on that day, keyed for him; its text may follow or stay on paper.

    Raises: Refused when he handed one in already, or neither text nor paper has every section it owes.
    """
    about = f"member:{person.key}"
    with journal.act("reviews.key_self_review", by=by, at=at, about=about, season=season.key) as act:
        asked = queries.asked_of(season, person, on=day_of(at))
        access.must_let(by, act="reviews.key_self_review", unit=asked.subject.unit, season=season, at=at)
        if not paper.is_named:
            raise refuse(
                "Chưa ghi được bản kiểm điểm nhập thay: thiếu bản giấy làm căn cứ.",
                todo="Hãy ghi nhập từ bản giấy nào, ví dụ “bản viết tay, ký ngày …”.",
            )
        kept = _begun(season, person, asked=asked, version=version, by=by, at=at)
        kept.sections = {**kept.sections, **queries.tidy(sections or {}, asked.sections)}
        sources.place_source(kept, paper, by=by, at=at)
        return _handed_in(
            kept, asked, act=act, name="reviews.key_self_review", submitted_on=submitted_on, by=by, at=at, paper=paper
        )


def _handed_in(
    kept: SelfReview,
    asked: queries.Asked,
    *,
    act: journal.Act,
    name: str,
    submitted_on: date,
    by: Account,
    at: datetime,
    paper: sources.FromPaper | None = None,
) -> SelfReview:
    sources.must_be_told(submitted_on, paper=paper, at=at)
    owed = tuple(section.named() for section in asked.sections if section.is_required)
    answer = must(
        gates.may(
            cycles.book_of(kept.season),
            SubmitSelfReview(
                form_code=kept.form_code,
                owed=owed,
                filled=tuple(each.key for each in owed) if paper and paper.is_whole else queries.filled(kept.sections),
                already=int(kept.state != SelfReview.State.DRAFT),
                done_on=submitted_on,
                due_on=queries.due_on(kept.season, asked.subject, form=asked.form.key, default=submitted_on),
            ),
            recording=sources.is_recording(paper),
        )
    )
    kept.state = access.must_move(
        access.SELF_REVIEW, act=name, state=kept.state, label=kept.get_state_display(), what="bản kiểm điểm"
    )
    kept.submitted_on, kept.keyed_at, kept.keyed_by = submitted_on, at, by
    kept.save()
    versions.write_version(
        kept, reason="Bản nộp lần đầu", happened_on=submitted_on, by=by, at=at, paper=_named_again(paper)
    )
    marks.mark(kept, answer, act=name, happened_on=submitted_on, by=by, at=at)
    act.happened_on, act.rows = submitted_on, answer.rows
    act.details = {"entered": kept.entered, "paper": kept.paper, "warning": answer.warning}
    return kept


def _named_again(paper: sources.FromPaper | None) -> sources.FromPaper | None:
    """The paper as the first version names it; its scan hangs on the self-review itself."""
    return sources.FromPaper(paper.paper) if paper else None
