"""A leader is voted on at one place only: the one the rule names for the post."""

from typing import Literal

from kiemdiem.core.answer import Answer
from kiemdiem.core.law.entry import Frozen, Text
from kiemdiem.core.process.facts.parts import SlipLine
from kiemdiem.core.process.facts.shape import facts
from kiemdiem.core.process.saying import YES, listed, no


class Params(Frozen):
    """Whom the rule is about, and where they are voted on.

    `in_kinds`: holders of any post in these kinds of units. `but_not_in`: without those who also hold a post there.
    `posts`: holders of these posts (`unit_kind.post`). `place`: a kind of unit, the collective led, or nowhere;
    `never_in`: kinds of units that are no collective led even for those who sit in them.
    """

    in_kinds: tuple[str, ...] = ()
    but_not_in: tuple[str, ...] = ()
    but_not_posts: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    never_in: tuple[str, ...] = ()
    place: Literal["kind", "collective_led", "nowhere"]
    place_kind: str = ""
    place_name: Text


@facts
class Facts:
    """Where the round is held, and the subjects on its slips."""

    place: str
    place_kind: str
    lines: tuple[SlipLine, ...]


def concerns(params: Params, line: SlipLine) -> bool:
    """Whether the rule is about this subject."""
    kinds = {post.partition(".")[0] for post in line.posts}
    if kinds & set(params.but_not_in) or set(line.posts) & set(params.but_not_posts):
        return False
    return bool(kinds & set(params.in_kinds)) or bool(set(line.posts) & set(params.posts))


def is_right(params: Params, asked: Facts, *, line: SlipLine) -> bool:
    """Whether this is the place where the subject is voted on."""
    if params.place == "collective_led":
        return asked.place in line.leads and asked.place_kind not in params.never_in
    return params.place == "kind" and asked.place_kind == params.place_kind


def answer(params: Params, asked: Facts) -> Answer:
    """Refused for subjects of the rule at any other place, naming each."""
    wrong = [each for each in asked.lines if concerns(params, each) and not is_right(params, asked, line=each)]
    if not wrong:
        return YES
    return no(
        f"Không bỏ phiếu tại phiên này đối với: {listed(each.name for each in wrong)}",
        todo=f"Bỏ những người này khỏi phiếu; nơi bỏ phiếu: {params.place_name}.",
        wrong_place=len(wrong),
    )
