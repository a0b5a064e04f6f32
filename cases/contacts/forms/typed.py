"""What was typed in a call so far, as the browser sends it; complete or not, right or wrong."""

import re
from dataclasses import dataclass

from django import forms
from django.http import QueryDict

from cases.callbacks.models import Facts
from cases.residents.forms import CallerForm
from common.autosave import Stamp, stamp_of

MOST_QUESTIONS = 6
OWN = re.compile(r"channel|count|add_to|q[0-5](-[a-z0-9_-]{1,40})?")
FACTS = ("phone", "postcode", "birth_date", "name")
NUMBER = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True)
class Typed:
    """The content of a call: one flat list of names and texts."""

    data: QueryDict

    @property
    def count(self) -> int:
        """How many questions the form has."""
        text = self.data.get("count", "1")
        return min(max(int(text), 1), MOST_QUESTIONS) if NUMBER.fullmatch(text) else 1

    @property
    def stamp(self) -> Stamp:
        """Which window this is and what it knows."""
        return stamp_of(self.data)

    @property
    def add_to(self) -> int | None:
        """The open request the caller's questions join."""
        text = self.data.get("add_to", "")
        return int(text) if NUMBER.fullmatch(text) else None

    def kept(self) -> dict[str, list[str]]:
        """Everything of the call itself; no tokens and no buttons."""
        names = set(CallerForm.base_fields)
        return {
            name: values
            for name, values in self.data.lists()
            if name in names or OWN.fullmatch(name)
        }

    def facts(self) -> Facts:
        """The verifying facts typed so far; what is not right yet does not count."""
        found = {}
        for name in FACTS:
            try:
                found[name] = CallerForm.base_fields[name].clean(self.data.get(name, ""))
            except forms.ValidationError:
                continue
        if self.data.get("is_anonymous"):
            found.pop("name", None)
        return Facts(**{name: value for name, value in found.items() if value})

    def fill(self, form: forms.Form) -> None:
        """Show in an unbound form what was typed, without judging it."""
        for name, field in form.fields.items():
            value = field.widget.value_from_datadict(self.data, {}, form.add_prefix(name))  # type: ignore[arg-type]
            form.initial[name] = value

    def with_questions(self, count: int) -> "Typed":
        """The same with another number of questions."""
        data = self.data.copy()
        data["count"] = str(min(max(count, 1), MOST_QUESTIONS))
        return Typed(data)

    def without_question(self, number: int) -> "Typed":
        """The same without question ``number`` (from 0); what comes after it moves up."""
        data = QueryDict(mutable=True)
        for name, values in self.data.lists():
            found = re.match(r"q(\d)(.*)", name)
            if found is None:
                data.setlist(name, values)
            elif int(found[1]) != number:
                place = int(found[1]) - (int(found[1]) > number)
                data.setlist(f"q{place}{found[2]}", values)
        data["count"] = str(max(self.count - 1, 1))
        return Typed(data)
