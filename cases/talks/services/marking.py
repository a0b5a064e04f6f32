"""Talk after all about what a professional knew already: the mark goes, the reason stays."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.permissions import GRANTS, Action
from cases.procedures.models import ProfessionalAssessment
from cases.talks.lifecycle import LIFECYCLE
from cases.talks.models import KitchenTableTalk
from clusters.models import User
from common.errors import RuleViolation


@transaction.atomic
def lift_mark(
    *, talk_id: int, domain_code: str, reason: str, by: User, at: datetime | None = None
) -> ProfessionalAssessment:
    """Take "niet opnieuw vragen" off a leefgebied, with the reason (GES-10).

    Rules: VP-7 (only with a reason; what was handed in stays readable), KT-7 (not after the end).
    Raises: RuleViolation without a reason, after the end, or when a colleague was first with
        another reason; ProfessionalAssessment.DoesNotExist; PermissionDenied.
    Effects: the mark is lifted, the reason sealed; audit line without the reason.
    """
    scope = KitchenTableTalk.objects.visible_to(by).select_related("notification")
    talk = scope.select_for_update(of=("self",)).get(pk=talk_id)
    decision = GRANTS.require(by, Action.WRITE_TALK, talk)
    LIFECYCLE.target("note", talk.state)
    words = reason.strip()
    if not words:
        raise RuleViolation("Schrijf op waarom u dit toch bespreekt.", field="reason")
    rows = ProfessionalAssessment.objects.of_melding(talk.notification)
    known = rows.select_for_update(of=("self",)).get(domain__code=domain_code)
    if known.is_lifted:
        if known.lifted_by_id == by.pk and known.why_lifted == words:
            return known
        raise RuleViolation(f"{known.lifted_by} schreef al op dat dit toch is besproken.")
    known.lifted_at, known.lifted_by = at or timezone.now(), by
    known.lift_reason = known.seal("lift_reason", words)
    known.save(update_fields=["lifted_at", "lifted_by", "lift_reason"])
    names = ["lifted_at", "lift_reason"]
    record("procedure.mark_lifted", known, by=by, decision=decision, fields=names)
    return known
