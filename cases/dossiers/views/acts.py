"""Open a dossier, write in it, and close it."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from audit.services import record_view
from cases.dossiers import services
from cases.dossiers.forms import (
    CharacterForm,
    CloseForm,
    CloseQuestionForm,
    NoteForm,
    OpenForm,
    QuestionForm,
    SafetyForm,
)
from cases.dossiers.models import ResidentFile
from cases.dossiers.unfinished import unfinished
from cases.dossiers.views.finding import find_file
from cases.dossiers.views.showing import show
from cases.intakes.models import WmoNotification
from cases.permissions import GRANTS, Action
from cases.residents.models import Resident
from clusters.http import EmployeeRequest
from common.forms import perform, performed


@require_http_methods(["GET", "POST"])
def open_new(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """Open a dossier of somebody whose card I may open; from a melding its question comes along."""
    resident = get_object_or_404(Resident.objects.openable_by(request.user), pk=resident_id)
    decision = GRANTS.require(request.user, Action.OPEN_FILE)
    record_view(request, "file.prepared", subject=resident, decision=decision)
    initial = _from_melding(request, resident) | {"submission_key": uuid.uuid4()}
    form = OpenForm(request.POST or None, user=request.user, initial=initial)
    act = {"resident_id": resident.pk, "by": request.user}
    made = perform(form, services.open_file, **act) if request.method == "POST" else None
    if made is not None:
        messages.success(request, f"Dossier {made} is geopend. U bent casusregisseur.")
        return redirect("file-detail", made.pk)
    context = {"resident": resident, "form": form}
    return render(request, "cases/dossiers/open.html", context)


@require_POST
def note(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Add a note, or put a template in it; whatever was typed is still on the page."""
    file, grounds = find_file(request, file_id, Action.WRITE_FILE, looks=True)
    action = reverse("file-note", args=[file.pk])
    if "insert" in request.POST:
        return show(
            request, file, grounds, note=NoteForm.with_template(request.POST, action=action)
        )
    offers = "template" in request.POST
    form = NoteForm(request.POST, action=action, offers_templates=offers)
    if performed(form, services.write_note, file_id=file.pk, by=request.user):
        messages.success(request, "De notitie is bewaard.")
        return redirect("file-detail", file.pk)
    return show(request, file, grounds, note=form)


@require_http_methods(["GET", "POST"])
def safety(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Write what stands on top; what a colleague wrote meanwhile stands beside it."""
    file, _ = find_file(request, file_id, Action.WRITE_FILE)
    initial = {"words": file.safety, "version": file.version}
    form = SafetyForm(request.POST or None, initial=initial)
    act = {"file_id": file.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.write_safety, **act):
        messages.success(request, "Bewaard.")
        return redirect("file-detail", file.pk)
    theirs = file.safety or "Een collega haalde de tekst weg." if form.errors else ""
    context = {"file": file, "form": _with_version(form, file), "theirs": theirs}
    return render(request, "cases/dossiers/safety.html", context)


@require_http_methods(["GET", "POST"])
def character(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Say how complex it is and how the team is involved."""
    file, _ = find_file(request, file_id, Action.WRITE_FILE)
    form = CharacterForm(request.POST or None, file=file)
    act = {"file_id": file.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.characterise_file, **act):
        messages.success(request, "Bewaard.")
        return redirect("file-detail", file.pk)
    context = {"file": file, "form": form, "title": "Complexiteit en inzet"}
    return render(request, "cases/dossiers/act.html", context)


@require_http_methods(["GET", "POST"])
def add(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Write down another question."""
    file, _ = find_file(request, file_id, Action.WRITE_FILE)
    form = QuestionForm(request.POST or None)
    act = {"file_id": file.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.add_question, **act):
        messages.success(request, "De hulpvraag is toegevoegd.")
        return redirect("file-detail", file.pk)
    context = {"file": file, "form": form, "title": "Hulpvraag toevoegen"}
    return render(request, "cases/dossiers/act.html", context)


@require_http_methods(["GET", "POST"])
def end(request: EmployeeRequest, file_id: int, question_id: uuid.UUID) -> HttpResponse:
    """End a question with its outcome."""
    file, _ = find_file(request, file_id, Action.WRITE_FILE)
    question = get_object_or_404(file.questions.select_related("domain"), pk=question_id)
    question.file = file
    form = CloseQuestionForm(request.POST or None)
    act = {"file_id": file.pk, "question_id": question.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.close_question, **act):
        messages.success(request, "De hulpvraag is afgesloten.")
        return redirect("file-detail", file.pk)
    context = {"file": file, "form": form, "question": question, "title": "Hulpvraag afsluiten"}
    return render(request, "cases/dossiers/act.html", context)


@require_http_methods(["GET", "POST"])
def close(request: EmployeeRequest, file_id: int) -> HttpResponse:
    """Close the dossier; the page says first what is still open."""
    file, _ = find_file(request, file_id, Action.CLOSE_FILE)
    form = CloseForm(request.POST or None)
    act = {"file_id": file.pk, "by": request.user}
    if request.method == "POST" and performed(form, services.close_file, **act):
        messages.success(request, f"Dossier {file} is afgesloten.")
        return redirect("file-detail", file.pk)
    left = unfinished(file) if file.is_open else []
    context = {"file": file, "form": form, "left": left, "title": "Dossier afsluiten"}
    context["keep_until"] = file.kept_when_changed_on(timezone.localdate())
    return render(request, "cases/dossiers/act.html", context)


def _from_melding(request: EmployeeRequest, resident: Resident) -> dict[str, object]:
    """The question of the melding in the address, when it is of this resident and in scope."""
    number = request.GET.get("melding", "")
    if not number.isdecimal() or len(number) > len(str(2**31)):
        return {}
    rows = WmoNotification.objects.visible_to(request.user).filter(resident=resident)
    found = rows.filter(pk=int(number)).first()
    return {"notification_id": found.pk, "words": found.question} if found else {}


def _with_version(form: SafetyForm, file: ResidentFile) -> SafetyForm:
    """A form that came back knows what is there now, which stands beside it."""
    if form.is_bound:
        typed: Any = dict(form.data.items())
        typed["version"] = str(file.version)
        form.data = typed
    return form
