"""One round: where it stands, the votes each grade needs, and what can be done now."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from kiemdiem.ballots import access, queries
from kiemdiem.ballots.models import Round
from kiemdiem.ballots.pages import rounds as shared_rounds
from kiemdiem.ballots.pages.needed import needs_of
from kiemdiem.ballots.pages.round_act import offered
from kiemdiem.meetings.pages import season as shared
from kiemdiem.org import access as org_access
from kiemdiem.web import replies
from kiemdiem.web.shapes import Column, Figure, Step, Table, TableCell

# How many steps a round has behind it; the counts are under way until it is locked.
BEHIND = {"prepared": 1, "issued": 2, "counting": 2, "locked": 4}


@login_required
@require_safe
def round_page(request: HttpRequest, key: str) -> HttpResponse:
    """Open to whoever may see the ballots of the unit."""
    shown = queries.round_of(key)
    at, day = shared.moment_in(shown.season), shared.today_in(shown.season)
    access.must_let(request.user, act="ballots.see", unit=shown.meeting.unit, at=at)
    counts = queries.counts_of(shown)
    act = "ballots.prepare_round"
    prepares = org_access.holds(request.user, access.ACTS[act], unit=shown.meeting.unit, on=day, act=act)
    ways = offered(shown, by=request.user, on=day).values()
    return replies.show(
        request, "ballots/round.html", frame=shared.frame_of(shown.season), round=shown,
        crumbs=shared_rounds.way_to(shown), steps=steps_of(shown, counted=len(counts)), figures=figures_of(shown),
        needs=needs_of(shown), note=queries.secrecy_note(shown), lines=queries.lines_of(shown), ways=ways,
        counted=counts_table(shown), reused_by=queries.reused_by(shown), keyed=len(counts),
        is_counting=is_counting(shown), recounts=queries.recounts_of(shown),
        may_repeat=prepares and may_repeat(shown), is_void=shown.state == Round.State.VOID,
        may_redo=prepares and shown.state == Round.State.VOID and not Round.objects.filter(replaces=shown).exists(),
    )  # fmt: skip


def is_counting(round_: Round) -> bool:
    """Whether counts are being keyed: for the first time, or for a correction."""
    return round_.state == Round.State.COUNTING or (
        round_.state == Round.State.LOCKED and round_.counted_attempt != round_.official_attempt
    )


def may_repeat(round_: Round) -> bool:
    """Whether a repeat can be offered: locked, some line undecided, none held yet."""
    held = Round.objects.filter(repeats=round_).exists() or round_.repeats_id is not None
    return round_.state == Round.State.LOCKED and not round_.is_scored and not held and bool(queries.undecided(round_))


def steps_of(round_: Round, *, counted: int) -> list[Step]:
    """The way of a round from its roll to its announcement."""
    behind = BEHIND.get(round_.state, 0)
    # Tellers come in by the number of their meeting; the office's own way to a count stands among the acts.
    by_tellers = is_counting(round_) and round_.entry == Round.Entry.TELLERS
    count_url = reverse("ballots:enter_pin", args=[round_.meeting.key]) if by_tellers else ""
    titles = (
        ("Điểm danh, in phiếu", f"{round_.present} người có mặt, {len(queries.lines_of(round_))} dòng trên phiếu"),
        ("Phát phiếu, bỏ phiếu", f"Phát ra {round_.issued} phiếu" if round_.issued else ""),
        ("Mở hòm phiếu, hai bản kiểm phiếu", f"Đã có {counted}/2 bản" if round_.state == "counting" else ""),
        ("Chốt kết quả", ""),
    )
    found = [
        Step(title, "done" if number < behind else "current" if number == behind else "waiting", note=note)
        for number, (title, note) in enumerate(titles)
    ]
    if count_url:
        found[2] = Step(titles[2][0], "current", note=f"Đã có {counted}/2 bản", url=count_url)
    said = "done" if round_.announced_on else "current" if round_.state == "locked" else "waiting"
    return [*found, Step("Công bố kết quả", said, done_on=round_.announced_on)]


def figures_of(round_: Round) -> list[Figure]:
    """The figures of the round without any vote."""
    turnout = queries.turnout_of(round_)
    pairs = (
        (turnout.convened, "người có quyền bỏ phiếu"),
        (turnout.present, "có mặt"),
        (turnout.issued, "phiếu phát ra"),
        (turnout.returned, "phiếu thu về"),
        (turnout.valid, "phiếu hợp lệ"),
        (turnout.invalid, "phiếu không hợp lệ"),
    )
    return [Figure(str(number), label) for number, label in pairs if number is not None]


def counts_table(round_: Round) -> Table | None:
    """The figures of every count of a round that is over, with the scan of the signed sheet; no vote stands here."""
    found = queries.settled_counts(round_)
    rows = tuple(
        (
            TableCell(f"Lần kiểm {each.attempt}, bản {each.part}"),
            TableCell(each.teller.printed_name if each.teller else str(each.clerk)),
            *(TableCell(str(number)) for number in (each.returned, each.valid, each.invalid)),
            TableCell("Xem bản chụp", reverse("ballots:scan", args=[round_.key, each.pk])) if each.scan_id else
            TableCell(""),
        )
        for each in found
    )  # fmt: skip
    heads = (Column("Thu về", True), Column("Hợp lệ", True), Column("Không hợp lệ", True), Column("Phiếu kiểm đã ký"))
    return Table("Các bản kiểm phiếu", (Column("Bản"), Column("Người nhập"), *heads), rows) if rows else None
