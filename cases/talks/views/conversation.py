"""At the table: all cards on one page, each saved by itself; two windows are shown side by side."""

import uuid
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cases.permissions import Action
from cases.talks.forms import AgreementForm, CardForm, SwitchForm, kept_of
from cases.talks.lifecycle import LIFECYCLE, TalkState
from cases.talks.models import KitchenTableTalk, LifeDomain, TalkCard
from cases.talks.models.cards import STATE, CardState
from cases.talks.services import (
    agree_on,
    conclude_talk,
    drop_agreement,
    save_card,
    switch_on_domain,
)
from cases.talks.views.finding import find_talk
from cases.talks.views.marks import mark_cards
from clusters.http import EmployeeRequest
from common.autosave import SaveConflict, stamp_of
from common.errors import RuleViolation
from common.forms import performed


@dataclass(frozen=True)
class Shown:
    """One card on the page."""

    card: TalkCard
    form: CardForm
    window: str


@require_GET
def cards(request: EmployeeRequest, talk_id: int) -> HttpResponse:
    """The conversation: any leefgebied in any order; after the end to read only."""
    talk, _ = find_talk(request, talk_id, Action.WRITE_TALK)
    if talk.state not in (TalkState.HELD, TalkState.CONCLUDED):
        return redirect("talk-detail", talk.pk)
    return _page(request, talk)


@require_http_methods(["POST"])
def card(request: EmployeeRequest, talk_id: int, code: str) -> HttpResponse:
    """The save button of a card; another window's text is shown beside ours."""
    talk, _ = find_talk(request, talk_id, Action.WRITE_TALK)
    try:
        saved = _saved(request, talk, code)
    except SaveConflict as conflict:
        return _side_by_side(request, talk, code, conflict.theirs)
    except RuleViolation as broken:
        return _not_kept(request, talk, str(broken))
    messages.success(request, f"{saved.domain} is bewaard.")
    return redirect(reverse("talk-cards", args=[talk.pk]) + f"#{code}")


@require_POST
def save(request: EmployeeRequest, talk_id: int, code: str) -> HttpResponse:
    """Keep a card a moment after the last key."""
    talk, _ = find_talk(request, talk_id, Action.WRITE_TALK)
    context: dict[str, Any] = {"code": code, "conflict": False, "problem": "", "card": None}
    try:
        context["card"] = _saved(request, talk, code)
    except SaveConflict:
        context["conflict"] = True
    except RuleViolation as broken:
        context["problem"] = str(broken)
    return render(request, "cases/talks/_saved.html", context)


@require_POST
def switch_on(request: EmployeeRequest, talk_id: int, code: str) -> HttpResponse:
    """Open a leefgebied that is off, with the reason."""
    talk, _ = find_talk(request, talk_id, Action.WRITE_TALK)
    domain = get_object_or_404(LifeDomain.objects.in_use(), code=code, needs_reason=True)
    form = SwitchForm(request.POST, domain=domain, action=_switch_address(talk, domain))
    if performed(form, switch_on_domain, talk_id=talk.pk, domain=domain, by=request.user):
        return redirect(reverse("talk-cards", args=[talk.pk]) + f"#{code}")
    return _page(request, talk, switch=form)


@require_POST
def agree(request: EmployeeRequest, talk_id: int) -> HttpResponse:
    """Add an agreement."""
    talk, _ = find_talk(request, talk_id, Action.WRITE_TALK)
    form = AgreementForm(request.POST, action=reverse("talk-agree", args=[talk.pk]))
    if performed(form, agree_on, talk_id=talk.pk, by=request.user):
        return redirect(reverse("talk-cards", args=[talk.pk]) + "#afspraken")
    return _page(request, talk, agreement=form)


@require_POST
def drop(request: EmployeeRequest, talk_id: int, agreement_id: uuid.UUID) -> HttpResponse:
    """Take an agreement off the list."""
    talk, _ = find_talk(request, talk_id, Action.WRITE_TALK)
    drop_agreement(talk_id=talk.pk, agreement_id=agreement_id, by=request.user)
    return redirect(reverse("talk-cards", args=[talk.pk]) + "#afspraken")


@require_http_methods(["GET", "POST"])
def conclude(request: EmployeeRequest, talk_id: int) -> HttpResponse:
    """Say what still stands in the way, or freeze the talk and go on to the report."""
    talk, _ = find_talk(request, talk_id, Action.CONCLUDE_TALK)
    rows = list(talk.cards.select_related("domain"))
    faults = [(row, fault) for row in rows for fault in row.faults()]
    if request.method == "POST" and not faults:
        if talk.state != TalkState.CONCLUDED:
            conclude_talk(talk_id=talk.pk, by=request.user)
        return redirect("report-detail", talk.pk)
    LIFECYCLE.target("conclude", talk.state)
    used = [row for row in rows if row.is_used]
    context = {"talk": talk, "faults": faults, "used": used}
    return render(request, "cases/talks/conclude.html", context)


