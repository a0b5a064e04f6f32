"""The rules of triage: written as a draft, tried on the past, published as a version (TRI-1)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from audit.services import record
from cases.intakes.deciding import RuleText
from cases.intakes.models.triage import FACTS, MOST_RULES, TriageRule, TriageVersion
from cases.permissions import GRANTS, Action
from clusters.models import User
from common.errors import RuleViolation

CHANGED_MEANWHILE = "Een collega heeft de regels intussen gewijzigd."


@transaction.atomic
def change_rules(
    *, stamp: str, rules: Sequence[RuleText], by: User, at: datetime | None = None
) -> TriageVersion:
    """Keep these rules as the draft; the rules in use stay as they are.

    ``stamp`` is that of the version the administrator began with, empty when there was none.

    Rules: TR-3 (a published version never changes; nobody overwrites a colleague unseen).
    Raises: RuleViolation, at ``stamp`` when a colleague was first; PermissionDenied.
    Effects: perhaps a new draft; audit line, unless nothing changed.
    """
    decision = GRANTS.require(by, Action.MAINTAIN_TRIAGE)
    _check(rules)
    newest = _newest()
    if newest and [rule.content for rule in newest.rules.all()] == [r.content for r in rules]:
        return newest
    if (newest.stamp if newest else "") != stamp:
        raise RuleViolation(CHANGED_MEANWHILE, field="stamp")
    draft = _draft_after(newest, by, at or timezone.now())
    TriageRule.objects.bulk_create(
        TriageRule(
            version=draft,
            position=position,
            advice=rule.advice,
            complexity=rule.complexity,
            involvement=rule.involvement,
            reason=rule.reason,
            **dict(zip(FACTS, rule.facts, strict=True)),
        )
        for position, rule in enumerate(rules, start=1)
    )
    record("triage_rules.changed", draft, by=by, decision=decision, fields=["rules"])
    return _reread(draft)


@transaction.atomic
def publish_rules(*, stamp: str, by: User, at: datetime | None = None) -> TriageVersion:
    """From now on these rules advise; earlier triages keep the advice they got.

    ``stamp`` is that of the draft whose trial was looked at. Sent twice, it is one version.

    Rules: TR-3 (publish what was looked at), TR-4 (after the trial).
    Raises: RuleViolation when it changed meanwhile or there is no draft; PermissionDenied.
    Effects: audit line.
    """
    decision = GRANTS.require(by, Action.MAINTAIN_TRIAGE)
    draft = _newest()
    if draft is None:
        raise RuleViolation("Er zijn nog geen regels.")
    if not draft.is_draft and draft.published_by_id == by.pk:
        return draft
    if draft.stamp != stamp or not draft.is_draft:
        raise RuleViolation(f"{CHANGED_MEANWHILE} Bekijk de proef opnieuw.")
    draft.published_at, draft.published_by = at or timezone.now(), by
    draft.save(update_fields=["published_at", "published_by"])
    fields = ["published_at", "published_by"]
    record("triage_rules.published", draft, by=by, decision=decision, fields=fields)
    return draft


def _newest() -> TriageVersion | None:
    """The newest version, locked together with the right to make a next one."""
    rows = TriageVersion.objects.select_for_update().order_by("-number")
    newest = rows.first()
    return None if newest is None else _reread(newest)


def _reread(version: TriageVersion) -> TriageVersion:
    return TriageVersion.objects.prefetch_related("rules").get(pk=version.pk)


def _draft_after(newest: TriageVersion | None, by: User, at: datetime) -> TriageVersion:
    """The draft that is there, emptied, or a new one."""
    if newest is not None and newest.is_draft:
        newest.rules.all().delete()
        newest.made_at, newest.made_by = at, by
        newest.save(update_fields=["made_at", "made_by"])
        return newest
    number = newest.number + 1 if newest else 1
    try:
        with transaction.atomic():
            return TriageVersion.objects.create(number=number, made_at=at, made_by=by)
    except IntegrityError:
        raise RuleViolation(CHANGED_MEANWHILE, field="stamp") from None


def _check(rules: Sequence[RuleText]) -> None:
    if not rules:
        raise RuleViolation("Schrijf minstens één regel.")
    if len(rules) > MOST_RULES:
        raise RuleViolation(f"Er zijn hoogstens {MOST_RULES} regels.")
