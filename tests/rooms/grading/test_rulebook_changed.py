"""Other rules in an open season, a gap filled or other values: previewed, done by a document, the decided untouched."""

import pytest
from django.urls import reverse

from kiemdiem.core.answer import Refused
from kiemdiem.cycles import commands as cycles
from kiemdiem.cycles import queries as seasons
from kiemdiem.cycles.models import EffectiveBook, Season
from kiemdiem.grading import commands
from kiemdiem.journal.models import Entry
from kiemdiem.rulebooks import commands as rulebooks
from kiemdiem.rulebooks import queries as books
from kiemdiem.rulebooks import shelf
from tests.rooms.grading import make
from tests.rooms.grading.test_reading import ADMITTED, AT, answers, made, subject, verdicts

pytestmark = pytest.mark.django_db
__all__ = ["made"]
GAP = "party_body_scale"
MONTHS = ("standards.yaml", "standards/standards.member/exclusions/1/condition/when")
AS_IT_IS = rulebooks.OwnAct(title="Kế hoạch năm 2017, sửa đổi", year=2017, issued_on=ADMITTED, number="16")


def keyed(made):
    return {"by": made.ward.officer, "at": AT}


def own_version(made, *values):
    """A copy of the season's book for the same year with other values, frozen."""
    own = rulebooks.copy_book(made.ward.body, source="hx17", as_act=AS_IT_IS, **keyed(made))
    rulebooks.change_values(books.in_work(own), [rulebooks.Value(*each) for each in values], **keyed(made))
    rulebooks.freeze_version(books.in_work(own), reason="Điều chỉnh", **keyed(made))
    return own.code


def change(made, what, *, act=make.DECREE, **more):
    return commands.change_rulebook(made.season, change=what, act=act, **keyed(made), **more)


def test_other_values_name_every_verdict_that_would_change_and_looking_changes_nothing(made):
    code = own_version(made, (*MONTHS, "months_since_admission < 3"))
    impact = commands.rehearse(lambda: change(made, cycles.Values(code, 1)))
    assert [(one.subject.name, one.before, one.after) for one in impact.of(is_decided=False)] == [
        ("Bùi Thị Hạnh", "not_graded", "cannot_say")
    ]
    assert [one.subject.name for one in impact.of(is_decided=True)] == ["Vũ Văn Giang"]
    assert (EffectiveBook.objects.count(), verdicts(made, "new")) == (1, [(1, "not_graded", True)])


def test_the_act_judges_the_undecided_again_keeps_the_decided_and_names_the_version(made):
    code = own_version(made, (*MONTHS, "months_since_admission < 3"))
    impact = change(made, cycles.Values(code, 1))
    assert verdicts(made, "new") == [(1, "not_graded", False), (2, "cannot_say", True)]
    assert verdicts(made, "probationary") == [(1, "not_graded", True)]
    kept = EffectiveBook.objects.get(number=2)
    assert (kept.rulebook_code, kept.rulebook_version, kept.document) == (code, 1, "15-CV/ĐU")
    assert seasons.book_of(Season.objects.get()).sha256 == kept.effective_sha
    assert Entry.objects.get(act="grading.change_rulebook").details["judged"] == impact.judged == 10


def test_a_reading_changed_afterwards_stays_with_that_version_whatever_is_frozen_later(made):
    code = own_version(made, (*MONTHS, "months_since_admission < 3"))
    change(made, cycles.Values(code, 1))
    second = rulebooks.begin_version(books.own_book(code), **keyed(made))
    rulebooks.change_values(second, [rulebooks.Value(*MONTHS, "months_since_admission < 9")], **keyed(made))
    rulebooks.freeze_version(books.in_work(second.book), reason="Khác", **keyed(made))
    commands.change_reading(made.season, question="quota_base", reading="after_lift", act=make.DECREE, **keyed(made))
    book = seasons.book_of(Season.objects.get())
    kept = next(
        each.condition for each in book.standards.of("member").exclusions if each.condition.key == "newly_admitted"
    )
    assert (kept.when, book.reading("quota_base")) == ("months_since_admission < 3", "after_lift")


def test_readings_chosen_in_the_season_hold_under_the_other_values(made):
    commands.change_reading(made.season, question="quota_base", reading="after_lift", act=make.DECREE, **keyed(made))
    code = own_version(made, ("quotas.yaml", "quotas/quota.excellent_members/percent", 10))
    change(made, cycles.Values(code, 1))
    book = seasons.book_of(Season.objects.get())
    assert (book.reading("quota_base"), book.quotas.quotas[0].percent) == ("after_lift", 10)


