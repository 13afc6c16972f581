"""Notices: what somebody must be told, until when, and how we know that he was."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Notice(models.Model):
    """One thing owed to one person or one unit: told or not yet, with its proof."""

    class Proof(models.TextChoices):
        """How we know the recipient was told."""

        READ_ALOUD = "read_aloud", "Đọc công khai tại cuộc họp"
        SIGNED_LIST = "signed_list", "Danh sách ký nhận"
        LETTER = "letter", "Văn bản gửi"

    key = models.CharField(max_length=40, unique=True)
    season = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=60)
    about = models.CharField(max_length=120)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    rows = models.JSONField(default=list)
    person = models.ForeignKey("org.Person", null=True, on_delete=models.PROTECT, related_name="notices")
    unit = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="notices")
    under = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True)
    owed_at = models.DateTimeField()
    owed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField(null=True)
    proof = models.CharField(max_length=20, choices=Proof.choices, blank=True)
    proof_text = models.CharField(max_length=300, blank=True)
    keyed_at = models.DateTimeField(null=True)
    keyed_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_why = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="notice_to_one",
                condition=Q(person__isnull=False, unit__isnull=True) | Q(person__isnull=True, unit__isnull=False),
            ),
            models.CheckConstraint(
                name="notice_given_with_proof",
                condition=Q(given_on__isnull=True, proof="") | (Q(given_on__isnull=False) & ~Q(proof="")),
            ),
            models.CheckConstraint(
                name="notice_keyed_by",
                condition=Q(keyed_at__isnull=True, keyed_by__isnull=True)
                | Q(keyed_at__isnull=False, keyed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="notice_withdrawn_pair",
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_why="")),
            ),
            models.CheckConstraint(
                name="notice_keyed_when_given", condition=Q(given_on__isnull=True) | Q(keyed_at__isnull=False)
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["season", "kind"], name="notice_season_kind")]

    def __str__(self) -> str:
        return self.title
