"""The forms of a page as a browser sees them, and how somebody fills them in wrongly."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

TOO_LONG = "Dit typte ik. " * 800
"""More than any field takes: it must come back whole, with an error beside it."""
NOT_ONE = "ooit"
"""No date, time, number, address or telephone number."""
RIGHT = {
    "postcode": "1363 AB",
    "house_number": "12",
    "phone": "06 24681357",
    "call_from": "09:00",
    "call_until": "12:00",
}
OF_KIND = {
    "email": "post@voorbeeld.example",
    "url": "https://voorbeeld.example",
    "date": "2026-11-26",
    "time": "10:00",
    "number": "1",
}
CHOSEN = ("hidden", "radio", "checkbox", "select")
FIRST_TAB, SECOND_TAB = "Uit het eerste venster.", "Uit het tweede venster."
NEVER_SHOWN = ("password", "file")
BUTTONS = ("submit", "button", "image", "reset")


@dataclass
class Control:
    """One control with a name; ``options`` are the values one can choose."""

    name: str
    kind: str
    value: str = ""
    options: list[str] = field(default_factory=list)
    checked: bool = False


@dataclass
class Form:
    """One form that is posted."""

    action: str
    controls: list[Control] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    @property
    def typed(self) -> list[Control]:
        """What a person fills in."""
        return [each for each in self.controls if each.kind != "hidden"]

    def filled_in(self) -> dict[str, list[str]]:
        """Every control with something in it that does not fit, as far as it can be wrong."""
        return self._filled(_answer)

    def filled_in_right(self) -> dict[str, list[str]]:
        """Every control with something that fits; what stands there already stays."""
        return self._filled(_right)

    def rewritten(self, words: str) -> dict[str, list[str]]:
        """As it fits, with ``words`` in every text that people write freely."""
        answers = self.filled_in_right()
        for each in self.typed:
            is_free = each.kind == "textarea" or answers.get(each.name) == ["Een zin."]
            if is_free and each.name in answers:
                answers[each.name] = [words]
        return answers

    def _filled(self, choose: Callable[[Control], str | None]) -> dict[str, list[str]]:
        answers = {each.name: [each.value] for each in self.controls if each.checked}
        for each in self.controls:
            text = choose(each)
            if text is not None and (each.kind == "checkbox" or each.name not in answers):
                answers.setdefault(each.name, [])
                answers[each.name] += [] if text in answers[each.name] else [text]
        return answers

    def answers(self) -> dict[str, list[str]]:
        """What a browser would send from it as it stands."""
        found: dict[str, list[str]] = {}
        for each in self.controls:
            if each.kind not in ("radio", "checkbox") or each.checked:
                found.setdefault(each.name, []).append(each.value)
        return found


def _answer(control: Control) -> str | None:
    """Too much or nonsense; a choice that was made stays, because others depend on it."""
    if control.kind in ("hidden", "radio", "checkbox"):
        return control.value
    if control.kind == "select" and control.value:
        return control.value
    if control.kind == "select":
        return next((each for each in reversed(control.options) if each), None)
    if control.kind in ("text", "search", "textarea"):
        return TOO_LONG.strip()
    if control.kind == "file":
        return None
    return NOT_ONE


def _right(control: Control) -> str | None:
    """Something that fits."""
    if control.kind in CHOSEN:
        return _answer(control)
    if control.value:
        return control.value
    name = control.name.rpartition("-")[2]
    if control.kind == "file":
        return None
    return RIGHT.get(name) or OF_KIND.get(control.kind, "Een zin.")


class _Reader(HTMLParser):
    """Collects the posted forms inside ``main``."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._form: Form | None = None
        self._open: Control | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = {name: value or "" for name, value in attrs}
        if tag == "form":
            is_posted = have.get("method", "get").lower() == "post"
            self._form = Form(have.get("action", "")) if is_posted else None
        elif self._form is not None:
            self._control(self._form, tag, have)

    def _control(self, form: Form, tag: str, have: dict[str, str]) -> None:
        name, kind = have.get("name", ""), have.get("type", "text")
        if tag == "button" and name:
            form.buttons.append((name, have.get("value", "")))
        elif tag in ("textarea", "select") and name:
            self._open = Control(name, tag)
            form.controls.append(self._open)
        elif tag == "option" and self._open is not None:
            self._open.options.append(have.get("value", ""))
            if "selected" in have:
                self._open.value = have.get("value", "")
        elif tag == "input" and name and kind not in BUTTONS:
            value = have.get("value", "on" if kind in ("radio", "checkbox") else "")
            form.controls.append(Control(name, kind, value, checked="checked" in have))

    def handle_data(self, data: str) -> None:
        if self._open is not None and self._open.kind == "textarea":
            self._open.value += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("textarea", "select") and self._open is not None:
            self._open.value = self._open.value.removeprefix("\r").removeprefix("\n")
            self._open = None
        elif tag == "form" and self._form is not None:
            self.forms.append(self._form)
            self._form = None


def posted_forms(html: str) -> list[Form]:
    """The forms of the main part of a page that change something."""
    reader = _Reader()
    reader.feed(html.partition("<main")[2].partition("</main>")[0])
    return reader.forms


def lost(typed: dict[str, list[str]], form: Form, html: str) -> list[str]:
    """The names of what was typed in ``form`` and does not stand in ``html`` any more."""
    kept: dict[str, list[str]] = {}
    for shown in posted_forms(html):
        for name, values in shown.answers().items():
            kept.setdefault(name, []).extend(values)
    asked = {each.name: each.kind for each in form.typed if each.kind not in NEVER_SHOWN}
    return [name for name in asked if _texts(typed.get(name, [])) - _texts(kept.get(name, []))]


def _texts(values: list[str]) -> set[str]:
    return {_even(each) for each in values}


def _even(text: str) -> str:
    """The text without what a browser does to line ends and the edges."""
    return text.replace("\r\n", "\n").strip()
