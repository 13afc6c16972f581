"""How results are put on the screen: grade names, standings, findings, quotas."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from kiemdiem.core import reasons
from kiemdiem.core.counting import Mean
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.law.sections.subjects import Subject
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.cycles.pages import frame
from kiemdiem.grading import access, queries
from kiemdiem.grading.models import Decision, Verdict
from kiemdiem.grading.queries import DueAgain, Result, Stand
from kiemdiem.org import queries as org
from kiemdiem.web import phrases
from kiemdiem.web.shapes import Column, Crumb, FindingLine, Quota, Stage, TableCell

STANDS = {
    Stand.NONE: "pending",
    Stand.BALLOT: "voted",
    Stand.PROPOSED: "proposed",
    Stand.RETURNED: "proposed",
    Stand.RECOGNISED: "decided",
    Stand.REPLACED: "replaced",
}
BASES = {
    "reached_good": "Tính trước khi nâng lên mức cao nhất",
    "stayed_good": "Tính sau khi nâng",
    "all_graded": "Tính trên số được xếp loại",
}
STATES = {"met": "met", "not_met": "not_met", "cannot_say": "unknown"}
OF_LIFE = {"met": "applies", "not_met": "absent", "cannot_say": "unknown"}
HEADS = {
    "exclusion": "Diện không xếp loại",
    "trigger": "Căn cứ xếp mức thấp nhất",
    "cap": "Giới hạn mức",
    "remark": "Điểm cần xem",
}


def grade_name(book: Rulebook, kind: str, code: str) -> str:
    """The full name of a grade; a dash where there is none."""
    scale = book.subjects.subject(kind).scale if code else None
    return book.subjects.scale(scale).name(code) if scale else "–"


def said(book: Rulebook, result: Result) -> str:
    """The result in words: the grade in force, or why there is none yet."""
    if result.grade:
        return grade_name(book, result.subject.kind, result.grade)
    return result.verdict.get_outcome_display() if result.verdict else "Chưa xét"


def verdict_words(book: Rulebook, result: Result) -> str:
    """What the rules gave, in words, whatever was proposed or decided since."""
    if result.verdict is None:
        return "Chưa xét"
    return (
        grade_name(book, result.subject.kind, result.verdict.grade)
        if result.verdict.grade
        else (result.verdict.get_outcome_display())
    )


def standing(result: Result) -> str:
    """How far the result has come, as a word of STANDINGS."""
    return voted(result.subject) if result.stand == Stand.BALLOT else STANDS[result.stand]


def voted(subject: SeasonSubject) -> str:
    """The word for a result of the ballot: a cell votes on its members and itself, a leading body on the others."""
    return STANDS[Stand.BALLOT] if subject.kind in ("member", "cell") else "voted_elsewhere"


def stages(book: Rulebook, result: Result) -> list[Stage]:
    """How far the result has come, step by step, each with its day and the body; decisions replaced stay in view."""
    found = []
    if result.verdict is not None:
        words = result.verdict.grade and grade_name(book, result.subject.kind, result.verdict.grade)
        found.append(
            Stage(voted(result.subject), words or result.verdict.get_outcome_display(), result.verdict.judged_on)
        )
    if result.proposal is not None:
        words = grade_name(book, result.subject.kind, result.proposal.grade)
        found.append(Stage("proposed", words, result.proposal.proposed_on))
    for decision in Decision.objects.filter(subject=result.subject).select_related("body").order_by("number"):
        state = "decided" if decision.is_current else "replaced"
        name = org.unit_name(decision.body, on=decision.decided_on)
        words = f"{decision_words(book, decision)} ({decision.document})"
        found.append(Stage(state, words, decision.decided_on, by=name))
    return found


def decision_words(book: Rulebook, decision: Decision) -> str:
    """The grade a body decided; or that it left the subject ungraded."""
    return grade_name(book, decision.subject.kind, decision.grade) if decision.grade else "Không xếp loại"


def praise_bars(season: Season, *, decided_only: bool) -> list[Quota]:
    """The shares of organisations chosen for praise, as they stand or of those recognised alone."""
    quotas = [quota for quota in book_of(season).quotas.quotas if quota.chosen]
    shares = [s for quota in quotas for s in queries.praise_shares(season, quota, decided_only=decided_only)]
    of = "đã được quyết định" if decided_only else "đang"
    return [
        Quota(
            label=share.quota.text,
            taken=share.candidates,
            limit=share.places,
            ground=f"Số chi bộ {of} ở mức được xét: {share.count('reached_good')}.",
            clause=share.quota.clause,
        )
        for share in shares
    ]


def finding_lines(book: Rulebook, kind: str, *, verdict: Verdict) -> list[tuple[str, list[FindingLine]]]:
    """The conditions by the place they belong to; of somebody left out for good, only what leaves him out."""
    groups: dict[str, list[FindingLine]] = {}
    left_out = verdict.outcome == Verdict.Outcome.NOT_GRADED
    for finding in verdict.result["findings"]:
        place = finding["place"]
        if left_out and place != "exclusion":
            continue
        title = HEADS.get(place) or f"Mức “{grade_name(book, kind, place)}”"
        states = OF_LIFE if place in HEADS else STATES
        # The tag says the state; the sentence need not say it again.
        text = finding["sentence"].partition(": ")[2]
        groups.setdefault(title, []).append(FindingLine(states[finding["state"]], text))
    return list(groups.items())


def quota_shapes(book: Rulebook, verdict: Verdict, *, to_decider: bool) -> list[Quota]:
    """The quotas a verdict looked at: candidates against places, with both bases.

    `to_decider`: the order of candidates by votes is for the deciding body alone; nobody else reads a rank.
    """
    return [
        Quota(
            label=book.entry(state["entry"]).text,
            taken=state["candidates"],
            limit=state["places"],
            ground=state["sentence"] if to_decider else "",
            bases=tuple((BASES[b["base"]], b["count"], b["places"]) for b in state["bases"]),
            tie="Bằng phiếu ở ranh giới tỷ lệ: không tự cắt, chờ quyết định." if state["state"] == "tie" else "",
        )
        for state in verdict.result["quotas"]
        if state["state"] != "not_concerned"
    ]


def flag_words(result: Result) -> list[str]:
    """What the verdict wants pointed out, in words; an open question from above comes first."""
    flags = result.verdict.result["flags"] if result.verdict else []
    words = [words for words in map(reasons.flag_sentence, flags) if words]
    return ["Bị trả lại để làm rõ", *words] if result.returned else words


def fact_words(book: Rulebook, declared: Subject, key: str, value: Any) -> str:
    """The value of a fact as it is read: yes or no, a level by its name, points as a mean; empty while unknown."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, dict):
        return f"{Mean(value['sum'], value['slips']).text()} ({value['slips']} phiếu)"
    scale = next((fact.scale for fact in declared.facts if fact.key == key), None)
    return book.subjects.scale(scale).name(value) if scale else str(value)


