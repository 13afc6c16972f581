"""What nobody should send: answers to a form that are empty, too long, of a wrong kind, out of date, another's.

Each body is what a test client sends: answers by name, or the bytes of a request nobody's browser makes.
"""

import hashlib
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from tests.house.cast import SEASONS_BESIDE
from tests.house.walking import FoundForm, Question

TYPED = {"text", "textarea", "password", "search"}
TOKEN = "csrfmiddlewaretoken"
# What is written although nothing was done: visits, and how often a password was wrong.
BESIDE = {"django_session", "accounts_wrongtries"}
JUNK = bytes(range(256)) * 40
URLENCODED = "application/x-www-form-urlencoded"
Body = dict[str, Any]


def asked(form: FoundForm) -> dict[str, Question]:
    """What the form asks, its token apart."""
    return {name: question for name, question in form.questions.items() if name != TOKEN}


def is_version(name: str) -> bool:
    """Whether the field carries the version of the row the page showed."""
    return name == "version" or name.endswith("-version")


def plausible(form: FoundForm) -> Body:
    """What a person would send who fills everything in: what is there, the first of each choice, a day, a number."""
    return {name: settled(question) for name, question in asked(form).items()}


def settled(question: Question) -> Any:
    """One plausible answer."""
    if question.kind == "file":
        return SimpleUploadedFile("tep.xlsx", JUNK)
    if question.kind in TYPED:
        return question.value or {"day": "02/12/2017", "number": "1"}.get(question.width, "Nội dung")
    if question.kind == "submit":
        return question.choices[-1]
    return question.value or next((choice for choice in question.choices if choice), "")


def is_chosen(question: Question) -> bool:
    """Whether the answer names one of several things; a lone box to tick names none."""
    return question.kind not in TYPED | {"file", "submit"} and (
        question.kind != "checkbox" or len(question.choices) > 1
    )


def empty(form: FoundForm) -> Body:
    """Nothing at all."""
    return {}


def overlong(form: FoundForm) -> Body | None:
    """A hundred thousand letters in every line."""
    lines = [name for name, question in asked(form).items() if question.kind in TYPED]
    return plausible(form) | dict.fromkeys(lines, "ơ" * 100_000) if lines else None


def wrong(form: FoundForm) -> Body | None:
    """Words where numbers and days are asked, choices that are not offered, letters nobody can type."""
    answers = {name: q for name, q in asked(form).items() if q.kind in TYPED | {"file", "submit"} or is_chosen(q)}
    return {name: "31/02/2017\x00" if q.kind in TYPED else "khong-co" for name, q in answers.items()} or None


def stale(form: FoundForm) -> Body | None:
    """A plausible answer to another version of the page."""
    old = [name for name in asked(form) if is_version(name)]
    return plausible(form) | dict.fromkeys(old, "999999") if old else None


def foreign(form: FoundForm) -> Body | None:
    """A plausible answer in which every choice and every hidden key names another committee's object."""
    keys = [name for name, question in asked(form).items() if is_chosen(question) and not is_version(name)]
    beside = "dang_bo" if any(word in form.action for word in ("x-", *SEASONS_BESIDE)) else "x-cb1"
    return plausible(form) | dict.fromkeys(keys, beside) if keys else None


def beyond(form: FoundForm) -> Body | None:
    """Numbers no row has, where a plausible answer has a number."""
    keys = [name for name, value in plausible(form).items() if str(value).isdigit() and not is_version(name)]
    return plausible(form) | dict.fromkeys(keys, "-99999999999999999999") if keys else None


BAD: tuple[Callable[[FoundForm], Body | None], ...] = (empty, overlong, wrong, stale, foreign, beyond)


def unreadable(client: Client, form: FoundForm) -> list[int]:
    """How requests are answered that are no form at all: letters in no alphabet, JSON, a torn file, a wrong length."""
    letters = b"&".join(name.encode() + b"=%ff%fe%00" for name in form.questions)
    sent = [
        (letters, URLENCODED),
        (b'{"version": ', "application/json"),
        (b"--x\r\nContent-Disposition: form-data; name=", "multipart/form-data; boundary=x"),
        (JUNK, "multipart/form-data"),
    ]
    return [client.post(form.action, content, content_type=kind).status_code for content, kind in sent]


def checksum() -> dict[str, str]:
    """A hash of each table."""
    found = {}
    with connection.cursor() as cursor:
        for table in set(connection.introspection.table_names(cursor)) - BESIDE:
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = hashlib.sha256(repr(sorted(map(repr, cursor.fetchall()))).encode()).hexdigest()
    return found
