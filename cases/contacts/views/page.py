"""Everything the page of a running call shows, gathered once."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from cases.callbacks.forms import route_of
from cases.callbacks.forms.answers import AnswersForm
from cases.callbacks.models import QuestionSetVersion, live_version, pinned_version
from cases.contacts.calls import my_drafts, named
from cases.contacts.forms import CallForm, Typed, call_lists
from cases.contacts.forms.question import QuestionForm
from cases.contacts.models import CallDraft, QuestionResult
from cases.contacts.views.known import look_up
from cases.helpdesk.duty import duty_at
from cases.helpdesk.models import DutyShift, HelpQuestion
from cases.knowledge.models import Article, Importance, NewsItem
from cases.knowledge.news import news_for
from cases.knowledge.searching import SearchResult
from cases.residents.forms import SafeContactFields
from clusters.http import EmployeeRequest
from clusters.models import User
from clusters.organisation.routing import Route

LONGEST_NUMBER = 18


@dataclass
class Card:
    """One question on the page: its form, and what stands around it."""

    form: QuestionForm
    chosen: Article | None
    answers: AnswersForm | None
    version: QuestionSetVersion | None
    help: HelpQuestion | None
    on_duty: list[User]
    next_duty: DutyShift | None
    call_id: uuid.UUID
    words: str = ""
    found: SearchResult | None = None

    @property
    def number(self) -> int:
        """From 0, as in the names of the fields."""
        return self.form.number

    @property
    def position(self) -> int:
        """From 1, as people count."""
        return self.form.number + 1

    @property
    def field(self) -> str:
        """The prefix of the names of its fields."""
        return f"q{self.form.number}"


class CallPage:
    """The page of a draft with what was typed; ``ending`` judges it."""

    def __init__(
        self,
        request: EmployeeRequest,
        draft: CallDraft,
        typed: Typed,
        *,
        ending: bool = False,
        drafts: list[CallDraft] | None = None,
    ) -> None:
        self.request, self.draft, self.typed, self.drafts = request, draft, typed, drafts
        self.at = timezone.now()
        self.route = route_of(typed.data)
        self.versions = shown_versions(typed, self.route)
        self.form = CallForm(
            typed,
            user=request.user,
            lists=call_lists(),
            versions=self.versions,
            ending=ending,
        )
        self.searched: tuple[int, str, SearchResult] | None = None
        self.theirs: QueryDict | None = None

    def answer(self) -> HttpResponse:
        """The whole page."""
        return render(self.request, "cases/contacts/call.html", self._context())

    def _context(self) -> dict[str, Any]:
        typed_postcode = bool(self.typed.data.get("postcode"))
        return {
            "draft": self.draft,
            "version": self.draft.version,
            "window": uuid.uuid4().hex,
            "form": self.form,
            "caller": self.form.caller,
            "cards": self.cards(),
            "count": self.typed.count,
            "route": self.route,
            "unknown": typed_postcode and self.route is None,
            "known": look_up(self.request, self.typed.facts(), chosen=self.typed.add_to),
            "caller_fold_open": self._card_is_used(),
            "calls": named(self.drafts or my_drafts(self.request.user)),
            "news": self._urgent_news(),
            "difference": difference(self.typed, self.theirs),
        }

    def cards(self) -> list[Card]:
        """The questions with what stands around them; three queries, however many there are."""
        helped = self._helped()
        on_duty, upcoming = duty_at(self.at)
        chosen = self._chosen()
        return [
            Card(
                form=form,
                chosen=chosen.get(form.number),
                answers=self.form.answers.get(form.number),
                version=self.versions.get(form.number),
                help=helped.get(form.number + 1),
                on_duty=on_duty,
                next_duty=upcoming,
                call_id=self.draft.pk,
                **self._search_of(form.number),
            )
            for form in self.form.questions
        ]

    def _helped(self) -> dict[int, HelpQuestion]:
        """What was put to the vraagbaak, by its place in the call."""
        if not getattr(self.draft, "was_put", True):  # known when the call was read with the others
            return {}
        asked = HelpQuestion.objects.visible_to(self.request.user).filter(call_id=self.draft.pk)
        return {row.position: row for row in asked.select_related("taken_by").order_by("pk")}

    def _search_of(self, number: int) -> dict[str, Any]:
        """What was searched for at this question; the list only when that was asked last."""
        if self.searched is None or self.searched[0] != number:
            return {"words": self.request.POST.get(f"words-{number}", "")}
        return {"words": self.searched[1], "found": self.searched[2]}

    def _chosen(self) -> dict[int, Article]:
        """The article that is the answer, per question."""
        numbers = range(self.typed.count)
        texts = {number: self.typed.data.get(f"q{number}-article", "") for number in numbers}
        wanted = {
            number: int(text)
            for number, text in texts.items()
            if text.isdecimal() and len(text) <= LONGEST_NUMBER
        }
        if not wanted:
            return {}
        day = timezone.localdate(self.at)
        rows = Article.objects.readable_by(self.request.user, day).in_bulk(set(wanted.values()))
        return {number: rows[pk] for number, pk in wanted.items() if pk in rows}

    def _urgent_news(self) -> list[NewsItem]:
        """Only what is important: with a caller on the line there is no time for the rest."""
        shown = news_for(self.request.user, self.at)
        return [item for item in shown if item.importance == Importance.HIGH]

    def _card_is_used(self) -> bool:
        """Whether something of the safe-contact card was filled in, so that it stands open."""
        names = (*SafeContactFields.base_fields, "address_secret")
        return any(self.typed.data.get(name) for name in names)


def shown_versions(typed: Typed, route: Route | None) -> dict[int, QuestionSetVersion]:
    """The question set of every callback question: the one that was shown, else today's.

    A set that changed during the call goes on as it was shown; another subject has another set.
    """
    team_id = None if route is None else route.team.pk
    found = {}
    for number in range(typed.count):
        data = typed.data
        subject = data.get(f"q{number}-subject", "")
        if data.get(f"q{number}-result") != QuestionResult.CALLBACK or not subject.isdecimal():
            continue
        version = _pinned(data.get(f"q{number}-set", ""), int(subject))
        version = version or live_version(int(subject), team_id)
        if version is not None:
            found[number] = version
    return found


def _pinned(text: str, subject_id: int) -> QuestionSetVersion | None:
    """The version this call was shown before, when it is about the same subject."""
    if not text.isdecimal() or len(text) > LONGEST_NUMBER:
        return None
    version = pinned_version(int(text))
    if version is None or version.question_set.subject_id != subject_id:
        return None
    return version


def difference(typed: Typed, theirs: QueryDict | None) -> list[tuple[str, str]]:
    """What stands otherwise in the other window: the name of the field and its text there."""
    if theirs is None:
        return []
    names = {"name": "Naam", "phone": "Telefoonnummer"}
    for number in range(Typed(theirs).count):
        names[f"q{number}-question"] = f"Vraag {number + 1}"
    return [
        (label, theirs.get(name, ""))
        for name, label in names.items()
        if theirs.get(name, "") != typed.data.get(name, "")
    ]
