"""The onderzoeksverslag: write it, send it, and read what was sent."""

import uuid
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cases.papers.views import answer_paper, shown_paper
from cases.permissions import Action
from cases.talks.drafting import SECTIONS, sections_with
from cases.talks.forms import ReportForm, SendForm, kept_report
from cases.talks.models import InvestigationReport, KitchenTableTalk, ReportVersion
from cases.talks.papers import letter_of, order_of
from cases.talks.services import save_report, send_report
from cases.talks.views.finding import LOGGED_LATER, find_talk
from clusters.http import EmployeeRequest
from common.autosave import SaveConflict, stamp_of
from common.errors import RuleViolation
from common.forms import performed


@require_http_methods(["GET", "POST"])
def detail(request: EmployeeRequest, talk_id: int) -> HttpResponse:
    """The draft, what was sent of it, and the reactions; the save button works without script."""
    talk, allowed = find_talk(request, talk_id, Action.READ_REPORT, "report.read")
    report = _report(talk)
    if Action.WRITE_REPORT not in allowed:
        return render(request, "cases/talks/report_sent.html", _versions(talk, report))
    if request.method == "GET":
        return _page(request, talk, report, ReportForm(report.typed()))
    try:
        _saved(request, talk)
    except SaveConflict as conflict:
        return _side_by_side(request, talk, conflict.theirs)
    messages.success(request, "Het verslag is bewaard.")
    return redirect("report-detail", talk.pk)


@require_POST
def save(request: EmployeeRequest, talk_id: int) -> HttpResponse:
    """Keep the draft a moment after the last key."""
    talk, _ = find_talk(request, talk_id, Action.WRITE_REPORT, "report.read")
    context: dict[str, Any] = {"code": "report", "conflict": False, "problem": "", "card": None}
    try:
        context["card"] = _saved(request, talk)
    except SaveConflict:
        context["conflict"] = True
    except RuleViolation as broken:
        context["problem"] = str(broken)
    return render(request, "cases/talks/_saved.html", context)


@require_POST
def send(request: EmployeeRequest, talk_id: int) -> HttpResponse:
    """Freeze what the page showed as a version that was sent."""
    talk, _ = find_talk(request, talk_id, Action.WRITE_REPORT, "report.read")
    form = SendForm(request.POST, action=request.path)
    if performed(form, send_report, talk_id=talk.pk, by=request.user):
        messages.success(request, "Deze versie ligt vast. Druk het verslag af of maak een PDF.")
        return redirect("report-detail", talk.pk)
    report = _report(talk)
    return _page(request, talk, report, ReportForm(report.typed()), send=form)


@require_GET
def version(request: EmployeeRequest, talk_id: int, version_id: uuid.UUID) -> HttpResponse:
    """One version as the resident got it; prints as it is."""
    talk, allowed = find_talk(request, talk_id, Action.READ_REPORT, "report.read")
    sent = sent_version(talk, version_id)
    url, page = (
        reverse(name, args=[talk.pk, sent.pk]) for name in ("report-pdf", "report-version")
    )
    paper = shown_paper(order_of(sent), url=url, page=page)
    context = letter_of(talk, sent) | {"writes": Action.WRITE_REPORT in allowed, "paper": paper}
    return render(request, "cases/talks/version.html", context)


@require_http_methods(["GET", "POST"])
def pdf(request: EmployeeRequest, talk_id: int, version_id: uuid.UUID) -> HttpResponse:
    """Ask for the version as a PDF, hear how far it is, open it."""
    talk, allowed = find_talk(request, talk_id, Action.READ_REPORT, LOGGED_LATER)
    sent, decision = sent_version(talk, version_id), allowed[Action.READ_REPORT]
    page = reverse("report-version", args=[talk.pk, sent.pk])
    return answer_paper(request, order_of(sent), page=page, subject=talk, decision=decision)


def _report(talk: KitchenTableTalk) -> InvestigationReport:
    """The report of a concluded talk; before that there is none."""
    report = get_object_or_404(InvestigationReport.objects.select_related("saved_by"), talk=talk)
    report.talk = talk
    return report


def sent_version(talk: KitchenTableTalk, version_id: uuid.UUID) -> ReportVersion:
    """The version with this number, when it is of this talk."""
    rows = ReportVersion.objects.select_related("sent_by")
    sent = get_object_or_404(rows, pk=version_id, talk=talk)
    sent.talk = talk
    return sent


def _saved(request: EmployeeRequest, talk: KitchenTableTalk) -> InvestigationReport:
    return save_report(
        talk_id=talk.pk,
        typed=kept_report(request.POST),
        stamp=stamp_of(request.POST),
        by=request.user,
    )


def _page(
    request: EmployeeRequest,
    talk: KitchenTableTalk,
    report: InvestigationReport,
    form: ReportForm,
    *,
    send: SendForm | None = None,
) -> HttpResponse:
    """The draft with everything around it."""
    context = _versions(talk, report) | _editing(report, form)
    context |= {
        "empty": [part.title for part in SECTIONS if part.name not in report.texts],
        "send": send or _send_form(talk, report),
    }
    return render(request, "cases/talks/report.html", context)


def _versions(talk: KitchenTableTalk, report: InvestigationReport) -> dict[str, Any]:
    """What was sent, newest first; one query."""
    rows = list(report.versions.select_related("sent_by"))
    for row in rows:
        row.talk = talk
    return {"talk": talk, "versions": rows}


def _send_form(talk: KitchenTableTalk, report: InvestigationReport) -> SendForm:
    return SendForm(
        initial={"version": report.version}, action=reverse("report-send", args=[talk.pk])
    )


def _editing(report: InvestigationReport, form: ReportForm) -> dict[str, Any]:
    """A form of the report in a window of its own."""
    return {"report": report, "form": form, "window": uuid.uuid4().hex}


def _side_by_side(
    request: EmployeeRequest, talk: KitchenTableTalk, theirs: QueryDict
) -> HttpResponse:
    """Our text in the form, theirs beside it; saving now keeps ours, going back keeps theirs."""
    report, mine = _report(talk), request.POST
    difference = [
        (part.title, mine.get(part.name, ""), text)
        for part, text in sections_with({name: theirs.get(name, "") for name in theirs})
        if mine.get(part.name, "") != text
    ]
    context = _editing(report, ReportForm(mine)) | {"talk": talk, "difference": difference}
    template = "cases/talks/report_conflict.html"
    return render(request, template, context, status=HTTPStatus.CONFLICT)
