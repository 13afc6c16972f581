"""The statements about a whole unit: one form, looked over once, kept whole or not at all."""

from datetime import date

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.org import commands as org
from kiemdiem.reviews import commands, queries
from kiemdiem.reviews.models import Attestation
from kiemdiem.rulebooks import commands as rulebooks
from tests.rooms.cycles import make as cycles
from tests.rooms.org import make as wards
from tests.rooms.reviews import make

pytestmark = pytest.mark.django_db
PAGE = "/dot/mua-1/khang-dinh/cb1/"
TASK, FAULT = "member.task_result", "member.fault_refusal"


@pytest.fixture
def made():
    found = cycles.opened()
    Season.objects.filter(pk=found.season.pk).update(is_rehearsal=True, as_of=make.DAY)
    return cycles.Made(found.ward, found.again(), found.at)


@pytest.fixture
def clerk(client, made):
    client.force_login(made.ward.clerk)
    return client


def key_of(made, who):
    return f"member:{made.ward.persons[who].key}"


def form(made, chosen, **more):
    """What the page sends: the answers about members of the first cell by name and entry."""
    listed = queries.statements_asked(made.season, made.ward.cells[0])
    keyed = {(key_of(made, who), entry): answer for (who, entry), answer in chosen.items()}
    return {"stated_by": "Chi ủy", "stated_on": "25/11/2017", **make.answers_about(listed, keyed), **more}


def box(made, who, part):
    subject = SeasonSubject.objects.get(season=made.season, key=key_of(made, who))
    return f"{part}_{subject.pk}"


def kept():
    found = Attestation.objects.filter(replaced_by__isnull=True).order_by("subject", "entry_key")
    return {(each.subject, each.entry_key): (each.level, each.holds) for each in found}


def state(made, who, level, *, by=None):
    subject = SeasonSubject.objects.get(season=made.season, key=key_of(made, who))
    said = commands.Statement(TASK, True, "Chi ủy", make.DAY, level=level)
    return commands.attest(made.season, subject, statement=said, by=by or made.ward.officer, at=make.AT)


def test_one_sending_keeps_the_answers_of_the_whole_list_after_they_were_looked_over(made, clerk):
    sent = form(made, {("plain", TASK): "good", ("plain", FAULT): "no", ("deputy", TASK): "basic"})
    looked = clerk.post(PAGE, sent).content.decode()
    assert (looked.count("Kiểm tra lại trước khi ghi"), looked.count("Cơ bản hoàn thành"), kept()) == (1, 1, {})
    assert clerk.post(PAGE, {**sent, "step": "send"}).status_code == 302
    plain, deputy = key_of(made, "plain"), key_of(made, "deputy")
    expected = {(plain, TASK): ("good", True), (plain, FAULT): ("", False), (deputy, TASK): ("basic", True)}
    assert kept() == expected


def test_nothing_is_answered_beforehand_and_an_empty_list_is_told(made, clerk):
    shown = clerk.get(PAGE).context["form"]
    assert {bound.value() for bound in shown if bound.name.startswith("answer_")} == {None}
    answer = clerk.post(PAGE, form(made, {}))
    assert (answer.status_code, "chưa chọn câu trả lời nào" in answer.content.decode()) == (422, True)


def test_a_row_another_has_stated_meanwhile_is_named_and_nothing_is_kept_or_lost(made, clerk):
    sent = form(made, {("plain", TASK): "good", ("deputy", TASK): "basic"}, **{box(made, "deputy", "ground"): "Sổ tay"})
    state(made, "deputy", "excellent")
    answer = clerk.post(PAGE, {**sent, "step": "send"})
    page, name = answer.content.decode(), made.ward.persons["deputy"].full_name
    assert (answer.status_code, page.count(f"{name} – Mức hoàn thành nhiệm vụ được giao: Chưa ghi: ")) == (422, 1)
    assert (kept(), page.count('value="Sổ tay"')) == ({(key_of(made, "deputy"), TASK): ("excellent", True)}, 1)
    shown = answer.context["form"]
    assert [shown[f"{box(made, who, 'answer')}_0"].value() for who in ("plain", "deputy")] == ["good", "basic"]
    assert page.count("Đã ghi: Hoàn thành xuất sắc — Chi ủy, 25/11/2017") == 1


