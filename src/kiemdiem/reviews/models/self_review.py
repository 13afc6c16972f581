"""What one person writes about himself: exactly one self-review a season, and a leader's papers beside it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kiemdiem.reviews.models.paper_source import FromPaper, PaperSource, paper_is_named


class SelfReview(FromPaper):
    """The one self-review of one member, used at every place where he is reviewed."""

    class State(models.TextChoices):
        """Where the self-review stands."""

        DRAFT = "draft", "Đang viết"
        SUBMITTED = "submitted", "Đã nộp"
        PRESENTED = "presented", "Đã trình bày"
        COMPLETED = "completed", "Đã bổ sung, hoàn thiện"
        CONFIRMED = "confirmed", "Chi bộ đã xác nhận"

    key = models.CharField(max_length=40, unique=True)
    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="self_reviews")
    person = models.ForeignKey("org.Person", on_delete=models.PROTECT, related_name="+")
    form_code = models.CharField(max_length=60)
    content_sets = models.JSONField(default=list)
    sections = models.JSONField(default=dict)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    number = models.PositiveSmallIntegerField(default=1)
    submitted_on = models.DateField(null=True)
    concluded_on = models.DateField(null=True)
    completed_on = models.DateField(null=True)
    confirmed_on = models.DateField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    confirmer = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["season", "person"], name="one_self_review"),
            models.CheckConstraint(
                name="self_review_confirmed_pair",
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True, confirmed_on__isnull=True)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False, confirmed_on__isnull=False),
            ),
            models.CheckConstraint(
                name="self_review_confirmed_whole",
                condition=(Q(state="confirmed") & ~Q(confirmer="") & Q(confirmed_on__isnull=False))
                | (~Q(state="confirmed") & Q(confirmed_on__isnull=True)),
            ),
            paper_is_named("self_review"),
        ]

    def __str__(self) -> str:
        return f"{self.form_code} · {self.person}"


class SelfReviewVersion(PaperSource):
    """One version of a self-review as it stood, with the reason it was written."""

    self_review = models.ForeignKey(SelfReview, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    sections = models.JSONField(default=dict)
    reason = models.CharField(max_length=300)
    happened_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["self_review", "number"], name="self_review_version_once"),
            paper_is_named("self_review_version"),
        ]
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return f"{self.self_review} · {self.number}"


class LeaderPaper(FromPaper):
    """One paper about one leader beside his self-review: his own assessment, or the collective's on him."""

    key = models.CharField(max_length=40, unique=True)
    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="leader_papers")
    person = models.ForeignKey("org.Person", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    form_code = models.CharField(max_length=60)
    sections = models.JSONField(default=dict)
    written_on = models.DateField()
    number = models.PositiveSmallIntegerField(default=1)
    reason = models.CharField(max_length=300, blank=True)
    replaced_by = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaces")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["season", "person", "kind"],
                condition=Q(replaced_by__isnull=True),
                name="leader_paper_one_in_force",
            ),
            paper_is_named("leader_paper"),
        ]

    def __str__(self) -> str:
        return f"{self.form_code} · {self.person}"
