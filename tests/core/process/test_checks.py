"""What the checker says of plans, dossiers and gates that name things which are not there."""

import pytest

from kiemdiem.core.law import checks, loader
from kiemdiem.rulebooks import shelf

CODE = "hx17"


def problems(file="", old="", new=""):
    """What is wrong with the shipped rulebook once one text in one file is changed: (file, entry, message)."""
    texts = dict(shelf.texts(CODE))
    if file:
        assert old in texts[file]
        texts[file] = texts[file].replace(old, new, 1)
    rows = frozenset(shelf.catalogue(CODE).rows)
    book = loader.build(loader.parsed(texts), rows=rows, readings={}, gaps={})
    return [(each.file, each.entry, each.message) for each in checks.checked(book)]


def test_the_shipped_rulebook_has_no_problem():
    assert problems() == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            "process.yaml",
            "kind: plan_year",
            "kind: plan_month",
            ("process.yaml", "pass_plan.year", "không có loại “plan_month”"),
        ),
        (
            "process.yaml",
            "act: hold_briefing",
            "act: hold_party",
            ("process.yaml", "hold_briefing.window", "không có việc “hold_party”"),
        ),
        (
            "process.yaml",
            "params: {most: 1}",
            "params: {mots: 1}",
            ("process.yaml", "submit_self_review.once", "tham số (params): thiếu khóa 'most'"),
        ),
        (
            "process.yaml",
            "only: {final: [true]}",
            "only: {finale: [true]}",
            (
                "process.yaml",
                "revise_report.after_individuals",
                "việc “revise_report” không có dữ kiện “finale”",
            ),
        ),
        (
            "process.yaml",
            "groups: [executive_members]",
            "groups: [executives]",
            ("process.yaml", "place.executive_committee", "không có thành phần dự 'executives'"),
        ),
        (
            "plan.yaml",
            "units: [cb_thanh_khe, cb_cong_an]",
            "units: [cb_thanh_khe, cb_cong]",
            ("plan.yaml", "cell_meetings.day_01", "không có tổ chức 'cb_cong'"),
        ),
        (
            "dossier.yaml",
            "form: collective_report",
            "form: collective_rapport",
            ("dossier.yaml", "leader_review.report", "không có mẫu 'collective_rapport'"),
        ),
        (
            "forms.yaml",
            "content_sets: [member_basic]",
            "content_sets: [member_base]",
            ("forms.yaml", "self_review", "không có bộ nội dung 'member_base'"),
        ),
        (
            "body.yaml",
            "parent: mat_tran",
            "parent: mat_tran_to_quoc",
            ("body.yaml", "thuong_truc_mat_tran", "không có tổ chức 'mat_tran_to_quoc'"),
        ),
    ],
)
def test_what_does_not_exist_is_named_with_its_entry(file, old, new, expected):
    found = problems(file, old, new)
    named = [(each[0], each[1], each[2].split(";")[0]) for each in found]
    assert expected in named
