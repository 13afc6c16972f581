"""A notice of a result goes to the kind of unit the rule names, and it is provable that it did."""

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen, Text
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, no


class Params(Frozen):
    """To which kind of unit, and the kinds of units whose members the notice is not for."""

    to_kind: str
    to_name: Text
    except_kinds: tuple[str, ...] = ()
    except_name: str = ""


@facts
class Facts:
    """Where the notice goes, the posts of the person it is about, and how it is proved."""

    to_kind: str
    posts: tuple[str, ...]
    proof: str


def answer(params: Params, asked: Facts) -> Answer:
    """Refused to another address, about a person it is not for, or without a proof."""
    if {post.partition(".")[0] for post in asked.posts} & set(params.except_kinds):
        return no(
            f"Kết quả của {params.except_name} không thông báo theo cách này",
            todo="Kết quả này do hội nghị nơi bỏ phiếu công bố và được lưu trong hồ sơ.",
        )
    if asked.to_kind != params.to_kind:
        return no("Thông báo không đúng nơi nhận", todo=f"Gửi {params.to_name}.")
    if not asked.proof.strip():
        return no("Chưa có căn cứ đã thông báo", todo="Ghi ngày nhận, chữ ký nhận hoặc việc đọc trước hội nghị.")
    return YES
