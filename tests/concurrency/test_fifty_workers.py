"""Fifty workers, a thousand requests: each is taken once, and who was too late is told by whom."""

from collections import Counter
from time import monotonic

import pytest

from audit.models import AuditEvent
from cases.callbacks.services import claim_callback
from cases.models import CallbackRequest, CallbackStep
from clusters.models import User
from common.errors import RuleViolation
from tests.concurrency.conftest import together
from tests.factories import MembershipFactory, PartnerOrganisationFactory, UserFactory
from tests.factories.cases import CallbackFactory

WORKERS, REQUESTS, RIVALS = 50, 1000, 5


@pytest.mark.postgres
def test_fifty_workers_take_a_thousand_requests_once_each(noord, report):
    home = PartnerOrganisationFactory()
    people = [MembershipFactory(team=noord, organisation=home).user for _ in range(WORKERS)]
    numbers = _requests(noord)
    began = monotonic()

    results = together(*(_shift(person, share) for person, share in _shares(people, numbers)))

    won = [number for wins, _ in results for number in wins]
    lost = [loss for _, losses in results for loss in losses]
    handlers = dict(CallbackRequest.objects.values_list("pk", "handler_id"))
    names = {person.pk: str(person) for person in people}
    report(
        f"{WORKERS} workers, {REQUESTS} requests, {RIVALS} rivals for each: {len(won)} taken, "
        f"{len(lost)} told they were too late, {monotonic() - began:.1f} s"
    )
    assert sorted(won) == numbers
    assert len(lost) == REQUESTS * (RIVALS - 1)
    assert lost == [
        (number, f"{names[handlers[number]]} was u voor en heeft dit al opgepakt.")
        for number, _ in lost
    ]
    assert handlers == {
        number: person.pk
        for person, (wins, _) in zip(people, results, strict=True)
        for number in wins
    }
    assert AuditEvent.objects.filter(code="callback.claimed").count() == REQUESTS
    assert CallbackStep.objects.filter(step="claimed").count() == REQUESTS


def _requests(team):
    """A thousand waiting requests of one team."""
    first = CallbackFactory(team=team)
    more = CallbackFactory.build_batch(
        REQUESTS - 1,
        team=team,
        cluster=team.cluster,
        resident=first.resident,
        subject=first.subject,
        registered_by=UserFactory(),
        registered_in=first.registered_in,
    )
    CallbackRequest.objects.bulk_create(more)
    return sorted(CallbackRequest.objects.values_list("pk", flat=True))


def _shares(people, numbers):
    """Who tries which requests, all in the same order, so that rivals meet at each of them."""
    tries = Counter()
    for index, person in enumerate(people):
        share = [
            number
            for place, number in enumerate(numbers)
            if (index - place) % WORKERS in range(RIVALS)
        ]
        tries.update(share)
        yield person, share
    assert set(tries.values()) == {RIVALS}


def _shift(person, share):
    """One worker who tries every request of a share."""

    def work():
        me, wins, losses = User.objects.get(pk=person.pk), [], []
        for number in share:
            try:
                claim_callback(callback_id=number, by=me)
                wins.append(number)
            except RuleViolation as refusal:
                losses.append((number, str(refusal)))
        return wins, losses

    return work
