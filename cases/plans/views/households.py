"""Begin a plan, say for whom it is, and note that the resident agrees."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from cases.dossiers.models import ResidentFile
from cases.permissions import Action
from cases.plans import services
from cases.plans.forms import AgreementForm, MembersForm, StartForm
from cases.plans.models import Member, Plan
from cases.plans.views.finding import Pairs, find_file, find_plan, show_form
from cases.residents.models import Party, PartyKind
from clusters.http import EmployeeRequest
from common.dutch_dates import full_date
from common.forms import performed


@require_http_methods(["GET", "POST"])
def start(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Begin the plan; a question it began with becomes the first goal."""
    file, _ = find_file(request, file_id, Action.WRITE_FILE)
    form = StartForm(request.POST or None, people=_household(file))
    act = {"file_id": file.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.start_plan, **act):
        messages.success(request, "Het plan is begonnen. Zet er nu het eerste doel in.")
        question = request.GET.urlencode()
        onward = f"{reverse('plan-goal-new', args=[file.pk])}?{question}"
        return redirect(onward if question else reverse("plan-detail", args=[file.pk]))
    return show_form(request, file, form, "Plan beginnen")


@require_http_methods(["GET", "POST"])
def members(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """For whom in the household the plan is."""
    plan = find_plan(request, file_id)
    people = {each.party: each for each in [*plan.members, *_household(plan.file)]}
    initial = {"members": [each.party for each in plan.members], "version": plan.version}
    form = MembersForm(request.POST or None, people=people.values(), initial=initial)
    act = {"file_id": plan.file_id, "by": request.user}
    if request.method == "POST" and performed(form, services.change_members, **act):
        messages.success(request, "Bewaard.")
        return redirect("plan-detail", plan.file_id)
    theirs = _late(form, plan)
    return show_form(request, plan.file, form, "Voor wie is het plan?", theirs=theirs)


@require_http_methods(["GET", "POST"])
def agreement(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Note on which day the resident agreed to what stands in the plan."""
    plan = find_plan(request, file_id)
    seen = {"version": plan.version, "edition": plan.edition}
    initial = {"agreed_on": timezone.localdate(), **seen}
    form = AgreementForm(request.POST or None, initial=initial)
    act = {"file_id": plan.file_id, "by": request.user}
    if request.method == "POST" and performed(form, services.record_agreement, **act):
        messages.success(request, "Het akkoord is vastgelegd.")
        return redirect("plan-detail", plan.file_id)
    theirs = _late(form, plan)
    return show_form(request, plan.file, form, "Akkoord van de inwoner", theirs=theirs)


def _late(form: MembersForm | AgreementForm, plan: Plan) -> Pairs | None:
    """What a colleague made of it meanwhile."""
    if not form.is_late:
        return None
    form.know(version=plan.version, edition=plan.edition)
    told = "Nog geen akkoord. Het plan zelf is gewijzigd."
    if plan.agreed_on:
        told = f"{full_date(plan.agreed_on)}, {plan.get_agreed_how_display().lower()}"
    people = ", ".join(map(str, plan.members)) or "Alleen voor de inwoner"
    return [("Voor wie", people), ("Akkoord", told)]


def _household(file: ResidentFile) -> list[Member]:
    """Who is in the household today, as the card has it."""
    rows = Party.objects.valid_on(timezone.localdate()).filter(resident_id=file.resident_id)
    return [Member.of(row) for row in rows.filter(kind=PartyKind.HOUSEHOLD).order_by("pk")]
