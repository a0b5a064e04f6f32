"""Whatever is done in whatever order: one casusregisseur, and no end without an outcome."""

import uuid
from itertools import pairwise

from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.dossiers import services
from cases.dossiers.models import CaseDirection, HelpRequest, ResidentFile
from cases.models import Resident
from clusters.models import Membership
from common.errors import RuleViolation
from tests.cases.dossiers.acting import close, join, open_file, transfer
from tests.factories import MembershipFactory
from tests.factories.talks import domain

ACTS = st.lists(
    st.tuples(
        st.sampled_from(["transfer", "question", "solve", "close", "open", "join"]),
        st.integers(0, 3),
    ),
    max_size=12,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_no_sequence_of_acts_leaves_a_dossier_without_one_casusregisseur(
    acts, resident, cast, noord
):
    """DS-2 and DS-5: whatever order, refused or not."""
    third = Membership.objects.filter(user__username="third").first()
    third = third or MembershipFactory(user__username="third", role="team_worker", team=noord)
    people = [cast.handler, cast.team_worker, third.user, cast.team_manager]
    with transaction.atomic():
        open_file(resident, cast.handler, noord)
        for act, number in acts:
            _try(act, people[number], people[(number + 1) % 4], resident, noord)
        for file in ResidentFile.objects.all():
            running = CaseDirection.objects.filter(file=file, until__isnull=True)
            assert [row.director_id for row in running] == [file.director_id]
            history = list(file.directions.order_by("since", "pk"))
            assert all(one.until == next_.since for one, next_ in pairwise(history))
            if not file.is_open:
                assert not file.questions.filter(outcome="").exists()
        assert not HelpRequest.objects.filter(outcome="", ended_at__isnull=False).exists()
        assert ResidentFile.objects.open().count() <= 1
        transaction.set_rollback(True)


def _try(act, by, other, resident, noord):
    """One act of the sequence on the newest dossier; what is refused changes nothing."""
    file = ResidentFile.objects.order_by("-pk").first()
    question = file.questions.order_by("outcome", "pk").first()
    key = uuid.uuid4()
    acts = {
        "transfer": lambda: transfer(file, by, other),
        "question": lambda: services.add_question(
            submission_key=key, file_id=file.pk, domain=domain("wonen"), words="x", by=by
        ),
        "solve": lambda: close(question, by),
        "close": lambda: services.close_file(file_id=file.pk, words="x", by=by),
        "open": lambda: open_file(resident, by, noord),
        "join": lambda: join(file, by, other),
    }
    try:
        with transaction.atomic():
            acts[act]()
    except (RuleViolation, PermissionDenied, Resident.DoesNotExist, ResidentFile.DoesNotExist):
        pass
