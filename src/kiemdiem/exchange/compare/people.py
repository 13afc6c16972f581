"""The sheet of people: who is new, who is known, who must be asked about, and what changed about them."""

from kiemdiem.core.answer import refuse
from kiemdiem.exchange.compare.changes import changing, exempted
from kiemdiem.exchange.draft import Draft, Hands, Missing, Question, Step, candidate
from kiemdiem.exchange.reading import Line, Remark
from kiemdiem.exchange.sheets import PEOPLE, SEATS, UNITS, PersonRow
from kiemdiem.org import commands, queries
from kiemdiem.org.models import Person

NEW = ("mới", "moi", "new")


def compare(draft: Draft) -> None:
    """Adds to the draft what the sheet of people leads to."""
    lines = draft.contents.lines.get(PEOPLE)
    if lines is None:
        return
    seen: set[int] = set()
    for line in unrepeated(draft, lines):
        if not is_complete(draft, line):
            continue
        person, asked = who(draft, line)
        if asked:
            continue
        if person is None:
            draft.steps.extend(entering(draft, line))
        elif person.pk in seen:
            draft.fault(PEOPLE, line.number, column="Mã người", text=f"hai dòng cùng là {person.full_name}")
        else:
            seen.add(person.pk)
            draft.people[draft.key_of(line.row.code)] = person
            changing(draft, line, person=person)
    if lines:
        missing(draft, seen)


def unrepeated(draft: Draft, lines: list[Line]) -> list[Line]:
    """The lines whose code and number no line above has; those of one name and birthday are remarked on."""
    codes: dict[str, int] = {}
    numbers: dict[str, int] = {}
    names: dict[tuple[str, object], int] = {}
    kept = []
    for line in lines:
        row: PersonRow = line.row
        double = [("Mã người", codes.get(row.code)), ("Số định danh", numbers.get(row.id_number))]
        for title, first in double:
            if first:
                draft.fault(PEOPLE, line.number, column=title, text=f"trùng với hàng {first}")
        if first := names.get((row.full_name, row.birth_on)):
            text = f"cùng họ tên, ngày sinh với hàng {first}; nếu là một người, hãy bỏ bớt một dòng"
            draft.notes.append(Remark(PEOPLE, line.number, "Họ và tên", text))
        codes.setdefault(row.code, line.number)
        names.setdefault((row.full_name, row.birth_on), line.number)
        if row.id_number:
            numbers.setdefault(row.id_number, line.number)
        if not any(first for _, first in double):
            kept.append(line)
    return kept


def is_complete(draft: Draft, line: Line) -> bool:
    """Whether the line has what goes together: a cell with its days, an exemption with its day."""
    row: PersonRow = line.row
    wanted = []
    if row.cell:
        wanted.append(("Sinh hoạt từ ngày", row.from_on))
    if row.cell and draft.find(draft.people, row.code) is None:
        wanted.append(("Ngày kết nạp", row.admitted_on))
    if row.exemption:
        wanted.append(("Miễn từ ngày", row.exempt_from))
    for title, value in wanted:
        if value is None:
            draft.fault(PEOPLE, line.number, column=title, text="còn trống")
    unknown = [
        (title, code)
        for title, code in (("Chi bộ", row.cell), ("Chi bộ nơi cư trú", row.residence))
        if code and not is_unit(draft, code)
    ]
    for title, code in unknown:
        draft.fault(PEOPLE, line.number, column=title, text=f"không có tổ chức nào mang mã “{code}”")
    return not unknown and all(value is not None for _, value in wanted)


def is_unit(draft: Draft, code: str) -> bool:
    """Whether the code means a unit of the committee or of the file."""
    lines = draft.contents.lines.get(UNITS, [])
    return draft.find(draft.units, code) is not None or any(line.row.code == code for line in lines)


