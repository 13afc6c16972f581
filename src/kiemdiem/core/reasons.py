"""Findings as Vietnamese sentences: what was asked, how it stands, its numbers, its clause."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kiemdiem.core.law.kinds.condition import Condition
from kiemdiem.core.law.sections.quotas import Quota

if TYPE_CHECKING:
    from kiemdiem.core.judge.verdict import QuotaState, Verdict

STATES = {"met": "Đạt", "not_met": "Không đạt", "cannot_say": "Chưa đủ dữ kiện"}
HOLDS = {"met": "Có", "not_met": "Không", "cannot_say": "Chưa đủ dữ kiện"}
FACTS_OF_LIFE = frozenset({"exclusion", "trigger", "cap", "remark"})
OUTCOMES = {
    "graded": "Xếp loại",
    "not_graded": "Không thuộc diện xếp loại",
    "no_grade": "Chưa xếp được mức nào",
    "cannot_say": "Chưa đủ dữ kiện để xếp loại",
}
FLAGS = {
    "waiting": "Chưa hoàn thành kiểm điểm, xếp loại sau ở cuộc họp gần nhất.",
    "standards_waived": "Tiêu chuẩn dẫn chiếu được cấp ủy miễn áp dụng: mức do cấp có thẩm quyền quyết định, có lý do.",
    "no_majority": "Không mức nào đủ số phiếu.",
    "vote_above_standard": "Phiếu cao hơn mức mà các điều kiện khác cho phép.",
    "vote_again": "Cần bỏ phiếu lại trong các mức được phép.",
    "lowest_without_ground": "Đủ phiếu cho mức thấp nhất nhưng không có căn cứ; báo cấp có thẩm quyền.",
    "ground_without_vote": "Có căn cứ của mức thấp nhất nhưng không đủ phiếu; báo cấp có thẩm quyền.",
    "quota_over": "Đủ điều kiện nhưng ngoài tỷ lệ cho phép.",
    "quota_tie": "Bằng nhau ở ngưỡng của tỷ lệ; phải do người có thẩm quyền giải quyết.",
    "quota_provisional": "Tỷ lệ tạm tính vì trong nhóm còn người chưa có kết quả.",
    "quota_no_place": "Nhóm quá nhỏ nên tỷ lệ không cho chỗ nào.",
}


def condition_sentence(
    condition: Condition, place: str, *, state: str, values: Mapping[str, Any], lacking: Sequence[str]
) -> str:
    """One condition and how it stands; for an exclusion, a trigger or a cap, whether it applies.

    `lacking`: what is not known, in words, when nothing can be said.
    """
    word = (HOLDS if place in FACTS_OF_LIFE else STATES)[state]
    figures = condition.figures(values)
    said = f" ({figures})" if figures and state != "cannot_say" else ""
    more = f" Thiếu: {'; '.join(lacking)}." if lacking else ""
    return f"{word}: {condition.text}{said} — {condition.clause}.{more}"


def flag_sentence(flag: str) -> str:
    """What a flag says; a remark is named by its entry, whose finding says it."""
    return FLAGS.get(flag, "")


def told(verdict: "Verdict") -> list[str]:
    """A verdict in lines: the outcome, what must be pointed out, every finding, the quotas."""
    grade = f" {verdict.grade}" if verdict.grade else ""
    lines = [f"{verdict.subject}: {OUTCOMES[verdict.outcome]}{grade}"]
    lines += [f"  ! {sentence}" for sentence in map(flag_sentence, verdict.flags) if sentence]
    for finding in verdict.findings:
        indent = "      " if finding.within else "    "
        lines.append(f"{indent}{MARKS[finding.state]} {finding.sentence}")
    return [*lines, *(f"    % {state.sentence}" for state in verdict.quotas)]


MARKS = {"met": "✓", "not_met": "✗", "cannot_say": "?"}


def quota_sentence(quota: Quota, state: "QuotaState") -> str:
    """How a quota stands in the subject's group, with the figures on each base."""
    places = f"được {state.places}, có {state.candidates} trường hợp"
    other = "; ".join(f"{BASES[each.base]} {each.count}: được {each.places}" for each in state.bases)
    verdict = {
        "not_concerned": "",
        "kept": " Trong tỷ lệ.",
        "over": f" Ngoài tỷ lệ: xếp thứ {state.rank}.",
        "tie": f" Bằng nhau ở ngưỡng: {TIES[quota.ties]}.",
    }[state.state]
    return f"{quota.text}: {places}.{verdict} Theo từng cách tính: {other} — {quota.clause}."


BASES = {
    "reached_good": "trước khi nâng",
    "stayed_good": "sau khi nâng",
    "all_graded": "tất cả đã xếp loại",
}
TIES = {"repeat": "bỏ phiếu lại giữa những người bằng nhau", "committee": "cấp ủy lựa chọn"}
