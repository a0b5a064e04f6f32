"""Open a meldcode, from a dossier or from a melding."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cases.meldcode import services
from cases.meldcode.forms import OpenForm
from cases.meldcode.views.finding import file_to_open, melding_to_open
from cases.residents.models import Resident
from clusters.http import EmployeeRequest
from common.forms import perform


@require_http_methods(["GET", "POST"])
def of_file(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """From a dossier one works in."""
    file = file_to_open(request, file_id)
    return _open(request, file.resident, "file-detail", file.pk)


@require_http_methods(["GET", "POST"])
def of_melding(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """From a melding on one's own desk, while there is no dossier."""
    melding = melding_to_open(request, notification_id)
    return _open(request, melding.resident, "notification-detail", melding.pk)


def _open(
    request: EmployeeRequest, resident: Resident, back_name: str, back_id: int
) -> HttpResponse:
    form = OpenForm(request.POST or None, resident=resident)
    act = {"resident_id": resident.pk, "by": request.user}
    made = perform(form, services.open_code, **act) if request.method == "POST" else None
    if made is not None:
        messages.success(request, "De meldcode is geopend. Alleen wie erbij mag, ziet dat.")
        return redirect("safety-detail", made.pk)
    context = {"resident": resident, "form": form, "back_name": back_name, "back_id": back_id}
    return render(request, "cases/meldcode/open.html", context)
