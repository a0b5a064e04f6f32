"""Who must do what with a request, in which order and until when (MB-19 to MB-29)."""

import uuid
from datetime import datetime, timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from audit.models import AuditEvent, AuditSubject
from budgets.ledger.models import BudgetNorm
from budgets.requests import services
from budgets.requests.mandate import card_for
from budgets.requests.models import BudgetPurpose, BudgetRequest, Debtor, Return
from cases.dossiers.models import FileLine
from cases.waakvlam.models import Waakvlam
from clusters.models import Notice
from common.deadlines import AMSTERDAM
from common.errors import RuleViolation
from tests.factories import MembershipFactory
from tests.factories.budgets import DAY, a_pot, ask, from_fund, in_state, wish
from tests.factories.cases import MONDAY
from tests.factories.dossiers import FileColleagueFactory, FileFactory, FileRelationFactory
from tests.factories.waakvlam import WaakvlamFactory

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def rows(scope, *args):
    """What a choice of the own scope holds."""
    return set(scope(*args))


def objects(user):
    return BudgetRequest.objects.visible_to(user)


@pytest.fixture
def waakvlam(budget):
    """Kept by the handler, with the wijkwerker of the team as deputy."""
    cast = budget.cast
    return WaakvlamFactory(team=budget.noord, owner=cast.handler, deputy=cast.team_worker)


def ask_for(waakvlam, by, cents=5_000, **own):
    return services.request_budget(
        submission_key=uuid.uuid4(),
        file_id=None,
        waakvlam_id=waakvlam.pk,
        team_id=None,
        wish=wish(cents, **own),
        by=by,
        at=MONDAY,
    )


def test_what_waits_is_for_who_decides_and_never_a_case_of_their_own(budget):
    cast = budget.cast
    mine = in_state(budget, "waiting")
    general = ask(budget.file, cast.handler, 400_000)
    manager = objects(cast.team_manager)

    assert rows(manager.for_decider, cast.team_manager) == {mine}
    assert rows(objects(cast.general_manager).for_decider, cast.general_manager) == {general}
    for person in (cast.handler, cast.controller, cast.outsider_manager):
        assert rows(objects(person).for_decider, person) == set()
    FileColleagueFactory(file=mine.file, employee=cast.team_manager)
    assert rows(manager.for_decider, cast.team_manager) == set()


def test_who_pays_what(budget):
    cast = budget.cast
    invoice = in_state(budget, "approved")
    card = ask(budget.file, cast.handler, method="card")
    pay = BudgetRequest.objects.to_pay

    assert rows(pay, cast.controller) == {invoice}
    assert rows(pay, cast.handler) == {card}
    for person in (cast.team_worker, cast.team_manager, cast.general_manager):
        assert rows(pay, person) == set()


def test_an_advance_is_work_from_a_week_before_its_day(budget):
    cast, request = budget.cast, in_state(budget, "open")
    day = request.expected_on
    chase = BudgetRequest.objects.to_chase

    assert rows(chase, cast.handler, day - 8 * DAY) == set()
    for when in (day - 7 * DAY, day, day + 100 * DAY):
        assert rows(chase, cast.handler, when) == {request}
    request.file.director = cast.team_worker
    request.file.save()
    in_files = BudgetRequest.objects.to_chase_in_files
    assert rows(in_files, cast.team_worker, day - 8 * DAY) == set()
    assert rows(in_files, cast.team_worker, day) == {request}
    for scope in (chase, in_files):
        assert rows(scope, cast.team_manager, day) == set()


def test_what_a_fund_refused_and_what_waits_for_a_signature(budget):
    cast = budget.cast
    denied, proposed = in_state(budget, "denied"), in_state(budget, "proposed")
    manager, general = cast.team_manager, cast.general_manager

    assert rows(objects(manager).to_settle, manager) == {denied}
    assert rows(objects(general).to_settle, general) == set()
    assert rows(BudgetRequest.objects.to_sign, general) == {proposed}
    assert rows(BudgetRequest.objects.to_sign, manager) == set()
    BudgetRequest.objects.filter(pk=proposed.pk).update(proposed_by=general)
    assert rows(BudgetRequest.objects.to_sign, general) == set()


