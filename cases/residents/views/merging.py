"""Samenvoegen: who may be the same person, two cards side by side, and undoing it for a day."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from audit.services import record_view
from cases.permissions import Action
from cases.residents.comparing import agreed
from cases.residents.forms.merging import MergeForm
from cases.residents.models import Resident, ResidentMerge
from cases.residents.relations import counted
from cases.residents.services import merge_residents, undo_merge
from cases.residents.twins import twins_of
from cases.residents.views.card import Grounds, find, found
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.forms import performed

KEPT_NEWER = (
    "Ongedaan gemaakt. De gegevens op deze kaart zijn na het samenvoegen gewijzigd en bleven."
)
UNDONE = "Ongedaan gemaakt. Beide kaarten zijn weer zoals ze waren."


@require_GET
def twins(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """Who may be the same person, among whom one may open (H5)."""
    resident, _ = _mine(request, resident_id)
    people = list(twins_of(resident, request.user))
    if people:
        shown = [twin.pk for twin in people]
        record_view(request, "resident.twins_shown", residents=shown)
    context = {"resident": resident, "twins": people}
    return render(request, "cases/residents/twins.html", context)


@require_http_methods(["GET", "POST"])
def merge(request: EmployeeRequest, resident_id: int, loser_id: int) -> HttpResponse:
    """Both cards side by side; the first stays."""
    winner, _ = _mine(request, resident_id)
    loser = found(Resident.objects.openable_by(request.user), request, loser_id)
    record_view(request, "resident.compared", subject=winner, residents=[loser.pk])
    secret = [getattr(who, "secretaddress", None) for who in (winner, loser)]
    form = MergeForm(request.POST or None, winner=winner, loser=loser, both_secret=all(secret))
    act = {"winner_id": winner.pk, "loser_id": loser.pk, "by": request.user}
    if request.method == "POST" and performed(form, merge_residents, **act):
        key = form.cleaned_data["submission_key"]
        return redirect("resident-merged", winner.pk, key)
    return render(request, "cases/residents/merge.html", _compared(request, winner, loser, form))


@require_GET
def done(request: EmployeeRequest, resident_id: int, merge_id: uuid.UUID) -> HttpResponse:
    """What happened, and until when it can be undone."""
    resident, _ = find(request, resident_id)
    merges = ResidentMerge.objects.undoable(timezone.now())
    row = get_object_or_404(merges, pk=merge_id, winner=resident)
    context = {"resident": resident, "merge": row, "is_mine": row.by_id == request.user.pk}
    return render(request, "cases/residents/merged.html", context)


@require_POST
def undo(request: EmployeeRequest, resident_id: int, merge_id: uuid.UUID) -> HttpResponse:
    """Put the two cards apart again."""
    resident, _ = find(request, resident_id)
    get_object_or_404(ResidentMerge, pk=merge_id, winner=resident)
    is_as_before = undo_merge(merge_id=merge_id, by=request.user)
    messages.success(request, UNDONE if is_as_before else KEPT_NEWER)
    return redirect("resident-detail", resident.pk)


def _mine(request: EmployeeRequest, resident_id: int) -> tuple[Resident, Grounds]:
    resident, grounds = find(request, resident_id)
    ground_for(Action.MERGE_RESIDENTS, grounds)
    return resident, grounds


def _compared(
    request: EmployeeRequest, winner: Resident, loser: Resident, form: MergeForm
) -> dict[str, object]:
    """What the page of two cards says."""
    numbers = [getattr(who, "residentbsn", None) for who in (winner, loser)]
    return {
        "resident": winner,
        "loser": loser,
        "form": form,
        "agreed": agreed(winner, loser),
        "counts": counted(request.user, winner.pk, loser.pk),
        "bsn": next((number for number in numbers if number), None),
        "two_numbers": all(numbers),
        "is_secret": winner.address_secret or loser.address_secret,
    }
