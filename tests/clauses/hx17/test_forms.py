"""HX17 — every form and paper of the season: by which rows, who fills it, who receives it, what it prints."""

import pytest

# key: rows, filled by, received by, content sets
FORMS = {
    "self_review": (
        ("HX17-II.3.2.a-1", "HX17-IV.5-6", "HX17-IV.8-3"),
        ("member",),
        ("cell", "standing_committee"),
        ("member_basic",),
    ),
    "collective_report": (
        ("HX17-II.3.1.a-1", "HX17-IV.5-4"),
        ("collective",),
        ("member", "standing_committee"),
        ("collective",),
    ),
    "residence_comment": (("HX17-IV.8-9",), ("cell",), ("cell",), ()),
    "workplace_comment": (("HX17-IV.8-10",), ("outside",), ("cell",), ()),
    "score_slip_cell": (("HX17-IV.8-4",), ("member",), ("cell", "standing_committee"), ("cell",)),
    "score_slip_party_body": (("HX17-III.2.3.b-3",), ("executive_committee",), ("executive_committee",), ("cell",)),
    "member_quality_report": (("HX17-IV.8-6",), ("cell",), ("standing_committee",), ()),
    "quality_report": (("HX17-IV.8-7",), ("cell",), ("standing_committee",), ()),
    "leadership_report": (("HX17-IV.8-8",), ("cell",), ("standing_committee",), ("cell",)),
    "member_ballot_1": (("HX17-III.1.4-2", "HX17-IV.8-5"), ("member",), ("cell", "standing_committee"), ()),
    "member_ballot_2": (("HX17-III.1.4-2", "HX17-IV.8-5"), ("member",), ("cell", "standing_committee"), ()),
    "leader_self_assessment": (("HX17-IV.5-7",), ("leader",), ("collective", "standing_committee"), ("leader",)),
    "leader_residence_comment": (("HX17-IV.5-9",), ("cell",), ("collective", "standing_committee"), ()),
    "leader_collective_comment": (("HX17-IV.5-10",), ("collective",), ("standing_committee",), ()),
    "leader_ballot": (("HX17-II.3.2.c-11",), ("collective",), ("collective",), ()),
    "leader_ballot_summary": (("HX17-IV.5-12",), ("collective",), ("standing_committee",), ()),
    "resume_supplement": (("HX17-IV.5-8",), ("leader",), ("standing_committee",), ()),
    "asset_declaration": (("HX17-IV.5-11",), ("leader",), ("standing_committee",), ()),
    "meeting_minutes": (("HX17-IV.5-5",), ("collective",), ("standing_committee",), ()),
    "cell_minutes": (("HX17-IV.8-11",), ("cell",), ("standing_committee",), ()),
    "tally_sheet": (("HX17-III.1.4-5",), ("cell",), ("cell",), ()),
    "counting_minutes": (("HX17-III.1.4-5", "HX17-III.1.4-8"), ("cell",), ("cell", "standing_committee"), ()),
    "leader_result_notice": (("HX17-IV.5-2",), ("collective",), ("cell",), ()),
    "result_report": (("HX17-IV.5-1",), ("collective",), ("standing_committee",), ()),
    "aggregate_report": (("HX17-IV.9-1",), ("office",), ("standing_committee",), ()),
    "report_up": (("HX17-IV.12-1", "HX17-III.2.3.b-2"), ("standing_committee",), ("superior",), ()),
}


@pytest.mark.parametrize(
    ("key", "rows", "filled_by", "received_by", "content_sets"),
    [pytest.param(key, *given, marks=pytest.mark.clause(*given[0])) for key, given in FORMS.items()],
)
def test_a_form_has_its_writers_its_readers_and_its_contents(hx17, key, rows, filled_by, received_by, content_sets):
    (form,) = [each for each in hx17.forms.forms if each.key == key]
    assert (form.rows, form.filled_by, form.received_by, form.content_sets) == (
        rows,
        filled_by,
        received_by,
        content_sets,
    )


def test_no_form_is_left_out_here(hx17):
    assert [each.key for each in hx17.forms.forms] == list(FORMS)


def test_the_fourteen_codes_are_there(hx17):
    coded = {each.code for each in hx17.forms.forms if each.document_set}
    member = {f"{number}-KĐ.ĐV" for number in ("01", "2a", "2b", "03", "04", "05", "06", "07")}
    assert coded == member | {"01-BC.TT"} | {f"0{number}-ĐG.CBLĐQL" for number in range(1, 6)}
    assert len(coded) == 14
