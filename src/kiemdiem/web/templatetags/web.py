"""The components of pages: `{% load web %}`. What each takes and looks like is in web/components/README.md."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms, template
from django.core.paginator import Page
from django.forms import BoundField

from kiemdiem.core.answer import Answer
from kiemdiem.web import charts, frame, phrases, shapes

register = template.Library()


def component(name: str) -> Any:
    """Registers a function whose mapping fills the component's template."""
    return register.inclusion_tag(f"web/components/{name}.html", name=name)


@component("refusal")
def refusal(answer: Answer) -> dict[str, object]:
    """What was refused, why, by which clause, with which figures, and what to do now."""
    return {"answer": answer, "numbers": list(answer.numbers.items())}


@component("error_summary")
def error_summary(form: Any) -> dict[str, object]:
    """What must be put right before the form is accepted, each line leading to its field; nothing when all is well."""
    if form is None or not form.is_bound:
        return {"form": None}
    faults = [(target(bound), error) for bound in form for error in bound.errors if not bound.is_hidden]
    plain = list(form.non_field_errors()) + [e for bound in form.hidden_fields() for e in bound.errors]
    answer = getattr(form, "answer", None)
    return {"form": form, "faults": faults, "plain": plain, "answer": answer, "any": bool(faults or plain or answer)}


