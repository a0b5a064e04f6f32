"""The page of one resident, and the form of what the team knows."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from audit.services import record_view
from cases.permissions import GRANTS, Action
from cases.residents.forms.card import ResidentForm, differing
from cases.residents.forms.sealed import ReasonForm
from cases.residents.middleware import MergedAwayError
from cases.residents.models import Consent, InvolvedProfessional, Party, PartyKind, Resident
from cases.residents.services import Opened, change_resident
from cases.residents.signing import who_signs
from cases.residents.twins import Told
from clusters.http import EmployeeRequest
from common.access import Decision, ground_for
from common.forms import performed

MOST_CALLBACKS = 20
AROUND = {
    "huishouden": (PartyKind.HOUSEHOLD, "Huishouden"),
    "vertegenwoordiger": (PartyKind.REPRESENTATIVE, "Wie vertegenwoordigt"),
    "netwerk": (PartyKind.NETWORK, "Netwerk en mantelzorg"),
}
Grounds = Mapping[Any, Decision]


@require_GET
def detail(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """Who somebody is, how to reach them, and what runs."""
    resident, grounds = find(request, resident_id)
    return show(request, resident, grounds)


@require_http_methods(["GET", "POST"])
def change(request: EmployeeRequest, resident_id: int) -> HttpResponse:
    """Keep what the team knows; when a colleague was first, both texts are on the page."""
    resident, grounds = find(request, resident_id)
    ground_for(Action.CHANGE_RESIDENT, grounds)
    form = ResidentForm(request.POST or None, resident=resident)
    act = {"resident_id": resident.pk, "by": request.user}
    if form.is_valid():
        form.ask_about(request, resident, _told(form))
    if form.is_bound and performed(form, _change, **act):
        messages.success(request, "De gegevens zijn bewaard.")
        return redirect("resident-detail", resident.pk)
    theirs = _show_both(form, resident)
    context = {"resident": resident, "form": form, "theirs": theirs}
    return render(request, "cases/residents/change.html", context)


def find(request: EmployeeRequest, resident_id: int) -> tuple[Resident, Grounds]:
    """The resident with this number: 404 out of scope, 403 without the grant; logged."""
    resident = found(Resident.objects.visible_to(request.user), request, resident_id)
    grounds = GRANTS.grounds_in_scope(request.user, resident)
    decision = ground_for(Action.SEE_RESIDENT, grounds)
    record_view(request, "resident.read", subject=resident, decision=decision)
    return resident, grounds


def found(scope: Any, request: EmployeeRequest, resident_id: int) -> Resident:
    """The resident with this number in this scope; of a card that went, the way to the other."""
    resident: Resident | None = scope.for_card().filter(pk=resident_id).first()
    if resident is not None:
        return resident
    stayed = Resident.objects.visible_to(request.user).filter(merged=resident_id)
    winner_id = stayed.values_list("pk", flat=True).first()
    raise Http404 if winner_id is None else MergedAwayError(winner_id)


def show(
    request: EmployeeRequest,
    resident: Resident,
    grounds: Grounds,
    *,
    opened: Opened | None = None,
    asked: ReasonForm | None = None,
) -> HttpResponse:
    """The page; ``opened`` is what was just opened, ``asked`` a reason that was not good enough."""
    forms = _reasons(resident, asked)
    context = {**_facts(request, resident), **forms, "opened": opened or Opened()}
    context["allowed"] = {str(action) for action in grounds}
    return render(request, "cases/residents/detail.html", context)


def _facts(request: EmployeeRequest, resident: Resident) -> dict[str, Any]:
    """What the page says about the resident, beside what is closed."""
    callbacks = resident.callbacks.visible_to(request.user).for_worklist()
    today = timezone.localdate()
    return {
        **_people(resident, today),
        "professionals": _professionals(resident, today),
        "consents": _consents(resident, today),
        "resident": resident,
        "bsn": getattr(resident, "residentbsn", None),
        "hidden": getattr(resident, "secretaddress", None),
        "age": resident.born.age_text(today) if resident.born else "",
        "merges": _merges(resident),
        "callbacks": callbacks.order_by("-registered_at")[:MOST_CALLBACKS],
    }


def _merges(resident: Resident) -> Any:
    """What was merged into this card today; asked only when there is something."""
    is_undoable = getattr(resident, "is_undoable", False)
    return resident.merges.undoable(timezone.now()) if is_undoable else ()


def _change(*, is_other: bool, **answers: Any) -> Resident:
    """Whether it is somebody else was a question to the worker, not a fact to keep."""
    return change_resident(**answers)


def _told(form: ResidentForm) -> Told:
    """By what the form tells people apart; its name as the card will have it."""
    told, names = form.cleaned_data["particulars"], form.cleaned_data["names"]
    name = names.full_name if names.are_known else told.told
    phones = tuple(number for number in (told.phone, told.other_phone) if number)
    return Told(name, phones, told.born, told.postcode)


def _people(resident: Resident, today: date) -> dict[str, Any]:
    """Who stands around somebody, and who signs for them today; one query."""
    parties = list(resident.parties.order_by("-valid_from", "pk"))
    roles = {party.role for party in parties if party.holds_on(today)}
    return {
        "around": _around(parties),
        "signs": who_signs(resident.born.ages_on(today) if resident.born else None, roles),
        "has_children": any(party.is_child_at_home(today) for party in parties),
    }


def _professionals(resident: Resident, today: date) -> list[tuple[InvolvedProfessional, bool]]:
    """Who helps outside the team, and whether one may contact them today (MAN-6)."""
    rows = InvolvedProfessional.objects.for_card().filter(resident=resident)
    return [(each, each.may_be_contacted(today)) for each in rows]


def _consents(resident: Resident, today: date) -> dict[str, list[Consent]]:
    """What runs or is yet to begin, and what is over; two queries."""
    rows = list(Consent.objects.for_card().filter(resident=resident))
    return {
        "running": [each for each in rows if not each.is_over(today)],
        "over": [each for each in rows if each.is_over(today)],
    }


def _around(parties: list[Party]) -> list[tuple[str, str, list[Party]]]:
    """The people around somebody per kind: slug of the address, heading, rows."""
    return [
        (slug, heading, [party for party in parties if party.kind == kind])
        for slug, (kind, heading) in AROUND.items()
    ]


def bsn_reason(resident_id: int, posted: Any = None) -> ReasonForm:
    """Why the BSN is opened."""
    url = reverse("resident-bsn-show", args=[resident_id])
    return ReasonForm(posted, prefix="bsn", button="BSN tonen", address=url)


def address_reason(resident_id: int, posted: Any = None) -> ReasonForm:
    """Why the secret address is opened."""
    url = reverse("resident-address-show", args=[resident_id])
    return ReasonForm(posted, prefix="adres", button="Adres tonen", address=url)


def _reasons(resident: Resident, asked: ReasonForm | None) -> dict[str, ReasonForm]:
    """The two forms, of which one may have been sent."""
    forms = {
        "bsn_form": bsn_reason(resident.pk),
        "address_form": address_reason(resident.pk),
    }
    if asked is not None:
        forms["bsn_form" if asked.prefix == "bsn" else "address_form"] = asked
    return forms


def _show_both(form: ResidentForm, resident: Resident) -> list[tuple[str, str]] | None:
    """What the colleague who was first saved, to show beside what was typed."""
    if not form.has_error("version"):
        return None
    resident.refresh_from_db()
    form.show_version(resident.version)
    return differing(form, resident)
