"""Begin to change or withdraw a decision that was sent."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from cases.decisions import services
from cases.decisions.forms import ReviseForm
from cases.decisions.views.finding import find_application
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.forms import perform

REVISE = {
    "title": "Besluit wijzigen of intrekken",
    "intro": "U schrijft een nieuw besluit. Dat vervangt het eerdere vanaf een dag die u kiest. "
    "Het eerdere besluit blijft te lezen zoals het was. Mandaat, brief en bezwaar gaan zoals bij "
    "het eerste besluit.",
}


@require_http_methods(["GET", "POST"])
def revise(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """Say why; then it is written."""
    application, _ = find_application(request, application_id, Action.REVISE_DECISION)
    form = ReviseForm(request.POST or None)
    act = {"application_id": application.pk, "by": request.user}
    made = perform(form, services.revise_decision, **act) if request.method == "POST" else None
    if made is not None:
        messages.success(request, f"{made} is begonnen. Schrijf nu het nieuwe besluit.")
        return redirect("decision-edit", made.pk)
    context = {"application": application, "form": form, **REVISE}
    return render(request, "cases/decisions/act.html", context)
