"""The plan of a season: its versions, its steps in time, who watches which cell, and every amendment."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kiemdiem.cycles.models.season import both_or_none


class Plan(models.Model):
    """The plan as a document: drafted with the season, passed at a meeting, afterwards only amended."""

    season = models.OneToOneField("cycles.Season", on_delete=models.PROTECT, related_name="plan")
    number = models.CharField(max_length=60, blank=True)
    meeting = models.CharField(max_length=200, blank=True)
    signer = models.CharField(max_length=200, blank=True)
    passed_on = models.DateField(null=True)
    passed_at = models.DateTimeField(null=True)
    passed_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="plan_passed_pair", condition=both_or_none("passed")),
            models.CheckConstraint(
                name="plan_passed_whole",
                condition=Q(passed_on__isnull=True, passed_at__isnull=True)
                | (Q(passed_on__isnull=False, passed_at__isnull=False) & ~Q(meeting="") & ~Q(signer="")),
            ),
        ]

    def __str__(self) -> str:
        return self.number or "dự thảo"


class PlanStep(models.Model):
    """One line of the calendar: what is due, from when to when, by whom, and when it was done."""

    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="steps")
    key = models.CharField(max_length=160)
    entry_key = models.CharField(max_length=80)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    clause = models.CharField(max_length=120, blank=True)
    rows = models.JSONField(default=list)
    position = models.PositiveSmallIntegerField()
    unit = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    unit_name = models.CharField(max_length=200, blank=True)
    from_on = models.DateField()
    last_on = models.DateField()
    printed = models.CharField(max_length=200, blank=True)
    follows_key = models.CharField(max_length=160, blank=True)
    follows_days = models.PositiveSmallIntegerField(null=True)
    done_on = models.DateField(null=True)
    done_note = models.CharField(max_length=300, blank=True)
    done_paper = models.CharField(max_length=300, blank=True)
    done_mark = models.CharField(max_length=600, blank=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["season", "key"], name="plan_step_once"),
            models.CheckConstraint(name="plan_step_order", condition=Q(from_on__lte=F("last_on"))),
            models.CheckConstraint(name="plan_step_done_pair", condition=both_or_none("done")),
            models.CheckConstraint(
                name="plan_step_done_keyed",
                condition=Q(done_on__isnull=True, done_at__isnull=True)
                | Q(done_on__isnull=False, done_at__isnull=False),
            ),
        ]
        ordering: ClassVar = ["position", "from_on", "key"]

    def __str__(self) -> str:
        return self.title


class PlanChange(models.Model):
    """One amendment of a passed plan: the step, its old days and its new ones, by which document and why."""

    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="plan_changes")
    number = models.PositiveSmallIntegerField()
    step = models.ForeignKey(PlanStep, on_delete=models.PROTECT, related_name="changes")
    old_from_on = models.DateField()
    old_last_on = models.DateField()
    new_from_on = models.DateField()
    new_last_on = models.DateField()
    reason = models.CharField(max_length=500)
    document = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["season", "number", "step"], name="plan_change_once"),
            models.CheckConstraint(name="plan_change_reason", condition=~Q(reason="")),
        ]
        ordering: ClassVar = ["number", "pk"]

    def __str__(self) -> str:
        return f"{self.number}: {self.step}"


class Assignment(models.Model):
    """Who of the committee guides, urges and follows which cell."""

    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="assignments")
    supervisor = models.ForeignKey("org.Person", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    line = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    ended_why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["season", "unit"], condition=Q(ended_at__isnull=True), name="one_supervisor_a_unit"
            ),
            models.CheckConstraint(name="assignment_ended_pair", condition=both_or_none("ended")),
        ]
        ordering: ClassVar = ["line", "pk"]

    def __str__(self) -> str:
        return f"{self.supervisor} → {self.unit}"
