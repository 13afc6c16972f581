"""What a line says otherwise than the file of a known person. An empty value says nothing and changes nothing."""

from datetime import date
from typing import Any

from kiemdiem.exchange.draft import REASON, Draft, Hands, Step
from kiemdiem.exchange.reading import Line
from kiemdiem.exchange.sheets import PEOPLE, PersonRow
from kiemdiem.org import commands, queries, words
from kiemdiem.org.days import in_force
from kiemdiem.org.models import Membership, Person

TITLES = {
    "full_name": "họ tên",
    "birth_on": "ngày sinh",
    "gender": "giới tính",
    "id_number": "số định danh",
    "admitted_on": "ngày kết nạp",
    "official_on": "ngày chính thức",
}


def changing(draft: Draft, line: Line, *, person: Person) -> None:
    """Adds the steps that bring a known person to what the line says."""
    steps = [*identity(line, person), *cell(draft, line, person=person), *others(draft, line, person=person)]
    draft.steps.extend(steps)
    if not steps:
        draft.same += 1


def identity(line: Line, person: Person) -> list[Step]:
    """The step that corrects who the person is, when the line says otherwise."""
    row: PersonRow = line.row
    values = {name: getattr(row, name) for name in TITLES if getattr(row, name)}
    changed = {name: value for name, value in values.items() if value != (getattr(person, name) or "")}
    if not changed:
        return []
    before = "; ".join(f"{TITLES[name]} {shown(getattr(person, name))}" for name in changed)
    after = "; ".join(f"{TITLES[name]} {shown(value)}" for name, value in changed.items())

    def do(hands: Hands) -> None:
        commands.correct_person(person, reason=REASON, by=hands.by, at=hands.at, version=None, **changed)

    return [Step("changed", PEOPLE, line.number, person.full_name, before, after, do)]


def shown(value: Any) -> str:
    """A value in words."""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return {"male": "Nam", "female": "Nữ"}.get(value, value) if value else "chưa ghi"


def cell(draft: Draft, line: Line, *, person: Person) -> list[Step]:
    """The step that moves the member, when the line names another cell."""
    row: PersonRow = line.row
    if not row.cell:
        return []
    wanted, state = draft.find(draft.units, row.cell), draft.states.get(person.pk)
    if row.from_on <= draft.day and state is not None and state.cell == wanted:
        return []
    day = max(row.from_on, draft.day)
    now = Membership.objects.filter(in_force(day), person=person, kind="official").select_related("unit").first()
    if now is not None and wanted is not None and now.unit_id == wanted.pk:
        return []
    before = draft.name_of(now.unit) if now else "không trong danh sách"

    def do(hands: Hands) -> None:
        to, who = draft.reached(hands.units, row.cell), {"by": hands.by, "at": hands.at}
        if now is None:
            commands.start_membership(person, to, kind="official", from_on=row.from_on, **who)
        elif now.from_on == row.from_on:
            commands.correct_fact(now, unit=to, reason=REASON, **who)
        else:
            commands.move_membership(person, to, on=row.from_on, reason=REASON, **who)

    if now is not None and row.from_on < now.from_on:
        text = f"chuyển trước ngày {now.from_on:%d/%m/%Y} đã về {before}; hãy ghi ngày chuyển đúng"
        draft.fault(PEOPLE, line.number, column="Sinh hoạt từ ngày", text=text)
        return []
    after = f"chi bộ {row.cell} từ {row.from_on:%d/%m/%Y}"
    return [Step("changed", PEOPLE, line.number, person.full_name, before, after, do)]


def others(draft: Draft, line: Line, *, person: Person) -> list[Step]:
    """The steps for another residence, an exemption, other work."""
    row: PersonRow = line.row
    steps = []

    def add(before: str, after: str, do: Any) -> None:
        steps.append(Step("changed", PEOPLE, line.number, person.full_name, before, after, do))

    now = draft.home_of(person)
    wanted = draft.find(draft.units, row.residence) if row.residence else None
    if row.residence and (wanted is None or wanted != now):
        add(
            draft.name_of(now) if now else "",
            f"cư trú ở {row.residence}",
            lambda hands: settle(draft, row, person=person, hands=hands),
        )
    wanted_kinds = exempted(row.exemption)
    day = max(row.exempt_from or draft.day, draft.day)
    standings = queries.standings_of(person, on=day) if wanted_kinds else frozenset()
    fresh = [kind for kind in wanted_kinds if kind not in standings]
    if fresh:
        add("", "miễn công tác, sinh hoạt", lambda hands: commands.exempt(
            person, fresh, from_on=row.exempt_from, by=hands.by, at=hands.at
        ))  # fmt: skip
    works = draft.works.get(person.pk, set())
    if row.work and row.work not in works:
        before = ", ".join(words.WORK_KINDS.get(kind, kind) for kind in sorted(works))
        add(before, f"thêm công việc {words.WORK_KINDS[row.work]}", lambda hands: commands.record_work(
            person, kind=row.work, workplace=row.workplace, from_on=draft.day, by=hands.by, at=hands.at
        ))  # fmt: skip
    return steps


def settle(draft: Draft, row: PersonRow, *, person: Person, hands: Hands) -> None:
    """The person's other residence: a move from the day of the import, or his first."""
    to = draft.reached(hands.units, row.residence)
    if queries.place_of(person, kind="residence", on=draft.day) is None:
        commands.start_membership(person, to, kind="residence", from_on=draft.day, by=hands.by, at=hands.at)
    else:
        commands.move_membership(person, to, on=draft.day, kind="residence", by=hands.by, at=hands.at)


def exempted(word: str) -> tuple[str, ...]:
    """The kinds of standing an exemption means."""
    return {"": (), "exempt": ("exempt_work", "exempt_activity")}.get(word, (word,))
