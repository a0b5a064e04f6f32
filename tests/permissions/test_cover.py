"""Whoever covers for the handler gets what the handler gets, on every address, and no more (WN-7).

``REFUSED`` is what stays with who it is by name: rows 3, 4 (sealed), 7 (safety) and 9 (hand-over)
of security 3.3, money, and the pages about the handler as an employee.
"""

from types import SimpleNamespace
from typing import Any

import pytest
import time_machine

from audit.models import AuditEvent
from clusters.models import Cover, Team, User
from tests.factories import MembershipFactory
from tests.factories.cases import MONDAY
from tests.factories.cover import covered
from tests.factories.login import sign_in
from tests.permissions.matrix import MATRIX
from tests.permissions.test_matrix import _answer, address

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()
REFUSED: dict[str, int] = {
    **dict.fromkeys(("absence-person", "absence-enter", "absence-change", "absence-withdraw"), 404),
    **dict.fromkeys(("cover-arrange", "cover-end", "cover-happened"), 404),
    **dict.fromkeys(("absence-person-calendar", "work-pattern", "notice-open", "view-remove"), 404),
    **dict.fromkeys(("resident-bsn", "resident-bsn-show", "resident-address-show"), 403),
    **dict.fromkeys(("resident-secret-address", "resident-secrecy-lift"), 403),
    **dict.fromkeys(("resident-merge-undo", "waakvlam-transfer"), 403),
    **dict.fromkeys(("handover-new", "handover-note", "handover-edit", "handover-seen"), 403),
    **dict.fromkeys(("handover-withdraw", "handover-explain", "handover-unagreed"), 403),
    **dict.fromkeys(("budget-request", "budget-decide", "budget-withdraw", "budget-pay"), 404),
    **dict.fromkeys(("budget-bounce", "budget-repay", "budget-deny", "budget-settle"), 404),
    **dict.fromkeys(("budget-write-off", "budget-sign"), 404),
    **dict.fromkeys(("safety-open-file", "safety-open-melding"), 403),
    **dict.fromkeys((f"safety-{act}" for act in ("detail", "step", "persons", "plan")), 404),
    **dict.fromkeys((f"safety-{act}" for act in ("report", "feedback", "end", "admit")), 404),
    **dict.fromkeys((f"safety-{act}" for act in ("dismiss", "bar", "lift", "pass")), 404),
}


@pytest.fixture(autouse=True)
def _on_a_working_monday() -> Any:
    with time_machine.travel(MONDAY, tick=True):
        yield


@pytest.fixture
def world(cast: SimpleNamespace, noord: Team, desk: Team, calendar_data: None) -> SimpleNamespace:
    """Team Noord, with a wijkwerker who covers for the handler."""
    deputy = MembershipFactory(user__username="deputy", team=noord).user
    return SimpleNamespace(cast=cast, noord=noord, desk=desk, deputy=deputy)


def got(world: SimpleNamespace, name: str) -> dict[str, int]:
    """What the deputy gets without a cover, with one, and after it ended."""
    row = MATRIX[name]
    url, handler = address(name, row, world), world.cast.handler
    person = User.objects.get(pk=world.deputy.pk)
    before = _answer(row, url, person)
    covered(handler, person, TODAY)
    during = _answer(row, url, person)
    Cover.objects.update(ended_at=MONDAY, ended_by=handler)
    return {"before": before, "during": during, "after": _answer(row, url, person)}


@pytest.mark.parametrize("name", [name for name in MATRIX if name != "logout"])
def test_a_deputy_gets_what_the_handler_gets_while_it_lasts_wn_7(world, name):
    wanted = REFUSED.get(name, MATRIX[name].status_for("handler"))
    found = got(world, name)

    assert found["during"] == wanted
    assert found["after"] == found["before"]


FAR = [
    name
    for name, row in MATRIX.items()
    if row.status_for("outsider_worker") == 404 and row.status_for("handler") in (200, 302)
]
"""What is of the handler or of the team of the handler, and does not exist elsewhere."""
OF_THE_TEAM = frozenset(
    {"absence-team-calendar", "notification-detail", "notification-claim", "application-claim"}
    | {"handover-note", "conference-detail", "signal-detail", "signal-take", "callback-detail"}
    | {"callback-claim", "callback-forward", "callback-assign", "callback-reopen"}
    | {"collective-detail", "collective-change", "collective-start", "collective-end"}
    | {"cluster-plan"}
)
"""Of those what is the team's, and not on anybody's desk."""


@pytest.mark.parametrize("name", FAR)
def test_a_deputy_from_another_cluster_gets_the_desk_and_not_the_team_wn_7(world, name):
    world.deputy = world.cast.outsider_worker
    desk = REFUSED.get(name, MATRIX[name].status_for("handler"))
    found = got(world, name)

    assert found["during"] == (404 if name in OF_THE_TEAM else desk)
    assert found["before"] == found["after"] == 404


def test_the_trail_says_that_it_was_as_deputy_and_in_whose_own_name_wn_7(world, client):
    covered(world.cast.handler, world.deputy, TODAY)
    sign_in(client, world.deputy)

    assert client.get(address("file-detail", MATRIX["file-detail"], world)).status_code == 200

    line = AuditEvent.objects.filter(code="file.read").get()
    assert (line.actor_id, line.relation) == (world.deputy.pk, "case_deputy")
