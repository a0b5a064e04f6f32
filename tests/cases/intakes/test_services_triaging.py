"""A triage keeps the answers, the advice as it was given and the choice (TR-1, TR-2)."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from audit.models import AuditEvent
from cases.intakes.services import Chosen, register_triage
from cases.models import Triage, TriageVersion
from common.errors import RuleViolation
from tests.factories.intakes import ANSWERS, NotificationFactory, TriageFactory, rules_version

pytestmark = pytest.mark.usefixtures("monday")
ADVISED = Chosen("city_hall", "single", "help")


@pytest.fixture
def triage(noord, cast):
    """Keep a triage of a melding of the handler: ``triage(chosen=…)``."""
    notification = NotificationFactory(team=noord, handler=cast.handler)

    def kept(**own):
        facts = {
            "notification_id": notification.pk,
            "submission_key": uuid.uuid4(),
            "facts": tuple(ANSWERS.values()),
            "version_number": 1,
            "chosen": ADVISED,
            "by": cast.handler,
        }
        return register_triage(**facts | own)

    return kept


def test_the_advice_is_kept_as_it_was_given(triage):
    version = rules_version()

    made = triage()

    assert (made.advice, made.complexity, made.involvement) == ("city_hall", "single", "help")
    assert "Wmo-voorziening" in made.explanation
    assert (made.version, made.deviates, made.facts) == (version, False, tuple(ANSWERS.values()))
    assert AuditEvent.objects.filter(code="notification.triaged").count() == 1


def test_another_choice_has_a_reason(triage):
    rules_version()

    with pytest.raises(RuleViolation) as refused:
        triage(chosen=Chosen("team", "single", "help", " "))
    assert refused.value.field == "deviation_reason"

    made = triage(chosen=Chosen("team", "single", "help", "Er speelt meer."))
    assert (made.deviates, made.deviation_reason) == (True, "Er speelt meer.")


def test_a_reason_without_a_deviation_is_not_kept(triage):
    rules_version()

    assert triage(chosen=Chosen("city_hall", "single", "help", "Zomaar.")).deviation_reason == ""


def test_without_rules_or_without_a_match_one_chooses_freely(triage):
    made = triage(version_number=None, chosen=Chosen("sst", "complex", "direction"))
    assert (made.version, made.advice, made.deviates) == (None, "", False)

    version = rules_version(rules=())
    made = triage(chosen=Chosen("sst", "complex", "direction"))
    assert (made.version, made.advice, made.deviates) == (version, "", False)


def test_a_draft_advises_nobody(triage):
    rules_version()
    rules_version(2, rules=(), draft=True)

    assert triage().advice == "city_hall"


def test_rules_that_changed_meanwhile_give_their_advice_first(triage):
    rules_version()
    rules_version(2)

    with pytest.raises(RuleViolation, match="intussen veranderd"):
        triage()
    assert not Triage.objects.exists()


def test_twice_is_one_triage_and_again_is_another(triage):
    rules_version()
    key = uuid.uuid4()

    assert triage(submission_key=key) == triage(submission_key=key)
    again = triage()

    assert Triage.objects.count() == 2
    assert again.notification.triages.first() == again


def test_what_is_over_is_not_triaged(triage, noord, cast):
    over = NotificationFactory(team=noord, withdrawn=True, handler=cast.handler)

    with pytest.raises(RuleViolation, match="afgerond"):
        triage(notification_id=over.pk, version_number=None)


@pytest.mark.parametrize("person", ["team_worker", "outsider_worker", "application_manager"])
def test_somebody_else_triages_nothing(triage, cast, person):
    with pytest.raises(PermissionDenied):
        triage(by=getattr(cast, person), version_number=None)


@pytest.mark.parametrize(
    "fault",
    [{"deviates": True}, {"deviation_reason": "Zomaar."}, {"network": ""}, {"request_kind": ""}],
    ids=str,
)
def test_the_database_refuses(fault):
    with pytest.raises(IntegrityError):
        TriageFactory(**fault)


def test_there_is_one_draft():
    rules_version(1, draft=True)

    with pytest.raises(IntegrityError):
        rules_version(2, draft=True)
    assert str(TriageVersion(number=3)) == "versie 3"
