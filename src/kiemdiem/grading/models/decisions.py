"""What people made of the verdicts: proposals, decisions with their reasons, returned lines, commendations."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Keyed(models.Model):
    """Something a body did on a day, keyed by an account at a moment, replaced but never changed."""

    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="%(class)ss")
    subject = models.ForeignKey("cycles.SeasonSubject", on_delete=models.PROTECT, related_name="%(class)ss")
    body = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    keyed_at = models.DateTimeField()
    keyed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    is_current = models.BooleanField(default=True)

    class Meta:
        abstract = True


class Proposal(Keyed):
    """The grade a body proposes to the one that decides, beside what the rules gave."""

    verdict = models.ForeignKey("grading.Verdict", on_delete=models.PROTECT, related_name="proposals")
    grade = models.CharField(max_length=40)
    proposed_on = models.DateField()
    reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["subject", "body"], condition=Q(is_current=True), name="one_current_proposal_a_body"
            ),
        ]
        ordering: ClassVar = ["subject", "pk"]

    def __str__(self) -> str:
        return f"{self.subject}: {self.grade}"


class Decision(Keyed):
    """The grade the competent body recognised; it may depart from the verdict with a recorded reason.

    `from_above`: taken by a higher body and entered here from its document. An empty grade is the decision that the
    subject is not graded this year.
    """

    verdict = models.ForeignKey("grading.Verdict", on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    grade = models.CharField(max_length=40, blank=True)
    decided_on = models.DateField()
    document = models.CharField(max_length=200)
    from_above = models.BooleanField(default=False)
    departs = models.BooleanField(default=False)
    reason = models.CharField(max_length=1000, blank=True)
    regrade_of = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="regrades")
    scan = models.ForeignKey("files.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["subject", "number"], name="decision_number_once"),
            models.UniqueConstraint(fields=["subject"], condition=Q(is_current=True), name="one_current_decision"),
            models.CheckConstraint(name="departure_has_reason", condition=Q(departs=False) | ~Q(reason="")),
            models.CheckConstraint(name="decision_has_document", condition=~Q(document="")),
            models.CheckConstraint(name="regrade_has_reason", condition=Q(regrade_of__isnull=True) | ~Q(reason="")),
        ]
        ordering: ClassVar = ["subject", "number"]

    def __str__(self) -> str:
        return f"{self.subject}: {self.grade} ({self.document})"


class ReturnedLine(Keyed):
    """A result sent back to the body that proposed it, with questions it must answer."""

    verdict = models.ForeignKey("grading.Verdict", on_delete=models.PROTECT, related_name="returns")
    returned_on = models.DateField()
    questions = models.TextField()
    answered_on = models.DateField(null=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="return_has_questions", condition=~Q(questions="")),
            models.CheckConstraint(
                name="return_answered_whole",
                condition=Q(answered_on__isnull=True, answered_at__isnull=True, answered_by__isnull=True, answer="")
                | (Q(answered_on__isnull=False, answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
            ),
        ]
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.subject}: {self.returned_on:%d/%m/%Y}"


class CommendationProposal(Keyed):
    """An organisation put forward for praise before the body that may choose has met; it binds nobody."""

    proposed_on = models.DateField()
    reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["subject"], condition=Q(is_current=True), name="one_current_commendation_proposal"
            ),
        ]
        ordering: ClassVar = ["subject"]

    def __str__(self) -> str:
        return f"{self.subject}"


class Commendation(Keyed):
    """An organisation chosen for praise by the body that may choose, within the share the rules allow."""

    entry_key = models.CharField(max_length=80)
    chosen_on = models.DateField()
    document = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["subject"], condition=Q(is_current=True), name="one_current_commendation"),
        ]
        ordering: ClassVar = ["subject"]

    def __str__(self) -> str:
        return f"{self.subject}"
