"""Whether the figures of a counted round fit together, in sentences for those who counted."""

from kiemdiem.core import counting
from kiemdiem.core.counting import Marks, Sheet
from kiemdiem.core.process.facts.parts import Count, Named, Tally


def figures_wrong(count: Count) -> tuple[str, ...]:
    """What does not fit in the figures of the whole round: present ≥ issued ≥ returned = valid + invalid."""
    found = []
    if count.issued < 0:
        found.append(f"Số phiếu phát ra là số âm ({count.issued})")
    if count.issued > count.present:
        found.append(f"Phát ra {count.issued} phiếu cho {count.present} người có mặt được bỏ phiếu")
    if count.returned > count.issued:
        found.append(f"Thu về {count.returned} phiếu, nhiều hơn số phát ra {count.issued}")
    return (*found, *counting.figures_wrong(returned=count.returned, valid=count.valid, invalid=count.invalid))


def lines_wrong(count: Count, subjects: tuple[Named, ...]) -> tuple[str, ...]:
    """What does not fit line by line: a line missing, twice, unknown, or not adding up."""
    names = {each.key: each.name for each in subjects}
    counted = [line.subject for line in count.lines]
    found = [f"Thiếu dòng của {name}" for key, name in names.items() if key not in counted]
    found += [f"Dòng {key} không có trên phiếu" for key in counted if key not in names]
    found += [f"Dòng của {name} nhập hai lần" for key, name in names.items() if counted.count(key) > 1]
    for line in count.lines:
        wrong = counting.line_wrong(marks(line, grades=tuple(line.votes)), valid=count.valid)
        if wrong:
            found.append(f"Dòng của {names.get(line.subject, line.subject)}: {wrong}")
    return tuple(found)


def differences(first: Count, second: Count) -> tuple[str, ...]:
    """Where two counts of one round differ: names of the figures and keys of the lines, in the order of the first."""
    lines = (*first.lines, *second.lines)
    subjects = tuple(dict.fromkeys(line.subject for line in lines))
    grades = tuple(dict.fromkeys(grade for line in lines for grade in line.votes))
    handed = (("người có mặt", first.present, second.present), ("phiếu phát ra", first.issued, second.issued))
    found = counting.differences(
        sheet(first, subjects=subjects, grades=grades), sheet(second, subjects=subjects, grades=grades), names=grades
    )
    figures = (*handed, *((each.what, each.first, each.second) for each in found if not each.position))
    keys = dict.fromkeys(subjects[each.position - 1] for each in found if each.position)
    named = tuple(f"số {name}: {one} và {other}" for name, one, other in figures if one != other)
    return (*named, *(f"dòng {key}" for key in keys))


def sheet(count: Count, *, subjects: tuple[str, ...], grades: tuple[str, ...]) -> Sheet:
    """A count as a tally sheet, its lines numbered in the order of the subjects."""
    lines = {subjects.index(line.subject) + 1: marks(line, grades=grades) for line in count.lines}
    return Sheet(count.returned, count.valid, count.invalid, lines)


def marks(line: Tally, *, grades: tuple[str, ...]) -> Marks:
    """The marks of a line in the order of the grades; a grade not written has none."""
    return Marks(tuple(line.votes.get(grade, 0) for grade in grades), line.blank, line.line_invalid)
