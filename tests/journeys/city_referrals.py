"""Referrals in the test city: open, late, arrived, given up and long."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from cases.dossiers.models import ResidentFile
from cases.referrals import services
from cases.referrals.models import Referral
from clusters.models import Team
from tests.factories.advice import consent_for
from tests.factories.cases import ResidentFactory
from tests.factories.dossiers import FileFactory, HelpRequestFactory
from tests.factories.referrals import ReferralFactory
from tests.journeys.city import LONG_NAME, LONG_WORD, TEAM, City

ME = "handler"
DAY = timedelta(days=1)


def furnish(city: City) -> None:
    """Refer; ``city.things`` knows them by name."""
    me, things = city.people[ME], city.things
    for name in ("open", "late", "arrived", "given-up", "long"):
        referral = _referral(city, name)
        things[f"referral-{name}"] = referral.pk
        if name == "open":
            things["referral-question"] = [referral.file_id, referral.question_id]
    services.follow_up_referral(
        referral_id=things["referral-arrived"],
        came="yes",
        words="Het eerste gesprek was er.",
        by=me,
    )
    services.give_up_referral(referral_id=things["referral-given-up"], words="Verhuisd.", by=me)


def _referral(city: City, name: str) -> Referral:
    now, today = timezone.now(), timezone.localdate()
    known = ResidentFactory(name=LONG_NAME if name == "long" else f"Inwoner W {name}")
    own = {"team": Team.objects.get(code=TEAM), "director": city.people[ME], "opened_at": now}
    file: ResidentFile = FileFactory(resident=known, **own)
    days = {
        "referred_on": today - 9 * DAY,
        "follow_up_on": today + (DAY if name == "open" else -DAY),
    }
    words = LONG_WORD[:1900] if name == "long" else "Er zijn schulden bij zes schuldeisers."
    facts: dict[str, Any] = {"recorded_at": now, "words": words, **days}
    facts["consent"] = consent_for(known, "schuldhulp", given_on=today)
    question = HelpRequestFactory(file=file, asked_at=now)
    made: Referral = ReferralFactory(question=question, **facts)
    return made
