"""What stands beside a request on its page: answers, added questions, and others on its number.

One query for all three, because the page is opened all day and most requests have none.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, DateTimeField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf, Trim

from cases.callbacks.models.question_sets import AddedQuestion, CallbackAnswer
from cases.callbacks.models.requests import CallbackRequest

MOST_ON_NUMBER = 5


@dataclass(frozen=True)
class Extra:
    """One thing beside the request: what it is called, what it says, and since when."""

    number: int
    name: str
    text: str
    at: datetime | None

    @property
    def question(self) -> str:
        """The question of a set, as it was asked."""
        return self.name

    @property
    def answer(self) -> str:
        """What the caller answered."""
        return self.text

    @property
    def reference(self) -> str:
        """The number of another request."""
        return f"TB-{self.number:06d}"


def beside(callback: CallbackRequest, at: datetime) -> dict[str, list[Extra]]:
    """``added``, ``answers`` and ``same_number`` of a request, each in its order; one query."""
    parts = (_added(callback), _answers(callback), _on_same_number(callback, at))
    found: dict[str, list[Extra]] = {"added": [], "answers": [], "same_number": []}
    for kind, number, name, text, moment in parts[0].union(*parts[1:], all=True):
        found[kind].append(Extra(number, name, text, moment))
    for extras in found.values():
        extras.sort(key=lambda extra: extra.number)
    del found["same_number"][MOST_ON_NUMBER:]
    return found


def _row(rows: QuerySet[Any], kind: str, name: Any, text: Any, moment: Any) -> QuerySet[Any]:
    """The same five columns, whatever they are made of."""
    return (
        rows.order_by()
        .annotate(
            kind=Value(kind, CharField()),
            name_of=Cast(name, TextField()),
            text_of=Cast(text, TextField()),
            moment_of=moment,
        )
        .values_list("kind", "pk", "name_of", "text_of", "moment_of")
    )


def _added(callback: CallbackRequest) -> QuerySet[Any]:
    rows = AddedQuestion.objects.filter(callback=callback)
    return _row(rows, "added", F("subject__label"), F("question"), F("added_at"))


def _answers(callback: CallbackRequest) -> QuerySet[Any]:
    rows = CallbackAnswer.objects.filter(callback=callback)
    none = Value(None, DateTimeField())
    return _row(rows, "answers", F("question"), F("answer"), none)


def _on_same_number(callback: CallbackRequest, at: datetime) -> QuerySet[Any]:
    """Other open requests on this number: somebody else may be calling it too (TB-14)."""
    rows = CallbackRequest.objects.selected("open", at).exclude(pk=callback.pk)
    rows = rows.filter(resident__phone=callback.resident.phone)
    person = Trim(Concat("handler__first_name", Value(" "), "handler__last_name"))
    who = Coalesce(NullIf(person, Value("")), F("team__name"))
    return _row(rows, "same_number", F("team__name"), who, F("due_at"))
