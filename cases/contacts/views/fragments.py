"""Parts of the page of a call that change while one types; every one also comes with the page."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from cases.contacts.forms import Typed
from cases.contacts.models import CallDraft
from cases.contacts.views.known import look_up
from cases.contacts.views.page import CallPage
from cases.knowledge.searching import search_articles
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest


@require_POST
def caller(request: EmployeeRequest, call_id: uuid.UUID) -> HttpResponse:
    """What may be told to a caller who gave two facts."""
    _mine(request, call_id)
    typed = Typed(request.POST)
    known = look_up(request, typed.facts(), chosen=typed.add_to)
    return render(request, "cases/contacts/_known.html", {"known": known})


@require_POST
def question_set(request: EmployeeRequest, call_id: uuid.UUID, number: int) -> HttpResponse:
    """The extra questions of this subject and team."""
    draft = _mine(request, call_id)
    page = CallPage(request, draft, Typed(request.POST))
    answers, version = page.form.answers.get(number), page.versions.get(number)
    context = {"answers": answers, "version": version, "field": f"q{number}"}
    return render(request, "cases/contacts/_set_fields.html", context)


@require_POST
def search(request: EmployeeRequest, call_id: uuid.UUID, number: int) -> HttpResponse:
    """Articles that answer this question, while one types."""
    _mine(request, call_id)
    words = request.POST.get(f"words-{number}", "")
    found = search_articles(request.user, words, timezone.now())
    context = {"result": found, "field": f"q{number}"}
    return render(request, "cases/knowledge/_found.html", context)


@require_GET
def help_panel(request: EmployeeRequest, call_id: uuid.UUID, number: int) -> HttpResponse:
    """How the question to the vraagbaak stands, while the caller holds the line."""
    draft = _mine(request, call_id)
    page = CallPage(request, draft, Typed(draft.typed()))
    card = next((card for card in page.cards() if card.number == number), None)
    return render(request, "cases/contacts/_help_panel.html", {"card": card})


def _mine(request: EmployeeRequest, call_id: uuid.UUID) -> CallDraft:
    """A running call of this employee: 403 without the grant, 404 for any other."""
    GRANTS.require(request.user, Action.TAKE_CALL)
    return get_object_or_404(CallDraft.objects.visible_to(request.user), pk=call_id)
