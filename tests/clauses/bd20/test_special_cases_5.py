"""4.B1, 5.4-5.12: who is not graded, who waits, whose grade is limited, what is pointed out."""

import pytest

from tests.clauses.bd20.grading import DONE, EXCELLENT, GOOD, LOWEST, grade, verdict, votes, waits

KINDS = ("collective", "cell", "party_body", "leader", "member")
PERSONS = ("leader", "member")


@pytest.mark.clause("BD20-5.4-1")
@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_graded_before_the_review(bd20, filled, kind):
    assert waits(filled, kind, review_done=False)
    assert grade(bd20, kind, review_done=False) == "not_graded"
    assert grade(filled, kind) == "HTXSNV"


@pytest.mark.clause("BD20-5.8-2")
@pytest.mark.parametrize(("months", "outcome"), [(5, "not_graded"), (6, "HTXSNV")])
def test_a_member_admitted_for_less_than_six_months_is_not_graded(filled, bd20, months, outcome):
    assert grade(filled, "member", months_since_admission=months) == outcome
    assert grade(bd20, "member", months_since_admission=5) == "not_graded"


@pytest.mark.clause("BD20-5.8-3")
def test_a_new_member_is_reviewed_all_the_same(bd20):
    (members,) = [one for one in bd20.subjects.reviewed if "BD20-5.8-3" in one.rows]
    assert (members.subject, members.except_all_of, members.except_any_of) == ("member", (), ())


@pytest.mark.clause("BD20-5.8-1", "BD20-5.14-1")
@pytest.mark.parametrize("kind", ["cell", "party_body"])
@pytest.mark.parametrize(
    ("months", "reorganised", "outcome"),
    [(5, False, "not_graded"), (6, False, "HTXSNV"), (5, True, "HTXSNV"), (0, True, "HTXSNV")],
)
def test_an_organisation_under_six_months_is_graded_only_if_reorganised(filled, kind, months, reorganised, outcome):
    assert grade(filled, kind, months_established=months, reorganised=reorganised) == outcome


@pytest.mark.clause("BD20-5.8-1")
@pytest.mark.parametrize(("months", "outcome"), [(5, "not_graded"), (6, "HTXSNV")])
def test_a_leadership_collective_under_six_months_is_not_graded(filled, months, outcome):
    assert grade(filled, "collective", months_established=months) == outcome
    assert "reorganised" not in {fact.key for fact in filled.subjects.subject("collective").facts}


@pytest.mark.reading("reorganised_vs_6_months", "reorganised_graded")
@pytest.mark.reading("reorganised_vs_6_months", "six_months_prevail")
@pytest.mark.parametrize("kind", ["cell", "party_body"])
@pytest.mark.parametrize(
    ("reading", "outcome"), [("reorganised_graded", "HTXSNV"), ("six_months_prevail", "not_graded")]
)
def test_a_reorganised_unit_of_five_months(under, kind, reading, outcome):
    book = under(reorganised_vs_6_months=reading)
    assert grade(book, kind, months_established=5, reorganised=True) == outcome


@pytest.mark.clause("BD20-5.8-4")
@pytest.mark.parametrize(
    ("days", "counts", "given"),
    [
        (89, EXCELLENT, "HTXSNV"),
        (90, EXCELLENT, "HTNV"),
        (90, GOOD, "HTNV"),
        (200, DONE, "HTNV"),
        (89, GOOD, "HTTNV"),
    ],
)
def test_three_months_of_sick_leave_leave_no_more_than_done(filled, days, counts, given):
    assert grade(filled, "member", sick_leave=days, **votes(counts)) == given


@pytest.mark.reading("sick_3_months", "calendar_90")
@pytest.mark.reading("sick_3_months", "full_months")
@pytest.mark.reading("sick_3_months", "working_66")
@pytest.mark.parametrize(
    ("reading", "measure", "least"),
    [("calendar_90", "calendar_days", 90), ("full_months", "full_months", 3), ("working_66", "working_days", 66)],
)
def test_three_months_are_counted_as_the_reading_says(under, reading, measure, least):
    book = under(sick_3_months=reading)
    found = [grade(book, "member", sick_leave=length) for length in (least - 1, least)]
    (source,) = [one for one in book.sources.facts if one.fact == "sick_leave"]
    assert (found, source.record.measure, source.record.leaves) == (["HTXSNV", "HTNV"], measure, ("sick",))


