"""What a value of a sheet means: text, day, code, number, a word of a list. Faults are Vietnamese sentences."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from pydantic_core import PydanticCustomError

from kiemdiem.core.names import nfc, search_key

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,29}")
DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
EXCEL_ZERO = date(1899, 12, 30)
CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def fault(sentence: str) -> PydanticCustomError:
    """The error of one value, as a sentence."""
    return PydanticCustomError("value", "{sentence}", {"sentence": sentence})


def plain(value: Any) -> str:
    """The value as text: whole numbers without a decimal part, texts in one written form."""
    if isinstance(value, bool):
        raise fault("là ô đúng/sai (TRUE/FALSE); hãy gõ chữ")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        raise fault("là ô kiểu ngày; hãy gõ chữ")
    text = nfc(str(value)) if value is not None else ""
    if CONTROL.search(text):
        raise fault("có ký tự không đọc được")
    return text


def text(limit: int, *, required: bool = True) -> Callable[[Any], str]:
    """A reader of one line of text."""

    def read(value: Any) -> str:
        kept = plain(value)
        if required and not kept:
            raise fault("còn trống")
        if len(kept) > limit:
            raise fault(f"dài {len(kept)} ký tự, tối đa {limit}")
        return kept

    return read


def code(value: Any) -> str:
    """A code: letters without marks, digits, dot, dash."""
    kept = plain(value)
    if not kept:
        raise fault("còn trống")
    if not CODE.fullmatch(kept):
        raise fault(f"“{kept[:40]}” không phải mã; mã chỉ gồm chữ không dấu, số, dấu chấm, gạch, tối đa 30 ký tự")
    return kept


def code_or_none(value: Any) -> str:
    """A code, or nothing."""
    return code(value) if plain(value) else ""


def day(value: Any) -> date:
    """A day: an Excel date, or text as dd/mm/yyyy."""
    kept = day_or_none(value)
    if kept is None:
        raise fault("còn trống")
    return kept


def day_or_none(value: Any) -> date | None:
    """A day, or nothing."""
    if isinstance(value, date):
        return excel_day(value.date() if isinstance(value, datetime) else value)
    written = plain(value)
    if not written:
        return None
    if re.fullmatch(r"\d{4}", written):
        raise fault(f"chỉ có năm {written}; hãy gõ đủ ngày/tháng/năm")
    if found := DAY.fullmatch(written):
        return made(int(found[3]), month=int(found[2]), day_of_month=int(found[1]), written=written)
    if found := ISO.fullmatch(written):
        return made(int(found[1]), month=int(found[2]), day_of_month=int(found[3]), written=written)
    raise fault(f"“{written[:40]}” không phải ngày; hãy gõ ngày/tháng/năm, ví dụ 05/12/2017")


def excel_day(found: date) -> date:
    """A day Excel says it is, unless it is a bare year typed into a column of days: 1970 there means 23/05/1905."""
    serial = (found - EXCEL_ZERO).days
    if 1900 <= serial < 2100:
        raise fault(f"chỉ có năm {serial}; hãy gõ đủ ngày/tháng/năm")
    return within(found)


def made(year: int, *, month: int, day_of_month: int, written: str) -> date:
    """The day of those numbers, when the calendar has it."""
    try:
        found = date(year, month, day_of_month)
    except ValueError as wrong:
        raise fault(f"“{written}” không có trong lịch") from wrong
    return within(found)


def within(found: date) -> date:
    """The day, when it can be one of somebody alive or of a season."""
    if not date(1900, 1, 1) <= found < date(2100, 1, 1):
        raise fault(f"năm {found.year} không hợp lý")
    return found


def id_number(value: Any) -> str:
    """A personal number of twelve digits kept as text, or nothing."""
    kept = plain(value)
    if not kept:
        return ""
    if isinstance(value, int | float) and len(kept) < 12:
        raise fault(f"còn {len(kept)} chữ số vì Excel đã bỏ số 0 ở đầu; hãy đặt cột kiểu Văn bản rồi gõ lại đủ 12 số")
    if not (len(kept) == 12 and kept.isascii() and kept.isdecimal()):
        raise fault(f"“{kept[:20]}” không phải 12 chữ số")
    return kept


def year(value: Any) -> int:
    """A year."""
    kept = plain(value)
    if not re.fullmatch(r"(19|20)\d{2}", kept):
        raise fault(f"“{kept[:20]}” không phải năm" if kept else "còn trống")
    return int(kept)


def word(words: Mapping[str, str], *, required: bool = True) -> Callable[[Any], str]:
    """A reader of one word of a list: the word itself or what the screens call it, with or without marks."""
    known = {search_key(label): key for key, label in words.items()} | {search_key(key): key for key in words}

    def read(value: Any) -> str:
        kept = plain(value)
        if not kept:
            if required:
                raise fault("còn trống")
            return ""
        if search_key(kept) not in known:
            listed = "; ".join(label for label in words.values() if label)
            raise fault(f"“{kept[:60]}” không có trong danh mục ({listed})")
        return known[search_key(kept)]

    return read


def yes_or_none(words: Mapping[str, str]) -> Callable[[Any], bool | None]:
    """A reader of yes or no, by the words that say so; nothing when the line says nothing."""
    read = word(words, required=False)

    def meant(value: Any) -> bool | None:
        said = read(value)
        return said == next(iter(words)) if said else None

    return meant
