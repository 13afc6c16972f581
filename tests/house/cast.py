"""Who walks through the staged house: an account of every role, and those who should be let in nowhere."""

from dataclasses import dataclass

# The seasons of the ward beside; whatever else is its own has x- in its key.
SEASONS_BESIDE = ("2017-an-hoa", "mua-1", "dang-soan", "da-khep")
FIRST, OTHER, BESIDE, WARD = "first", "other", "beside", ""
# Two who have no account: whoever has not signed in, and a teller with the secret number of his meeting.
NOBODY, BY_NUMBER = "", "(mã kiểm phiếu)"


@dataclass(frozen=True)
class Walker:
    """One account: its role and where it is granted; `is_tied` when it is the account of a member of that cell."""

    username: str
    role: str = ""
    place: str = WARD
    is_tied: bool = False


# The supervisor, for some days also in the clerk's place for one act.
STAND_IN = "theodoi"
# `first` is a cell that has met, `other` one that is counting a round, `beside` another ward.
CAST = (
    Walker("quantri", "administrator"),
    Walker("canbotochuc", "officer"),
    Walker("vanphong", "clerk"),
    Walker("kiemtra", "inspector"),
    Walker("bithu", "secretary", FIRST),
    Walker("bithu.khac", "secretary", OTHER),
    Walker("theodoi", "supervisor", FIRST),
    Walker("kiemphieu", "teller", FIRST),
    Walker("danhgia", "assessor"),
    Walker("dangvien", "member", FIRST, is_tied=True),
    Walker("dangvien.khac", "member", OTHER, is_tied=True),
    Walker("x-canbo", "officer", BESIDE),
    Walker("khach"),
)
