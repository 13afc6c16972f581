"""What the pages of ballots ask. Forms know the shape of an answer; whether it may be, the commands say."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kiemdiem.ballots.models import Custody, Line, Round, Teller
from kiemdiem.ballots.queries import Option, Slips
from kiemdiem.core.counting import Marks, ScoredSlip, Sheet
from kiemdiem.files.commands import MAX_BYTES
from kiemdiem.meetings.forms import person_choices
from kiemdiem.meetings.models import Attendance
from kiemdiem.org.models import Person
from kiemdiem.reviews.commands import Scan
from kiemdiem.web import fields
from kiemdiem.web.forms import Form, VersionedForm

SECRET, USED, BY_HAND = "secret", "used", "by_hand"
WAYS = (
    (SECRET, "Bỏ phiếu, dùng phiếu mới"),
    (USED, "Bỏ phiếu, phát lại phiếu của lần trước"),
    (BY_HAND, "Biểu quyết giơ tay"),
)


class PrepareForm(Form):
    """The roll of a round, taken anew: nobody is taken for present before he was seen."""

    present = fields.Several(label="Người có quyền bỏ phiếu đang có mặt")
    entry = fields.Choice(
        label="Cách kiểm phiếu", choices=[(word.value, word.label) for word in Round.Entry], initial=Round.Entry.TELLERS
    )
    way = fields.Choice(label="Hình thức bỏ phiếu", choices=WAYS, initial=SECRET, required=False)
    told = fields.Tick(label="Chủ trì đã được báo: phát lại phiếu thì không thể đếm lại lần trước", required=False)
    boxes = fields.Several(
        label="Các mức để đánh dấu trên phiếu đơn vị tự in",
        required=False,
        help_text="Chỉ chọn khi không dùng phiếu do phần mềm in.",
    )

    def __init__(
        self,
        *args: Any,
        voters: Sequence[Attendance],
        grades: Sequence[Option] = (),
        is_first: bool = True,
        fresh_slips: bool = True,
        **kwargs: Any,
    ):
        super().__init__(*args, **kwargs)
        self.fields["way"].initial = SECRET if fresh_slips else USED
        if is_first:
            self.fields["way"].choices = [way for way in WAYS if way[0] != USED]
            del self.fields["told"]
        self.fields["boxes"].choices = [(grade.key, grade.name) for grade in grades]
        if not grades:
            for name in ("boxes", "way", "told"):
                self.fields.pop(name, None)
        people = [each.person for each in voters if each.person]
        keys = dict(person_choices(people))
        self.fields["present"].choices = [(str(person.pk), keys[person.key]) for person in people]

    def here(self) -> set[int]:
        """The ids of those present."""
        return {int(pk) for pk in self.cleaned_data["present"]}

    def clean(self) -> dict[str, Any]:
        """The answers; used slips go out again only once the chair knows what that means."""
        if self.cleaned_data.get("way") == USED and not self.cleaned_data.get("told"):
            self.add_error("told", "Phải báo cho chủ trì trước khi phát lại phiếu của lần trước.")
        return self.cleaned_data

    def slips(self) -> Slips:
        """How the round is voted, as chosen."""
        way = self.cleaned_data.get("way")
        boxes = tuple(self.cleaned_data.get("boxes", ()))
        return Slips(fresh=way != USED, secret=False if way == BY_HAND else None, boxes=boxes or None)


class RepeatForm(PrepareForm):
    """The lines to be voted on once more, the roll, and the reason."""

    lines = fields.Several(label="Bỏ phiếu lại đối với")
    reason = fields.LongText(label="Lý do bỏ phiếu lại", rows=2, max_length=500)

    def __init__(self, *args: Any, undecided: Iterable[Line], **kwargs: Any):
        super().__init__(*args, **kwargs)
        del self.fields["entry"]
        self.fields["lines"].choices = [(str(line.subject_id), str(line)) for line in undecided]


class ElectForm(Form):
    """Somebody elected to count."""

    person = fields.Pick(label="Người được bầu")
    is_head = fields.Tick(label="Tổ trưởng tổ kiểm phiếu", required=False)

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = [("", "Chọn người có mặt"), *person_choices(people)]


class PinForm(Form):
    """A teller and his secret number."""

    teller = fields.Choice(label="Đồng chí là")
    pin = fields.Text(label="Mã kiểm phiếu (6 chữ số)", max_length=6)

    def __init__(self, *args: Any, tellers: Sequence[Teller], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["teller"].choices = [(str(teller.pk), teller.printed_name) for teller in tellers]
        self.fields["pin"].widget.attrs.update({"inputmode": "numeric", "autocomplete": "one-time-code"})


class IssueForm(VersionedForm):
    """How many slips were handed out."""

    issued = fields.Whole(label="Số phiếu phát ra", min_value=1)


class VersionForm(VersionedForm):
    """Nothing but the row's version."""


