"""What others give a subject beside its own papers: points to review, and ratings with a level for each criterion."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kiemdiem.reviews.models.paper_source import FromPaper, paper_is_named


class Suggestion(FromPaper):
    """Points one body gave a subject to review, and the working group sent to attend and direct the review."""

    key = models.CharField(max_length=40, unique=True)
    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="suggestions")
    subject = models.ForeignKey("cycles.SeasonSubject", on_delete=models.PROTECT, related_name="suggestions")
    from_unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    given_on = models.DateField()
    group = models.ManyToManyField("org.Person", related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    replaced_by = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaces")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["season", "subject", "from_unit"],
                condition=Q(replaced_by__isnull=True),
                name="suggestion_one_in_force",
            ),
            paper_is_named("suggestion"),
        ]

    def __str__(self) -> str:
        return f"{self.from_unit} → {self.subject}"


class Rating(FromPaper):
    """The rating of one subject by one party beside it: asked for first, then handed in."""

    key = models.CharField(max_length=40, unique=True)
    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="ratings")
    subject = models.ForeignKey("cycles.SeasonSubject", on_delete=models.PROTECT, related_name="ratings")
    party = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    asked_from = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    sent_to = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField(null=True)
    received_at = models.DateTimeField(null=True)
    received_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    grade = models.CharField(max_length=40, blank=True)
    text = models.TextField(blank=True)
    reason = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["season", "subject", "party"], name="rating_one_of_a_party"),
            models.CheckConstraint(
                name="rating_received_whole",
                condition=Q(received_on__isnull=True, received_at__isnull=True, received_by__isnull=True)
                | Q(received_on__isnull=False, received_at__isnull=False, received_by__isnull=False),
            ),
            paper_is_named("rating"),
        ]

    def __str__(self) -> str:
        return f"{self.party} → {self.subject}"


class RatedLevel(models.Model):
    """The level one rating gives one criterion."""

    rating = models.ForeignKey(Rating, on_delete=models.PROTECT, related_name="levels")
    fact = models.CharField(max_length=80)
    level = models.CharField(max_length=40)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["rating", "fact"], name="rated_once")]

    def __str__(self) -> str:
        return f"{self.fact}: {self.level}"
