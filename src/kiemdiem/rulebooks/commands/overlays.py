"""The acts of a committee on its book: choosing a reading, filling a gap, having them signed."""

import json
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import refuse
from kiemdiem.core.law.problems import RulebookProblems
from kiemdiem.core.law.rulebook import canonical
from kiemdiem.journal import commands as journal
from kiemdiem.org.days import day_of
from kiemdiem.org.models import Unit
from kiemdiem.rulebooks import access, queries
from kiemdiem.rulebooks.models import Overlay, Signature


def choose_reading(
    unit: Unit, code: str, *, question: str, reading: str, reason: str = "", by: Account, at: datetime
) -> Overlay:
    """The reading of that committee from now on; a season already open keeps the one it was opened with.

    Raises: Refused when the book does not ask the question or offer the reading.
    """
    return lay_over(
        unit,
        code,
        kind="reading",
        name=question,
        value=reading,
        reason=reason,
        act="rulebooks.choose_reading",
        by=by,
        at=at,
    )


def fill_gap(unit: Unit, code: str, *, gap: str, content: Any, reason: str, by: Account, at: datetime) -> Overlay:
    """What the committee enters where the book points to another act.

    Raises: Refused when the book has no such gap, the content does not fit it, or no source is named.
    """
    if not reason.strip():
        raise refuse("Chưa ghi được nội dung bổ sung: thiếu căn cứ.", todo="Hãy ghi số, ngày của văn bản làm căn cứ.")
    return lay_over(
        unit,
        code,
        kind="gap",
        name=gap,
        value=canonical(content),
        reason=reason,
        act="rulebooks.fill_gap",
        by=by,
        at=at,
    )


def lay_over(
    unit: Unit, code: str, *, kind: str, name: str, value: str, reason: str, act: str, by: Account, at: datetime
) -> Overlay:
    """The overlay in force in place of the one before; the effective book with it must stand."""
    with journal.act(act, by=by, at=at, about=f"rulebook:{code}") as told:
        access.must_let(by, act=act, unit=unit, at=at)
        _must_stand(unit, code, kind=kind, name=name, value=value)
        before = Overlay.objects.filter(
            unit=unit, rulebook=code, kind=kind, name=name, replaced_by__isnull=True
        ).first()
        told.details = {"name": name, "value": value, "before": before.value if before else "", "reason": reason}
        told.rows = queries.rows_of(code, name)
        if before is not None and before.value == value:
            return before
        return _placed(
            before, unit=unit, rulebook=code, kind=kind, name=name, value=value, reason=reason, made_by=by, made_at=at
        )


def _placed(before: Overlay | None, **fields: Any) -> Overlay:
    """The new overlay, the former one pointing to it. The former gives way first: only one may be in force."""
    placed = Overlay(key=uuid4().hex, **fields)
    if before is None:
        placed.save(force_insert=True)
        return placed
    before.replaced_by = before
    before.save(update_fields=["replaced_by"])
    placed.save(force_insert=True)
    before.replaced_by = placed
    before.save(update_fields=["replaced_by"])
    return placed


def _must_stand(unit: Unit, code: str, *, kind: str, name: str, value: str) -> None:
    laid = queries.overlays(unit, code)
    readings = {**laid.readings, **({name: value} if kind == "reading" else {})}
    gaps = {**laid.gaps, **({name: json.loads(value)} if kind == "gap" else {})}
    try:
        queries.rulebook(code, readings=readings, gaps=gaps)
    except RulebookProblems as found:
        first = found.problems[0]
        raise refuse("Chưa lưu: nội dung không hợp với bộ quy tắc.", why=first.message, todo=first.hint) from None


def sign_readings(
    unit: Unit,
    code: str,
    *,
    sha: str,
    signer: str,
    document: str = "",
    signed_on: date,
    by: Account,
    at: datetime,
) -> Signature:
    """The readings and fillings of the committee signed as they stand; `sha` is what the signer was shown.

    Raises: Refused when they changed since they were shown, or the signer is missing.
    """
    with journal.act("rulebooks.sign_readings", by=by, at=at, about=f"rulebook:{code}") as told:
        access.must_let(by, act="rulebooks.sign_readings", unit=unit, at=at)
        if queries.rulebook_of(unit, code).sha256 != sha:
            raise refuse(
                "Chưa ghi được việc ký: các cách hiểu đã thay đổi so với bản trình ký.",
                todo="Hãy xem lại rồi trình ký lại.",
            )
        if not signer.strip():
            raise refuse("Chưa ghi được việc ký: thiếu tên người ký.", todo="Hãy nhập họ tên, chức vụ người ký.")
        if signed_on > day_of(at):
            raise refuse("Chưa ghi được việc ký: ngày ký chưa đến.", todo="Hãy nhập ngày ký trên thực tế.")
        told.happened_on, told.details = signed_on, {"sha": sha, "signer": signer, "document": document}
        return Signature.objects.create(
            key=uuid4().hex,
            unit=unit,
            rulebook=code,
            effective_sha=sha,
            signer=signer.strip(),
            document=document.strip(),
            signed_on=signed_on,
            signed_at=at,
            signed_by=by,
        )


def carry_over(unit: Unit, source: str, *, to: str, by: Account, at: datetime) -> int:
    """How many readings and fillings of the committee now hold for its copy of the book too; part of copying it."""
    held = Overlay.objects.filter(unit=unit, rulebook=source, replaced_by__isnull=True).order_by("pk")
    return len(
        Overlay.objects.bulk_create(
            Overlay(
                key=uuid4().hex,
                unit=unit,
                rulebook=to,
                kind=row.kind,
                name=row.name,
                value=row.value,
                reason=row.reason,
                body=row.body,
                document=row.document,
                scan=row.scan,
                made_at=at,
                made_by=by,
            )
            for row in held
        )
    )
