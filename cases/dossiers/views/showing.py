"""The page of one dossier: what only who works in it reads, and what is new to them."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from cases.dossiers import services
from cases.dossiers.choosing import chosen_lines
from cases.dossiers.forms import LinesForm, NoteForm, SearchForm
from cases.dossiers.models import FileLine, HelpRequest, ResidentFile, open_doors
from cases.dossiers.models.looks import VISIT
from cases.dossiers.views.finding import Grounds
from cases.dossiers.views.lines import shown_lines
from cases.permissions import Action
from clusters.http import EmployeeRequest
from clusters.models import User
from common.paging import Page, keyset_page


def show(
    request: EmployeeRequest, file: ResidentFile, grounds: Grounds, *, note: NoteForm | None = None
) -> HttpResponse:
    """The page; ``note`` is a note that came back with an error or a template."""
    allowed = {str(action) for action in grounds}
    context: dict[str, Any] = {"file": file, "allowed": allowed, **_people(file)}
    if Action.READ_FILE in grounds:
        context |= {"reads": True, **_content(request, file, context["people"])}
        _keep_look(file, request.user, timezone.now())
    if Action.WRITE_FILE in grounds and file.is_open:
        context["note"] = note or NoteForm(action=reverse("file-note", args=[file.pk]))
    return render(request, "cases/dossiers/detail.html", context)


def _people(file: ResidentFile) -> dict[str, Any]:
    """Who works along, who did, and all who can be chosen; one query."""
    everybody = list(file.colleagues.select_related("employee"))
    return {
        "colleagues": [one for one in everybody if one.is_running],
        "earlier": [one for one in everybody if not one.is_running],
        "people": [file.director, file.opened_by, *(one.employee for one in everybody)],
    }


def _content(request: EmployeeRequest, file: ResidentFile, people: list[User]) -> dict[str, Any]:
    """What only who works in it reads: the questions and a page of lines; at most four queries."""
    questions = _questions(file)
    filters = LinesForm(request.GET or None, people=[*people, *_chosen(request, people)])
    page = _lines(request, file, filters)
    _join(page.rows, file, questions, people)
    filters.also_offer(line.by for line in page.rows if line.by is not None)
    return {
        "questions": questions,
        "page": page,
        "lines": shown_lines(page.rows),
        "filters": filters,
        "search": SearchForm(action=reverse("file-search", args=[file.pk])),
        "open_questions": sum(question.is_open for question in questions),
        "evaluation": getattr(file, "evaluation", None),
    }


def _questions(file: ResidentFile) -> list[HelpRequest]:
    """With their leefgebied; their words open with the key of this dossier."""
    questions = list(file.questions.select_related("domain"))
    for question in questions:
        question.file = file
    return questions


def _lines(request: EmployeeRequest, file: ResidentFile, filters: LinesForm) -> Page:
    """A page of the lines that were chosen; each knows whether it is new and where it leads."""
    answers = filters.cleaned_data if filters.is_valid() else {}
    rows = chosen_lines(file.lines.all(), answers)
    page = keyset_page(rows, "-at", request.GET, size=settings.PAGE_SIZE, peek=True)
    open_doors(page.rows, request.user)
    border: datetime | None = vars(file)["border"]
    for line in page.rows:
        line.is_new = bool(border and line.at > border and line.by_id != request.user.pk)
    return page


def _join(
    lines: list[FileLine], file: ResidentFile, questions: list[HelpRequest], people: list[User]
) -> None:
    """Give the lines what the page read already; a query only for people who are not on it."""
    asked = {question.pk: question for question in questions}
    known = {person.pk: person for person in people}
    numbers = {number for line in lines for number in (line.by_id, line.person_id) if number}
    if missing := numbers - known.keys():
        known |= User.objects.in_bulk(missing)
    for line in lines:
        line.file = file
        line.by = known[line.by_id] if line.by_id else None
        line.person = known[line.person_id] if line.person_id else None
        if line.question_id in asked:
            line.question = asked[line.question_id]


def _chosen(request: EmployeeRequest, people: list[User]) -> list[User]:
    """Somebody in the address who is not in the list beforehand: a colleague of another room."""
    number = request.GET.get("wie", "")
    if not number.isdecimal() or len(number) > len(str(2**31)):
        return []
    if int(number) in {person.pk for person in people}:
        return []
    return list(User.objects.filter(pk=int(number)))


def _keep_look(file: ResidentFile, user: User, at: datetime) -> None:
    """Once per visit, and when something came since the last look (DS-15)."""
    told = vars(file)
    if told["look_seen"] is None or told["look_seen"] <= at - VISIT or told["unseen"]:
        services.create_look(file_id=file.pk, since=told["border"], by=user, at=at)
