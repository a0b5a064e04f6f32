"""Referrals, in the smallest valid record."""

import uuid
from datetime import timedelta
from typing import Any

import factory

from cases.advice.models import SharedBy, Told
from cases.referrals.lifecycle import ReferralState
from cases.referrals.models import Referral
from tests.factories.advice import consent_for, kind
from tests.factories.cases import MONDAY
from tests.factories.dossiers import HelpRequestFactory

DAY = timedelta(days=1)


class ReferralFactory(factory.django.DjangoModelFactory):
    """To the schuldhulp on Monday, asked about two weeks later."""

    class Meta:
        model = Referral

    class Params:
        arrived = factory.Trait(
            state=ReferralState.ARRIVED,
            ended_at=MONDAY,
            ended_by=factory.SelfAttribute("file.director"),
        )

    uuid = factory.LazyFunction(uuid.uuid4)
    question = factory.SubFactory(HelpRequestFactory)
    file = factory.SelfAttribute("question.file")
    resident = factory.SelfAttribute("file.resident")
    recipient_kind = factory.LazyFunction(lambda: kind("schuldhulp"))
    shared_by = SharedBy.CONSENT
    consent = factory.LazyAttribute(lambda row: consent_for(row.resident, "schuldhulp"))
    referred_on = MONDAY.date()
    recorded_at = MONDAY
    recorded_by = factory.SelfAttribute("file.director")
    follow_up_on = MONDAY.date() + 14 * DAY

    @classmethod
    def _create(cls, model_class: Any, *args: Any, words: str = "Te veel schuld.", **own: Any):
        referral = model_class(**own)
        referral.keep_told(Told(words, "", "Schuldhulp Haven"))
        referral.save(force_insert=True)
        return referral
