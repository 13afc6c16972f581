"""Which comments are needed about whom, by the rulebook, and which of them have come in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.core.process.comments import comments_owed
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season, SeasonSubject
from kiemdiem.org import queries as org
from kiemdiem.org.days import in_force
from kiemdiem.org.models import Unit, Work
from kiemdiem.reviews.models import Comment
from kiemdiem.reviews.queries.papers import comments_of

FORM_PAPER = "request"


@dataclass(frozen=True)
class CommentNeeded:
    """One comment a member needs before his review is concluded, by which rows, and what came of it."""

    subject: SeasonSubject
    kind: str
    rows: tuple[str, ...]
    clause: str
    form_code: str
    comment: Comment | None = None

    @property
    def is_received(self) -> bool:
        """The comment has come in."""
        return self.comment is not None and self.comment.received_on is not None


def comments_needed(season: Season, cell: Unit, *, on: date) -> list[CommentNeeded]:
    """The comments needed about the members of a cell, by given name, each with what has come of it."""
    members = [member for member in cycles.members_of(season, cell, on=on) if member.is_reviewed]
    people = [member.person_id for member in members]
    asked = {(comment.person_id, comment.kind): comment for comment in comments_of(season, people=people)}
    found = []
    for needed in _owed(season, cell, members=members, on=on):
        key = (needed.subject.person_id, needed.kind)
        found.append(CommentNeeded(**{**needed.__dict__, "comment": asked.get(key)}))
    return found


def comment_needed(season: Season, member: SeasonSubject, *, kind: str, on: date) -> CommentNeeded:
    """The comment of that kind the member needs.

    Raises: Refused when the rulebook wants no such comment about him.
    """
    for needed in _owed(season, member.unit, members=[member], on=on):
        if needed.kind == kind:
            return needed
    raise refuse(
        f"Không cần lấy nhận xét này đối với đồng chí {member.name}.",
        why="Theo bộ quy tắc, đồng chí không thuộc diện phải có nhận xét này.",
        todo="Hãy kiểm tra nơi cư trú, nơi công tác và chức vụ của đồng chí trong hồ sơ.",
    )


def _owed(season: Season, cell: Unit, *, members: Iterable[SeasonSubject], on: date) -> list[CommentNeeded]:
    book = cycles.book_of(season)
    frozen = cycles.season_unit(season, cell)
    residences = {state.person.pk: state.residence for state in org.member_states(cell, on=on)}
    leading = set(cycles.leaders_of(season).values_list("person_id", flat=True))
    kept = list(members)
    works: dict[int, list[str]] = {}
    in_work = Work.objects.filter(in_force(on), person_id__in=[member.person_id for member in kept])
    for person, kind in in_work.values_list("person_id", "kind"):
        works.setdefault(person, []).append(kind)
    return [
        CommentNeeded(member, owed.comment, owed.rows, owed.clause, form_code(book, owed.comment))
        for member in kept
        for owed in comments_owed(
            book.process,
            is_leader=member.person_id in leading,
            cell_kind=frozen.cell_kind if frozen else "",
            lives_in_cell=_lives_in(residences.get(member.person_id), cell),
            work_kinds=tuple(works.get(member.person_id, ())),
        )
    ]


def _lives_in(residence: Unit | None, cell: Unit) -> bool | None:
    """Whether the residence is the cell's; not known while none is recorded."""
    return None if residence is None else residence.pk == cell.pk


def form_code(book: Rulebook, kind: str) -> str:
    """The code of the form on which a comment of that kind is asked for; empty when the rulebook has none."""
    forms = [form for form in book.forms.forms if form.paper == FORM_PAPER and form.key == f"{kind}_comment"]
    return forms[0].code if forms else ""