def test_a_gap_filled_since_the_opening_comes_in_by_the_act_of_the_body_only(made):
    scale = shelf.sample_gaps("hx17")[GAP]
    rulebooks.fill_gap(made.ward.body, "hx17", gap=GAP, content=scale, reason="Hướng dẫn 27", **keyed(made))
    assert GAP not in seasons.book_of(Season.objects.get()).filled
    change(made, cycles.Filling(GAP))
    assert seasons.book_of(Season.objects.get()).filled[GAP] == scale
    with pytest.raises(Refused, match="đang có hiệu lực"):
        change(made, cycles.Filling(GAP))


def test_nothing_filled_nobody_entitled_and_no_document_change_nothing(made):
    with pytest.raises(Refused, match="Chưa có nội dung bổ sung"):
        change(made, cycles.Filling(GAP))
    with pytest.raises(Refused, match="thiếu cơ quan quyết định"):
        change(made, cycles.Filling(GAP), act=type(make.DECREE)("", "15", "x"))
    with pytest.raises(Refused, match="Cán bộ tổ chức"):
        commands.change_rulebook(
            made.season, change=cycles.Filling(GAP), act=make.DECREE, by=made.ward.clerk, at=AT
        )  # fmt: skip
    assert EffectiveBook.objects.count() == 1


def test_a_book_without_a_round_the_season_holds_is_refused(made):
    place = "ballots/member_grade/rounds/member_grade.round2/key"
    code = own_version(made, ("ballots.yaml", place, "member_grade.round9"))
    with pytest.raises(Refused, match="thiếu đối tượng hoặc lần bỏ phiếu"):
        change(made, cycles.Values(code, 1))


def on_pages(made):
    Season.objects.filter(pk=made.season.pk).update(is_rehearsal=True, as_of=AT.date())
    return make.signed_in(made.ward.officer)


def test_the_pages_lead_from_the_readings_to_the_preview_and_the_act(made):
    code = own_version(made, (*MONTHS, "months_since_admission < 3"))
    officer = on_pages(made)
    listed = officer.get(reverse("grading:readings", args=[made.season.key])).context["others"]
    address = reverse("grading:change_rulebook", args=[made.season.key, "ban", code, 1])
    assert [url for _, url in listed] == [address]
    shown = officer.get(address)
    assert [line["name"] for part in shown.context["parts"] for line in part["lines"]] == [
        "Bùi Thị Hạnh",
        "Vũ Văn Giang",
    ]
    changed = {row.value for row in shown.context["said"] if row.label.startswith("Mới kết nạp chưa đủ 06 tháng")}
    assert changed == {"months_since_admission < 6 → months_since_admission < 3"}
    looked = officer.post(address, answers())
    assert {row.label: row.value for row in looked.context["rows"]}["Đổi mức (1)"] == "Bùi Thị Hạnh"
    done = officer.post(address, answers(step="send"), follow=True)
    assert "Đã đổi nội dung quy tắc của đợt" in done.content.decode()
    assert subject(made, "new").verdicts.get(is_current=True).outcome == "cannot_say"


def test_the_page_of_a_gap_is_for_the_officer_and_for_what_was_filled(made):
    officer = on_pages(made)
    address = reverse("grading:change_rulebook", args=[made.season.key, "bo-sung", GAP, 0])
    assert officer.get(address).status_code == 403
    scale = shelf.sample_gaps("hx17")[GAP]
    rulebooks.fill_gap(made.ward.body, "hx17", gap=GAP, content=scale, reason="Hướng dẫn 27", **keyed(made))
    assert officer.get(address).status_code == 200
    assert make.signed_in(made.ward.clerk).get(address).status_code == 403
    assert officer.get(address.replace("bo-sung", "khac")).status_code == 404


def test_two_versions_of_an_own_book_are_set_side_by_side(made):
    code = own_version(made, ("quotas.yaml", "quotas/quota.excellent_members/percent", 10))
    second = rulebooks.begin_version(books.own_book(code), **keyed(made))
    place = "quotas/quota.excellent_members/percent"
    rulebooks.change_values(second, [rulebooks.Value("quotas.yaml", place, 8)], **keyed(made))
    rulebooks.freeze_version(books.in_work(second.book), reason="Khác", **keyed(made))
    shown = on_pages(made).get(reverse("grading:difference"), {"truoc": f"{code}~1", "sau": code})
    percents = [side.quotas.quotas[0].percent for side in shown.context["sides"].books]
    assert (percents, len(shown.context["sides"].told)) == ([10, 8], 1)
