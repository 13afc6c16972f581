"""Attaching the act a rulebook is made from."""

from datetime import datetime
from pathlib import PurePosixPath

from kiemdiem.accounts.models import Account
from kiemdiem.files import commands as files
from kiemdiem.journal import commands as journal
from kiemdiem.org.days import day_of
from kiemdiem.rulebooks import access, act_text, queries
from kiemdiem.rulebooks.models import AttachedAct


def attach_act(code: str, *, name: str, content: bytes, by: Account, at: datetime) -> AttachedAct:
    """The act the book is made from, kept in place of the one attached before; the viewer lays it beside the clauses.

    Raises: Refused when there is no such book, the file is of no kind an act comes in, or cannot be read.
    """
    queries.rulebook(code)
    with journal.act("rulebooks.attach_act", by=by, at=at, about=f"rulebook:{code}") as told:
        access.must_attach(by, on=day_of(at))
        text = act_text.text_of(content, suffix=PurePosixPath(name).suffix.lower())
        kept = files.keep_file(content, name=name, by=by, at=at)
        told.details = {"sha256": kept.sha256, "letters": len(text)}
        before = queries.attached_act(code)
        placed = AttachedAct(rulebook=code, file=kept, text=text, attached_at=at, attached_by=by)
        return _in_place_of(before, placed)


def _in_place_of(before: AttachedAct | None, placed: AttachedAct) -> AttachedAct:
    """The new one, the former pointing to it. The former gives way first: only one may be in force."""
    if before is not None:
        before.replaced_by = before
        before.save(update_fields=["replaced_by"])
    placed.save(force_insert=True)
    if before is not None:
        before.replaced_by = placed
        before.save(update_fields=["replaced_by"])
    return placed
