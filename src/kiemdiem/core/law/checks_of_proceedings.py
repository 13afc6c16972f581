"""Whether gates, plan, dossiers, places and bodies name things that exist and ask for facts their acts have."""

from collections.abc import Iterable, Iterator

from kiemdiem.core.law.faults import Fault, among
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.process import gates


def faults(book: Rulebook) -> Iterator[Fault]:
    """Everything that does not fit in the sections of proceeding."""
    for key, message, hint in gates.problems(book.process):
        yield Fault("process.yaml", key, message, hint)
    yield from faults_of_places(book)
    yield from faults_of_sittings(book)
    yield from faults_of_plan(book)
    yield from faults_of_dossiers(book)
    yield from faults_of_bodies(book)


def faults_of_places(book: Rulebook) -> Iterator[Fault]:
    """Groups that are convened and not described."""
    groups = {group.key for group in book.process.groups}
    for place in book.process.places:
        yield from unknown(place.groups, groups, file="process.yaml", entry=place.key, what="thành phần dự")


def faults_of_sittings(book: Rulebook) -> Iterator[Fault]:
    """Groups, items of the plan, kinds of subject and ballots that a sitting names and the rulebook does not have."""
    groups = {group.key for group in book.process.groups}
    items = {item.key for item in book.plan.items}
    subjects = {subject.key for subject in book.subjects.subjects}
    ballots = {ballot.key for ballot in book.ballots.ballots}
    for each in book.process.sittings:
        yield from unknown(each.groups, groups, file="process.yaml", entry=each.key, what="thành phần dự")
        yield from unknown([each.plan_item], items, file="process.yaml", entry=each.key, what="việc của kế hoạch")
        yield from unknown(each.scores, subjects, file="process.yaml", entry=each.key, what="đối tượng")
        yield from unknown(each.ballots, ballots, file="process.yaml", entry=each.key, what="cuộc bỏ phiếu")


def faults_of_plan(book: Rulebook) -> Iterator[Fault]:
    """Units and items that the plan names and the rulebook does not have."""
    units = {unit.key for unit in book.body.units}
    items = {item.key for item in book.plan.items}
    for item in book.plan.items:
        yield from unknown(item.units, units, file="plan.yaml", entry=item.key, what="tổ chức")
    for row in book.plan.supervisors:
        yield from unknown(row.units, units, file="plan.yaml", entry=row.key, what="tổ chức")
    for term in book.plan.terms:
        yield from unknown([term.after], items, file="plan.yaml", entry=term.key, what="việc của kế hoạch")


def faults_of_dossiers(book: Rulebook) -> Iterator[Fault]:
    """Forms that a dossier asks for and the rulebook does not have, and content sets that a form prints."""
    forms = {form.key for form in book.forms.forms}
    sets = {content.key for content in book.criteria.sets}
    for dossier in book.dossier.dossiers:
        for item in dossier.items:
            wanted = [item.form] if item.form else []
            yield from unknown(wanted, forms, file="dossier.yaml", entry=item.key, what="mẫu")
    for form in book.forms.forms:
        yield from unknown(form.content_sets, sets, file="forms.yaml", entry=form.key, what="bộ nội dung")


def faults_of_bodies(book: Rulebook) -> Iterator[Fault]:
    """Parents that are no units, and posts of leaders in kinds of units that are not there."""
    units = {unit.key for unit in book.body.units}
    kinds = {unit.unit_kind for unit in book.body.units}
    for unit in book.body.units:
        yield from unknown(
            [unit.parent] if unit.parent else [], units, file="body.yaml", entry=unit.key, what="tổ chức"
        )
    for post in book.body.leader_posts:
        yield from unknown([post.unit_kind], kinds, file="body.yaml", entry=post.key, what="loại tổ chức")


def unknown(named: Iterable[str], known: set[str], *, file: str, entry: str, what: str) -> Iterator[Fault]:
    """A fault for each name that is not known, with what may be written."""
    for name in named:
        if name not in known:
            yield Fault(file, entry, f"không có {what} '{name}'", among(sorted(known)))
