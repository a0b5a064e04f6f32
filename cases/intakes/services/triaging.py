"""The triage of one melding: the answers, the advice of the rules, and what the worker chose."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cases.intakes.deciding import Facts, decide
from cases.intakes.models import NotificationAct, WmoNotification
from cases.intakes.models.triage import FACTS, Triage, TriageRule, TriageVersion
from cases.intakes.services.tracing import create_trace
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.errors import RuleViolation


@dataclass(frozen=True)
class Chosen:
    """What the worker chose; ``reason`` when that differs from the advice."""

    advice: str
    complexity: str
    involvement: str
    reason: str = ""


@transaction.atomic
def register_triage(
    *,
    notification_id: int,
    submission_key: uuid.UUID,
    facts: Facts,
    version_number: int | None,
    chosen: Chosen,
    by: User,
    at: datetime | None = None,
) -> Triage:
    """Keep a triage with the advice as it was given; ``version_number`` is that of the screen.

    Rules: TR-1 (an explained advice, from the rules in use), TR-2 (another choice has a reason).
    Raises: RuleViolation when the rules changed, the melding is over or a reason is missing;
        PermissionDenied.
    Effects: a triage; audit line.
    """
    notification = WmoNotification.objects.select_for_update().get(pk=notification_id)
    decision = GRANTS.require(by, Action.TRIAGE_NOTIFICATION, notification)
    if sent := Triage.objects.filter(submission_key=submission_key, by=by).first():
        return sent
    if not notification.is_open:
        raise RuleViolation("Deze melding is afgerond en kan alleen nog gelezen worden.")
    live = _live(version_number)
    triage = Triage(submission_key=submission_key, at=at or timezone.now(), by=by, version=live)
    triage.notification, triage.resident_id = notification, notification.resident_id
    _choose(triage, facts, _rule_of(live, facts), chosen)
    triage.save()
    create_trace(
        notification=notification,
        act=NotificationAct.TRIAGED,
        by=by,
        at=triage.at,
        decision=decision,
        note=triage.get_chosen_advice_display(),
    )
    return triage


def _live(version_number: int | None) -> TriageVersion | None:
    """The rules in use, when they are those of the screen."""
    live = TriageVersion.objects.live()
    if (live and live.number) != version_number:
        raise RuleViolation("De regels zijn intussen veranderd. Vraag het advies opnieuw.")
    return live


def _rule_of(live: TriageVersion | None, facts: Facts) -> TriageRule | None:
    """The rule that advises; None without rules or without a match."""
    if live is None:
        return None
    rules = list(live.rules.all())
    place = decide(rules, facts)
    return None if place is None else rules[place]


def _choose(triage: Triage, facts: Facts, rule: TriageRule | None, chosen: Chosen) -> None:
    """Answers, advice and choice side by side; a reason when and only when the last two differ."""
    for name, answer in zip(FACTS, facts, strict=True):
        setattr(triage, name, answer)
    wanted = (chosen.advice, chosen.complexity, chosen.involvement)
    triage.chosen_advice, triage.chosen_complexity, triage.chosen_involvement = wanted
    if rule is not None:
        triage.advice, triage.complexity, triage.involvement = rule.outcome
        triage.explanation = rule.reason
    triage.deviates = rule is not None and rule.outcome != wanted
    if triage.deviates and not chosen.reason.strip():
        text = "Schrijf op waarom u iets anders kiest dan het advies."
        raise RuleViolation(text, field="deviation_reason")
    triage.deviation_reason = chosen.reason if triage.deviates else ""
