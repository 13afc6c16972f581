"""What the rules gave for one subject, with the facts it rests on, so that it can be judged again for ever."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Verdict(models.Model):
    """One verdict of the judge; a later one on the same subject replaces it, the old one stays readable."""

    class Outcome(models.TextChoices):
        """What the rules could say."""

        GRADED = "graded", "Xếp loại được"
        NOT_GRADED = "not_graded", "Không thuộc diện xếp loại"
        NO_GRADE = "no_grade", "Không mức nào đủ điều kiện"
        CANNOT_SAY = "cannot_say", "Chưa đủ dữ kiện"

    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="verdicts")
    subject = models.ForeignKey("cycles.SeasonSubject", on_delete=models.PROTECT, related_name="verdicts")
    book = models.ForeignKey("cycles.EffectiveBook", on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()
    facts_json = models.TextField()
    facts_sha = models.CharField(max_length=64)
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    grade = models.CharField(max_length=40, blank=True)
    voted_grade = models.CharField(max_length=40, blank=True)
    is_provisional = models.BooleanField(default=False)
    result = models.JSONField()
    judged_on = models.DateField()
    why = models.CharField(max_length=300)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    is_current = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["subject", "number"], name="verdict_number_once"),
            models.UniqueConstraint(fields=["subject"], condition=Q(is_current=True), name="one_current_verdict"),
            models.CheckConstraint(
                name="verdict_grade_when_graded",
                condition=(Q(outcome="graded") & ~Q(grade="")) | (~Q(outcome="graded") & Q(grade="")),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["season", "is_current"], name="verdict_of_season")]
        ordering: ClassVar = ["subject", "number"]

    def __str__(self) -> str:
        return f"{self.subject}: {self.grade or self.get_outcome_display()}"
