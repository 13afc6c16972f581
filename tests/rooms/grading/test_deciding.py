"""What bodies do with verdicts: decide with a reason where they depart, never alone on oneself, only once."""

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.grading import commands, queries
from kiemdiem.grading.models import Decision
from kiemdiem.org import commands as org
from tests.rooms.grading import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return make.judged()


def decide(scene, name, grade, *, reason="", body=None, document="11-QĐ/ĐU"):
    chosen = commands.Chosen(make.member(scene, name), grade, reason)
    return commands.decide_grades(
        scene.season, [chosen], body=body or scene.ward.executive_committee, decided_on=scene.now.date(),
        document=document, **scene.act(),
    )  # fmt: skip


def regrade(scene, grade, *, reason):
    one = commands.Chosen(make.member(scene, "plain"), grade, reason)
    return commands.regrade(
        scene.season, one, body=scene.ward.executive_committee, decided_on=scene.now.date(), document="12-QĐ/ĐU",
        **scene.act(),
    )  # fmt: skip


def test_a_decision_stands_beside_its_verdict(scene):
    (decision,) = decide(scene, "plain", "HT")

    assert (decision.grade, decision.departs, decision.verdict.grade) == ("HT", False, "HT")
    assert queries.result_of(make.member(scene, "plain")).stand == queries.Stand.RECOGNISED


def test_a_departure_needs_its_reason(scene):
    with pytest.raises(Refused, match="lý do"):
        decide(scene, "plain", "TOT")
    assert Decision.objects.count() == 0

    (decision,) = decide(scene, "plain", "TOT", reason="Hoàn thành xuất sắc nhiệm vụ đột xuất")
    assert decision.departs is True


def test_only_the_competent_body_decides(scene):
    with pytest.raises(Refused, match="Ban Chấp hành"):
        decide(scene, "plain", "HT", body=scene.ward.peoples_committee)


def test_a_decided_grade_changes_only_by_regrading_with_a_reason(scene):
    decide(scene, "plain", "HT")
    with pytest.raises(Refused, match="đã có quyết định"):
        decide(scene, "plain", "HT", document="12-QĐ/ĐU")

    second = regrade(scene, "KHT", reason="Phát hiện vi phạm sau khi xếp loại")
    assert (second.number, second.regrade_of.grade) == (2, "HT")
    assert Decision.objects.filter(is_current=True).count() == 1


def test_nobody_keys_the_decision_on_himself(scene):
    org.tie_account(scene.person("plain"), scene.ward.clerk, by=scene.ward.officer, at=scene.at())

    with pytest.raises(Refused, match="Không tự ghi quyết định về chính mình") as refusal:
        decide(scene, "plain", "HT")
    assert refusal.value.answer.gates == ("d4",)


def test_nobody_is_decided_on_before_the_rules_were_asked():
    scene = make.counted()

    with pytest.raises(Refused, match="Chưa có kết quả xét theo tiêu chuẩn") as refusal:
        decide(scene, "plain", "HT")
    assert refusal.value.answer.gates == ("d3",)


def test_a_list_is_decided_whole_or_not_at_all(scene):
    chosen = [
        commands.Chosen(make.member(scene, "secretary"), "TOT"),
        commands.Chosen(make.member(scene, "plain"), "XS"),
    ]
    with pytest.raises(Refused):
        commands.decide_grades(
            scene.season, chosen, body=scene.ward.executive_committee, decided_on=scene.now.date(), document="11",
            **scene.act(),
        )  # fmt: skip
    assert Decision.objects.count() == 0


def test_a_returned_line_is_answered_once(scene):
    returned = commands.return_line(
        scene.season, make.member(scene, "plain"), body=scene.ward.executive_committee,
        questions="Vì sao không đạt mức tốt?", returned_on=scene.now.date(), **scene.act(),
    )  # fmt: skip
    answered = commands.answer_return(
        returned, version=returned.version, answer="Chi bộ giữ ý kiến.", answered_on=scene.now.date(), **scene.act()
    )
    assert answered.answer == "Chi bộ giữ ý kiến."

    with pytest.raises(Refused, match="vừa sửa"):
        commands.answer_return(
            returned, version=returned.version, answer="Khác", answered_on=scene.now.date(), **scene.act()
        )
