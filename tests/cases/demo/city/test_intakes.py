"""The meldingen of the demo city: in every state, with rules to try and something to do."""

import pytest
from django.utils import timezone

from cases.intakes.deciding import try_on
from cases.intakes.figures import deviations, past_triages
from cases.intakes.lifecycle import NotificationState
from cases.models import AdviceContact, ConfirmationLetter, Triage, TriageVersion, WmoNotification

pytestmark = pytest.mark.usefixtures("city")


def test_nearly_every_state_is_there_and_the_rules_held():
    states = set(WmoNotification.objects.values_list("state", flat=True))

    assert states >= set(NotificationState) - {"no_follow_up"}
    assert WmoNotification.objects.filter(handler=None).exists()
    assert WmoNotification.objects.filter(is_urgent=True).exists()
    confirmed = WmoNotification.objects.exclude(confirmed_at=None)
    assert ConfirmationLetter.objects.count() == confirmed.count() > 5
    assert not WmoNotification.objects.filter(registered_at__gt=timezone.now()).exists()


def test_something_is_not_confirmed_in_time():
    assert WmoNotification.objects.selected("niet-bevestigd", timezone.now()).exists()


def test_the_draft_of_the_rules_has_something_to_try():
    draft = TriageVersion.objects.newest()

    assert draft.is_draft
    trial = try_on(list(draft.rules.all()), past_triages())
    assert 0 < trial.changed < trial.total == Triage.objects.count()
    assert 0 < deviations(TriageVersion.objects.live())[0].share < 50


def test_short_contacts_are_counted():
    assert AdviceContact.objects.count() == 24
