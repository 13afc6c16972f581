"""The sheets of an import file: what each column is called, means and may hold."""

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from kiemdiem.exchange import values
from kiemdiem.org import words

EXEMPTIONS = {
    "exempt": "Công tác và sinh hoạt",
    "exempt_work": "Chỉ công tác",
    "exempt_activity": "Chỉ sinh hoạt",
}
GENDERS = {"male": "Nam", "female": "Nữ"}
REQUIRED = "Bắt buộc."  # how the hint of a column begins that no line may leave empty
# Nobody's residence is guessed; while it is unknown, a rule on those who live elsewhere counts him among them.
RESIDENCE = (
    "Chi bộ nơi cư trú: người ở ngay địa bàn chi bộ mình thì ghi mã chi bộ mình, người ở nơi khác thì ghi mã chi bộ "
    "nơi ở. Để trống thì đảng viên chi bộ khu dân cư bị coi là cư trú nơi khác và phải có nhận xét của nơi cư trú."
)
YES_NO = {"yes": "Có", "no": "Không"}
# The civil servants' grades have a sheet of their own, which agencies fill.
OTHER_RESULTS = {kind: title for kind, title in words.RESULT_KINDS.items() if kind != "ccvc"}

Code = Annotated[str, BeforeValidator(values.code)]
CodeOrNone = Annotated[str, BeforeValidator(values.code_or_none)]
Day = Annotated[date, BeforeValidator(values.day)]
DayOrNone = Annotated[date | None, BeforeValidator(values.day_or_none)]
Year = Annotated[int, BeforeValidator(values.year)]
IdNumber = Annotated[str, BeforeValidator(values.id_number)]
Name = Annotated[str, BeforeValidator(values.text(120))]
UnitName = Annotated[str, BeforeValidator(values.text(200))]
Grade = Annotated[str, BeforeValidator(values.text(120))]
Remark = Annotated[str, BeforeValidator(values.text(200, required=False))]
UnitKind = Annotated[str, BeforeValidator(values.word(words.UNIT_KINDS))]
CellKind = Annotated[str, BeforeValidator(values.word(words.CELL_KINDS, required=False))]
Gender = Annotated[str, BeforeValidator(values.word(GENDERS, required=False))]
Exemption = Annotated[str, BeforeValidator(values.word(EXEMPTIONS, required=False))]
WorkKind = Annotated[str, BeforeValidator(values.word(words.WORK_KINDS, required=False))]
Post = Annotated[str, BeforeValidator(values.word(words.POSTS))]
LinkKind = Annotated[str, BeforeValidator(values.word(words.LINK_KINDS))]
ResultKind = Annotated[str, BeforeValidator(values.word(OTHER_RESULTS))]
Side = Annotated[str, BeforeValidator(values.word(words.SIDES))]
Measure = Annotated[str, BeforeValidator(values.word(words.MEASURES))]
AwardKind = Annotated[str, BeforeValidator(values.word(words.AWARD_KINDS))]
AwardLevel = Annotated[str, BeforeValidator(values.word(words.AWARD_LEVELS, required=False))]
LeaveKind = Annotated[str, BeforeValidator(values.word(words.LEAVE_KINDS))]
YesOrNone = Annotated[bool | None, BeforeValidator(values.yes_or_none(YES_NO))]


def column(title: str, hint: str, *, width: int = 16, kind: str = "text", choices: dict[str, str] | None = None) -> Any:
    """One column: its heading, what to type, and how the template formats it."""
    return Field(alias=title, json_schema_extra={"hint": hint, "width": width, "kind": kind, "choices": choices or {}})


