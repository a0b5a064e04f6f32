"""Two people at the same aanvraag at the same moment (AB-1, AB-8, AB-13, AB-19)."""

import uuid
from functools import partial

import pytest

from cases.decisions import services
from cases.decisions.models import Application, Decision, TermPause
from clusters.models import User
from tests.cases.decisions.acting import DAY, TODAY, decide, revise, send, withdrawal, written
from tests.concurrency.conftest import done, refused, together
from tests.factories.decisions import ApplicationFactory, version_of
from tests.factories.dossiers import FileFactory
from tests.factories.intakes import NotificationFactory
from tests.factories.mandates import MandateFactory, ProductFactory

ROUNDS = range(4)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def fresh(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def melding(cast, noord):
    return NotificationFactory(team=noord, handler=cast.handler, investigated=True)


def test_two_who_file_at_once_make_one(cast, noord):
    for _ in ROUNDS:
        found = melding(cast, noord)
        version_of(found)
        own = {"notification_id": found.pk, "ground": "form", "received_on": TODAY}

        results = together(
            *(
                partial(
                    services.file_application, submission_key=uuid.uuid4(), by=fresh(who), **own
                )
                for who in (cast.handler, cast.team_worker)
            )
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert found.applications.count() == 1


def test_two_who_take_it_at_once_leave_one_handler(cast, noord):
    for _ in ROUNDS:
        application = ApplicationFactory(melding=melding(cast, noord), handler=None)

        results = together(
            *(
                partial(services.claim_application, application_id=application.pk, by=fresh(who))
                for who in (cast.handler, cast.team_worker)
            )
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
        winner = Application.objects.get(pk=application.pk).handler
        assert str(winner) in refused(results)[0]


def test_decided_and_changed_at_once_is_one_of_the_two(cast, noord):
    product = ProductFactory()
    MandateFactory(holder=cast.handler, products=[product])
    for _ in ROUNDS:
        application = ApplicationFactory(melding=melding(cast, noord))
        version = written(application, cast.handler, product).version
        own = {"application_id": application.pk}

        results = together(
            partial(services.decide, version=version, by=fresh(cast.handler), **own),
            partial(services.withdraw_application, reason="Nee.", by=fresh(cast.handler), **own),
            partial(services.decide, version=version, by=fresh(cast.handler), **own),
        )

        assert len(done(results)) == 1
        decided = Decision.objects.get(application=application).decided_on is not None
        assert decided is (Application.objects.get(pk=application.pk).state == "decided")


def test_two_overlapping_pauses_at_once_are_one(cast, noord):
    for _ in ROUNDS:
        application = ApplicationFactory(melding=melding(cast, noord))
        own = {"application_id": application.pk, "ground": "incomplete", "words": "Uw polis."}
        days = {"asked_on": TODAY, "until_on": TODAY + 7 * DAY}

        results = together(
            *(
                partial(
                    services.pause_term,
                    submission_key=uuid.uuid4(),
                    by=fresh(cast.handler),
                    **own,
                    **days,
                )
                for _ in range(3)
            )
        )

        assert (len(done(results)), len(refused(results))) == (1, 2)
        assert TermPause.objects.filter(application=application).count() == 1
        assert Application.objects.get(pk=application.pk).due_on == TODAY + 21 * DAY


def test_two_who_change_it_at_once_begin_one_and_it_is_sent_once(cast, noord):
    product = ProductFactory()
    MandateFactory(holder=cast.handler, products=[product], may_refuse=True)
    for _ in ROUNDS:
        application = ApplicationFactory(melding=melding(cast, noord))
        file = FileFactory(resident=application.resident, team=noord, director=cast.team_worker)
        Application.objects.filter(pk=application.pk).update(file=file)
        written(application, cast.handler, product)
        decide(application, cast.handler)
        send(application, cast.handler)

        results = together(
            *(
                partial(revise, application, fresh(who))
                for who in (cast.handler, cast.team_worker, cast.handler)
            )
        )

        assert (len(done(results)), len(refused(results))) == (1, 2)
        begun = done(results)[0]
        assert all(str(begun) in each for each in refused(results))
        Application.objects.filter(pk=begun.pk).update(handler=cast.handler)
        withdrawal(begun, cast.handler)
        decide(begun, cast.handler)
        assert len(done(together(*[partial(send, begun, fresh(cast.handler))] * 3))) == 3
        replaced = Decision.objects.get(application=application)
        assert replaced.replaced_by.application == begun
        assert file.lines.filter(kind="decided").count() == 2
