"""Begin a waakvlam, look at it again, hand it over, end it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from audit.services import record_view
from cases.dossiers.models import ResidentFile
from cases.permissions import GRANTS, Action
from cases.residents.models import Resident
from cases.waakvlam import services
from cases.waakvlam.forms import EndForm, RenewForm, StartForm, TransferForm
from cases.waakvlam.models import Waakvlam
from cases.waakvlam.views.finding import seen_waakvlam
from clusters.http import EmployeeRequest
from common.forms import perform, performed
from common.templatetags.screen import deadline, dutch_date


@require_http_methods(["GET", "POST"])
def start(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """Begin one for somebody whose card I may open; the dossier in the address goes along."""
    resident = get_object_or_404(Resident.objects.openable_by(request.user), pk=resident_id)
    decision = GRANTS.require(request.user, Action.START_WAAKVLAM)
    record_view(request, "waakvlam.prepared", subject=resident, decision=decision)
    file, by = _file(request, resident), request.user
    form = StartForm(request.POST or None, resident=resident, by=by, initial={"owner": by})
    act = {"resident_id": resident.pk, "file_id": file and file.pk, "by": by}
    made = perform(form, services.start_waakvlam, **act) if request.method == "POST" else None
    if made is not None:
        messages.success(request, f"De waakvlam loopt. Eerste contact: {deadline(made.next_on)}.")
        return redirect("waakvlam-detail", made.pk)
    return render(
        request, "cases/waakvlam/start.html", {"resident": resident, "file": file, "form": form}
    )


@require_http_methods(["GET", "POST"])
def renew(request: EmployeeRequest, waakvlam_id: int) -> HttpResponse:
    """Go on until another day; what is agreed can change."""
    waakvlam, _ = seen_waakvlam(request, waakvlam_id, Action.KEEP_WAAKVLAM)
    form = RenewForm(request.POST or None, waakvlam=waakvlam)
    act = {"waakvlam_id": waakvlam.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.renew_waakvlam, **act):
        messages.success(request, "Bewaard. De waakvlam gaat door.")
        return redirect("waakvlam-detail", waakvlam.pk)
    return act_page(request, waakvlam, form, "Opnieuw bekijken")


@require_http_methods(["GET", "POST"])
def transfer(request: EmployeeRequest, waakvlam_id: int) -> HttpResponse:
    """Two of the team keep it from now on."""
    waakvlam, _ = seen_waakvlam(request, waakvlam_id, Action.STEER_WAAKVLAM)
    form = TransferForm(request.POST or None, waakvlam=waakvlam)
    act = {"waakvlam_id": waakvlam.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.transfer_waakvlam, **act):
        messages.success(request, f"{waakvlam} is overgedragen.")
        return redirect("waakvlam-detail", waakvlam.pk)
    return act_page(request, waakvlam, form, "Waakvlam overdragen")


@require_http_methods(["GET", "POST"])
def end(request: EmployeeRequest, waakvlam_id: int) -> HttpResponse:
    """It ends, for good."""
    waakvlam, _ = seen_waakvlam(request, waakvlam_id, Action.KEEP_WAAKVLAM)
    form = EndForm(request.POST or None)
    act = {"waakvlam_id": waakvlam.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.end_waakvlam, **act):
        messages.success(request, f"{waakvlam} is beëindigd.")
        return redirect("waakvlam-detail", waakvlam.pk)
    return act_page(request, waakvlam, form, "Waakvlam beëindigen")


def act_page(
    request: EmployeeRequest, waakvlam: Waakvlam, form: Any, title: str, **more: Any
) -> HttpResponse:
    """A form about one waakvlam; one that came late stands beside what a colleague kept."""
    theirs = []
    if getattr(form, "is_late", False):
        form.know(version=waakvlam.version)
        theirs = _as_it_stands(waakvlam, form)
    context = {"waakvlam": waakvlam, "form": form, "title": title, "theirs": theirs}
    return render(request, "cases/waakvlam/act.html", context | more)


def _as_it_stands(waakvlam: Waakvlam, form: Any) -> list[tuple[str, str]]:
    """What the form is about as a colleague kept it; the words only where they can be changed."""
    found = [
        ("Volgend contact", deadline(waakvlam.next_on)),
        ("Wie houdt contact", str(waakvlam.owner)),
        ("Vervanger", str(waakvlam.deputy)),
    ]
    if "look_for" not in form.fields:
        return found
    weeks, review = str(waakvlam.weeks), dutch_date(waakvlam.review_on)
    facts = {"weeks": weeks, "way": waakvlam.get_way_display(), "review_on": review}
    said = {**facts, **waakvlam.words}
    return [(str(form.fields[name].label), said[name]) for name in said]


def _file(request: EmployeeRequest, resident: Resident) -> ResidentFile | None:
    """The dossier in the address, when it is of this resident and in scope."""
    number = request.GET.get("dossier", "")
    if not number.isdecimal() or len(number) > len(str(2**31)):
        return None
    rows = ResidentFile.objects.visible_to(request.user).filter(resident=resident)
    return rows.filter(pk=int(number)).first()