class Row(BaseModel):
    """One line of a sheet."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class UnitRow(Row):
    """One unit and where it stands."""

    code: Code = column("Mã tổ chức", "Bắt buộc. Mã do cơ quan tự đặt, giữ nguyên qua các lần nhập, ví dụ CB01.")
    name: UnitName = column("Tên tổ chức", "Bắt buộc. Tên đầy đủ.", width=44)
    kind: UnitKind = column("Loại", "Bắt buộc. Chọn trong danh mục.", width=34, choices=words.UNIT_KINDS)
    cell_kind: CellKind = column(
        "Loại hình chi bộ", "Chỉ ghi cho chi bộ. Chọn trong danh mục.", width=20, choices=words.CELL_KINDS
    )
    parent: CodeOrNone = column("Thuộc tổ chức", "Mã tổ chức cấp trên; để trống nếu trực thuộc Đảng bộ đang nhập.")
    from_on: Day = column("Từ ngày", "Bắt buộc. Ngày thành lập, hoặc ngày tên, cấp trên mới có hiệu lực.", kind="day")


class PersonRow(Row):
    """One person: a member of a cell, or somebody outside the Party who holds a seat."""

    code: Code = column("Mã người", "Bắt buộc. Mã do cơ quan tự đặt, giữ nguyên qua các lần nhập, ví dụ DV001.")
    full_name: Name = column("Họ và tên", "Bắt buộc.", width=28)
    birth_on: DayOrNone = column("Ngày sinh", "Ngày/tháng/năm.", kind="day")
    gender: Gender = column("Giới tính", "Nam hoặc Nữ.", width=10, choices=GENDERS)
    id_number: IdNumber = column("Số định danh", "Đúng 12 chữ số, ô kiểu Văn bản để giữ số 0 ở đầu.", width=18)
    cell: CodeOrNone = column("Chi bộ", "Mã chi bộ sinh hoạt chính thức; để trống nếu là người ngoài Đảng.")
    from_on: DayOrNone = column("Sinh hoạt từ ngày", "Bắt buộc khi có chi bộ.", kind="day")
    admitted_on: DayOrNone = column("Ngày kết nạp", "Bắt buộc khi có chi bộ.", kind="day")
    official_on: DayOrNone = column("Ngày chính thức", "Để trống nếu là đảng viên dự bị.", kind="day")
    residence: CodeOrNone = column(
        "Chi bộ nơi cư trú",
        "Mã chi bộ nơi cư trú; ở ngay địa bàn chi bộ mình thì ghi mã chi bộ mình. Để trống là chưa rõ: "
        "người ở chi bộ khu dân cư sẽ phải có nhận xét của nơi cư trú.",
    )
    exemption: Exemption = column("Miễn", "Để trống nếu không được miễn.", width=22, choices=EXEMPTIONS)
    exempt_from: DayOrNone = column("Miễn từ ngày", "Bắt buộc khi được miễn.", kind="day")
    work: WorkKind = column("Công việc", "Chọn trong danh mục.", width=30, choices=words.WORK_KINDS)
    workplace: Remark = column("Nơi làm việc", "Tên cơ quan, đơn vị.", width=28)
    same_as: Annotated[str, BeforeValidator(values.text(60, required=False))] = column(
        "Là ai", "Chỉ ghi khi phần mềm hỏi: mã hồ sơ đã có, hoặc chữ “mới” nếu là người khác."
    )


class SeatRow(Row):
    """One post of a person in a body."""

    person: Code = column("Mã người", "Bắt buộc. Mã ở trang Đảng viên.")
    unit: Code = column("Mã tổ chức", "Bắt buộc. Mã ở trang Tổ chức.")
    post: Post = column("Chức vụ", "Bắt buộc. Chọn trong danh mục.", width=26, choices=words.POSTS)
    from_on: Day = column("Từ ngày", "Bắt buộc.", kind="day")
    until_on: DayOrNone = column("Đến trước ngày", "Để trống nếu đang giữ.", kind="day")


class GradeRow(Row):
    """The year's grade of a civil servant, given by his agency."""

    person: Code = column("Mã người", "Bắt buộc. Mã ở trang Đảng viên.")
    year: Year = column("Năm", "Bắt buộc.", width=8)
    grade: Grade = column("Mức xếp loại", "Bắt buộc. Tên mức hoặc mã mức theo quy định đang áp dụng.", width=34)
    known_on: Day = column("Ngày có kết quả", "Bắt buộc.", kind="day")
    document: Remark = column("Số, ngày văn bản", "Nếu có.", width=28)


class LinkRow(Row):
    """A government, Front or mass body whose yearly result counts for a cell."""

    cell: Code = column("Mã chi bộ", "Bắt buộc. Mã chi bộ ở trang Tổ chức.")
    linked_unit: Code = column("Mã tổ chức gắn", "Bắt buộc. Mã của tổ chức gắn với chi bộ, ở trang Tổ chức.", width=24)
    kind: LinkKind = column("Thuộc", "Bắt buộc. Chọn trong danh mục.", width=22, choices=words.LINK_KINDS)
    from_on: Day = column("Từ ngày", "Bắt buộc.", kind="day")
    until_on: DayOrNone = column("Đến trước ngày", "Để trống nếu đang gắn.", kind="day")


class ResultRow(Row):
    """The year's result of a body, or of a person, given by government, Front or mass organisation."""

    unit: CodeOrNone = column("Mã tổ chức", "Ghi khi là kết quả của một tổ chức. Mã ở trang Tổ chức.")
    person: CodeOrNone = column("Mã người", "Ghi khi là kết quả của một người. Mã ở trang Đảng viên.")
    year: Year = column("Năm", "Bắt buộc.", width=8)
    kind: ResultKind = column("Loại kết quả", "Bắt buộc. Chọn trong danh mục.", width=28, choices=OTHER_RESULTS)
    grade: Grade = column("Mức xếp loại", "Bắt buộc. Tên mức hoặc mã mức theo quy định đang áp dụng.", width=34)
    known_on: Day = column("Ngày có kết quả", "Bắt buộc.", kind="day")
    document: Remark = column("Số, ngày văn bản", "Nếu có.", width=28)


