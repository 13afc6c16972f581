"""The sheet of units: new ones under their parents, changed names and parents, missing ones."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from kiemdiem.exchange.draft import REASON, Draft, Hands, Missing, Step
from kiemdiem.exchange.reading import Line
from kiemdiem.exchange.sheets import UNITS, UnitRow
from kiemdiem.org import commands, queries, words
from kiemdiem.org.models import Unit, UnitPeriod


def compare(draft: Draft) -> None:
    """Adds to the draft what the sheet of units leads to."""
    lines = draft.contents.lines.get(UNITS)
    if lines is None:
        return
    for line in in_order(draft, lines):
        unit = draft.find(draft.units, line.row.code)
        if unit is None:
            draft.steps.append(founding(draft, line))
        else:
            changing(draft, line, unit=unit)
    if lines:
        missing(draft, lines)


def in_order(draft: Draft, lines: list[Line]) -> Iterator[Line]:
    """The lines with every parent before those under it; a code used twice or a circle is a fault."""
    by_code: dict[str, Line] = {}
    for line in lines:
        if line.row.code in by_code:
            first = by_code[line.row.code].number
            draft.fault(UNITS, line.number, column="Mã tổ chức", text=f"mã “{line.row.code}” đã dùng ở hàng {first}")
        by_code.setdefault(line.row.code, line)
    for code, line in by_code.items():
        parent = line.row.parent
        if parent and parent not in by_code and draft.find(draft.units, parent) is None:
            draft.fault(UNITS, line.number, column="Thuộc tổ chức", text=f"không có tổ chức nào mang mã “{parent}”")
        if parent == code:
            draft.fault(UNITS, line.number, column="Thuộc tổ chức", text="tổ chức không thể thuộc chính nó")
    above = {code: {line.row.parent} & by_code.keys() - {code} for code, line in by_code.items()}
    try:
        order = list(TopologicalSorter(above).static_order())
    except CycleError as circle:
        names = ", ".join(sorted(set(circle.args[1])))
        draft.fault(UNITS, 0, column="Thuộc tổ chức", text=f"các tổ chức {names} thuộc lẫn nhau thành vòng")
        return
    yield from (by_code[code] for code in order)


def founding(draft: Draft, line: Line) -> Step:
    """The step that founds the unit of the line."""
    row: UnitRow = line.row

    def do(hands: Hands) -> None:
        parent = draft.reached(hands.units, row.parent) if row.parent else draft.body
        key = draft.key_of(row.code)
        hands.units[key] = commands.found_unit(
            row.name, kind=row.kind, cell_kind=row.cell_kind, parent=parent, from_on=row.from_on, key=key,
            by=hands.by, at=hands.at,
        )  # fmt: skip

    kind = words.UNIT_KINDS[row.kind]
    return Step("new", UNITS, line.number, row.name, "", f"{kind}, từ {row.from_on:%d/%m/%Y}", do)


def changing(draft: Draft, line: Line, *, unit: Unit) -> None:
    """Adds the steps that bring the unit to what the line says."""
    row: UnitRow = line.row
    period = queries.unit_period(unit, on=max(row.from_on, draft.day))
    if period is None:
        text = f"{queries.unit_name(unit, on=draft.day)} đã giải thể; hãy bỏ dòng này"
        return draft.fault(UNITS, line.number, column="Mã tổ chức", text=text)
    changes = differing(draft, row, period=period, unit=unit)
    if not changes:
        draft.same += 1
        return None
    if row.from_on < period.from_on:
        text = f"trước ngày {period.from_on:%d/%m/%Y} đã ghi trong phần mềm"
        return draft.fault(UNITS, line.number, column="Từ ngày", text=text)
    if row.from_on > period.from_on and ("kind" in changes or "cell_kind" in changes):
        text = "loại tổ chức không đổi theo ngày; nếu ghi sai, hãy giữ nguyên “Từ ngày” cũ để đính chính"
        return draft.fault(UNITS, line.number, column="Loại", text=text)
    for name, (before, after) in changes.items():
        do = altering(draft, row, unit=unit, name=name)
        draft.steps.append(Step("changed", UNITS, line.number, f"{period.name}: {TITLES[name]}", before, after, do))
    return None


TITLES = {"name": "tên", "kind": "loại", "cell_kind": "loại hình chi bộ", "parent": "cấp trên"}


def differing(draft: Draft, row: UnitRow, *, period: UnitPeriod, unit: Unit) -> dict[str, tuple[str, str]]:
    """What the line says otherwise than the register: before and after, in words."""
    found = {}
    if row.name != period.name:
        found["name"] = (period.name, row.name)
    if row.kind != period.kind:
        found["kind"] = (words.UNIT_KINDS.get(period.kind, period.kind), words.UNIT_KINDS[row.kind])
    if row.cell_kind and row.cell_kind != period.cell_kind:
        found["cell_kind"] = (words.CELL_KINDS.get(period.cell_kind, ""), words.CELL_KINDS[row.cell_kind])
    parent = draft.find(draft.units, row.parent) if row.parent else None
    if row.parent and unit.pk != draft.body.pk and (parent is None or parent.pk != period.parent_id):
        now = queries.unit_name(period.parent, on=draft.day) if period.parent else ""
        found["parent"] = (now, queries.unit_name(parent, on=draft.day) if parent else row.parent)
    return found


def altering(draft: Draft, row: UnitRow, *, unit: Unit, name: str) -> object:
    """The act that changes one thing about the unit from its day on; a correction when that day is the old one."""

    def do(hands: Hands) -> None:
        period = queries.unit_period(unit, on=max(row.from_on, draft.day))
        value = draft.reached(hands.units, row.parent) if name == "parent" else getattr(row, name)
        if row.from_on == period.from_on:
            commands.correct_fact(period, reason=REASON, by=hands.by, at=hands.at, **{name: value})
        elif name == "name":
            commands.rename_unit(unit, value, on=row.from_on, by=hands.by, at=hands.at)
        else:
            commands.move_unit(unit, value, on=row.from_on, by=hands.by, at=hands.at)

    return do


def missing(draft: Draft, lines: list[Line]) -> None:
    """Notes the units of the register that the file does not name."""
    named = {unit.pk for unit in (draft.find(draft.units, line.row.code) for line in lines) if unit is not None}
    for period in queries.units_under(draft.body, on=draft.day):
        if period.unit_id not in named and period.unit_id != draft.body.pk:
            draft.missing.append(Missing(UNITS, period.name))
