"""Which bodies an act on a result may be written down for: those the rulebook names, and those above the season."""

from datetime import date

from kiemdiem.core.answer import refuse
from kiemdiem.cycles import queries as cycles
from kiemdiem.cycles.models import Season
from kiemdiem.org import queries as org
from kiemdiem.org.models import Unit, UnitPeriod

COMPETENT = "competent_body"
CELL = "cell"


def competent_bodies(season: Season, act: str, *, subject_kind: str = "", unit: Unit | None = None) -> list[Unit]:
    """The bodies of the season that the rulebook lets do the act, by name; all of them where it names none.

    Of the cells only the unit itself: no cell proposes for another.
    """
    gates = [g for g in cycles.book_of(season).process.gates if g.act == act and g.kind == COMPETENT]
    if subject_kind:
        gates = [g for g in gates if subject_kind in g.only.get("subject_kind", (subject_kind,))]
    kinds = {kind for gate in gates for kind in gate.params["bodies"]}
    found = cycles.units_of_kind(season, *kinds) if gates else season.units.select_related("unit")
    return [each.unit for each in found if each.kind != CELL or (unit is not None and each.unit_id == unit.pk)]


def deciding_body(season: Season, *, subject_kind: str = "member") -> Unit:
    """The body whose decision it is on subjects of the kind.

    Raises: Refused when the season has no such body.
    """
    found = competent_bodies(season, "record_decision", subject_kind=subject_kind)
    if not found:
        raise refuse(
            "Chưa xác định được nơi có thẩm quyền quyết định trong đợt này.",
            todo="Bổ sung cấp ủy vào cây tổ chức, hoặc xem lại bộ quy tắc.",
        )
    return found[0]


def awarding_body(season: Season) -> Unit:
    """The body that chooses organisations for praise.

    Raises: Refused when the season has no such body.
    """
    found = competent_bodies(season, "award_units")
    return found[0] if found else deciding_body(season, subject_kind=CELL)


def bodies_above(season: Season, *, on: date) -> list[UnitPeriod]:
    """The bodies above the season's committee on the day: those over it in the tree, and those entered as superior."""
    return org.bodies_above(season.unit, on=on)
