"""The decision is announced: the letter goes out, once, and stays as it went (AWB 3:41)."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from audit.services import record
from cases.decisions.letter import decision_letter
from cases.decisions.lifecycle import LIFECYCLE, ApplicationState
from cases.decisions.models import REPLACING, Application, Decision, DecisionOutcome
from cases.decisions.replacing import too_early
from cases.decisions.terms import objection_end
from cases.decisions.tracing import leave, lock_application
from cases.dossiers.models import LineKind
from cases.intakes.letter import stamp_of
from cases.intakes.models.letters import LetterWay
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.deadlines import local_day
from common.errors import RuleViolation


@transaction.atomic
def send_decision(
    *, application_id: int, way: str, stamp: str, by: User, at: datetime | None = None
) -> Application:
    """Freeze the letter that was looked at and write down that it went out today.

    Rules: AB-10 (as it was shown, with the remedies; from the next day the objection term runs),
        AB-3 (the two weeks end here), AB-19 (sent twice is one letter), AB-23 (an earlier decision
        that it changes keeps its words and ends).
    Raises: RuleViolation when nothing was decided or the letter changed; PermissionDenied.
    Effects: the letter, the last day for an objection, the end; a line; audit line.
    """
    at = at or timezone.now()
    application = lock_application(application_id, by)
    allowed = GRANTS.require(by, Action.WRITE_DECISION, application)
    if application.state == ApplicationState.SENT:
        return application
    application.state = LIFECYCLE.target("send", application.state)
    decision = Decision.objects.whole().get(application=application)
    decision.application = application
    _freeze(decision, stamp, local_day(at))
    decision.way, decision.sent_by = LetterWay(way), by
    decision.save(update_fields=["letter", "sent_on", "sent_by", "way", "objection_until"])
    application.ended_at = at
    application.save(update_fields=["state", "ended_at"])
    words = DecisionOutcome(decision.outcome).label
    if decision.outcome in REPLACING:
        words = _replace(decision, local_day(at), by)
    leave(application, LineKind.DECIDED, by=by, at=at, words=words)
    fields = ["letter", "sent_on", "objection_until"]
    record("decision.sent", decision, by=by, decision=allowed, fields=fields)
    return application


def _replace(decision: Decision, day: date, by: User) -> str:
    """The decision that was changed ends; what it said and granted stays. The words of the line."""
    late = too_early(decision, day)
    if late:
        raise RuleViolation(f"{late[0]} Heropen het besluit en kies een andere dag.")
    rows = Decision.objects.select_related("application").select_for_update(of=("self",))
    earlier = rows.get(revisions=decision.application)
    earlier.replaced_by = decision
    earlier.save(update_fields=["replaced_by"])
    record("decision.replaced", earlier, by=by, fields=["replaced_by"])
    label = DecisionOutcome(decision.outcome).label
    return f"{label}: {earlier.application}, vanaf {decision.effective_on:%d-%m-%Y}."


def _freeze(decision: Decision, stamp: str, day: date) -> None:
    """The letter of today, when it is the one the page showed."""
    content = decision_letter(decision, list(decision.provisions.all()), day)
    if stamp_of(content) != stamp:
        raise RuleViolation("De brief is intussen veranderd. Lees hem opnieuw.", field="stamp")
    decision.freeze(content)
    decision.sent_on, decision.objection_until = day, objection_end(day)
