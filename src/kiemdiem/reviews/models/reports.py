"""Reports of collectives and cells: their versions, and to whom each was handed before the meeting."""

from typing import ClassVar

from django.db import models

from kiemdiem.reviews.models.paper_source import FromPaper, PaperSource, paper_is_named


class Report(FromPaper):
    """One report of one unit in one season; its text is that of its newest version.

    `concluded_on`: its meeting concluded on the collective. `individuals_on`: the last of the individual reviews there.
    """

    class State(models.TextChoices):
        """Where the report stands."""

        DRAFT = "draft", "Đang soạn"
        SENT = "sent", "Đã gửi thành viên"
        PRESENTED = "presented", "Đã trình bày tại hội nghị"
        COMPLETED = "completed", "Đã hoàn thiện"

    key = models.CharField(max_length=40, unique=True)
    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="reports")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    form_code = models.CharField(max_length=60)
    content_set = models.CharField(max_length=60, blank=True)
    sections = models.JSONField(default=dict)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    number = models.PositiveSmallIntegerField(default=1)
    finished_on = models.DateField(null=True)
    presented_on = models.DateField(null=True)
    concluded_on = models.DateField(null=True)
    individuals_on = models.DateField(null=True)
    completed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["season", "unit", "kind"], name="report_once"),
            paper_is_named("report"),
        ]

    def __str__(self) -> str:
        return f"{self.form_code} · {self.unit}"


class ReportVersion(PaperSource):
    """One version of a report as it stood, with the reason it was written."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    sections = models.JSONField(default=dict)
    reason = models.CharField(max_length=300)
    happened_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "number"], name="report_version_once"),
            paper_is_named("report_version"),
        ]
        ordering: ClassVar = ["number"]

    def __str__(self) -> str:
        return f"{self.report} · {self.number}"


class Delivery(FromPaper):
    """One participant got one version of the report before the meeting: when, and how we know."""

    class Proof(models.TextChoices):
        """How we know the participant had it."""

        SIGNED_LIST = "signed_list", "Danh sách ký nhận"
        LETTER = "letter", "Công văn, sổ gửi văn bản"
        SYSTEM = "system", "Gửi trên hệ thống"

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="deliveries")
    number = models.PositiveSmallIntegerField()
    person = models.ForeignKey("org.Person", on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField()
    proof = models.CharField(max_length=12, choices=Proof.choices)
    proof_text = models.CharField(max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey("accounts.Account", null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_why = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["report", "number", "person"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="delivery_once",
            ),
            models.CheckConstraint(
                name="delivery_withdrawn_pair",
                condition=models.Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | (models.Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~models.Q(withdrawn_why="")),
            ),
            paper_is_named("delivery"),
        ]

    def __str__(self) -> str:
        return f"{self.report} → {self.person}"
