"""The list, one request, and those of a dossier."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from budgets.ledger.models import Entry
from budgets.permissions import GRANTS, Action
from budgets.requests.lights import light_of
from budgets.requests.models import BudgetRequest
from budgets.requests.selecting import TABS, selected
from budgets.requests.steps import steps_for
from budgets.requests.views.finding import seen_request
from cases.dossiers.views.finding import find_file
from cases.permissions import Action as CaseAction
from cases.waakvlam.views.finding import seen_waakvlam
from clusters.http import EmployeeRequest
from common.paging import keyset_page
from common.tabs import tabs_for


@require_GET
def request_list(request: EmployeeRequest) -> HttpResponse:
    """Those I may see, by the choices in the address."""
    decision = GRANTS.require(request.user, Action.SEE_REQUESTS)
    today, chosen = timezone.localdate(), request.GET.get("selectie", "")
    rows = BudgetRequest.objects.visible_to(request.user).for_list()
    found = selected(rows, request.GET, today)
    page = keyset_page(found, "-requested_at", request.GET, size=settings.PAGE_SIZE)
    shown = {row.resident_id for row in page.rows if row.resident_id}
    record_view(request, "budget.listed", residents=shown, decision=decision)
    context = {"page": page, "rows": [(row, light_of(row, today)) for row in page.rows]}
    chosen = chosen if chosen in TABS else "alle"
    context |= {"tabs": tabs_for(TABS, "selectie", chosen), "may_ask": _may_ask(request)}
    return render(request, "budgets/requests/list.html", context)


@require_GET
def detail(request: EmployeeRequest, request_id: int) -> HttpResponse:
    """What is asked, what was decided and how the money went; why, for who may read that."""
    found, grounds = seen_request(request, request_id)
    today, reads = timezone.localdate(), Action.READ_REQUEST in grounds
    context: dict[str, Any] = {"budget": found, "reads": reads, "light": light_of(found, today)}
    context["steps"] = steps_for(found, grounds, request.user)
    context["tried"] = list(found.tried.all()) if reads else []
    context["entries"] = list(Entry.objects.filter(reference=found.uuid).order_by("pk"))
    return render(request, "budgets/requests/detail.html", context)


@require_GET
def panel(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """The requests of a dossier, as a part of its page."""
    file, grounds = find_file(request, file_id, CaseAction.READ_FILE, "budget.listed")
    url = reverse("budget-new", args=[file.pk])
    may_ask = CaseAction.WRITE_FILE in grounds and file.is_open
    return _panel(request, url if may_ask else "", file=file)


@require_GET
def waakvlam_panel(request: EmployeeRequest, waakvlam_id: int) -> HttpResponse:
    """The requests of a waakvlam, as a part of its page (MB-25)."""
    found, grounds = seen_waakvlam(request, waakvlam_id, CaseAction.READ_WAAKVLAM)
    url = reverse("budget-new-waakvlam", args=[found.pk])
    may_ask = CaseAction.KEEP_WAAKVLAM in grounds and found.is_running
    return _panel(request, url if may_ask else "", waakvlam=found)


def _panel(request: EmployeeRequest, url: str, **of: Any) -> HttpResponse:
    """Those of one dossier or waakvlam, and where one asks when one may."""
    today = timezone.localdate()
    found = BudgetRequest.objects.visible_to(request.user).filter(**of)
    rows = found.select_related("purpose").order_by("-requested_at")[: settings.PAGE_SIZE]
    context = {"rows": [(row, light_of(row, today)) for row in rows]}
    return render(
        request, "budgets/requests/_panel.html", context | {"url": url if _may_ask(request) else ""}
    )


def _may_ask(request: EmployeeRequest) -> bool:
    return Action.MAKE_REQUEST in GRANTS.allowed_actions(request.user)
