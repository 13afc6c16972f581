"""Every form as every role gets what nobody should send: it says so, and nothing has changed."""

import hashlib

import pytest
from django.db import connection
from django.test import Client

from kiemdiem.cycles.models import Plan
from tests.house.walking import FoundForm, Question, name_of, walk
from tests.rooms.ballots import make as ballots
from tests.rooms.meetings import make as meetings
from tests.rooms.org import make as org

# Forms that ask for nothing: larger text, signing out.
ASK_NOTHING = {"web:text_size", "accounts:sign_out"}
# What is written although nothing was done: visits, and how often a password was wrong.
BESIDE = {"django_session", "accounts_wrongtries"}
ROLES = ["administrator", "officer", "clerk", "secretary", "supervisor", "inspector"]
TYPED = {"text", "textarea", "password", "search"}


def empty(form: FoundForm) -> dict[str, str]:
    """Nothing at all."""
    return {}


def overlong(form: FoundForm) -> dict[str, str]:
    """Thirty thousand letters in every line."""
    lines = [name for name, q in form.questions.items() if q.kind in TYPED]
    kept = {name: settled(q) for name, q in form.questions.items()}
    return kept | dict.fromkeys(lines, "ơ" * 30_000) if lines else empty(form)


def wrong(form: FoundForm) -> dict[str, str]:
    """Words where numbers and days are asked, choices that are not offered, letters nobody can type."""
    return {name: "31/02/2017\x00" if q.kind in TYPED else "khong-co" for name, q in form.questions.items()}


def stale(form: FoundForm) -> dict[str, str]:
    """What the page held, from another version of it."""
    kept = {name: settled(q) for name, q in form.questions.items()}
    return kept | {"version": "999999"} if "version" in kept else empty(form)


def foreign(form: FoundForm) -> dict[str, str]:
    """Keys of another committee's objects wherever a choice or a hidden key is sent."""
    chosen = [name for name, q in form.questions.items() if q.kind not in TYPED and name != "csrfmiddlewaretoken"]
    return dict.fromkeys(form.questions, "Nội dung") | dict.fromkeys(chosen, "x-cb1") if chosen else empty(form)


def settled(question: Question) -> str:
    """What a person would send who only fills in the first of each choice."""
    return question.value or next((choice for choice in question.choices if choice), "")


BAD = (empty, overlong, wrong, stale, foreign)


def checksum() -> dict[str, str]:
    """A hash of each table."""
    found = {}
    with connection.cursor() as cursor:
        for table in set(connection.introspection.table_names(cursor)) - BESIDE:
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = hashlib.sha256(repr(sorted(map(repr, cursor.fetchall()))).encode()).hexdigest()
    return found


@pytest.fixture
def ward(db) -> org.Ward:
    """A ward in the midst of its season, one cell's round being counted, beside another ward."""
    scene = ballots.scene()
    Plan.objects.create(season=scene.season)
    meeting = meetings.reviewed(scene)
    ballots.tellers(scene, meeting)
    ballots.counting(scene, ballots.prepared(scene, meeting))
    meetings.planned(scene, scene.ward.cells[1])
    org.ward(beside=scene.ward)
    return scene.ward


def visits(ward: org.Ward):
    """(role, client) of every role of the ward, signed in."""
    for role in ROLES:
        client = Client()
        client.force_login(ward.secretaries[0] if role == "secretary" else getattr(ward, role))
        yield role, client


def test_bad_answers_are_named_and_change_nothing(ward: org.Ward):
    signed_in = list(visits(ward))
    before, answered = checksum(), []
    for role, client in signed_in:
        forms = [form for _, reader in walk(client) for form in reader.forms if form.name not in ASK_NOTHING]
        answered += [
            (role, form.name, bad.__name__, client.post(form.action, bad(form)).status_code)
            for form in forms
            for bad in BAD
        ]
    assert [found for found in answered if found[-1] not in (403, 404, 422)] == []
    assert checksum() == before


def test_every_link_that_is_shown_may_be_followed(ward: org.Ward):
    broken = []
    for role, client in visits(ward):
        links = {link for _, reader in walk(client) for link in reader.links if link.startswith("/")}
        broken += [(role, name_of(link)) for link in sorted(links) if client.get(link).status_code >= 400]
    assert sorted(set(broken)) == []
