"""Household, representatives and network: add somebody, change, or forget."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from cases.permissions import Action
from cases.residents.forms.parties import PartyForm
from cases.residents.models import Resident
from cases.residents.models.parties import Party, PartyKind
from cases.residents.services import PartyFacts, change_party, create_party, remove_party
from cases.residents.views.card import find
from clusters.http import EmployeeRequest
from clusters.models import User
from common.access import ground_for
from common.forms import performed

KINDS = {
    "huishouden": (PartyKind.HOUSEHOLD, "Iemand in het huishouden"),
    "vertegenwoordiger": (PartyKind.REPRESENTATIVE, "Vertegenwoordiger"),
    "netwerk": (PartyKind.NETWORK, "Iemand uit het netwerk"),
}


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest, resident_id: int, kind: str) -> HttpResponse:
    """Write somebody down."""
    if kind not in KINDS:
        raise Http404
    resident = _mine(request, resident_id)
    form = PartyForm(request.POST or None, kind=KINDS[kind][0])
    act = {"resident_id": resident.pk, "by": request.user}
    if request.method == "POST" and performed(form, _create, **act):
        messages.success(request, "Bewaard.")
        return redirect("resident-detail", resident.pk)
    context = {"resident": resident, "form": form, "title": KINDS[kind][1]}
    return render(request, "cases/residents/party.html", context | {"party": None, "theirs": None})


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest, resident_id: int, party_id: int) -> HttpResponse:
    """Keep what is known now; when a colleague was first, both stand on the page."""
    resident = _mine(request, resident_id)
    party = get_object_or_404(Party, pk=party_id, resident=resident)
    form = PartyForm(request.POST or None, kind=party.kind, party=party)
    act = {"resident_id": resident.pk, "party_id": party.pk, "by": request.user}
    if request.method == "POST" and performed(form, _change, **act):
        messages.success(request, "Bewaard.")
        return redirect("resident-detail", resident.pk)
    theirs = _show_both(form, party)
    context = {"resident": resident, "form": form, "title": party.get_kind_display()}
    context |= {"party": party, "theirs": theirs}
    return render(request, "cases/residents/party.html", context)


@require_POST
def remove(request: EmployeeRequest, resident_id: int, party_id: int) -> HttpResponse:
    """Forget somebody."""
    resident = _mine(request, resident_id)
    remove_party(resident_id=resident.pk, party_id=party_id, by=request.user)
    messages.success(request, "Deze persoon is verwijderd.")
    return redirect("resident-detail", resident.pk)


def _mine(request: EmployeeRequest, resident_id: int) -> Resident:
    """The resident, when this employee may change the card."""
    resident, grounds = find(request, resident_id)
    ground_for(Action.CHANGE_RESIDENT, grounds)
    return resident


def _create(*, version: int, **answers: Any) -> Party:
    """Somebody new has no version to compare."""
    return create_party(**answers)


def _change(
    *,
    submission_key: uuid.UUID,
    resident_id: int,
    party_id: int,
    version: int,
    facts: PartyFacts,
    by: User,
) -> Party:
    """Somebody we know is saved by version; the key is of a new one."""
    return change_party(
        resident_id=resident_id, party_id=party_id, version=version, facts=facts, by=by
    )


def _show_both(form: PartyForm, party: Party) -> Party | None:
    """What the colleague who was first saved."""
    if not form.has_error("version"):
        return None
    party.refresh_from_db()
    form.show_version(party.version)
    return party
