"""What the resident says about a report that was sent, and the signature under it."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cases.permissions import Action
from cases.talks.forms import ReactionForm, SigningForm
from cases.talks.papers import letter_of
from cases.talks.services import record_reaction, sign_report
from cases.talks.views.finding import find_talk
from cases.talks.views.reports import sent_version
from clusters.http import EmployeeRequest
from common.forms import performed


@require_http_methods(["GET", "POST"])
def react(request: EmployeeRequest, talk_id: int, version_id: uuid.UUID) -> HttpResponse:
    """Note what the resident says about a version; they may sign it here."""
    talk, _ = find_talk(request, talk_id, Action.WRITE_REPORT, "report.read")
    sent = sent_version(talk, version_id)
    form = ReactionForm(request.POST or None, name=talk.resident.name)
    own = {"version_id": sent.pk, "talk_id": talk.pk, "by": request.user}
    if request.method == "POST" and performed(form, record_reaction, **own):
        messages.success(request, "De reactie is vastgelegd.")
        return redirect("report-detail", talk.pk)
    return render(request, "cases/talks/react.html", letter_of(talk, sent) | {"form": form})


@require_http_methods(["GET", "POST"])
def sign(request: EmployeeRequest, talk_id: int, version_id: uuid.UUID) -> HttpResponse:
    """Add the signature under a version on which the resident reacted earlier."""
    talk, _ = find_talk(request, talk_id, Action.WRITE_REPORT, "report.read")
    sent = sent_version(talk, version_id)
    form = SigningForm(request.POST or None, name=talk.resident.name)
    own = {"version_id": sent.pk, "talk_id": talk.pk, "by": request.user}
    if request.method == "POST" and performed(form, sign_report, **own):
        messages.success(request, "De handtekening is vastgelegd.")
        return redirect("report-detail", talk.pk)
    return render(request, "cases/talks/sign.html", letter_of(talk, sent) | {"form": form})
