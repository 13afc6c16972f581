"""Functions handed to a stand-in: what a role may hand over, and what was handed."""

from datetime import date

from django.db.models import Q

from kiemdiem.accounts.models import Account
from kiemdiem.desk import words
from kiemdiem.desk.queries.acts import acts_of, opens_pages
from kiemdiem.org import access, tree
from kiemdiem.org import queries as org
from kiemdiem.org.models import Grant, Unit


def roles_to_hand(account: Account, *, unit: Unit, on: date) -> list[str]:
    """The roles the account holds whole over the unit on the day, and not in person; only those can be handed over."""
    whole = [g for g in access.grants_of(account, on=on) if g.stands_in_for_id is None]
    held = access.roles_of(account, unit=unit, on=on)
    return sorted(({grant.role for grant in whole} & held) - access.IN_PERSON)


def acts_to_hand(role: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The acts of the role by room, in words, as a form offers them."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for act in acts_of(role):
        groups.setdefault(words.ROOMS[act.partition(".")[0]], []).append((act, words.act_words(act)))
    return list(groups.items())


def may_stand_in(holder: Account, *, unit: Unit, on: date) -> list[Account]:
    """The active accounts somebody may be stood in for by: of the unit's own people, or with work in its tree."""
    people = org.register(unit, on=on).values("person__account")
    seated = org.seats_under(unit, on=on).values("person__account")
    near = {*tree.answered_for([unit.pk], on=on), *tree.ancestors(unit, on=on)}
    working = access.granted(on).filter(unit_id__in=near).exclude(role="member").values("account")
    known = Q(pk__in=people) | Q(pk__in=seated) | Q(pk__in=working)
    return list(Account.objects.filter(known, is_active=True).exclude(pk=holder.pk).order_by("username"))


def handed_at(unit: Unit) -> list[Grant]:
    """Every function handed over at the unit, the newest first, those taken back included."""
    found = Grant.objects.filter(unit=unit, stands_in_for__isnull=False)
    return list(found.select_related("account", "stands_in_for", "unit").order_by("revoked_at", "-granted_at", "-pk"))


def named_acts(grant: Grant) -> str:
    """The acts a grant names, in words; the pages that go with them are not said."""
    return "; ".join(words.act_words(act) for act in grant.acts if not opens_pages(act))
