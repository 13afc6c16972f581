"""Points to review and the ratings of the parties beside a subject: kept, refused, shown, and filling their facts."""

from dataclasses import replace
from datetime import date

import pytest

from kiemdiem.core.answer import Refused
from kiemdiem.cycles import queries as cycles
from kiemdiem.grading.queries import facts
from kiemdiem.reviews import commands, queries
from kiemdiem.reviews.models import Rating, Suggestion
from tests.rooms.reviews.department import DAY, department

pytestmark = pytest.mark.django_db
PARTIES = ("bgd", "cd", "cdoan")
POINTS = commands.Points(text="Việc chậm giải ngân đề tài", given_on=DAY)


def asked(made, *, sender="tc", parties=PARTIES):
    """The ratings of Cell 4 asked of the parties."""
    return commands.ask_ratings(
        made.season,
        made.subject("cell:cb4"),
        parties=[made.units[one] for one in parties],
        asked_from=made.units[sender],
        asked_on=DAY,
        **made.act(),
    )


def sheet(made, level, *, to="du", **change):
    """A sheet with the same level for every criterion."""
    criteria = queries.criteria_rated(cycles.book_of(made.season), "cell")
    levels = {each.key: level for each in criteria}
    return replace(commands.RatingSheet(levels=levels, received_on=DAY, sent_to=made.units[to]), **change)


def rows(refused):
    """The rows of a refusal."""
    return refused.value.answer.rows


def own_levels(made, level):
    """Cell 4's own level for every criterion."""
    subject = made.subject("cell:cb4")
    for each in queries.attestations_asked(made.season, subject):
        if each.levels:
            said = commands.Statement(entry_key=each.key, holds=True, level=level, stated_by="Chi bộ 4", stated_on=DAY)
            commands.attest(made.season, subject, statement=said, **made.act())


def fact_of(made, key, fact):
    """One fact of a subject as the judge gets it."""
    subject = made.subject(key)
    (row,) = facts.rows_of(made.season, [subject], kind=subject.kind, on=DAY)
    return row[fact]


def test_the_parties_of_the_letter_rate_cells_and_the_party_body():
    made = department()
    for key in ("cell:cb4", "party_body:db"):
        found = queries.parties_of(made.season, made.subject(key))
        assert sorted(each.unit.key for each in found) == ["bgd", "cd", "cdoan"]
    assert queries.parties_of(made.season, made.subject("member:dung")) == []


def test_only_the_section_asks_and_only_the_parties_are_asked():
    made = department()
    with pytest.raises(Refused) as sender:
        asked(made, sender="du")
    with pytest.raises(Refused) as party:
        asked(made, parties=("cb1",))
    assert (rows(sender), rows(party)) == (("DL19-II.1.5.B2-1",), ("DL19-II.1.5.B2-2",))
    assert len(asked(made)) == len(asked(made)) == Rating.objects.count() == 3


def test_a_sheet_rates_every_criterion_and_goes_to_the_committee():
    made = department()
    rating = asked(made)[0]
    whole = sheet(made, "TOT")
    with pytest.raises(Refused) as address:
        commands.receive_rating(rating, sheet=replace(whole, sent_to=made.units["tc"]), **made.act())
    assert rows(address) == ("DL19-II.1.5.B2-3",)
    for levels in ({**whole.levels, "level_c": "GIOI"}, {}):
        with pytest.raises(Refused):
            commands.receive_rating(rating, sheet=replace(whole, levels=levels), **made.act())
    kept = commands.receive_rating(rating, sheet=whole, **made.act())
    with pytest.raises(Refused):
        commands.receive_rating(kept, sheet=whole, **made.act())
    again = sheet(made, "KEM", reason="Ghi nhầm", grade="HTNV")
    kept = commands.receive_rating(kept, sheet=again, **made.act())
    assert {each.level for each in kept.levels.all()} == {"KEM"}
    assert (kept.grade, kept.received_on, kept.received_by) == ("HTNV", DAY, made.officer)


