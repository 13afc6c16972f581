"""The one form for all statements about the subjects of a unit."""

from collections.abc import Iterable
from typing import Any

from django.forms import HiddenInput

from kiemdiem.cycles.models import SeasonSubject
from kiemdiem.reviews.commands import Statement
from kiemdiem.reviews.forms import SourceForm
from kiemdiem.reviews.queries import AttestationAsked, SubjectAsked
from kiemdiem.web import fields
from kiemdiem.web.forms import say_in_vietnamese

YES_NO = {"yes": "Có, đúng", "no": "Không"}
MOST = 2_000_000_000


class StatementsForm(SourceForm):
    """The statements about a list of subjects, none answered beforehand; who states them, on which day."""

    stated_by = fields.Text(label="Ai khẳng định (ví dụ: Chi ủy chi bộ)")
    stated_on = fields.Day(label="Ngày")

    def __init__(self, *args: Any, listed: Iterable[SubjectAsked], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.listed = list(listed)
        for each in self.listed:
            name, key = each.subject.name, each.subject.pk
            for number, asked in enumerate(each.asked):
                self.fields[f"answer_{key}_{number}"] = answer_about(name, asked)
                self.fields[f"seen_{key}_{number}"] = fields.Whole(
                    label="Bản đã xem", widget=HiddenInput, max_value=MOST, initial=seen_of(asked)
                )
            self.fields[f"ground_{key}"] = fields.Text(label=f"{name} – căn cứ", required=False, max_length=1000)
            if each.stated:
                self.fields[f"reason_{key}"] = fields.Text(
                    label=f"{name} – lý do thay nội dung đã ghi", required=False, max_length=300
                )
        self.order_fields([name for name in self.fields if name not in ("paper", "scan")])

    def rows(self) -> list[tuple[SubjectAsked, list[Any]]]:
        """The subjects as they are printed, each with its boxes."""
        return [(each, [self[name] for name in self.names(each)]) for each in self.listed]

    def names(self, each: SubjectAsked) -> list[str]:
        """The names of the boxes about one subject."""
        pairs = [f"{part}_{each.subject.pk}_{n}" for n in range(len(each.asked)) for part in ("answer", "seen")]
        more = [f"ground_{each.subject.pk}", f"reason_{each.subject.pk}"]
        return [*pairs, *(name for name in more if name in self.fields)]

    def answered(self) -> list[tuple[SubjectAsked, AttestationAsked, str]]:
        """The statements that were answered, with the answer: a level's code, a number, or yes or no."""
        found = []
        for each in self.listed:
            for number, asked in enumerate(each.asked):
                said = self.cleaned_data[f"answer_{each.subject.pk}_{number}"]
                if said not in ("", None):
                    found.append((each, asked, str(said)))
        return found

    def statements(self) -> list[tuple[SeasonSubject, Statement]]:
        """The answered statements as the act takes them."""
        answers, found = self.cleaned_data, []
        for each, asked, said in self.answered():
            key = each.subject.pk
            statement = Statement(
                entry_key=asked.key, holds=said != "no", level="" if asked.is_number or said in YES_NO else said,
                amount=int(said) if asked.is_number else None, stated_by=answers["stated_by"],
                stated_on=answers["stated_on"], ground=answers[f"ground_{key}"],
                reason=answers.get(f"reason_{key}", ""), seen=answers[f"seen_{key}_{each.asked.index(asked)}"],
            )  # fmt: skip
            found.append((each.subject, statement))
        return found

    def set_newest(self) -> None:
        """Keeps what was typed after a refusal; the next sending goes on what stands now, which the page shows."""
        self.data = self.data.copy()
        for each in self.listed:
            for number, asked in enumerate(each.asked):
                self.data[f"seen_{each.subject.pk}_{number}"] = str(seen_of(asked))


def answer_about(name: str, asked: AttestationAsked) -> fields.Pick | fields.Whole:
    """The question for one statement about the subject of that name; what was stated stands below it."""
    levels, label = list(asked.levels) or list(YES_NO.items()), f"{name} – {asked.entry.text}"
    found: fields.Pick | fields.Whole
    if asked.is_number:
        found = fields.Whole(label=label, required=False)
    else:
        found = fields.Pick(label=label, choices=levels, empty="Để sau", required=False)
    found.help_text = f"Đã ghi: {said_of(asked)}" if asked.attestation else ""
    say_in_vietnamese(found)
    return found


def seen_of(asked: AttestationAsked) -> int:
    """The id of the statement that stands, 0 for none."""
    return asked.attestation.pk if asked.attestation else 0


def said_of(asked: AttestationAsked) -> str:
    """What was stated, by whom and when; nothing while nobody has."""
    stated = asked.attestation
    if stated is None:
        return ""
    level = dict(asked.levels).get(stated.level, YES_NO["yes" if stated.holds else "no"])
    level = level if stated.amount is None else str(stated.amount)
    return f"{level} — {stated.stated_by}, {stated.stated_on:%d/%m/%Y}"
