"""The people who count and the paper they seal."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q


class Teller(models.Model):
    """Somebody elected at a meeting to count, with a secret number for that meeting only and no account."""

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.PROTECT, related_name="tellers")
    person = models.ForeignKey("org.Person", on_delete=models.PROTECT, related_name="+")
    printed_name = models.CharField(max_length=160)
    is_head = models.BooleanField(default=False)
    pin_hash = models.CharField(max_length=200)
    wrong_pins = models.PositiveSmallIntegerField(default=0)
    elected_at = models.DateTimeField()
    elected_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering: ClassVar = ["-is_head", "id"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "person"], name="ballots_teller_once")]

    def __str__(self) -> str:
        return self.printed_name


class Custody(models.Model):
    """One step in the life of the sealed slips of a meeting: sealed, opened on an order, sealed again, destroyed.

    `complaints_until`: the last day on which somebody could complain; slips are destroyed only after it.
    """

    class Act(models.TextChoices):
        """What was done with the packet."""

        SEALED = "sealed", "Niêm phong"
        OPENED = "opened", "Mở niêm phong"
        DESTROYED = "destroyed", "Tiêu hủy"

    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.PROTECT, related_name="custody")
    act = models.CharField(max_length=10, choices=Act)
    happened_on = models.DateField()
    keeper = models.ForeignKey("org.Person", on_delete=models.PROTECT, related_name="+")
    packets = models.PositiveSmallIntegerField(default=1)
    document = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    complaints_until = models.DateField(null=True)
    keyed_at = models.DateTimeField()
    keyed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(act="sealed") | (~Q(document="") & ~Q(reason="")), name="ballots_custody_ordered"
            ),
            models.CheckConstraint(
                condition=~Q(act="destroyed") | Q(complaints_until__lt=F("happened_on")),
                name="ballots_destroyed_after_term",
            ),
        ]
