"""The sheet of civil servants' grades: new ones, and those that differ from what was entered before."""

from collections.abc import Mapping

from kiemdiem.core.names import search_key
from kiemdiem.exchange.draft import REASON, Draft, Hands, Step
from kiemdiem.exchange.reading import Line
from kiemdiem.exchange.sheets import GRADES, PEOPLE, GradeRow
from kiemdiem.org import commands
from kiemdiem.org.days import known
from kiemdiem.org.models import OutsideResult

KIND = "ccvc"


def compare(draft: Draft, *, levels: dict[str, frozenset[str]]) -> None:
    """Adds to the draft what the sheet of grades leads to. `levels`: the codes each name may stand for."""
    seen: dict[tuple[str, int], int] = {}
    given = OutsideResult.objects.filter(known(), kind=KIND, person_id__in=[p.pk for p in draft.people.values()])
    standing = {(result.person_id, result.year): result for result in given}
    for line in draft.contents.lines.get(GRADES, []):
        row: GradeRow = line.row
        first = seen.setdefault((row.person, row.year), line.number)
        grade = code_of(draft, line, levels=levels)
        if first != line.number:
            draft.fault(GRADES, line.number, column="Mã người", text=f"cùng người, cùng năm với hàng {first}")
        elif grade and is_known(draft, line):
            weigh(draft, line, grade=grade, standing=standing)


def code_of(draft: Draft, line: Line, *, levels: dict[str, frozenset[str]]) -> str:
    """The code of the grade a line names, or nothing with a fault when the scales do not have it or have several."""
    written: str = line.row.grade
    if not levels:
        return written
    codes = levels.get(search_key(written), frozenset())
    if len(codes) != 1:
        why = "không có trong các thang mức của quy định" if not codes else f"có thể là {', '.join(sorted(codes))}"
        draft.fault(line.sheet, line.number, column="Mức xếp loại", text=f"“{written[:60]}” {why}")
        return ""
    return next(iter(codes))


def is_known(draft: Draft, line: Line) -> bool:
    """Whether the line names a person of the committee or of the file."""
    code = line.row.person
    in_file = any(each.row.code == code for each in draft.contents.lines.get(PEOPLE, []))
    if in_file or draft.find(draft.people, code) is not None:
        return True
    draft.fault(GRADES, line.number, column="Mã người", text=f"không có người nào mang mã “{code}”")
    return False


def weigh(draft: Draft, line: Line, *, grade: str, standing: Mapping[tuple[int | None, int], OutsideResult]) -> None:
    """Adds the step that enters or corrects the grade, unless it stands as the line says.

    `standing`: the grades entered before, by person and year.
    """
    row: GradeRow = line.row
    person = draft.find(draft.people, row.person)
    now = standing.get((person.pk, row.year)) if person is not None else None
    values = {"grade": grade, "known_on": row.known_on, "document": row.document}
    if now is not None and all(getattr(now, name) == value for name, value in values.items()):
        draft.same += 1
        return

    def do(hands: Hands) -> OutsideResult:
        if now is not None:
            return commands.correct_fact(now, reason=REASON, by=hands.by, at=hands.at, **values)
        who = draft.reached(hands.people, row.person)
        return commands.record_outside_result(who, year=row.year, kind=KIND, by=hands.by, at=hands.at, **values)

    name = person.full_name if person is not None else row.person
    what = f"{name}, năm {row.year}"
    kind, before = ("new", "") if now is None else ("changed", now.grade)
    draft.steps.append(Step(kind, GRADES, line.number, what, before, grade, do))
