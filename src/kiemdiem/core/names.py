"""Vietnamese names: one written form, an order every database sorts alike, and keys that forgive spelling."""

import re
import unicodedata
from dataclasses import dataclass

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền, hỏi, ngã, sắc, nặng
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")


@dataclass(frozen=True)
class Cleaned:
    """A text as it will be kept, and what was changed in it (Vietnamese, for the report to the person)."""

    text: str
    changes: tuple[str, ...]


def nfc(text: str) -> str:
    """The text in composed letters, without invisible signs, each gap one space, no space at the ends."""
    return " ".join(INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def cleaned(text: str) -> Cleaned:
    """The text as `nfc` writes it, with a line for each kind of change."""
    changes = []
    if unicodedata.normalize("NFC", text) != text:
        changes.append("đã ghép dấu rời thành chữ dựng sẵn")
    if INVISIBLE.search(text):
        changes.append("đã bỏ ký tự ẩn")
    if " ".join(INVISIBLE.sub("", text).split()) != INVISIBLE.sub("", text):
        changes.append("đã bỏ khoảng trắng thừa")
    return Cleaned(nfc(text), tuple(changes))


def sort_key(text: str) -> str:
    """Digits that sort as the Vietnamese alphabet does: letters first, then the tones from left to right."""
    letters, tones = [], []
    for sign in nfc(text).casefold():
        letter, tone = without_tone(sign)
        letters.append(letter_number(letter))
        tones.append(str(tone))
    return "".join(letters) + "00" + "".join(tones)


def letter_number(letter: str) -> str:
    """The two digits of one letter without its tone; space before digits, digits before letters."""
    if letter in ALPHABET:
        return f"{ALPHABET.index(letter) + 20:02d}"
    if letter in "0123456789":
        return f"{int(letter) + 4:02d}"
    return "02" if letter == " " else "03"


def without_tone(sign: str) -> tuple[str, int]:
    """The letter with its hat or horn but without its tone, and the tone's number (0 for none)."""
    tone, rest = 0, ""
    for part in unicodedata.normalize("NFD", sign):
        if part in TONES:
            tone = TONES[part]
        else:
            rest += part
    return unicodedata.normalize("NFC", rest), tone


def person_sort_key(full_name: str) -> str:
    """Digits that sort people as lists do: by given name (the last word), then family and middle names."""
    *family, given = nfc(full_name).split() or [""]
    return sort_key(" ".join([given, *family]))


def search_key(text: str) -> str:
    """What a search compares: no marks, đ as d, small letters; "uỷ" and "ủy", "hoà" and "hòa" are one."""
    plain = unicodedata.normalize("NFD", nfc(text).casefold().replace("đ", "d"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def same_name_key(text: str) -> str:
    """What two spellings of one name share: marks count, but not on which vowel of the syllable the tone stands."""
    return " ".join(syllable_key(syllable) for syllable in nfc(text).casefold().split())


def syllable_key(syllable: str) -> str:
    """The letters of a syllable followed by its tones."""
    pairs = [without_tone(sign) for sign in syllable]
    return "".join(letter for letter, _ in pairs) + "".join(str(tone) for _, tone in pairs if tone)
