"""Whatever is done in whatever order: one casusregisseur, nothing open without an owner.

Tasks are of who works in the dossier; callbacks, meldingen and waakvlammen of somebody in the team
that they are on the list of. An aanvraag is of the desk that decides.
"""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.callbacks.lifecycle import OPEN_STATES
from cases.callbacks.models import CallbackRequest
from cases.dossiers import services as dossiers
from cases.dossiers.models import CaseDirection, ResidentFile
from cases.handovers.lifecycle import RUNNING
from cases.handovers.models import Handover
from cases.handovers.worker import expire_handovers
from cases.intakes.models import WmoNotification
from cases.todos.models import Task
from cases.waakvlam.models import Waakvlam
from clusters.models import Membership
from common.errors import RuleViolation
from tests.cases.handovers.acting import (
    TODAY,
    accept,
    ask,
    choices_of,
    drop,
    early,
    explain,
    offer,
    refuse,
    withdraw,
)
from tests.factories.cases import MONDAY, CallbackFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.todos import TaskFactory
from tests.factories.waakvlam import WaakvlamFactory

NAMES = ["offer", "accept", "along", "stay", "refuse", "withdraw", "ask", "explain", "early"]
NAMES += ["drop", "expire", "hand", "join", "leave", "task", "close"]
NAMES += ["callback", "melding", "waakvlam"]
SENDING = ("offer", "withdraw", "explain", "drop", "hand")
ANSWERING = ("accept", "along", "stay", "refuse", "ask", "early")
ACTS = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 4)), max_size=16)
REFUSED = (RuleViolation, PermissionDenied, ObjectDoesNotExist)
UNKNOWN = [HealthCheck.function_scoped_fixture]


@pytest.fixture
def people(cast, sst):
    """Two of the wijkteam, two of the SST, one of another wijkteam."""
    return [cast.handler, cast.team_worker, sst.ada, sst.bo, cast.outsider_worker]


@settings(max_examples=25, deadline=None, suppress_health_check=UNKNOWN)
@given(acts=ACTS)
def test_no_sequence_of_acts_leaves_a_dossier_between_two_desks(acts, file, people, sst, cast):
    check(acts, file, people, sst, cast)


@pytest.mark.soak
@pytest.mark.postgres
@settings(max_examples=500, deadline=None, suppress_health_check=UNKNOWN)
@given(acts=st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 4)), max_size=50))
def test_five_hundred_long_sequences(acts, file, people, sst, cast):
    check(acts, file, people, sst, cast)


def check(acts, file, people, sst, cast):
    world = SimpleNamespace(file=file, people=people, teams=[file.team, sst.team, cast.elsewhere])
    with transaction.atomic():
        for act, number in acts:
            _try(act, number, world)
            _nothing_is_lost(people)
        transaction.set_rollback(True)


def _nothing_is_lost(people):
    file = ResidentFile.objects.get()
    running = CaseDirection.objects.filter(file=file, until__isnull=True)
    assert [row.director_id for row in running] == [file.director_id]
    assert file.handovers.filter(state__in=RUNNING).count() <= 1
    workers = set(file.workers(TODAY).values_list("pk", flat=True))
    assert {task.owner_id for task in Task.objects.open()} <= workers
    for row, owner in _held_by_a_team():
        assert Membership.objects.running(TODAY).filter(team=row.team, user=owner).exists()
    inside = {*file.colleagues.running(TODAY).values_list("employee_id", flat=True)}
    for person in people:
        reads = "read_file" in _allowed(person, file)
        assert reads == (person.pk in inside | {file.director_id})
    waiting = file.handovers.filter(state__in=("offered", "asked"))
    previews = file.colleagues.running(TODAY).filter(role="preview")
    assert not previews.exists() or waiting.exists()


def _held_by_a_team():
    """What is open about the resident outside the dossier, each with who must do it."""
    yield from ((row, row.handler) for row in CallbackRequest.objects.filter(state__in=OPEN_STATES))
    yield from ((row, row.handler) for row in WmoNotification.objects.open())
    yield from ((row, row.owner) for row in Waakvlam.objects.running())


def _allowed(person, file):
    from cases.permissions import GRANTS

    return GRANTS.allowed_actions(person, file)


def _try(act, number, world):
    """One act of the sequence on the newest hand-over; what is refused changes nothing."""
    by, other = world.people[number], world.people[(number + 1) % 5]
    file = ResidentFile.objects.get()
    handover = Handover.objects.order_by("-pk").first()
    if handover is None and act in NAMES[1:10]:
        return
    if number < 3:  # mostly somebody who may, else most acts would be refused
        by = _who_may(act, file, handover, world.people) or by
    end = MONDAY + timedelta(days=20)
    acts = {
        "offer": lambda: offer(file, by, world.teams[number % 3]),
        "accept": lambda: accept(handover, by),
        "along": lambda: accept(handover, by, director=other, chosen=_all(handover, "along")),
        "stay": lambda: accept(handover, by, chosen=_all(handover, "stays")),
        "refuse": lambda: refuse(handover, by),
        "withdraw": lambda: withdraw(handover, by),
        "ask": lambda: ask(handover, by),
        "explain": lambda: explain(handover, by),
        "early": lambda: early(handover, by),
        "drop": lambda: drop(handover, by),
        "expire": lambda: expire_handovers(at=end),
        "hand": lambda: dossiers.transfer_direction(
            file_id=file.pk, version=file.version, person=other, reason="x", by=by
        ),
        "join": lambda: dossiers.add_colleague(
            file_id=file.pk, employee=other, role="helper", until=None, by=by
        ),
        "leave": lambda: dossiers.end_colleague(
            file_id=file.pk, colleague_id=file.colleagues.latest("pk").pk, by=by
        ),
        "task": lambda: TaskFactory(file=file, owner=file.workers(TODAY)[0]),
        "callback": lambda: CallbackFactory(claimed=True, **_of_team(file, "handler")),
        "melding": lambda: NotificationFactory(**_of_team(file, "handler")),
        "waakvlam": lambda: WaakvlamFactory(**_of_team(file, "owner")),
        "close": lambda: dossiers.close_file(file_id=file.pk, words="x", by=by),
    }
    try:
        with transaction.atomic():
            acts[act]()
    except REFUSED:
        pass


def _of_team(file, who):
    return {"resident": file.resident, "team": file.team, who: file.director}


def _who_may(act, file, handover, people):
    """The casusregisseur sends; somebody of the team that it was sent to answers."""
    if act in SENDING:
        return file.director
    if act in ANSWERING:
        team = handover.to_team
        return next((each for each in people if team.memberships.filter(user=each).exists()), None)
    return None


def _all(handover, choice):
    return dict.fromkeys(choices_of(handover), choice)
