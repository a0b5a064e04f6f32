"""Whatever is done in whatever order: one end per referral, and no dossier that hides one."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.dossiers import services as dossiers
from cases.dossiers.models import HelpRequest, ResidentFile
from cases.referrals.models import Referral
from common.errors import RuleViolation
from tests.cases.dossiers.acting import close
from tests.cases.referrals.acting import DAY, TODAY, follow, give_up, refer

NAMES = ["refer", "yes", "no", "later", "give_up", "solve", "close"]
ACTS = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 1)), max_size=12)
ENDS = ("ref_came", "ref_fail", "ref_off")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_no_sequence_of_acts_hides_a_referral_that_is_open(acts, question, cast, consent):
    question.file.resident.callbacks.update(state="waiting", handler=None)
    people = [cast.handler, cast.team_worker]
    with transaction.atomic():
        for act, number in acts:
            _try(act, people[number], question)
        file = ResidentFile.objects.get()
        over = Referral.objects.exclude(state="sent").count()
        assert file.lines.filter(kind__in=ENDS).count() == over
        assert file.lines.filter(kind="ref_sent").count() == Referral.objects.count()
        assert file.is_open or not Referral.objects.open().exists()
        transaction.set_rollback(True)


def _try(act, by, question):
    """One act of the sequence on the newest referral; what is refused changes nothing."""
    referral = Referral.objects.order_by("-pk").first()
    acts = {
        "refer": lambda: refer(question, by),
        "yes": lambda: follow(referral, by),
        "no": lambda: follow(referral, by, "no", words="x"),
        "later": lambda: follow(referral, by, "later", again_on=TODAY + DAY),
        "give_up": lambda: give_up(referral, by),
        "solve": lambda: close(HelpRequest.objects.get(pk=question.pk), by),
        "close": lambda: dossiers.close_file(file_id=question.file_id, words="x", by=by),
    }
    if referral is None and act in ("yes", "no", "later", "give_up"):
        return
    try:
        with transaction.atomic():
            acts[act]()
    except (RuleViolation, PermissionDenied, Referral.DoesNotExist, ResidentFile.DoesNotExist):
        pass
