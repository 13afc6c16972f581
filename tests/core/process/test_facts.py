"""Facts read from JSON: exactly the act's shape, nothing guessed."""

from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from kiemdiem.core.process.facts import ACTS, FactsProblem, HoldBriefing, LockCount, from_json
from kiemdiem.core.process.gates import ACT_OF

GOOD = '{"done_on": "2017-11-18", "window_from_on": "2017-11-17", "window_until_on": "2017-11-20"}'


def test_facts_are_read_with_their_days():
    found = from_json(HoldBriefing, GOOD)
    assert found == HoldBriefing(
        done_on=date(2017, 11, 18), window_from_on=date(2017, 11, 17), window_until_on=date(2017, 11, 20)
    )


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("{", (("(JSON)", "không đọc được JSON"),)),
        ("[]", (("(JSON)", "phải là một đối tượng"),)),
        (GOOD.replace("}", ', "late": true}'), (("late", "không có dữ kiện mang tên này"),)),
        (GOOD.replace('"2017-11-18"', '"18/11/2017"'), (("done_on", "phải là ngày dạng YYYY-MM-DD"),)),
        (GOOD.replace('"done_on": "2017-11-18", ', ""), (("done_on", "thiếu dữ kiện này"),)),
    ],
)
def test_facts_of_another_shape_are_refused_with_their_place(text, problems):
    with pytest.raises(FactsProblem) as found:
        from_json(HoldBriefing, text)
    assert found.value.problems == problems


def test_a_number_in_quotes_is_no_number():
    text = '{"number": "1", "slip_options": [], "subjects": [], "first": {"present": 1}}'
    with pytest.raises(FactsProblem) as found:
        from_json(LockCount, text)
    assert found.value.problems[0] == ("number", "phải là số nguyên")
    assert found.value.problems[1] == ("first.issued", "thiếu dữ kiện này")


def test_every_act_has_frozen_facts_of_its_own_and_a_sentence():
    assert len(ACT_OF) == len(ACTS)
    for act in ACTS.values():
        assert is_dataclass(act.shape)
        assert act.shape.__dataclass_params__.frozen
        assert act.refusal.startswith("Chưa thể ")
        assert act.refusal.endswith(".")


def test_facts_that_may_be_many_are_tuples():
    plain = {
        name for act in ACTS.values() for each in fields(act.shape) for name in [each.name] if "list" in str(each.type)
    }
    assert plain == set()
