"""What is to do so that everybody can work: roles nobody holds, slips that ended unused, who stands in for whom."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from kiemdiem.accounts.models import Account
from kiemdiem.cycles import queries as cycles
from kiemdiem.desk.queries.holders import ENDED, holders_of
from kiemdiem.desk.queries.tasks.todo import Asking, Todo
from kiemdiem.org import access
from kiemdiem.org.models import Grant

PART = "Tài khoản và quyền"


def of_grants(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """The cells for which nobody is granted the secretary's role."""
    held = access.granted(asking.on).filter(role="secretary", account__is_active=True, acts=[])
    kept = set(held.values_list("unit_id", flat=True))
    for cell in cycles.cells_of(asking.season).filter(unit_id__in=units):
        if cell.unit_id not in kept:
            yield Todo(PART, f"Cấp quyền bí thư – {cell.name}: chưa ai giữ", "org:rights", (cell.unit.key,))


def of_slips(asking: Asking, units: frozenset[int]) -> Iterator[Todo]:
    """The organisations with slips that ended before they were used."""
    for cell in cycles.cells_of(asking.season).filter(unit_id__in=units):
        ended = sum(each.state == ENDED for each in holders_of(cell.unit, on=asking.on))
        if ended:
            title = f"Cấp lại phiếu tài khoản hết hạn – {cell.name}: {ended}"
            yield Todo(PART, title, "desk:unit_accounts", (cell.unit.key,), count=ended)


def stand_ins(by: Account, *, on: date) -> list[Grant]:
    """The functions handed to the account or handed over by it, in force on the day or still to come."""
    found = Grant.objects.filter(Q(account=by) | Q(stands_in_for=by), stands_in_for__isnull=False)
    lasting = found.filter(revoked_at__isnull=True, until_on__gt=on)
    return list(lasting.select_related("account", "stands_in_for", "unit").order_by("from_on", "pk"))
