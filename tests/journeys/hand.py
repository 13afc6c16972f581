"""Somebody who works page by page without a browser: follows links by their words, fills fields by label, presses."""

from typing import Any
from urllib.parse import urljoin

from django.test import Client
from lxml import html

MAIN = "noi-dung"


def words_of(element: html.HtmlElement) -> str:
    """What an element says, in one line."""
    return " ".join(element.text_content().split())


class Hand:
    """One account at its pages; what is filled in is what the page asked, nothing else is ever sent."""

    def __init__(self, account: Any, address: str):
        self.client = Client(enforce_csrf_checks=True)
        if account is not None:
            self.client.force_login(account)
        self.go(address)

    @property
    def text(self) -> str:
        """What the page says, in one line."""
        return words_of(self.page.get_element_by_id(MAIN))

    @property
    def title(self) -> str:
        """The heading of the page."""
        return words_of(self.page.find(".//h1"))

    def go(self, address: str) -> "Hand":
        """The page at an address, or where it leads to."""
        return self.read(address, self.client.get(address, follow=True))

    def read(self, address: str, answer: Any, *, refused: bool = False) -> "Hand":
        """The page that was answered, or the `file`; it must not be a refusal unless one is expected."""
        self.address = urljoin(address, answer.redirect_chain[-1][0]) if answer.redirect_chain else address
        if not answer.get("Content-Type", "").startswith("text/html"):
            self.file = answer.getvalue()
            return self
        self.page = html.document_fromstring(answer.content.decode())
        assert (answer.status_code >= 400) is refused, f"{answer.status_code} at {self.address}: {self.text[:900]}"
        return self

    def one(self, path: str, words: str) -> html.HtmlElement:
        """The element that says these words, else one that begins with them; the page's own come before the frame's."""
        places = (self.page.get_element_by_id(MAIN), self.page)
        found = [each for place in places for each in place.xpath(f".//{path}")]
        exact = [each for each in found if words_of(each) == words]
        near = exact or [each for each in found if words_of(each).startswith(words)]
        assert near, f"no {path} “{words}” at {self.address}: {[words_of(each) for each in found]}; {self.text[:900]}"
        return near[0]

    def links(self, part: str) -> list[str]:
        """The addresses with these words in them that the page leads to."""
        return [each for each in self.page.xpath("//main//a/@href") if part in each]

    def follow(self, *links: str) -> "Hand":
        """Follows links one after the other, each named by its own words or the beginning of them."""
        for words in links:
            self.go(urljoin(self.address, self.one("a[@href]", words).get("href")))
        return self

    def field(self, label: str) -> html.HtmlElement:
        """The field of that label."""
        return self.page.get_element_by_id(self.one("label", label).get("for"))

    def write(self, label: str, value: str) -> "Hand":
        """Types into the field of that label."""
        self.field(label).value = value
        return self

    def choose(self, label: str, option: str) -> "Hand":
        """Picks one line of a list by its words."""
        field = self.field(label)
        found = [each for each in field.iter("option") if words_of(each).startswith(option)]
        assert found, f"“{label}” does not offer “{option}”: {[words_of(each) for each in field.iter('option')]}"
        field.value = found[0].get("value")
        return self

    def tick(self, *labels: str) -> "Hand":
        """Ticks boxes, or one answer of a question."""
        for label in labels:
            self.field(label).checked = True
        return self

    def untick(self, label: str) -> "Hand":
        """Takes the tick off a box."""
        self.field(label).checked = False
        return self

    def tick_all(self, words: str) -> "Hand":
        """Ticks every box whose label says these words, or every box of the group of that name."""
        groups = [each for each in self.page.iter("fieldset") if words_of(each).startswith(words)]
        boxes = [box for group in groups for box in group.xpath(".//input[@type='checkbox']")]
        named = [each.get("for") for each in self.page.iter("label") if words_of(each) == words]
        boxes += [self.page.get_element_by_id(each) for each in named]
        assert boxes, f"no box “{words}” at {self.address}: {self.text[:900]}"
        for box in boxes:
            box.checked = True
        return self

    def press(self, button: str, *, refused: bool = False) -> "Hand":
        """Sends the form of a button and reads the page that comes."""
        found = self.one("button", button)
        form = next(found.iterancestors("form"))
        answers: dict[str, list[str]] = {}
        pressed = [(found.get("name"), found.get("value"))] if found.get("name") else []
        for name, value in [*form.form_values(), *pressed]:
            answers.setdefault(name, []).append(value)
        action = urljoin(self.address, form.get("action") or "")
        return self.read(action, self.client.post(action, answers, follow=True), refused=refused)
