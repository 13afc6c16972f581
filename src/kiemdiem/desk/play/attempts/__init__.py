"""What people try on the way that the rules must turn down: once for each gate, at the moment its facts are there."""

from collections.abc import Callable, Mapping
from typing import Any

from kiemdiem.desk.play.attempts import (
    balloting,
    beside,
    concluding,
    counting,
    meeting,
    planning,
    preparing,
    rating,
    rehearsal,
)
from kiemdiem.desk.play.stage import Stage

# Whether it was made: one that finds nobody here to try it with waits for the next such moment.
Attempt = Callable[[Stage, Any], bool]
# By moment: for which act of the gates (of one kind after a point; empty: of several) an attempt is, and the attempt.
PLANNED: Mapping[str, tuple[tuple[str, Attempt], ...]] = {
    "drafted": (
        ("open_season", planning.open_at_once),
        ("hold_briefing", planning.brief_too_early),
        ("", rehearsal.rehearse),
    ),
    "unsupervised": (("pass_plan.supervised_once", planning.pass_unsupervised),),
    "supervised": (
        ("pass_plan.plan_year", planning.pass_with_the_wrong_year),
        ("pass_plan.meetings_in_window", planning.pass_outside_the_window),
        ("pass_plan.units_once", planning.pass_without_one_day),
    ),
    "preparing": (
        ("send_report", preparing.send_an_empty_report),
        ("revise_report", preparing.revise_before_the_meeting),
        ("submit_self_review", preparing.hand_in_an_empty_self_review),
        ("suggest_review", rating.suggest_to_others),
        ("ask_rating", rating.ask_wrongly),
    ),
    "ratings_asked": (("receive_rating", rating.hand_in_elsewhere),),
    "prepared": (
        ("confirm_self_review", preparing.confirm_before_the_review),
        ("schedule_meeting", preparing.plan_outside_the_days),
        ("propose_grade", concluding.propose_by_another),
        ("record_decision", concluding.decide_by_another),
    ),
    "planned": (("move_meeting", preparing.move_without_a_reason), ("schedule_meeting.no_clash", preparing.clash)),
    "cell_called": (
        ("move_meeting.before_next_step", preparing.move_past_the_next_step),
        ("move_meeting.no_clash", preparing.move_onto_another),
        ("submit_self_review.most", preparing.hand_in_twice),
    ),
    "supplement_called": (("hold_supplementary", meeting.supplement_without_them),),
    "sitting_begun": (("advance_step", meeting.take_points_out_of_turn), ("close_meeting", meeting.close_too_soon)),
    "aggregated": (
        ("record_decision.departure_reason", concluding.depart_without_a_reason),
        ("record_decision.not_alone", concluding.decide_on_oneself),
        ("send_results", concluding.send_on_wrongly),
        ("submit_dossier", concluding.hand_in_too_little),
        ("give_notice", concluding.tell_the_wrong_place),
        ("close_season", concluding.close_too_soon),
    ),
    "decided": (("award_units", concluding.praise_by_another), ("send_results", concluding.send_on_wrongly)),
    "reporting": (("send_results", concluding.send_on_wrongly),),
    "roll_taken": (
        ("open_meeting", meeting.open_under_another),
        ("open_meeting.working_group", beside.open_undirected),
    ),
    "begun": (
        ("advance_step", meeting.take_steps_out_of_turn),
        ("conclude_line", meeting.conclude_without_words),
        ("close_meeting", meeting.close_too_soon),
    ),
    "reviewed": (
        ("close_meeting.met_long_enough", beside.close_a_day_short),
        ("issue_slips.voters", balloting.hand_slips_to_others),
        ("issue_slips.secret", balloting.vote_by_hand),
        ("issue_slips.slip_options", balloting.print_every_box),
        ("issue_slips", balloting.vote_on_others),
    ),
    "round_prepared": (("announce_round", balloting.read_out_too_soon), ("close_meeting", balloting.close_too_soon)),
    "box_opened": (
        ("lock_count", counting.lose_a_slip),
        ("lock_count.marks_allowed", counting.count_marks_without_a_box),
        ("lock_count.counts_agree", counting.count_differently),
        ("key_score_slip.score_parts", counting.give_too_many_points),
    ),
    "round_locked": (("open_round", balloting.go_on_too_soon), ("close_meeting", balloting.close_too_soon)),
    "round_announced": (
        ("open_round", balloting.go_on_wrongly),
        ("open_round.round_limit", balloting.hold_one_more),
        ("repeat_vote", balloting.repeat_what_is_settled),
    ),
}


def tries(stage: Stage) -> None:
    """From now on every attempt is made at the first moment it can be, before the papers of that moment are written.

    Only what a gate of the rulebook is there to turn down is tried.
    """
    gates = stage.book.process.gates
    asked = {""} | {gate.act for gate in gates} | {f"{gate.act}.{gate.kind}" for gate in gates}
    waiting = {moment: [one for act, one in made if act in asked] for moment, made in PLANNED.items()}
    before = stage.leave

    def reached(moment: str, about: Any = None) -> None:
        for attempt in tuple(waiting.get(moment, ())):
            if attempt(stage, about):
                waiting[moment].remove(attempt)
        before(moment, about)

    stage.leave = reached
