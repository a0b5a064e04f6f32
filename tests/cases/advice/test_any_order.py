"""Whatever is done in whatever order: one answer, no hidden question, no eyes without a right."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.advice.models import AdviceRequest
from cases.dossiers import services as dossiers
from cases.dossiers.models import ResidentFile
from cases.models import Consent
from common.errors import RuleViolation
from tests.cases.advice.acting import answer, ask, outside, read, to, withdraw
from tests.factories.cases import MONDAY

NAMES = ["ask", "anonymous", "outside", "answer", "withdraw", "read", "close", "revoke", "give"]
ACTS = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 3)), max_size=14)
TODAY = MONDAY.date()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_no_sequence_of_acts_hides_a_question_that_waits(
    acts, file, cast, mate, near, sst, consent
):
    file.resident.callbacks.update(state="waiting", handler=None)
    people = [cast.handler, mate, near, sst]
    with transaction.atomic():
        for act, number in acts:
            _try(act, people[number], people[(number + 1) % 4], file)
            for row in AdviceRequest.objects.select_related("consent"):
                _must_hold(row, [mate, near, sst])
        there = ResidentFile.objects.get()
        given = there.lines.filter(kind="adv_got").count()
        over = AdviceRequest.objects.filter(state__in=("answered", "read"))
        assert given == over.count()
        assert there.is_open or not AdviceRequest.objects.unanswered().exists()
        transaction.set_rollback(True)


def _must_hold(row, colleagues):
    """Who is not asked, or may not know it any more, does not see it."""
    seen = {each.pk for each in colleagues if row in AdviceRequest.objects.visible_to(each)}
    assert seen <= {row.adviser_id}
    if row.consent is not None and not row.consent.is_in_force(TODAY):
        assert not seen
    assert (row.ended_at is None) == (row.state == "asked")


def _try(act, by, other, file):
    """One act of the sequence on the newest question; what is refused changes nothing."""
    advice = AdviceRequest.objects.order_by("-pk").first()
    gone = {
        "withdrawn_on": TODAY,
        "withdrawn_by": "resident",
        "withdrawn_at": MONDAY,
        "withdrawn_noted_by": by,
    }
    acts = {
        "ask": lambda: ask(file, by, to(other)),
        "anonymous": lambda: ask(file, by, to(other), is_anonymous=True),
        "outside": lambda: ask(file, by, outside("sst")),
        "answer": lambda: answer(advice, by),
        "withdraw": lambda: withdraw(advice, by),
        "read": lambda: read(advice, by),
        "close": lambda: dossiers.close_file(file_id=file.pk, words="x", by=by),
        "revoke": lambda: Consent.objects.update(**gone),
        "give": lambda: Consent.objects.update(**dict.fromkeys(gone) | {"withdrawn_by": ""}),
    }
    if advice is None and act in ("answer", "withdraw", "read"):
        return
    try:
        with transaction.atomic():
            acts[act]()
    except (RuleViolation, PermissionDenied, AdviceRequest.DoesNotExist, ResidentFile.DoesNotExist):
        pass
