"""Whether what refers to one another in a rulebook ever comes to an end."""

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from kiemdiem.core.law.faults import Fault
from kiemdiem.core.law.rulebook import Rulebook

Graph = Mapping[str, Iterable[str]]


def faults(book: Rulebook) -> Iterator[Fault]:
    """Subjects, contents, rounds and units that stand on themselves."""
    subjects = {one.key: [one.children.subject] if one.children else [] for one in book.subjects.subjects}
    said = "các đối tượng tính kết quả của nhau thành vòng"
    yield from in_a_circle(subjects, file="subjects.yaml", said=said, mend="children")
    sets = {one.key: one.includes for one in book.criteria.sets}
    yield from in_a_circle(sets, file="criteria.yaml", said="các bộ nội dung gồm nhau thành vòng", mend="includes")
    for content in book.criteria.sets:
        items = {item.key: [one.key for one in content.items if one.code == item.parent] for item in content.items}
        said = "các mục là mục cha của nhau thành vòng"
        yield from in_a_circle(items, file="criteria.yaml", said=said, mend="parent")
    for ballot in book.ballots.ballots:
        rounds = {one.key: [one.after] if one.after else [] for one in ballot.rounds}
        yield from in_a_circle(rounds, file="ballots.yaml", said="các lần bỏ phiếu chờ nhau thành vòng", mend="after")
    units = {unit.key: [unit.parent] if unit.parent else [] for unit in book.body.units}
    said = "các tổ chức là cấp trên của nhau thành vòng"
    yield from in_a_circle(units, file="body.yaml", said=said, mend="parent")


def in_a_circle(graph: Graph, *, file: str, said: str, mend: str) -> Iterator[Fault]:
    """A fault at the first of those that go round in a circle."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = sorted({str(each) for each in error.args[1]})
        yield Fault(file, circle[0], f"{said}: {', '.join(circle)}", f"bỏ hoặc sửa '{mend}' của một mục")
