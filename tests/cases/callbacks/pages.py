"""What a page holds, as a browser reads it: the answers in its form, its errors, its rows."""

from html.parser import HTMLParser
from typing import Any

TOO_LONG = "lang " * 2000
ODD = "😀 <script>alert('x')</script> ‮שלום مرحبا‬ \"&amp;' {{ 7|add:7 }}"


class _Reader(HTMLParser):
    """Collects the successful controls of a page and the visible text."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: dict[str, list[str]] = {}
        self.text: list[str] = []
        self._area = self._select = ""
        self._written: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = {name: value or "" for name, value in attrs}
        if tag == "textarea":
            self._area, self._written = have.get("name", ""), []
        elif tag == "select":
            self._select = have.get("name", "")
        elif tag == "option" and "selected" in have:
            self._keep(self._select, have.get("value", ""))
        elif tag == "input":
            self._input(have)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            text = "".join(self._written)
            self._keep(self._area, text.removeprefix("\r").removeprefix("\n"))
            self._area = ""

    def handle_data(self, data: str) -> None:
        (self._written if self._area else self.text).append(data)

    def _input(self, have: dict[str, str]) -> None:
        if have.get("type") in ("radio", "checkbox"):
            if "checked" in have:
                self._keep(have["name"], have.get("value", "on"))
        elif "name" in have:
            self._keep(have["name"], have.get("value", ""))

    def _keep(self, name: str, value: str) -> None:
        self.answers.setdefault(name, []).append(value)


def answers_in(response: Any) -> dict[str, str]:
    """What a browser would send from this page, the last value per name."""
    reader = _Reader()
    reader.feed(response.content.decode())
    return {name: values[-1] for name, values in reader.answers.items()}


def text_of(response: Any) -> str:
    """The visible words of a page, white space evened out."""
    reader = _Reader()
    reader.feed(response.content.decode())
    return " ".join(" ".join(reader.text).split())


def errors_of(response: Any) -> dict[str, list[str]]:
    """The messages of the form on a page, per field."""
    return {name: list(texts) for name, texts in response.context["form"].errors.items()}


def lost_from(response: Any, answers: dict[str, str]) -> dict[str, str]:
    """The answers that are no longer on the page as they were typed."""
    shown = answers_in(response)
    return {name: value for name, value in answers.items() if shown.get(name, "") != value}
