"""The whole form of a call: the caller, one or more questions, and what they come to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Layout, Row
from django import forms
from django.core.cache import cache
from django.utils import timezone

from cases.callbacks.forms.answers import AnswersForm
from cases.callbacks.models import CallbackNorm, CallbackSubject, QuestionSetVersion
from cases.callbacks.services import Caller, CallWish
from cases.contacts.forms.question import PART, QuestionForm
from cases.contacts.forms.typed import Typed
from cases.contacts.models import Channel, QuestionResult
from cases.contacts.services import Asked
from cases.knowledge.models import Article
from cases.residents.forms import CallerForm
from clusters.models import Neighbourhood, User

LISTS_KEY, LISTS_SECONDS = "call-lists", 60
ROUTE_SLOT = "{% include 'cases/callbacks/_route.html' %}"
KNOWN_SLOT = "{% include 'cases/contacts/_known.html' %}"
FOLD = '<details class="wt-fold-card"{% if caller_fold_open %} open{% endif %}><summary>'


@dataclass(frozen=True)
class CallLists:
    """The lists every question chooses from."""

    subjects: dict[int, CallbackSubject]
    norms: list[tuple[str, str]]
    neighbourhoods: list[tuple[str, str]]


def call_lists() -> CallLists:
    """The lists as they are today; three queries a minute at most."""
    lists: CallLists | None = cache.get(LISTS_KEY)
    if lists is None:
        lists = CallLists(
            subjects={row.pk: row for row in CallbackSubject.objects.in_use()},
            norms=list(CallbackNorm.objects.values_list("code", "label")),
            neighbourhoods=[
                (str(pk), name)
                for pk, name in Neighbourhood.objects.order_by("name").values_list("pk", "name")
            ],
        )
        cache.set(LISTS_KEY, lists, LISTS_SECONDS)
    return lists


class ChannelForm(forms.Form):
    """How the resident reached us; nearly always by telephone."""

    channel = forms.ChoiceField(label="Kanaal", choices=Channel.choices, initial=Channel.PHONE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = _part(Layout("channel"))


class CallForm:
    """Caller and questions as one form for ``perform``; judged only when the call ends.

    ``versions`` are the question sets that were shown, by the number of the question.
    """

    def __init__(
        self,
        typed: Typed,
        *,
        user: User,
        lists: CallLists,
        versions: dict[int, QuestionSetVersion],
        ending: bool = False,
    ) -> None:
        self.typed, self.lists, self.ending, self.user = typed, lists, ending, user
        data = typed.data if ending else None
        self.caller = CallerForm(data, auto_id="id_%s")
        self.caller.helper = _caller_helper()  # type: ignore[attr-defined]
        self.channel = ChannelForm(data)
        self.questions = [QuestionForm(data, number=number) for number in range(typed.count)]
        self.versions = versions
        self.answers = {
            number: AnswersForm(version, data, prefix=f"q{number}-set")
            for number, version in versions.items()
        }
        self.own_errors: list[str] = []
        self.cleaned_data: dict[str, Any] = {}
        self._offer(lists)
        if not typed.data:
            self.caller.fields["name"].widget.attrs["autofocus"] = True
        elif not ending:
            self._show_typed()

    def _offer(self, lists: CallLists) -> None:
        """Fill what is chosen from; the errors of the parts stand above the page."""
        for answers in self.answers.values():
            answers.helper.template = PART
        place = self.caller.fields["neighbourhood"]
        place.choices = [("", place.empty_label), *lists.neighbourhoods]  # type: ignore[attr-defined]
        subjects = [("", "Kies een onderwerp")]
        subjects += [(str(pk), row.label) for pk, row in lists.subjects.items()]
        for form in self.questions:
            form.fields["subject"].choices = subjects  # type: ignore[attr-defined]
            form.offer_urgencies(lists.norms)

    @property
    def fields(self) -> dict[str, Any]:
        """Every field a broken rule can point at, by its name in the form."""
        found = dict(self.caller.fields)
        for form in self.questions:
            found |= {form.add_prefix(name): each for name, each in form.fields.items()}
        return found

    def add_error(self, name: str | None, text: str) -> None:
        """Put a broken rule at its field, or above the form."""
        if name is None:
            self.own_errors.append(text)
        elif name in self.caller.fields:
            self.caller.add_error(name, text)
        else:
            prefix, _, bare = name.partition("-")
            self.questions[int(prefix.removeprefix("q"))].add_error(bare, text)

    def is_valid(self) -> bool:
        """Whether the call can end: every question right, and the caller when one is promised."""
        wanted = [form for form in self.questions if not form.is_blank()] or self.questions[:1]
        right = [form.is_valid() for form in wanted]
        promised = [form for form in wanted if self._is_callback(form)]
        right += [self.answers[form.number].is_valid() for form in promised if self._asks(form)]
        if promised:
            self.caller.require_caller()
            right.append(self.caller.is_valid())
        right.append(self.channel.is_valid())
        if all(right):
            self.cleaned_data = self._cleaned(wanted, bool(promised))
        return all(right)

    def errors(self) -> Iterator[tuple[str, forms.Form]]:
        """The forms with errors, each with the words for its place."""
        for part in (self.channel, self.caller):
            if self.ending and part.errors:
                yield "", part
        for form in self.questions:
            judged = not form.is_blank() or form.number == 0
            if self.ending and judged and form.errors:
                yield (f"Vraag {form.number + 1}, " if len(self.questions) > 1 else ""), form
            answers = self.answers.get(form.number)
            if self.ending and answers is not None and answers.errors:
                yield f"Vraag {form.number + 1}, ", answers

    def _is_callback(self, form: QuestionForm) -> bool:
        return bool(form.data.get(form.add_prefix("result")) == QuestionResult.CALLBACK)

    def _asks(self, form: QuestionForm) -> bool:
        return form.number in self.answers

    def _show_typed(self) -> None:
        """Fill every form with what was typed, unjudged."""
        for form in (self.caller, self.channel, *self.questions, *self.answers.values()):
            self.typed.fill(form)

    def _cleaned(self, wanted: list[QuestionForm], promised: bool) -> dict[str, Any]:
        """The answers as ``finish_call`` wants them."""
        ids = {form.cleaned_data["article"] for form in wanted} - {None}
        readable = Article.objects.readable_by(self.user, timezone.localdate())
        articles = readable.in_bulk(ids) if ids else {}
        told = self.caller.cleaned_data if promised else {}
        return {
            "channel": self.channel.cleaned_data["channel"],
            "asked": [
                self._asked(place, form, articles) for place, form in enumerate(wanted, start=1)
            ],
            "caller": _caller(self.caller) if promised else None,
            "neighbourhood": told.get("neighbourhood"),
            "facts": self.typed.facts(),
            "add_to": self.typed.add_to if promised else None,
        }

    def _asked(self, place: int, form: QuestionForm, articles: dict[int, Article]) -> Asked:
        answers = form.cleaned_data
        subject = self.lists.subjects.get(answers["subject"] or 0)
        is_callback = answers["result"] == QuestionResult.CALLBACK
        asks = is_callback and self._asks(form)
        return Asked(
            position=form.number + 1,
            subject=subject,
            question=answers["question"],
            result=answers["result"],
            referred_to=answers["referred_to"],
            article=articles.get(answers["article"] or 0),
            wish=_wish(answers, subject) if is_callback and subject else None,
            version=self.versions[form.number] if asks else None,
            answers=self.answers[form.number].answers() if asks else (),
        )


def _wish(answers: dict[str, Any], subject: CallbackSubject) -> CallWish:
    start, end = answers.get("window") or (None, None)
    return CallWish(
        subject=subject,
        question=answers["question"],
        urgency=answers["urgency"],
        window_from=start,
        window_until=end,
    )


def _caller(form: CallerForm) -> Caller:
    """Who called, with the safe-contact card."""
    told = form.cleaned_data
    number, suffix = told["house_number"]
    return Caller(
        name=told["name"],
        is_anonymous=told["is_anonymous"],
        phone=told["phone"],
        postcode=told["postcode"],
        house_number=number,
        house_suffix=suffix,
        birth_date=told["birth_date"],
        address_secret=told["address_secret"],
        card=form.card(),
    )


def _caller_helper() -> FormHelper:
    """The caller's half of the page, without a form tag of its own."""
    layout = Layout(
        "name",
        "is_anonymous",
        "phone",
        Row("postcode", "house_number"),
        Div(HTML(ROUTE_SLOT), css_id="route", aria_live="polite"),
        Row("birth_date", "neighbourhood"),
        Div(HTML(KNOWN_SLOT), css_id="known", aria_live="polite"),
        HTML(f"{FOLD}Veilig bellen</summary>"),
        "voicemail_allowed",
        "hide_municipality",
        "hide_number",
        "address_secret",
        Row("call_from", "call_until"),
        Row("language", "needs_interpreter"),
        HTML("</details>"),
    )
    return _part(layout)


def _part(layout: Layout) -> FormHelper:
    """A form inside the form of the page."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.template = PART
    helper.layout = layout
    return helper