def who(draft: Draft, line: Line) -> tuple[Person | None, bool]:
    """The person of the line, if he is known, and whether somebody must be asked first."""
    row: PersonRow = line.row
    person = draft.find(draft.people, row.code)
    if person is not None:
        return person, False
    answer = draft.answers.get(row.code) or row.same_as
    if answer.casefold() in NEW:
        return None, False
    if answer:
        chosen = draft.find(draft.people, answer)
        if chosen is None:
            draft.fault(PEOPLE, line.number, column="Là ai", text=f"không có hồ sơ nào mang mã “{answer[:40]}”")
        return chosen, chosen is None
    alike = queries.likely_same(row.full_name, birth_on=row.birth_on, id_number=row.id_number)
    here = [person for person in alike if person.key in draft.people]
    if here:
        shown = tuple(candidate(person, on=draft.day) for person in here)
        draft.questions.append(Question(line.number, row.code, row.full_name, row.birth_on, shown))
    return None, bool(here)


def entering(draft: Draft, line: Line) -> list[Step]:
    """The steps that enter a new person with all the line says."""
    row: PersonRow = line.row
    key = draft.key_of(row.code)

    def enter(hands: Hands) -> None:
        if not row.cell:
            hands.people[key] = outsider(draft, line, hands)
            return
        hands.people[key] = commands.register_person(
            row.full_name, cell=draft.reached(hands.units, row.cell), from_on=row.from_on, admitted_on=row.admitted_on,
            official_on=row.official_on, birth_on=row.birth_on, id_number=row.id_number, gender=row.gender, key=key,
            by=hands.by, at=hands.at,
        )  # fmt: skip

    where = f"chi bộ {row.cell}" if row.cell else "người ngoài Đảng"
    steps = [Step("new", PEOPLE, line.number, row.full_name, "", where, enter)]
    return steps + details(draft, line)


def outsider(draft: Draft, line: Line, hands: Hands) -> Person:
    """A person outside the Party, entered with the first seat the file gives him."""
    row: PersonRow = line.row
    seats = [each.row for each in draft.contents.lines.get(SEATS, []) if each.row.person == row.code]
    if not seats:
        raise refuse(
            f"{row.full_name} chưa có chi bộ và cũng chưa có chức vụ nào.",
            todo="Hãy ghi chi bộ, hoặc thêm dòng ở trang Chức vụ nếu là người ngoài Đảng.",
        )
    seat = seats[0]
    return commands.register_outsider(
        row.full_name, body=draft.reached(hands.units, seat.unit), post=seat.post, from_on=seat.from_on,
        birth_on=row.birth_on, id_number=row.id_number, gender=row.gender, key=draft.key_of(row.code),
        by=hands.by, at=hands.at,
    )  # fmt: skip


def details(draft: Draft, line: Line) -> list[Step]:
    """The steps for what a new person's line says beside the register: residence, exemption, work."""
    row: PersonRow = line.row

    def known(hands: Hands) -> Person:
        return draft.reached(hands.people, row.code)

    def settle(hands: Hands) -> None:
        home, day = draft.reached(hands.units, row.residence), row.from_on or draft.day
        commands.start_membership(known(hands), home, kind="residence", from_on=day, by=hands.by, at=hands.at)

    def exempt(hands: Hands) -> None:
        commands.exempt(known(hands), exempted(row.exemption), from_on=row.exempt_from, by=hands.by, at=hands.at)

    def employ(hands: Hands) -> None:
        values = {"kind": row.work, "workplace": row.workplace, "from_on": row.from_on or draft.day}
        commands.record_work(known(hands), by=hands.by, at=hands.at, **values)

    said = [
        (row.residence, f"cư trú ở {row.residence}", settle),
        (row.exemption, "miễn công tác, sinh hoạt", exempt),
        (row.work, "công việc", employ),
    ]
    return [Step("new", PEOPLE, line.number, row.full_name, "", after, do) for value, after, do in said if value]


def missing(draft: Draft, seen: set[int]) -> None:
    """Notes the members of the register that the file does not name."""
    for membership in queries.register(draft.body, on=draft.day):
        if membership.person_id not in seen:
            name = membership.person.full_name
            draft.missing.append(Missing(PEOPLE, f"{name}, {draft.name_of(membership.unit)}"))