@pytest.mark.clause("BD20-5.8-4")
def test_unknown_sick_leave_leaves_the_grade_open(filled):
    found = verdict(filled, "member", sick_leave=None)
    assert (found.outcome, found.finding("member.sick_leave").missing) == ("cannot_say", ("sick_leave",))


@pytest.mark.clause("BD20-5.8-5")
@pytest.mark.parametrize(
    ("days", "flags"), [(0, ()), (1, ("remark:member.maternity",)), (180, ("remark:member.maternity",))]
)
def test_maternity_leave_limits_no_grade_and_is_pointed_out(filled, days, flags):
    found = verdict(filled, "member", maternity_leave=days)
    assert (found.grade, found.flags) == ("HTXSNV", flags)


@pytest.mark.clause("BD20-5.8-5", "BD20-5.8-4")
@pytest.mark.parametrize(("fact", "leave"), [("sick_leave", "sick"), ("maternity_leave", "maternity")])
def test_leave_comes_from_the_register(bd20, fact, leave):
    (source,) = [one for one in bd20.sources.facts if one.fact == fact]
    assert (source.record.kind, source.record.leaves) == ("leave", (leave,))


@pytest.mark.clause("BD20-5.9-1", "BD20-5.10-1")
@pytest.mark.parametrize(("here", "outcome"), [(True, "HTXSNV"), (False, "not_graded")])
def test_a_member_is_graded_by_the_cell_he_belongs_to(filled, here, outcome):
    assert grade(filled, "member", takes_part_here=here) == outcome
    (source,) = [one for one in filled.sources.facts if one.fact == "takes_part_here"]
    assert (source.record.kind, source.record.membership, source.record.elsewhere) == ("takes_part", "official", False)


@pytest.mark.clause("BD20-5.9-2")
@pytest.mark.parametrize(
    ("months", "commented", "waiting"), [(5, False, False), (6, False, True), (6, True, False), (120, False, True)]
)
def test_six_months_in_the_former_cell_ask_for_its_comment(filled, months, commented, waiting):
    assert waits(filled, "member", months_in_former_cell=months, former_cell_commented=commented) == waiting


@pytest.mark.clause("BD20-5.9-2")
@pytest.mark.reading("six_months_old_cell", "ever")
@pytest.mark.reading("six_months_old_cell", "in_year")
@pytest.mark.parametrize(("reading", "in_year"), [("ever", False), ("in_year", True)])
def test_months_in_the_former_cell_are_counted_ever_or_in_the_year(under, reading, in_year):
    (source,) = [one for one in under(six_months_old_cell=reading).sources.facts if one.fact == "months_in_former_cell"]
    assert (source.record.kind, source.record.in_year) == ("former_cell_months", in_year)


@pytest.mark.clause("BD20-5.10-1", "BD20-5.10-2")
@pytest.mark.parametrize(
    ("elsewhere", "commented", "waiting"), [(False, False, False), (True, False, True), (True, True, False)]
)
def test_a_temporary_stay_elsewhere_asks_for_the_comment_of_that_cell(filled, elsewhere, commented, waiting):
    assert waits(filled, "member", temporary_elsewhere=elsewhere, temporary_cell_commented=commented) == waiting
    (source,) = [one for one in filled.sources.facts if one.fact == "temporary_elsewhere"]
    assert (source.record.membership, source.record.elsewhere) == ("temporary", True)


@pytest.mark.clause("BD20-5.9-2", "BD20-5.10-2")
@pytest.mark.parametrize("fact", ["former_cell_commented", "temporary_cell_commented"])
def test_comments_not_stated_at_the_review_have_not_come_in(bd20, fact):
    (source,) = [one for one in bd20.sources.facts if one.fact == fact]
    assert (source.record.attestation, source.record.once_reviewed) == (f"member.{fact}", False)


@pytest.mark.clause("BD20-4.B1-1", "BD20-5.5-3")
@pytest.mark.parametrize(
    ("civil", "graded", "waiting"), [(True, False, True), (True, True, False), (False, False, False)]
)
def test_a_civil_servant_waits_for_the_grade_of_the_agency(filled, civil, graded, waiting):
    assert waits(filled, "member", is_ccvc=civil, ccvc_graded=graded) == waiting
    found = {one.fact: one.record.kind for one in filled.sources.facts if "BD20-5.5-3" in one.rows}
    assert found == {"is_ccvc": "work", "ccvc_graded": "outside_known"}


