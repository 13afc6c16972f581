"""How a form carries out an act, and how a page answers when it could not."""

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from kiemdiem.core.answer import refuse
from kiemdiem.web import fields, forms, phrases
from kiemdiem.web.templatetags import web


class Ask(forms.Form):
    name = fields.Text(label="Họ và tên")
    kind = fields.Choice(label="Loại", choices=[("a", "A")])


def ask(**answers):
    query = QueryDict(mutable=True)
    query.update(answers)
    return Ask(query)


def turned_down(answers):
    raise refuse("Chưa mở được.", why="Chưa đủ 3 ngày", clause="mục 1", todo="Dời ngày họp.")


def test_an_act_is_done_with_the_clean_answers():
    form = ask(name=" Ánh ", kind="a")
    assert form.carry_out(lambda answers: answers["name"])
    assert (form.done, form.failed) == ("Ánh", False)


def test_a_wrong_form_is_never_carried_out():
    form = ask(name="")
    assert not form.carry_out(turned_down)
    assert (form.answer, form.failed) == (None, True)


def test_a_refusal_stays_with_the_form():
    form = ask(name="Ánh", kind="a")
    assert not form.carry_out(turned_down)
    assert form.failed
    assert form.answer.sentence() == "Chưa mở được. Chưa đủ 3 ngày (mục 1). Dời ngày họp."


def test_an_empty_form_that_was_sent_is_not_taken_for_a_look():
    form = Ask.of(RequestFactory().post("/", {}))
    assert not form.carry_out(turned_down)
    assert sorted(form.errors) == ["kind", "name"]


def test_looking_at_a_form_carries_nothing_out():
    form = Ask.of(RequestFactory().get("/"))
    assert not form.carry_out(turned_down)
    assert not form.failed


def test_the_summary_leads_to_each_field():
    summary = web.error_summary(ask())
    assert summary["faults"] == [("id_name", "Chưa nhập “Họ và tên”."), ("id_kind_0", "Chưa chọn “Loại”.")]


@pytest.mark.parametrize("value", [None, ""])
def test_a_missing_day_is_said_to_be_missing(value):
    assert phrases.day(value) == "chưa có ngày"
