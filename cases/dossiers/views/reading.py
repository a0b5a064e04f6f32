"""The list of dossiers, one dossier, and the dossiers of a resident on the card."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from audit.services import record_view
from cases.dossiers.forms import NoteForm
from cases.dossiers.models import OF_PLAN, FileEvaluation, FileLine, LineKind, ResidentFile
from cases.dossiers.models.files import TEAM_ROLES
from cases.dossiers.views.finding import Grounds, find_file
from cases.permissions import GRANTS, Action
from cases.residents.models import Resident
from clusters.http import EmployeeRequest
from common.paging import Page, keyset_page

SELECTIONS = {"mijn": "Mijn dossiers", "team": "Van mijn team", "afgesloten": "Afgesloten"}
KINDS = {
    "alles": "Alles",
    "notities": "Notities",
    "vragen": "Hulpvragen",
    "plan": "Plan",
    "taken": "Taken",
    "documenten": "Documenten",
    "besluiten": "Aanvragen",
}
OF_KIND = {
    "notities": [LineKind.NOTE],
    "vragen": [LineKind.QUESTION, LineKind.OUTCOME],
    "plan": OF_PLAN,
    "taken": [
        LineKind.TASK,
        LineKind.TASK_DONE,
        LineKind.TASK_DROP,
        LineKind.TASK_HAND,
        LineKind.TASK_DAY,
    ],
    "documenten": [LineKind.DOCUMENT, LineKind.DOC_GONE],
    "besluiten": [LineKind.APPLIED, LineKind.TERM, LineKind.DECIDED, LineKind.OBJECTED],
}


@require_GET
def file_list(request: EmployeeRequest) -> HttpResponse:
    """The dossiers I work in, those of my team, or what is over; newest first."""
    decision = GRANTS.require(request.user, Action.SEE_FILES)
    chosen = request.GET.get("selectie", "")
    chosen = chosen if chosen in SELECTIONS else "mijn"
    page = keyset_page(
        _selected(request, chosen), "-opened_at", request.GET, size=settings.PAGE_SIZE
    )
    residents = [row.resident_id for row in page.rows]
    record_view(request, "file.listed", residents=residents, decision=decision)
    context = {"page": page, "tabs": _tabs(SELECTIONS, "selectie", chosen), "chosen": chosen}
    return render(request, "cases/dossiers/list.html", context)


@require_GET
def detail(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """The dossier for who works in it; for the team that it is there and who directs it."""
    file, grounds = find_file(request, file_id, Action.SEE_FILE)
    return show(request, file, grounds)


@require_GET
def panel(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """The dossiers of a resident that I may know of, as a part of the card."""
    resident = get_object_or_404(Resident.objects.openable_by(request.user), pk=resident_id)
    decision = GRANTS.require(request.user, Action.SEE_FILES)
    rows = ResidentFile.objects.visible_to(request.user).filter(resident=resident)
    files = list(rows.select_related("director"))
    record_view(request, "file.listed", subject=resident, decision=decision)
    may_open = Action.OPEN_FILE in GRANTS.allowed_actions(request.user)
    melding = request.GET.get("melding", "")
    context = {
        "resident": resident,
        "files": files,
        "melding": melding if melding.isdecimal() else "",
        "may_open": may_open and not any(file.is_open for file in files),
    }
    return render(request, "cases/dossiers/_panel.html", context)


def show(
    request: EmployeeRequest, file: ResidentFile, grounds: Grounds, *, note: NoteForm | None = None
) -> HttpResponse:
    """The page; ``note`` is a note that came back with an error."""
    allowed = {str(action) for action in grounds}
    context = {"file": file, "allowed": allowed, "reads": Action.READ_FILE in grounds}
    context["colleagues"] = file.colleagues.running(timezone.localdate()).select_related("employee")
    if Action.READ_FILE in grounds:
        context |= _content(request, file)
    if Action.WRITE_FILE in grounds and file.is_open:
        context["note"] = note or NoteForm(action=reverse("file-note", args=[file.pk]))
    return render(request, "cases/dossiers/detail.html", context)


def _content(request: EmployeeRequest, file: ResidentFile) -> dict[str, Any]:
    """What only who works in it reads: the questions and a page of lines; two queries."""
    questions = list(file.questions.select_related("domain"))
    for question in questions:
        question.file = file
    chosen = request.GET.get("soort", "")
    chosen = chosen if chosen in KINDS else "alles"
    page = _lines(request, file, chosen)
    return {
        "questions": questions,
        "page": page,
        "tabs": _tabs(KINDS, "soort", chosen),
        "open_questions": sum(question.is_open for question in questions),
        "evaluation": None if file.is_open else _evaluation(file),
    }


def _evaluation(file: ResidentFile) -> FileEvaluation | None:
    found = FileEvaluation.objects.filter(file=file).first()
    if found is not None:
        found.file = file
    return found


def _lines(request: EmployeeRequest, file: ResidentFile, chosen: str) -> Page:
    rows: QuerySet[FileLine] = file.lines.select_related("by", "person", "question__domain")
    if chosen in OF_KIND:
        rows = rows.filter(kind__in=OF_KIND[chosen])
    page = keyset_page(rows, "-at", request.GET, size=settings.PAGE_SIZE)
    for line in page.rows:
        line.file = file
    return page


def _selected(request: EmployeeRequest, chosen: str) -> QuerySet[ResidentFile]:
    """The rows of one tab, each found by an index however many dossiers there are."""
    user = request.user
    rows = ResidentFile.objects.visible_to(user).select_related("resident", "director")
    rows = rows.closed() if chosen == "afgesloten" else rows.open()
    by_team = chosen != "mijn" and user.acting_role in TEAM_ROLES
    return rows.of_teams(user) if by_team else rows.mine(user)


def _tabs(choices: dict[str, str], name: str, chosen: str) -> list[dict[str, Any]]:
    return [
        {"url": f"?{name}={code}", "label": label, "current": code == chosen}
        for code, label in choices.items()
    ]
