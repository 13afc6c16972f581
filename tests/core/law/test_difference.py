"""Two rulebooks compared: the same is the same under other ids, and what asks for more is said to be stricter."""

import pytest

from kiemdiem.core.law.difference import difference
from kiemdiem.core.law.loader import effective, load
from kiemdiem.core.law.telling import changes
from kiemdiem.core.law.telling.teller import Teller
from tests.core.law.folder import ROWS, TEXTS, spoiled

BOOK = load(TEXTS, catalogue=ROWS)
S, Q, B = "standards.yaml", "quotas.yaml", "subjects.yaml"
ONE_MORE = "          - {key: fair.done, clause: II, text: Phải xong, kind: holds, when: done}\n"
FAIR = "          - {key: fair.level, clause: II, text: Tự nhận, kind: holds, when: level >= DAT}\n"
LATE = "{key: late, clause: II, text: Ít phiếu, kind: share, count: yes, of: voters, at_least: 1/4}"
TRIGGER = f"    triggers:\n      - {LATE}\n"


def found(file, old, new, *, base=BOOK):
    """What the comparison finds when one piece of the small rulebook is replaced."""
    other = load(spoiled(file, old, new), catalogue=ROWS)
    return [(one.kind, one.placed.entry.key) for one in difference(base, other)]


@pytest.mark.parametrize(
    ("file", "old", "new", "kind", "entry"),
    [
        (S, "more_than: 2/3", "more_than: 3/4", "stricter", "good.votes"),
        (S, "more_than: 2/3", "at_least: 2/3", "looser", "good.votes"),
        (S, "more_than: 2/3", "more_than: 4/6", None, ""),
        (S, "level >= DAT", "level >= TOT", "stricter", "fair.level"),
        (S, "level >= DAT", "level > DAT", "stricter", "fair.level"),
        (S, "when: done", "when: done AND yes > 3", "stricter", "good.done"),
        (S, "when: done", "when: done OR yes > 3", "looser", "good.done"),
        (S, "when: done", "when: NOT done", "otherwise", "good.done"),
        (S, "kind: holds, when: done", "kind: holds, given: yes > 1, when: done", "looser", "good.done"),
        (S, "text: Đã xong", "text: Đã hoàn thành", "reworded", "good.done"),
        (S, "{key: good.done, clause: II", "{key: good.done, clause: IV", "moved", "good.done"),
        (S, "{key: good.done, clause: II", "{key: other.id, clause: II", None, ""),
        (S, FAIR, FAIR + ONE_MORE, "added", "fair.done"),
        (S, "    standards:\n", TRIGGER + "    standards:\n", "added", "late"),
        (Q, "few: 15", "few: 10", "stricter", "quota"),
        (Q, "few: 15", "few: 20", "looser", "quota"),
        (Q, "base: reached_good", "base: stayed_good", "stricter", "quota"),
        (Q, "base: reached_good", "base: all_graded", "looser", "quota"),
        (Q, "ranked_by: [yes]", "rounding: up\n    ranked_by: [yes]", "looser", "quota"),
    ],
)
def test_one_change_is_found_and_named(file, old, new, kind, entry):
    wanted = [(kind, entry)] if kind else []
    assert found(file, old, new) == wanted


def test_the_same_book_differs_in_nothing():
    assert difference(BOOK, load(TEXTS, catalogue=ROWS)) == ()


def test_a_lower_threshold_of_what_gives_the_lowest_grade_is_stricter():
    texts = {**TEXTS, S: TEXTS[S].replace("    standards:\n", TRIGGER + "    standards:\n", 1)}
    before = load(texts, catalogue=ROWS)
    after = load({**texts, S: texts[S].replace("at_least: 1/4", "at_least: 1/5")}, catalogue=ROWS)
    assert [(one.kind, one.placed.entry.key) for one in difference(before, after)] == [("stricter", "late")]
    (gone,) = [one for one in difference(before, BOOK) if one.kind == "removed"]
    assert (gone.before.entry.key, gone.effect) == ("late", -1)


def test_a_fact_with_another_id_and_the_same_words_is_the_same_fact():
    texts = {name: text.replace("voters", "electors") for name, text in TEXTS.items()}
    assert difference(BOOK, load(texts, catalogue=ROWS)) == ()


def test_grades_with_other_codes_stand_for_each_other_by_their_height():
    texts = {name: text.replace("TOT", "A1").replace("DAT", "B1").replace("KEM", "C1") for name, text in TEXTS.items()}
    kinds = {one.kind for one in difference(BOOK, load(texts, catalogue=ROWS)) if one.placed.part != "subjects"}
    assert kinds == set()


def test_a_condition_asked_for_another_grade_is_moved():
    done = "          - {key: good.done, clause: II, text: Đã xong, kind: holds, when: done}\n"
    texts = {**TEXTS, S: TEXTS[S].replace(done, "").replace(FAIR, FAIR + done)}
    moved = [one for one in difference(BOOK, load(texts, catalogue=ROWS)) if one.kind == "moved"]
    assert [(one.before.place, one.after.place) for one in moved] == [("TOT", "DAT")]


def test_another_reading_is_told_with_what_it_changes():
    other = effective(BOOK, readings={"how_many": "many"})
    (one,) = changes.told(difference(BOOK, other), before=Teller(BOOK, {}), after=Teller(other, {}))
    assert (one.name, one.kind) == ("Nới hơn", "Tỷ lệ tối đa")
    assert "không quá 15%" in str(one.before)
    assert "không quá 20%" in str(one.after)
    assert changes.readings_apart(BOOK, other) == [("Bao nhiêu?", "Ít", "Nhiều")]
