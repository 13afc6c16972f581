"""The pages of rulebooks: the shelf, the clauses, the committee's readings."""

import pytest

from kiemdiem.rulebooks import queries
from kiemdiem.rulebooks.models import Overlay, Signature
from tests.rooms.org import make

pytestmark = pytest.mark.django_db
READINGS = "/quy-tac/hx17/db/cach-hieu/"


def as_(client, account):
    client.force_login(account)
    return client


def test_every_part_of_the_book_opens_for_whoever_has_a_role(client):
    ward = make.ward()
    as_(client, ward.secretaries[0])
    for part in ("subjects", "criteria", "standards", "ballots", "process", "plan", "body", "nothing"):
        assert client.get(f"/quy-tac/hx17/?phan={part}").status_code == 200
    assert client.get("/quy-tac/").status_code == 200


def test_the_viewer_shows_wording_clause_rows_and_reading(client):
    ward = make.ward()
    page = as_(client, ward.officer).get("/quy-tac/hx17/?phan=plan").content.decode()
    assert all(
        words in page for words in ("Chi bộ họp kiểm điểm, phân loại ngày 07/12", "HX17-IV.7-7", "fix_year_2017")
    )


def test_the_officer_chooses_a_reading_on_the_page(client):
    ward = make.ward()
    as_(client, ward.officer)
    answer = client.post(f"{READINGS}chon/quota_base/", {"reading": "after_lift", "reason": "Theo hướng dẫn"})
    assert (answer.status_code, Overlay.objects.get().value) == (302, "after_lift")
    assert "Theo hướng dẫn" in client.get(READINGS).content.decode()


def test_the_clerk_reads_the_readings_and_chooses_none(client):
    ward = make.ward()
    as_(client, ward.clerk)
    page = client.get(READINGS)
    assert (page.status_code, "Chọn cách hiểu" in page.content.decode()) == (200, False)
    assert client.post(f"{READINGS}chon/quota_base/", {"reading": "after_lift"}).status_code == 422
    assert Overlay.objects.count() == 0


def test_a_reading_the_book_does_not_offer_is_asked_again(client):
    ward = make.ward()
    answer = as_(client, ward.officer).post(f"{READINGS}chon/quota_base/", {"reading": "nearest"})
    assert (answer.status_code, Overlay.objects.count()) == (422, 0)


def test_the_signature_is_recorded_for_what_was_shown(client):
    ward = make.ward()
    as_(client, ward.officer)
    sha = queries.rulebook_of(ward.body, "hx17").sha256
    assert sha in client.get(f"{READINGS}ky/-/").content.decode()
    client.post(f"{READINGS}ky/-/", {"sha": sha, "signer": "Bí thư", "signed_on": "01/11/2017"})
    assert Signature.objects.get().effective_sha == sha


def test_an_unknown_question_is_not_found(client):
    ward = make.ward()
    assert as_(client, ward.officer).get(f"{READINGS}chon/nothing/").status_code == 404
