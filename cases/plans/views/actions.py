"""Who does what: add, change and move an action, and find an offer for it."""

import uuid

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from cases.community.forms import OfferFilter
from cases.community.models import Offer
from cases.permissions import GRANTS, Action
from cases.plans import services
from cases.plans.fitting import action_text
from cases.plans.forms import ActionForm, MoveForm
from cases.plans.models import Goal, PlanAction
from cases.plans.plainly import when_of
from cases.plans.views.finding import Pairs, find_action, find_goal, find_plan, show_form
from clusters.http import EmployeeRequest
from common.forms import performed


@require_http_methods(["GET", "POST"])
def add(request: EmployeeRequest, file_id: int, goal_id: uuid.UUID) -> HttpResponse:
    """Add an action, perhaps with something of the sociale kaart."""
    plan = find_plan(request, file_id)
    goal = find_goal(plan, goal_id)
    initial = _from_offer(request)
    form = ActionForm(request.POST or None, user=request.user, initial=initial)
    act = {"file_id": plan.file_id, "goal_id": goal.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.add_action, **act):
        messages.success(request, "De actie is toegevoegd.")
        return redirect("plan-detail", plan.file_id)
    about = [("Doel", goal.said.get("wish", ""))]
    return show_form(request, plan.file, form, "Actie toevoegen", about=about, search_for=goal)


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest, file_id: int, action_id: uuid.UUID) -> HttpResponse:
    """Write an action again; what a colleague wrote meanwhile stands beside it."""
    plan = find_plan(request, file_id)
    action = find_action(plan, action_id)
    initial = vars(action_text(action)) | {"version": action.version}
    form = ActionForm(request.POST or None, user=request.user, action=action, initial=initial)
    act = {"file_id": plan.file_id, "action_id": action.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.change_action, **act):
        messages.success(request, "De actie is bewaard.")
        return redirect("plan-detail", plan.file_id)
    theirs = _late(form, action)
    return show_form(request, plan.file, form, "Actie wijzigen", theirs=theirs)


@require_http_methods(["GET", "POST"])
def move(request: EmployeeRequest, file_id: int, action_id: uuid.UUID) -> HttpResponse:
    """Say how an action stands; an end has a result."""
    plan = find_plan(request, file_id)
    action = find_action(plan, action_id)
    initial = {"version": action.version, "result": action.said.get("result", "")}
    form = MoveForm(request.POST or None, action=action, initial=initial)
    act = {"file_id": plan.file_id, "action_id": action.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.move_action, **act):
        messages.success(request, "Bewaard.")
        return redirect("plan-detail", plan.file_id)
    theirs, about = _late(form, action), _said(action)
    return show_form(request, plan.file, form, "Stand van een actie", about=about, theirs=theirs)


@require_GET
def offers(request: EmployeeRequest, file_id: int, goal_id: uuid.UUID) -> HttpResponse:
    """The sociale kaart for one goal: what is chosen here comes into the action."""
    plan = find_plan(request, file_id)
    goal = find_goal(plan, goal_id)
    GRANTS.require(request.user, Action.READ_OFFERS)
    today = timezone.localdate()
    filters = OfferFilter(_of_goal(request, goal), user=request.user, day=today)
    rows = Offer.objects.visible_to(request.user).current_on(today)
    found = filters.apply(rows.select_related("organisation").prefetch_related("clusters"))
    page = Paginator(found.rows, settings.PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"file": plan.file, "goal": goal, "filters": filters, "page": page, "today": today}
    context |= {"note": found.note, "total": f"{page.paginator.count} keer aanbod"}
    return render(request, "cases/plans/offers.html", context)


def _of_goal(request: EmployeeRequest, goal: Goal) -> QueryDict:
    """The filters of the address, and the leefgebied of the goal as long as nobody chose one."""
    chosen = request.GET.copy()
    chosen.setdefault("leefgebied", goal.domain.code)
    return chosen


def _from_offer(request: EmployeeRequest) -> dict[str, object]:
    """What was chosen on the sociale kaart, with what follows from it."""
    number = request.GET.get("aanbod", "")
    if not number.isdecimal() or len(number) >= len(str(2**31)):
        return {}
    offer = Offer.objects.visible_to(request.user).filter(pk=int(number)).first()
    if offer is None or offer.is_over(timezone.localdate()):
        return {}
    is_volunteer = offer.kind in ("informal", "volunteer")
    who, kind = ("volunteer", "informal") if is_volunteer else ("general", "collective")
    return {"offer": offer.pk, "what": offer.name, "who": who, "kind": kind}


def _late(form: ActionForm | MoveForm, action: PlanAction) -> Pairs | None:
    """What a colleague made of it meanwhile."""
    if not form.is_late:
        return None
    form.know(version=action.version)
    return _said(action)


def _said(action: PlanAction) -> Pairs:
    """What the action says now."""
    pairs = [
        ("Actie", action.said.get("what", "")),
        ("Wie", action.doer),
        ("Soort", action.get_kind_display()),
        ("Wanneer", when_of(action)),
        ("Stand", action.get_state_display()),
    ]
    names = (("short", "Waarom maatwerk"), ("result", "Resultaat"))
    return pairs + [(label, action.said[name]) for name, label in names if name in action.said]
