"""What the database holds, who sees it, and what opens only in its own place."""

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from cases.models import Feedback
from clusters.models import User
from tests.cases.feedback.acting import DAY, TODAY
from tests.factories.cases import MONDAY
from tests.factories.feedback import FeedbackFactory


def test_only_who_works_in_the_dossier_sees_it(feedback, cast):
    people = {name: who for name, who in vars(cast).items() if isinstance(who, User)}
    seeing = {name for name, who in people.items() if Feedback.objects.visible_to(who).exists()}
    assert seeing == {"handler"}


def test_who_referred_is_sealed(feedback, file):
    other = FeedbackFactory(file=file, organisation="Kanarie")
    assert b"Haven" not in bytes(feedback.content)
    assert Feedback.objects.get(pk=feedback.pk).referrer == "Huisartsen Haven"
    Feedback.objects.filter(pk=feedback.pk).update(content=other.content)
    with pytest.raises(InvalidTag):
        _ = Feedback.objects.get(pk=feedback.pk).referrer


def test_the_database_refuses_what_cannot_be(feedback, consent, cast):
    sent = {
        "state": "sent", "phrase": "helped", "way": "phone", "told_on": TODAY,
        "consent": consent, "ended_at": MONDAY, "ended_by": cast.handler,
    }  # fmt: skip
    wrong = [{**sent, name: None} for name in ("told_on", "consent", "ended_at", "ended_by")]
    wrong += [{**sent, "phrase": ""}, {**sent, "way": "fax"}, {**sent, "why_not": "refused"}]
    wrong += [{"state": "dropped"}, {"why_not": "refused"}, {"due_on": TODAY - DAY}]
    for change in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            Feedback.objects.filter(pk=feedback.pk).update(**change)
    assert Feedback.objects.filter(pk=feedback.pk).update(**sent) == 1


def test_it_is_work_two_weeks_ahead_of_the_casusregisseur(feedback, cast):
    def due(person, ahead=0):
        return Feedback.objects.work_of(person, TODAY + ahead * DAY).exists()

    assert (due(cast.handler), due(cast.team_worker), due(cast.team_manager)) == (True, 0, 0)
    Feedback.objects.update(due_on=TODAY + 20 * DAY)
    assert (due(cast.handler, 5), due(cast.handler, 6)) == (False, True)
