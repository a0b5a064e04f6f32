"""What a professional knew already: the mark on a card, and lifting it (GES-10)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cases.permissions import Action
from cases.procedures.models import ProfessionalAssessment, opened_of
from cases.talks.forms.marks import LiftMarkForm
from cases.talks.models import KitchenTableTalk, TalkCard
from cases.talks.services.marking import lift_mark
from cases.talks.views.finding import find_talk
from clusters.http import EmployeeRequest
from common.forms import performed


def mark_cards(talk: KitchenTableTalk, rows: list[TalkCard]) -> list[ProfessionalAssessment]:
    """Give every card what is known already; back comes what has no card to stand on.

    No query for an ordinary melding, one for a verkorte procedure.
    """
    if not talk.notification.is_short:
        return []
    known = {row.domain_id: row for row in opened_of(talk.notification)}
    for card in rows:
        card.known = known.pop(card.domain_id, None)
    return list(known.values())


@require_http_methods(["GET", "POST"])
def lift(request: EmployeeRequest, talk_id: int, code: str) -> HttpResponse:
    """Say why it is talked about after all."""
    talk, _ = find_talk(request, talk_id, Action.WRITE_TALK)
    rows = ProfessionalAssessment.objects.of_melding(talk.notification)
    known = get_object_or_404(rows, domain__code=code)
    form = LiftMarkForm(request.POST or None)
    act = {"talk_id": talk.pk, "domain_code": code, "by": request.user}
    if request.method == "POST" and performed(form, lift_mark, **act):
        messages.success(request, f"{known}: u bespreekt dit toch.")
        return redirect(reverse("talk-cards", args=[talk.pk]) + f"#{code}")
    context = {"talk": talk, "known": known, "form": form}
    return render(request, "cases/talks/lift_mark.html", context)
