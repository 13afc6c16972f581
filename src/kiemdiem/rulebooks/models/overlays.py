"""What a committee lays over a shipped rulebook: readings chosen, gaps filled, and who signed for them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Overlay(models.Model):
    """One choice of one committee on one book: a reading, or the filling of a gap; the newest unreplaced one holds."""

    class Kind(models.TextChoices):
        """What is laid over the book."""

        READING = "reading", "Cách hiểu"
        GAP = "gap", "Nội dung bổ sung"

    key = models.CharField(max_length=40, unique=True)
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="overlays")
    rulebook = models.CharField(max_length=40)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=80)
    value = models.TextField()
    reason = models.CharField(max_length=500, blank=True)
    body = models.CharField(max_length=200, blank=True)
    document = models.CharField(max_length=200, blank=True)
    scan = models.ForeignKey("files.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    replaced_by = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaces")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "rulebook", "kind", "name"],
                condition=Q(replaced_by__isnull=True),
                name="overlay_one_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rulebook} · {self.name} = {self.value}"


class Signature(models.Model):
    """The readings of one committee, signed as they stood: the sha names exactly what was signed."""

    key = models.CharField(max_length=40, unique=True)
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="reading_signatures")
    rulebook = models.CharField(max_length=40)
    effective_sha = models.CharField(max_length=64)
    signer = models.CharField(max_length=200)
    document = models.CharField(max_length=200, blank=True)
    signed_on = models.DateField()
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["unit", "rulebook", "effective_sha"], name="signature_of_book")]

    def __str__(self) -> str:
        return f"{self.rulebook} · {self.signer}"


class AttachedAct(models.Model):
    """The act a book is made from, handed in by an officer; `text` is empty where none could be read from the file."""

    rulebook = models.CharField(max_length=40)
    file = models.ForeignKey("files.StoredFile", on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    attached_at = models.DateTimeField()
    attached_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    replaced_by = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaces")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["rulebook"], condition=Q(replaced_by__isnull=True), name="attached_act_one_in_force"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rulebook} · {self.file}"
