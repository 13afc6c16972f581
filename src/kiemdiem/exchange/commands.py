"""The acts of the room: hand a file in, say who is the same person, take it over as a whole."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from kiemdiem.accounts.models import Account
from kiemdiem.core.answer import Refused, refuse
from kiemdiem.exchange import access, queries, reading
from kiemdiem.exchange.compare import compared
from kiemdiem.exchange.draft import Draft, Hands, Unreached
from kiemdiem.exchange.models import Upload
from kiemdiem.files import commands as files
from kiemdiem.files import queries as stored
from kiemdiem.journal import commands as journal_commands
from kiemdiem.journal import locks
from kiemdiem.org.days import day_of
from kiemdiem.org.models import Unit


def hand_in(content: bytes, *, name: str, unit: Unit, by: Account, at: datetime, rulebook_code: str = "") -> Upload:
    """The file as handed in for the committee; nothing of it is taken over yet.

    Raises: Refused when it is no import file, or the account may not.
    """
    with journal_commands.act("exchange.hand_in", by=by, at=at, about=f"unit:{unit.key}") as act:
        access.must_do(by, "exchange.hand_in", unit=unit, on=day_of(at))
        contents = reading.read(content)
        kept = files.keep_file(content, name=name, by=by, at=at)
        number = Upload.objects.count() + 1
        upload = Upload.objects.create(
            key=f"nhap-{number:05d}", unit=unit, file=kept, rulebook_code=rulebook_code, uploaded_at=at, uploaded_by=by
        )
        act.details = {"upload": upload.key, "sha256": kept.sha256, "faults": len(contents.faults)}
    return upload


def answer(upload: Upload, answers: Mapping[str, str], *, version: int | None, by: Account, at: datetime) -> Upload:
    """The file with what was said about who is the same person: a key, or “new”, by the code of the line."""
    with journal_commands.act("exchange.answer", by=by, at=at, about=f"unit:{upload.unit.key}") as act:
        held = locks.hold(Upload, upload.pk, version=version)
        access.must_do(by, "exchange.answer", unit=held.unit, on=day_of(at))
        must_be_open(held)
        held.answers = {**held.answers, **answers}
        held.save(update_fields=["answers"])
        act.details = {"upload": held.key, "answers": dict(answers)}
    return held


def must_be_open(upload: Upload) -> None:
    """Passes while the file has not been taken over.

    Raises: Refused.
    """
    if upload.applied_at is not None:
        raise refuse("Tệp này đã được nhập rồi.", todo="Muốn sửa, hãy gửi một tệp mới.")


def rehearse(
    content: bytes, *, unit: Unit, answers: Mapping[str, str], rulebook_code: str, by: Account, at: datetime
) -> Draft:
    """What taking the file over would do, tried to the end and taken back: whatever would refuse is among the faults.

    Raises: Refused when it is no import file, or the account may not.
    """
    access.must_do(by, "exchange.see", unit=unit, on=day_of(at))
    contents = reading.read(content)
    levels = queries.levels_of(rulebook_code)
    with transaction.atomic():
        draft = compared(unit, contents, answers=dict(answers), levels=levels, on=day_of(at))
        carry_out(draft, by=by, at=at)
        transaction.set_rollback(True)
    return draft


def carry_out(draft: Draft, *, by: Account, at: datetime) -> None:
    """Does the steps in order; a refusal becomes a fault of its line and the rest is tried all the same."""
    hands = Hands(by, at, dict(draft.units), dict(draft.people))
    for step in draft.steps:
        try:
            with transaction.atomic():
                step.do(hands)
        except Refused as refusal:
            draft.fault(step.sheet, step.row, column="", text=refusal.answer.sentence())
        except Unreached as waiting:
            if not draft.faults and not draft.questions:
                draft.fault(step.sheet, step.row, column="", text=f"chưa có mã “{waiting}”")


def apply(upload: Upload, *, seen: str, version: int | None, by: Account, at: datetime) -> Draft:
    """The file taken over, all of it or nothing. `seen` is the fingerprint of the preview the person confirmed.

    Raises: Refused when there are faults or open questions, or the register changed since the preview.
    """
    content = stored.content_of(upload.file)
    with journal_commands.act("exchange.apply", by=by, at=at, about=f"unit:{upload.unit.key}") as act:
        held = locks.hold(Upload, upload.pk, version=version)
        access.must_do(by, "exchange.apply", unit=held.unit, on=day_of(at))
        must_be_open(held)
        levels = queries.levels_of(held.rulebook_code)
        draft = compared(held.unit, reading.read(content), answers=held.answers, levels=levels, on=day_of(at))
        must_be_ready(draft, seen=seen)
        carry_out(draft, by=by, at=at)
        must_be_ready(draft, seen=seen)
        held.applied_at, held.applied_by = at, by
        held.save(update_fields=["applied_at", "applied_by"])
        act.details = {
            "upload": held.key,
            "sha256": hashlib.sha256(content).hexdigest(),
            "new": sum(step.kind == "new" for step in draft.steps),
            "changed": sum(step.kind == "changed" for step in draft.steps),
            "missing": len(draft.missing),
        }
    return draft


def must_be_ready(draft: Draft, *, seen: str) -> None:
    """Passes when nothing stands in the way and the steps are those the person saw.

    Raises: Refused.
    """
    if draft.faults:
        raise refuse(
            f"Chưa nhập gì: còn {len(draft.faults)} lỗi.",
            why=str(draft.faults[0]),
            todo="Hãy sửa tệp theo danh sách lỗi rồi gửi lại.",
            faults=len(draft.faults),
        )
    if draft.questions:
        raise refuse(
            f"Chưa nhập gì: còn {len(draft.questions)} người chưa rõ là ai.",
            todo="Hãy trả lời từng câu hỏi “Là ai” rồi nhập lại.",
            questions=len(draft.questions),
        )
    if not draft.steps:
        raise refuse("Không có gì để nhập: tệp khớp với dữ liệu đã có.", todo="Không cần làm gì thêm.")
    if draft.fingerprint() != seen:
        raise refuse(
            "Chưa nhập gì: dữ liệu đã thay đổi từ lúc Đồng chí xem trước.", todo="Hãy xem lại bản so sánh rồi xác nhận."
        )
