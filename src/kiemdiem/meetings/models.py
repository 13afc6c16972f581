"""Tables of the meetings: dates, roll, people under review, steps, minutes, and what was held out of order."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from kiemdiem.reviews.models.order_mark import OutOfOrder, mark_answered_whole
from kiemdiem.reviews.models.paper_source import Entered, PaperSource, paper_is_named


class Meeting(PaperSource):
    """One meeting of one body: planned for a day, held on a day, with a chair and a secretary.

    `kind` is `review`, or a kind of sitting the rulebook names.
    """

    class State(models.TextChoices):
        """Where the meeting stands."""

        PLANNED = "planned", "Đã ấn định"
        MOVED = "moved", "Hoãn, chưa có ngày mới"
        OPEN = "open", "Đang họp"
        BROKEN_OFF = "broken_off", "Tạm dừng giữa chừng"
        CLOSED = "closed", "Đã kết thúc"

    key = models.CharField(max_length=40, unique=True)
    season = models.ForeignKey("cycles.Season", on_delete=models.PROTECT, related_name="meetings")
    unit = models.ForeignKey("org.Unit", on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    step_key = models.CharField(max_length=160, blank=True)
    place = models.CharField(max_length=200, blank=True)
    supplementary_to = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="supplements"
    )
    state = models.CharField(max_length=12, choices=State, default=State.PLANNED)
    planned_on = models.DateField(null=True)
    held_on = models.DateField(null=True)
    resumed_on = models.DateField(null=True)
    began = models.TimeField(null=True)
    ended = models.TimeField(null=True)
    chair = models.ForeignKey("org.Person", on_delete=models.PROTECT, null=True, related_name="+")
    chair_ground = models.CharField(max_length=300, blank=True)
    secretary = models.ForeignKey("org.Person", on_delete=models.PROTECT, null=True, related_name="+")
    conclusion = models.TextField(blank=True)
    carried_to = models.CharField(max_length=300, blank=True)
    broken_why = models.CharField(max_length=500, blank=True)
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "meetings_meeting"
        indexes: ClassVar = [models.Index(fields=["season", "unit", "kind"], name="meetings_by_unit")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(state__in=["planned", "moved"]) | models.Q(held_on__isnull=False),
                name="meetings_held_has_day",
            ),
            models.CheckConstraint(
                condition=models.Q(opened_at__isnull=True, opened_by__isnull=True)
                | models.Q(opened_at__isnull=False, opened_by__isnull=False),
                name="meetings_opened_at_by",
            ),
            models.CheckConstraint(
                condition=models.Q(closed_at__isnull=True, closed_by__isnull=True)
                | models.Q(closed_at__isnull=False, closed_by__isnull=False),
                name="meetings_closed_at_by",
            ),
            paper_is_named("meetings"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def from_paper(self) -> bool:
        """What is keyed about it already happened on paper."""
        return self.entered == Entered.PAPER


class MeetingSession(models.Model):
    """One stretch a meeting sat without a break: its day, when it began, when it ended."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="sessions")
    held_on = models.DateField()
    began = models.TimeField(null=True)
    ended = models.TimeField(null=True)

    class Meta:
        db_table = "meetings_session"
        ordering: ClassVar = ["id"]


