"""Who is inside: let in, let go, keep out, pass on."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from cases.meldcode import services
from cases.meldcode.forms import PersonForm, SuccessorForm
from cases.meldcode.involved import to_admit, to_bar, to_succeed
from cases.meldcode.models import SafetyCode
from cases.meldcode.views.finding import act_page, seen_code
from cases.permissions import Action
from clusters.http import EmployeeRequest
from common.forms import performed

STEER = Action.STEER_SAFETY_CODE


@require_http_methods(["GET", "POST"])
def admit(request: EmployeeRequest, code_id: int) -> HttpResponse:
    """Let a colleague of the dossier in."""
    code, _ = seen_code(request, code_id, STEER)
    people = to_admit(code, timezone.localdate())
    form = PersonForm(request.POST or None, people=people, button="Toegang geven")
    text = "Deze collega leest en schrijft mee, zolang die in het dossier werkt."
    done = services.admit_colleague
    return _choose(request, code, form, done, title="Collega toelaten", text=text)


@require_http_methods(["GET", "POST"])
def bar(request: EmployeeRequest, code_id: int) -> HttpResponse:
    """Keep somebody out."""
    code, _ = seen_code(request, code_id, STEER)
    people = to_bar(code, timezone.localdate()).exclude(pk=request.user.pk)
    form = PersonForm(request.POST or None, people=people, button="Uitsluiten")
    text = (
        "Gaat het over deze medewerker zelf, of over familie of bekenden? Dan ziet die nooit dat "
        "deze meldcode er is, ook niet als aandachtsfunctionaris."
    )
    done = services.bar_employee
    return _choose(request, code, form, done, title="Medewerker uitsluiten", text=text)


@require_http_methods(["GET", "POST"])
def hand_on(request: EmployeeRequest, code_id: int) -> HttpResponse:
    """Somebody else does it from now on."""
    code, _ = seen_code(request, code_id, STEER)
    people = to_succeed(code, timezone.localdate())
    form = SuccessorForm(request.POST or None, code=code, people=people)
    text = "Die collega voert de meldcode uit. U ziet hem daarna alleen als u wordt toegelaten."
    done = services.pass_code
    return _choose(request, code, form, done, title="Meldcode overdragen", text=text)


@require_POST
def dismiss(request: EmployeeRequest, code_id: int, employee_id: int) -> HttpResponse:
    """A colleague is inside no more."""
    code, _ = seen_code(request, code_id, STEER)
    services.dismiss_colleague(code_id=code.pk, employee_id=employee_id, by=request.user)
    messages.success(request, "Deze collega ziet de meldcode niet meer.")
    return redirect("safety-detail", code.pk)


@require_POST
def lift(request: EmployeeRequest, code_id: int, employee_id: int) -> HttpResponse:
    """Keeping somebody out was a mistake."""
    code, _ = seen_code(request, code_id, STEER)
    services.lift_bar(code_id=code.pk, employee_id=employee_id, by=request.user)
    messages.success(request, "De uitsluiting is opgeheven.")
    return redirect("safety-detail", code.pk)


def _choose(
    request: EmployeeRequest, code: SafetyCode, form: Any, act: Any, **page: str
) -> HttpResponse:
    """Choose somebody, and back; to the list when one is not inside any more."""
    given = {"code_id": code.pk, "by": request.user}
    if request.method == "POST" and performed(form, act, **given):
        messages.success(request, "Bewaard.")
        there = SafetyCode.objects.visible_to(request.user).filter(pk=code.pk).exists()
        return redirect("safety-detail", code.pk) if there else redirect("safety-list")
    return act_page(request, code, form, **page)
