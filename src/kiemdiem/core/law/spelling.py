"""One spelling for every text and every value: composed letters, canonical JSON."""

import json
import unicodedata


def nfc(text: str) -> str:
    """The text in composed form (NFC); nothing else is changed."""
    return unicodedata.normalize("NFC", text)


def canonical(value: object) -> str:
    """The value as canonical JSON: sorted keys, no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
