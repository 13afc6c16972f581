"""How a season goes, in sentences: ballots, gates, steps, places, plan, dossiers, forms, notices, bodies."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kiemdiem.core.law.sections.ballots import Ballot, Option, Round, ScorePart, ScoreSlip
from kiemdiem.core.law.sections.criteria import ContentSet, Item, Resolution
from kiemdiem.core.law.sections.identity import Basis
from kiemdiem.core.law.sections.proceedings import (
    BodyUnit,
    DossierItem,
    DossierList,
    Form,
    Gate,
    Group,
    Heading,
    LeaderPost,
    Method,
    MethodStep,
    Notice,
    Place,
    PlanItem,
    Recipient,
    Sitting,
    SupervisorRow,
    Term,
)
from kiemdiem.core.law.sections.questions import Gap
from kiemdiem.core.law.telling import words
from kiemdiem.core.process.facts import ACTS

if TYPE_CHECKING:
    from kiemdiem.core.law.telling.teller import About

NO_MAJORITY = {
    "repeat": "bỏ phiếu lại một lần",
    "cumulative": "cộng dồn phiếu của mức cao hơn xuống",
    "plurality": "lấy mức nhiều phiếu nhất",
}
COMBINED = {"mean": "trung bình", "median": "trung vị", "sum": "tổng", "mean_to_half": "trung bình, lấy đến nửa điểm"}
# What the parameters of gates are called; those that only repeat the wording of the gate are left out.
PARAMS = {
    "days": "số ngày",
    "least": "ít nhất",
    "most": "nhiều nhất",
    "percent": "phần trăm",
    "rounds": "số lần bỏ phiếu",
    "tellers": "số người kiểm phiếu",
    "times": "số lần bỏ phiếu lại",
    "name": "nội dung",
    "place_name": "nơi bỏ phiếu",
    "from_name": "bên gửi",
    "to_name": "gửi đến",
    "via_name": "qua",
    "except_name": "trừ",
    "grades": "các mức trên phiếu",
    "needs": "phải xong trước",
    "wanted": "phải có",
    "sections": "các phần phải có",
    "bodies": "cơ quan",
    "refused": "không được bỏ phiếu",
}


def ballot(one: Ballot, about: "About") -> Iterator[str]:
    """Secret or not, who votes, and what happens without a majority."""
    yield f"{'Bỏ phiếu kín' if one.secret else 'Biểu quyết công khai'} về {about.subject_word}, {len(one.rounds)} lần."
    yield f"Người bỏ phiếu: {about.words(one.voters)}."
    if one.non_voters:
        yield f"Không bỏ phiếu: {about.words(one.non_voters)}."
    if one.own_line == "left_out":
        yield "Người được bỏ phiếu không ghi dòng của mình."
    yield f"Không mức nào đủ phiếu thì {NO_MAJORITY[one.no_majority]}."


def round_(one: Round, about: "About") -> Iterator[str]:
    """What is needed of what, on which slips, among whom."""
    named = ", ".join(about.grade(option.grade) for option in one.options)
    yield f"Lần {one.number}: chọn trong {named}."
    yield f"Cần trên {one.needed} {words.DENOMINATORS[one.denominator]}."
    if one.candidates:
        yield f"Chỉ bỏ phiếu cho người đã ở mức {about.grade(one.candidates.grade)} ở lần trước."
    if one.invalid_marks:
        yield f"Đánh dấu ở mức {', '.join(about.grade(grade) for grade in one.invalid_marks)} thì dòng đó không hợp lệ."
    yield "Dùng phiếu mới." if one.slips == "fresh" else "Dùng lại phiếu của lần trước."


def option(one: Option, about: "About") -> Iterator[str]:
    """Which grade a box stands for."""
    more = f" Cần trên {one.needed}." if one.needed else ""
    yield f"Ô cho mức {about.grade(one.grade)}.{more}"


def score_slip(one: ScoreSlip, about: "About") -> Iterator[str]:
    """Who scores, up to what, and how slips make points."""
    yield f"{about.words(one.voters).capitalize()} chấm {about.subject_word}, tối đa {one.total} điểm."
    empty = "phiếu không hợp lệ" if one.empty_part == "invalid" else "tính 0 điểm"
    yield f"Kết quả là {COMBINED[one.combine]} của các phiếu; để trống một phần thì {empty}."


def score_part(one: ScorePart, about: "About") -> Iterator[str]:
    """The most one part can get."""
    yield f"Tối đa {one.most} điểm."


def gate(one: Gate, about: "About") -> Iterator[str]:
    """Before which act it is asked, with which values, and what becomes of what is against it."""
    act = ACTS[one.act].refusal.removeprefix("Chưa thể ").rstrip(".")
    yield f"Xét khi {act}."
    told = [f"{PARAMS[name]}: {plain(value, about)}" for name, value in one.params.items() if name in PARAMS and value]
    if told:
        yield f"{'; '.join(told)[:1].upper()}{'; '.join(told)[1:]}."
    if one.level == "warn":
        yield "Trái thì chỉ nhắc, không chặn."
    elif one.recording == "refuse":
        yield "Trái thì không nhận, kể cả khi nhập từ giấy."
    else:
        body = f"; {one.accepted_by} xem xét chấp nhận hoặc yêu cầu làm lại" if one.accepted_by else ""
        yield f"Trái thì chưa được làm; nếu đã làm trên giấy thì ghi “sai trình tự”{body}."


def plain(value: Any, about: "About") -> str:
    """A parameter in words: lists with commas, named things by their name."""
    if isinstance(value, list | tuple):
        return ", ".join(plain(item, about) for item in value)
    if isinstance(value, Mapping):
        return str(value.get("name", "; ".join(plain(item, about) for item in value.values())))
    return about.level(str(value))


def method(one: Method, about: "About") -> Iterator[str]:
    """How many steps it has."""
    yield f"{one.title}: {len(one.steps)} bước."


def method_step(one: MethodStep, about: "About") -> Iterator[str]:
    """What the step is, and where alone it is taken."""
    yield f"{one.title}."
    if one.only_in or one.only_for:
        yield f"Chỉ với: {about.words((*one.only_in, *one.only_for))}."


def place(one: Place, about: "About") -> Iterator[str]:
    """Who is called to it."""
    groups = {group.key: group.title for group in about.book.process.groups}
    if one.groups:
        yield f"Dự họp: {', '.join(groups.get(key, key) for key in one.groups)}."


def group(one: Group, about: "About") -> Iterator[str]:
    """Which posts are called."""
    posts = f", chức danh: {about.words(one.posts)}" if one.posts else ""
    yield f"{one.title}: {about.words(one.unit_kinds)}{posts}."


def sitting(one: Sitting, about: "About") -> Iterator[str]:
    """Who holds it and with how many steps."""
    yield f"{one.title}, do {about.words(one.held_by)} tổ chức."


def plan_item(one: PlanItem, about: "About") -> Iterator[str]:
    """From which day to which, by whom, to whom."""
    same = one.from_on == one.until_on
    days = f"Ngày {one.from_on:%d/%m/%Y}" if same else f"Từ {one.from_on:%d/%m/%Y} đến {one.until_on:%d/%m/%Y}"
    yield f"{one.title}. {days}{'; quá hạn là trễ' if one.deadline else ''}."
    if one.printed_on:
        yield f"Văn bản in ngày {one.printed_on:%d/%m/%Y}."
    yield from owed(one, about)


def owed(one: PlanItem | Term | DossierList, about: "About") -> Iterator[str]:
    """Who owes it to whom, through whom."""
    if one.owed_by:
        to = f", gửi {about.word(one.owed_to)}" if one.owed_to else ""
        via = f", qua {about.word(one.via)}" if one.via else ""
        yield f"Nơi thực hiện: {about.words(one.owed_by)}{to}{via}."


def term(one: Term, about: "About") -> Iterator[str]:
    """How many days after what."""
    after = next((item.title for item in about.book.plan.items if item.key == one.after), about.word(one.after))
    yield f"{one.title}: trong {one.days:02d} ngày kể từ {after}."
    yield from owed(one, about)


def supervisor_row(one: SupervisorRow, about: "About") -> Iterator[str]:
    """Which cells one person answers for."""
    yield f"Người thứ {one.number} theo dõi {len(one.units)} đơn vị: {about.words(one.units)}."


def heading(one: Heading, about: "About") -> Iterator[str]:
    """What it says."""
    yield f"{one.title}{': ' + '; '.join(one.values) if one.values else ''}."


def dossier(one: DossierList, about: "About") -> Iterator[str]:
    """How many papers, owed by whom."""
    yield f"{one.title}: {len(one.items)} loại giấy tờ."
    yield from owed(one, about)


PER = {
    "unit": "một bản của đơn vị",
    "member": "mỗi đảng viên được kiểm điểm một bản",
    "leader": "mỗi cán bộ lãnh đạo, quản lý một bản",
    "residence_comment": "mỗi nhận xét của nơi cư trú một bản",
    "workplace_comment": "mỗi nhận xét của nơi công tác một bản",
}


def dossier_item(one: DossierItem, about: "About") -> Iterator[str]:
    """How many of the paper there are."""
    managed = f", với người do {about.word(one.managed_by)} quản lý" if one.managed_by else ""
    yield f"{one.title}: {PER[one.per]}{managed}{'; phải có xác nhận' if one.confirmed else ''}."


def form(one: Form, about: "About") -> Iterator[str]:
    """Its code and title, who fills it in, who receives it."""
    yield f"Mẫu {one.code}: {one.title}."
    if one.filled_by:
        to = f"; gửi {about.words(one.received_by)}" if one.received_by else ""
        yield f"Người ghi: {about.words(one.filled_by)}{to}."
    if one.foreign:
        yield "Mẫu của cơ quan khác; chỉ ghi nhận, không in từ đây."


def recipient(one: Recipient, about: "About") -> Iterator[str]:
    """Who receives it, and for what."""
    yield f"{one.title}{' (để báo cáo)' if one.for_report else ''}."


def notice(one: Notice, about: "About") -> Iterator[str]:
    """Who tells whom by when."""
    due = f", chậm nhất {one.due_on:%d/%m/%Y}" if one.due_on else ""
    yield f"{one.title}: {about.words(one.owed_by)} thông báo cho {about.word(one.owed_to)}{due}."


def body_unit(one: BodyUnit, about: "About") -> Iterator[str]:
    """What kind of unit it is and which seats it has."""
    yield f"{one.name} ({about.word(one.unit_kind)}), {sum(seat.count for seat in one.seats)} vị trí."


def leader_post(one: LeaderPost, about: "About") -> Iterator[str]:
    """Which post it is, in what kind of unit."""
    yield f"{about.word(one.post)} – {about.word(one.unit_kind)}."


def item(one: Item, about: "About") -> Iterator[str]:
    """The most it scores, and of whom alone it is asked."""
    if one.points:
        yield f"Tối đa {one.points} điểm."
    if one.for_whom != "everybody":
        yield "Chỉ hỏi cán bộ, công chức, viên chức."


def content_set(one: ContentSet, about: "About") -> Iterator[str]:
    """How many items it has."""
    yield f"{len(one.items)} nội dung."


def resolution(one: Resolution, about: "About") -> Iterator[str]:
    """Its name."""
    yield f"{one.name}."


def basis(one: Basis, about: "About") -> Iterator[str]:
    """Its number, issuer and day."""
    yield f"Số {one.number}, {one.issuer}, ngày {'/'.join(reversed(one.issued_on.split('-')))}."


def gap(one: Gap, about: "About") -> Iterator[str]:
    """Where the content is, and what cannot be done without it."""
    filled = "đã bổ sung" if one.key in about.book.filled else "còn thiếu"
    yield f"Lấy từ: {one.source}. Cần cho: {one.blocks}. Hiện {filled}."


TELLERS: Mapping[type, Callable[[Any, "About"], Iterator[str]]] = {
    Ballot: ballot,
    Round: round_,
    Option: option,
    ScoreSlip: score_slip,
    ScorePart: score_part,
    Gate: gate,
    Method: method,
    MethodStep: method_step,
    Place: place,
    Group: group,
    Sitting: sitting,
    PlanItem: plan_item,
    Term: term,
    SupervisorRow: supervisor_row,
    Heading: heading,
    DossierList: dossier,
    DossierItem: dossier_item,
    Form: form,
    Recipient: recipient,
    Notice: notice,
    BodyUnit: body_unit,
    LeaderPost: leader_post,
    Item: item,
    ContentSet: content_set,
    Resolution: resolution,
    Basis: basis,
    Gap: gap,
}