def target(bound: BoundField) -> str:
    """The id of the control a line of the summary leads to."""
    several = isinstance(bound.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
    return f"{bound.auto_id}_0" if several else bound.id_for_label


@component("field")
def field(bound: BoundField, prefix: str = "", suffix: str = "") -> dict[str, object]:
    """One question of a form: label, hint, error and control; `prefix` and `suffix` are units beside the control."""
    widget = bound.field.widget
    kind = getattr(widget, "input_type", "textarea")
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        kind = "group"
    style = "form-select" if kind == "select" else "form-control"
    width = f"kd-w-{getattr(bound.field, 'width', 'text')}"
    return {
        "bound": bound,
        "kind": kind,
        "control": bound.as_widget(attrs={"class": f"{style} {width}"}) if kind != "group" else "",
        "box": bound.as_widget(attrs={"class": "form-check-input"}) if kind == "checkbox" else "",
        "prefix": prefix,
        "suffix": suffix,
    }


@component("form_fields")
def form_fields(form: Any) -> dict[str, object]:
    """All questions of a form, in order, with its hidden answers."""
    return {"form": form}


@component("tag")
def tag(words: str, tone: str = "quiet") -> dict[str, object]:
    """A short state in words; the tone only underlines it."""
    return {"words": words, "tone": tone}


@register.inclusion_tag("web/components/tag.html")
def status(state: str) -> dict[str, object]:
    """The tag of a state known to web/phrases.py."""
    words, tone = phrases.STATES[state]
    return {"words": words, "tone": tone}


@register.inclusion_tag("web/components/tag.html")
def standing(state: str) -> dict[str, object]:
    """How far a result has got: voted, proposed, decided, replaced."""
    words, tone = phrases.STANDINGS[state]
    return {"words": words, "tone": tone}


@component("stepper")
def stepper(steps: Sequence[shapes.Step]) -> dict[str, object]:
    """Steps that must be done in order, each with its state and the reason why not yet."""
    return {"steps": [(step, phrases.STEPS[step.state]) for step in steps]}


@component("task_list")
def task_list(groups: Sequence[shapes.TaskGroup]) -> dict[str, object]:
    """What there is to do, by part of the season."""
    return {"groups": groups}


@component("check_answers")
def check_answers(rows: Iterable[shapes.AnswerRow]) -> dict[str, object]:
    """The answers to look over before they are sent."""
    return {"rows": rows}


@component("confirmation")
def confirmation(title: str, reference: str = "", next_step: str = "") -> dict[str, object]:
    """What has just been done, under which reference, and what happens next."""
    return {"title": title, "reference": reference, "next_step": next_step}


@component("table")
def table(shown: shapes.Table) -> dict[str, object]:
    """A table; cards on a phone."""
    heads = [column.label for column in shown.columns]
    rows = [list(zip(shown.columns, row, strict=True)) for row in shown.rows]
    return {"table": shown, "rows": rows, "heads": heads, "total": list(zip(shown.columns, shown.total, strict=False))}


@component("tabs")
def tabs(items: Sequence[shapes.Tab], label: str = "Cách xem") -> dict[str, object]:
    """Views of the same thing to choose from."""
    return {"items": items, "label": label}


@component("progress")
def progress(done: int, total: int, label: str = "") -> dict[str, object]:
    """How many of how many."""
    width = charts.percent(charts.share(done, total))
    return {"done": done, "total": total, "label": label, "width": width, "complete": total > 0 and done >= total}


@component("bar_chart")
def bar_chart(bars: Sequence[shapes.Bar], title: str = "", most: int = 0) -> dict[str, object]:
    """Numbers side by side, each written out beside its bar."""
    return {"drawn": charts.side_by_side(bars, most=most), "title": title}


@component("stacked_bar")
def stacked_bar(parts: Sequence[shapes.Bar], title: str = "") -> dict[str, object]:
    """The parts of a whole, each written out below the bar."""
    return {"drawn": charts.end_to_end(parts), "title": title, "whole": sum(part.value for part in parts)}


@component("quota_bar")
def quota_bar(quota: shapes.Quota) -> dict[str, object]:
    """How much of a capped share is used, and by how many it must shrink or may grow."""
    return {"quota": quota, "drawn": charts.against_limit(quota), "room": -quota.over}


@component("empty")
def empty(words: str, todo: str = "", url: str = "", action: str = "") -> dict[str, object]:
    """Why there is nothing here, and what to do about it."""
    return {"words": words, "todo": todo, "url": url, "action": action}


@component("breadcrumb")
def breadcrumb(crumbs: Sequence[shapes.Crumb]) -> dict[str, object]:
    """The way to this page."""
    return {"crumbs": crumbs}


@component("findings")
def findings(lines: Sequence[shapes.FindingLine]) -> dict[str, object]:
    """Every condition of a result: met, not met or cannot say, with its clause and figures."""
    return {"lines": [(line, *phrases.FINDINGS[line.state]) for line in lines]}


@component("pagination")
def pagination(page: Page, query: str = "") -> dict[str, object]:
    """The way through a long list; `query` is the rest of the address, such as q=nguyen."""
    return {"page": page, "query": f"&{query}" if query else ""}


@component("search_box")
def search_box(
    value: str = "", label: str = "Tìm theo họ tên", name: str = "q", kept: Mapping[str, str] | None = None
) -> dict[str, object]:
    """A search that needs no diacritics; `kept` is what else of the address chose the list."""
    return {"value": value, "label": label, "name": name, "kept": kept or {}}


@component("tally_sheet")
def tally_sheet(sheet: shapes.TallySheet) -> dict[str, object]:
    """The figures of a count, keyed line by line with running sums; adds up on the server without JavaScript."""
    return {"sheet": sheet}


@component("figures")
def figures(items: Sequence[shapes.Figure]) -> dict[str, object]:
    """The numbers that sum a page up."""
    return {"items": items}


@component("standing_track")
def standing_track(stages: Sequence[shapes.Stage]) -> dict[str, object]:
    """The way of a result from the vote to the decision; the last stage is where it stands."""
    return {"stages": [(stage, *phrases.STANDINGS[stage.state]) for stage in stages]}


@component("board")
def board(rows: Sequence[shapes.BoardRow]) -> dict[str, object]:
    """How far each unit has got, one mark a step, with what is late."""
    return {"rows": [(row, charts.in_marks([state for _, state in row.steps])) for row in rows]}


@component("votes_needed")
def votes_needed(lines: Sequence[shapes.VotesNeeded]) -> dict[str, object]:
    """How many votes each grade needs, before slips go out."""
    return {"lines": lines}


@component("checklist")
def checklist(papers: Sequence[shapes.Paper], legend: str) -> dict[str, object]:
    """Papers to tick as they come in, inside a form; those already in are said to be."""
    return {"papers": papers, "legend": legend}


@component("differences")
def differences(items: Sequence[shapes.Difference], first: str, second: str) -> dict[str, object]:
    """The figures on which two entries do not agree."""
    heads = (shapes.Column("Chỗ lệch"), shapes.Column(first, True), shapes.Column(second, True))
    rows = tuple(tuple(shapes.TableCell(text) for text in (i.place, i.first, i.second)) for i in items)
    return {"shown": shapes.Table(f"{len(items)} chỗ lệch nhau", heads, rows), "any": bool(items)}


@register.inclusion_tag("web/components/navigation.html", takes_context=True)
def navigation(context: template.Context) -> dict[str, object]:
    """Where the account may go from this page."""
    request = context.get("request")
    shown = frame.navigation_of(request, context.get("frame") or frame.Frame()) if request else frame.Navigation()
    return {"shown": shown, "path": request.path if request else ""}


@component("htmx")
def htmx() -> dict[str, object]:
    """The script of pages that refresh a part of themselves; put it into the block scripts."""
    return {}


@register.filter
def day(value: date | None) -> str:
    """The day as dd/mm/yyyy."""
    return phrases.day(value)
