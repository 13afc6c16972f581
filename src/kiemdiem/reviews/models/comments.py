"""What others say beforehand: residence and workplace comments, opinions of organisations, attested statements."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kiemdiem.reviews.models.paper_source import FromPaper, paper_is_named


class Comment(FromPaper):
    """The comment on one member asked of his place of residence or of work; asked first, then received."""

    key = models.CharField(max_length=40, unique=True)
    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="comments")
    person = models.ForeignKey("org.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    form_code = models.CharField(max_length=60)
    asked_of = models.CharField(max_length=200)
    asked_unit = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    received_on = models.DateField(null=True)
    received_at = models.DateTimeField(null=True)
    received_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    signer = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    replaced_by = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaces")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["season", "person", "kind"],
                condition=Q(replaced_by__isnull=True),
                name="comment_one_in_force",
            ),
            models.CheckConstraint(
                name="comment_received_whole",
                condition=Q(received_on__isnull=True, received_at__isnull=True, received_by__isnull=True)
                | Q(received_on__isnull=False, received_at__isnull=False, received_by__isnull=False),
            ),
            paper_is_named("comment"),
        ]

    def __str__(self) -> str:
        return f"{self.form_code} · {self.person}"


class Opinion(FromPaper):
    """What one organisation says about another body's leadership in the year; to be read at its meeting."""

    key = models.CharField(max_length=40, unique=True)
    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="opinions")
    from_unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    about_unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    text = models.TextField()
    received_on = models.DateField()
    read_at_meeting = models.CharField(max_length=40, blank=True)
    read_on = models.DateField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    replaced_by = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaces")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["season", "from_unit", "about_unit", "kind"],
                condition=Q(replaced_by__isnull=True),
                name="opinion_one_in_force",
            ),
            models.CheckConstraint(
                name="opinion_read_whole",
                condition=Q(read_at_meeting="", read_on__isnull=True)
                | (~Q(read_at_meeting="") & Q(read_on__isnull=False)),
            ),
            paper_is_named("opinion"),
        ]

    def __str__(self) -> str:
        return f"{self.from_unit} → {self.about_unit}"


class Attestation(FromPaper):
    """What no machine may judge, stated by people: whether it holds, its level or number, by whom, on which day."""

    key = models.CharField(max_length=40, unique=True)
    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="attestations")
    entry_key = models.CharField(max_length=80)
    rows = models.JSONField(default=list)
    subject = models.CharField(max_length=100)
    statement = models.CharField(max_length=500)
    holds = models.BooleanField()
    level = models.CharField(max_length=40, blank=True)
    amount = models.PositiveIntegerField(null=True)
    ground = models.TextField(blank=True)
    stated_on = models.DateField()
    stated_by = models.CharField(max_length=200)
    reason = models.CharField(max_length=300, blank=True)
    replaced_by = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaces")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["season", "entry_key", "subject"],
                condition=Q(replaced_by__isnull=True),
                name="attestation_one_in_force",
            ),
            paper_is_named("attestation"),
        ]

    def __str__(self) -> str:
        return f"{self.subject}: {self.statement}"
