"""The list of my talks, and one appointment: plan, read, move, cancel, begin, put in a calendar."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from audit.services import record_view
from cases.intakes.models import WmoNotification
from cases.permissions import GRANTS, Action
from cases.talks.forms import AppointmentForm, CancelForm
from cases.talks.lifecycle import LIVE_STATES, TalkState
from cases.talks.messages import calendar_file
from cases.talks.models import KitchenTableTalk
from cases.talks.services import cancel_talk, change_talk, hold_talk, plan_talk
from cases.talks.views.finding import find_talk
from clusters.http import EmployeeRequest
from common.forms import perform, performed
from common.paging import Page, keyset_page
from common.templatetags.screen import deadline

SELECTIONS = {"open": "Nog te doen", "afgerond": "Afgerond of afgezegd"}


@require_GET
def talk_list(request: EmployeeRequest) -> HttpResponse:
    """My talks: what must still happen, the nearest first; or what is over, newest first."""
    decision = GRANTS.require(request.user, Action.SEE_TALKS)
    chosen = request.GET.get("selectie", "open")
    is_open = chosen not in SELECTIONS or chosen == "open"
    page = _page_of(request, is_open)
    waiting = _without_talk(request) if is_open else []
    residents = [row.resident_id for row in [*page.rows, *waiting]]
    record_view(request, "talk.listed", residents=residents, decision=decision)
    context = {"page": page, "tabs": _tabs(is_open), "waiting": waiting}
    return render(request, "cases/talks/list.html", context)


@require_http_methods(["GET", "POST"])
def plan(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """Plan a talk about a melding that is mine."""
    notification = _melding(request, notification_id)
    data = request.POST or None
    form = AppointmentForm(data, user=request.user, button="Gesprek plannen")
    if request.method == "POST":
        talk = _planned(request, form, notification.pk)
        if talk is not None:
            messages.success(request, f"Het gesprek staat gepland op {deadline(talk.starts_at)}.")
            return redirect("talk-detail", talk.pk)
    context = {"notification": notification, "form": form}
    return render(request, "cases/talks/plan.html", context)


@require_GET
def detail(request: EmployeeRequest, talk_id: int) -> HttpResponse:
    """The appointment, and the way to what was said and to the report."""
    talk, allowed = find_talk(request, talk_id, Action.SEE_TALK)
    writes = Action.WRITE_TALK in allowed
    context = {
        "talk": talk,
        "colleagues": talk.colleagues.select_related("employee") if writes else [],
        "writes": writes,
        "plans": Action.PLAN_TALK in allowed,
        "reads_report": Action.READ_REPORT in allowed and talk.state == TalkState.CONCLUDED,
    }
    return render(request, "cases/talks/detail.html", context)


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest, talk_id: int) -> HttpResponse:
    """Another moment, place or company; with an error everything typed is still there."""
    talk, _ = find_talk(request, talk_id, Action.PLAN_TALK)
    initial = AppointmentForm.initial_of(talk) | {"submission_key": uuid.uuid4()}
    form = AppointmentForm(
        request.POST or None, initial=initial, user=request.user, button="Afspraak wijzigen"
    )
    if request.method == "POST" and _changed(request, form, talk.pk):
        messages.success(request, "De afspraak is gewijzigd.")
        return redirect("talk-detail", talk.pk)
    return render(request, "cases/talks/change.html", {"talk": talk, "form": form})


@require_http_methods(["GET", "POST"])
def cancel(request: EmployeeRequest, talk_id: int) -> HttpResponse:
    """The talk does not happen."""
    talk, _ = find_talk(request, talk_id, Action.PLAN_TALK)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and performed(form, cancel_talk, talk_id=talk.pk, by=request.user):
        messages.success(request, "Het gesprek gaat niet door. U kunt een nieuw gesprek plannen.")
        return redirect("talk-detail", talk.pk)
    return render(request, "cases/talks/cancel.html", {"talk": talk, "form": form})


@require_POST
def hold(request: EmployeeRequest, talk_id: int) -> HttpResponse:
    """Begin, and on to the cards."""
    talk, _ = find_talk(request, talk_id, Action.WRITE_TALK)
    hold_talk(talk_id=talk.pk, by=request.user)
    return redirect("talk-cards", talk.pk)


@require_GET
def calendar(request: EmployeeRequest, talk_id: int) -> HttpResponse:
    """The appointment for one's own calendar, without anything about the resident."""
    talk, _ = find_talk(request, talk_id, Action.SEE_TALK)
    made = calendar_file(talk)
    name = f"gesprek-{talk.pk}.ics"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(made, content_type="text/calendar; charset=utf-8", headers=headers)


