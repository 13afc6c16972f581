"""What the slips on which an organisation is scored print, and the minutes of their points."""

from typing import Any

from kiemdiem.ballots import queries as ballots
from kiemdiem.ballots.models import Round
from kiemdiem.core import decimals
from kiemdiem.core.law.sections.ballots import ScoreSlip
from kiemdiem.grading.queries import acts
from kiemdiem.org.models import Unit
from kiemdiem.papers.gathering import ballots as rounds
from kiemdiem.papers.gathering import frame as frames
from kiemdiem.papers.gathering.frame import Frame

COMBINED = {
    "mean": "Bình quân cộng các phiếu hợp lệ",
    "median": "Số trung vị của các phiếu hợp lệ",
    "sum": "Tổng điểm các phiếu hợp lệ",
    "mean_to_half": "Bình quân cộng các phiếu hợp lệ, lấy đến nửa điểm",
}


def slip_of(frame: Frame, round_: Round) -> ScoreSlip:
    """The rulebook's slip of a round of scoring."""
    return next(each for each in frame.book.ballots.score_slips if each.key == round_.ballot_key)


def items(frame: Frame, slip: ScoreSlip) -> list[dict[str, Any]]:
    """The parts of a slip with their most points, and the prompts under the content item each part scores."""
    used = {use.content for use in frame.book.criteria.uses if use.subject == slip.subject}
    known = [item for one in frame.book.criteria.sets if one.key in used for item in one.items]
    return [
        {
            "title": part.text,
            "most": part.most,
            "prompts": [item.text for item in known if item.parent == part.item],
        }
        for part in slip.parts
    ]


def score_slip_values(frame: Frame, unit: Unit, *, slip: ScoreSlip) -> dict[str, Any]:
    """One slip on which the organisation is scored."""
    return {
        "organ": frame.name(unit).upper(), "year": frame.season.year, "most_total": slip.total,
        "items": items(frame, slip),
    }  # fmt: skip


def score_tally_values(frame: Frame, unit: Unit, *, slip: ScoreSlip, slips: int) -> dict[str, Any]:
    """The sheet on which the points of every slip are written, a row a slip without any mark of whose it is."""
    return {
        "organ": frame.name(unit),
        "year": frame.season.year,
        "scored_on": frame.on,
        "slips": [{} for _ in range(slips)],
        "items": [{"title": part.text, "most": part.most} for part in slip.parts],
    }


def part_means(round_: Round, slip: ScoreSlip) -> list[dict[str, Any]]:
    """The mean of each part over the valid slips, cut to hundredths."""
    found = ballots.official_slips(round_)
    sums = [sum(each.parts[place] or 0 for each in found) for place in range(len(slip.parts))]
    return [
        {"title": part.text, "most": part.most, "mean": total // len(found) if found else None}
        for part, total in zip(slip.parts, sums, strict=True)
    ]


def points(round_: Round, slip: ScoreSlip) -> int:
    """The points of the organisation as the rulebook combines its slips, cut to hundredths."""
    totals = sorted(each.total for each in ballots.official_slips(round_))
    if not totals:
        return 0
    part, whole = acts.combined(totals, how=slip.combine)
    return part // whole


def score_minutes_values(frame: Frame, round_: Round) -> dict[str, Any]:
    """The minutes of scoring an organisation."""
    unit, slip = round_.meeting.unit, slip_of(frame, round_)
    scored = unit_scored(round_)
    return {
        **frames.head(frame, unit),
        **frames.symbol(frame, unit, ledger="BB"),
        **rounds.figures(round_),
        **rounds.tellers(round_),
        "subject": frame.name(scored),
        "items": part_means(round_, slip),
        "sum": ballots.mean_of(round_).total,
        "mean": points(round_, slip),
        "method": COMBINED[slip.combine],
        "remarks": ballots.secrecy_note(round_),
    }


def unit_scored(round_: Round) -> Unit:
    """The organisation the slips of a round are about: at its own review the unit that meets."""
    return ballots.lines_of(round_)[0].subject.unit


def said(round_: Round, slip: ScoreSlip) -> str:
    """The scoring in one sentence."""
    turnout = ballots.turnout_of(round_)
    return (
        f"Phát ra {turnout.issued}, thu về {turnout.returned}, hợp lệ {turnout.valid} phiếu. "
        f"{COMBINED[slip.combine]}: {decimals.decimal(points(round_, slip))} điểm trên {slip.total}."
    )
