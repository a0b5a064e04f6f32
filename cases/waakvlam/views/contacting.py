"""Write a contact down in one minute, and what to do when there is a worry."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from cases.permissions import Action
from cases.waakvlam import services
from cases.waakvlam.forms import ContactForm, MoveForm
from cases.waakvlam.models import Mood, Waakvlam, WaakvlamContact
from cases.waakvlam.views.acts import act_page
from cases.waakvlam.views.finding import seen_waakvlam
from clusters.http import EmployeeRequest
from common.forms import perform, performed
from common.templatetags.screen import deadline


@require_http_methods(["GET", "POST"])
def contact(request: EmployeeRequest, waakvlam_id: int) -> HttpResponse:
    """What came of it, how it is, and when the next one is."""
    waakvlam, _ = seen_waakvlam(request, waakvlam_id, Action.KEEP_WAAKVLAM)
    form = ContactForm(request.POST or None, waakvlam=waakvlam)
    act = {"waakvlam_id": waakvlam.pk, "by": request.user}
    made = perform(form, services.log_contact, **act) if request.method == "POST" else None
    if made is not None:
        return _made(request, made)
    return act_page(request, waakvlam, form, "Contact vastleggen", looks=True)


@require_http_methods(["GET", "POST"])
def move(request: EmployeeRequest, waakvlam_id: int) -> HttpResponse:
    """Another day; after a worry also the ways to do more than that."""
    waakvlam, _ = seen_waakvlam(request, waakvlam_id, Action.KEEP_WAAKVLAM)
    form = MoveForm(request.POST or None, waakvlam=waakvlam)
    act = {"waakvlam_id": waakvlam.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.move_contact, **act):
        messages.success(request, "De dag is bewaard.")
        return redirect("waakvlam-detail", waakvlam.pk)
    worried = waakvlam.mood == Mood.WORRY
    more = {"worried": worried, "open_file": _open_file(waakvlam) if worried else None}
    return act_page(request, waakvlam, form, "Zorgen: wat nu?" if worried else "Andere dag", **more)


def _made(request: EmployeeRequest, made: WaakvlamContact) -> HttpResponse:
    """To the waakvlam; with a worry to what can be done about it."""
    waakvlam = made.waakvlam
    messages.success(request, f"Bewaard. Volgend contact: {deadline(waakvlam.next_on)}.")
    worried = made.mood == Mood.WORRY and waakvlam.is_running
    return redirect("waakvlam-move" if worried else "waakvlam-detail", waakvlam.pk)


def _open_file(waakvlam: Waakvlam) -> int | None:
    """The dossier of the resident that runs, when there is one."""
    running = waakvlam.resident.files.open().values_list("pk", flat=True)
    return running.first()
