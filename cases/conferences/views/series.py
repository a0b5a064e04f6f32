"""Begin, change and end a rhythm."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from audit.services import record_view
from cases.conferences import services
from cases.conferences.forms import ChangeSeriesForm, EndSeriesForm, SeriesForm
from cases.conferences.views.finding import seen_series
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import performed

TEMPLATE = "cases/conferences/series.html"


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest) -> HttpResponse:
    """A casusoverleg of my team, or a casustafel of its stadsdeel."""
    decision = GRANTS.require(request.user, Action.START_CONFERENCES)
    record_view(request, "series.prepared", decision=decision)
    form = SeriesForm(request.POST or None, user=request.user)
    if request.method == "POST" and performed(form, services.create_series, by=request.user):
        messages.success(request, "De reeks is begonnen. De overleggen staan in de lijst.")
        return redirect("conference-list")
    return render(request, TEMPLATE, {"form": form, "title": "Reeks beginnen"})


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest, series_id: int) -> HttpResponse:
    """Another time, place or chair."""
    series = seen_series(request, series_id)
    record_view(request, "series.prepared")
    form = ChangeSeriesForm(request.POST or None, series=series)
    act = {"series_id": series.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.change_series, **act):
        messages.success(request, "De reeks is gewijzigd. Wie komt, heeft bericht.")
        return redirect("conference-list")
    context = {"form": form, "series": series, "title": "Reeks wijzigen"}
    return render(request, TEMPLATE, context)


@require_http_methods(["GET", "POST"])
def end(request: EmployeeRequest, series_id: int) -> HttpResponse:
    """No meetings after a day."""
    series = seen_series(request, series_id)
    record_view(request, "series.prepared")
    form = EndSeriesForm(request.POST or None, series=series)
    act = {"series_id": series.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.end_series, **act):
        messages.success(request, "De reeks stopt.")
        return redirect("conference-list")
    context = {"form": form, "series": series, "title": "Reeks stoppen"}
    return render(request, TEMPLATE, context)