class DisciplineRow(Row):
    """A penalty; where and when the offence was committed stands apart from the penalty itself."""

    person: Code = column("Mã người", "Bắt buộc. Mã ở trang Đảng viên.")
    side: Side = column("Bên kỷ luật", "Bắt buộc. Chọn trong danh mục.", choices=words.SIDES)
    measure: Measure = column("Hình thức kỷ luật", "Bắt buộc. Chọn trong danh mục.", width=24, choices=words.MEASURES)
    from_on: Day = column("Hiệu lực từ ngày", "Bắt buộc. Ngày quyết định kỷ luật có hiệu lực.", kind="day")
    until_on: DayOrNone = column("Hết hiệu lực từ ngày", "Để trống nếu chưa hết hiệu lực.", width=20, kind="day")
    offence_on: DayOrNone = column("Ngày vi phạm", "Ngày xảy ra vi phạm, nếu biết.", kind="day")
    offence_unit: CodeOrNone = column("Vi phạm khi thuộc", "Mã tổ chức nơi người đó sinh hoạt khi vi phạm, nếu biết.")
    self_detected: YesOrNone = column(
        "Tự phát hiện", "Có: chính tổ chức tự phát hiện và đấu tranh. Để trống nghĩa là không.", choices=YES_NO
    )
    document: Remark = column("Số, ngày văn bản", "Số, ngày quyết định.", width=28)


class AwardRow(Row):
    """A title or certificate of a year, given or proposed."""

    person: Code = column("Mã người", "Bắt buộc. Mã ở trang Đảng viên.")
    year: Year = column("Năm", "Bắt buộc.", width=8)
    kind: AwardKind = column(
        "Hình thức khen thưởng", "Bắt buộc. Chọn trong danh mục.", width=28, choices=words.AWARD_KINDS
    )
    level: AwardLevel = column("Cấp khen", "Chọn trong danh mục, nếu có.", width=22, choices=words.AWARD_LEVELS)
    is_proposed: YesOrNone = column(
        "Mới đề nghị", "Có: mới được đề nghị, chưa có quyết định. Để trống nghĩa là không.", choices=YES_NO
    )
    document: Remark = column("Số, ngày văn bản", "Số, ngày quyết định.", width=28)


class LeaveRow(Row):
    """Time away: ill, on maternity leave, on a long journey or a course."""

    person: Code = column("Mã người", "Bắt buộc. Mã ở trang Đảng viên.")
    kind: LeaveKind = column("Lý do vắng", "Bắt buộc. Chọn trong danh mục.", width=22, choices=words.LEAVE_KINDS)
    from_on: Day = column("Từ ngày", "Bắt buộc.", kind="day")
    until_on: DayOrNone = column("Đến trước ngày", "Để trống nếu chưa biết.", kind="day")


UNITS, PEOPLE, SEATS, GRADES = "Tổ chức", "Đảng viên", "Chức vụ", "Xếp loại CBCCVC"
LINKS, RESULTS = "Tổ chức gắn chi bộ", "Kết quả nơi khác"
DISCIPLINE, AWARDS, LEAVE = "Kỷ luật", "Khen thưởng", "Vắng dài ngày"
SHEETS: dict[str, type[Row]] = {
    UNITS: UnitRow,
    PEOPLE: PersonRow,
    SEATS: SeatRow,
    LINKS: LinkRow,
    GRADES: GradeRow,
    RESULTS: ResultRow,
    DISCIPLINE: DisciplineRow,
    AWARDS: AwardRow,
    LEAVE: LeaveRow,
}
GUIDE, LISTS = "Hướng dẫn", "Danh mục"
# Where the codes of a column are declared; there the name stands beside the code.
CODES = {"person": PEOPLE, "unit": UNITS, "cell": UNITS, "linked_unit": UNITS, "offence_unit": UNITS}


def titles(model: type[Row]) -> dict[str, str]:
    """The field of each heading of a sheet, in the order of the columns."""
    return {str(field.alias): name for name, field in model.model_fields.items()}


def title(model: type[Row], name: str) -> str:
    """The heading of a field of a sheet."""
    return str(model.model_fields[name].alias)


def choices(model: type[Row], name: str) -> dict[str, str]:
    """The words of a column that has a list, by their keys; empty for every other column."""
    declared: Any = model.model_fields[name].json_schema_extra
    return dict(declared["choices"])


def echoes(name: str) -> dict[str, str]:
    """The columns of a sheet that only show whose code was typed: the field of each heading. They are never read."""
    model = SHEETS[name]
    if name in (UNITS, PEOPLE):
        return {}
    return {f"{title(model, field)} → tên": field for field in model.model_fields if field in CODES}
