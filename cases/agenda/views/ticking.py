"""Ticking off what was chosen on the agenda, perhaps with an agreement in a second step."""

import re
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from audit.services import record_view
from cases.agenda.forms import AgreementForm
from cases.agenda.lines import counted, lines_of
from cases.agenda.models import AgendaPoint, PointKind
from cases.agenda.services import Ticked, keep_agreement, tick_points, undo_tick
from cases.agenda.sources import PointRef, in_order, in_scope, of_subject
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import perform

POINT = re.compile(rf"({'|'.join(PointKind.values)}):([0-9]{{1,18}})")
SUBJECT = re.compile(r"([0-9]{1,18}):([0-9]{1,18})")
NAMES = ("points", "subjects")
SHOWN = 20


@dataclass(frozen=True)
class Chosen:
    """What was ticked on the page: the points, and the boxes as they were sent."""

    refs: list[PointRef]
    boxes: dict[str, list[str]]

    @property
    def is_empty(self) -> bool:
        """Whether no box was ticked at all."""
        return not any(self.boxes.values())


@require_POST
def tick(request: EmployeeRequest) -> HttpResponse:
    """Tick off what was chosen; with an agreement after one more page."""
    GRANTS.require(request.user, Action.TICK_AGENDA)
    chosen = _chosen(request)
    if not chosen.refs:
        return _nothing(request, chosen)
    if "agree" in request.POST:
        return _agree(request, chosen, AgreementForm(chosen=chosen.boxes))
    if "agreement" not in request.POST:
        return _done(request, tick_points(refs=chosen.refs, by=request.user))
    form = AgreementForm(request.POST, chosen=chosen.boxes)
    ticked = perform(form, tick_points, refs=chosen.refs, by=request.user)
    return _agree(request, chosen, form) if ticked is None else _done(request, ticked)


@require_POST
def undo(request: EmployeeRequest, point_id: int) -> HttpResponse:
    """Put a point back on the agenda."""
    GRANTS.require(request.user, Action.TICK_AGENDA)
    point = get_object_or_404(AgendaPoint.objects.visible_to(request.user), pk=point_id)
    if not in_scope(request.user, [(point.kind, point.object_id)]):
        raise Http404
    undo_tick(point_id=point.pk, by=request.user)
    messages.success(request, "Dit punt staat weer op de agenda.")
    return redirect("agenda")


@require_GET
def agreement(request: EmployeeRequest, point_id: int) -> HttpResponse:
    """One agreement, for whoever must keep it."""
    point = _agreement(request, point_id)
    decision = GRANTS.require(request.user, Action.SEE_AGENDA, point)
    record_view(request, "agenda.agreement_read", subject=point, decision=decision)
    is_late = bool(point.due_on and point.due_on < timezone.localdate() and not point.done_at)
    at_meeting = Action.SEE_AGENDA in GRANTS.allowed_actions(request.user)
    context = {"point": point, "is_late": is_late, "at_meeting": at_meeting}
    return render(request, "cases/agenda/agreement.html", context)


@require_POST
def done(request: EmployeeRequest, point_id: int) -> HttpResponse:
    """What was agreed is done; back to the agenda, or for its owner in a team to the agreement."""
    point = _agreement(request, point_id)
    is_new = keep_agreement(point_id=point.pk, by=request.user)
    text = (
        "De afspraak is nagekomen." if is_new else "Een collega was u voor: dit was al nagekomen."
    )
    messages.success(request, text)
    if Action.SEE_AGENDA in GRANTS.allowed_actions(request.user):
        return redirect("agenda")
    return redirect("agreement-detail", point.pk)


def _agreement(request: EmployeeRequest, point_id: int) -> AgendaPoint:
    rows = AgendaPoint.objects.visible_to(request.user).exclude(agreement="")
    return get_object_or_404(rows.select_related("meeting", "owner"), pk=point_id)


def _chosen(request: EmployeeRequest) -> Chosen:
    """What was sent: 404 for what is not a point of this employee, and then nothing is done."""
    boxes = {name: list(dict.fromkeys(request.POST.getlist(name))) for name in NAMES}
    refs: list[PointRef] = []
    for kind, number in _parsed(POINT, boxes["points"]):
        refs.append((kind, int(number)))
    if in_scope(request.user, refs) != set(refs):
        raise Http404
    at = timezone.now()
    for subject_id, newest in _parsed(SUBJECT, boxes["subjects"]):
        refs += of_subject(request.user, int(subject_id), int(newest), at)
    return Chosen(list(dict.fromkeys(refs)), boxes)


def _parsed(pattern: re.Pattern[str], values: list[str]) -> list[tuple[str, ...]]:
    """The parts of every value."""
    found = [pattern.fullmatch(value) for value in values]
    if not all(found):
        raise Http404
    return [match.groups() for match in found if match]


def _agree(request: EmployeeRequest, chosen: Chosen, form: AgreementForm) -> HttpResponse:
    """The page to write the agreement on, with what it is about in sight."""
    lines = list(lines_of(request.user, in_order(chosen.refs)[:SHOWN]).values())
    residents = [line.resident_id for line in lines if line.resident_id]
    decision = GRANTS.require(request.user, Action.SEE_AGENDA)
    record_view(request, "agenda.read", residents=residents, decision=decision)
    context = {"form": form, "lines": lines, "more": len(chosen.refs) - len(lines)}
    return render(request, "cases/agenda/agree.html", context)


def _nothing(request: EmployeeRequest, chosen: Chosen) -> HttpResponse:
    """No box, or only subjects of which nothing is left."""
    if chosen.is_empty:
        messages.warning(request, "Kies eerst een of meer punten. Er is niets afgevinkt.")
    else:
        messages.info(request, "Een collega was u voor: deze punten zijn al afgevinkt.")
    return redirect("agenda")


def _done(request: EmployeeRequest, ticked: Ticked) -> HttpResponse:
    """Say what happened, and what a colleague did a moment ago."""
    if ticked.made:
        messages.success(request, f"{counted(ticked.made, 'punt', 'punten')} afgevinkt.")
    if ticked.earlier:
        number = counted(len(ticked.earlier), "punt was", "punten waren")
        who = ", ".join(sorted(set(ticked.earlier)))
        messages.info(request, f"{number} al afgevinkt door {who}.")
    if ticked.gone:
        number = counted(ticked.gone, "punt staat", "punten staan")
        messages.info(request, f"{number} niet meer op de agenda.")
    return redirect("agenda")
