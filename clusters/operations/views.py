"""Pages about the machine: health for a monitor, the worker for people, security.txt."""

from datetime import datetime, timedelta
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from clusters.http import EmployeeRequest
from clusters.operations.health import OK, REPORTS, look
from clusters.operations.heartbeat import periodic_tasks
from clusters.operations.models import SweepRun
from clusters.permissions import Action, require

TASK_LABELS = {
    "cases.callbacks.tasks.deliver_reminders": "Herinneringen en escalaties",
    "clusters.notices.tasks.send_notice_mail": "Mail over meldingen",
    "audit.tasks.seal_trail": "Logboek verzegelen",
    "dashboards.tasks.refresh_figures": "Cijfers verversen",
    "dashboards.weekly.tasks.queue_weekly_mails": "Weekoverzicht per mail",
    "cases.contacts.tasks.drop_expired_calls": "Verlopen gesprekken opruimen",
    "cases.helpdesk.tasks.drop_forgotten_questions": "Vergeten vragen aan de vraagbaak",
    "cases.knowledge.tasks.remind_of_reviews": "Artikelen opnieuw bekijken",
    "cases.agenda.tasks.remind_of_agreements": "Afspraken van het overleg",
    "cases.intakes.tasks.deliver_notification_reminders": "Herinneringen bij Wmo-meldingen",
    "cases.talks.tasks.remind_of_talks": "Herinneringen aan keukentafelgesprekken",
    "cases.todos.tasks.look_after_tasks": "Herinneringen aan taken",
    "cases.advice.tasks.remind_of_advices": "Termijnen van adviesvragen",
    "cases.conferences.tasks.plan_conferences": "Casusoverleggen en casustafels plannen",
    "cases.handovers.tasks.look_after_handovers": "Termijnen van overdrachten",
    "cases.signals.tasks.remind_of_signals": "Signalen waar niemand naartoe ging",
    "cases.signals.tasks.empty_old_signals": "Oude signalen legen",
    "cases.waakvlam.tasks.remind_of_waakvlammen": "Gemiste waakvlamcontacten",
    "budgets.requests.tasks.look_after_budgets": "Reserveringen en voorschotten nalopen",
    "budgets.closing.tasks.close_years": "Jaren van het maatwerkbudget afsluiten",
    "budgets.bank.tasks.empty_old_lines": "Oude bankregels legen",
    "clusters.absence.tasks.empty_old_absences": "Oude afwezigheid weghalen",
    "clusters.cover.tasks.empty_old_covers": "Oude waarneming weghalen",
    "clusters.cover.tasks.signal_missing_covers": "Melden wie weg is zonder waarnemer",
    "cases.handout.tasks.empty_old_hand_outs": "Oud uitgedeeld werk weghalen",
    "cases.meldcode.tasks.look_after_safety": "Afgeschermde onderdelen nalopen",
    "cases.documents.tasks.scan_documents": "Documenten nakijken op virussen",
    "cases.documents.tasks.tidy_documents": "Bestanden van documenten nalopen",
    "cases.dossiers.tasks.remind_of_left_files": "Dossiers zonder casusregisseur",
    "cases.residents.tasks.tidy_merges": "Samengevoegde kaarten nalopen",
    "cases.decisions.tasks.remind_of_decisions": "Termijnen van aanvragen",
    "cases.papers.tasks.make_papers": "Brieven en verslagen als PDF",
    "cases.brp.tasks.work_on_extracts": "BRP-uittreksels controleren en inlezen",
}
PART_LABELS = {"database": "Database", "worker": "Werker", "broker": "Wachtrij"}
SECURITY_TXT_DAYS = 180


@login_not_required
@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """For a monitor: 200 when all is well, 503 with the part that fails."""
    found = look(timezone.now())
    answer = {
        "status": "fout" if found.failing else "ok",
        **found.parts,
        "failing": found.failing,
        "last_sweep": found.last_sweep,
        "version": settings.VERSION,
    }
    return JsonResponse(answer, status=503 if found.failing else 200)


@require_GET
def operations(request: EmployeeRequest) -> HttpResponse:
    """When each periodic task last did its work, and what fails now."""
    require(request.user, Action.SEE_OPERATIONS)
    at = timezone.now()
    runs = {run.task: run for run in SweepRun.objects.all()}
    rows = [_row(task, runs.get(task), at) for task in periodic_tasks()]
    parts = look(at).parts
    states = [(label, parts[name] == OK, parts[name]) for name, label in PART_LABELS.items()]
    said = {label: question() for label, question in REPORTS.items()}
    states += [(label, word == OK, word) for label, word in said.items()]
    return render(request, "clusters/operations/operations.html", {"rows": rows, "states": states})


def _row(task: str, run: SweepRun | None, at: datetime) -> dict[str, Any]:
    """One task as the page shows it: in words and with a shape, not in colour alone."""
    row = {"label": TASK_LABELS.get(task, task), "ran_at": None, "handled": "", "total": ""}
    if run is None:
        return row | {"kind": "late", "word": "nog niet gelopen"}
    overdue = run.is_overdue(at, seconds=_silence_allowed(task))
    state = {"kind": "late", "word": "te lang stil"} if overdue else {"kind": "ok", "word": "loopt"}
    return row | state | {"ran_at": run.ran_at, "handled": run.handled, "total": run.total_handled}


def _silence_allowed(task: str) -> int:
    """Five minutes, or three rounds of a task that runs less often than that."""
    rounds = [
        int(entry["schedule"]) * 3
        for entry in settings.CELERY_BEAT_SCHEDULE.values()
        if entry["task"] == task and entry["schedule"] >= settings.SWEEP_OVERDUE_SECONDS
    ]
    return max([settings.SWEEP_OVERDUE_SECONDS, *rounds])


@login_not_required
@require_GET
def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116)."""
    expires = (timezone.now() + timedelta(days=SECURITY_TXT_DAYS)).date()
    lines = [
        f"Contact: mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}",
        f"Expires: {expires.isoformat()}T00:00:00Z",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
