"""Vragensets: the functional administrator writes, looks and publishes (TEL-7)."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cases.callbacks import services
from cases.callbacks.forms.answers import AnswersForm
from cases.callbacks.forms.question_sets import DraftForm, NewSetForm
from cases.callbacks.models import QuestionSet, QuestionSetVersion
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.forms import perform

TABS = (
    ("question-set-change", "Vragen"),
    ("question-set-preview", "Voorbeeld"),
    ("question-set-versions", "Versies en gebruik"),
)


@require_GET
def set_list(request: EmployeeRequest) -> HttpResponse:
    """Every set with what is asked now, and whether a draft waits."""
    GRANTS.require(request.user, Action.MAINTAIN_QUESTION_SETS)
    sets = QuestionSet.objects.visible_to(request.user).for_list()
    return render(request, "cases/callbacks/question_sets/list.html", {"sets": sets})


@require_http_methods(["GET", "POST"])
def new(request: EmployeeRequest) -> HttpResponse:
    """Begin a set for a subject and a team."""
    GRANTS.require(request.user, Action.MAINTAIN_QUESTION_SETS)
    form = NewSetForm(request.POST or None)
    if request.method == "POST":
        made = perform(form, services.create_question_set, by=request.user)
        if made is not None:
            return redirect("question-set-change", made.pk)
    return render(request, "cases/callbacks/question_sets/new.html", {"form": form})


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest, set_id: int) -> HttpResponse:
    """Write the draft; a button beside a row rearranges what was typed and saves nothing."""
    question_set = _find(request, set_id)
    newest = question_set.versions.newest()
    form, theirs = _draft(request, newest), None
    if form.is_bound:
        saved = perform(form, services.change_question_set, set_id=set_id, by=request.user)
        if saved is not None:
            return _saved(request, saved)
        theirs = _show_both(form, newest)
    context = _frame(question_set, "question-set-change")
    context |= {"version": newest, "form": form, "theirs": theirs}
    return render(request, "cases/callbacks/question_sets/change.html", context)


@require_GET
def preview(request: EmployeeRequest, set_id: int) -> HttpResponse:
    """Exactly the form of a call, with nowhere to go; from here the draft is published."""
    question_set = _find(request, set_id)
    newest = question_set.versions.newest()
    context = _frame(question_set, "question-set-preview")
    context |= {"version": newest, "answers_form": AnswersForm(newest)}
    return render(request, "cases/callbacks/question_sets/preview.html", context)


@require_GET
def versions(request: EmployeeRequest, set_id: int) -> HttpResponse:
    """Who changed what and when; taking the set out of use and back."""
    question_set = _find(request, set_id)
    rows = question_set.versions.select_related("made_by", "published_by")
    context = _frame(question_set, "question-set-versions")
    context |= {"versions": rows.prefetch_related("questions"), "live": question_set.live_number}
    return render(request, "cases/callbacks/question_sets/versions.html", context)


@require_POST
def publish(request: EmployeeRequest, set_id: int) -> HttpResponse:
    """Make the draft that was looked at the version that is asked."""
    found = _find(request, set_id)
    stamp = request.POST.get("stamp", "")
    version = services.publish_question_set(set_id=set_id, stamp=stamp, by=request.user)
    text = f"Versie {version.number} is in gebruik. Wie nu belt, krijgt deze vragen."
    messages.success(request, text)
    return redirect("question-set-versions", found.pk)


@require_POST
def retire(request: EmployeeRequest, set_id: int) -> HttpResponse:
    """Ask these questions no more."""
    found = _find(request, set_id)
    services.retire_question_set(set_id=found.pk, by=request.user)
    messages.success(request, f"De vragenset {found} is niet meer in gebruik.")
    return redirect("question-set-versions", found.pk)


@require_POST
def restore(request: EmployeeRequest, set_id: int) -> HttpResponse:
    """Ask these questions again."""
    found = _find(request, set_id)
    services.restore_question_set(set_id=found.pk, by=request.user)
    messages.success(request, f"De vragenset {found} is weer in gebruik.")
    return redirect("question-set-versions", found.pk)


def _find(request: EmployeeRequest, set_id: int) -> QuestionSet:
    """The set with this number: 404 out of scope, 403 without the grant."""
    scope = QuestionSet.objects.visible_to(request.user).for_list()
    found = get_object_or_404(scope, pk=set_id)
    GRANTS.require(request.user, Action.MAINTAIN_QUESTION_SETS)
    return found


def _frame(question_set: QuestionSet, here: str) -> dict[str, Any]:
    """What the three pages of a set share: its name and the tabs."""
    tabs = [
        {"label": label, "url": reverse(name, args=[question_set.pk]), "current": name == here}
        for name, label in TABS
    ]
    return {"set": question_set, "tabs": tabs}


def _draft(request: EmployeeRequest, newest: QuestionSetVersion) -> DraftForm:
    """What is stored, what was typed, or what was typed in another order (bound to nothing)."""
    if request.method != "POST":
        return DraftForm.showing(newest)
    form = DraftForm(request.POST)
    return form.rearranged(request.POST["row"]) if "row" in request.POST else form


def _saved(request: EmployeeRequest, version: QuestionSetVersion) -> HttpResponse:
    """Back to the draft, or on to the preview when that was the button."""
    text = "Het concept is opgeslagen." if version.is_draft else "U hebt niets veranderd."
    messages.success(request, text)
    on = "question-set-preview" if "preview" in request.POST else "question-set-change"
    return redirect(on, version.question_set_id)


def _show_both(form: DraftForm, newest: QuestionSetVersion) -> QuestionSetVersion | None:
    """The version of the colleague who was first, to show beside what was typed."""
    if not form.has_error("stamp"):
        return None
    form.show_stamp(newest.stamp)
    return newest
