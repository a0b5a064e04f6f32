"""De ZRM voor en na: the scores of all talks with a resident that this employee may read."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from cases.permissions import Action
from cases.talks.comparing import compared, measured
from cases.talks.models import KitchenTableTalk, TalkCard
from cases.talks.views.finding import find_talk
from clusters.http import EmployeeRequest


@require_GET
def scores(request: EmployeeRequest, talk_id: int) -> HttpResponse:
    """The scores of this talk beside those of earlier and later ones with the same resident."""
    talk, _ = find_talk(request, talk_id, Action.WRITE_TALK, "talk.scores_read")
    mine = KitchenTableTalk.objects.visible_to(request.user).filter(resident_id=talk.resident_id)
    cards = TalkCard.objects.filter(talk__in=mine).select_related("talk", "domain")
    moments = measured(cards)
    context = {"talk": talk, "moments": moments, "rows": compared(moments)}
    return render(request, "cases/talks/scores.html", context)
