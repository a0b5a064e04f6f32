"""Two people at the same dossier at the same moment (DS-1, DS-2, DS-5)."""

import uuid
from functools import partial

import pytest

from cases.dossiers import services
from cases.dossiers.models import CaseDirection, ResidentFile
from cases.models import LifeDomain
from clusters.models import User
from common.reference import sync
from tests.concurrency.conftest import done, refused, together
from tests.factories import MembershipFactory
from tests.factories.cases import CallbackFactory
from tests.factories.dossiers import FileFactory, HelpRequestFactory

ROUNDS = range(6)
pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("monday")]


def fresh(person):
    """The same employee as another request would load them."""
    return User.objects.get(pk=person.pk)


def test_two_who_open_a_dossier_at_once_make_one(cast, noord):
    sync(LifeDomain)
    geld = LifeDomain.objects.get(code="geld")
    for _ in ROUNDS:
        resident = CallbackFactory(team=noord, claimed=True, handler=cast.handler).resident
        own = {"resident_id": resident.pk, "team_id": noord.pk, "domain": geld, "words": "Hulp."}

        results = together(
            *(
                partial(services.open_file, submission_key=uuid.uuid4(), by=fresh(who), **own)
                for who in (cast.handler, cast.team_worker)
            )
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert resident.files.count() == 1


def test_two_who_hand_over_at_once_leave_one_casusregisseur(cast, noord):
    third = MembershipFactory(role="team_worker", team=noord).user
    for _ in ROUNDS:
        file = FileFactory(team=noord, director=cast.handler)
        handing = [(cast.handler, cast.team_worker), (cast.team_manager, third)]

        results = together(
            *(
                partial(
                    services.transfer_direction,
                    file_id=file.pk,
                    version=1,
                    person=fresh(to),
                    reason="Druk.",
                    by=fresh(by),
                )
                for by, to in handing
            )
        )

        assert len(done(results)) == 1
        running = CaseDirection.objects.get(file=file, until__isnull=True)
        assert running.director_id == ResidentFile.objects.get(pk=file.pk).director_id


def test_two_outcomes_at_once_are_one(cast, noord):
    for _ in ROUNDS:
        question = HelpRequestFactory(file=FileFactory(team=noord, director=cast.handler))
        own = {"file_id": question.file_id, "question_id": question.pk, "words": "Klaar."}

        results = together(
            *(
                partial(services.close_question, outcome=each, by=fresh(cast.handler), **own)
                for each in ("network", "formal")
            )
        )

        assert (len(done(results)), len(refused(results))) == (1, 1)
        assert question.file.lines.filter(kind="outcome").count() == 1