@pytest.mark.parametrize(("reading", "given"), [("advisory", "XUAT_SAC"), ("weighted", "TOT")])
def test_the_level_in_force_follows_the_reading(reading, given):
    made = department(reading=reading)
    own_levels(made, "XUAT_SAC")
    ratings = asked(made)
    assert fact_of(made, "cell:cb4", "level_b2") == ("XUAT_SAC" if reading == "advisory" else None)
    for rating, level in zip(ratings, ("XUAT_SAC", "TOT", "TOT"), strict=True):
        commands.receive_rating(rating, sheet=sheet(made, level), **made.act())
    assert fact_of(made, "cell:cb4", "level_b2") == given


def test_points_are_given_by_the_committee_and_fill_the_fact():
    made = department()
    subject = made.subject("member:dung")
    with pytest.raises(Refused) as wrong:
        commands.give_suggestion(made.season, subject, from_unit=made.units["cb4"], points=POINTS, **made.act())
    assert rows(wrong) == ("DL19-I.4.1.b-1",)
    assert fact_of(made, "member:dung", "suggested") is False
    commands.give_suggestion(made.season, subject, from_unit=made.units["du"], points=POINTS, **made.act())
    assert fact_of(made, "member:dung", "suggested") is True
    assert fact_of(made, "member:chau", "suggested") is False


def test_a_second_giving_replaces_the_first_and_says_why():
    made = department()
    subject, by = made.subject("cell:cb4"), made.units["du"]
    first = commands.give_suggestion(made.season, subject, from_unit=by, points=POINTS, **made.act())
    with pytest.raises(Refused):
        commands.give_suggestion(made.season, subject, from_unit=by, points=POINTS, **made.act())
    group = replace(POINTS, group=(made.people["an"], made.people["en"]), reason="Lập đoàn công tác")
    second = commands.give_suggestion(made.season, subject, from_unit=by, points=group, **made.act())
    first.refresh_from_db()
    assert (first.replaced_by, list(queries.suggestions_of(made.season))) == (second, [second])
    assert set(second.group.values_list("key", flat=True)) == {"an", "en"}


def test_a_number_is_stated_as_a_number():
    made = department()
    subject = made.subject("member:dung")
    said = commands.Statement(
        entry_key="member.targets_assigned", holds=True, stated_by="Chi bộ 4", stated_on=DAY, amount=8
    )
    for wrong in (replace(said, amount=None), replace(said, amount=-1), replace(said, entry_key="member.exemplary")):
        with pytest.raises(Refused):
            commands.attest(made.season, subject, statement=wrong, **made.act())
    assert fact_of(made, "member:dung", "targets_assigned") is None
    commands.attest(made.season, subject, statement=said, **made.act())
    commands.attest(
        made.season,
        subject,
        statement=replace(said, entry_key="member.targets_done", amount=0),
        **made.act(),
    )
    assert [fact_of(made, "member:dung", f"targets_{one}") for one in ("assigned", "done")] == [8, 0]


def test_the_pages_key_points_and_sheets(client):
    made = department()
    client.force_login(made.officer)
    here = f"/dot/{made.season.key}"
    sent = {"subject": "cell:cb4", "from_key": "du", "text": "Chậm tiến độ", "given_on": "01/12/2019", "group": ["an"]}
    told = {"paper": "Công văn số 60-CV/ĐU"}
    assert client.post(f"{here}/goi-y/cb4/", sent).status_code == 422
    assert client.post(f"{here}/goi-y/cb4/", {**sent, **told}).status_code == 302
    assert [each.given_on for each in Suggestion.objects.all()] == [date(2019, 12, 1)]
    ask = {"subject": "cell:cb4", "from_key": "tc", "parties": list(PARTIES), "asked_on": "01/12/2019", **told}
    assert client.post(f"{here}/danh-gia/cb4/", ask).status_code == 302
    rating = Rating.objects.get(party=made.units["cd"])
    levels = {f"level_{each.key}": "TOT" for each in queries.criteria_rated(cycles.book_of(made.season), "cell")}
    form = {"version": 1, "received_on": "02/12/2019", "sent_to": "du", "grade": "", **levels, **told}
    assert client.post(f"{here}/danh-gia/cb4/{rating.key}/", {**form, "level_level_c": ""}).status_code == 422
    assert client.post(f"{here}/danh-gia/cb4/{rating.key}/", form).status_code == 302
    shown = client.get(f"{here}/danh-gia/cb4/").content.decode()
    assert shown.count("nhận 02/12/2019") == 1
    assert "Chậm tiến độ" in client.get(f"{here}/chuan-bi/cb4/").content.decode()
