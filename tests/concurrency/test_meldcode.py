"""Two people at the same meldcode at the same moment (MC-11, MC-14, MC-17)."""

import uuid
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied

from cases.meldcode import services
from cases.meldcode.models import StepFacts
from cases.models import SafetyCode
from clusters.models import Notice, User
from tests.cases.meldcode.acting import CONSULT, hand_on, opened, step
from tests.concurrency.conftest import done, refused, together
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileColleagueFactory, FileFactory
from tests.factories.meldcode import DAY, TODAY, OfficerFactory, SafetyCodeFactory

ROUNDS = range(3)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def fresh(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def made(cast, noord):
    """A meldcode of the handler, with an officer who is a colleague of the dossier too."""
    file = FileFactory(team=noord, director=cast.handler)
    FileColleagueFactory(file=file, employee=cast.team_worker)
    OfficerFactory(employee=cast.team_worker, team=noord)
    return SafetyCodeFactory(resident=file.resident, team=noord, holder=cast.handler)


def note(code, by):
    act = partial(
        services.note_step,
        code_id=code.pk,
        number=2,
        submission_key=uuid.uuid4(),
        version=1,
        facts=StepFacts(done_on=TODAY, words="Overlegd.", answers=CONSULT),
        next_on=TODAY + DAY,
        by=fresh(by),
    )

    def noted():
        try:
            return act()
        except SafetyCode.DoesNotExist:  # is outside by now: a 404 on the page
            raise PermissionDenied from None

    return noted


def test_two_steps_at_once_one_reads_that_the_other_was_first(cast, noord, calendar_data):
    for _ in ROUNDS:
        code = made(cast, noord)
        results = together(note(code, cast.handler), note(code, cast.team_worker))
        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert "was u voor" in refused(results)[0]
        assert code.steps.filter(number=2).count() == 1


def test_a_double_click_opens_one(cast, noord, calendar_data):
    for _ in ROUNDS:
        file, key = FileFactory(team=noord, director=cast.handler), uuid.uuid4()
        act = partial(opened, file.resident, submission_key=key)
        results = together(*[partial(act, by=fresh(cast.handler))] * 2)
        assert len({code.pk for code in done(results)}) == 1
        assert SafetyCode.objects.filter(resident=file.resident).count() == 1


def test_passing_on_and_a_step_of_the_old_holder_at_once(cast, noord, calendar_data):
    """Whoever is first, what the other did is refused or written before; nothing is lost."""
    for _ in ROUNDS:
        code = made(cast, noord)
        act = partial(hand_on, code, fresh(cast.team_worker), fresh(cast.team_worker), version=1)
        results = together(act, note(code, cast.handler))
        found = SafetyCode.objects.get(pk=code.pk)
        passed = found.holder == cast.team_worker
        assert len(done(results)) == 1
        assert code.steps.filter(number=2).exists() is not passed
        step(code, cast.team_worker, 2, CONSULT)


def test_three_workers_tell_everybody_once(cast, noord, calendar_data):
    code = made(cast, noord)
    together(*[partial(services.remind_of_codes, at=MONDAY + 20 * DAY)] * 3)
    assert Notice.objects.filter(dedup_key__startswith=f"safety:{code.pk}:late").count() == 2
