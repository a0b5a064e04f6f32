"""Two people, or two clicks, in the mandate register at the same moment (MD-5, MD-10)."""

import uuid
from functools import partial

import pytest

from audit.models import AuditEvent
from cases.mandates.services import create_mandate, end_mandate
from cases.models import Mandate
from clusters.models import Notice, Role, User
from tests.cases.mandates.conftest import adviser, municipality, terms
from tests.concurrency.conftest import done, refused, together
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY
from tests.factories.mandates import MandateFactory

__all__ = ["adviser", "municipality", "terms"]

ROUNDS = range(5)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def me(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def test_three_clicks_give_one_mandate_and_one_notice(cast, terms):
    keeper = cast.application_manager
    for _ in ROUNDS:
        act = partial(
            create_mandate, submission_key=uuid.uuid4(), terms=terms, names_organisation=False
        )

        results = together(*(partial(act, by=me(keeper)) for _ in range(3)))

        mandates = {mandate.pk for mandate in done(results)}
        assert (len(mandates), len(done(results))) == (1, 3)
    assert [row.products.count() for row in Mandate.objects.all()] == [1] * len(ROUNDS)
    assert Notice.objects.filter(person=terms.holder).count() == len(ROUNDS)
    assert AuditEvent.objects.filter(code="mandate.given").count() == len(ROUNDS)


def test_of_two_who_end_a_mandate_one_is_told(cast):
    keepers = (cast.application_manager, MembershipFactory(role=Role.APPLICATION_MANAGER).user)
    for _ in ROUNDS:
        mandate = MandateFactory()
        act = partial(end_mandate, mandate_id=mandate.pk, ended_from=MONDAY.date())

        results = together(*(partial(act, reason=f"Door {who}", by=me(who)) for who in keepers))

        assert (len(done(results)), len(refused(results))) == (1, 1)
        kept = Mandate.objects.get(pk=mandate.pk)
        assert kept.end_reason == f"Door {kept.ended_by}"
        assert Notice.objects.filter(person=mandate.holder).count() == 1
