"""The components of pages: `{% load web %}`. What each takes and looks like is in web/components/README.md."""

from django import template

from kiemdiem.core.answer import Answer

register = template.Library()


@register.inclusion_tag("web/components/refusal.html")
def refusal(answer: Answer) -> dict[str, object]:
    """What was refused, why, by which clause, with which figures, and what to do now."""
    return {"answer": answer}
