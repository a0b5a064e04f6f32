"""A running call: open it, type in it, end it or stop it."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from audit.services import record_view
from cases.callbacks.models import CallbackRequest, CallbackSubject
from cases.callbacks.models.status import say_line
from cases.contacts.forms import Typed
from cases.contacts.models import CallDraft, Contact
from cases.contacts.services import drop_call, finish_call, open_call, save_call
from cases.contacts.views.page import CallPage
from cases.helpdesk.models import HelpQuestion
from cases.helpdesk.services import ask_help_desk, withdraw_help_question
from cases.knowledge.models import UseKind
from cases.knowledge.searching import search_articles
from cases.knowledge.services import create_own_use
from cases.permissions import GRANTS, Action
from clusters.http import EmployeeRequest
from common.autosave import SaveConflict, Stamp
from common.errors import RuleViolation
from common.forms import perform

Act = Callable[[EmployeeRequest, CallDraft, Typed, int], HttpResponse]


@require_POST
def start(request: EmployeeRequest) -> HttpResponse:
    """Open a call with one key; the cursor stands in the name."""
    draft = open_call(by=request.user)
    return redirect("contact-call", draft.pk)


@require_http_methods(["GET", "POST"])
def call(request: EmployeeRequest, call_id: uuid.UUID) -> HttpResponse:
    """The page of a running call; every button saves first what was typed."""
    GRANTS.require(request.user, Action.TAKE_CALL)
    drafts = list(CallDraft.objects.visible_to(request.user).with_help())
    draft = next((each for each in drafts if each.pk == call_id), None)
    if draft is None:
        return _over(request, call_id)
    if request.method == "GET":
        return CallPage(request, draft, Typed(draft.typed()), drafts=drafts).answer()
    return _act(request, draft)


@require_POST
def save(request: EmployeeRequest, call_id: uuid.UUID) -> HttpResponse:
    """Keep what was typed, a moment after the last key; a call that just ended needs no keeping."""
    GRANTS.require(request.user, Action.TAKE_CALL)
    context: dict[str, Any] = {"conflict": False, "problem": "", "draft": None}
    try:
        context["draft"] = _saved(request, call_id, Typed(request.POST))
    except CallDraft.DoesNotExist:
        if not Contact.objects.visible_to(request.user).of_call(call_id).exists():
            raise Http404 from None
    except SaveConflict:
        context["conflict"] = True
    except RuleViolation as broken:
        context["problem"] = str(broken)
    return render(request, "cases/contacts/_saved.html", context)


@require_http_methods(["GET", "POST"])
def stop(request: EmployeeRequest, call_id: uuid.UUID) -> HttpResponse:
    """Ask once whether nothing has to be kept, and say how many questions would be lost."""
    GRANTS.require(request.user, Action.TAKE_CALL)
    draft = get_object_or_404(CallDraft.objects.visible_to(request.user), pk=call_id)
    if request.method == "POST":
        drop_call(call_id=draft.pk, by=request.user)
        messages.success(request, "Het gesprek is gestopt. Er is niets van bewaard.")
        return redirect("home")
    typed = Typed(draft.typed())
    texts = [typed.data.get(f"q{number}-question", "").strip() for number in range(typed.count)]
    context = {"draft": draft, "texts": [text for text in texts if text]}
    return render(request, "cases/contacts/stop.html", context)


@require_GET
def ended(request: EmployeeRequest, contact_id: int) -> HttpResponse:
    """What to say now: the promise that was made, and how every question ended."""
    decision = GRANTS.require(request.user, Action.SEE_CONTACTS)
    contact = get_object_or_404(Contact.objects.visible_to(request.user), pk=contact_id)
    record_view(request, "contact.read", subject=contact, decision=decision)
    questions = contact.questions.select_related("subject", "article").order_by("position")
    promised = {row.callback_id for row in questions if row.callback_id}
    rows = CallbackRequest.objects.filter(pk__in=promised).for_status()
    desks = request.user.team_ids
    promises = [(row, say_line(row, timezone.now()), row.registered_in_id in desks) for row in rows]
    context = {"contact": contact, "questions": questions, "promises": promises}
    return render(request, "cases/contacts/ended.html", context)


def _over(request: EmployeeRequest, call_id: uuid.UUID) -> HttpResponse:
    """The call ended already: on to what it became, or what was typed to copy; else 404."""
    rows = Contact.objects.visible_to(request.user).of_call(call_id)
    contact_id = rows.values_list("pk", flat=True).first()
    if contact_id is not None:
        return redirect("contact-ended", contact_id)
    if request.method != "POST":
        raise Http404
    typed = Typed(request.POST)
    texts = [typed.data.get(f"q{number}-question", "") for number in range(typed.count)]
    context = {"texts": [typed.data.get("name", ""), typed.data.get("phone", ""), *texts]}
    return render(request, "cases/contacts/gone.html", context, status=410)


def _act(request: EmployeeRequest, draft: CallDraft) -> HttpResponse:
    """Save, and do what the button says; another window's text is shown beside ours."""
    typed = Typed(request.POST)
    do, _, number = request.POST.get("do", "finish").partition("-")
    place = int(number) if number.isdecimal() and len(number) < 3 else 0
    try:
        draft = _saved(request, draft.pk, typed)
    except CallDraft.DoesNotExist:
        return _over(request, draft.pk)
    except SaveConflict as conflict:
        page = CallPage(request, draft, typed)
        page.theirs = conflict.theirs
        return page.answer()
    return ACTS.get(do, _finish)(request, draft, typed, place)


