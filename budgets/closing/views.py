"""The pages of years: which there are, closing one, and its jaarrekening."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from audit.services import record_view
from budgets.closing import services
from budgets.closing.figures import year_of
from budgets.closing.forms import ClosingForm
from budgets.closing.models import YearClosing
from budgets.closing.papers import order_of
from budgets.closing.possible import prospect_of
from budgets.closing.progress import standing_of
from budgets.closing.years import SLUG_OF, years_of
from budgets.ledger.models import Pot, PotPurpose
from budgets.permissions import GRANTS, Action
from cases.papers.views import answer_paper, shown_paper
from clusters.http import EmployeeRequest
from common.deadlines import local_day
from common.forms import performed

ASKED = "Het afsluiten is gevraagd. U ziet hier hoe ver het is."
SLUGS = {slug: purpose for purpose, slug in SLUG_OF.items()}


@require_GET
def years(request: EmployeeRequest) -> HttpResponse:
    """Every year and purpose with pots, and whether it is closed."""
    decision = GRANTS.require(request.user, Action.SEE_YEARS)
    record_view(request, "ledger.read", decision=decision)
    rows = years_of(request.user, timezone.localdate())
    return render(request, "budgets/closing/years.html", {"rows": rows})


@require_GET
def statement(request: EmployeeRequest, year: int) -> HttpResponse:
    """The jaarrekening of a year; of a year that runs it says how it stands now."""
    decision = GRANTS.require(request.user, Action.SEE_YEARS)
    found = year_of(request.user, year)
    if found is None:
        raise Http404
    record_view(request, "ledger.read", decision=decision)
    context: dict[str, Any] = {"found": found, "paper": None}
    if found.is_final:
        page, url = request.path, reverse("year-statement-pdf", args=[year])
        context["paper"] = shown_paper(order_of(year), url=url, page=page)
    return render(request, "budgets/closing/statement.html", context)


@require_http_methods(["GET", "POST"])
def statement_pdf(request: EmployeeRequest, year: int) -> HttpResponse:
    """The PDF of a year that is closed, made by the worker."""
    decision = GRANTS.require(request.user, Action.SEE_YEARS)
    pots = Pot.objects.visible_to(request.user).filter(year=year)
    pot = pots.filter(closed_at__isnull=False).first()
    if pot is None or pots.open().exists():
        raise Http404
    page = reverse("year-statement", args=[year])
    return answer_paper(request, order_of(year), page=page, subject=pot, decision=decision)


@require_http_methods(["GET", "POST"])
def close(request: EmployeeRequest, year: int, purpose: str) -> HttpResponse:
    """What closing comes to, the form that asks for it, and how far it is."""
    grounds = GRANTS.grounds(request.user)
    needed = Action.CLOSE_YEAR if request.method == "POST" else Action.SEE_YEARS
    decision = GRANTS.require(request.user, needed)
    kind = _purpose(request, year, purpose)
    closing = YearClosing.objects.filter(year=year, purpose=kind).first()
    if request.htmx and closing is not None and request.GET.get("shown") == _shown(closing):
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    record_view(request, "ledger.read", decision=decision)
    return _page(request, year, kind, closing, may_close=Action.CLOSE_YEAR in grounds)


def _page(
    request: EmployeeRequest, year: int, kind: PotPurpose, closing: Any, *, may_close: bool
) -> HttpResponse:
    prospect = prospect_of(year, kind, timezone.localdate())
    form = ClosingForm(request.POST or None, shown=prospect.shown)
    if request.method == "POST":
        if performed(form, services.ask_closing, year=year, purpose=kind, by=request.user):
            messages.success(request, ASKED)
            return redirect(request.path)
        form.show(prospect.shown)
    context = _standing(year, closing)
    context |= {"prospect": prospect, "form": form, "may_close": may_close, "purpose": kind}
    name = "_standing" if request.htmx and closing else "closing"
    return render(request, f"budgets/closing/{name}.html", context)


def _standing(year: int, closing: YearClosing | None) -> dict[str, Any]:
    """How far it is, and whether the pot that receives can still be opened."""
    now = timezone.now()
    can_open = year + 1 >= local_day(now).year
    found = {"year": year, "next_year": year + 1, "can_open": can_open, "closing": closing}
    if closing is None:
        return found
    return found | {"standing": standing_of(closing, now), "shown": _shown(closing)}


def _purpose(request: EmployeeRequest, year: int, slug: str) -> PotPurpose:
    """What the address says, when there is a pot of it."""
    kind = SLUGS.get(slug)
    if kind is None or not Pot.objects.visible_to(request.user).filter(year=year, purpose=kind):
        raise Http404
    return kind


def _shown(closing: YearClosing) -> str:
    """What a page shows of it, so that it hears only of what changed."""
    return f"{closing.state}-{standing_of(closing, timezone.now()).shown}"