@pytest.mark.clause("BD20-5.5-4")
@pytest.mark.parametrize("kind", PERSONS)
def test_different_results_wait_for_the_competent_authority(filled, bd20, kind):
    assert (waits(filled, kind, results_differ=True), waits(filled, kind, results_differ=False)) == (True, False)
    found = [one.record.outside for one in bd20.sources.facts if one.fact == "results_differ" and one.subject == kind]
    assert found == [("post_result",)]


LED = [
    ("HTXSNV", EXCELLENT, "HTXSNV"),
    ("HTTNV", EXCELLENT, "HTTNV"),
    ("HTNV", EXCELLENT, "HTNV"),
    ("HTNV", GOOD, "HTNV"),
    ("HTTNV", DONE, "HTNV"),
    (None, EXCELLENT, "cannot_say"),
]


@pytest.mark.clause("BD20-5.11-1")
@pytest.mark.reading("head_cap_source", "active")
@pytest.mark.parametrize("kind", PERSONS)
@pytest.mark.parametrize(("led", "counts", "given"), LED)
def test_a_head_is_not_graded_above_what_he_heads(filled, kind, led, counts, given):
    assert grade(filled, kind, is_head=True, led_grade=led, **votes(counts)) == given


@pytest.mark.clause("BD20-5.11-1")
@pytest.mark.parametrize("kind", PERSONS)
@pytest.mark.parametrize(("ground", "given"), [(False, "no_grade"), (True, "no_grade")])
def test_the_head_of_the_worst_organisation_gets_no_better_grade(filled, kind, ground, given):
    assert grade(filled, kind, is_head=True, led_grade=LOWEST, ground_1=ground) == given


@pytest.mark.clause("BD20-5.11-1")
@pytest.mark.parametrize("kind", PERSONS)
def test_whoever_heads_nothing_is_not_limited(filled, kind):
    assert grade(filled, kind, is_head=False, led_grade="HTNV") == "HTXSNV"
    found = [one.record for one in filled.sources.facts if one.subject == kind and one.fact in ("is_head", "led_grade")]
    assert [(one.kind, len(one.posts)) for one in found] == [("holds_post", 11), ("led_grade", 11)]


@pytest.mark.reading("head_cap_source", "warn_only")
@pytest.mark.parametrize("kind", PERSONS)
@pytest.mark.parametrize(("led", "pointed_out"), [("HTXSNV", False), ("HTTNV", True)])
def test_the_limit_of_heads_may_only_be_pointed_out(under, kind, led, pointed_out):
    found = verdict(under(head_cap_source="warn_only"), kind, is_head=True, led_grade=led)
    assert (found.grade, f"remark:{kind}.head_above_unit" in found.flags) == ("HTXSNV", pointed_out)


@pytest.mark.clause("BD20-5.11-2")
@pytest.mark.reading("head_not_linked", "authority")
@pytest.mark.parametrize("kind", PERSONS)
@pytest.mark.parametrize("led", ["HTTNV", "HTNV", LOWEST])
def test_a_new_head_not_linked_to_the_grade_is_not_limited(filled, kind, led):
    assert grade(filled, kind, is_head=True, led_grade=led, head_unlinked=True) == "HTXSNV"
    assert grade(filled, kind, is_head=True, led_grade=led, head_unlinked=False) != "HTXSNV"
    (source,) = [one for one in filled.sources.facts if one.fact == "head_unlinked" and one.subject == kind]
    assert (source.record.attestation, source.record.once_reviewed) == (f"{kind}.head_unlinked", False)


@pytest.mark.clause("BD20-5.11-2")
@pytest.mark.reading("head_not_linked", "automatic")
@pytest.mark.parametrize("kind", PERSONS)
@pytest.mark.parametrize("led", ["HTTNV", "HTNV", LOWEST])
@pytest.mark.parametrize(("months", "limited"), [(5, False), (6, True)])
def test_a_head_may_be_new_for_six_months(under, kind, led, months, limited):
    book = under(head_not_linked="automatic")
    assert (grade(book, kind, is_head=True, led_grade=led, months_in_post=months) != "HTXSNV") == limited
    (source,) = [one for one in book.sources.facts if one.fact == "months_in_post" and one.subject == kind]
    assert (source.record.day, len(source.record.posts)) == ("post", 11)


