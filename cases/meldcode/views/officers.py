"""The register of aandachtsfunctionarissen."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from cases.meldcode import services
from cases.meldcode.forms import OfficerForm, PeriodForm
from cases.meldcode.models import SafeguardingOfficer
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.forms import performed


@require_GET
def officers(request: EmployeeRequest) -> HttpResponse:
    """Who it is for which team or cluster, now and later."""
    GRANTS.require(request.user, Action.SEE_OFFICERS)
    today = timezone.localdate()
    rows = SafeguardingOfficer.objects.visible_to(request.user).not_over(today).for_list()
    keeps = Action.KEEP_OFFICERS in GRANTS.allowed_actions(request.user)
    context = {"rows": list(rows), "today": today, "keeps": keeps}
    return render(request, "cases/meldcode/officers.html", context)


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest) -> HttpResponse:
    """Say who it is."""
    GRANTS.require(request.user, Action.KEEP_OFFICERS)
    form = OfficerForm(request.POST or None)
    if request.method == "POST" and performed(form, services.create_officer, by=request.user):
        messages.success(request, "De aandachtsfunctionaris is aangewezen.")
        return redirect("officer-list")
    return render(request, "cases/meldcode/officer.html", {"form": form, "officer": None})


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest, officer_id: int) -> HttpResponse:
    """Another period."""
    rows = SafeguardingOfficer.objects.visible_to(request.user).for_list()
    officer: SafeguardingOfficer = get_object_or_404(rows, pk=officer_id)
    ground_for(Action.CHANGE_OFFICER, GRANTS.grounds_in_scope(request.user, officer))
    form = PeriodForm(request.POST or None, officer=officer)
    act = {"officer_id": officer.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.change_officer, **act):
        messages.success(request, "De periode is bewaard.")
        return redirect("officer-list")
    if form.is_late:
        form.know(version=officer.version)
    context = {"form": form, "officer": officer, "late": form.is_late}
    return render(request, "cases/meldcode/officer.html", context)
