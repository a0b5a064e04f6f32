"""Informatie en advies: count a short contact, and see what was asked lately (TRI-11)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.intakes import services
from cases.intakes.forms.advice import AdviceForm
from cases.intakes.models.advice import AdviceContact
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import performed


@require_http_methods(["GET", "POST"])
def advice(request: EmployeeRequest) -> HttpResponse:
    """The form, and the counts of my teams since January."""
    GRANTS.require(request.user, Action.REGISTER_ADVICE)
    form = AdviceForm(request.POST or None)
    if request.method == "POST" and performed(form, services.register_advice, by=request.user):
        messages.success(request, "Vastgelegd. Er is niets over de inwoner bewaard.")
        return redirect("advice")
    first = timezone.localdate().replace(month=1, day=1)
    counts = AdviceContact.objects.visible_to(request.user).counts(first)
    total = sum(row["times"] for row in counts)
    context = {"form": form, "counts": counts, "total": total, "year": first.year}
    return render(request, "cases/intakes/advice.html", context)
