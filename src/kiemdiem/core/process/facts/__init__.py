"""Every act a rule can refuse: its name, the facts it is judged by, and how its refusal begins on the screen."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiemdiem.core.process.facts.balloting import (
    AnnounceRound,
    IssueSlips,
    KeyScoreSlip,
    LockCount,
    OpenRound,
    RepeatVote,
)
from kiemdiem.core.process.facts.closing import AwardUnits, CloseSeason, ProposeGrade, RecordDecision, SubmitDossier
from kiemdiem.core.process.facts.meeting import (
    AdvanceStep,
    CloseMeeting,
    ConcludeLine,
    HoldSupplementary,
    OpenMeeting,
)
from kiemdiem.core.process.facts.parts import (
    Count,
    Group,
    LeaderInCell,
    Named,
    Needed,
    Paper,
    Planned,
    ScalePart,
    SlipLine,
    Step,
    Supervision,
    Tally,
    Voter,
)
from kiemdiem.core.process.facts.planning import HoldBriefing, MoveMeeting, OpenSeason, PassPlan, ScheduleMeeting
from kiemdiem.core.process.facts.preparing import (
    AskRating,
    ConfirmSelfReview,
    GiveNotice,
    ReceiveRating,
    ReviseReport,
    SendReport,
    SendResults,
    SubmitSelfReview,
    SuggestReview,
)
from kiemdiem.core.process.facts.shape import FactsProblem, from_json

__all__ = [
    "ACTS",
    "Act",
    "AdvanceStep",
    "AnnounceRound",
    "AskRating",
    "AwardUnits",
    "CloseMeeting",
    "CloseSeason",
    "ConcludeLine",
    "ConfirmSelfReview",
    "Count",
    "FactsProblem",
    "GiveNotice",
    "Group",
    "HoldBriefing",
    "HoldSupplementary",
    "IssueSlips",
    "KeyScoreSlip",
    "LeaderInCell",
    "LockCount",
    "MoveMeeting",
    "Named",
    "Needed",
    "OpenMeeting",
    "OpenRound",
    "OpenSeason",
    "Paper",
    "PassPlan",
    "Planned",
    "ProposeGrade",
    "ReceiveRating",
    "RecordDecision",
    "RepeatVote",
    "ReviseReport",
    "ScalePart",
    "ScheduleMeeting",
    "SendReport",
    "SendResults",
    "SlipLine",
    "Step",
    "SubmitDossier",
    "SubmitSelfReview",
    "SuggestReview",
    "Supervision",
    "Tally",
    "Voter",
    "from_json",
]


@dataclass(frozen=True)
class Act:
    """An act of the season: the shape of its facts and the sentence its refusal begins with."""

    shape: type
    refusal: str


ACTS: Mapping[str, Act] = {
    "pass_plan": Act(PassPlan, "Chưa thể thông qua kế hoạch."),
    "open_season": Act(OpenSeason, "Chưa thể mở đợt kiểm điểm."),
    "hold_briefing": Act(HoldBriefing, "Chưa thể ghi nhận cuộc họp quán triệt."),
    "schedule_meeting": Act(ScheduleMeeting, "Chưa thể ấn định ngày họp."),
    "move_meeting": Act(MoveMeeting, "Chưa thể đổi ngày họp."),
    "suggest_review": Act(SuggestReview, "Chưa thể gợi ý kiểm điểm."),
    "ask_rating": Act(AskRating, "Chưa thể lấy ý kiến đánh giá, xếp loại."),
    "receive_rating": Act(ReceiveRating, "Chưa thể nhận phiếu đánh giá, xếp loại."),
    "send_report": Act(SendReport, "Chưa thể gửi báo cáo kiểm điểm."),
    "revise_report": Act(ReviseReport, "Chưa thể hoàn thiện báo cáo kiểm điểm."),
    "submit_self_review": Act(SubmitSelfReview, "Chưa thể nộp bản kiểm điểm."),
    "confirm_self_review": Act(ConfirmSelfReview, "Chưa thể xác nhận bản kiểm điểm."),
    "open_meeting": Act(OpenMeeting, "Chưa thể khai mạc hội nghị."),
    "advance_step": Act(AdvanceStep, "Chưa thể chuyển sang bước này."),
    "conclude_line": Act(ConcludeLine, "Chưa thể kết luận phần kiểm điểm này."),
    "close_meeting": Act(CloseMeeting, "Chưa thể bế mạc hội nghị."),
    "hold_supplementary": Act(HoldSupplementary, "Chưa thể tổ chức họp bổ sung."),
    "issue_slips": Act(IssueSlips, "Chưa thể phát phiếu."),
    "open_round": Act(OpenRound, "Chưa thể mở lần bỏ phiếu này."),
    "lock_count": Act(LockCount, "Chưa thể chốt kết quả kiểm phiếu."),
    "announce_round": Act(AnnounceRound, "Chưa thể công bố kết quả kiểm phiếu."),
    "repeat_vote": Act(RepeatVote, "Chưa thể bỏ phiếu lại."),
    "key_score_slip": Act(KeyScoreSlip, "Chưa thể nhận phiếu chấm điểm."),
    "submit_dossier": Act(SubmitDossier, "Chưa thể nhận đủ hồ sơ."),
    "send_results": Act(SendResults, "Chưa thể gửi báo cáo kết quả."),
    "give_notice": Act(GiveNotice, "Chưa thể thông báo kết quả."),
    "propose_grade": Act(ProposeGrade, "Chưa thể đề nghị mức xếp loại."),
    "record_decision": Act(RecordDecision, "Chưa thể ghi quyết định."),
    "award_units": Act(AwardUnits, "Chưa thể quyết định biểu dương, khen thưởng."),
    "close_season": Act(CloseSeason, "Chưa thể kết thúc đợt kiểm điểm."),
}
