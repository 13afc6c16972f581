"""Counting paper: whether a tally sheet balances, where two sheets differ, and what score slips amount to."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kiemdiem.core import decimals


@dataclass(frozen=True)
class Marks:
    """What one line of the slips shows: the marks per option in the order of the slip, blank lines, invalid lines."""

    votes: tuple[int, ...]
    blank: int = 0
    spoiled: int = 0

    def total(self) -> int:
        """How many slips this line accounts for."""
        return sum(self.votes) + self.blank + self.spoiled


@dataclass(frozen=True)
class Sheet:
    """One teller's whole count. Shape: `lines` by the line's number on the slip."""

    returned: int
    valid: int
    invalid: int
    lines: Mapping[int, Marks]


@dataclass(frozen=True)
class Fault:
    """Something that does not add up, at a line of the slip (0: in the figures of the round)."""

    position: int
    text: str


@dataclass(frozen=True)
class Difference:
    """One figure on which two counts do not agree."""

    position: int
    what: str
    first: int
    second: int


def figures_wrong(*, returned: int, valid: int, invalid: int) -> tuple[str, ...]:
    """What does not fit in the figures of a whole round, as phrases: a negative one, or valid + invalid ≠ returned."""
    named = (("thu về", returned), ("hợp lệ", valid), ("không hợp lệ", invalid))
    found = [f"Số phiếu {name} là số âm ({number})" for name, number in named if number < 0]
    if valid + invalid != returned:
        found.append(
            f"Phiếu hợp lệ {valid} + không hợp lệ {invalid} = {valid + invalid}, khác số phiếu thu về {returned}"
        )
    return tuple(found)


def line_wrong(marks: Marks, *, valid: int) -> str:
    """What does not fit in one line — marks, blank and spoiled together are the valid slips — or nothing."""
    if min(*marks.votes, marks.blank, marks.spoiled) < 0:
        return "Số phiếu không được nhỏ hơn 0"
    gap = valid - marks.total()
    if not gap:
        return ""
    missing = f"còn thiếu {gap}" if gap > 0 else f"thừa {-gap}"
    return f"Cộng dòng được {marks.total()}, phải bằng {valid} phiếu hợp lệ ({missing})"


def faults_of(sheet: Sheet, *, positions: Sequence[int], options: int) -> tuple[Fault, ...]:
    """What keeps a sheet from being a count: a negative figure, a missing line, a line that is not the valid slips."""
    figures = figures_wrong(returned=sheet.returned, valid=sheet.valid, invalid=sheet.invalid)
    found = [Fault(0, f"{wrong}.") for wrong in figures]
    for position in positions:
        marks = sheet.lines.get(position)
        if marks is None or len(marks.votes) != options:
            found.append(Fault(position, "Chưa nhập đủ các ô của dòng này."))
        elif wrong := line_wrong(marks, valid=sheet.valid):
            found.append(Fault(position, f"{wrong}."))
    extra = sorted(set(sheet.lines) - set(positions))
    return (*found, *(Fault(position, "Dòng này không có trên phiếu.") for position in extra))


def differences(first: Sheet, second: Sheet, *, names: Sequence[str]) -> tuple[Difference, ...]:
    """Every figure on which two sheets differ, the round's figures first, then line by line.

    Shape: `names` are the options' names in the order of the slip.
    """
    figures = (
        ("phiếu thu về", first.returned, second.returned),
        ("phiếu hợp lệ", first.valid, second.valid),
        ("phiếu không hợp lệ", first.invalid, second.invalid),
    )
    found = [Difference(0, what, a, b) for what, a, b in figures if a != b]
    for position in sorted({*first.lines, *second.lines}):
        pairs = zip(_named(first.lines.get(position), names), _named(second.lines.get(position), names), strict=True)
        found += [Difference(position, what, a, b) for (what, a), (_, b) in pairs if a != b]
    return tuple(found)


def _named(marks: Marks | None, names: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """The figures of a line with their names; a line that was not counted shows zero everywhere."""
    shown = marks or Marks(votes=(0,) * len(names))
    return (*zip(names, shown.votes, strict=True), ("để trống", shown.blank), ("dòng không hợp lệ", shown.spoiled))


@dataclass(frozen=True)
class ScoredSlip:
    """One score slip as written: points per part in hundredths (None: left empty), and the written total, if any.

    `spoiled`: the tellers hold the slip to be invalid; whatever stands on it does not count.
    """

    parts: tuple[int | None, ...]
    written_total: int | None = None
    spoiled: bool = False


@dataclass(frozen=True)
class Mean:
    """The mean of the valid slips as the pair it is: sum in hundredths of a point, and number of slips."""

    total: int
    slips: int

    def text(self) -> str:
        """The mean cut to two decimals, never rounded up; empty when there is no slip."""
        return decimals.mean(self.total, slips=self.slips)


def slip_differences(
    first: Iterable[ScoredSlip], second: Iterable[ScoredSlip]
) -> tuple[tuple[ScoredSlip, int, int], ...]:
    """The slips that stand in one pile more often than in the other. Shape: slip, times in the first, in the second.

    Slips have no number, so two piles are the same when they hold the same slips, in whatever order.
    """
    left, right = Counter(first), Counter(second)
    differing = [slip for slip in {*left, *right} if left[slip] != right[slip]]
    return tuple((slip, left[slip], right[slip]) for slip in sorted(differing, key=_slip_order))


def _slip_order(slip: ScoredSlip) -> tuple[tuple[int, ...], int, bool]:
    return tuple(-1 if part is None else part for part in slip.parts), slip.written_total or 0, slip.spoiled
