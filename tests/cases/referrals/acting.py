"""The acts on a referral as the tests ask for them."""

import uuid
from datetime import timedelta

from cases.advice.models import Recipient, Sharing
from cases.models import RecipientKind
from cases.referrals import services
from tests.factories.cases import MONDAY

TODAY, DAY = MONDAY.date(), timedelta(days=1)


def to(code="schuldhulp", organisation="Schuldhulp Haven", name=""):
    return Recipient(None, RecipientKind.objects.get(code=code), name, organisation)


def refer(question, by, recipient=None, **own):
    sharing = {name: own.pop(name) for name in ("data", "by_law", "reason") if name in own}
    key = own.pop("submission_key", None) or uuid.uuid4()
    wish = {"words": "Te veel schuld.", "referred_on": TODAY, "follow_up_on": TODAY + 14 * DAY}
    return services.make_referral(
        submission_key=key,
        file_id=question.file_id,
        question_id=own.pop("question_id", question.pk),
        recipient=recipient or to(),
        wish=services.ReferralWish(**wish | own),
        sharing=Sharing(**sharing),
        by=by,
    )


def follow(referral, by, came="yes", **own):
    return services.follow_up_referral(referral_id=referral.pk, came=came, by=by, **own)


def give_up(referral, by, words="Verhuisd."):
    return services.give_up_referral(referral_id=referral.pk, words=words, by=by)
