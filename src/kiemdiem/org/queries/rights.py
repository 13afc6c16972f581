"""Grants as the pages list them."""

from django.db.models import QuerySet

from kiemdiem.org.models import Grant, Unit


def grants_at(unit: Unit) -> QuerySet[Grant]:
    """Every grant given at the unit itself, the newest first, those taken back included."""
    found = Grant.objects.filter(unit=unit).select_related("account", "unit", "stands_in_for")
    return found.order_by("revoked_at", "-granted_at", "-pk")
