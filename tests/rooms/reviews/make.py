"""What tests of reviews and of the rooms above write: texts for every section, papers handed in."""

from collections.abc import Iterable
from datetime import date, datetime

from kiemdiem.org.models import Person, Unit
from kiemdiem.reviews import commands, queries
from kiemdiem.reviews.models import Report, SelfReview
from tests.rooms.cycles import make as cycles
from tests.rooms.org.make import ZONE

DAY = date(2017, 11, 25)
AT = datetime(2017, 11, 25, 9, 0, tzinfo=ZONE)
PAPER = commands.FromPaper(paper="Bản viết tay ký ngày 24/11/2017", is_whole=True)


def texts(sections: Iterable[queries.SectionAsked]) -> dict[str, object]:
    """A short text for every section; for one of rows, that there is nobody to name."""
    return {
        section.key: "Không có" if section.answer == "rows" else f"Đã viết: {section.title}" for section in sections
    }


def self_review(made: cycles.Made, person: Person, *, on: date = DAY, at: datetime = AT) -> SelfReview:
    """The person's self-review handed in on paper."""
    return commands.key_self_review(made.season, person, paper=PAPER, submitted_on=on, by=made.ward.officer, at=at)


def report(made: cycles.Made, unit: Unit, *, kind: str = "collective_report", at: datetime = AT) -> Report:
    """The unit's report with text in every section."""
    asked = queries.report_asked(made.season, unit, kind=kind)
    return commands.write_report(
        made.season, unit, kind=kind, sections=texts(asked.sections), by=made.ward.officer, at=at
    )


def answers_about(listed: Iterable[queries.SubjectAsked], chosen: dict[tuple[str, str], str]) -> dict[str, object]:
    """What the statements' form sends: the answers by subject and entry, everything else left for later."""
    sent: dict[str, object] = {}
    for each in listed:
        for number, asked in enumerate(each.asked):
            sent[f"answer_{each.subject.pk}_{number}"] = chosen.get((each.subject.key, asked.key), "")
            sent[f"seen_{each.subject.pk}_{number}"] = asked.attestation.pk if asked.attestation else 0
    return sent


def task_result(made: cycles.Made, person_key: str, *, stated_on: str, level: str = "good") -> dict[str, object]:
    """The statements' form of the first cell with one answer: how well one member did his tasks."""
    listed = queries.statements_asked(made.season, made.ward.cells[0])
    answers = answers_about(listed, {(f"member:{person_key}", "member.task_result"): level})
    return {"stated_by": "Chi ủy", "stated_on": stated_on, **answers}


def sent(
    report: Report, people: Iterable[Person], *, on: date = DAY, paper: commands.FromPaper | None = None
) -> commands.Sending:
    """A sending of the report to these people on the day, by signed list."""
    return commands.Sending(people=tuple(people), sent_on=on, proof="signed_list", paper=paper)
