"""The fictional people of a played season: names, dates and cases drawn from a seed, none of them real."""

import datetime
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

FAMILY = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Mai Trương Đinh Đoàn Lâm Châu Tô"
).split()
MIDDLE_M = "Văn Đức Quang Minh Hữu Công Bá Đình Xuân Thanh Viết Ngọc".split()
MIDDLE_F = "Thị Thị Thị Ngọc Thu Thanh Kim Diệu Bích Minh".split()
GIVEN_M = (
    "An Bình Cường Dũng Đạt Hải Hùng Khánh Lâm Long Minh Nam Nghĩa Phong Phúc Quân Quốc Sơn Tài Tâm Thắng "
    "Thành Thịnh Tiến Trí Trung Tuấn Việt Vinh Vỹ"
).split()
GIVEN_F = (
    "Anh Chi Cúc Dung Duyên Hà Hạnh Hiền Hoa Hồng Hương Lan Liên Loan Mai My Nga Ngân Nhung Oanh Phương "
    "Quyên Thảo Thủy Trang Tuyết Uyên Vân Xuân Yến"
).split()

# So many of each cell have no special case, for it needs a secretary and a committee.
OFFICERS = 3
# What may be special about a person, how often in a hundred, and whether elderly people only.
CASES = (
    ("exempt", 6),
    ("absent", 4),
    ("probationary", 5),
    ("new", 2),
    ("moved", 1),
    ("deceased", 1),
    ("disciplined", 2),
)


@dataclass(frozen=True)
class Character:
    """One fictional member.

    Shape: `place` is the cell, `case` what is special, `quality` how good colleagues hold the year's work (0 best).
    """

    number: int
    full_name: str
    gender: str
    birth_on: datetime.date
    id_number: str
    admitted_on: datetime.date
    official_on: datetime.date | None
    place: str
    case: str
    work: str
    quality: int
    lives_in: str = ""


def day_between(chance: random.Random, first: datetime.date, *, last: datetime.date) -> datetime.date:
    """A day drawn between two days, both included."""
    return first + datetime.timedelta(days=chance.randrange((last - first).days + 1))


def full_name(chance: random.Random, *, gender: str) -> str:
    """A fictional name in the order family, middle, given."""
    middle, given = (MIDDLE_F, GIVEN_F) if gender == "female" else (MIDDLE_M, GIVEN_M)
    return f"{chance.choice(FAMILY)} {chance.choice(middle)} {chance.choice(given)}"


def sizes(chance: random.Random, *, places: Sequence[str]) -> dict[str, int]:
    """How many members each cell has, from 8 to 40; the first is the smallest and the last the largest."""
    drawn = sorted(chance.randint(9, 32) for _ in places)
    drawn[0], drawn[-1] = 8, 40
    shuffled = list(places)
    chance.shuffle(shuffled)
    return dict(zip(shuffled, drawn, strict=True))


def case_of(chance: random.Random, *, age: int) -> str:
    """What is special about a person, most often nothing."""
    drawn = chance.randrange(100)
    for case, share in CASES:
        drawn -= share
        if drawn < 0:
            return "ordinary" if case == "exempt" and age < 65 else case
    return "ordinary"


def work_of(chance: random.Random, *, cell_kind: str, age: int) -> str:
    """Where somebody works: the agencies' cells are staffed by civil servants, the residential ones are mixed."""
    if cell_kind and cell_kind != "residential":
        return "ccvc"
    if age >= 60:
        return ""
    return chance.choices(["", "ccvc", "cooperative", "civil_guard", "part_time_ward"], weights=[55, 20, 8, 7, 10])[0]


def character(chance: random.Random, *, number: int, place: str, cell_kind: str, year: int) -> Character:
    """One drawn person, consistent in the dates of life and membership."""
    gender = chance.choice(("male", "female"))
    retired = not cell_kind or cell_kind == "residential"
    age = chance.choice((chance.randint(24, 59), chance.randint(55, 84))) if retired else chance.randint(24, 59)
    birth = datetime.date(year - age, chance.randint(1, 12), chance.randint(1, 28))
    case = case_of(chance, age=age)
    admitted = day_between(chance, datetime.date(birth.year + 21, 1, 1), last=datetime.date(year - 2, 12, 31))
    official: datetime.date | None = admitted.replace(year=admitted.year + 1, day=min(admitted.day, 28))
    if case == "probationary":
        admitted, official = day_between(chance, datetime.date(year, 1, 5), last=datetime.date(year, 5, 15)), None
    elif case == "new":
        admitted, official = day_between(chance, datetime.date(year, 7, 10), last=datetime.date(year, 10, 30)), None
    return Character(
        number=number,
        full_name=full_name(chance, gender=gender),
        gender=gender,
        birth_on=birth,
        id_number=f"{chance.randint(1, 96):03d}{chance.randrange(10**9):09d}",
        admitted_on=admitted,
        official_on=official,
        place=place,
        case=case,
        work=work_of(chance, cell_kind=cell_kind, age=age),
        quality=chance.choices((0, 1, 2, 3), weights=(22, 58, 17, 3))[0],
    )


def cast(*, seed: int, year: int, cells: Sequence[tuple[str, str]]) -> tuple[Character, ...]:
    """Every member of every cell, the same for the same seed.

    Shape: cell by cell in the given order of (cell, kind of cell); numbers run through.
    """
    chance = random.Random(seed)
    counts = sizes(chance, places=[place for place, _ in cells])
    drawn = with_an_exempt(list(drawn_people(chance, counts=counts, cells=cells, year=year)))
    return with_neighbours(chance, people=drawn, places=[place for place, kind in cells if kind == "residential"])


def drawn_people(
    chance: random.Random, *, counts: dict[str, int], cells: Sequence[tuple[str, str]], year: int
) -> Iterator[Character]:
    """The people of each cell; the first of a cell is ordinary, since every cell needs its secretary."""
    number = 0
    for place, kind in cells:
        for index in range(counts[place]):
            number += 1
            person = character(chance, number=number, place=place, cell_kind=kind, year=year)
            yield ordinary(person, year=year) if index < OFFICERS else person


def with_an_exempt(people: list[Character]) -> list[Character]:
    """The same people; where nobody is exempt, the eldest of those without a special case is."""
    if any(one.case == "exempt" for one in people):
        return people
    before: Counter[str] = Counter()
    free = []
    for one in people:
        before[one.place] += 1
        if one.case == "ordinary" and before[one.place] > OFFICERS:
            free.append(one)
    eldest = min(free, key=lambda one: one.birth_on)
    return [replace(one, case="exempt") if one is eldest else one for one in people]


def ordinary(person: Character, *, year: int) -> Character:
    """The same person without a special case, an official member of some years."""
    admitted = min(person.admitted_on, datetime.date(year - 3, 2, 3))
    return replace(
        person,
        case="ordinary",
        admitted_on=admitted,
        official_on=admitted.replace(year=admitted.year + 1),
        quality=min(person.quality, 1),
    )


def with_neighbours(
    chance: random.Random, *, people: Sequence[Character], places: Sequence[str]
) -> tuple[Character, ...]:
    """The same people, each living in a residential cell, if any: mostly the own one, for agencies one drawn."""
    if not places:
        return tuple(people)
    found = []
    for person in people:
        at_home = person.place in places and chance.randrange(12) > 0
        found.append(replace(person, lives_in=person.place if at_home else chance.choice(list(places))))
    return tuple(found)
