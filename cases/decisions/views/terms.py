"""An aanvraag that comes in, whose desk it is on, and what happens to its term."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from audit.services import record_view
from cases.decisions import services
from cases.decisions.forms import (
    DefaultForm,
    DelayForm,
    EndPauseForm,
    FileForm,
    PassForm,
    PauseForm,
    WithdrawForm,
)
from cases.decisions.views.finding import act_page, find_application
from cases.intakes.models import WmoNotification
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import perform

PAUSE = {
    "title": "Termijn opschorten",
    "done": "De termijn staat stil. Het nieuwe einde en de brief staan op de pagina.",
    "intro": "Alleen om een reden uit de wet. De termijn loopt vanzelf weer na de laatste dag.",
}
RESUME = {"title": "Gegevens binnen", "done": "De termijn loopt weer.", "intro": ""}
DELAY = {
    "title": "Vertraging melden",
    "done": "Vastgelegd wat aan de inwoner is toegezegd. De brief staat bij de termijn.",
    "intro": "Lukt het niet binnen de termijn? Dan hoort de inwoner dat, met de kortst mogelijke "
    "nieuwe datum (AWB 4:14). De wettelijke termijn blijft staan.",
}
DEFAULT = {
    "title": "Ingebrekestelling",
    "done": "De ingebrekestelling is vastgelegd.",
    "intro": "De inwoner schrijft dat het besluit te laat is. Twee weken later begint de dwangsom "
    "te lopen, ten hoogste 42 dagen (AWB 4:17).",
}
PASS = {
    "title": "Aanvraag doorgeven",
    "done": "De aanvraag is doorgegeven.",
    "intro": "Alles gaat mee: de termijn, wat er al geschreven is en het dossier. De termijn "
    "begint niet opnieuw.",
}
WITHDRAW = {
    "title": "Aanvraag intrekken",
    "done": "De aanvraag is ingetrokken.",
    "intro": "Alleen als de inwoner dat zelf wil.",
}
STOP = {
    "title": "Besluit niet wijzigen",
    "done": "De wijziging is gestopt. Het eerdere besluit blijft gelden.",
    "intro": "Er komt geen nieuw besluit. Vroeg de inwoner erom? Dan kan dit alleen als de inwoner "
    "dat zelf wil; weigeren is een besluit.",
}


@require_http_methods(["GET", "POST"])
def file_new(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """Write down an aanvraag at a melding."""
    rows = WmoNotification.objects.visible_to(request.user).select_related("resident")
    notification = get_object_or_404(rows, pk=notification_id)
    decision = GRANTS.require(request.user, Action.FILE_APPLICATION)
    record_view(request, "application.prepared", subject=notification, decision=decision)
    form = FileForm(request.POST or None)
    act = {"notification_id": notification.pk, "by": request.user}
    made = perform(form, services.file_application, **act) if request.method == "POST" else None
    if made is not None:
        messages.success(request, f"Aanvraag {made} is vastgelegd. De termijn loopt.")
        return redirect("application-detail", made.pk)
    context = {"notification": notification, "form": form}
    return render(request, "cases/decisions/file.html", context)


@require_POST
def claim(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """Take it."""
    application, _ = find_application(request, application_id, Action.CLAIM_APPLICATION)
    services.claim_application(application_id=application.pk, by=request.user)
    messages.success(request, "U heeft deze aanvraag opgepakt.")
    return redirect("application-detail", application.pk)


@require_http_methods(["GET", "POST"])
def hand_over(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """Give it to another team or a colleague."""
    application, _ = find_application(request, application_id, Action.PASS_APPLICATION)
    form = PassForm(request.POST or None, application=application)
    return act_page(request, application, form, services.pass_application, PASS)


@require_http_methods(["GET", "POST"])
def pause(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """Let the term stand still."""
    application, _ = find_application(request, application_id, Action.KEEP_TERM)
    form = PauseForm(request.POST or None)
    return act_page(request, application, form, services.pause_term, PAUSE)


@require_http_methods(["GET", "POST"])
def resume(request: EmployeeRequest, application_id: int, pause_id: uuid.UUID) -> HttpResponse:
    """What was asked came in."""
    application, _ = find_application(request, application_id, Action.KEEP_TERM)
    found = get_object_or_404(application.pauses, pk=pause_id)
    form = EndPauseForm(request.POST or None)
    return act_page(request, application, form, services.end_pause, RESUME, pause_id=found.pk)


@require_http_methods(["GET", "POST"])
def delay(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """Tell that two weeks are not enough."""
    application, _ = find_application(request, application_id, Action.KEEP_TERM)
    form = DelayForm(request.POST or None)
    return act_page(request, application, form, services.name_delay, DELAY)


@require_http_methods(["GET", "POST"])
def default(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """Write down a notice of default."""
    application, _ = find_application(request, application_id, Action.KEEP_TERM)
    form = DefaultForm(request.POST or None)
    return act_page(request, application, form, services.note_default, DEFAULT)


@require_http_methods(["GET", "POST"])
def withdraw(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """The resident takes it back."""
    application, _ = find_application(request, application_id, Action.KEEP_TERM)
    form = WithdrawForm(request.POST or None)
    words = STOP if application.is_revision else WITHDRAW
    return act_page(request, application, form, services.withdraw_application, words)
