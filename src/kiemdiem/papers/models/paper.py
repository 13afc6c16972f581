"""A paper written by the program: which form, about whom, its number, its layout and its files."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Paper(models.Model):
    """One paper as it was written. It is never overwritten: a wrong one is voided and written again."""

    class State(models.TextChoices):
        """What the paper counts for."""

        DRAFT = "draft", "Dự thảo"
        ISSUED = "issued", "Đã in"
        VOIDED = "voided", "Đã hủy"

    key = models.CharField(max_length=60, unique=True)
    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="papers")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    form_key = models.CharField(max_length=60)
    form_code = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=300)
    about = models.CharField(max_length=120, blank=True)
    ledger = models.CharField(max_length=20, blank=True)
    term = models.CharField(max_length=40, blank=True)
    number = models.PositiveIntegerField(null=True)
    paper_on = models.DateField()
    layout = models.CharField(max_length=40)
    state = models.CharField(max_length=8, choices=State.choices)
    docx = models.ForeignKey("files.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    pdf = models.ForeignKey("files.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    xlsx = models.ForeignKey("files.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    voided_at = models.DateTimeField(null=True)
    voided_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    voided_why = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "ledger", "term", "number"],
                condition=Q(number__isnull=False),
                name="paper_number_once",
            ),
            models.CheckConstraint(
                name="paper_number_in_ledger", condition=Q(number__isnull=True) | (Q(number__gte=1) & ~Q(ledger=""))
            ),
            models.CheckConstraint(
                name="paper_has_a_file",
                condition=Q(docx__isnull=False) | Q(pdf__isnull=False) | Q(xlsx__isnull=False),
            ),
            models.CheckConstraint(
                name="paper_voided_whole",
                condition=(~Q(state="voided") & Q(voided_at__isnull=True, voided_by__isnull=True, voided_why=""))
                | (Q(state="voided", voided_at__isnull=False, voided_by__isnull=False) & ~Q(voided_why="")),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["season", "form_key"], name="paper_by_form"),
            models.Index(fields=["season", "about"], name="paper_by_subject"),
        ]
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.title
