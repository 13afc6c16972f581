"""A small ward played up to one body's and one cell's reviews, the decisions and the notices, through the commands."""

import datetime

from kiemdiem.core.law.rulebook import Rulebook
from kiemdiem.desk.play import bodies, cells, opening, preparation, setting, sittings
from kiemdiem.desk.play.cast import Character, cast
from kiemdiem.desk.play.stage import ZONE, Clock, Stage
from kiemdiem.rulebooks import shelf

FEW = 8


def small_stage(code: str, *, seed: int = 2017, few: int = FEW) -> Stage:
    """The ward of a rulebook with few members a cell, its season open."""
    book: Rulebook = shelf.rulebook(code)
    issued_on = datetime.date.fromisoformat(book.identity.issued_on)
    start = datetime.datetime.combine(issued_on - datetime.timedelta(days=15), datetime.time(8), ZONE)
    stage = Stage(book=book, seed=seed, clock=Clock(start))
    setting.open_office(stage)
    setting.found_units(stage)
    stage.cast = cast(seed=seed, year=book.identity.year, cells=setting.cells(stage))
    places = [place for place, _ in setting.cells(stage)]
    stage.cast = tuple(one for place in places for one in few_of(stage, place, count=few))
    setting.register_people(stage)
    setting.give_posts(stage)
    setting.link_bodies(stage)
    opening.open_the_season(stage)
    return stage


def few_of(stage: Stage, place: str, *, count: int) -> list[Character]:
    """The first members of a cell; an exempt one always among them."""
    return sorted(stage.members_of(place), key=lambda one: one.case != "exempt")[:count]


def reviewed(stage: Stage, *, body: str) -> None:
    """One leading body reviewed with its leaders' ballot, then the next cell with its rounds and its points."""
    preparation.prepare(stage)
    on, unit = next((on, unit) for on, unit in bodies.days(stage) if unit.key == body)
    meeting = sittings.plan(stage, unit, on=on)
    preparation.deliver_report(stage, meeting, sent_on=stage.clock.now.date())
    opening.move_to(stage, on)
    bodies.hold(stage, meeting)
    day, cell = next((day, cell) for day, cell in cells.days(stage) if day > on)
    opening.move_to(stage, day)
    cells.hold(stage, cell, on=day)
