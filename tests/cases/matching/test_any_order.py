"""Whatever is done in whatever order: one coordinator, one answer, and no dossier that hides it."""

import uuid

from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.dossiers import services as dossiers
from cases.dossiers.models import HelpRequest, ResidentFile
from cases.matching.lifecycle import RUNNING, UNANSWERED
from cases.matching.models import MatchRequest
from cases.models import Consent
from common.errors import RuleViolation
from tests.cases.dossiers.acting import close
from tests.cases.matching.acting import ask, find, follow_up, refuse, take, withdraw
from tests.factories.cases import MONDAY
from tests.factories.talks import domain

NAMES = ["ask", "everybody", "take", "find", "refuse", "withdraw", "came", "stayed"]
NAMES += ["question", "solve", "close", "revoke"]
ACTS = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.integers(0, 3),
    ),
    max_size=14,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_no_sequence_of_acts_hides_a_match_that_runs(
    acts, question, cast, mate, near, far, consent
):
    people = [cast.handler, mate, near, far]
    with transaction.atomic():
        for act, number in acts:
            _try(act, people[number], people[(number + 1) % 4], question.file)
        file = ResidentFile.objects.get()
        for match in MatchRequest.objects.all():
            assert match.coordinator_id or match.state in ("asked", "withdrawn")
            assert (match.answered_at is None) == (match.state in UNANSWERED)
            assert file.is_open or match.state not in RUNNING
            taken = match.question.lines.filter(kind="match_got").count()
            assert taken <= match.question.matches.count()
            if match.shared_by == "team":
                assert match.coordinator in (cast.handler, mate)
        transaction.set_rollback(True)


def _try(act, by, other, file):
    """One act of the sequence on the newest of each; what is refused changes nothing."""
    question = HelpRequest.objects.filter(file=file).order_by("outcome", "-asked_at", "pk").first()
    match = MatchRequest.objects.order_by("-pk").first()
    acts = {
        "ask": lambda: ask(question, by, other),
        "everybody": lambda: ask(question, by, None),
        "take": lambda: take(match, by),
        "find": lambda: find(match, by),
        "refuse": lambda: refuse(match, by),
        "withdraw": lambda: withdraw(match, by),
        "came": lambda: follow_up(match, by),
        "stayed": lambda: follow_up(match, by, came=False),
        "question": lambda: dossiers.add_question(
            submission_key=uuid.uuid4(), file_id=file.pk, domain=domain("wonen"), words="x", by=by
        ),
        "solve": lambda: close(question, by),
        "close": lambda: dossiers.close_file(file_id=file.pk, words="x", by=by),
        "revoke": lambda: Consent.objects.update(
            withdrawn_on=MONDAY.date(),
            withdrawn_by="resident",
            withdrawn_at=MONDAY,
            withdrawn_noted_by=by,
        ),
    }
    if match is None and act in ("take", "find", "refuse", "withdraw", "came", "stayed"):
        return
    gone = (MatchRequest.DoesNotExist, ResidentFile.DoesNotExist)
    try:
        with transaction.atomic():
            acts[act]()
    except (RuleViolation, PermissionDenied, *gone):
        pass
