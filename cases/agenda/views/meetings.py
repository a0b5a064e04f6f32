"""One meeting: who were there, what was settled and what was agreed."""

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from audit.services import record_view
from cases.agenda.forms import PresentForm
from cases.agenda.lines import minutes_of
from cases.agenda.models import Meeting
from cases.agenda.services import change_present
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import perform


@require_GET
def meeting(request: EmployeeRequest, meeting_id: int) -> HttpResponse:
    """The meeting as it can be printed."""
    GRANTS.require(request.user, Action.SEE_AGENDA)
    return _page(request, meeting_id, None)


@require_POST
def present(request: EmployeeRequest, meeting_id: int) -> HttpResponse:
    """Who were there; when a colleague was first, both texts are on the page."""
    GRANTS.require(request.user, Action.TICK_AGENDA)
    held = get_object_or_404(Meeting.objects.visible_to(request.user), pk=meeting_id)
    form = PresentForm(request.POST, meeting_id=held.pk)
    if perform(form, change_present, meeting_id=held.pk, by=request.user):
        messages.success(request, "De namen zijn bewaard.")
        return redirect("meeting-detail", held.pk)
    if not form.has_error("present", code="max_length"):
        form.data = _having_read(request, held)
    return _page(request, held.pk, form)


def _having_read(request: EmployeeRequest, held: Meeting) -> QueryDict:
    """What was sent, by somebody who now has the colleague's text before them."""
    sent = request.POST.copy()
    sent["was"] = held.present
    return sent


def _page(request: EmployeeRequest, meeting_id: int, form: PresentForm | None) -> HttpResponse:
    """Points kind by kind; of another desk only that they are there."""
    decision = GRANTS.require(request.user, Action.SEE_AGENDA)
    minutes = minutes_of(request.user, meeting_id)
    if minutes is None:
        raise Http404
    held = minutes.meeting
    seen = minutes.residents
    record_view(request, "meeting.read", subject=held, residents=seen, decision=decision)
    initial = {"present": held.present, "was": held.present}
    form = form or PresentForm(initial=initial, meeting_id=held.pk)
    context = {"minutes": minutes, "meeting": held, "form": form, "today": timezone.localdate()}
    return render(request, "cases/agenda/meeting.html", context)
