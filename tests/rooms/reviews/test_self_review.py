"""The one self-review of each member: written or keyed from paper, handed in, completed, confirmed."""

from datetime import date

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.org import commands as org
from kiemdiem.reviews import commands, queries
from kiemdiem.reviews.models import SelfReview
from tests.rooms.cycles import make as cycles
from tests.rooms.org.make import account, give
from tests.rooms.reviews import make

pytestmark = pytest.mark.django_db


def written(made, who, sections, by=None):
    person = made.ward.persons[who]
    return commands.write_self_review(made.season, person, sections=sections, by=by or made.ward.officer, at=make.AT)


def asked(made, who):
    return queries.asked_of(made.season, made.ward.persons[who], on=make.DAY)


def revision(made, **sections):
    return commands.Revision(sections=sections, reason="Theo kết luận", happened_on=make.DAY)


def test_a_leader_and_civil_servant_owes_more_sections_than_an_ordinary_member():
    made = cycles.opened()
    counts = {who: len(asked(made, who).sections) for who in ("plain", "teacher", "chair")}
    assert counts == {"plain": 16, "teacher": 22, "chair": 29}


def test_a_self_review_is_handed_in_once_every_section_is_written():
    made = cycles.opened()
    sections = make.texts(asked(made, "plain").sections)
    draft = written(made, "plain", sections)
    kept = commands.submit_self_review(draft, submitted_on=make.DAY, by=made.ward.officer, at=make.AT)
    assert (kept.state, kept.versions.get().sections) == ("submitted", sections)


def test_an_empty_section_keeps_it_from_being_handed_in():
    made = cycles.opened()
    sections = make.texts(asked(made, "plain").sections)
    last = asked(made, "plain").sections[0]
    draft = written(made, "plain", {**sections, last.key: "  "})
    with pytest.raises(Refused, match="Còn 1 phần chưa viết: Trung thành"):
        commands.submit_self_review(draft, submitted_on=make.DAY, by=made.ward.officer, at=make.AT)
    assert SelfReview.objects.get().state == "draft"


def test_a_paper_keyed_for_a_member_names_the_paper_and_the_keyer():
    made = cycles.opened()
    kept = commands.key_self_review(
        made.season, made.ward.persons["plain"], paper=make.PAPER, submitted_on=make.DAY,
        by=made.ward.secretaries[0], at=make.AT,
    )  # fmt: skip
    found = (kept.entered, kept.paper, kept.keyed_by, kept.state)
    assert found == ("paper", "Bản viết tay ký ngày 24/11/2017", made.ward.secretaries[0], "submitted")


def test_a_paper_without_its_origin_is_refused():
    made = cycles.opened()
    with pytest.raises(Refused, match="thiếu bản giấy"):
        commands.key_self_review(
            made.season, made.ward.persons["plain"], paper=commands.FromPaper(" ", is_whole=True),
            submitted_on=make.DAY, by=made.ward.officer, at=make.AT,
        )  # fmt: skip


def test_a_second_paper_of_the_same_person_is_refused():
    made = cycles.opened()
    make.self_review(made, made.ward.persons["plain"])
    with pytest.raises(Refused, match="Chưa thể nộp bản kiểm điểm"):
        make.self_review(made, made.ward.persons["plain"])
    assert SelfReview.objects.count() == 1


def test_the_exempt_member_has_no_self_review():
    made = cycles.opened()
    with pytest.raises(Refused, match="không thuộc diện kiểm điểm"):
        make.self_review(made, made.ward.persons["exempt"])


def test_a_member_with_an_account_writes_his_own_and_nobody_elses():
    made = cycles.opened()
    ward = made.ward
    own = account("dangvien")
    give(own, "member", ward.cells[0], by=ward.administrator, at=make.AT)
    org.tie_account(ward.persons["plain"], own, by=ward.officer, at=make.AT)
    ward.persons["plain"].refresh_from_db()
    assert written(made, "plain", {"item.rm1_1": "Tôi luôn trung thành"}, by=own).sections == {
        "item.rm1_1": "Tôi luôn trung thành"
    }
    with pytest.raises(Refused, match="chưa được làm việc này"):
        written(made, "deputy", {"item.rm1_1": "x"}, by=own)


def test_text_is_composed_and_unknown_sections_are_left_out():
    made = cycles.opened()
    kept = written(made, "plain", {"item.rm1_1": "  Đo\u0302\u0300ng thuận  ", "item.rl1_1": "không phải của mình"})
    assert kept.sections == {"item.rm1_1": "Đồng thuận"}


def test_the_cell_confirms_what_was_concluded_and_completed():
    made = cycles.opened()
    kept = make.self_review(made, made.ward.persons["plain"])
    by = made.ward.secretaries[0]
    commands.note_presented(made.season, kept.person, on=make.DAY, concluded=True)
    commands.complete_self_review(kept, revision=revision(made, **{"item.rm2_2": "Bổ sung"}), by=by, at=make.AT)
    done = commands.confirm_self_review(kept, confirmer="Phạm Minh Châu", confirmed_on=make.DAY, by=by, at=make.AT)
    assert (done.state, done.number, done.versions.count()) == ("confirmed", 2, 2)


def test_what_the_cell_has_not_concluded_is_not_confirmed():
    made = cycles.opened()
    kept = make.self_review(made, made.ward.persons["plain"])
    by = made.ward.secretaries[0]
    commands.note_presented(made.season, kept.person, on=make.DAY, concluded=False)
    commands.complete_self_review(kept, revision=revision(made), by=by, at=make.AT)
    with pytest.raises(Refused, match="Kết luận của chủ trì"):
        commands.confirm_self_review(kept, confirmer="Châu", confirmed_on=make.DAY, by=by, at=make.AT)


def test_a_correction_keeps_the_former_version_readable():
    made = cycles.opened()
    kept = make.self_review(made, made.ward.persons["plain"])
    change = commands.Revision({"item.rm1_1": "Bản đúng"}, reason="Nhập nhầm người", happened_on=date(2017, 11, 25))
    commands.correct_self_review(kept, revision=change, by=made.ward.clerk, at=make.AT)
    found = [(version.number, version.sections, version.reason) for version in kept.versions.all()]
    assert found == [(1, {}, "Bản nộp lần đầu"), (2, {"item.rm1_1": "Bản đúng"}, "Nhập nhầm người")]


def test_a_stale_page_overwrites_nothing():
    made = cycles.opened()
    draft = written(made, "plain", {"item.rm1_1": "một"})
    written(made, "plain", {"item.rm1_1": "hai"})
    with pytest.raises(Refused, match="vừa sửa"):
        commands.write_self_review(
            made.season, made.ward.persons["plain"], sections={"item.rm1_1": "ba"}, version=draft.version,
            by=made.ward.officer, at=make.AT,
        )  # fmt: skip
    assert SelfReview.objects.get().sections == {"item.rm1_1": "hai"}