class VoidForm(VersionedForm):
    """Why a round is void, and what was found."""

    returned = fields.Whole(label="Số phiếu thu về, nếu đã đếm", required=False)
    reason = fields.LongText(label="Lý do hủy vòng bỏ phiếu", rows=2, max_length=500)


class RecountForm(VersionedForm):
    """Why it is counted again, and whether all lines are."""

    reason = fields.LongText(label="Lý do kiểm lại", rows=2, max_length=500)
    whole = fields.Tick(label="Kiểm lại toàn bộ các dòng", required=False)


class CorrectionForm(VersionedForm):
    """Why a locked count is put right, and on which signed paper."""

    reason = fields.LongText(label="Vì sao kết quả đã chốt phải sửa", rows=2, max_length=500)
    document = fields.Text(label="Số, ký hiệu biên bản kiểm phiếu ký lại")
    signed_on = fields.Day(label="Ngày ký lại")


class CustodyForm(Form):
    """One step in the life of the sealed slips."""

    step = fields.Choice(label="Việc đã làm", choices=[(act.value, act.label) for act in Custody.Act])
    happened_on = fields.Day(label="Ngày")
    keeper = fields.Pick(label="Người giữ")
    packets = fields.Whole(label="Số gói niêm phong", min_value=1, initial=1)
    document = fields.Text(label="Văn bản cho phép (khi mở hoặc tiêu hủy)", required=False)
    reason = fields.Text(label="Lý do (khi mở hoặc tiêu hủy)", required=False, max_length=500)
    complaints_until = fields.Day(label="Ngày hết thời hạn khiếu nại (khi tiêu hủy)", required=False)

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["keeper"].choices = [("", "Chọn người giữ"), *person_choices(people)]


class ScanForm(Form):
    """The scan of a signed tally sheet."""

    scan = fields.Upload(
        label="Bản chụp phiếu kiểm đã ký", accept=".pdf,.jpg,.jpeg,.png", most_bytes=MAX_BYTES, required=False,
        help_text="Tệp PDF, JPG hoặc PNG; gửi kèm khi nhập xong.",
    )  # fmt: skip

    def handed(self) -> Scan | None:
        """The scan, when one was handed in."""
        upload = self.cleaned_data["scan"]
        return Scan(upload.name, upload) if upload else None


class FiguresForm(Form):
    """The figures of a whole sheet."""

    attempt = fields.Whole(label="Lần kiểm")
    returned = fields.Whole(label="Số phiếu thu về")
    valid = fields.Whole(label="Số phiếu hợp lệ")
    invalid = fields.Whole(label="Số phiếu không hợp lệ")


def number_in(text: str) -> int | None:
    """A count as typed: digits only; an empty box is nothing, which is not zero."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 6 else None


def box_name(position: int, box: int | str) -> str:
    """The name of one box of the sheet."""
    return f"o_{position}_{box}"


def sheet_in(sent: Mapping[str, str], *, positions: Sequence[int], options: int) -> Sheet | None:
    """The sheet as it was sent; a line with an empty or unreadable box is left out. None: the figures are missing."""
    figures = [number_in(sent.get(name, "")) for name in ("returned", "valid", "invalid")]
    if None in figures:
        return None
    lines = {}
    for position in positions:
        boxes = [
            number_in(sent.get(box_name(position, box), "")) for box in (*range(1, options + 1), "blank", "spoiled")
        ]
        if None not in boxes:
            *votes, blank, spoiled = boxes
            lines[position] = Marks(tuple(votes), blank=blank, spoiled=spoiled)
    returned, valid, invalid = figures
    return Sheet(returned, valid, invalid, lines)


def points_in(text: str) -> int | None:
    """Points as typed, `38` or `38,5` or `38.25`, in hundredths; None when it is no such number."""
    whole, _, rest = text.strip().replace(".", ",").partition(",")
    if not (whole.isascii() and whole.isdigit() and len(whole) <= 3):
        return None
    if rest and not (rest.isascii() and rest.isdigit() and len(rest) <= 2):
        return None
    return int(whole) * 100 + int(rest.ljust(2, "0") or 0)


def slip_in(sent: Mapping[str, str], *, parts: int) -> ScoredSlip | None:
    """One score slip as it was sent; nothing when its points cannot be read. A slip held invalid needs no points."""
    typed = [sent.get(f"d_{part}", "").strip() for part in range(1, parts + 1)]
    written = sent.get("d_total", "").strip()
    spoiled = sent.get("d_bad") == "1"
    read, total = [points_in(text) for text in typed], points_in(written)
    pairs = zip([*typed, written], [*read, total], strict=True)
    if not spoiled and any(text and points is None for text, points in pairs):
        return None
    return ScoredSlip(tuple(read), total, spoiled=spoiled)