UNKNOWN = "chưa biết"
COLUMNS = (Column("Họ và tên"), Column("Mức"), Column("Giá trị của kết quả"), Column("Cần xem"))


def due_again(season: Season, subjects: Iterable[SeasonSubject]) -> dict[int, DueAgain]:
    """Those about whom the rules have to be asked again, while the season still asks them."""
    return queries.due_again(season, subjects) if access.stands(season, act="grading.judge") else {}


def again_words(book: Rulebook, due: DueAgain | None, *, naming: bool) -> list[str]:
    """That the rules have to be asked again, and why; `naming`: whose results below changed is told by name."""
    if due is None:
        return []
    declared = book.subjects.subject(due.subject.kind)
    names = fact_names(declared)
    moved = [
        f"{names[one.fact]}: khi xét là {fact_words(book, declared, one.fact, one.before) or UNKNOWN}, "
        f"nay là {fact_words(book, declared, one.fact, one.now) or UNKNOWN}"
        for one in due.changed
    ]
    if due.below and (naming or not moved):
        told = ", ".join(one.name for one in due.below) if naming else "của cấp dưới"
        moved.append(f"kết quả đã đổi hoặc phải xét lại: {told}")
    stays = " Quyết định đã ban hành giữ nguyên, chỉ thay đổi khi xếp loại lại." if due.is_decided else ""
    return [f"Cần xét lại. {'; '.join(moved)}.{stays}"]


def fact_names(declared: Subject) -> dict[str, str]:
    """What each fact and each counted figure of a kind of subject is called."""
    counts = {count.key: count.text for count in declared.children.counts} if declared.children else {}
    return {fact.key: fact.text for fact in declared.facts} | counts


def result_row(book: Rulebook, result: Result, *, due: DueAgain | None = None) -> tuple[TableCell, ...]:
    """One line of a table of results: who, the grade in force, how far it has come, what to look at."""
    words, tone = phrases.STANDINGS[standing(result)]
    return (
        TableCell(result.subject.name, reverse("grading:result", args=[result.subject.season.key, result.subject.key])),
        TableCell(said(book, result)),
        TableCell(words, tone=tone),
        TableCell(" ".join([*again_words(book, due, naming=False), *flag_words(result)])),
    )


def way_to(season: Season, *more: Crumb) -> list[Crumb]:
    """The way to a page of results."""
    return frame.way_to(season, Crumb("Kết quả", reverse("grading:results", args=[season.key]) if more else ""), *more)


def book_of(season: Season) -> Rulebook:
    """The rulebook the season goes by."""
    return cycles.book_of(season)
