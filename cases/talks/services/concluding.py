"""The end of a talk: what is written is complete, frozen, and becomes a report."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import GRANTS, Action
from cases.talks.lifecycle import LIFECYCLE
from cases.talks.models import KitchenTableTalk
from cases.talks.services.reporting import create_report
from clusters.models import User
from common.errors import RuleViolation


@transaction.atomic
def conclude_talk(*, talk_id: int, by: User, at: datetime | None = None) -> KitchenTableTalk:
    """Freeze the talk and make the draft of the onderzoeksverslag from it.

    Rules: KT-3 (what is written names its question, H13), KT-4, KT-5 (maatwerk with the reasons
        why the earlier solutions did not suffice), KT-7 (nothing changes afterwards).
    Raises: RuleViolation that names the leefgebied in the way; PermissionDenied.
    Effects: the talk is concluded, a report is drafted; audit lines.
    """
    at = at or timezone.now()
    scope = KitchenTableTalk.objects.visible_to(by)
    talk = scope.select_for_update(of=("self",)).get(pk=talk_id)
    decision = GRANTS.require(by, Action.CONCLUDE_TALK, talk)
    talk.state = LIFECYCLE.target("conclude", talk.state)
    for card in talk.cards.select_related("domain"):
        for fault in card.faults():
            raise RuleViolation(f"{card}: {fault}")
    talk.ended_at = at
    talk.save(update_fields=["state", "ended_at"])
    record("talk.concluded", talk, by=by, decision=decision, fields=["state"])
    create_report(talk_id=talk.pk, by=by, at=at)
    return talk