class MeetingMove(models.Model):
    """One moving of a meeting: the day it left, the day it went to, and why; the old day stays readable."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="moves")
    from_on = models.DateField(null=True)
    to_on = models.DateField(null=True)
    reason = models.CharField(max_length=500)
    warnings = models.TextField(blank=True)
    moved_at = models.DateTimeField()
    moved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "meetings_move"
        ordering: ClassVar = ["id"]


class Attendance(models.Model):
    """One name on the roll of a meeting: in which capacity, and whether present; guests may be known by name only."""

    class Capacity(models.TextChoices):
        """What the person may do at the meeting."""

        VOTER = "voter", "Có quyền bỏ phiếu"
        ATTENDEE = "attendee", "Dự, không bỏ phiếu"
        GUEST = "guest", "Đại biểu mời"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="roll")
    person = models.ForeignKey("org.Person", on_delete=models.PROTECT, null=True, related_name="+")
    printed_name = models.CharField(max_length=120)
    organisation = models.CharField(max_length=200, blank=True)
    capacity = models.CharField(max_length=10, choices=Capacity)
    ground = models.CharField(max_length=200, blank=True)
    present = models.BooleanField(null=True)
    absence = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "meetings_attendance"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "person"], name="meetings_once_on_roll"),
            models.CheckConstraint(
                condition=models.Q(person__isnull=False) | models.Q(capacity="guest"), name="meetings_voter_is_known"
            ),
        ]


class ReviewLine(models.Model):
    """One subject under review at one meeting; a gate that fails holds this line, never the meeting."""

    class State(models.TextChoices):
        """How far this review has come at this meeting."""

        WAITING = "waiting", "Chưa đến lượt"
        DONE = "done", "Đã kiểm điểm"
        HELD = "held", "Tạm giữ"
        ABSENT = "absent", "Vắng mặt"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="lines")
    subject = models.ForeignKey("cycles.SeasonSubject", on_delete=models.PROTECT, related_name="review_lines")
    printed_name = models.CharField(max_length=200)
    rank = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    hold_why = models.CharField(max_length=600, blank=True)
    hold_rows = models.CharField(max_length=300, blank=True)
    chair = models.ForeignKey("org.Person", on_delete=models.PROTECT, null=True, related_name="+")
    degree = models.TextField(blank=True)
    effect = models.TextField(blank=True)
    response = models.TextField(blank=True)
    conclusion = models.TextField(blank=True)
    done_on = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "meetings_review_line"
        ordering: ClassVar = ["meeting_id", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "subject"], name="meetings_one_line_each"),
            models.CheckConstraint(
                condition=~models.Q(state="done") | ~models.Q(conclusion=""), name="meetings_done_has_conclusion"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="held") | ~models.Q(hold_why=""), name="meetings_held_has_ground"
            ),
            models.CheckConstraint(
                condition=models.Q(done_at__isnull=True, done_by__isnull=True)
                | models.Q(done_at__isnull=False, done_by__isnull=False),
                name="meetings_done_at_by",
            ),
        ]


class AgendaPoint(models.Model):
    """One step of the rulebook's method for one subject of this meeting, or one point of a sitting's own business."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="agenda")
    line = models.ForeignKey(ReviewLine, on_delete=models.PROTECT, null=True, related_name="steps")
    step = models.CharField(max_length=60)
    title = models.CharField(max_length=400)
    clause = models.CharField(max_length=120, blank=True)
    position = models.PositiveSmallIntegerField()
    required = models.BooleanField(default=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "meetings_agenda_point"
        ordering: ClassVar = ["line_id", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["line", "step"], name="meetings_step_once"),
            models.UniqueConstraint(
                fields=["meeting", "step"], condition=models.Q(line__isnull=True), name="meetings_point_once"
            ),
            models.CheckConstraint(
                condition=models.Q(done_at__isnull=True, done_by__isnull=True)
                | models.Q(done_at__isnull=False, done_by__isnull=False),
                name="meetings_step_done_at_by",
            ),
        ]


class MinutesEntry(models.Model):
    """One entry of the minutes; a correction is a new entry that names the one it replaces."""

    class Kind(models.TextChoices):
        """What was said or done."""

        NOTE = "note", "Diễn biến"
        PRESENTED = "presented", "Trình bày"
        PRIOR_RESULT = "prior_result", "Kết quả đã kiểm điểm ở nơi khác"
        OPINION_READ = "opinion_read", "Ý kiến góp ý được nêu"
        COMMENT_READ = "comment_read", "Nhận xét nơi cư trú, nơi công tác được nêu"
        CONTRIBUTION = "contribution", "Ý kiến đóng góp"
        OBJECTION = "objection", "Ý kiến không đồng ý"
        RESERVATION = "reservation", "Ý kiến bảo lưu"
        RESPONSE = "response", "Tiếp thu, giải trình"
        CONCLUSION = "conclusion", "Kết luận của chủ trì"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="entries")
    line = models.ForeignKey(ReviewLine, on_delete=models.PROTECT, null=True, related_name="entries")
    point = models.ForeignKey(AgendaPoint, on_delete=models.PROTECT, null=True, related_name="entries")
    kind = models.CharField(max_length=16, choices=Kind)
    text = models.TextField()
    person = models.ForeignKey("org.Person", on_delete=models.PROTECT, null=True, related_name="+")
    speaker = models.CharField(max_length=200, blank=True)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    replace_why = models.CharField(max_length=500, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "meetings_minutes_entry"
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~models.Q(text=""), name="meetings_entry_has_text"),
            models.CheckConstraint(
                condition=models.Q(replaces__isnull=True) | ~models.Q(replace_why=""),
                name="meetings_correction_has_ground",
            ),
        ]


class MinutesSignature(models.Model):
    """One of the two signatures under the minutes: whose, on which day, over which text."""

    class Part(models.TextChoices):
        """Who signs as what."""

        CHAIR = "chair", "Chủ trì"
        SECRETARY = "secretary", "Thư ký"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="signatures")
    part = models.CharField(max_length=10, choices=Part)
    person = models.ForeignKey("org.Person", on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField()
    text_sha = models.CharField(max_length=64)
    keyed_at = models.DateTimeField()
    keyed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "meetings_signature"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "part"], name="meetings_one_signature_each"),
            models.UniqueConstraint(fields=["meeting", "person"], name="meetings_two_people_sign"),
        ]


class VoteNote(models.Model):
    """One round of voting held at the meeting, as the minutes know it: its title, whether it is settled, announced."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="votes")
    key = models.CharField(max_length=60, unique=True)
    title = models.CharField(max_length=300)
    is_settled = models.BooleanField(default=False)
    is_announced = models.BooleanField(default=False)

    class Meta:
        db_table = "meetings_vote_note"
        ordering: ClassVar = ["id"]


class OrderMark(OutOfOrder):
    """Something at a meeting held out of order; what was prepared out of order is marked in the room of the reviews."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="marks")
    line = models.ForeignKey(ReviewLine, on_delete=models.PROTECT, null=True, related_name="marks")

    class Meta:
        db_table = "meetings_order_mark"
        constraints: ClassVar = [mark_answered_whole("meetings")]
