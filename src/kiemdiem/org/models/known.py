"""What every fact carries: since when it is known and by whom, and since when another entry stands in its place."""

from django.db import models
from django.db.models import F, Q


class Known(models.Model):
    """A fact as keyed: never overwritten, only superseded by a later entry with a reason."""

    known_at = models.DateTimeField()
    known_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    superseded_at = models.DateTimeField(null=True, blank=True)
    superseded_by = models.ForeignKey(
        "accounts.Account", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True


class Dated(Known):
    """A fact in force from a day (inside) until a day (outside); no end means it still holds."""

    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


def paired() -> models.CheckConstraint:
    """The moment a fact was superseded and the account that did it are both there or both missing."""
    together = Q(superseded_at__isnull=True, superseded_by__isnull=True)
    both = Q(superseded_at__isnull=False, superseded_by__isnull=False)
    return models.CheckConstraint(condition=together | both, name="%(app_label)s_%(class)s_superseded_pair")


def ordered() -> models.CheckConstraint:
    """A period ends after it begins."""
    return models.CheckConstraint(
        condition=Q(until_on__isnull=True) | Q(until_on__gt=F("from_on")), name="%(app_label)s_%(class)s_period_order"
    )


def among(field: str, values: tuple[str, ...]) -> models.CheckConstraint:
    """The field holds one of the words the field knows."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__in": values}), name=f"%(app_label)s_%(class)s_{field}_known"
    )


def one_open(*fields: str, name: str, **where: str) -> models.UniqueConstraint:
    """At most one entry that still holds, of those fields."""
    return models.UniqueConstraint(
        fields=fields, condition=Q(until_on__isnull=True, superseded_at__isnull=True, **where), name=name
    )
