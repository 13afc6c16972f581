"""Only those who may vote are offered a slip."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen
from kiemdiem.core.process.facts.parts import Voter
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no

WORDS = {
    "probationary": "đảng viên dự bị",
    "exempt": "đảng viên được miễn",
    "guest": "khách mời",
    "suspended": "đảng viên bị đình chỉ sinh hoạt",
    "non_party": "người ngoài Đảng",
    "attendee": "người dự",
}


class Params(Frozen):
    """The standings refused a slip here, one gate for each ground."""

    refused: tuple[str, ...]


@facts
class Facts:
    """Everybody a slip is meant for."""

    voters: tuple[Voter, ...]


def answer(params: Params, asked: Facts) -> Answer:
    """Refused while somebody without a vote, or absent, is among the voters, naming each."""
    barred = [each for each in asked.voters if each.standing in params.refused]
    if barred:
        who = listed(f"{each.name} ({WORDS.get(each.standing, each.standing)})" for each in barred)
        return no(
            f"Có {len(barred)} người không có quyền bỏ phiếu: {who}",
            todo="Bỏ những người này khỏi danh sách phát phiếu; họ vẫn được dự và phát biểu.",
            barred=len(barred),
        )
    return YES
