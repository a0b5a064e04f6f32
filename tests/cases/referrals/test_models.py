"""Who knows that a referral exists, what is sealed, and what the database refuses."""

from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from cases.referrals.lights import light_of
from cases.referrals.models import Referral
from clusters.models import Role
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileColleagueFactory
from tests.factories.referrals import ReferralFactory

DAY = timedelta(days=1)
SECRET = "Kanarie in de verwijzing"


def test_a_referral_exists_for_who_works_in_the_dossier(question, cast):
    ReferralFactory(question=question)
    FileColleagueFactory(file=question.file, employee=cast.city_hall_team)

    for role in Role:
        seen = Referral.objects.visible_to(getattr(cast, role.value)).exists()
        assert seen == (role == "city_hall_team"), role
    assert Referral.objects.visible_to(cast.handler).exists()
    assert Referral.objects.to_follow_up(cast.handler).exists()
    for person in (cast.city_hall_team, cast.team_manager):
        assert not Referral.objects.to_follow_up(person).exists()


def test_every_word_is_sealed_and_opens_again(question):
    referral = ReferralFactory(question=question, words=SECRET)
    referral.result = referral.shut("result", SECRET)

    kept = (referral.content, referral.result)
    assert [SECRET.encode() in bytes(each) for each in kept] == [False, False]
    assert (referral.told.words, referral.outcome) == (SECRET, SECRET)
    other = ReferralFactory(question=question)
    other.content, other.result = kept
    for name in ("told", "words", "outcome"):
        other.__dict__.pop(name, None)
    for name in ("told", "outcome"):
        with pytest.raises(InvalidTag):
            getattr(other, name)


@pytest.mark.parametrize(
    "fault",
    [
        {"shared_by": "anonymous"},
        {"follow_up_on": MONDAY.date() - DAY},
        {"state": "given_up", "ended_at": MONDAY},
        {"state": "arrived"},
        {"ended_at": MONDAY},
        {"result": b"x"},
    ],
    ids=str,
)
def test_the_database_refuses_a_referral_that_cannot_be(question, fault):
    ReferralFactory(question=question)

    with pytest.raises(IntegrityError), transaction.atomic():
        Referral.objects.update(**fault)


@pytest.mark.parametrize(
    ("own", "days", "light"),
    [
        ({}, 13, ("ok", "Verwezen")),
        ({}, 14, ("warning", "vraag of het lukte")),
        ({}, 15, ("late", "vraag of het lukte")),
        ({"arrived": True}, 15, ("ok", "Aangekomen")),
    ],
    ids=str,
)
def test_the_light_says_what_must_be_done(question, own, days, light):
    found = light_of(ReferralFactory(question=question, **own), MONDAY + days * DAY)

    assert (found.kind, found.text) == light
