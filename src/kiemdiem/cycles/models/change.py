"""What changed in the register while a season was open, and which way out was taken."""

from typing import ClassVar

from django.db import models
from django.db.models import Q


class RegisterChange(models.Model):
    """One change of one person or cell inside an open season, with what it touched when it was recorded."""

    class Kind(models.TextChoices):
        """What happened."""

        OFFICIAL = "official", "Được công nhận đảng viên chính thức"
        MOVED_IN = "moved_in", "Chuyển sinh hoạt đảng đến"
        MOVED_OUT = "moved_out", "Chuyển sinh hoạt đảng đi"
        LOST_POST = "lost_post", "Thôi giữ chức vụ"
        GAINED_POST = "gained_post", "Được giao chức vụ"
        SUSPENDED = "suspended", "Bị đình chỉ sinh hoạt"
        EXPELLED = "expelled", "Bị khai trừ hoặc xóa tên"
        DIED = "died", "Từ trần"
        EXEMPTED = "exempted", "Được miễn công tác, sinh hoạt"
        CELL_MERGED = "cell_merged", "Chi bộ được sáp nhập"
        CELL_SPLIT = "cell_split", "Chi bộ được chia tách"

    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="register_changes")
    key = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    person = models.ForeignKey("org.Person", null=True, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    to_unit = models.ForeignKey("org.Unit", null=True, on_delete=models.PROTECT, related_name="+")
    happened_on = models.DateField()
    document = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    touched = models.JSONField(default=list)
    ways_out = models.JSONField(default=dict)
    keyed_at = models.DateTimeField()
    keyed_by = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="change_of_person_or_cell",
                condition=Q(
                    kind__in=["cell_merged", "cell_split"],
                    unit__isnull=False,
                    to_unit__isnull=False,
                    person__isnull=True,
                )
                | (~Q(kind__in=["cell_merged", "cell_split"]) & Q(person__isnull=False)),
            ),
        ]
        ordering: ClassVar = ["keyed_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.happened_on:%d/%m/%Y}"
