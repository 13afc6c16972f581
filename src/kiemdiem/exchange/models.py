"""Import files handed in: for which committee, what was answered about them, whether they were taken over."""

from django.db import models
from django.db.models import Q


class Upload(models.Model):
    """One import file of one committee, from handing in to taking over; `answers` say who is the same person."""

    key = models.CharField(max_length=40, unique=True)
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="uploads")
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="uploads")
    rulebook_code = models.CharField(max_length=60, blank=True)
    answers = models.JSONField(default=dict)
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    applied_at = models.DateTimeField(null=True, blank=True)
    applied_by = models.ForeignKey(
        "accounts.Account", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(applied_at__isnull=True, applied_by__isnull=True)
                | Q(applied_at__isnull=False, applied_by__isnull=False),
                name="exchange_upload_applied_pair",
            )
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.file}"
