"""Whether the figures of a counted round fit together, in sentences for those who counted."""

from kiemdiem.core.process.facts.parts import Count, Named, Tally


def figures_wrong(count: Count) -> tuple[str, ...]:
    """What does not fit in the figures of the whole round: present ≥ issued ≥ returned = valid + invalid."""
    found = [
        f"Số phiếu {name} là số âm ({number})"
        for name, number in (
            ("phát ra", count.issued),
            ("thu về", count.returned),
            ("hợp lệ", count.valid),
            ("không hợp lệ", count.invalid),
        )
        if number < 0
    ]
    if count.issued > count.present:
        found.append(f"Phát ra {count.issued} phiếu cho {count.present} người có mặt được bỏ phiếu")
    if count.returned > count.issued:
        found.append(f"Thu về {count.returned} phiếu, nhiều hơn số phát ra {count.issued}")
    if count.valid + count.invalid != count.returned:
        found.append(f"Hợp lệ {count.valid} cộng không hợp lệ {count.invalid} khác số thu về {count.returned}")
    return tuple(found)


def line_wrong(line: Tally, *, valid: int) -> str:
    """What does not fit in one line — marks, unmarked and void together are the valid slips — or nothing."""
    parts = (*line.votes.values(), line.blank, line.line_invalid)
    if any(number < 0 for number in parts):
        return "có số âm"
    if sum(parts) == valid:
        return ""
    return (
        f"tổng phiếu các mức {sum(line.votes.values())}, không đánh dấu {line.blank}, dòng không hợp lệ "
        f"{line.line_invalid}: cộng {sum(parts)}, khác số phiếu hợp lệ {valid}"
    )


def lines_wrong(count: Count, subjects: tuple[Named, ...]) -> tuple[str, ...]:
    """What does not fit line by line: a line missing, twice, unknown, or not adding up."""
    names = {each.key: each.name for each in subjects}
    counted = [line.subject for line in count.lines]
    found = [f"Thiếu dòng của {name}" for key, name in names.items() if key not in counted]
    found += [f"Dòng {key} không có trên phiếu" for key in counted if key not in names]
    found += [f"Dòng của {name} nhập hai lần" for key, name in names.items() if counted.count(key) > 1]
    for line in count.lines:
        wrong = line_wrong(line, valid=count.valid)
        if wrong:
            found.append(f"Dòng của {names.get(line.subject, line.subject)}: {wrong}")
    return tuple(found)


def differences(first: Count, second: Count) -> tuple[str, ...]:
    """Where two counts of one round differ: names of the figures and keys of the lines, in the order of the first."""
    figures = (
        ("có mặt", first.present, second.present),
        ("phát ra", first.issued, second.issued),
        ("thu về", first.returned, second.returned),
        ("hợp lệ", first.valid, second.valid),
        ("không hợp lệ", first.invalid, second.invalid),
    )
    found = [f"số {name}: {one} và {other}" for name, one, other in figures if one != other]
    others = {line.subject: marks(line) for line in second.lines}
    found += [f"dòng {line.subject}" for line in first.lines if others.pop(line.subject, None) != marks(line)]
    return (*found, *(f"dòng {key}" for key in others))


def marks(line: Tally) -> tuple[tuple[str, int], ...]:
    """The marks of a line that were counted at all, so that a grade not written and a grade with 0 are the same."""
    counted = {**line.votes, "": line.blank, "!": line.line_invalid}
    return tuple(sorted((grade, number) for grade, number in counted.items() if number))
