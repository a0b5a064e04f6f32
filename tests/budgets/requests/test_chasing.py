"""Advances to ask after: of whom they are, and never more than one may see (MB-22, row 11)."""

import uuid
from types import SimpleNamespace

import pytest

from budgets.requests import services
from budgets.requests.models import BudgetRequest
from cases.dossiers.models import ResidentFile
from cases.waakvlam.models import Waakvlam
from clusters.models import User
from tests.factories import MembershipFactory
from tests.factories.budgets import DAY, in_state
from tests.factories.cases import MONDAY
from tests.factories.waakvlam import WaakvlamFactory

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()


def chased(person):
    """What they ask after, of what is due; as a request has them, without anything remembered."""
    user, day = User.objects.get(pk=person.pk), TODAY + 100 * DAY
    rows = BudgetRequest.objects
    found = [*rows.to_chase(user, day), *rows.to_chase_in_files(user, day)]
    assert len(found) == len(set(found))
    return set(found)


@pytest.fixture
def advances(budget):
    """Three of the handler: in a dossier of a colleague, of a waakvlam, and of the own dossier."""
    cast = budget.cast
    directed, kept, own = (in_state(budget, "open") for _ in range(3))
    ResidentFile.objects.filter(pk=directed.file_id).update(director=cast.team_worker)
    waakvlam = WaakvlamFactory(team=budget.noord, owner=cast.team_worker, deputy=cast.handler)
    facts = {"file": None, "waakvlam": waakvlam, "resident": waakvlam.resident}
    BudgetRequest.objects.filter(pk=kept.pk).update(**facts)
    return SimpleNamespace(directed=directed, kept=kept, own=own, waakvlam=waakvlam)


def test_of_who_asked_who_directs_and_who_keeps_it_each_once(budget, advances):
    cast = budget.cast

    assert chased(cast.handler) == {advances.directed, advances.kept, advances.own}
    assert chased(cast.team_worker) == {advances.directed, advances.kept}
    in_files = BudgetRequest.objects.to_chase_in_files
    assert list(in_files(cast.team_worker, TODAY + 100 * DAY)) == [advances.directed]
    assert not in_files(cast.handler, TODAY + 100 * DAY).exists()


def test_nobody_asks_after_what_they_may_not_see(budget, advances):
    cast = budget.cast
    gone = MembershipFactory(team=cast.elsewhere).user
    Waakvlam.objects.filter(pk=advances.waakvlam.pk).update(owner=gone)  # and left the team

    for person in (*vars(cast).values(), gone):
        if isinstance(person, User):
            seen = set(BudgetRequest.objects.visible_to(person))
            assert chased(person) <= seen, person
    assert chased(gone) == set()
    MembershipFactory(user=gone, team=budget.noord)
    assert chased(gone) == {advances.kept}


def test_what_is_open_again_in_a_closed_dossier_is_still_asked_after(budget, advances):
    """A repayment that was undone: nothing else opens an advance behind a dossier (MB-16)."""
    cast, request = budget.cast, advances.directed
    told = {"submission_key": uuid.uuid4(), "request_id": request.pk, "by": cast.controller}
    services.register_repayment(amount=request.owed_cents, at=MONDAY, **told)
    closed = ResidentFile.objects.filter(pk=request.file_id)
    closed.update(state="closed", opened_at=MONDAY - DAY, ended_at=MONDAY)
    assert request not in chased(cast.team_worker)

    services.undo_repayment(at=MONDAY, **told)

    assert request in chased(cast.team_worker)
    assert request in chased(cast.handler)
