"""Asking, deciding, paying and what comes back (MB-1 to MB-18)."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit.models import AuditEvent
from budgets.ledger.balances import balances_of
from budgets.ledger.checking import faults
from budgets.ledger.models import Entry
from budgets.requests import services
from budgets.requests.checking import EVERYTHING
from budgets.requests.models import BudgetPurpose, BudgetRequest, Debtor, Method, Payee, Return
from cases.dossiers.models import ResidentFile
from cases.dossiers.unfinished import unfinished
from clusters.models import Notice
from common.errors import RuleViolation
from tests.factories.budgets import DAY, a_pot, ask, from_fund, in_state, wish
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileColleagueFactory, FileFactory

pytestmark = pytest.mark.django_db


def pots(budget):
    found = balances_of([budget.pot])[budget.pot.pk]
    return (found.available, found.reserved, found.paid, found.receivable)


def decide(request, by, outcome="approve", words="", at=MONDAY):
    return services.decide_request(
        request_id=request.pk, outcome=outcome, words=words, by=by, at=at
    )


def pay(request, by, cents, at=MONDAY):
    return services.pay_request(request_id=request.pk, amount=cents, by=by, at=at)


def repay(request, by, cents, key=None):
    key = key or uuid.uuid4()
    return services.register_repayment(
        submission_key=key, request_id=request.pk, amount=cents, by=by, at=MONDAY
    )


def refused(act, *args, match=None, **own):
    with pytest.raises(RuleViolation, match=match), transaction.atomic():
        act(*args, **own)


def forbidden(act, *args, **own):
    with (
        pytest.raises((PermissionDenied, BudgetRequest.DoesNotExist, ResidentFile.DoesNotExist)),
        transaction.atomic(),
    ):
        act(*args, **own)


def test_a_worker_decides_alone_up_to_the_limit_and_splitting_does_not_help(budget):
    handler = budget.cast.handler
    first = ask(budget.file, handler, 15_000)
    second = ask(budget.file, handler, 10_000)
    third = ask(budget.file, handler, 1)

    assert (first.state, first.level, first.decided_by) == ("approved", "worker", handler)
    assert (second.level, third.level, third.state) == ("worker", "manager", "waiting")
    assert pots(budget) == (10_475_000, 25_000, 0, 0)
    later = ask(budget.file, handler, 25_000, at=MONDAY + 31 * DAY)
    assert later.level == "worker"
    assert [ask(budget.file, handler, c).level for c in (250_000, 250_001)] == [
        "manager",
        "general",
    ]
    assert ask(budget.file, handler, 100, has_conflict=True).level == "general"


def test_a_double_click_is_one_request_and_of_nobody_else(budget):
    key, handler = uuid.uuid4(), budget.cast.handler
    FileColleagueFactory(file=budget.file, employee=budget.cast.team_worker)
    first = ask(budget.file, handler, key=key)

    assert ask(budget.file, handler, key=key) == first
    refused(ask, budget.file, budget.cast.team_worker, key=key, match="verouderd")
    assert (BudgetRequest.objects.count(), Entry.objects.count()) == (1, 2)


def test_what_is_asked_must_be_possible(budget):
    team = BudgetPurpose.objects.get(code="ggz-team")
    back = from_fund()
    wrong = (
        {"purpose": team},
        {"why": "  "},
        {"payee": Payee("Winkel")},
        back | {"back": Return()},
        back | {"back": replace(back["back"], fund=None)},
        back | {"back": replace(back["back"], expected_on=MONDAY.date())},
        back | {"back": Return(Debtor.ORGANISATION, None, " ", MONDAY.date() + DAY)},
    )
    for each in wrong:
        refused(ask, budget.file, budget.cast.handler, **each)
    for person in ("team_worker", "team_manager", "general_manager", "outsider_worker"):
        forbidden(ask, budget.file, getattr(budget.cast, person))
    refused(ask, budget.file, budget.cast.handler, at=MONDAY + 300 * DAY, match="geen pot")
    closed = FileFactory(team=budget.noord, director=budget.cast.handler, closed=True)
    refused(ask, closed, budget.cast.handler, match="afgesloten")


def test_for_the_team_somebody_else_decides(budget):
    a_pot(50_000, purpose="team")
    purpose = BudgetPurpose.objects.get(code="ggz-team")
    asked = {"submission_key": uuid.uuid4(), "file_id": None, "at": MONDAY}
    asked |= {"wish": wish(5_000, purpose=purpose), "team_id": budget.noord.pk}

    request = services.request_budget(by=budget.cast.handler, **asked)

    assert (request.level, request.resident, request.file) == ("manager", None, None)
    request = BudgetRequest.objects.get(pk=request.pk)
    assert request.told["why"].startswith("De koelkast")
    assert decide(request, budget.cast.team_manager).state == "approved"


def test_the_words_and_the_account_number_are_sealed(budget):
    request = ask(budget.file, budget.cast.handler)
    request = BudgetRequest.objects.get(pk=request.pk)
    kept = bytes(request.content) + bytes(request.payment)

    assert b"koelkast" not in kept
    assert b"ABNA" not in kept
    assert (request.payee.iban, request.payee.masked) == ("NL91ABNA0417164300", "NL•• •••• 4300")


def test_the_manager_decides_and_never_who_asked_or_works_in_the_dossier(budget):
    cast = budget.cast
    request = ask(budget.file, cast.handler, 100_000, is_urgent=True)
    told = Notice.objects.get(person=cast.team_manager)
    assert told.text.startswith("Spoed: aanvraag maatwerkbudget MB-")

    for person in ("handler", "team_worker", "outsider_manager", "general_manager", "controller"):
        forbidden(decide, request, getattr(cast, person))
    colleague = FileColleagueFactory(file=budget.file, employee=cast.team_manager)
    forbidden(decide, request, cast.team_manager)
    colleague.delete()
    assert decide(request, cast.team_manager).state == "approved"
    assert decide(request, cast.team_manager).decided_by == cast.team_manager
    refused(decide, request, cast.team_manager, "refuse", "Nee")
    assert pots(budget)[:2] == (10_400_000, 100_000)
    assert Notice.objects.filter(person=cast.handler).count() == 1


def test_a_refusal_and_passing_on_need_words(budget):
    cast = budget.cast
    first, second = (ask(budget.file, cast.handler, 100_000) for _ in range(2))
    for outcome in ("refuse", "pass_up"):
        refused(decide, first, cast.team_manager, outcome, " ")
    assert decide(first, cast.team_manager, "refuse", "Er is een regeling.").state == "refused"
    passed = decide(second, cast.team_manager, "pass_up", "Ik ken de familie.")
    assert (passed.level, passed.state, passed.decided_by) == ("general", "waiting", None)
    forbidden(decide, second, cast.team_manager)
    refused(decide, second, cast.general_manager, "pass_up", "Hoger")
    assert decide(second, cast.general_manager).level == "general"
    assert BudgetRequest.objects.get(pk=second.pk).decision_words == "Ik ken de familie."


def test_a_pot_that_runs_dry_refuses_and_nothing_is_left_behind(budget):
    cast = budget.cast
    first, second = (ask(budget.file, cast.handler, 6_000_000) for _ in range(2))
    decide(first, cast.general_manager)
    refused(decide, second, cast.general_manager, match="niet beschikbaar")
    second.refresh_from_db()
    assert (second.state, pots(budget)[0]) == ("waiting", 4_500_000)


def test_paying_is_at_most_what_is_reserved_and_the_rest_goes_back(budget):
    cast = budget.cast
    request = ask(budget.file, cast.handler, 20_000)
    for person in ("handler", "team_manager", "general_manager", "outsider_worker"):
        forbidden(pay, request, getattr(cast, person), 100)
    refused(pay, request, cast.controller, 20_001, match="gereserveerd")

    paid = pay(request, cast.controller, 15_000)

    assert pay(request, cast.controller, 15_000).version == paid.version
    refused(pay, request, cast.controller, 14_000)
    assert (paid.state, pots(budget)) == ("paid", (10_485_000, 0, 15_000, 0))
    refused(services.withdraw_request, request_id=request.pk, by=cast.handler)


def test_with_the_card_the_worker_pays(budget):
    request = ask(budget.file, budget.cast.handler, method=Method.CARD, payee=Payee("Winkel"))
    assert pay(request, budget.cast.handler, 9_999).paid_by == budget.cast.handler


def test_a_payment_that_came_back_is_reversed_and_can_be_paid_again(budget):
    cast = budget.cast
    request = in_state(budget, "open")
    back = services.bounce_payment(request_id=request.pk, by=cast.controller, at=MONDAY)
    assert (back.state, back.advance, back.paid_cents) == ("approved", "none", 0)
    assert pots(budget) == (10_400_000, 100_000, 0, 0)
    pay(request, cast.controller, 90_000)
    assert pots(budget) == (10_410_000, 0, 0, 90_000)
    repay(request, cast.controller, 1)
    refused(services.bounce_payment, request_id=request.pk, by=cast.controller, match="een deel")
    assert faults(EVERYTHING) == []


def test_withdrawing_lets_the_reservation_go(budget):
    request = ask(budget.file, budget.cast.handler)
    forbidden(services.withdraw_request, request_id=request.pk, by=budget.cast.team_manager)
    assert "maatwerkbudget" in " ".join(unfinished(budget.file))
    gone = services.withdraw_request(request_id=request.pk, by=budget.cast.handler, at=MONDAY)
    assert (gone.state, pots(budget)[:2]) == ("withdrawn", (10_500_000, 0))
    assert "maatwerkbudget" not in " ".join(unfinished(budget.file))
    forbidden(pay, gone, budget.cast.controller, 5)


def test_an_advance_comes_back_in_parts_and_refills_its_pot(budget):
    cast, key = budget.cast, uuid.uuid4()
    request = in_state(budget, "open")
    assert pots(budget) == (10_400_000, 0, 0, 100_000)
    for person in ("handler", "team_manager", "general_manager"):
        forbidden(repay, request, getattr(cast, person), 5)
    refused(repay, request, cast.controller, 100_001, match="nog")
    for _ in range(2):
        repay(request, cast.controller, 60_000, key)
    done = repay(request, cast.controller, 40_000)

    assert (done.advance, done.owed_cents, pots(budget)) == ("repaid", 0, (10_500_000, 0, 0, 0))
    refused(repay, request, cast.controller, 1)
    assert unfinished(done.file) == []


def test_a_refusal_of_the_fund_becomes_a_gift_or_a_plan(budget):
    cast = budget.cast
    gift, plan = in_state(budget, "denied"), in_state(budget, "denied")
    settle = {"at": MONDAY, "by": cast.team_manager, "expected_on": None}
    forbidden(
        services.settle_advance, request_id=gift.pk, outcome="gift", **settle | {"by": cast.handler}
    )
    services.settle_advance(request_id=gift.pk, outcome="gift", **settle)
    refused(services.settle_advance, request_id=plan.pk, outcome="plan", **settle)
    day = MONDAY.date() + 90 * DAY
    planned = services.settle_advance(
        request_id=plan.pk, outcome="plan", **settle | {"expected_on": day}
    )

    assert pots(budget) == (10_300_000, 0, 100_000, 100_000)
    assert (planned.advance, planned.debtor, planned.expected_on) == ("open", "resident", day)
    refused(services.deny_advance, request_id=plan.pk, words="Nee", by=cast.handler, match="fonds")
    assert faults(EVERYTHING) == []


def test_writing_off_takes_two_people(budget):
    cast = budget.cast
    request, other = in_state(budget, "proposed"), in_state(budget, "proposed")
    sign = services.sign_write_off
    for person in ("team_manager", "handler", "controller"):
        forbidden(sign, request_id=request.pk, agrees=True, by=getattr(cast, person))
    lost = sign(request_id=request.pk, agrees=True, by=cast.general_manager, at=MONDAY)
    kept = sign(request_id=other.pk, agrees=False, by=cast.general_manager, at=MONDAY)
    assert (lost.advance, lost.owed_cents, lost.signed_by) == (
        "written_off",
        0,
        cast.general_manager,
    )
    assert (kept.advance, kept.proposed_by) == ("open", None)
    assert pots(budget) == (10_300_000, 0, 100_000, 100_000)


def test_reservations_lapse_and_late_advances_are_told_once_per_step(budget):
    cast = budget.cast
    request = ask(budget.file, cast.handler)
    late = in_state(budget, "open")
    Notice.objects.all().delete()
    for day, count in ((60, 1), (61, 2), (61, 2), (62, 2), (90, 3), (125, 4), (300, 4)):
        services.look_after_budgets(at=MONDAY + timedelta(days=day))
        mine = Notice.objects.filter(person=cast.handler)
        assert mine.count() == count, day
    request.refresh_from_db()
    assert request.state == "lapsed"
    assert Notice.objects.filter(person=cast.team_manager, text__contains=str(late)).count() == 3
    assert AuditEvent.objects.filter(code="budget.lapsed", actor_id=None).count() == 1
    assert pots(budget) == (10_400_000, 0, 0, 100_000)


def test_the_check_compares_requests_with_the_ledger(budget):
    request = in_state(budget, "open")
    BudgetRequest.objects.filter(pk=request.pk).update(owed_cents=5)
    assert any("openstaat" in line for line in faults(EVERYTHING))
