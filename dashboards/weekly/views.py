"""Switch the summary of the week on or off."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from clusters.http import EmployeeRequest
from dashboards.permissions import GRANTS, Action
from dashboards.weekly import services


@require_POST
def choose(request: EmployeeRequest) -> HttpResponse:
    """With ``wants`` it is sent on Mondays; without, it is not."""
    GRANTS.require(request.user, Action.SEE_DASHBOARD)
    wants = request.POST.get("wants") == "1"
    services.choose_weekly_mail(wants=wants, by=request.user)
    said = (
        "U krijgt het weekoverzicht op maandag." if wants else "U krijgt geen weekoverzicht meer."
    )
    messages.success(request, said)
    return redirect("saved-views")
