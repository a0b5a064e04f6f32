"""How to call without harm: the number after the card was read, and the card itself (INW-4)."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from audit.services import record_view
from cases.callbacks.forms.acts import SafeContactForm
from cases.callbacks.models import CallbackRequest
from cases.callbacks.services import change_card
from cases.callbacks.views.worklist import detail_context
from cases.permissions import GRANTS, Action
from cases.residents.services import CARD_FIELDS
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.forms import performed


@require_POST
def show_number(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """The number of somebody whose card must be read first; this click is in the trail."""
    callback = _find(request, callback_id)
    grounds = GRANTS.grounds_in_scope(request.user, callback)
    decision = ground_for(Action.SHOW_NUMBER, grounds)
    record_view(request, "callback.number_shown", subject=callback, decision=decision)
    context = {**detail_context(request, callback, grounds), "number_shown": True}
    part = "cases/callbacks/_call_card.html" if request.htmx else "cases/callbacks/detail.html"
    return render(request, part, context)


@require_http_methods(["GET", "POST"])
def safe_contact(request: EmployeeRequest, callback_id: int) -> HttpResponse:
    """Keep the card as the team knows it now."""
    callback = _find(request, callback_id)
    decision = GRANTS.require(request.user, Action.EDIT_SAFE_CONTACT, callback)
    record_view(request, "callback.read", subject=callback, decision=decision)
    initial = {name: getattr(callback.resident, name) for name in CARD_FIELDS}
    own: dict[str, Any] = {"callback": callback, "user": request.user, "initial": initial}
    form = SafeContactForm(request.POST or None, **own)
    act = {"callback_id": callback.pk, "by": request.user}
    if request.method == "POST" and performed(form, change_card, **act):
        messages.success(request, "De kaart “veilig bellen” is bewaard.")
        return redirect("callback-detail", callback.pk)
    context = {"callback": callback, "form": form}
    return render(request, "cases/callbacks/safe_contact.html", context)


def _find(request: EmployeeRequest, callback_id: int) -> CallbackRequest:
    """The request with this number, in the scope of this employee."""
    scope = CallbackRequest.objects.visible_to(request.user).for_detail()
    return get_object_or_404(scope, pk=callback_id)