def test_what_was_stated_gives_way_to_a_new_answer_with_its_reason_only(made, clerk):
    state(made, "deputy", "excellent")
    sent = form(made, {("deputy", TASK): "basic"}, step="send")
    assert "Muốn thay bằng nội dung mới" in clerk.post(PAGE, sent).content.decode()
    clerk.post(PAGE, {**sent, box(made, "deputy", "reason"): "Ghi nhầm"})
    assert kept() == {(key_of(made, "deputy"), TASK): ("basic", True)}


def test_every_row_that_is_refused_is_named(made):
    subjects = [SeasonSubject.objects.get(season=made.season, key=key_of(made, who)) for who in ("plain", "deputy")]
    said = commands.Statement(TASK, True, "Chi ủy", date(2017, 11, 24), level="good")
    with pytest.raises(Refused) as refusal:
        commands.attest_all(made.season, [(each, said) for each in subjects], by=made.ward.clerk, at=make.AT)
    told = [refusal.value.answer, *refusal.value.answer.also]
    assert [answer.what.split(" – ")[0] for answer in told] == [each.name for each in subjects]
    assert Attestation.objects.count() == 0


def test_a_past_day_needs_its_paper_and_its_scan_is_asked_when_the_list_is_looked_over(made, clerk):
    sent = form(made, {("plain", TASK): "good"}, stated_on="24/11/2017")
    assert "đã qua" in clerk.post(PAGE, sent).content.decode()
    looked = clerk.post(PAGE, {**sent, "paper": "Biên bản chi ủy"}).content.decode()
    assert (looked.count('type="file"'), looked.count("multipart/form-data")) == (1, 1)
    clerk.post(PAGE, {**sent, "paper": "Biên bản chi ủy", "step": "send"})
    assert (Attestation.objects.get().paper, Attestation.objects.get().stated_on) == (
        "Biên bản chi ủy",
        date(2017, 11, 24),
    )


def test_what_is_stated_about_oneself_is_left_to_somebody_else(made, clerk):
    org.tie_account(made.ward.persons["plain"], made.ward.clerk, by=made.ward.officer, at=make.AT)
    shown = clerk.get(PAGE)
    assert key_of(made, "plain") not in [each.subject.key for each in shown.context["form"].listed]
    assert shown.content.decode().count("nội dung về chính mình do người khác ghi") == 1


@pytest.mark.reading("exempt_words", "both")
@pytest.mark.reading("exempt_words", "either")
@pytest.mark.parametrize(("reading", "kinds", "asked"), [
    ("both", ("exempt_work",), True), ("both", ("exempt_work", "exempt_activity"), False),
    ("either", ("exempt_work",), False),
])  # fmt: skip
def test_an_exempt_member_is_asked_about_where_the_rulebook_grades_him(client, reading, kinds, asked):
    ward = wards.ward()
    rulebooks.choose_reading(
        ward.body, cycles.CODE, question="exempt_words", reading=reading, by=ward.officer, at=ward.at
    )
    org.exempt(ward.persons["plain"], kinds, from_on=date(2017, 10, 1), by=ward.officer, at=ward.at)
    made = cycles.opened(cycles.passed(cycles.drafted(ward=ward)))
    client.force_login(ward.clerk)
    page = client.get(PAGE)
    assert (key_of(made, "plain") in [each.subject.key for each in page.context["form"].listed]) == asked
    assert (ward.persons["plain"].full_name in [each.name for each in page.context["excluded"]]) == (not asked)
