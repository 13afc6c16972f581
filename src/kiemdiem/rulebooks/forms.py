"""What the pages of rulebooks ask."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import Field, HiddenInput

from kiemdiem.core.answer import refuse
from kiemdiem.core.law.sections.questions import Gap, Interpretation
from kiemdiem.core.law.settle import WAIVED
from kiemdiem.files.commands import MAX_BYTES
from kiemdiem.rulebooks.act_text import TAKEN
from kiemdiem.rulebooks.packed import MOST_BYTES
from kiemdiem.web import fields
from kiemdiem.web.forms import Form, VersionedForm, say_in_vietnamese

MORE_ROWS, MOST_ROWS = 4, 40


class ChooseReadingForm(Form):
    """One reading of one question."""

    reading = fields.Choice(label="Cách hiểu")
    reason = fields.LongText(label="Lý do chọn", rows=3, max_length=500, required=False)

    def __init__(self, *args: Any, question: Interpretation, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["reading"].choices = [
            (reading.key, f"{reading.text}{' (mặc định)' if reading.default else ''}") for reading in question.readings
        ]


@dataclass(frozen=True)
class Cell:
    """One value of a gap: its label, its schema, and whether a row that is begun must have it."""

    label: str
    shape: Mapping[str, Any]
    is_needed: bool = True


@dataclass(frozen=True)
class Part:
    """One property of a gap: what it is called, whether it is a list, how many rows it must have, and its rows.

    Shape: `rows` by the name of a value in its row, empty for a bare value.
    """

    key: str
    title: str
    is_list: bool
    least: int
    rows: tuple[Mapping[str, Cell], ...]


class FillGapForm(Form):
    """The content of a gap: one question for each value the rulebook asks for, and where it is taken from."""

    reason = fields.Text(label="Căn cứ: số, ngày, cơ quan ban hành", max_length=500)

    def __init__(self, *args: Any, gap: Gap, content: Any = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        kept = content if isinstance(content, Mapping) else {}
        owed = gap.fills.get("required", ())
        shapes = gap.fills.get("properties", {})
        self.asked = [part_of(key, shape, kept=kept.get(key), is_owed=key in owed) for key, shape in shapes.items()]
        for part in self.asked:
            values = values_of(part, kept.get(part.key))
            for row, cells in enumerate(part.rows):
                for name, cell in cells.items():
                    needed = cell.is_needed and row < part.least
                    asked = asked_for(cell, initial=values[row].get(name), required=needed)
                    self.fields[field_name(part, row, name)] = asked
        self.order_fields([name for name in self.fields if name != "reason"])

    def parts(self) -> list[tuple[str, list[Any]]]:
        """Each part as it is printed: what it is called, and its questions."""
        return [
            (part.title, [self[field_name(part, row, name)] for row, cells in enumerate(part.rows) for name in cells])
            for part in self.asked
        ]

    def clean(self) -> dict[str, Any]:
        """The answers with the content as the rulebook takes it."""
        content = {part.key: self.content_of(part) for part in self.asked}
        kept = {key: value for key, value in content.items() if value not in (None, [], "")}
        return {"reason": self.cleaned_data.get("reason", ""), "content": kept}

    def content_of(self, part: Part) -> Any:
        """What was entered in one part: rows left empty end its list, one left empty in between is asked for."""
        begun = [row for row, cells in enumerate(part.rows) if any(self.has(part, row, name) for name in cells)]
        found = []
        for row in range(max(begun, default=-1) + 1):
            self.must_be_whole(part, row)
            values = {name: self.cleaned_data.get(field_name(part, row, name)) for name in part.rows[row]}
            given = {name: value for name, value in values.items() if value not in (None, "")}
            found.append(values.get("", given))
        return found if part.is_list else (found[0] if found else None)

    def has(self, part: Part, row: int, name: str) -> bool:
        """Whether something was entered there, right or wrong."""
        return bool(self.data.get(field_name(part, row, name), "").strip())

    def must_be_whole(self, part: Part, row: int) -> None:
        """Tells which values of a row are missing."""
        for name, cell in part.rows[row].items():
            field = field_name(part, row, name)
            if cell.is_needed and not self.has(part, row, name) and field not in self.errors:
                self.add_error(field, f"Chưa nhập “{cell.label}”.")


def part_of(key: str, shape: Mapping[str, Any], *, kept: Any, is_owed: bool) -> Part:
    """One property of a gap as the form asks for it; a list without a last place offers a few rows more."""
    title = str(shape.get("title", key))
    if shape.get("type") != "array":
        return Part(key, title, False, int(is_owed), (cells_of(shape, title=title),))
    least, most = int(shape.get("minItems", 0)), int(shape.get("maxItems", MOST_ROWS))
    count = min(most, max(least + MORE_ROWS, len(kept or ()) + 1))
    named, other = shape.get("prefixItems", ()), shape.get("items", {})
    rows = [
        cells_of(named[row], title=str(named[row].get("title", title)))
        if row < len(named)
        else cells_of(other, title=f"{other.get('title', 'Dòng')} {row + 1}")
        for row in range(count)
    ]
    return Part(key, title, True, least if is_owed else 0, tuple(rows))


def cells_of(shape: Mapping[str, Any], *, title: str) -> Mapping[str, Cell]:
    """The values of one row by name; one without a name for a bare value."""
    if shape.get("type") != "object":
        return {"": Cell(title, shape)}
    owed = shape.get("required", ())
    return {
        name: Cell(f"{title} – {each.get('title', name)}", each, is_needed=name in owed)
        for name, each in shape.get("properties", {}).items()
    }


def asked_for(cell: Cell, *, initial: Any, required: bool) -> Field:
    """The question for one value.

    Raises: Refused for a kind of value no form can ask for.
    """
    shape = cell.shape
    told: dict[str, Any] = {"label": cell.label, "initial": initial, "required": required}
    if shape.get("type") == "integer":
        bounds = {"min_value": shape.get("minimum", 0), "max_value": shape.get("maximum", fields.MOST)}
        found: Field = fields.Whole(**bounds, **told)
    elif shape.get("type") == "string" and "enum" in shape:
        found = fields.Pick(choices=[(each, each) for each in shape["enum"]], **told)
    elif shape.get("type") == "string":
        found = fields.Text(max_length=shape.get("maxLength", fields.ONE_LINE), **told)
    else:
        raise refuse(
            f"Chưa nhập được “{cell.label}” trên trang này.",
            why="Bộ quy tắc hỏi một loại nội dung mà trang này chưa có ô nhập.",
            todo="Hãy báo người soạn bộ quy tắc.",
        )
    say_in_vietnamese(found)
    return found


def values_of(part: Part, kept: Any) -> list[Mapping[str, Any]]:
    """What stands already in each row of a part, by the names of its values."""
    found = list(kept or ()) if part.is_list else [kept]
    found += [None] * (len(part.rows) - len(found))
    return [value if isinstance(value, Mapping) else {"": value} for value in found]


def field_name(part: Part, row: int, name: str) -> str:
    """The name of the box of one value."""
    return f"g-{part.key}-{row}-{name}"


class WaiveGapForm(Form):
    """The act by which a committee does without the content of a gap."""

    body = fields.Text(label="Cơ quan quyết định miễn áp dụng", max_length=200)
    document = fields.Text(label="Số, ký hiệu văn bản", max_length=200)
    issued_on = fields.Day(label="Ngày ban hành")

    def clean(self) -> dict[str, Any]:
        """The answers as what is entered for the gap, and where it is taken from."""
        told = {name: self.cleaned_data.get(name) for name in ("body", "document", "issued_on")}
        if not all(told.values()):
            return told
        act = {**told, "issued_on": told["issued_on"].isoformat()}
        return {"content": {WAIVED: act}, "reason": f"Miễn áp dụng theo {told['document']}"}


class SignReadingsForm(Form):
    """Who signed the readings as they stand; `sha` is what was shown."""

    sha = fields.Text(label="Bản trình ký", max_length=64, widget=HiddenInput)
    signer = fields.Text(label="Người ký (họ tên, chức vụ)")
    document = fields.Text(label="Văn bản (số, ngày)", required=False)
    signed_on = fields.Day(label="Ngày ký")


class AttachForm(Form):
    """The act of a book as a file."""

    act = fields.Upload(
        label="Tệp văn bản",
        accept=",".join(TAKEN),
        most_bytes=MAX_BYTES,
        help_text="Tệp .docx hoặc .txt thì hiện được từng điều; tệp .pdf chỉ mở được cả văn bản.",
    )


class CopyBookForm(Form):
    """The act a copy of a rulebook stands for."""

    title = fields.LongText(label="Tên văn bản năm mới", rows=2, max_length=300)
    year = fields.Whole(label="Năm", min_value=1976, max_value=2099)
    issued_on = fields.Day(label="Ngày ban hành (dự kiến, nếu chưa ban hành)")
    number = fields.Text(
        label="Số văn bản",
        max_length=40,
        required=False,
        help_text="Để trống nếu còn là dự thảo; ghi sau khi ban hành.",
    )


class CheckPlacesForm(VersionedForm):
    """The days and wordings that were looked at and stay as they are."""

    places = fields.Several(label="Đã kiểm tra, giữ như đang ghi")

    def __init__(self, *args: Any, places: Iterable[tuple[str, str]], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["places"].choices = list(places)


class FreezeVersionForm(VersionedForm):
    """Why this version is made."""

    reason = fields.LongText(
        label="Lý do lập bản này", rows=3, max_length=500, help_text="Ví dụ: Kế hoạch số 20-KH/ĐU ngày 15/11/2018."
    )


class ImportFilesForm(VersionedForm):
    """The files of a rulebook, packed."""

    packed = fields.Upload(label="Tệp .zip của bộ quy tắc", accept=".zip", most_bytes=MOST_BYTES)
