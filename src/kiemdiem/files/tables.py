"""Every table as JSON lines: the backup of a PostgreSQL installation, and the way from one database to another.

One file a table, one line a row, in the order of the key: an object with the column names of the model. Moments are
ISO 8601 in UTC with microseconds, days ISO 8601, decimals text, bytes base64; everything else is its own JSON value.
"""

import base64
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from itertools import islice
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.management.color import no_style
from django.db import connections, models, transaction

from kiemdiem.core.answer import refuse

BATCH = 500
# Made anew by every installation (content types) or worthless elsewhere (sessions are signed by the old secret).
LEFT_OUT = {"contenttypes", "sessions", "auth"}


def kept_models() -> list[type[models.Model]]:
    """The tables that a backup holds, in a fixed order, link tables of many-to-many fields included."""
    found = [m for m in apps.get_models(include_auto_created=True) if m._meta.app_label not in LEFT_OUT]
    return sorted((m for m in found if m._meta.managed and not m._meta.proxy), key=lambda m: m._meta.db_table)


def entry_names() -> dict[str, type[models.Model]]:
    """The name in the archive of each table."""
    return {f"tables/{n:04d}_{m._meta.db_table}.jsonl": m for n, m in enumerate(kept_models(), start=1)}


def lines_of(model: type[models.Model], *, using: str) -> Iterator[bytes]:
    """The rows, one line each, by rising key."""
    columns = [f.attname for f in model._meta.concrete_fields]
    rows = model._base_manager.using(using).order_by("pk").values_list(*columns)
    for row in rows.iterator(chunk_size=2000):
        told = {name: _spoken(value) for name, value in zip(columns, row, strict=True)}
        yield json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def load(model: type[models.Model], lines: Iterable[bytes], *, using: str) -> int:
    """Puts the rows of one table in, with their keys; the number of rows.

    Raises: Refused when a line is not a row of this table.
    """
    fields = {f.attname: f for f in model._meta.concrete_fields}
    rows = iter(lines)
    count = 0
    while batch := [_row(model, line, fields=fields) for line in islice(rows, BATCH)]:
        model._base_manager.using(using).bulk_create(batch)
        count += len(batch)
    return count


def load_all(parts: Iterable[tuple[type[models.Model], Iterable[bytes]]], *, using: str) -> None:
    """Puts every table in, in one transaction; references are checked at its end."""
    connection = connections[using]
    with transaction.atomic(using=using):
        for model, lines in parts:
            load(model, lines, using=using)
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), kept_models()):
                cursor.execute(statement)
        connection.check_constraints()


def _spoken(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal | UUID):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode("ascii")
    return value


def _row(model: type[models.Model], line: bytes, *, fields: dict[str, Any]) -> models.Model:
    try:
        told = json.loads(line)
        if told.keys() != fields.keys():
            raise KeyError(sorted(told.keys() ^ fields.keys()))
        return model(**{name: _heard(fields[name], value) for name, value in told.items()})
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise refuse(
            f"Không khôi phục: bảng {model._meta.db_table} có dòng không đọc được.",
            todo="Hãy dùng bản sao lưu khác, hoặc chương trình đúng phiên bản đã tạo bản này.",
        ) from fault


def _heard(field: Any, value: Any) -> Any:
    if value is None or isinstance(field, models.JSONField):
        return value
    if isinstance(field, models.ForeignKey):
        return field.target_field.to_python(value)
    return field.to_python(value)
