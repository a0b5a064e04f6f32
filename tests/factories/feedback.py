"""Feedback to referrers, in the smallest valid record."""

import uuid
from datetime import timedelta
from typing import Any

import factory

from cases.advice.models import Recipient
from cases.feedback.lifecycle import FeedbackState
from cases.feedback.models import Feedback, WhyNot
from tests.factories.advice import kind
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory

DAY = timedelta(days=1)


class FeedbackFactory(factory.django.DjangoModelFactory):
    """A huisarts referred on Monday, and hears within two weeks."""

    class Meta:
        model = Feedback

    class Params:
        dropped = factory.Trait(
            state=FeedbackState.DROPPED,
            why_not=WhyNot.REFUSED,
            ended_at=MONDAY,
            ended_by=factory.SelfAttribute("file.director"),
        )

    uuid = factory.LazyFunction(uuid.uuid4)
    file = factory.SubFactory(FileFactory)
    resident = factory.SelfAttribute("file.resident")
    recipient_kind = factory.LazyFunction(lambda: kind("huisarts"))
    referred_on = MONDAY.date()
    due_on = MONDAY.date() + 14 * DAY
    recorded_at = MONDAY
    recorded_by = factory.SelfAttribute("file.director")

    @classmethod
    def _create(
        cls, model_class: Any, *args: Any, organisation: str = "Huisartsen Haven", **own: Any
    ) -> Any:
        feedback = model_class(**own)
        feedback.keep_referrer(Recipient(None, None, "", organisation))
        feedback.save(force_insert=True)
        return feedback
