"""The vraagbaak at work: who waits, take it, answer it (TEL-6, TEL-7).

Both pages ask by themselves whether something changed. They say what they show; when that is
still so there is no answer, nothing on the screen moves, and nothing was seen that needs a line.
"""

import hashlib
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from audit.services import record_view
from cases.helpdesk.duty import on_duty_now
from cases.helpdesk.forms import AnswerForm
from cases.helpdesk.lifecycle import HelpState
from cases.helpdesk.models import HelpQuestion
from cases.helpdesk.services import answer_help_question, take_help_question
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.deadlines import local_day
from common.forms import perform
from common.weeks import midnight

MOST_ANSWERED = 20


@require_GET
def queue(request: EmployeeRequest) -> HttpResponse:
    """Who holds the line now, what I look at, and what was answered today."""
    decision = GRANTS.require(request.user, Action.ANSWER_HELP_QUESTION)
    record_view(request, "help.listed", decision=decision)
    return render(request, "cases/helpdesk/queue.html", _lists(request))


@require_GET
def fragment(request: EmployeeRequest) -> HttpResponse:
    """The lists alone; the page asks for them every five seconds."""
    decision = GRANTS.require(request.user, Action.ANSWER_HELP_QUESTION)
    lists = _lists(request)
    if request.GET.get("shown") == lists["shown"]:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    record_view(request, "help.listed", decision=decision)
    return render(request, "cases/helpdesk/_queue.html", lists | {"is_fragment": True})


@require_POST
def take(request: EmployeeRequest, help_question_id: int) -> HttpResponse:
    """I look at it; on to the page where I answer."""
    asked = _find(request, help_question_id)
    take_help_question(help_question_id=asked.pk, by=request.user)
    return redirect("help-question", asked.pk)


@require_http_methods(["GET", "POST"])
def question(request: EmployeeRequest, help_question_id: int) -> HttpResponse:
    """The question and the box for its answer."""
    if request.method == "POST" and not _may_answer(request):
        return _keep_text(request)
    asked = _find(request, help_question_id)
    if request.method == "GET":
        return _show(request, asked, AnswerForm(asked=asked))
    form = AnswerForm(request.POST, asked=asked)
    if perform(form, answer_help_question, help_question_id=asked.pk, by=request.user):
        messages.success(request, "Het antwoord staat bij de KCC-medewerker op het scherm.")
        return redirect("help-desk")
    return _show(request, _find(request, asked.pk), form)


def _show(request: EmployeeRequest, asked: HelpQuestion, form: AnswerForm) -> HttpResponse:
    """The page, or for htmx the question alone when it is not what stands there already."""
    shown = _digest(asked.stamp, asked.state, asked.taken_by_id, asked.waiting)
    if request.htmx and request.GET.get("shown") == shown:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    decision = GRANTS.require(request.user, Action.ANSWER_HELP_QUESTION)
    record_view(request, "help.read", subject=asked, decision=decision)
    name = "_asked" if request.htmx else "question"
    context = {
        "asked": asked,
        "form": form,
        "shown": shown,
        "is_mine": asked.taken_by_id == request.user.pk,
    }
    return render(request, f"cases/helpdesk/{name}.html", context)


def _lists(request: EmployeeRequest) -> dict[str, Any]:
    """Open questions, the longest waiting first, and today's answers; three queries."""
    me, still_open = request.user.pk, list(_questions(request).open().order_by("asked_at", "pk"))
    answered, on_duty = _answered_today(request), on_duty_now(timezone.now())
    facts = [(row.pk, row.stamp, row.taken_by_id, row.waiting) for row in still_open]
    ended, present = [row.pk for row in answered], [person.pk for person in on_duty]
    return {
        "waiting": [row for row in still_open if row.taken_by_id is None],
        "mine": [row for row in still_open if row.taken_by_id == me],
        "theirs": [row for row in still_open if row.taken_by_id not in (None, me)],
        "answered": answered,
        "on_duty": on_duty,
        "shown": _digest(facts, ended, present),
        "is_fragment": False,
    }


def _answered_today(request: EmployeeRequest) -> list[HelpQuestion]:
    """The last answers of this day."""
    today = midnight(local_day(timezone.now()))
    rows = _questions(request).filter(state=HelpState.ANSWERED, ended_at__gte=today)
    return list(rows.order_by("-ended_at", "-pk")[:MOST_ANSWERED])


def _digest(*facts: Any) -> str:
    """What a page shows, as a short text that says nothing to others."""
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]


def _may_answer(request: EmployeeRequest) -> bool:
    """Whether the role in effect answers questions."""
    return Action.ANSWER_HELP_QUESTION in GRANTS.allowed_actions(request.user)


def _keep_text(request: EmployeeRequest) -> HttpResponse:
    """Another role was chosen while the form was open: no answer, but the text is kept.

    The page holds only what this employee sent, whatever the number in the address.
    """
    context = {"answer": request.POST.get("answer", "").strip()}
    status = HTTPStatus.FORBIDDEN
    return render(request, "cases/helpdesk/not_allowed.html", context, status=status)


def _questions(request: EmployeeRequest) -> Any:
    """The questions in scope, with everybody whose name is shown."""
    rows = HelpQuestion.objects.visible_to(request.user)
    return rows.select_related("desk", "subject", "asked_by", "taken_by")


def _find(request: EmployeeRequest, help_question_id: int) -> HelpQuestion:
    """A question in scope: 403 for who may not answer, 404 for what is not there."""
    GRANTS.require(request.user, Action.ANSWER_HELP_QUESTION)
    found: HelpQuestion = get_object_or_404(_questions(request), pk=help_question_id)
    return found
