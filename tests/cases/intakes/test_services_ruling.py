"""Rules are written as a draft, tried and published; nobody overwrites a colleague (TR-3, TR-4)."""

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import AuditEvent
from cases.intakes.deciding import PROPOSAL
from cases.intakes.services import change_rules, publish_rules
from cases.models import TriageVersion
from common.errors import RuleViolation
from tests.factories.intakes import rules_version

pytestmark = pytest.mark.usefixtures("monday")
OTHER = PROPOSAL[1:]


def test_the_first_draft_begins_without_a_version(cast):
    draft = change_rules(stamp="", rules=PROPOSAL, by=cast.application_manager)

    assert (draft.number, draft.is_draft) == (1, True)
    assert [rule.content for rule in draft.rules.all()] == [rule.content for rule in PROPOSAL]
    assert TriageVersion.objects.live() is None


def test_a_published_version_never_changes(cast):
    live = rules_version()
    before = live.stamp

    draft = change_rules(stamp=before, rules=OTHER, by=cast.application_manager)

    assert (draft.number, TriageVersion.objects.live().stamp) == (2, before)
    again = change_rules(stamp=draft.stamp, rules=PROPOSAL[2:], by=cast.application_manager)
    assert again.pk == draft.pk
    assert again.rules.count() == len(PROPOSAL) - 2


def test_nothing_changed_is_no_draft(cast):
    live = rules_version()

    assert change_rules(stamp="oud", rules=PROPOSAL, by=cast.application_manager) == live
    assert not AuditEvent.objects.filter(code="triage_rules.changed").exists()


def test_a_colleague_who_was_first_is_not_overwritten(cast):
    live = rules_version()
    change_rules(stamp=live.stamp, rules=OTHER, by=cast.application_manager)

    with pytest.raises(RuleViolation) as refused:
        change_rules(stamp=live.stamp, rules=PROPOSAL[3:], by=cast.application_manager)
    assert refused.value.field == "stamp"


@pytest.mark.parametrize("rules", [(), PROPOSAL * 4])
def test_none_or_too_many_rules_are_refused(cast, rules):
    with pytest.raises(RuleViolation):
        change_rules(stamp="", rules=rules, by=cast.application_manager)


def test_what_was_tried_is_published_once(cast):
    draft = rules_version(draft=True)

    for _ in range(2):
        publish_rules(stamp=draft.stamp, by=cast.application_manager)

    assert TriageVersion.objects.live() == draft
    assert AuditEvent.objects.filter(code="triage_rules.published").count() == 1


def test_what_nobody_tried_is_not_published(cast):
    rules_version(draft=True)

    with pytest.raises(RuleViolation, match="Bekijk de proef opnieuw"):
        publish_rules(stamp="oud", by=cast.application_manager)


def test_without_rules_there_is_nothing_to_publish(cast):
    with pytest.raises(RuleViolation, match="nog geen regels"):
        publish_rules(stamp="", by=cast.application_manager)


@pytest.mark.parametrize("person", ["team_manager", "handler", "help_desk", "general_manager"])
def test_only_the_administrator_keeps_the_rules(cast, person):
    with pytest.raises(PermissionDenied):
        change_rules(stamp="", rules=PROPOSAL, by=getattr(cast, person))
    with pytest.raises(PermissionDenied):
        publish_rules(stamp="", by=getattr(cast, person))