@require_GET
def panel(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """The talks of one melding, for the hole the page of the melding leaves."""
    melding = get_object_or_404(
        WmoNotification.objects.visible_to(request.user), pk=notification_id
    )
    decision = GRANTS.require(request.user, Action.SEE_TALKS)
    mine = KitchenTableTalk.objects.visible_to(request.user)
    talks = list(mine.filter(notification=melding).order_by("-starts_at"))
    record_view(request, "talk.listed", subject=melding, decision=decision)
    context = {
        "notification": melding,
        "talks": talks,
        "may_plan": _may_plan(request, melding) and not any(talk.is_live for talk in talks),
    }
    return render(request, "cases/talks/_panel.html", context)


def _melding(request: EmployeeRequest, notification_id: int) -> WmoNotification:
    """A melding that is mine to talk about: 404 out of scope, 403 when it is a colleague's."""
    rows = WmoNotification.objects.visible_to(request.user).select_related("resident")
    found: WmoNotification = get_object_or_404(rows, pk=notification_id)
    decision = GRANTS.require(request.user, Action.PLAN_TALK)
    if not _may_plan(request, found):
        raise PermissionDenied
    record_view(request, "talk.planning", subject=found, decision=decision)
    return found


def _page_of(request: EmployeeRequest, is_open: bool) -> Page:
    """My talks: the nearest first, or of what is over the newest first."""
    rows = KitchenTableTalk.objects.visible_to(request.user).select_related("resident")
    rows = rows.filter(state__in=LIVE_STATES) if is_open else rows.exclude(state__in=LIVE_STATES)
    order = "starts_at" if is_open else "-starts_at"
    return keyset_page(rows, order, request.GET, size=settings.PAGE_SIZE)


def _tabs(is_open: bool) -> list[dict[str, Any]]:
    return [
        {"url": f"?selectie={code}", "label": label, "current": (code == "open") == is_open}
        for code, label in SELECTIONS.items()
    ]


def _without_talk(request: EmployeeRequest) -> list[WmoNotification]:
    """My open meldingen with which nobody talked yet; logged as seen."""
    if Action.PLAN_TALK not in GRANTS.allowed_actions(request.user):
        return []
    rows = WmoNotification.objects.visible_to(request.user).open()
    rows = rows.filter(request.user.on_desk("handler"))
    talked = KitchenTableTalk.objects.filter(notification=OuterRef("pk"))
    talked = talked.exclude(state=TalkState.CANCELLED)
    return list(rows.filter(~Exists(talked)).for_list()[: settings.PAGE_SIZE])


def _may_plan(request: EmployeeRequest, notification: WmoNotification) -> bool:
    allowed = GRANTS.allowed_actions(request.user)
    return Action.PLAN_TALK in allowed and notification.handler_id in request.user.desk_ids


def _planned(
    request: EmployeeRequest, form: AppointmentForm, notification_id: int
) -> KitchenTableTalk | None:
    """The talk out of a valid form; a version is for changes only."""
    if form.is_valid():
        form.cleaned_data.pop("version")
    return perform(form, plan_talk, notification_id=notification_id, by=request.user)


def _changed(request: EmployeeRequest, form: AppointmentForm, talk_id: int) -> bool:
    if form.is_valid():
        form.cleaned_data.pop("submission_key")
    return performed(form, change_talk, talk_id=talk_id, by=request.user)
