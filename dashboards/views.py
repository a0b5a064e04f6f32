"""The first page of everybody, and the dashboard of who steers."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from budgets.permissions import GRANTS as BUDGET_GRANTS
from budgets.permissions import Action as BudgetAction
from cases.contacts.calls import my_drafts, named
from cases.knowledge.models import NewsItem
from cases.knowledge.news import news_for
from cases.permissions import GRANTS as CASE_GRANTS
from cases.permissions import Action as CaseAction
from cases.workload.terms import STANDS
from clusters.http import EmployeeRequest
from common.weeks import LONG, SHORT
from dashboards.absence_figures import absence_tiles
from dashboards.ask_figures import ask_tiles
from dashboards.budget_figures import budget_tiles
from dashboards.cover_figures import cover_tiles
from dashboards.desk_figures import DeskFigures
from dashboards.desk_page import DeskPage
from dashboards.desk_views import weeks_of
from dashboards.figures import CallbackFigures
from dashboards.handover_figures import handover_tiles
from dashboards.mine import my_work
from dashboards.mine_cover import cover_notes, covers_today
from dashboards.permissions import GRANTS, Action
from dashboards.profile_figures import profile_tiles
from dashboards.saved.models import SavedView
from dashboards.sst_scope import leads_sst
from dashboards.term_figures import term_table

FLOW = (
    ("dashboard-streams", "In, uit en open"),
    ("dashboard-leads", "Doorlooptijd"),
    ("dashboard-triages", "Triage"),
    ("dashboard-shares", "Formeel en informeel"),
)
"""The parts about how work flows (ST-1), each with its page."""


@require_GET
def home(request: EmployeeRequest) -> HttpResponse:
    """Mijn werk: what is mine and due, the nearest term first."""
    allowed = CASE_GRANTS.allowed_actions(request.user)
    steers = Action.SEE_DASHBOARD in GRANTS.allowed_actions(request.user)
    registers = CaseAction.TAKE_CALL in allowed
    covers = covers_today(request.user)
    context = {
        "calls": named(my_drafts(request.user)) if registers else [],
        "news": _news(request),
        "covers": cover_notes(covers, request.user),
        "lines": my_work(request, covers) if _has_work(request) else [],
        "handles": CaseAction.SEE_WORKLIST in allowed,
        "registers": registers,
        "figures": CallbackFigures(request.user, timezone.now()) if steers else None,
    }
    return render(request, "dashboards/home.html", context)


def _news(request: EmployeeRequest) -> list[NewsItem]:
    """What is new in the kennisbank, for who reads in it."""
    reads = CaseAction.READ_ARTICLES in CASE_GRANTS.allowed_actions(request.user)
    return news_for(request.user, timezone.now()) if reads else []


def _has_work(request: EmployeeRequest) -> bool:
    """Whether this role can have rows on Mijn werk: of the process, or of the maatwerkbudget."""
    allowed = set(CASE_GRANTS.allowed_actions(request.user))
    if {CaseAction.SEE_WORKLIST, CaseAction.SEE_ITEMS} & allowed:
        return True
    return BudgetAction.SEE_REQUESTS in BUDGET_GRANTS.allowed_actions(request.user)


@require_GET
def dashboard(request: EmployeeRequest) -> HttpResponse:
    """What waits for who steers, what is late and with whom; every number opens its list."""
    decision = GRANTS.require(request.user, Action.SEE_DASHBOARD)
    record_view(request, "dashboard.read", decision=decision)
    figures = CallbackFigures(request.user, timezone.now())
    context = {
        "conclusion": figures.conclusion(),
        "tiles": figures.tiles(),
        "teams": figures.teams,
        "workers": figures.workers(),
        "refreshed_at": figures.refreshed_at,
        "views": SavedView.objects.visible_to(request.user),
        "asks": ask_tiles(request.user, figures.at),
        "leads_sst": leads_sst(request.user),
    }
    return render(request, "dashboards/dashboard.html", context | {"flow": FLOW})


@require_GET
def dashboard_budgets(request: EmployeeRequest) -> HttpResponse:
    """The maatwerkbudget as a part of the dashboard (MB-29)."""
    decision = GRANTS.require(request.user, Action.SEE_DASHBOARD)
    record_view(request, "dashboard.read", decision=decision)
    tiles = budget_tiles(request.user, timezone.now())
    return render(request, "dashboards/_budgets.html", {"tiles": tiles})


@require_GET
def dashboard_terms(request: EmployeeRequest) -> HttpResponse:
    """What is late and nearly late by kind, as a part of the dashboard (WL-9)."""
    decision = GRANTS.require(request.user, Action.SEE_DASHBOARD)
    record_view(request, "dashboard.read", decision=decision)
    lines = term_table(request.user, timezone.now())
    context = {"lines": lines, "headings": STANDS.values()}
    return render(request, "dashboards/_terms.html", context)


@require_GET
def dashboard_presence(request: EmployeeRequest) -> HttpResponse:
    """Who is missing, whose work nobody does, and what is handed over (AF-15, WN-12, OD-9)."""
    decision = GRANTS.require(request.user, Action.SEE_DASHBOARD)
    record_view(request, "dashboard.read", decision=decision)
    today = timezone.localdate()
    tiles = [*absence_tiles(request.user, today), *cover_tiles(request.user, today)]
    context = {"tiles": tiles, "handovers": handover_tiles(request.user, timezone.localtime())}
    return render(request, "dashboards/_presence.html", context)


@require_GET
def dashboard_profile(request: EmployeeRequest) -> HttpResponse:
    """Where people differ from the profile of their cluster, as a part of the dashboard (TP-7)."""
    decision = GRANTS.require(request.user, Action.SEE_DASHBOARD)
    record_view(request, "dashboard.read", decision=decision)
    tiles = profile_tiles(request.user, timezone.localdate())
    return render(request, "dashboards/_profile.html", {"tiles": tiles})


@require_GET
def desk_dashboard(request: EmployeeRequest) -> HttpResponse:
    """How the contact centre does: answered in one call, promises kept, what is missing."""
    decision = GRANTS.require(request.user, Action.SEE_DESK_DASHBOARD)
    record_view(request, "dashboard.desk_read", decision=decision)
    weeks = weeks_of(request)
    page = DeskPage(DeskFigures(request.user, timezone.now(), weeks))
    tabs = [(each, f"{each} weken", each == weeks) for each in (SHORT, LONG)]
    return render(request, "dashboards/desk.html", {"page": page, "tabs": tabs})
