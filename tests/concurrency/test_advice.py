"""An adviesvraag is answered and taken back at the same moment (AV-7, AV-8), and told of once."""

from datetime import timedelta
from functools import partial

import pytest

from audit.models import AuditEvent
from cases.advice.models import AdviceRequest
from cases.advice.services import remind_of_advice
from clusters.models import Notice, User
from tests.cases.advice.acting import answer, withdraw
from tests.concurrency.conftest import done, refused, together
from tests.factories.advice import AdviceFactory
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileFactory

ROUNDS = range(5)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def me(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def test_of_an_answer_and_a_withdrawal_at_once_one_wins(cast, noord):
    file = FileFactory(team=noord, director=cast.handler)
    for number in ROUNDS:
        advice = AdviceFactory(file=file, adviser=cast.team_worker)

        results = together(
            partial(answer, advice, me(cast.team_worker)),
            partial(withdraw, advice, me(cast.handler)),
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
        kept = AdviceRequest.objects.get(pk=advice.pk)
        assert kept.state == done(results)[0].state
        assert file.lines.count() == number + 1
        ends = AuditEvent.objects.filter(code__in=("advice.answered", "advice.withdrawn"))
        assert ends.count() == number + 1


def test_two_workers_tell_once(cast, noord):
    file = FileFactory(team=noord, director=cast.handler)
    for _ in range(6):
        AdviceFactory(file=file, adviser=cast.team_worker)
    late = MONDAY + timedelta(days=9)

    together(*[partial(remind_of_advice, at=late)] * 3)

    assert Notice.objects.count() == 12
    assert not AdviceRequest.objects.to_remind(late).exists()