def _saved(request: EmployeeRequest, call_id: uuid.UUID, typed: Typed) -> CallDraft:
    return save_call(
        call_id=call_id,
        typed=typed.kept(),
        stamp=typed.stamp,
        by=request.user,
    )


def _finish(request: EmployeeRequest, draft: CallDraft, typed: Typed, _: int) -> HttpResponse:
    """End the call, or show what is missing."""
    page = CallPage(request, draft, typed, ending=True)
    contact = perform(page.form, finish_call, call_id=draft.pk, by=request.user)  # type: ignore[arg-type]
    if contact is None:
        return page.answer()
    return redirect("contact-ended", contact.pk)


def _keep(request: EmployeeRequest, draft: CallDraft, typed: Typed, _: int) -> HttpResponse:
    return redirect("contact-call", draft.pk)


def _add(request: EmployeeRequest, draft: CallDraft, typed: Typed, _: int) -> HttpResponse:
    """One question more."""
    return _reshape(request, draft, typed.with_questions(typed.count + 1))


def _remove(request: EmployeeRequest, draft: CallDraft, typed: Typed, place: int) -> HttpResponse:
    """One question less."""
    return _reshape(request, draft, typed.without_question(place))


def _reshape(request: EmployeeRequest, draft: CallDraft, typed: Typed) -> HttpResponse:
    """Save the call with another number of questions, and go to the last one."""
    save_call(
        call_id=draft.pk,
        typed=typed.kept(),
        stamp=Stamp(draft.version, typed.stamp.window),
        by=request.user,
    )
    address = redirect("contact-call", draft.pk)
    address["Location"] += f"#vraag-{typed.count}"
    return address


def _search(request: EmployeeRequest, draft: CallDraft, typed: Typed, place: int) -> HttpResponse:
    """Search the kennisbank without script; in vain counts as it does in the kennisbank."""
    page, at = CallPage(request, draft, typed), timezone.now()
    words = request.POST.get(f"words-{place}", "")
    found = search_articles(request.user, words, at)
    if found.is_empty:
        create_own_use(article=None, kind=UseKind.NOTHING_FOUND, by=request.user, at=at)
    page.searched = (place, words, found)
    return page.answer()


def _ask(request: EmployeeRequest, draft: CallDraft, typed: Typed, place: int) -> HttpResponse:
    """Put this question to the vraagbaak; the numbers of the panel count from 1."""
    subject = typed.data.get(f"q{place - 1}-subject", "")
    rows = CallbackSubject.objects.in_use()
    ask_help_desk(
        call_id=draft.pk,
        position=place,
        desk=draft.desk,
        subject=rows.filter(pk=int(subject)).first() if subject.isdecimal() else None,
        question=typed.data.get(f"q{place - 1}-question", ""),
        by=request.user,
    )
    return _to_question(draft, place)


def _withdraw(request: EmployeeRequest, draft: CallDraft, typed: Typed, place: int) -> HttpResponse:
    """The caller does not wait for the vraagbaak any longer."""
    mine = HelpQuestion.objects.visible_to(request.user).open()
    row = mine.filter(call_id=draft.pk, position=place).first()
    if row is not None:
        withdraw_help_question(help_question_id=row.pk, by=request.user)
    return _to_question(draft, place)


def _to_question(draft: CallDraft, place: int) -> HttpResponse:
    address = redirect("contact-call", draft.pk)
    address["Location"] += f"#vraag-{place}"
    return address


ACTS: dict[str, Act] = {
    "finish": _finish,
    "keep": _keep,
    "add": _add,
    "remove": _remove,
    "search": _search,
    "ask": _ask,
    "withdraw": _withdraw,
}