def _saved(request: EmployeeRequest, talk: KitchenTableTalk, code: str) -> TalkCard:
    try:
        return save_card(
            talk_id=talk.pk,
            domain_code=code,
            typed=kept_of(request.POST),
            stamp=stamp_of(request.POST),
            by=request.user,
        )
    except TalkCard.DoesNotExist:
        raise Http404 from None


def _page(request: EmployeeRequest, talk: KitchenTableTalk, **sent: Any) -> HttpResponse:
    """Every card that is open, the agreements, and what can be switched on; three queries.

    ``sent`` is the form that came back with errors: ``agreement`` or ``switch``.
    """
    rows = list(talk.cards.select_related("domain", "saved_by"))
    context = _agreements(talk, sent.get("agreement")) | {
        "talk": talk,
        "loose_marks": mark_cards(talk, rows),
        "is_open": talk.state == TalkState.HELD,
        "shown": [_shown(row) for row in rows] if talk.state == TalkState.HELD else [],
        "read": [row for row in rows if row.is_used or row.known],
        "off": _off(talk, rows, sent.get("switch")) if talk.state == TalkState.HELD else [],
        "switching": getattr(sent.get("switch"), "code", ""),
    }
    return render(request, "cases/talks/cards.html", context)


def _agreements(talk: KitchenTableTalk, form: AgreementForm | None) -> dict[str, Any]:
    """What was agreed, and the form to add to it."""
    rows = list(talk.agreements.of(talk))
    return {"agreements": rows, "agreement_form": form or _blank_agreement(talk)}


def _off(
    talk: KitchenTableTalk, rows: list[TalkCard], sent: SwitchForm | None
) -> list[tuple[LifeDomain, SwitchForm]]:
    """What can be switched on, each with its form; the one that was sent keeps its text."""
    there = [row.domain_id for row in rows]
    off = LifeDomain.objects.in_use().filter(needs_reason=True).exclude(pk__in=there)
    blank = {each.code: SwitchForm(domain=each, action=_switch_address(talk, each)) for each in off}
    if sent is not None:
        blank[sent.code] = sent
    return [(each, blank[each.code]) for each in off]


def _shown(row: TalkCard) -> Shown:
    return Shown(row, CardForm(row, row.typed()), uuid.uuid4().hex)


def _blank_agreement(talk: KitchenTableTalk) -> AgreementForm:
    return AgreementForm(action=reverse("talk-agree", args=[talk.pk]))


def _switch_address(talk: KitchenTableTalk, domain: LifeDomain) -> str:
    return reverse("talk-switch-on", args=[talk.pk, domain.code])


def _side_by_side(
    request: EmployeeRequest, talk: KitchenTableTalk, code: str, theirs: QueryDict
) -> HttpResponse:
    """Our text in the form, theirs beside it; saving now keeps ours, going back keeps theirs."""
    row = talk.cards.select_related("domain", "saved_by").get(domain__code=code)
    form = CardForm(row, request.POST)
    context = {
        "talk": talk,
        "card": row,
        "form": form,
        "difference": _difference(form, request.POST, theirs),
        "window": uuid.uuid4().hex,
    }
    return render(request, "cases/talks/conflict.html", context, status=HTTPStatus.CONFLICT)


def _difference(form: CardForm, mine: QueryDict, theirs: QueryDict) -> list[tuple[str, str, str]]:
    """What stands otherwise in the other window: the field, our text and theirs."""
    return [
        (str(field.label), _words(name, mine), _words(name, theirs))
        for name, field in form.fields.items()
        if mine.get(name, "") != theirs.get(name, "")
    ]


def _words(name: str, data: QueryDict) -> str:
    """What a field says, as the screen says it."""
    text = data.get(name) or ""
    return str(dict(CardState.choices).get(text, text)) if name == STATE else text


def _not_kept(request: EmployeeRequest, talk: KitchenTableTalk, why: str) -> HttpResponse:
    """The talk was concluded meanwhile, or it is too much: nothing kept, all of it shown."""
    texts = [text for values in kept_of(request.POST).values() for text in values if text.strip()]
    context = {"talk": talk, "why": why, "texts": texts}
    return render(request, "cases/talks/not_kept.html", context, status=HTTPStatus.CONFLICT)
