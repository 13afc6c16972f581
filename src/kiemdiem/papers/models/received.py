"""A paper handed in at the counter: one row settles it wherever it is owed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class ReceivedPaper(models.Model):
    """One paper of one form of one unit or person, as it came in; a returned one counts no longer."""

    key = models.CharField(max_length=60, unique=True)
    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="received_papers")
    form_key = models.CharField(max_length=60)
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("org.Person", null=True, on_delete=models.PROTECT, related_name="+")
    is_confirmed = models.BooleanField(default=False)
    handed_by = models.CharField(max_length=160)
    received_on = models.DateField()
    remark = models.CharField(max_length=300, blank=True)
    scan = models.ForeignKey("files.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    keyed_at = models.DateTimeField()
    keyed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    returned_on = models.DateField(null=True)
    returned_why = models.CharField(max_length=300, blank=True)
    returned_at = models.DateTimeField(null=True)
    returned_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["season", "form_key", "person"],
                condition=Q(person__isnull=False, returned_at__isnull=True),
                name="received_once_of_person",
            ),
            models.UniqueConstraint(
                fields=["season", "form_key", "unit"],
                condition=Q(person__isnull=True, returned_at__isnull=True),
                name="received_once_of_unit",
            ),
            models.CheckConstraint(
                name="received_returned_whole",
                condition=Q(returned_on__isnull=True, returned_at__isnull=True, returned_by__isnull=True)
                | (
                    Q(returned_on__isnull=False, returned_at__isnull=False, returned_by__isnull=False)
                    & ~Q(returned_why="")
                ),
            ),
            models.CheckConstraint(name="received_from_somebody", condition=~Q(handed_by="")),
        ]
        ordering: ClassVar = ["received_on", "pk"]

    def __str__(self) -> str:
        return self.form_key
