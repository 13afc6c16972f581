"""The hash of an entry: sha256 over the canonical JSON of everything it says, the hash before it included."""

import hashlib
import json
import unicodedata
from datetime import UTC, timedelta

from kiemdiem.journal.models import Entry

GENESIS = "0" * 64
# Two people press a button at once: the second waits for the first, with the earlier clock reading in hand. No wait is
# longer than the databases allow (20 seconds), so an entry this little earlier is a queue, not a clock set back.
QUEUE = timedelta(seconds=30)


def canonical(value: object) -> str:
    """The one spelling of a JSON value: sorted keys, no spaces, NFC text.

    Raises: TypeError for a float or anything JSON has no word for; such a value cannot be hashed the same everywhere.
    """
    return json.dumps(settled(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def settled(value: object) -> object:
    """The value as every database gives it back: NFC text, lists for tuples, text keys."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value).replace("\x00", "")
    if isinstance(value, dict):
        return {str(settled(str(key))): settled(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [settled(inner) for inner in value]
    if value is None or isinstance(value, bool | int):
        return value
    raise TypeError(f"{type(value).__name__} cannot stand in a journal entry; write text or a whole number")


def hash_of(entry: Entry) -> str:
    """The sha256, in hexadecimal, that the entry must carry."""
    spoken = {
        "seq": entry.seq,
        "keyed_at": entry.keyed_at.astimezone(UTC).isoformat(timespec="microseconds"),
        "keyed_by": entry.keyed_by,
        "keyed_by_name": entry.keyed_by_name,
        "act": entry.act,
        "about": entry.about,
        "season": entry.season,
        "happened_on": entry.happened_on.isoformat() if entry.happened_on else None,
        "rows": entry.rows,
        "details": entry.details,
        "sets_clock": entry.sets_clock,
        "prev_hash": entry.prev_hash,
    }
    return hashlib.sha256(canonical(spoken).encode()).hexdigest()