@pytest.mark.reading("head_not_linked", "authority")
@pytest.mark.reading("head_not_linked", "automatic")
@pytest.mark.parametrize("kind", PERSONS)
@pytest.mark.parametrize(
    ("reading", "facts"), [("authority", {"head_unlinked": True}), ("automatic", {"months_in_post": 5})]
)
def test_a_new_head_is_not_pointed_out_either(under, kind, reading, facts):
    book = under(head_not_linked=reading, head_cap_source="warn_only")
    assert verdict(book, kind, is_head=True, led_grade="HTNV", **facts).flags == ()


@pytest.mark.clause("BD20-5.12-1")
@pytest.mark.parametrize("kind", ["cell", "party_body"])
@pytest.mark.parametrize(("counted", "given"), [(0, "HTXSNV"), (1, "HTTNV"), (2, "HTTNV"), (3, "HTNV")])
def test_violations_count_for_the_organisation(filled, kind, counted, given):
    found = verdict(filled, kind, violations_counted=counted)
    assert (found.grade, f"remark:{kind}.violations_here" in found.flags) == (given, counted > 0)


@pytest.mark.clause("BD20-5.12-1")
@pytest.mark.reading("attributed_discipline", "place_of_offence")
@pytest.mark.reading("attributed_discipline", "both")
@pytest.mark.parametrize(("reading", "counted_at"), [("place_of_offence", "offence"), ("both", "both")])
@pytest.mark.parametrize("kind", ["cell", "party_body"])
def test_a_violation_counts_where_it_happened_or_at_both_places(under, reading, counted_at, kind):
    sources = under(attributed_discipline=reading).sources.facts
    (source,) = [one for one in sources if one.fact == "violations_counted" and one.subject == kind]
    assert (source.record.kind, source.record.counted_at) == ("disciplined_members", counted_at)


@pytest.mark.clause("BD20-5.12-1")
@pytest.mark.parametrize(("elsewhere", "flags"), [(False, ()), (True, ("remark:member.offence_elsewhere",))])
def test_the_member_himself_is_graded_where_he_is_with_the_offence_shown(filled, elsewhere, flags):
    found = verdict(filled, "member", offence_elsewhere=elsewhere)
    assert (found.grade, found.flags) == ("HTXSNV", flags)
    assert [one.record.kind for one in filled.sources.facts if one.fact == "offence_elsewhere"] == ["offence_elsewhere"]


FROM_DAY = [("collective", "months_established", "established"), ("cell", "months_established", "established")]
FROM_DAY += [("party_body", "months_established", "established"), ("member", "months_since_admission", "admitted")]


@pytest.mark.clause("BD20-5.8-1", "BD20-5.8-2")
@pytest.mark.reading("six_month_ref_date", "meeting")
@pytest.mark.reading("six_month_ref_date", "year_end")
@pytest.mark.reading("six_month_ref_date", "issued")
@pytest.mark.parametrize("until", ["meeting", "year_end", "issued"])
@pytest.mark.parametrize(("kind", "fact", "day"), FROM_DAY)
def test_six_months_are_counted_to_the_day_of_the_reading(under, until, kind, fact, day):
    sources = under(six_month_ref_date=until).sources.facts
    (source,) = [one for one in sources if one.fact == fact and one.subject == kind]
    assert (source.record.kind, source.record.day, source.record.until) == ("months_since", day, until)


@pytest.mark.reading("month_end", "last_day")
@pytest.mark.reading("month_end", "next_month")
@pytest.mark.parametrize(("reading", "word"), [("last_day", "last_day"), ("next_month", "first_of_next")])
@pytest.mark.parametrize(("kind", "fact", "day"), FROM_DAY)
def test_a_month_without_that_day_ends_as_the_reading_says(under, reading, word, kind, fact, day):
    sources = under(month_end=reading).sources.facts
    assert [one.record.month_end for one in sources if one.fact == fact and one.subject == kind] == [word]


@pytest.mark.clause("BD20-5.14-1")
@pytest.mark.parametrize("kind", ["cell", "party_body"])
def test_three_ways_of_reorganising_are_known_from_the_register(bd20, kind):
    (source,) = [one for one in bd20.sources.facts if one.fact == "reorganised" and one.subject == kind]
    assert (source.record.kind, source.record.ways) == ("reorganised", ("split", "merged", "consolidated"))


@pytest.mark.clause("BD20-5.4-1")
def test_a_review_is_known_by_its_conclusion(bd20):
    found = [one.subject for one in bd20.sources.facts if one.record.kind == "reviewed"]
    assert found == ["collective", "cell", "party_body", "leader", "member"]
