"""One spelling for every text: composed letters and single spaces."""

import unicodedata


def nfc(text: str) -> str:
    """The text in composed form (NFC); nothing else is changed."""
    return unicodedata.normalize("NFC", text)
