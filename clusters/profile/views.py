"""Look at profiles, at who counts, and say what is wished (TP-2 to TP-8)."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from audit.services import record_view
from clusters.http import EmployeeRequest
from clusters.organisation.models import Cluster
from clusters.people.models import Specialism
from clusters.permissions import GRANTS, Action, require
from clusters.profile import services
from clusters.profile.board import City, ClusterBoard, city_for
from clusters.profile.checking import stand_of
from clusters.profile.forms import WishForm, WithdrawForm
from clusters.profile.fte import total_of
from clusters.profile.models import ProfileWish, fte_text
from clusters.profile.people import clusters_seen_by
from common.forms import performed

MOST_SHOWN = 100


@require_GET
def overview(request: EmployeeRequest) -> HttpResponse:
    """Where the people of a cluster differ from what was wished, and every cluster beside it."""
    decision = require(request.user, Action.SEE_PROFILE)
    record_view(request, "profile.read", decision=decision)
    city = city_for(request.user, timezone.localdate())
    context = _with_norms(city) | {"rows": city.deviating, "boards": city.boards}
    return render(request, "clusters/profile/overview.html", context)


@require_GET
def cluster(request: EmployeeRequest, code: str) -> HttpResponse:
    """One cluster: wished against actual, inhabitants against fte, and how the wish changed."""
    decision = require(request.user, Action.SEE_PROFILE)
    city = city_for(request.user, timezone.localdate())
    board = _board(city, code)
    record_view(request, "profile.read", subject=board.cluster, decision=decision)
    wishes = ProfileWish.objects.filter(cluster=board.cluster).select_related("specialism")
    context = _with_norms(city) | {
        "board": board,
        "wishes": wishes.order_by("-valid_from", "specialism__position", "pk")[:MOST_SHOWN],
        "may_set": Action.SET_PROFILE in GRANTS.allowed_actions(request.user),
        "today": timezone.localdate(),
    }
    return render(request, "clusters/profile/cluster.html", context)


@require_GET
def people(request: EmployeeRequest, code: str) -> HttpResponse:
    """Everybody whom a number counts: of the cluster, or of one specialism in it (TP-6)."""
    decision = require(request.user, Action.SEE_PROFILE)
    board = _board(city_for(request.user, timezone.localdate()), code)
    chosen = _specialism(request)
    record_view(request, "profile.people_read", subject=board.cluster, decision=decision)
    shares = [each for each in board.shares if chosen is None or chosen in each.specialisms]
    page = Paginator(shares, settings.PAGE_SIZE).get_page(request.GET.get("page"))
    total = fte_text(total_of(shares))
    context = {"board": board, "chosen": chosen, "page": page, "total": total}
    return render(request, "clusters/profile/people.html", context)


@require_http_methods(["GET", "POST"])
def wish(request: EmployeeRequest, code: str) -> HttpResponse:
    """So many fte are wished, from a day on."""
    found = _cluster(request, code)
    now = {"valid_from": timezone.localdate(), "specialism": request.GET.get("specialisme")}
    now["stand"] = stand_of(found.pk)
    form = WishForm(request.POST or None, initial=now)
    act = {"cluster_id": found.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.set_wish, **act):
        messages.success(request, "De wens is vastgelegd.")
        return redirect("profile-cluster", found.code)
    context = {"cluster": found, "form": form, "title": "Wens vastleggen"}
    return render(request, "clusters/profile/act.html", context)


@require_http_methods(["GET", "POST"])
def withdraw(request: EmployeeRequest, code: str, wish_id: int) -> HttpResponse:
    """It is wished no more (TP-4)."""
    found = _cluster(request, code)
    row = ProfileWish.objects.filter(cluster=found, pk=wish_id).select_related("specialism").first()
    if row is None:
        return _done(request, found)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_bound and _withdrawn(form, row, request):
        return _done(request, found)
    context: dict[str, Any] = {"cluster": found, "form": form, "wish": row}
    context["title"] = "Wens laten vervallen"
    return render(request, "clusters/profile/act.html", context)


def _withdrawn(form: WithdrawForm, row: ProfileWish, request: EmployeeRequest) -> bool:
    return performed(form, services.withdraw_wish, wish_id=row.pk, by=request.user)


def _done(request: EmployeeRequest, found: Cluster) -> HttpResponse:
    messages.success(request, "De wens is vervallen.")
    return redirect("profile-cluster", found.code)


def _with_norms(city: City) -> dict[str, Any]:
    """What the city has, to compare with."""
    return {"norm": settings.INHABITANTS_PER_TEAM, "city_text": city.per_norm_text}


def _board(city: City, code: str) -> ClusterBoard:
    """The cluster in scope; raises Http404."""
    for board in city.boards:
        if board.cluster.code == code:
            return board
    raise Http404


def _cluster(request: EmployeeRequest, code: str) -> Cluster:
    """The cluster of which this employee sets the profile."""
    require(request.user, Action.SET_PROFILE)
    found: Cluster = get_object_or_404(
        clusters_seen_by(request.user, timezone.localdate()), code=code
    )
    return found


def _specialism(request: EmployeeRequest) -> Specialism | None:
    """The specialism that the address asks for; None when it asks for everybody."""
    code = request.GET.get("specialisme")
    return get_object_or_404(Specialism, code=code) if code else None
