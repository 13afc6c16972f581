"""What people try on the way that the rules must turn down: once for each gate, at the moment its facts are there."""

from collections.abc import Callable, Mapping
from typing import Any

from kiemdiem.desk.play.attempts import balloting, concluding, counting, meeting, planning, preparing, rehearsal
from kiemdiem.desk.play.stage import Stage

# Whether it was made: one that finds nobody here to try it with waits for the next such moment.
Attempt = Callable[[Stage, Any], bool]
PLANNED: Mapping[str, tuple[Attempt, ...]] = {
    "drafted": (planning.open_at_once, planning.brief_too_early, rehearsal.rehearse),
    "unsupervised": (planning.pass_unsupervised,),
    "supervised": (
        planning.pass_with_the_wrong_year,
        planning.pass_outside_the_window,
        planning.pass_without_one_day,
    ),
    "preparing": (
        preparing.send_an_empty_report,
        preparing.revise_before_the_meeting,
        preparing.hand_in_an_empty_self_review,
    ),
    "prepared": (
        preparing.confirm_before_the_review,
        preparing.plan_outside_the_days,
        concluding.propose_by_another,
        concluding.decide_by_another,
    ),
    "planned": (preparing.move_without_a_reason, preparing.clash),
    "cell_called": (preparing.move_past_the_next_step, preparing.move_onto_another, preparing.hand_in_twice),
    "supplement_called": (meeting.supplement_without_them,),
    "sitting_begun": (meeting.take_points_out_of_turn, meeting.close_too_soon),
    "aggregated": (
        concluding.depart_without_a_reason,
        concluding.decide_on_oneself,
        concluding.send_on_wrongly,
        concluding.hand_in_too_little,
        concluding.tell_the_wrong_place,
        concluding.close_too_soon,
    ),
    "decided": (concluding.praise_by_another, concluding.send_on_wrongly),
    "reporting": (concluding.send_on_wrongly,),
    "roll_taken": (meeting.open_under_another,),
    "begun": (meeting.take_steps_out_of_turn, meeting.conclude_without_words, meeting.close_too_soon),
    "reviewed": (
        balloting.hand_slips_to_others,
        balloting.vote_by_hand,
        balloting.print_every_box,
        balloting.vote_on_others,
    ),
    "round_prepared": (
        balloting.read_out_too_soon,
        balloting.close_too_soon,
    ),
    "box_opened": (
        counting.lose_a_slip,
        counting.count_marks_without_a_box,
        counting.count_differently,
        counting.give_too_many_points,
    ),
    "round_locked": (
        balloting.go_on_too_soon,
        balloting.close_too_soon,
    ),
    "round_announced": (
        balloting.go_on_wrongly,
        balloting.hold_one_more,
        balloting.repeat_what_is_settled,
    ),
}


def tries(stage: Stage) -> None:
    """From now on every attempt is made at the first moment it can be, before the papers of that moment are written."""
    waiting = {moment: list(made) for moment, made in PLANNED.items()}
    before = stage.leave

    def reached(moment: str, about: Any = None) -> None:
        for attempt in tuple(waiting.get(moment, ())):
            if attempt(stage, about):
                waiting[moment].remove(attempt)
        before(moment, about)

    stage.leave = reached
