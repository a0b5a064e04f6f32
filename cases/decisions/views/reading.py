"""The lists of aanvragen, one aanvraag, and what a melding shows of them."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.decisions.checking import answer_on, shortcomings
from cases.decisions.letter import described
from cases.decisions.lifecycle import ApplicationState
from cases.decisions.lights import light_of
from cases.decisions.models import Application, Decision, Objection
from cases.decisions.terms import decision_end, penalty_of
from cases.decisions.views.buttons import buttons_for
from cases.decisions.views.finding import Grounds, decision_of, find_application
from cases.intakes.models import WmoNotification
from cases.permissions import GRANTS, Action
from cases.talks.models import ReportVersion
from cases.talks.views.reports import letter_of
from clusters.http import EmployeeRequest
from common.paging import keyset_page
from common.tabs import tabs_for

SELECTIONS = {
    "mijn": "Op mijn bureau",
    "team": "Bij mijn team",
    "beoordelen": "Ter beoordeling",
    "verstuurd": "Besluit verstuurd",
    "bezwaar": "Bezwaar",
}
ENDED = ("verstuurd", "bezwaar")


@require_GET
def application_list(request: EmployeeRequest) -> HttpResponse:
    """What must be decided, the nearest end first; and what was decided."""
    decision = GRANTS.require(request.user, Action.SEE_APPLICATIONS)
    chosen = request.GET.get("selectie", "")
    chosen = chosen if chosen in SELECTIONS else "mijn"
    order = "-ended_at" if chosen in ENDED else "due_at"
    page = keyset_page(_selected(request, chosen), order, request.GET, size=settings.PAGE_SIZE)
    at = timezone.now()
    rows = [(row, light_of(row, at)) for row in page.rows]
    residents = [row.resident_id for row, _ in rows]
    record_view(request, "application.listed", residents=residents, decision=decision)
    tabs = tabs_for(SELECTIONS, "selectie", chosen)
    allowed = GRANTS.allowed_actions(request.user)
    context = {"page": page, "rows": rows, "tabs": tabs}
    context["may_export"] = Action.EXPORT_PROVISIONS in allowed
    return render(request, "cases/decisions/list.html", context)


@require_GET
def detail(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """The aanvraag with its term; what is written only for who works on it."""
    application, grounds = find_application(request, application_id, Action.SEE_APPLICATION)
    context = _term(application) | {"application": application, "reads": False}
    context["allowed"] = {str(action) for action in grounds}
    context["of_my_team"] = application.team_id in request.user.team_ids
    decision = None
    if Action.READ_DECISION in grounds:
        decision = decision_of(application)
        context |= {"reads": True} | _content(request, application, decision, grounds)
    context["buttons"] = buttons_for(request.user, application, decision, set(grounds))
    return render(request, "cases/decisions/detail.html", context)


@require_GET
def report(request: EmployeeRequest, application_id: int) -> HttpResponse:
    """The report the aanvraag rests on, as the resident got it: also for the Stadhuis (H12)."""
    application, _ = find_application(
        request, application_id, Action.READ_DECISION, "application.report_read"
    )
    if application.report_id is None:
        raise Http404
    rows = ReportVersion.objects.select_related("talk__notification", "sent_by")
    sent = rows.get(pk=application.report_id)
    context = letter_of(sent.talk, sent) | {"application": application}
    return render(request, "cases/decisions/report.html", context)


@require_GET
def panel(request: EmployeeRequest, notification_id: int) -> HttpResponse:
    """The aanvragen of a melding, as a part of its page."""
    rows = WmoNotification.objects.visible_to(request.user)
    notification = get_object_or_404(rows, pk=notification_id)
    decision = GRANTS.require(request.user, Action.SEE_APPLICATIONS)
    scope = Application.objects.visible_to(request.user).filter(notification=notification)
    found = list(scope.for_list())
    record_view(request, "application.listed", subject=notification, decision=decision)
    at = timezone.now()
    context = {
        "notification": notification,
        "rows": [(row, light_of(row, at)) for row in found],
        "may_file": Action.FILE_APPLICATION in GRANTS.allowed_actions(request.user),
    }
    return render(request, "cases/decisions/_panel.html", context)


def _selected(request: EmployeeRequest, chosen: str) -> QuerySet[Application]:
    """The rows of one tab; each is found by an index."""
    user = request.user
    rows = Application.objects.visible_to(user).for_list()
    if chosen == "mijn":
        return rows.running().filter(user.on_desk("handler"))
    if chosen == "beoordelen":
        return rows.filter(second=user, state=ApplicationState.OFFERED)
    rows = rows.filter(desk_id__in=user.team_ids)
    if chosen == "team":
        return rows.running()
    if chosen == "bezwaar":
        running = Objection.objects.open().filter(application__desk_id__in=user.team_ids)
        # asked first: in one query it came after the history of ten years (26 ms, now 2)
        return rows.filter(pk__in=list(running.order_by().values_list("application_id", flat=True)))
    return rows.filter(state=ApplicationState.SENT)


def _term(application: Application) -> dict[str, Any]:
    """The end of the term, why it is that day, and what follows from it."""
    pauses = list(application.pauses.all())
    end = decision_end(application, pauses) if application.has_legal_term else None
    noticed = application.noticed_on
    return {
        "light": light_of(application, timezone.now()),
        "reasons": end.reasons if end else (),
        "penalty": penalty_of(noticed) if noticed else None,
        "pauses": pauses,
    }


def _content(
    request: EmployeeRequest, application: Application, decision: Decision | None, grounds: Grounds
) -> dict[str, Any]:
    """What was written: the pauses in words, the decision, its products, and the objections."""
    for pause in application.pauses.all():
        pause.application = application
    sent = application.state == ApplicationState.SENT
    objections = list(application.objections.all()) if sent else []
    for objection in objections:
        objection.application = application
    found: dict[str, Any] = {"decision": decision, "objections": objections}
    if decision is not None:
        found["lines"] = [(line, described(line)) for line in decision.provisions.all()]
        found |= _judged(request, application, decision, grounds)
        found |= _later(decision, grounds)
    return found | _earlier(request, application)


def _later(decision: Decision, grounds: Grounds) -> dict[str, Any]:
    """The decision that takes the place of one that was sent, or whether one may begin it."""
    if decision.sent_on is None:
        return {}
    runs = None if decision.replaced_by_id else decision.revisions.running().first()
    granted = any(line.is_granted for line in decision.provisions.all())
    free = granted and runs is None and decision.replaced_by_id is None
    return {"revision": runs, "may_revise": free and Action.REVISE_DECISION in grounds}


def _earlier(request: EmployeeRequest, application: Application) -> dict[str, Any]:
    """What the decision that is changed granted, and whether I may open it."""
    revised = application.revises
    if revised is None:
        return {}
    lines = [(line, described(line)) for line in revised.provisions.all() if line.is_granted]
    here = {revised.application.team_id, revised.application.desk_id} & set(request.user.team_ids)
    return {"revised": revised, "earlier_lines": lines, "may_open_earlier": bool(here)}


def _judged(
    request: EmployeeRequest, application: Application, decision: Decision, grounds: Grounds
) -> dict[str, Any]:
    """What the draft lacks, and which mandate, for who must decide now."""
    if Action.WRITE_DECISION not in grounds or application.state != ApplicationState.OPEN:
        return {}
    today = timezone.localdate()
    left = shortcomings(decision, today)
    answer = answer_on(decision, request.user, today)
    return {"left": left, "answer": answer}
