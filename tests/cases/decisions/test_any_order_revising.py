"""Whatever is done in whatever order: what was sent stays, and one decision holds on a day."""

from itertools import pairwise

from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.decisions import services
from cases.decisions.models import Application, Decision, Provision
from cases.decisions.terms import objection_end
from common.errors import RuleViolation
from tests.cases.decisions.acting import (
    DAY,
    TODAY,
    change,
    decide,
    revise,
    send,
    withdrawal,
    written,
)

GROUNDS = ["facts", "no_need", "request", "review"]
NAMES = ["revise", "change", "end", "decide", "send", "reopen", "stop", "stop", "send", "decide"]
ACTS = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 7)), max_size=12)
WHOLE = [("revise", 0), ("change", 4), ("decide", 0), ("send", 0)]


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS, whole=st.integers(0, 3))
def test_no_sequence_of_acts_rewrites_what_was_sent_or_lets_two_hold(
    acts, whole, application, cast, product, mandate
):
    """AB-22 and AB-23; ``whole`` is how often it is changed before the sequence begins."""
    people = [cast.handler, cast.handler, cast.handler, cast.team_worker]
    with transaction.atomic():
        written(application, cast.handler, product)
        decide(application, cast.handler)
        send(application, cast.handler)
        kept: dict[object, object] = {}
        for act, number in WHOLE * whole + acts:
            _try(act, number, people[number % 4], product)
            _check(kept)
        assert Decision.objects.filter(replaced_by__isnull=False).count() >= whole
        transaction.set_rollback(True)


def _check(kept):
    """What holds after every act."""
    for decision in Decision.objects.filter(sent_on__isnull=False):
        said = (
            bytes(decision.letter), bytes(decision.content), decision.outcome,
            decision.effective_on, decision.objection_until,
            list(decision.provisions.order_by("pk").values_list("pk", "since", "until", "volume")),
        )  # fmt: skip
        assert kept.setdefault(decision.pk, said) == said
        assert decision.objection_until == objection_end(decision.sent_on)
        assert decision.revisions.running().count() <= 1
        if decision.replaced_by is not None:
            assert decision.replaced_by.sent_on is not None
            assert decision.replaced_by.application.revises_id == decision.pk
    _check_days()


def _check_days():
    """On no day two decisions grant something; and those that hold follow each other."""
    line, chain = Decision.objects.get(application__revises=None), []
    while line is not None:
        chain.append(line)
        line = line.replaced_by
    for one, other in pairwise(chain):
        assert one.last_day == other.effective_on - DAY
        later = Provision.objects.filter(decision=other)
        for granted in Provision.objects.filter(decision=one):
            assert all(granted.last_day < each.since for each in later)


def _try(act, number, by, product):
    """One act of the sequence on the newest of each; what is refused changes nothing."""
    newest = Application.objects.order_by("-pk").first()
    sent = Application.objects.filter(state="sent").order_by("-pk")
    day = TODAY + (number - 1) * 7 * DAY
    acts = {
        "revise": lambda: revise(sent[number % len(sent)], by, GROUNDS[number % 4]),
        "change": lambda: change(newest, by, product, day, version=_version(newest)),
        "end": lambda: withdrawal(newest, by, day, version=_version(newest)),
        "decide": lambda: decide(newest, by, version=_version(newest)),
        "send": lambda: send(newest, by),
        "reopen": lambda: services.reopen_decision(application_id=newest.pk, by=by),
        "stop": lambda: services.withdraw_application(
            application_id=newest.pk, reason="Nee.", by=by
        ),
    }
    if act == "send" and newest.state != "decided":
        return
    try:
        with transaction.atomic():
            acts[act]()
    except (RuleViolation, PermissionDenied):
        pass


def _version(application):
    found = Decision.objects.filter(application=application).first()
    return found.version if found else 0
