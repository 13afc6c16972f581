"""What was done out of order on paper: against which clause, and which body may accept it or order it again."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class OutOfOrder(models.Model):
    """One act that broke the order when it happened, and what the body that may accept it said; never hidden.

    Each room keeps its own table of them: a mark points at what it is about, and no room knows those above it.
    """

    class Answer(models.TextChoices):
        """What the body said."""

        OPEN = "open", "Chờ trả lời"
        ACCEPTED = "accepted", "Chấp nhận"
        AGAIN = "again", "Yêu cầu làm lại"

    act = models.CharField(max_length=60)
    why = models.CharField(max_length=600)
    clause = models.CharField(max_length=200, blank=True)
    rows = models.CharField(max_length=300, blank=True)
    accepting_body = models.CharField(max_length=200, blank=True)
    accepting_unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.OPEN)
    answered_on = models.DateField(null=True)
    document = models.CharField(max_length=200, blank=True)
    marked_at = models.DateTimeField()
    marked_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.why


def mark_answered_whole(prefix: str) -> models.CheckConstraint:
    """The constraint that a mark waits, or was answered by a document, on a day, keyed by somebody."""
    return models.CheckConstraint(
        name=f"{prefix}_mark_answered_whole",
        condition=Q(answer="open", answered_on__isnull=True, answered_at__isnull=True, answered_by__isnull=True)
        | (
            ~Q(answer="open")
            & ~Q(document="")
            & Q(answered_on__isnull=False, answered_at__isnull=False, answered_by__isnull=False)
        ),
    )


class OrderMark(OutOfOrder):
    """One act on a report or a self-review that broke the order; those of a meeting are marked in its own room."""

    report = models.ForeignKey("reviews.Report", null=True, on_delete=models.PROTECT, related_name="marks")
    self_review = models.ForeignKey("reviews.SelfReview", null=True, on_delete=models.PROTECT, related_name="marks")
    happened_on = models.DateField()

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="reviews_mark_about_one",
                condition=Q(report__isnull=False, self_review__isnull=True)
                | Q(report__isnull=True, self_review__isnull=False),
            ),
            mark_answered_whole("reviews"),
        ]
