"""A referral is followed up and given up at the same moment: one end (VW-4, VW-5)."""

from functools import partial

import pytest

from cases.referrals.models import Referral
from clusters.models import User
from tests.cases.referrals.acting import follow, give_up
from tests.concurrency.conftest import done, refused, together
from tests.factories.dossiers import FileFactory, HelpRequestFactory
from tests.factories.referrals import ReferralFactory

ROUNDS = range(5)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def test_of_an_answer_and_giving_up_at_once_one_wins(cast, noord):
    question = HelpRequestFactory(file=FileFactory(team=noord, director=cast.handler))
    for number in ROUNDS:
        referral = ReferralFactory(question=question)
        people = [User.objects.get(pk=cast.handler.pk) for _ in range(2)]

        results = together(
            partial(follow, referral, people[0]), partial(give_up, referral, people[1])
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert Referral.objects.get(pk=referral.pk).state == done(results)[0].state
        assert question.file.lines.count() == number + 1
