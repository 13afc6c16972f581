"""Every form as every role gets what nobody should send: it says so, and nothing has changed."""

import pytest

from kiemdiem.journal.models import Entry
from tests.house import bad
from tests.house.cast import BY_NUMBER, CAST, NOBODY
from tests.house.places import explored
from tests.house.staged import House
from tests.house.walking import FoundForm, Kind, keyless, kind_of, name_of

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("staged house")]
# Forms to which every answer is right: larger text, signing out, leaving the device to the next teller.
ASK_NOTHING = {"web:text_size", "accounts:sign_out"}
# A wrong secret number is itself an act: it is counted, and five block the teller.
COUNTED = {"ballots:enter_pin"}
REFUSED = {400, 403, 404, 405, 422}
WALKERS = [NOBODY, BY_NUMBER, *(walker.username for walker in CAST)]
# Where somebody without an account is sent: to sign in, or as a teller to enter the secret number.
WAYS_IN = ("/dang-nhap/", "/kiem-phieu/")
SUMMARY, REFUSAL = 'role="alert"', "kd-refusal"


@pytest.fixture(scope="module")
def forms(house: House) -> dict[Kind, dict[str, FoundForm]]:
    """Every kind of form that is sent, by the walker who was shown it."""
    pages = house.found.get("pages") or house.found.setdefault("pages", explored(house.clients))
    found: dict[Kind, dict[str, FoundForm]] = {}
    for by in pages.values():
        for username, shown in by.items():
            for form in shown.forms:
                if form.method == "post" and name_of(form.action) not in ASK_NOTHING | COUNTED:
                    found.setdefault(form.kind, {}).setdefault(username, form)
    return found


def faults_of(status: int, content: str, location: str) -> bool:
    """Whether an answer is none a bad form may get: neither refused nor shown again with what went wrong."""
    if status == 302:
        return not location.startswith(WAYS_IN)
    return status not in REFUSED or (status == 422 and SUMMARY not in content and REFUSAL not in content)


def sent(house: House, walker: str, form: FoundForm) -> list[tuple[str, int]]:
    """The bad bodies that were not answered as they should be, with their status."""
    client, wrong = house.clients[walker], []
    for body in bad.BAD:
        answers = body(form)
        if answers is None or not bad.asked(form):
            continue
        answer = client.post(form.action, answers)
        content = answer.content.decode() if answer.status_code == 422 else ""
        if faults_of(answer.status_code, content, answer.get("Location", "")):
            wrong.append((body.__name__, answer.status_code))
    return wrong


@pytest.mark.parametrize("walker", WALKERS)
def test_bad_answers_are_named_and_change_nothing(untouched: House, forms, walker: str):
    before, found = bad.checksum(), {}
    for kind, shown in forms.items():
        entries = Entry.objects.count()
        form = shown.get(walker) or next(iter(shown.values()))
        wrong = sent(untouched, walker, form)
        if wrong or Entry.objects.count() != entries:
            found[kind[1:4]] = (form.action, wrong, Entry.objects.count() - entries)
    assert found == {}
    assert bad.checksum() == before


@pytest.mark.parametrize("walker", [NOBODY, BY_NUMBER, "khach", "x-canbo", "kiemtra", "danhgia", "dangvien.khac"])
def test_whoever_may_not_is_refused_a_whole_answer_and_changes_nothing(untouched: House, forms, walker: str):
    before, found, keys = bad.checksum(), {}, {kind_of(address) for address in keyless()}
    for kind, shown in forms.items():
        others = [form for by, form in shown.items() if by not in (walker, "x-canbo")]
        if not others or kind_of(others[0].action) in keys:
            continue
        answer = untouched.clients[walker].post(others[0].action, bad.plausible(others[0]))
        if faults_of(answer.status_code, REFUSAL, answer.get("Location", "")):
            found[kind[1:4]] = (others[0].action, answer.status_code)
    assert found == {}
    assert bad.checksum() == before


@pytest.mark.parametrize("walker", ["canbotochuc", "khach"])
def test_what_is_no_form_is_refused_and_changes_nothing(untouched: House, forms, walker: str):
    before, found = bad.checksum(), {}
    for kind, shown in forms.items():
        form = next(iter(shown.values()))
        statuses = bad.unreadable(untouched.clients[walker], form) if bad.asked(form) else []
        if set(statuses) - REFUSED:
            found[kind[1:4]] = (form.action, statuses)
    assert found == {}
    assert bad.checksum() == before
