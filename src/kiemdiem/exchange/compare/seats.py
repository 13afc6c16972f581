"""The sheet of posts: new ones, those that ended or were entered with a wrong day, and missing ones."""

from datetime import date

from kiemdiem.exchange.compare.people import is_unit
from kiemdiem.exchange.draft import REASON, Draft, Hands, Missing, Step
from kiemdiem.exchange.reading import Line
from kiemdiem.exchange.sheets import PEOPLE, SEATS, SeatRow
from kiemdiem.org import commands, queries, words
from kiemdiem.org.days import known
from kiemdiem.org.models import Seat


def compare(draft: Draft) -> None:
    """Adds to the draft what the sheet of posts leads to."""
    lines = draft.contents.lines.get(SEATS)
    if lines is None:
        return
    named: set[int] = set()
    first_of_outsiders: set[str] = set()
    for line in lines:
        if not is_known(draft, line):
            continue
        seat = held(draft, line.row)
        if seat is not None:
            named.add(seat.pk)
            altering(draft, line, seat=seat)
        elif is_entered_with_person(draft, line.row, first_of_outsiders):
            first_of_outsiders.add(line.row.person)
            ending_of_first(draft, line)
        else:
            draft.steps.append(giving(draft, line))
    if lines:
        missing(draft, named)


def missing(draft: Draft, named: set[int]) -> None:
    """Notes the seats of the register that the file does not name."""
    for seat in queries.seats_under(draft.body, on=draft.day):
        if seat.pk not in named:
            draft.missing.append(Missing(SEATS, described(draft, seat)))


def is_known(draft: Draft, line: Line) -> bool:
    """Whether the line names a person and a unit of the committee or of the file."""
    row: SeatRow = line.row
    in_file = any(each.row.code == row.person for each in draft.contents.lines.get(PEOPLE, []))
    if not in_file and draft.find(draft.people, row.person) is None:
        draft.fault(SEATS, line.number, column="Mã người", text=f"không có người nào mang mã “{row.person}”")
        return False
    if not is_unit(draft, row.unit):
        draft.fault(SEATS, line.number, column="Mã tổ chức", text=f"không có tổ chức nào mang mã “{row.unit}”")
        return False
    return True


def held(draft: Draft, row: SeatRow) -> Seat | None:
    """The seat of the register the line speaks of: same person, body and post, begun that day or still held."""
    person, unit = draft.find(draft.people, row.person), draft.find(draft.units, row.unit)
    if person is None or unit is None:
        return None
    found = Seat.objects.filter(known(), person=person, unit=unit, post=row.post).order_by("from_on")
    return found.filter(from_on=row.from_on).first() or found.filter(until_on=None).first()


def is_entered_with_person(draft: Draft, row: SeatRow, done: set[str]) -> bool:
    """Whether this is the first seat of a new person outside the Party, entered together with him."""
    if row.person in done or draft.find(draft.people, row.person) is not None:
        return False
    lines = draft.contents.lines.get(PEOPLE, [])
    return any(each.row.code == row.person and not each.row.cell for each in lines)


def giving(draft: Draft, line: Line) -> Step:
    """The step that gives the person the post."""
    row: SeatRow = line.row

    def do(hands: Hands) -> None:
        commands.give_seat(
            draft.reached(hands.people, row.person), draft.reached(hands.units, row.unit), post=row.post,
            from_on=row.from_on, until_on=row.until_on, by=hands.by, at=hands.at,
        )  # fmt: skip

    what = f"{row.person}: {words.POSTS[row.post]} ở {row.unit}"
    return Step("new", SEATS, line.number, what, "", f"từ {row.from_on:%d/%m/%Y}", do)


def ending_of_first(draft: Draft, line: Line) -> None:
    """Ends the seat an outsider was entered with, when the line says until when he held it."""
    row: SeatRow = line.row
    if row.until_on is None:
        return

    def do(hands: Hands) -> None:
        seat = Seat.objects.get(known(), person=draft.reached(hands.people, row.person), post=row.post)
        commands.end_seat(seat, on=row.until_on, by=hands.by, at=hands.at, reason=REASON)

    draft.steps.append(Step("new", SEATS, line.number, row.person, "", f"đến trước {row.until_on:%d/%m/%Y}", do))


def altering(draft: Draft, line: Line, *, seat: Seat) -> None:
    """Adds the step that ends the seat or corrects its days, when the line says otherwise.

    A line that does not say until when says nothing about it: an older file does not give an ended post back.
    """
    row: SeatRow = line.row
    until_on = row.until_on or seat.until_on
    if (row.from_on, until_on) == (seat.from_on, seat.until_on):
        draft.same += 1
        return

    def do(hands: Hands) -> None:
        if row.from_on == seat.from_on and seat.until_on is None and row.until_on is not None:
            commands.end_seat(seat, on=row.until_on, by=hands.by, at=hands.at, reason=REASON)
        else:
            values = {"from_on": row.from_on, "until_on": until_on}
            commands.correct_fact(seat, reason=REASON, by=hands.by, at=hands.at, **values)

    before, after = span(seat.from_on, seat.until_on), span(row.from_on, until_on)
    draft.steps.append(Step("changed", SEATS, line.number, described(draft, seat), before, after, do))


def span(from_on: date, until_on: date | None) -> str:
    """A period in words."""
    return f"từ {from_on:%d/%m/%Y}" + (f" đến trước {until_on:%d/%m/%Y}" if until_on else "")


def described(draft: Draft, seat: Seat) -> str:
    """A seat in words."""
    post = words.POSTS.get(seat.post, seat.post)
    return f"{seat.person.full_name}, {post}, {queries.unit_name(seat.unit, on=draft.day)}"
