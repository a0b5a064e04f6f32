"""Whatever is done in whatever order: two keepers, one that runs, one end."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.models import Consent, Resident, Waakvlam, WaakvlamContact
from cases.waakvlam.services import remind_of_waakvlammen
from clusters.models import Notice
from common.errors import RuleViolation
from tests.cases.waakvlam.acting import contact, end, move, renew, start, transfer
from tests.factories.cases import MONDAY
from tests.factories.consents import ConsentFactory
from tests.factories.waakvlam import TODAY

NAMES = ["start", "agreed", "spoken", "unreached", "card", "move", "renew", "transfer", "end"]
NAMES += ["revoke", "die", "ring"]
ACTS = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 3)), max_size=16)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_no_sequence_of_acts_loses_a_waakvlam(acts, resident, cast):
    people = [cast.handler, cast.team_worker, cast.team_manager, cast.outsider_worker]
    consent = ConsentFactory(resident=resident)
    team = {cast.handler.pk, cast.team_worker.pk}
    with transaction.atomic():
        for act, number in acts:
            _try(act, people[number], people[(number + 1) % 4], resident, consent, number)
        assert Waakvlam.objects.running().count() <= 1
        for row in Waakvlam.objects.all():
            assert {row.owner_id, row.deputy_id} == team
            assert row.is_running == (row.outcome == "") == (row.ended_by is None)
            assert row.is_running or row.remind_at is None
            assert (row.consent is None) != (row.agreed_on is None)
            assert row.unreached <= row.contacts.filter(result="unreached").count()
            for each in row.contacts.all():
                assert row.ended_at is None or each.at <= row.ended_at
        told = list(Notice.objects.filter(dedup_key__contains=":missed:"))
        assert len({each.dedup_key for each in told}) == len(told)
        assert WaakvlamContact.objects.exclude(by_id__in=team).count() == 0
        transaction.set_rollback(True)
    consent.categories.clear()
    consent.delete()


def _try(act, by, other, resident, consent, number):
    """One act of the sequence on the newest; what is refused changes nothing."""
    row = Waakvlam.objects.order_by("-pk").first()
    if row is None and act in ("spoken", "unreached", "card", "move", "renew", "transfer", "end"):
        return
    gone = {"withdrawn_on": TODAY, "withdrawn_by": "resident", "withdrawn_at": MONDAY}
    acts = {
        "start": lambda: start(resident, by, other),
        "agreed": lambda: start(resident, by, other, terms={"consent": consent}),
        "spoken": lambda: contact(row, by, days=7 + number),
        "unreached": lambda: contact(row, by, result="unreached", mood="", days=7 + number),
        "card": lambda: contact(row, by, result="card", mood="", days=7 + number),
        "move": lambda: move(row, by, days=number),
        "renew": lambda: renew(row, by, weeks=number),
        "transfer": lambda: transfer(row, by, other, by),
        "end": lambda: end(row, by),
        "revoke": lambda: Consent.objects.update(**gone, withdrawn_noted_by=by),
        "die": lambda: Resident.objects.filter(pk=resident.pk).update(deceased_on=TODAY),
        "ring": lambda: remind_of_waakvlammen(at=MONDAY + timedelta(days=7 * number)),
    }
    try:
        with transaction.atomic():
            acts[act]()
    except (RuleViolation, PermissionDenied, Waakvlam.DoesNotExist, Resident.DoesNotExist):
        pass
