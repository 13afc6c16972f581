"""Grants: which role an account holds over which part of the tree, on which days."""

from django.db import models
from django.db.models import F, Q

from kiemdiem.org.models.known import among
from kiemdiem.org.models.units import Unit

ROLES = (
    "administrator",
    "officer",
    "clerk",
    "secretary",
    "supervisor",
    "teller",
    "member",
    "inspector",
    "assessor",
)


class Grant(models.Model):
    """A role of an account over a unit and all under it; a stand-in's grant names its acts and ends on a day."""

    account = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="grants")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    stands_in_for = models.ForeignKey(
        "accounts.Account", on_delete=models.PROTECT, null=True, blank=True, related_name="stand_ins"
    )
    acts = models.JSONField(default=list)
    granted_at = models.DateTimeField()
    granted_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        "accounts.Account", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            among("role", ROLES),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gt=F("from_on")), name="org_grant_period_order"
            ),
            models.CheckConstraint(
                condition=Q(stands_in_for__isnull=True) | Q(until_on__isnull=False), name="org_grant_stand_in_ends"
            ),
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="org_grant_revoked_pair",
            ),
            models.UniqueConstraint(
                fields=["account", "role", "unit"],
                condition=Q(until_on__isnull=True, revoked_at__isnull=True),
                name="org_grant_one_open",
            ),
        ]
        indexes = [models.Index(fields=["account", "role"])]

    def __str__(self) -> str:
        return f"{self.account} · {self.role} · {self.unit}"
