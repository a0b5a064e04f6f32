"""The register of linking pins: who there is, where nobody is, and keeping it right."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cases.liaisons.covering import coverage
from cases.liaisons.forms import LiaisonFilter, LiaisonForm
from cases.liaisons.models import Liaison
from cases.liaisons.services import change_liaison, create_liaison, review_liaison
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.access import ground_for
from common.forms import performed


@require_GET
def liaisons(request: EmployeeRequest) -> HttpResponse:
    """Whom the own team knows, or any team; and for which ages a team knows nobody."""
    GRANTS.require(request.user, Action.SEE_LIAISONS)
    now, today = timezone.now(), timezone.localdate()
    filters = LiaisonFilter(request.GET, user=request.user, day=today)
    rows = filters.apply(Liaison.objects.visible_to(request.user).for_list())
    page = Paginator(rows, settings.PAGE_SIZE).get_page(request.GET.get("page"))
    team = filters.team_chosen
    context = {"filters": filters, "page": page, "today": today}
    context["rows"] = [(row, row.is_on_call(now), row.is_kept_by(request.user)) for row in page]
    context["coverage"] = coverage(today, None if team is None else team.pk)
    context["keeps"] = Action.KEEP_LIAISONS in GRANTS.allowed_actions(request.user)
    return render(request, "cases/liaisons/list.html", context)


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest) -> HttpResponse:
    """Write a linking pin down."""
    GRANTS.require(request.user, Action.KEEP_LIAISONS)
    form = LiaisonForm(request.POST or None, user=request.user)
    if request.method == "POST" and performed(form, _create, by=request.user):
        messages.success(request, "De linking pin is bewaard.")
        return redirect("liaison-list")
    context = {"form": form, "liaison": None, "theirs": None}
    return render(request, "cases/liaisons/edit.html", context)


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest, liaison_id: int) -> HttpResponse:
    """Correct or end one; when a colleague was first, both texts are on the page."""
    liaison = _kept(request, liaison_id)
    form = LiaisonForm(request.POST or None, user=request.user, liaison=liaison)
    act = {"liaison_id": liaison.pk, "by": request.user}
    if request.method == "POST" and performed(form, _change, **act):
        messages.success(request, "De linking pin is bewaard.")
        return redirect("liaison-list")
    context = {"form": form, "liaison": liaison, "theirs": _theirs(form, liaison)}
    return render(request, "cases/liaisons/edit.html", context)


@require_POST
def review(request: EmployeeRequest, liaison_id: int) -> HttpResponse:
    """Klopt nog: one click, and somebody looks again half a year from now."""
    liaison = _kept(request, liaison_id)
    review_liaison(liaison_id=liaison.pk, by=request.user)
    messages.success(request, f"Bewaard: {liaison} klopt nog.")
    return redirect("liaison-list")


def _kept(request: EmployeeRequest, liaison_id: int) -> Liaison:
    """One that this employee keeps; 404 out of scope, 403 of another team."""
    rows = Liaison.objects.visible_to(request.user).for_list()
    liaison: Liaison = get_object_or_404(rows, pk=liaison_id)
    ground_for(Action.CHANGE_LIAISON, GRANTS.grounds_in_scope(request.user, liaison))
    return liaison


def _create(*, version: int, **answers: Any) -> Liaison:
    """A new linking pin has no version to compare."""
    return create_liaison(**answers)


def _change(*, submission_key: object, team: object, **answers: Any) -> Liaison:
    """A change needs no key, and the team stays."""
    return change_liaison(**answers)


def _theirs(form: LiaisonForm, liaison: Liaison) -> Liaison | None:
    """What the colleague who was first saved; from now on the form knows that text."""
    if not form.has_error("version"):
        return None
    liaison.refresh_from_db()
    form.show_version(liaison.version)
    return liaison