def test_urgent_has_an_hour_of_working_time_and_the_rest_two_working_days(budget):
    handler = budget.cast.handler
    friday = datetime(2026, 11, 27, 16, 45, tzinfo=AMSTERDAM)
    urgent = ask(budget.file, handler, 100_000, is_urgent=True, at=friday)
    other = ask(budget.file, handler, 100_000, at=friday)

    assert urgent.decide_by == datetime(2026, 11, 30, 9, 15, tzinfo=AMSTERDAM)
    assert other.decide_by.astimezone(AMSTERDAM).date().isoformat() == "2026-12-01"
    BudgetNorm.objects.filter(code="spoed-minuten").update(amount=10)
    assert ask(budget.file, handler, 9_000_000, is_urgent=True, at=friday).decide_by == (
        friday + timedelta(minutes=10)
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        BudgetRequest.objects.filter(pk=other.pk).update(decide_by=None)


def test_urgent_and_not_decided_in_time_goes_to_the_next_level_too(budget):
    cast = budget.cast
    urgent = ask(budget.file, cast.handler, 100_000, is_urgent=True)
    ask(budget.file, cast.handler, 100_000)
    decided = ask(budget.file, cast.handler, 100_000, is_urgent=True)
    decide = services.decide_request
    approve = {"outcome": "approve", "words": "", "at": MONDAY + HOUR}
    decide(request_id=decided.pk, by=cast.team_manager, **approve)
    with pytest.raises(PermissionDenied):
        decide(request_id=urgent.pk, by=cast.general_manager, **approve)

    assert services.look_after_budgets(at=MONDAY + HOUR - timedelta(minutes=1)) == 0
    assert services.look_after_budgets(at=MONDAY + HOUR) == 1
    for later in (2 * HOUR, 5 * DAY):  # once, and never what is not urgent
        assert services.look_after_budgets(at=MONDAY + later) == 0

    told = Notice.objects.get(person=cast.general_manager)
    assert "niet op tijd besloten" in told.text
    assert AuditEvent.objects.filter(code="budget.escalated", actor_id=None).count() == 1
    general = cast.general_manager
    assert rows(objects(general).for_decider, general) == {urgent}
    assert rows(objects(cast.team_manager).for_decider, cast.team_manager) >= {urgent}
    assert decide(request_id=urgent.pk, by=general, **approve).state == "approved"


def test_of_a_team_without_a_manager_the_general_manager_decides_and_hears_it(budget):
    budget.cast.team_manager.memberships.all().delete()
    request = ask(budget.file, budget.cast.handler, 100_000)

    assert (request.level, request.escalated_at) == ("general", None)
    assert Notice.objects.filter(person=budget.cast.general_manager).count() == 1


def test_a_request_of_a_waakvlam_is_of_who_keeps_it(budget, waakvlam):
    cast = budget.cast
    request = ask_for(waakvlam, cast.team_worker)

    assert (request.file, request.resident, request.level) == (None, waakvlam.resident, "worker")
    request = BudgetRequest.objects.get(pk=request.pk)
    assert request.told["why"].startswith("De koelkast")
    assert b"koelkast" not in bytes(request.content)
    waakvlam.make_key()
    Waakvlam.objects.filter(pk=waakvlam.pk).update(data_key=waakvlam.data_key)
    with pytest.raises(InvalidTag):
        BudgetRequest.objects.get(pk=request.pk).opened("content")
    for person in (cast.handler, cast.team_worker):
        assert request in objects(person)
    other = MembershipFactory(team=budget.noord).user
    assert request not in objects(other)
    with pytest.raises(PermissionDenied):
        ask_for(waakvlam, other)
    with pytest.raises(Waakvlam.DoesNotExist):
        ask_for(waakvlam, cast.outsider_worker)


def test_a_waakvlam_that_ended_asks_nothing_and_contacts_are_of_the_team(budget, waakvlam):
    a_pot(50_000, purpose="team")
    hours = BudgetPurpose.objects.get(code="waakvlam-uren")

    assert ask_for(waakvlam, budget.cast.handler, purpose=hours).level == "manager"
    ended = WaakvlamFactory(
        team=budget.noord, owner=budget.cast.handler, deputy=budget.cast.team_worker, ended=True
    )
    with pytest.raises(RuleViolation, match="beëindigd"):
        ask_for(ended, budget.cast.handler)


def test_a_late_advance_of_a_waakvlam_is_told_and_comes_back_from_the_resident(budget, waakvlam):
    cast = budget.cast
    back = Return(Debtor.RESIDENT, None, "", MONDAY.date() + DAY)
    request = ask_for(waakvlam, cast.team_worker, **from_fund() | {"back": back})
    services.pay_request(request_id=request.pk, amount=5_000, by=cast.controller, at=MONDAY)
    assert rows(BudgetRequest.objects.to_chase, cast.handler, MONDAY.date()) == {request}
    Notice.objects.all().delete()
    services.look_after_budgets(at=MONDAY + 2 * DAY)
    told = set(Notice.objects.values_list("person_id", flat=True))
    assert told == {cast.team_worker.pk, cast.handler.pk}


def test_what_one_decides_alone_counts_per_resident_also_over_a_waakvlam(budget):
    cast = budget.cast
    both = WaakvlamFactory(
        team=budget.noord,
        owner=cast.handler,
        deputy=cast.team_worker,
        resident=budget.file.resident,
    )
    assert ask(budget.file, cast.handler, 15_000).level == "worker"
    assert ask_for(both, cast.handler, 10_001).level == "manager"
    assert ask_for(both, cast.handler, 10_000).level == "worker"


def test_who_keeps_the_waakvlam_in_another_role_does_not_decide(budget, waakvlam):
    request = ask_for(waakvlam, budget.cast.handler, 100_000)
    manager = budget.cast.team_manager
    Waakvlam.objects.filter(pk=waakvlam.pk).update(deputy=manager)
    assert rows(objects(manager).for_decider, manager) == set()
    with pytest.raises(PermissionDenied):
        services.decide_request(
            request_id=request.pk, outcome="approve", words="", by=manager, at=MONDAY
        )


def test_the_card_counts_the_household_and_the_trail_says_so(budget, as_user):
    cast = budget.cast
    one, two, far = (FileFactory(team=budget.noord, director=cast.handler) for _ in range(3))
    helped = [ask(each, cast.handler) for each in (one, two, far)]
    FileRelationFactory(file=budget.file, other=one)
    ended = FileRelationFactory(file=two, other=budget.file, kind="parent")
    FileRelationFactory(file=budget.file, other=far, kind="other")
    request = ask(budget.file, cast.handler, 100_000)
    assert set(card_for(request, MONDAY).earlier) == set(helped[:2])
    page = as_user(cast.team_manager).get(reverse("budget-decide", args=[request.pk]))
    assert page.content.decode().count("iemand anders in het huishouden") == 2
    seen = AuditSubject.objects.filter(event__code="budget.read").values_list("resident_id")
    assert {(each.resident_id,) for each in (one, two, budget.file)} == set(seen)
    ended.ended_at, ended.ended_by = MONDAY, cast.handler
    ended.save()
    assert card_for(request, MONDAY).earlier == [helped[0]]


def test_money_leaves_lines_in_the_dossier_without_words_and_none_of_a_waakvlam(
    budget, waakvlam, as_user
):
    cast = budget.cast
    request = in_state(budget, "open", cents=60_000)
    services.register_repayment(
        submission_key=uuid.uuid4(), request_id=request.pk, amount=60_000, by=cast.controller
    )
    lines = FileLine.objects.filter(file=request.file, kind="money").order_by("pk")
    assert [(line.event, line.ref, bytes(line.content)) for line in lines] == [
        (f"budget.{act}", request.pk, b"") for act in ("requested", "approved", "paid", "repaid")
    ]
    text = (
        as_user(cast.handler).get(reverse("file-detail", args=[request.file_id])).content.decode()
    )
    assert "Voorschot terugbetaald" in text
    assert reverse("budget-request", args=[request.pk]) in text
    assert "600,00" not in text
    FileFactory(team=budget.noord, director=cast.handler, resident=waakvlam.resident)
    ask_for(waakvlam, cast.handler)
    assert FileLine.objects.filter(kind="money").count() == 4


def test_the_pages_of_a_waakvlam(budget, waakvlam, as_user):
    client = as_user(budget.cast.handler)
    panel, new = (
        reverse(name, args=[waakvlam.pk])
        for name in ("budget-waakvlam-panel", "budget-new-waakvlam")
    )
    assert panel in client.get(reverse("waakvlam-detail", args=[waakvlam.pk])).content.decode()
    assert new in client.get(panel).content.decode()
    assert "Waakvlamcontacten" in client.get(new).content.decode()
    told = {"purpose": "huisraad", "amount": "50", "why": "Een wasmachine", "form": "gift"}
    told |= {"method": "invoice", "payee": "Witgoed", "iban": "NL91ABNA0417164300"}
    page = client.post(new, told | {"submission_key": str(uuid.uuid4())}, follow=True)
    assert str(waakvlam) in page.content.decode()
    assert str(BudgetRequest.objects.get()) in client.get(panel).content.decode()
    another = MembershipFactory(team=budget.noord).user
    Waakvlam.objects.filter(pk=waakvlam.pk).update(owner=another)
    assert client.get(new).status_code == 403
