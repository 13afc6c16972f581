"""How the gates of an act are asked: which stand, how refusals are dressed, what recording makes of them."""

from dataclasses import dataclass
from datetime import date

import pytest

from kiemdiem.core.law.sections.proceedings import Gate, Process
from kiemdiem.core.process import dry_run, gates
from kiemdiem.core.process.facts import HoldBriefing, MoveMeeting, SubmitSelfReview


@dataclass(frozen=True)
class Book:
    """The least that holds rules of proceeding."""

    process: Process


def gate(**given):
    made = {"key": "g", "rows": ("ROW-1",), "clause": "I.1", "text": "Điều kiện", "act": "hold_briefing"}
    return Gate(**{**made, "kind": "done_in_window", **given})


def book(*given):
    return Book(Process(gates=given))


LATE = HoldBriefing(done_on=date(2017, 11, 21), window_from_on=date(2017, 11, 17), window_until_on=date(2017, 11, 20))
IN_TIME = HoldBriefing(
    done_on=date(2017, 11, 20), window_from_on=date(2017, 11, 17), window_until_on=date(2017, 11, 20)
)


def test_a_refusal_carries_its_act_its_ground_and_the_way_out():
    found = gates.may(book(gate(under=("some_question",))), LATE)
    assert (found.allowed, found.rows, found.clause, found.under) == (False, ("ROW-1",), "I.1", ("some_question",))
    assert found.numbers == {"days_late": 1, "days_early": 0}
    assert found.sentence() == (
        "Chưa thể ghi nhận cuộc họp quán triệt. Ngày 21/11/2017 chậm 1 ngày so với thời gian từ 17/11/2017 đến "
        "20/11/2017 (I.1). Kiểm tra lại ngày thực hiện; nếu đúng, ghi rõ lý do trong báo cáo."
    )


def test_only_gates_of_the_act_are_asked_in_their_order():
    found = gates.ask(book(gate(key="a", rows=("A",)), gate(act="move_meeting"), gate(key="b", rows=("B",))), IN_TIME)
    assert [(each.allowed, each.rows) for each in found] == [(True, ("A",)), (True, ("B",))]


def test_a_refusal_names_its_gate_and_tells_what_else_was_said():
    warns = gate(key="warns", level="warn")
    found = gates.may(book(warns, gate(key="first"), gate(key="second")), LATE)
    assert found.gates == ("first",)
    assert [(each.gates, each.allowed) for each in found.also] == [(("warns",), True), (("second",), False)]


def test_an_allowed_act_names_every_gate_that_warned():
    found = gates.may(book(gate(key="a", level="warn"), gate(key="b", level="warn")), LATE)
    assert (found.allowed, found.gates, found.also) == (True, ("a", "b"), ())


def test_a_gate_that_only_warns_lets_the_act_happen():
    found = gates.may(book(gate(level="warn")), LATE)
    assert (found.allowed, found.out_of_order) == (True, False)
    assert found.warning.startswith("Ngày 21/11/2017 chậm 1 ngày")


def test_what_already_happened_is_marked_and_put_before_a_body():
    found = gates.may(book(gate(accepted_by="Ban Thường vụ")), LATE, recording=True)
    assert (found.allowed, found.out_of_order, found.accepted_by) == (True, True, "Ban Thường vụ")
    assert found.rows == ("ROW-1",)
    assert found.warning.startswith("Sai trình tự (I.1): Ngày 21/11/2017 chậm 1 ngày")
    assert found.warning.endswith("Ban Thường vụ xem xét chấp nhận hoặc yêu cầu làm lại.")


def test_a_record_that_would_be_untrue_is_refused_all_the_same():
    assert gates.may(book(gate(recording="refuse")), LATE, recording=True).allowed is False


def test_what_was_in_order_is_recorded_without_a_mark():
    assert gates.may(book(gate()), IN_TIME, recording=True).out_of_order is False


def test_one_answer_gathers_every_warning():
    found = gates.may(book(gate(level="warn"), gate(key="h", rows=("ROW-2",), level="warn", clause="I.2")), LATE)
    assert (found.rows, found.clause, found.warning.count("chậm 1 ngày")) == (("ROW-1", "ROW-2"), "I.1; I.2", 2)


def test_a_refusal_goes_before_a_warning():
    assert gates.may(book(gate(level="warn"), gate(key="h", rows=("ROW-2",))), LATE).rows == ("ROW-2",)


def test_a_gate_stands_only_for_the_facts_it_names():
    moved = MoveMeeting(
        unit="u",
        unit_kind="cell",
        old_on=date(2017, 12, 1),
        meeting_on=date(2017, 12, 2),
        window_from_on=date(2017, 12, 1),
        window_until_on=date(2017, 12, 7),
    )
    asked = gate(act="move_meeting", kind="reason_given", only={"unit_kind": ("cell",)})
    other = gate(key="o", act="move_meeting", kind="reason_given", only={"unit_kind": ("office",)})
    assert [len(gates.ask(book(each), moved)) for each in (asked, other)] == [1, 0]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"act": "fly"}, "không có việc “fly”"),
        ({"kind": "magic"}, "không có loại “magic”"),
        ({"kind": "most", "params": {"most": 1}}, "việc “hold_briefing” không có dữ kiện “already”"),
        ({"only": {"unit_kind": ("cell",)}}, "việc “hold_briefing” không có dữ kiện “unit_kind”"),
        ({"params": {"days": 3}}, "tham số (params): không có khóa 'days'"),
    ],
)
def test_a_gate_that_does_not_fit_is_named(wrong, sentence):
    found = gates.problems(Process(gates=(gate(**wrong),)))
    assert [(key, text.startswith(sentence), hint != "") for key, text, hint in found] == [("g", True, True)]


def test_a_gate_that_fits_has_no_problem():
    assert gates.problems(Process(gates=(gate(),))) == ()


def test_the_dry_run_says_the_same_as_the_act():
    text = '{"done_on": "2017-11-21", "window_from_on": "2017-11-17", "window_until_on": "2017-11-20"}'
    answers = dry_run.try_act(book(gate()), "hold_briefing", facts=text)
    assert answers == gates.ask(book(gate()), LATE)
    assert dry_run.as_lines(answers)[-1] == "Không được phép: 1/1 điều kiện chưa đạt."
    assert dry_run.as_record("hold_briefing", answers)["answers"][0]["rows"] == ["ROW-1"]


def test_the_dry_run_of_an_allowed_act_says_how_much_was_asked():
    asked = SubmitSelfReview(form_code="", done_on=date(2017, 11, 20), due_on=date(2017, 11, 27))
    answers = gates.ask(book(gate(act="submit_self_review", kind="most", params={"most": 1})), asked)
    assert dry_run.as_lines(answers) == ("Được phép; đã xét 1 điều kiện.",)
    assert dry_run.as_record("submit_self_review", answers) == {
        "act": "submit_self_review",
        "allowed": True,
        "asked": 1,
        "answers": [],
    }
